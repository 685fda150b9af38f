//! [`Entity`]: a view of one entity of a document.

use std::fmt;
use std::ops::Range;

use super::layers::{EntityRow, Layers};
use super::place::by_place;
use super::{DocumentRef, EntitySource, Label, Modifier, Quantity, Sentence, Token};
use crate::span::{Span, clamp};

/// A name, a date or a quantity in a document.
///
/// It is a view: an index into the document's layers, and cheap to copy.
///
/// ```
/// # #[cfg(all(feature = "entities", feature = "fr"))] {
/// use griot::Label;
///
/// let document = griot::Pipeline::new()?.process("Le général Tiani a reçu M. Modi à Niamey.")?;
/// let tiani = document.view().entities().next().unwrap();
/// assert_eq!((tiani.text(), tiani.label()), ("Tiani", Label::PERSON));
/// assert_eq!(tiani.title(), Some("général"));
/// assert_eq!(tiani.span(), griot::Span::new(13, 18));
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Entity<'a> {
    document: DocumentRef<'a>,
    index: usize,
}

by_place!(Entity);

impl fmt::Debug for Entity<'_> {
    /// Shows the entity, not the whole document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entity")
            .field("index", &self.index)
            .field("span", &self.span())
            .field("text", &self.text())
            .field("label", &self.label())
            .field("id", &self.id())
            .field("value", &self.value())
            .finish_non_exhaustive()
    }
}

impl<'a> Entity<'a> {
    pub(super) fn new(document: DocumentRef<'a>, index: usize) -> Self {
        Self { document, index }
    }

    fn place(self) -> (*const Layers, usize) {
        (std::ptr::from_ref(self.document.layers()), self.index)
    }

    fn row(self) -> Option<&'a EntityRow> {
        self.document.layers().entities.get(self.index)
    }

    /// The index of the entity in the document, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// The indices of its tokens. There is at least one.
    pub fn token_range(self) -> Range<usize> {
        self.row().map_or(0..0, EntityRow::range)
    }

    /// The byte span of the entity. It runs from the start of its first token to the end of its
    /// last one, without the `'s` or the apostrophe of a genitive in English, Dutch and German: the
    /// name in `Russia's` is `Russia`.
    pub fn span(self) -> Span {
        let tokens = self.document.layers().tokens.span_of(self.token_range());
        let tail = self.row().map_or(0, |row| usize::from(row.tail));
        let end = clamp(tokens.end().saturating_sub(tail));
        Span::new(clamp(tokens.start()), end)
    }

    /// The text of the entity, as it stands in the document.
    pub fn text(self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// The tokens of the entity.
    pub fn tokens(self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.document.tokens_at(self.token_range())
    }

    /// The class of the entity: person, location and so on.
    pub fn label(self) -> Label {
        self.row().map_or(Label::MISC, |row| row.label)
    }

    /// The class of the entity as a text that lives as long as the document.
    pub fn label_str(self) -> &'a str {
        self.row().map_or("MISC", |row| row.label.as_str())
    }

    /// The id of what the entity refers to. All mentions of the same thing in a document have the
    /// same id. `None` if the entity has no id.
    pub fn id(self) -> Option<&'a str> {
        self.row()?.id.as_deref()
    }

    /// The normalised value of a date or a quantity.
    ///
    /// That of a date is `2024`, `2024-03`, `2024-03-26`, `A/B` for an interval from `A` to `B`, `18`
    /// for the 19th century, or `2024-SP`, `2024-SU`, `2024-FA` or `2024-WI` for a season. If the year is not known it is `XXXX`, as in `XXXX-03-26`.
    ///
    /// That of a quantity is a kind, an amount and a unit, such as `money 27000000 USD`;
    /// [`Quantity`] has the grammar, and [`quantity`](Self::quantity) reads it.
    pub fn value(self) -> Option<&'a str> {
        self.row()?.value.as_deref()
    }

    /// The value of a quantity, read. `None` for other entities, and for quantities without a value.
    ///
    /// ```
    /// # #[cfg(all(feature = "entities", feature = "fr"))] {
    /// use griot::QuantityKind;
    ///
    /// let document = griot::Pipeline::new()?.process("Le projet a coûté 5,6 milliards de francs CFA.")?;
    /// let cost = document.view().entities().find_map(|entity| entity.quantity()).unwrap();
    /// assert_eq!((cost.kind(), cost.unit()), (QuantityKind::Money, Some("XOF")));
    /// assert_eq!(cost.low(), 5_600_000_000.0);
    /// # }
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn quantity(self) -> Option<Quantity<'a>> {
        let value = self.value().filter(|_| self.label() == Label::QUANTITY);
        value.and_then(Quantity::parse)
    }

    /// Which part of the period in [`value`](Self::value) a date means. `None` means all of it. A
    /// quantity that is not exact, such as `une centaine`, has [`Modifier::Approx`].
    pub fn modifier(self) -> Option<Modifier> {
        self.row()?.modifier
    }

    /// What found the entity: a rule, the gazetteer, the tagger and so on.
    pub fn source(self) -> EntitySource {
        self.row().map_or(EntitySource::Rule, |row| row.source)
    }

    /// How certain the entity is, from 0 to 1. Of people, places and organisations in a language with a
    /// built-in tagger it is the share of such names that were right, span and label, on annotated text in
    /// English and Portuguese. A score of 0.9 is right about nine times in ten; `benches/README.md` has
    /// figures for the other languages.
    pub fn score(self) -> f32 {
        self.row().map_or(0.0, |row| row.score)
    }

    /// The byte span of the title beside a person's name, such as `général` or `vice-ministre
    /// russe`.
    pub fn title_span(self) -> Option<Span> {
        self.row()?.title
    }

    /// The text of the title beside a person's name.
    pub fn title(self) -> Option<&'a str> {
        Some(self.title_span()?.of(self.document.text()))
    }

    /// The id of the place whose name it has, such as `loc:cardiff` of a club that the text calls
    /// `Cardiff`.
    pub fn place_id(self) -> Option<&'a str> {
        self.row()?.place.as_deref()
    }

    /// The sentence in which the entity begins.
    pub fn sentence(self) -> Option<Sentence<'a>> {
        self.document.token(self.token_range().start)?.sentence()
    }

    /// The smallest entity that encloses this one.
    pub fn parent(self) -> Option<Self> {
        let index = self.row()?.parent? as usize;
        Some(Self { index, ..self })
    }

    /// The entities inside this one, at any depth.
    pub fn nested(self) -> impl Iterator<Item = Entity<'a>> {
        let end = self.token_range().end;
        let rest = self.index + 1..self.document.layers().entities.len();
        rest.map(move |index| Self { index, ..self })
            .take_while(move |entity| entity.token_range().start < end)
    }
}
