//! The binary form of documents, to keep many of them: a tenth of the size of the JSON form, and more
//! than three times as fast to read.
//!
//! [`Document::to_bytes`] and [`Document::from_bytes`] write and read one document.
//! [`DocumentWriter`] writes many into one file, and [`DocumentReader`] reads any of them by its number.
//! Reading checks every rule of the data model, as it does for JSON, so a document that was read is
//! sound.
//!
//! ```
//! use griot::{Document, Pipeline};
//!
//! let document = Pipeline::new()?.process("Le général Tiani est à Niamey.")?;
//! let bytes = document.to_bytes();
//! assert_eq!(Document::from_bytes(&bytes)?, document);
//!
//! // Without its text, for whoever keeps the texts elsewhere.
//! let bytes = document.view().to_bytes_without_text();
//! assert_eq!(Document::from_bytes_with_text(&bytes, document.text())?, document);
//! assert!(Document::from_bytes_with_text(&bytes, "Le général Modi est à Niamey.").is_err());
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! # Versions
//!
//! The format has a version of its own, which is 1. A griot that reads a version reads all versions
//! before it. A document of a newer version is an error that names both numbers; nothing of it is read.
//! Every change of the layout has a new number, and so has every new layer, kind of zone, part of speech
//! or other value, because an older reader could not check it.
//!
//! # The format
//!
//! Documents are small, so their numbers are too. A *number* is in LEB128: seven bits in each byte, the
//! lowest first, with the high bit where more bytes follow, in as few bytes as it needs and at most
//! `u32::MAX`. A *difference* is twice the distance, plus one if the value lies before the other one. An
//! enum is one byte: the place of its value in `ALL`. A language is the three letters of its ISO 639-3
//! code. A float is four bytes, little-endian. A string is a number, its length in bytes; its bytes
//! stand in the one table of strings, in the order in which the strings are read below.
//!
//! | bytes | what |
//! |--|--|
//! | 6 | `griotd` |
//! | 1 | the version, 1 |
//! | 1 | 1 if the document has its text, or else 0 |
//! | 8 | the checksum, little-endian |
//! | | 14 numbers: the length in bytes of each column below, and of the table of strings |
//! | | a number: the length of the text in bytes |
//! | | the columns and the strings |
//! | | the text; or the checksum of the text alone, in 8 bytes |
//!
//! The checksum takes its bytes as little-endian numbers of 64 bits; the last is filled up with zeros.
//! It begins with the length in bytes, and for each number it is rotated left by 5 bits, xored with the
//! number and multiplied by `0x517cc1b727220a95`, modulo 2⁶⁴. The checksum of a document begins with
//! that of the first 8 bytes instead of the length, and covers everything behind itself.
//!
//! | column | rows |
//! |--|--|
//! | facts | The numbers of tokens, types, sentences, entities and quotations. The layers that are present and those that are missing, as bits in the order of [`Layer::ALL`](crate::Layer::ALL). 0, or the kinds of zones that were split, as bits, plus 1. The language, its confidence, whether it is reliable, the [`LanguageSource`](super::LanguageSource), the stem edition (0, or 1 for Snowball 2, 2 for Snowball 3). The reference date: 0, or a year, and a byte each for month and day. The dateline: 0, or 1 and for place, date and agency 0 or 1 and start and length. The number of models, and the strings of each. The number of languages, and of each its length in bytes and code. The number of zones, and of each its length and kind. |
//! | tokens | A number for each token: 0 for a token that is the first of its type, and else the number of its type plus 2. Before it, 1 and the gap to the token before, if that is more than 1 byte. Without the layer of norms every token is a first one. |
//! | flags | Two bits for each token, from the lowest: whether the gap is 1 byte; whether part of speech, lemma, guess and features are those of the last token of the same type. |
//! | kinds | A byte for each first token: its kind; from bit 4 its stop tier; from bit 6 what its normal form is: 0 its text, 1 its text with `A-Z` in lower case, 2 a string. |
//! | lengths | A number for each first token: its length in bytes. |
//! | norms | The strings of the normal forms that are some. |
//! | stems | A byte for each first token: how many bytes of its normal form to drop; or 254 and this as a number; or 255 and a string. |
//! | analyses | A byte for each token whose second flag is not set: its part of speech; from bit 5 whether its lemma is a guess; from bit 6 what its lemma is: 0 none, 1 a known one, 2 a new one, 3 its normal form, which is a new one. |
//! | lemmas | The number of each known lemma; of each new one how many bytes of the normal form it begins with, at most 63, and the string of the rest. |
//! | features | With the layer of features a number for each token whose second flag is not set: that of known features, counted in the order in which they came first, or one more and 4 bytes, the bits of new ones, little-endian. |
//! | sentences | For each its number of tokens and its end reason, and if this is `stop` or `model` its score from 0 to 255. |
//! | entities | For each its first token, counted from that of the entity before, its number of tokens, a byte of flags, its source and its label; then, where the flags from the lowest say so: (1) its id, (2) its value, (3) the id of its place, (0) a byte, the length of its tail, (4) its modifier, (5) its score, which is 1 without, (6) the first token of its title as a difference, and how many follow. Label, id, value and place are strings that may come again: the number of one before, from 1, or 0 and a string. |
//! | quotations | For each its first token, counted from the end of the quotation before, its number of tokens and a byte of flags; then, where these say so: (0) the first token of the speaker as a difference and its number of tokens, (1) the number of the entity, (2) the token of the verb as a difference, (3) the lead. |
//!
//! # Sizes and untrusted bytes
//!
//! With every layer a document of the French press takes about twice its text. A reader takes at most
//! 100 times the bytes that it is given, whatever lengths they claim.

mod bytes;
mod file;
mod form;
mod read;
mod write;

use std::io;

pub use file::{DocumentReader, DocumentWriter};

use super::{Document, DocumentRef};
use crate::error::Error;

impl DocumentRef<'_> {
    /// The document in its [binary form](crate::document::binary), with its text.
    pub fn to_bytes(self) -> Vec<u8> {
        write::write(self, true)
    }

    /// The document in its [binary form](crate::document::binary) without its text, which
    /// [`Document::from_bytes_with_text`] wants back.
    pub fn to_bytes_without_text(self) -> Vec<u8> {
        write::write(self, false)
    }

    /// Writes the document in its [binary form](crate::document::binary), with its text.
    ///
    /// # Errors
    ///
    /// Returns the errors of `writer`.
    pub fn write_to(self, mut writer: impl io::Write) -> io::Result<()> {
        writer.write_all(&self.to_bytes())
    }
}

impl Document {
    /// The document in its [binary form](crate::document::binary), with its text.
    ///
    /// ```
    /// let document = griot::Pipeline::new()?.process("Bamako a réagi.")?;
    /// let bytes = document.to_bytes();
    /// assert_eq!(griot::Document::from_bytes(&bytes)?, document);
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        self.view().to_bytes()
    }

    /// Reads a document in its [binary form](crate::document::binary).
    ///
    /// # Errors
    ///
    /// Returns an [error](Error::is_document) if the bytes are of another version, were changed, or
    /// break a rule of the data model, and if they have no text.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        read::read(bytes, None)
    }

    /// Reads a document that [`DocumentRef::to_bytes_without_text`] wrote. `text` is its text.
    ///
    /// # Errors
    ///
    /// The same as for [`Document::from_bytes`], and if the text is not the one that was annotated.
    pub fn from_bytes_with_text(bytes: &[u8], text: impl Into<String>) -> Result<Self, Error> {
        read::read(bytes, Some(text.into()))
    }

    /// Writes the document in its [binary form](crate::document::binary), with its text.
    ///
    /// # Errors
    ///
    /// Returns the errors of `writer`.
    pub fn write_to(&self, writer: impl io::Write) -> io::Result<()> {
        self.view().write_to(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        EndReason, EntitySource, Layer, Lead, Modifier, Pos, Stop, TokenKind, ZoneKind,
    };
    use super::*;

    /// Files hold these numbers. A change here needs a new version, and a reader of the old one.
    #[test]
    fn numbers_of_values_stay() {
        fn check<T: Copy>(all: &[T], name: fn(T) -> &'static str, expected: &str) {
            let names: Vec<_> = all.iter().map(|value| name(*value)).collect();
            assert_eq!(names.join(" "), expected, "raise VERSION");
        }
        check(
            Layer::ALL,
            Layer::as_str,
            "language zones sentences tokens norms stops stems lemmas pos morph entities quotations",
        );
        check(
            TokenKind::ALL,
            TokenKind::as_str,
            "word number punctuation symbol url email hashtag mention emoji other",
        );
        check(
            Pos::ALL,
            Pos::as_str,
            "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X",
        );
        check(Stop::ALL, Stop::as_str, "no function extended");
        check(
            EndReason::ALL,
            EndReason::as_str,
            "stop line-break model zone language end-of-text",
        );
        check(
            EntitySource::ALL,
            EntitySource::as_str,
            "rule gazetteer tagger link user",
        );
        check(Modifier::ALL, Modifier::as_str, "START MID END APPROX");
        check(Lead::ALL, Lead::as_str, "direct indirect");
        check(
            ZoneKind::ALL,
            ZoneKind::as_str,
            "body title kicker lede heading caption dateline quotation read-also advert repeated address signature source metadata",
        );
    }

    /// A document of version 1, byte by byte.
    #[test]
    fn the_format_stays() {
        let json = r#"{"griot":1,"text":"Il dit non.\nNon !","language":{"code":"fr","confidence":1.0,
            "reliable":true},"tokens":[{"start":0,"end":2,"kind":"word","norm":"il"},{"start":3,"end":6,
            "kind":"word","norm":"dit"},{"start":7,"end":10,"kind":"word","norm":"non"},{"start":10,
            "end":11,"kind":"punctuation","norm":"."},{"start":12,"end":15,"kind":"word","norm":"non"},
            {"start":16,"end":17,"kind":"punctuation","norm":"!"}],"meta":{"layers":["tokens","norms"],
            "language_engine":"given","stem_edition":null,"models":[],"missing":[]}}"#;
        let document: Document = serde_json::from_str(json).unwrap();
        let bytes = document.view().to_bytes_without_text();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "6772696f746401003cc42d41557e500917060206060000000000000000001106060000001800\
             006672610000803f010000000000000000000000000014054000000240020203030103016cfacdb1710f975f"
        );
        assert_eq!(
            Document::from_bytes_with_text(&bytes, document.text()).unwrap(),
            document
        );
    }

    #[test]
    fn a_newer_version_is_refused_by_its_number() {
        let document = crate::Pipeline::new().unwrap().process("Oui.").unwrap();
        let mut bytes = document.to_bytes();
        bytes[6] = 2;
        let error = Document::from_bytes(&bytes).unwrap_err();
        assert!(
            error.is_document() && error.to_string().contains("format 2"),
            "{error}"
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        let document = crate::Pipeline::new().unwrap().process("Oui.").unwrap();
        let bytes = document.to_bytes();
        let bare = document.view().to_bytes_without_text();
        let mut changed = bytes.clone();
        changed[20] ^= 1;
        let mut cut = bytes.clone();
        cut.pop();
        for (bytes, text, problem) in [
            (&b"griot"[..], None, "too short"),
            (&[0; 40][..], None, "no document of griot"),
            (&changed[..], None, "checksum"),
            (&cut[..], None, "checksum"),
            (&bytes[..], Some("Oui."), "has its text already"),
            (&bare[..], None, "has no text"),
            (&bare[..], Some("Non."), "not the one it was made for"),
            (&bare[..], Some("Oui"), "not the one it was made for"),
        ] {
            let error = read::read(bytes, text.map(str::to_owned)).unwrap_err();
            assert!(
                error.is_document() && error.to_string().contains(problem),
                "{error}"
            );
        }
    }

    #[test]
    fn a_file_that_is_not_whole_is_streamed() {
        let pipeline = crate::Pipeline::new().unwrap();
        let mut writer = DocumentWriter::new(Vec::new()).unwrap();
        assert!(writer.push(b"no document").is_err());
        let documents = ["Bamako a réagi.", "", "Oui."].map(|text| pipeline.process(text).unwrap());
        for document in &documents {
            writer.push(&document.to_bytes()).unwrap();
        }
        let file = writer.finish().unwrap();
        let open = |file: &[u8]| DocumentReader::open(io::Cursor::new(file)).map(|it| it.len());
        assert_eq!(open(&file).unwrap(), 3);
        let end = file.len() - 2 * 8 - 4 * 8;
        for cut in [end, end - 8, end - 9] {
            let cut = file.get(..cut).unwrap();
            assert!(open(cut).unwrap_err().to_string().contains("no index"));
            let read: Vec<_> = DocumentReader::stream(cut).unwrap().collect();
            let whole = read.iter().flatten();
            let count = whole
                .zip(&documents)
                .filter(|(read, it)| read == it)
                .count();
            assert!(count == read.len() || count + 1 == read.len(), "{count}");
            assert!(count >= 2);
        }
        // A document that was changed does not end the stream.
        let mut changed = file.clone();
        changed[40] ^= 1;
        let read: Vec<_> = DocumentReader::stream(changed.as_slice())
            .unwrap()
            .collect();
        assert!(read.len() == 3 && read[0].is_err() && read[1..].iter().all(Result::is_ok));
    }
}
