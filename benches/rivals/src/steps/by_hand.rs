//! The pipelines that one would put together from the crates that there are.

use std::collections::HashSet;
use std::error::Error;
use std::hint::black_box;

use griot::{Language, Stop, stop};
use rust_stemmers::{Algorithm, Stemmer};
use tantivy::tokenizer::{
    self, LowerCaser, RemoveLongFilter, SimpleTokenizer, StopWordFilter, TextAnalyzer, TokenStream,
};
use unicode_segmentation::UnicodeSegmentation;

use super::reader;
use crate::race::{Racer, Tally};

/// Language, sentences, words in lower case, stop words and stems, all kept.
pub fn by_hand(articles: &[String]) -> Racer<'_> {
    let stops = stop_words(articles);
    let stemmer = Stemmer::create(Algorithm::French);
    reader(articles, "by hand", move |article| {
        let language = whatlang::detect(article);
        let sentences: Vec<_> = article
            .split_sentence_bound_indices()
            .map(|(start, sentence)| start..start + sentence.len())
            .collect();
        let tokens: Vec<_> = article
            .unicode_word_indices()
            .map(|(start, word)| (start..start + word.len(), form(word, &stops, &stemmer)))
            .collect();
        black_box((language, &sentences, &tokens));
        Tally::default().and(tokens.len(), sentences.len())
    })
}

/// A word in lower case, whether it is a stop word, and its stem.
type Form = (String, bool, String);

fn form(word: &str, stops: &HashSet<String>, stemmer: &Stemmer) -> Form {
    let lower = word.to_lowercase();
    let stem = stemmer.stem(&lower).into_owned();
    let stop = stops.contains(&lower);
    (lower, stop, stem)
}

/// The stop words that the text has.
fn stop_words(articles: &[String]) -> HashSet<String> {
    let words = articles.iter().flat_map(|it| it.unicode_words());
    words
        .map(str::to_lowercase)
        .filter(|word| stop::stop(word, Language::FRENCH).is_some_and(|it| it != Stop::No))
        .collect()
}

/// tantivy's analyzer of French: words in lower case without stop words, their stems, nothing kept.
pub fn analyzer(articles: &[String]) -> Result<Racer<'_>, Box<dyn Error>> {
    let stops = StopWordFilter::new(tokenizer::Language::French);
    let mut analyzer = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .filter(stops.ok_or("tantivy has no stop words of French")?)
        .filter(tokenizer::Stemmer::new(tokenizer::Language::French))
        .build();
    Ok(reader(
        articles,
        "tantivy, French analyzer",
        move |article| {
            let mut stream = analyzer.token_stream(article);
            let mut tally = Tally::default();
            while stream.advance() {
                tally = tally.and(1, stream.token().text.len());
            }
            tally
        },
    ))
}
