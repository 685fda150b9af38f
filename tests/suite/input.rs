//! Any bytes, by every way in: no panic, and every span lies in the text that is kept.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::LazyLock;

use griot::duplicates::fingerprint;
use griot::input::records::{Delimited, JsonLines};
use griot::input::{Decoder, Evidence, Page, Reader, mojibake};
use griot::{Language, Pipeline, Span};
use proptest::prelude::*;
use proptest::sample::select;

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").map_or(32, |cases| cases.parse().unwrap())
}

/// Pieces of pages, of records and of text in several encodings, and what breaks them.
const PIECES: &[&[u8]] = &[
    b"<p>",
    b"</p>",
    b"<div class=comments>",
    b"</div>",
    b"<h1>",
    b"</h1>",
    b"<h2>Lire aussi</h2>",
    b"<title>",
    b"</title>",
    b"<a href=x>",
    b"</a>",
    b"<br>",
    b"<table><tr><td>",
    b"</table>",
    b"<script>",
    b"</script>",
    b"<!--",
    b"-->",
    b"<",
    b">",
    b"&nbsp;",
    b"&#x110000;",
    b"&eacute",
    b"<meta charset=",
    b"latin1>",
    b"<meta property='og:title' content='Le titre'>",
    b"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":",
    b"\"datePublished\":\"2024-02-30\"",
    b"<time datetime=2024-02-14>",
    b"<article>",
    b"<li>",
    b"<ul>",
    b"<pre>",
    b"<p hidden>",
    b"<html lang=fr>",
    b"<body>",
    b"Le ministre est arriv\xe9 \xe0 Niamey, mardi soir. ",
    "Le général Tiani a reçu M. Modi à Moscou. ".as_bytes(),
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\0",
    b"\xc3",
    b"\xa9",
    b"\x9c",
    b"\xe2\x80",
    b"\xf0\x9f\x98\x80",
    b"\x1b$B",
    "Ã©â€™".as_bytes(),
    b"{\"text\": \"",
    b"\"}",
    b"\n",
    b"\r\n",
    b",",
    b"\t",
    b"\"",
    b";",
    b"text",
    b"\\ud800",
    b"[",
    b"2024-02-14",
];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => select(PIECES).prop_map(<[u8]>::to_vec),
        1 => proptest::collection::vec(any::<u8>(), 0..8),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// The document's rules are checked when it is read from JSON.
fn annotate(text: &str) {
    static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| {
        let builder = Pipeline::builder().language(Language::FRENCH);
        builder.build().unwrap()
    });
    let document = PIPELINE.process(text).unwrap();
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(
        serde_json::from_str::<griot::Document>(&json).unwrap(),
        document
    );
    let zones: Vec<_> = document.view().zones().map(|(span, _)| span).collect();
    assert_eq!(zones.last().map_or(0, |last| last.end()), text.len());
    assert!(zones.iter().all(|span| span.get(text).is_some()));
    let print = fingerprint(document.view());
    assert!(print.is_empty() || print.similarity(&print) == 1.0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_text(bytes in bytes(), repair: bool, label in select(&["utf-8", "latin1", "euc-jp", "utf-16le", "iso-2022-jp"][..])) {
        let mut decoder = Decoder::new();
        if repair {
            decoder = decoder.repair();
        }
        for decoder in [decoder, decoder.declared(label).unwrap()] {
            let decoded = decoder.decode(&bytes).unwrap();
            let text = decoded.text();
            prop_assert!(mojibake(text).all(|(span, _)| span.get(text).is_some_and(|garbled| garbled.chars().count() > 1)));
            let replaced = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
            prop_assert!(decoded.replaced() <= replaced || repair);
            annotate(text);
            // Strictness gives the same or an error, but it does not guess: UTF-16 without a mark and
            // ISO-2022-JP may be UTF-8 too.
            let guessed = decoded.evidence() == Evidence::Guess;
            if let Ok(strict) = decoder.strict().decode(&bytes) {
                prop_assert!(guessed || strict.text() == text);
                prop_assert_eq!(strict.replaced(), 0);
            }
        }
        if !bytes.starts_with(b"\xff\xfe") {
            let strict = Decoder::new().strict().decode(&bytes);
            prop_assert_eq!(strict.is_ok(), std::str::from_utf8(&bytes).is_ok());
        }
    }

    #[test]
    fn any_bytes_are_a_page(bytes in bytes()) {
        let decoded = Decoder::new().decode_html(&bytes).unwrap();
        let page = Page::read(decoded.text()).unwrap();
        let text = page.text();
        prop_assert!(page.body().get(text).is_some());
        let mut end = 0;
        for (span, _) in page.zones() {
            prop_assert!(span.start() >= end && !span.is_empty());
            prop_assert!(span.get(text).is_some_and(|heading| heading.trim() == heading));
            end = span.end();
        }
        prop_assert!(page.title().is_none_or(|title| text.starts_with(title)));
        prop_assert_eq!(text.trim(), text);
        annotate(text);
    }

    #[test]
    fn any_bytes_are_records(bytes in bytes(), column in select(&["text", "a.b", "", "/"][..])) {
        let mut texts = Vec::new();
        let mut lines = 0;
        for record in JsonLines::new(&bytes[..], column) {
            lines += 1;
            texts.extend(record.map(|record| record.into_parts().0));
        }
        let ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r'));
        prop_assert!(lines <= ends.count() + 1);
        for rows in [Delimited::csv(&bytes[..], column), Delimited::tsv(&bytes[..], column)].into_iter().flatten() {
            texts.extend(rows.filter_map(Result::ok).map(|record| record.into_parts().0));
        }
        let read = Reader::new().date_field(column).read(&bytes[..]).into_iter().flatten();
        for text in read.flatten() {
            let _ = text.date();
            prop_assert!(text.zones().iter().all(|(span, _)| span.get(text.text()).is_some()));
            texts.push(text.text().to_owned());
        }
        texts.iter().for_each(|text| annotate(text));
    }

    /// Every character that was read wrongly is found again, whatever stands around it.
    #[test]
    fn what_is_garbled_is_repaired(words in proptest::collection::vec(select(&["été", "à", "l’œuvre", "«", "Noël", "où", "ça", "È", "–", "Niger", "a", "10\u{a0}€"][..]), 1..20)) {
        let text = words.join(" ");
        let wrong = Decoder::new().declared("windows-1252").unwrap();
        let garbled = wrong.decode(text.as_bytes()).unwrap().into_text();
        let decoded = Decoder::new().repair().decode(garbled.as_bytes()).unwrap();
        prop_assert_eq!(decoded.text(), text.as_str());
        prop_assert_eq!(mojibake(&text).collect::<Vec<(Span, char)>>(), []);
    }
}
