//! Lines in two languages: what share of a quotation is told to be in its language.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use griot::language::{Detector, Language};

const CASES: &str = include_str!("../cases/code_switching.tsv");

/// Characters of quotations that are told, that stand there, and that are both.
#[derive(Default)]
struct Count {
    told: usize,
    there: usize,
    right: usize,
}

impl Count {
    fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.told + self.there) as f64
    }
}

#[test]
fn quotations_are_told_by_their_characters() {
    let lines = CASES.lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let (frames, quotations): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row[0] == "frame");
    let detector = Detector::new();
    let mut pairs: BTreeMap<(&str, &str), Count> = BTreeMap::new();
    let mut lines = 0;
    for quotation in quotations {
        let (around, code, quoted) = (quotation[0], quotation[1], quotation[2]);
        assert!(quoted.split(' ').count() >= 8, "{quoted}");
        let language: Language = code.parse().unwrap();
        for frame in frames.iter().filter(|frame| frame[1] == around) {
            lines += 1;
            let start = frame[2].find("{}").unwrap();
            let text = frame[2].replace("{}", quoted);
            let inside = start..start + quoted.len();
            let count = pairs.entry((around, code)).or_default();
            for (span, told) in detector.segments(&text) {
                for (at, _) in text[span.range()].char_indices() {
                    let there = inside.contains(&(span.start() + at));
                    let told = told == language;
                    count.told += usize::from(told);
                    count.there += usize::from(there);
                    count.right += usize::from(told && there);
                }
            }
        }
    }
    assert!(lines == 300 && pairs.len() == 20);
    let (mut all, mut table) = (Count::default(), String::new());
    for ((around, code), count) in pairs {
        table += &format!("{around} {code} {:.1}\n", count.f1());
        all.told += count.told;
        all.there += count.there;
        all.right += count.right;
    }
    println!("{table}all {:.1}", all.f1());
    assert!(all.f1() >= 92.0, "{table}all {:.1}", all.f1());
}
