//! What an input holds: told by its name, or by its first bytes.

use std::path::Path;

use serde_json::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    JsonLines,
    Csv,
    Tsv,
    Html,
}

/// The kinds with their names, and the endings of their files.
const KINDS: [(Kind, &str, &[&str]); 5] = [
    (Kind::Text, "text", &["txt"]),
    (Kind::JsonLines, "jsonl", &["jsonl", "ndjson"]),
    (Kind::Csv, "csv", &["csv"]),
    (Kind::Tsv, "tsv", &["tsv"]),
    (Kind::Html, "html", &["html", "htm"]),
];

/// What the command line says about the kind of its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The ending of the name says it, and else the first bytes.
    Name,
    /// The first bytes say it.
    Auto,
    Given(Kind),
}

impl Kind {
    pub fn name(self) -> &'static str {
        let own = KINDS.iter().find(|(kind, ..)| *kind == self);
        own.map_or("text", |(_, name, _)| name)
    }

    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        let own = KINDS.iter().find(|(.., endings)| endings.contains(&ending));
        own.map(|(kind, ..)| *kind)
    }

    /// The kind of an input that begins with a line. `field` is the column of the texts.
    pub fn of_line(line: &[u8], field: &str) -> Result<Self, String> {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_start_matches('\u{feff}').trim();
        let json = || serde_json::from_str::<Value>(line);
        let opens = |begin: &str| {
            let head = line.get(..begin.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(begin))
        };
        let has_column = |mark: char| {
            let mut cells = line.split(mark);
            let tight = cells.clone().all(|cell| !cell.starts_with(' '));
            tight && line.contains(mark) && cells.any(|cell| cell.trim_matches('"') == field)
        };
        if line.starts_with('{') && json().is_ok_and(|value| value.is_object()) {
            Ok(Self::JsonLines)
        } else if ["{", "[", "[{"].contains(&line) || line.starts_with("[{") && json().is_ok() {
            Err("JSON that is not an object a line; `jq -c .[]` makes such lines".to_owned())
        } else if ["<!doctype html", "<html", "<head", "<body"]
            .into_iter()
            .any(opens)
        {
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

impl Choice {
    pub fn named(name: &str) -> Result<Self, String> {
        if name == "auto" {
            return Ok(Self::Auto);
        }
        let named = KINDS.iter().find(|(_, own, _)| *own == name);
        named.map(|(kind, ..)| Self::Given(*kind)).ok_or_else(|| {
            format!("unknown kind of input {name:?}: text, jsonl, csv, tsv, html or auto")
        })
    }

    /// Whether a folder means this file too. Nothing said, it means texts.
    pub fn takes(self, file: &Path) -> bool {
        match (self, Kind::of_name(file)) {
            (Self::Auto, kind) => kind.is_some(),
            (Self::Given(kind), own) => own == Some(kind),
            (Self::Name, own) => own == Some(Kind::Text),
        }
    }
}
