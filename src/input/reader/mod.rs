//! [`Reader`]: the texts of a stream of bytes in any format.

mod format;
mod text;

use std::fmt;
use std::io::{BufRead, Chain, Cursor, Read};
use std::sync::Arc;

pub use format::Format;
pub use text::{Metadata, Text};

#[cfg(feature = "encoding")]
use super::Decoder;
use super::records::{Delimited, JsonLines, broken};
#[cfg(feature = "warc")]
use super::warc::{Record, Warc};
use crate::date::Date;
use crate::error::{Error, Kind};

/// The most bytes that are read to tell the format.
const HEAD: u64 = 1 << 16;

/// Reads the texts of a stream of bytes: one plain text, one web page, many records, or a web archive.
///
/// The format is the one that you set. If you set none, the first line tells it: an object of JSON,
/// the names of columns with the one of the texts among them, or the tag that begins a web page.
/// Anything else is a plain text.
///
/// ```
/// use griot::input::{Format, Reader};
///
/// let stream = "day;text;source\n2024-01-19;Niamey attend.;Rfi\n2024-01-20;Moscou se tait.;\n";
/// let texts = Reader::new().date_field("day").read(stream.as_bytes())?;
/// assert_eq!(texts.format(), Format::Csv);
/// let texts: Vec<_> = texts.collect::<Result<_, _>>()?;
/// assert_eq!(texts[0].text(), "Niamey attend.");
/// assert_eq!(texts[0].metadata().get("source"), Some("Rfi"));
/// assert_eq!(texts[1].line(), Some(3));
/// assert_eq!(texts[1].date()?, Some("2024-01-20".parse()?));
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reader {
    format: Option<Format>,
    text_field: String,
    date_field: Option<String>,
    #[cfg(feature = "encoding")]
    decoder: Option<Decoder>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            format: None,
            text_field: "text".to_owned(),
            date_field: None,
            #[cfg(feature = "encoding")]
            decoder: None,
        }
    }
}

impl Reader {
    /// Creates a reader that looks for the format of each stream.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the format of the streams; `None` to look at the first line of each.
    #[must_use]
    pub fn format(mut self, format: impl Into<Option<Format>>) -> Self {
        self.format = format.into();
        self
    }

    /// Sets the field of the texts: a column of CSV and TSV, or a path in JSON such as `body.text`.
    /// It is `text` by default.
    #[must_use]
    pub fn text_field(mut self, name: impl Into<String>) -> Self {
        self.text_field = name.into();
        self
    }

    /// Sets the field of the days of publication; see [`Text::date`]. There is none by default.
    #[must_use]
    pub fn date_field(mut self, name: impl Into<String>) -> Self {
        self.date_field = Some(name.into());
        self
    }

    /// Sets how plain texts and web pages are decoded. By default plain texts must be UTF-8, and web
    /// pages and all texts of a web archive are decoded by [`Decoder::new`]. Records are always UTF-8.
    #[cfg(feature = "encoding")]
    #[must_use]
    pub fn decoder(mut self, decoder: Decoder) -> Self {
        self.decoder = Some(decoder);
        self
    }

    /// Returns the texts of a stream.
    ///
    /// # Errors
    ///
    /// Returns an error if the first line cannot be read, begins JSON that is not JSON Lines, or has
    /// no column for the texts, or if the stream is a web archive and the feature `warc` is off.
    pub fn read<R: BufRead>(&self, stream: R) -> Result<Texts<R>, Error> {
        let (mut stream, mut head) = (stream, Vec::new());
        let format = match self.format {
            Some(format) => format,
            None => self.told(&mut stream, &mut head)?,
        };
        let stream = Cursor::new(head).chain(stream);
        let field = &self.text_field;
        let rest = match format {
            Format::Text | Format::Html => Rest::Whole(stream),
            Format::JsonLines => Rest::Lines(JsonLines::new(stream, field)),
            Format::Csv => Rest::Rows(Box::new(Delimited::csv(stream, field)?)),
            Format::Tsv => Rest::Rows(Box::new(Delimited::tsv(stream, field)?)),
            #[cfg(feature = "warc")]
            Format::Warc => Rest::Archive(Box::new(Warc::new(stream))),
            #[cfg(not(feature = "warc"))]
            Format::Warc => {
                let (what, feature) = ("reader of web archives", "warc");
                return Err(Kind::Feature { what, feature }.into());
            }
        };
        Ok(Texts {
            reader: Arc::new(self.clone()),
            format,
            rest,
        })
    }

    /// The format that the first line says. What was read is added to `head`.
    fn told(&self, stream: &mut impl BufRead, head: &mut Vec<u8>) -> Result<Format, Error> {
        let mut begin = stream.take(HEAD);
        let mut number = 0;
        loop {
            number += 1;
            let first = head.len();
            let length = begin.read_until(b'\n', head);
            let length = length.map_err(|source| unread(number, source))?;
            let line = head.get(first..).unwrap_or_default();
            if length == 0 || !line.trim_ascii().is_empty() {
                let cut = begin.limit() == 0 && !line.ends_with(b"\n");
                let told = Format::of_line(line, cut, &self.text_field);
                return told.map_err(|problem| broken(number, problem));
            }
        }
    }

    fn text(&self, bytes: Vec<u8>) -> Result<Text, Error> {
        #[cfg(feature = "encoding")]
        if let Some(decoder) = &self.decoder {
            return Ok(decoded(decoder.decode(&bytes)?));
        }
        let text = String::from_utf8(bytes);
        let text = text.map_err(|problem| Kind::NotUtf8 {
            offset: problem.utf8_error().valid_up_to(),
        })?;
        Ok(Text::plain(text))
    }

    #[cfg(feature = "html")]
    fn page(&self, bytes: &[u8], fetched: Option<Date>) -> Result<Text, Error> {
        let decoder = self.decoder.unwrap_or_default();
        let html = decoded(decoder.decode_html(bytes)?);
        let page = match fetched {
            Some(day) => super::Page::read_on(html.text(), day)?,
            None => super::Page::read(html.text())?,
        };
        let page = Text::of_page(page);
        Ok(page.with_note(html.note().map(str::to_owned)))
    }

    /// The text of a record of a web archive.
    #[cfg(feature = "warc")]
    fn archived(&self, record: &Record) -> Result<Text, Error> {
        let body = record.body();
        let mut decoder = self.decoder.unwrap_or_default();
        // Servers declare one encoding for all pages, and many pages are in UTF-8 all the same.
        let is_utf8 = !body.is_ascii() && super::utf8(body).is_ok();
        if let Some(label) = record.charset().filter(|_| !is_utf8) {
            decoder = decoder.or_declared(label);
        }
        let text = match record.is_html() {
            true => {
                let day = record.date().and_then(|date| date.get(..10)?.parse().ok());
                self.clone().decoder(decoder).page(body, day)?
            }
            false => decoded(decoder.decode(body)?),
        };
        Ok(text.archived(record))
    }

    #[cfg(not(feature = "html"))]
    fn page(&self, _: &[u8], _: Option<Date>) -> Result<Text, Error> {
        let (what, feature) = ("reader of web pages", "html");
        Err(Kind::Feature { what, feature }.into())
    }
}

/// A decoded text. If it may be wrong, its note says so.
#[cfg(feature = "encoding")]
fn decoded(decoded: super::Decoded<'_>) -> Text {
    let (encoding, replaced) = (decoded.encoding(), decoded.replaced());
    let doubtful = decoded.evidence() == super::Evidence::Guess || replaced > 0;
    let note = || format!("read as {encoding}, {replaced} broken characters replaced");
    let note = doubtful.then(note);
    Text::plain(decoded.into_text().into_owned()).with_note(note)
}

fn unread(line: u64, source: std::io::Error) -> Error {
    Kind::Read { line, source }.into()
}

/// The texts of a stream, one after the other; see [`Reader::read`].
///
/// Each item is a text, or an error that says what is wrong with it. After a malformed record the
/// iterator goes on with the next one. One text is in memory at a time.
pub struct Texts<R> {
    reader: Arc<Reader>,
    format: Format,
    rest: Rest<R>,
}

/// What was read to tell the format, and what follows.
type Stream<R> = Chain<Cursor<Vec<u8>>, R>;

enum Rest<R> {
    Whole(Stream<R>),
    Lines(JsonLines<Stream<R>>),
    Rows(Box<Delimited<Stream<R>>>),
    #[cfg(feature = "warc")]
    Archive(Box<Warc<Stream<R>>>),
    Nothing,
}

impl<R> Texts<R> {
    /// The format of the stream.
    pub fn format(&self) -> Format {
        self.format
    }
}

impl<R: BufRead> Texts<R> {
    fn next_raw(&mut self) -> Option<Result<Raw, Error>> {
        let content = self.content()?;
        Some(content.map(|content| Raw {
            reader: Arc::clone(&self.reader),
            content,
        }))
    }

    fn content(&mut self) -> Option<Result<Content, Error>> {
        let record = match &mut self.rest {
            Rest::Lines(records) => records.next()?,
            Rest::Rows(records) => records.next()?,
            #[cfg(feature = "warc")]
            Rest::Archive(records) => {
                let record = records.next()?;
                return Some(record.map(|record| Content::Archived(Box::new(record))));
            }
            Rest::Whole(_) | Rest::Nothing => {
                return match std::mem::replace(&mut self.rest, Rest::Nothing) {
                    Rest::Whole(stream) => Some(self.whole(stream)),
                    _ => None,
                };
            }
        };
        let date_field = self.reader.date_field.as_deref();
        let text = record.map(|record| Text::of_record(record, date_field));
        Some(text.map(|text| Content::Text(Box::new(text))))
    }

    fn whole(&self, mut stream: Stream<R>) -> Result<Content, Error> {
        let mut bytes = Vec::new();
        if let Err(source) = stream.read_to_end(&mut bytes) {
            let breaks = bytes.iter().filter(|byte| **byte == b'\n').count();
            return Err(unread(breaks as u64 + 1, source));
        }
        Ok(match self.format {
            Format::Html => Content::Page(bytes),
            _ => Content::Plain(bytes),
        })
    }
}

impl<R: BufRead> Iterator for Texts<R> {
    type Item = Result<Text, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.next_raw()?.and_then(Raw::into_text))
    }
}

impl<R> fmt::Debug for Texts<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("reader", &self.reader)
            .field("format", &self.format)
            .finish_non_exhaustive()
    }
}

/// A text that is read and not yet understood; see [`Texts::raw`].
#[derive(Debug)]
pub struct Raw {
    reader: Arc<Reader>,
    content: Content,
}

#[derive(Debug)]
enum Content {
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

#[cfg(test)]
mod tests;
