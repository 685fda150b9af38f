//! Reading: raw rows are collected, and every rule of the data model is checked.

use hashbrown::HashMap;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

use super::super::check::{broken, check, holds, is_tail, sentence_ends, wants_lemma};
use super::super::layers::{Cover, EntityRow, Layers, QuotationRow, score, settle};
use super::super::morph::MorphNumbers;
use super::super::{
    Dateline, Document, DocumentRef, EndReason, FORMAT, Layer, Shape, Stop, TokenKind,
};
use super::{
    EntityForm, LanguageForm, LanguageRow, Meta, OffsetUnit, QuotationForm, SentenceRow, TokenRow,
    ZoneRow,
};
use crate::error::{Error, Kind};
use crate::language::{Detection, Language};
use crate::span::{Span, check_length, clamp};
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw<'a> {
    #[serde(deserialize_with = "version")]
    #[allow(dead_code, reason = "reading it checks it")]
    griot: (),
    #[serde(default, deserialize_with = "in_bytes")]
    #[allow(dead_code, reason = "reading it checks it")]
    offsets: (),
    /// What the example `annotate` adds to a line.
    #[allow(dead_code)]
    source: Option<IgnoredAny>,
    #[allow(dead_code)]
    metadata: Option<IgnoredAny>,
    text: String,
    language: LanguageForm,
    languages: Option<Vec<LanguageRow>>,
    zones: Option<Vec<ZoneRow>>,
    dateline: Option<Dateline>,
    #[serde(borrow)]
    sentences: Option<Vec<SentenceRow<Text<'a>>>>,
    #[serde(borrow)]
    tokens: Option<Vec<TokenRow<Text<'a>>>>,
    #[serde(borrow)]
    entities: Option<Vec<EntityForm<Text<'a>>>>,
    #[serde(borrow)]
    quotations: Option<Vec<QuotationForm<Text<'a>>>>,
    meta: Meta<Vec<String>>,
}

/// Reads the version of the format. It stands first, so a document of a newer version is refused
/// for its version, and not for a field that this version does not know.
fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    match u32::deserialize(deserializer)? {
        FORMAT => Ok(()),
        found => {
            let error = Error::from(Kind::Version {
                found,
                read: FORMAT,
            });
            Err(serde::de::Error::custom(error))
        }
    }
}

/// Other offsets than bytes are for programs that count in them.
fn in_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    match OffsetUnit::deserialize(deserializer)? {
        OffsetUnit::Bytes => Ok(()),
        unit => {
            let error = broken(format!("offsets are {unit}: write the document with bytes"));
            Err(serde::de::Error::custom(error))
        }
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Raw::deserialize(deserializer)?
            .build()
            .map_err(serde::de::Error::custom)
    }
}

impl Raw<'_> {
    /// Whether the document has the list of a layer. `None` for a layer that has no list of its
    /// own.
    fn has(&self, layer: Layer) -> Option<bool> {
        match layer {
            Layer::Language => Some(self.languages.is_some()),
            Layer::Zones => Some(self.zones.is_some()),
            Layer::Sentences => Some(self.sentences.is_some()),
            Layer::Tokens => Some(self.tokens.is_some()),
            Layer::Entities => Some(self.entities.is_some()),
            Layer::Quotations => Some(self.quotations.is_some()),
            Layer::Norms
            | Layer::Stops
            | Layer::Stems
            | Layer::Lemmas
            | Layer::Pos
            | Layer::Morph => None,
        }
    }

    fn build(self) -> Result<Document, Error> {
        check_length(self.text.len())?;
        let present = self.meta.layers;
        for layer in Layer::ALL {
            if let Some(there) = self.has(*layer) {
                let key = layer.info().json.key();
                holds(present, *layer, there, format_args!("{key}"))?;
            }
        }
        let text = self.text;
        let LanguageForm {
            code,
            confidence,
            reliable,
        } = self.language;
        let mut layers = Layers {
            present,
            missing: self.meta.missing,
            language: Detection {
                language: code,
                confidence,
                reliable,
            },
            language_engine: self.meta.language_engine,
            stem_edition: self.meta.stem_edition,
            models: self.meta.models,
            reference_date: self.meta.reference_date,
            only: self.meta.only,
            dateline: self.dateline,
            ..Layers::default()
        };
        let languages = self.languages.unwrap_or_default().into_iter();
        layers.languages = cover(
            "languages",
            languages.map(|row| (row.start, row.end, row.code)),
        )?;
        let zones = self.zones.unwrap_or_default().into_iter();
        layers.zones = cover("zones", zones.map(|row| (row.start, row.end, row.kind)))?;
        read_tokens(&text, &self.tokens.unwrap_or_default(), &mut layers)?;
        if let Some(rows) = &self.sentences {
            read_sentences(rows, &mut layers)?;
        }
        let mut entity_texts = Vec::new();
        for (index, mut row) in self.entities.unwrap_or_default().into_iter().enumerate() {
            entity_texts.push(row.text.take());
            let row = read_entity(row, &text, &layers)
                .ok_or_else(|| broken(format!("entity {index}: not on token edges")))?;
            layers.entities.push(row);
        }
        let order = |row: &EntityRow| (row.tokens.start, std::cmp::Reverse(row.tokens.end));
        if !layers.entities.is_sorted_by_key(order) {
            return Err(broken(
                "entities do not stand by start, the longer first".to_owned(),
            ));
        }
        settle(&mut layers.entities)
            .map_err(|index| broken(format!("entity {index}: crosses or repeats another")))?;
        let quotations = self.quotations.unwrap_or_default();
        for (index, row) in quotations.iter().enumerate() {
            let row = read_quotation(row, &layers)
                .ok_or_else(|| broken(format!("quotation {index}: not on token edges")))?;
            layers.quotations.push(row);
        }
        check(&text, &layers)?;
        let document = Document::new(text, layers);
        let view = document.view();
        let spans = view.entities().map(|it| it.text());
        check_texts(
            "entity",
            entity_texts.iter().map(Option::as_deref).zip(spans),
        )?;
        let rows = quotations.iter().map(|it| it.text.as_deref());
        let spans = view.quotations().map(|it| it.text());
        check_texts("quotation", rows.zip(spans))?;
        if let Some(rows) = &self.sentences {
            let texts = rows.iter().map(|it| it.text.as_deref());
            let spans = view.sentences().map(|it| it.text());
            check_texts("sentence", texts.zip(spans))?;
            check_sentence_languages(rows, view)?;
        }
        Ok(document)
    }
}

/// Converts rows into a cover. [`check`] makes sure that it reaches the end of the text.
fn cover<T>(what: &str, rows: impl Iterator<Item = (u32, u32, T)>) -> Result<Cover<T>, Error> {
    let mut cover = Cover::default();
    let mut covered = 0;
    for (start, end, value) in rows {
        if start != covered {
            return Err(broken(format!(
                "{what} {start}..{end}: does not begin at byte {covered}"
            )));
        }
        cover.0.push((end, value));
        covered = end;
    }
    Ok(cover)
}

fn read_tokens(text: &str, rows: &[TokenRow<Text<'_>>], layers: &mut Layers) -> Result<(), Error> {
    let present = layers.present;
    let mut seen: HashMap<(&str, TokenKind, Language), u32> = HashMap::new();
    let mut lemmas: HashMap<&str, u32> = HashMap::new();
    let mut morphs = MorphNumbers::default();
    for (index, row) in rows.iter().enumerate() {
        if row.end < row.start {
            return Err(broken(format!("token {index}: ends before it starts")));
        }
        let span = Span::new(row.start, row.end);
        layers.tokens.push(span, row.kind);
        for layer in Layer::ALL {
            let due = present.contains(*layer);
            if let Some(there) = row.has(*layer, due) {
                holds(present, *layer, there, format_args!("token {index}"))?;
            }
        }
        layers.tokens.pos.extend(row.pos);
        if present.contains(Layer::Morph) {
            let number = morphs.number(row.morph, &mut layers.morphs);
            let number = number.ok_or_else(|| {
                broken(format!(
                    "token {index}: more than {} distinct features",
                    u16::MAX
                ))
            })?;
            layers.tokens.morph.push(number);
        } else if !row.morph.is_empty() {
            return Err(broken(format!(
                "token {index}: has features, and layer morph is absent"
            )));
        }
        if row.guessed && row.lemma.is_none() {
            return Err(broken(format!("token {index}: a guess, and no lemma")));
        }
        if present.contains(Layer::Lemmas) {
            layers.tokens.guess.push(row.guessed);
            let id = row.lemma.as_deref().map_or(u32::MAX, |lemma| {
                let next = clamp(lemmas.len());
                *lemmas.entry(lemma).or_insert_with_key(|lemma| {
                    layers.lemmas.push(lemma);
                    next
                })
            });
            layers.tokens.lemma.push(id);
        }
        let Some(norm) = row.norm.as_deref() else {
            continue;
        };
        let stop = match row.stop {
            None => None,
            Some(0) => Some(Stop::No),
            Some(1) => Some(Stop::Function),
            Some(2) => Some(Stop::Extended),
            Some(other) => {
                return Err(broken(format!(
                    "token {index}: stop is {other}, not 0 to 2"
                )));
            }
        };
        let surface = span.get(text).unwrap_or_default();
        let language = layers
            .languages
            .at(span.start())
            .unwrap_or(layers.language.language);
        let next = clamp(layers.types.norms.len());
        let id = *seen.entry((surface, row.kind, language)).or_insert(next);
        if id == next {
            layers.types.norms.push(norm);
            layers.types.shape.push(Shape::of(surface));
            layers.types.stop.extend(stop);
            if let Some(stem) = &row.stem {
                layers.types.stems.push(stem, norm);
            }
        }
        layers.tokens.type_id.push(id);
        let types = &layers.types;
        let same = types.norms.get(id as usize) == Some(norm)
            && types.stem(id as usize) == row.stem.as_deref()
            && types.stop.get(id as usize).copied() == stop;
        if !same {
            let problem = "its norm, stem or stop differs from an equal token's";
            return Err(broken(format!("token {index} ({span}): {problem}")));
        }
    }
    Ok(())
}

fn read_sentences(rows: &[SentenceRow<Text<'_>>], layers: &mut Layers) -> Result<(), Error> {
    let spans: Vec<_> = rows
        .iter()
        .map(|row| Span::new(row.start, row.end))
        .collect();
    let ends = sentence_ends(&spans, layers)?.into_iter().zip(rows);
    for (index, (end, row)) in ends.enumerate() {
        let likely = row.score.unwrap_or(1.0);
        if !(0.0..=1.0).contains(&likely) {
            return Err(broken(format!(
                "sentence {index}: its score is not between 0 and 1"
            )));
        }
        let judged = matches!(row.end_reason, EndReason::Stop | EndReason::Model);
        if row.score.is_some() && !judged {
            let reason = row.end_reason;
            return Err(broken(format!(
                "sentence {index}: has a score though its end is a {reason}"
            )));
        }
        layers.sentences.push(end, row.end_reason, score(likely));
    }
    Ok(())
}

/// Checks the texts that rows have against those of their spans.
fn check_texts<'a>(
    what: &str,
    rows: impl Iterator<Item = (Option<&'a str>, &'a str)>,
) -> Result<(), Error> {
    let mut rows = rows.enumerate();
    let wrong = rows.find(|(_, (said, text))| said.is_some_and(|said| said != *text));
    wrong.map_or(Ok(()), |(index, _)| {
        let problem = "its text is not that of its span";
        Err(broken(format!("{what} {index}: {problem}")))
    })
}

fn check_sentence_languages(
    rows: &[SentenceRow<Text<'_>>],
    document: DocumentRef<'_>,
) -> Result<(), Error> {
    for (row, sentence) in rows.iter().zip(document.sentences()) {
        if row
            .language
            .is_some_and(|language| language != sentence.language())
        {
            let index = sentence.index();
            return Err(broken(format!(
                "sentence {index}: its language is not that of its text"
            )));
        }
    }
    Ok(())
}

/// Reads an entity. It must begin where a token begins, and end where a token ends or before an
/// apostrophe inside one. Otherwise the result is `None`.
fn read_entity(row: EntityForm<Text<'_>>, text: &str, layers: &Layers) -> Option<EntityRow> {
    let tokens = &layers.tokens;
    let first = tokens.start.binary_search(&row.start).ok()?;
    let last = tokens.end.partition_point(|end| *end < row.end);
    let length = u8::try_from(tokens.end.get(last)?.checked_sub(row.end)?).ok()?;
    let own = || is_tail(tokens.span(last).of(text), length);
    (first <= last && (length == 0 || own())).then(|| EntityRow {
        tokens: clamp(first)..clamp(last + 1),
        tail: length,
        label: row.label,
        id: row.id.as_deref().map(Into::into),
        value: row.value.as_deref().map(Into::into),
        modifier: row.modifier,
        source: row.source,
        score: row.score,
        title: row.title,
        place: row.place.as_deref().map(Into::into),
        parent: None,
    })
}

/// Reads a quotation. It and the words for its speaker must be whole tokens. Otherwise the result is
/// `None`.
fn read_quotation(row: &QuotationForm<Text<'_>>, layers: &Layers) -> Option<QuotationRow> {
    let tokens = &layers.tokens;
    let whole = |start: u32, end: u32| {
        let first = tokens.start.binary_search(&start).ok()?;
        let last = tokens.end.binary_search(&end).ok()?;
        (first <= last).then(|| clamp(first)..clamp(last + 1))
    };
    let speaker = match row.speaker {
        Some(span) => Some(whole(clamp(span.start()), clamp(span.end()))?),
        None => None,
    };
    Some(QuotationRow {
        tokens: whole(row.start, row.end)?,
        speaker,
        entity: row.entity,
        verb: row.verb,
        lead: row.lead,
    })
}
