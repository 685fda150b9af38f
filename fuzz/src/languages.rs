//! Languages: of a text, of its parts, and by their codes. With them the other types that are
//! parsed from a text.

use arbitrary::Arbitrary;
use griot::document::Shape;
use griot::language::{Detector, segments};
use griot::{Date, Engine, Label, Language, Layer, LayerSet};

use crate::input::{self, Tongue};

#[derive(Arbitrary)]
struct Question {
    light: bool,
    among: bool,
    first: Tongue,
    second: Tongue,
}

/// The language of a text and of its parts.
pub fn language(data: &[u8]) {
    let (question, rest) = input::read::<Question>(data);
    let text = &*input::text(rest);
    let engine = if question.light {
        Engine::Whatlang
    } else {
        Engine::Model
    };
    let list = [question.first.0, question.second.0];
    let allowed = question.among.then_some(&list[..]);
    let detector = Detector::build(engine, allowed, &[]).unwrap();
    let answer = detector.detect(text);
    assert!((0.0..=1.0).contains(&answer.confidence));
    let known =
        answer.language.is_undetermined() || allowed.is_none_or(|it| it.contains(&answer.language));
    assert!(known, "{answer:?} is not allowed");
    assert_eq!(detector.detect(text), answer);
    check_parts(text, &detector.segments(text));
    if let Some(allowed) = allowed {
        let denied = Detector::build(engine, None, allowed)
            .unwrap()
            .detect(text)
            .language;
        assert!(denied.is_undetermined() || !allowed.contains(&denied));
    } else if !question.light {
        assert_eq!(segments(text), detector.segments(text));
    }
}

fn check_parts(text: &str, parts: &[(griot::Span, Language)]) {
    let mut end = 0;
    for (span, _) in parts {
        assert!(span.start() == end && !span.is_empty() && span.get(text).is_some());
        end = span.end();
    }
    assert_eq!(end, text.len());
    assert!(parts.windows(2).all(|pair| pair[0].1 != pair[1].1));
}

/// What is parsed from a text prints as one that parses to the same.
pub fn parse(data: &[u8]) {
    let text = &*input::text(data);
    match text.parse::<Language>() {
        Ok(language) => {
            assert_eq!(language.to_string().parse::<Language>().unwrap(), language);
            assert_eq!(language.code3().parse::<Language>().unwrap(), language);
            assert!(!language.name().is_empty());
            assert!(language.own_name().is_none_or(|name| !name.is_empty()));
            assert!(language.script().is_none_or(|script| !script.is_empty()));
            assert!(!language.layers().is_empty());
        }
        Err(error) => assert!(error.is_language() && !error.to_string().is_empty()),
    }
    match text.parse::<Label>() {
        Ok(label) => assert_eq!(label.as_str(), text),
        Err(error) => assert!(error.is_name() && error.to_string().len() < 400),
    }
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string(), text);
        assert_eq!(Date::new(date.year(), date.month(), date.day()), Some(date));
    }
    let quoted = serde_json::to_string(&[text]).unwrap();
    if let Ok(layers) = serde_json::from_str::<LayerSet>(&quoted) {
        assert!(layers.iter().map(Layer::as_str).eq([text]));
    }
    assert_eq!(Shape::of(text), Shape::of(text));
    assert!(Shape::of(text).to_string().len() <= text.len().max(16));
}
