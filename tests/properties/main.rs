//! The rules of the data model, each held against any text there is.
//!
//! Every rule is one named test, and its oracle is the rule spelled out plainly: quadratic where that is the shortest way to say
//! it. `PROPTEST_CASES=20000 cargo test --release --test properties` looks further.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper of a test fails by panicking, and clippy's own exceptions end at test functions"
)]

mod binary;
mod conllu;
mod edges;
mod entities;
mod forms;
mod generators;
mod json;
mod metamorphic;
mod offsets;
mod patterns;
mod quotations;
mod sentences;
mod tokens;
mod zones;

use griot::DocumentRef;

use edges::check_edges;
use entities::check_entities;
use forms::check_types;
use quotations::check_quotations;
use sentences::check_sentences;
use tokens::check_tokens;
use zones::check_covers;

/// Every rule that a document alone can be held to.
fn check_rules(document: DocumentRef<'_>) {
    check_tokens(document);
    check_covers(document);
    check_sentences(document);
    check_edges(document);
    check_entities(document);
    check_quotations(document);
    check_types(document);
    let confidence = document.language().confidence;
    assert!((0.0..=1.0).contains(&confidence), "{confidence}");
    assert_eq!(document.present(), document.present().closed());
    assert!(
        document
            .missing()
            .iter()
            .all(|layer| !document.present().contains(layer))
    );
}
