//! [`ConlluReader`]: documents in CoNLL-U, one by one.

use std::io::BufRead;

use super::super::Document;
use super::super::source::{Format, Source};
use super::draft::Draft;
use super::line::Row;
use crate::error::Error;
use crate::language::Language;

const FORMAT: Format = Format {
    name: "CoNLL-U",
    begins: is_newdoc,
};

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
    source: Source<R>,
    language: Option<Language>,
    skipped: u64,
}

impl<R: BufRead> ConlluReader<R> {
    /// Reads from a stream of bytes in UTF-8.
    pub fn new(reader: R) -> Self {
        Self {
            source: Source::new(reader, &FORMAT),
            language: None,
            skipped: 0,
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
        self.source.limit = bytes;
        self
    }

    /// How many empty nodes were skipped so far.
    pub fn skipped(&self) -> u64 {
        self.skipped
    }
}

impl<R: BufRead> Iterator for ConlluReader<R> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let skipped = &mut self.skipped;
        let draft = self.source.next(|draft, line| {
            *skipped += u64::from(!read(draft, line)?);
            Ok(())
        });
        Some(draft?.and_then(|draft| draft.finish(self.language)))
    }
}

/// Reads a line. Returns false for an empty node, which is skipped.
fn read(draft: &mut Draft, line: &str) -> Result<bool, String> {
    if line.trim().is_empty() {
        return draft.end_sentence().map(|()| true);
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
        return Ok(true);
    }
    draft.row(Row::parse(line)?)
}

/// Whether a line is the comment that begins a document.
fn is_newdoc(line: &[u8]) -> bool {
    let comment = line.strip_prefix(b"#").map(<[u8]>::trim_ascii_start);
    let rest = comment.and_then(|comment| comment.strip_prefix(b"newdoc"));
    rest.is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}
