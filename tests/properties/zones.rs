//! Rule 2: zones and languages cover the text.

use std::collections::HashSet;

use griot::{DocumentRef, Layer, Span, ZoneKind};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;

use crate::edges::{check_edges, edges};
use crate::generators::{
    ANY, FRENCH, KEEPING, config, edited, edits, is_line_break, only, press, process, read,
    repeating, rows, text,
};
use crate::json::from_json;
use crate::sentences::check_sentences;

/// Whether spans are sorted, not empty, on characters, and cover the text.
fn is_cover(text: &str, spans: &[Span]) -> bool {
    let mut end = 0;
    for span in spans {
        if span.start() != end || span.get(text).is_none_or(str::is_empty) {
            return false;
        }
        end = span.end();
    }
    end == text.len()
}

fn check_cover(text: &str, there: bool, spans: &[Span]) {
    assert!(
        if there {
            is_cover(text, spans)
        } else {
            spans.is_empty()
        },
        "{spans:?}"
    );
}

pub fn check_covers(document: DocumentRef<'_>) {
    let there = |layer| document.present().contains(layer);
    let zones: Vec<_> = document.zones().collect();
    let languages: Vec<_> = document.languages().collect();
    let spans: Vec<_> = zones.iter().map(|(span, _)| *span).collect();
    check_cover(document.text(), there(Layer::Zones), &spans);
    let spans: Vec<_> = languages.iter().map(|(span, _)| *span).collect();
    check_cover(document.text(), there(Layer::Language), &spans);
    for token in document.tokens() {
        let start = token.span().start();
        let zone = zones.iter().find(|(span, _)| span.contains(start));
        assert_eq!(token.zone(), zone.map(|(_, kind)| *kind));
        let language = languages.iter().find(|(span, _)| span.contains(start));
        let whole = document.language().language;
        assert_eq!(
            token.language(),
            language.map_or(whole, |(_, language)| *language)
        );
    }
}

/// A document in which only some zones were cut: tokens fill these, and stand in no other.
fn check_kept(document: DocumentRef<'_>, kept: &[ZoneKind]) {
    check_covers(document);
    check_sentences(document);
    check_edges(document);
    let mut tokens = document.tokens().peekable();
    for (zone, kind) in document.zones() {
        let mut rest = document.text()[zone].to_owned();
        while let Some(token) = tokens.next_if(|token| zone.contains(token.span().start())) {
            assert!(kept.contains(&kind), "{:?} in a {kind}", token.text());
            let (before, after) = rest.split_once(token.text()).unwrap();
            assert_eq!(before.trim(), "");
            rest = after.to_owned();
        }
        assert!(
            !kept.contains(&kind) || rest.trim().is_empty(),
            "{rest:?} is in no token"
        );
    }
    assert!(tokens.next().is_none());
    for entity in document.entities() {
        let zones: HashSet<_> = entity.tokens().map(|token| token.zone()).collect();
        assert_eq!(zones.len(), 1, "{:?} is in two zones", entity.text());
    }
    let form = serde_json::to_value(document).unwrap();
    let read = from_json(&form).expect("what was written can be read");
    assert_eq!(serde_json::to_value(&read).unwrap(), form);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_02_zones_and_languages_cover_the_text(document in read()) {
        check_covers(document.view());
    }

    #[test]
    fn rule_02_zones_and_languages_that_are_read_cover_the_text(
        text in text(),
        places in prop::collection::vec(any::<Index>(), 0..4),
        edits in edits(),
        zones in any::<bool>(),
    ) {
        let layer = if zones { Layer::Zones } else { Layer::Language };
        let document = only([layer].into(), &text);
        let spans: Vec<_> = edges(&document, &places, None).windows(2).map(|it| Span::new(it[0] as u32, it[1] as u32)).collect();
        let spans = edited(spans, &edits);
        let mut form = serde_json::to_value(&document).unwrap();
        if zones {
            form["zones"] = rows(&spans, &json!({ "kind": "title" }));
        } else {
            form["languages"] = rows(&spans, &json!({ "code": "sw" }));
        }
        prop_assert_eq!(from_json(&form).is_some(), is_cover(&text, &spans), "{:?}", spans);
    }

    /// From bytes to document: no panic, and every span lies in what was kept.
    #[test]
    fn rule_02_zones_of_any_bytes(
        page in press(),
        bytes in any::<Vec<u8>>(),
        at in any::<Index>(),
    ) {
        let mut page = page.into_bytes();
        let at = at.index(page.len() + 1);
        page.splice(at..at, bytes);
        let text = String::from_utf8_lossy(&page).into_owned();
        for (kept, pipeline) in KEEPING.iter() {
            check_kept(process(pipeline, &text).view(), kept);
        }
    }

    /// A line that stood in the text before, word for word, is no story again. One that is short may
    /// be the end of a wrapped paragraph, if it does not stand apart.
    #[test]
    fn rule_02_repeated_lines_are_a_zone(page in prop_oneof![press(), repeating()]) {
        use ZoneKind::{Body, Heading, Kicker, Lede, Title};
        let page = page.replace("\r\n", "\n");
        let document = process(&FRENCH, &page);
        let (mut seen, mut before) = (HashSet::new(), "");
        for line in page.split(is_line_break) {
            let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
            let line = line.trim_matches(blank);
            let above = std::mem::replace(&mut before, line);
            let own = line.len() >= 40 || above.is_empty() || above == line;
            if !line.contains(char::is_alphanumeric) || seen.insert(line) || !own {
                continue;
            }
            let start = line.as_ptr() as usize - page.as_ptr() as usize;
            let (_, kind) = document.view().zones().find(|(zone, _)| zone.contains(start)).unwrap();
            prop_assert!(![Body, Heading, Kicker, Lede, Title].contains(&kind), "{:?} is {}", line, kind);
        }
    }

    /// Zones that are given stay, and the rules tell what lies between them.
    #[test]
    fn rule_02_zones_that_are_given_stay(
        text in press(),
        good in prop::collection::vec(any::<Index>(), 0..8),
        kind in select(ZoneKind::ALL),
    ) {
        let document = process(&ANY, &text);
        let words = document.view().tokens().filter(|token| token.is_word());
        let words: Vec<_> = words.map(|token| token.span()).collect();
        let mut given: Vec<_> = good.iter().filter(|_| !words.is_empty()).map(|it| words[it.index(words.len())]).collect();
        given.sort();
        given.dedup();
        let given: Vec<_> = given.into_iter().map(|span| (span, kind)).collect();
        let mut worker = ANY.worker();
        let document = worker.annotate_zoned(&text, &given).unwrap();
        check_kept(document, ZoneKind::ALL);
        for (span, kind) in given {
            let (_, found) = document.zones().find(|(zone, _)| zone.contains(span.start())).unwrap();
            prop_assert_eq!(found, kind, "{}", span);
        }
    }
}
