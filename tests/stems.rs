//! Stems: a few hundred words that are always tested, and the vocabularies of Snowball where the
//! environment variable `GRIOT_STEMMING` names the folder that holds them.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use griot::Language;
use griot::stem::{Edition, Stemmer};

const VOCABULARIES: [(&str, &str); 15] = [
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hungarian", "hu"),
    ("italian", "it"),
    ("norwegian", "nb"),
    ("portuguese", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("turkish", "tr"),
];

/// Finnish apart, where the algorithm is ahead of its vocabulary.
#[test]
fn snowball_3_vocabularies() {
    let Some(folder) = std::env::var_os("GRIOT_STEMMING") else {
        eprintln!("snowball_3_vocabularies: skipped, GRIOT_STEMMING names no folder");
        return;
    };
    for (name, code) in VOCABULARIES {
        let read = |kind: &str| {
            let path = Path::new(&folder).join(format!("{name}.{kind}.txt"));
            fs::read_to_string(&path)
                .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
        };
        let stemmer = Stemmer::new(code.parse::<Language>().unwrap(), Edition::Snowball3).unwrap();
        let (words, stems) = (read("voc"), read("output"));
        assert_eq!(words.lines().count(), stems.lines().count(), "{name}");
        let pairs = words.lines().zip(stems.lines());
        let wrong: Vec<_> = pairs
            .filter(|(word, stem)| stemmer.stem(word) != *stem)
            .take(10)
            .collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
    }
}

/// The same word in other letters has the same stem.
#[test]
fn case_and_apostrophe_do_not_matter() {
    for edition in [Edition::Snowball2, Edition::Snowball3] {
        let stemmer = Stemmer::new(Language::FRENCH, edition).unwrap();
        for word in ["Militaires", "MILITAIRES", "militaires"] {
            assert_eq!(stemmer.stem(word), "militair");
        }
        assert_eq!(stemmer.stem("E\u{301}TATS"), stemmer.stem("états"));
        assert_eq!(stemmer.stem("l’armée"), stemmer.stem("L'ARMÉE"));
    }
}

/// The Greek of edition 2 panics on some words and is not offered.
#[test]
fn greek_has_edition_3_alone() {
    let greek: Language = "el".parse().unwrap();
    assert!(
        Stemmer::new(greek, Edition::Snowball2)
            .unwrap_err()
            .is_missing_layer()
    );
    assert!(
        !Stemmer::new(greek, Edition::Snowball3)
            .unwrap()
            .stem("αντιθετε")
            .is_empty()
    );
}

#[test]
fn words_of_our_own() {
    let file = include_str!("cases/stems.tsv");
    let mut count = 0;
    for line in file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let fields: Vec<_> = line.split('\t').collect();
        let [code, edition, word, stem] = fields[..] else {
            panic!("{line}: four fields")
        };
        let stemmer = Stemmer::new(code.parse().unwrap(), edition.parse().unwrap()).unwrap();
        assert_eq!(stemmer.stem(word), stem, "{line}");
        count += 1;
    }
    assert!(count > 200, "only {count} words");
}
