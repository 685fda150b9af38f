//! Names, dates and quantities, by a tagger, rules and a gazetteer.
//!
//! Sentence by sentence: dates and quantities by rules first, which take their tokens, then names by
//! rules and by the tagger, made one. At last the mentions of one thing get one id.

mod acronyms;
mod across;
mod bodies;
pub(crate) mod classes;
mod dates;
mod descriptive;
mod facts;
mod features;
mod found;
mod gazetteer;
mod ids;
mod join;
mod link;
mod names;
mod quantities;
mod quotations;
mod scan;
mod skeleton;
pub(crate) mod tagger;
pub(crate) mod teach;
#[cfg(test)]
mod testing;
mod user_names;
mod viterbi;

use std::ops::Range;

pub use acronyms::acronyms;
pub use across::link;
pub use quotations::{Quotation, quotations};

use crate::date::Date;
use crate::document::Label;
use crate::document::layers::{Layers, settle};
use crate::error::Error;
use crate::lang::Rules;
use crate::language::Language;
use crate::models::{ByLanguage, FromModel, OwnModels};
use facts::{Facts, Sources};
use found::Found;
use gazetteer::Gazetteer;
use ids::FoldedNames;
use scan::Scan;
use tagger::NameTagger;
pub(crate) use user_names::UserName;
use user_names::UserNames;
use viterbi::Paths;

/// The taggers of this build.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr")]
    include_bytes!("../models/names-fr.bin"),
];

/// Finds the entities of texts.
#[derive(Debug)]
pub(crate) struct Recognizer {
    gazetteer: Gazetteer,
    taggers: ByLanguage<NameTagger>,
    given: UserNames,
    labels: Option<Vec<Label>>,
    threshold: f32,
    descriptive: bool,
}

/// What the caller wants of entities.
#[derive(Clone, Debug, Default)]
pub(crate) struct EntityOptions {
    /// Names to find besides.
    pub(crate) names: Vec<UserName>,
    /// The labels to keep; all without this.
    pub(crate) labels: Option<Vec<Label>>,
    /// The least score to keep.
    pub(crate) threshold: f32,
    /// Whether to find organisations that are described and not named.
    pub(crate) descriptive: bool,
}

/// The memory of a worker.
#[derive(Debug, Default)]
pub(crate) struct EntityScratch {
    facts: Facts,
    paths: Paths,
    names: FoldedNames,
}

impl Recognizer {
    /// With the models of this build and the caller's.
    pub(crate) fn new(own: &mut OwnModels, wishes: EntityOptions) -> Result<Self, Error> {
        Ok(Self {
            gazetteer: Gazetteer::new(own)?,
            taggers: ByLanguage::new(BUILT_IN, own)?,
            given: UserNames::new(wishes.names)?,
            labels: wishes.labels,
            threshold: wishes.threshold,
            descriptive: wishes.descriptive,
        })
    }

    /// Whether there is anything to find in a language.
    pub(crate) fn knows(&self, language: Language) -> bool {
        let rules = Rules::of(language);
        rules.has_entities() || self.taggers.get(language).is_some() || !self.given.is_empty()
    }

    fn sources(&self, language: Language) -> Sources<'_> {
        let rules = Rules::of(language);
        Sources {
            names: rules.names,
            dates: rules.dates,
            gazetteer: &self.gazetteer,
            tagger: self.taggers.get(language),
        }
    }

    /// Notes the models that the languages of a text need.
    fn note_models(&self, layers: &mut Layers) {
        let Layers {
            models, languages, ..
        } = layers;
        let main = std::iter::once(layers.language.language);
        for language in main.chain(languages.0.iter().map(|(_, language)| *language)) {
            if Rules::of(language).names.is_some() {
                self.gazetteer.model().note(models);
            }
            if let Some(tagger) = self.taggers.get(language) {
                tagger.model().note(models);
            }
        }
    }

    fn wants(&self, entity: &Found) -> bool {
        let labels = self.labels.as_ref();
        labels.is_none_or(|labels| labels.contains(&entity.label)) && entity.score >= self.threshold
    }

    /// Fills the entities of a text whose tokens, sentences and normal forms are there. Where nobody
    /// gave a reference date, the text is asked; `month` is the year and month in which it was
    /// published, if that is known.
    pub(crate) fn recognize(
        &self,
        text: &str,
        layers: &mut Layers,
        month: Option<(u16, u8)>,
        memory: &mut EntityScratch,
    ) {
        self.note_models(layers);
        let (mut found, mut tagged) = (Vec::new(), Vec::new());
        let scan = Scan::new(text, layers);
        memory.facts.read(&scan, |language| self.sources(language));
        let facts = &memory.facts;
        let said = |stretch: Range<usize>| {
            let rules = scan.rules(stretch.start).dates?;
            dates::day_of_writing(&scan, facts, rules, stretch)
        };
        let fits = |date: &Date| month.is_none_or(|month| month == (date.year(), date.month()));
        let said = || scan.stretches().find_map(said).filter(fits);
        let reference = layers.reference_date.or_else(said);
        for sentence in scan.sentences() {
            let rules = scan.rules(sentence.start);
            let tagger = self.taggers.get(scan.language(sentence.start));
            let mut dates = Vec::new();
            if let Some(rules) = rules.dates {
                dates::find(&scan, facts, rules, sentence.clone(), reference, &mut dates);
            }
            let first = found.len();
            if let Some(names) = rules.names {
                let sentence = sentence.clone();
                names::find(
                    &scan,
                    facts,
                    names,
                    &self.gazetteer,
                    sentence,
                    &dates,
                    &mut found,
                );
            }
            if let Some(tagger) = tagger {
                tagged.clear();
                tagger.find(&scan, facts, sentence, &mut memory.paths, &mut tagged);
                let ruled = found.split_off(first);
                join::join(
                    &scan,
                    &self.gazetteer,
                    ruled,
                    &mut tagged,
                    &dates,
                    &mut found,
                );
            }
            found.append(&mut dates);
        }
        found.sort_by_key(|entity| entity.tokens.start);
        acronyms::complete(&scan, &mut found);
        join::lead_places(&scan, &mut found);
        if self.descriptive {
            descriptive::add(&scan, &mut found);
        }
        self.given.overrule(&scan, &mut found);
        link::within(&scan, &self.gazetteer, &mut memory.names, &mut found);
        found.retain(|entity| self.wants(entity));
        let rows = found.into_iter().map(|entity| entity.into_row(&scan));
        let rows: Vec<_> = rows.collect();
        layers.reference_date = reference;
        layers.entities.extend(rows);
        // Entities are disjoint by now; were two to cross, the later one would have to go.
        while let Err(index) = settle(&mut layers.entities) {
            layers.entities.remove(index);
        }
    }
}
