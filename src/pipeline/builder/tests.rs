//! Tests of [`Builder::model`] with models of every kind.

use super::*;
use crate::document::Document;
#[cfg(feature = "entities")]
use crate::document::EntitySource;
use crate::models::{u32_at, write};

/// A model file: its path, its name in messages, the feature that reads it, whether this build has
/// that feature, and whether the file is built in.
struct File {
    path: &'static str,
    name: &'static str,
    feature: &'static str,
    read: bool,
    built_in: bool,
}

const FRENCH: bool = cfg!(feature = "fr");
const ENTITIES: bool = cfg!(feature = "entities");
const LANGID: bool = cfg!(feature = "langid");

const FILES: [File; 7] = [
    file("src/models/sentences-fr.bin", "sentences", "", true, FRENCH),
    file("src/models/sentences-en.bin", "sentences", "", true, true),
    file("src/models/tags-fr.bin", "tags", "fr", FRENCH, FRENCH),
    file(
        "crates/griot-fr-lexicon/src/lexicon.bin",
        "lexicon",
        "",
        true,
        cfg!(feature = "fr-lexicon"),
    ),
    file(
        "src/models/names-fr.bin",
        "names",
        "entities",
        ENTITIES,
        ENTITIES && FRENCH,
    ),
    file(
        "src/models/gazetteer.bin",
        "gazetteer",
        "entities",
        ENTITIES,
        ENTITIES,
    ),
    file(
        "src/models/language.bin",
        "language",
        "langid",
        LANGID,
        LANGID,
    ),
];

const TEXTS: [&str; 2] = [
    "Le général Tiani a reçu M. Modi à Niamey. « Où va-t-il ? » a demandé l’Union africaine",
    "General Tiani met the president of Mali in Niamey. \"Who knows?\" asked the minister.",
];

const fn file(
    path: &'static str,
    name: &'static str,
    feature: &'static str,
    read: bool,
    built_in: bool,
) -> File {
    File {
        path,
        name,
        feature,
        read,
        built_in,
    }
}

fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Changes the sections of a model file.
fn changed(path: &str, change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Vec<u8> {
    let bytes = bytes(path);
    let payload = &bytes[32..];
    let count = u32_at(payload, 0).unwrap() as usize;
    let mut start = 4 + 4 * count;
    let mut sections = Vec::new();
    for index in 0..count {
        let end = start + u32_at(payload, 4 + 4 * index).unwrap() as usize;
        sections.push(payload[start..end].to_vec());
        start = end;
    }
    change(&mut sections);
    let sections: Vec<&[u8]> = sections.iter().map(Vec::as_slice).collect();
    write(bytes[8..12].try_into().unwrap(), &sections)
}

/// Changes the language that a model file states.
fn of(path: &str, code: &str) -> Vec<u8> {
    changed(path, |sections| sections[0] = code.into())
}

fn process(builder: Builder, text: &str) -> Document {
    builder.build().unwrap().process(text).unwrap()
}

fn models(document: &Document) -> Vec<&str> {
    document.view().models().collect()
}

#[test]
fn a_model_of_this_build_changes_nothing() {
    let documents = |builder: Builder, scores: bool| {
        let pipeline = builder.build().unwrap();
        TEXTS.map(|text| {
            let mut document = serde_json::to_value(pipeline.process(text).unwrap()).unwrap();
            let entities = document.get_mut("entities").filter(|_| !scores);
            for entity in entities
                .and_then(|it| it.as_array_mut())
                .into_iter()
                .flatten()
            {
                entity["score"] = 0.into();
            }
            document
        })
    };
    for file in FILES.iter().filter(|file| file.built_in) {
        // A tagger of the caller's keeps its own scores.
        let scores = file.name != "names";
        let own = documents(Builder::default().model(bytes(file.path)), scores);
        let usual = documents(Builder::default(), scores);
        assert_eq!(own, usual, "{}", file.path);
    }
}

#[test]
fn a_damaged_model_is_named() {
    for file in &FILES {
        let mut bytes = bytes(file.path);
        *bytes.last_mut().unwrap() ^= 1;
        let error = Builder::default().model(bytes).build().unwrap_err();
        let message = error.to_string();
        if file.read || file.feature == "fr" {
            let begin = format!("model {}: its checksum", file.name);
            assert!(error.is_model() && message.starts_with(&begin), "{message}");
        }
    }
    for strange in [&b""[..], b"griotmdl", b"griotmdlabcd\x01\0\0\0"] {
        let error = Builder::default().model(strange).build().unwrap_err();
        let message = error.to_string();
        assert!(
            error.is_model() && message.contains("from the caller"),
            "{message}"
        );
    }
}

#[test]
fn a_model_that_the_build_does_not_use_names_the_feature() {
    for file in &FILES {
        let built = Builder::default().model(bytes(file.path)).build();
        match built {
            Ok(_) => assert!(file.read, "{}", file.path),
            Err(error) => {
                let message = error.to_string();
                let feature = format!("`{}`", file.feature);
                assert!(!file.read && error.is_feature(), "{message}");
                let named = message.starts_with(&format!("model {}: ", file.name));
                assert!(named && message.contains(&feature), "{message}");
            }
        }
    }
}

#[test]
fn sentences_end_by_the_model_of_another_language() {
    let text = "Le ministre est parti hier soir. le général reste à Niamey";
    let builder = || Pipeline::builder().language(Language::DANISH);
    let count = |document: &Document| document.view().sentences().len();
    let usual = process(builder(), text);
    assert_eq!((count(&usual), models(&usual).len()), (1, 0));
    let own = process(
        builder().model(of("src/models/sentences-fr.bin", "da")),
        text,
    );
    assert_eq!((count(&own), models(&own)), (2, vec!["sentences-da 1"]));
}

#[test]
fn parts_of_speech_and_lemmas_are_those_of_another_language() {
    let text = "Les chevaux mangeaient.";
    let builder = Pipeline::builder()
        .language(Language::GERMAN)
        .layers([Layer::Pos, Layer::Lemmas])
        .model(of("src/models/tags-fr.bin", "de"))
        .model(of("crates/griot-fr-lexicon/src/lexicon.bin", "de"));
    let document = process(builder, text);
    assert_eq!(models(&document), ["tags-de 1", "lexicon-de 1"]);
    let tokens = document.view().tokens();
    let found: Vec<_> = tokens.map(|it| (it.lemma(), it.pos())).collect();
    assert_eq!(found[2], (Some("manger"), Some(crate::Pos::Verb)));
}

#[test]
fn parts_of_speech_need_rules_of_lemmas() {
    let builder = Pipeline::builder().model(of("src/models/tags-fr.bin", "it"));
    let error = builder.build().unwrap_err();
    let message = error.to_string();
    assert!(
        error.is_model() && message.starts_with("model tags: "),
        "{message}"
    );
    assert!(message.contains("Italian"), "{message}");
}

#[cfg(feature = "entities")]
#[test]
fn names_are_found_by_the_model_of_another_language() {
    let builder = || Pipeline::builder().language(Language::WOLOF);
    let usual = process(builder(), TEXTS[0]);
    assert!(usual.view().missing().contains(Layer::Entities));
    let own = process(
        builder().model(of("src/models/names-fr.bin", "wo")),
        TEXTS[0],
    );
    assert_eq!(models(&own), ["names-wo 1"]);
    let names: Vec<_> = own.view().entities().map(|it| it.text()).collect();
    assert_eq!(names, ["Tiani", "Modi", "Niamey"]);
}

#[cfg(feature = "entities")]
#[test]
fn places_are_those_of_the_callers_gazetteer() {
    let builder = || Pipeline::builder().language(Language::ENGLISH);
    let source = |builder| {
        let document = process(builder, "They met in Niamey.");
        let entity = document.view().entities().next();
        entity.map(|it| it.source())
    };
    assert_eq!(source(builder()), Some(EntitySource::Gazetteer));
    let empty = write(*b"gazt", &[&b""[..]; 5]);
    assert_ne!(
        source(builder().model(empty)),
        Some(EntitySource::Gazetteer)
    );
}

#[cfg(feature = "langid")]
#[test]
fn the_callers_model_tells_the_language() {
    let occitan = changed("src/models/language.bin", |sections| {
        for class in sections[0].chunks_mut(7) {
            if class.starts_with(b"fra") {
                class[..3].copy_from_slice(b"oci");
            }
        }
    });
    let language = |builder: Builder| process(builder, TEXTS[0]).view().language().language;
    assert_eq!(language(Builder::default()), Language::FRENCH);
    let own = || Builder::default().model(occitan.clone());
    assert_eq!(language(own()).code(), "oc");
    assert_eq!(language(own().engine(Engine::Whatlang)), Language::FRENCH);
    for (section, length) in [(0, 8), (0, 0), (1, 15)] {
        let cut = changed("src/models/language.bin", |sections| {
            sections[section].truncate(length);
        });
        let error = Builder::default().model(cut).build().unwrap_err();
        let message = error.to_string();
        assert!(
            error.is_model() && message.starts_with("model language: its"),
            "{message}"
        );
    }
}
