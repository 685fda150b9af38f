//! Fills the columns of lemmas and parts of speech.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::features::by_kind;
use super::lemmatizer::{Lemmatizer, lexica};
use super::tagger::{PosWeights, Sums, tag};
use crate::document::layers::{Layers, Strings};
use crate::document::{Layer, Pos, TokenKind, wants_lemma};
use crate::error::Error;
use crate::interner::Word;
use crate::lang::missing_feature;
use crate::language::Language;
use crate::models::{ByLanguage, Format, FromModel, OwnModels};
use crate::span::clamp;

/// The models of this build.
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

/// What tags and lemmatises the languages that have a model.
#[derive(Debug)]
pub(crate) struct PosTaggers(ByLanguage<PosTagger>);

#[derive(Debug)]
struct PosTagger {
    weights: PosWeights,
    lemmatizer: Lemmatizer,
}

/// The memory of a worker.
#[derive(Debug, Default)]
pub(crate) struct LemmaScratch {
    /// By number of the distinct token.
    types: Vec<Type>,
    hasher: DefaultHashBuilder,
    /// The distinct lemmas, by number.
    seen: HashTable<u32>,
    lemma: String,
    scratch: String,
}

/// A distinct token: what the model knows of it, and its last part of speech with the lemma.
#[derive(Debug, Default)]
struct Type {
    sums: Sums,
    last: Option<(Pos, Lemma)>,
}

/// The number of a lemma, and whether it is a guess.
type Lemma = (u32, bool);

impl PosTaggers {
    /// The models and lexica of this build and the caller's. A lexicon needs a model of its language.
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

    /// Gives every token its part of speech and, where they are asked for, its lemma. `words` are
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
                        Some(&memory.types.get(*id as usize)?.sums)
                    };
                    let weights = &tagger.weights;
                    tag(range.len(), weights.edge(), look, weights, |found| {
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
                    let (id, guess) = memory.lemma(tagger, text, layers, index);
                    layers.tokens.lemma.push(id);
                    layers.tokens.guess.push(guess);
                }
            }
        }
    }
}

/// The error for a model of parts of speech whose language has no rules of lemmas here.
fn without_rules(language: Language) -> Error {
    match missing_feature(language) {
        Some(feature) => Format::TAGS.unused(feature),
        None => Format::TAGS.bad(format!("griot has no lemmas for {}", language.name())),
    }
}

impl LemmaScratch {
    /// Looks at a token, if it is the first of its type. Types are numbered as they come.
    fn learn(&mut self, tagger: Option<&PosTagger>, text: &str, layers: &Layers, index: usize) {
        let id = layers.tokens.type_of(index).unwrap_or_default();
        if id < self.types.len() {
            return;
        }
        let sums = tagger.map(|tagger| {
            let surface = layers.tokens.span(index).of(text);
            let norm = layers.types.norms.get(id).unwrap_or(surface);
            let kind = layers.tokens.kind(index);
            let lemmatizer = &tagger.lemmatizer;
            let look = lemmatizer.look(surface, norm, kind, &mut self.scratch);
            tagger.weights.sums(look)
        });
        self.types.push(Type {
            sums: sums.unwrap_or_default(),
            last: None,
        });
    }

    /// The lemma of a token, `u32::MAX` for none.
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

    /// The number of the lemma that was made among the distinct ones.
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
