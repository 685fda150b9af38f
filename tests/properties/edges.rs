//! Rule 4: zones and languages end where sentences do.

use griot::{Document, DocumentRef, Span};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::check_rules;
use crate::generators::{LANGUAGES, config, read};
use crate::json::{from_json, to_json};

/// Whether a zone or a language may end at a byte: it cuts no character, no token and no sentence.
fn is_edge(document: DocumentRef<'_>, byte: usize) -> bool {
    let cut = |span: Span| span.start() < byte && byte < span.end();
    document.text().is_char_boundary(byte)
        && !document.tokens().any(|token| cut(token.span()))
        && !document.sentences().any(|sentence| cut(sentence.span()))
}

pub fn check_edges(document: DocumentRef<'_>) {
    let zones = document.zones().map(|(span, _)| span.end());
    for edge in zones.chain(document.languages().map(|(span, _)| span.end())) {
        assert!(
            is_edge(document, edge),
            "a zone or a language ends at {edge}"
        );
    }
}

/// `field` of a document's JSON as stretches that end at `edges`, which begin at 0 and reach the end of the text.
fn with_cover(
    form: &mut Value,
    field: &str,
    edges: &[usize],
    value: impl Fn(usize) -> (&'static str, Value),
) {
    let rows = edges.windows(2).enumerate().map(|(index, edge)| {
        let (name, value) = value(index);
        json!({ "start": edge[0], "end": edge[1], name: value })
    });
    form[field] = rows.collect();
}

/// Some of the places in a text: of `good` ones, and sometimes any.
pub fn edges(document: &Document, good: &[Index], any: Option<Index>) -> Vec<usize> {
    let length = document.text().len();
    let fit: Vec<_> = (1..length)
        .filter(|byte| is_edge(document.view(), *byte))
        .collect();
    let mut edges = vec![0, length];
    edges.extend(
        good.iter()
            .filter(|_| !fit.is_empty())
            .map(|index| *index.get(&fit)),
    );
    edges.extend(
        any.filter(|_| length > 1)
            .map(|index| 1 + index.index(length - 1)),
    );
    edges.sort_unstable();
    edges.dedup();
    edges
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_04_zone_and_language_edges_are_sentence_edges(
        document in read(),
        good in prop::collection::vec(any::<Index>(), 0..4),
        bad in prop::option::weighted(0.4, any::<Index>()),
        zones in any::<bool>(),
    ) {
        check_edges(document.view());
        let mut form = serde_json::to_value(&document).unwrap();
        let edges = edges(&document, &good, bad);
        let language = |index| ("code", json!(LANGUAGES[index % LANGUAGES.len()]));
        if zones {
            // What the zones of before were good for.
            form.as_object_mut().unwrap().remove("dateline");
            for sentence in form["sentences"].as_array_mut().unwrap() {
                if sentence["end_reason"] == "zone" {
                    sentence["end_reason"] = json!("stop");
                }
            }
            with_cover(&mut form, "zones", &edges, |index| ("kind", json!(["title", "body"][index % 2])));
        } else {
            with_cover(&mut form, "languages", &edges, language);
            for sentence in form["sentences"].as_array_mut().unwrap() {
                sentence.as_object_mut().unwrap().remove("language");
            }
        }
        let sound = edges.iter().all(|edge| is_edge(document.view(), *edge));
        let read = from_json(&form);
        prop_assert_eq!(read.is_some(), sound || document.text().is_empty(), "{:?}", edges);
        if let Some(read) = read {
            check_rules(read.view());
            prop_assert_eq!(read.view().zones().count(), if zones { edges.len() - 1 } else { document.view().zones().count() });
            let again: Document = serde_json::from_str(&to_json(&read)).unwrap();
            prop_assert_eq!(again, read);
        }
    }
}
