//! Rules 6 and 7: what is written as JSON is read again, and nothing unsound is.

use std::collections::BTreeSet;

use griot::{Document, Edition, Layer, LayerSet, LineBreaks, Pipeline, ZoneKind};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::check_rules;
use crate::conllu::check_conllu;
use crate::generators::{
    FRENCH, KEEPING, LANGUAGES, MIXED, NAMING, config, given_zones, layers, press, process, read,
    text,
};

/// The JSON of a document, which both writers write.
pub fn to_json(document: &Document) -> String {
    let json = serde_json::to_string(document).unwrap();
    #[cfg(feature = "records")]
    assert_eq!(document.to_json(), json);
    json
}

/// A document from JSON; one that is refused is refused with a message.
pub fn from_json(form: &Value) -> Option<Document> {
    match serde_json::from_value(form.clone()) {
        Ok(document) => Some(document),
        Err(error) => {
            assert!(!error.to_string().trim().is_empty());
            None
        }
    }
}

/// One change somewhere in a JSON value.
#[derive(Clone, Debug)]
struct Tampering {
    field: Index,
    at: Index,
    how: How,
    by: Index,
    number: Value,
    text: String,
}

#[derive(Clone, Copy, Debug)]
enum How {
    Nudge,
    Number,
    Text,
    Null,
    Remove,
    Double,
    Swap,
    Borrow,
}

fn tampering() -> impl Strategy<Value = Tampering> {
    use How::{Borrow, Double, Nudge, Null, Number, Remove, Swap, Text};
    let how = select(
        &[
            Nudge, Nudge, Nudge, Nudge, Number, Text, Null, Remove, Double, Swap, Borrow,
        ][..],
    );
    let number = prop_oneof![
        (0u32..100).prop_map(|number| json!(number)),
        any::<i64>().prop_map(|number| json!(number)),
        (-2.0f64..2.0).prop_map(|number| json!(number)),
        select(&[u32::MAX as u64, u64::MAX, 1 << 32, 0][..]).prop_map(|number| json!(number)),
    ];
    let name = select(
        &[
            "und",
            "en",
            "body",
            "title",
            "number",
            "word",
            "stop",
            "PER",
            "tokens",
            "snowball2",
            "START",
        ][..],
    );
    let text = prop_oneof![name.prop_map(str::to_owned), any::<String>()];
    (any::<[Index; 3]>(), how, number, text).prop_map(|([field, at, by], how, number, text)| {
        Tampering {
            field,
            at,
            how,
            by,
            number,
            text,
        }
    })
}

/// The paths of all values inside one.
fn paths(value: &Value, here: &str, all: &mut Vec<String>) {
    let mut inner = |key: String, value| {
        let path = format!("{here}/{}", key.replace('~', "~0").replace('/', "~1"));
        paths(value, &path, all);
        all.push(path);
    };
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| inner(index.to_string(), item)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, item)| inner(key.clone(), item)),
        _ => {}
    }
}

fn tamper(form: &mut Value, change: &Tampering) {
    let mut all = Vec::new();
    paths(form, "", &mut all);
    let borrowed = form
        .pointer(&all[change.by.index(all.len())])
        .unwrap()
        .clone();
    if let How::Nudge = change.how {
        all.retain(|path| form.pointer(path).is_some_and(Value::is_number));
    }
    // A field first, then one of its places: else nearly all changes would be to tokens.
    let field = |path: &String| path.replace(|c: char| c.is_ascii_digit(), "");
    let fields: BTreeSet<_> = all.iter().map(field).collect();
    let Some(chosen) = fields.iter().nth(change.field.index(fields.len().max(1))) else {
        return;
    };
    all.retain(|path| field(path) == *chosen);
    let path = &all[change.at.index(all.len())];
    if let How::Remove | How::Double | How::Swap = change.how {
        let (parent, key) = path.rsplit_once('/').unwrap();
        match form.pointer_mut(parent).unwrap() {
            Value::Array(items) => {
                let index: usize = key.parse().unwrap();
                match change.how {
                    How::Remove => drop(items.remove(index)),
                    How::Double => items.insert(index, items[index].clone()),
                    _ => {
                        let other = change.by.index(items.len());
                        items.swap(index, other);
                    }
                }
            }
            Value::Object(fields) => match change.how {
                How::Double => drop(fields.insert(change.text.clone(), borrowed)),
                _ => drop(fields.remove(key)),
            },
            _ => {}
        }
        return;
    }
    let target = form.pointer_mut(path).unwrap();
    *target = match change.how {
        How::Number => change.number.clone(),
        How::Text => json!(change.text),
        How::Null => Value::Null,
        How::Nudge => {
            let by = [-2i32, -1, 1, 2, 3][change.by.index(5)];
            target.as_i64().map_or(json!(f64::from(by)), |number| {
                json!(number.saturating_add(by.into()))
            })
        }
        _ => borrowed,
    };
}

/// Bytes that mean something in JSON, and some that do not.
#[cfg(feature = "records")]
const JSON: &[u8] = b"0123459-.e\"\\,:[]{} \n\t\x0c\0tnu";

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_06_a_document_comes_back_from_json(
        text in text(),
        layers in layers(),
        language in prop::option::of(select(&LANGUAGES[..])),
        soft in any::<bool>(),
        old_stems in any::<bool>(),
    ) {
        let mut builder = Pipeline::builder().layers(layers);
        if let Some(language) = language {
            builder = builder.language(language);
        }
        if soft {
            builder = builder.line_breaks(LineBreaks::Soft);
        }
        if old_stems && cfg!(feature = "snowball2") {
            builder = builder.stem_edition(Edition::Snowball2);
        }
        let document = process(&builder.build().unwrap(), &text);
        let view = document.view();
        check_rules(view);
        let all = layers.closed();
        prop_assert!(all.iter().all(|layer| view.present().contains(layer) != view.missing().contains(layer)));
        prop_assert!(view.present().iter().all(|layer| all.contains(layer)));
        let written = to_json(&document);
        let read: Document = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(to_json(&read), written);
    }

    #[test]
    fn rule_06_a_document_with_zones_and_names_of_the_caller_comes_back_from_json(
        text in prop_oneof![text(), press()],
        zones in prop::collection::vec((any::<[Index; 2]>(), select(ZoneKind::ALL)), 0..5),
        keeping in any::<Index>(),
        how in 0..3,
    ) {
        let pipeline = match how {
            0 => &*NAMING,
            1 => &*MIXED,
            _ => &keeping.get(&KEEPING).1,
        };
        let zones = given_zones(&zones, &text);
        let mut worker = pipeline.worker();
        let document = worker.annotate_zoned(&text, &zones).unwrap().to_document();
        if how < 2 {
            // These split every zone into tokens.
            check_rules(document.view());
        }
        let read: Document = serde_json::from_str(&to_json(&document)).unwrap();
        prop_assert_eq!(read, document);
    }

    #[test]
    fn rule_07_a_document_that_breaks_a_rule_is_refused(
        document in read(),
        changes in prop::collection::vec(tampering(), 1..4),
    ) {
        let mut form = serde_json::to_value(&document).unwrap();
        for change in &changes {
            tamper(&mut form, change);
            if let Some(read) = from_json(&form) {
                check_rules(read.view());
                if read.view().tokens().len() > 0 {
                    prop_assert_eq!(check_conllu(read.view()), read.text());
                }
                let again: Document = serde_json::from_str(&to_json(&read)).unwrap();
                prop_assert_eq!(again, read);
            }
        }
    }

    /// What is not quite the JSON of the writer is read or refused as serde does.
    #[cfg(feature = "records")]
    #[test]
    fn rule_06_both_readers_of_json_agree(
        document in read(),
        changes in prop::collection::vec((any::<Index>(), 0..3, select(JSON)), 0..4),
    ) {
        let mut json = to_json(&document).into_bytes();
        for (at, how, byte) in changes {
            let at = at.index(json.len());
            match how {
                0 => drop(json.remove(at)),
                1 => json.insert(at, byte),
                _ => json[at] = byte,
            }
        }
        if let Ok(json) = std::str::from_utf8(&json) {
            let read: Option<Document> = serde_json::from_str(json).ok();
            prop_assert_eq!(Document::from_json(json).ok(), read);
        }
    }

    #[cfg(feature = "records")]
    #[test]
    fn both_writers_of_json_agree_on_parts(
        document in read(),
        layers in layers(),
        unit in select(griot::document::OffsetUnit::ALL),
    ) {
        let json = document.view().json().layers(layers).offsets(unit);
        prop_assert_eq!(json.into_string(), serde_json::to_string(&json).unwrap());
    }

    #[test]
    fn rule_07_layers_that_are_read_stand_on_one_another(
        layers in prop_oneof![layers(), layers().prop_map(LayerSet::closed)],
        missing in prop_oneof![Just(LayerSet::NONE), layers()],
        stems in any::<bool>(),
    ) {
        let mut form = serde_json::to_value(process(&FRENCH, "")).unwrap();
        let columns = [
            (Layer::Language, "languages"),
            (Layer::Zones, "zones"),
            (Layer::Sentences, "sentences"),
            (Layer::Tokens, "tokens"),
            (Layer::Entities, "entities"),
            (Layer::Quotations, "quotations"),
        ];
        for (layer, field) in columns {
            form[field] = if layers.contains(layer) { json!([]) } else { Value::Null };
        }
        form["meta"]["layers"] = json!(layers);
        form["meta"]["missing"] = json!(missing);
        form["meta"]["stem_edition"] = json!(stems.then_some(Edition::Snowball3));
        let sound = layers == layers.closed()
            && layers.contains(Layer::Stems) == stems
            && missing.iter().all(|layer| !layers.contains(layer));
        prop_assert_eq!(from_json(&form).is_some(), sound);
    }
}
