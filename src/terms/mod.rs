//! Terms of documents: counts, n-grams, tf-idf and keywords.
//!
//! # Terms
//!
//! A term is a word of a document in one [`Form`]: its normal form, its stem or its lemma.
//! [`terms()`] yields them in order. Stop words, numbers in digits and punctuation are no terms, but they
//! count in the [position](Term::position) of a term, so that positions can be used to search for
//! phrases.
//!
//! [`Counts`] counts terms, [`Corpus`] counts in how many documents each term occurs, and
//! [`keywords`] finds the terms that set a document apart from a corpus:
//!
//! ```
//! use griot::terms::{Corpus, Counts, Form, keywords, terms};
//! use griot::{Language, Pipeline};
//!
//! # #[cfg(all(feature = "fr", feature = "snowball3"))] {
//! let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
//! let texts = [
//!     "L’armée du Niger avance. Les armées reculent.",
//!     "Le Niger exporte de l’uranium.",
//!     "Le pétrole du Niger passe par le Bénin.",
//! ];
//! let mut corpus = Corpus::default();
//! for document in pipeline.process_all(texts) {
//!     let counts: Counts = terms(document?.view(), Form::Stem).collect();
//!     corpus.add(&counts);
//! }
//! assert_eq!((corpus.documents(), corpus.frequency("armé")), (3, 1));
//!
//! let document = pipeline.process(texts[0])?;
//! let best = keywords(document.view(), Form::Stem, &corpus, 1);
//! assert_eq!((best[0].text(), best[0].count()), ("armée", 2));
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! The terms keep their accents. [`Counts::to_unaccented`] and [`keywords_unaccented`] count `état` and
//! `ETAT` as one term.
//!
//! Counts, corpora and fingerprints of [duplicates](crate::duplicates) are written and read with serde,
//! so that they outlive a run, and each has a `merge` that joins those of several threads or days:
//!
//! ```
//! use griot::terms::{Corpus, Counts};
//!
//! let corpus = |texts: &[[&str; 2]]| {
//!     let mut corpus = Corpus::default();
//!     for text in texts {
//!         corpus.add(&text.iter().collect::<Counts>());
//!     }
//!     corpus
//! };
//! let kept = serde_json::to_string(&corpus(&[["niger", "armée"], ["niger", "uranium"]]))?;
//! let mut all: Corpus = serde_json::from_str(&kept)?;
//! all.merge(&corpus(&[["niger", "pétrole"]]));
//! assert_eq!((all.documents(), all.frequency("niger")), (3, 3));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [`ngrams`] yields sequences of neighbouring words, stop words included. Count them to find
//! phrases that occur often:
//!
//! ```
//! use griot::terms::{Counts, Form, ngrams};
//! use griot::{Language, Pipeline};
//!
//! # #[cfg(feature = "fr")] {
//! let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
//! let text = "La junte nigérienne attend. À Niamey, la junte nigérienne reçoit Moscou.";
//! let document = pipeline.process(text)?;
//! let counts: Counts = ngrams(document.view(), 3, Form::Norm).map(|it| it.term()).collect();
//! assert_eq!(counts.most_common(1), [("la junte nigérienne", 2)]);
//! # }
//! # Ok::<(), griot::Error>(())
//! ```

mod corpus;
mod counts;

use std::fmt;
use std::ops::Range;

pub use corpus::{Corpus, Keyword, keywords, keywords_unaccented};
pub use counts::Counts;

use crate::document::place::by_place;
use crate::document::{DocumentRef, Token};
use crate::span::Span;

/// The form of a word that is used as its term. If the layer was not made, for example because the
/// language has no stems, the normal form takes its place; and if there are no normal forms either, the
/// text of the word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
#[non_exhaustive]
pub enum Form {
    /// The normal form.
    Norm,
    /// The stem, which is the same for most forms of a word.
    #[default]
    Stem,
    /// The dictionary form.
    Lemma,
}

impl Form {
    fn of(self, token: Token<'_>) -> &str {
        let form = match self {
            Self::Norm => None,
            Self::Stem => token.stem(),
            Self::Lemma => token.lemma(),
        };
        form.or(token.norm()).unwrap_or(token.text())
    }
}

/// One occurrence of a term in a document. It is ordered by its place and prints as its term.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Term<'a> {
    token: Token<'a>,
    term: &'a str,
}

impl<'a> Term<'a> {
    /// The term: the word in the chosen form.
    pub fn term(self) -> &'a str {
        self.term
    }

    /// The same as [`term`](Self::term), not the word as it stands in the text.
    #[deprecated(
        since = "0.3.0",
        note = "use `term`, or `token().text()` for the word in the text"
    )]
    pub fn text(self) -> &'a str {
        self.term
    }

    /// The token of the word.
    pub fn token(self) -> Token<'a> {
        self.token
    }

    /// The index of the token in the document. All tokens count, not only terms.
    pub fn position(self) -> usize {
        self.token.index()
    }

    /// The byte span of the word in the text.
    pub fn span(self) -> Span {
        self.token.span()
    }
}

impl fmt::Display for Term<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.term)
    }
}

impl AsRef<str> for Term<'_> {
    fn as_ref(&self) -> &str {
        self.term
    }
}

/// The terms of a document in order: all words for which [`Token::is_stop`] is false.
///
/// ```
/// use griot::terms::{Form, terms};
/// use griot::{Language, Pipeline};
///
/// # #[cfg(feature = "fr")] {
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let document = pipeline.process("L’armée a reçu 12 000 fusils")?;
/// let found: Vec<_> = terms(document.view(), Form::Norm)
///     .map(|term| (term.position(), term.term()))
///     .collect();
/// assert_eq!(found, [(1, "armée"), (3, "reçu"), (5, "fusils")]);
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
pub fn terms(document: DocumentRef<'_>, form: Form) -> impl Iterator<Item = Term<'_>> {
    let words = document
        .tokens()
        .filter(|token| token.is_word() && !token.is_stop());
    words.map(move |token| Term {
        token,
        term: form.of(token),
    })
}

/// A sequence of neighbouring words; see [`ngrams`].
#[derive(Clone, Debug)]
pub struct NGram<'a> {
    document: DocumentRef<'a>,
    tokens: Range<usize>,
    form: Form,
}

by_place!(NGram);

impl<'a> NGram<'a> {
    fn place(&self) -> (Option<Token<'a>>, usize, Form) {
        let first = self.document.token(self.tokens.start);
        (first, self.tokens.end, self.form)
    }

    /// The words, including stop words.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.document.tokens_at(self.tokens.clone())
    }

    /// The byte span from the start of the first word to the end of the last one.
    pub fn span(&self) -> Span {
        self.document.layers().tokens.span_of(self.tokens.clone())
    }

    /// The words as they stand in the text.
    pub fn text(&self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// The forms of the words, joined with a space. Use it for counting.
    pub fn term(&self) -> String {
        let mut term = String::new();
        for (number, token) in self.tokens().enumerate() {
            if number > 0 {
                term.push(' ');
            }
            term.push_str(self.form.of(token));
        }
        term
    }
}

/// All sequences of `size` neighbouring words or numbers in a document.
///
/// A sequence lies within one sentence and has no punctuation inside it. Stop words are included. If
/// `size` is 0 there are none.
///
/// ```
/// use griot::terms::{Form, ngrams};
/// use griot::{Language, Pipeline};
///
/// # #[cfg(feature = "fr")] {
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let document = pipeline.process("Le chef d’État, à Niamey. Il parle.")?;
/// let pairs: Vec<_> = ngrams(document.view(), 2, Form::Norm).map(|it| it.term()).collect();
/// assert_eq!(pairs, ["le chef", "chef d'", "d' état", "à niamey", "il parle"]);
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
pub fn ngrams(
    document: DocumentRef<'_>,
    size: usize,
    form: Form,
) -> impl Iterator<Item = NGram<'_>> {
    let counts = |token: Token<'_>| token.is_word() || token.is_number();
    // The ends of the sentences as token indices. Without the layer, the document counts as one
    // sentence.
    let mut ends = document
        .sentences()
        .map(|sentence| sentence.token_range().end)
        .peekable();
    let (mut run, mut end) = (0, 0);
    document.tokens().filter_map(move |token| {
        if token.index() >= end {
            run = 0;
            end = ends.next().unwrap_or(usize::MAX);
        }
        run = if counts(token) { run + 1 } else { 0 };
        let after = token.index() + 1;
        (size > 0 && run >= size).then(|| NGram {
            document,
            tokens: after - size..after,
            form,
        })
    })
}
