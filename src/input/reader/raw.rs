//! [`Raw`]: a text as bytes.

use std::fmt;
use std::io::BufRead;
use std::sync::Arc;

#[cfg(feature = "warc")]
use super::super::warc::Record;
use super::{Reader, Text, Texts};
use crate::error::Error;

/// A text that is read and not yet understood; see [`Texts::raw`].
#[derive(Debug)]
pub struct Raw {
    pub(super) reader: Arc<Reader>,
    pub(super) content: Content,
}

#[derive(Debug)]
pub(super) enum Content {
    /// A record, which is read as a whole.
    Text(Box<Text>),
    Plain(Vec<u8>),
    Page(Vec<u8>),
    #[cfg(feature = "warc")]
    Archived(Box<Record>),
}

impl Raw {
    /// Decodes the text, and finds the article of a web page.
    ///
    /// # Errors
    ///
    /// The errors that the items of [`Texts`] have.
    pub fn into_text(self) -> Result<Text, Error> {
        match self.content {
            Content::Text(text) => Ok(*text),
            Content::Plain(bytes) => self.reader.text(bytes),
            Content::Page(bytes) => self.reader.page(&bytes, None),
            #[cfg(feature = "warc")]
            Content::Archived(record) => {
                let text = self.reader.archived(&record);
                text.map_err(|problem| record.wrong(&problem))
            }
        }
    }
}

impl<R: BufRead> Texts<R> {
    /// The same texts as bytes. To find the article of a page takes long, and this leaves it to the caller's
    /// threads.
    ///
    /// ```
    /// # #[cfg(all(feature = "html", feature = "rayon"))] {
    /// use griot::Pipeline;
    /// use griot::input::{Format, Reader};
    ///
    /// let page = "<title>Niger</title><p>Le général Tiani est à Niamey depuis hier.</p>";
    /// let texts = Reader::new().format(Format::Html).read(page.as_bytes())?;
    /// let documents = Pipeline::new()?.par_map(texts.raw(), |worker, raw| {
    ///     let text = raw?.into_text()?;
    ///     Ok(worker.annotate_zoned(text.text(), text.zones())?.to_document())
    /// });
    /// let documents = documents.collect::<Result<Vec<_>, griot::Error>>()?;
    /// assert_eq!(documents.len(), 1);
    /// # }
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn raw(self) -> RawTexts<R> {
        RawTexts(self)
    }
}

/// The texts of a stream as bytes, one after the other; see [`Texts::raw`].
pub struct RawTexts<R>(Texts<R>);

impl<R: BufRead> Iterator for RawTexts<R> {
    type Item = Result<Raw, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next_raw()
    }
}

impl<R> fmt::Debug for RawTexts<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RawTexts").field(&self.0).finish()
    }
}
