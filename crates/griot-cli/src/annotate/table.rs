//! Tables with tabs between the columns: a row for each entity, token or sentence.

use std::fmt::Write;

use griot::document::OffsetUnit;
use griot::{DocumentRef, Layer, Offsets, Span};

use crate::lines::push_cell;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    Entities,
    Tokens,
    Sentences,
}

impl Rows {
    pub const CHOICES: &[(&str, Self)] = &[
        ("entities", Self::Entities),
        ("tokens", Self::Tokens),
        ("sentences", Self::Sentences),
    ];

    pub fn layer(self) -> Layer {
        match self {
            Self::Entities => Layer::Entities,
            Self::Tokens => Layer::Tokens,
            Self::Sentences => Layer::Sentences,
        }
    }

    /// The names of the columns.
    pub fn header(self) -> &'static str {
        match self {
            Self::Entities => "source\tstart\tend\ttext\tlabel\tid\tvalue\tmod\ttitle\tscore\n",
            Self::Tokens => "source\tstart\tend\ttext\tkind\tnorm\tstem\tlemma\tpos\tstop\n",
            Self::Sentences => "source\tstart\tend\ttext\tzone\tlanguage\tend_reason\n",
        }
    }

    /// The rows of a document. A cell without a value is empty.
    pub fn of(self, source: &str, document: DocumentRef<'_>, unit: OffsetUnit) -> String {
        let places = Places {
            unit,
            offsets: (unit != OffsetUnit::Bytes).then(|| document.offsets()),
        };
        let mut table = String::new();
        let mut row = |span: Span, cells: &[&str]| {
            let (start, end) = places.of(span);
            push_cell(&mut table, source);
            let _ = write!(table, "\t{start}\t{end}");
            for cell in cells {
                table.push('\t');
                push_cell(&mut table, cell);
            }
            table.push('\n');
        };
        match self {
            Self::Entities => document.entities().for_each(|it| {
                let modifier = it.modifier().map_or("", |it| it.as_str());
                let score = it.score().to_string();
                let (id, value) = (it.id().unwrap_or(""), it.value().unwrap_or(""));
                let title = it.title().unwrap_or("");
                let cells = [
                    it.text(),
                    it.label_str(),
                    id,
                    value,
                    modifier,
                    title,
                    &score,
                ];
                row(it.span(), &cells);
            }),
            Self::Tokens => document.tokens().for_each(|it| {
                let forms = [it.norm(), it.stem(), it.lemma()].map(Option::unwrap_or_default);
                let [norm, stem, lemma] = forms;
                let pos = it.pos().map_or("", |it| it.as_str());
                let stop = it.stop().map_or(String::new(), |it| (it as u8).to_string());
                let cells = [it.text(), it.kind().as_str(), norm, stem, lemma, pos, &stop];
                row(it.span(), &cells);
            }),
            Self::Sentences => document.sentences().for_each(|it| {
                let zone = it.zone().map_or("", |it| it.as_str());
                let cells = [
                    it.text(),
                    zone,
                    it.language().code(),
                    it.end_reason().as_str(),
                ];
                row(it.span(), &cells);
            }),
        }
        table
    }
}

struct Places<'a> {
    unit: OffsetUnit,
    /// `None` for bytes.
    offsets: Option<Offsets<'a>>,
}

impl Places<'_> {
    fn of(&self, span: Span) -> (usize, usize) {
        let converted = self.offsets.as_ref().and_then(|offsets| match self.unit {
            OffsetUnit::Chars => offsets.char_span(span),
            _ => offsets.utf16_span(span),
        });
        converted.unwrap_or((span.start(), span.end()))
    }
}
