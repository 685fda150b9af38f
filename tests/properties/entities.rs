//! Rule 5: entities are disjoint or nested, and on the edges of tokens.

use std::ops::Range;

use griot::{Document, DocumentRef, Entity, Layer, Span};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::check_rules;
use crate::generators::{config, french, read};
use crate::json::from_json;

/// Whether ranges are sorted by start, longer first, and each two of them disjoint or properly nested.
fn are_nested(ranges: &[Range<usize>]) -> bool {
    let key = |range: &Range<usize>| (range.start, std::cmp::Reverse(range.end));
    let fits = |a: &Range<usize>, b: &Range<usize>| {
        let apart = a.end <= b.start || b.end <= a.start;
        let inside =
            |a: &Range<usize>, b: &Range<usize>| a.start <= b.start && b.end <= a.end && a != b;
        apart || inside(a, b) || inside(b, a)
    };
    let pairs = |(index, a): (usize, &Range<usize>)| ranges[index + 1..].iter().all(|b| fits(a, b));
    ranges.is_sorted_by_key(key) && ranges.iter().enumerate().all(pairs)
}

/// A name ends before the ending of a possessive, too.
fn is_possessive(rest: &str) -> bool {
    matches!(rest, "'" | "’" | "'s" | "’s" | "'S" | "’S")
}

pub fn check_entities(document: DocumentRef<'_>) {
    let (text, all) = (document.text(), document.entities().collect::<Vec<_>>());
    let ranges: Vec<_> = all.iter().map(|entity| entity.token_range()).collect();
    assert!(are_nested(&ranges), "{ranges:?}");
    let numbers =
        |entities: Vec<&Entity<'_>>| entities.iter().map(|it| it.index()).collect::<Vec<_>>();
    let around = |inner: &Range<usize>| {
        let inner = inner.clone();
        let holds = move |outer: Range<usize>| outer.start <= inner.start && inner.end <= outer.end;
        all.iter().filter(move |other| holds(other.token_range()))
    };
    let tokens: Vec<_> = document.tokens().map(|token| token.span()).collect();
    for (index, (entity, range)) in all.iter().zip(&ranges).enumerate() {
        assert_eq!(entity.index(), index);
        assert!(
            range.start < range.end && range.end <= document.tokens().len(),
            "{range:?}"
        );
        let (first, last) = (
            document.token(range.start).unwrap(),
            document.token(range.end - 1).unwrap(),
        );
        assert_eq!(entity.span().start(), first.span().start());
        let rest = &text[entity.span().end()..last.span().end()];
        assert!(rest.is_empty() || is_possessive(rest), "{rest:?}");
        assert!(entity.span().end() > last.span().start());
        assert_eq!(entity.text(), &text[entity.span()]);
        assert!((0.0..=1.0).contains(&entity.score()), "{}", entity.score());
        assert_eq!(entity.title().is_some(), entity.title_span().is_some());
        assert!(are_together(document, range), "{range:?}");
        if let Some(title) = entity.title_span() {
            let (start, end) = (title.start() as i64, title.end() as i64);
            assert!(are_tokens(&tokens, start, end), "{title}");
            assert_eq!(entity.title(), title.get(text));
        }
        let parent = around(range)
            .filter(|other| other.index() != index)
            .min_by_key(|it| it.token_range().len());
        assert_eq!(
            entity.parent().map(|it| it.index()),
            parent.map(|it| it.index())
        );
        let inside = |other: &&Entity<'_>| {
            let other = other.token_range();
            other != *range && range.start <= other.start && other.end <= range.end
        };
        let nested: Vec<_> = entity.nested().map(|it| it.index()).collect();
        assert_eq!(nested, numbers(all.iter().filter(inside).collect()));
        assert_eq!(
            entity.sentence().map(|it| it.index()),
            first.sentence().map(|it| it.index())
        );
    }
    let outermost = all
        .iter()
        .filter(|entity| around(&entity.token_range()).count() == 1);
    assert_eq!(
        document
            .outermost()
            .map(|it| it.index())
            .collect::<Vec<_>>(),
        numbers(outermost.collect())
    );
    let flat: Vec<_> = document.outermost().map(|entity| entity.span()).collect();
    assert!(
        flat.windows(2).all(|pair| pair[0].end() <= pair[1].start()),
        "{flat:?}"
    );
    for token in document.tokens() {
        let index = token.index();
        let outermost = around(&(index..index + 1)).max_by_key(|entity| entity.token_range().len());
        assert_eq!(
            token.entity().map(|it| it.index()),
            outermost.map(|it| it.index()),
            "token {index}"
        );
    }
}

/// Whether some tokens are in one sentence.
fn are_together(document: DocumentRef<'_>, tokens: &Range<usize>) -> bool {
    let sentence = |index| document.token(index).and_then(|it| it.sentence());
    let index = |token| sentence(token).map(|it| it.index());
    index(tokens.start) == index(tokens.end - 1)
}

/// Whether a span goes from the start of a token to the end of one.
fn are_tokens(tokens: &[Span], start: i64, end: i64) -> bool {
    let starts = tokens.iter().any(|token| token.start() as i64 == start);
    starts && start < end && tokens.iter().any(|token| token.end() as i64 == end)
}

/// A document's JSON with other entities, the layer put in if it was missing, and without the
/// quotations, which name entities.
fn with_entities(document: &Document, ranges: &[Range<usize>]) -> Value {
    let mut form = serde_json::to_value(document).unwrap();
    let view = document.view();
    let spans = ranges.iter().map(|range| {
        let (first, last) = (
            view.token(range.start).unwrap(),
            view.token(range.end - 1).unwrap(),
        );
        (first.span().start(), last.span().end())
    });
    let row = |(start, end)| json!({ "start": start, "end": end, "label": "MISC", "source": "user", "score": 0.5 });
    form["entities"] = spans.map(row).collect();
    form.as_object_mut().unwrap().remove("quotations");
    let layers = view.present().without(Layer::Quotations);
    form["meta"]["layers"] = json!(layers.with(Layer::Entities).closed());
    form["meta"]["missing"] = json!(view.missing().without(Layer::Entities));
    form
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_05_entities_are_disjoint_or_nested(document in read()) {
        check_entities(document.view());
    }

    #[test]
    fn rule_05_entities_that_are_read_are_disjoint_or_nested(
        document in french(),
        pairs in prop::collection::vec((any::<Index>(), 0usize..8), 0..9),
        sorted in prop::bool::weighted(0.9),
    ) {
        let length = document.view().tokens().len();
        let range = |(start, more): &(Index, usize)| {
            let start = start.index(length);
            start..(start + 1 + more).min(length)
        };
        let mut ranges: Vec<_> = pairs.iter().filter(|_| length > 0).map(range).collect();
        if sorted {
            ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
            ranges.dedup();
        }
        let together = |range: &Range<usize>| are_together(document.view(), range);
        let sound = are_nested(&ranges) && ranges.iter().all(together);
        let read = from_json(&with_entities(&document, &ranges));
        prop_assert_eq!(read.is_some(), sound, "{:?}", ranges);
        // Of those that cross, the ones that do not cross an earlier one are left: deep nests are rare otherwise.
        let mut kept = Vec::new();
        for range in ranges.into_iter().filter(together) {
            kept.push(range);
            if !are_nested(&kept) {
                kept.pop();
            }
        }
        let read = from_json(&with_entities(&document, &kept)).expect("they are sorted and nested");
        prop_assert_eq!(read.view().entities().len(), kept.len());
        check_rules(read.view());
    }

    #[test]
    fn rule_05_an_entity_that_is_read_is_on_token_edges(
        document in french(),
        place in any::<(Index, Index)>(),
        by in (-2i64..=2, -2i64..=2),
        score in prop_oneof![Just(0.0), Just(1.0), -0.5f64..1.5],
        title in prop::option::of((any::<Index>(), any::<Index>(), -1i64..=1)),
    ) {
        let view = document.view();
        let tokens: Vec<_> = view.tokens().map(|token| token.span()).collect();
        if tokens.is_empty() {
            return Ok(());
        }
        let moved = |offset: usize, by: i64| (offset as i64 + by).max(0);
        let (start, end) = (moved(place.0.get(&tokens).start(), by.0), moved(place.1.get(&tokens).end(), by.1));
        let title = title.map(|(first, last, by)| {
            (first.get(&tokens).start() as i64, moved(last.get(&tokens).end(), by))
        });
        let mut form = with_entities(&document, &[]);
        form["entities"] = json!([{ "start": start, "end": end, "label": "MISC", "source": "user", "score": score }]);
        if let Some((start, end)) = title {
            form["entities"][0]["title"] = json!({ "start": start, "end": end });
        }
        let first = tokens.iter().position(|token| token.start() as i64 == start);
        let ends = |token: &Span| {
            let from = usize::try_from(end).unwrap();
            let rest = document.text().get(from..token.end()).filter(|_| from > token.start());
            token.end() as i64 == end || rest.is_some_and(is_possessive)
        };
        let last = tokens.iter().position(ends);
        let within = |(first, last): (usize, usize)| first <= last && are_together(view, &(first..last + 1));
        let placed = first.zip(last).is_some_and(within);
        let titled = title.is_none_or(|(start, end)| are_tokens(&tokens, start, end));
        let read = from_json(&form);
        prop_assert_eq!(read.is_some(), placed && titled && (0.0..=1.0).contains(&score));
        if let Some(read) = read {
            check_rules(read.view());
        }
    }
}
