//! Names, dates and quantities, by rules and a gazetteer.
//!
//! The rules run sentence by sentence: dates and quantities first, which take their tokens, then
//! names. At last the mentions of one thing get one id.

mod acronyms;
mod across;
mod classes;
mod dates;
mod descriptive;
mod features;
mod gazetteer;
mod given;
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
use gazetteer::Gazetteer;
pub(crate) use gazetteer::KIND as GAZETTEER;
use given::Given;
pub(crate) use given::GivenName;
use scan::Scan;
use tagger::Tagger;
#[doc(hidden)]
pub use tagger::{DEEP, LABELS, TAGS, bucket, may_follow};
pub(crate) use tagger::{KIND as TAGGER, Memory};
#[doc(hidden)]
pub use teach::{Example, Teacher};

/// How a document names the gazetteer: with the version of its format.
pub(crate) const GAZETTEER_NAME: &str = "gazetteer 1";

/// The taggers of this build.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr")]
    include_bytes!("../models/names-fr.bin"),
];

/// Where a rule and the tagger differ the rule may be right from this score on.
const SURE: f32 = 0.85;
/// That of a well-known organisation.
const KNOWN: f32 = 0.95;
/// That of an organisation by its head, which reaches further than the tagger sees.
const HEADED: f32 = 0.8;

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
        rules.names.is_some() || !self.given.is_empty()
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
        memory.clear();
        let (mut found, mut tagged) = (Vec::new(), Vec::new());
        let scan = Scan::new(text, layers, rules);
        let said = |dates| dates::day_of_writing(&scan, dates, layers.tokens.len());
        let fits = |date: &Date| month.is_none_or(|month| month == (date.year(), date.month()));
        let said = || rules.dates.and_then(said).filter(fits);
        let reference = layers.reference_date.or_else(said);
        for sentence in scan.sentences() {
            let mut dates = Vec::new();
            if let Some(rules) = rules.dates {
                dates::find(&scan, rules, sentence.clone(), reference, &mut dates);
            }
            let first = found.len();
            if let Some(names) = rules.names {
                let sentence = sentence.clone();
                names::find(&scan, names, &self.gazetteer, sentence, &dates, &mut found);
            }
            if let Some(tagger) = tagger {
                tagged.clear();
                tagger.find(&scan, sentence, memory, &mut tagged);
                let ruled = found.split_off(first);
                join(ruled, &mut tagged, &dates, &mut found);
            }
            found.append(&mut dates);
        }
        found.sort_by_key(|entity| entity.tokens.start);
        if let Some(names) = rules.names.filter(|_| self.descriptive) {
            descriptive::add(&scan, names, &mut found);
        }
        self.given.overrule(&scan, &mut found);
        link::within(&scan, &self.gazetteer, &mut found);
        found.retain(|entity| self.wants(entity));
        layers.reference_date = reference;
        layers
            .entities
            .extend(found.into_iter().map(Found::into_row));
        // The rules give disjoint entities; were two to cross, the later one would have to go.
        while let Err(index) = settle(&mut layers.entities) {
            layers.entities.remove(index);
        }
    }
}

/// Appends the names of a sentence: those that the tagger found, and those of the rules where it
/// found none or where a rule is the surer of the two. Dates are dates, whatever the tagger takes
/// them for. Tagged names and dates come in the order of the text.
fn join(mut ruled: Vec<Found>, tagged: &mut Vec<Found>, dates: &[Found], found: &mut Vec<Found>) {
    let mut dates = dates.iter().peekable();
    tagged.retain(|name| {
        while dates
            .next_if(|date| date.tokens.end <= name.tokens.start)
            .is_some()
        {}
        !dates
            .peek()
            .is_some_and(|date| date.tokens.start < name.tokens.end)
    });
    ruled.sort_by_key(|rule| rule.tokens.start);
    let mut names = tagged.drain(..).peekable();
    let mut met = Vec::new();
    let mut end = 0;
    for rule in ruled {
        found.extend(std::iter::from_fn(|| {
            names.next_if(|name| name.tokens.end <= rule.tokens.start)
        }));
        met.clear();
        met.extend(std::iter::from_fn(|| {
            names.next_if(|name| name.tokens.start < rule.tokens.end)
        }));
        if rule.tokens.start < end {
            // Inside a name that is settled.
            found.append(&mut met);
            continue;
        }
        let tagged = met.last().map_or(0, |name| name.tokens.end);
        end = tagged.max(rule.tokens.end);
        if prevails(&rule, &met) {
            found.push(rule);
            continue;
        }
        if let Some(name) = met.first_mut()
            && (name.tokens.start, name.label) == (rule.tokens.start, rule.label)
        {
            name.title = rule.title;
        }
        found.append(&mut met);
    }
    found.extend(names);
}

/// Whether a rule is surer than the tagger of the names that it meets. On texts that neither knew,
/// the tagger was nearly always right in what it made longer and in works and events; not so
/// about the kind of a name that a sure rule takes as a whole.
fn prevails(rule: &Found, met: &[Found]) -> bool {
    let Some(name) = met.first() else {
        return rule.score >= SURE;
    };
    let whole = met
        .iter()
        .all(|name| rule.tokens.start <= name.tokens.start && name.tokens.end <= rule.tokens.end);
    let alike = name.label == rule.label;
    if !whole {
        false
    } else if alike {
        name.tokens.start == rule.tokens.start && rule.score >= HEADED
    } else {
        let work =
            rule.label == Label::ORGANISATION && name.label == Label::MISC && rule.score < KNOWN;
        rule.score >= SURE && !work
    }
}

impl Found {
    fn into_row(self) -> EntityRow {
        EntityRow {
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
