//! The French lexicon: every form of the dictionary with the lemmas and categories that it may
//! have, as an automaton that the library reads where it stands.
//!
//! A form's analyses say how its lemma is made of it (how many bytes go, what comes instead), so
//! that all forms of one paradigm share a few of them; forms with the same analyses share a
//! class, and what is left of two forms shares its states wherever it leads to the same classes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use griot::lemma::Category;
use griot::normalize::norm;

use crate::container;
use crate::hunspell::{self, Form};
use crate::sources;

const PACKAGE: &str = "hunspell-fr-comprehensive";
const FOLDER: &str = "./usr/share/hunspell";

/// Lemmas that are meant rather than another of the same form and category. Without one, a noun
/// that is its own lemma comes first, then the shorter lemma.
const PREFERRED: &str = include_str!("../data/preferred_lemmas.txt");

/// How a lemma is made of a form: the number of bytes that go, and what comes instead.
type Change = (u8, String);

/// The file and what there is to say of it.
pub fn build(dir: &Path) -> Result<(Vec<u8>, String)> {
    let read = |ending: &str| -> Result<String> {
        let bytes = sources::read_one(dir, PACKAGE, &format!("{FOLDER}/fr.{ending}"))?;
        Ok(String::from_utf8(bytes)?)
    };
    let forms = hunspell::expand(&read("aff")?, &read("dic")?)?;
    let analyses = analyses(&forms);
    let mut classes: BTreeMap<Vec<(Category, Change)>, u32> = BTreeMap::new();
    let mut keys = Vec::new();
    for (form, lemmas) in &analyses {
        let class: Vec<_> = lemmas
            .iter()
            .map(|(category, lemma)| (*category, change(form, lemma)))
            .collect();
        let next = container::length(classes.len())?;
        keys.push((form.as_bytes(), *classes.entry(class).or_insert(next)));
    }
    let arcs = automaton(&keys)?;
    let count = classes.len();
    let summary = format!(
        "{} forms, {count} classes, {} arcs",
        analyses.len(),
        arcs.len()
    );
    let mut by_number: Vec<_> = classes.into_iter().collect();
    by_number.sort_by_key(|(_, number)| *number);
    let mut ends = Vec::new();
    let mut rows = Vec::new();
    let mut endings = String::new();
    for (class, _) in by_number {
        for (category, (strip, append)) in class {
            let start = endings.find(&append).unwrap_or_else(|| {
                endings.push_str(&append);
                endings.len() - append.len()
            });
            let start = u16::try_from(start).context("too many endings")?;
            let length = u8::try_from(append.len())?;
            rows.extend([category as u8, strip, length]);
            rows.extend(start.to_le_bytes());
        }
        ends.push(container::length(rows.len())?);
    }
    let sections = [
        b"fr".to_vec(),
        container::u32s(arcs),
        container::u32s(ends),
        rows,
        endings.into_bytes(),
    ];
    Ok((container::write(b"lexi", &sections)?, summary))
}

/// The lemmas of each form by category, the one that is meant first.
fn analyses(forms: &[Form]) -> BTreeMap<String, Vec<(Category, String)>> {
    let preferred: HashSet<&str> = PREFERRED.lines().collect();
    let mut analyses: BTreeMap<String, Vec<(Category, String)>> = BTreeMap::new();
    for entry in forms.chunk_by(|a, b| a.entry == b.entry) {
        // The lemma of an adjective that is a participle is the masculine singular, which is the
        // shortest.
        let participles = entry.iter().filter(|form| form.is("ppas"));
        let participle = participles.min_by_key(|form| form.text.chars().count());
        // A noun keeps its gender: `commune`, `actrice`.
        let feminines = entry.iter().filter(|form| form.feminine);
        let feminine = feminines.min_by_key(|form| form.text.chars().count());
        for form in entry {
            let text = norm(&form.text).into_owned();
            for category in categories(form) {
                let lemma = match (category, participle, feminine) {
                    (Category::Adj, Some(participle), _) => &participle.text,
                    (Category::Noun, _, Some(feminine)) if form.feminine => &feminine.text,
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
    analyses
}

/// What a form may be.
fn categories(form: &Form) -> Vec<Category> {
    let has = |part: &str| form.is(part);
    let mut found = Vec::new();
    if form.verb {
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
    for part in &form.parts {
        let category = match part.as_str() {
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

fn change(form: &str, lemma: &str) -> Change {
    let mut shared = 0;
    for ((at, a), b) in form.char_indices().zip(lemma.chars()) {
        if a != b {
            break;
        }
        shared = at + a.len_utf8();
    }
    let strip = u8::try_from(form.len() - shared).unwrap_or(u8::MAX);
    (strip, lemma.get(shared..).unwrap_or_default().to_owned())
}

/// An arc: a byte, whether it is the last of its state, and the first arc of the state that it
/// leads to. The byte 0 ends a form, and leads to a class.
fn automaton(keys: &[(&[u8], u32)]) -> Result<Vec<u32>> {
    let mut states: HashMap<Vec<(u8, u32)>, u32> = HashMap::new();
    let mut order: Vec<Vec<(u8, u32)>> = Vec::new();
    let root = state(keys, 0, &mut states, &mut order);
    // The root first, and each state near those that lead to it.
    let mut places: HashMap<u32, u32> = HashMap::new();
    let mut laid = Vec::new();
    let mut next = 0;
    let mut stack = vec![root];
    while let Some(number) = stack.pop() {
        if places.contains_key(&number) {
            continue;
        }
        let arcs = order.get(number as usize).context("a state is missing")?;
        places.insert(number, next);
        next += container::length(arcs.len())?;
        laid.push(number);
        let targets = arcs.iter().rev().filter(|(byte, _)| *byte != 0);
        stack.extend(targets.map(|(_, target)| *target));
    }
    let mut out = Vec::new();
    for number in laid {
        let arcs = order.get(number as usize).context("a state is missing")?;
        for (index, (byte, target)) in arcs.iter().enumerate() {
            let target = if *byte == 0 {
                *target
            } else {
                *places.get(target).context("a state has no place")?
            };
            anyhow::ensure!(target < 1 << 23, "too many arcs");
            let last = u32::from(index + 1 == arcs.len());
            out.push(target << 9 | last << 8 | u32::from(*byte));
        }
    }
    Ok(out)
}

/// The state after the first `depth` bytes of sorted keys that share them.
fn state(
    keys: &[(&[u8], u32)],
    depth: usize,
    states: &mut HashMap<Vec<(u8, u32)>, u32>,
    order: &mut Vec<Vec<(u8, u32)>>,
) -> u32 {
    let mut arcs = Vec::new();
    let byte = |key: &(&[u8], u32)| key.0.get(depth).copied().unwrap_or_default();
    for run in keys.chunk_by(|a, b| byte(a) == byte(b)) {
        let Some(first) = run.first() else { continue };
        let target = match byte(first) {
            0 => first.1,
            _ => state(run, depth + 1, states, order),
        };
        arcs.push((byte(first), target));
    }
    if let Some(number) = states.get(&arcs) {
        return *number;
    }
    let number = order.len() as u32;
    order.push(arcs.clone());
    states.insert(arcs, number);
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lemma_is_a_change_of_its_form() {
        assert_eq!(change("chevaux", "cheval"), (2, "l".to_owned()));
        assert_eq!(
            change("été", "être"),
            ("été".len() as u8, "être".to_owned())
        );
        assert_eq!(change("mot", "mot"), (0, String::new()));
    }

    #[test]
    fn forms_share_their_ends() {
        let keys: [(&[u8], u32); 4] = [(b"as", 0), (b"asse", 1), (b"bs", 0), (b"bsse", 1)];
        // Both stems lead to one state: s, then an end or s, e, an end.
        let arcs = automaton(&keys).unwrap();
        assert_eq!(arcs.len(), 2 + 1 + 2 + 1 + 1);
        assert_eq!(arcs.first().map(|arc| *arc as u8), Some(b'a'));
    }
}
