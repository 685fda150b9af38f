//! Stems: a few hundred words that are always tested, and the vocabularies of Snowball where the
//! environment variable `GRIOT_STEMMING` names the folder that holds them.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use griot::Language;
use griot::stem::{Edition, Stemmer};
use unicode_normalization::UnicodeNormalization;

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

/// The words of a vocabulary of Snowball and their stems; `None` where there is no folder.
fn vocabulary(name: &str) -> Option<(String, String)> {
    let folder = std::env::var_os("GRIOT_STEMMING")?;
    let read = |kind: &str| {
        let path = Path::new(&folder).join(format!("{name}.{kind}.txt"));
        fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
    };
    let (words, stems) = (read("voc"), read("output"));
    assert_eq!(words.lines().count(), stems.lines().count(), "{name}");
    Some((words, stems))
}

fn stemmer(code: &str, edition: Edition) -> Stemmer {
    Stemmer::new(code.parse::<Language>().unwrap(), edition).unwrap()
}

/// Finnish apart, where the algorithm is ahead of its vocabulary.
#[test]
fn snowball_3_vocabularies() {
    for (name, code) in VOCABULARIES {
        let Some((words, stems)) = vocabulary(name) else {
            eprintln!("snowball_3_vocabularies: skipped, GRIOT_STEMMING names no folder");
            return;
        };
        let stemmer = stemmer(code, Edition::Snowball3);
        let pairs = words.lines().zip(stems.lines());
        let wrong: Vec<_> = pairs
            .filter(|(word, stem)| stemmer.stem(word) != *stem)
            .take(10)
            .collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
    }
}

/// Each word has the stem that frostem gives, and that of the vocabulary but for one in 400.
#[test]
fn snowball_3_finnish() {
    let Some((words, stems)) = vocabulary("finnish") else {
        eprintln!("snowball_3_finnish: skipped, GRIOT_STEMMING names no folder");
        return;
    };
    let ours = stemmer("fi", Edition::Snowball3);
    let theirs = frostem::Stemmer::new(frostem::Algorithm::Finnish);
    let (mut count, mut others) = (0, 0);
    for (word, stem) in words.lines().zip(stems.lines()) {
        assert_eq!(ours.stem(word), theirs.stem(word), "{word}");
        count += 1;
        others += usize::from(ours.stem(word) != stem);
    }
    assert!(others * 400 < count, "{others} of {count}");
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

/// The four fields of each case.
fn cases(file: &str) -> impl Iterator<Item = [&str; 4]> {
    let lines = file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let fields: Vec<_> = line.split('\t').collect();
        fields
            .try_into()
            .unwrap_or_else(|_| panic!("{line}: four fields"))
    })
}

#[test]
fn words_of_our_own() {
    let mut count = 0;
    for case in cases(include_str!("../cases/stems.tsv")) {
        let [code, edition, word, stem] = case;
        let stemmer = stemmer(code, edition.parse().unwrap());
        assert_eq!(stemmer.stem(word), stem, "{case:?}");
        count += 1;
    }
    assert!(count > 200, "only {count} words");
}

/// Every language of either edition, as it is written and with its letters taken apart.
#[test]
fn families_of_words() {
    let mut counts = BTreeMap::new();
    for [code, edition, stem, words] in cases(include_str!("../cases/stem_families.tsv")) {
        let stemmer = stemmer(code, edition.parse().unwrap());
        for word in words.split(' ') {
            assert_eq!(stemmer.stem(word), stem, "{code} {edition} {word}");
            let apart: String = word.nfd().collect();
            assert_eq!(stemmer.stem(&apart), stem, "{code} {edition} {word}");
            *counts.entry((edition, code)).or_insert(0) += 1;
        }
    }
    let languages = |edition: &str| counts.keys().filter(|(it, _)| *it == edition).count();
    assert_eq!((languages("3"), languages("2")), (33, 17));
    assert!(counts.values().all(|count| *count >= 150), "{counts:?}");
}
