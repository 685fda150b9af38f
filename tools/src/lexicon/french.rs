//! French: the dictionary of Grammalecte.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use anyhow::Result;
use griot::normalize::norm;
use griot::training::lexicon::Category;

use super::Analyses;
use crate::hunspell::{self, Form};
use crate::morph::{Order, Readings, Tree};
use crate::sources;

const PACKAGE: &str = "hunspell-fr-comprehensive";

/// Lemmas that are meant rather than another of the same form and category. Without one, a noun
/// that is its own lemma comes first, then the shorter lemma.
const PREFERRED: &str = include_str!("../../data/preferred_lemmas/fr.txt");

/// The lemmas of each form by category, the one that is meant first.
pub fn analyses(dir: &Path) -> Result<Analyses> {
    let (affixes, words) = sources::read_hunspell(dir, PACKAGE, "fr")?;
    // What prefixes make of the signs of units is left out.
    let forms = hunspell::expand(&affixes, &words, |flag| !matches!(flag, "U." | "Ui"))?;
    let preferred: HashSet<&str> = PREFERRED.lines().collect();
    let mut analyses: Analyses = BTreeMap::new();
    for entry in forms.chunk_by(|a, b| a.entry == b.entry) {
        // The lemma of an adjective that is a participle is the masculine singular, which is the
        // shortest.
        let participles = entry.iter().filter(|form| is(form, "ppas"));
        let participle = participles.min_by_key(|form| form.text.chars().count());
        // A noun keeps its gender: `commune`, `actrice`.
        let feminines = entry.iter().filter(|form| is_feminine(form));
        let feminine = feminines.min_by_key(|form| form.text.chars().count());
        for form in entry {
            let text = norm(&form.text).into_owned();
            for category in categories(form) {
                let lemma = match (category, participle, feminine) {
                    (Category::Adj, Some(participle), _) => &participle.text,
                    (Category::Noun, _, Some(feminine)) if is_feminine(form) => &feminine.text,
                    _ => &form.lemma,
                };
                let analysis = (category, norm(lemma).into_owned());
                let lemmas = analyses.entry(text.clone()).or_default();
                if !lemmas.contains(&analysis) {
                    lemmas.push(analysis);
                }
            }
        }
    }
    for (form, lemmas) in &mut analyses {
        lemmas.sort_by_cached_key(|(category, lemma)| {
            (
                *category,
                !preferred.contains(lemma.as_str()),
                !(*category == Category::Noun && lemma == form),
                lemma.chars().count(),
                // The spelling before the reform of 1990 is still the usual one.
                !lemma.contains('î'),
                lemma.clone(),
            )
        });
        lemmas.dedup_by_key(|(category, _)| *category);
    }
    Ok(analyses)
}

/// The features that each form may have.
pub fn readings(dir: &Path) -> Result<Readings> {
    let (affixes, words) = sources::read_hunspell(dir, PACKAGE, "fr")?;
    let forms = hunspell::expand(&affixes, &words, |flag| !matches!(flag, "U." | "Ui"))?;
    let mut readings = Readings::new();
    for form in &forms {
        let text = norm(&form.text).into_owned();
        if text.is_empty() || text.contains(char::is_whitespace) {
            continue;
        }
        for category in categories(form) {
            let (tree, all) = match category {
                Category::Noun => (Tree::Noun, vec![nominal(form)]),
                Category::Adj => (Tree::Adj, vec![nominal(form)]),
                Category::Infinitive => (Tree::Verb, vec!["VerbForm=Inf".to_owned()]),
                Category::PresentParticiple => {
                    (Tree::Verb, vec!["Tense=Pres|VerbForm=Part".to_owned()])
                }
                Category::PastParticiple => (Tree::Verb, vec![participle(form)]),
                Category::Finite => (Tree::Verb, finite(form)),
                _ => continue,
            };
            for morph in all {
                let order = Order::new(&text, morph.parse()?);
                readings
                    .entry((tree, text.clone()))
                    .or_default()
                    .insert(order);
            }
        }
    }
    Ok(readings)
}

/// The gender and number of a noun or adjective. The rule says them, or else the entry.
fn nominal(form: &Form) -> String {
    let fields = || {
        let fields = form.added.iter().chain(form.own.iter());
        fields.filter_map(|field| field.strip_prefix("is:"))
    };
    let gender = fields().find_map(|field| match field {
        "mas" => Some("Gender=Masc"),
        "fem" => Some("Gender=Fem"),
        "epi" => Some(""),
        _ => None,
    });
    let number = fields().find_map(|field| match field {
        "sg" => Some("Number=Sing"),
        "pl" => Some("Number=Plur"),
        "inv" => Some(""),
        _ => None,
    });
    let features = [gender, number].into_iter().flatten();
    let features: Vec<_> = features.filter(|it| !it.is_empty()).collect();
    if features.is_empty() {
        "_".to_owned()
    } else {
        features.join("|")
    }
}

/// A participle that never agrees (`pu`) is in the masculine singular.
fn participle(form: &Form) -> String {
    let agrees = nominal(form);
    let agrees = if agrees == "_" {
        "Gender=Masc|Number=Sing"
    } else {
        &agrees
    };
    format!("{agrees}|Tense=Past|VerbForm=Part")
}

/// The readings of a finite verb: every mood and tense that the rule says, in every person.
fn finite(form: &Form) -> Vec<String> {
    let mut found = Vec::new();
    for part in parts(form) {
        let (mood, tense) = match part {
            "ipre" => ("Ind", "Pres"),
            "iimp" => ("Ind", "Imp"),
            "ipsi" => ("Ind", "Past"),
            "ifut" => ("Ind", "Fut"),
            "spre" => ("Sub", "Pres"),
            "simp" => ("Sub", "Imp"),
            "cond" => ("Cnd", "Pres"),
            "impe" => ("Imp", "Pres"),
            _ => continue,
        };
        for part in parts(form) {
            let part = part.trim_end_matches('!');
            let number = match part.get(1..) {
                Some("sg") => "Sing",
                Some("pl") => "Plur",
                _ => continue,
            };
            let person = part.get(..1).unwrap_or_default();
            found.push(format!(
                "Mood={mood}|Number={number}|Person={person}|Tense={tense}|VerbForm=Fin"
            ));
        }
    }
    found
}

/// The values of `po:`: those of the rule where it has any, else of the entry.
fn parts(form: &Form) -> Vec<&str> {
    let added = values(&form.added);
    if added.is_empty() {
        values(&form.own)
    } else {
        added
    }
}

fn values(fields: &[String]) -> Vec<&str> {
    let values = fields.iter().filter_map(|field| field.strip_prefix("po:"));
    values.collect()
}

fn is(form: &Form, part: &str) -> bool {
    parts(form).contains(&part)
}

/// Whether the rule says that it is feminine.
fn is_feminine(form: &Form) -> bool {
    form.added.iter().any(|field| field == "is:fem")
}

/// What a form may be.
fn categories(form: &Form) -> Vec<Category> {
    let parts = parts(form);
    let has = |part: &str| parts.contains(&part);
    let mut found = Vec::new();
    let verb = |part: &&str| part.starts_with('v') && part.len() > 8;
    if values(&form.own).iter().any(verb) {
        if has("infi") {
            found.push(Category::Infinitive);
        }
        if has("ppas") {
            found.push(Category::PastParticiple);
        }
        if has("ppre") {
            found.push(Category::PresentParticiple);
        }
        let finite = [
            "ipre", "spre", "iimp", "ipsi", "ifut", "cond", "simp", "impe",
        ];
        if finite.iter().any(|mood| has(mood)) {
            found.push(Category::Finite);
        }
        if has("adj") {
            found.push(Category::Adj);
        }
        return found;
    }
    // What the dictionary writes with a capital is a name, whatever its article is like; in
    // capitals alone it may be an abbreviation of a noun too.
    let mut letters = form.lemma.chars().filter(|c| c.is_alphabetic());
    let capital = letters.next().is_some_and(char::is_uppercase);
    let name = capital && form.lemma.chars().count() > 1;
    let title = name && letters.next().is_some_and(char::is_lowercase);
    if name {
        found.push(Category::Propn);
    }
    for part in parts {
        let category = match part {
            "nom" | "adj" if title => Category::Propn,
            "nom" | "loc.nom" | "titr" => Category::Noun,
            "adj" | "loc.adj" => Category::Adj,
            "adv" | "loc.adv" | "negadv" | "advint" => Category::Adv,
            "prn" | "patr" | "npr" => Category::Propn,
            "prep" | "prepv" | "loc.prep" => Category::Adp,
            "cjco" => Category::Cconj,
            "cjsub" | "cj" | "loc.cj" => Category::Sconj,
            "interj" | "loc.interj" => Category::Intj,
            "nb" | "nbro" => Category::Num,
            part if part.starts_with("det") => Category::Det,
            part if part.starts_with("pro") => Category::Pron,
            _ => continue,
        };
        if !found.contains(&category) {
            found.push(category);
        }
    }
    found
}
