//! [`Table`]: a part in Parquet.

use std::io::{self, Error};
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use griot::document::OffsetUnit;
use griot::{Document, LayerSet};
use griot_arrow::{Documents, Tokens};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use super::folder::Unfinished;

/// What a part in Parquet has a row for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rows {
    Documents,
    Tokens,
}

/// How much text is made into columns at once: so little that the threads have work until it is done.
const BATCH: usize = 1 << 18;

/// How much memory a group of rows takes at most, before it is written.
const GROUP: usize = 32 << 20;

/// The longest text: a column of a batch has at most 2 GiB.
pub const LONGEST: usize = 1 << 30;

/// A document, with what else is known of it as JSON.
pub struct Row {
    pub document: Document,
    pub metadata: Option<String>,
}

pub struct Table {
    writer: ArrowWriter<Unfinished>,
    schema: Arc<Schema>,
    columns: Columns,
    /// How many bytes of text are in them.
    length: usize,
}

/// The columns of griot-arrow, and what stands before them.
enum Columns {
    Documents {
        own: Box<[StringBuilder; 3]>,
        rows: Box<Documents>,
    },
    Tokens {
        own: Box<[StringBuilder; 1]>,
        rows: Box<Tokens>,
    },
}

/// The names of the columns that stand before those of griot-arrow, and whether they may be null.
const DOCUMENTS: [(&str, bool); 3] = [("source", false), ("metadata", true), ("text", false)];
const TOKENS: [(&str, bool); 1] = [("source", false)];

fn schema(own: &[(&str, bool)], rows: Schema) -> Arc<Schema> {
    let own = own.iter();
    let own = own.map(|(name, nulls)| Arc::new(Field::new(*name, DataType::Utf8, *nulls)));
    let fields: Vec<_> = own.chain(rows.fields.iter().cloned()).collect();
    Arc::new(Schema::new_with_metadata(fields, rows.metadata))
}

impl Table {
    /// Begins a part whose first document has this number.
    pub fn new(file: Unfinished, rows: Rows, layers: LayerSet, first: u64) -> io::Result<Self> {
        let unit = OffsetUnit::Bytes;
        let (columns, schema) = match rows {
            Rows::Documents => {
                let rows = Box::new(Documents::new(layers, unit));
                let own = Box::default();
                let columns = Columns::Documents { own, rows };
                (columns, schema(&DOCUMENTS, Documents::schema(layers, unit)))
            }
            Rows::Tokens => {
                let first = i64::try_from(first).unwrap_or(i64::MAX);
                let rows = Box::new(Tokens::new(unit).counting_from(first));
                let own = Box::default();
                let columns = Columns::Tokens { own, rows };
                (columns, schema(&TOKENS, Tokens::schema(unit)))
            }
        };
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_created_by(concat!("griot ", env!("CARGO_PKG_VERSION")).to_owned());
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties.build()));
        Ok(Self {
            writer: writer.map_err(Error::other)?,
            schema,
            columns,
            length: 0,
        })
    }

    /// Adds a document.
    pub fn push(&mut self, source: &str, row: &Row) -> io::Result<()> {
        let document = row.document.view();
        match &mut self.columns {
            Columns::Documents { own, rows } => {
                let [sources, metadata, texts] = &mut **own;
                sources.append_value(source);
                metadata.append_option(row.metadata.as_deref());
                texts.append_value(document.text());
                rows.push(document);
            }
            Columns::Tokens { own, rows } => {
                let [sources] = &mut **own;
                for _ in document.tokens() {
                    sources.append_value(source);
                }
                rows.push(document);
            }
        }
        self.length += document.text().len();
        if self.length >= BATCH {
            self.write()?;
        }
        Ok(())
    }

    /// Writes the rows that were added.
    fn write(&mut self) -> io::Result<()> {
        self.length = 0;
        let finish = |builder: &mut StringBuilder| Arc::new(builder.finish()) as ArrayRef;
        let (own, rows): (Vec<_>, _) = match &mut self.columns {
            Columns::Documents { own, rows } => {
                (own.iter_mut().map(finish).collect(), rows.finish())
            }
            Columns::Tokens { own, rows } => (own.iter_mut().map(finish).collect(), rows.finish()),
        };
        let rows = rows.map_err(Error::other)?;
        let columns = own.into_iter().chain(rows.columns().iter().cloned());
        let batch = RecordBatch::try_new(self.schema.clone(), columns.collect());
        let batch = batch.map_err(Error::other)?;
        self.writer.write(&batch).map_err(Error::other)?;
        if self.writer.in_progress_size() > GROUP {
            self.writer.flush().map_err(Error::other)?;
        }
        Ok(())
    }

    /// Writes the rest, and returns the file.
    pub fn finish(mut self) -> io::Result<Unfinished> {
        self.write()?;
        self.writer.into_inner().map_err(Error::other)
    }
}
