//! [`Settings`]: the settings of a pipeline, as its builder resolved them.

use crate::date::Date;
use crate::document::layers::Layers;
use crate::document::{LanguageSource, Layer, LayerSet, ZoneSet};
use crate::error::{Error, Kind};
use crate::lang::Rules;
use crate::language::{Detector, Language};
use crate::lemma::PosTaggers;
use crate::models::ByLanguage;
use crate::morph::MorphAnalysers;
use crate::segment::{BoundaryWeights, LineBreaks, Patterns};
use crate::stem::{Edition, Stemmer};
use crate::stop::StopWords;

/// The settings of a pipeline.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) layers: LayerSet,
    pub(super) only: Option<ZoneSet>,
    pub(super) mixed_languages: bool,
    pub(super) detector: Detector,
    pub(super) language_source: LanguageSource,
    pub(super) reference_date: Option<Date>,
    pub(super) line_breaks: LineBreaks,
    pub(super) edition: Option<Edition>,
    pub(super) stop_words: Vec<StopWords>,
    pub(super) strict: bool,
    pub(super) boundaries: ByLanguage<BoundaryWeights>,
    pub(super) patterns: Patterns,
    pub(super) taggers: PosTaggers,
    pub(super) morph: MorphAnalysers,
    #[cfg(feature = "entities")]
    pub(super) recognizer: crate::entity::Recognizer,
    #[cfg(feature = "entities")]
    pub(super) pattern_entities: crate::matcher::PatternEntities,
}

impl Settings {
    /// The caller's stop words for a language.
    pub(super) fn stop_words(&self, language: Language) -> Option<&StopWords> {
        self.stop_words
            .iter()
            .find(|words| words.language() == language)
    }

    /// Returns the requested layers that no language of the text has.
    ///
    /// # Errors
    ///
    /// A strict pipeline returns an error if any language of the text lacks a requested layer, unless
    /// the text has nothing to annotate.
    pub(super) fn lacking(&self, text: &str, layers: &Layers) -> Result<LayerSet, Error> {
        let strict = self.strict && !text.trim_start().is_empty();
        let spans = layers.languages.0.iter().map(|(_, language)| *language);
        let main = Some(layers.language.language).filter(|_| spans.len() == 0);
        let languages = main.into_iter().chain(spans);
        let mut lacking = LayerSet::NONE;
        for layer in self.layers.iter() {
            let mut lacks = languages.clone().filter(|it| !self.have(layer, *it));
            match lacks.next() {
                Some(language) if strict => {
                    let layer = layer.as_str();
                    let language = language.to_string();
                    return Err(Kind::Missing { layer, language }.into());
                }
                Some(_) if lacks.count() + 1 == languages.clone().count() => {
                    lacking = lacking.with(layer);
                }
                _ => {}
            }
        }
        Ok(lacking)
    }

    /// Returns true if the layer can be made for texts in the language.
    fn have(&self, layer: Layer, language: Language) -> bool {
        let rules = Rules::of(language);
        match layer {
            Layer::Language | Layer::Zones | Layer::Sentences | Layer::Tokens | Layer::Norms => {
                true
            }
            Layer::Stops => !rules.stops.is_empty() || self.stop_words(language).is_some(),
            Layer::Stems => self
                .edition
                .is_some_and(|edition| Stemmer::new(language, edition).is_ok()),
            Layer::Lemmas | Layer::Pos => self.taggers.have(language),
            Layer::Morph => self.morph.have(language) && self.taggers.have(language),
            #[cfg(feature = "entities")]
            Layer::Entities => self.recognizer.knows(language) || !self.pattern_entities.is_empty(),
            #[cfg(feature = "entities")]
            Layer::Quotations => rules.has_speech(),
            #[cfg(not(feature = "entities"))]
            Layer::Entities | Layer::Quotations => false,
        }
    }
}
