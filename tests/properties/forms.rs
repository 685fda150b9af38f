//! Rules 11 and 12: the forms of words follow from the words alone.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use griot::stem::Stemmer;
use griot::{DocumentRef, Edition, Language, Layer, Pipeline, normalize, stop};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;

use crate::generators::{ANY, FRENCH, LANGUAGES, SOFT, config, process, read, text};
use crate::json::from_json;

/// Equal tokens have equal forms, and one number.
pub fn check_types(document: DocumentRef<'_>) {
    let there = |layer| document.present().contains(layer);
    let mut seen = HashMap::new();
    for token in document.tokens() {
        let forms = (
            token.norm(),
            token.stem(),
            token.stop(),
            token.shape(),
            token.type_id(),
        );
        let has = (
            forms.0.is_some(),
            forms.1.is_some(),
            forms.2.is_some(),
            forms.4.is_some(),
        );
        assert_eq!(
            has,
            (
                there(Layer::Norms),
                there(Layer::Stems),
                there(Layer::Stops),
                there(Layer::Norms)
            )
        );
        let key = (token.text(), token.kind(), token.language());
        assert_eq!(*seen.entry(key).or_insert(forms), forms, "{key:?}");
    }
    let numbers: HashSet<_> = seen.values().map(|forms| forms.4).collect();
    assert!(
        !there(Layer::Norms) || numbers.len() == seen.len(),
        "two distinct tokens share a number"
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_11_forms_follow_from_the_word(document in read()) {
        let view = document.view();
        check_types(view);
        for token in view.tokens() {
            let norm = normalize::norm_in(token.text(), token.language());
            if token.is_number() {
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                prop_assert_eq!(token.norm().map(digits), Some(digits(&norm)));
            } else {
                prop_assert_eq!(token.norm(), Some(norm.as_ref()));
            }
            let (stop, stem) = (token.stop(), token.stem());
            if token.is_word() {
                prop_assert_eq!(stop, stop::stop(&norm, token.language()));
                let stemmer = view.stem_edition().map(|edition| Stemmer::new(token.language(), edition).unwrap());
                let right = stemmer.map(|it| it.stem(token.text()).into_owned());
                // Of some words an algorithm leaves nothing.
                let right = right.map(|stem| if stem.is_empty() { norm.to_string() } else { stem });
                prop_assert_eq!(stem.map(str::to_owned), right);
            } else {
                prop_assert!(!token.is_stop());
                prop_assert!(stem.is_none() || stem == token.norm());
            }
        }
    }

    #[test]
    fn rule_11_equal_tokens_that_are_read_have_equal_forms(
        text in text(),
        place in any::<Index>(),
        field in select(vec![("norm", json!("x")), ("stem", json!("x")), ("stop", json!(2))]),
    ) {
        let document = process(&FRENCH, &format!("{text} Le Niger ! {text}"));
        let tokens: Vec<_> = document.view().tokens().collect();
        let token = place.get(&tokens);
        let key = |token: &griot::Token<'_>| (token.text().to_owned(), token.kind());
        let mut form = serde_json::to_value(&document).unwrap();
        let old = form["tokens"][token.index()][field.0].clone();
        form["tokens"][token.index()][field.0] = field.1.clone();
        let alone = tokens.iter().filter(|other| key(other) == key(token)).count() == 1;
        prop_assert_eq!(from_json(&form).is_some(), alone || old == field.1);
    }

    #[test]
    fn rule_11_a_worker_forgets_the_text_before(texts in prop::collection::vec(text(), 1..5), soft in any::<bool>()) {
        let pipelines = [&*ANY, if soft { &*SOFT } else { &*FRENCH }];
        for pipeline in pipelines {
            let mut worker = pipeline.worker();
            // `process` takes the columns along, `annotate` leaves them for the next text.
            for text in &texts {
                let fresh = worker.clone().process(text.as_str()).unwrap();
                prop_assert_eq!(&worker.annotate(text).unwrap().to_document(), &fresh);
            }
            for text in &texts {
                let fresh = worker.clone().process(text.as_str()).unwrap();
                prop_assert_eq!(&worker.process(text.as_str()).unwrap(), &fresh);
                prop_assert_eq!(&worker.annotate(text).unwrap().to_document(), &fresh);
            }
        }
    }

    #[test]
    fn rule_12_no_stemmer_panics(text in text(), letters in "[a-zß-ž'̀-̈α-ωά-ώа-яё-ѣא-תװא-יء-غف-ي٠-٩پ-یऀ-ॿ஀-௿ա-և]{0,20}") {
        for edition in [Edition::Snowball2, Edition::Snowball3] {
            for stemmer in LANGUAGES.iter().filter_map(|language| Stemmer::new(*language, edition).ok()) {
                stemmer.stem(&letters);
                stemmer.stem(&text);
                for word in text.split(' ').take(8) {
                    stemmer.stem(word);
                }
            }
        }
    }
}

/// More distinct words than a worker's cache holds, then the first ones again.
#[test]
fn rule_11_a_full_cache_gives_the_same_forms() {
    let builder = Pipeline::builder().layers([Layer::Norms, Layer::Stems, Layer::Stops]);
    let pipeline = builder.language(Language::FRENCH).build().unwrap();
    let mut text = "Les militaires ".to_owned();
    for number in 0..70_000 {
        write!(text, "mots{number} ").unwrap();
    }
    text += "Les militaires mots0";
    let mut worker = pipeline.worker();
    worker.annotate("Les militaires").unwrap();
    let long = worker.annotate(&text).unwrap().to_document();
    check_types(long.view());
    let short = worker
        .annotate("Les militaires mots69999 mots1")
        .unwrap()
        .to_document();
    assert_eq!(short, process(&pipeline, short.text()));
    for token in long
        .view()
        .tokens()
        .step_by(997)
        .chain(long.view().tokens().rev().take(3))
    {
        let alone = process(&pipeline, token.text());
        let alone = alone.view().token(0).unwrap();
        assert_eq!(
            (token.norm(), token.stem(), token.stop()),
            (alone.norm(), alone.stem(), alone.stop())
        );
    }
}
