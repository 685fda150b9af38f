//! What the tests of this room share: a text as the rules see it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::found::Found;
use super::gazetteer::Gazetteer;
use super::scan::Scan;
use crate::document::{EntitySource, Label, Layer};
use crate::interner::{Interner, Word};
use crate::models::OwnModels;
use crate::{Document, Language, Pipeline};

/// A text with its tokens, sentences and normal forms.
pub(super) struct Text(Document);

impl Text {
    pub(super) fn new(language: Language, text: &str) -> Self {
        Self(pipeline(language).process(text).unwrap())
    }

    pub(super) fn scan(&self) -> Scan<'_> {
        let view = self.0.view();
        Scan::new(view.text(), view.layers())
    }
}

/// The pipeline of a language. Each is built once, for that takes longer than most tests.
fn pipeline(language: Language) -> Pipeline {
    static PIPELINES: LazyLock<Mutex<HashMap<Language, Pipeline>>> = LazyLock::new(Mutex::default);
    let mut pipelines = PIPELINES.lock().unwrap_or_else(PoisonError::into_inner);
    let build = || {
        let layers = [Layer::Sentences, Layer::Norms];
        let builder = Pipeline::builder().layers(layers).language(language);
        builder.build().unwrap()
    };
    pipelines.entry(language).or_insert_with(build).clone()
}

/// The gazetteer of this build.
pub(super) fn gazetteer() -> Gazetteer {
    Gazetteer::new(&mut OwnModels::default()).unwrap()
}

/// The distinct tokens of a text as words of an interner, by number.
pub(super) fn words(scan: &Scan<'_>, interner: &mut Interner) -> Vec<Word> {
    interner.begin();
    for at in scan.first_of_types() {
        let letters = scan.text(at).as_bytes();
        let hashed = interner.hash(letters, 0..letters.len());
        interner.intern(hashed, letters, scan.kind(at), scan.language(at));
    }
    interner.words().to_vec()
}

/// A text with one apostrophe and with the other.
pub(super) fn both(text: &str) -> [String; 2] {
    [text.replace('\'', "’"), text.replace('’', "'")]
}

/// The tokens of the first place where a phrase stands.
pub(super) fn tokens(scan: &Scan<'_>, phrase: &str) -> Range<usize> {
    let all = scan.sentences().flatten().collect::<Vec<_>>();
    let ranges = all
        .iter()
        .flat_map(|start| (*start + 1..=all.len()).map(|end| *start..end));
    let mut ranges = ranges.filter(|range| scan.text_of(range.clone()) == phrase);
    ranges.next().expect(phrase)
}

pub(super) fn tagged(scan: &Scan<'_>, phrase: &str, label: Label) -> Found {
    Found::new(tokens(scan, phrase), label, EntitySource::Tagger, 0.9)
}

#[cfg(feature = "fr")]
pub(super) fn ruled(scan: &Scan<'_>, phrase: &str, label: Label, score: f32) -> Found {
    Found::new(tokens(scan, phrase), label, EntitySource::Rule, score)
}

/// The names as `LABEL text`, in their order.
pub(super) fn shown(scan: &Scan<'_>, found: &[Found]) -> Vec<String> {
    let shown = |it: &Found| format!("{} {}", it.label, scan.text_of(it.tokens.clone()));
    found.iter().map(shown).collect()
}
