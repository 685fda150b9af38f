//! [`DocumentWriter`] and [`DocumentReader`]: many documents in one file, with an index.
//!
//! A file is `griotf`, the version and a zero; then for each document its length in 8 bytes and the
//! document; then a length of 0 and the index: the place of each document and of that last length, 8
//! bytes each, from the beginning of the file; then the number of documents in 8 bytes, and `griotend`.
//! All numbers are little-endian.

use std::fmt;
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::super::Document;
use super::super::check::broken;
use super::form::MAGIC as DOCUMENT;
use crate::error::{Error, Kind};

const MAGIC: &[u8; 6] = b"griotf";
const VERSION: u8 = 1;
const END: &[u8; 8] = b"griotend";
/// The bytes of a number.
const NUMBER: u64 = 8;

/// Writes documents into one file, one after the other, and an index at its end.
///
/// A program that stops before [`finish`](Self::finish) leaves a file without an index;
/// [`DocumentReader::stream`] reads the documents that are whole. The writer keeps 8 bytes for each
/// document. It writes a document at once, so give it a [`BufWriter`](io::BufWriter) if documents are
/// small.
///
/// ```
/// use std::io::Cursor;
///
/// use griot::Pipeline;
/// use griot::document::{DocumentReader, DocumentWriter};
///
/// let pipeline = Pipeline::new()?;
/// let mut writer = DocumentWriter::new(Vec::new())?;
/// for text in ["Bamako a réagi.", "Moscou se tait. Paris aussi."] {
///     writer.push(&pipeline.process(text)?.to_bytes())?;
/// }
/// let file = writer.finish()?;
///
/// let mut reader = DocumentReader::open(Cursor::new(&file))?;
/// assert_eq!(reader.len(), 2);
/// assert_eq!(reader.get(1)?.sentences().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct DocumentWriter<W> {
    writer: W,
    /// Where each document begins, and the next one.
    places: Vec<u64>,
}

impl<W: Write> DocumentWriter<W> {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// Returns the errors of `writer`.
    pub fn new(mut writer: W) -> io::Result<Self> {
        writer.write_all(MAGIC)?;
        writer.write_all(&[VERSION, 0])?;
        Ok(Self {
            writer,
            places: vec![NUMBER],
        })
    }

    /// Adds a document, as [`Document::to_bytes`] or
    /// [`DocumentRef::to_bytes_without_text`](super::super::DocumentRef::to_bytes_without_text) gives
    /// it. So threads can make the bytes, and one can write them.
    ///
    /// # Errors
    ///
    /// Returns the errors of the writer. The file is then of no use behind the document before. Returns
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) and writes nothing if the bytes are no document.
    pub fn push(&mut self, document: &[u8]) -> io::Result<()> {
        if !document.starts_with(DOCUMENT) {
            let problem = "these bytes are no document of griot";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
        }
        let length = document.len() as u64;
        self.writer.write_all(&length.to_le_bytes())?;
        self.writer.write_all(document)?;
        let next = self
            .places
            .last()
            .map_or(NUMBER, |place| place + NUMBER + length);
        self.places.push(next);
        Ok(())
    }

    /// Writes the index, and returns the writer.
    ///
    /// # Errors
    ///
    /// Returns the errors of the writer.
    pub fn finish(mut self) -> io::Result<W> {
        self.writer.write_all(&[0; NUMBER as usize])?;
        for place in &self.places {
            self.writer.write_all(&place.to_le_bytes())?;
        }
        let count = self.places.len() as u64 - 1;
        self.writer.write_all(&count.to_le_bytes())?;
        self.writer.write_all(END)?;
        self.writer.flush()?;
        Ok(self.writer)
    }
}

/// Reads the documents of a file by their numbers. See [`DocumentWriter`] for an example.
///
/// The index stays in the file; each call reads what it needs of it.
#[derive(Debug)]
pub struct DocumentReader<R> {
    reader: R,
    count: u64,
    /// Where the index begins.
    index: u64,
}

impl<R: Read + Seek> DocumentReader<R> {
    /// Opens a file. It must be whole.
    ///
    /// # Errors
    ///
    /// Returns an [error](Error::is_document) if the file is not whole, of another version or no file of
    /// documents, and an [error](Error::is_io) if it could not be read.
    pub fn open(mut reader: R) -> Result<Self, Error> {
        read_header(&mut reader)?;
        let no_index = || {
            broken("the file of documents has no index: stream it, to read what it has".to_owned())
        };
        let length = reader.seek(SeekFrom::End(0)).map_err(failed)?;
        let footer = length.checked_sub(2 * NUMBER).ok_or_else(no_index)?;
        let [count, end] = numbers(&mut reader, footer)?;
        let rows = count
            .checked_add(1)
            .and_then(|rows| rows.checked_mul(NUMBER));
        let index = rows.and_then(|rows| footer.checked_sub(rows));
        let index = index.filter(|_| end.to_le_bytes() == *END);
        let index = index.ok_or_else(no_index)?;
        // The first document stands behind the header, and the index behind the zero that ends them. So a
        // count that was changed is noticed.
        let [first, _] = numbers(&mut reader, index)?;
        let [last, _] = numbers(&mut reader, index + count * NUMBER)?;
        if first != NUMBER || last.checked_add(NUMBER) != Some(index) {
            return Err(no_index());
        }
        Ok(Self {
            reader,
            count,
            index,
        })
    }

    /// The number of documents.
    pub fn len(&self) -> u64 {
        self.count
    }

    /// Returns true if the file has no document.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Reads a document with its text.
    ///
    /// # Errors
    ///
    /// The errors of [`bytes`](Self::bytes) and of [`Document::from_bytes`].
    pub fn get(&mut self, number: u64) -> Result<Document, Error> {
        Document::from_bytes(&self.bytes(number)?)
    }

    /// Reads the bytes of a document, for [`Document::from_bytes_with_text`].
    ///
    /// # Errors
    ///
    /// Returns an [error](Error::is_document) if the file has no document of this number or was changed,
    /// and an [error](Error::is_io) if it could not be read.
    pub fn bytes(&mut self, number: u64) -> Result<Vec<u8>, Error> {
        if number >= self.count {
            let count = self.count;
            return Err(broken(format!(
                "no document {number}: the file has {count}, from 0"
            )));
        }
        let [place, next] = numbers(&mut self.reader, self.index + number * NUMBER)?;
        self.reader.seek(SeekFrom::Start(place)).map_err(failed)?;
        let bytes = read_frame(&mut self.reader)?;
        let behind = |bytes: &Vec<u8>| place.checked_add(NUMBER + bytes.len() as u64);
        let sound = bytes.filter(|bytes| behind(bytes) == Some(next));
        sound.ok_or_else(|| broken(format!("document {number}: the index does not lead to it")))
    }
}

impl<R: Read> DocumentReader<R> {
    /// Reads the documents of a file from its beginning, without the index. So it reads a pipe, and what
    /// is whole of a file that was cut off; the last item is then an error. A document that was changed
    /// is an error in its place, and the next one follows.
    ///
    /// ```
    /// use griot::document::{DocumentReader, DocumentWriter};
    ///
    /// let document = griot::Pipeline::new()?.process("Bamako a réagi.")?;
    /// let mut writer = DocumentWriter::new(Vec::new())?;
    /// writer.push(&document.to_bytes())?;
    /// let file = writer.finish()?;
    ///
    /// for read in DocumentReader::stream(file.as_slice())? {
    ///     assert_eq!(read?, document);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an [error](Error::is_document) if this is no file of documents, or one of another
    /// version, and an [error](Error::is_io) if it could not be read.
    pub fn stream(mut reader: R) -> Result<impl Iterator<Item = Result<Document, Error>>, Error> {
        read_header(&mut reader)?;
        Ok(Stream(Some(reader)))
    }
}

/// The documents of a file. `None` after the last one.
struct Stream<R>(Option<R>);

impl<R: Read> Iterator for Stream<R> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let frame = read_frame(self.0.as_mut()?);
        if !matches!(frame, Ok(Some(_))) {
            self.0 = None;
        }
        let bytes = frame.transpose()?;
        Some(bytes.and_then(|bytes| Document::from_bytes(&bytes)))
    }
}

impl<R> fmt::Debug for Stream<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stream")
    }
}

fn failed(source: io::Error) -> Error {
    match source.kind() {
        io::ErrorKind::UnexpectedEof => broken("the file of documents is cut off".to_owned()),
        _ => Kind::Io { source }.into(),
    }
}

fn read_header(reader: &mut impl Read) -> Result<(), Error> {
    let mut header = [0; NUMBER as usize];
    reader.read_exact(&mut header).map_err(failed)?;
    match header.strip_prefix(MAGIC) {
        Some([VERSION, 0]) => Ok(()),
        Some([found, _]) if *found != VERSION => Err(Kind::Version {
            found: (*found).into(),
            read: VERSION.into(),
        }
        .into()),
        _ => Err(broken("this is no file of documents".to_owned())),
    }
}

/// Two numbers at a place of the file.
fn numbers(reader: &mut (impl Read + Seek), place: u64) -> Result<[u64; 2], Error> {
    let mut bytes = [[0; NUMBER as usize]; 2];
    reader.seek(SeekFrom::Start(place)).map_err(failed)?;
    for bytes in &mut bytes {
        reader.read_exact(bytes).map_err(failed)?;
    }
    Ok(bytes.map(u64::from_le_bytes))
}

/// The bytes of the next document. `None` behind the last one. No more memory is taken than there are
/// bytes, whatever the length says.
fn read_frame(reader: &mut impl Read) -> Result<Option<Vec<u8>>, Error> {
    let mut length = [0; NUMBER as usize];
    reader.read_exact(&mut length).map_err(failed)?;
    let length = u64::from_le_bytes(length);
    if length == 0 {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    let read = reader
        .take(length)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if (read as u64) < length {
        return Err(failed(io::ErrorKind::UnexpectedEof.into()));
    }
    Ok(Some(bytes))
}
