//! The rules of the data model. A document from outside that breaks one is refused with a message.
//! `tests/cases/broken_documents.tsv` breaks each of them.
//!
//! | rule | what holds |
//! |-----:|------------|
//! | 1 | The format is the one that this version reads, and no field is unknown. Offsets can count the text. |
//! | 2 | A layer that is present has the layers that it needs, and is not missing as well. |
//! | 3 | The list or key of a layer is there exactly if the layer is present. |
//! | 4 | Stems and their edition go together. `only` needs the layer of zones. Models have names. |
//! | 5 | A confidence or a score is between 0 and 1. |
//! | 6 | Languages cover the text, span by span, and so do zones. |
//! | 7 | The parts of the dateline are pieces of text. They lie in one zone of this kind, if there are zones. |
//! | 8 | Tokens are pieces of text in order. They do not overlap. They hold no white space at an end, and no line break but behind a hyphen inside a word. |
//! | 9 | Between tokens there is only white space. A zone that `only` leaves out has no tokens. |
//! | 10 | No token and no sentence crosses an edge of a language or of a zone. |
//! | 11 | No norm, stem or lemma is empty. |
//! | 12 | Equal tokens have equal norms, stems and stop tiers. A stop tier is 0, 1 or 2. |
//! | 13 | All tokens but punctuation and symbols have a lemma. A guess has one. |
//! | 14 | Sentences are whole tokens, and each token is in exactly one of them. |
//! | 15 | Only `stop` and `model` have a score. The language of a sentence is that of its text. |
//! | 16 | A sentence ends with the text exactly if only white space follows. At a `line-break` there is one, at `zone` or `language` an edge of one. |
//! | 17 | An entity begins at a token, and ends at one or before an apostrophe inside one. |
//! | 18 | Entities stand by start, the longer first. They are disjoint or nested, at most 16 deep, and never equal. |
//! | 19 | An entity lies in one sentence. |
//! | 20 | A title is whole tokens. |
//! | 21 | No id and no value is empty or has a control character. |
//! | 22 | Only dates and quantities have a value or a modifier. That of a date is a year, season, month, day or century, or an interval of two. |
//! | 23 | The value of a quantity has the form that [`Quantity`] states. Its modifier can only be `APPROX`, and needs a value. |
//! | 24 | A quotation and the words for its speaker are whole tokens. Quotations stand in order and do not overlap. |
//! | 25 | The verb of a quotation is a token, and none of its marks; its lead is direct. The entity of a speaker lies in the words for the speaker. |
//! | 26 | Offsets are bytes. The text of a sentence, an entity or a quotation is that of its span. |

use super::lanes::{self, LANES, equal, less};
use super::layer::Layer;
use super::layer_set::LayerSet;
use super::layers::{Cover, EntityRow, Layers, QuotationRow, Tokens};
use super::{Dateline, EndReason, Label, Lead, Modifier, Quantity, TokenKind, ZoneKind};
use crate::date::{Date, days_in_month};
use crate::error::{Error, Kind};
use crate::lines::{is_control, is_line_break, unbroken};
use crate::normalize::is_apostrophe;
use crate::span::{Span, check_length, clamp};

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
        // They were already read as ranges of tokens.
        Layer::Sentences => check_ends(text, layers),
        // Equal tokens share their forms.
        Layer::Norms => check_forms("norm", layers.types.norms.are_full()),
        Layer::Stems => check_forms("stem", layers.types.stems_are_full()),
        Layer::Lemmas => check_forms("lemma", layers.lemmas.are_full()),
        Layer::Stops | Layer::Pos => Ok(()),
        // They were numbered as they were read.
        Layer::Morph => Ok(()),
        Layer::Entities => check_entities(layers),
        Layer::Quotations => check_quotations(layers),
    }
}

fn check_forms(name: &str, full: bool) -> Result<(), String> {
    match full {
        true => Ok(()),
        false => Err(format!("a {name} is empty")),
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
    let unnamed = |model: &&String| model.is_empty() || model.contains(is_control);
    if let Some(model) = layers.models.iter().find(unnamed) {
        return Err(format!(
            "model {model:?}: empty, or has a control character"
        ));
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
        return Err(format!(
            "{name} cover {covered} bytes of a text of {}: if it was changed, annotate it again",
            text.len()
        ));
    }
    Ok(())
}

fn check_dateline(text: &str, layers: &Layers) -> Result<(), String> {
    let parts = || layers.dateline.into_iter().flat_map(Dateline::parts);
    if let Some(part) = parts().find(|part| part.get(text).is_none_or(str::is_empty)) {
        return Err(format!("dateline {part}: not on characters of the text"));
    }
    let Some(first) = parts()
        .next()
        .filter(|_| layers.present.contains(Layer::Zones))
    else {
        return Ok(());
    };
    let zone = layers.zones.iter().find(|(zone, _)| zone.covers(first));
    let inside = |zone: Span| parts().all(|part| zone.covers(part));
    match zone {
        Some((zone, ZoneKind::Dateline)) if inside(zone) => Ok(()),
        _ => Err("dateline: its parts are not in one zone of this kind".to_owned()),
    }
}

fn check_tokens(text: &str, layers: &Layers) -> Result<(), String> {
    if !are_sound(text, &layers.tokens) {
        find_broken(text, &layers.tokens)?;
    }
    let Some(only) = layers.only else {
        return check_zone(text, Span::from_usize(0, text.len()), true, layers);
    };
    let mut zones = layers.zones.iter();
    zones.try_for_each(|(zone, kind)| check_zone(text, zone, only.contains(kind), layers))
}

/// Whether no token is broken. It takes less time than to say which one is.
fn are_sound(text: &str, rows: &Tokens) -> bool {
    let spans = rows.start.iter().zip(&rows.end);
    let gaps = rows.end.iter().zip(rows.start.iter().skip(1));
    if rows.type_id.len() != rows.len()
        || !spans.fold(true, |sound, (start, end)| sound & (start < end))
        || !gaps.fold(true, |sound, (end, start)| sound & (end <= start))
    {
        return false;
    }
    let mut types = 0;
    let spans = rows.start.iter().zip(&rows.end);
    spans.zip(&rows.type_id).all(|((start, end), id)| {
        *id < types || {
            types += 1;
            is_plain(text, *start, end - start)
                || check_token(text, Span::new(*start, *end)).is_ok()
        }
    })
}

/// Finds the first token that is broken, if there is one.
fn find_broken(text: &str, rows: &Tokens) -> Result<(), String> {
    let (mut end, mut types) = (0, 0);
    for (index, (start, stop)) in rows.start.iter().zip(&rows.end).enumerate() {
        // Tokens of one type have the same text, so the first of them speaks for all.
        let first = rows.type_id.get(index).is_none_or(|id| *id >= types);
        if first || start >= stop {
            types += 1;
            check_token(text, rows.span(index))
                .map_err(|problem| format!("token {index} ({start}..{stop}): {problem}"))?;
        }
        if *start < end {
            return Err(format!(
                "token {index} ({start}..{stop}): overlaps the one before it"
            ));
        }
        end = *stop;
    }
    Ok(())
}

/// Whether a token is a few signs of ASCII, none of them white space. So it stands on characters, for the bytes behind
/// it do.
#[inline]
fn is_plain(text: &str, start: u32, length: u32) -> bool {
    let short = length <= clamp(LANES);
    let token = lanes::at(text.as_bytes(), start, length).filter(|_| short);
    token.is_some_and(|token| {
        let token = token | lanes::all(b'a') & !lanes::mask(length);
        (less(token, b' ' + 1) | token & lanes::HIGH) == 0
    })
}

/// Checks the text of a token.
#[inline(never)]
fn check_token(text: &str, span: Span) -> Result<(), &'static str> {
    let token = span.get(text).filter(|token| !token.is_empty());
    let token =
        token.ok_or("not on characters of the text: if it was changed, annotate it again")?;
    if !is_dense(token) && (token.trim() != token || unbroken(token).contains(is_line_break)) {
        return Err("a line break, or white space at an end");
    }
    Ok(())
}

/// Whether no byte of a token can be of white space, as in nearly all tokens: it is a space or a control, or in a
/// character that begins with one of a few bytes.
fn is_dense(token: &str) -> bool {
    token.as_bytes().chunks(LANES).all(|bytes| {
        let beyond = !lanes::mask(clamp(bytes.len()));
        let lanes = lanes::first(bytes) | lanes::all(b'a') & beyond;
        let long = || equal(lanes, 0xc2) | equal(lanes & lanes::all(0xfc), 0xe0) != 0;
        less(lanes, b' ' + 1) == 0 && (lanes & lanes::HIGH == 0 || !long())
    })
}

/// A zone that was split holds only tokens and white space. A zone that was not split holds no
/// tokens.
fn check_zone(text: &str, zone: Span, cut: bool, layers: &Layers) -> Result<(), String> {
    let rows = &layers.tokens;
    let at = |edge: usize| rows.start.partition_point(|start| (*start as usize) < edge);
    let (first, next) = (at(zone.start()), at(zone.end()));
    if !cut {
        let problem = "in a zone that `only` leaves out";
        let token = |index| format!("token {index} ({}): {problem}", rows.span(index));
        return if first < next {
            Err(token(first))
        } else {
            Ok(())
        };
    }
    let starts = rows.start.get(first..next).unwrap_or_default();
    let ends = rows.end.get(first..next).unwrap_or_default();
    let mut end = clamp(zone.start());
    for (start, stop) in starts.iter().zip(ends) {
        let space = || text.as_bytes().get(end as usize) == Some(&b' ');
        if *start != end && !(*start - end == 1 && space()) {
            check_gap(text, end as usize, *start as usize)?;
        }
        end = *stop;
    }
    check_gap(text, end as usize, zone.end())
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

/// Checks the reasons why sentences end.
fn check_ends(text: &str, layers: &Layers) -> Result<(), String> {
    let (tokens, sentences) = (&layers.tokens, &layers.sentences);
    for (index, reason) in sentences.reason.iter().enumerate() {
        let next = sentences.tokens(index).end;
        let end = tokens.span(next.saturating_sub(1)).end();
        let start = if next < tokens.len() {
            tokens.span(next).start()
        } else {
            text.len()
        };
        let gap = text.get(end..start).unwrap_or_default();
        let last = next == tokens.len() && gap.trim().is_empty();
        let (zones, languages) = (&layers.zones, &layers.languages);
        let fits = match reason {
            EndReason::EndOfText => last,
            _ if last => false,
            EndReason::LineBreak => gap.contains(is_line_break),
            // The layer of zones may be absent though the rules found zones.
            EndReason::Zone => !layers.present.contains(Layer::Zones) || zones.has_edge(end, start),
            EndReason::Language => languages.has_edge(end, start),
            EndReason::Stop | EndReason::Model => true,
        };
        if !fits {
            return Err(format!(
                "sentence {index}: its end at byte {end} is no {reason}"
            ));
        }
    }
    Ok(())
}

/// An entity may lie inside so many others. Whoever writes all entities at a token, as CoNLL-U does,
/// would otherwise take the square of the time on a document made to hurt.
const DEEPEST: usize = 16;

fn check_entities(layers: &Layers) -> Result<(), String> {
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
        check_entity(row, layers).map_err(|problem| format!("entity {index}: {problem}"))?;
    }
    Ok(())
}

fn check_entity(row: &EntityRow, layers: &Layers) -> Result<(), &'static str> {
    if !(0.0..=1.0).contains(&row.score) {
        return Err("its score is not between 0 and 1");
    }
    let (first, last) = (row.range().start, row.range().end.saturating_sub(1));
    if layers.sentences.of_token(first) != layers.sentences.of_token(last) {
        return Err("in more than one sentence");
    }
    if row.title.is_some_and(|title| !are_tokens(title, layers)) {
        return Err("its title is not whole tokens");
    }
    let refused = |text: &Option<Box<str>>| {
        let text = text.as_deref();
        text.is_some_and(|text| text.is_empty() || text.contains(is_control))
    };
    if refused(&row.id) {
        return Err("its id is empty, or has a control character");
    }
    if refused(&row.place) {
        return Err("the id of its place is empty, or has a control character");
    }
    if refused(&row.value) {
        return Err("its value is empty, or has a control character");
    }
    let value = row.value.as_deref();
    if row.label == Label::DATE {
        if value.is_some_and(|value| !is_date_value(value)) {
            return Err("its value is no date");
        }
    } else if row.label == Label::QUANTITY {
        if value.is_some_and(|value| Quantity::parse(value).is_none()) {
            return Err("its value is no quantity");
        }
        let rough = row.modifier == Some(Modifier::Approx) && value.is_some();
        if row.modifier.is_some() && !rough {
            return Err("its modifier is not `APPROX` beside a value");
        }
    } else if row.value.is_some() || row.modifier.is_some() {
        return Err("has a value or a modifier, and is neither a date nor a quantity");
    }
    Ok(())
}

fn check_quotations(layers: &Layers) -> Result<(), String> {
    let mut end = 0;
    for (index, row) in layers.quotations.iter().enumerate() {
        if row.tokens.start < end {
            return Err(format!("quotation {index}: overlaps the one before it"));
        }
        end = row.tokens.end;
        check_quotation(row, layers).map_err(|problem| format!("quotation {index}: {problem}"))?;
    }
    Ok(())
}

fn check_quotation(row: &QuotationRow, layers: &Layers) -> Result<(), &'static str> {
    if let Some(verb) = row.verb {
        if row.lead != Some(Lead::Direct) {
            return Err("has a verb, and its lead is not direct");
        }
        // It stands inside in `« Nous restons, a déclaré Paul Biya, et nous gagnons. »`.
        let mark = verb == row.tokens.start || row.tokens.end.checked_sub(1) == Some(verb);
        if verb as usize >= layers.tokens.len() || mark {
            return Err("its verb is no token, or one of its marks");
        }
    }
    let Some(entity) = row.entity else {
        return Ok(());
    };
    let entity = layers.entities.get(entity as usize).map(EntityRow::range);
    let inside = entity.zip(row.speaker_range());
    match inside {
        Some((entity, words)) if words.start <= entity.start && entity.end <= words.end => Ok(()),
        _ => Err("its entity is not in the words for the speaker"),
    }
}

/// Whether a span begins where a token begins, and ends where one ends.
fn are_tokens(span: Span, layers: &Layers) -> bool {
    let (start, end) = (clamp(span.start()), clamp(span.end()));
    let tokens = &layers.tokens;
    let starts = tokens.start.binary_search(&start).is_ok();
    starts && !span.is_empty() && tokens.end.binary_search(&end).is_ok()
}

/// The names of the seasons in TIMEX3.
const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];

/// Whether a text is the value of a date: a period, or an interval of two.
fn is_date_value(value: &str) -> bool {
    match value.split_once('/') {
        Some((start, end)) => is_period(start) && is_period(end),
        None => is_period(value),
    }
}

/// A century, year, season, month or day: `20`, `2024`, `2024-SU`, `2024-02`, `2024-02-29`. A month or day may be one of
/// a year that is not known: `XXXX-02-29`.
fn is_period(text: &str) -> bool {
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|it| it.is_ascii_digit());
    let month = |text: &str| digits(text, 2) && matches!(text.parse(), Ok(1..=12));
    match text.split_once('-') {
        None => digits(text, 2) || digits(text, 4),
        Some(("XXXX", day)) => match day.split_once('-') {
            None => month(day),
            Some((of, day)) => {
                let longest = of.parse().map_or(0, |month| days_in_month(2000, month));
                let fits = |day: u8| (1..=longest).contains(&day);
                month(of) && digits(day, 2) && day.parse().is_ok_and(fits)
            }
        },
        Some((year, of)) if month(of) || SEASONS.contains(&of) => digits(year, 4),
        Some(_) => text.parse::<Date>().is_ok(),
    }
}

/// Whether the last `length` bytes of a token may stay outside an entity: they are an apostrophe and
/// what follows it, and not the whole token.
pub(crate) fn is_tail(token: &str, length: u8) -> bool {
    let start = token.len().checked_sub(length.into());
    let tail = start.and_then(|start| token.get(start..));
    tail.is_some_and(|tail| tail.starts_with(is_apostrophe) && tail != token)
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
