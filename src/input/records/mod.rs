//! Texts from a stream of records: JSON Lines, CSV and TSV.
//!
//! [`JsonLines`] and [`Delimited`] are iterators over any [`BufRead`](std::io::BufRead). They keep
//! one record in memory at a time. Each item is a [`Record`], or an [`Error`] that names the line.
//! After a malformed record the iterator goes on with the next one, so you can skip it or stop. The
//! iterator ends only at the end of the stream, if reading the stream fails, or if a quoted field
//! in a CSV is not closed.
//!
//! ```
//! use griot::input::records::JsonLines;
//!
//! let stream = &b"{\"body\": {\"text\": \"Niamey attend.\"}, \"title\": \"Niger\"}\n{\"body\": 3}\n"[..];
//! let mut records = JsonLines::new(stream, "body.text");
//! let record = records.next().unwrap()?;
//! assert_eq!((record.text(), record.get("title")), ("Niamey attend.", Some("Niger")));
//! let error = records.next().unwrap().unwrap_err();
//! assert_eq!(error.to_string(), "line 2: no text at `body.text`: name another field, or mend the record");
//! assert!(records.next().is_none());
//! # Ok::<(), griot::Error>(())
//! ```

mod delimited;
mod json_lines;

pub use delimited::Delimited;
pub use json_lines::JsonLines;

use crate::error::{Error, Kind};

/// The greatest size of a record in bytes. A longer record is an error.
pub const MAX_RECORD: usize = 64 << 20;

/// One record of a stream: its text and its other fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    pub(super) line: u64,
    pub(super) text: String,
    pub(super) fields: Vec<Field>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) is_json: bool,
}

impl Record {
    /// The line of the stream on which the record begins, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The text of the record.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The names and values of the other fields. In JSON, numbers and lists have the form in which
    /// JSON writes them, a nested value has its path as its name, such as `author.name`, and a
    /// field that is null is left out.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.fields.iter();
        pairs.map(|it| (it.name.as_str(), it.value.as_str()))
    }

    /// Whether each of [`fields`](Self::fields) is a number, a boolean or a list of JSON, and its value
    /// the form in which JSON writes it. Strings are not, nor are the fields of CSV and TSV.
    ///
    /// ```
    /// use griot::input::records::JsonLines;
    ///
    /// let stream = &b"{\"id\": 7, \"isbn\": \"7\", \"text\": \"Niamey attend.\"}"[..];
    /// let record = JsonLines::new(stream, "text").next().unwrap()?;
    /// assert!(record.fields().eq([("id", "7"), ("isbn", "7")]));
    /// assert!(record.are_json().eq([true, false]));
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn are_json(&self) -> impl Iterator<Item = bool> {
        self.fields.iter().map(|it| it.is_json)
    }

    /// The value of another field. `None` if the record does not have the field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields()
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }

    /// Splits the record into its text and its other fields.
    pub fn into_parts(self) -> (String, Vec<(String, String)>) {
        let fields = self.fields.into_iter();
        (self.text, fields.map(|it| (it.name, it.value)).collect())
    }
}

pub(super) fn broken(line: u64, problem: impl Into<String>) -> Error {
    let problem = problem.into();
    Kind::Record { line, problem }.into()
}

fn too_long(line: u64, hint: &str) -> Error {
    broken(line, format!("more than {MAX_RECORD} bytes{hint}"))
}
