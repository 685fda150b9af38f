//! [`JsonLines`]: records from a JSON object on each line.

use std::io::{BufRead, ErrorKind};

use serde_json::Value;

use super::{Field, MAX_RECORD, Record, broken, too_long};
use crate::error::{Error, Kind};
use crate::lines::LineEnds;

/// An iterator over the records of a JSON Lines stream. Empty lines are skipped.
#[derive(Debug)]
pub struct JsonLines<R> {
    reader: R,
    /// The path of the text, as a JSON pointer (RFC 6901).
    pointer: String,
    path: String,
    buffer: Vec<u8>,
    ends: LineEnds,
    line: u64,
    done: bool,
}

impl<R: BufRead> JsonLines<R> {
    /// Reads a stream. `path` says where the text is in each object: names joined by dots, such as
    /// `body.text`, or a JSON pointer, such as `/body/0/text`.
    pub fn new(reader: R, path: &str) -> Self {
        let pointer = if path.starts_with('/') {
            path.to_owned()
        } else {
            format!(
                "/{}",
                path.replace('~', "~0").replace('/', "~1").replace('.', "/")
            )
        };
        Self {
            reader,
            pointer,
            path: path.to_owned(),
            buffer: Vec::new(),
            ends: LineEnds::default(),
            line: 0,
            done: false,
        }
    }

    /// Reads the next line. Returns false at the end of the stream.
    fn read_line(&mut self) -> Result<bool, Error> {
        self.buffer.clear();
        self.line += 1;
        let mut length = 0;
        loop {
            let bytes = match self.reader.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(source) => {
                    self.done = true;
                    let line = self.line;
                    return Err(Kind::Read { line, source }.into());
                }
            };
            if bytes.is_empty() {
                self.done = true;
                break;
            }
            let piece = self.ends.piece(bytes);
            let part = bytes.get(..piece.content).unwrap_or_default();
            length += part.len();
            if length <= MAX_RECORD {
                self.buffer.extend_from_slice(part);
            }
            self.reader.consume(piece.length);
            if piece.ends {
                break;
            }
        }
        if length > MAX_RECORD {
            self.buffer = Vec::new();
            return Err(too_long(self.line, ": cut the record"));
        }
        Ok(length > 0 || !self.done)
    }

    fn parse(&self) -> Result<Record, Error> {
        let wrong = |error: serde_json::Error| {
            // Each line is parsed alone, so serde_json calls it line 1.
            let problem = error.to_string();
            let problem = problem.split(" at line ").next().unwrap_or_default();
            broken(
                self.line,
                format!("no JSON: {problem} at byte {}", error.column()),
            )
        };
        let mut value: Value =
            serde_json::from_slice(trim(&self.buffer, self.line)).map_err(wrong)?;
        let text = value.pointer_mut(&self.pointer).map(Value::take);
        let Some(Value::String(text)) = text else {
            let path = &self.path;
            let problem = format!("no text at `{path}`: name another field, or mend the record");
            return Err(broken(self.line, problem));
        };
        let mut fields = Vec::new();
        flatten(&mut String::new(), value, &mut fields);
        Ok(Record {
            line: self.line,
            text,
            fields,
        })
    }
}

/// Removes white space and a byte order mark from a line.
fn trim(line: &[u8], number: u64) -> &[u8] {
    let line = match line.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) if number == 1 => rest,
        _ => line,
    };
    line.trim_ascii()
}

/// Collects every value that is not an object, with its path. serde_json limits the depth to 128.
fn flatten(path: &mut String, value: Value, fields: &mut Vec<Field>) {
    let value = match value {
        Value::Null => return,
        Value::Object(members) => {
            let length = path.len();
            for (name, value) in members {
                if length > 0 {
                    path.push('.');
                }
                path.push_str(&name);
                flatten(path, value, fields);
                path.truncate(length);
            }
            return;
        }
        value => value,
    };
    let (value, is_json) = match value {
        Value::String(value) => (value, false),
        other => (other.to_string(), true),
    };
    let name = path.clone();
    fields.push(Field {
        name,
        value,
        is_json,
    });
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Record, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            match self.read_line() {
                Err(error) => return Some(Err(error)),
                Ok(false) => break,
                Ok(true) if trim(&self.buffer, self.line).is_empty() => {}
                Ok(true) => return Some(self.parse()),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, Read, repeat};

    fn read(bytes: &[u8], path: &str) -> Vec<Result<Record, String>> {
        // The buffer is so small that no line fits into it.
        let reader = BufReader::with_capacity(3, bytes);
        let records = JsonLines::new(reader, path);
        records
            .map(|record| record.map_err(|error| error.to_string()))
            .collect()
    }

    #[test]
    fn the_good_records_beside_the_bad() {
        let lines = "\u{feff}{\"text\": \"L’été\", \"n\": 3, \"a\": {\"b\": \"c\", \"d\": [1, \"e\"], \"f\": null}}\r\n\
                     \n{\"text\": \"tron\n{\"text\": 3}\n[]\n{\"texte\": \"a\"}\n{\"text\": \"\\ud800\"}\n{\"text\": \"fin\"}";
        let records = read(lines.as_bytes(), "text");
        let first = records[0].as_ref().unwrap();
        let fields: Vec<_> = first.fields().collect();
        assert_eq!((first.line(), first.text()), (1, "L’été"));
        assert_eq!(fields, [("a.b", "c"), ("a.d", "[1,\"e\"]"), ("n", "3")]);
        assert!(first.are_json().eq([false, true, true]));
        for (record, message) in records[1..6].iter().zip([
            "line 3: no JSON: EOF while parsing a string at byte 14",
            "line 4: no text at `text`",
            "line 5: no text at `text`",
            "line 6: no text at `text`",
            "line 7: no JSON: ",
        ]) {
            let error = record.as_ref().unwrap_err();
            assert!(error.starts_with(message), "{error}");
        }
        let last = records[6].as_ref().unwrap();
        assert_eq!((last.line(), last.text(), records.len()), (8, "fin", 7));
        assert!(read(b"", "text").is_empty() && read(b"\n \n", "text").is_empty());
    }

    #[test]
    fn three_line_breaks_end_a_line() {
        for between in ["\n", "\r\n", "\r"] {
            let lines = ["{\"text\": \"a\"}", "", "[]", "{\"text\": \"b\"}"].join(between);
            let records = read(lines.as_bytes(), "text");
            let line = |at: usize| records[at].as_ref().map(Record::line).ok();
            assert_eq!(
                (line(0), line(1), line(2)),
                (Some(1), None, Some(4)),
                "{between:?}"
            );
            assert!(records[1].as_ref().unwrap_err().starts_with("line 3: "));
        }
    }

    #[test]
    fn paths() {
        let line = br#"{"a": {"b": [{"c": "x"}], "d/e": "y"}, "f.g": "z"}"#;
        for (path, text) in [
            ("a.b.0.c", "x"),
            ("/a/b/0/c", "x"),
            ("a.d/e", "y"),
            ("/f.g", "z"),
        ] {
            assert_eq!(read(line, path)[0].as_ref().unwrap().text(), text);
        }
        assert!(read(line, "a.b")[0].is_err() && read(line, "")[0].is_err());
    }

    #[test]
    fn a_line_without_end_takes_no_memory() {
        let long = repeat(b'[').take(MAX_RECORD as u64 + 1);
        let rest = &b"\n{\"text\": \"a\"}\n"[..];
        let mut records = JsonLines::new(BufReader::new(long.chain(rest)), "text");
        let error = records.next().unwrap().unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 1: more than 67108864 bytes: cut the record"
        );
        assert!(records.buffer.capacity() == 0);
        assert_eq!(records.next().unwrap().unwrap().text(), "a");
        let deep = [b"[".repeat(1_000_000), b"\n{\"text\": \"a\"}".to_vec()].concat();
        let records = read(&deep, "text");
        assert!(records[0].is_err() && records[1].is_ok());
    }
}
