//! What is written is what `JSON_SCHEMA` says.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use griot::document::{JSON_SCHEMA, OffsetUnit};
use griot::{Document, Language, Layer, LayerSet, Pipeline};
use serde_json::{Value, json};

/// Panics where a value is not what a schema says, or a schema has a keyword that is not read here.
fn validate(value: &Value, schema: &Value, root: &Value, path: &str) {
    for (keyword, said) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let pointer = said.as_str().unwrap().strip_prefix('#').unwrap();
                validate(value, root.pointer(pointer).unwrap(), root, path);
            }
            "const" => assert_eq!(value, said, "{path}"),
            "enum" => assert!(said.as_array().unwrap().contains(value), "{path}: {value}"),
            "type" => {
                let is = match said.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_u64(),
                    "number" => value.is_number(),
                    other => panic!("unknown type {other}"),
                };
                assert!(is, "{path}: {value} is no {said}");
            }
            "required" => {
                for key in said.as_array().unwrap() {
                    assert!(
                        value.get(key.as_str().unwrap()).is_some(),
                        "{path} lacks {key}"
                    );
                }
            }
            "properties" => {
                for (key, property) in value.as_object().unwrap() {
                    let path = format!("{path}/{key}");
                    match said.get(key) {
                        Some(own) => validate(property, own, root, &path),
                        None => assert_ne!(schema["additionalProperties"], false, "{path}"),
                    }
                }
            }
            "additionalProperties" => assert_eq!(*said, false),
            "items" => {
                for (index, item) in value.as_array().unwrap().iter().enumerate() {
                    validate(item, said, root, &format!("{path}/{index}"));
                }
            }
            other => panic!("{path}: unknown keyword {other}"),
        }
    }
}

fn valid(value: &Value) {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
    validate(value, &schema, &schema, "");
}

const TEXT: &str = "Niamey : l’été 🌍\n\nNiamey, 3 décembre 2023 (ANP) – « Nous partons à l’aube », a dit \
                    le général Salifou Modi à 12 000 soldats. The general doesn’t speak.";

fn documents() -> impl Iterator<Item = Document> {
    let mixed = Pipeline::builder().mixed_languages(true).build().unwrap();
    let given = Pipeline::builder()
        .language(Language::FRENCH)
        .build()
        .unwrap();
    let story = Pipeline::builder()
        .only([griot::ZoneKind::Body])
        .build()
        .unwrap();
    let texts = ["", TEXT, "Sannu da zuwa."].map(|text| [text.to_owned(), text.replace('’', "'")]);
    let texts = texts.into_iter().flatten();
    texts.flat_map(move |text| {
        let pipelines = [&mixed, &given, &story];
        pipelines.map(|pipeline| pipeline.process(text.as_str()).unwrap())
    })
}

#[test]
fn documents_are_what_the_schema_says() {
    for document in documents() {
        valid(&serde_json::to_value(&document).unwrap());
        for unit in OffsetUnit::ALL {
            for layer in Layer::ALL {
                let json = document.view().json().offsets(*unit).layers([*layer]);
                valid(&serde_json::to_value(json).unwrap());
            }
        }
    }
}

/// The schema names every value of the enums.
#[test]
fn the_schema_names_every_value() {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
    let lists = [
        ("/properties/offsets/enum", json!(OffsetUnit::ALL)),
        ("/$defs/layers/items/enum", json!(LayerSet::ALL)),
        (
            "/properties/zones/items/properties/kind/enum",
            json!(griot::ZoneKind::ALL),
        ),
        (
            "/properties/sentences/items/properties/end_reason/enum",
            json!(griot::EndReason::ALL),
        ),
        (
            "/properties/tokens/items/properties/kind/enum",
            json!(griot::TokenKind::ALL),
        ),
        (
            "/properties/tokens/items/properties/pos/enum",
            json!(griot::Pos::ALL),
        ),
        (
            "/properties/entities/items/properties/source/enum",
            json!(griot::EntitySource::ALL),
        ),
        (
            "/properties/entities/items/properties/mod/enum",
            json!(griot::Modifier::ALL),
        ),
        (
            "/properties/quotations/items/properties/lead/enum",
            json!(griot::Lead::ALL),
        ),
    ];
    for (pointer, values) in lists {
        assert_eq!(schema.pointer(pointer), Some(&values), "{pointer}");
    }
}

/// Rows have the text of their span in every unit.
#[test]
fn offsets_count_what_they_say() {
    for document in documents() {
        let text = document.text();
        let chars: Vec<char> = text.chars().collect();
        let utf16: Vec<u16> = text.encode_utf16().collect();
        for unit in OffsetUnit::ALL {
            let json = serde_json::to_value(document.view().json().offsets(*unit)).unwrap();
            assert_eq!(json["offsets"], unit.as_str());
            for list in ["sentences", "entities", "quotations"] {
                for row in json[list].as_array().into_iter().flatten() {
                    let at = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
                    let range = at("start")..at("end");
                    let cut = match unit {
                        OffsetUnit::Bytes => text[range].to_owned(),
                        OffsetUnit::Chars => chars[range].iter().collect(),
                        _ => String::from_utf16(&utf16[range]).unwrap(),
                    };
                    assert_eq!(row["text"], cut, "{list} in {unit}");
                }
            }
        }
    }
}

/// Layers are written alone, without those that they need. The rest reads back.
#[test]
fn layers_are_written_alone() {
    let document = documents().nth(7).unwrap();
    let json =
        |layers: LayerSet| serde_json::to_value(document.view().json().layers(layers)).unwrap();
    let entities = json([Layer::Entities].into());
    assert!(entities.get("tokens").is_none() && entities.get("sentences").is_none());
    assert!(entities["entities"].as_array().unwrap().len() > 2);
    assert_eq!(entities["meta"]["layers"], json!(["entities"]));
    let stems = json([Layer::Stems].into());
    assert_eq!(
        stems["tokens"][0],
        json!({"start": 0, "end": 6, "kind": "word", "stem": "niamey"})
    );
    let all = json(LayerSet::ALL);
    assert_eq!(serde_json::from_value::<Document>(all).unwrap(), document);
}
