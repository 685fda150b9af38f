//! The native half of the Python package `griot`: views of the crate's documents as Python objects.
//!
//! A `Doc` owns a document of the crate. `Token`, `Span` and the classes that extend it hold their
//! `Doc` and an index, so they cost a few words each and keep their document alive. All work that
//! takes time runs without the interpreter's lock.

mod arrow;
mod detection;
mod doc;
mod entity;
mod error;
mod fingerprint;
mod functions;
mod html;
mod input;
mod offsets;
mod page;
mod pipe;
mod pipeline;
mod quotation;
mod sentence;
mod settings;
mod span;
mod token;
mod zone;

/// Text into language, sentences, words, lemmas, names, dates and quotations.
#[pyo3::pymodule(gil_used = false)]
mod _griot {
    #[pymodule_export]
    use crate::arrow::RecordBatch;
    #[pymodule_export]
    use crate::detection::Detection;
    #[pymodule_export]
    use crate::doc::{Doc, member, read};
    #[pymodule_export]
    use crate::entity::Entity;
    #[pymodule_export]
    use crate::error::GriotError;
    #[pymodule_export]
    use crate::fingerprint::Fingerprint;
    #[pymodule_export]
    use crate::functions::{decode, detect, keywords, read_html, sentences, stem, words};
    #[pymodule_export]
    use crate::page::{Decoded, Page};
    #[pymodule_export]
    use crate::pipe::Pipe;
    #[pymodule_export]
    use crate::pipeline::Pipeline;
    #[pymodule_export]
    use crate::quotation::Quotation;
    #[pymodule_export]
    use crate::sentence::Sentence;
    #[pymodule_export]
    use crate::span::{Span, Tokens};
    #[pymodule_export]
    use crate::token::Token;
    #[pymodule_export]
    use crate::zone::Zone;

    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
