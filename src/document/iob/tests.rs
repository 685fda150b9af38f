//! What is read of columns: what griot writes, and what corpora of names hold.

use super::IobReader;
use crate::{Document, Error};

fn read(file: &str) -> Vec<Result<Document, Error>> {
    IobReader::new(file.as_bytes()).collect()
}

fn names(document: &Document) -> Vec<(&str, &str)> {
    let names = document.entities().map(|it| (it.text(), it.label_str()));
    names.collect()
}

/// The schemes of corpora, with the names of `A B C D`.
#[test]
fn the_schemes_of_tags() {
    for (scheme, tags, expected) in [
        (
            "IOB2",
            "B-PER I-PER B-PER O",
            &[("A B", "PER"), ("C", "PER")][..],
        ),
        (
            "IOB1",
            "I-PER I-PER B-PER O",
            &[("A B", "PER"), ("C", "PER")],
        ),
        (
            "BIOES",
            "B-PER E-PER S-PER O",
            &[("A B", "PER"), ("C", "PER")],
        ),
        (
            "BILOU",
            "B-PER L-PER U-PER O",
            &[("A B", "PER"), ("C", "PER")],
        ),
        (
            "another label",
            "B-PER I-LOC O I-LOC",
            &[("A", "PER"), ("B", "LOC"), ("D", "LOC")],
        ),
        (
            "labels of one's own",
            "B-NORP I-NORP O O",
            &[("A B", "NORP")],
        ),
        ("no name", "O O O O", &[]),
    ] {
        let rows = "ABCD".chars().zip(tags.split(' '));
        let file: String = rows.map(|(form, tag)| format!("{form} {tag}\n")).collect();
        let documents = read(&file);
        let document = documents[0].as_ref().unwrap();
        assert_eq!(names(document), expected, "{scheme}");
        assert_eq!(document.text(), "A B C D");
    }
}

#[test]
fn columns_sentences_and_documents() {
    let file = "\u{feff}# corpus = press\r
-DOCSTART- -X- -X- O\r
\r
L’\tDET\tO\r
12\u{a0}000\tNUM\tO\r
l' armée\tNOUN\tB-ORG\r
\r
\r
  Niamey   X  B-LOC  \r
# X I-LOC
\t
-DOCSTART-

-DOCSTART-\tO

Œuvre\tO
";
    let documents: Vec<Document> = read(file).into_iter().map(Result::unwrap).collect();
    let texts: Vec<_> = documents.iter().map(Document::text).collect();
    assert_eq!(texts, ["L’ 12\u{a0}000 l' armée\nNiamey #", "", "Œuvre"]);
    let [first, ..] = documents.as_slice() else {
        panic!("{documents:?}");
    };
    assert_eq!(names(first), [("l' armée", "ORG"), ("Niamey #", "LOC")]);
    let sentences: Vec<_> = first.sentences().map(|it| it.text()).collect();
    assert_eq!(sentences, ["L’ 12\u{a0}000 l' armée", "Niamey #"]);
}

/// A name does not go on in the next sentence.
#[test]
fn a_name_ends_with_its_sentence() {
    let documents = read("Niamey\tB-LOC\n\nBamako\tI-LOC\n");
    let document = documents[0].as_ref().unwrap();
    assert_eq!(names(document), [("Niamey", "LOC"), ("Bamako", "LOC")]);
}

#[test]
fn errors_name_their_line_and_spare_the_next_document() {
    for (wrong, expected) in [
        (
            "Modi",
            "line 4 of columns with tags of names: it has one column; a token and a tag are due",
        ),
        (
            "Modi\tPER",
            r#"line 4 of columns with tags of names: "PER" is no tag; O is one, and B- or I- with a label, as B-PER"#,
        ),
        (
            "Modi B-per",
            "line 4 of columns with tags of names: label \"per\" is not 1 to 15 characters of A-Z, 0-9, `_` or `-`",
        ),
        (
            "a\u{2028}b O",
            r#"line 4 of columns with tags of names: the token "a\u{2028}b" has a line break inside"#,
        ),
    ] {
        let file =
            format!("-DOCSTART- O\n\nLe O\n{wrong}\nici O\n\n-DOCSTART- O\n\nNiamey B-LOC\n");
        let documents = read(&file);
        let [Err(error), Ok(next)] = documents.as_slice() else {
            panic!("{documents:?}");
        };
        assert_eq!(error.to_string(), expected);
        assert!(error.is_document());
        assert_eq!(names(next), [("Niamey", "LOC")]);
    }
    let documents: Vec<_> = IobReader::new(&b"a O\n\xff O\n"[..]).collect();
    let [Err(error)] = documents.as_slice() else {
        panic!("{documents:?}");
    };
    assert!(
        error.to_string().ends_with("byte 0 of it is not UTF-8"),
        "{error}"
    );
}

#[cfg(all(feature = "entities", feature = "fr"))]
mod round_trip {
    use proptest::prelude::*;

    use super::*;
    use crate::{Language, Pipeline};

    fn comes_back(text: &str) -> Result<(), TestCaseError> {
        let pipeline = Pipeline::builder().language(Language::FRENCH).build();
        let written = pipeline.unwrap().process(text).unwrap();
        let file = written.view().iob().to_string();
        let mut reader = IobReader::new(file.as_bytes()).language(Language::FRENCH);
        let read = reader.next().unwrap().unwrap();
        prop_assert_eq!(read.view().iob().to_string(), file.as_str());
        prop_assert!(reader.next().is_none());
        Ok(())
    }

    #[test]
    fn the_articles_come_back() {
        for text in [
            include_str!("../../../seeds/000_9270dab1808a8422.txt"),
            include_str!("../../../seeds/001_1d40934e40241a50.txt"),
            include_str!("../../../seeds/002_635db30bd15ff41b.txt"),
            include_str!("../../../seeds/003_bd06d1828675441b.txt"),
            include_str!("../../../seeds/004_9f1b46e4b18e9d35.txt"),
        ] {
            comes_back(text).unwrap();
            comes_back(&text.replace('’', "'")).unwrap();
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn what_is_written_comes_back(pieces in prop::collection::vec(prop_oneof![
            3 => prop::sample::select(vec!["Salifou Modi", "à Niamey", " ", "\n", "12\u{a0}000", "l’", "l'", "#", "# ", "-DOCSTART-", "\u{2028}", "\t", "\0", "\u{feff}", ". ", "_", "O", "🌍"]).prop_map(str::to_owned),
            1 => any::<String>(),
        ], 0..12)) {
            comes_back(&pieces.concat())?;
        }

        /// Bad bytes are errors, never a panic, and the reader ends.
        #[test]
        fn any_file_is_read_or_refused(lines in prop::collection::vec(prop_oneof![
            prop::sample::select(vec!["-DOCSTART- O", "A O", "b\tB-LOC", "", "c X I-LOC", "#", "d"]).prop_map(|it| it.as_bytes().to_vec()),
            prop::collection::vec(any::<u8>(), 0..20),
        ], 0..20), limit in 0u64..200) {
            let bytes = lines.join(&b'\n');
            for limit in [limit, 1 << 20] {
                let reader = IobReader::new(bytes.as_slice()).limit(limit);
                prop_assert!(reader.count() <= lines.len() + 1);
            }
        }
    }
}
