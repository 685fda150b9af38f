//! [`Source`]: the lines of a file that holds documents in columns, one after the other.

use std::io::{BufRead, Read};

use super::conllu::Draft;
use crate::error::{Error, Kind};

/// The most bytes of a document, unless the caller sets another limit.
const LIMIT: u64 = 1 << 28;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How the documents of a file are told apart.
#[derive(Debug)]
pub(super) struct Format {
    /// The name for messages.
    pub(super) name: &'static str,
    /// Whether a line begins a document.
    pub(super) begins: fn(&[u8]) -> bool,
}

/// A stream of lines. After an error it goes on with the next document.
#[derive(Debug)]
pub(super) struct Source<R> {
    format: &'static Format,
    reader: R,
    pub(super) limit: u64,
    /// The number of the last line.
    line: u64,
    buffer: Vec<u8>,
    /// Whether the line that begins the next document was read.
    begun: bool,
    ended: bool,
}

impl<R: BufRead> Source<R> {
    pub(super) fn new(reader: R, format: &'static Format) -> Self {
        Self {
            format,
            reader,
            limit: LIMIT,
            line: 0,
            buffer: Vec::new(),
            begun: false,
            ended: false,
        }
    }

    /// Gives the lines of the next document to `read`. `None` at the end of the stream.
    pub(super) fn next(
        &mut self,
        read: impl FnMut(&mut Draft, &str) -> Result<(), String>,
    ) -> Option<Result<Draft, Error>> {
        if self.ended {
            return None;
        }
        let draft = self.draft(read);
        self.ended |= draft.as_ref().is_err_and(Error::is_io);
        draft.transpose()
    }

    fn draft(
        &mut self,
        mut read: impl FnMut(&mut Draft, &str) -> Result<(), String>,
    ) -> Result<Option<Draft>, Error> {
        let (mut draft, mut failed, mut left) = (Draft::default(), None, self.limit);
        let mut begun = std::mem::take(&mut self.begun);
        // A part of a line that is too long is no line.
        let mut inside = false;
        loop {
            let most = left.max(1 << 10);
            if self.read(most)?.is_none() {
                self.ended = true;
                break;
            }
            let goes_on = std::mem::replace(&mut inside, self.buffer.len() as u64 > most);
            self.line += u64::from(!goes_on);
            if !goes_on && (self.format.begins)(&self.buffer) {
                self.begun = begun || !draft.is_empty() || failed.is_some();
                begun = true;
                if self.begun {
                    break;
                }
                continue;
            }
            let length = self.buffer.len() as u64;
            if failed.is_some() {
                continue;
            }
            let done = match left.checked_sub(length + 1) {
                Some(rest) => {
                    left = rest;
                    line(&self.buffer).and_then(|line| read(&mut draft, line))
                }
                None => {
                    let limit = self.limit;
                    Err(format!(
                        "the document is longer than the {limit} bytes that are read"
                    ))
                }
            };
            if let Err(problem) = done {
                failed = Some(self.at_line(problem));
                draft = Draft::default();
            }
        }
        if let Some(error) = failed {
            return Err(error);
        }
        if !begun && draft.is_empty() {
            return Ok(None);
        }
        draft
            .end_sentence()
            .map_err(|problem| self.at_line(problem))?;
        Ok(Some(draft))
    }

    /// Reads a line of at most so many bytes, without its end. `None` at the end of the stream.
    fn read(&mut self, most: u64) -> Result<Option<()>, Error> {
        self.buffer.clear();
        let mut part = self.reader.by_ref().take(most.saturating_add(1));
        let read = part.read_until(b'\n', &mut self.buffer);
        if read.map_err(|source| Kind::Io { source })? == 0 {
            return Ok(None);
        }
        if self.buffer.pop_if(|last| *last == b'\n').is_some() {
            self.buffer.pop_if(|last| *last == b'\r');
        }
        if self.line == 0 && self.buffer.starts_with(BYTE_ORDER_MARK) {
            self.buffer.drain(..BYTE_ORDER_MARK.len());
        }
        Ok(Some(()))
    }

    /// An error with the number of the last line.
    fn at_line(&self, problem: String) -> Error {
        let (format, line) = (self.format.name, self.line);
        Kind::Columns {
            format,
            line,
            problem,
        }
        .into()
    }
}

fn line(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes)
        .map_err(|problem| format!("byte {} of it is not UTF-8", problem.valid_up_to()))
}
