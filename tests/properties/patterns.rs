//! What a user never splits joins tokens, and does nothing else.

use griot::{Document, Language, Pipeline, Span, TokenKind};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::check_rules;
use crate::generators::{FRAGMENTS, FRENCH, config, is_line_break, process, text};

/// What a user may add: fragments run together, and any text, as far as the builder takes it.
fn patterns() -> impl Strategy<Value = Vec<String>> {
    let pattern = prop_oneof![
        2 => select(FRAGMENTS).prop_map(str::to_owned),
        6 => prop::collection::vec(select(FRAGMENTS), 2..5).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
    ];
    let taken =
        |it: &String| it.trim() == it && !it.contains(is_line_break) && it.chars().count() <= 64;
    let taken = pattern.prop_filter("the builder refuses it", move |it| {
        !it.is_empty() && taken(it)
    });
    prop::collection::vec(taken, 1..12)
}

proptest! {
    #![proptest_config(config())]

    /// A document with them is as sound as any, and only joins what stands in the text without them.
    #[test]
    fn patterns_join_tokens(
        (text, patterns) in (text(), patterns(), any::<Index>()).prop_map(|(text, patterns, at)| {
            // So that some stand in the text.
            let at = (0..=at.index(text.len() + 1)).rev().find(|at| text.is_char_boundary(*at));
            let (before, after) = text.split_at(at.unwrap());
            (format!("{before} {} {after}", patterns.join(" ")), patterns)
        }),
        abbreviates: bool,
    ) {
        let mut builder = Pipeline::builder().language(Language::FRENCH).never_split(&patterns);
        if abbreviates {
            let stopped = patterns.iter().map(|it| format!("{}.", it.chars().take(63).collect::<String>()));
            builder = builder.abbreviations(Language::FRENCH, stopped);
        }
        let document = process(&builder.build().unwrap(), &text);
        check_rules(document.view());
        let json = serde_json::to_string(&document).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Document>(&json).unwrap(), &document);

        let plain = process(&FRENCH, &text);
        let plain: Vec<_> = plain.view().tokens().map(|it| (it.span(), it.kind())).collect();
        for token in document.view().tokens() {
            let span = token.span();
            let inside = |it: &&(Span, TokenKind)| it.0.start() < span.end() && span.start() < it.0.end();
            let inside: Vec<_> = plain.iter().filter(inside).collect();
            let (first, last) = (inside[0], inside[inside.len() - 1]);
            prop_assert_eq!((first.0.start(), last.0.end()), (span.start(), span.end()));
            prop_assert!(inside.len() > 1 || first.1 == token.kind());
            // As it stands, a pattern that begins here is not longer.
            let rest = &text[span.start()..];
            for pattern in patterns.iter().filter(|it| rest.starts_with(it.as_str())) {
                let end = span.start() + pattern.len();
                prop_assert!(end <= span.end() || plain.iter().all(|(it, _)| it.end() != end));
            }
        }
    }
}
