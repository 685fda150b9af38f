//! Statistics of terms: n-grams, counts, tf-idf, keywords.
//!
//! A term is a word in one of its [forms](Form). Stop words, numbers and marks are no terms and
//! keep their place, so that [positions](Term::position) serve a search for phrases.
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

mod corpus;
mod counts;

use std::ops::Range;

pub use corpus::{Corpus, Keyword, keywords};
pub use counts::Counts;

use crate::document::{DocumentRef, Token};
use crate::span::Span;

/// Which form of a word is its term. A word that has it not, for want of the layer, has no term.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub enum Form {
    /// The normal form.
    Norm,
    /// The stem, which most forms of a word share.
    #[default]
    Stem,
    /// The dictionary form.
    Lemma,
}

impl Form {
    fn of(self, token: Token<'_>) -> Option<&str> {
        match self {
            Self::Norm => token.norm(),
            Self::Stem => token.stem(),
            Self::Lemma => token.lemma(),
        }
    }
}

/// A term where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Term<'a> {
    token: Token<'a>,
    text: &'a str,
}

impl<'a> Term<'a> {
    /// The form.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// The word.
    pub fn token(self) -> Token<'a> {
        self.token
    }

    /// The number of its token in the document: all tokens count, whether terms or not.
    pub fn position(self) -> usize {
        self.token.index()
    }

    /// Its bytes in the text.
    pub fn span(self) -> Span {
        self.token.span()
    }
}

impl AsRef<str> for Term<'_> {
    fn as_ref(&self) -> &str {
        self.text
    }
}

/// The terms of a document in order: its words but the stop words of both tiers.
///
/// ```
/// use griot::terms::{Form, terms};
/// use griot::{Language, Pipeline};
///
/// # #[cfg(feature = "fr")] {
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let document = pipeline.process("L’armée a reçu 12 000 fusils")?;
/// let found: Vec<_> = terms(document.view(), Form::Norm)
///     .map(|term| (term.position(), term.text()))
///     .collect();
/// assert_eq!(found, [(1, "armée"), (3, "reçu"), (5, "fusils")]);
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
pub fn terms(document: DocumentRef<'_>, form: Form) -> impl Iterator<Item = Term<'_>> {
    let words = document
        .tokens()
        .filter(|token| token.is_word() && !token.is_stop());
    words.filter_map(move |token| {
        let text = form.of(token)?;
        Some(Term { token, text })
    })
}

/// Words that follow one another.
#[derive(Clone, Debug)]
pub struct NGram<'a> {
    document: DocumentRef<'a>,
    tokens: Range<usize>,
    form: Form,
}

impl<'a> NGram<'a> {
    /// The words, stop words among them.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.document.tokens_at(self.tokens.clone())
    }

    /// From the first byte of the first to the last of the last.
    pub fn span(&self) -> Span {
        self.document.layers().tokens.span_of(self.tokens.clone())
    }

    /// As it stands in the text.
    pub fn text(&self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// The forms of the words with a space between two, for counting.
    pub fn term(&self) -> String {
        let mut term = String::new();
        for (number, token) in self.tokens().enumerate() {
            if number > 0 {
                term.push(' ');
            }
            term.push_str(self.form.of(token).unwrap_or_default());
        }
        term
    }
}

/// Every `size` words or numbers that follow one another in one sentence with no mark between them.
/// Stop words count; a token without the form is a mark. None of size 0.
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
    let counts =
        move |token: Token<'_>| (token.is_word() || token.is_number()) && form.of(token).is_some();
    // Sentences end at the first tokens of others; without the layer there is one.
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
