//! Rule 8: the text comes back from CoNLL-U.

use std::collections::HashMap;

use griot::{DocumentRef, Layer};
use proptest::prelude::*;

use crate::generators::{config, only, read, text};

fn unescape(value: &str) -> String {
    let mut plain = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        plain.push(match c {
            '\\' => match chars.next().expect("a backslash escapes something") {
                's' => ' ',
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'p' => '|',
                '\\' => '\\',
                other => panic!("\\{other} is no escape"),
            },
            other => other,
        });
    }
    plain
}

/// Reads CoNLL-U as other programs do, and gives the text back.
pub fn check_conllu(document: DocumentRef<'_>) -> String {
    let conllu = document.conllu().to_string();
    let mut lines = conllu
        .strip_suffix('\n')
        .expect("the last line ends")
        .split('\n');
    assert_eq!(lines.next(), Some("# newdoc"));
    let (mut text, mut tokens) = (String::new(), document.tokens());
    let (mut blocks, mut number) = (0, 0);
    for line in lines {
        if let Some(comment) = line.strip_prefix("# ") {
            assert_eq!(number, 0, "a comment inside a block");
            if let Some(id) = comment.strip_prefix("sent_id = ") {
                blocks += 1;
                assert_eq!(id, blocks.to_string());
            } else {
                assert!(comment.starts_with("text = "), "{comment}");
            }
            continue;
        }
        if line.is_empty() {
            assert!(number > 0, "an empty block");
            let sentence = document
                .sentence(blocks - 1)
                .map_or(document.tokens().len(), |it| it.token_range().len());
            assert_eq!(number, sentence);
            number = 0;
            continue;
        }
        number += 1;
        let columns: Vec<_> = line.split('\t').collect();
        let token = tokens.next().expect("as many rows as tokens");
        assert_eq!(columns.len(), 10, "{line}");
        assert_eq!(
            (columns[0], columns[1]),
            (number.to_string().as_str(), token.text())
        );
        let misc: HashMap<_, _> = columns[9]
            .split('|')
            .map(|pair| pair.split_once('=').expect(pair))
            .collect();
        text += &misc
            .get("SpacesBefore")
            .map_or(String::new(), |space| unescape(space));
        let chars = |byte| document.text()[..byte].chars().count();
        let range = format!(
            "{}:{}",
            chars(token.span().start()),
            chars(token.span().end())
        );
        assert_eq!(misc["TokenRange"], range);
        text += token.text();
        text += &match (misc.get("SpaceAfter"), misc.get("SpacesAfter")) {
            (None, None) => " ".to_owned(),
            (None, Some(space)) => unescape(space),
            (Some(no), None) => {
                assert_eq!(*no, "No");
                String::new()
            }
            (Some(_), Some(_)) => panic!("both SpaceAfter and SpacesAfter: {line}"),
        };
        assert_eq!(
            misc.get("Norm").map(|norm| unescape(norm)).as_deref(),
            token.norm()
        );
        let stem = token.stem().filter(|_| token.is_word());
        assert_eq!(misc.get("Stem").map(|stem| unescape(stem)).as_deref(), stem);
        let entity = token.entity().map(|entity| {
            let begins = entity.token_range().start == token.index();
            format!("{}-{}", if begins { "B" } else { "I" }, entity.label())
        });
        assert_eq!(misc.get("NER").map(|it| (*it).to_owned()), entity);
    }
    assert_eq!(
        (number, tokens.len()),
        (0, 0),
        "the last block ends, and no token is left out"
    );
    text
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_08_the_text_comes_back_from_conllu(document in read()) {
        let text = check_conllu(document.view());
        // White space alone has no token to hang on.
        let blank = document.text().chars().all(char::is_whitespace);
        prop_assert_eq!(text, if blank { "" } else { document.text() });
    }

    #[test]
    fn rule_08_the_text_comes_back_from_conllu_without_sentences(text in text(), norms in any::<bool>()) {
        let document = only([if norms { Layer::Norms } else { Layer::Tokens }].into(), &text);
        let rebuilt = check_conllu(document.view());
        prop_assert!(rebuilt == text || text.trim().is_empty());
    }
}
