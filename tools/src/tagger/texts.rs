//! The texts that the tagger learns from, each with its names.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::training::names::LABELS;
use griot::{Label, Language};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::borrowed::Parallel;
use crate::sources;
use crate::treebank::{self, Without};

/// A text and its names: first byte, the byte after the last, label.
pub struct Text {
    pub language: Language,
    pub text: String,
    pub names: Vec<(usize, usize, Label)>,
    /// How much it counts.
    pub weight: f32,
}

/// A set whose names stand in `data/names/`, a line for each sentence that has any: its number
/// from 0 on, and the names by the bytes of the sentence.
struct Annotated {
    language: Language,
    name: &'static str,
    names: &'static str,
    /// Whether the sentences that have no line are without names; else they were not read.
    whole: bool,
    weight: f32,
}

/// How much sentences count whose names no one has read.
const MACHINE_WEIGHT: f32 = 0.4;
/// The French ones are many, and the press is otherwise.
const FRENCH_MACHINE_WEIGHT: f32 = 0.3;

const ANNOTATED: [Annotated; 22] = [
    Annotated {
        language: Language::FRENCH,
        name: "ntrex-fra",
        names: include_str!("../../data/names/ntrex-fra.tsv"),
        whole: true,
        weight: 1.0,
    },
    Annotated {
        language: Language::FRENCH,
        name: "ntrex-fra-CA",
        names: include_str!("../../data/names/ntrex-fra-CA.tsv"),
        whole: false,
        weight: 1.0,
    },
    Annotated {
        language: Language::FRENCH,
        name: "fr_gsd-dev",
        names: include_str!("../../data/names/fr_gsd-dev.tsv"),
        whole: true,
        weight: 1.0,
    },
    Annotated {
        language: Language::FRENCH,
        name: "fr_sequoia-dev",
        names: include_str!("../../data/names/fr_sequoia-dev.tsv"),
        whole: true,
        weight: 1.0,
    },
    Annotated {
        language: Language::FRENCH,
        name: "fr_sequoia-train",
        names: include_str!("../../data/names/fr_sequoia-train.tsv"),
        whole: true,
        weight: 1.0,
    },
    Annotated {
        language: Language::FRENCH,
        name: "afriqa-fr",
        names: include_str!("../../data/names/afriqa-fr.tsv"),
        whole: false,
        weight: FRENCH_MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::FRENCH,
        name: "piaf-fr",
        names: include_str!("../../data/names/piaf-fr.tsv"),
        whole: false,
        weight: FRENCH_MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::FRENCH,
        name: "tico19-fr",
        names: include_str!("../../data/names/tico19-fr.tsv"),
        whole: false,
        weight: FRENCH_MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::FRENCH,
        name: "wikipedia-fr",
        names: include_str!("../../data/names/wikipedia-fr.tsv"),
        whole: false,
        weight: FRENCH_MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::GERMAN,
        name: "ntrex-de",
        names: include_str!("../../data/names/ntrex-de.tsv"),
        whole: false,
        weight: 1.0,
    },
    Annotated {
        language: Language::ENGLISH,
        name: "ntrex-en",
        names: include_str!("../../data/names/ntrex-en.tsv"),
        whole: false,
        weight: 1.0,
    },
    Annotated {
        language: Language::SPANISH,
        name: "ntrex-es",
        names: include_str!("../../data/names/ntrex-es.tsv"),
        whole: false,
        weight: 1.0,
    },
    Annotated {
        language: Language::ITALIAN,
        name: "ntrex-it",
        names: include_str!("../../data/names/ntrex-it.tsv"),
        whole: false,
        weight: 1.0,
    },
    Annotated {
        language: Language::DUTCH,
        name: "ntrex-nl",
        names: include_str!("../../data/names/ntrex-nl.tsv"),
        whole: false,
        weight: 1.0,
    },
    Annotated {
        language: Language::PORTUGUESE,
        name: "ntrex-pt",
        names: include_str!("../../data/names/ntrex-pt.tsv"),
        whole: false,
        weight: 1.0,
    },
    Annotated {
        language: Language::GERMAN,
        name: "flores-de",
        names: include_str!("../../data/names/flores-de.tsv"),
        whole: false,
        weight: MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::ENGLISH,
        name: "flores-en",
        names: include_str!("../../data/names/flores-en.tsv"),
        whole: false,
        weight: MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::SPANISH,
        name: "flores-es",
        names: include_str!("../../data/names/flores-es.tsv"),
        whole: false,
        weight: MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::ITALIAN,
        name: "flores-it",
        names: include_str!("../../data/names/flores-it.tsv"),
        whole: false,
        weight: MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::DUTCH,
        name: "flores-nl",
        names: include_str!("../../data/names/flores-nl.tsv"),
        whole: false,
        weight: MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::PORTUGUESE,
        name: "flores-pt",
        names: include_str!("../../data/names/flores-pt.tsv"),
        whole: false,
        weight: MACHINE_WEIGHT,
    },
    Annotated {
        language: Language::ITALIAN,
        name: "wikinews-it",
        names: include_str!("../../data/names/wikinews-it.tsv"),
        whole: false,
        weight: MACHINE_WEIGHT,
    },
];

/// Sets that come with their names. Messages of the web are noisy and count less.
const GOLD: [(Language, &str, f32); 8] = [
    (Language::ENGLISH, "en-ewt-train", 1.0),
    (Language::ENGLISH, "en-crossner", 1.0),
    (Language::ENGLISH, "en-gum", 0.5),
    (Language::ENGLISH, "en-wnut17", 0.2),
    (Language::ENGLISH, "en-btc", 0.1),
    (Language::PORTUGUESE, "pt-bosque-train", 1.0),
    (Language::GERMAN, "de-germeval-dev", 1.0),
    (Language::SPANISH, "es-ancora-dev", 1.0),
];

/// Sets of the historic press that come with their names. They are many, their conventions are
/// others and their letters often misread, so they count less.
const HISTORIC: [(&str, f32); 2] = [("europeana-fr", 0.45), ("newseye-fr", 0.3)];

/// Sentences are read in texts of so many: whether a word is seen without a capital too is asked
/// of the whole text.
const TOGETHER: usize = 10;

/// One document in so many of the first historic set is kept for measuring.
const HELD: usize = 4;

/// The French texts, without what is left out.
pub fn french(dir: &Path, without: &[Without]) -> Result<Vec<Text>> {
    let mut texts = annotated(dir, without)?;
    texts.retain(|text| text.language == Language::FRENCH);
    for (name, weight) in HISTORIC {
        let mut historic = read_documents(dir, Language::FRENCH, name, weight)?;
        treebank::leave_out(&mut historic, name, without);
        texts.extend(historic);
    }
    Ok(texts)
}

/// The modern texts of all languages, without what is left out.
pub fn modern(dir: &Path, without: &[Without]) -> Result<Vec<Text>> {
    let mut texts = annotated(dir, without)?;
    for (language, name, weight) in GOLD {
        let mut gold = read_documents(dir, language, name, weight)?;
        treebank::leave_out(&mut gold, name, without);
        texts.extend(gold);
    }
    Ok(texts)
}

/// The same sentences in all languages, a line each.
pub fn parallel(dir: &Path) -> Result<Parallel> {
    let read = |code: &str, name: &str| -> Result<(String, String)> {
        let text =
            String::from_utf8(sources::read_file(dir, name)?).with_context(|| name.to_owned())?;
        Ok((code.to_owned(), text))
    };
    let (mut ntrex, mut flores) = (BTreeMap::new(), BTreeMap::new());
    for code in ["de", "en", "es", "fr", "it", "nl", "pt"] {
        let own = if code == "fr" { "fra" } else { code };
        ntrex.extend([read(code, &format!("ntrex-{own}"))?]);
        flores.extend([read(code, &format!("flores-{code}"))?]);
    }
    Ok(Parallel {
        texts: [ntrex, flores],
    })
}

fn annotated(dir: &Path, without: &[Without]) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for set in &ANNOTATED {
        texts.extend(set.read(dir, without)?);
    }
    Ok(texts)
}

impl Annotated {
    fn read(&self, dir: &Path, without: &[Without]) -> Result<Vec<Text>> {
        let sentences = if self.name.starts_with("fr_") {
            let sentences = treebank::read(dir, self.name, &[])?;
            sentences.into_iter().map(|it| it.text).collect()
        } else {
            let bytes = sources::read_file(dir, self.name)?;
            let text = String::from_utf8(bytes).with_context(|| self.name.to_owned())?;
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let mut names = BTreeMap::new();
        for line in self.names.lines() {
            let (number, list) = line.split_once('\t').unwrap_or((line, ""));
            let list: Result<Vec<_>> = list.split_terminator('\t').map(parse).collect();
            let number: usize = number.parse().with_context(|| line.to_owned())?;
            names.insert(
                number,
                list.with_context(|| format!("{}: {line}", self.name))?,
            );
        }
        let read = sentences.iter().enumerate();
        let mut read: Vec<_> = read
            .filter(|(number, _)| self.whole || names.contains_key(number))
            .collect();
        treebank::leave_out(&mut read, self.name, without);
        let mut texts = Vec::new();
        for group in read.chunks(TOGETHER) {
            let mut joined = Text {
                language: self.language,
                text: String::new(),
                names: Vec::new(),
                weight: self.weight,
            };
            for (number, sentence) in group {
                let base = joined.text.len();
                for &(start, end, label) in names.get(number).into_iter().flatten() {
                    if sentence.get(start..end).is_none() {
                        bail!("{}: sentence {number} has no {start}-{end}", self.name);
                    }
                    joined.names.push((base + start, base + end, label));
                }
                joined.text.push_str(sentence);
                joined.text.push('\n');
            }
            texts.push(joined);
        }
        Ok(texts)
    }
}

/// `19-47 ORG`.
fn parse(name: &str) -> Result<(usize, usize, Label)> {
    let (span, label) = name.split_once(' ').context("no label")?;
    let (start, end) = span.split_once('-').context("no span")?;
    Ok((start.parse()?, end.parse()?, label.parse()?))
}

#[derive(Deserialize)]
struct Set {
    docs: BTreeMap<String, Document>,
}

#[derive(Deserialize)]
struct Document {
    text: String,
    mentions: Vec<(usize, usize, String)>,
}

fn read_documents(dir: &Path, language: Language, name: &str, weight: f32) -> Result<Vec<Text>> {
    let set: Set =
        serde_json::from_slice(&sources::read_file(dir, name)?).with_context(|| name.to_owned())?;
    let mut texts = Vec::new();
    for (id, document) in set.docs {
        let number = id.strip_prefix('e').and_then(|number| number.parse().ok());
        let historic = HISTORIC.iter().any(|(historic, _)| *historic == name);
        if historic && number.is_some_and(|number: usize| number.is_multiple_of(HELD)) {
            continue;
        }
        let mut names = Vec::new();
        let mut mentions = document.mentions;
        mentions.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        let mut last = 0;
        for (start, end, label) in mentions {
            let label: Label = label.parse()?;
            if start < last || !LABELS.contains(&label) {
                continue;
            }
            let surface = document.text.get(start..end).context("no such span")?;
            let title = if label == Label::PERSON {
                titled(surface)
            } else {
                0
            };
            names.push((start + title, end, label));
            last = end;
        }
        texts.push(Text {
            language,
            text: document.text,
            names,
            weight,
        });
    }
    Ok(texts)
}

/// The bytes of a title before a person's name, which one of the sets takes for a part of it.
fn titled(name: &str) -> usize {
    const TITLES: [&str; 15] = [
        "MM.",
        "M.",
        "Mme",
        "Mlle",
        "Mr",
        "Mgr",
        "Dr",
        "docteur",
        "général",
        "colonel",
        "capitaine",
        "comte",
        "abbé",
        "Monsieur",
        "Madame",
    ];
    let after = |title: &&str| {
        name.strip_prefix(*title)
            .map(|rest| (rest.trim_start(), rest))
    };
    match TITLES.iter().find_map(after) {
        Some((rest, with_space)) if !rest.is_empty() && rest != with_space => {
            name.len() - rest.len()
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_part_of_a_name() {
        for (name, rest) in [
            ("M. Chéron", "Chéron"),
            ("général Kostya-Nagy", "Kostya-Nagy"),
            ("Mmeaha", "Mmeaha"),
            ("M.", "M."),
            ("Bismarck", "Bismarck"),
        ] {
            assert_eq!(&name[titled(name)..], rest);
        }
    }

    #[test]
    fn the_annotation_is_sound() {
        for set in &ANNOTATED {
            for line in set.names.lines() {
                let mut columns = line.split('\t');
                columns.next().unwrap().parse::<usize>().unwrap();
                let mut last = 0;
                for name in columns.filter(|column| !column.is_empty()) {
                    let (start, end, label) = parse(name).unwrap();
                    assert!(last <= start && start < end, "{}: {line}", set.name);
                    assert!(LABELS.contains(&label));
                    last = end;
                }
            }
        }
    }
}
