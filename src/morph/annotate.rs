//! Fills the column of morphological features.

use hashbrown::HashMap;

use super::choice::{Word, choose};
use super::readings::Readings;
use crate::document::Pos;
use crate::document::layers::Layers;
use crate::document::morph::{Morph, MorphNumbers};
use crate::error::Error;
use crate::lang::{LemmaRules, Listed, MorphRules, Rules};
use crate::language::Language;
use crate::models::{ByLanguage, FromModel, OwnModels};

/// The models that are built in.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr-lexicon")]
    griot_fr_lexicon::MORPH,
];

/// What finds the features of the words of each language that has a model.
#[derive(Debug)]
pub(crate) struct MorphAnalysers(ByLanguage<Analyser>);

#[derive(Debug)]
struct Analyser {
    readings: Readings,
    rules: &'static MorphRules,
    lemmas: &'static LemmaRules,
    /// The features of the rules, by word and part of speech.
    listed: HashMap<(&'static str, Pos), Morph>,
}

/// What is known of a word with a part of speech, wherever it stands.
#[derive(Clone, Copy, Debug)]
struct Known<'a> {
    pos: Pos,
    listed: Option<Morph>,
    article: Option<Morph>,
    readings: &'a [Morph],
}

/// The buffers of a worker, reused from text to text.
#[derive(Debug, Default)]
pub(crate) struct MorphScratch {
    chosen: Vec<Morph>,
    numbers: MorphNumbers,
}

impl MorphAnalysers {
    /// Makes the analysers from the built-in models and the caller's.
    pub(crate) fn new(own: &mut OwnModels) -> Result<Self, Error> {
        let models = ByLanguage::<Readings>::new(BUILT_IN, own)?;
        let analysers = models.try_map(Analyser::new);
        Ok(Self(analysers?))
    }

    /// Whether a language has a model.
    pub(crate) fn have(&self, language: Language) -> bool {
        self.0.get(language).is_some()
    }

    /// Gives every token its features.
    pub(crate) fn fill(&self, layers: &mut Layers, scratch: &mut MorphScratch) {
        let mut known: Vec<Option<Known<'_>>> = vec![None; layers.types.norms.len()];
        let mut words: Vec<Word<'_>> = Vec::new();
        let chosen = &mut scratch.chosen;
        chosen.clear();
        for sentence in 0..layers.sentences.len() {
            let range = layers.sentences.tokens(sentence);
            let start = layers.tokens.span(range.start).start();
            let language = layers.languages.at(start).unwrap_or(Language::UNDETERMINED);
            let Some(analyser) = self.0.get(language) else {
                chosen.extend(range.map(|_| Morph::NONE));
                continue;
            };
            analyser.readings.model().note(&mut layers.models);
            words.clear();
            words.extend(range.map(|index| {
                let pos = layers.tokens.pos.get(index).copied().unwrap_or(Pos::X);
                let id = layers.tokens.type_of(index).unwrap_or_default();
                let norm = layers.types.norms.get(id).unwrap_or_default();
                let last = known.get(id).copied().flatten();
                let last = last.filter(|last| last.pos == pos).unwrap_or_else(|| {
                    let found = analyser.know(norm, pos);
                    if let Some(place) = known.get_mut(id) {
                        *place = Some(found);
                    }
                    found
                });
                Word {
                    norm,
                    pos,
                    listed: last.listed,
                    article: last.article,
                    readings: last.readings,
                }
            }));
            choose(&words, analyser.rules, chosen);
        }
        scratch.numbers.clear();
        // There are no more distinct features than sets of readings, some hundreds.
        let numbers = chosen.iter().map(|morph| {
            let number = scratch.numbers.number(*morph, &mut layers.morphs);
            number.unwrap_or_default()
        });
        layers.tokens.morph.extend(numbers);
    }
}

impl Analyser {
    fn new(language: Language, readings: Readings) -> Result<Self, Error> {
        let rules = Rules::of(language);
        let missing = || {
            readings
                .model()
                .bad("griot has no rules of features for its language")
        };
        let (morphs, lemmas) = rules.morph.zip(rules.lemmas).ok_or_else(missing)?;
        let mut listed = HashMap::new();
        for Listed(pos, features, words) in morphs.listed {
            let morph: Morph = features.parse()?;
            listed.extend(words.split(' ').map(|word| ((word, *pos), morph)));
        }
        Ok(Self {
            readings,
            rules: morphs,
            lemmas,
            listed,
        })
    }

    fn know(&self, norm: &str, pos: Pos) -> Known<'_> {
        let mut ties = self.lemmas.ties.iter();
        let untied = ties.find_map(|tie| norm.strip_prefix(tie));
        let listed = |norm| self.listed.get(&(norm, pos)).copied();
        let contraction = self.lemmas.contraction(norm, pos);
        let article = contraction.and_then(|[_, second]| self.listed.get(&second).copied());
        Known {
            pos,
            listed: listed(norm).or_else(|| listed(untied?)),
            article,
            readings: self.readings.of(norm, pos),
        }
    }
}
