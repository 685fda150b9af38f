//! Documents: a text with its annotation.
//!
//! # Text, layers and views
//!
//! A pipeline turns a text into a [`Document`]. A document owns the text, which is never edited,
//! and its [`Layers`]: columns of numbers for tokens, sentences, entities and so on. You read a
//! document through a [`DocumentRef`], which [`Document::view`] returns. A `DocumentRef` is `Copy`,
//! and so are the views that it returns: [`Token`], [`Sentence`] and [`Entity`]. Each view is an
//! index into the columns.
//!
//! Two views are equal if they are the same place of the same document. They are ordered by place,
//! can be keys of a map, and print as their text.
//!
//! Every view has a [`Span`]: a half-open range of UTF-8 bytes, `start..end`, in the text.
//! `&text[span]` is the text of the view. [`Offsets`] converts bytes to characters or UTF-16 units.
//!
//! ```
//! # #[cfg(all(feature = "fr", feature = "entities", feature = "snowball3"))] {
//! use griot::{Label, Pipeline};
//!
//! let text = "Le général Tiani a reçu M. Modi à Niamey. L’accord est signé.";
//! let document = Pipeline::new()?.process(text)?;
//! let view = document.view();
//!
//! // Tokens have a text, a kind and the forms that the layers give them.
//! let accord = view.tokens().find(|token| token.text() == "accord").unwrap();
//! assert_eq!((accord.norm(), accord.stem()), (Some("accord"), Some("accord")));
//! assert_eq!(&text[accord.span()], "accord");
//!
//! // From a token to its sentence, and from there to other tokens and entities.
//! let sentence = accord.sentence().unwrap();
//! assert_eq!(sentence.text(), "L’accord est signé.");
//! assert_eq!(sentence.tokens().len(), 5);
//!
//! // Entities have a label and an id; equal ids mean the same person or place.
//! let names: Vec<_> = view.entities().map(|entity| (entity.text(), entity.label())).collect();
//! let (person, place) = (Label::PERSON, Label::LOCATION);
//! assert_eq!(names, [("Tiani", person), ("Modi", person), ("Niamey", place)]);
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! # Layers
//!
//! A [`Layer`] is one kind of annotation: language, zones, sentences, tokens, norms, stops, stems,
//! lemmas, pos, morph, entities or quotations. [`DocumentRef::present`] lists the layers of a document. Some layers
//! need lists or models that not every language has; [`DocumentRef::missing`] lists those that were
//! requested and could not be made.
//!
//! # What always holds
//!
//! For the layers that a document has, these rules hold:
//!
//! - Tokens are sorted and do not overlap. Between two tokens there is only white space, unless
//!   [`Builder::only`](crate::Builder::only) left zones out. A token contains no line break, unless
//!   [`Builder::join_hyphens`](crate::Builder::join_hyphens) joined a word that a hyphen cuts there.
//! - Every token is in exactly one sentence.
//! - Languages and zones are consecutive spans that cover the text. A sentence ends at each of
//!   their edges.
//! - Entities are disjoint or nested; they never cross. Each lies in one sentence.
//! - Quotations are whole tokens and disjoint. One may hold several sentences.
//!
//! # Writing and reading
//!
//! With serde a document is written and read in the JSON form that the example `annotate` prints.
//! Reading checks all of the rules above, and refuses a field that it does not know, except for
//! `source` and `metadata`, which `annotate` adds. [`JSON_SCHEMA`] describes the form, and
//! [`DocumentRef::json`] writes some layers alone, or offsets in characters or UTF-16 units.
//! Other programs read [CoNLL-U](DocumentRef::conllu), the [JSON of spaCy](DocumentRef::spacy), the
//! [columns](DocumentRef::iob) that learners of names read, the [standoff](DocumentRef::brat) of brat
//! and [TEI](DocumentRef::tei). [`ConlluReader`] and [`IobReader`] read the first
//! and the third.
//!
//! ```
//! let document = griot::Pipeline::new()?.process("Bamako a réagi.")?;
//! let json = serde_json::to_string(&document)?;
//! let read: griot::Document = serde_json::from_str(&json)?;
//! assert_eq!(read, document);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! To keep many documents, [`binary`] has a form that is smaller and faster.

pub mod binary;
mod check;
pub(crate) use check::wants_lemma;
mod conllu;
mod dateline;
mod entity;
mod export;
mod iob;
mod label;
mod lanes;
mod layer;
mod layer_set;
pub(crate) mod layers;
pub(crate) mod morph;
mod offsets;
pub(crate) mod place;
pub(crate) mod quantity;
mod quotation;
mod sentence;
mod serial;
mod shape;
mod source;
mod token;
mod types;
pub(crate) mod vocabulary;
mod zone_set;

use std::ops::Range;

pub use binary::{DocumentReader, DocumentWriter};
pub use conllu::{Conllu, ConlluReader};
pub use dateline::Dateline;
pub use entity::Entity;
pub use export::{Brat, Spacy, Tei};
pub use iob::{Iob, IobReader};
pub use label::Label;
pub use layer::Layer;
pub use layer_set::LayerSet;
pub use layers::{LanguageSource, Layers};
pub use morph::Morph;
pub use offsets::Offsets;
pub use quantity::{Quantity, QuantityKind};
pub use quotation::Quotation;
pub use sentence::Sentence;
pub use serial::{JSON_SCHEMA, Json, OffsetUnit};
pub use shape::Shape;
pub use token::Token;
pub use vocabulary::{EndReason, EntitySource, Lead, Modifier, Pos, Stop, TokenKind, ZoneKind};
pub(crate) use zone_set::ZoneSet;

use crate::date::Date;
use crate::language::{Detection, Language};
use crate::span::Span;
use crate::stem::Edition;

/// The version of the serde form. Reading a document of another version is an error.
pub(crate) const FORMAT: u32 = 1;

/// An owned text with its annotation.
///
/// Read it through [`Document::view`]; for the most common layers there are short cuts, such as
/// [`Document::tokens`]. With serde it is written and read in the JSON form that the
/// example `annotate` prints. Reading checks every rule of the data model, and a document that
/// breaks one is an [error](crate::Error::is_document).
///
/// ```
/// let document = griot::Pipeline::new()?.process("Le général Tiani est à Niamey.")?;
/// let words: Vec<_> = document.tokens().map(|token| token.text()).collect();
/// assert_eq!(words, ["Le", "général", "Tiani", "est", "à", "Niamey", "."]);
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    text: String,
    layers: Layers,
}

impl Document {
    /// Joins a text with layers. The caller makes sure that the layers were made for this text.
    /// Memory that the columns do not need is given back, for a document may live long.
    pub(crate) fn new(text: String, mut layers: Layers) -> Self {
        layers.shrink();
        Self { text, layers }
    }

    /// The view through which the document is read.
    pub fn view(&self) -> DocumentRef<'_> {
        DocumentRef {
            text: &self.text,
            layers: &self.layers,
        }
    }

    /// The text, exactly as it was passed to the pipeline.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language of the whole text; see [`DocumentRef::language`].
    pub fn language(&self) -> Detection {
        self.view().language()
    }

    /// The zones in order; see [`DocumentRef::zones`].
    pub fn zones(&self) -> impl Iterator<Item = (Span, ZoneKind)> + '_ {
        self.view().zones()
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> impl DoubleEndedIterator<Item = Sentence<'_>> + ExactSizeIterator {
        self.view().sentences()
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Token<'_>> + ExactSizeIterator {
        self.view().tokens()
    }

    /// All entities, including nested ones; see [`DocumentRef::entities`].
    pub fn entities(&self) -> impl DoubleEndedIterator<Item = Entity<'_>> + ExactSizeIterator {
        self.view().entities()
    }

    /// Splits the document into its text and its layers.
    pub fn into_parts(self) -> (String, Layers) {
        (self.text, self.layers)
    }

    #[cfg_attr(not(feature = "entities"), allow(dead_code))]
    pub(crate) fn layers_mut(&mut self) -> &mut Layers {
        &mut self.layers
    }
}

/// How [`DocumentRef::token_range`] treats tokens that a span covers only in part.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Alignment {
    /// A span that cuts a token gives `None`.
    #[default]
    Strict,
    /// Only tokens that lie wholly inside the span count.
    Contract,
    /// Every token that shares a byte with the span counts.
    Expand,
}

/// A borrowed text with its layers. All views are made from it.
///
/// It is `Copy`. [`Document::view`] returns one, and so does
/// [`Worker::annotate`](crate::Worker::annotate).
#[derive(Clone, Copy, Debug)]
pub struct DocumentRef<'a> {
    text: &'a str,
    layers: &'a Layers,
}

impl<'a> DocumentRef<'a> {
    pub(crate) fn new(text: &'a str, layers: &'a Layers) -> Self {
        Self { text, layers }
    }

    /// The text, exactly as it was passed to the pipeline.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// Copies the text and the layers into an owned document.
    pub fn to_document(self) -> Document {
        Document::new(self.text.to_owned(), self.layers.clone())
    }

    pub(crate) fn layers(self) -> &'a Layers {
        self.layers
    }

    /// The layers that the document has.
    pub fn present(self) -> LayerSet {
        self.layers.present
    }

    /// The layers that were requested and could not be made for the language of the text. If the
    /// text has [several languages](crate::Builder::mixed_languages), a layer is missing only if
    /// none of them has it.
    pub fn missing(self) -> LayerSet {
        self.layers.missing
    }

    /// The language of the whole text, and how certain it is.
    pub fn language(self) -> Detection {
        self.layers.language
    }

    /// What determined the language.
    pub fn language_engine(self) -> LanguageSource {
        self.layers.language_engine
    }

    /// The Snowball edition of the stems. `None` without the layer of stems.
    pub fn stem_edition(self) -> Option<Edition> {
        self.layers.stem_edition
    }

    /// The models that were used, each as `name version`, such as `sentences-fr 1`.
    pub fn models(self) -> impl Iterator<Item = &'a str> {
        self.layers.models.iter().map(String::as_str)
    }

    /// The spans that are in one language each, in order. They cover the text. Empty if the layer
    /// was not made.
    pub fn languages(self) -> impl Iterator<Item = (Span, Language)> + 'a {
        self.layers.languages.iter()
    }

    /// The zones in order. They cover the text, and white space belongs to the zone before it.
    /// Empty if the layer was not made.
    pub fn zones(self) -> impl Iterator<Item = (Span, ZoneKind)> + 'a {
        self.layers.zones.iter()
    }

    /// The parts of the first dateline. `None` if the text has no dateline.
    ///
    /// ```
    /// # #[cfg(feature = "fr")] {
    /// let text = "Niamey, 06 décembre 2023 (Lomé Actu) – Dans un geste diplomatique, il est venu.";
    /// let document = griot::Pipeline::new()?.process(text)?;
    /// let dateline = document.view().dateline().unwrap();
    /// assert_eq!(dateline.place().map(|span| &text[span]), Some("Niamey"));
    /// assert_eq!(dateline.agency().map(|span| &text[span]), Some("Lomé Actu"));
    /// # }
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn dateline(self) -> Option<Dateline> {
        self.layers.dateline
    }

    /// The day against which relative dates were resolved. It is the date that the caller set.
    /// Without one, it is the date that the text gives: in its dateline, in a line of metadata, or,
    /// with the layer of entities, in a full date with weekday that is said to be the day of
    /// writing (`ce jeudi 28 novembre 2024`). `None` if there is no such date.
    pub fn reference_date(self) -> Option<Date> {
        self.layers.reference_date
    }

    /// All tokens, in order.
    pub fn tokens(self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.tokens_at(0..self.layers.tokens.len())
    }

    /// The token with this index. `None` beyond the last token.
    pub fn token(self, index: usize) -> Option<Token<'a>> {
        (index < self.layers.tokens.len()).then(|| Token::new(self, index))
    }

    /// All sentences, in order.
    pub fn sentences(self) -> impl DoubleEndedIterator<Item = Sentence<'a>> + ExactSizeIterator {
        (0..self.layers.sentences.len()).map(move |index| Sentence::new(self, index))
    }

    /// The sentence with this index. `None` beyond the last sentence.
    pub fn sentence(self, index: usize) -> Option<Sentence<'a>> {
        (index < self.layers.sentences.len()).then(|| Sentence::new(self, index))
    }

    /// All entities, including nested ones. They are sorted by start; of two that start together,
    /// the longer comes first.
    pub fn entities(self) -> impl DoubleEndedIterator<Item = Entity<'a>> + ExactSizeIterator {
        (0..self.layers.entities.len()).map(move |index| Entity::new(self, index))
    }

    /// The entity with this index. `None` beyond the last entity.
    pub fn entity(self, index: usize) -> Option<Entity<'a>> {
        (index < self.layers.entities.len()).then(|| Entity::new(self, index))
    }

    /// Only the outermost entities. They do not overlap.
    pub fn outermost(self) -> impl Iterator<Item = Entity<'a>> {
        let mut end = 0;
        self.entities().filter(move |entity| {
            let outermost = entity.span().start() >= end;
            end = end.max(entity.span().end());
            outermost
        })
    }

    /// All quotations, in order. A quotation inside another is a part of it. Empty if the layer was
    /// not made.
    ///
    /// ```
    /// # #[cfg(all(feature = "entities", feature = "fr"))] {
    /// let text = "« Nous sommes ici pour former », a expliqué un instructeur russe à Niamey.";
    /// let document = griot::Pipeline::new()?.process(text)?;
    /// let quotation = document.view().quotations().next().unwrap();
    /// assert_eq!(quotation.text(), "« Nous sommes ici pour former »");
    /// assert_eq!(quotation.speaker(), Some("instructeur russe"));
    /// assert_eq!(quotation.verb().map(|verb| verb.text()), Some("expliqué"));
    /// # }
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn quotations(self) -> impl DoubleEndedIterator<Item = Quotation<'a>> + ExactSizeIterator {
        (0..self.layers.quotations.len()).map(move |index| Quotation::new(self, index))
    }

    /// The token that holds the byte at `offset`. `None` in white space and beyond the text.
    pub fn token_at(self, offset: usize) -> Option<Token<'a>> {
        let tokens = &self.layers.tokens;
        let index = tokens
            .start
            .partition_point(|start| *start as usize <= offset)
            .checked_sub(1)?;
        tokens
            .span(index)
            .contains(offset)
            .then(|| Token::new(self, index))
    }

    /// The sentence that holds the byte at `offset`. White space inside a sentence belongs to it.
    /// `None` between sentences and beyond the text.
    pub fn sentence_at(self, offset: usize) -> Option<Sentence<'a>> {
        let tokens = &self.layers.tokens;
        let index = tokens
            .start
            .partition_point(|start| *start as usize <= offset)
            .checked_sub(1)?;
        let sentence = self.sentence(self.layers.sentences.of_token(index))?;
        sentence.span().contains(offset).then_some(sentence)
    }

    /// The indices of the tokens that a byte span covers. `alignment` says how tokens count that
    /// the span covers only in part. White space at the ends of the span does not matter. `None` if
    /// the span covers no token.
    ///
    /// ```
    /// use griot::{Alignment, Pipeline, Span};
    ///
    /// let document = Pipeline::new()?.process("Moscou a livré du matériel.")?;
    /// let cut = Span::new(2, 17); // "scou a livré d", and é has two bytes
    /// let view = document.view();
    /// assert_eq!(view.token_range(cut, Alignment::Strict), None);
    /// assert_eq!(view.token_range(cut, Alignment::Contract), Some(1..3));
    /// assert_eq!(view.token_range(cut, Alignment::Expand), Some(0..4));
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn token_range(self, span: Span, alignment: Alignment) -> Option<Range<usize>> {
        let tokens = &self.layers.tokens;
        let begins_before = |offset: usize| {
            tokens
                .start
                .partition_point(|start| (*start as usize) < offset)
        };
        let ends_by = |offset: usize| tokens.end.partition_point(|end| *end as usize <= offset);
        let (inner, outer) = (
            begins_before(span.start())..ends_by(span.end()),
            ends_by(span.start())..begins_before(span.end()),
        );
        let range = match alignment {
            Alignment::Strict if inner != outer => return None,
            Alignment::Strict | Alignment::Contract => inner,
            Alignment::Expand => outer,
        };
        (!span.is_empty() && range.start < range.end).then_some(range)
    }

    /// The tokens with these indices. Indices beyond the last token are ignored.
    pub fn tokens_at(
        self,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        let end = range.end.min(self.layers.tokens.len());
        (range.start.min(end)..end).map(move |index| Token::new(self, index))
    }

    /// The text between the token at `index` and the one before it, or after the last token. It is
    /// white space, and zones that were not split into tokens.
    pub(crate) fn gap(self, index: usize) -> &'a str {
        let tokens = &self.layers.tokens;
        let start = index
            .checked_sub(1)
            .map_or(0, |before| tokens.span(before).end());
        let end = if index < tokens.len() {
            tokens.span(index).start()
        } else {
            self.text.len()
        };
        self.text.get(start..end).unwrap_or_default()
    }

    /// Prepares the conversion of byte offsets into characters and UTF-16 units. Build it once for
    /// many conversions.
    pub fn offsets(self) -> Offsets<'a> {
        Offsets::new(self.text)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashSet};

    use crate::Pipeline;

    #[test]
    fn views_are_equal_by_place() {
        let pipeline = Pipeline::new().unwrap();
        let document = pipeline.process("Bamako attend. Bamako attend.").unwrap();
        let other = document.clone();
        let (first, again) = (
            document.view().token(0).unwrap(),
            document.view().token(0).unwrap(),
        );
        let later = document.view().token(3).unwrap();
        assert!(first == again && first != later && first < later);
        assert_eq!(first.text(), later.text());
        assert_ne!(first, other.view().token(0).unwrap(), "another document");
        let backwards: BTreeSet<_> = document.tokens().rev().collect();
        assert!(backwards.into_iter().eq(document.tokens()));
        let sentences = document.sentences().chain(document.sentences());
        assert_eq!(sentences.collect::<HashSet<_>>().len(), 2);
        let shown = format!("{first:>8}|{}", document.sentences().next().unwrap());
        assert_eq!(shown, "  Bamako|Bamako attend.");
    }

    #[test]
    fn a_document_forwards() {
        let document = Pipeline::new()
            .unwrap()
            .process("Tiani est à Niamey.")
            .unwrap();
        let view = document.view();
        assert_eq!(document.language(), view.language());
        assert!(document.zones().eq(view.zones()));
        assert!(document.sentences().eq(view.sentences()));
        assert!(document.tokens().eq(view.tokens()));
        assert!(document.entities().eq(view.entities()));
        // The text of a label lives as long as the document.
        let labels: Vec<&str> = document.entities().map(|it| it.label_str()).collect();
        assert!(
            labels
                .iter()
                .zip(document.entities())
                .all(|(text, it)| *text == it.label().as_str())
        );
    }

    #[test]
    fn a_view_prints_what_it_is() {
        let text = "Bamako se tait. Moscou parle.";
        let document = crate::Pipeline::new().unwrap().process(text).unwrap();
        let view = document.view();
        let token = view.tokens().next().unwrap();
        assert_eq!(
            format!("{token:?}"),
            r#"Token { index: 0, span: 0..6, text: "Bamako", kind: Word, .. }"#
        );
        let sentence = format!("{:?}", view.sentences().next().unwrap());
        assert!(
            sentence.contains("tait.") && !sentence.contains("Moscou"),
            "{sentence}"
        );
    }
}
