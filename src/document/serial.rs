//! The serde form of a document, which is the JSON that the example `annotate` prints.
//!
//! Writing streams rows from the columns. Reading collects raw rows and checks every rule of the
//! data model; [`super::check`] lists them.

use std::collections::HashMap;

use serde::de::IgnoredAny;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::check::{broken, check, holds, sentence_ends, wants_lemma};
use super::layer::Json;
use super::layers::{Cover, EntityRow, LanguageSource, Layers, QuotationRow, score, settle};
use super::{
    Dateline, Document, DocumentRef, EndReason, Entity, EntitySource, FORMAT, Label, Layer,
    LayerSet, Lead, Modifier, Pos, Quotation, Sentence, Shape, Stop, Token, TokenKind, ZoneKind,
    ZoneSet,
};
use crate::date::Date;
use crate::error::{Error, Kind};
use crate::language::{Detection, Language};
use crate::normalize::is_apostrophe;
use crate::span::{Span, check_length, clamp};
use crate::stem::Edition;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageForm {
    code: Language,
    confidence: f32,
    reliable: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageRow {
    start: u32,
    end: u32,
    code: Language,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneRow {
    start: u32,
    end: u32,
    kind: ZoneKind,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SentenceRow {
    start: u32,
    end: u32,
    end_reason: EndReason,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
}

/// `S` is `&str` when writing and `String` when reading.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenRow<S> {
    start: u32,
    end: u32,
    kind: TokenKind,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    norm: Option<S>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    stem: Option<S>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    lemma: Option<S>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pos: Option<Pos>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    guessed: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stop: Option<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntityForm<S> {
    start: u32,
    end: u32,
    label: Label,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    id: Option<S>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    value: Option<S>,
    #[serde(default, rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<Modifier>,
    source: EntitySource,
    score: f32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<Span>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    place: Option<S>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuotationForm {
    start: u32,
    end: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    speaker: Option<Span>,
    /// The number of the entity that is the speaker, and that of the token that is the verb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entity: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verb: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<Lead>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Meta<M> {
    layers: LayerSet,
    language_engine: LanguageSource,
    stem_edition: Option<Edition>,
    models: M,
    missing: LayerSet,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reference_date: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    only: Option<ZoneSet>,
}

/// `#[serde(default)]` alone would require `S: Default`.
fn none<S>() -> Option<S> {
    None
}

impl<S> TokenRow<S> {
    /// Whether the token has the value of a layer. `None` for a layer that is not written with the
    /// tokens. If lemmas are `due`, punctuation and symbols pass without one.
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
            | Layer::Entities
            | Layer::Quotations => None,
        }
    }
}

impl<'a> From<Token<'a>> for TokenRow<&'a str> {
    fn from(token: Token<'a>) -> Self {
        let span = token.span();
        Self {
            start: clamp(span.start()),
            end: clamp(span.end()),
            kind: token.kind(),
            norm: token.norm(),
            stem: token.stem(),
            lemma: token.lemma(),
            pos: token.pos(),
            guessed: token.is_lemma_guessed(),
            stop: token.stop().map(|stop| stop as u8),
        }
    }
}

impl<'a> From<Entity<'a>> for EntityForm<&'a str> {
    fn from(entity: Entity<'a>) -> Self {
        let span = entity.span();
        Self {
            start: clamp(span.start()),
            end: clamp(span.end()),
            label: entity.label(),
            id: entity.id(),
            value: entity.value(),
            modifier: entity.modifier(),
            source: entity.source(),
            score: entity.score(),
            title: entity.title_span(),
            place: entity.place_id(),
        }
    }
}

impl From<Quotation<'_>> for QuotationForm {
    fn from(quotation: Quotation<'_>) -> Self {
        let span = quotation.span();
        Self {
            start: clamp(span.start()),
            end: clamp(span.end()),
            speaker: quotation.speaker_span(),
            entity: quotation.speaker_entity().map(|it| clamp(it.index())),
            verb: quotation.verb().map(|it| clamp(it.index())),
            lead: quotation.lead(),
        }
    }
}

impl SentenceRow {
    fn of(sentence: Sentence<'_>, document: DocumentRef<'_>) -> Self {
        let (span, language) = (sentence.span(), sentence.language());
        Self {
            start: clamp(span.start()),
            end: clamp(span.end()),
            end_reason: sentence.end_reason(),
            score: Some(sentence.score()).filter(|score| *score < 1.0),
            language: (language != document.language().language).then_some(language),
        }
    }
}

/// Serialises an iterator without collecting it first.
struct Stream<F>(F);

impl<F, I> Serialize for Stream<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

impl Serialize for DocumentRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (document, layers) = (*self, self.layers());
        let is_field = |layer: &Layer| matches!(layer.info().json, Json::Rows(_));
        let fields = 4
            + usize::from(layers.dateline.is_some())
            + layers.present.iter().filter(is_field).count();
        let mut form = serializer.serialize_struct("Document", fields)?;
        form.serialize_field("griot", &FORMAT)?;
        form.serialize_field("text", self.text())?;
        let Detection {
            language: code,
            confidence,
            reliable,
        } = layers.language;
        form.serialize_field(
            "language",
            &LanguageForm {
                code,
                confidence,
                reliable,
            },
        )?;
        for layer in Layer::ALL {
            if layers.present.contains(*layer) {
                serialize_rows(*layer, document, &mut form)?;
            }
            if let (Layer::Zones, Some(dateline)) = (layer, layers.dateline) {
                form.serialize_field("dateline", &dateline)?;
            }
        }
        let meta = Meta {
            layers: layers.present,
            language_engine: layers.language_engine,
            stem_edition: layers.stem_edition,
            models: &layers.models,
            missing: layers.missing,
            reference_date: layers.reference_date,
            only: layers.only,
        };
        form.serialize_field("meta", &meta)?;
        form.end()
    }
}

/// Writes the list of a layer. Layers that are written with the tokens have none.
fn serialize_rows<S: SerializeStruct>(
    layer: Layer,
    document: DocumentRef<'_>,
    form: &mut S,
) -> Result<(), S::Error> {
    let key = layer.info().json.key();
    match layer {
        Layer::Language => {
            let row = |(span, code): (Span, _)| LanguageRow {
                start: clamp(span.start()),
                end: clamp(span.end()),
                code,
            };
            form.serialize_field(key, &Stream(|| document.languages().map(row)))
        }
        Layer::Zones => {
            let row = |(span, kind): (Span, _)| ZoneRow {
                start: clamp(span.start()),
                end: clamp(span.end()),
                kind,
            };
            form.serialize_field(key, &Stream(|| document.zones().map(row)))
        }
        Layer::Sentences => {
            let row = |sentence| SentenceRow::of(sentence, document);
            form.serialize_field(key, &Stream(|| document.sentences().map(row)))
        }
        Layer::Tokens => {
            form.serialize_field(key, &Stream(|| document.tokens().map(TokenRow::from)))
        }
        Layer::Entities => {
            form.serialize_field(key, &Stream(|| document.entities().map(EntityForm::from)))
        }
        Layer::Quotations => {
            let rows = || document.quotations().map(QuotationForm::from);
            form.serialize_field(key, &Stream(rows))
        }
        Layer::Norms | Layer::Stops | Layer::Stems | Layer::Lemmas | Layer::Pos => Ok(()),
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(deserialize_with = "version")]
    #[allow(dead_code, reason = "reading it checks it")]
    griot: (),
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
    sentences: Option<Vec<SentenceRow>>,
    tokens: Option<Vec<TokenRow<String>>>,
    entities: Option<Vec<EntityForm<String>>>,
    quotations: Option<Vec<QuotationForm>>,
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

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Raw::deserialize(deserializer)?
            .build()
            .map_err(serde::de::Error::custom)
    }
}

impl Raw {
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
            Layer::Norms | Layer::Stops | Layer::Stems | Layer::Lemmas | Layer::Pos => None,
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
        read_tokens(&text, self.tokens.unwrap_or_default(), &mut layers)?;
        if let Some(rows) = &self.sentences {
            read_sentences(rows, &mut layers)?;
        }
        for (index, row) in self.entities.unwrap_or_default().into_iter().enumerate() {
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
        for (index, row) in self.quotations.unwrap_or_default().iter().enumerate() {
            let row = read_quotation(row, &layers)
                .ok_or_else(|| broken(format!("quotation {index}: not on token edges")))?;
            layers.quotations.push(row);
        }
        check(&text, &layers)?;
        let document = Document::new(text, layers);
        if let Some(rows) = &self.sentences {
            check_sentence_languages(rows, document.view())?;
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

fn read_tokens(text: &str, rows: Vec<TokenRow<String>>, layers: &mut Layers) -> Result<(), Error> {
    let present = layers.present;
    let mut seen: HashMap<(&str, TokenKind, Language), u32> = HashMap::new();
    let mut lemmas: HashMap<String, u32> = HashMap::new();
    for (index, row) in rows.into_iter().enumerate() {
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
        if row.guessed && row.lemma.is_none() {
            return Err(broken(format!("token {index}: a guess, and no lemma")));
        }
        if present.contains(Layer::Lemmas) {
            layers.tokens.guess.push(row.guessed);
            let id = row.lemma.map_or(u32::MAX, |lemma| {
                let next = clamp(lemmas.len());
                *lemmas.entry(lemma).or_insert_with_key(|lemma| {
                    layers.lemmas.push(lemma);
                    next
                })
            });
            layers.tokens.lemma.push(id);
        }
        let Some(norm) = row.norm else { continue };
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
            layers.types.norms.push(&norm);
            layers.types.shape.push(Shape::of(surface));
            layers.types.stop.extend(stop);
            if let Some(stem) = &row.stem {
                layers.types.stems.push(stem, &norm);
            }
        }
        layers.tokens.type_id.push(id);
        let types = &layers.types;
        let same = types.norms.get(id as usize) == Some(&norm)
            && types.stem(id as usize) == row.stem.as_deref()
            && types.stop.get(id as usize).copied() == stop;
        if !same {
            let problem = "its norm, stem or stop differs from an equal token's";
            return Err(broken(format!("token {index} ({span}): {problem}")));
        }
    }
    Ok(())
}

fn read_sentences(rows: &[SentenceRow], layers: &mut Layers) -> Result<(), Error> {
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

fn check_sentence_languages(rows: &[SentenceRow], document: DocumentRef<'_>) -> Result<(), Error> {
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
fn read_entity(row: EntityForm<String>, text: &str, layers: &Layers) -> Option<EntityRow> {
    let tokens = &layers.tokens;
    let first = tokens.start.binary_search(&row.start).ok()?;
    let last = tokens.end.partition_point(|end| *end < row.end);
    let length = u8::try_from(tokens.end.get(last)?.checked_sub(row.end)?).ok()?;
    let token = || tokens.span(last).of(text);
    let tail = || token().get(token().len().checked_sub(length.into())?..);
    let own = || tail().is_some_and(|tail| tail.starts_with(is_apostrophe) && tail != token());
    (first <= last && (length == 0 || own())).then(|| EntityRow {
        tokens: clamp(first)..clamp(last + 1),
        tail: length,
        label: row.label,
        id: row.id.map(Into::into),
        value: row.value.map(Into::into),
        modifier: row.modifier,
        source: row.source,
        score: row.score,
        title: row.title,
        place: row.place.map(Into::into),
        parent: None,
    })
}

/// Reads a quotation. It and the words for its speaker must be whole tokens. Otherwise the result is
/// `None`.
fn read_quotation(row: &QuotationForm, layers: &Layers) -> Option<QuotationRow> {
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
