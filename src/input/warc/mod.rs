//! Texts of web archives: WARC files, as crawlers write them.
//!
//! [`Warc`] is an iterator over any [`BufRead`]. It finds the records that hold a web
//! page or a plain text, takes off the transfer of HTTP, and passes over all others: requests, images,
//! scripts, answers with another status than 200. One record is in memory at a time.
//!
//! A file may be compressed with gzip, a member for each record or one for all. A record that is
//! damaged is an [`Error`] that names its byte, and the iterator goes on with the next one.
//!
//! ```
//! use griot::input::warc::Warc;
//!
//! let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Niamey attend.</p>";
//! let archive = format!(
//!     "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/niger\r\n\
//!      Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
//!     http.len()
//! );
//! let record = Warc::new(archive.as_bytes()).next().unwrap()?;
//! assert_eq!(record.target(), "https://example.org/niger");
//! assert_eq!((record.body(), record.is_html()), (&b"<p>Niamey attend.</p>"[..], true));
//! assert_eq!(record.charset(), Some("utf-8"));
//! # Ok::<(), griot::Error>(())
//! ```

mod fields;
mod header;
mod http;
mod members;

use std::fmt;
use std::io::BufRead;

use self::fields::MAX_HEADER;
use self::header::{Header, MAGIC};
use self::members::{Failure, Members};
use super::records::MAX_RECORD;
use crate::error::{Error, Kind};

/// How many bytes of line breaks stand between two records.
const BREAKS: usize = 4;

/// A web page or a plain text of an archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// Where it begins, in the archive and in its member of gzip.
    place: (u64, u64),
    target: String,
    date: Option<String>,
    is_html: bool,
    charset: Option<String>,
    body: Vec<u8>,
}

impl Record {
    /// The byte of the archive at which the record begins. In a compressed archive it is where its member
    /// of gzip begins, as in a CDX index.
    pub fn offset(&self) -> u64 {
        self.place.0
    }

    /// The address that was asked for. It is empty if the record does not say it.
    pub fn target(&self) -> &str {
        &self.target
    }

    /// When the record was made, such as `2024-01-19T08:30:00Z`, as it is written.
    pub fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// Whether the body is a web page. Otherwise it is a plain text.
    pub fn is_html(&self) -> bool {
        self.is_html
    }

    /// The encoding that was declared with the body, as it is written.
    pub fn charset(&self) -> Option<&str> {
        self.charset.as_deref()
    }

    /// The bytes of the page or the text, without chunks and compression.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// An error about the body, with the place of the record.
    pub(super) fn wrong(&self, problem: &Error) -> Error {
        wrong(self.place, format!("{}: {problem}", self.target))
    }
}

/// An iterator over the web pages and plain texts of a WARC stream.
///
/// These are `response` records of HTTP with the status 200, and `resource` and `conversion` records. Of
/// content encodings it reads `gzip` and `deflate`; a page in another one, such as `br`, is an error. So is
/// a page or a text of more than [`MAX_RECORD`] bytes. Behind an error it goes on at the next line that begins
/// with `WARC/`, or at the next member of gzip. It ends at the end of the stream, or if reading fails.
pub struct Warc<R> {
    members: Members<R>,
    /// What is decompressed and not yet done, from `start` on.
    window: Vec<u8>,
    start: usize,
    /// How many bytes of the member come before the window.
    before: u64,
    /// Whether a record was damaged, and the beginning of the next one is not known.
    lost: bool,
    /// A failure behind the window.
    later: Option<Failure>,
    done: bool,
}

impl<R> fmt::Debug for Warc<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Warc").finish_non_exhaustive()
    }
}

/// A record in the window: its header, and where its block begins and ends.
struct Frame {
    header: Header,
    head: usize,
    /// `None` if the block is longer than what is read of it.
    end: Option<usize>,
}

impl<R: BufRead> Warc<R> {
    /// Reads a stream, compressed or not.
    pub fn new(reader: R) -> Self {
        Self {
            members: Members::new(reader),
            window: Vec::new(),
            start: 0,
            before: 0,
            lost: false,
            later: None,
            done: false,
        }
    }

    fn rest(&self) -> &[u8] {
        self.window.get(self.start..).unwrap_or_default()
    }

    /// Passes over bytes of the window. What is left is moved only when it is the smaller part.
    fn pass(&mut self, length: usize) {
        self.start = self.window.len().min(self.start + length);
        if self.start > self.window.len() / 2 {
            self.window.drain(..self.start);
            self.before += self.start as u64;
            self.start = 0;
        }
    }

    /// Reads on. Returns false at the end of the member. A failure comes only when all that was read
    /// before it is used up.
    fn read(&mut self) -> Result<bool, Failure> {
        if let Some(failure) = self.later.take() {
            return Err(failure);
        }
        let before = self.window.len();
        match self.members.read(&mut self.window) {
            Err(failure) if self.window.len() > before => {
                self.later = Some(failure);
                Ok(true)
            }
            read => read,
        }
    }

    /// Reads on until this many bytes are there. Returns false if the member ends before.
    fn fill(&mut self, length: usize) -> Result<bool, Failure> {
        while self.rest().len() < length {
            if !self.read()? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// How far the window is into its member.
    fn inside(&self) -> u64 {
        self.before + self.start as u64
    }

    /// Where the record in the window begins, in the archive and in its member.
    fn place(&self) -> (u64, u64) {
        match self.members.is_plain() {
            true => (self.inside(), 0),
            false => (self.members.offset(), self.inside()),
        }
    }

    /// Goes to the beginning of the next record. Returns false at the end of the stream.
    fn find(&mut self) -> Result<bool, Failure> {
        loop {
            let rest = self.rest();
            let next = match self.lost {
                true => next_record(rest),
                false => rest.iter().position(|byte| !is_break(byte)),
            };
            if let Some(next) = next {
                self.pass(next);
                self.lost = false;
                return Ok(true);
            }
            // A record may begin in the last bytes.
            let kept = if self.lost { MAGIC.len() } else { 0 };
            self.pass(rest.len().saturating_sub(kept));
            let goes_on = match self.read() {
                // The damage was told already.
                Err(Failure::Unpacked(_)) if self.lost => false,
                read => read?,
            };
            if !goes_on {
                self.forget();
                if !self.members.next(&mut self.window)? {
                    return Ok(false);
                }
            }
        }
    }

    /// Empties the window, for its member is done.
    fn forget(&mut self) {
        self.window.clear();
        (self.start, self.before, self.lost) = (0, 0, false);
    }

    /// Reads the record at the beginning of the window.
    fn frame(&mut self) -> Result<Frame, Failure> {
        let wrong = |problem: String| Err(Failure::Damaged(problem));
        let head = loop {
            if let Some(head) = fields::length(self.rest()) {
                break head;
            }
            let there = self.rest().len();
            if there >= MAX_HEADER {
                return wrong(format!(
                    "the header of the record has more than {MAX_HEADER} bytes"
                ));
            }
            if !self.fill(there + 1)? {
                return wrong("no record begins here, or it ends inside of its header".to_owned());
            }
        };
        let header = Header::read(self.rest().get(..head).unwrap_or_default());
        if !self.rest().starts_with(MAGIC) {
            return wrong("no record begins here".to_owned());
        }
        let Some(length) = header.length else {
            return wrong("the record has no Content-Length".to_owned());
        };
        let most = MAX_RECORD as u64;
        let end = head + length.min(most) as usize;
        if !self.fill(end)? {
            let there = self.rest().len() - head;
            return wrong(format!("the record ends after {there} of {length} bytes"));
        }
        if length > most {
            let end = None;
            return Ok(Frame { header, head, end });
        }
        match self.fill(end + BREAKS + MAGIC.len()) {
            // Only a later record is damaged. The first one of a member is right if its checksum is.
            Err(failure) if self.inside() > 0 => self.later = Some(failure),
            filled => _ = filled?,
        }
        if !is_end(self.rest().get(end..).unwrap_or_default()) {
            return wrong(format!(
                "no record follows behind the {length} bytes of this one"
            ));
        }
        let end = Some(end);
        Ok(Frame { header, head, end })
    }

    /// Takes the record out of the window. Returns `None` if it has no text.
    fn take(&mut self, frame: Frame) -> Option<Result<Record, Error>> {
        let Frame { header, head, end } = frame;
        let place = self.place();
        let to = end.unwrap_or(head + MAX_RECORD);
        let content = header.content(self.rest().get(head..to).unwrap_or_default());
        let body = content.as_ref().map(|content| match end {
            Some(_) => content.body(),
            None => Err(format!("a text of more than {MAX_RECORD} bytes")),
        });
        let (is_html, charset) = content
            .map(|it| (it.is_html, it.charset))
            .unwrap_or_default();
        match end {
            Some(end) => self.pass(end),
            // So long a length may be wrong, so the next record is looked for.
            None => self.lost = true,
        }
        let target = header.target.clone();
        let wrong = |problem| wrong(place, format!("{target}: {problem}"));
        let record = |body| Record {
            place,
            target: header.target,
            date: header.date,
            is_html,
            charset,
            body,
        };
        body.map(|body| body.map(record).map_err(wrong))
    }

    /// Says what failed, and goes on behind it.
    fn failed(&mut self, failure: Failure) -> Error {
        let place = self.place();
        match failure {
            Failure::Read(source) => {
                self.done = true;
                let offset = place.0;
                Kind::ArchiveRead { offset, source }.into()
            }
            Failure::Unpacked(problem) => {
                self.forget();
                wrong(place, problem)
            }
            Failure::Damaged(problem) => {
                self.lost = true;
                wrong(place, problem)
            }
        }
    }
}

fn wrong((offset, inside): (u64, u64), problem: String) -> Error {
    let kind = Kind::Archive {
        offset,
        inside,
        problem,
    };
    kind.into()
}

/// Where a line begins a record, behind the first byte.
fn next_record(bytes: &[u8]) -> Option<usize> {
    let begins = |it: &[u8]| it.first() == Some(&b'\n') && it.ends_with(MAGIC);
    let mut windows = bytes.windows(1 + MAGIC.len());
    windows.position(begins).map(|at| at + 1)
}

/// Whether a record may end before these bytes: an empty line and another one, the next record, or the end.
fn is_end(behind: &[u8]) -> bool {
    let breaks = behind.iter().take(BREAKS).take_while(|byte| is_break(byte));
    let breaks = breaks.count();
    let next = behind.get(breaks..).unwrap_or_default();
    breaks == BREAKS || next.starts_with(MAGIC) || MAGIC.starts_with(next)
}

fn is_break(byte: &u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

impl<R: BufRead> Iterator for Warc<R> {
    type Item = Result<Record, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            let frame = match self.find() {
                Ok(false) => break,
                Ok(true) => self.frame(),
                Err(failure) => Err(failure),
            };
            match frame.map(|frame| self.take(frame)) {
                Ok(None) => {}
                Ok(Some(record)) => return Some(record),
                Err(failure) => return Some(Err(self.failed(failure))),
            }
        }
        self.done = true;
        None
    }
}

#[cfg(test)]
mod tests;
