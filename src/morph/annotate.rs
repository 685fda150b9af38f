//! Fills the column of morphological features.

use hashbrown::HashMap;

use super::choice::choose;
use super::readings::Readings;
use super::word::Word;
use crate::document::Pos;
use crate::document::layers::Layers;
use crate::document::morph::{Morph, MorphNumbers};
use crate::error::Error;
use crate::interner::{self, Memo};
use crate::lang::{LemmaRules, Listed, MorphRules, Rules};
use crate::language::Language;
use crate::models::{ByLanguage, FromModel, OwnModels};

/// The models that are built in.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr-lexicon")]
    griot_fr_lexicon::MORPH,
    #[cfg(feature = "en-lemmas")]
    griot_en_lemmas::MORPH,
    #[cfg(feature = "pt-lemmas")]
    griot_pt_lemmas::MORPH,
];

/// What finds the features of the words of each language that has a model.
#[derive(Debug)]
pub(crate) struct MorphAnalysers(ByLanguage<Analyser>);

#[derive(Debug)]
struct Analyser {
    readings: Readings,
    rules: &'static MorphRules,
    lemmas: &'static LemmaRules,
    /// The features of the rules, by number. Number 0 is for words that have none.
    features: Vec<Option<Morph>>,
    /// The number of the features of a word and part of speech.
    listed: HashMap<(&'static str, Pos), u8>,
}

/// What is known of a word with a part of speech, wherever it stands: numbers, because a worker
/// keeps them for many words.
#[derive(Clone, Copy, Debug)]
struct Known {
    pos: Pos,
    listed: u8,
    article: u8,
    /// The set of its readings.
    set: u8,
}

/// The buffers of a worker, reused from text to text.
#[derive(Debug, Default)]
pub(crate) struct MorphScratch {
    /// What is known of words with their last two parts of speech.
    memo: Memo<[Option<Known>; 2]>,
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

    /// Gives every token its features. `distinct` are the distinct tokens, by number.
    pub(crate) fn fill(
        &self,
        layers: &mut Layers,
        distinct: &[interner::Word],
        scratch: &mut MorphScratch,
    ) {
        scratch.begin(distinct);
        let mut words: Vec<Word<'_>> = Vec::new();
        // Each distinct token of this text, with its last part of speech.
        let mut types: Vec<Option<Word<'_>>> = vec![None; distinct.len()];
        for sentence in 0..layers.sentences.len() {
            let range = layers.sentences.tokens(sentence);
            let start = layers.tokens.span(range.start).start();
            let language = layers.languages.at(start).unwrap_or(Language::UNDETERMINED);
            let Some(analyser) = self.0.get(language) else {
                let none = range.map(|_| Morph::NONE);
                scratch.chosen.extend(none);
                continue;
            };
            analyser.readings.model().note(&mut layers.models);
            words.clear();
            words.extend(range.map(|index| {
                let pos = layers.tokens.pos.get(index).copied().unwrap_or(Pos::X);
                let id = layers.tokens.type_of(index).unwrap_or_default();
                if let Some(Some(word)) = types.get(id)
                    && word.pos == pos
                {
                    return *word;
                }
                let norm = layers.types.norms.get(id).unwrap_or_default();
                let known = scratch.know(distinct.get(id), pos, || analyser.know(norm, pos));
                let word = Word {
                    norm,
                    pos,
                    listed: analyser.features(known.listed),
                    article: analyser.features(known.article),
                    readings: analyser.readings.set(known.set),
                };
                if let Some(last) = types.get_mut(id) {
                    *last = Some(word);
                }
                word
            }));
            choose(&words, analyser.rules, &mut scratch.chosen);
        }
        scratch.numbers.clear();
        // There are no more distinct features than sets of readings, some hundreds.
        let numbers = scratch.chosen.iter().map(|morph| {
            let number = scratch.numbers.number(*morph, &mut layers.morphs);
            number.unwrap_or_default()
        });
        layers.tokens.morph.extend(numbers);
    }
}

impl MorphScratch {
    fn begin(&mut self, distinct: &[interner::Word]) {
        self.memo.begin();
        self.memo.prefetch_all(distinct);
        self.chosen.clear();
    }

    /// What is known of a distinct token, from what is kept if it is there.
    fn know(
        &mut self,
        word: Option<&interner::Word>,
        pos: Pos,
        find: impl FnOnce() -> Known,
    ) -> Known {
        let Some(word) = word else {
            return find();
        };
        let kept = self.memo.get(*word).copied().unwrap_or_default();
        let known = kept.into_iter().flatten().find(|known| known.pos == pos);
        known.unwrap_or_else(|| {
            let found = find();
            let [last, _] = kept;
            self.memo.set(*word, [Some(found), last]);
            found
        })
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
        let (mut all, mut listed) = (vec![None], HashMap::new());
        for Listed(pos, features, words) in morphs.listed {
            let number = u8::try_from(all.len());
            let number = number.map_err(|_| readings.model().bad("its language lists too much"))?;
            all.push(Some(features.parse()?));
            listed.extend(words.split(' ').map(|word| ((word, *pos), number)));
        }
        Ok(Self {
            readings,
            rules: morphs,
            lemmas,
            features: all,
            listed,
        })
    }

    fn features(&self, number: u8) -> Option<Morph> {
        self.features.get(usize::from(number)).copied().flatten()
    }

    fn know(&self, norm: &str, pos: Pos) -> Known {
        let mut ties = self.lemmas.ties.iter();
        let untied = ties.find_map(|tie| norm.strip_prefix(tie));
        let listed = |norm| self.listed.get(&(norm, pos)).copied();
        let contraction = self.lemmas.contraction(norm, pos);
        let article = contraction.and_then(|[_, second]| self.listed.get(&second).copied());
        Known {
            pos,
            listed: listed(norm).or_else(|| listed(untied?)).unwrap_or_default(),
            article: article.unwrap_or_default(),
            set: self.readings.number(norm, pos),
        }
    }
}
