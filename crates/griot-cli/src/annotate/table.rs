//! Tables with tabs or commas between the columns: a row for each entity, token or sentence.

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
    pub fn header(self, marks: Marks) -> String {
        let own: &[&str] = match self {
            Self::Entities => &["label", "id", "value", "mod", "title", "score"],
            Self::Tokens => &["kind", "norm", "stem", "lemma", "pos", "stop"],
            Self::Sentences => &["zone", "language", "end_reason"],
        };
        let mut header = String::new();
        marks.row(
            &mut header,
            &[&["source", "start", "end", "text"], own].concat(),
        );
        header
    }

    /// The rows of a document. A cell without a value is empty.
    pub fn of(
        self,
        source: &str,
        document: DocumentRef<'_>,
        unit: OffsetUnit,
        marks: Marks,
    ) -> String {
        let places = Places {
            unit,
            offsets: (unit != OffsetUnit::Bytes).then(|| document.offsets()),
        };
        let mut table = String::new();
        let mut row = |span: Span, cells: &[&str]| {
            let (start, end) = places.of(span);
            let place = [source, &start.to_string(), &end.to_string()];
            marks.row(&mut table, &[&place, cells].concat());
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

/// What stands between cells and rows, and how a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Tabs, and escapes for tabs and line breaks in a cell.
    Tabs,
    /// Commas as in RFC 4180: a cell with a comma, a quotation mark or a line break is quoted.
    Commas,
}

impl Marks {
    fn row(self, table: &mut String, cells: &[&str]) {
        for (index, cell) in cells.iter().enumerate() {
            match self {
                Self::Tabs => {
                    table.push_str(if index > 0 { "\t" } else { "" });
                    push_cell(table, cell);
                }
                Self::Commas => {
                    table.push_str(if index > 0 { "," } else { "" });
                    push_quoted(table, cell);
                }
            }
        }
        table.push_str(match self {
            Self::Tabs => "\n",
            Self::Commas => "\r\n",
        });
    }
}

/// Appends a cell of RFC 4180.
fn push_quoted(row: &mut String, cell: &str) {
    if !cell.contains([',', '"', '\r', '\n']) {
        return row.push_str(cell);
    }
    row.push('"');
    row.push_str(&cell.replace('"', "\"\""));
    row.push('"');
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
