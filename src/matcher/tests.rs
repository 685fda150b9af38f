// Clippy allows these in tests; a helper beside them is not one.
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::{Document, Language, Layer, Morph, Pipeline, Pos, Shape, Stop, TokenKind};

fn french(text: &str) -> Document {
    let builder = Pipeline::builder().language(Language::FRENCH);
    builder.build().unwrap().process(text).unwrap()
}

fn texts<'a>(matcher: &'a Matcher, document: &'a Document) -> Vec<&'a str> {
    matcher.find(document.view()).map(|it| it.text()).collect()
}

fn one(tokens: impl IntoIterator<Item = TokenPattern>) -> Matcher {
    Matcher::new(Patterns::new().with("one", tokens)).unwrap()
}

/// The patterns of an object of JSON.
fn json(text: &str) -> Result<Matcher, String> {
    let patterns: Patterns = serde_json::from_str(text).map_err(|error| error.to_string())?;
    Matcher::new(patterns).map_err(|error| error.to_string())
}

#[test]
fn every_condition_asks_what_it_says() {
    let document =
        french("L’armée a vu 12 fusils, « chers » : voir www.afp.com ou a@b.fr. RFI part.");
    for (pattern, expected) in [
        (token().text("L’"), &["L’"][..]),
        (token().text("l'"), &[]),
        (token().norm("l'"), &["L’"]),
        (token().norm("L’"), &["L’"]),
        (token().norm(["Armée", "FUSILS"]), &["armée", "fusils"]),
        (token().kind(TokenKind::Number), &["12"]),
        (
            token().kind([TokenKind::Url, TokenKind::Email]),
            &["www.afp.com", "a@b.fr"],
        ),
        (token().shape(Shape::of("RFI")), &["RFI"]),
        (
            token().length(3..=5).lower(),
            &["armée", "chers", "voir", "part"],
        ),
        (token().length(11..).lower(), &["www.afp.com"]),
        (token().upper(), &["L’", "RFI"]),
        (token().capitalised(), &["L’", "RFI"]),
        (token().norm("voir").negated().length(4..5), &[]),
        (token().norm(not("part")).length(4..5), &["voir"]),
    ] {
        // What is negated is asked alone.
        if pattern.negated {
            assert!(!texts(&one([pattern]), &document).contains(&"voir"));
        } else {
            assert_eq!(
                texts(&one([pattern.clone()]), &document),
                expected,
                "{pattern:?}"
            );
        }
    }
}

#[test]
fn numbers_are_written_as_one_likes() {
    let document = french("12\u{a0}000 euros");
    for number in ["12000", "12 000", "12\u{202f}000"] {
        assert_eq!(
            texts(&one([token().norm(number)]), &document).len(),
            1,
            "{number}"
        );
    }
}

#[cfg(all(feature = "fr-lexicon", feature = "entities", feature = "snowball3"))]
#[test]
fn every_layer_can_be_asked() {
    let document = french("Les généraux signaient l’accord à Niamey.");
    let plural: Morph = "Number=Plur".parse().unwrap();
    for (pattern, expected) in [
        (token().lemma("signer"), &["signaient"][..]),
        (
            token().lemma(["général", "accord"]),
            &["généraux", "accord"],
        ),
        (token().stem("accord"), &["accord"]),
        (token().pos(Pos::Verb), &["signaient"]),
        (token().morph(plural), &["Les", "généraux", "signaient"]),
        (token().pos(Pos::Noun).morph(not(plural)), &["accord"]),
        (token().stop(Stop::Function), &["Les", "l’", "à"]),
        (token().stop(not(Stop::No)), &["Les", "l’", "à"]),
        (token().label(crate::Label::LOCATION), &["Niamey"]),
    ] {
        assert_eq!(
            texts(&one([pattern.clone()]), &document),
            expected,
            "{pattern:?}"
        );
    }
    // A full stop has no lemma, so it is none of these.
    assert!(texts(&one([token().lemma(not("à"))]), &document).contains(&"."));
}

#[test]
fn layers_that_are_lacking_match_nothing_and_forms_fall_back() {
    let builder = Pipeline::builder().language(Language::FRENCH);
    let pipeline = builder.layers([Layer::Norms]).build().unwrap();
    let document = pipeline.process("L’Accord, enfin").unwrap();
    for pattern in [token().lemma("accord"), token().stem("accord")] {
        let layers = one([pattern.clone()]).layers();
        assert!(layers.contains(Layer::Stems) || layers.contains(Layer::Lemmas));
        assert_eq!(texts(&one([pattern]), &document), ["Accord"]);
    }
    for pattern in [
        token().pos(not(Pos::Verb)),
        token().stop(not(Stop::Function)),
        token().label(not(crate::Label::DATE)),
    ] {
        assert!(
            texts(&one([pattern.clone()]), &document).is_empty(),
            "{pattern:?}"
        );
    }
    let tokens = Pipeline::builder().layers([Layer::Tokens]).build().unwrap();
    let document = tokens.process("un accord. Un").unwrap();
    // Without sentences the document is one.
    assert_eq!(
        texts(&one([token().norm("."), token()]), &document),
        [". Un"]
    );
}

#[test]
fn repetitions_are_those_of_spacy() {
    let document = french("a a a b");
    // Where the matches start. All end with the text.
    let starts = |pattern: TokenPattern, overlap| {
        let matcher = one([pattern, token().norm("b")]).overlap(overlap);
        let ranges = matcher.find(document.view()).map(|it| it.token_range());
        ranges.map(|it| (it.end, it.start)).collect::<Vec<_>>()
    };
    let a = || token().norm("a");
    for (pattern, expected) in [
        (a(), &[2][..]),
        (a().negated(), &[]),
        (token().norm("b").negated(), &[2]),
        (a().optional(), &[2, 3]),
        (a().zero_or_more(), &[0, 1, 2, 3]),
        (a().one_or_more(), &[0, 1, 2]),
        (a().repeat(2..=2), &[1]),
        (a().repeat(2..), &[0, 1]),
        (a().repeat(..3), &[1, 2, 3]),
        (a().repeat(..=0), &[3]),
    ] {
        let expected: Vec<_> = expected.iter().map(|start| (4, *start)).collect();
        assert_eq!(
            starts(pattern.clone(), Overlap::All),
            expected,
            "{pattern:?}"
        );
        let first: Vec<_> = expected.first().copied().into_iter().collect();
        assert_eq!(starts(pattern, Overlap::First), first);
    }
}

#[test]
fn a_match_ends_with_its_sentence_unless_it_may_not() {
    let document = french("Il part. Il vient.");
    let matcher = one([token().norm("part"), token(), token().norm("il")]);
    assert!(texts(&matcher, &document).is_empty());
    assert_eq!(
        texts(&matcher.across_sentences(true), &document),
        ["part. Il"]
    );
}

#[test]
fn a_match_is_a_view() {
    let document = french("Bonjour, Madame ! Au revoir, Madame !");
    let patterns = Patterns::new()
        .with("lady", [token().norm("madame")])
        .with("thanks", [token().norm("merci")])
        .with("lady", [token().norm("madame"), token().norm("!")]);
    let matcher = Matcher::new(patterns).unwrap();
    let found: Vec<_> = matcher.find(document.view()).collect();
    let shown: Vec<_> = found
        .iter()
        .map(|it| (it.name(), it.to_string(), it.token_range()))
        .collect();
    let expected = [
        ("Madame !", 2..4),
        ("Madame", 2..3),
        ("Madame !", 7..9),
        ("Madame", 7..8),
    ];
    let expected = expected.map(|(text, range)| ("lady", text.to_owned(), range));
    assert_eq!(shown, expected);
    assert_eq!(&document.text()[found[0].span()], "Madame !");
    assert_eq!(found[0].tokens().len(), 2);
    assert_eq!(found[2].sentence().unwrap().text(), "Au revoir, Madame !");
    assert!(found[0] == found[0].clone() && found[0] != found[2]);
}

#[test]
fn what_cannot_match_is_refused() {
    let refused = |tokens: Vec<TokenPattern>| {
        let error = Matcher::new(Patterns::new().with("deal", tokens)).unwrap_err();
        assert!(error.is_pattern());
        error.to_string()
    };
    assert_eq!(
        refused(vec![]),
        "pattern \"deal\": it has no token: give it at least one"
    );
    assert_eq!(refused(vec![token().repeat(..=0)]), refused(vec![]));
    assert_eq!(
        refused(vec![token(), token().repeat(1000..=1000)]),
        "pattern \"deal\", token 2: makes 1001 tokens with its repetitions and those before it, and a \
         match has at most 127: lower the numbers, or write `+` or `*`"
    );
    for huge in [token().repeat(usize::MAX..), token().repeat(..usize::MAX)] {
        assert!(refused(vec![token(), huge]).contains("a match has at most 127"));
    }
    let none: [&str; 0] = [];
    let empty = || std::ops::Range { start: 3, end: 2 };
    for (flawed, expected) in [
        (
            token().norm(none),
            "the list of values is empty: name at least one",
        ),
        (
            token().length(empty()),
            "no length is in an empty range: give a larger one",
        ),
        (
            token().repeat(empty()),
            "no number is in the range of its repetitions: give a larger one",
        ),
    ] {
        let refused = refused(vec![token(), flawed]);
        assert_eq!(refused, format!("pattern \"deal\", token 2: {expected}"));
    }
    for name in ["", "a\nb"] {
        let named = Patterns::new().with(name, [token()]);
        assert!(
            Matcher::new(named)
                .unwrap_err()
                .to_string()
                .ends_with("give another one")
        );
    }
    assert!(Matcher::new(Patterns::new().with("most", [token().repeat(127..=127)])).is_ok());
}

#[test]
fn json_says_the_same_as_rust() {
    let read: Patterns = serde_json::from_str(
        r#"{
            "all": [
                {"TEXT": "L’"}, {"ORTH": {"IN": ["a", "b"]}}, {"lower": "L’"}, {"NORM": {"NOT_IN": ["c"]}},
                {"LEMMA": "signer"}, {"STEM": "sign"}, {"POS": {"IN": ["NOUN", "VERB"]}},
                {"MORPH": {"IS_SUPERSET": ["Number=Plur", "Gender=Fem"]}}, {"KIND": "number"},
                {"STOP": "function"}, {"SHAPE": "Xxxxx"}, {"ENT_TYPE": "PER"}, {"LENGTH": 3},
                {"LENGTH": {">=": 3, "<": 8}}, {"IS_PUNCT": false, "IS_STOP": true},
                {"LIKE_NUM": true}, {"LIKE_URL": true}, {"LIKE_EMAIL": true},
                {"IS_TITLE": true, "IS_UPPER": true, "IS_LOWER": true}, {}
            ],
            "times": [
                [{"OP": "!"}, {"OP": "?"}, {"OP": "*"}, {"OP": "+"}, {"OP": "1"}],
                [{"OP": "{2}"}, {"OP": "{2,4}"}, {"OP": "{2,}"}, {"OP": "{,4}"}]
            ]
        }"#,
    )
    .unwrap();
    let all = [
        token().text("L’"),
        token().text(["a", "b"]),
        token().norm("l'"),
        token().norm(not("c")),
        token().lemma("signer"),
        token().stem("sign"),
        token().pos([Pos::Noun, Pos::Verb]),
        token().morph("Gender=Fem|Number=Plur".parse::<Morph>().unwrap()),
        token().kind(TokenKind::Number),
        token().stop(Stop::Function),
        token().shape(Shape::of("Niamey")),
        token().label(crate::Label::PERSON),
        token().length(3..=3),
        token().length(3..).length(..8),
        token()
            .kind(not(TokenKind::Punctuation))
            .stop(not(Stop::No)),
        token().kind(TokenKind::Number),
        token().kind(TokenKind::Url),
        token().kind(TokenKind::Email),
        token().capitalised().upper().lower(),
        token(),
    ];
    let times = [
        token().negated(),
        token().optional(),
        token().zero_or_more(),
        token().one_or_more(),
        token(),
    ];
    let numbers = [
        token().repeat(2..=2),
        token().repeat(2..=4),
        token().repeat(2..),
        token().repeat(..=4),
    ];
    let patterns = Patterns::new()
        .with("all", all)
        .with("times", times)
        .with("times", numbers);
    assert_eq!(read, patterns);
}

#[test]
fn wrong_json_says_where_and_what_to_do() {
    for (text, expected) in [
        (
            r#"{"deal": [{"LOWER": "a"}, {"LOWR": "b"}]}"#,
            "pattern \"deal\", token 2: unknown key \"LOWR\": the keys are TEXT, ORTH, LOWER",
        ),
        (
            r#"{"deal": [{"POS": "NAME"}]}"#,
            "token 1: key \"POS\": unknown value \"NAME\": the values are ADJ",
        ),
        (
            r#"{"deal": [{"MORPH": "Plural"}]}"#,
            "token 1: key \"MORPH\": \"Plural\" is no feature",
        ),
        (
            r#"{"deal": [{"MORPH": {"IS_SUPERSET": [1]}}]}"#,
            "a feature is no text",
        ),
        (
            r#"{"deal": [{"LEMMA": 3}]}"#,
            "a value is no text: write a text, {\"IN\": [..]}",
        ),
        (
            r#"{"deal": [{"LEMMA": {"REGEX": ["a"]}}]}"#,
            "unknown predicate \"REGEX\"",
        ),
        (
            r#"{"deal": [{"LEMMA": {"IN": "a"}}]}"#,
            "it has no list: write a text",
        ),
        (
            r#"{"deal": [{"LEMMA": {"IN": ["a"], "NOT_IN": ["b"]}}]}"#,
            "it has no list",
        ),
        (
            r#"{"deal": [{"SHAPE": "Niamey"}]}"#,
            "\"Niamey\" is no shape: write one such as Xxxxx",
        ),
        (
            r#"{"deal": [{"ENT_TYPE": "person"}]}"#,
            "label \"person\" is not 1 to 15 characters",
        ),
        (
            r#"{"deal": [{"IS_PUNCT": 1}]}"#,
            "the value is neither true nor false",
        ),
        (
            r#"{"deal": [{"LENGTH": -1}]}"#,
            "the value is no length: write a number",
        ),
        (
            r#"{"deal": [{"LENGTH": {"!=": 1}}]}"#,
            "unknown bound \"!=\"",
        ),
        (
            r#"{"deal": [{"LENGTH": {">": 1.5}}]}"#,
            "a bound is no whole number",
        ),
        (
            r#"{"deal": [{"OP": "**"}]}"#,
            "unknown operator \"**\": write !, ?, *, +, {2}",
        ),
        (
            r#"{"deal": [{"OP": "{x,2}"}]}"#,
            "unknown operator \"{x,2}\"",
        ),
        (r#"{"deal": [{"OP": null}]}"#, "the operator is no text"),
        (
            r#"{"deal": ["a"]}"#,
            "token 1: it is not an object: write {\"LOWER\"",
        ),
        (
            r#"{"deal": [[{}], {}]}"#,
            "one of its variants is not a list",
        ),
        (
            r#"{"deal": {}}"#,
            "pattern \"deal\": it is not a list of tokens",
        ),
        (
            r#"[{"LOWER": "a"}]"#,
            "the patterns are not an object: write {\"name\"",
        ),
        (
            r#"{"deal": [{"OP": "{1000}"}, {"OP": "{1000}"}]}"#,
            "token 1: makes 1000 tokens",
        ),
        (
            r#"{"deal": [{"OP": "{4,2}"}]}"#,
            "no number is in the range of its repetitions",
        ),
        (
            r#"{"deal": [{"LOWER": {"IN": []}}]}"#,
            "the list of values is empty",
        ),
    ] {
        let error = json(text).unwrap_err();
        assert!(error.contains(expected), "{text}: {error}");
    }
}

/// The numbers of tokens that a row of patterns takes from `at` on, by trying everything.
fn naively(
    tokens: &[crate::Token<'_>],
    at: usize,
    row: &[TokenPattern],
    taken: usize,
    lengths: &mut Vec<usize>,
) {
    let Some((first, rest)) = row.split_first() else {
        return lengths.push(taken);
    };
    let fits = |at: usize| {
        let token = tokens.get(at).copied();
        let present = crate::LayerSet::ALL;
        let all = |token| first.conditions.iter().all(|it| it.holds(token, present));
        token.is_some_and(|token| all(token) != first.negated)
    };
    let (mut count, most) = (0, first.most.unwrap_or(usize::MAX));
    loop {
        if count >= first.least {
            naively(tokens, at + count, rest, taken + count, lengths);
        }
        if count >= most || !fits(at + count) {
            return;
        }
        count += 1;
    }
}

/// Every match of every name as start, end and name, with those that do not count left out.
fn expected(
    document: &Document,
    patterns: &Patterns,
    overlap: Overlap,
) -> Vec<(usize, usize, String)> {
    let mut all = Vec::new();
    let mut names: Vec<&str> = patterns.0.iter().map(|it| it.name.as_str()).collect();
    names.dedup();
    for sentence in document.sentences() {
        let tokens: Vec<_> = sentence.tokens().collect();
        let first = sentence.token_range().start;
        for name in &names {
            let mut own = Vec::new();
            for pattern in patterns.0.iter().filter(|it| it.name == *name) {
                for at in 0..tokens.len() {
                    let mut lengths = Vec::new();
                    naively(&tokens, at, &pattern.tokens, 0, &mut lengths);
                    let lengths = lengths.into_iter().filter(|length| *length > 0);
                    own.extend(lengths.map(|length| (first + at, first + at + length)));
                }
            }
            own.sort_unstable();
            own.dedup();
            let length = |it: &(usize, usize)| std::cmp::Reverse(it.1 - it.0);
            match overlap {
                Overlap::All => {}
                Overlap::First => own.sort_by_key(|it| (it.0, length(it))),
                Overlap::Longest => own.sort_by_key(|it| (length(it), it.0)),
            }
            let mut kept: Vec<(usize, usize)> = Vec::new();
            for (start, end) in own {
                let free = kept.iter().all(|it| end <= it.0 || it.1 <= start);
                if overlap == Overlap::All || free {
                    kept.push((start, end));
                }
            }
            all.extend(
                kept.into_iter()
                    .map(|(start, end)| (start, end, (*name).to_owned())),
            );
        }
    }
    let order = |name: &str| names.iter().position(|it| *it == name);
    all.sort_by_key(|it| (it.0, std::cmp::Reverse(it.1), order(&it.2)));
    all
}

fn token_pattern() -> impl Strategy<Value = TokenPattern> {
    let condition = prop_oneof![
        Just(token()),
        "[ab]".prop_map(|it| token().norm(it)),
        Just(token().norm(["a", "c"])),
        "[abc]".prop_map(|it| token().norm(not(it))),
        Just(token().length(2..)),
        Just(token().norm("a").length(1..=1)),
    ];
    let times = prop_oneof![
        Just((1, Some(1))),
        Just((0, Some(1))),
        Just((0, None)),
        Just((1, None)),
        Just((2, Some(3))),
        Just((0, Some(2))),
    ];
    (condition, times, any::<bool>(), 0..4).prop_map(|(pattern, (least, most), negated, chance)| {
        TokenPattern {
            negated: negated && chance == 0,
            least,
            most,
            ..pattern
        }
    })
}

static WORDS: LazyLock<Pipeline> = LazyLock::new(|| {
    let builder = Pipeline::builder().language(Language::ENGLISH);
    builder
        .layers([Layer::Norms, Layer::Sentences])
        .build()
        .unwrap()
});

proptest! {
    #[test]
    fn the_automaton_finds_what_trying_everything_finds(
        rows in prop::collection::vec(prop::collection::vec(token_pattern(), 1..5), 1..4),
        text in "((a|b|c|aa) ){0,9}(\\. (A|B|Aa) )?((a|b|c) ){0,4}",
        overlap in prop_oneof![Just(Overlap::All), Just(Overlap::First), Just(Overlap::Longest)],
    ) {
        let rows = rows.into_iter().filter(|row| row.iter().any(|it| it.most != Some(0)));
        let patterns = rows.enumerate().fold(Patterns::new(), |patterns, (number, row)| {
            patterns.with(["x", "x", "y"][number], row)
        });
        let document = WORDS.process(text).unwrap();
        let expected = expected(&document, &patterns, overlap);
        let matcher = Matcher::new(patterns).unwrap().overlap(overlap);
        let found = matcher.find(document.view());
        let found: Vec<_> = found
            .map(|it| (it.token_range().start, it.token_range().end, it.name().to_owned()))
            .collect();
        prop_assert_eq!(found, expected);
    }
}

#[cfg(all(feature = "entities", feature = "fr"))]
mod entities {
    use super::*;
    use crate::{Builder, EntitySource, Label};

    fn builder() -> Builder {
        Pipeline::builder().language(Language::FRENCH)
    }

    fn all(document: &Document) -> Vec<(&str, &str, Option<&str>)> {
        let entities = document.entities();
        entities
            .map(|it| (it.text(), it.label_str(), it.id()))
            .collect()
    }

    #[test]
    fn matches_are_entities_of_the_caller() {
        let deal = [
            token().norm("accord"),
            token().norm("avec"),
            token().label(Label::LOCATION),
        ];
        let name = [token().norm("salifou")];
        let crossing = [token().norm("modi"), token().norm("signe")];
        let label = Label::try_from("DEAL").unwrap();
        let pipeline = builder()
            .patterns(
                label,
                Patterns::new()
                    .with("deal", deal)
                    .with("short", [token().norm("accord")]),
            )
            .patterns(Label::PERSON, Patterns::new().with("first", name))
            .build()
            .unwrap();
        let document = pipeline
            .process("Le général Salifou Modi signe l’accord avec Moscou.")
            .unwrap();
        let modi = ("Salifou Modi", "PER", Some("per:salifou-modi"));
        let expected = [
            modi,
            ("Salifou", "PER", Some("first")),
            ("accord avec Moscou", "DEAL", Some("deal")),
            ("Moscou", "LOC", Some("loc:moscou")),
        ];
        assert_eq!(all(&document), expected);
        let own = document.entities().nth(1).unwrap();
        assert_eq!((own.source(), own.score()), (EntitySource::User, 1.0));
        assert_eq!(own.parent().map(|it| it.text()), Some("Salifou Modi"));
        assert_eq!(document.view().outermost().count(), 2);
        // The document keeps the rules of the data model.
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);

        let pipeline = builder().patterns(label, Patterns::new().with("crossing", crossing));
        let document = pipeline.build().unwrap().process(document.text()).unwrap();
        let expected = [
            ("Modi signe", "DEAL", Some("crossing")),
            ("Moscou", "LOC", Some("loc:moscou")),
        ];
        assert_eq!(all(&document), expected);
    }

    #[test]
    fn an_equal_entity_gives_its_title() {
        let modi = [token().norm("salifou"), token().norm("modi")];
        let pipeline = builder().patterns(Label::PERSON, Patterns::new().with("Q1", modi));
        let document = pipeline
            .build()
            .unwrap()
            .process("Le général Salifou Modi est là.")
            .unwrap();
        assert_eq!(all(&document), [("Salifou Modi", "PER", Some("Q1"))]);
        assert_eq!(document.entities().next().unwrap().title(), Some("général"));
    }

    #[test]
    fn patterns_switch_on_what_they_read_and_serve_any_language() {
        let verb = || Patterns::new().with("verb", [token().lemma("signer")]);
        let label = Label::try_from("VERB").unwrap();
        let entities = builder().layers([Layer::Entities]).patterns(label, verb());
        let document = entities.build().unwrap().process("Ils signaient.").unwrap();
        assert!(document.view().present().contains(Layer::Lemmas));
        let tokens = builder().layers([Layer::Tokens]).patterns(label, verb());
        let tokens = tokens.build().unwrap().process("Ils signaient.").unwrap();
        assert!(!tokens.view().present().contains(Layer::Lemmas));

        let tamil = Pipeline::builder().language("ta".parse().unwrap());
        let any = Patterns::new().with("any", [token()]);
        let document = tamil
            .patterns(label, any)
            .build()
            .unwrap()
            .process("மாலி")
            .unwrap();
        assert_eq!(document.entities().len(), 1);
        assert!(!document.view().missing().contains(Layer::Entities));
    }

    #[test]
    fn labels_that_are_not_wanted_are_left_out_and_flaws_are_told() {
        let label = Label::try_from("VERB").unwrap();
        let own = Patterns::new().with("any", [token().norm("modi")]);
        let pipeline = builder()
            .labels([Label::LOCATION])
            .patterns(label, own)
            .build()
            .unwrap();
        let document = pipeline.process("Modi est à Niamey.").unwrap();
        assert_eq!(all(&document), [("Niamey", "LOC", Some("loc:niamey"))]);
        let wrong = builder().patterns(label, Patterns::new().with("none", []));
        assert!(wrong.build().unwrap_err().is_pattern());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn documents_with_patterns_keep_the_data_model(
            rows in prop::collection::vec(prop::collection::vec(token_pattern(), 1..4), 1..3),
            text in "(« |Le |général |Salifou |Modi |l’armée |du |Niger |a |b |dit |», |\\. |le 3 mai |Moscou ){0,24}",
        ) {
            let rows = rows.into_iter().filter(|row| row.iter().any(|it| it.most != Some(0)));
            let patterns = rows.fold(Patterns::new(), |patterns, row| patterns.with("own", row));
            let pipeline = builder().patterns(Label::ORGANISATION, patterns).build().unwrap();
            let document = pipeline.process(text).unwrap();
            let json = serde_json::to_string(&document).unwrap();
            let read: Document = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(read, document);
        }
    }
}
