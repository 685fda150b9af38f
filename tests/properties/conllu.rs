//! Rule 8: the text comes back from CoNLL-U.

use std::collections::HashMap;

use griot::{DocumentRef, Language, Layer, Pipeline, Token};
use proptest::prelude::*;

use crate::generators::{FRENCH, config, only, process, read, text};
use crate::json::from_json;

/// Undoes the escapes of a value of MISC.
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
                'u' => {
                    let digits: String = chars.by_ref().take(4).collect();
                    u32::from_str_radix(&digits, 16)
                        .ok()
                        .and_then(char::from_u32)
                        .expect(&digits)
                }
                other => panic!("\\{other} is no escape"),
            },
            other => other,
        });
    }
    plain
}

/// What stands for a text of the document outside MISC.
fn shown(text: &str) -> String {
    let show = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => '\u{fffd}',
        other => other,
    };
    text.chars().map(show).collect()
}

/// Splits a file into its blocks, by the description of the format: comments, then words of ten
/// columns that are not empty and numbered from 1, then an empty line. It is strict about whatever
/// any reader may take for the end of a line.
fn blocks(file: &str) -> Vec<(Vec<&str>, Vec<Vec<&str>>)> {
    let breaks = |c: char| c.is_control() && !"\t\n".contains(c) || "\u{2028}\u{2029}".contains(c);
    assert!(!file.contains(breaks), "{file:?}");
    let mut blocks = vec![(Vec::new(), Vec::new())];
    for line in file
        .strip_suffix('\n')
        .expect("the last line ends")
        .split('\n')
    {
        let (comments, words): &mut (Vec<_>, Vec<Vec<_>>) = blocks.last_mut().unwrap();
        if line.is_empty() {
            assert!(!words.is_empty(), "an empty block");
            blocks.push((Vec::new(), Vec::new()));
        } else if let Some(comment) = line.strip_prefix("# ") {
            assert!(words.is_empty(), "a comment inside a block");
            comments.push(comment);
        } else {
            let columns: Vec<_> = line.split('\t').collect();
            assert_eq!(columns.len(), 10, "{line}");
            assert_eq!(columns[0], (words.len() + 1).to_string());
            for (index, column) in columns.iter().enumerate() {
                assert!(!column.is_empty(), "{line}");
                let spaced = matches!(index, 1 | 2);
                assert!(spaced || !column.contains(' '), "{line}");
                assert!(!column.contains("  ") && column.trim() == *column, "{line}");
            }
            words.push(columns);
        }
    }
    let last = blocks.pop().unwrap();
    assert!(last.1.is_empty(), "the last block does not end");
    // A document without tokens has no block, only the comment that begins it.
    if blocks.is_empty() {
        blocks.push(last);
    }
    blocks
}

/// Reads CoNLL-U as other programs do, and gives the text back.
pub fn check_conllu(document: DocumentRef<'_>) -> String {
    let conllu = document.conllu().to_string();
    let (mut text, mut tokens) = (String::new(), document.tokens());
    for (block, (comments, words)) in blocks(&conllu).iter().enumerate() {
        let mut comments = comments.iter();
        if block == 0 {
            assert_eq!(comments.next(), Some(&"newdoc"));
        }
        if words.is_empty() {
            assert_eq!((tokens.len(), comments.len()), (0, 0));
            break;
        }
        let (sentence, all) = (document.sentence(block), document.tokens().len());
        assert_eq!(
            words.len(),
            sentence.map_or(all, |it| it.token_range().len())
        );
        let line = sentence.map_or(document.text().trim(), |it| it.text());
        let (id, line) = (
            format!("sent_id = {}", block + 1),
            format!("text = {}", shown(line)),
        );
        assert_eq!(comments.collect::<Vec<_>>(), [&id, &line]);
        for columns in words {
            let token = tokens.next().expect("as many rows as tokens");
            text += &check_word(document, token, columns);
        }
    }
    assert_eq!(tokens.len(), 0, "a token is left out");
    text
}

/// Compares a row with its token. Returns the text of the token with the white space around it.
fn check_word(document: DocumentRef<'_>, token: Token<'_>, columns: &[&str]) -> String {
    let column = |text: &str| {
        let mut text = shown(text.trim());
        while text.contains("  ") {
            text = text.replace("  ", " ");
        }
        if text.is_empty() {
            "_".to_owned()
        } else {
            text
        }
    };
    let (form, lemma) = (
        column(token.text()),
        column(token.lemma().unwrap_or_default()),
    );
    let pos = token.pos().map_or("_", |pos| pos.as_str());
    assert_eq!(columns[1..4], [&form, &lemma, pos]);
    let morph = token.morph().unwrap_or_default().to_string();
    assert_eq!(columns[4..6], ["_", &morph]);
    assert_eq!(columns[6..9], ["_"; 3]);
    let pairs = columns[9].split('|');
    let pairs: Vec<_> = pairs
        .map(|pair| pair.split_once('=').expect(pair))
        .collect();
    let misc: HashMap<_, _> = pairs.iter().copied().collect();
    assert_eq!(misc.len(), pairs.len(), "a key stands twice: {columns:?}");
    assert!(pairs.iter().all(|(_, value)| !value.is_empty()));
    let value = |key| misc.get(key).map(|value| unescape(value));
    let chars = |byte| document.text()[..byte].chars().count();
    let range = format!(
        "{}:{}",
        chars(token.span().start()),
        chars(token.span().end())
    );
    assert_eq!(misc["TokenRange"], range);
    let written =
        |value: Option<&str>| value.map(|it| if it.is_empty() { "_" } else { it }.to_owned());
    assert_eq!(value("Norm"), written(token.norm()));
    assert_eq!(
        value("Stem"),
        written(token.stem().filter(|_| token.is_word()))
    );
    let entity = token.entity().map(|entity| {
        let begins = entity.token_range().start == token.index();
        format!("{}-{}", if begins { "B" } else { "I" }, entity.label())
    });
    assert_eq!(value("NER"), entity);
    let after = match (misc.get("SpaceAfter"), value("SpacesAfter")) {
        (None, None) => " ".to_owned(),
        (None, Some(space)) => space,
        (Some(no), None) => {
            assert_eq!(*no, "No");
            String::new()
        }
        (Some(_), Some(_)) => panic!("both SpaceAfter and SpacesAfter: {columns:?}"),
    };
    let form = value("SpacesInToken").unwrap_or(form);
    value("SpacesBefore").unwrap_or_default() + &form + &after
}

/// What would forge a comment, a word or a document if it were written as it is.
const FORGERY: [&str; 14] = [
    "a  b",
    "a\tb",
    "a\n\n# newdoc\n1\tx",
    "a\rb",
    "a\u{b}b",
    "a\u{c}b",
    "a\u{1c}b",
    "a\u{85}# newdoc",
    "a\u{2028}# text = b",
    "a\u{2029}b",
    "a|Norm=b\\",
    "\0",
    "\u{1b}[31m",
    "_",
];

#[test]
fn no_form_of_a_word_ends_a_line_or_a_column() {
    let document = process(&FRENCH, "Le Niger a réagi.\nL’accord est signé.");
    for forged in FORGERY {
        for key in ["norm", "stem", "lemma"] {
            let mut form = serde_json::to_value(&document).unwrap();
            form["tokens"][1][key] = forged.into();
            let read = from_json(&form).expect("a norm, stem or lemma may be any text");
            assert_eq!(check_conllu(read.view()), read.text());
        }
    }
}

#[test]
fn white_space_inside_a_token_comes_back() {
    let builder = Pipeline::builder().language(Language::FRENCH);
    let never = builder.never_split(["pomme de terre", "a | b", "n°  3"]);
    let pipeline = never.build().unwrap();
    for space in [" ", "\t", "\u{a0}", "\u{202f}", "\u{2009}"] {
        let text = "Une pomme de terre, n°  3 ou a | b.\tOui. ".replace(' ', space);
        let document = process(&pipeline, &text);
        assert_eq!(check_conllu(document.view()), text);
        let potato = document.view().token(1).unwrap().text();
        assert_eq!(potato, "pomme de terre".replace(' ', space));
    }
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
