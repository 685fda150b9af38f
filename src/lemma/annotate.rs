//! Fills the columns of parts of speech and lemmas of a document.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::features::{WordTraits, by_kind};
use super::lemmatizer::{Lemmatizer, lexica};
use super::tagger::{PosWeights, tag};
use crate::document::layers::{Layers, Strings};
use crate::document::{Layer, Pos, TokenKind, wants_lemma};
use crate::error::Error;
use crate::interner::Word;
use crate::lang::missing_feature;
use crate::language::Language;
use crate::models::{ByLanguage, Format, FromModel, OwnModels};
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
    /// The distinct tokens, by number.
    types: Vec<Type>,
    hasher: DefaultHashBuilder,
    /// The numbers of the distinct lemmas, found by hash.
    seen: HashTable<u32>,
    lemma: String,
    scratch: String,
}

/// A distinct token: its traits, and its last part of speech with the lemma.
#[derive(Debug, Default)]
struct Type {
    look: WordTraits,
    last: Option<(Pos, Lemma)>,
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
        _words: &[Word],
        memory: &mut LemmaScratch,
    ) {
        memory.types.clear();
        memory.seen.clear();
        for sentence in 0..layers.sentences.len() {
            let range = layers.sentences.tokens(sentence);
            let start = layers.tokens.span(range.start).start();
            let language = layers.languages.at(start).unwrap_or(Language::UNDETERMINED);
            let tagger = self.0.get(language);
            if let Some(tagger) = tagger {
                tagger.weights.model().note(&mut layers.models);
                tagger.lemmatizer.note(&mut layers.models);
            }
            for index in range.clone() {
                memory.learn(tagger, text, layers, index);
            }
            match tagger {
                Some(tagger) => {
                    let (ids, pos) = (&layers.tokens.type_id, &mut layers.tokens.pos);
                    let look = |index: usize| {
                        let id = ids.get(range.start + index)?;
                        Some(&memory.types.get(*id as usize)?.look)
                    };
                    tag(range.len(), look, &tagger.weights, |found| pos.push(found));
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
                    let (id, guess) = memory.lemma(tagger, text, layers, index);
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
    /// Computes the traits of a token if it is the first of its type. Types are numbered in the
    /// order of the text.
    fn learn(&mut self, tagger: Option<&PosTagger>, text: &str, layers: &Layers, index: usize) {
        let id = layers.tokens.type_of(index).unwrap_or_default();
        if id < self.types.len() {
            return;
        }
        let look = tagger.map(|tagger| {
            let surface = layers.tokens.span(index).of(text);
            let norm = layers.types.norms.get(id).unwrap_or(surface);
            let kind = layers.tokens.kind(index);
            tagger
                .lemmatizer
                .look(surface, norm, kind, &mut self.scratch)
        });
        self.types.push(Type {
            look: look.unwrap_or_default(),
            last: None,
        });
    }

    /// The lemma of a token; `u32::MAX` if its kind has no lemma.
    fn lemma(
        &mut self,
        tagger: Option<&PosTagger>,
        text: &str,
        layers: &mut Layers,
        index: usize,
    ) -> Lemma {
        let kind = layers.tokens.kind(index);
        if !wants_lemma(kind) {
            return (u32::MAX, false);
        }
        let pos = layers.tokens.pos.get(index).copied().unwrap_or(Pos::X);
        let id = layers.tokens.type_of(index).unwrap_or_default();
        if let Some(Type {
            last: Some((last, lemma)),
            ..
        }) = self.types.get(id)
            && *last == pos
        {
            return *lemma;
        }
        let surface = layers.tokens.span(index).of(text);
        let norm = layers.types.norms.get(id).unwrap_or(surface);
        self.lemma.clear();
        let guess = match tagger {
            Some(tagger) if kind == TokenKind::Word => {
                tagger
                    .lemmatizer
                    .push_lemma(surface, norm, pos, &mut self.lemma, &mut self.scratch)
            }
            _ => {
                self.lemma.push_str(surface);
                tagger.is_none()
            }
        };
        let lemma = (self.number(&mut layers.lemmas), guess);
        if let Some(this) = self.types.get_mut(id) {
            this.last = Some((pos, lemma));
        }
        lemma
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
