//! Steps that need no pipeline, and the one that shows what keeping sentences costs.

use std::rc::Rc;

use charabia::Segment;
use griot::language::Detector;
use griot::stem::{Edition, Stemmer};
use griot::{Language, Layer, Pipeline, Worker, normalize, segment};
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use rust_stemmers::Algorithm;
use tantivy::tokenizer::{SimpleTokenizer, TokenStream, Tokenizer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use super::{Step, reader};
use crate::race::{Racer, Tally};
use crate::text::{Corpus, bytes};

/// lingua takes its time.
const TEXTS: usize = 600;

/// The words of each article, one after the other.
pub fn words(corpus: &Corpus) -> Step<'_> {
    let articles = &corpus.articles;
    let icu = WordSegmenter::new_for_non_complex_scripts(Default::default());
    let mut tantivy = SimpleTokenizer::default();
    Ok(vec![
        reader(articles, "griot", |article| {
            words_of(article, Language::FRENCH)
        }),
        reader(articles, "unicode-segmentation, words", |article| {
            Tally::of(article.unicode_word_indices().map(|(_, word)| word))
        }),
        reader(articles, "unicode-segmentation, bounds", bounds),
        reader(articles, "icu_segmenter", move |article| {
            ends(icu.segment_str(article))
        }),
        reader(articles, "tantivy, SimpleTokenizer", move |article| {
            let mut stream = tantivy.token_stream(article);
            let mut tally = Tally::default();
            while let Some(token) = stream.next() {
                tally = tally.and(1, token.offset_to - token.offset_from);
            }
            tally
        }),
        reader(articles, "charabia", |article| {
            Tally::of(article.segment_str())
        }),
    ])
}

/// The words of texts of many languages and scripts. The rivals are not told the language.
pub fn words_of_many(corpus: &Corpus) -> Step<'_> {
    if corpus.many.is_empty() {
        return Ok(Vec::new());
    }
    let icu = WordSegmenter::new_for_non_complex_scripts(Default::default());
    Ok(vec![
        reader_of_many(corpus, "griot", |language, text| words_of(text, language)),
        reader_of_many(corpus, "griot, no language told", |_, text| {
            words_of(text, Language::UNDETERMINED)
        }),
        reader_of_many(corpus, "icu_segmenter", move |_, text| {
            ends(icu.segment_str(text))
        }),
        reader_of_many(corpus, "unicode-segmentation, bounds", |_, text| {
            bounds(text)
        }),
    ])
}

/// A racer that takes text after text of many languages.
fn reader_of_many<'a>(
    corpus: &'a Corpus,
    name: &str,
    mut read: impl FnMut(Language, &'a str) -> Tally + 'a,
) -> Racer<'a> {
    let bytes = corpus.many.iter().map(|(_, text)| text.len()).sum();
    Racer::new(name, bytes, move || {
        let texts = corpus.many.iter();
        texts.fold(Tally::default(), |tally, (language, text)| {
            tally.plus(read(*language, text))
        })
    })
}

fn words_of(text: &str, language: Language) -> Tally {
    let words = segment::words(text, language);
    words.fold(Tally::default(), |tally, (span, _)| {
        tally.and(1, span.len())
    })
}

fn bounds(text: &str) -> Tally {
    Tally::of(text.split_word_bound_indices().map(|(_, word)| word))
}

/// The stretches between breaks, the first of which is 0.
fn ends(breaks: impl Iterator<Item = usize>) -> Tally {
    let mut start = 0;
    breaks.skip(1).fold(Tally::default(), |tally, end| {
        let length = end - start;
        start = end;
        tally.and(1, length)
    })
}

/// The same text with either apostrophe: the one of the press against the one of keyboards.
pub fn apostrophes(corpus: &Corpus) -> Step<'_> {
    let with = |name, mark| {
        let articles = corpus.articles.iter();
        let turned: Vec<_> = articles
            .map(|article| article.replace(['\'', '’'], mark))
            .collect();
        // For each byte as it stands in the corpus, and no lengths: the marks differ in theirs.
        Racer::new(name, bytes(&corpus.articles), move || {
            let texts = turned.iter();
            texts.fold(Tally::default(), |tally, text| {
                tally.and(segment::words(text, Language::FRENCH).count(), 0)
            })
        })
    };
    Ok(vec![with("griot, ’", "’"), with("griot, '", "'")])
}

/// The sentences of each article. griot finds its tokens on the way and keeps them.
pub fn sentences(corpus: &Corpus) -> Step<'_> {
    let articles = &corpus.articles;
    let mut worker = french([Layer::Sentences])?;
    let icu = SentenceSegmenter::new(Default::default());
    Ok(vec![
        reader(articles, "griot", move |article| {
            let document = worker.annotate(article).expect("no article is too long");
            Tally::of(document.sentences().map(|it| it.text()))
        }),
        reader(articles, "unicode-segmentation", |article| {
            Tally::of(article.split_sentence_bounds())
        }),
        reader(articles, "icu_segmenter", move |article| {
            ends(icu.segment_str(article))
        }),
        reader(articles, "sentencex", |article| {
            Tally::of(sentencex::segment("fr", article).into_iter())
        }),
    ])
}

/// Words and sentences of each article. griot has both from one pass, which keeps nothing as the
/// others keep nothing; the others make two. A worker tells press zones too, and keeps all in columns.
pub fn words_and_sentences(corpus: &Corpus) -> Step<'_> {
    let articles = &corpus.articles;
    let mut worker = french([Layer::Tokens, Layer::Sentences])?;
    let (words, sentences) = (
        WordSegmenter::new_for_non_complex_scripts(Default::default()),
        SentenceSegmenter::new(Default::default()),
    );
    Ok(vec![
        reader(articles, "griot", |article| {
            let words = segment::words_with_ends(article, Language::FRENCH);
            words.fold(Tally::default(), |tally, (span, _, end)| {
                tally.and(1 + usize::from(end.is_some()), span.len())
            })
        }),
        reader(articles, "griot, a worker", move |article| {
            let document = worker.annotate(article).expect("no article is too long");
            let sentences = document.sentences().map(|it| it.text());
            Tally::of(sentences).and(document.tokens().len(), 0)
        }),
        reader(articles, "icu_segmenter", move |article| {
            ends(words.segment_str(article)).plus(ends(sentences.segment_str(article)))
        }),
        reader(articles, "unicode-segmentation", |article| {
            bounds(article).plus(Tally::of(article.split_sentence_bounds()))
        }),
    ])
}

fn french<const N: usize>(layers: [Layer; N]) -> Result<Worker, griot::Error> {
    let builder = Pipeline::builder().language(Language::FRENCH);
    Ok(builder.layers(layers).build()?.worker())
}

/// The language of each sentence; an item is one that is found to be French.
pub fn language(corpus: &Corpus) -> Step<'_> {
    let mut sentences = Vec::new();
    for article in &corpus.articles {
        let found = segment::sentences(article, Language::FRENCH);
        sentences.extend(found.map(|(span, _)| &article.as_str()[span]));
    }
    detect(some(&sentences))
}

/// The language of each KB of text.
pub fn language_of_paragraphs(corpus: &Corpus) -> Step<'_> {
    let mut paragraphs = Vec::new();
    for article in &corpus.articles {
        let mut rest: &str = article;
        while rest.len() > 1000 {
            let (paragraph, after) = rest.split_at(rest.floor_char_boundary(1000));
            paragraphs.push(paragraph);
            rest = after;
        }
    }
    detect(some(&paragraphs))
}

/// As many as lingua can be asked for, of all parts of the corpus.
fn some<'a>(texts: &[&'a str]) -> Vec<&'a str> {
    let step = texts.len().div_ceil(TEXTS).max(1);
    texts.iter().step_by(step).copied().collect()
}

fn detect(texts: Vec<&str>) -> Step<'_> {
    let size = bytes(&texts);
    let texts = Rc::new(texts);
    let racer = |name: &str, is_french: Box<dyn Fn(&str) -> bool>| {
        let texts = Rc::clone(&texts);
        Racer::new(name, size, move || {
            Tally::of(texts.iter().filter(|it| is_french(it)))
        })
    };
    let detector = Detector::new();
    let light = Detector::with_engine(griot::Engine::Whatlang)?;
    let lingua = lingua::LanguageDetectorBuilder::from_all_languages()
        .with_preloaded_language_models()
        .build();
    Ok(vec![
        racer(
            "griot",
            Box::new(move |it| detector.detect(it).language == Language::FRENCH),
        ),
        racer(
            "griot, light",
            Box::new(move |it| light.detect(it).language == Language::FRENCH),
        ),
        racer(
            "whatlang",
            Box::new(|it| whatlang::detect_lang(it) == Some(whatlang::Lang::Fra)),
        ),
        racer(
            "whichlang",
            Box::new(|it| whichlang::detect_language(it) == whichlang::Lang::Fra),
        ),
        racer(
            "lingua",
            Box::new(move |it| lingua.detect_language_of(it) == Some(lingua::Language::French)),
        ),
    ])
}

/// NFC of articles that are in NFC already, as nearly every text is. `is_nfc_quick` only answers.
pub fn nfc(corpus: &Corpus) -> Step<'_> {
    let articles = &corpus.articles;
    Ok(vec![
        reader(articles, "griot", |article| {
            Tally::default().and(1, normalize::nfc(article).len())
        }),
        reader(articles, "unicode-normalization, nfc", |article| {
            Tally::default().and(1, article.nfc().collect::<String>().len())
        }),
        reader(articles, "unicode-normalization, is_nfc_quick", |article| {
            let is_nfc = is_nfc_quick(article.chars()) == IsNormalized::Yes;
            Tally::default().and(usize::from(is_nfc), article.len())
        }),
    ])
}

/// The stems of words in lower case, each anew.
pub fn stemmer(corpus: &Corpus) -> Step<'_> {
    let words = corpus.articles.iter().flat_map(|it| it.unicode_words());
    let lower: Rc<Vec<String>> = Rc::new(words.map(str::to_lowercase).collect());
    let size = bytes(&lower);
    let ours = Stemmer::new(Language::FRENCH, Edition::Snowball3)?;
    let theirs = rust_stemmers::Stemmer::create(Algorithm::French);
    let same = Rc::clone(&lower);
    Ok(vec![
        Racer::new("griot", size, move || {
            Tally::of(lower.iter().map(|word| ours.stem(word)))
        }),
        Racer::new("rust-stemmers", size, move || {
            Tally::of(same.iter().map(|word| theirs.stem(word)))
        }),
    ])
}
