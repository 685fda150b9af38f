//! [`Text`]: a text of a stream, with what the stream says of it.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::date::Date;
use crate::document::ZoneKind;
use crate::error::Error;
#[cfg(feature = "html")]
use crate::input::Page;
use crate::input::records::{Field, Record};
#[cfg(feature = "warc")]
use crate::input::warc::Record as Archived;
use crate::span::Span;

/// A text of a stream, with what the stream says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Text {
    text: String,
    line: Option<u64>,
    target: Option<String>,
    zones: Vec<(Span, ZoneKind)>,
    /// The day of publication, as it is written.
    day: Option<String>,
    metadata: Metadata,
    note: Option<String>,
}

impl Text {
    pub(super) fn plain(text: String) -> Self {
        Self {
            text,
            line: None,
            target: None,
            zones: Vec::new(),
            day: None,
            metadata: Metadata::default(),
            note: None,
        }
    }

    pub(super) fn of_record(record: Record, date_field: Option<&str>) -> Self {
        let day = date_field.and_then(|name| record.get(name));
        // A time may follow the day.
        let day = day.map(|day| day.get(..10).unwrap_or(day).to_owned());
        Self {
            line: Some(record.line),
            day,
            metadata: Metadata(record.fields),
            ..Self::plain(record.text)
        }
    }

    #[cfg(feature = "html")]
    pub(super) fn of_page(page: Page) -> Self {
        let published = page.published().map(|day| day.to_string());
        let metadata = [
            ("title", page.title().map(str::to_owned)),
            ("author", page.author().map(str::to_owned)),
            ("published", published.clone()),
            ("language", page.language().map(|it| it.to_string())),
            ("address", page.url().map(str::to_owned)),
        ];
        let there = |(name, value): (&str, Option<String>)| {
            Some(Field {
                name: name.to_owned(),
                value: value?,
                is_json: false,
            })
        };
        Self {
            zones: page.zones().to_vec(),
            day: published,
            metadata: Metadata(metadata.into_iter().filter_map(there).collect()),
            ..Self::plain(page.into_text())
        }
    }

    /// The same text as the one of a record of a web archive.
    #[cfg(feature = "warc")]
    pub(super) fn archived(mut self, record: &Archived) -> Self {
        let captured = record.date().map(|date| Field {
            name: "captured".to_owned(),
            value: date.to_owned(),
            is_json: false,
        });
        self.metadata.0.extend(captured);
        let target = Some(record.target().to_owned());
        Self { target, ..self }
    }

    #[cfg(feature = "encoding")]
    pub(super) fn with_note(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line of the stream on which the record of the text begins, counted from 1. `None` if the
    /// whole stream is one text.
    pub fn line(&self) -> Option<u64> {
        self.line
    }

    /// The address that a record of a web archive was crawled from. Other texts have none.
    pub fn target(&self) -> Option<&str> {
        self.target.as_deref()
    }

    /// The zones that the markup of a web page shows, for
    /// [`Worker::annotate_zoned`](crate::Worker::annotate_zoned). Other texts have none.
    pub fn zones(&self) -> &[(Span, ZoneKind)] {
        &self.zones
    }

    /// The day of publication: the one of a web page, or what stands in the field for
    /// [`Reader::date_field`](super::Reader::date_field). A time may follow it.
    ///
    /// # Errors
    ///
    /// Returns an error if the field does not begin with a date such as `2024-01-19`.
    pub fn date(&self) -> Result<Option<Date>, Error> {
        self.day.as_deref().map(str::parse).transpose()
    }

    /// What else is known of the text.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Returns what else is known of the text.
    pub fn into_metadata(self) -> Metadata {
        self.metadata
    }

    /// What may be wrong with the text, in words for people: that its encoding was guessed, or that
    /// characters were replaced.
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }
}

/// What is known of a text besides the text: the other fields of its record, or the `title`,
/// `author`, `published`, `language` and `address` of its web page, and when it was `captured` for a web
/// archive.
///
/// With serde it is a map. Numbers, booleans and lists of JSON Lines stay what they are.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Metadata(Vec<Field>);

impl Metadata {
    /// The names and values, in the order of the stream. What is no string in JSON has the form in
    /// which JSON writes it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.0.iter();
        pairs.map(|it| (it.name.as_str(), it.value.as_str()))
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut pairs = self.iter();
        pairs.find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Metadata {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let typed = |field: &Field| {
            let json = || serde_json::from_str(&field.value).ok();
            let json = field.is_json.then(json).flatten();
            json.unwrap_or_else(|| Value::from(field.value.as_str()))
        };
        serializer.collect_map(self.0.iter().map(|field| (&field.name, typed(field))))
    }
}
