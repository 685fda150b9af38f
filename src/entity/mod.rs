//! Names, dates and quantities, by a tagger, rules and a gazetteer.
//!
//! Sentence by sentence: dates and quantities by rules first, which take their tokens, then names by
//! rules and by the tagger, made one. At last the mentions of one thing get one id.

mod acronyms;
mod across;
mod bodies;
mod classes;
mod dates;
mod descriptive;
mod facts;
mod features;
mod gazetteer;
mod given;
mod join;
mod link;
mod names;
mod quantities;
mod quotations;
mod scan;
mod skeleton;
mod tagger;
mod teach;

use std::borrow::Cow;
use std::ops::Range;

pub use acronyms::acronyms;
pub use across::link;
pub use quotations::{Quotation, quotations};

use crate::date::Date;
use crate::document::layers::{EntityRow, Layers, settle};
use crate::document::{EntitySource, Label, Modifier};
use crate::error::Error;
use crate::lang::Rules;
use crate::span::{Span, clamp};
#[doc(hidden)]
pub use classes::slots;
use facts::{Facts, Sources};
use gazetteer::Gazetteer;
pub(crate) use gazetteer::KIND as GAZETTEER;
use given::Given;
pub(crate) use given::GivenName;
use scan::Scan;
pub(crate) use tagger::KIND as TAGGER;
#[doc(hidden)]
pub use tagger::{DEEP, LABELS, TAGS, bucket, may_follow};
use tagger::{Paths, Tagger};
#[doc(hidden)]
pub use teach::{Example, Teacher};

/// How a document names the gazetteer: with the version of its format.
pub(crate) const GAZETTEER_NAME: &str = "gazetteer 1";

/// The taggers of this build.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr")]
    include_bytes!("../models/names-fr.bin"),
];

/// Finds the entities of texts.
#[derive(Debug)]
pub(crate) struct Recognizer {
    gazetteer: Gazetteer,
    taggers: Vec<Tagger>,
    given: Given,
    labels: Option<Vec<Label>>,
    threshold: f32,
    descriptive: bool,
}

/// What the caller wants of entities.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    /// Names to find besides.
    pub(crate) names: Vec<GivenName>,
    /// The labels to keep; all without this.
    pub(crate) labels: Option<Vec<Label>>,
    /// The least score to keep.
    pub(crate) threshold: f32,
    /// Whether to find organisations that are described and not named.
    pub(crate) descriptive: bool,
}

/// The memory of a worker.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    facts: Facts,
    paths: Paths,
}

/// An entity on its way into the document.
#[derive(Clone, Debug)]
struct Found {
    tokens: Range<usize>,
    label: Label,
    source: EntitySource,
    score: f32,
    id: Option<String>,
    value: Option<String>,
    modifier: Option<Modifier>,
    title: Option<Span>,
}

impl Found {
    fn new(tokens: Range<usize>, label: Label, source: EntitySource, score: f32) -> Self {
        Self {
            tokens,
            label,
            source,
            score,
            id: None,
            value: None,
            modifier: None,
            title: None,
        }
    }
}

impl Recognizer {
    /// With the gazetteer of this build, or another, and its taggers, each replaced by the
    /// caller's of the same language.
    pub(crate) fn new(
        gazetteer: Option<Cow<'static, [u8]>>,
        own_taggers: Vec<Cow<'static, [u8]>>,
        wishes: Wishes,
    ) -> Result<Self, Error> {
        let built_in = BUILT_IN.iter().map(|bytes| Cow::Borrowed(*bytes));
        // The caller's are asked first.
        let taggers = own_taggers.into_iter().rev().chain(built_in);
        Ok(Self {
            gazetteer: Gazetteer::new(gazetteer)?,
            taggers: taggers.map(Tagger::read).collect::<Result<_, _>>()?,
            given: Given::new(wishes.names)?,
            labels: wishes.labels,
            threshold: wishes.threshold,
            descriptive: wishes.descriptive,
        })
    }

    /// Whether there is anything to find in a language.
    pub(crate) fn knows(&self, rules: &Rules) -> bool {
        rules.has_entities() || !self.given.is_empty()
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
        memory: &mut Memory,
    ) {
        let language = layers.language.language;
        let rules = Rules::of(language);
        let tagger = self.taggers.iter().find(|it| it.language() == language);
        let gazetteer = rules.names.map(|_| GAZETTEER_NAME.to_owned());
        layers.models.extend(gazetteer);
        layers.models.extend(tagger.map(|it| it.name().to_owned()));
        let (mut found, mut tagged) = (Vec::new(), Vec::new());
        let scan = Scan::new(text, layers, rules);
        let sources = Sources {
            names: rules.names,
            dates: rules.dates,
            gazetteer: &self.gazetteer,
            tagger,
        };
        memory.facts.read(&scan, language, &sources);
        let facts = &memory.facts;
        let said = |dates| dates::day_of_writing(&scan, facts, dates, layers.tokens.len());
        let fits = |date: &Date| month.is_none_or(|month| month == (date.year(), date.month()));
        let said = || rules.dates.and_then(said).filter(fits);
        let reference = layers.reference_date.or_else(said);
        for sentence in scan.sentences() {
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
        if let Some(names) = rules.names.filter(|_| self.descriptive) {
            descriptive::add(&scan, names, &mut found);
        }
        self.given.overrule(&scan, &mut found);
        link::within(&scan, &self.gazetteer, &mut found);
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

impl Found {
    fn into_row(self, scan: &Scan<'_>) -> EntityRow {
        let whole = self.source == EntitySource::User;
        EntityRow {
            tail: if whole {
                0
            } else {
                scan.possessive(self.tokens.clone())
            },
            tokens: clamp(self.tokens.start)..clamp(self.tokens.end),
            label: self.label,
            id: self.id.map(Into::into),
            value: self.value.map(Into::into),
            modifier: self.modifier,
            source: self.source,
            score: self.score,
            title: self.title,
            parent: None,
        }
    }
}
