//! A text and what is known about it.

mod check;
pub(crate) use check::wants_lemma;
mod conllu;
mod dateline;
mod entity;
mod label;
mod layer;
mod layer_set;
pub(crate) mod layers;
mod offsets;
mod sentence;
mod serial;
mod shape;
mod token;
pub(crate) mod vocabulary;
mod zone_set;

use std::ops::Range;

pub use conllu::Conllu;
pub use dateline::Dateline;
pub use entity::Entity;
pub use label::Label;
pub use layer::Layer;
pub use layer_set::LayerSet;
pub use layers::{LanguageSource, Layers};
pub use offsets::Offsets;
pub use sentence::Sentence;
pub use shape::Shape;
pub use token::Token;
pub use vocabulary::{EndReason, EntitySource, Modifier, Pos, Stop, TokenKind, ZoneKind};
pub(crate) use zone_set::ZoneSet;

use crate::date::Date;
use crate::language::{Detection, Language};
use crate::span::Span;
use crate::stem::Edition;

/// The number of the serde form; a reader refuses another.
pub(crate) const FORMAT: u32 = 1;

/// A text with its annotation, owned.
///
/// Everything is read through [`Document::view`]. With serde it reads and writes the JSON
/// that the example `annotate` prints; reading checks every rule of the data model.
///
/// ```
/// let document = griot::Pipeline::new()?.process("Le général Tiani est à Niamey.")?;
/// let words: Vec<_> = document.view().tokens().map(|token| token.text()).collect();
/// assert_eq!(words, ["Le", "général", "Tiani", "est", "à", "Niamey", "."]);
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    text: String,
    layers: Layers,
}

impl Document {
    /// The caller vouches that the layers were made for the text.
    pub(crate) fn new(text: String, layers: Layers) -> Self {
        Self { text, layers }
    }

    /// The view on which everything hangs.
    pub fn view(&self) -> DocumentRef<'_> {
        DocumentRef {
            text: &self.text,
            layers: &self.layers,
        }
    }

    /// The text, as it came in.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text and its layers, apart.
    pub fn into_parts(self) -> (String, Layers) {
        (self.text, self.layers)
    }

    #[cfg_attr(not(feature = "entities"), allow(dead_code))]
    pub(crate) fn layers_mut(&mut self) -> &mut Layers {
        &mut self.layers
    }
}

/// How a span that cuts tokens becomes a run of whole ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Alignment {
    /// Not at all: a span that cuts a token has no tokens.
    #[default]
    Strict,
    /// The tokens that lie wholly inside.
    Contract,
    /// Every token that the span touches.
    Expand,
}

/// A text and its layers, borrowed; all views hang on it.
#[derive(Clone, Copy, Debug)]
pub struct DocumentRef<'a> {
    text: &'a str,
    layers: &'a Layers,
}

impl<'a> DocumentRef<'a> {
    pub(crate) fn new(text: &'a str, layers: &'a Layers) -> Self {
        Self { text, layers }
    }

    /// The text.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// A copy that owns its text and layers.
    pub fn to_document(self) -> Document {
        Document::new(self.text.to_owned(), self.layers.clone())
    }

    pub(crate) fn layers(self) -> &'a Layers {
        self.layers
    }

    /// The layers that are there.
    pub fn present(self) -> LayerSet {
        self.layers.present
    }

    /// The layers that were asked for and could not be made for this text's language; for none of
    /// its languages, where it has [several](crate::Builder::mixed_languages).
    pub fn missing(self) -> LayerSet {
        self.layers.missing
    }

    /// The language of the whole and how sure it is.
    pub fn language(self) -> Detection {
        self.layers.language
    }

    /// What answered for the language.
    pub fn language_engine(self) -> LanguageSource {
        self.layers.language_engine
    }

    /// The Snowball edition of the stems.
    pub fn stem_edition(self) -> Option<Edition> {
        self.layers.stem_edition
    }

    /// The models that were used, as `name version`.
    pub fn models(self) -> impl Iterator<Item = &'a str> {
        self.layers.models.iter().map(String::as_str)
    }

    /// The stretches in one language each; they cover the text.
    pub fn languages(self) -> impl Iterator<Item = (Span, Language)> + 'a {
        self.layers.languages.iter()
    }

    /// The zones; they cover the text, and white space belongs to the zone before it.
    pub fn zones(self) -> impl Iterator<Item = (Span, ZoneKind)> + 'a {
        self.layers.zones.iter()
    }

    /// The parts of the first dateline.
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

    /// The day that relative dates were read against: the caller's, or else that of the text:
    /// of its dateline, of a line of data about it, or of a full date with its weekday that is
    /// said to be the day of writing (`ce jeudi 28 novembre 2024`; with the layer of entities).
    pub fn reference_date(self) -> Option<Date> {
        self.layers.reference_date
    }

    /// All tokens in order.
    pub fn tokens(self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.tokens_at(0..self.layers.tokens.len())
    }

    /// The token with that number.
    pub fn token(self, index: usize) -> Option<Token<'a>> {
        (index < self.layers.tokens.len()).then(|| Token::new(self, index))
    }

    /// All sentences in order.
    pub fn sentences(self) -> impl DoubleEndedIterator<Item = Sentence<'a>> + ExactSizeIterator {
        (0..self.layers.sentences.len()).map(move |index| Sentence::new(self, index))
    }

    /// The sentence with that number.
    pub fn sentence(self, index: usize) -> Option<Sentence<'a>> {
        (index < self.layers.sentences.len()).then(|| Sentence::new(self, index))
    }

    /// All entities, nested ones too: by start, the longer first.
    pub fn entities(self) -> impl DoubleEndedIterator<Item = Entity<'a>> + ExactSizeIterator {
        (0..self.layers.entities.len()).map(move |index| Entity::new(self, index))
    }

    /// The outermost entities, which overlap nowhere.
    pub fn flat(self) -> impl Iterator<Item = Entity<'a>> {
        let mut end = 0;
        self.entities().filter(move |entity| {
            let outermost = entity.span().start() >= end;
            end = end.max(entity.span().end());
            outermost
        })
    }

    /// The token that covers the byte at `offset`; `None` in white space and off the text.
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

    /// The sentence that covers the byte at `offset`, white space inside it included.
    pub fn sentence_at(self, offset: usize) -> Option<Sentence<'a>> {
        let tokens = &self.layers.tokens;
        let index = tokens
            .start
            .partition_point(|start| *start as usize <= offset)
            .checked_sub(1)?;
        let sentence = self.sentence(self.layers.sentences.of_token(index))?;
        sentence.span().contains(offset).then_some(sentence)
    }

    /// The numbers of the tokens under a span, white space at its ends apart; `None` where it
    /// covers none.
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

    /// The tokens with these numbers; those that there are not are left out.
    pub fn tokens_at(
        self,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        let end = range.end.min(self.layers.tokens.len());
        (range.start.min(end)..end).map(move |index| Token::new(self, index))
    }

    /// What stands before the token with that number, or after the last token: white space, and
    /// zones that were not to be cut.
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

    /// Characters and UTF-16 units; build it once for many look-ups.
    pub fn offsets(self) -> Offsets<'a> {
        Offsets::new(self.text)
    }
}

#[cfg(test)]
mod tests {
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
