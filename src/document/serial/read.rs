//! Reading: raw rows are collected, and every rule of the data model is checked.

use serde::{Deserialize, Deserializer};

use super::super::check::{broken, check, holds, is_tail, sentence_ends};
use super::super::layers::{Cover, EntityRow, Layers, QuotationRow, score, settle};
use super::super::{Document, DocumentRef, EndReason, Layer};
use super::raw::Raw;
use super::tokens::read_tokens;
use super::{EntityForm, LanguageForm, QuotationForm, SentenceRow};
use crate::error::Error;
use crate::language::Detection;
use crate::span::{Span, check_length, clamp};
use crate::text::Text;

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Raw::deserialize(deserializer)?
            .build()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "records")]
impl Document {
    /// Reads a document from its JSON, more than twice as fast as serde does if griot wrote it. All other JSON of
    /// the form is read too.
    ///
    /// ```
    /// let document = griot::Pipeline::new()?.process("Bamako a réagi.")?;
    /// let json = serde_json::to_string(&document)?;
    /// assert_eq!(griot::Document::from_json(&json)?, document);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an [error](Error::is_document) if this is not the JSON of a document, is of another version
    /// or breaks a rule of the data model.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let raw = match super::canonical::read(json) {
            Some(raw) => raw,
            None => serde_json::from_str(json).map_err(|problem| broken(problem.to_string()))?,
        };
        raw.build()
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

    pub(super) fn build(self) -> Result<Document, Error> {
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
        if let Some(tokens) = &self.tokens {
            read_tokens(&text, tokens, &mut layers)?;
        }
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
