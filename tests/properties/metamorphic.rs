//! What a change of a text may change in its document, and what must stay.
//!
//! The texts are the five articles, pages spliced of their paragraphs, and short paragraphs in the
//! other languages with rules for names.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use griot::{
    Document, EndReason, Entity, Label, Language, Layer, LayerSet, Pipeline, Span, TokenKind,
    ZoneKind, segment,
};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::UnicodeNormalization;

use crate::generators::{config, pipeline, process};

/// A text and the language that its pipeline is told.
#[derive(Clone, Debug)]
struct Given {
    text: String,
    language: Language,
}

const PARAGRAPHS: [(Language, &str); 12] = [
    (
        Language::ENGLISH,
        "Mrs. O'Neill, who leads the World Health Organization, arrived in Nairobi on 3 May 2023. She didn't stay.",
    ),
    (
        Language::ENGLISH,
        "The minister's aide said that \"nobody is safe\". Troops left Khartoum last week.",
    ),
    (
        Language::GERMAN,
        "Der Außenminister Jörg Müller reiste am 5. Juni 2022 nach Köln. Dort traf er Frau Groß.",
    ),
    (
        Language::GERMAN,
        "Die Europäische Union prüft den Vertrag. Das kostet z. B. 12 Millionen Euro.",
    ),
    (
        Language::SPANISH,
        "El ministro José Núñez llegó a Bogotá el 12 de octubre de 2021. ¿Dónde está el avión?",
    ),
    (
        Language::SPANISH,
        "La señora Pérez habló ayer en Málaga. «Dámelo», dijo.",
    ),
    (
        Language::ITALIAN,
        "Il presidente Carlo D'Amico è arrivato a Forlì l'8 marzo 2020. L'Europa è lontana.",
    ),
    (
        Language::ITALIAN,
        "La città di Roma attende. Il signor Conti non c'è più.",
    ),
    (
        Language::DUTCH,
        "De burgemeester Jan van Hoff kwam op 1 april 2019 in Utrecht aan. Hij bleef één dag.",
    ),
    (
        Language::DUTCH,
        "De Europese Unie wacht. Minister De Vries zei niets over België.",
    ),
    (
        Language::PORTUGUESE,
        "O ministro João Conceição chegou a São Tomé em 7 de setembro de 2018. A reunião acabou.",
    ),
    (
        Language::PORTUGUESE,
        "A senhora Araújo não falou em Lisboa. O avião partiu ontem.",
    ),
];

static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let paths = fs::read_dir(seeds)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut articles: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .collect();
    articles.sort();
    articles
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
});

static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = ARTICLES.iter().flat_map(|article| article.lines());
    lines
        .filter(|line| !line.trim().is_empty())
        .map(str::to_owned)
        .collect()
});

/// Any of the texts.
fn given() -> impl Strategy<Value = Given> {
    let french = |text| Given {
        text,
        language: Language::FRENCH,
    };
    let spliced = prop::collection::vec((select(LINES.clone()), select(vec!["\n", "\n\n"])), 1..9)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect());
    let other = select(PARAGRAPHS.to_vec()).prop_flat_map(|(language, _)| {
        let own = PARAGRAPHS
            .iter()
            .filter(move |(other, _)| *other == language);
        let own: Vec<_> = own.map(|(_, text)| *text).collect();
        let texts = prop::collection::vec(select(own), 1..4);
        texts.prop_map(move |texts| Given {
            text: texts.join("\n\n"),
            language,
        })
    });
    prop_oneof![
        1 => select(ARTICLES.clone()).prop_map(french),
        3 => spliced.prop_map(french),
        3 => other,
    ]
}

fn annotated(given: &Given, text: &str) -> Document {
    process(&pipeline(LayerSet::ALL, Some(given.language)), text)
}

/// The spans of tokens and of sentences, moved by `map`.
fn boundaries(document: &Document, map: impl Fn(usize) -> usize) -> [Vec<(usize, usize)>; 2] {
    let view = document.view();
    let moved = |span: Span| (map(span.start()), map(span.end()));
    [
        view.tokens().map(|token| moved(token.span())).collect(),
        view.sentences()
            .map(|sentence| moved(sentence.span()))
            .collect(),
    ]
}

/// Where each zone ends, moved by `map`, and its kind.
fn zones(document: &Document, map: impl Fn(usize) -> usize) -> Vec<(usize, ZoneKind)> {
    let zones = document.view().zones();
    zones.map(|(span, kind)| (map(span.end()), kind)).collect()
}

/// An entity without its place: its tokens, label, value, modifier and id.
type Found = (
    String,
    Label,
    Option<String>,
    Option<griot::Modifier>,
    Option<String>,
);

fn found(entity: Entity<'_>) -> Found {
    let words: Vec<_> = entity
        .tokens()
        .map(|token| token.norm().unwrap_or_default())
        .collect();
    let own = |text: Option<&str>| text.map(str::to_owned);
    (
        words.join(" "),
        entity.label(),
        own(entity.value()),
        entity.modifier(),
        own(entity.id()),
    )
}

fn entities(document: &Document) -> Vec<Found> {
    document.view().entities().map(found).collect()
}

/// The forms of every token.
fn forms(document: &Document) -> Vec<[Option<String>; 6]> {
    let own = |text: Option<&str>| text.map(str::to_owned);
    let of = |token: griot::Token<'_>| {
        let stop = token.stop().map(|stop| stop.to_string());
        let pos = token.pos().map(|pos| pos.to_string());
        let morph = token.morph().map(|morph| morph.to_string());
        [
            own(token.norm()),
            own(token.stem()),
            own(token.lemma()),
            stop,
            pos,
            morph,
        ]
    };
    document.view().tokens().map(of).collect()
}

/// `text` with one character for another, and for each byte of the result the byte of `text`.
fn with_each(text: &str, put: impl Fn(char) -> String) -> (String, Vec<usize>) {
    let (mut changed, mut back) = (String::new(), Vec::new());
    for (at, c) in text.char_indices() {
        let new = put(c);
        back.extend(std::iter::repeat_n(at, new.len()));
        changed += &new;
    }
    back.push(text.len());
    (changed, back)
}

/// Asserts that two lists are equal, and shows the first rows that are not.
fn same<T: PartialEq + std::fmt::Debug>(one: &[T], other: &[T]) {
    for (index, (left, right)) in one.iter().zip(other).enumerate() {
        assert_eq!(left, right, "row {index}");
    }
    assert_eq!(one.len(), other.len());
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_apostrophe_changes_no_boundary_and_no_form(given in given(), third: bool) {
        let straight = with_each(&given.text, |c| if c == '’' { "'".into() } else { c.into() }).0;
        // The third one is a letter elsewhere.
        let elides = [Language::FRENCH, Language::ITALIAN].contains(&given.language);
        let other = if third && elides { 'ʼ' } else { '’' };
        let (curly, back) = with_each(&straight, |c| if c == '\'' { other.into() } else { c.into() });
        let (one, other) = (annotated(&given, &straight), annotated(&given, &curly));
        prop_assert_eq!(boundaries(&one, |at| at), boundaries(&other, |at| back[at]));
        same(&forms(&one), &forms(&other));
        same(&entities(&one), &entities(&other));
    }

    #[test]
    fn the_hyphen_changes_no_boundary_and_no_form(given in given(), hyphen in select(vec!['\u{2010}', '\u{2011}'])) {
        let put = |c| if c == '-' { hyphen.into() } else { String::from(c) };
        let (other, back) = with_each(&given.text, put);
        let (one, other) = (annotated(&given, &given.text), annotated(&given, &other));
        prop_assert_eq!(zones(&one, |at| at), zones(&other, |at| back[at]));
        prop_assert_eq!(boundaries(&one, |at| at), boundaries(&other, |at| back[at]));
        same(&forms(&one), &forms(&other));
        same(&entities(&one), &entities(&other));
    }

    #[test]
    fn crlf_changes_nothing_but_offsets(given in given()) {
        let plain = given.text.replace('\r', "");
        let (windows, back) = with_each(&plain, |c| if c == '\n' { "\r\n".into() } else { c.into() });
        let (one, other) = (annotated(&given, &plain), annotated(&given, &windows));
        prop_assert_eq!(boundaries(&one, |at| at), boundaries(&other, |at| back[at]));
        same(&forms(&one), &forms(&other));
        same(&entities(&one), &entities(&other));
        prop_assert_eq!(zones(&one, |at| at), zones(&other, |at| back[at]));
    }

    #[test]
    fn decomposed_letters_change_nothing_but_offsets(given in given()) {
        let composed: String = given.text.nfc().collect();
        let (decomposed, back) = with_each(&composed, |c| [c].into_iter().nfd().collect());
        let (one, other) = (annotated(&given, &composed), annotated(&given, &decomposed));
        prop_assert_eq!(zones(&one, |at| at), zones(&other, |at| back[at]));
        prop_assert_eq!(boundaries(&one, |at| at), boundaries(&other, |at| back[at]));
        same(&forms(&one), &forms(&other));
        same(&entities(&one), &entities(&other));
    }

    #[test]
    fn a_layer_is_the_same_without_those_that_it_does_not_need(
        given in given(),
        layer in select(Layer::ALL),
    ) {
        let all = annotated(&given, &given.text);
        let some = process(&pipeline([layer].into(), Some(given.language)), &given.text);
        if some.view().present().contains(Layer::Sentences) {
            prop_assert_eq!(boundaries(&all, |at| at), boundaries(&some, |at| at));
        }
        let kept = |document: &Document| {
            let (index, forms) = match layer {
                Layer::Norms => (0, forms(document)),
                Layer::Stems => (1, forms(document)),
                Layer::Lemmas => (2, forms(document)),
                Layer::Stops => (3, forms(document)),
                Layer::Pos => (4, forms(document)),
                Layer::Morph => (5, forms(document)),
                _ => return Vec::new(),
            };
            forms.into_iter().map(|forms| forms[index].clone()).collect()
        };
        same(&kept(&all), &kept(&some));
        let found = |document: &Document| -> Vec<_> {
            let it = document.view().entities();
            it.map(|it| (it.span(), it.label(), it.value().map(str::to_owned))).collect()
        };
        if layer == Layer::Entities {
            same(&found(&all), &found(&some));
        }
    }

    #[test]
    fn a_batch_is_its_texts_one_by_one_in_any_thread(given in prop::collection::vec(given(), 1..5)) {
        let pipeline = pipeline(LayerSet::ALL, Some(given[0].language));
        let texts: Vec<_> = given.into_iter().map(|given| given.text).collect();
        let alone: Vec<_> = texts.iter().map(|text| process(&pipeline, text)).collect();
        let batch = || -> Vec<Document> {
            pipeline.process_all(texts.clone()).map(Result::unwrap).collect()
        };
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(batch)).collect();
            for thread in threads {
                assert_eq!(thread.join().unwrap(), alone);
            }
        });
    }

    /// Here nothing is asked that is known from the whole of a text: its zones, and with them the
    /// sentences that end at their edges; parts of speech; ids, and what names explain of others.
    #[test]
    fn two_texts_have_the_words_and_sentences_of_both(one in given(), other in given()) {
        let (language, one, other) = (one.language, one.text.trim_end(), other.text.as_str());
        segmented_alike(language, one, other);
        let joined = format!("{one}\n\n{other}");
        let pipeline = pipeline([Layer::Norms, Layer::Stems, Layer::Stops].into(), Some(language));
        let [one, other, joined] = [one, other, &joined].map(|text| forms(&process(&pipeline, text)));
        same(&[one, other].concat(), &joined);
    }
}

/// The words and the sentences of some texts, one behind the other.
fn segmented(language: Language, texts: &[&str]) -> (Vec<(Span, TokenKind)>, Vec<Span>) {
    let (mut words, mut sentences, mut shift) = (Vec::new(), Vec::new(), 0);
    for text in texts {
        let moved = |span: Span| Span::new(span.start() as u32 + shift, span.end() as u32 + shift);
        words.extend(segment::words(text, language).map(|(span, kind)| (moved(span), kind)));
        sentences.extend(segment::sentences(text, language).map(|(span, _)| moved(span)));
        shift += text.len() as u32;
    }
    (words, sentences)
}

/// The model of sentence ends remembers how the last four ended: a text with headings has more of them.
/// Behind these lines it remembers nothing.
const FOUR_LINES: &str = "\n\nOui.\nNon.\nOui.\nNon.\n\n";

/// Whether the last four sentences of a text end with a mark or with their line.
fn ends_plainly(language: Language, text: &str) -> bool {
    let sentences: Vec<_> = segment::sentences(text, language).collect();
    sentences.iter().rev().take(4).all(|(span, reason)| {
        let line = matches!(reason, EndReason::LineBreak | EndReason::EndOfText);
        line || text[span.range()].ends_with(['.', '!', '?', '…'])
    })
}

/// Asserts that two texts with an empty line between them have the words and sentences of both.
fn segmented_alike(language: Language, one: &str, other: &str) {
    let alike = |between: &str, only: Option<usize>| {
        let (words, sentences) = segmented(language, &[one, between, other]);
        let (joined, mut ends) = segmented(language, &[&[one, between, other].concat()]);
        let count = only.unwrap_or(sentences.len());
        ends.truncate(only.unwrap_or(ends.len()));
        same(&words, &joined);
        same(&sentences[..count], &ends);
    };
    // Otherwise the memory may part the other text in another way.
    let first = segment::sentences(one, language).count();
    alike("\n\n", (!ends_plainly(language, one)).then_some(first));
    alike(FOUR_LINES, None);
}

/// An empty line is the end: nothing behind it makes a sentence end before it.
#[test]
fn any_paragraph_may_stand_before_any_other() {
    let french: Vec<&str> = LINES.iter().map(|line| line.trim_end()).collect();
    let all = || french.iter().copied().chain(PARAGRAPHS.map(|it| it.1));
    for one in all() {
        let headed = format!("date 2024-11 {one}");
        for other in all() {
            segmented_alike(Language::FRENCH, &headed, other);
        }
    }
}

/// Two articles joined have the names and quantities of both, without their ids, which the whole of
/// a text decides, and without dates, whose day it decides.
#[test]
fn two_articles_have_the_names_of_both() {
    let pipeline = pipeline([Layer::Entities].into(), Some(Language::FRENCH));
    let names = |text: &str| -> Vec<_> {
        let document = process(&pipeline, text);
        let names = document
            .view()
            .entities()
            .filter(|it| it.label() != Label::DATE);
        names.map(|it| (it.text().to_owned(), it.label())).collect()
    };
    for one in &*ARTICLES {
        for other in &*ARTICLES {
            let joined = format!("{}\n\n{other}", one.trim_end());
            same(&[names(one), names(other)].concat(), &names(&joined));
        }
    }
}

/// A paragraph that is repeated has each of its names as often.
#[test]
fn a_paragraph_a_hundred_times_has_each_name_a_hundred_times() {
    let french = LINES.iter().map(|line| (Language::FRENCH, line.as_str()));
    let mut names = 0;
    for (language, paragraph) in french.chain(PARAGRAPHS) {
        let builder = Pipeline::builder().language(language);
        let pipeline = builder.layers([Layer::Entities]).build().unwrap();
        // Twice stands for once: in the second paragraph all is known that the first one says.
        let found = |times: usize| {
            let text = format!("{}\n\n", paragraph.trim()).repeat(times);
            let document = process(&pipeline, &text);
            let mut found: Vec<_> = document
                .view()
                .entities()
                .map(|it| it.text().to_owned())
                .collect();
            found.sort();
            found
        };
        let (twice, all) = (found(2), found(100));
        let expected: Vec<_> = twice
            .iter()
            .flat_map(|name| vec![name.clone(); 50])
            .collect();
        assert_eq!(all, expected, "{paragraph}");
        names += twice.len();
    }
    assert!(names > 100, "{names} names");
}
