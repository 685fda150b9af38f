//! [`Lines`]: the rows of a Parquet file as lines of JSON, which the reader of records takes.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use arrow_json::LineDelimitedWriter;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};

/// How many rows are in memory at a time.
const ROWS: usize = 64;

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
        let rows = guarded(|| {
            let builder = ParquetRecordBatchReaderBuilder::try_new(file)?;
            builder.with_batch_size(ROWS).build()
        });
        let rows = rows?.map_err(|problem| problem.to_string())?;
        Ok(Self {
            rows: Some(rows),
            lines: Vec::new(),
            at: 0,
        })
    }

    /// Reads the next rows. Returns false at the end.
    fn more(&mut self) -> io::Result<bool> {
        self.lines.clear();
        self.at = 0;
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
