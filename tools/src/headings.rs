//! Headings and cells of tables, made of the phrases of treebanks: these have few of their own, and
//! raw text whose lines were joined is full of them.

use std::ops::Range;

/// The words of a sentence of CoNLL-U. A contraction such as `du` is several words in one place.
#[derive(Default)]
pub struct Words<'a> {
    spans: Vec<Range<usize>>,
    tags: Vec<&'a str>,
    relations: Vec<&'a str>,
    /// The number of the word that each depends on, from 1.
    heads: Vec<usize>,
}

/// The words that a phrase may have at most.
const LONGEST: usize = 9;

/// Of so many nouns with an article two lose it.
const THIRDS: usize = 3;

impl<'a> Words<'a> {
    /// Reads the rows of a sentence. `None` if a form is not in the text.
    pub fn read(text: &str, rows: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut words = Self::default();
        let (mut place, mut inside) = (0..0, 0);
        for row in rows {
            let columns: Vec<&str> = row.split('\t').collect();
            let [id, form, _, tag, _, _, head, relation, ..] = columns.as_slice() else {
                continue;
            };
            let last = id.split_once('-').and_then(|(_, last)| last.parse().ok());
            let number: Option<usize> = id.parse().ok();
            if last.is_some() || number.is_some_and(|it| it > inside) {
                let start = place.end + text.get(place.end..)?.find(form)?;
                place = start..start + form.len();
            }
            inside = last.unwrap_or(inside);
            if number.is_some() {
                words.spans.push(place.clone());
                words.tags.push(tag);
                words.relations.push(relation);
                words.heads.push(head.parse().unwrap_or_default());
            }
        }
        Some(words)
    }

    /// The noun phrases without a verb, as headings are written.
    pub fn headings(&self, text: &str) -> Vec<String> {
        let nouns = (0..self.tags.len()).filter(|noun| {
            let part = ["nsubj", "obj", "obl", "nmod", "root"];
            let relation = self.relation(*noun).split(':').next();
            self.tag(*noun) == "NOUN" && relation.is_some_and(|it| part.contains(&it))
        });
        nouns.filter_map(|noun| self.heading(text, noun)).collect()
    }

    fn heading(&self, text: &str, noun: usize) -> Option<String> {
        let phrase = (0..self.tags.len()).filter(|word| self.is_under(*word, noun));
        let phrase: Vec<usize> = phrase.skip_while(|it| self.tag(*it) == "ADP").collect();
        let (first, last) = (*phrase.first()?, *phrase.last()?);
        let whole = last - first + 1 == phrase.len() && phrase.len() <= LONGEST;
        let never = ["PUNCT", "VERB", "AUX", "SYM", "PRON", "SCONJ"];
        let spoilt = phrase.iter().any(|it| never.contains(&self.tag(*it)));
        let cut = ["ADP", "DET"].contains(&self.tag(last)) || self.shares_place(last + 1);
        if !whole || !phrase.contains(&noun) || spoilt || cut {
            return None;
        }
        let bare = self.tag(first) == "DET" && !(noun + self.tags.len()).is_multiple_of(THIRDS);
        let first = first + usize::from(bare && first < last);
        if self.shares_place(first) {
            return None;
        }
        let phrase = text.get(self.spans.get(first)?.start..self.spans.get(last)?.end)?;
        let mut rest = phrase.chars();
        let head = rest.next().filter(|it| it.is_alphanumeric())?;
        Some(head.to_uppercase().chain(rest).collect())
    }

    /// Whether a word is `noun`, or depends on it or on one that does.
    fn is_under(&self, word: usize, noun: usize) -> bool {
        let up = |word: &usize| self.heads.get(*word)?.checked_sub(1);
        std::iter::successors(Some(word), up)
            .take(self.tags.len())
            .any(|it| it == noun)
    }

    /// Whether a word stands in one contraction with the one before it.
    fn shares_place(&self, word: usize) -> bool {
        let before = word.checked_sub(1).and_then(|it| self.spans.get(it));
        before.is_some_and(|before| self.spans.get(word) == Some(before))
    }

    fn tag(&self, word: usize) -> &'a str {
        self.tags.get(word).copied().unwrap_or_default()
    }

    fn relation(&self, word: usize) -> &'a str {
        self.relations.get(word).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_become_headings() {
        let text = "Il lit les notes du chef.";
        let rows = "1\tIl\til\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tlit\tlire\tVERB\t_\t_\t0\troot\t_\t_
3\tles\tle\tDET\t_\t_\t4\tdet\t_\t_
4\tnotes\tnote\tNOUN\t_\t_\t2\tobj\t_\t_
5-6\tdu\t_\t_\t_\t_\t_\t_\t_\t_
5\tde\tde\tADP\t_\t_\t7\tcase\t_\t_
6\tle\tle\tDET\t_\t_\t7\tdet\t_\t_
7\tchef\tchef\tNOUN\t_\t_\t4\tnmod\t_\t_
8\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_";
        let words = Words::read(text, rows.lines()).unwrap();
        assert_eq!(words.headings(text), ["Notes du chef", "Chef"]);
    }
}
