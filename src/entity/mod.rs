//! Names, dates and quantities, by rules and a gazetteer.
//!
//! The rules run sentence by sentence: dates and quantities first, which take their tokens, then
//! names. At last the mentions of one thing get one id.

mod dates;
mod gazetteer;
mod link;
mod names;
mod quantities;
mod scan;

use std::borrow::Cow;
use std::ops::Range;

pub use link::link;

use crate::date::Date;
use crate::document::layers::{EntityRow, Layers, settle};
use crate::document::{EntitySource, Label, Modifier};
use crate::error::Error;
use crate::lang::Rules;
use crate::span::{Span, clamp};
use gazetteer::Gazetteer;
pub(crate) use gazetteer::KIND as GAZETTEER;
use scan::Scan;

/// How a document names the gazetteer: with the version of its format.
pub(crate) const GAZETTEER_NAME: &str = "gazetteer 1";

/// Finds the entities of texts.
#[derive(Debug)]
pub(crate) struct Recognizer {
    gazetteer: Gazetteer,
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
    /// With the gazetteer of this build, or another.
    pub(crate) fn new(gazetteer: Option<Cow<'static, [u8]>>) -> Result<Self, Error> {
        Ok(Self {
            gazetteer: Gazetteer::new(gazetteer)?,
        })
    }

    /// Fills the entities of a text whose tokens, sentences and normal forms are there. Every
    /// language of the text that has rules is read by its own. Where nobody gave a reference date,
    /// the text is asked; `month` is the year and month in which it was published, if that is known.
    pub(crate) fn recognize(&self, text: &str, layers: &mut Layers, month: Option<(u16, u8)>) {
        let rules = Rules::of(layers.language.language);
        let mut found = Vec::new();
        let scan = Scan::new(text, layers, rules);
        let said = |dates| dates::day_of_writing(&scan, dates, layers.tokens.len());
        let fits = |date: &Date| month.is_none_or(|month| month == (date.year(), date.month()));
        let said = || rules.dates.and_then(said).filter(fits);
        let reference = layers.reference_date.or_else(said);
        for sentence in scan.sentences() {
            let first = found.len();
            if let Some(dates) = rules.dates {
                dates::find(&scan, dates, sentence.clone(), reference, &mut found);
            }
            let taken = found.get(first..).unwrap_or_default().to_vec();
            if let Some(names) = rules.names {
                names::find(&scan, names, &self.gazetteer, sentence, &taken, &mut found);
            }
        }
        link::within(&scan, &mut found);
        found.sort_by_key(|entity| entity.tokens.start);
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
