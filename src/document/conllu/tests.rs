//! What is read of CoNLL-U: what griot writes, and what treebanks and other tools write.

use super::ConlluReader;
use crate::{Document, Error, Language, Layer, Pos};

fn read(file: &str) -> Vec<Result<Document, Error>> {
    ConlluReader::new(file.as_bytes()).collect()
}

fn one(file: &str) -> Document {
    let mut documents = read(file);
    assert_eq!(documents.len(), 1, "{documents:?}");
    documents.pop().unwrap().unwrap()
}

/// A line of ten columns: `1 Le le DET Gender=Masc SpaceAfter=No`.
fn row(columns: &str) -> String {
    let mut columns = columns.split(' ').chain(std::iter::repeat("_"));
    let mut next = || columns.next().unwrap();
    let (id, form, lemma, upos, feats, misc) = (next(), next(), next(), next(), next(), next());
    format!("{id}\t{form}\t{lemma}\t{upos}\t_\t{feats}\t_\t_\t_\t{misc}\n")
}

/// Sentences of lines; an empty line ends a sentence, and a line of `#` is a comment.
fn file(lines: &str) -> String {
    let lines = lines.lines().map(str::trim);
    let lines = lines.map(|line| match line {
        "" => "\n".to_owned(),
        comment if comment.starts_with('#') => format!("{comment}\n"),
        columns => row(columns),
    });
    lines.collect()
}

fn tokens(document: &Document) -> Vec<&str> {
    document.tokens().map(|token| token.text()).collect()
}

#[test]
fn a_token_of_several_words_is_one() {
    let document = one(&file(
        "# sent_id = x-1
         1 Venez venir VERB Mood=Imp
         2-3 du _ _ _ SpaceAfter=Yes
         2 de de ADP
         3 le le DET Definite=Def
         3.1 vague vague ADJ
         4-5 Mali-là _ _ _ SpaceAfter=No
         4 Mali Mali PROPN
         5 -là là ADV
         6 . . PUNCT _ SpaceAfter=No
        ",
    ));
    assert_eq!(document.text(), "Venez du Mali-là.");
    assert_eq!(tokens(&document), ["Venez", "du", "Mali-là", "."]);
    let facts = document
        .tokens()
        .map(|it| (it.lemma().unwrap(), it.pos().unwrap()));
    let expected = [
        ("venir", Pos::Verb),
        ("de", Pos::Adp),
        ("Mali", Pos::Propn),
        (".", Pos::Punct),
    ];
    assert!(facts.eq(expected));
    assert_eq!(
        document
            .tokens()
            .next()
            .unwrap()
            .morph()
            .unwrap()
            .to_string(),
        "Mood=Imp"
    );
}

#[test]
fn empty_nodes_are_counted() {
    let file = file(
        "1 Elle elle PRON
         1.1 est être AUX
         2 partie partir VERB

         0.1 on on PRON
         1 Lui lui PRON
        ",
    );
    let mut reader = ConlluReader::new(file.as_bytes()).language(Language::FRENCH);
    let document = reader.next().unwrap().unwrap();
    assert_eq!(
        (document.text(), document.sentences().len()),
        ("Elle partie Lui ", 2)
    );
    assert_eq!(
        (reader.skipped(), document.language().language),
        (2, Language::FRENCH)
    );
    assert!(reader.next().is_none());
}

/// What stands between tokens: MISC first, then `# text`, then places in characters, then a space.
#[test]
fn white_space_comes_from_what_states_it() {
    for (lines, text) in [
        ("1 Le\n2 Niger", "Le Niger "),
        (
            "1 l’ _ _ _ SpaceAfter=No\n2 eau _ _ _ SpaceAfter=No",
            "l’eau",
        ),
        (
            "# text = l’eau, là\n1 l’\n2 eau\n3 ,\n4 là _ _ _ SpaceAfter=No",
            "l’eau, là",
        ),
        (
            "# text = l’ eau\n1 l’ _ _ _ SpaceAfter=No\n2 eau _ _ _ SpaceAfter=No",
            "l’eau",
        ),
        (
            "# text = tout autre\n1 l’\n2 eau _ _ _ SpaceAfter=No",
            "l’ eau",
        ),
        (
            "1 l’ _ _ _ TokenRange=0:2\n2 eau _ _ _ TokenRange=2:5\n3 là _ _ _ TokenRange=6:8|SpaceAfter=No",
            "l’eau là",
        ),
        (
            "1 12 _ _ _ SpacesBefore=\\n|SpacesInToken=12\\s000|SpacesAfter=\\u2028\\t\n2 a _ _ _ SpacesAfter=\\r\\n",
            "\n12 000\u{2028}\ta\r\n",
        ),
        (
            "# newpar\n1 A\n\n# newpar id = 2\n1 B _ _ _ SpaceAfter=No",
            "A\nB",
        ),
        (
            "# newpar\n1 A _ _ _ SpacesAfter=\\n\\n\n\n# newpar\n1 B _ _ _ SpaceAfter=No",
            "A\n\nB",
        ),
        (
            "# text = A b\n1 A\n2 b\n\n# text = c\n1 c _ _ _ SpaceAfter=No",
            "A b c",
        ),
    ] {
        assert_eq!(one(&file(lines)).text(), text, "{lines}");
    }
}

/// A layer is there if the file has a value of it.
#[test]
fn what_a_file_lacks_is_absent() {
    let document = one(&file("1 Le\n2 Niger\n3 ."));
    let expected = [
        Layer::Language,
        Layer::Sentences,
        Layer::Tokens,
        Layer::Norms,
    ];
    assert!(document.view().present().iter().eq(expected));
    let document = one(&file("1 Le _ DET\n2 Niger\n3 . _ PUNCT"));
    let pos = document.tokens().map(|it| it.pos().unwrap());
    assert!(pos.eq([Pos::Det, Pos::X, Pos::Punct]));
    assert_eq!(document.tokens().next().unwrap().lemma(), None);
    let document = one(&file("1 Les le\n2 Nigers\n3 . _ PUNCT"));
    let lemmas = document
        .tokens()
        .map(|it| (it.lemma(), it.is_lemma_guessed()));
    assert!(lemmas.eq([(Some("le"), false), (Some("Nigers"), true), (None, false)]));
    // White space alone is no lemma either.
    let document = one("# newdoc\n1\tA\t\r\tX\t_\t_\t_\t_\t_\t_\n2\tB\tb\tX\t_\t_\t_\t_\t_\t_\n\n");
    let lemmas = document
        .tokens()
        .map(|it| (it.lemma(), it.is_lemma_guessed()));
    assert!(lemmas.eq([(Some("A"), true), (Some("b"), false)]));
    let document = one(&file(
        "1 Les le DET Definite=Def|PronType=Art|Typo=Yes|Gender=Fem,Masc",
    ));
    assert_eq!(
        document
            .tokens()
            .next()
            .unwrap()
            .morph()
            .unwrap()
            .get("Definite"),
        Some("Def")
    );
    let names = one(&file(
        "1 Le _ _ _ NER=O
         2 Mali _ _ _ NER=B-LOC
         3 Salifou _ _ _ NER=B-PER
         4 Modi _ _ _ NER=I-PER

         1 Modi _ _ _ NER=I-PER
         2 Niamey _ _ _ ner=S-LOC
         3 Ali _ _ _ ner=B-PER
         4 Bongo _ _ _ ner=E-PER",
    ));
    let names: Vec<_> = names
        .entities()
        .map(|it| (it.text(), it.label_str()))
        .collect();
    let expected = [
        ("Mali", "LOC"),
        ("Salifou Modi", "PER"),
        ("Modi", "PER"),
        ("Niamey", "LOC"),
        ("Ali Bongo", "PER"),
    ];
    assert_eq!(names, expected);
}

#[test]
fn documents_begin_with_newdoc() {
    let documents = read(
        "# newdoc id = a\n# text = A\n1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n\n# newdoc\n#newdoc\r\n1\tB\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\r\n\r\n",
    );
    let texts: Vec<_> = documents
        .iter()
        .map(|it| it.as_ref().unwrap().text())
        .collect();
    assert_eq!(texts, ["A ", "", "B"]);
    for file in ["", "\n\n", "# a comment\n"] {
        assert!(read(file).is_empty(), "{file:?}");
    }
}

/// The line and the field are named, and the documents around are read.
#[test]
fn an_error_names_its_line_and_loses_no_other_document() {
    let good = "# newdoc\n".to_owned() + &row("1 A");
    for (lines, line, problem) in [
        ("1 A\n\n2 B", 6, "ID: 2 stands where 1 is due"),
        ("1 A\nx B", 5, "ID: \"x\" is no number, range or decimal"),
        ("3-1 A", 4, "ID: \"3-1\""),
        ("1-2 AB\n1 A\n2-3 BC", 6, "ID: the ranges"),
        (
            "1-3 ABC\n1 A\n\n1 B",
            6,
            "ID: the words 1 to 3 of a token are not all there",
        ),
        ("1 A a NOM", 4, "UPOS: \"NOM\""),
        ("1 A a NOUN Gender", 4, "FEATS: \"Gender\""),
        ("1 A _ _ _ SpacesAfter=b", 4, "MISC: SpacesAfter"),
        ("1 A _ _ _ SpacesBefore=b", 4, "MISC: SpacesBefore"),
        (
            "1 A _ _ _ SpacesInToken=a\\nb",
            4,
            "MISC: SpacesInToken has a line break",
        ),
        (
            "1 A _ _ _ SpacesInToken=\\s",
            4,
            "MISC: SpacesInToken is empty",
        ),
        ("1 A _ _ _ NER=B-lieu", 4, "MISC, NER: label \"lieu\""),
        ("1  _", 4, "FORM"),
    ] {
        let documents = read(&format!("{good}# newdoc\n{}{good}", file(lines)));
        let [Ok(before), Err(error), Ok(after)] = documents.as_slice() else {
            panic!("{lines}: {documents:?}");
        };
        assert_eq!((before.text(), after.text()), ("A ", "A "));
        let expected = format!("line {line} of CoNLL-U: {problem}");
        assert!(
            error.is_document() && error.to_string().starts_with(&expected),
            "{error} {expected}"
        );
    }
    for (bad, problem) in [
        ("1\tA\n", "it has 2 columns, and CoNLL-U has 10"),
        (
            "1\tA\t_\t_\t_\t_\t_\t_\t_\t_\t_\n",
            "it has more than the 10 columns",
        ),
    ] {
        let error = read(bad).pop().unwrap().unwrap_err().to_string();
        assert!(
            error.starts_with(&format!("line 1 of CoNLL-U: {problem}")),
            "{error}"
        );
    }
    let mut bytes = b"# newdoc\n1\t\xff".to_vec();
    bytes.extend_from_slice(good.as_bytes());
    let error = ConlluReader::new(bytes.as_slice())
        .next()
        .unwrap()
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("line 2 of CoNLL-U: byte 2 of it is not UTF-8"),
        "{error}"
    );
}

#[test]
fn a_document_that_is_too_long_is_passed_over() {
    let good = "# newdoc\n".to_owned() + &row("1 A");
    for long in [
        row("1 A") + "\n" + &row("1 B").repeat(2000),
        "x".repeat(100_000),
        "#".repeat(5000) + "\n# newdoc",
    ] {
        let file = format!("{good}# newdoc\n{long}\n{good}");
        let reader = ConlluReader::new(file.as_bytes()).limit(1500);
        let found: Vec<_> = reader.collect();
        let errors: Vec<_> = found.iter().filter_map(|it| it.as_ref().err()).collect();
        assert_eq!(errors.len(), 1, "{found:?}");
        assert!(found.first().unwrap().is_ok() && found.last().unwrap().is_ok());
    }
}

#[cfg(all(feature = "fr", feature = "entities"))]
mod round_trip {
    use proptest::prelude::*;

    use super::*;
    use crate::{Pipeline, Span};

    const SEEDS: [&str; 5] = [
        include_str!("../../../seeds/000_9270dab1808a8422.txt"),
        include_str!("../../../seeds/001_1d40934e40241a50.txt"),
        include_str!("../../../seeds/002_635db30bd15ff41b.txt"),
        include_str!("../../../seeds/003_bd06d1828675441b.txt"),
        include_str!("../../../seeds/004_9f1b46e4b18e9d35.txt"),
    ];

    type Facts = (
        Span,
        Option<String>,
        Option<Pos>,
        Option<String>,
        Option<String>,
    );

    fn facts(document: &Document) -> (Vec<Facts>, Vec<Span>, Vec<(Span, String)>) {
        let owned = |it: Option<&str>| it.map(str::to_owned);
        let tokens = document.tokens().map(|it| {
            let morph = it.morph().map(|morph| morph.to_string());
            (
                it.span(),
                owned(it.lemma()),
                it.pos(),
                morph,
                owned(it.norm()),
            )
        });
        let sentences = document.sentences().map(|it| it.span());
        // An entity is written by its tokens.
        let entities = document.view().outermost().map(|it| {
            let tokens: Vec<_> = it.tokens().collect();
            let (first, last) = (tokens[0].span(), tokens[tokens.len() - 1].span());
            (
                Span::new(first.start() as u32, last.end() as u32),
                it.label().to_string(),
            )
        });
        (tokens.collect(), sentences.collect(), entities.collect())
    }

    #[test]
    fn what_griot_writes_comes_back() {
        let pipeline = Pipeline::builder()
            .language(Language::FRENCH)
            .build()
            .unwrap();
        let written = SEEDS.map(|seed| pipeline.process(seed).unwrap());
        let file: String = written
            .iter()
            .map(|it| it.view().conllu().to_string())
            .collect();
        let reader = ConlluReader::new(file.as_bytes()).language(Language::FRENCH);
        let read: Vec<_> = reader.collect::<Result<_, _>>().unwrap();
        assert_eq!(read.len(), 5);
        for (read, written) in read.iter().zip(&written) {
            assert_eq!(read.text(), written.text());
            assert_eq!(facts(read), facts(written));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn any_text_comes_back(pieces in prop::collection::vec(prop_oneof![
            2 => prop::sample::select(vec!["Le Niger", " ", "\n", "\r\n", "12\u{a0}000", "_", "|", "\\", "l’", "\u{2028}", "\t", "#", "\0", "\u{85}", ". ", "\u{1c}", "-\n"]).prop_map(str::to_owned),
            1 => any::<String>(),
        ], 0..12)) {
            let text = pieces.concat();
            let pipeline = Pipeline::builder().language(Language::FRENCH).join_hyphens(true).build().unwrap();
            let written = pipeline.process(text.as_str()).unwrap();
            let file = written.view().conllu().to_string();
            let mut reader = ConlluReader::new(file.as_bytes()).language(Language::FRENCH);
            let read = reader.next().unwrap().unwrap();
            let spans = |it: &Document| it.tokens().map(|it| it.span()).collect::<Vec<_>>();
            if written.tokens().len() > 0 {
                prop_assert_eq!(read.text(), text);
            }
            prop_assert_eq!(spans(&read), spans(&written));
            let sentences = |it: &Document| it.sentences().map(|it| it.span()).collect::<Vec<_>>();
            prop_assert_eq!(sentences(&read), sentences(&written));
            prop_assert!(reader.next().is_none());
        }

        /// Bad bytes are errors, never a panic, and the reader ends.
        #[test]
        fn any_file_is_read_or_refused(lines in prop::collection::vec(prop_oneof![
            prop::sample::select(vec!["# newdoc", "# text = A b", "1\tA\t_\t_\t_\t_\t_\t_\t_\t_", "2\tb\t_\tNOUN\t_\tGender=Fem\t_\t_\t_\tSpaceAfter=No", "", "1-2\tab\t_\t_\t_\t_\t_\t_\t_\tNER=B-LOC", "1.1\t_\t_\t_\t_\t_\t_\t_\t_\t_"]).prop_map(|it| it.as_bytes().to_vec()),
            prop::collection::vec(any::<u8>(), 0..20),
        ], 0..20), limit in 0u64..200) {
            let bytes = lines.join(&b'\n');
            for limit in [limit, 1 << 20] {
                let reader = ConlluReader::new(bytes.as_slice()).limit(limit);
                prop_assert!(reader.count() <= lines.len() + 1);
            }
        }
    }
}
