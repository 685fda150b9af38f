//! Writing: rows are streamed from the columns.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::super::layer;
use super::super::{
    Dateline, Document, DocumentRef, Entity, FORMAT, Layer, LayerSet, Offsets, Quotation, Sentence,
    Token,
};
use super::{
    EntityForm, LanguageForm, LanguageRow, Meta, OffsetUnit, QuotationForm, SentenceRow, TokenRow,
    ZoneRow,
};
use crate::language::Detection;
use crate::span::{Span, clamp};

/// A document to be written with offsets in another unit, or with some of its layers. See
/// [`DocumentRef::json`].
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    pub(super) document: DocumentRef<'a>,
    layers: LayerSet,
    unit: OffsetUnit,
}

impl<'a> DocumentRef<'a> {
    /// The document as serde writes it, with a choice of layers and of the unit of offsets. Only what
    /// has all its layers and offsets in bytes can be read back as a [`Document`].
    ///
    /// ```
    /// use griot::document::OffsetUnit;
    /// use griot::{Layer, Pipeline};
    ///
    /// # #[cfg(all(feature = "entities", feature = "fr"))] {
    /// let document = Pipeline::new()?.process("À l’été 2023, le général Tiani était à Niamey.")?;
    /// let json = document.view().json().layers([Layer::Entities]).offsets(OffsetUnit::Chars);
    /// let json = serde_json::to_value(json)?;
    /// assert_eq!(json["offsets"], "chars");
    /// assert_eq!(json["entities"][2]["text"], "Niamey");
    /// assert_eq!(json["entities"][2]["start"], 39);
    /// assert!(json.get("tokens").is_none());
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn json(self) -> Json<'a> {
        Json {
            document: self,
            layers: self.present(),
            unit: OffsetUnit::Bytes,
        }
    }
}

impl<'a> Json<'a> {
    /// Writes only these layers, of those that the document has, and not the layers that they need.
    /// Forms of words, such as stems, are written with the tokens.
    #[must_use]
    pub fn layers(mut self, layers: impl Into<LayerSet>) -> Self {
        let layers = layers.into();
        let present = self.document.present().iter();
        self.layers = present.filter(|layer| layers.contains(*layer)).collect();
        let of_tokens = |layer: Layer| matches!(layer.info().json, layer::Json::Token(_));
        if self.layers.iter().any(of_tokens) {
            self.layers = self.layers.with(Layer::Tokens);
        }
        self
    }

    /// Sets what offsets count. Bytes by default.
    #[must_use]
    pub fn offsets(mut self, unit: OffsetUnit) -> Self {
        self.unit = unit;
        self
    }
}

impl Serialize for DocumentRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json().serialize(serializer)
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let writer = Writer::new(*self, serializer.is_human_readable());
        let layers = self.document.layers();
        let is_field = |layer: &Layer| matches!(layer.info().json, layer::Json::Rows(_));
        let fields = 5
            + usize::from(layers.dateline.is_some())
            + self.layers.iter().filter(is_field).count();
        let mut form = serializer.serialize_struct("Document", fields)?;
        writer.fields(&mut form, |form| {
            let rows = || self.document.tokens().map(|it| writer.token(it));
            form.serialize_field(Layer::Tokens.info().json.key(), &Stream(rows))
        })?;
        form.end()
    }
}

/// Makes the rows of the layers that are written.
pub(super) struct Writer<'a> {
    document: DocumentRef<'a>,
    layers: LayerSet,
    unit: OffsetUnit,
    /// `None` if offsets stay bytes.
    offsets: Option<Offsets<'a>>,
    /// Whether rows have their text. A binary form has no reader who misses it.
    texts: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(json: Json<'a>, texts: bool) -> Self {
        Self {
            document: json.document,
            layers: json.layers,
            unit: json.unit,
            offsets: match json.unit {
                OffsetUnit::Bytes => None,
                OffsetUnit::Chars | OffsetUnit::Utf16 => Some(json.document.offsets()),
            },
            texts,
        }
    }

    /// Writes every field; `tokens` writes that of the tokens.
    pub(super) fn fields<S: SerializeStruct>(
        &self,
        form: &mut S,
        tokens: impl Fn(&mut S) -> Result<(), S::Error>,
    ) -> Result<(), S::Error> {
        let layers = self.document.layers();
        form.serialize_field("griot", &FORMAT)?;
        form.serialize_field("offsets", &self.unit)?;
        form.serialize_field("text", self.document.text())?;
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
            match layer {
                _ if !self.layers.contains(*layer) => {}
                Layer::Tokens => tokens(form)?,
                layer => self.rows(*layer, form)?,
            }
            if let (Layer::Zones, Some(dateline)) = (layer, layers.dateline) {
                form.serialize_field("dateline", &self.dateline(dateline))?;
            }
        }
        let meta = Meta {
            layers: self.layers,
            language_engine: layers.language_engine,
            stem_edition: layers.stem_edition.filter(|_| self.has(Layer::Stems)),
            models: &layers.models,
            missing: layers.missing,
            reference_date: layers.reference_date,
            only: layers.only,
        };
        form.serialize_field("meta", &meta)
    }

    fn has(&self, layer: Layer) -> bool {
        self.layers.contains(layer)
    }

    /// A span in the unit that is written.
    fn span(&self, span: Span) -> Span {
        let converted = self.offsets.as_ref().and_then(|offsets| match self.unit {
            OffsetUnit::Bytes => None,
            OffsetUnit::Chars => offsets.char_span(span),
            OffsetUnit::Utf16 => offsets.utf16_span(span),
        });
        converted.map_or(span, |(start, end)| Span::new(clamp(start), clamp(end)))
    }

    fn place(&self, span: Span) -> (u32, u32) {
        let span = self.span(span);
        (clamp(span.start()), clamp(span.end()))
    }

    fn text(&self, text: &'a str) -> Option<&'a str> {
        self.texts.then_some(text)
    }

    /// Writes the list of a layer but the tokens. Layers that are written with these have none.
    fn rows<S: SerializeStruct>(&self, layer: Layer, form: &mut S) -> Result<(), S::Error> {
        let (key, document) = (layer.info().json.key(), self.document);
        match layer {
            Layer::Language => {
                let row = |(span, code)| {
                    let (start, end) = self.place(span);
                    LanguageRow { start, end, code }
                };
                form.serialize_field(key, &Stream(|| document.languages().map(row)))
            }
            Layer::Zones => {
                let row = |(span, kind)| {
                    let (start, end) = self.place(span);
                    ZoneRow { start, end, kind }
                };
                form.serialize_field(key, &Stream(|| document.zones().map(row)))
            }
            Layer::Sentences => {
                let rows = || document.sentences().map(|it| self.sentence(it));
                form.serialize_field(key, &Stream(rows))
            }
            Layer::Entities => {
                let rows = || document.entities().map(|it| self.entity(it));
                form.serialize_field(key, &Stream(rows))
            }
            Layer::Quotations => {
                let rows = || document.quotations().map(|it| self.quotation(it));
                form.serialize_field(key, &Stream(rows))
            }
            Layer::Tokens
            | Layer::Norms
            | Layer::Stops
            | Layer::Stems
            | Layer::Lemmas
            | Layer::Pos
            | Layer::Morph => Ok(()),
        }
    }

    fn dateline(&self, dateline: Dateline) -> Dateline {
        let part = |span: Option<Span>| span.map(|span| self.span(span));
        Dateline::new(
            part(dateline.place()),
            part(dateline.date()),
            part(dateline.agency()),
        )
    }

    fn sentence(&self, sentence: Sentence<'a>) -> SentenceRow<&'a str> {
        let (start, end) = self.place(sentence.span());
        let language = sentence.language();
        SentenceRow {
            start,
            end,
            text: self.text(sentence.text()),
            end_reason: sentence.end_reason(),
            score: Some(sentence.score()).filter(|score| *score < 1.0),
            language: (language != self.document.language().language).then_some(language),
        }
    }

    pub(super) fn token(&self, token: Token<'a>) -> TokenRow<&'a str> {
        let (start, end) = self.place(token.span());
        TokenRow {
            start,
            end,
            kind: token.kind(),
            norm: token.norm().filter(|_| self.has(Layer::Norms)),
            stem: token.stem().filter(|_| self.has(Layer::Stems)),
            lemma: token.lemma().filter(|_| self.has(Layer::Lemmas)),
            pos: token.pos().filter(|_| self.has(Layer::Pos)),
            guessed: token.is_lemma_guessed() && self.has(Layer::Lemmas),
            morph: token
                .morph()
                .filter(|_| self.has(Layer::Morph))
                .unwrap_or_default(),
            stop: token
                .stop()
                .filter(|_| self.has(Layer::Stops))
                .map(|stop| stop as u8),
        }
    }

    fn entity(&self, entity: Entity<'a>) -> EntityForm<&'a str> {
        let (start, end) = self.place(entity.span());
        EntityForm {
            start,
            end,
            text: self.text(entity.text()),
            label: entity.label(),
            id: entity.id(),
            value: entity.value(),
            modifier: entity.modifier(),
            source: entity.source(),
            score: entity.score(),
            title: entity.title_span().map(|span| self.span(span)),
            place: entity.place_id(),
        }
    }

    fn quotation(&self, quotation: Quotation<'a>) -> QuotationForm<&'a str> {
        let (start, end) = self.place(quotation.span());
        let (entity, verb) = (quotation.speaker_entity(), quotation.verb());
        QuotationForm {
            start,
            end,
            text: self.text(quotation.text()),
            speaker: quotation.speaker_span().map(|span| self.span(span)),
            entity: entity
                .filter(|_| self.has(Layer::Entities))
                .map(|it| clamp(it.index())),
            verb: verb
                .filter(|_| self.has(Layer::Tokens))
                .map(|it| clamp(it.index())),
            lead: quotation.lead(),
        }
    }
}

/// Serialises an iterator without collecting it first.
pub(in super::super) struct Stream<F>(pub(in super::super) F);

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
