//! [`Iob`]: a document in two columns, for programs that learn to find names.

use std::fmt::{self, Write};

use super::super::{DocumentRef, Token};
use super::START;
use crate::lines::is_control;

/// A document in the columns of CoNLL-2003: a line for each token, with its text, a tab and its tag in
/// the scheme IOB2. Its `Display` form is the file.
///
/// The tag is `B-PER` at the first token of an entity, `I-PER` at the others and `O` outside. Of nested
/// entities the outermost counts. An empty line ends a sentence. The line `-DOCSTART- -X- O O` with an
/// empty line begins a document, so documents can be written one after the other. Without the layer of
/// sentences the document is one.
///
/// Readers part columns at any white space, so white space inside a token is written as `_`, as in
/// `12_000`. A control character is U+FFFD. [`IobReader`](super::IobReader) reads the columns.
///
/// ```
/// # #[cfg(all(feature = "entities", feature = "fr"))] {
/// let document = griot::Pipeline::new()?.process("Le général Tiani est à Niamey.")?;
/// let iob = document.view().iob().to_string();
/// assert!(iob.starts_with("-DOCSTART- -X- O O\n\nLe\tO\ngénéral\tO\nTiani\tB-PER\n"));
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Iob<'a> {
    document: DocumentRef<'a>,
}

impl<'a> DocumentRef<'a> {
    /// The document as tokens with tags of entities. Write it with `to_string`, `format!` or `write!`.
    pub fn iob(self) -> Iob<'a> {
        Iob { document: self }
    }
}

impl fmt::Display for Iob<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{START} -X- O O\n")?;
        if self.document.sentences().len() == 0 {
            return rows(f, self.document.tokens());
        }
        let mut sentences = self.document.sentences();
        sentences.try_for_each(|sentence| rows(f, sentence.tokens()))
    }
}

fn rows<'a>(
    f: &mut fmt::Formatter<'_>,
    tokens: impl ExactSizeIterator<Item = Token<'a>>,
) -> fmt::Result {
    if tokens.len() == 0 {
        return Ok(());
    }
    for token in tokens {
        form(f, token.text())?;
        match token.entity() {
            None => f.write_str("\tO\n")?,
            Some(entity) => {
                let first = entity.token_range().start == token.index();
                let place = if first { 'B' } else { 'I' };
                writeln!(f, "\t{place}-{}", entity.label())?;
            }
        }
    }
    f.write_char('\n')
}

/// Writes the text of a token, in which no reader finds the end of a column or a line.
fn form(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    if text == START {
        return f.write_str("_DOCSTART_");
    }
    for c in text.chars() {
        f.write_char(match c {
            c if c.is_whitespace() => '_',
            c if is_control(c) => char::REPLACEMENT_CHARACTER,
            c => c,
        })?;
    }
    Ok(())
}
