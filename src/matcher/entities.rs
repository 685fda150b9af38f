//! Matches as entities of a document.

use super::automaton::{Automaton, Pass};
use super::found::{Overlap, take_first};
use super::patterns::Patterns;
use super::stretches;
use crate::document::layers::{EntityRow, Layers, settle};
use crate::document::{DocumentRef, Label, LayerSet};
use crate::error::Error;
use crate::span::clamp;

/// Patterns whose matches become entities. The name of a pattern is the id of its entities.
#[derive(Debug)]
pub(crate) struct PatternEntities {
    automaton: Automaton,
    /// The label and the id of each pattern.
    given: Vec<(Label, Box<str>)>,
}

impl PatternEntities {
    /// Compiles the patterns of some labels.
    pub(crate) fn new(labelled: &[(Label, Patterns)]) -> Result<Self, Error> {
        let all = labelled.iter().flat_map(|(label, patterns)| {
            let patterns = patterns.0.iter();
            patterns.map(|pattern| (*label, pattern))
        });
        let given = all
            .clone()
            .map(|(label, it)| (label, it.name.as_str().into()));
        Ok(Self {
            given: given.collect(),
            automaton: Automaton::new(all.map(|(_, pattern)| pattern).enumerate())?,
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// The layers that the patterns read.
    pub(crate) fn layers(&self) -> LayerSet {
        self.automaton.layers()
    }

    /// Adds the matches to the entities of a text. Of those that overlap the longest count. An entity
    /// that has the same tokens as a match or crosses it is dropped.
    pub(crate) fn add(&self, text: &str, layers: &mut Layers) {
        if self.is_empty() {
            return;
        }
        let document = DocumentRef::new(text, layers);
        let mut pass = Pass::new(&self.automaton, document);
        let (mut begun, mut rows) = (Vec::new(), Vec::new());
        for sentence in stretches(document, false) {
            pass.read(sentence, &mut begun);
            Overlap::Longest.select(&mut begun);
            let mut rest = begun.as_mut_slice();
            while let Some(first) = rest.first() {
                let start = first.start;
                // Only one match that begins here was left.
                if let Some((tokens, group)) = take_first(rest)
                    && let Some((label, id)) = self.given.get(group)
                {
                    let tokens = clamp(tokens.start)..clamp(tokens.end);
                    rows.push(EntityRow::given(tokens, *label, Some(id.clone())));
                }
                let same = rest.iter().take_while(|it| it.start == start).count();
                rest = rest.get_mut(same..).unwrap_or_default();
            }
        }
        replace(&mut layers.entities, &mut rows);
        // They do not cross by now. Should two cross, the later one is removed.
        layers.entities.append(&mut rows);
        while let Err(index) = settle(&mut layers.entities) {
            layers.entities.remove(index);
        }
    }
}

/// Drops the entities that equal or cross one of the caller's, which take their titles. Both lists are
/// sorted, and the caller's are disjoint.
fn replace(entities: &mut Vec<EntityRow>, given: &mut [EntityRow]) {
    let mut next = 0;
    entities.retain(|entity| {
        let behind = |row: &EntityRow| row.tokens.end <= entity.tokens.start;
        while given.get(next).is_some_and(behind) {
            next += 1;
        }
        let mut rows = given.iter_mut().skip(next);
        let near = rows
            .by_ref()
            .take_while(|row| row.tokens.start < entity.tokens.end);
        let mut kept = true;
        for row in near {
            let (own, other) = (&row.tokens, &entity.tokens);
            let inside = own.start <= other.start && other.end <= own.end;
            let around = other.start <= own.start && own.end <= other.end;
            if own == other || !inside && !around {
                kept = false;
                if (row.label, own.start) == (entity.label, other.start) {
                    row.title = entity.title;
                }
            }
        }
        kept
    });
}
