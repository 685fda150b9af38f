//! The fuzz targets of griot, as plain functions from bytes.
//!
//! A target reads its input, calls a part of the public interface, and asserts the rules that the
//! documentation promises. `fuzz_targets/` gives each to libFuzzer. `tests/replay.rs` runs them on
//! the corpora, on inputs that once failed, and on mutations of both, with a stable compiler.

pub mod bytes;
pub mod documents;
pub mod finished;
pub mod index;
pub mod input;
pub mod languages;
pub mod models;
pub mod pipelines;
pub mod rules;
pub mod words;

/// A function to fuzz.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name of its binary, of its corpus and of its crashes.
    pub name: &'static str,
    /// Panics if the library breaks a rule on this input.
    pub run: fn(&[u8]),
    /// The file in `dictionaries/`, without its ending.
    pub dictionary: &'static str,
}

const fn target(name: &'static str, run: fn(&[u8]), dictionary: &'static str) -> Target {
    Target {
        name,
        run,
        dictionary,
    }
}

/// All targets, by name.
pub const TARGETS: &[Target] = &[
    target("annotate", pipelines::annotate, "text"),
    target("archive", bytes::archive, "records"),
    target("batch", pipelines::batch, "text"),
    target("binary", documents::binary, "text"),
    target("conllu", documents::conllu, "conllu"),
    target("custom", pipelines::custom, "text"),
    target("dates", pipelines::dates, "text"),
    target("decode", bytes::decode, "bytes"),
    target("document", documents::document, "document"),
    target("duplicates", finished::duplicates, "text"),
    target("forms", words::forms, "text"),
    target("index", index::index, "text"),
    target("language", languages::language, "text"),
    target("link", finished::link, "text"),
    target("matcher", finished::matcher, "text"),
    target("model", models::model, "bytes"),
    target("model_patched", models::model_patched, "bytes"),
    target("normalize", words::normalize, "text"),
    target("packed", documents::packed, "text"),
    target("page", bytes::page, "page"),
    target("parse", languages::parse, "text"),
    target("quotations", finished::quotations, "text"),
    target("records", bytes::records, "records"),
    target("segment", words::segment, "text"),
    target("tampered", documents::tampered, "text"),
    target("terms", finished::terms, "text"),
    target("views", documents::views, "text"),
    target("worker", pipelines::worker, "text"),
    target("zoned", pipelines::zoned, "text"),
];
