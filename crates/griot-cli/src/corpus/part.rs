//! [`Part`]: a file with some of the documents, in the format that was asked for.

use std::io::Write;
use std::path::PathBuf;

use griot::document::DocumentWriter;
use griot::{LayerSet, Worker};
use serde_json::json;

use super::arguments::Format;
use super::folder::{Folder, Unfinished, at};
use crate::inputs::Input;
use crate::shared::output::json_line;

/// A document as it is written.
pub struct Piece {
    bytes: Vec<u8>,
    /// Where it is from, if the document does not say it itself: a line of JSON.
    origin: Option<String>,
    /// How many bytes the text has.
    pub length: usize,
}

impl Piece {
    pub fn new(
        worker: &mut Worker,
        input: &Input,
        format: Format,
        layers: LayerSet,
    ) -> Result<Self, String> {
        worker.set_reference_date(input.date);
        let text = input.text.text();
        let document = worker.annotate_zoned(text, input.text.zones());
        let document = document.map_err(|problem| input.refused(&problem))?;
        let (source, metadata) = (&input.source, input.text.metadata());
        let bytes = match format {
            Format::Json => {
                let line = json_line(source, metadata, document.json().layers(layers));
                line.map_err(|problem| format!("{source}: {problem}"))?
                    .into_bytes()
            }
            Format::Binary => document.to_bytes(),
            Format::Conllu => document.conllu().to_string().into_bytes(),
        };
        let origin = || match metadata.is_empty() {
            true => json!({"source": source}),
            false => json!({"source": source, "metadata": metadata}),
        };
        Ok(Self {
            bytes,
            origin: (format != Format::Json).then(|| format!("{}\n", origin())),
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
}

/// What the names of parts begin with.
const NAME: &str = "part-";

/// The number of the part that a file belongs to, if it is one of a run.
pub fn number(name: &str) -> Option<u64> {
    let (number, _) = name.strip_prefix(NAME)?.split_once('.')?;
    number.parse().ok()
}

impl Part {
    /// Begins the part of this number.
    pub fn new(folder: &Folder, number: u64, format: Format) -> Result<Self, String> {
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
            },
            path,
            origins: match format {
                Format::Json => None,
                Format::Binary | Format::Conllu => Some(file("origins.jsonl")?),
            },
        })
    }

    pub fn push(&mut self, piece: &Piece) -> Result<(), String> {
        let written = match &mut self.documents {
            Documents::Lines(file) => file.write_all(&piece.bytes),
            Documents::Binary(file) => file.push(&piece.bytes),
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
        };
        finished.map_err(at(&self.path))?;
        if let Some(file) = self.origins {
            let path = file.path().to_owned();
            file.finish().map_err(at(&path))?;
        }
        Ok(())
    }
}
