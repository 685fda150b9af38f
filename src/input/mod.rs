//! Texts from bytes, web pages and record streams.
//!
//! A pipeline takes text as `&str`. This module makes text from what programs usually have:
//!
//! - [`utf8`] checks bytes that should be UTF-8.
//! - `Decoder` (feature `encoding`) decodes bytes in any encoding of the web, declared or guessed,
//!   and `mojibake` finds characters that another program garbled (`Ã©` for `é`).
//! - `Page` (feature `html`) extracts the article of a web page with its title, author and date.
//! - `records` (feature `records`) reads texts from JSON Lines, CSV and TSV, one at a time.
//! - `warc` (feature `warc`) reads web pages and texts from the archives of crawlers.
//! - `Reader` (feature `records`) reads any of these, and tells them apart by the first line.
//!
//! None of them opens a file. You bring the bytes or a [`BufRead`](std::io::BufRead).
//!
//! # Example
//!
//! Annotate every text of a JSON Lines stream, and go on after a malformed line:
//!
//! ```
//! # #[cfg(feature = "records")] {
//! use griot::Pipeline;
//! use griot::input::records::JsonLines;
//!
//! let stream = "{\"text\": \"Bamako a réagi.\", \"id\": 1}\n\
//!               {\"text\": \n\
//!               {\"text\": \"Moscou se tait. Paris aussi.\", \"id\": 3}\n";
//! let mut worker = Pipeline::new()?.worker();
//! let mut sentences = Vec::new();
//! for record in JsonLines::new(stream.as_bytes(), "text") {
//!     match record {
//!         Ok(record) => {
//!             let id = record.get("id").unwrap_or("?").to_owned();
//!             let document = worker.annotate(record.text())?;
//!             sentences.push((id, document.sentences().len()));
//!         }
//!         Err(error) => assert!(error.to_string().starts_with("line 2:")),
//!     }
//! }
//! assert_eq!(sentences, [("1".to_owned(), 1), ("3".to_owned(), 2)]);
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! Decode a page in an old encoding, extract the article and annotate it:
//!
//! ```
//! # #[cfg(all(feature = "html", feature = "fr"))] {
//! use griot::input::{Decoder, Page};
//! use griot::{Pipeline, ZoneKind};
//!
//! let bytes = b"<html><h1>Le fleuve monte</h1>
//!     <p>\xc0 Niamey, l\x92eau atteint 6,20 m, dit le maire de la ville au micro de la radio.</p></html>";
//! let decoded = Decoder::new().decode_html(bytes)?;
//! assert_eq!(decoded.encoding(), "windows-1252");
//! let page = Page::read(decoded.text())?;
//! let mut worker = Pipeline::new()?.worker();
//! let document = worker.annotate_zoned(page.text(), page.zones())?;
//! let title = document.sentence(0).unwrap();
//! assert_eq!((title.text(), title.zone()), ("Le fleuve monte", Some(ZoneKind::Title)));
//! # }
//! # Ok::<(), griot::Error>(())
//! ```

#[cfg(feature = "encoding")]
mod encoding;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "encoding")]
mod mojibake;
#[cfg(feature = "records")]
mod reader;
#[cfg(feature = "records")]
pub mod records;
#[cfg(feature = "warc")]
pub mod warc;

use crate::error::{Error, Kind};
#[cfg(feature = "encoding")]
pub use encoding::{Decoded, Decoder, Evidence};
#[cfg(feature = "html")]
pub use html::Page;
#[cfg(feature = "encoding")]
pub use mojibake::mojibake;
#[cfg(feature = "records")]
pub use reader::{Format, Metadata, Raw, RawTexts, Reader, Text, Texts};

/// Returns bytes as text if they are valid UTF-8. A byte order mark stays in the text and counts in
/// every offset.
///
/// # Errors
///
/// Returns an error that names the first byte that is not valid UTF-8.
///
/// ```
/// let error = griot::input::utf8(b"Niger \xe9").unwrap_err();
/// assert_eq!(error.to_string(), "byte 6 is not UTF-8: convert the text to UTF-8 first");
/// ```
pub fn utf8(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|e| {
        Kind::NotUtf8 {
            offset: e.valid_up_to(),
        }
        .into()
    })
}
