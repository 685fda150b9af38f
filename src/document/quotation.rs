//! [`Quotation`]: a view of one quotation of a document.

use std::fmt;
use std::ops::Range;

use super::layers::{Layers, QuotationRow};
use super::place::by_place;
use super::{DocumentRef, Entity, Lead, Token};
use crate::span::Span;

/// What somebody says in a document, between quotation marks.
///
/// It is a view: an index into the document's layers, and cheap to copy.
///
/// ```
/// # #[cfg(all(feature = "entities", feature = "fr"))] {
/// use griot::Lead;
///
/// let text = "« Nous partons », a déclaré le général Salifou Modi. « C’est dit. »";
/// let document = griot::Pipeline::new()?.process(text)?;
/// let quotation = document.view().quotations().next().unwrap();
/// assert_eq!(quotation.words(), "Nous partons");
/// assert_eq!(quotation.speaker(), Some("général Salifou Modi"));
/// assert_eq!(quotation.speaker_entity().unwrap().id(), Some("per:salifou-modi"));
/// assert_eq!(quotation.lead(), Some(Lead::Direct));
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Quotation<'a> {
    document: DocumentRef<'a>,
    index: usize,
}

by_place!(Quotation);

impl fmt::Debug for Quotation<'_> {
    /// Shows the quotation, not the whole document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quotation")
            .field("index", &self.index)
            .field("span", &self.span())
            .field("text", &self.text())
            .field("speaker", &self.speaker())
            .finish_non_exhaustive()
    }
}

impl<'a> Quotation<'a> {
    pub(super) fn new(document: DocumentRef<'a>, index: usize) -> Self {
        Self { document, index }
    }

    fn place(self) -> (*const Layers, usize) {
        (std::ptr::from_ref(self.document.layers()), self.index)
    }

    fn row(self) -> Option<&'a QuotationRow> {
        self.document.layers().quotations.get(self.index)
    }

    fn text_of(self, span: Span) -> &'a str {
        span.of(self.document.text())
    }

    /// The index of the quotation in the document, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// The indices of its tokens, with the quotation marks.
    pub fn token_range(self) -> Range<usize> {
        self.row().map_or(0..0, QuotationRow::range)
    }

    /// The byte span of the quotation, with the quotation marks.
    pub fn span(self) -> Span {
        self.document.layers().tokens.span_of(self.token_range())
    }

    /// The text of the quotation, with the quotation marks.
    pub fn text(self) -> &'a str {
        self.text_of(self.span())
    }

    /// The text between the quotation marks, without the white space beside them.
    pub fn words(self) -> &'a str {
        let range = self.token_range();
        let text = |at| self.document.token(at).map_or("", Token::text);
        // Two apostrophes are one mark.
        let twice = |one, other| text(one) == text(other) && matches!(text(one), "'" | "’");
        let (first, last) = (range.start, range.end.saturating_sub(1));
        let start = first + 1 + usize::from(twice(first, first + 1));
        let end = last - usize::from(last > start && twice(last, last - 1));
        self.text_of(self.document.layers().tokens.span_of(start..end))
    }

    /// The tokens of the quotation, with the quotation marks.
    pub fn tokens(self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.document.tokens_at(self.token_range())
    }

    /// The byte span of the words that name the speaker: a name with its title, or a description,
    /// without an article. They may stand far from the quotation, if a pronoun leads to them.
    /// `None` if the speaker is not known.
    pub fn speaker_span(self) -> Option<Span> {
        let tokens = self.row()?.speaker_range()?;
        Some(self.document.layers().tokens.span_of(tokens))
    }

    /// The words that name the speaker: `général Salifou Modi`, `instructeur russe`. `None` if the
    /// speaker is not known.
    pub fn speaker(self) -> Option<&'a str> {
        Some(self.text_of(self.speaker_span()?))
    }

    /// The entity that speaks. `None` if the speaker is not known or is no entity. The speaker in `le
    /// porte-parole de l’Union africaine` is no entity.
    pub fn speaker_entity(self) -> Option<Entity<'a>> {
        let index = self.row()?.entity? as usize;
        Some(Entity::new(self.document, index))
    }

    /// The verb that says that this is said: `déclaré`, `said`. It may stand inside the quotation:
    /// `« Nous restons, a déclaré Paul Biya, et nous gagnons. »` `None` if there is none.
    pub fn verb(self) -> Option<Token<'a>> {
        self.document.token(self.row()?.verb? as usize)
    }

    /// How the words around the quotation say whose it is. `None` if they do not; the speaker may
    /// still be known, as the one who has spoken before.
    pub fn lead(self) -> Option<Lead> {
        self.row()?.lead
    }
}
