//! The time is linear in the text: eight times the text may not cost thirty times the time, where
//! a square would cost sixty-four.

#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use griot::normalize::Normalizer;
use griot::{Label, Language, Layer, Pipeline, Span, Worker, entity};

/// What a rule might read again from each of its parts, over and over.
const PIECES: [&str; 80] = [
    "Jean-",
    "Jean-Jean ",
    "Putin's ",
    "Foreign Minister ",
    "Herr ",
    "3. ",
    "a",
    "'",
    ".",
    "« ",
    "l’",
    "a-",
    "-t-",
    "oe",
    "Ea-",
    "a.",
    "A.",
    "A.-",
    "#",
    "@",
    "a@",
    "http://",
    "(",
    "a(",
    "\"",
    "1 000 ",
    "1/",
    "1/1",
    "J. ",
    "\u{301}",
    " \u{301}",
    "\u{202f}a",
    "👨\u{200d}👩",
    "Ab.",
    "a:",
    "ab:",
    "la-",
    "-la",
    ".(",
    "!«",
    "Jean ",
    "Dupont ",
    "Jean Dupont. ",
    "Russe russe ",
    "M. Le ",
    "Le Monde ",
    "A. B. ",
    "président de la ",
    "Jean de ",
    "Conseil de ",
    "CNSP (",
    "é",
    "\n",
    "ministre de la Défense, du Commerce et ",
    "du 3 au 5 mars ",
    "il y a trois ",
    "N’D",
    "日本",
    "ん",
    "カ",
    "。」と",
    "「",
    "ไทย",
    "ก\u{e48}",
    "moov portabilité ",
    "Lire aussi : ",
    "Lire aussi :\n",
    "Par Jean Dupont ",
    "Publié le 12 mars 2024 ",
    "Niamey, 3 mars (AFP) – ",
    "(AFP) ",
    "AC/APA\n",
    "Jean Dupont\n",
    "12 mars 2024\n",
    "Un titre\n\n",
    "Un titre\n\nUne phrase qui est longue assez pour un paragraphe, et qui finit ici.\n\n",
    "> a\n",
    "ab\n\n",
    "© ",
    "A ? » ",
];

fn time(worker: &mut Worker, text: &str) -> Duration {
    let start = Instant::now();
    worker.annotate(text).unwrap();
    start.elapsed()
}

/// What else runs on the machine costs time too: the best of some tries counts, and where it stays
/// too long, more tries are made.
const TRIES: usize = 12;

fn check(piece: &str, mut time: impl FnMut(&str) -> Duration) {
    let [short, long] = [4_000, 32_000].map(|length| piece.repeat(length / piece.len()));
    let mut best = [Duration::MAX; 2];
    let linear = (0..TRIES).any(|_| {
        best = [best[0].min(time(&short)), best[1].min(time(&long))];
        best[1] < best[0].max(Duration::from_micros(500)) * 30
    });
    let [short, long] = best;
    assert!(linear, "{piece:?}: {short:?} for 4 KB, {long:?} for 32 KB");
}

fn check_normalising() {
    let normalizer = Normalizer::nfkc()
        .case_folded()
        .unaccented()
        .without_invisible();
    for normalizer in [Normalizer::nfc(), normalizer] {
        for piece in [
            "a",
            "é",
            "É",
            "’",
            "e\u{301}",
            "\u{301}",
            "\u{301}\u{323}",
            "\u{ad}",
            "ﷺ",
            "각\u{11a8}",
        ] {
            check(piece, |text| {
                let start = Instant::now();
                let map = normalizer.map(text).unwrap();
                map.original(Span::new(1, 2));
                start.elapsed()
            });
        }
    }
}

#[test]
fn every_repetition_takes_linear_time() {
    for language in [Language::FRENCH, Language::ENGLISH, Language::GERMAN] {
        let pipeline = Pipeline::builder().language(language);
        let mut worker = pipeline.build().unwrap().worker();
        for piece in PIECES {
            check(piece, |text| time(&mut worker, text));
        }
    }
    // Not tests of their own, which would take the processor from this one.
    check_patterns();
    check_names();
    check_normalising();
}

/// With patterns that nearly stand at each place of a text.
fn check_patterns() {
    let pieces = ["(", "« ", "l’", "a-", "J. ", "日本", "a. a "];
    let nearly = pieces.map(|piece| {
        let repeated: String = piece.repeat(64).chars().take(63).collect();
        repeated + "!"
    });
    let pipeline = Pipeline::builder().language(Language::FRENCH);
    let pipeline = pipeline.layers([Layer::Tokens]).never_split(nearly);
    let mut worker = pipeline.build().unwrap().worker();
    for piece in pieces {
        check(piece, |text| time(&mut worker, text));
    }
}

/// With names that nearly stand at each place of a text, and all that entities are asked for.
fn check_names() {
    let pieces = [
        "a ",
        "l’",
        "Jean Dupont ",
        "armée du Mali ",
        "CNSP (",
        "« a », dit ",
        "« ",
    ];
    let nearly = pieces.map(|piece| {
        let repeated: String = piece.repeat(128).chars().take(127).collect();
        (repeated + "!", "id")
    });
    let pipeline = Pipeline::builder().language(Language::FRENCH);
    let pipeline = pipeline
        .names(Label::MISC, nearly)
        .descriptive_organisations(true);
    let mut worker = pipeline.build().unwrap().worker();
    for piece in pieces {
        check(piece, |text| {
            let start = Instant::now();
            let document = worker.annotate(text).unwrap();
            entity::acronyms(document).for_each(drop);
            entity::quotations(document).for_each(drop);
            start.elapsed()
        });
        check(piece, |text| {
            let mut documents = [worker.process(text).unwrap()];
            let start = Instant::now();
            entity::link(&mut documents);
            start.elapsed()
        });
    }
}
