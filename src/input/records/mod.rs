//! Many texts in one stream: JSON Lines, CSV, TSV.
//!
//! A reader of records takes any [`BufRead`](std::io::BufRead), holds one record at a time, and gives a
//! [`Record`] or an [`Error`] that names the line. After a broken record comes the next one:
//! who wants to skip it goes on, who wants to stop stops. Only when the stream itself fails, or a
//! quotation in a CSV has no end, nothing more comes.
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

/// The most bytes that a record may have; what is longer is broken.
pub const MAX_RECORD: usize = 64 << 20;

/// A text out of a stream, and what stands beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    line: u64,
    text: String,
    fields: Vec<(String, String)>,
}

impl Record {
    /// The line of the stream that it begins on, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The other fields with their names; of JSON, numbers and lists as they are written there, and
    /// what lies deeper with its path, as `author.name`. A field that is null is not there.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.fields.iter();
        pairs.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// One of the other fields.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields()
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }

    /// The text and the other fields, apart.
    pub fn into_parts(self) -> (String, Vec<(String, String)>) {
        (self.text, self.fields)
    }
}

fn broken(line: u64, problem: impl Into<String>) -> Error {
    let problem = problem.into();
    Kind::Record { line, problem }.into()
}

fn too_long(line: u64, hint: &str) -> Error {
    broken(line, format!("more than {MAX_RECORD} bytes{hint}"))
}
