//! The rules of the data model. Each has a message for a document that breaks it.

use super::layer::Layer;
use super::layer_set::LayerSet;
use super::layers::{Cover, Layers};
use super::{Dateline, TokenKind};
use crate::error::{Error, Kind};
use crate::lines::is_line_break;
use crate::span::{Span, check_length};

/// Checks every rule that the types do not guarantee.
pub(crate) fn check(text: &str, layers: &Layers) -> Result<(), Error> {
    check_length(text.len())?;
    check_sets(layers).map_err(broken)?;
    check_columns(layers).map_err(broken)?;
    for layer in layers.present.iter() {
        check_rows(layer, text, layers).map_err(broken)?;
    }
    check_dateline(text, layers).map_err(broken)
}

/// A column has as many rows as are due if its layer was made, and none otherwise.
fn check_columns(layers: &Layers) -> Result<(), String> {
    for layer in Layer::ALL {
        let there = layers.present.contains(*layer);
        for column in (layer.info().columns)(layers) {
            let (length, due) = (column.length, if there { column.due } else { 0 });
            if length != due {
                return Err(format!("layer {layer}: {length} rows instead of {due}"));
            }
        }
    }
    Ok(())
}

/// Checks the rows of a layer that was made, beyond their number.
fn check_rows(layer: Layer, text: &str, layers: &Layers) -> Result<(), String> {
    match layer {
        Layer::Language => check_cover("languages", text, &layers.languages),
        Layer::Zones => check_cover("zones", text, &layers.zones),
        Layer::Tokens => {
            check_tokens(text, layers)?;
            check_edges("language", &layers.languages, layers)?;
            check_edges("zone", &layers.zones, layers)
        }
        Layer::Entities => check_entities(text, layers),
        // Sentences were already read as ranges of tokens, and equal tokens share their forms.
        Layer::Sentences
        | Layer::Norms
        | Layer::Stops
        | Layer::Stems
        | Layer::Lemmas
        | Layer::Pos => Ok(()),
    }
}

pub(crate) fn broken(problem: String) -> Error {
    Kind::Document { problem }.into()
}

fn check_sets(layers: &Layers) -> Result<(), String> {
    let (present, missing) = (layers.present, layers.missing);
    if present != present.closed() {
        return Err(format!("layers {present:?} lack one that another needs"));
    }
    if let Some(layer) = missing.iter().find(|layer| present.contains(*layer)) {
        return Err(format!("layer {layer} is both present and missing"));
    }
    if present.contains(Layer::Stems) != layers.stem_edition.is_some() {
        return Err("stems and their edition go together".to_owned());
    }
    if layers.only.is_some() && !present.contains(Layer::Zones) {
        return Err("`only` is set, but the layer of zones is absent".to_owned());
    }
    if !(0.0..=1.0).contains(&layers.language.confidence) {
        return Err("the confidence of the language is not between 0 and 1".to_owned());
    }
    Ok(())
}

fn check_cover<T: Copy>(name: &str, text: &str, cover: &Cover<T>) -> Result<(), String> {
    let mut covered = 0;
    for (span, _) in cover.iter() {
        if span.is_empty() || span.start() != covered || span.get(text).is_none() {
            return Err(format!(
                "{name} {span}: not a part of the text that begins at byte {covered}"
            ));
        }
        covered = span.end();
    }
    if covered != text.len() {
        return Err(format!("{name} cover {covered} of {} bytes", text.len()));
    }
    Ok(())
}

fn check_dateline(text: &str, layers: &Layers) -> Result<(), String> {
    let mut parts = layers.dateline.into_iter().flat_map(Dateline::parts);
    match parts.find(|part| part.get(text).is_none_or(str::is_empty)) {
        Some(part) => Err(format!("dateline {part}: not on characters of the text")),
        None => Ok(()),
    }
}

fn check_tokens(text: &str, layers: &Layers) -> Result<(), String> {
    let mut end = 0;
    for index in 0..layers.tokens.len() {
        let span = layers.tokens.span(index);
        let Some(token) = span.get(text).filter(|token| !token.is_empty()) else {
            return Err(format!(
                "token {index} ({span}): not on characters of the text"
            ));
        };
        if span.start() < end {
            return Err(format!(
                "token {index} ({span}): overlaps the one before it"
            ));
        }
        if token.trim() != token || token.contains(is_line_break) {
            return Err(format!(
                "token {index} ({span}): a line break, or white space at an end"
            ));
        }
        end = span.end();
    }
    let Some(only) = layers.only else {
        return check_zone(text, Span::from_usize(0, text.len()), true, layers);
    };
    let mut zones = layers.zones.iter();
    zones.try_for_each(|(zone, kind)| check_zone(text, zone, only.contains(kind), layers))
}

/// A zone that was split holds only tokens and white space. A zone that was not split holds no
/// tokens.
fn check_zone(text: &str, zone: Span, cut: bool, layers: &Layers) -> Result<(), String> {
    let starts = &layers.tokens.start;
    let at = |edge: usize| starts.partition_point(|start| (*start as usize) < edge);
    let mut end = zone.start();
    for index in at(zone.start())..at(zone.end()) {
        let span = layers.tokens.span(index);
        if !cut {
            return Err(format!(
                "token {index} ({span}): in a zone that `only` leaves out"
            ));
        }
        check_gap(text, end, span.start())?;
        end = span.end();
    }
    if cut {
        check_gap(text, end, zone.end())
    } else {
        Ok(())
    }
}

fn check_gap(text: &str, start: usize, end: usize) -> Result<(), String> {
    let gap = text.get(start..end).unwrap_or_default();
    match gap.char_indices().find(|(_, c)| !c.is_whitespace()) {
        Some((at, _)) => Err(format!("byte {}: text outside all tokens", start + at)),
        None => Ok(()),
    }
}

/// An edge must not lie inside a token or inside a sentence.
fn check_edges<T: Copy>(name: &str, cover: &Cover<T>, layers: &Layers) -> Result<(), String> {
    let tokens = &layers.tokens;
    for (span, _) in cover.iter() {
        let edge = span.end();
        let after = tokens
            .start
            .partition_point(|start| (*start as usize) < edge);
        let Some(last) = after.checked_sub(1) else {
            continue;
        };
        if tokens.span(last).end() > edge {
            return Err(format!(
                "token {last} ({}): crosses a {name} edge",
                tokens.span(last)
            ));
        }
        if layers.present.contains(Layer::Sentences) && after < tokens.len() {
            let sentences = &layers.sentences;
            if sentences.of_token(last) == sentences.of_token(after) {
                return Err(format!("byte {edge}: a {name} edge inside a sentence"));
            }
        }
    }
    Ok(())
}

/// An entity may lie inside so many others. Whoever writes all entities at a token, as CoNLL-U does,
/// would otherwise take the square of the time on a document made to hurt.
const DEEPEST: usize = 16;

fn check_entities(text: &str, layers: &Layers) -> Result<(), String> {
    let mut depths: Vec<usize> = Vec::with_capacity(layers.entities.len());
    for (index, row) in layers.entities.iter().enumerate() {
        // The parent of a row stands before it.
        let parent = row.parent.and_then(|parent| depths.get(parent as usize));
        let depth = parent.map_or(0, |depth| depth + 1);
        if depth > DEEPEST {
            return Err(format!(
                "entity {index}: lies inside {depth} others, and {DEEPEST} are allowed"
            ));
        }
        depths.push(depth);
        if !(0.0..=1.0).contains(&row.score) {
            return Err(format!("entity {index}: its score is not between 0 and 1"));
        }
        if row
            .title
            .is_some_and(|title| title.get(text).is_none_or(str::is_empty))
        {
            return Err(format!(
                "entity {index}: its title is not on characters of the text"
            ));
        }
    }
    Ok(())
}

/// Returns true if tokens of this kind have a lemma.
pub(crate) fn wants_lemma(kind: TokenKind) -> bool {
    !matches!(kind, TokenKind::Punctuation | TokenKind::Symbol)
}

/// Converts the spans of sentences into ends: for each sentence the index after its last token.
pub(crate) fn sentence_ends(spans: &[Span], layers: &Layers) -> Result<Vec<usize>, Error> {
    let tokens = &layers.tokens;
    let mut ends = Vec::with_capacity(spans.len());
    let mut next = 0;
    for (index, span) in spans.iter().enumerate() {
        let end = tokens
            .end
            .partition_point(|end| (*end as usize) <= span.end());
        if end <= next || tokens.span_of(next..end) != *span {
            return Err(broken(format!(
                "sentence {index} ({span}): not whole tokens right after the sentence before"
            )));
        }
        ends.push(end);
        next = end;
    }
    if next != tokens.len() {
        return Err(broken(format!("token {next}: in no sentence")));
    }
    Ok(ends)
}

/// Checks that the document has the values of a layer exactly if the layer is present.
pub(crate) fn holds(
    present: LayerSet,
    layer: Layer,
    there: bool,
    what: std::fmt::Arguments<'_>,
) -> Result<(), Error> {
    if present.contains(layer) == there {
        return Ok(());
    }
    let verb = if there { "is present without" } else { "lacks" };
    Err(broken(format!("{what} {verb} the layer {layer}")))
}

#[cfg(all(feature = "fr", feature = "entities"))]
#[cfg(test)]
mod tests {
    use crate::{Document, Language, Layer, Pipeline};

    /// A document of one sentence with so many entities around its first word.
    fn nested(count: usize) -> Result<Document, serde_json::Error> {
        let builder = Pipeline::builder().language(Language::FRENCH);
        let pipeline = builder.layers([Layer::Entities]).build().unwrap();
        let document = pipeline.process("de ".repeat(count)).unwrap();
        let mut json = serde_json::to_value(&document).unwrap();
        let rows = (1..=count).rev().map(|words| {
            serde_json::json!({
                "start": 0, "end": 3 * words - 1, "label": "MISC", "source": "user", "score": 1.0
            })
        });
        json["entities"] = rows.collect();
        serde_json::from_value(json)
    }

    #[test]
    fn entities_lie_inside_a_few_others() {
        assert_eq!(nested(17).unwrap().view().entities().count(), 17);
        let error = nested(18).unwrap_err().to_string();
        assert!(
            error.contains("entity 17: lies inside 17 others, and 16"),
            "{error}"
        );
    }
}
