//! [`Format`]: told by the name of a file, or by the first line of a stream.

use std::fmt;
use std::path::Path;

use serde_json::Value;
use serde_json::error::Category;

/// What a stream of bytes holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Format {
    /// One plain text.
    Text,
    /// A JSON object on each line.
    JsonLines,
    /// Rows with commas or semicolons between their fields.
    Csv,
    /// Rows with tabs between their fields.
    Tsv,
    /// One web page. Reading it needs the feature `html`.
    Html,
    /// A web archive, compressed or not. Reading it needs the feature `warc`.
    Warc,
}

/// The formats with their names, and the endings of their files.
const FORMATS: [(Format, &str, &[&str]); 6] = [
    (Format::Text, "text", &["txt"]),
    (Format::JsonLines, "jsonl", &["jsonl", "ndjson"]),
    (Format::Csv, "csv", &["csv"]),
    (Format::Tsv, "tsv", &["tsv"]),
    (Format::Html, "html", &["html", "htm"]),
    (Format::Warc, "warc", &["warc", "warc.gz"]),
];

/// How web pages begin.
const PAGES: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];

impl Format {
    /// All formats.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::JsonLines,
        Self::Csv,
        Self::Tsv,
        Self::Html,
        Self::Warc,
    ];

    /// The name: `text`, `jsonl`, `csv`, `tsv`, `html` or `warc`.
    pub fn as_str(self) -> &'static str {
        let own = FORMATS.iter().find(|(format, ..)| *format == self);
        own.map_or("text", |(_, name, _)| name)
    }

    /// The format that the ending of a file's name says. `None` if it says nothing. The file is not
    /// opened.
    ///
    /// ```
    /// use griot::input::Format;
    ///
    /// assert_eq!(Format::of_path("2024/niger.HTM"), Some(Format::Html));
    /// assert_eq!(Format::of_path("notes.md"), None);
    /// ```
    pub fn of_path(path: impl AsRef<Path>) -> Option<Self> {
        let name = path.as_ref().file_name()?.to_str()?.to_ascii_lowercase();
        let is_own = |own: &&str| {
            let begin = name.strip_suffix(own).and_then(|it| it.strip_suffix('.'));
            begin.is_some_and(|begin| !begin.is_empty())
        };
        let mut formats = FORMATS.iter();
        let own = formats.find(|(.., endings)| endings.iter().any(is_own))?;
        Some(own.0)
    }

    /// The format of a stream whose first line with anything on it is `line`, or begins with it if
    /// the line is `cut`. `field` is the field of the texts.
    pub(super) fn of_line(line: &[u8], cut: bool, field: &str) -> Result<Self, &'static str> {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_start_matches('\u{feff}').trim();
        let json = |begin: char| {
            line.starts_with(begin)
                && match serde_json::from_str::<Value>(line) {
                    Ok(_) => true,
                    Err(problem) => cut && problem.classify() == Category::Eof,
                }
        };
        let opens = |begin: &&str| {
            let head = line.get(..begin.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(begin))
        };
        let has_column = |mark: char| {
            let mut cells = line.split(mark);
            let tight = cells.clone().all(|cell| !cell.starts_with(' '));
            tight && line.contains(mark) && cells.any(|cell| cell.trim_matches('"') == field)
        };
        if json('{') {
            Ok(Self::JsonLines)
        } else if line.starts_with("WARC/1.") {
            Ok(Self::Warc)
        } else if ["{", "[", "[{"].contains(&line) || line.starts_with("[{") && json('[') {
            Err("JSON that is not an object a line: `jq -c .[]` makes such lines")
        } else if PAGES.iter().any(opens) {
            Ok(Self::Html)
        } else if has_column('\t') {
            Ok(Self::Tsv)
        } else if has_column(',') || has_column(';') {
            Ok(Self::Csv)
        } else {
            Ok(Self::Text)
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_formats_have_names_and_endings() {
        for format in Format::ALL {
            let row = FORMATS.iter().find(|(own, ..)| own == format).unwrap();
            assert_eq!(row.1, format.as_str());
            for ending in row.2 {
                assert_eq!(Format::of_path(format!("a.{ending}")), Some(*format));
            }
        }
        for path in ["", "a", "txt", ".txt", "a.txt/b", "a.txt.gz"] {
            assert_eq!(Format::of_path(path), None, "{path}");
        }
    }

    #[test]
    fn the_first_line_tells_the_format() {
        let of = |line: &str| Format::of_line(line.as_bytes(), false, "text");
        for (line, format) in [
            ("{\"text\": \"Niamey\"}\n", Format::JsonLines),
            ("\u{feff}{}\r\n", Format::JsonLines),
            ("id,text\n", Format::Csv),
            ("id;\"text\"\n", Format::Csv),
            ("text\turl\n", Format::Tsv),
            ("  <!DOCTYPE HTML>\n", Format::Html),
            ("<html lang=fr>", Format::Html),
            ("WARC/1.0\r\n", Format::Warc),
            ("Texte, text et image.\n", Format::Text),
            ("{Il est à Niamey}", Format::Text),
            ("[Niamey]", Format::Text),
            ("[1, 2]", Format::Text),
            ("<Niamey>", Format::Text),
            ("text", Format::Text),
            ("", Format::Text),
        ] {
            assert_eq!(of(line), Ok(format), "{line}");
        }
        for line in ["[", "{", "[{", "[{\"text\": \"Niamey\"}]"] {
            assert!(of(line).is_err(), "{line}");
        }
    }

    #[test]
    fn a_long_line_of_json_may_be_cut() {
        for (cut, format) in [(true, Format::JsonLines), (false, Format::Text)] {
            let of = |line: &[u8]| Format::of_line(line, cut, "text");
            assert_eq!(of(b"{\"text\": \"L\xe2\x80"), Ok(format));
            assert_eq!(of("{Il est à Niamey".as_bytes()), Ok(Format::Text));
        }
    }
}
