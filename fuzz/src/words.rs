//! Words, sentences, and the forms of a word, without a pipeline.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use arbitrary::Arbitrary;
use griot::lemma::Lemmatizer;
use griot::normalize::{self, Normalizer};
use griot::stem::Stemmer;
use griot::stop::{self, StopWords};
use griot::{Edition, Language, Pos, Span, Stop, segment};
use unicode_normalization::UnicodeNormalization;

use crate::input::{self, Setup, Tongue, Variant};
use crate::rules::check_words;

/// Words, sentences and graphemes of a text in a language.
pub fn segment(data: &[u8]) {
    let (language, rest) = input::read::<Tongue>(data);
    let text = &*input::text(rest);
    let words: Vec<_> = segment::words(text, language.0).collect();
    check_words(text, words.iter().map(|(span, _)| *span));
    let both: Vec<_> = segment::words_with_ends(text, language.0).collect();
    let same = both.iter().map(|(span, kind, _)| (*span, *kind));
    assert!(same.eq(words.iter().copied()));
    let mut sentences = Vec::new();
    let mut start = None;
    for (span, _, end) in both {
        let first = *start.get_or_insert(span.start());
        if let Some(reason) = end {
            sentences.push((Span::new(first as u32, span.end() as u32), reason));
            start = None;
        }
    }
    assert_eq!(start, None, "the last token ends a sentence");
    assert!(segment::sentences(text, language.0).eq(sentences));

    let setup = Setup {
        given: true,
        language,
        variant: Variant::Words,
    };
    let document = setup.process(text);
    let tokens = document.view().tokens();
    assert!(tokens.map(|token| (token.span(), token.kind())).eq(words));
}

#[derive(Arbitrary)]
struct Normal {
    compatible: bool,
    folded: bool,
    language: Tongue,
    unaccented: bool,
    quotes: bool,
    hyphens: bool,
    spaces: bool,
    invisible: bool,
    arabic: bool,
}

impl Normal {
    fn normalizer(&self) -> Normalizer {
        type Step = fn(Normalizer) -> Normalizer;
        let base = if self.compatible {
            Normalizer::nfkc()
        } else {
            Normalizer::nfc()
        };
        let base = if self.folded {
            base.case_folded_in(self.language.0)
        } else {
            base
        };
        let steps: [(bool, Step); 6] = [
            (self.unaccented, Normalizer::unaccented),
            (self.quotes, Normalizer::with_straight_quotes),
            (self.hyphens, Normalizer::with_plain_hyphens),
            (self.spaces, Normalizer::with_plain_spaces),
            (self.invisible, Normalizer::without_invisible),
            (self.arabic, Normalizer::without_arabic_marks),
        ];
        let wanted = steps.into_iter().filter(|(wanted, _)| *wanted);
        wanted.fold(base, |normalizer, (_, step)| step(normalizer))
    }
}

/// Every normal form of a text, with the way back.
pub fn normalize(data: &[u8]) {
    let (choices, rest) = input::read::<Normal>(data);
    let text = &*input::text(rest);
    assert!(normalize::nfc(text).chars().eq(text.nfc()));
    assert!(normalize::nfkc(text).chars().eq(text.nfkc()));
    let normalizer = choices.normalizer();
    let mapped = normalizer.map(text).unwrap();
    let normal = mapped.text();
    assert_eq!(normalizer.normalize(text), normal);
    let whole = Span::new(0, normal.len() as u32);
    assert!(
        mapped
            .original(whole)
            .is_some_and(|it| it.get(text).is_some())
    );
    let mut last = Span::new(0, 0);
    for (at, c) in normal.char_indices() {
        let span = Span::new(at as u32, (at + c.len_utf8()) as u32);
        let original = mapped
            .original(span)
            .expect("every piece comes from one of the text");
        assert!(
            original.get(text).is_some_and(|it| !it.is_empty()),
            "{c:?} comes from nothing"
        );
        assert!(original.start() >= last.start() && original.end() >= last.end());
        let back = mapped.normal(original);
        assert!(back.is_some_and(|it| it.covers(span)), "{span} {original}");
        last = original;
    }
    for (at, c) in text.char_indices() {
        let span = Span::new(at as u32, (at + c.len_utf8()) as u32);
        assert!(
            mapped
                .normal(span)
                .is_some_and(|it| it.get(normal).is_some())
        );
    }
    let again = normalizer.normalize(normal);
    assert_eq!(again, normal, "a normal form is its own normal form");
}

/// The lemmatizer of a language, if it has one. Each is made once and stays.
fn lemmatizer(language: Language) -> Option<&'static Lemmatizer> {
    type Made = HashMap<Language, Option<&'static Lemmatizer>>;
    static MADE: LazyLock<Mutex<Made>> = LazyLock::new(Mutex::default);
    let make = || {
        Lemmatizer::new(language)
            .ok()
            .map(|it| &*Box::leak(Box::new(it)))
    };
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    *made.entry(language).or_insert_with(make)
}

/// Stem, lemma, norm and stop tier of any text taken as one word, and of each of its words.
pub fn forms(data: &[u8]) {
    let (Tongue(language), rest) = input::read(data);
    let text = &*input::text(rest);
    let lemmatizer = lemmatizer(language);
    let stemmers: Vec<_> = [Edition::Snowball2, Edition::Snowball3]
        .into_iter()
        .filter_map(|edition| Stemmer::new(language, edition).ok())
        .collect();
    for word in text.split_whitespace().take(32).chain([text]) {
        let norm = normalize::norm_in(word, language);
        assert_eq!(normalize::norm_in(&norm, language), norm);
        for stemmer in &stemmers {
            assert_eq!(
                stemmer.stem(word),
                stemmer.stem(&norm),
                "{word:?} and its norm"
            );
        }
        for pos in Pos::ALL {
            let lemma = lemmatizer.map(|it| it.lemma(word, *pos));
            assert!(
                lemma.is_none_or(|lemma| !lemma.is_empty() || word.is_empty()),
                "{word:?}"
            );
        }
        let own = StopWords::of(language);
        let tier = stop::stop(&norm, language).unwrap_or(Stop::No);
        assert_eq!(own.get(word), tier);
        let added = own.clone().with([word], Stop::Extended);
        assert_eq!(added.get(word), Stop::Extended);
        assert_eq!(added.without([word]).get(word), Stop::No);
        assert_eq!(StopWords::none(language).get(word), Stop::No);
        let kept = own.without_negations().get(word);
        assert!(kept == tier || kept == Stop::No);
    }
}
