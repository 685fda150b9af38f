//! Texts made of the sentences of treebanks, as raw text has them: on one line, in stretches with
//! headings and lost full stops.

use std::collections::HashSet;

use griot::Language;

use crate::random::Random;
use crate::treebank::Sentence;

/// How the texts of a language are made.
#[derive(Clone, Copy)]
pub struct Manner {
    pub language: Language,
    /// Whether stretches of the texts get headings.
    pub headings: bool,
}

/// A text, and the bytes at which its sentences begin.
#[derive(Default)]
pub struct Joined {
    pub text: String,
    pub starts: HashSet<usize>,
}

/// Sentences of one text.
const TEXT: usize = 60;
/// The most sentences of a treebank that keep their order.
const RUN: u64 = 4;
/// One sentence in so many loses its full stop, as a heading has none.
const STRIPPED: u64 = 40;
/// One in so many trails off instead: the treebanks have a few dozen that do.
const TRAILING: u64 = 30;
/// One sentence in so many ends with a line.
const LINES: u64 = 25;
/// A stretch with headings begins at one sentence in so many.
const STRETCHES: u64 = 60;
/// The shortest stretch, and how many lengths there are.
const STRETCH: (u64, u64) = (3, 8);
/// In a stretch one sentence in so many has headings before it.
const HEADED: u64 = 2;
/// One in so many of these has several: from two on, and how many counts there are.
const CROWDED: u64 = 3;
const CROWD: (u64, u64) = (2, 3);
/// One sentence of a stretch in so many loses its full stop.
const STRIPPED_THERE: u64 = 4;
/// One heading in so many is in capitals, and one in so many ends with a colon.
const CAPITALS: u64 = 6;
const COLONS: u64 = 8;

/// Joins the sentences of a treebank to texts, in the order of `round`. The first keeps that of the
/// treebank, the others that of short runs.
pub fn join(
    sentences: &[Sentence],
    manner: Manner,
    round: usize,
    random: &mut Random,
) -> Vec<Joined> {
    let mut runs: Vec<&[Sentence]> = Vec::new();
    let mut rest = sentences;
    while !rest.is_empty() {
        let length = if round == 0 {
            TEXT
        } else {
            1 + random.below(RUN) as usize
        };
        let (run, after) = rest.split_at(length.min(rest.len()));
        runs.push(run);
        rest = after;
    }
    if round > 0 {
        random.shuffle(&mut runs);
    }
    let order: Vec<&Sentence> = runs.into_iter().flatten().collect();
    let headings = sentences.iter().flat_map(|it| &it.headings);
    let headings: Vec<&str> = headings.map(String::as_str).collect();
    let typed = round % 2 == 1 && manner.language == Language::FRENCH;
    let mut texts = Vec::new();
    for chunk in order.chunks(TEXT) {
        let mut joined = Joined::default();
        // How many sentences of a stretch are left.
        let mut stretch: u64 = 0;
        for sentence in chunk {
            stretch = stretch.saturating_sub(1);
            if manner.headings && stretch == 0 && random.below(STRETCHES) == 0 {
                stretch = STRETCH.0 + random.below(STRETCH.1);
            }
            if !joined.text.is_empty() {
                let broken = sentence.opens || random.below(LINES) == 0;
                joined.text.push(if broken { '\n' } else { ' ' });
            }
            if stretch > 0 && random.below(HEADED) == 0 {
                joined.head(&headings, random);
            }
            let stripped = if stretch > 0 {
                STRIPPED_THERE
            } else {
                STRIPPED
            };
            let text = if typed {
                typographic(&sentence.text)
            } else {
                sentence.text.clone()
            };
            joined.add(&text, stripped, random);
        }
        texts.push(joined);
    }
    texts
}

impl Joined {
    /// Adds one heading or more.
    fn head(&mut self, headings: &[&str], random: &mut Random) {
        let count = match random.below(CROWDED) {
            0 => CROWD.0 + random.below(CROWD.1),
            _ => 1,
        };
        for _ in 0..count {
            let drawn = random.below(headings.len().max(1) as u64);
            let Some(heading) = headings.get(drawn as usize) else {
                return;
            };
            self.starts.insert(self.text.len());
            if random.below(CAPITALS) == 0 {
                self.text.push_str(&heading.to_uppercase());
            } else {
                self.text.push_str(heading);
            }
            let colon = random.below(COLONS) == 0;
            self.text.push_str(if colon { " : " } else { " " });
        }
    }

    /// Adds a sentence. One in `stripped` loses its full stop.
    fn add(&mut self, sentence: &str, stripped: u64, random: &mut Random) {
        self.starts.insert(self.text.len());
        match sentence.strip_suffix('.') {
            Some(bare) if random.below(stripped) == 0 => self.text.push_str(bare),
            Some(bare) if random.below(TRAILING) == 0 => {
                self.text.push_str(bare.trim_end_matches('.'));
                self.text.push('…');
            }
            _ => self.text.push_str(sentence),
        }
    }
}

/// With the apostrophes and no-break spaces of the French press.
fn typographic(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        typed.push(match c {
            '\'' => '’',
            ' ' if before == Some(&'«') => '\u{a0}',
            ' ' if matches!(after, Some(';' | ':' | '!' | '?' | '»' | '%')) => '\u{202f}',
            c => *c,
        });
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_press_has_its_own_marks() {
        assert_eq!(
            typographic("L'a-t-il dit ? « Oui »"),
            "L’a-t-il dit\u{202f}? «\u{a0}Oui\u{202f}»"
        );
    }

    #[test]
    fn headings_and_sentences_begin_where_it_is_said() {
        let sentence = Sentence {
            text: "Il lit les notes.".to_owned(),
            opens: false,
            headings: vec!["Notes".to_owned()],
        };
        let sentences = vec![sentence; 1000];
        let manner = |headings| Manner {
            language: Language::PORTUGUESE,
            headings,
        };
        let begin = |texts: &[Joined], word: &str| -> usize {
            let starts = texts
                .iter()
                .flat_map(|it| it.starts.iter().map(|at| &it.text[*at..]));
            starts
                .filter(|it| it.to_lowercase().starts_with(word))
                .count()
        };
        let plain = join(&sentences, manner(false), 1, &mut Random(0));
        assert_eq!((begin(&plain, "il "), begin(&plain, "notes")), (1000, 0));
        let headed = join(&sentences, manner(true), 1, &mut Random(0));
        let count: usize = headed.iter().map(|it| it.starts.len()).sum();
        assert_eq!(begin(&headed, "il "), 1000);
        assert!(count > 1050 && begin(&headed, "notes") == count - 1000);
    }
}
