//! What a score means: how often a name that has it is right.
//!
//! The scores of the tagger and of the rules are good to compare names of one language, but of the names
//! with a score of 0.9 or more only 82 to 93 of 100 were right. So each source has curves, which rise and were
//! measured on annotated text. They are used last, because the rules compare the first scores.

mod knots;

use super::found::Found;
use crate::document::{EntitySource, Label};
use knots::{CURVES, Curve};

/// Replaces the score of a person, a place or an organisation by the share of such names that are
/// right. The curves hold for what is found with a built-in tagger.
pub(super) fn calibrate(name: &mut Found) {
    let [people, places, organisations] = match name.source {
        EntitySource::Rule => CURVES.rule,
        EntitySource::Gazetteer => CURVES.gazetteer,
        EntitySource::Tagger => CURVES.tagger,
        EntitySource::Link => CURVES.link,
        EntitySource::User => return,
    };
    let curve = match name.label {
        Label::PERSON => people,
        Label::LOCATION => places,
        Label::ORGANISATION => organisations,
        _ => return,
    };
    name.score = on_curve(curve, name.score);
}

/// The value of a curve at a score: between two points on the line between them, below the first on the
/// line from 0, above the last that of the last. Without a curve the score stays.
fn on_curve(curve: Curve, score: f32) -> f32 {
    let mut before = (0.0, 0.0);
    for point in curve {
        if score <= point.0 {
            let width = point.0 - before.0;
            let part = if width > 0.0 {
                (score - before.0) / width
            } else {
                1.0
            };
            return before.1 + part * (point.1 - before.1);
        }
        before = *point;
    }
    if curve.is_empty() { score } else { before.1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_read_between_its_points() {
        let curve: Curve = &[(0.5, 0.4), (0.9, 0.8)];
        for (score, value) in [
            (0.0, 0.0),
            (0.25, 0.2),
            (0.5, 0.4),
            (0.7, 0.6),
            (0.9, 0.8),
            (1.0, 0.8),
        ] {
            assert!((on_curve(curve, score) - value).abs() < 1e-6, "{score}");
        }
        assert_eq!(on_curve(&[], 0.7), 0.7);
    }

    #[test]
    fn every_curve_rises_and_stays_between_0_and_1() {
        let all = [CURVES.rule, CURVES.gazetteer, CURVES.tagger, CURVES.link];
        for curve in all.concat() {
            let inside =
                |it: &(f32, f32)| (0.0..=1.0).contains(&it.0) && (0.0..=1.0).contains(&it.1);
            assert!(curve.iter().all(inside));
            let rises = |it: &[(f32, f32)]| it[0].0 < it[1].0 && it[0].1 <= it[1].1;
            assert!(curve.windows(2).all(rises));
        }
    }

    #[test]
    fn what_was_not_measured_keeps_its_score() {
        let name = |label, source| {
            let mut name = Found::new(0..1, label, source, 0.9);
            calibrate(&mut name);
            name.score
        };
        assert_eq!(name(Label::MISC, EntitySource::Tagger), 0.9);
        assert_eq!(name(Label::PERSON, EntitySource::User), 0.9);
        assert_ne!(name(Label::PERSON, EntitySource::Tagger), 0.9);
    }
}
