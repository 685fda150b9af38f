//! Documents from outside: each rule of the data model is broken in turn, and the document refused.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use griot::{Document, Language, Pipeline};
use serde_json::{Map, Value};

fn document(apostrophe: &str) -> Document {
    let text = "Niamey, 3 décembre 2023 (ANP) – Le général Modi a dit oui.\nModi part en 2024 à l’aube !\n\
         « Oui », dit Modi. « Non. »";
    let builder = Pipeline::builder().language(Language::FRENCH);
    let pipeline = builder.build().unwrap();
    pipeline.process(text.replace('’', apostrophe)).unwrap()
}

/// Sets the value at a JSON pointer, or removes what stands there. A new index must be the next one.
fn set(form: &mut Value, pointer: &str, value: &Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match form.pointer_mut(parent).unwrap() {
        Value::Object(fields) if value.is_null() => drop(fields.remove(key).unwrap()),
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value.clone())),
        Value::Array(items) => {
            let index: usize = key.parse().unwrap();
            match items.get_mut(index) {
                _ if value.is_null() => drop(items.remove(index)),
                Some(item) => *item = value.clone(),
                None => items.push(value.clone()),
            }
        }
        other => panic!("{pointer}: {other}"),
    }
}

#[test]
fn a_document_that_breaks_a_rule_is_refused() {
    let mut rules = BTreeSet::new();
    let documents = ["’", "'"].map(document);
    let cases = include_str!("../cases/broken_documents.tsv").lines();
    for case in cases.filter(|line| !line.starts_with('#')) {
        let fields: Vec<_> = case.split('\t').collect();
        let [rule, changes, message] = fields[..] else {
            panic!("{case}: not three fields")
        };
        rules.insert(rule.parse::<usize>().unwrap());
        for document in &documents {
            let changes = changes.replace("END", &document.text().len().to_string());
            let changes: Map<String, Value> = serde_json::from_str(&changes).unwrap();
            let mut form = serde_json::to_value(document).unwrap();
            for (pointer, value) in &changes {
                set(&mut form, pointer, value);
            }
            let error = serde_json::from_value::<Document>(form)
                .unwrap_err()
                .to_string();
            assert!(error.contains(message), "{case}\n{error}");
        }
    }
    let table = include_str!("../../src/document/check.rs").lines();
    let rows = table.filter_map(|line| line.strip_prefix("//! | ")?.split(' ').next());
    let all: BTreeSet<usize> = rows.filter_map(|number| number.parse().ok()).collect();
    assert_eq!(
        rules, all,
        "the rules that are broken, and those that are written down"
    );
}

/// A newer version is told as such, whatever it adds.
#[test]
fn a_newer_version_is_refused_by_its_number() {
    let json = serde_json::to_string(&document("’")).unwrap();
    let newer = json.replacen("\"griot\":1", "\"griot\":2,\"colour\":1", 1);
    let error = serde_json::from_str::<Document>(&newer).unwrap_err();
    assert!(error.to_string().contains("format 2"), "{error}");
}

#[test]
fn values_of_dates_are_read() {
    for value in [
        "2024",
        "2024-02",
        "2024-02-29",
        "XXXX-02",
        "XXXX-02-29",
        "19",
        "2023/2024",
        "2023-12-28/2024-01-03",
        "0120/0129",
    ] {
        let mut form = serde_json::to_value(document("’")).unwrap();
        form["entities"][1]["value"] = value.into();
        let read: Document = serde_json::from_value(form).unwrap();
        let date = read.view().entities().nth(1).unwrap();
        assert_eq!(date.value(), Some(value));
    }
}
