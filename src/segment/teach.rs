//! For `tools/`, which train the model of sentence ends: the places and the features that a
//! pipeline would ask the model about.

use super::boundary::BoundaryModel;
use super::features::{EARLY, Features};
use super::splitter::Splitter;
use super::words;
use crate::Language;
use crate::document::layers::Tokens;
use crate::lang::Rules;
use crate::lines::Breaks;

/// Reads a text as a pipeline does. At each place that the rules leave in doubt, `visit` receives
/// the byte, what the rules say and the features. It returns whether a sentence ends there.
pub fn doubtful_ends(
    text: &str,
    language: Language,
    visit: impl FnMut(usize, bool, &[u16]) -> bool,
) {
    struct Teacher<F>(F);

    impl<F: FnMut(usize, bool, &[u16]) -> bool> BoundaryModel for Teacher<F> {
        fn probability(&mut self, at: usize, stop: bool, features: &Features) -> f32 {
            let all = [&features.early[..], &features.late].concat();
            f32::from(u8::from((self.0)(at, stop, &all)))
        }

        fn by_first(&self, _: bool, _: &[u16; EARLY]) -> Option<f32> {
            None
        }
    }

    let mut tokens = Tokens::default();
    for (span, kind) in words(text, language) {
        tokens.push(span, kind);
    }
    let (rules, boundary_model) = (Rules::of(language), Teacher(visit));
    let mut splitter = Splitter::new(text, &tokens, 0, rules, Breaks::Hard, Some(boundary_model));
    for index in 1..tokens.len() {
        splitter.end_after(index - 1);
    }
}
