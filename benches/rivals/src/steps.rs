//! The steps, each with its racers: griot first.

use std::collections::{HashMap, HashSet};
use std::error::Error;

use charabia::Segment;
use griot::language::Detector;
use griot::normalize;
use griot::stem::{Edition, Stemmer};
use griot::{Builder, DocumentRef, Language, Layer, Pipeline, Stop, Worker, segment, stop};
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use rust_stemmers::Algorithm;
use tantivy::tokenizer::{SimpleTokenizer, TokenStream, Tokenizer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use crate::race::{Racer, Tally};
use crate::text::Corpus;

/// A step's bytes and its racers; none where its text is the caller's to give.
pub type Step<'a> = Result<(usize, Vec<Racer<'a>>), Box<dyn Error>>;

type Prepare = fn(&Corpus) -> Step<'_>;

/// The steps by name.
pub const STEPS: [(&str, Prepare); 15] = [
    ("words", words),
    ("words-many", words_of_many),
    ("apostrophes", apostrophes),
    ("sentences", sentences),
    ("words-sentences", words_and_sentences),
    ("language", language),
    ("language-1k", language_of_paragraphs),
    ("nfc", nfc),
    ("stems", stems),
    ("forms", forms),
    ("lemmas", lemmas),
    ("entities", entities),
    ("whole", whole),
    ("whole-cold", whole_cold),
    ("whole-entities", whole_entities),
];

/// The layers that the pipeline made by hand has too.
const WHOLE: [Layer; 6] = [
    Layer::Language,
    Layer::Sentences,
    Layer::Tokens,
    Layer::Norms,
    Layer::Stops,
    Layer::Stems,
];

/// A racer that takes article after article.
fn reader<'a>(
    corpus: &'a Corpus,
    name: &'static str,
    mut read: impl FnMut(&'static str) -> Tally + 'a,
) -> Racer<'a> {
    Racer::new(name, move || tally(corpus, &mut read))
}

fn tally(corpus: &Corpus, mut read: impl FnMut(&'static str) -> Tally) -> Tally {
    let articles = corpus.articles.iter();
    articles.fold(Tally::default(), |tally, article| tally.plus(read(article)))
}

fn bytes<T: AsRef<str>>(strings: &[T]) -> usize {
    strings.iter().map(|string| string.as_ref().len()).sum()
}

/// The words of each article, one after the other.
fn words(corpus: &Corpus) -> Step<'_> {
    let icu = WordSegmenter::new_for_non_complex_scripts(Default::default());
    let mut tantivy = SimpleTokenizer::default();
    let racers = vec![
        reader(corpus, "griot", |article| {
            let words = segment::words(article, Language::FRENCH);
            words.fold(Tally::default(), |tally, (span, _)| {
                tally.and(1, span.len())
            })
        }),
        reader(corpus, "unicode-segmentation words", |article| {
            Tally::of(article.unicode_word_indices().map(|(_, word)| word))
        }),
        reader(corpus, "unicode-segmentation bounds", |article| {
            Tally::of(article.split_word_bound_indices().map(|(_, word)| word))
        }),
        reader(corpus, "icu_segmenter", move |article| {
            ends(icu.segment_str(article))
        }),
        reader(corpus, "tantivy SimpleTokenizer", move |article| {
            let mut stream = tantivy.token_stream(article);
            let mut tally = Tally::default();
            while let Some(token) = stream.next() {
                tally = tally.and(1, token.offset_to - token.offset_from);
            }
            tally
        }),
        reader(corpus, "charabia", |article| {
            Tally::of(article.segment_str())
        }),
    ];
    Ok((bytes(&corpus.articles), racers))
}

/// The words of texts of many languages and scripts. The rivals are not told the language.
fn words_of_many(corpus: &Corpus) -> Step<'_> {
    if corpus.many.is_empty() {
        return Ok((0, Vec::new()));
    }
    let icu = WordSegmenter::new_for_non_complex_scripts(Default::default());
    let griot = |language, text: &str| {
        let words = segment::words(text, language);
        words.fold(Tally::default(), |tally, (span, _)| {
            tally.and(1, span.len())
        })
    };
    let racers = vec![
        reader_of_many(corpus, "griot", griot),
        reader_of_many(corpus, "griot, no language told", move |_, text| {
            griot(Language::UNDETERMINED, text)
        }),
        reader_of_many(corpus, "icu_segmenter", move |_, text| {
            ends(icu.segment_str(text))
        }),
        reader_of_many(corpus, "unicode-segmentation bounds", |_, text| {
            Tally::of(text.split_word_bound_indices().map(|(_, word)| word))
        }),
    ];
    let bytes = corpus.many.iter().map(|(_, text)| text.len()).sum();
    Ok((bytes, racers))
}

/// A racer that takes text after text of many languages.
fn reader_of_many<'a>(
    corpus: &'a Corpus,
    name: &'static str,
    mut read: impl FnMut(Language, &'a str) -> Tally + 'a,
) -> Racer<'a> {
    Racer::new(name, move || {
        let texts = corpus.many.iter();
        texts.fold(Tally::default(), |tally, (language, text)| {
            tally.plus(read(*language, text))
        })
    })
}

/// The same French text with either apostrophe: the one of the press against the one of keyboards.
fn apostrophes(corpus: &Corpus) -> Step<'_> {
    let with = |mark| {
        let articles = corpus.articles.iter();
        let turned: Vec<_> = articles
            .map(|article| article.replace(['\'', '’'], mark))
            .collect();
        move || {
            let texts = turned.iter();
            // No lengths: the marks differ in theirs.
            texts.fold(Tally::default(), |tally, text| {
                tally.and(segment::words(text, Language::FRENCH).count(), 0)
            })
        }
    };
    let racers = vec![
        Racer::new("griot, ’", with("’")),
        Racer::new("griot, '", with("'")),
    ];
    Ok((bytes(&corpus.articles), racers))
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

/// The sentences of each article. griot finds its tokens on the way and keeps them.
fn sentences(corpus: &Corpus) -> Step<'_> {
    let mut worker = french([Layer::Sentences])?;
    let icu = SentenceSegmenter::new(Default::default());
    let racers = vec![
        reader(corpus, "griot", move |article| {
            Tally::of(
                annotate(&mut worker, article)
                    .sentences()
                    .map(|it| it.text()),
            )
        }),
        reader(corpus, "unicode-segmentation", |article| {
            Tally::of(article.split_sentence_bounds())
        }),
        reader(corpus, "icu_segmenter", move |article| {
            ends(icu.segment_str(article))
        }),
        reader(corpus, "sentencex", |article| {
            Tally::of(sentencex::segment("fr", article).into_iter())
        }),
    ];
    Ok((bytes(&corpus.articles), racers))
}

/// lingua takes its time.
const TEXTS: usize = 600;

/// Words and sentences of each article. griot has both from one pass, which keeps nothing as the
/// others keep nothing; the others make two. A worker tells press zones too, and keeps all in columns.
fn words_and_sentences(corpus: &Corpus) -> Step<'_> {
    let mut worker = french([Layer::Tokens, Layer::Sentences])?;
    let (words, sentences) = (
        WordSegmenter::new_for_non_complex_scripts(Default::default()),
        SentenceSegmenter::new(Default::default()),
    );
    let racers = vec![
        reader(corpus, "griot", |article| {
            let words = segment::words_with_ends(article, Language::FRENCH);
            words.fold(Tally::default(), |tally, (span, _, end)| {
                tally.and(1 + usize::from(end.is_some()), span.len())
            })
        }),
        reader(corpus, "griot, a worker", move |article| {
            let document = annotate(&mut worker, article);
            let sentences = document.sentences().map(|it| it.text());
            Tally::of(sentences).and(document.tokens().len(), 0)
        }),
        reader(corpus, "icu_segmenter", move |article| {
            ends(words.segment_str(article)).plus(ends(sentences.segment_str(article)))
        }),
        reader(corpus, "unicode-segmentation", |article| {
            let words = article.split_word_bound_indices().map(|(_, word)| word);
            Tally::of(words).plus(Tally::of(article.split_sentence_bounds()))
        }),
    ];
    Ok((bytes(&corpus.articles), racers))
}

/// The language of each sentence; an item is one that is found to be French.
fn language(corpus: &Corpus) -> Step<'_> {
    detect(corpus.sentences.iter().take(TEXTS).copied().collect())
}

/// The language of each KB of text.
fn language_of_paragraphs(corpus: &Corpus) -> Step<'_> {
    let mut paragraphs = Vec::new();
    for article in &corpus.articles {
        let mut rest: &str = article;
        while rest.len() > 1000 {
            let (paragraph, after) = rest.split_at(rest.floor_char_boundary(1000));
            paragraphs.push(paragraph);
            rest = after;
        }
    }
    paragraphs.truncate(TEXTS);
    detect(paragraphs)
}

fn detect(texts: Vec<&str>) -> Step<'_> {
    let size = bytes(&texts);
    let texts = std::rc::Rc::new(texts);
    let among = |is_french: Box<dyn Fn(&str) -> bool>| {
        let texts = std::rc::Rc::clone(&texts);
        move || Tally::of(texts.iter().filter(|it| is_french(it)))
    };
    let detector = Detector::new();
    let light = Detector::with_engine(griot::Engine::Light)?;
    let lingua = lingua::LanguageDetectorBuilder::from_all_languages()
        .with_preloaded_language_models()
        .build();
    let racers = vec![
        Racer::new(
            "griot",
            among(Box::new(move |it| {
                detector.detect(it).language == Language::FRENCH
            })),
        ),
        Racer::new(
            "griot, light",
            among(Box::new(move |it| {
                light.detect(it).language == Language::FRENCH
            })),
        ),
        Racer::new(
            "whatlang",
            among(Box::new(|it| {
                whatlang::detect_lang(it) == Some(whatlang::Lang::Fra)
            })),
        ),
        Racer::new(
            "whichlang",
            among(Box::new(|it| {
                whichlang::detect_language(it) == whichlang::Lang::Fra
            })),
        ),
        Racer::new(
            "lingua",
            among(Box::new(move |it| {
                lingua.detect_language_of(it) == Some(lingua::Language::French)
            })),
        ),
    ];
    Ok((size, racers))
}

/// NFC of articles that are in NFC already, as nearly every text is. `is_nfc_quick` only answers.
fn nfc(corpus: &Corpus) -> Step<'_> {
    let racers = vec![
        reader(corpus, "griot", |article| {
            Tally::default().and(1, normalize::nfc(article).len())
        }),
        reader(corpus, "unicode-normalization nfc", |article| {
            Tally::default().and(1, article.nfc().collect::<String>().len())
        }),
        reader(corpus, "unicode-normalization is_nfc_quick", |article| {
            let is_nfc = is_nfc_quick(article.chars()) == IsNormalized::Yes;
            Tally::default().and(usize::from(is_nfc), article.len())
        }),
    ];
    Ok((bytes(&corpus.articles), racers))
}

/// The stems of words in lower case, each anew.
fn stems(corpus: &Corpus) -> Step<'_> {
    let ours = Stemmer::new(Language::FRENCH, Edition::Snowball3)?;
    let theirs = rust_stemmers::Stemmer::create(Algorithm::French);
    let racers = vec![
        Racer::new("griot", move || {
            Tally::of(corpus.lower.iter().map(|word| ours.stem(word)))
        }),
        Racer::new("rust-stemmers", move || {
            Tally::of(corpus.lower.iter().map(|word| theirs.stem(word)))
        }),
    ];
    Ok((bytes(&corpus.lower), racers))
}

/// Normal forms, stop words and stems by a worker, which remembers words from text to text. It
/// must find the tokens first; what that takes is taken off.
fn forms(corpus: &Corpus) -> Step<'_> {
    let mut worker = french([Layer::Norms, Layer::Stops, Layer::Stems])?;
    let mut tokens = french([Layer::Tokens])?;
    let stops = stop_words(corpus);
    let stemmer = || rust_stemmers::Stemmer::create(Algorithm::French);
    let (theirs, by_hand) = (stemmer(), stemmer());
    let griot = reader(corpus, "griot", move |article| {
        count(annotate(&mut worker, article))
    });
    let racers = vec![
        griot.apart_from(move || tally(corpus, |article| count(annotate(&mut tokens, article)))),
        Racer::new("rust-stemmers", move || {
            Tally::of(corpus.lower.iter().map(|word| theirs.stem(word)))
        }),
        Racer::new("lower case, HashSet, rust-stemmers", move || {
            let words = corpus.words.iter();
            words.fold(Tally::default(), |tally, word| {
                let form = Form::new(word, &stops, &by_hand);
                tally.and(
                    1,
                    form.lower.len() + form.stem.len() + usize::from(form.stop),
                )
            })
        }),
    ];
    Ok((bytes(&corpus.words), racers))
}

/// Parts of speech and lemmas by a worker, which must find sentences and normal forms first; what
/// that takes is taken off. Beside it the map from forms to lemmas that one would write, which
/// cannot tell `il porte` from `la porte`.
fn lemmas(corpus: &Corpus) -> Step<'_> {
    let mut worker = french([Layer::Lemmas])?;
    let mut before = french([Layer::Sentences, Layer::Norms])?;
    let map = lemmas_of(corpus)?;
    let griot = reader(corpus, "griot", move |article| {
        let tokens = annotate(&mut worker, article).tokens();
        Tally::of(tokens.filter_map(|token| token.lemma()))
    });
    let racers = vec![
        griot.apart_from(move || tally(corpus, |article| count(annotate(&mut before, article)))),
        Racer::new("lower case, HashMap", move || {
            let lower = corpus.words.iter().map(|word| word.to_lowercase());
            Tally::of(lower.filter_map(|word| map.get(&word)))
        }),
    ];
    Ok((bytes(&corpus.words), racers))
}

/// The first lemma of each word that the text has, by its lower case.
fn lemmas_of(corpus: &Corpus) -> Result<HashMap<String, String>, griot::Error> {
    let mut worker = french([Layer::Lemmas])?;
    let mut map = HashMap::new();
    for article in &corpus.articles {
        let document = annotate(&mut worker, article);
        for token in document.tokens().filter(|token| token.is_word()) {
            if let Some(lemma) = token.lemma() {
                let lower = token.text().to_lowercase();
                map.entry(lower).or_insert_with(|| lemma.to_owned());
            }
        }
    }
    Ok(map)
}

/// Names, dates and quantities by a worker, which must find words and sentences first; what those take
/// is taken off. No other crate has a tagger of French names to put beside it.
fn entities(corpus: &Corpus) -> Step<'_> {
    let mut worker = french([Layer::Entities])?;
    let mut before = french([Layer::Sentences])?;
    let griot = reader(corpus, "griot", move |article| {
        let entities = annotate(&mut worker, article).entities();
        Tally::of(entities.map(|entity| entity.text()))
    });
    let apart = move || tally(corpus, |article| count(annotate(&mut before, article)));
    Ok((bytes(&corpus.articles), vec![griot.apart_from(apart)]))
}

/// Everything up to stems, by one worker.
fn whole(corpus: &Corpus) -> Step<'_> {
    warm(corpus, Pipeline::builder().layers(WHOLE))
}

/// The same with entities, which the other side has not.
fn whole_entities(corpus: &Corpus) -> Step<'_> {
    warm(corpus, Pipeline::builder())
}

fn warm(corpus: &Corpus, builder: Builder) -> Step<'_> {
    let mut worker = builder.build()?.worker();
    let griot = reader(corpus, "griot", move |article| {
        count(annotate(&mut worker, article))
    });
    Ok((bytes(&corpus.articles), vec![griot, by_hand(corpus)]))
}

/// Everything up to stems, with a new worker for each article, which has met no word before.
fn whole_cold(corpus: &Corpus) -> Step<'_> {
    let pipeline = Pipeline::builder().layers(WHOLE).build()?;
    let griot = reader(corpus, "griot", move |article| {
        count(annotate(&mut pipeline.worker(), article))
    });
    Ok((bytes(&corpus.articles), vec![griot, by_hand(corpus)]))
}

/// The pipeline that one would write with the crates that there are.
fn by_hand(corpus: &Corpus) -> Racer<'_> {
    let stops = stop_words(corpus);
    let stemmer = rust_stemmers::Stemmer::create(Algorithm::French);
    reader(corpus, "by hand", move |article| {
        let language = whatlang::detect(article);
        let sentences: Vec<_> = article
            .split_sentence_bound_indices()
            .map(|(start, sentence)| start..start + sentence.len())
            .collect();
        let tokens: Vec<_> = article
            .unicode_word_indices()
            .map(|(start, word)| (start..start + word.len(), Form::new(word, &stops, &stemmer)))
            .collect();
        std::hint::black_box((language, &sentences, &tokens));
        Tally::default().and(tokens.len(), sentences.len())
    })
}

/// A word's forms by hand.
struct Form {
    lower: String,
    stop: bool,
    stem: String,
}

impl Form {
    fn new(word: &str, stops: &HashSet<String>, stemmer: &rust_stemmers::Stemmer) -> Self {
        let lower = word.to_lowercase();
        let stem = stemmer.stem(&lower).into_owned();
        let stop = stops.contains(&lower);
        Self { lower, stop, stem }
    }
}

/// The stop words that the text has.
fn stop_words(corpus: &Corpus) -> HashSet<String> {
    let is_stop =
        |word: &&String| stop::stop(word, Language::FRENCH).is_some_and(|stop| stop != Stop::No);
    corpus.lower.iter().filter(is_stop).cloned().collect()
}

fn french<const N: usize>(layers: [Layer; N]) -> Result<Worker, griot::Error> {
    let builder = Pipeline::builder().language(Language::FRENCH);
    Ok(builder.layers(layers).build()?.worker())
}

fn annotate<'a>(worker: &'a mut Worker, article: &'a str) -> DocumentRef<'a> {
    worker.annotate(article).expect("no seed is too long")
}

fn count(document: DocumentRef<'_>) -> Tally {
    Tally::default().and(document.tokens().len(), document.sentences().len())
}
