//! [`Documents`]: a row for each document.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_buffer::NullBufferBuilder;
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema};
use griot::document::OffsetUnit;
use griot::{
    Date, DocumentRef, Entity, Language, Layer, LayerSet, Quotation, Sentence, Token, ZoneKind,
};

use crate::columns::{Column, Day, Text};
use crate::cursor::{Cursor, offset};
use crate::rows::{List, Lists, Rows, rows};

rows! {
    /// The language of each document.
    Detections, DetectionRow { code: Text, confidence: Float, reliable: Bool, }
}

rows! {
    /// Spans in one language.
    Languages, LanguageRow { start: Int, end: Int, code: Text, }
}

rows! {
    /// Zones.
    Zones, ZoneRow { start: Int, end: Int, kind: Text, }
}

rows! {
    /// Sentences.
    Sentences, SentenceRow { start: Int, end: Int, end_reason: Text, score: Float, }
}

rows! {
    /// Tokens and their forms.
    TokenRows, TokenRow {
        start: Int, end: Int, text: Text, kind: Text, norm: Text, stem: Text, lemma: Text, pos: Text, morph: Features, stop: Text,
    }
}

rows! {
    /// Entities.
    Entities, EntityRow {
        start: Int, end: Int, text: Text, label: Text, id: Text, value: Text, modifier: Text, title: Text,
        source: Text, score: Float,
    }
}

rows! {
    /// Quotations.
    Quotations, QuotationRow {
        start: Int, end: Int, text: Text, words: Text, speaker: Text, entity: Int, verb: Text, lead: Text,
    }
}

impl<'a> LanguageRow<'a> {
    fn new(language: Language, (start, end): (i32, i32)) -> Self {
        let (start, end, code) = (Some(start), Some(end), Some(language.code()));
        Self {
            start,
            end,
            code,
            ..Self::default()
        }
    }
}

impl<'a> ZoneRow<'a> {
    fn new(kind: ZoneKind, (start, end): (i32, i32)) -> Self {
        let (start, end, kind) = (Some(start), Some(end), Some(kind.as_str()));
        Self {
            start,
            end,
            kind,
            ..Self::default()
        }
    }
}

impl<'a> SentenceRow<'a> {
    fn new(sentence: Sentence<'a>, (start, end): (i32, i32)) -> Self {
        Self {
            start: Some(start),
            end: Some(end),
            end_reason: Some(sentence.end_reason().as_str()),
            score: Some(sentence.score()),
            ..Self::default()
        }
    }
}

impl<'a> TokenRow<'a> {
    fn new(token: Token<'a>, (start, end): (i32, i32)) -> Self {
        Self {
            start: Some(start),
            end: Some(end),
            text: Some(token.text()),
            kind: Some(token.kind().as_str()),
            norm: token.norm(),
            stem: token.stem(),
            lemma: token.lemma(),
            pos: token.pos().map(|pos| pos.as_str()),
            morph: token.morph(),
            stop: token.stop().map(|stop| stop.as_str()),
            ..Self::default()
        }
    }
}

impl<'a> EntityRow<'a> {
    fn new(entity: Entity<'a>, (start, end): (i32, i32)) -> Self {
        Self {
            start: Some(start),
            end: Some(end),
            text: Some(entity.text()),
            label: Some(entity.label_str()),
            id: entity.id(),
            value: entity.value(),
            modifier: entity.modifier().map(|modifier| modifier.as_str()),
            title: entity.title(),
            source: Some(entity.source().as_str()),
            score: Some(entity.score()),
            ..Self::default()
        }
    }
}

impl<'a> QuotationRow<'a> {
    fn new(quotation: Quotation<'a>, (start, end): (i32, i32)) -> Self {
        Self {
            start: Some(start),
            end: Some(end),
            text: Some(quotation.text()),
            words: Some(quotation.words()),
            speaker: quotation.speaker(),
            entity: quotation
                .speaker_entity()
                .map(|entity| offset(entity.index())),
            verb: quotation.verb().map(|verb| verb.text()),
            lead: quotation.lead().map(|lead| lead.as_str()),
            ..Self::default()
        }
    }
}

/// Builds batches with a row for each document. See the [crate](crate) for the columns.
#[derive(Debug)]
pub struct Documents {
    unit: OffsetUnit,
    language: Detections,
    known: NullBufferBuilder,
    reference_date: Day,
    languages: Option<Lists<Languages>>,
    zones: Option<Lists<Zones>>,
    sentences: Option<Lists<Sentences>>,
    tokens: Option<Lists<TokenRows>>,
    entities: Option<Lists<Entities>>,
    quotations: Option<Lists<Quotations>>,
    error: Text,
}

impl Documents {
    /// Begins a batch with columns for these layers, and not for the layers that they need.
    pub fn new(layers: impl Into<LayerSet>, unit: OffsetUnit) -> Self {
        let layers = layers.into();
        let forms = [
            Layer::Norms,
            Layer::Stops,
            Layer::Stems,
            Layer::Lemmas,
            Layer::Pos,
            Layer::Morph,
        ];
        let has = |layer| layers.contains(layer);
        let has_tokens = has(Layer::Tokens) || forms.into_iter().any(has);
        Self {
            unit,
            language: Detections::default(),
            known: NullBufferBuilder::new(0),
            reference_date: Day::default(),
            languages: has(Layer::Language).then(|| Lists::new("languages")),
            zones: has(Layer::Zones).then(|| Lists::new("zones")),
            sentences: has(Layer::Sentences).then(|| Lists::new("sentences")),
            tokens: has_tokens.then(|| Lists::new("tokens")),
            entities: has(Layer::Entities).then(|| Lists::new("entities")),
            quotations: has(Layer::Quotations).then(|| Lists::new("quotations")),
            error: Text::default(),
        }
    }

    /// The columns that batches with these layers have.
    pub fn schema(layers: impl Into<LayerSet>, unit: OffsetUnit) -> Schema {
        Self::new(layers, unit).own_schema()
    }

    fn own_schema(&mut self) -> Schema {
        let language = DataType::Struct(Fields::from(Detections::fields()));
        let mut fields = vec![
            Field::new("language", language, true),
            Field::new("reference_date", DataType::Date32, true),
        ];
        fields.extend(self.lists().map(|list| list.field()));
        fields.push(Field::new("error", DataType::Utf8, true));
        crate::schema(fields, self.unit)
    }

    fn lists(&mut self) -> impl Iterator<Item = &mut dyn List> {
        fn list<R: Rows>(lists: &mut Option<Lists<R>>) -> Option<&mut dyn List> {
            lists.as_mut().map(|lists| lists as &mut dyn List)
        }
        let lists = [
            list(&mut self.languages),
            list(&mut self.zones),
            list(&mut self.sentences),
            list(&mut self.tokens),
            list(&mut self.entities),
            list(&mut self.quotations),
        ];
        lists.into_iter().flatten()
    }

    /// Adds the row of a document.
    pub fn push(&mut self, document: DocumentRef<'_>) {
        let found = document.language();
        self.language.push(DetectionRow {
            code: Some(found.language.code()),
            confidence: Some(found.confidence),
            reliable: Some(found.reliable),
            ..DetectionRow::default()
        });
        self.known.append_non_null();
        self.reference_date
            .push(document.reference_date().map(days));
        self.error.push(None);

        let made = |layer| document.present().contains(layer);
        let mut at = Cursor::new(document.text(), self.unit);
        if let Some(lists) = &mut self.languages {
            lists.push(made(Layer::Language), |rows| {
                for (span, language) in document.languages() {
                    rows.push(LanguageRow::new(language, at.span(span)));
                }
            });
        }
        at.restart();
        if let Some(lists) = &mut self.zones {
            lists.push(made(Layer::Zones), |rows| {
                for (span, kind) in document.zones() {
                    rows.push(ZoneRow::new(kind, at.span(span)));
                }
            });
        }
        at.restart();
        if let Some(lists) = &mut self.sentences {
            lists.push(made(Layer::Sentences), |rows| {
                for sentence in document.sentences() {
                    rows.push(SentenceRow::new(sentence, at.span(sentence.span())));
                }
            });
        }
        at.restart();
        if let Some(lists) = &mut self.tokens {
            lists.push(made(Layer::Tokens), |rows| {
                for token in document.tokens() {
                    rows.push(TokenRow::new(token, at.span(token.span())));
                }
            });
        }
        at.restart();
        if let Some(lists) = &mut self.entities {
            lists.push(made(Layer::Entities), |rows| {
                for entity in document.entities() {
                    rows.push(EntityRow::new(entity, at.span(entity.span())));
                }
            });
        }
        at.restart();
        if let Some(lists) = &mut self.quotations {
            lists.push(made(Layer::Quotations), |rows| {
                for quotation in document.quotations() {
                    rows.push(QuotationRow::new(quotation, at.span(quotation.span())));
                }
            });
        }
    }

    /// Adds the row of a text that is null or that was refused, with the reason.
    pub fn push_null(&mut self, error: Option<&str>) {
        self.language.push(DetectionRow::default());
        self.known.append_null();
        self.reference_date.push(None);
        self.error.push(error);
        for list in self.lists() {
            list.push_null();
        }
    }

    /// Returns the rows that were added, and begins again with none.
    ///
    /// # Errors
    ///
    /// Returns an error if the columns do not fit each other, which would be a bug.
    pub fn finish(&mut self) -> Result<RecordBatch, ArrowError> {
        let fields = Fields::from(Detections::fields());
        let language = StructArray::try_new(fields, self.language.finish(), self.known.finish())?;
        let mut columns: Vec<ArrayRef> = vec![Arc::new(language), self.reference_date.finish()];
        for list in self.lists() {
            columns.push(list.finish()?);
        }
        columns.push(self.error.finish());
        RecordBatch::try_new(Arc::new(self.own_schema()), columns)
    }
}

/// Days since 1970-01-01. Years are counted from March, so that the leap day comes last.
fn days(date: Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + in_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        let days = |year, month, day| days(Date::new(year, month, day).unwrap());
        assert_eq!(
            (days(1970, 1, 1), days(1969, 12, 31), days(2000, 2, 29)),
            (0, -1, 11_016)
        );
        assert_eq!(days(2023, 12, 3), 19_694);
    }
}
