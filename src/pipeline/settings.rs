//! What a builder has settled for its pipeline.

use crate::date::Date;
use crate::document::{Answerer, LayerSet, ZoneSet};
use crate::language::{Detector, Language};
use crate::lemma::Taggers;
use crate::models::ByLanguage;
use crate::segment::{LineBreaks, Patterns, Weights};
use crate::stem::Edition;
use crate::stop::StopWords;

/// What the builder settled.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) layers: LayerSet,
    pub(super) only: Option<ZoneSet>,
    pub(super) detector: Detector,
    pub(super) answerer: Answerer,
    pub(super) reference_date: Option<Date>,
    pub(super) line_breaks: LineBreaks,
    pub(super) edition: Option<Edition>,
    pub(super) stop_words: Vec<StopWords>,
    pub(super) strict: bool,
    pub(super) boundaries: ByLanguage<Weights>,
    pub(super) patterns: Patterns,
    pub(super) taggers: Taggers,
    #[cfg(feature = "entities")]
    pub(super) recognizer: crate::entity::Recognizer,
}

impl Settings {
    /// The stop words that the caller brought for a language.
    pub(super) fn stop_words(&self, language: Language) -> Option<&StopWords> {
        self.stop_words
            .iter()
            .find(|words| words.language() == language)
    }
}
