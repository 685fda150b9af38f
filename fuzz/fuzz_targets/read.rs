//! Any bytes as a document's JSON: an error, or a document that can be walked through.

#![no_main]

use griot::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = serde_json::from_slice::<Document>(bytes) else {
        return;
    };
    let view = document.view();
    assert!(view.tokens().all(|token| !token.text().is_empty()));
    assert!(view.sentences().all(|sentence| sentence.tokens().len() > 0));
    assert!(view.entities().all(|entity| entity.tokens().len() > 0));
    let _ = view.conllu().to_string();
});
