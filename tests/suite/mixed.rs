//! Texts in more than one language: each stretch by the rules of its own.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use griot::{Document, DocumentRef, EndReason, Language, Layer, LayerSet, Pipeline, Stop};
use proptest::prelude::*;

fn mixed() -> Pipeline {
    Pipeline::builder().mixed_languages(true).build().unwrap()
}

/// The stretches of a document, each with its language.
fn stretches(document: DocumentRef<'_>) -> Vec<(&str, String)> {
    let text = document.text();
    let rows = document.languages();
    rows.map(|(span, language)| (text[span].trim(), language.to_string()))
        .collect()
}

/// The sentences of a document: text, language, why it ends.
fn sentences(document: DocumentRef<'_>) -> Vec<(&str, String, EndReason)> {
    let rows = document.sentences();
    rows.map(|it| (it.text(), it.language().to_string(), it.end_reason()))
        .collect()
}

/// What must hold of every document; it comes back from JSON.
fn check(document: &Document) {
    let view = document.view();
    let text = view.text();
    let mut end = 0;
    let mut before = None;
    for (span, language) in view.languages() {
        assert_eq!(span.start(), end, "{text:?}");
        assert!(
            text.get(span.start()..span.end())
                .is_some_and(|it| !it.is_empty())
        );
        assert_ne!(before.replace(language), Some(language), "{text:?}");
        end = span.end();
    }
    assert_eq!(end, text.len());
    for sentence in view.sentences() {
        let languages = sentence.tokens().map(|token| token.language());
        assert!(languages.into_iter().all(|it| it == sentence.language()));
        assert_eq!(&text[sentence.span()], sentence.text());
    }
    for token in view.tokens() {
        assert_eq!(&text[token.span()], token.text());
    }
    let json = serde_json::to_string(document).unwrap();
    let back: Document = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
    assert_eq!(stretches(back.view()), stretches(view));
    assert_eq!(sentences(back.view()), sentences(view));
}

const FRENCH: &str = "Le général Tiani est arrivé hier à Niamey avec toute sa délégation. \
                      L’accord d’amitié a été signé le 3 décembre 2023.";
const ENGLISH: &str = "The minister’s visit doesn’t change anything for the people of the region. \
                       He left the capital on December 4, 2023.";
const GERMAN: &str = "Der Minister ist gestern mit seiner Delegation in Berlin angekommen. \
                      Das Abkommen wurde am 5. Dezember 2023 unterzeichnet.";
const ARABIC: &str = "أعلنت وزارة الدفاع الوطني اليوم عن وصول معدات عسكرية جديدة إلى العاصمة.";

fn both_apostrophes(text: &str) -> [String; 2] {
    [text.to_owned(), text.replace('’', "'")]
}

#[test]
fn a_paragraph_is_in_its_language() {
    for text in both_apostrophes(&format!("{FRENCH}\n\n{ENGLISH}\n\n{FRENCH}")) {
        let document = mixed().process(text.as_str()).unwrap();
        check(&document);
        let view = document.view();
        let codes: Vec<_> = stretches(view).into_iter().map(|it| it.1).collect();
        assert_eq!(codes, ["fr", "en", "fr"]);
        assert!(stretches(view)[1].0.starts_with("The minister"));
        assert!(stretches(view)[1].0.ends_with("2023."));
        let languages = sentences(view).into_iter().map(|it| (it.1, it.2));
        let languages: Vec<_> = languages.collect();
        assert_eq!(languages.len(), 6);
        // The last paragraph is a repeated one: where both end, the zone is named.
        assert_eq!(languages[1].1, EndReason::Language);
        assert_eq!(languages[3].1, EndReason::Zone);
        let norms: Vec<_> = view.tokens().filter_map(|it| it.norm()).collect();
        for norm in ["l'", "accord", "d'", "doesn't"] {
            assert!(norms.contains(&norm), "{norm}: {norms:?}");
        }
        let the = view.tokens().find(|it| it.text() == "The").unwrap();
        assert_eq!(
            (the.stop(), the.language()),
            (Some(Stop::Function), Language::ENGLISH)
        );
        let le = view.tokens().find(|it| it.text() == "Le").unwrap();
        assert_eq!(
            (le.stop(), le.language()),
            (Some(Stop::Function), Language::FRENCH)
        );
        assert!(view.missing().is_empty());
    }
}

#[test]
fn a_sentence_is_in_its_language() {
    let french = "Le ministre a pris la parole devant les députés de l’assemblée.";
    let english = "We don’t want to leave this country to the terrorists.";
    for text in both_apostrophes(&format!("{french} {english} {french}")) {
        let document = mixed().process(text.as_str()).unwrap();
        check(&document);
        let (french, english) = (
            &text[..text.find(" We").unwrap()],
            &text[text.find("We").unwrap()..],
        );
        let english = &english[..english.find(" Le").unwrap()];
        assert_eq!(
            sentences(document.view()),
            [
                (french, "fr".to_owned(), EndReason::Language),
                (english, "en".to_owned(), EndReason::Language),
                (french, "fr".to_owned(), EndReason::EndOfText),
            ]
        );
        let json = serde_json::to_value(&document).unwrap();
        assert_eq!(json["languages"].as_array().unwrap().len(), 3);
        assert_eq!(json["languages"][1]["code"], "en");
        assert_eq!(json["sentences"][0]["language"], serde_json::Value::Null);
        assert_eq!(json["sentences"][0]["end_reason"], "language");
        assert_eq!(json["sentences"][1]["language"], "en");
        let conllu = document.view().conllu().to_string();
        let want = conllu
            .lines()
            .find(|line| line.contains("\twant\t"))
            .unwrap();
        assert!(want.contains("Lang=en|"), "{want}");
        let parole = conllu
            .lines()
            .find(|line| line.contains("\tparole\t"))
            .unwrap();
        assert!(!parole.contains("Lang="), "{parole}");
    }
}

#[cfg(feature = "entities")]
#[test]
fn names_and_dates_are_read_by_the_rules_of_their_language() {
    for text in both_apostrophes(&format!("{FRENCH}\n\n{ENGLISH}\n\n{GERMAN}")) {
        let document = mixed().process(text.as_str()).unwrap();
        check(&document);
        let entities: Vec<_> = document.view().entities().collect();
        for (name, value) in [
            ("3 décembre 2023", "2023-12-03"),
            ("December 4, 2023", "2023-12-04"),
            ("5. Dezember 2023", "2023-12-05"),
        ] {
            let date = entities.iter().find(|it| it.text() == name);
            let date = date.unwrap_or_else(|| panic!("{name}"));
            assert_eq!(date.value(), Some(value));
            assert_eq!(date.span().start(), text.find(name).unwrap());
        }
        let ids: Vec<_> = entities.iter().filter_map(|it| it.id()).collect();
        for id in ["loc:niamey", "loc:berlin"] {
            assert!(ids.contains(&id), "{id}: {ids:?}");
        }
    }
}

#[cfg(feature = "entities")]
#[test]
fn a_day_of_writing_is_found_in_any_language() {
    let english =
        "He said this Thursday, November 28, 2024 that the work goes on in the whole region.";
    let french =
        "Les travaux avancent, a dit le ministre ce jeudi 28 novembre 2024 devant la presse.";
    let text = format!("{GERMAN}\n\n{french}\n\n{english}");
    let document = mixed().process(text).unwrap();
    let day = document.view().reference_date().map(|it| it.to_string());
    assert_eq!(day.as_deref(), Some("2024-11-28"));
}

/// Who speaks is said in the language around a quotation.
#[cfg(feature = "entities")]
#[test]
fn a_quotation_in_another_language_has_its_speaker() {
    let english = "We don’t want to leave this country to the terrorists, and we will stay";
    let after =
        format!("« {english} », a déclaré le général Tiani à la presse de l’Agence. {FRENCH}");
    let before = format!("{FRENCH} Le général Tiani a déclaré à la presse : « {english}. »");
    for text in [after, before]
        .iter()
        .flat_map(|text| both_apostrophes(text))
    {
        let document = mixed().process(text).unwrap();
        check(&document);
        let quotations: Vec<_> = document.view().quotations().collect();
        assert_eq!(quotations.len(), 1);
        let first = document.view().token(quotations[0].token_range().start);
        assert_eq!(first.map(|it| it.language()), Some(Language::ENGLISH));
        let speaker = quotations[0].speaker();
        assert!(
            speaker.is_some_and(|it| it.ends_with("général Tiani")),
            "{speaker:?}"
        );
    }
}

#[test]
fn another_script_has_its_own_rules() {
    for text in both_apostrophes(&format!("{FRENCH}\n{ARABIC}\n{FRENCH}")) {
        let document = mixed().process(text.as_str()).unwrap();
        check(&document);
        let codes: Vec<_> = stretches(document.view())
            .into_iter()
            .map(|it| it.1)
            .collect();
        assert_eq!(codes, ["fr", "ar", "fr"]);
        assert_eq!(stretches(document.view())[1].0, ARABIC);
        let word = document
            .view()
            .tokens()
            .find(|it| it.text() == "عن")
            .unwrap();
        assert_eq!(word.stop(), Some(Stop::Function));
    }
}

#[test]
fn a_word_of_another_script_cuts_no_sentence() {
    for text in
        both_apostrophes("Le mot « кот » signifie qu’un chat est là, dit l’auteur du livre.")
    {
        let document = mixed().process(text.as_str()).unwrap();
        check(&document);
        assert_eq!(
            stretches(document.view()),
            [(text.as_str(), "fr".to_owned())]
        );
        assert_eq!(document.view().sentences().len(), 1);
    }
}

#[test]
fn what_is_too_short_to_tell_follows_its_line() {
    let english = "The delegation of the United Nations (UN) has met the government of Niger (EU: no \
                   comment). It’s over. The talks are going to go on in the coming weeks.";
    for text in both_apostrophes(&format!("{FRENCH}\n{FRENCH}\n{english}\n{FRENCH}")) {
        let document = mixed().process(text).unwrap();
        check(&document);
        let rows = stretches(document.view());
        let codes: Vec<_> = rows.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(codes, ["fr", "en", "fr"], "{rows:?}");
        assert_eq!(rows[1].0.replace('\'', "’"), english);
    }
}

/// One language in the text, and the documents are equal.
#[test]
fn a_text_in_one_language_is_as_ever() {
    let plain = Pipeline::new().unwrap();
    let mut texts = vec![
        String::new(),
        "12 000 + 5".to_owned(),
        format!("{FRENCH}\n\n{FRENCH}"),
        ENGLISH.to_owned(),
        GERMAN.to_owned(),
        ARABIC.to_owned(),
    ];
    for path in std::fs::read_dir("seeds").unwrap() {
        let path = path.unwrap().path();
        if path.extension().is_some_and(|it| it == "txt") {
            texts.push(std::fs::read_to_string(path).unwrap());
        }
    }
    assert!(texts.len() > 10);
    for text in texts.iter().flat_map(|text| both_apostrophes(text)) {
        let (one, other) = (plain.process(text.as_str()), mixed().process(text.as_str()));
        let (one, other) = (one.unwrap(), other.unwrap());
        assert!(
            other.view().languages().count() < 2,
            "{:?}",
            stretches(other.view())
        );
        assert_eq!(one, other, "{text}");
    }
}

/// A layer is missing where no language of the text has it; a strict pipeline wants it for all.
#[test]
fn a_layer_that_one_language_lacks_is_not_missing() {
    let finnish = "Ministeri saapui eilen pääkaupunkiin suuren valtuuskunnan kanssa, ja sopimus \
                   allekirjoitettiin heti.";
    let text = format!("{FRENCH}\n\n{finnish}");
    let builder = Pipeline::builder().mixed_languages(true);
    let document = builder
        .clone()
        .build()
        .unwrap()
        .process(text.as_str())
        .unwrap();
    check(&document);
    let view = document.view();
    assert_eq!(stretches(view)[1], (finnish, "fi".to_owned()));
    assert_eq!(
        view.present(),
        Pipeline::new()
            .unwrap()
            .process(FRENCH)
            .unwrap()
            .view()
            .present()
    );
    let word = view.tokens().find(|it| it.text() == "Ministeri").unwrap();
    assert_eq!(word.stop(), Some(Stop::No));
    assert_eq!(
        (word.lemma(), word.is_lemma_guessed()),
        (Some("Ministeri"), true)
    );
    assert_eq!(word.pos(), Some(griot::Pos::X));
    assert!(
        view.entities()
            .all(|it| it.tokens().all(|it| it.language() == Language::FRENCH))
    );

    let alone = builder.clone().build().unwrap().process(finnish).unwrap();
    assert!(alone.view().missing().contains(Layer::Stops));
    let strict = builder.clone().strict(true).build().unwrap();
    let error = strict.process(text.as_str()).unwrap_err();
    assert!(
        error.is_language() || error.to_string().contains("fi"),
        "{error}"
    );
    let tokens = builder
        .layers([Layer::Tokens])
        .strict(true)
        .build()
        .unwrap();
    let document = tokens.process(text).unwrap();
    assert_eq!(
        document.view().present(),
        LayerSet::from([Layer::Tokens, Layer::Language])
    );
}

thread_local! {
    static MIXED: Pipeline = mixed();
}

fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        FRENCH,
        ENGLISH,
        GERMAN,
        ARABIC,
        "(ONU)",
        "12 000",
        "« Oui »",
    ]);
    prop_oneof![
        4 => known.prop_map(str::to_owned),
        1 => "\\PC{0,20}",
        1 => "[a-zé’' .«»\nа-яا-ي]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is mixed, the rules of the data model hold, and each stretch is cut and normed as
    /// if it stood alone.
    #[test]
    fn every_stretch_is_read_as_if_it_stood_alone(
        pieces in prop::collection::vec((piece(), prop::sample::select(vec![" ", "\n", "\n\n"])), 0..6),
    ) {
        let text: String = pieces.iter().flat_map(|(piece, gap)| [piece.as_str(), gap]).collect();
        let document = MIXED.with(|pipeline| pipeline.process(text.as_str())).unwrap();
        check(&document);
        let view = document.view();
        let layers = [Layer::Norms, Layer::Stops, Layer::Stems];
        for (span, language) in view.languages() {
            let builder = Pipeline::builder().language(language).layers(layers);
            let alone = builder.build().unwrap().process(&view.text()[span]).unwrap();
            let forms: Vec<_> = alone
                .view()
                .tokens()
                .map(|it| (span.start() + it.span().start(), it.text(), it.kind(), it.norm()))
                .collect();
            let inside = view.tokens().filter(|it| span.contains(it.span().start()));
            let expected: Vec<_> = inside
                .map(|it| (it.span().start(), it.text(), it.kind(), it.norm()))
                .collect();
            prop_assert_eq!(forms, expected, "{} {:?}", language, &view.text()[span]);
        }
    }
}
