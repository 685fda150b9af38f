//! Fills the columns of parts of speech and lemmas of a document.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::features::by_kind;
use super::lemmatizer::{Lemmatizer, lexica};
use super::tagger::{PosWeights, Sums, tag};
use crate::document::layers::{Layers, Strings};
use crate::document::{Layer, Pos, TokenKind, wants_lemma};
use crate::error::Error;
use crate::interner::{Memo, Word};
use crate::lang::missing_feature;
use crate::language::Language;
use crate::lines::unbroken;
use crate::models::{ByLanguage, Format, FromModel, OwnModels};
use crate::normalize;
use crate::span::clamp;

/// The models that are built in.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr")]
    include_bytes!("../models/tags-fr.bin"),
    #[cfg(feature = "de-lemmas")]
    griot_de_lemmas::TAGS,
    #[cfg(feature = "en-lemmas")]
    griot_en_lemmas::TAGS,
    #[cfg(feature = "es-lemmas")]
    griot_es_lemmas::TAGS,
    #[cfg(feature = "pt-lemmas")]
    griot_pt_lemmas::TAGS,
];

/// The taggers of all languages that have a model, each with its lemmatizer.
#[derive(Debug)]
pub(crate) struct PosTaggers(ByLanguage<PosTagger>);

#[derive(Debug)]
struct PosTagger {
    weights: PosWeights,
    lemmatizer: Lemmatizer,
}

/// The buffers of a worker, reused from text to text.
#[derive(Debug, Default)]
pub(crate) struct LemmaScratch {
    /// The sums of the models for words.
    sums: Memo<Sums>,
    /// The last two lemmas of words.
    made: Memo<[Option<Made>; 2]>,
    /// The last part of speech of each distinct token of this text, with the lemma.
    types: Vec<Option<(Pos, Lemma)>>,
    hasher: DefaultHashBuilder,
    /// The numbers of the distinct lemmas, found by hash.
    seen: HashTable<u32>,
    lemma: String,
    scratch: String,
}

/// The number of a lemma, and whether it is a guess.
type Lemma = (u32, bool);

impl PosTaggers {
    /// Makes the taggers from the built-in models and lexica and the caller's. A lexicon is used
    /// only with a model of its language.
    pub(crate) fn new(own: &mut OwnModels) -> Result<Self, Error> {
        let mut lexica = lexica(own)?;
        let models = ByLanguage::<PosWeights>::new(BUILT_IN, own)?;
        let taggers = models.try_map(|language, weights| {
            let lemmatizer = Lemmatizer::with(language, lexica.take(language));
            let lemmatizer = lemmatizer.map_err(|_| without_rules(language))?;
            Ok(PosTagger {
                weights,
                lemmatizer,
            })
        });
        Ok(Self(taggers?))
    }

    /// Whether a language has a model.
    pub(crate) fn have(&self, language: Language) -> bool {
        self.0.get(language).is_some()
    }

    /// Gives every token its part of speech and, if the layer is wanted, its lemma. `words` are
    /// the distinct tokens, by number.
    pub(crate) fn fill(
        &self,
        text: &str,
        layers: &mut Layers,
        words: &[Word],
        memory: &mut LemmaScratch,
    ) {
        memory.begin(words.len());
        let firsts = layers.tokens.first_of_types(words.len());
        let mut firsts = firsts.into_iter().map(|first| first as usize).peekable();
        memory.sums.prefetch_all(words);
        memory.made.prefetch_all(words);
        for sentence in 0..layers.sentences.len() {
            let range = layers.sentences.tokens(sentence);
            let start = layers.tokens.span(range.start).start();
            let language = layers.languages.at(start).unwrap_or(Language::UNDETERMINED);
            let tagger = self.0.get(language);
            if let Some(tagger) = tagger {
                tagger.weights.model().note(&mut layers.models);
                tagger.lemmatizer.note(&mut layers.models);
            }
            while let Some(first) = firsts.next_if(|first| *first < range.end) {
                memory.learn(tagger, text, layers, words, first);
            }
            match tagger {
                Some(tagger) => {
                    let (ids, pos) = (&layers.tokens.type_id, &mut layers.tokens.pos);
                    let word_traits = |index: usize| {
                        let id = ids.get(range.start + index)?;
                        memory.sums.get(*words.get(*id as usize)?)
                    };
                    let weights = &tagger.weights;
                    let judge = weights.judge();
                    tag(range.len(), weights.edge(), word_traits, judge, |found| {
                        pos.push(found);
                    });
                }
                None => {
                    for index in range.clone() {
                        let surface = layers.tokens.span(index).of(text);
                        let pos = by_kind(surface, layers.tokens.kind(index));
                        layers.tokens.pos.push(pos.unwrap_or(Pos::X));
                    }
                }
            }
            if layers.present.contains(Layer::Lemmas) {
                for index in range {
                    let (id, guess) = memory.lemma(tagger, text, layers, words, index);
                    layers.tokens.lemma.push(id);
                    layers.tokens.guess.push(guess);
                }
            }
        }
    }
}

/// The error for a model whose language has no rules of lemmas in this build.
fn without_rules(language: Language) -> Error {
    match missing_feature(language) {
        Some(feature) => Format::TAGS.unused(feature),
        None => Format::TAGS.bad(format!("griot has no lemmas for {}", language.name())),
    }
}

impl LemmaScratch {
    /// Begins a text of so many types.
    fn begin(&mut self, types: usize) {
        self.sums.begin();
        self.made.begin();
        self.types.clear();
        self.types.resize(types, None);
        self.seen.clear();
    }

    /// Computes what the model says of the first token of a type if nothing is kept of its word.
    fn learn(
        &mut self,
        tagger: Option<&PosTagger>,
        text: &str,
        layers: &Layers,
        words: &[Word],
        index: usize,
    ) {
        let id = layers.tokens.type_of(index).unwrap_or_default();
        if let (Some(tagger), Some(word)) = (tagger, words.get(id))
            && self.sums.get(*word).is_none()
        {
            let whole = unbroken(layers.tokens.span(index).of(text));
            let surface = &normalize::spelling(&whole);
            let norm = layers.types.norms.get(id).unwrap_or(surface);
            let kind = layers.tokens.kind(index);
            let (lemmatizer, dictionary) = (&tagger.lemmatizer, tagger.weights.dictionary());
            let scratch = &mut self.scratch;
            let word_traits = lemmatizer.word_traits(surface, norm, kind, dictionary, scratch);
            self.sums.set(*word, tagger.weights.sums(word_traits));
        }
    }

    /// The lemma of a token; `u32::MAX` if its kind has no lemma.
    fn lemma(
        &mut self,
        tagger: Option<&PosTagger>,
        text: &str,
        layers: &mut Layers,
        words: &[Word],
        index: usize,
    ) -> Lemma {
        let kind = layers.tokens.kind(index);
        if !wants_lemma(kind) {
            return (u32::MAX, false);
        }
        let pos = layers.tokens.pos.get(index).copied().unwrap_or(Pos::X);
        let id = layers.tokens.type_of(index).unwrap_or_default();
        if let Some(Some((last, lemma))) = self.types.get(id)
            && *last == pos
        {
            return *lemma;
        }
        let surface = layers.tokens.span(index).of(text);
        self.lemma.clear();
        let guess = match (tagger, words.get(id)) {
            (Some(tagger), Some(word)) if kind == TokenKind::Word => {
                let norm = || layers.types.norms.get(id);
                self.push_lemma(&tagger.lemmatizer, surface, norm, pos, *word)
            }
            _ => {
                self.lemma
                    .push_str(&normalize::spelling(&unbroken(surface)));
                tagger.is_none()
            }
        };
        let lemma = (self.number(&mut layers.lemmas), guess);
        if let Some(last) = self.types.get_mut(id) {
            *last = Some((pos, lemma));
        }
        lemma
    }

    /// Appends the lemma of a word to `self.lemma`, from what is kept if it is there. Returns whether
    /// the lemma is a guess.
    fn push_lemma<'n>(
        &mut self,
        lemmatizer: &Lemmatizer,
        surface: &str,
        norm: impl Fn() -> Option<&'n str>,
        pos: Pos,
        word: Word,
    ) -> bool {
        let made = self.made.get(word).copied().unwrap_or_default();
        if let Some(made) = made.iter().flatten().find(|made| made.pos == pos) {
            made.push(surface, &mut self.lemma);
            return made.guess;
        }
        let (lemma, scratch) = (&mut self.lemma, &mut self.scratch);
        let whole = unbroken(surface);
        let spelling = &normalize::spelling(&whole);
        let norm = norm().unwrap_or(spelling);
        let guess = lemmatizer.push_lemma(spelling, norm, pos, lemma, scratch);
        if let Some(new) = Made::new(surface, lemma, pos, guess) {
            let [last, _] = made;
            self.made.set(word, [Some(new), last]);
        }
        guess
    }

    /// The number of the lemma in `self.lemma` among the distinct lemmas.
    fn number(&mut self, lemmas: &mut Strings) -> u32 {
        let hash = self.hasher.hash_one(&self.lemma);
        let same = |id: &u32| lemmas.get(*id as usize) == Some(&self.lemma);
        if let Some(id) = self.seen.find(hash, same) {
            return *id;
        }
        let id = clamp(lemmas.len());
        lemmas.push(&self.lemma);
        let hasher = &self.hasher;
        self.seen.insert_unique(hash, id, |id| {
            hasher.hash_one(lemmas.get(*id as usize).unwrap_or_default())
        });
        id
    }
}

/// A lemma that was made of a word: so many first bytes of the word in the text, and an ending.
#[derive(Clone, Copy, Debug)]
struct Made {
    pos: Pos,
    guess: bool,
    length: u8,
    kept: u8,
    ending: [u8; Self::LONGEST],
}

impl Made {
    /// The bytes of an ending at most.
    const LONGEST: usize = 12;

    /// `None` where the ending is too long to be kept.
    fn new(word: &str, lemma: &str, pos: Pos, guess: bool) -> Option<Self> {
        let mut same = word.char_indices().zip(lemma.chars());
        let differs = same.find(|((_, one), other)| one != other);
        let kept = differs.map_or(word.len().min(lemma.len()), |((at, _), _)| at);
        let rest = lemma.as_bytes().get(kept..)?;
        let mut ending = [0; Self::LONGEST];
        ending.get_mut(..rest.len())?.copy_from_slice(rest);
        Some(Self {
            pos,
            guess,
            length: rest.len().try_into().ok()?,
            kept: kept.try_into().ok()?,
            ending,
        })
    }

    fn push(&self, word: &str, lemma: &mut String) {
        lemma.push_str(word.get(..self.kept.into()).unwrap_or_default());
        let ending = self.ending.get(..self.length.into()).unwrap_or_default();
        lemma.push_str(std::str::from_utf8(ending).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_lemma_that_is_kept_comes_out_the_same(word in "[a-zàé’]{0,9}", other in ".{0,4}", at in 0..9_usize) {
            let lemma: String = word.chars().take(at).chain(other.chars()).collect();
            if let Some(made) = Made::new(&word, &lemma, Pos::Verb, false) {
                let mut again = String::new();
                made.push(&word, &mut again);
                prop_assert_eq!(again, lemma);
            } else {
                prop_assert!(lemma.len() > Made::LONGEST);
            }
        }
    }
}
