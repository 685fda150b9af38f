//! The rows of tokens become columns.

use super::super::check::{broken, holds, wants_lemma};
use super::super::layers::Layers;
use super::super::morph::MorphNumbers;
use super::super::types::{Distinct, Type};
use super::super::{Layer, Shape, Stop, TokenKind};
use super::{Place, TokenRow, TokenRows};
use crate::error::Error;
use crate::language::Language;
use crate::span::{Span, clamp};
use crate::text::Text;

impl<S> TokenRow<S> {
    /// Whether the token has the value of a layer. `None` for a layer that is not written with the
    /// tokens, or not with each. If lemmas are `due`, punctuation and symbols pass without one.
    fn has(&self, layer: Layer, due: bool) -> Option<bool> {
        match layer {
            Layer::Norms => Some(self.norm.is_some()),
            Layer::Stems => Some(self.stem.is_some()),
            Layer::Stops => Some(self.stop.is_some()),
            Layer::Pos => Some(self.pos.is_some()),
            Layer::Lemmas => Some(self.lemma.is_some() || due && !wants_lemma(self.kind)),
            Layer::Language
            | Layer::Zones
            | Layer::Sentences
            | Layer::Tokens
            | Layer::Morph
            | Layer::Entities
            | Layer::Quotations => None,
        }
    }
}

/// The layers of which [`TokenRow::has`] says something.
const OF_TOKENS: [Layer; 5] = [
    Layer::Norms,
    Layer::Stops,
    Layer::Stems,
    Layer::Lemmas,
    Layer::Pos,
];

/// The columns of the last token of a row.
#[derive(Clone, Copy)]
struct Known {
    /// `None` without norms.
    word: Option<(Type, u32)>,
    lemma: u32,
    morph: u16,
}

/// Reads the tokens. Equal ones get one type.
pub(super) fn read_tokens(
    text: &str,
    TokenRows { tokens, rows }: &TokenRows<'_>,
    layers: &mut Layers,
) -> Result<(), Error> {
    let present = layers.present;
    reserve(tokens.len(), layers);
    let mut reading = Reading {
        text,
        types: Vec::new(),
        seen: Distinct::with_capacity(tokens.len()),
        lemmas: Distinct::with_capacity(tokens.len()),
        last: Vec::new(),
        morphs: MorphNumbers::default(),
    };
    let mut known: Vec<Option<Known>> = vec![None; rows.len()];
    for (index, place) in tokens.iter().enumerate() {
        let row = rows
            .get(place.row as usize)
            .zip(known.get_mut(place.row as usize));
        let Some((row, known)) = row else { continue };
        let language = layers.languages.at(place.start as usize);
        let language = language.unwrap_or(layers.language.language);
        let again = known.filter(|known| {
            known.word.is_some_and(|(word, _)| {
                let length = place.end.checked_sub(place.start);
                length == Some(word.length)
                    && word.language == language
                    && word.stands_at(place.start, text)
            })
        });
        let now = match again {
            Some(again) => again,
            None => reading.read(index, *place, row, language, layers)?,
        };
        *known = Some(now);
        let columns = &mut layers.tokens;
        columns.push(Span::new(place.start, place.end), row.kind);
        columns.type_id.extend(now.word.map(|(_, id)| id));
        columns.pos.extend(row.pos);
        if present.contains(Layer::Morph) {
            columns.morph.push(now.morph);
        }
        if present.contains(Layer::Lemmas) {
            columns.guess.push(row.guessed);
            columns.lemma.push(now.lemma);
            if let Some(last) = now
                .word
                .and_then(|(_, id)| reading.last.get_mut(id as usize))
            {
                *last = now.lemma;
            }
        }
    }
    Ok(())
}

/// The types, lemmas and features that were read.
struct Reading<'a> {
    text: &'a str,
    types: Vec<Type>,
    seen: Distinct,
    lemmas: Distinct,
    /// The last lemma of each type: it is mostly the next one too.
    last: Vec<u32>,
    morphs: MorphNumbers,
}

impl<'a> Reading<'a> {
    /// Reads a token that differs from the last one of its row.
    fn read(
        &mut self,
        index: usize,
        place: Place,
        row: &'a TokenRow<Text<'_>>,
        language: Language,
        layers: &mut Layers,
    ) -> Result<Known, Error> {
        let present = layers.present;
        if place.end < place.start {
            return Err(broken(format!("token {index}: ends before it starts")));
        }
        for layer in OF_TOKENS {
            let due = present.contains(layer);
            if let Some(there) = row.has(layer, due).filter(|there| *there != due) {
                holds(present, layer, there, format_args!("token {index}"))?;
            }
        }
        let mut morph = 0;
        if present.contains(Layer::Morph) {
            let number = self.morphs.number(row.morph, &mut layers.morphs);
            morph = number.ok_or_else(|| {
                let problem = format!("more than {} distinct features", u16::MAX);
                broken(format!("token {index}: {problem}"))
            })?;
        } else if !row.morph.is_empty() {
            let problem = "has features, and layer morph is absent";
            return Err(broken(format!("token {index}: {problem}")));
        }
        let word = match row.norm.as_deref() {
            Some(norm) => {
                let span = Span::new(place.start, place.end);
                let (word, id) = self.word(span, row.kind, language).ok_or_else(|| {
                    broken(format!(
                        "token {index} ({span}): not on characters of the text"
                    ))
                })?;
                let surface = word.of(self.text).unwrap_or_default();
                read_type(row, norm, id, surface, layers)
                    .map_err(|problem| broken(format!("token {index} ({span}): {problem}")))?;
                Some((word, id))
            }
            None => None,
        };
        if row.guessed && row.lemma.is_none() {
            return Err(broken(format!("token {index}: a guess, and no lemma")));
        }
        let lemma = match row.lemma.as_deref() {
            Some(lemma) if present.contains(Layer::Lemmas) => {
                let before = word.and_then(|(_, id)| self.last.get(id as usize).copied());
                let again = |id: &u32| layers.lemmas.get(*id as usize) == Some(lemma);
                let number = || {
                    let next = clamp(layers.lemmas.len());
                    let same = |other| again(&other);
                    self.lemmas.number(lemma.as_bytes(), next, same)
                };
                let number = before.filter(again).or_else(number);
                // There is room for a lemma of each token.
                let number = number.unwrap_or(u32::MAX);
                if number as usize == layers.lemmas.len() {
                    layers.lemmas.push(lemma);
                }
                number
            }
            _ => u32::MAX,
        };
        if word.is_some_and(|(_, id)| id as usize == self.last.len()) {
            self.last.push(lemma);
        }
        Ok(Known { word, lemma, morph })
    }

    /// The type of a token, and its number.
    fn word(&mut self, span: Span, kind: TokenKind, language: Language) -> Option<(Type, u32)> {
        let place = (clamp(span.start()), clamp(span.len()));
        let new = Type::new(self.text, place, kind, language)?;
        new.of(self.text)?;
        let first = |id: u32| self.types.get(id as usize);
        let next = clamp(self.types.len());
        let id = new.number(self.text, next, first, &mut self.seen)?;
        if id == next {
            self.types.push(new);
        }
        Some((new, id))
    }
}

fn reserve(count: usize, layers: &mut Layers) {
    let Layers {
        present,
        tokens: rows,
        ..
    } = layers;
    let there = |layer| if present.contains(layer) { count } else { 0 };
    rows.start.reserve_exact(count);
    rows.end.reserve_exact(count);
    rows.kind.reserve_exact(count);
    rows.type_id.reserve_exact(there(Layer::Norms));
    rows.pos.reserve_exact(there(Layer::Pos));
    rows.lemma.reserve_exact(there(Layer::Lemmas));
    rows.guess.reserve_exact(there(Layer::Lemmas));
    rows.morph.reserve_exact(there(Layer::Morph));
}

/// The forms of a token, which are those of all tokens of its type.
fn read_type(
    row: &TokenRow<Text<'_>>,
    norm: &str,
    id: u32,
    surface: &str,
    layers: &mut Layers,
) -> Result<(), String> {
    let stop = match row.stop {
        None => None,
        Some(0) => Some(Stop::No),
        Some(1) => Some(Stop::Function),
        Some(2) => Some(Stop::Extended),
        Some(other) => {
            return Err(format!("stop is {other}, not 0 to 2"));
        }
    };
    let types = &mut layers.types;
    if id as usize == types.norms.len() {
        types.norms.push(norm);
        types.shape.push(Shape::of(surface));
        types.stop.extend(stop);
        if let Some(stem) = &row.stem {
            types.stems.push(stem, norm);
        }
        return Ok(());
    }
    let same = types.norms.get(id as usize) == Some(norm)
        && types.stem(id as usize) == row.stem.as_deref()
        && types.stop.get(id as usize).copied() == stop;
    if !same {
        return Err("its norm, stem or stop differs from an equal token's".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layer_of_tokens_is_looked_for() {
        let row: TokenRow<&str> =
            serde_json::from_str(r#"{"start":0,"end":1,"kind":"word"}"#).unwrap();
        for layer in Layer::ALL {
            assert_eq!(
                row.has(*layer, true).is_some(),
                OF_TOKENS.contains(layer),
                "{layer}"
            );
        }
    }
}
