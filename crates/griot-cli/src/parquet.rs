//! [`Lines`]: the rows of a Parquet file as lines of JSON, which the reader of records takes.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use arrow_json::LineDelimitedWriter;
use arrow_schema::DataType;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::errors::ParquetError;

/// How many rows are in memory at a time, and how many bytes of them if they are alike.
const ROWS: i64 = 64;
const BATCH: i64 = 4 << 20;

/// Whether the name of a file says that it is Parquet.
pub fn is_name(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("parquet"))
}

/// Runs code of the crate `parquet`, which panics on some damaged files.
fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, String> {
    let damaged = |_| "the file of Parquet is damaged".to_owned();
    catch_unwind(AssertUnwindSafe(read)).map_err(damaged)
}

/// Reads the rows, of each group after the other. In memory are some rows and, of each column, the page that they
/// are read from.
fn reader(file: File) -> Result<ParquetRecordBatchReader, ParquetError> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(file)?;
    let groups = builder.metadata().row_groups().iter();
    let sizes = groups.map(|group| group.total_byte_size() / group.num_rows().max(1));
    let rows = BATCH / sizes.max().unwrap_or_default().max(1);
    let rows = usize::try_from(rows.clamp(1, ROWS)).unwrap_or(1);
    let columns = builder.parquet_schema();
    let kept = (0..columns.num_columns()).filter(|column| {
        let field = builder
            .schema()
            .fields()
            .get(columns.get_column_root_idx(*column));
        let is_list = field.is_some_and(|field| is_list(field.data_type()));
        is_list || columns.column(*column).max_rep_level() == 0
    });
    let kept = ProjectionMask::leaves(columns, kept);
    builder.with_projection(kept).with_batch_size(rows).build()
}

/// Whether a column has a list of plain values. A list of anything else is a table of its own, such as the tokens
/// of a document, and says nothing of the text.
fn is_list(column: &DataType) -> bool {
    match column {
        DataType::List(value) | DataType::LargeList(value) | DataType::FixedSizeList(value, _) => {
            !value.data_type().is_nested()
        }
        _ => false,
    }
}

pub struct Lines {
    /// `None` after damage.
    rows: Option<ParquetRecordBatchReader>,
    lines: Vec<u8>,
    at: usize,
}

impl Lines {
    /// Opens a file, whose end is read first.
    pub fn open(path: &Path) -> Result<Self, String> {
        if path == Path::new("-") {
            let problem = "Parquet is read from a file, because its end says what is in it";
            return Err(problem.to_owned());
        }
        let file = File::open(path).map_err(|problem| problem.to_string())?;
        let rows = guarded(|| reader(file));
        let rows = rows?.map_err(|problem| problem.to_string())?;
        Ok(Self {
            rows: Some(rows),
            lines: Vec::new(),
            at: 0,
        })
    }

    /// Reads the next rows. Returns false at the end.
    fn more(&mut self) -> io::Result<bool> {
        self.at = 0;
        // One batch of long rows must not keep its memory.
        self.lines.clear();
        self.lines.shrink_to(2 * BATCH as usize);
        let Some(mut rows) = self.rows.take() else {
            return Ok(false);
        };
        let (next, rows) = guarded(|| (rows.next(), rows)).map_err(io::Error::other)?;
        let Some(batch) = next else {
            return Ok(false);
        };
        self.rows = Some(rows);
        let mut writer = LineDelimitedWriter::new(&mut self.lines);
        let written = guarded(|| batch.and_then(|batch| writer.write(&batch)));
        written
            .map_err(io::Error::other)?
            .map_err(io::Error::other)?;
        Ok(true)
    }
}

impl Read for Lines {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Lines {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at >= self.lines.len() && self.more()? {}
        Ok(self.lines.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, length: usize) {
        self.at += length;
    }
}
