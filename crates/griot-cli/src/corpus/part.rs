//! [`Part`]: a file with some of the documents, in the format that was asked for.

use std::fmt::Display;
use std::io::Write;
use std::path::PathBuf;

use griot::document::DocumentWriter;
use griot::duplicates::{Fingerprint, fingerprint};
use griot::{LayerSet, Worker};
use serde_json::json;

use super::arguments::{Arguments, Format};
use super::folder::{Folder, Unfinished, at};
#[cfg(feature = "parquet")]
use super::table::{self, Row, Table};
use crate::inputs::Input;
use crate::shared::output::json_line;

/// A document as it is written.
enum Content {
    Bytes(Vec<u8>),
    #[cfg(feature = "parquet")]
    Row(Box<Row>),
}

/// A document, and what the run has to know of it.
pub struct Piece {
    content: Content,
    /// Where it is from, if the document does not say it itself: a line of JSON.
    origin: Option<String>,
    pub source: String,
    /// How many bytes the text has.
    pub length: usize,
    /// To tell what it repeats, if that was asked for.
    pub print: Option<Fingerprint>,
}

impl Piece {
    pub fn new(
        worker: &mut Worker,
        input: &Input,
        format: Format,
        layers: LayerSet,
        with_print: bool,
    ) -> Result<Self, String> {
        worker.set_reference_date(input.date);
        let text = input.text.text();
        let document = worker.annotate_zoned(text, input.text.zones());
        let document = document.map_err(|problem| input.refused(&problem))?;
        let (source, metadata) = (&input.source, input.text.metadata());
        let wrong = |problem: &dyn Display| format!("{source}: {problem}");
        let content = match format {
            Format::Json => {
                let line = json_line(source, metadata, document.json().layers(layers));
                Content::Bytes(line.map_err(|problem| wrong(&problem))?.into_bytes())
            }
            Format::Binary => Content::Bytes(document.to_bytes()),
            Format::Conllu => Content::Bytes(document.conllu().to_string().into_bytes()),
            #[cfg(feature = "parquet")]
            Format::Parquet if text.len() > table::LONGEST => {
                let most = table::LONGEST;
                return Err(wrong(&format!(
                    "Parquet takes texts of {most} bytes at most"
                )));
            }
            #[cfg(feature = "parquet")]
            Format::Parquet => Content::Row(Box::new(Row {
                document: document.to_document(),
                metadata: match metadata.is_empty() {
                    true => None,
                    false => Some(json!(metadata).to_string()),
                },
            })),
        };
        let origin = || match metadata.is_empty() {
            true => json!({"source": source}),
            false => json!({"source": source, "metadata": metadata}),
        };
        let has_origins = matches!(format, Format::Binary | Format::Conllu);
        Ok(Self {
            content,
            source: source.clone(),
            print: with_print.then(|| fingerprint(document)),
            origin: has_origins.then(|| format!("{}\n", origin())),
            length: text.len(),
        })
    }
}

/// A part that is being written.
pub struct Part {
    documents: Documents,
    /// The path of the documents.
    path: PathBuf,
    /// A line for each document; the lines of JSON have it themselves.
    origins: Option<Unfinished>,
}

enum Documents {
    Lines(Unfinished),
    Binary(DocumentWriter<Unfinished>),
    #[cfg(feature = "parquet")]
    Table(Box<Table>),
}

/// What the names of parts begin with.
const NAME: &str = "part-";

/// The number of the part that a file belongs to, if it is one of a run.
pub fn number(name: &str) -> Option<u64> {
    let (number, _) = name.strip_prefix(NAME)?.split_once('.')?;
    number.parse().ok()
}

impl Part {
    /// Begins the part of this number, whose first document has the number `first` in the run.
    #[cfg_attr(not(feature = "parquet"), allow(unused_variables))]
    pub fn new(
        folder: &Folder,
        number: u64,
        arguments: &Arguments,
        first: u64,
    ) -> Result<Self, String> {
        let format = arguments.format;
        let file = |ending| folder.create(&format!("{NAME}{number:06}.{ending}"));
        let documents = file(format.ending())?;
        let path = documents.path().to_owned();
        Ok(Self {
            documents: match format {
                Format::Json | Format::Conllu => Documents::Lines(documents),
                Format::Binary => {
                    let writer = DocumentWriter::new(documents).map_err(at(&path))?;
                    Documents::Binary(writer)
                }
                #[cfg(feature = "parquet")]
                Format::Parquet => {
                    let (rows, layers) = (arguments.rows, arguments.layers());
                    let table = Table::new(documents, rows, layers, first).map_err(at(&path))?;
                    Documents::Table(Box::new(table))
                }
            },
            path,
            origins: match format {
                Format::Binary | Format::Conllu => Some(file("origins.jsonl")?),
                _ => None,
            },
        })
    }

    pub fn push(&mut self, piece: &Piece) -> Result<(), String> {
        let written = match (&mut self.documents, &piece.content) {
            (Documents::Lines(file), Content::Bytes(bytes)) => file.write_all(bytes),
            (Documents::Binary(file), Content::Bytes(bytes)) => file.push(bytes),
            #[cfg(feature = "parquet")]
            (Documents::Table(table), Content::Row(row)) => table.push(&piece.source, row),
            #[cfg(feature = "parquet")]
            (Documents::Table(_), Content::Bytes(_)) | (_, Content::Row(_)) => Ok(()),
        };
        written.map_err(at(&self.path))?;
        if let (Some(file), Some(origin)) = (&mut self.origins, &piece.origin) {
            let written = file.write_all(origin.as_bytes());
            written.map_err(|problem| at(file.path())(problem))?;
        }
        Ok(())
    }

    /// Gives the files their names, whole and on the disk.
    pub fn finish(self) -> Result<(), String> {
        let finished = match self.documents {
            Documents::Lines(file) => file.finish(),
            Documents::Binary(file) => file.finish().and_then(Unfinished::finish),
            #[cfg(feature = "parquet")]
            Documents::Table(table) => table.finish().and_then(Unfinished::finish),
        };
        finished.map_err(at(&self.path))?;
        if let Some(file) = self.origins {
            let path = file.path().to_owned();
            file.finish().map_err(at(&path))?;
        }
        Ok(())
    }
}
