//! Unicode's own tests of grapheme clusters and sentences; that of words is in `segment/atoms.rs`,
//! which sees the white space too.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use griot::{Language, Layer, Pipeline, segment};

/// The lines of a test file as the file writes them, with the parts that each is cut into.
fn lines(file: &str) -> impl Iterator<Item = (&str, Vec<String>)> {
    file.lines().filter_map(|line| {
        let (line, _) = line.split_once('#').unwrap_or((line, ""));
        let line = line.trim();
        (!line.is_empty()).then(|| (line, parts(line)))
    })
}

fn parts(line: &str) -> Vec<String> {
    let parts = line.split('÷').filter(|part| !part.trim().is_empty());
    let characters = parts.map(|part| {
        let code_points = part.split('×').map(|hex| {
            let code_point = u32::from_str_radix(hex.trim(), 16).unwrap();
            char::from_u32(code_point).unwrap()
        });
        code_points.collect()
    });
    characters.collect()
}

#[test]
fn graphemes() {
    let mut count = 0;
    for (line, parts) in lines(include_str!("../data/GraphemeBreakTest.txt")) {
        let text = parts.concat();
        let ahead: Vec<_> = segment::graphemes(&text).collect();
        let seen: Vec<_> = ahead.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(seen, parts, "{line}");
        let mut back: Vec<_> = segment::graphemes(&text).rev().collect();
        back.reverse();
        assert_eq!(back, ahead, "{line}");
        count += 1;
    }
    assert_eq!(count, 766);
}

/// The sentences of a language without rules of its own. White space between two is part of
/// neither. Where they are meant to be others than Unicode's, `cases/unicode_sentences.tsv` says
/// so and why: every line of it must still be needed.
#[test]
fn sentences() {
    let language: Language = "sl".parse().unwrap();
    let pipeline = Pipeline::builder()
        .language(language)
        .layers([Layer::Sentences])
        .build()
        .unwrap();
    let mut deviations = BTreeMap::new();
    for line in include_str!("../cases/unicode_sentences.tsv").lines() {
        if let Some((theirs, ours)) = line.split_once('\t').filter(|_| !line.starts_with('#')) {
            assert!(deviations.insert(theirs, parts(ours)).is_none(), "{theirs}");
        }
    }
    let mut count = 0;
    for (line, theirs) in lines(include_str!("../data/SentenceBreakTest.txt")) {
        count += 1;
        let text = theirs.concat();
        let document = pipeline.process(text.as_str()).unwrap();
        let seen: Vec<_> = document.view().sentences().map(|it| it.text()).collect();
        let trimmed = |parts: &[String]| -> Vec<String> {
            let parts = parts.iter().map(|part| part.trim().to_owned());
            parts.filter(|part| !part.is_empty()).collect()
        };
        if let Some(ours) = deviations.remove(line) {
            assert_eq!(ours.concat(), text, "{line}");
            assert_ne!(trimmed(&ours), trimmed(&theirs), "no deviation: {line}");
            assert_eq!(seen, trimmed(&ours), "as said to deviate: {line}");
        } else {
            assert_eq!(seen, trimmed(&theirs), "{line}");
        }
    }
    assert_eq!(count, 512);
    assert!(deviations.is_empty(), "no such lines: {deviations:?}");
}
