//! [`Delimited`]: records from CSV and TSV.

use std::fmt;
use std::io::{BufRead, Chain, Cursor, Error as IoError, Read};

use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord};

use super::{Field, MAX_RECORD, Record, broken, too_long};
use crate::error::{Error, Kind};
use crate::lines::LineEnds;

/// The greatest number of columns, and of bytes that name them. Each field of a row takes far more
/// memory than its bytes.
const MOST_COLUMNS: usize = 1 << 14;
const MOST_NAMES: usize = 1 << 20;

/// An iterator over the records of a CSV or TSV stream. The first row names the columns, and every
/// other row is a record. As in RFC 4180, a field may stand in double quotation marks and then
/// contain line breaks. There may be 16,384 columns, whose names take 1 MiB.
pub struct Delimited<R> {
    rows: Reader<Limited<R>>,
    row: StringRecord,
    names: Vec<String>,
    /// The column of the text.
    text: usize,
    done: bool,
}

impl<R> fmt::Debug for Delimited<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut form = f.debug_struct("Delimited");
        form.field("names", &self.names).finish_non_exhaustive()
    }
}

impl<R: BufRead> Delimited<R> {
    /// Reads a CSV stream whose texts are in the column with this name. Fields are separated by
    /// commas, or by semicolons if the first row has more of them.
    ///
    /// ```
    /// use griot::input::records::Delimited;
    ///
    /// let stream = "titre;texte\n« Niger »;\"Niamey attend ; Paris aussi.\"\n";
    /// let mut records = Delimited::csv(stream.as_bytes(), "texte")?;
    /// let record = records.next().unwrap()?;
    /// assert_eq!((record.line(), record.text()), (2, "Niamey attend ; Paris aussi."));
    /// assert_eq!(record.get("titre"), Some("« Niger »"));
    /// # Ok::<(), griot::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such column, if there are too many, if two have the same name,
    /// or if the first row cannot be read. Several columns may have no name.
    pub fn csv(mut reader: R, column: &str) -> Result<Self, Error> {
        let begin = reader.fill_buf().unwrap_or_default();
        let row = begin.get(..LineEnds::default().piece(begin).content);
        let row = row.unwrap_or_default();
        let count = |mark| row.iter().filter(|byte| **byte == mark).count();
        let delimiter = if count(b';') > count(b',') {
            b';'
        } else {
            b','
        };
        Self::new(reader, delimiter, column)
    }

    /// Reads a TSV stream whose texts are in the column with this name. Fields are separated by
    /// tabs.
    ///
    /// # Errors
    ///
    /// The same as for [`Delimited::csv`].
    pub fn tsv(reader: R, column: &str) -> Result<Self, Error> {
        Self::new(reader, b'\t', column)
    }

    fn new(reader: R, delimiter: u8, column: &str) -> Result<Self, Error> {
        let reader = Limited::new(reader).map_err(|source| Kind::Read { line: 1, source })?;
        let mut rows = ReaderBuilder::new()
            .delimiter(delimiter)
            .buffer_capacity(1 << 16)
            .from_reader(reader);
        let names = rows.headers().cloned();
        let line = rows.get_ref().row_line();
        let names: Vec<String> = match names {
            Ok(names) if names.len() > MOST_COLUMNS => {
                let problem = format!("{} columns: at most {MOST_COLUMNS} are read", names.len());
                return Err(broken(line, problem));
            }
            Ok(names) => names.iter().map(str::to_owned).collect(),
            Err(error) if is_too_long(&error) => {
                let problem = format!("the names of the columns take more than {MOST_NAMES} bytes");
                return Err(broken(line, problem + ": is a quotation mark left open?"));
            }
            Err(error) => return Err(read_error(error, line)),
        };
        if rows.get_ref().end == End::Passed && !names.is_empty() {
            return Err(left_open(line));
        }
        let twice = repeated(&names);
        if !twice.is_empty() {
            let twice = twice.join(", ");
            let problem = format!("more than one column {twice}: rename all but one");
            return Err(broken(line, problem));
        }
        let Some(text) = names.iter().position(|name| name == column) else {
            let problem = format!("no column {column:?}; there are {}", names.join(", "));
            return Err(broken(line, problem));
        };
        Ok(Self {
            rows,
            row: StringRecord::new(),
            names,
            text,
            done: false,
        })
    }
}

/// The names that more than one column has, in quotation marks and sorted.
fn repeated(names: &[String]) -> Vec<String> {
    let mut names: Vec<_> = names.iter().filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    let pairs = names.iter().zip(names.iter().skip(1));
    let same = pairs.filter(|(one, next)| one == next);
    let mut twice: Vec<_> = same.map(|(name, _)| format!("{name:?}")).collect();
    twice.dedup();
    twice
}

/// The error for a row whose quotation mark is never closed: it holds the rest of the stream.
fn left_open(line: u64) -> Error {
    let problem = "a quotation mark is left open; all that follows is lost";
    broken(line, problem.to_owned())
}

/// Whether a row was longer than it may be.
fn is_too_long(error: &csv::Error) -> bool {
    let ErrorKind::Io(source) = error.kind() else {
        return false;
    };
    source.get_ref().is_some_and(|error| error.is::<TooLong>())
}

/// The error for the row that begins on `line`.
fn read_error(error: csv::Error, line: u64) -> Error {
    if is_too_long(&error) {
        return too_long(line, ": is a quotation mark left open?");
    }
    match error.into_kind() {
        ErrorKind::Io(source) => Kind::Read { line, source }.into(),
        ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => broken(
            line,
            format!("{len} fields where the first row has {expected_len}"),
        ),
        ErrorKind::Utf8 { err, .. } => {
            let (field, byte) = (err.field() + 1, err.valid_up_to());
            broken(line, format!("byte {byte} of field {field} is not UTF-8"))
        }
        other => broken(line, format!("{other:?}")),
    }
}

impl<R: BufRead> Iterator for Delimited<R> {
    type Item = Result<Record, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        self.rows.get_mut().begin_row();
        let read = self.rows.read_record(&mut self.row);
        let line = self.rows.get_ref().row_line();
        let ended = self.rows.get_ref().end == End::Passed;
        match read {
            Ok(false) => None,
            // A line break stood before the end of the stream, and yet the row went on.
            Ok(true) if ended => {
                self.done = true;
                Some(Err(left_open(line)))
            }
            Err(error) if ended && !error.is_io_error() => {
                self.done = true;
                Some(Err(left_open(line)))
            }
            Err(error) => {
                self.done = error.is_io_error();
                Some(Err(read_error(error, line)))
            }
            Ok(true) => {
                let names = self.names.iter().zip(&self.row).enumerate();
                let fields = names
                    .filter(|(index, (_, value))| *index != self.text && !value.is_empty())
                    .map(|(_, (name, value))| Field {
                        name: name.clone(),
                        value: value.to_owned(),
                        is_json: false,
                    });
                Some(Ok(Record {
                    line,
                    fields: fields.collect(),
                    text: self.row.get(self.text).unwrap_or_default().to_owned(),
                }))
            }
        }
    }
}

/// A reader that fails if a record reads too many bytes. It gives no more than a line at once, so that
/// it knows on which line a row begins. It adds a line break to the end of the stream. So a row that
/// reads as far as the end behind it is one that a quotation mark keeps open.
struct Limited<R> {
    /// The first bytes, without a byte order mark, and the rest.
    reader: Chain<Cursor<Vec<u8>>, R>,
    left: usize,
    ends: LineEnds,
    /// The line that is read next, counted from 1.
    line: u64,
    /// The line on which the row begins, which is not empty. `None` before it is read.
    row: Option<u64>,
    end: End,
}

/// How far the end of the stream was read.
#[derive(PartialEq, Eq)]
enum End {
    Ahead,
    /// The line break that is added was read.
    Broken,
    Passed,
}

impl<R: BufRead> Limited<R> {
    /// Passes byte order marks. The CSV reader passes one too, but only if it reads all of it at once.
    fn new(mut reader: R) -> std::io::Result<Self> {
        let mut first = Vec::new();
        loop {
            reader.by_ref().take(3).read_to_end(&mut first)?;
            if first != b"\xef\xbb\xbf" {
                break;
            }
            first.clear();
        }
        Ok(Self {
            reader: Cursor::new(first).chain(reader),
            left: MOST_NAMES,
            ends: LineEnds::default(),
            line: 1,
            row: None,
            end: End::Ahead,
        })
    }
}

impl<R> Limited<R> {
    fn begin_row(&mut self) {
        self.left = MAX_RECORD;
        self.row = None;
    }

    /// The line on which the row begins that was read last.
    fn row_line(&self) -> u64 {
        self.row.unwrap_or(self.line)
    }
}

#[derive(Debug)]
struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("record too long")
    }
}

impl std::error::Error for TooLong {}

impl<R: BufRead> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            return Err(IoError::other(TooLong));
        }
        if self.end == End::Ahead {
            let bytes = self.reader.fill_buf()?;
            let bytes = bytes.get(..buffer.len()).unwrap_or(bytes);
            if !bytes.is_empty() {
                let piece = self.ends.piece(bytes);
                let to = buffer.get_mut(..piece.length).unwrap_or_default();
                to.copy_from_slice(bytes.get(..piece.length).unwrap_or_default());
                self.reader.consume(piece.length);
                self.left = self.left.saturating_sub(piece.length);
                if piece.content > 0 {
                    self.row.get_or_insert(self.line);
                }
                self.line += u64::from(piece.ends);
                return Ok(piece.length);
            }
            if let Some(first) = buffer.first_mut() {
                *first = b'\n';
                self.end = End::Broken;
                return Ok(1);
            }
        }
        self.end = End::Passed;
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, repeat};

    fn read(text: &[u8]) -> Vec<Result<Record, String>> {
        let reader = BufReader::with_capacity(5, text);
        let records = Delimited::tsv(reader, "text").unwrap();
        records
            .map(|record| record.map_err(|error| error.to_string()))
            .collect()
    }

    #[test]
    fn the_good_records_beside_the_bad() {
        let mut rows =
            "\u{feff}url\ttext\n/1\t\"L’été :\n« \"\"Oui\"\" »\"\n/2\n\t5\" de pluie\n/4\t"
                .as_bytes()
                .to_vec();
        rows.extend(b"l\xe9ger\n/5\tfin");
        let records = read(&rows);
        let first = records[0].as_ref().unwrap();
        assert_eq!((first.line(), first.text()), (2, "L’été :\n« \"Oui\" »"));
        assert_eq!(first.get("url"), Some("/1"));
        assert_eq!(
            records[1],
            Err("line 4: 1 fields where the first row has 2".to_owned())
        );
        let inch = records[2].as_ref().unwrap();
        assert_eq!(
            (inch.line(), inch.text(), inch.fields().count()),
            (5, "5\" de pluie", 0)
        );
        assert_eq!(
            records[3],
            Err("line 6: byte 1 of field 2 is not UTF-8".to_owned())
        );
        let last = records[4].as_ref().unwrap();
        assert_eq!((last.line(), last.text(), records.len()), (7, "fin", 5));
    }

    #[test]
    fn three_line_breaks_end_a_line() {
        for between in ["\n", "\r\n", "\r"] {
            let rows = [
                "", "text\ta", "", "b\t1", "", "", "\"c", "\"\t2", "d", "e\t3",
            ];
            let records = read(rows.join(between).as_bytes());
            let lines = records.iter().map(|it| it.as_ref().map(Record::line).ok());
            let lines: Vec<_> = lines.collect();
            assert_eq!(lines, [Some(4), Some(7), None, Some(10)], "{between:?}");
            let error = records[2].as_ref().unwrap_err();
            assert!(error.starts_with("line 9: 1 fields"), "{error}");
            let error = Delimited::tsv(rows.join(between).as_bytes(), "c").unwrap_err();
            assert!(
                error.to_string().starts_with("line 2: no column"),
                "{error}"
            );
        }
    }

    #[test]
    fn an_unknown_column_names_the_known_ones() {
        let error = Delimited::csv(&b"titre,texte\n"[..], "text").unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 1: no column \"text\"; there are titre, texte"
        );
        assert!(error.is_record() && Delimited::tsv(&b""[..], "text").is_err());
    }

    #[test]
    fn columns_of_one_name_are_refused() {
        let refused = |row: &str| Delimited::csv(row.as_bytes(), "text").unwrap_err();
        let error = refused("text,titre,text,url,titre,text\n");
        assert!(error.is_record());
        assert_eq!(
            error.to_string(),
            "line 1: more than one column \"text\", \"titre\": rename all but one"
        );
        // Spreadsheets leave columns without a name.
        let mut records = Delimited::csv(&b"text,,\na,,\n"[..], "text").unwrap();
        assert_eq!(records.next().unwrap().unwrap().text(), "a");
    }

    #[test]
    fn a_quotation_that_is_left_open_is_told() {
        let open = "a quotation mark is left open; all that follows is lost";
        for (rows, good, line) in [
            ("text\ta\nb\tc\n\"d\te\nf\tg\n", 1, 3),
            ("text\ta\nb\t\"c", 0, 2),
            ("text\ta\n\"b", 0, 2),
            ("text\ta\n\"b\tc", 0, 2),
            ("text\ta\nb\t\"l'été\r\n", 0, 2),
            ("text\ta\nb\t\"l’été\"\"", 0, 2),
        ] {
            let records = read(rows.as_bytes());
            assert_eq!(records.len(), good + 1, "{rows}");
            assert_eq!(records[good], Err(format!("line {line}: {open}")), "{rows}");
        }
        let error = Delimited::tsv(&b"\"text\ta\nb\tc\n"[..], "text").unwrap_err();
        assert_eq!(error.to_string(), format!("line 1: {open}"));
        // What is closed, or no quotation at all.
        for end in ["", "\n", "\r\n", "\r", "\n\n"] {
            for (last, text) in [("\"c\"", "c"), ("\"c\n\"", "c\n"), ("c\"", "c\""), ("", "")] {
                let records = read(format!("a\ttext\nb\t{last}{end}").as_bytes());
                assert_eq!(records.len(), 1, "{last:?} {end:?}");
                assert_eq!(records[0].as_ref().unwrap().text(), text);
            }
        }
    }

    #[test]
    fn the_columns_are_bounded() {
        for (columns, ends) in [
            (MOST_COLUMNS - 1, ""),
            (
                MOST_COLUMNS,
                "line 1: 16385 columns: at most 16384 are read",
            ),
            (
                MOST_NAMES,
                "line 1: the names of the columns take more than 1048576 bytes: is a quotation mark left open?",
            ),
        ] {
            let names: String = (0..columns).map(|number| format!("a{number},")).collect();
            let stream = names + "text\n";
            let error = Delimited::csv(stream.as_bytes(), "text").err();
            assert_eq!(error.map(|it| it.to_string()).unwrap_or_default(), ends);
        }
    }

    #[test]
    fn a_quotation_without_end_ends_the_stream() {
        let rows = &b"text\na\n\"b "[..];
        let long = rows.chain(repeat(b'x').take(2 * MAX_RECORD as u64));
        let mut records = Delimited::tsv(BufReader::new(long), "text").unwrap();
        assert_eq!(records.next().unwrap().unwrap().text(), "a");
        let error = records.next().unwrap().unwrap_err();
        assert!(
            error.is_record() && error.to_string().starts_with("line 3: more than"),
            "{error}"
        );
        assert!(records.next().is_none());
    }

    /// A stream that fails in the middle.
    #[test]
    fn a_stream_that_fails_ends() {
        struct Failing;
        impl Read for Failing {
            fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
                Err(IoError::other("the line is dead"))
            }
        }
        let stream = || BufReader::new((&b"text\na\n"[..]).chain(Failing));
        let mut rows = Delimited::tsv(stream(), "text").unwrap();
        let mut lines = super::super::JsonLines::new(BufReader::new(Failing), "text");
        assert_eq!(rows.next().unwrap().unwrap().text(), "a");
        for error in [rows.next().unwrap(), lines.next().unwrap()] {
            let error = error.unwrap_err();
            assert!(error.is_io() && error.to_string().ends_with("the line is dead"));
        }
        assert!(rows.next().is_none() && lines.next().is_none());
    }
}
