//! The serde form of a document, which is the JSON that the example `annotate` prints.
//!
//! `write` streams rows from the columns. `read` collects raw rows and checks every rule of the data
//! model; [`super::check`] lists them. `schema.json` describes the form.

#[cfg(feature = "records")]
mod canonical;
mod raw;
mod read;
mod tokens;
mod write;

use serde::{Deserialize, Serialize};

pub use write::Json;
pub(super) use write::Stream;

use super::layers::LanguageSource;
use super::vocabulary::vocabulary;
use super::{
    EndReason, EntitySource, Label, LayerSet, Lead, Modifier, Morph, Pos, TokenKind, ZoneKind,
    ZoneSet,
};
use crate::date::Date;
use crate::language::Language;
use crate::span::{Span, clamp};
use crate::stem::Edition;
use crate::text::Text;

/// The JSON Schema (draft 2020-12) of the form in which a [`Document`](super::Document) and [`Json`] are
/// written.
pub const JSON_SCHEMA: &str = include_str!("schema.json");

vocabulary! {
    /// What the offsets of a document count.
    OffsetUnit {
        /// Bytes of UTF-8, as Rust and Go count.
        Bytes = "bytes",
        /// Characters (Unicode code points), as Python counts.
        Chars = "chars",
        /// Units of UTF-16, as JavaScript, Java and C# count.
        Utf16 = "utf16",
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageForm {
    code: Language,
    confidence: f32,
    reliable: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageRow {
    start: u32,
    end: u32,
    code: Language,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneRow {
    start: u32,
    end: u32,
    kind: ZoneKind,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SentenceRow<S> {
    start: u32,
    end: u32,
    /// The text of the span, for readers of JSON. It is checked.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    text: Option<S>,
    end_reason: EndReason,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
}

/// `S` is `&str` when writing and [`Text`](crate::text::Text) when reading.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenRow<S> {
    start: u32,
    end: u32,
    kind: TokenKind,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    norm: Option<S>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    stem: Option<S>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    lemma: Option<S>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pos: Option<Pos>,
    #[serde(default, skip_serializing_if = "is_default")]
    guessed: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    morph: Morph,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stop: Option<u8>,
}

/// The tokens of a document that is read. Those that are written alike may share a row.
#[derive(Deserialize)]
#[serde(from = "Vec<TokenRow<Text<'a>>>", bound(deserialize = "'de: 'a"))]
struct TokenRows<'a> {
    tokens: Vec<Place>,
    rows: Vec<TokenRow<Text<'a>>>,
}

/// Where a token stands, and the number of its row.
#[derive(Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
    row: u32,
}

impl<'a> From<Vec<TokenRow<Text<'a>>>> for TokenRows<'a> {
    fn from(rows: Vec<TokenRow<Text<'a>>>) -> Self {
        let place = |(row, it): (usize, &TokenRow<Text<'a>>)| Place {
            start: it.start,
            end: it.end,
            row: clamp(row),
        };
        let tokens = rows.iter().enumerate().map(place).collect();
        Self { tokens, rows }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntityForm<S> {
    start: u32,
    end: u32,
    /// The text of the span, for readers of JSON. It is checked.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    text: Option<S>,
    label: Label,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    id: Option<S>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    value: Option<S>,
    #[serde(default, rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<Modifier>,
    source: EntitySource,
    score: f32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<Span>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    place: Option<S>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuotationForm<S> {
    start: u32,
    end: u32,
    /// The text of the span, for readers of JSON. It is checked.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    text: Option<S>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    speaker: Option<Span>,
    /// The number of the entity that is the speaker, and that of the token that is the verb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entity: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verb: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<Lead>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Meta<M> {
    layers: LayerSet,
    language_engine: LanguageSource,
    stem_edition: Option<Edition>,
    models: M,
    missing: LayerSet,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reference_date: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    only: Option<ZoneSet>,
}

/// `#[serde(default)]` alone would require `S: Default`.
fn none<S>() -> Option<S> {
    None
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
