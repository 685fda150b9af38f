//! What the tests of this folder share: a reader of one sentence.

use super::{Memory, NameReader, find};
use crate::Language;
use crate::entity::facts::{Facts, Sources};
use crate::entity::found::Found;
use crate::entity::testing::{Text, gazetteer, shown, words};
use crate::interner::Interner;
use crate::lang::{Glossaries, Rules};

/// What a reader says of the first sentence of a text.
pub(super) fn ask<T>(language: Language, text: &str, question: impl Fn(&NameReader<'_>) -> T) -> T {
    let (text, gazetteer) = (Text::new(language, text), gazetteer());
    let (scan, mut facts) = (text.scan(), Facts::default());
    let glossaries = Glossaries::default();
    let words = words(&scan, &mut Interner::default());
    facts.read(&scan, &words, |language| Sources {
        names: Rules::of(language).names,
        dates: None,
        glossary: glossaries.of(language),
        gazetteer: &gazetteer,
        tagger: None,
        titles: None,
    });
    let scan = scan.marked(facts.marks());
    let sentence = scan.sentences().next().unwrap();
    let mut memory = Memory::default();
    memory.begin(sentence.start, sentence.len());
    question(&NameReader {
        scan: &scan,
        facts: &facts,
        rules: Rules::of(language).names.unwrap(),
        gazetteer: &gazetteer,
        memory: &memory,
        first: sentence.start,
        end: sentence.end,
        shouted: false,
    })
}

/// The names of the first sentence of a text, as `LABEL text`.
pub(super) fn names(language: Language, text: &str) -> Vec<String> {
    ask(language, text, |reader| {
        let mut found: Vec<Found> = Vec::new();
        let sentence = reader.first..reader.end;
        find(
            reader.scan,
            reader.facts,
            reader.gazetteer,
            sentence,
            &[],
            &mut Memory::default(),
            &mut found,
        );
        shown(reader.scan, &found)
    })
}
