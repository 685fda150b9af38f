//! The rows of tokens become columns.

use hashbrown::HashMap;

use super::super::check::{broken, holds, wants_lemma};
use super::super::layers::Layers;
use super::super::morph::MorphNumbers;
use super::super::types::{Distinct, Type};
use super::super::{Layer, Shape, Stop};
use super::TokenRow;
use crate::error::Error;
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

/// Reads the rows. Equal tokens get one type.
pub(super) fn read_tokens(
    text: &str,
    rows: &[TokenRow<Text<'_>>],
    layers: &mut Layers,
) -> Result<(), Error> {
    let present = layers.present;
    reserve(rows.len(), layers);
    let mut types: Vec<Type> = Vec::new();
    let mut seen = Distinct::with_capacity(rows.len());
    let mut lemmas: HashMap<&str, u32> = HashMap::new();
    // The last lemma of each type: it is mostly the next one too.
    let mut last: Vec<u32> = Vec::new();
    let mut morphs = MorphNumbers::default();
    for (index, row) in rows.iter().enumerate() {
        if row.end < row.start {
            return Err(broken(format!("token {index}: ends before it starts")));
        }
        let span = Span::new(row.start, row.end);
        layers.tokens.push(span, row.kind);
        for layer in OF_TOKENS {
            let due = present.contains(layer);
            if let Some(there) = row.has(layer, due).filter(|there| *there != due) {
                holds(present, layer, there, format_args!("token {index}"))?;
            }
        }
        layers.tokens.pos.extend(row.pos);
        if present.contains(Layer::Morph) {
            let number = morphs.number(row.morph, &mut layers.morphs);
            let number = number.ok_or_else(|| {
                let problem = format!("more than {} distinct features", u16::MAX);
                broken(format!("token {index}: {problem}"))
            })?;
            layers.tokens.morph.push(number);
        } else if !row.morph.is_empty() {
            let problem = "has features, and layer morph is absent";
            return Err(broken(format!("token {index}: {problem}")));
        }
        let id = match row.norm.as_deref() {
            Some(norm) => {
                let language = layers.languages.at(span.start());
                let language = language.unwrap_or(layers.language.language);
                let place = (row.start, row.end - row.start);
                let new = Type::new(text, place, row.kind, language);
                let new = new.filter(|new| new.of(text).is_some());
                let known = new.and_then(|new| Some((new, new.number(text, &types, &mut seen)?)));
                let (new, id) = known.ok_or_else(|| {
                    broken(format!(
                        "token {index} ({span}): not on characters of the text"
                    ))
                })?;
                if id as usize == types.len() {
                    types.push(new);
                }
                read_type(
                    index,
                    row,
                    norm,
                    id,
                    new.of(text).unwrap_or_default(),
                    layers,
                )?;
                Some(id as usize)
            }
            None => None,
        };
        if row.guessed && row.lemma.is_none() {
            return Err(broken(format!("token {index}: a guess, and no lemma")));
        }
        if present.contains(Layer::Lemmas) {
            let before = id.and_then(|id| last.get(id).copied());
            let lemma = row.lemma.as_deref().map_or(u32::MAX, |lemma| {
                let again = |id: &u32| layers.lemmas.get(*id as usize) == Some(lemma);
                before.filter(again).unwrap_or_else(|| {
                    let next = clamp(lemmas.len());
                    *lemmas.entry(lemma).or_insert_with_key(|lemma| {
                        layers.lemmas.push(lemma);
                        next
                    })
                })
            });
            match id.and_then(|id| last.get_mut(id)) {
                Some(last) => *last = lemma,
                None => last.push(lemma),
            }
            layers.tokens.guess.push(row.guessed);
            layers.tokens.lemma.push(lemma);
        }
    }
    Ok(())
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
    index: usize,
    row: &TokenRow<Text<'_>>,
    norm: &str,
    id: u32,
    surface: &str,
    layers: &mut Layers,
) -> Result<(), Error> {
    let stop = match row.stop {
        None => None,
        Some(0) => Some(Stop::No),
        Some(1) => Some(Stop::Function),
        Some(2) => Some(Stop::Extended),
        Some(other) => {
            let problem = format!("stop is {other}, not 0 to 2");
            return Err(broken(format!("token {index}: {problem}")));
        }
    };
    layers.tokens.type_id.push(id);
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
        let span = Span::new(row.start, row.end);
        let problem = "its norm, stem or stop differs from an equal token's";
        return Err(broken(format!("token {index} ({span}): {problem}")));
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
