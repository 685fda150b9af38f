//! What tantivy expects of a tokenizer, and the terms of texts by option.

#![allow(clippy::unwrap_used, clippy::panic)]

use griot::terms::Form;
use griot::{Language, Pipeline, Stop};
use griot_tantivy::{Builder, Compounds, GriotTokenizer};
use proptest::prelude::*;
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer};

fn tokens(tokenizer: &mut GriotTokenizer, text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    tokenizer
        .token_stream(text)
        .process(&mut |token| found.push(token.clone()));
    found
}

fn with(options: &str) -> Builder {
    of(Builder::from(Language::FRENCH), options)
}

fn of(builder: Builder, options: &str) -> Builder {
    options
        .split(',')
        .fold(builder, |builder, option| match option {
            "-" => builder,
            "norm" => builder.form(Form::Norm),
            "lemma" => builder.form(Form::Lemma),
            "accents" => builder.accents(true),
            "stops" => builder.stops(Stop::No),
            "extended" => builder.stops(Stop::Extended),
            "clitics" => builder.clitics(true),
            "whole" => builder.compounds(Compounds::Whole),
            "both" => builder.compounds(Compounds::Both),
            "dense" => builder.gaps(false),
            other => panic!("{other}"),
        })
}

fn shown(token: &Token) -> String {
    let (start, length) = (token.position, token.position_length);
    match length {
        1 => format!("{start} {}", token.text),
        _ => format!("{start}-{} {}", start + length, token.text),
    }
}

#[test]
fn terms_by_option() {
    let lines = include_str!("data/terms.tsv").lines();
    for line in lines.filter(|line| !line.starts_with("# ")) {
        let line = line
            .replace("\\u{301}", "\u{301}")
            .replace("\\u{ad}", "\u{ad}");
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap();
        let (options, text, expected) = (next(), next(), next());
        let mut tokenizer = with(options).build().unwrap();
        for text in [text.to_owned(), text.replace('’', "'")] {
            let found = tokens(&mut tokenizer, &text);
            let found: Vec<_> = found.iter().map(shown).collect();
            assert_eq!(found.join("|"), expected, "{options}: {text}");
        }
    }
}

/// What holds for the tokens of any text.
fn check(text: &str, tokens: &[Token], both: bool) {
    let (mut position, mut start) = (0, 0);
    for (index, token) in tokens.iter().enumerate() {
        let bytes = text.get(token.offset_from..token.offset_to);
        assert!(bytes.is_some_and(|bytes| !bytes.is_empty()), "{token:?}");
        assert!(
            !token.text.is_empty() && token.position_length > 0,
            "{token:?}"
        );
        let rises = token.position > position || index == 0 || both && token.position == position;
        assert!(rises, "{token:?} after position {position}");
        assert!(token.offset_from >= start, "{token:?} after byte {start}");
        (position, start) = (token.position, token.offset_from);
    }
}

#[test]
fn a_stream_that_was_left_leaves_nothing() {
    let mut tokenizer = with("both").build().unwrap();
    let text = "Le porte-avions quitte la rade.";
    let expected = tokens(&mut tokenizer, text);
    for read in 0..expected.len() {
        let mut stream = tokenizer.token_stream("l’avion-cargo-école, le chef-d’œuvre");
        (0..read).for_each(|_| assert!(stream.advance()));
        assert_eq!(tokens(&mut tokenizer, text), expected);
        assert_eq!(tokens(&mut tokenizer.clone(), text), expected);
    }
    let mut stream = tokenizer.token_stream("");
    assert!(!stream.advance() && !stream.advance());
}

#[test]
fn filters_of_tantivy_follow() {
    use tantivy::tokenizer::RemoveLongFilter;
    let tokenizer = GriotTokenizer::new(Language::FRENCH).unwrap();
    let mut analyzer = TextAnalyzer::builder(tokenizer)
        .filter(RemoveLongFilter::limit(10))
        .build();
    let mut found = Vec::new();
    let text = "L’anticonstitutionnalité des armées";
    analyzer
        .token_stream(text)
        .process(&mut |token| found.push(token.text.clone()));
    assert_eq!(found, ["arme"]);
}

#[test]
fn each_language_has_its_stems() {
    let built = |pipeline| Builder::new(pipeline).build().unwrap();
    let terms = |tokenizer: &mut GriotTokenizer, text: &str| {
        let found = tokens(tokenizer, text).into_iter();
        found.map(|token| token.text).collect::<Vec<_>>()
    };
    let mut english = built(Pipeline::builder().language(Language::ENGLISH));
    assert_eq!(
        terms(&mut english, "The soldiers' reports"),
        ["soldier", "report"]
    );
    let mut either = built(Pipeline::builder().languages([Language::FRENCH, Language::ENGLISH]));
    let french = "Les soldats ont quitté la capitale avec leurs rapports.";
    assert_eq!(
        terms(&mut either, french),
        ["soldat", "quitt", "capital", "rapport"]
    );
    let english = "The soldiers have left the capital with their reports.";
    assert_eq!(
        terms(&mut either, english),
        ["soldier", "left", "capit", "report"]
    );
}

/// The tokenizer of a language needs no pipeline, and has the terms of one, in text with lines and zones too.
#[test]
fn a_language_has_the_terms_of_its_pipeline() {
    let seeds = std::fs::read_dir("../../seeds").unwrap();
    let seeds = seeds.map(|entry| entry.unwrap().path());
    let seeds: Vec<_> = seeds
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    assert_eq!(seeds.len(), 5);
    for language in ["fr", "en", "de", "tr", "nl", "ja", "und"] {
        let language: Language = language.parse().unwrap();
        for form in [Form::Stem, Form::Norm] {
            let pipeline = Builder::new(Pipeline::builder().language(language));
            let mut made = pipeline.form(form).build().unwrap();
            let mut cut = Builder::from(language).form(form).build().unwrap();
            for text in &seeds {
                assert_eq!(
                    tokens(&mut cut, text),
                    tokens(&mut made, text),
                    "{language}"
                );
            }
        }
    }
}

/// A strict pipeline refuses a text in a language without stop words; its index goes on.
#[test]
fn a_text_that_is_refused_has_no_terms() {
    let pipeline = Pipeline::builder()
        .language(Language::UNDETERMINED)
        .strict(true);
    let mut tokenizer = Builder::new(pipeline).build().unwrap();
    assert_eq!(tokens(&mut tokenizer, "Bamako a réagi."), []);
}

fn text() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "l’",
        "l'",
        "L’",
        "armées",
        "avion-cargo",
        "d’-",
        "-t-il",
        "-",
        "--",
        "‑",
        "12 000",
        "2000-2006",
        "#Niger",
        "@",
        "#",
        "🔥",
        "👨‍👩‍👧",
        "É",
        "e\u{301}",
        "\u{301}",
        "\u{ad}",
        "\u{202f}",
        "\u{2028}",
        "\r\n",
        " ",
        "İ-I",
        "ß",
        "«",
        "»",
        "https://a.fr/b-c",
        "a-b@c.fr",
        "中文",
        "ทดสอบ",
        "\0",
        "chef-d’œuvre",
        "'",
        "x-💥",
        "-5",
        "O’-’O",
    ];
    let piece = prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_text_has_tokens_that_tantivy_takes(
        texts in prop::collection::vec(text(), 1..4),
        form in prop::sample::select(&["norm", "-", "lemma"][..]),
        compounds in prop::sample::select(&["whole", "-", "both"][..]),
        rest in prop::sample::select(&["-", "dense", "clitics", "stops", "stops,clitics", "stops,clitics,dense", "accents"][..]),
    ) {
        let options = [form, compounds, rest].join(",");
        let mut tokenizer = with(&options).build().unwrap();
        let pipeline = Builder::new(Pipeline::builder().language(Language::FRENCH));
        let mut pipeline = of(pipeline, &options).build().unwrap();
        for text in &texts {
            let found = tokens(&mut tokenizer, text);
            check(text, &found, compounds == "both");
            prop_assert_eq!(&tokens(&mut tokenizer.clone(), text), &found);
            prop_assert_eq!(&tokens(&mut tokenizer, text), &found);
            prop_assert_eq!(&tokens(&mut pipeline, text), &found);
        }
    }
}
