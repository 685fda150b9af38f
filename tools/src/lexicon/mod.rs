//! The lexica: every form of a dictionary with the lemmas and categories that it may have, as an
//! automaton that the library reads where it stands.
//!
//! A form's analyses say how its lemma is made of it (how many bytes go, what comes instead), so
//! that all forms of one paradigm share a few of them; forms with the same analyses share a
//! class, and what is left of two forms shares its states wherever it leads to the same classes.

pub mod english;
pub mod french;
mod german;
pub mod portuguese;
mod spanish;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::Language;
use griot::normalize::norm;
use griot::training::lexicon::Category;

use crate::container;
use crate::identify::texts;

/// The lemmas of each form by category, one for each.
type Analyses = BTreeMap<String, Vec<(Category, String)>>;

/// How a lemma is made of a form: the number of bytes that go, and what comes instead.
type Change = (u8, String);

/// The file and what there is to say of it.
pub fn build(dir: &Path, language: Language) -> Result<(Vec<u8>, String)> {
    let analyses = match language {
        Language::ENGLISH => english::analyses(dir)?,
        Language::FRENCH => french::analyses(dir)?,
        Language::GERMAN => german::analyses(dir)?,
        Language::PORTUGUESE => portuguese::analyses(dir)?,
        Language::SPANISH => spanish::analyses(dir)?,
        _ => bail!("{language}: no dictionary is pinned for it"),
    };
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
        "{language}: {} forms, {count} classes, {} arcs",
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
        language.to_string().into_bytes(),
        container::u32s(arcs),
        container::u32s(ends),
        rows,
        endings.into_bytes(),
    ];
    Ok((container::write(b"lexi", &sections)?, summary))
}

/// Gathers the analyses of a dictionary that says little of which lemma is meant.
#[derive(Default)]
struct Gathered(BTreeMap<String, Vec<(Category, usize, String)>>);

impl Gathered {
    /// `rank` is 0 for the lemma that is meant first.
    fn add(&mut self, form: &str, category: Category, rank: usize, lemma: &str) {
        let analysis = (category, rank, norm(lemma).into_owned());
        let form = norm(form).into_owned();
        if !form.is_empty() && !form.contains(char::is_whitespace) {
            self.0.entry(form).or_default().push(analysis);
        }
    }

    /// One lemma for each category: the first by rank, a noun that is its own lemma, then the
    /// commonest of those that wordfreq has.
    fn finish(self, dir: &Path, language: Language) -> Result<Analyses> {
        let words = texts::frequencies(dir, &language.to_string())?;
        let frequencies: HashMap<String, u32> = words
            .into_iter()
            .map(|(word, frequency)| (word, frequency as u32))
            .collect();
        let best = |(form, mut lemmas): (String, Vec<(Category, usize, String)>)| {
            lemmas.sort_by_cached_key(|(category, rank, lemma)| {
                (
                    *category,
                    *rank,
                    *category == Category::Noun && *lemma != form,
                    Reverse(frequencies.get(lemma).copied()),
                    lemma.chars().count(),
                    lemma.clone(),
                )
            });
            lemmas.dedup_by_key(|(category, ..)| *category);
            let lemmas = lemmas
                .into_iter()
                .map(|(category, _, lemma)| (category, lemma));
            (form, lemmas.collect())
        };
        Ok(self.0.into_iter().map(best).collect())
    }

    /// The forms that were listed by hand, a line for a category and a lemma. They come first.
    fn add_listed(&mut self, listed: &str) -> Result<()> {
        for line in listed.lines() {
            let mut columns = line.split([' ', '\t']);
            let (Some(name), Some(lemma)) = (columns.next(), columns.next()) else {
                bail!("{line:?}: no category and lemma");
            };
            let category = match name {
                "adjective" => Category::Adj,
                "finite" => Category::Finite,
                "gerund" => Category::PresentParticiple,
                "noun" => Category::Noun,
                "infinitive" => Category::Infinitive,
                "participle" => Category::PastParticiple,
                _ => bail!("{name}: no such category"),
            };
            for form in columns {
                self.add(form, category, 0, lemma);
            }
        }
        Ok(())
    }
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
