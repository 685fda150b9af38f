//! [`Members`]: the bytes of an archive, decompressed member by member.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

use super::header::MAGIC;

/// How a member of gzip begins.
const GZIP: &[u8] = b"\x1f\x8b\x08";

/// How many bytes are read at once.
const CHUNK: u64 = 1 << 15;

/// In how many bytes the first record is looked for, to tell whether a stream is compressed.
const BEGIN: usize = 1 << 16;

/// How many bytes of a damaged member are looked through for the next one.
const KEPT: usize = 4 << 20;

/// What a decoder costs besides the bytes that it reads.
const DECODER: u64 = 1 << 12;

/// Why a record or a member was not read.
pub(super) enum Failure {
    /// The stream failed.
    Read(io::Error),
    /// A member is no gzip; it is over.
    Unpacked(String),
    /// A record is not framed as it should be; its member may go on.
    Damaged(String),
}

/// A stream of members of gzip, or one of plain bytes, which counts as one member.
pub(super) struct Members<R> {
    /// `None` only while a method is at work.
    state: Option<State<R>>,
    /// Where the member begins.
    offset: u64,
    is_plain: bool,
}

enum State<R> {
    /// Nothing was read.
    New(Raw<R>),
    Plain(Raw<R>),
    Inside(Box<GzDecoder<Raw<R>>>),
    /// Behind a member; `lost` if it was damaged, so that the next one may begin anywhere.
    Between {
        raw: Raw<R>,
        lost: bool,
    },
}

impl<R: BufRead> Members<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            state: Some(State::New(Raw::new(reader))),
            offset: 0,
            is_plain: false,
        }
    }

    /// Where the member begins in the stream.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether the stream is not compressed.
    pub(super) fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// Adds some bytes of the member to `to`. Returns false at its end.
    pub(super) fn read(&mut self, to: &mut Vec<u8>) -> Result<bool, Failure> {
        let read = match &mut self.state {
            Some(State::Plain(raw)) => {
                raw.begin();
                raw.take(CHUNK).read_to_end(to)
            }
            Some(State::Inside(decoder)) => decoder.take(CHUNK).read_to_end(to),
            _ => return Ok(false),
        };
        match read {
            Ok(0) => {
                self.leave(false);
                Ok(false)
            }
            Ok(_) => Ok(true),
            Err(problem) => Err(self.failed(problem)),
        }
    }

    /// Leaves the member.
    fn leave(&mut self, lost: bool) {
        self.state = self.state.take().map(|state| match state {
            State::Inside(decoder) => {
                let mut raw = decoder.into_inner();
                if lost {
                    raw.go_back();
                }
                State::Between { raw, lost }
            }
            other => other,
        });
    }

    fn failed(&mut self, problem: io::Error) -> Failure {
        self.leave(true);
        match &self.state {
            Some(State::Between { raw, .. }) if !raw.failed => {
                Failure::Unpacked(format!("the member of gzip is damaged: {problem}"))
            }
            _ => Failure::Read(problem),
        }
    }

    /// Goes to the next member. Its first bytes are added to `to` if it had to be searched for. Returns
    /// false at the end of the stream.
    pub(super) fn next(&mut self, to: &mut Vec<u8>) -> Result<bool, Failure> {
        match self.state.take() {
            Some(State::New(raw)) => self.first(raw, to),
            Some(State::Between { raw, lost }) => self.search(raw, lost, to),
            other => {
                self.state = other;
                Ok(false)
            }
        }
    }

    /// Tells by the first bytes whether the stream is compressed. Something else may stand before its first
    /// record.
    fn first(&mut self, mut raw: Raw<R>, to: &mut Vec<u8>) -> Result<bool, Failure> {
        let mut begin = raw.peek(MAGIC.len()).map_err(Failure::Read)?;
        if !begin.starts_with(MAGIC) && !begin.starts_with(GZIP) {
            begin = raw.peek(BEGIN).map_err(Failure::Read)?;
        }
        let is_empty = begin.is_empty();
        self.is_plain = match (find(GZIP, begin), find(MAGIC, begin)) {
            (Some(gzip), Some(plain)) => plain < gzip,
            (gzip, _) => gzip.is_none(),
        };
        if !self.is_plain {
            return self.search(raw, false, to);
        }
        self.state = Some(State::Plain(raw));
        Ok(!is_empty)
    }

    fn search(&mut self, mut raw: Raw<R>, lost: bool, to: &mut Vec<u8>) -> Result<bool, Failure> {
        loop {
            if lost {
                raw.skip_to_gzip().map_err(Failure::Read)?;
            }
            raw.begin();
            self.offset = raw.offset();
            let begin = raw.peek(GZIP.len()).map_err(Failure::Read)?;
            if !begin.starts_with(GZIP) {
                let is_end = begin.is_empty();
                self.state = Some(State::Between { raw, lost: true });
                return match is_end {
                    true => Ok(false),
                    false => Err(Failure::Unpacked(
                        "no member of gzip begins here".to_owned(),
                    )),
                };
            }
            let mut decoder = Box::new(GzDecoder::new(raw));
            // The mark of gzip is also in other bytes, so a member that was searched for must show a record.
            let mut begin = decoder.by_ref().take(MAGIC.len() as u64);
            let begins = match lost {
                true => begin.read_to_end(to),
                false => Ok(0),
            };
            if !lost || (begins.is_ok() && to.starts_with(MAGIC)) {
                self.state = Some(State::Inside(decoder));
                return Ok(true);
            }
            to.clear();
            raw = decoder.into_inner();
            if let (true, Err(problem)) = (raw.failed, begins) {
                return Err(Failure::Read(problem));
            }
            raw.go_back();
        }
    }
}

fn find(mark: &[u8], bytes: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|bytes| bytes == mark)
}

/// The bytes of the stream. What was read of a member can be read again, for damage shows only later.
struct Raw<R> {
    reader: R,
    bytes: Vec<u8>,
    /// The next byte to read.
    at: usize,
    /// The first byte to keep.
    kept: usize,
    /// How many bytes of the stream come before `bytes`.
    before: u64,
    /// How many bytes were read in vain.
    spent: u64,
    /// Whether the stream failed.
    failed: bool,
}

impl<R: BufRead> Raw<R> {
    fn new(reader: R) -> Self {
        Self {
            reader,
            bytes: Vec::new(),
            at: 0,
            kept: 0,
            before: 0,
            spent: 0,
            failed: false,
        }
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn offset(&self) -> u64 {
        self.before + self.at as u64
    }

    /// Keeps what follows from here on.
    fn begin(&mut self) {
        self.kept = self.at;
    }

    /// Goes back to the second byte that is kept. Bytes are read again only so often that the time stays
    /// linear; then it goes on from here.
    fn go_back(&mut self) {
        self.spent += (self.at - self.kept) as u64 + DECODER;
        if self.spent <= 4 * self.offset() + KEPT as u64 {
            self.at = self.at.min(self.kept + 1);
        }
    }

    /// Reads on. Returns false at the end of the stream.
    fn more(&mut self) -> io::Result<bool> {
        if self.bytes.len() - self.kept > KEPT {
            self.kept = self.at.saturating_sub(KEPT / 2).max(self.kept);
        }
        if self.kept > self.bytes.len() / 2 {
            self.bytes.drain(..self.kept);
            self.before += self.kept as u64;
            self.at -= self.kept;
            self.kept = 0;
        }
        loop {
            match self.reader.fill_buf() {
                Ok(bytes) => {
                    let length = bytes.len();
                    self.bytes.extend_from_slice(bytes);
                    self.reader.consume(length);
                    return Ok(length > 0);
                }
                Err(problem) if problem.kind() == io::ErrorKind::Interrupted => {}
                Err(problem) => {
                    self.failed = true;
                    return Err(problem);
                }
            }
        }
    }

    /// The next bytes: so many, or fewer at the end of the stream.
    fn peek(&mut self, length: usize) -> io::Result<&[u8]> {
        while self.rest().len() < length && self.more()? {}
        Ok(self.rest())
    }

    /// Goes to the next mark of gzip, or to the end of the stream.
    fn skip_to_gzip(&mut self) -> io::Result<()> {
        loop {
            if let Some(found) = find(GZIP, self.rest()) {
                self.at += found;
                return Ok(());
            }
            // A mark may begin in the last bytes.
            self.at += self.rest().len().saturating_sub(GZIP.len() - 1);
            self.begin();
            if !self.more()? {
                self.at = self.bytes.len();
                return Ok(());
            }
        }
    }
}

impl<R: BufRead> Read for Raw<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Raw<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.rest().is_empty() {
            self.more()?;
        }
        Ok(self.rest())
    }

    fn consume(&mut self, length: usize) {
        self.at = self.bytes.len().min(self.at + length);
    }
}
