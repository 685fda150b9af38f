//! [`ConlluReader`]: documents in CoNLL-U, one by one.

use std::io::{BufRead, Read};

use super::super::Document;
use super::draft::{Draft, at_line};
use super::line::Row;
use crate::error::{Error, Kind};
use crate::language::Language;

/// The most bytes of a document in CoNLL-U, unless the caller sets another limit.
const LIMIT: u64 = 1 << 28;

/// Reads documents in CoNLL-U: those that griot [writes](super::super::DocumentRef::conllu), and those of
/// treebanks and other tools.
///
/// It is an iterator. A document begins with the comment `# newdoc`; a file without one is one document.
/// After an error it goes on with the next document. Memory is that of one document, and a document of
/// more than 256 MiB of CoNLL-U is an [error](Error::is_document); see [`limit`](Self::limit).
///
/// The text is rebuilt from the forms. MISC says what stands between them (`SpaceAfter`, `SpacesAfter`,
/// `SpacesBefore`, `SpacesInToken`). Where it does not, `# text` does, then `TokenRange`, and otherwise it
/// is a space; a paragraph (`# newpar`) begins on a new line. If the forms differ from `# text`, they
/// count.
///
/// The document has the layers language, sentences, tokens and norms, and those of which the file has
/// a value anywhere: parts of speech (UPOS), lemmas, features (FEATS; those that griot has no name for are
/// left out), and entities (`NER` in MISC, in the schemes BIO and BIOES). Other columns and keys are not
/// read. A word without a tag is `X`, and a word without a lemma has its form as a guess.
///
/// A token of several words (`3-4 du`) is one token, with the lemma, tag and features of its first word.
/// Empty nodes (`5.1`) are words that are not in the text; they are skipped and
/// [counted](Self::skipped).
///
/// ```
/// use griot::Language;
/// use griot::document::ConlluReader;
///
/// let file = "\
/// ## text = Parlez du Niger.
/// 1\tParlez\tparler\tVERB\t_\tMood=Imp|Number=Plur\t0\troot\t_\t_
/// 2-3\tdu\t_\t_\t_\t_\t_\t_\t_\t_
/// 2\tde\tde\tADP\t_\t_\t4\tcase\t_\t_
/// 3\tle\tle\tDET\t_\t_\t4\tdet\t_\t_
/// 4\tNiger\tNiger\tPROPN\t_\t_\t1\tobl\t_\tSpaceAfter=No
/// 5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\tSpaceAfter=No
/// ";
/// let mut reader = ConlluReader::new(file.as_bytes()).language(Language::FRENCH);
/// let document = reader.next().unwrap()?;
/// assert_eq!(document.text(), "Parlez du Niger.");
/// let words: Vec<_> = document.tokens().map(|it| (it.text(), it.lemma().unwrap())).collect();
/// assert_eq!(words[1], ("du", "de"));
/// assert!(reader.next().is_none() && reader.skipped() == 0);
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Debug)]
pub struct ConlluReader<R> {
    reader: R,
    language: Option<Language>,
    limit: u64,
    /// The number of the last line.
    line: u64,
    buffer: Vec<u8>,
    skipped: u64,
    /// Whether the line that begins the next document was read.
    begun: bool,
    ended: bool,
}

impl<R: BufRead> ConlluReader<R> {
    /// Reads from a stream of bytes in UTF-8.
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            language: None,
            limit: LIMIT,
            line: 0,
            buffer: Vec::new(),
            skipped: 0,
            begun: false,
            ended: false,
        }
    }

    /// Sets the language of the documents, which CoNLL-U does not state. Undetermined by default.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Sets the most bytes of CoNLL-U that a document may have.
    #[must_use]
    pub fn limit(mut self, bytes: u64) -> Self {
        self.limit = bytes;
        self
    }

    /// How many empty nodes were skipped so far.
    pub fn skipped(&self) -> u64 {
        self.skipped
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
        Ok(Some(()))
    }

    /// Reads the next document. `None` at the end of the stream.
    fn document(&mut self) -> Result<Option<Document>, Error> {
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
            if !goes_on && is_newdoc(&self.buffer) {
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
            let read = match left.checked_sub(length + 1) {
                Some(rest) => {
                    left = rest;
                    self.line(&mut draft)
                }
                None => {
                    let limit = self.limit;
                    Err(format!(
                        "the document is longer than the {limit} bytes that are read"
                    ))
                }
            };
            if let Err(problem) = read {
                failed = Some(at_line(self.line, problem));
                draft = Draft::default();
            }
        }
        if let Some(error) = failed {
            return Err(error);
        }
        if !begun && draft.is_empty() {
            return Ok(None);
        }
        let line = self.line;
        draft
            .end_sentence()
            .map_err(|problem| at_line(line, problem))?;
        draft.finish(self.language).map(Some)
    }

    /// Reads the line in the buffer.
    fn line(&mut self, draft: &mut Draft) -> Result<(), String> {
        let line = std::str::from_utf8(&self.buffer)
            .map_err(|problem| format!("byte {} of it is not UTF-8", problem.valid_up_to()))?;
        if line.trim().is_empty() {
            return draft.end_sentence();
        }
        if let Some(comment) = line.strip_prefix('#') {
            let (key, value) = comment.split_once('=').unwrap_or((comment, ""));
            let key = key.trim();
            let key = if key.starts_with("newpar") {
                "newpar"
            } else {
                key
            };
            draft.comment(key, value.trim());
            return Ok(());
        }
        if !draft.row(Row::parse(line)?)? {
            self.skipped += 1;
        }
        Ok(())
    }
}

impl<R: BufRead> Iterator for ConlluReader<R> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let document = self.document();
        self.ended |= document.as_ref().is_err_and(Error::is_io);
        document.transpose()
    }
}

/// Whether a line is the comment that begins a document.
fn is_newdoc(line: &[u8]) -> bool {
    let comment = line.strip_prefix(b"#").map(<[u8]>::trim_ascii_start);
    let rest = comment.and_then(|comment| comment.strip_prefix(b"newdoc"));
    rest.is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}
