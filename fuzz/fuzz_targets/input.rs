//! Any bytes as text, as a page and as records: spans lie in the text that is kept.

#![no_main]

use griot::input::records::{Delimited, JsonLines};
use griot::input::{Decoder, Page, mojibake};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let decoded = Decoder::new().repair().decode_html(bytes).unwrap();
    let text = decoded.text();
    assert!(mojibake(text).all(|(span, _)| span.get(text).is_some()));
    let page = Page::read(text).unwrap();
    assert!(page.body().get(page.text()).is_some());
    assert!(
        page.zones()
            .iter()
            .all(|(span, _)| span.get(page.text()).is_some())
    );
    let _ = JsonLines::new(bytes, "a.b").count();
    for rows in [Delimited::csv(bytes, "a"), Delimited::tsv(bytes, "a")] {
        let _ = rows.map(Iterator::count);
    }
});
