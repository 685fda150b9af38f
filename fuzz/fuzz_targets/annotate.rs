//! Any text, in French and as it is: a document that reads back from its own JSON.

#![no_main]

use griot::{Document, Language, Pipeline};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for builder in [
        Pipeline::builder(),
        Pipeline::builder().language(Language::FRENCH),
    ] {
        let document = builder.build().unwrap().process(text).unwrap();
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    }
});
