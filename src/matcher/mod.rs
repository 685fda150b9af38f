//! Patterns over tokens: `signer` in any form, then an optional article, then `accord`.
//!
//! A [`Matcher`] finds rows of tokens in finished documents, in the manner of spaCy's `Matcher`. It is
//! made of [`Patterns`]. A pattern is a row of [`TokenPattern`]s with a name:
//!
//! ```
//! # #[cfg(feature = "fr-lexicon")] {
//! use griot::matcher::{Matcher, Overlap, Patterns, token};
//! use griot::{Language, Pipeline, Pos};
//!
//! let deal = [
//!     token().lemma(["signer", "conclure"]),
//!     token().pos([Pos::Det, Pos::Adj]).zero_or_more(),
//!     token().norm(["accord", "traité", "contrat"]).optional(),
//!     token().pos(Pos::Adj).zero_or_more(),
//! ];
//! let matcher = Matcher::new(Patterns::new().with("deal", deal))?.overlap(Overlap::First);
//!
//! let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
//! let document = pipeline.process("Niamey a signé un nouvel accord militaire. Moscou signe aussi.")?;
//! let found: Vec<_> = matcher.find(document.view()).map(|it| (it.name(), it.text())).collect();
//! assert_eq!(found, [("deal", "signé un nouvel accord militaire"), ("deal", "signe")]);
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! # From JSON
//!
//! With serde, [`Patterns`] are read from an object: for each name a pattern or a list of patterns, each
//! in the form of spaCy.
//!
//! ```
//! use griot::matcher::{Matcher, Patterns};
//!
//! let patterns: Patterns = serde_json::from_str(r#"{
//!     "greeting": [{"LOWER": "bonjour"}, {"IS_PUNCT": true, "OP": "?"}, {"LOWER": {"IN": ["monsieur", "madame"]}}],
//!     "number": [[{"LIKE_NUM": true, "OP": "+"}], [{"LOWER": "mille"}]]
//! }"#)?;
//! let matcher = Matcher::new(patterns)?;
//! let document = griot::Pipeline::new()?.process("Bonjour, Madame ! Il est venu mille fois.")?;
//! let found: Vec<_> = matcher.find(document.view()).map(|it| it.text()).collect();
//! assert_eq!(found, ["Bonjour, Madame", "mille"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | key | value | |
//! |--|--|--|
//! | `TEXT`, `ORTH` | text | as it is written |
//! | `LOWER`, `NORM` | text | the normal form; case and the kind of apostrophe do not matter |
//! | `LEMMA` | text | the dictionary form |
//! | `STEM` | text | the stem |
//! | `POS` | `"NOUN"`, `"VERB"`, … | the part of speech of Universal Dependencies |
//! | `MORPH` | `"Number=Plur"`, `"Gender=Fem\|Number=Plur"`, … | the [features](crate::Morph), and maybe others; also `{"IS_SUPERSET": [..]}` |
//! | `KIND` | `"word"`, `"number"`, … | the [kind](crate::TokenKind) |
//! | `STOP` | `"no"`, `"function"`, `"extended"` | the [tier](crate::Stop) of a stop word |
//! | `SHAPE` | `"Xxxxx"`, … | the [shape](crate::Shape) |
//! | `ENT_TYPE` | `"PER"`, … | the label of the outermost entity |
//! | `LENGTH` | number, or bounds such as `{">=": 3, "<": 8}` | the number of characters |
//! | `IS_PUNCT`, `LIKE_NUM`, `LIKE_URL`, `LIKE_EMAIL` | `true`, `false` | the kind is punctuation, number, url or email |
//! | `IS_STOP` | `true`, `false` | a stop word of either tier |
//! | `IS_TITLE`, `IS_UPPER`, `IS_LOWER` | `true`, `false` | begins with a capital; has only capitals; has only small letters |
//! | `OP` | `"!"`, `"?"`, `"*"`, `"+"`, `"{2}"`, `"{2,4}"`, `"{2,}"`, `"{,4}"` | not this token; how often it stands, `"1"` by default |
//!
//! Each text may also be `{"IN": [..]}` or `{"NOT_IN": [..]}`. The case of a key does not matter. `{}` is
//! any token. Any other key or value is an error that names the pattern and the token.
//!
//! # What matches
//!
//! - All matches count, also those that overlap, unless [`Matcher::overlap`] says otherwise.
//! - A match lies within one sentence, unless [`Matcher::across_sentences`] says otherwise.
//! - A match has at least one token and at most 127. A pattern that needs more is an error.
//! - In a document without lemmas or stems the normal form takes their place. A condition on another
//!   layer that the document lacks holds for no token. [`Matcher::layers`] says which layers are read.
//! - The time is linear in the tokens of the document. No pattern makes it anything else.
//!
//! # As entities
//!
//! `Builder::patterns` (feature `entities`) makes entities of the matches in every document of a pipeline.

mod automaton;
mod condition;
#[cfg(feature = "entities")]
mod entities;
mod found;
mod json;
mod patterns;
// Its texts are French.
#[cfg(all(test, feature = "fr"))]
mod tests;
mod token_pattern;

use std::collections::HashMap;
use std::ops::Range;

use automaton::{Automaton, Begun, Pass};
pub use condition::OneOf;
#[cfg(feature = "entities")]
pub(crate) use entities::PatternEntities;
pub use found::{Match, Overlap};
pub use patterns::Patterns;
pub use token_pattern::{TokenPattern, not, token};

use crate::document::{DocumentRef, LayerSet};
use crate::error::Error;

/// Finds patterns in documents. Build it once and use it for all; see the [module](self).
#[derive(Clone, Debug)]
pub struct Matcher {
    automaton: Automaton,
    names: Vec<String>,
    overlap: Overlap,
    across_sentences: bool,
}

impl Matcher {
    /// Compiles patterns.
    ///
    /// # Errors
    ///
    /// Returns an [error](Error::is_pattern) if a pattern has no token or more than 127 with its
    /// repetitions, if a list of values or a range is empty, or if a name is empty or holds a control
    /// character. All patterns together may have 1,048,576 tokens.
    pub fn new(patterns: Patterns) -> Result<Self, Error> {
        let mut numbers = HashMap::new();
        let mut names = Vec::new();
        let grouped = patterns.0.iter().map(|pattern| {
            let number = *numbers.entry(pattern.name.as_str()).or_insert(names.len());
            if number == names.len() {
                names.push(pattern.name.clone());
            }
            (number, pattern)
        });
        Ok(Self {
            automaton: Automaton::new(grouped)?,
            names,
            overlap: Overlap::default(),
            across_sentences: false,
        })
    }

    /// Sets which matches of one name count where they overlap. All by default.
    ///
    /// ```
    /// use griot::matcher::{Matcher, Overlap, Patterns, token};
    ///
    /// let patterns = Patterns::new().with("capitals", [token().capitalised().one_or_more()]);
    /// let matcher = Matcher::new(patterns)?;
    /// let document = griot::Pipeline::new()?.process("hier Salifou Modi est parti")?;
    /// let texts = |matcher: &Matcher| matcher.find(document.view()).map(|it| it.to_string()).collect::<Vec<_>>();
    /// assert_eq!(texts(&matcher), ["Salifou Modi", "Salifou", "Modi"]);
    /// assert_eq!(texts(&matcher.overlap(Overlap::First)), ["Salifou Modi"]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[must_use]
    pub fn overlap(self, overlap: Overlap) -> Self {
        Self { overlap, ..self }
    }

    /// Sets whether a match may begin in one sentence and end in another. It may not by default.
    #[must_use]
    pub fn across_sentences(self, across: bool) -> Self {
        Self {
            across_sentences: across,
            ..self
        }
    }

    /// The layers that the patterns read, and those that these need. Compare them with
    /// [`DocumentRef::present`].
    pub fn layers(&self) -> LayerSet {
        self.automaton.layers()
    }

    /// The matches in a document, by their first token. Of two that begin together the longer comes
    /// first, and of two with the same tokens the one whose name was added first.
    pub fn find<'a>(&'a self, document: DocumentRef<'a>) -> impl Iterator<Item = Match<'a>> {
        let mut pass = Pass::new(&self.automaton, document);
        let mut stretches = stretches(document, self.across_sentences);
        let (mut found, mut next) = (Vec::new(), 0);
        std::iter::from_fn(move || {
            loop {
                let rest: &mut [Begun] = found.get_mut(next..).unwrap_or_default();
                if rest.is_empty() {
                    pass.read(stretches.next()?, &mut found);
                    self.select(&mut found);
                    next = 0;
                } else if let Some((tokens, group)) = found::take_first(rest) {
                    return Some(Match {
                        document,
                        tokens,
                        name: self.names.get(group).map_or("", String::as_str),
                    });
                } else {
                    let start = rest.first().map(|begun| begun.start);
                    let same = rest.iter().take_while(|it| Some(it.start) == start);
                    next += same.count();
                }
            }
        })
    }

    /// Leaves only the matches that count, in the same order.
    fn select(&self, found: &mut [Begun]) {
        if self.overlap != Overlap::All {
            found.sort_by_key(|begun| begun.group);
            let groups = found.chunk_by_mut(|one, other| one.group == other.group);
            groups.for_each(|group| self.overlap.select(group));
            found.sort_unstable();
        }
    }
}

/// The ranges of tokens that a match may not leave: the sentences, or the whole document.
fn stretches(document: DocumentRef<'_>, across: bool) -> impl Iterator<Item = Range<usize>> {
    let sentences = document.sentences();
    let whole = across || sentences.len() == 0;
    let all = whole.then(|| 0..document.tokens().len());
    let sentences = sentences.map(|sentence| sentence.token_range());
    all.into_iter().chain(sentences.filter(move |_| !whole))
}
