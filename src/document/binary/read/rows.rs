//! The rows that stand on tokens: sentences, entities and quotations.

use super::super::super::check::is_tail;
use super::super::super::layers::{CERTAIN, EntityRow, Layers, QuotationRow};
use super::super::super::{EndReason, EntitySource, Label, Layer, Lead, Modifier};
use super::{Columns, Counts, value};
use crate::span::Span;

/// The bytes that an entity takes at least.
const ENTITY: usize = 5;

impl Columns<'_> {
    pub(super) fn sentences(&mut self, counts: &Counts, layers: &mut Layers) -> Option<()> {
        let mut end = 0usize;
        let count = counts.sentences.min(self.sentences.0.len());
        layers.sentences.reserve(count);
        for _ in 0..counts.sentences {
            let count = self.sentences.number().filter(|count| *count > 0)?;
            end = end.checked_add(count as usize)?;
            let reason = value(EndReason::ALL, self.sentences.byte()?)?;
            let score = match reason {
                EndReason::Stop | EndReason::Model => self.sentences.byte()?,
                _ => CERTAIN,
            };
            layers.sentences.push(end, reason, score);
        }
        let whole = end == counts.tokens || !layers.present.contains(Layer::Sentences);
        whole.then_some(())
    }

    pub(super) fn entities(
        &mut self,
        counts: &Counts,
        text: &str,
        layers: &mut Layers,
    ) -> Option<()> {
        let mut strings: Vec<&str> = Vec::new();
        let (mut start, most) = (0u32, self.entities.0.len());
        layers
            .entities
            .reserve_exact(counts.entities.min(most / ENTITY));
        for _ in 0..counts.entities {
            let column = &mut self.entities;
            start = start.checked_add(column.number()?)?;
            let length = column.number().filter(|length| *length > 0)?;
            let end = start.checked_add(length)?;
            let last = end as usize - 1;
            let facts = column.byte()?;
            let source = value(EntitySource::ALL, column.byte()?)?;
            let has = |bit: u8| facts & 1 << bit != 0;
            if last >= layers.tokens.len() || has(7) {
                return None;
            }
            let mut string = || {
                let number = column.number()?;
                if let Some(known) = number.checked_sub(1) {
                    return strings.get(known as usize).copied();
                }
                let new = self.strings.take(column.number()?)?;
                strings.push(new);
                Some(new)
            };
            let label: Label = string()?.parse().ok()?;
            let mut optional = |bit| {
                if has(bit) {
                    return Some(Some(Box::from(string()?)));
                }
                Some(None)
            };
            let (id, value_, place) = (optional(1)?, optional(2)?, optional(3)?);
            let tail = if has(0) { column.byte()? } else { 0 };
            if has(0) && !is_tail(layers.tokens.span(last).of(text), tail) {
                return None;
            }
            let modifier = match has(4) {
                true => Some(value(Modifier::ALL, column.byte()?)?),
                false => None,
            };
            let score = match has(5) {
                true => f32::from_le_bytes(column.array()?),
                false => 1.0,
            };
            let title = match has(6) {
                true => {
                    let first = column.difference(start)?;
                    let last = first.checked_add(column.number()?)? as usize;
                    let tokens = &layers.tokens;
                    let (start, end) = (tokens.start.get(first as usize)?, tokens.end.get(last)?);
                    Some(Span::new(*start, *end))
                }
                false => None,
            };
            layers.entities.push(EntityRow {
                tokens: start..end,
                tail,
                label,
                id,
                value: value_,
                modifier,
                source,
                score,
                title,
                place,
                parent: None,
            });
        }
        Some(())
    }

    pub(super) fn quotations(&mut self, counts: &Counts, layers: &mut Layers) -> Option<()> {
        let all = counts.tokens;
        let within = |end: &u32| *end as usize <= all;
        let mut end = 0u32;
        for _ in 0..counts.quotations {
            let column = &mut self.quotations;
            let start = end.checked_add(column.number()?)?;
            let length = column.number().filter(|length| *length > 0)?;
            end = start.checked_add(length).filter(within)?;
            let facts = column.byte()?;
            let has = |bit: u8| facts & 1 << bit != 0;
            let speaker = match has(0) {
                true => {
                    let first = column.difference(start)?;
                    let length = column.number().filter(|length| *length > 0)?;
                    Some(first..first.checked_add(length).filter(within)?)
                }
                false => None,
            };
            let entity = match has(1) {
                true => Some(column.number()?),
                false => None,
            };
            let verb = match has(2) {
                true => Some(column.difference(start)?),
                false => None,
            };
            let lead = match has(3) {
                true => Some(value(Lead::ALL, column.byte()?)?),
                false => None,
            };
            if facts > 15 {
                return None;
            }
            layers.quotations.push(QuotationRow {
                tokens: start..end,
                speaker,
                entity,
                verb,
                lead,
            });
        }
        Some(())
    }
}
