//! Rule 3: sentences, and where they end.

use std::collections::BTreeSet;

use griot::{DocumentRef, EndReason, Layer, Span};
use proptest::prelude::*;
use serde_json::json;

use crate::generators::{
    ANY, FRENCH, SOFT, config, edited, edits, is_line_break, only, process, read, rows, text,
};
use crate::json::from_json;

/// How many lines end in a stretch of white space.
fn line_breaks(space: &str) -> usize {
    space
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| is_line_break(*c))
        .count()
}

pub fn check_sentences(document: DocumentRef<'_>) {
    if !document.present().contains(Layer::Sentences) {
        assert_eq!(document.sentences().len(), 0);
        return;
    }
    let mut next = 0;
    for (index, sentence) in document.sentences().enumerate() {
        let range = sentence.token_range();
        assert_eq!((sentence.index(), range.start), (index, next));
        assert!(range.end > range.start, "sentence {index} is empty");
        let (first, last) = (
            document.token(range.start).unwrap(),
            document.token(range.end - 1).unwrap(),
        );
        assert_eq!(
            sentence.span().range(),
            first.span().start()..last.span().end()
        );
        assert_eq!(sentence.text(), &document.text()[sentence.span()]);
        let rest = &document.text()[sentence.span().end()..];
        let reason = sentence.end_reason();
        assert_eq!(reason == EndReason::EndOfText, rest.trim().is_empty());
        let gap = last.space_after();
        assert!(reason != EndReason::LineBreak || gap.contains(is_line_break));
        for token in sentence.tokens() {
            assert_eq!(token.sentence().map(|it| it.index()), Some(index));
            assert_eq!(token.is_sentence_start(), token.index() == range.start);
        }
        let inside = document
            .entities()
            .filter(|entity| range.contains(&entity.token_range().start));
        assert!(
            sentence
                .entities()
                .map(|it| it.index())
                .eq(inside.map(|it| it.index()))
        );
        next = range.end;
    }
    assert_eq!(next, document.tokens().len());
}

/// Whether each span goes from the first to the last of some tokens, and all of them take every token once.
fn are_sentences(tokens: &[Span], spans: &[Span]) -> bool {
    let mut rest = tokens;
    for span in spans {
        let Some(last) = rest.iter().position(|token| token.end() == span.end()) else {
            return false;
        };
        if rest[0].start() != span.start() {
            return false;
        }
        rest = &rest[last + 1..];
    }
    rest.is_empty()
}

/// The sentences of a text in one language end at line breaks and where zones meet, and say so.
fn check_line_breaks(document: DocumentRef<'_>, enough: usize) {
    let edges: BTreeSet<_> = document.zones().map(|(span, _)| span.end()).collect();
    for token in document.tokens() {
        let (Some(next), Some(sentence)) = (token.next(), token.sentence()) else {
            continue;
        };
        let ends = sentence.token_range().end == next.index();
        let broken = line_breaks(token.space_after()) >= enough;
        let between = token.span().end()..=next.span().start();
        let edge = edges.range(between).next().is_some();
        assert!(
            ends || !(broken || edge),
            "no sentence ends after {:?}",
            token.span()
        );
        if ends {
            let reason = sentence.end_reason();
            let judged = matches!(reason, EndReason::Stop | EndReason::Model);
            let right = if edge {
                reason == EndReason::Zone
            } else if broken {
                reason == EndReason::LineBreak
            } else {
                judged
            };
            assert!(right, "{reason} after {:?}", token.span());
            assert!(judged || sentence.score() == 1.0);
        }
    }
    let last = document.sentences().next_back();
    assert!(last.is_none_or(|last| last.end_reason() == EndReason::EndOfText));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_03_every_token_is_in_one_sentence(document in read()) {
        check_sentences(document.view());
    }

    #[test]
    fn rule_03_sentences_that_are_read_take_every_token_once(text in text(), edits in edits()) {
        let document = only([Layer::Sentences].into(), &text);
        let view = document.view();
        let spans = edited(view.sentences().map(|sentence| sentence.span()).collect(), &edits);
        let mut form = serde_json::to_value(&document).unwrap();
        form["sentences"] = rows(&spans, &json!({ "end_reason": "stop" }));
        if let Some(last) = form["sentences"].as_array_mut().unwrap().last_mut() {
            last["end_reason"] = json!("end-of-text");
        }
        let tokens: Vec<_> = view.tokens().map(|token| token.span()).collect();
        let read = from_json(&form);
        prop_assert_eq!(read.is_some(), are_sentences(&tokens, &spans), "{:?}", spans);
        if let Some(read) = read {
            check_sentences(read.view());
        }
    }

    #[test]
    fn rule_03_a_line_break_ends_a_sentence(text in text()) {
        for pipeline in [&*FRENCH, &*ANY] {
            check_line_breaks(process(pipeline, &text).view(), 1);
        }
    }

    #[test]
    fn rule_03_of_wrapped_text_an_empty_line_ends_a_sentence(text in text()) {
        check_line_breaks(process(&SOFT, &text).view(), 2);
    }
}
