//! For `tools/`, which train the model of parts of speech: computes the features of a sentence as a
//! pipeline does.

use super::features::{WordTraits, features};
use super::lemmatizer::Lemmatizer;
use super::tag_dictionary::TagDictionary;
use super::tagger::{PosModel, Sums, tag};
use crate::document::Pos;
use crate::normalize::norm;
use crate::segment::words;
use crate::span::Span;

/// Shows the words of a sentence that a tag dictionary may have: the span of each in bytes, its normal
/// form and the categories that the lexicon allows, a bit each; `None` for a function word.
pub fn dictionary_words(
    lemmatizer: &Lemmatizer,
    sentence: &str,
    mut see: impl FnMut(Span, &str, Option<u16>),
) {
    let mut scratch = String::new();
    for (span, kind) in words(sentence, lemmatizer.language()) {
        let surface = span.of(sentence);
        if TagDictionary::may_have(surface, kind) {
            let norm = norm(surface);
            see(
                span,
                &norm,
                lemmatizer.own_categories(surface, &norm, &mut scratch),
            );
        }
    }
}

/// Reads a sentence as a pipeline does, without a tag dictionary. For each token whose kind does not tell
/// its part of speech, `visit` receives its span in bytes and its features, and returns the right part
/// of speech. `show` says whether the lexicon may be asked for a word.
pub fn teach(
    lemmatizer: &Lemmatizer,
    sentence: &str,
    mut show: impl FnMut(&str) -> bool,
    visit: impl FnMut(Span, &[u32]) -> Pos,
) {
    struct Teacher<F, S> {
        visit: F,
        spans: S,
    }

    impl<F: FnMut(Span, &[u32]) -> Pos, S: Iterator<Item = Span>> PosModel for Teacher<F, S> {
        fn choose(&mut self, around: [&Sums; 5], before: [Option<Pos>; 2]) -> Pos {
            let features = features(around.map(|sums| &sums.traits), before);
            (self.visit)(self.spans.next().unwrap_or_default(), &features)
        }
    }

    let dictionary = &TagDictionary::default();
    let mut scratch = String::new();
    let tokens: Vec<_> = words(sentence, lemmatizer.language()).collect();
    let all_traits: Vec<Sums> = tokens
        .iter()
        .map(|(span, kind)| {
            let surface = span.of(sentence);
            let norm = norm(surface);
            let word_traits = if show(&norm) {
                lemmatizer.word_traits(surface, &norm, *kind, dictionary, &mut scratch)
            } else {
                lemmatizer.unlisted_traits(surface, &norm, *kind, dictionary)
            };
            word_traits.into()
        })
        .collect();
    let asked = tokens.iter().zip(&all_traits);
    let asked = asked.filter(|(_, sums)| sums.traits.fixed.is_none());
    let spans = asked.map(|((span, _), _)| *span);
    let word_traits = |index: usize| all_traits.get(index);
    let edge = WordTraits::default().into();
    tag(
        all_traits.len(),
        &edge,
        word_traits,
        Teacher { visit, spans },
        |_| (),
    );
}
