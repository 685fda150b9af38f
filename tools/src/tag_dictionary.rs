//! Learns the tag dictionary of a model: the words and the sets of categories of the lexicon that the
//! treebanks tag in one way.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use griot::Pos;
use griot::lemma::Lemmatizer;
use griot::training::tags::dictionary_words;

use crate::treebank::Tagged;

/// A function word is in the dictionary if it occurs so often, and of its tags at most one in so many differs.
const WORD: (u32, u32) = (20, 200);
/// The same for all words of a set of categories together.
const CATEGORIES: (u32, u32) = (100, 150);
/// A word that has another tag so often than its set of categories is left to the model.
const EXCEPTION: u32 = 2;

/// The dictionary as the library reads it: a line for each word and for each set of categories.
#[derive(Default)]
pub struct Lines {
    pub words: String,
    pub categories: String,
}

/// How often words have each tag.
#[derive(Clone, Default)]
struct Counts(BTreeMap<Pos, u32>);

pub fn learn(sentences: &[Tagged], lemmatizer: &Lemmatizer) -> Lines {
    let mut words: BTreeMap<String, (Option<u16>, Counts)> = BTreeMap::new();
    for sentence in sentences {
        let tags: BTreeMap<_, Pos> = sentence.tags.iter().copied().collect();
        dictionary_words(lemmatizer, &sentence.text, |span, norm, categories| {
            if let Some(pos) = tags.get(&(span.start(), span.end())) {
                let (set, counts) = words.entry(norm.to_owned()).or_default();
                *set = categories;
                counts.add(*pos, 1);
            }
        });
    }
    let mut sets: BTreeMap<u16, Counts> = BTreeMap::new();
    for (set, counts) in words.values() {
        let Some(set) = set.filter(|set| *set != 0) else {
            continue;
        };
        let all = sets.entry(set).or_default();
        counts
            .0
            .iter()
            .for_each(|(pos, count)| all.add(*pos, *count));
    }
    sets.retain(|set, all| {
        let Some((usual, _)) = all.usual() else {
            return false;
        };
        *all = Counts::default();
        for (own, counts) in words.values() {
            if *own == Some(*set) && counts.all() - counts.of(usual) < EXCEPTION {
                counts
                    .0
                    .iter()
                    .for_each(|(pos, count)| all.add(*pos, *count));
            }
        }
        all.always(CATEGORIES) == Some(usual)
    });
    let mut lines = Lines::default();
    for (word, (set, counts)) in &words {
        let usual = set.and_then(|set| Some(sets.get(&set)?.usual()?.0));
        let own = counts.always(WORD).filter(|_| set.is_none());
        let exception = usual.is_some_and(|usual| counts.all() - counts.of(usual) >= EXCEPTION);
        // Writing to a string cannot fail.
        let _ = match own {
            Some(own) if usual != Some(own) => writeln!(lines.words, "{word} {}", own.as_str()),
            None if exception => writeln!(lines.words, "{word} ?"),
            _ => Ok(()),
        };
    }
    for (set, all) in &sets {
        if let Some((usual, _)) = all.usual() {
            let _ = writeln!(lines.categories, "{set} {}", usual.as_str());
        }
    }
    lines
}

impl Counts {
    fn add(&mut self, pos: Pos, count: u32) {
        *self.0.entry(pos).or_default() += count;
    }

    fn of(&self, pos: Pos) -> u32 {
        self.0.get(&pos).copied().unwrap_or_default()
    }

    fn all(&self) -> u32 {
        self.0.values().sum()
    }

    /// The commonest tag, and how often it occurs.
    fn usual(&self) -> Option<(Pos, u32)> {
        let counts = self.0.iter().map(|(pos, count)| (*pos, *count));
        counts.max_by_key(|(pos, count)| (*count, std::cmp::Reverse(*pos)))
    }

    /// The commonest tag if there are at least so many, and at most one in so many is another.
    fn always(&self, (least, one_in): (u32, u32)) -> Option<Pos> {
        let (pos, count) = self.usual()?;
        let all = self.all();
        (all >= least && (all - count) * one_in <= all).then_some(pos)
    }
}
