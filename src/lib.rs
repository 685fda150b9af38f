#![doc = include_str!("guide.md")]
// Marks on docs.rs what needs a cargo feature.
#![cfg_attr(docsrs, feature(doc_cfg))]
// This lint stands here because the lints of Cargo.toml also apply to tests and examples.
#![cfg_attr(not(test), deny(clippy::string_slice))]

mod date;
pub mod document;
pub mod duplicates;
#[cfg(feature = "entities")]
pub mod entity;
mod error;
#[cfg(any(doc, doctest))]
pub mod guide;
pub mod input;
mod interner;
mod iso639;
mod lang;
pub mod language;
pub mod lemma;
mod lines;
pub mod matcher;
mod models;
pub mod morph;
pub mod normalize;
mod pipeline;
mod prefetch;
pub mod segment;
mod span;
pub mod stem;
pub mod stop;
pub mod terms;
mod text;
#[doc(hidden)]
pub mod training;
mod zones;

pub use date::Date;
pub use document::{
    Alignment, Dateline, Document, DocumentRef, EndReason, Entity, EntitySource, Label, Layer,
    LayerSet, Layers, Lead, Modifier, Morph, Offsets, Pos, Quantity, QuantityKind, Quotation,
    Sentence, Shape, Stop, Token, TokenKind, ZoneKind,
};
pub use error::Error;
pub use iso639::Language;
pub use language::{Detection, Engine};
pub use lines::LineBreaks;
pub use pipeline::{Builder, Pipeline, Worker};
pub use span::Span;
pub use stem::Edition;

/// Runs the examples of the README as doctests.
#[cfg(all(doctest, feature = "fr", feature = "entities"))]
#[doc = include_str!("../README.md")]
struct Readme;
