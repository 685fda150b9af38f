//! Names, dates and quantities in a document, and what is said of them.
//!
//! A pipeline finds entities as spans of tokens, each with a [`Label`], a score from
//! 0 to 1 and, if it can be told, an id: `per:salifou-modi`, `loc:niger`, `date:2024-01-16`.
//! Mentions of one thing share the id. [`Entity`](crate::Entity) is the view of one of them.
//!
//! This module reads finished documents further:
//!
//! - [`acronyms()`] gives the long names of a document with their acronyms.
//! - [`link()`] makes the ids of several documents agree.
//!
//! ```
//! use griot::{Label, Language, Pipeline};
//!
//! let pipeline = Pipeline::builder()
//!     .language(Language::FRENCH)
//!     .reference_date("2024-01-19".parse()?)
//!     .build()?;
//! let text = "Le général Salifou Modi s’est rendu à Moscou mardi. « Nous avons vu 12 000 soldats », \
//!             a déclaré M. Modi.";
//! let document = pipeline.process(text)?;
//! let view = document.view();
//! # #[cfg(feature = "fr")] {
//! let found: Vec<_> = view.entities().map(|it| (it.text(), it.label(), it.id())).collect();
//! assert_eq!(found[0], ("Salifou Modi", Label::PERSON, Some("per:salifou-modi")));
//! assert_eq!(found[1], ("Moscou", Label::LOCATION, Some("loc:moscou")));
//! assert_eq!(found[2], ("mardi", Label::DATE, Some("date:2024-01-16")));
//!
//! let quotation = view.quotations().next().unwrap();
//! assert_eq!(quotation.words(), "Nous avons vu 12 000 soldats");
//! let speaker = quotation.speaker_entity().unwrap();
//! assert_eq!(speaker.id(), Some("per:salifou-modi"));
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! # Method
//!
//! Entities are found in this order. A step reads all sentences before the next one begins, and no name
//! crosses the end of a sentence:
//!
//! 1. Rules find dates and quantities. No name may take their tokens.
//! 2. Rules find names by their evidence: a gazetteer of places, lists of organisations and given
//!    names, titles (`général`), heads (`ministère`), prepositions.
//! 3. For French, and for the languages with a feature such as `en-names`, a tagger finds names by the
//!    words around. It is a linear-chain conditional random field (Lafferty, McCallum and Pereira,
//!    2001) over hashed features. Where a rule and the tagger differ, the tagger wins, unless the rule
//!    is surer. For other languages [`Builder::model`](crate::Builder::model) takes a tagger.
//! 4. The caller's names ([`Builder::gazetteer`](crate::Builder::gazetteer)) replace whatever was found over
//!    their tokens.
//! 5. The mentions of one thing get one id, from its longest form in the document.
//! 6. The scores of people, places and organisations are replaced by how often such names are right: by an
//!    isotonic regression for each source and label, measured on annotated text. This is left out where
//!    the language has no built-in tagger, or the caller's.
//!
//! Acronyms are matched as by Ariel Schwartz and Marti Hearst (*A simple algorithm for identifying
//! abbreviation definitions in biomedical text*, 2003).
//!
//! # Limits
//!
//! - [`Language::layers`](crate::Language::layers) says which languages have entities.
//! - Relative dates such as `mardi` have a value only with a reference date: the caller's, or the
//!   day of writing that the text itself states.
//! - An id is made of the letters of a name. Two people with one name have one id.

mod acronyms;
mod across;
mod bodies;
mod calibration;
pub(crate) mod classes;
mod clubs;
mod combined;
mod dates;
mod descriptive;
mod facts;
mod features;
mod found;
mod gazetteer;
mod headlines;
mod ids;
mod join;
mod link;
mod names;
mod part;
mod quantities;
mod quotations;
mod repeats;
mod scan;
mod seams;
mod skeleton;
pub(crate) mod tagger;
pub(crate) mod teach;
#[cfg(test)]
mod testing;
mod titles;
mod trim;
mod user_names;
mod user_titles;
mod viterbi;

use std::ops::Range;

pub use acronyms::acronyms;
pub use across::link;
pub(crate) use quotations::find as find_quotations;

use crate::date::Date;
use crate::document::Label;
use crate::document::layers::{Layers, settle};
use crate::error::{Error, check_threshold};
use crate::interner::Word;
use crate::lang::{Glossaries, Rules};
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
pub(crate) use user_titles::UserTitle;
use user_titles::UserTitles;
use viterbi::Paths;

/// The taggers that are built in.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr")]
    include_bytes!("../models/names-fr.bin"),
    #[cfg(feature = "de-names")]
    griot_de_names::NAMES,
    #[cfg(feature = "en-names")]
    griot_en_names::NAMES,
    #[cfg(feature = "es-names")]
    griot_es_names::NAMES,
    #[cfg(feature = "it-names")]
    griot_it_names::NAMES,
    #[cfg(feature = "nl-names")]
    griot_nl_names::NAMES,
    #[cfg(feature = "pt-names")]
    griot_pt_names::NAMES,
];

/// Finds the entities of texts.
#[derive(Debug)]
pub(crate) struct Recognizer {
    glossaries: Glossaries,
    gazetteer: Gazetteer,
    taggers: ByLanguage<NameTagger>,
    given: UserNames,
    titles: UserTitles,
    labels: Option<Vec<Label>>,
    threshold: f32,
    descriptive: bool,
}

/// What the caller wants of entities.
#[derive(Clone, Debug, Default)]
pub(crate) struct EntityOptions {
    /// The caller's names.
    pub(crate) names: Vec<UserName>,
    /// The caller's titles.
    pub(crate) titles: Vec<UserTitle>,
    /// The labels to keep. `None` keeps all.
    pub(crate) labels: Option<Vec<Label>>,
    /// The least score to keep.
    pub(crate) threshold: f32,
    /// Whether to find organisations that are described and not named.
    pub(crate) descriptive: bool,
}

/// The buffers of a worker, reused from text to text.
#[derive(Debug, Default)]
pub(crate) struct EntityScratch {
    facts: Facts,
    paths: Paths,
    read: names::Memory,
    names: FoldedNames,
}

impl Recognizer {
    /// Makes a recognizer from the built-in models and the caller's.
    pub(crate) fn new(own: &mut OwnModels, options: EntityOptions) -> Result<Self, Error> {
        check_threshold(options.threshold)?;
        Ok(Self {
            glossaries: Glossaries::default(),
            gazetteer: Gazetteer::new(own)?,
            taggers: ByLanguage::new(BUILT_IN, own)?,
            given: UserNames::new(options.names)?,
            titles: UserTitles::new(options.titles)?,
            labels: options.labels,
            threshold: options.threshold,
            descriptive: options.descriptive,
        })
    }

    /// Whether entities can be found in a language.
    pub(crate) fn knows(&self, language: Language) -> bool {
        let rules = Rules::of(language);
        rules.has_entities() || self.taggers.get(language).is_some() || !self.given.is_empty()
    }

    fn sources(&self, language: Language) -> Sources<'_> {
        let rules = Rules::of(language);
        Sources {
            names: rules.names,
            dates: rules.dates,
            glossary: self.glossaries.of(language),
            gazetteer: &self.gazetteer,
            tagger: self.taggers.get(language),
            titles: self.titles.of(language),
        }
    }

    /// Adds the models that the languages of a text use to the models of the document.
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

    /// Fills the entities of a text. Its tokens, sentences and normal forms must be there.
    ///
    /// If the caller gave no reference date, the text is searched for its day of writing. `month`
    /// is the year and month of publication, if known; a day of another month is not believed. `words`
    /// are the distinct tokens, by number.
    pub(crate) fn recognize(
        &self,
        text: &str,
        layers: &mut Layers,
        words: &[Word],
        month: Option<(u16, u8)>,
        memory: &mut EntityScratch,
    ) {
        self.note_models(layers);
        let (mut found, mut ruled, mut tagged) = (Vec::new(), Vec::new(), Vec::new());
        let scan = Scan::new(text, layers);
        memory
            .facts
            .read(&scan, words, |language| self.sources(language));
        let facts = &memory.facts;
        let scan = scan.marked(facts.marks());
        let said = |stretch: Range<usize>| {
            let rules = scan.rules(stretch.start).dates?;
            dates::day_of_writing(&scan, facts, rules, stretch)
        };
        let fits = |date: &Date| month.is_none_or(|month| month == (date.year(), date.month()));
        let said = || scan.stretches().find_map(said).filter(fits);
        let reference = layers.reference_date.or_else(said);
        // Each step reads the whole text before the next begins, so that its code stays in the
        // processor's cache.
        let mut dates = dates::find(&scan, facts, reference);
        let gazetteer = &self.gazetteer;
        for sentence in scan.sentences() {
            // Where there is no tagger, the rules stand alone.
            let tagger = self.taggers.get(scan.language(sentence.start));
            let names = if tagger.is_some() {
                &mut ruled
            } else {
                &mut found
            };
            names::find(
                &scan,
                facts,
                gazetteer,
                sentence,
                &dates,
                &mut memory.read,
                names,
            );
        }
        for sentence in scan.sentences() {
            if let Some(tagger) = self.taggers.get(scan.language(sentence.start)) {
                tagger.find(&scan, facts, sentence, &mut memory.paths, &mut tagged);
            }
        }
        part::part(&scan, gazetteer, &mut tagged);
        trim::trim(&scan, gazetteer, &mut tagged);
        join::join(&scan, ruled, tagged, &dates, &mut found);
        found.append(&mut dates);
        found.retain_mut(|entity| {
            entity.tokens = scan.without_controls(entity.tokens.clone());
            !entity.tokens.is_empty()
        });
        found.sort_by_key(|entity| entity.tokens.start);
        headlines::complete(&scan, &self.gazetteer, &mut found);
        acronyms::drop_common(&scan, &mut found);
        acronyms::complete(&scan, &mut found);
        acronyms::add_bracketed(&scan, &mut found);
        join::lead_places(&scan, &mut found);
        clubs::join_teams(&scan, &mut found);
        repeats::follow(&scan, &mut found);
        seams::mend(&scan, &self.gazetteer, &mut found);
        clubs::find(&scan, &self.gazetteer, &mut found);
        if self.descriptive {
            descriptive::add(&scan, &mut found);
        }
        self.given.overrule(&scan, &mut found);
        titles::find(&scan, facts, gazetteer, &mut found);
        link::within(&scan, &self.gazetteer, &mut memory.names, &mut found);
        for entity in &mut found {
            let language = scan.language(entity.tokens.start);
            if self.taggers.is_built_in(language) {
                calibration::calibrate(entity);
            }
        }
        found.retain(|entity| self.wants(entity));
        let rows = found.into_iter().map(|entity| entity.into_row(&scan));
        let rows: Vec<_> = rows.collect();
        layers.reference_date = reference;
        layers.entities.extend(rows);
        // The entities do not overlap by now. Should two cross, the later one is removed.
        while let Err(index) = settle(&mut layers.entities) {
            layers.entities.remove(index);
        }
    }
}
