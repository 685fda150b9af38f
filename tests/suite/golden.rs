//! The five articles, whole: what comes out of them stands in `tests/golden`, to be read.
//!
//! `BLESS=1 cargo test --test suite golden` writes the files anew; read the difference before you
//! commit it.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use griot::{Date, DocumentRef, Morph, Pipeline, Worker};
use serde_json::Value;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The articles by name, with their texts and dates.
fn seeds() -> Vec<(String, String, Date)> {
    let dates = fs::read_to_string(folder("seeds/dates.tsv")).unwrap();
    let seed = |line: &str| {
        let (name, date) = line.split_once('\t').unwrap();
        let text = fs::read_to_string(folder("seeds").join(name)).unwrap();
        (name.to_owned(), text, date.parse().unwrap())
    };
    dates.lines().map(seed).collect()
}

fn annotate<'a>(worker: &'a mut Worker, text: &'a str, date: Date) -> DocumentRef<'a> {
    worker.set_reference_date(Some(date));
    worker.annotate(text).unwrap()
}

/// Gender, number, person, mood and tense, in short: `:F`, `:FP`, `:S3-Ind-Pres`.
fn features(morph: Morph) -> String {
    let first = |value: Option<&'static str>| value.map_or("", |value| &value[..1]);
    let mut short = first(morph.get("Gender")).to_owned();
    short += first(morph.get("Number"));
    short += first(morph.get("Person"));
    for name in ["Mood", "Tense"] {
        if let Some(value) = morph.get(name) {
            short = short + "-" + value;
        }
    }
    if short.is_empty() {
        short
    } else {
        ":".to_owned() + &short
    }
}

/// A document for the eye: each sentence with its zone, its tokens, what their stems differ in,
/// and its entities.
fn written(document: DocumentRef<'_>) -> String {
    let mut golden = format!("language {}\n", document.language().language);
    for sentence in document.sentences() {
        let tokens: Vec<_> = sentence.tokens().map(|token| token.text()).collect();
        let stems = sentence
            .tokens()
            .filter(|token| token.is_word() && !token.is_stop());
        let stems: Vec<_> = stems.filter_map(|token| token.stem()).collect();
        let (span, reason) = (sentence.span(), sentence.end_reason());
        writeln!(golden, "\n{span} {reason} {}", sentence.zone().unwrap()).unwrap();
        writeln!(
            golden,
            "  {}\n  stems {}",
            tokens.join("|"),
            stems.join(" ")
        )
        .unwrap();
        let lemmas = sentence.tokens().filter(|token| !token.is_punctuation());
        let lemmas: Vec<_> = lemmas
            .map(|token| {
                let guess = if token.is_lemma_guessed() { "?" } else { "" };
                format!(
                    "{}{guess}/{}{}",
                    token.lemma().unwrap_or("_"),
                    token.pos().unwrap(),
                    features(token.morph().unwrap())
                )
            })
            .collect();
        writeln!(golden, "  lemmas {}", lemmas.join(" ")).unwrap();
        for entity in sentence.entities() {
            write!(
                golden,
                "  {} {} {:?}",
                entity.label(),
                entity.span(),
                entity.text()
            )
            .unwrap();
            for (name, value) in [
                ("", entity.id()),
                ("=", entity.value()),
                ("title ", entity.title()),
            ] {
                if let Some(value) = value {
                    write!(golden, " {name}{value}").unwrap();
                }
            }
            golden.push('\n');
        }
    }
    golden
}

#[test]
fn articles_are_as_they_were() {
    let mut worker = Pipeline::new().unwrap().worker();
    for (name, text, date) in seeds() {
        let got = written(annotate(&mut worker, &text, date));
        let file = folder("tests/golden").join(&name);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, &got).unwrap();
        }
        let wanted = fs::read_to_string(&file).unwrap_or_default();
        let line = got
            .lines()
            .zip(wanted.lines())
            .find(|(got, wanted)| got != wanted);
        assert!(
            got == wanted,
            "{name} differs, first in {line:#?}; BLESS=1 if that is right"
        );
    }
}

/// The zones of `seeds/zones.tsv`, which has a line for each line or piece of a line. Those of the
/// same paragraphs are one zone.
fn gold_zones(name: &str, text: &str) -> Vec<(usize, usize, String)> {
    let gold = fs::read_to_string(folder("seeds/zones.tsv")).unwrap();
    let mut zones: Vec<(usize, usize, String)> = Vec::new();
    for line in gold.lines() {
        let [file, start, end, kind, piece] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}: five fields");
        };
        if file != name {
            continue;
        }
        let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
        assert_eq!(&text[start..end], piece, "{name} {start}..{end}");
        let before = zones.last().map_or(0, |(_, end, _)| *end);
        let between = &text[before..start];
        assert!(between.trim().is_empty(), "{name}: {between:?} in no zone");
        match zones.last_mut() {
            Some(last) if last.2 == kind && kind == "body" => last.1 = end,
            _ => zones.push((start, end, kind.to_owned())),
        }
    }
    assert_eq!(zones.last().unwrap().1, text.trim_end().len(), "{name}");
    zones
}

#[test]
fn zones_are_those_of_the_annotation() {
    let mut worker = Pipeline::new().unwrap().worker();
    for (name, text, _) in seeds() {
        let document = worker.annotate(&text).unwrap();
        let got: Vec<_> = document
            .zones()
            .map(|(span, kind)| {
                let zone = span.get(&text).unwrap();
                let start = span.start() + zone.len() - zone.trim_start().len();
                (start, start + zone.trim().len(), kind.to_string())
            })
            .collect();
        assert_eq!(got, gold_zones(&name, &text), "{name}");
    }
}

/// The dates of two articles are found; the caller's wins.
#[test]
fn reference_dates_are_those_of_publication() {
    let mut worker = Pipeline::new().unwrap().worker();
    let mut found = 0;
    for (name, text, date) in seeds() {
        worker.set_reference_date(None);
        let own = worker.annotate(&text).unwrap().reference_date();
        assert!(own.is_none_or(|own| own == date), "{name}: {own:?}");
        found += usize::from(own.is_some());
        let other: Date = "2020-02-29".parse().unwrap();
        let told = annotate(&mut worker, &text, other).reference_date();
        assert_eq!(told, Some(other), "{name}");
    }
    assert_eq!(found, 2);
}

/// A gold mention: its span, its other spans, whether it must be found, and its date.
struct Mention {
    spans: Vec<(u64, u64)>,
    required: bool,
    value: Option<String>,
}

fn gold(name: &str, labels: &[&str]) -> Vec<Mention> {
    let gold: Value = serde_json::from_str(include_str!("../../seeds/seeds_gold.json")).unwrap();
    let mentions = gold["docs"][name.trim_end_matches(".txt")]["mentions"]
        .as_array()
        .unwrap()
        .clone();
    let ours = mentions
        .into_iter()
        .filter(|mention| labels.contains(&mention["label"].as_str().unwrap()));
    ours.map(|mention| {
        let pair = |a: &Value, b: &Value| (a.as_u64().unwrap(), b.as_u64().unwrap());
        let others = mention["alt"].as_array().cloned().unwrap_or_default();
        let mut spans = vec![pair(&mention["start"], &mention["end"])];
        spans.extend(others.iter().map(|other| pair(&other[0], &other[1])));
        let required =
            mention["optional"] != Value::Bool(true) && mention["proper"] != Value::Bool(false);
        Mention {
            spans,
            required,
            value: mention["iso"].as_str().map(str::to_owned),
        }
    })
    .collect()
}

/// Names and dates against the annotation: `F1` of exact spans.
fn score(labels: &[&str]) -> (f64, usize) {
    let mut worker = Pipeline::new().unwrap().worker();
    let (mut right, mut found, mut wanted, mut values) = (0, 0, 0, 0);
    for (name, text, date) in seeds() {
        let gold = gold(&name, labels);
        let mut spans = HashMap::new();
        for (index, mention) in gold.iter().enumerate() {
            spans.extend(mention.spans.iter().map(|span| (*span, index)));
        }
        wanted += gold.iter().filter(|mention| mention.required).count();
        let document = annotate(&mut worker, &text, date);
        for entity in document
            .entities()
            .filter(|entity| labels.contains(&entity.label().as_str()))
        {
            let span = (entity.span().start() as u64, entity.span().end() as u64);
            let mention = spans.get(&span).and_then(|index| gold.get(*index));
            found += usize::from(mention.is_none_or(|mention| mention.required));
            right += usize::from(mention.is_some_and(|mention| mention.required));
            let value =
                mention
                    .and_then(|mention| mention.value.as_deref())
                    .map(|value| match value {
                        "PRESENT_REF" => date.to_string(),
                        value => value[..value.len().min(10)].to_owned(),
                    });
            values += usize::from(value.is_some() && entity.value() == value.as_deref());
        }
    }
    (2.0 * right as f64 / (found + wanted) as f64, values)
}

#[test]
fn names_are_those_of_the_annotation() {
    let (f1, _) = score(&["PER", "LOC", "ORG"]);
    assert!(f1 > 0.97, "F1 {f1}");
}

#[test]
fn dates_are_those_of_the_annotation() {
    let (f1, values) = score(&["DATE"]);
    assert!(f1 > 0.96 && values >= 25, "F1 {f1}, {values} right values");
}
