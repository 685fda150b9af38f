//! [`IobReader`]: documents in columns of tokens and tags of names, one by one.

use std::io::BufRead;

use super::super::Document;
use super::super::conllu::Draft;
use super::super::source::{Format, Source};
use super::START;
use crate::error::Error;
use crate::language::Language;
use crate::lines::is_line_break;

const FORMAT: Format = Format {
    name: "columns with tags of names",
    begins: is_start,
};

/// Reads documents in the columns of CoNLL-2003: those that griot [writes](super::super::DocumentRef::iob),
/// and those of corpora of names.
///
/// It is an iterator. A line holds a token, its tag and between them any other columns, which are not read.
/// Tabs stand between the columns, or spaces in a line without a tab. An empty line ends a sentence. The
/// line `-DOCSTART-` begins a document; a file without one is one document. A line that begins with `#` and
/// does not end with a tag is a comment.
///
/// The tag is `O`, or a letter, a hyphen and a [label](crate::Label): `B-PER` begins an entity and `I-PER`
/// goes on with it. So IOB2 is read, also its forms with a mark for the end (BIOES, BILOU) and IOB1, where
/// `I-` may begin an entity.
///
/// The columns do not say what stands between two tokens. In the text it is a space, and between two
/// sentences a line break. The document has the layers language, sentences, tokens, norms and entities.
///
/// After an [error](Error::is_document), which names its line, the reader goes on with the next document.
/// Memory is that of one document, and a document of more than 256 MiB of columns is an error too; see
/// [`limit`](Self::limit).
///
/// ```
/// use griot::Language;
/// use griot::document::IobReader;
///
/// let file = "\
/// -DOCSTART- -X- O O
///
/// Salifou NNP I-NP B-PER
/// Modi NNP I-NP I-PER
/// quitte VBZ I-VP O
/// Niamey NNP I-NP B-LOC
/// . . O O
/// ";
/// let mut reader = IobReader::new(file.as_bytes()).language(Language::FRENCH);
/// let document = reader.next().unwrap()?;
/// assert_eq!(document.text(), "Salifou Modi quitte Niamey .");
/// let names: Vec<_> = document.entities().map(|it| (it.text(), it.label_str())).collect();
/// assert_eq!(names, [("Salifou Modi", "PER"), ("Niamey", "LOC")]);
/// assert!(reader.next().is_none());
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Debug)]
pub struct IobReader<R> {
    source: Source<R>,
    language: Option<Language>,
}

impl<R: BufRead> IobReader<R> {
    /// Reads from a stream of bytes in UTF-8.
    pub fn new(reader: R) -> Self {
        Self {
            source: Source::new(reader, &FORMAT),
            language: None,
        }
    }

    /// Sets the language of the documents, which the columns do not state. Undetermined by default.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Sets the most bytes of columns that a document may have.
    #[must_use]
    pub fn limit(mut self, bytes: u64) -> Self {
        self.source.limit = bytes;
        self
    }
}

impl<R: BufRead> Iterator for IobReader<R> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let draft = self.source.next(read);
        Some(draft?.and_then(|draft| draft.finish(self.language)))
    }
}

/// Reads a line.
fn read(draft: &mut Draft, line: &str) -> Result<(), String> {
    if line.trim().is_empty() {
        return draft.end_sentence();
    }
    let mark = if line.contains('\t') { '\t' } else { ' ' };
    let mut columns = line.split(mark).map(str::trim);
    let form = columns.find(|it| !it.is_empty());
    let tag = columns.rfind(|it| !it.is_empty());
    let is_comment = line.starts_with('#') && tag.is_none_or(|tag| !is_tag(tag));
    let (Some(form), false) = (form, is_comment) else {
        return Ok(());
    };
    let tag = tag.ok_or("it has one column; a token and a tag are due")?;
    if !is_tag(tag) {
        return Err(format!(
            "{tag:?} is no tag; O is one, and B- or I- with a label, as B-PER"
        ));
    }
    if form.contains(is_line_break) {
        return Err(format!("the token {form:?} has a line break inside"));
    }
    draft.tagged(form, tag)
}

fn is_tag(column: &str) -> bool {
    let place = column.split_once('-').map(|(place, _)| place);
    column == "O" || matches!(place, Some("B" | "I" | "E" | "L" | "S" | "U"))
}

/// Whether a line begins a document.
fn is_start(line: &[u8]) -> bool {
    let rest = line.strip_prefix(START.as_bytes());
    rest.is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}
