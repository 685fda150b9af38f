//! Sentences of CoNLL-U treebanks.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::Pos;

use crate::headings::Words;
use crate::sources;

/// One sentence of a treebank.
#[derive(Clone)]
pub struct Sentence {
    pub text: String,
    /// Whether a document or paragraph begins with it.
    pub opens: bool,
    /// Its phrases, written as headings.
    pub headings: Vec<String>,
}

/// One sentence of a treebank with the parts of speech of its tokens, by their first byte and the
/// byte after the last.
pub struct Tagged {
    pub text: String,
    pub tags: Vec<((usize, usize), Pos)>,
}

/// A part of a treebank that training leaves out, so that it can be measured on: `SET`, or
/// `SET:K/N` for the Kth of N equal parts.
pub struct Without {
    set: String,
    part: usize,
    of: usize,
}

impl Without {
    pub fn parse(text: &str) -> Result<Self> {
        let (set, part, of) = match text.split_once(':') {
            None => (text, 1, 1),
            Some((set, parts)) => {
                let (part, of) = parts.split_once('/').context("a part is K/N")?;
                (set, part.parse()?, of.parse()?)
            }
        };
        if part == 0 || part > of {
            bail!("{text}: no such part");
        }
        Ok(Self {
            set: set.to_owned(),
            part,
            of,
        })
    }

    fn takes(&self, set: &str, index: usize, count: usize) -> bool {
        let from = count * (self.part - 1) / self.of;
        let to = count * self.part / self.of;
        self.set == set && (from..to).contains(&index)
    }
}

/// The sentences of the treebank `set`, without what is left out.
pub fn read(dir: &Path, set: &str, without: &[Without]) -> Result<Vec<Sentence>> {
    let bytes = sources::read_file(dir, set)?;
    let text = String::from_utf8(bytes).with_context(|| set.to_owned())?;
    let mut sentences = Vec::new();
    for block in text.split("\n\n") {
        let mut lines = block.lines();
        let Some(text) = lines.find_map(|line| line.strip_prefix("# text = ")) else {
            continue;
        };
        let mut marks = block.lines().take_while(|line| line.starts_with('#'));
        let text = text.trim();
        sentences.push(Sentence {
            text: text.to_owned(),
            opens: marks.any(|it| it.starts_with("# newdoc") || it.starts_with("# newpar")),
            headings: Words::read(text, lines).map_or_else(Vec::new, |it| it.headings(text)),
        });
    }
    leave_out(&mut sentences, set, without);
    Ok(sentences)
}

/// Takes from a set what is left out of it.
pub fn leave_out<T>(sentences: &mut Vec<T>, set: &str, without: &[Without]) {
    let count = sentences.len();
    let mut index = 0;
    sentences.retain(|_| {
        index += 1;
        !without
            .iter()
            .any(|without| without.takes(set, index - 1, count))
    });
}

/// The tagged sentences of the treebank `set`, without what is left out. A contraction such as
/// `du` has the tag of its first word, `auquel` that of the pronoun in it.
pub fn read_tagged(dir: &Path, set: &str, without: &[Without]) -> Result<Vec<Tagged>> {
    let bytes = sources::read_file(dir, set)?;
    let text = String::from_utf8(bytes).with_context(|| set.to_owned())?;
    let mut sentences = Vec::new();
    for block in text.split("\n\n") {
        let Some(text) = block
            .lines()
            .find_map(|line| line.strip_prefix("# text = "))
        else {
            continue;
        };
        let mut tags = Vec::new();
        let (mut end, mut inside) = (0, 0);
        for line in block.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, _, pos, ..] = columns.as_slice() else {
                continue;
            };
            let range = id.split_once('-').and_then(|(_, last)| last.parse().ok());
            let number: Option<usize> = id.parse().ok();
            if let (Some(number), Some((_, tag))) =
                (number.filter(|it| *it <= inside), tags.last_mut())
            {
                // The words of a contraction.
                let pos = read_pos(pos)?;
                let auquel = *tag == Pos::Adp && number == inside && pos == Pos::Pron;
                if *tag == Pos::X || auquel {
                    *tag = pos;
                }
            } else if number.is_some() || range.is_some() {
                let rest = text.get(end..).unwrap_or_default();
                let Some(at) = rest.find(form) else {
                    bail!("{set}: {form:?} is not in {text:?}");
                };
                let start = end + at;
                end = start + form.len();
                inside = range.unwrap_or(inside);
                let pos = if range.is_some() {
                    Pos::X
                } else {
                    read_pos(pos)?
                };
                tags.push(((start, end), pos));
            }
        }
        sentences.push(Tagged {
            text: text.to_owned(),
            tags,
        });
    }
    leave_out(&mut sentences, set, without);
    Ok(sentences)
}

fn read_pos(name: &str) -> Result<Pos> {
    let pos = Pos::ALL.iter().copied().find(|pos| pos.as_str() == name);
    pos.with_context(|| format!("{name}: no part of speech"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_overlap_and_leave_nothing() {
        let parts: Vec<_> = (1..=3)
            .map(|part| Without::parse(&format!("a:{part}/3")).unwrap())
            .collect();
        for index in 0..10 {
            let takes = parts.iter().filter(|part| part.takes("a", index, 10));
            assert_eq!(takes.count(), 1);
        }
        assert!(Without::parse("a").unwrap().takes("a", 9, 10));
        assert!(!Without::parse("a").unwrap().takes("b", 9, 10));
        assert!(Without::parse("a:4/3").is_err());
    }
}
