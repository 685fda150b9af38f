//! The steps, each with its racers: griot first, and where it runs alone, what the rest is held against.

mod by_hand;
mod parts;
mod workers;

use std::error::Error;

use crate::race::{Racer, Tally};
use crate::text::{Corpus, bytes};

/// The racers of a step; none where its text is the caller's to give.
pub type Step<'a> = Result<Vec<Racer<'a>>, Box<dyn Error>>;

type Prepare = fn(&Corpus) -> Step<'_>;

/// The steps by name.
pub const STEPS: [(&str, Prepare); 17] = [
    ("words", parts::words),
    ("words-many", parts::words_of_many),
    ("apostrophes", parts::apostrophes),
    ("sentences", parts::sentences),
    ("words-sentences", parts::words_and_sentences),
    ("language", parts::language),
    ("language-1k", parts::language_of_paragraphs),
    ("nfc", parts::nfc),
    ("stemmer", parts::stemmer),
    ("stems", workers::stems),
    ("lemmas", workers::lemmas),
    ("entities", workers::entities),
    ("whole", workers::whole),
    ("stems-cold", workers::stems_cold),
    ("whole-cold", workers::whole_cold),
    ("growth", workers::growth),
    ("languages", workers::languages),
];

/// A racer that takes article after article.
fn reader<'a>(
    articles: &'a [String],
    name: impl Into<String>,
    mut read: impl FnMut(&'a str) -> Tally + 'a,
) -> Racer<'a> {
    Racer::new(name, bytes(articles), move || {
        let articles = articles.iter();
        articles.fold(Tally::default(), |tally, it| tally.plus(read(it)))
    })
}
