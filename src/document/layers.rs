//! The columns that store a document's annotation.

use std::ops::Range;

use super::dateline::Dateline;
use super::label::Label;
use super::layer_set::LayerSet;
use super::morph::Morph;
use super::shape::Shape;
use super::vocabulary::{EndReason, EntitySource, Lead, Modifier, Pos, Stop, TokenKind, ZoneKind};
use super::zone_set::ZoneSet;
use crate::date::Date;
use crate::language::{Detection, Language};
use crate::span::{Span, clamp};
use crate::stem::Edition;

/// The annotation of one text, stored as columns of numbers. Of the text itself it repeats only the
/// normal forms, stems and lemmas.
///
/// Columns are read through a [`DocumentRef`](super::DocumentRef), which joins them with their
/// text. [`Document::into_parts`](super::Document::into_parts) returns the layers of an owned
/// document.
#[derive(Clone, PartialEq, Debug)]
pub struct Layers {
    /// The layers that were made.
    pub(crate) present: LayerSet,
    /// The layers that were requested and could not be made.
    pub(crate) missing: LayerSet,
    /// The language of the whole text.
    pub(crate) language: Detection,
    /// What determined the language of a document.
    pub(crate) language_engine: LanguageSource,
    /// The Snowball edition of the stems. `None` without stems.
    pub(crate) stem_edition: Option<Edition>,
    /// The models that were used, as name and version.
    pub(crate) models: Vec<String>,
    /// The day against which relative dates were resolved.
    pub(crate) reference_date: Option<Date>,
    /// The parts of the first dateline of the text.
    pub(crate) dateline: Option<Dateline>,
    pub(crate) languages: Cover<Language>,
    pub(crate) zones: Cover<ZoneKind>,
    /// The kinds of zones that were split into tokens. `None` means all.
    pub(crate) only: Option<ZoneSet>,
    pub(crate) tokens: Tokens,
    pub(crate) sentences: Sentences,
    pub(crate) types: Types,
    pub(crate) lemmas: Strings,
    /// The distinct morphological features of the tokens, in the order in which they first come.
    pub(crate) morphs: Vec<Morph>,
    pub(crate) entities: Vec<EntityRow>,
    pub(crate) quotations: Vec<QuotationRow>,
}

/// What determined the language of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum LanguageSource {
    /// The caller named exactly one language.
    Given,
    /// [`Engine::Model`](crate::Engine::Model).
    Model,
    /// [`Engine::Whatlang`](crate::Engine::Whatlang).
    #[default]
    #[serde(alias = "light")]
    Whatlang,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            present: LayerSet::NONE,
            missing: LayerSet::NONE,
            language: Detection::NONE,
            language_engine: LanguageSource::default(),
            stem_edition: None,
            models: Vec::new(),
            reference_date: None,
            dateline: None,
            languages: Cover::default(),
            zones: Cover::default(),
            only: None,
            tokens: Tokens::default(),
            sentences: Sentences::default(),
            types: Types::default(),
            lemmas: Strings::default(),
            morphs: Vec::new(),
            entities: Vec::new(),
            quotations: Vec::new(),
        }
    }
}

impl Layers {
    /// Empties every column and keeps the allocated memory. This pattern and those below name every
    /// field, so that the compiler notices a new one.
    pub(crate) fn clear(&mut self) {
        let Self {
            present,
            missing,
            language,
            language_engine,
            stem_edition,
            models,
            reference_date,
            dateline,
            languages,
            zones,
            only,
            tokens,
            sentences,
            types,
            lemmas,
            morphs,
            entities,
            quotations,
        } = self;
        *present = LayerSet::NONE;
        *missing = LayerSet::NONE;
        *language = Detection::NONE;
        *language_engine = LanguageSource::default();
        *stem_edition = None;
        models.clear();
        *reference_date = None;
        *dateline = None;
        languages.0.clear();
        zones.0.clear();
        *only = None;
        tokens.clear();
        sentences.clear();
        types.clear();
        lemmas.clear();
        morphs.clear();
        entities.clear();
        quotations.clear();
    }
}

impl Layers {
    /// Gives back the memory that columns hold beyond their rows. `tests/memory.rs` notices a
    /// column that is left out.
    pub(crate) fn shrink(&mut self) {
        self.languages.0.shrink_to_fit();
        self.zones.0.shrink_to_fit();
        self.tokens.shrink();
        self.sentences.shrink();
        self.types.shrink();
        self.lemmas.shrink();
        self.morphs.shrink_to_fit();
        self.entities.shrink_to_fit();
        self.quotations.shrink_to_fit();
    }
}

/// Consecutive spans that cover the text from its first byte. Each is stored as its end and its
/// value.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Cover<T>(pub(crate) Vec<(u32, T)>);

impl<T> Default for Cover<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy> Cover<T> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Span, T)> + '_ {
        let starts = std::iter::once(0).chain(self.0.iter().map(|(end, _)| *end));
        starts
            .zip(&self.0)
            .map(|(start, (end, value))| (Span::new(start, *end), *value))
    }

    /// The value of the span that holds the byte at `offset`.
    pub(crate) fn at(&self, offset: usize) -> Option<T> {
        let index = self.0.partition_point(|(end, _)| *end as usize <= offset);
        self.0.get(index).map(|(_, value)| *value)
    }

    /// Returns true if a span ends from byte `start` to byte `end`.
    pub(crate) fn has_edge(&self, start: usize, end: usize) -> bool {
        let index = self.0.partition_point(|(end, _)| (*end as usize) < start);
        self.0
            .get(index)
            .is_some_and(|(edge, _)| *edge as usize <= end)
    }
}

/// One row for each token. `pos`, `lemma`, `guess` and `morph` are empty if their layer was not made.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Tokens {
    pub(crate) start: Vec<u32>,
    pub(crate) end: Vec<u32>,
    pub(crate) kind: Vec<TokenKind>,
    /// The row of [`Types`] that the token has. Empty without norms.
    pub(crate) type_id: Vec<u32>,
    pub(crate) pos: Vec<Pos>,
    /// The number of the lemma in [`Layers::lemmas`]; `u32::MAX` means that the token has no lemma.
    pub(crate) lemma: Vec<u32>,
    /// True if the lemma is a guess.
    pub(crate) guess: Vec<bool>,
    /// The number of the features in [`Layers::morphs`].
    pub(crate) morph: Vec<u16>,
}

impl Tokens {
    /// Appends tokens whose offsets count from `base`, the start of a part of the text.
    pub(crate) fn extend(&mut self, starts: &[u32], ends: &[u32], kinds: &[TokenKind], base: u32) {
        let shift = |at: &u32| base.saturating_add(*at);
        self.start.extend(starts.iter().map(shift));
        self.end.extend(ends.iter().map(shift));
        self.kind.extend_from_slice(kinds);
    }

    pub(crate) fn push(&mut self, span: Span, kind: TokenKind) {
        self.start.push(clamp(span.start()));
        self.end.push(clamp(span.end()));
        self.kind.push(kind);
    }

    /// Replaces the token at `index`.
    pub(crate) fn set(&mut self, index: usize, span: Span, kind: TokenKind) {
        let row = (self.start.get_mut(index), self.end.get_mut(index));
        if let ((Some(start), Some(end)), Some(old)) = (row, self.kind.get_mut(index)) {
            (*start, *end, *old) = (clamp(span.start()), clamp(span.end()), kind);
        }
    }

    /// Keeps the first `length` tokens. Call it only before columns other than span and kind are
    /// filled.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.start.truncate(length);
        self.end.truncate(length);
        self.kind.truncate(length);
    }

    pub(crate) fn len(&self) -> usize {
        self.start.len()
    }

    /// The span of a token. Beyond the last token it is the empty span at 0.
    pub(crate) fn span(&self, index: usize) -> Span {
        Span::new(at(&self.start, index), at(&self.end, index))
    }

    pub(crate) fn kind(&self, index: usize) -> TokenKind {
        self.kind.get(index).copied().unwrap_or(TokenKind::Other)
    }

    /// The row of [`Types`] that a token has. `None` without norms.
    pub(crate) fn type_of(&self, index: usize) -> Option<usize> {
        self.type_id.get(index).map(|id| *id as usize)
    }

    /// The first token of each of `count` types, in the order of the types. Types are numbered in the order of
    /// the text.
    pub(crate) fn first_of_types(&self, count: usize) -> Vec<u32> {
        let mut firsts = vec![0; count];
        let mut next = 0;
        // Whether a word is new is hard to foresee, so there is no branch.
        for (index, id) in (0..).zip(&self.type_id) {
            let Some(first) = firsts.get_mut(next) else {
                break;
            };
            *first = index;
            next += usize::from(*id as usize == next);
        }
        firsts.truncate(next);
        firsts
    }

    /// The span from the first byte of a range of tokens to its last byte. For an empty range it is
    /// the empty span where the range starts.
    pub(crate) fn span_of(&self, tokens: Range<usize>) -> Span {
        match tokens.end.checked_sub(1) {
            Some(last) if last >= tokens.start => {
                Span::new(at(&self.start, tokens.start), at(&self.end, last))
            }
            _ => Span::new(at(&self.start, tokens.start), at(&self.start, tokens.start)),
        }
    }

    fn shrink(&mut self) {
        self.start.shrink_to_fit();
        self.end.shrink_to_fit();
        self.kind.shrink_to_fit();
        self.type_id.shrink_to_fit();
        self.pos.shrink_to_fit();
        self.lemma.shrink_to_fit();
        self.guess.shrink_to_fit();
        self.morph.shrink_to_fit();
    }

    fn clear(&mut self) {
        let Self {
            start,
            end,
            kind,
            type_id,
            pos,
            lemma,
            guess,
            morph,
        } = self;
        start.clear();
        end.clear();
        kind.clear();
        type_id.clear();
        pos.clear();
        lemma.clear();
        guess.clear();
        morph.clear();
    }
}

/// One row for each sentence. Every token is in exactly one sentence.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Sentences {
    /// The index after the sentence's last token.
    pub(crate) end: Vec<u32>,
    pub(crate) reason: Vec<EndReason>,
    /// The score of the sentence's end, from 0 to 255.
    pub(crate) score: Vec<u8>,
}

/// The score of a sentence end that a rule found.
pub(crate) const CERTAIN: u8 = u8::MAX;

/// Scales a probability from 0..=1 to 0..=255.
pub(crate) fn score(likely: f32) -> u8 {
    (likely * f32::from(CERTAIN)).round() as u8
}

impl Sentences {
    pub(crate) fn reserve(&mut self, count: usize) {
        self.end.reserve_exact(count);
        self.reason.reserve_exact(count);
        self.score.reserve_exact(count);
    }

    pub(crate) fn push(&mut self, end: usize, reason: EndReason, score: u8) {
        self.end.push(clamp(end));
        self.reason.push(reason);
        self.score.push(score);
    }

    fn shrink(&mut self) {
        self.end.shrink_to_fit();
        self.reason.shrink_to_fit();
        self.score.shrink_to_fit();
    }

    fn clear(&mut self) {
        let Self { end, reason, score } = self;
        end.clear();
        reason.clear();
        score.clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.end.len()
    }

    /// The range of a sentence's tokens. Empty beyond the last sentence.
    pub(crate) fn tokens(&self, index: usize) -> Range<usize> {
        let Some(end) = self.end.get(index) else {
            return 0..0;
        };
        let start = index
            .checked_sub(1)
            .map_or(0, |before| at(&self.end, before));
        start as usize..*end as usize
    }

    /// The index of the sentence that holds a token.
    pub(crate) fn of_token(&self, token: usize) -> usize {
        self.end.partition_point(|end| *end as usize <= token)
    }
}

/// One row for each distinct token. Tokens with the same text, kind and language share a row. The
/// column of a layer that was not made is empty.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Types {
    pub(crate) norms: Strings,
    pub(crate) stems: Stems,
    pub(crate) stop: Vec<Stop>,
    pub(crate) shape: Vec<Shape>,
}

impl Types {
    fn shrink(&mut self) {
        self.norms.shrink();
        self.stems.shrink();
        self.stop.shrink_to_fit();
        self.shape.shrink_to_fit();
    }

    pub(crate) fn clear(&mut self) {
        let Self {
            norms,
            stems,
            stop,
            shape,
        } = self;
        norms.clear();
        stems.clear();
        stop.clear();
        shape.clear();
    }

    /// The stem of a distinct token.
    pub(crate) fn stem(&self, index: usize) -> Option<&str> {
        let row = *self.stems.rows.get(index)?;
        if row & OTHER == 0 {
            self.norms.get(index)?.get(..row as usize)
        } else {
            self.stems.others.get((row ^ OTHER) as usize)
        }
    }

    /// Whether each stem has letters, and is whole characters.
    pub(crate) fn stems_are_full(&self) -> bool {
        let Strings { text, end } = &self.norms;
        let starts = std::iter::once(&0).chain(end);
        let mut rows = self.stems.rows.iter().zip(starts.zip(end));
        let sound = rows.all(|(row, (start, end))| {
            let stem = start.saturating_add(*row);
            let begins = *row > 0 && stem <= *end && text.is_char_boundary(stem as usize);
            begins || row & OTHER != 0
        });
        sound && self.stems.others.are_full()
    }
}

/// The stem of each distinct token. Most are the beginning of their normal form, and take no letters
/// of their own.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Stems {
    /// The length of that beginning, or with the highest bit, which of the others it is.
    rows: Vec<u32>,
    others: Strings,
}

const OTHER: u32 = 1 << 31;

impl Stems {
    pub(crate) fn push(&mut self, stem: &str, norm: &str) {
        if stem.len() < OTHER as usize && norm.starts_with(stem) {
            self.push_prefix(clamp(stem.len()));
        } else {
            self.rows.push(OTHER | clamp(self.others.len()));
            self.others.push(stem);
        }
    }

    /// Adds a stem of so many bytes at the beginning of its normal form.
    pub(crate) fn push_prefix(&mut self, length: u32) {
        self.rows.push(length);
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn reserve(&mut self, count: usize) {
        self.rows.reserve_exact(count);
    }

    fn shrink(&mut self) {
        self.rows.shrink_to_fit();
        self.others.shrink();
    }

    fn clear(&mut self) {
        let Self { rows, others } = self;
        rows.clear();
        others.clear();
    }
}

/// A list of strings in one buffer.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Strings {
    text: String,
    end: Vec<u32>,
}

impl Strings {
    #[inline]
    pub(crate) fn push(&mut self, string: &str) {
        self.text.push_str(string);
        self.end.push(clamp(self.text.len()));
    }

    /// Makes room for so many strings, of so many bytes together.
    pub(crate) fn reserve(&mut self, count: usize, length: usize) {
        self.end.reserve_exact(count);
        self.text.reserve_exact(length);
    }

    /// Adds a string with `A-Z` in lower case.
    pub(crate) fn push_lower(&mut self, string: &str) {
        let start = self.text.len();
        self.push(string);
        if let Some(added) = self.text.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    }

    /// Adds the string of two parts.
    pub(crate) fn push_joined(&mut self, start: &str, end: &str) {
        self.text.push_str(start);
        self.push(end);
    }

    pub(crate) fn len(&self) -> usize {
        self.end.len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.end.get(index)?;
        let start = index
            .checked_sub(1)
            .map_or(0, |before| at(&self.end, before));
        self.text.get(start as usize..end as usize)
    }

    /// Whether no string is empty.
    pub(crate) fn are_full(&self) -> bool {
        let ends = self.end.iter().zip(self.end.iter().skip(1));
        self.end.first() != Some(&0) && ends.fold(true, |full, (one, next)| full & (one != next))
    }

    fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.end.shrink_to_fit();
    }

    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.end.clear();
    }
}

/// One entity.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct EntityRow {
    pub(crate) tokens: Range<u32>,
    /// How many bytes at the end of the last token do not belong to the entity: the apostrophe and
    /// what follows it, as in `Russia's`.
    pub(crate) tail: u8,
    pub(crate) label: Label,
    pub(crate) id: Option<Box<str>>,
    pub(crate) value: Option<Box<str>>,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) source: EntitySource,
    pub(crate) score: f32,
    pub(crate) title: Option<Span>,
    /// The id of the town whose name a club has.
    pub(crate) place: Option<Box<str>>,
    /// The row of the smallest entity that encloses this one. [`settle`] sets it.
    pub(crate) parent: Option<u32>,
}

impl EntityRow {
    /// An entity that was not found by griot but given: by a caller's pattern or by a file.
    pub(crate) fn given(tokens: Range<u32>, label: Label, id: Option<Box<str>>) -> Self {
        Self {
            tokens,
            tail: 0,
            label,
            id,
            value: None,
            modifier: None,
            source: EntitySource::User,
            score: 1.0,
            title: None,
            place: None,
            parent: None,
        }
    }

    pub(crate) fn range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }
}

/// Sorts entities by start, with the longer one first, and sets the parent of each. Entities must
/// be disjoint or nested. If two of them cross or are equal, it returns the row number of the
/// second after sorting.
pub(crate) fn settle(entities: &mut [EntityRow]) -> Result<(), usize> {
    entities.sort_by_key(|row| (row.tokens.start, std::cmp::Reverse(row.tokens.end)));
    let mut open: Vec<(u32, Range<u32>)> = Vec::new();
    for (index, row) in entities.iter_mut().enumerate() {
        while open
            .last()
            .is_some_and(|(_, around)| around.end <= row.tokens.start)
        {
            open.pop();
        }
        row.parent = match open.last() {
            Some((_, around)) if row.tokens.end > around.end || row.tokens == *around => {
                return Err(index);
            }
            around => around.map(|(parent, _)| *parent),
        };
        open.push((clamp(index), row.tokens.clone()));
    }
    Ok(())
}

/// One quotation.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct QuotationRow {
    /// Its tokens, with the quotation marks.
    pub(crate) tokens: Range<u32>,
    /// The tokens of the words for the speaker, wherever they stand.
    pub(crate) speaker: Option<Range<u32>>,
    /// The row of the entity that is the speaker. It lies in the words for the speaker.
    pub(crate) entity: Option<u32>,
    /// The token of the verb of saying.
    pub(crate) verb: Option<u32>,
    pub(crate) lead: Option<Lead>,
}

impl QuotationRow {
    pub(crate) fn range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }

    pub(crate) fn speaker_range(&self) -> Option<Range<usize>> {
        let speaker = self.speaker.as_ref()?;
        Some(speaker.start as usize..speaker.end as usize)
    }
}

/// The number at `index`, or 0 beyond the end. Columns were checked when they were made, so a sound
/// document never reaches the 0.
pub(crate) fn at(column: &[u32], index: usize) -> u32 {
    column.get(index).copied().unwrap_or_default()
}
