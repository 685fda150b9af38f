//! The model of morphological features: for nouns, adjectives and verbs a tree of endings, with no more
//! branches than the forms of the dictionary need to come out right. The library describes the format.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::Language;
use griot::morph::{Gender, Morph, VerbForm};

use crate::container;
use crate::lexicon::{english, french, portuguese};

/// The readings of each form, by its part of speech.
pub type Readings = BTreeMap<(Tree, String), BTreeSet<Order>>;

/// The trees, in their order in the file. The last is of verbs and auxiliaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tree {
    Noun,
    Adj,
    Verb,
}

/// A reading by the order in which those of a form stand: the library takes the first that fits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    has_number: bool,
    unlikely_gender: bool,
    name: String,
}

impl Order {
    /// A noun that may have either gender is feminine more often if it ends in `e`.
    pub fn new(form: &str, morph: Morph) -> Self {
        let feminine = form.trim_end_matches('s').ends_with('e');
        let gender = morph
            .gender()
            .filter(|_| morph.verb_form() != Some(VerbForm::Part));
        Self {
            has_number: morph.number().is_some(),
            unlikely_gender: gender.is_some_and(|it| (it == Gender::Fem) != feminine),
            name: morph.to_string(),
        }
    }
}

/// The file and what there is to say of it.
pub fn build(dir: &Path, language: Language) -> Result<(Vec<u8>, String)> {
    let readings = match language {
        Language::ENGLISH => english::readings(dir)?,
        Language::FRENCH => french::readings(dir)?,
        Language::PORTUGUESE => portuguese::readings(dir)?,
        _ => bail!("{language}: no dictionary with features is pinned for it"),
    };
    let mut sets: BTreeMap<String, usize> = BTreeMap::new();
    let mut forms: BTreeMap<Tree, Vec<(Vec<u8>, String)>> = BTreeMap::new();
    for ((tree, form), all) in readings {
        let names: Vec<_> = all.into_iter().map(|it| it.name).collect();
        let set = names.join(" ");
        *sets.entry(set.clone()).or_default() += 1;
        let backwards = form.bytes().rev().chain([0]).collect();
        forms.entry(tree).or_default().push((backwards, set));
    }
    let mut by_count: Vec<_> = sets.into_iter().collect();
    by_count.sort_by_key(|(set, count)| (Reverse(*count), set.clone()));
    let names: Vec<_> = by_count.into_iter().map(|(set, _)| set).collect();
    let mut numbers = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        let number = u8::try_from(index + 1).context("more than 255 sets of readings")?;
        numbers.insert(name.as_str(), number);
    }
    let mut sections = vec![
        language.to_string().into_bytes(),
        names.join("\n").into_bytes(),
    ];
    let mut summary = format!("{language}: {} sets", names.len());
    for (tree, name) in [
        (Tree::Noun, "nouns"),
        (Tree::Adj, "adjectives"),
        (Tree::Verb, "verbs"),
    ] {
        let forms = forms.remove(&tree).unwrap_or_default();
        let mut keys: Vec<(&[u8], u8)> = Vec::new();
        for (form, set) in &forms {
            keys.push((
                form,
                *numbers.get(set.as_str()).context("a set has no number")?,
            ));
        }
        keys.sort_unstable();
        let most = commonest(&keys).context("a tree has no forms")?;
        let mut bytes = vec![most];
        bytes.extend(nodes(&keys, 0, most));
        summary += &format!(", {} {name} in {} bytes", keys.len(), bytes.len());
        sections.push(bytes);
    }
    Ok((container::write(b"mrph", &sections)?, summary))
}

/// The nodes below an ending of `depth` bytes, whose words have the set `inherited` where no node says
/// another. Empty if all have it.
fn nodes(keys: &[(&[u8], u8)], depth: usize, inherited: u8) -> Vec<u8> {
    if keys.iter().all(|(_, set)| *set == inherited) {
        return Vec::new();
    }
    let byte = |key: &(&[u8], u8)| key.0.get(depth).copied();
    let mut children: Vec<(usize, u8, Vec<u8>)> = Vec::new();
    for run in keys.chunk_by(|a, b| byte(a) == byte(b)) {
        let Some(label) = run.first().and_then(byte) else {
            continue;
        };
        let own = commonest(run).unwrap_or(inherited);
        let below = nodes(run, depth + 1, own);
        if own == inherited && below.is_empty() {
            continue;
        }
        let mut node = vec![label, if own == inherited { 0 } else { own }];
        let mut length = below.len();
        while length >= 0x80 {
            node.push(length as u8 | 0x80);
            length >>= 7;
        }
        node.push(length as u8);
        node.extend(below);
        children.push((run.len(), label, node));
    }
    // A search goes through them one by one, so the commonest stand first.
    children.sort_by_key(|(count, label, _)| (Reverse(*count), *label));
    children.into_iter().flat_map(|(_, _, node)| node).collect()
}

/// The commonest set; the lower number of two.
fn commonest(keys: &[(&[u8], u8)]) -> Option<u8> {
    let mut counts = [0_usize; 256];
    for (_, set) in keys {
        if let Some(count) = counts.get_mut(usize::from(*set)) {
            *count += 1;
        }
    }
    let all = (1..=u8::MAX).filter(|set| counts.get(usize::from(*set)).is_some_and(|it| *it > 0));
    all.max_by_key(|set| (counts.get(usize::from(*set)).copied(), Reverse(*set)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_has_only_what_differs() {
        let keys: [(&[u8], u8); 4] = [(b"na\0", 1), (b"nb\0", 1), (b"sa\0", 2), (b"sb\0", 1)];
        // All end in set 1, but for `as`.
        let below = [vec![b'a', 2, 0]].concat();
        let wanted = [vec![b's', 0, below.len() as u8], below].concat();
        let mut keys = keys.to_vec();
        keys.sort_unstable();
        let found = nodes(&keys, 0, 1);
        assert!(
            found == wanted || found == [b's', 2, 3, b'b', 1, 0],
            "{found:?}"
        );
    }
}
