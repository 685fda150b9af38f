//! Rules 1, 12 and 13: the tokens of a text in any language.

use griot::{DocumentRef, Layer, LayerSet, Span, segment};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::check_rules;
use crate::generators::{
    ANY, FRENCH, LANGUAGES, config, edited, edits, is_line_break, only, pipeline, process, read,
    rows, text,
};
use crate::json::from_json;

/// What is wrong with the spans of the tokens of a text.
fn problem(text: &str, spans: &[Span]) -> Option<String> {
    let mut end = 0;
    let blank = |gap: &str| gap.chars().all(char::is_whitespace);
    for span in spans {
        let gap = text.get(end..span.start());
        let Some((gap, token)) = gap.zip(span.get(text)) else {
            return Some(format!("{span} overlaps another or cuts a character"));
        };
        if !blank(gap) {
            return Some(format!("{gap:?} stands in no token"));
        }
        let edges = [token.chars().next(), token.chars().next_back()];
        if edges.iter().any(|c| c.is_none_or(char::is_whitespace)) || token.contains(is_line_break)
        {
            return Some(format!(
                "{token:?} is empty, breaks a line or has white space at an end"
            ));
        }
        end = span.end();
    }
    let gap = &text[end..];
    (!blank(gap)).then(|| format!("{gap:?} stands in no token"))
}

fn check_spans(text: &str, spans: &[Span]) {
    assert_eq!(problem(text, spans), None);
    let mut rebuilt = String::new();
    let mut end = 0;
    for span in spans {
        rebuilt += &text[end..span.end()];
        end = span.end();
    }
    assert_eq!(rebuilt + &text[end..], text);
}

pub fn check_tokens(document: DocumentRef<'_>) {
    if !document.present().contains(Layer::Tokens) {
        assert_eq!(document.tokens().len(), 0);
        return;
    }
    let spans: Vec<_> = document.tokens().map(|token| token.span()).collect();
    check_spans(document.text(), &spans);
    let mut rebuilt = String::new();
    for (index, token) in document.tokens().enumerate() {
        assert_eq!(token.index(), index);
        assert_eq!(token.text(), &document.text()[token.span()]);
        assert_eq!(token.previous().map(|it| it.index()), index.checked_sub(1));
        assert_eq!(
            token.next().map(|it| it.index()),
            (index + 1 < spans.len()).then_some(index + 1)
        );
        rebuilt += token.space_before();
        rebuilt += token.text();
        if index + 1 == spans.len() {
            rebuilt += token.space_after();
        } else {
            assert_eq!(
                token.next().map(|it| it.space_before()),
                Some(token.space_after())
            );
        }
    }
    assert!(rebuilt == document.text() || spans.is_empty());
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_01_tokens_and_white_space_rebuild_the_text(document in read()) {
        check_tokens(document.view());
    }

    #[test]
    fn rule_01_tokens_that_are_read_rebuild_the_text(
        text in prop_oneof![text(), "[ab’. \n\u{85}\u{2028}é]{0,12}"],
        edits in edits(),
    ) {
        let document = only([Layer::Tokens].into(), &text);
        let spans = edited(document.view().tokens().map(|token| token.span()).collect(), &edits);
        let mut form = serde_json::to_value(&document).unwrap();
        form["tokens"] = rows(&spans, &json!({ "kind": "word" }));
        let (read, problem) = (from_json(&form), problem(&text, &spans));
        prop_assert_eq!(read.is_some(), problem.is_none(), "{:?}", problem);
    }

    #[test]
    fn rule_12_every_language_is_cut_by_rule_1(text in text(), language in select(&LANGUAGES[..])) {
        for language in &*LANGUAGES {
            let spans: Vec<_> = segment::words(&text, *language).map(|(span, _)| span).collect();
            check_spans(&text, &spans);
        }
        let pipeline = pipeline(LayerSet::ALL, Some(language));
        check_rules(process(&pipeline, &text).view());
    }

    #[test]
    fn rule_13_words_alone_are_the_token_column(text in text(), language in select(&LANGUAGES[..])) {
        let given = pipeline([Layer::Tokens].into(), Some(language));
        for pipeline in [&given, &ANY, &FRENCH] {
            let document = process(pipeline, &text);
            let words: Vec<_> = segment::words(&text, document.view().language().language).collect();
            let tokens: Vec<_> = document.view().tokens().map(|token| (token.span(), token.kind())).collect();
            prop_assert_eq!(words, tokens);
        }
    }
}
