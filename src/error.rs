//! [`Error`]: the error type of the whole crate.

use thiserror::Error;

/// The error that every fallible function of the crate returns.
///
/// The message says what was wrong, where, and what to do about it. The type is opaque: the methods
/// below tell the classes of errors apart.
///
/// ```
/// use griot::Language;
///
/// let error = "fx".parse::<Language>().unwrap_err();
/// assert!(error.is_language());
/// ```
#[derive(Debug, Error)]
#[error(transparent)]
pub struct Error(Box<Kind>);

impl Error {
    /// Returns true if a text has more bytes than `u32` offsets can count, or a web page more
    /// elements than are read.
    pub fn is_too_long(&self) -> bool {
        #[cfg(feature = "html")]
        if matches!(*self.0, Kind::Page { .. }) {
            return true;
        }
        matches!(*self.0, Kind::TooLong { .. })
    }

    /// Returns true if bytes are not valid UTF-8, or not valid in the encoding that was declared
    /// for them, or if no encoding has the declared name.
    pub fn is_encoding(&self) -> bool {
        #[cfg(feature = "encoding")]
        if matches!(*self.0, Kind::Malformed { .. } | Kind::Encoding { .. }) {
            return true;
        }
        matches!(*self.0, Kind::NotUtf8 { .. })
    }

    /// Returns true if a record of a stream is malformed. The message names its line, or its byte in a
    /// web archive.
    #[cfg(feature = "records")]
    pub fn is_record(&self) -> bool {
        #[cfg(feature = "warc")]
        if matches!(*self.0, Kind::Archive { .. }) {
            return true;
        }
        matches!(*self.0, Kind::Record { .. })
    }

    /// Returns true if reading from a stream or a file failed. For records the message names the
    /// line, or the byte in a web archive.
    pub fn is_io(&self) -> bool {
        #[cfg(feature = "warc")]
        if matches!(*self.0, Kind::ArchiveRead { .. }) {
            return true;
        }
        #[cfg(feature = "records")]
        if matches!(*self.0, Kind::Read { .. }) {
            return true;
        }
        matches!(*self.0, Kind::Io { .. })
    }

    /// Returns true if a language code is unknown, or if a list of languages is empty.
    pub fn is_language(&self) -> bool {
        matches!(*self.0, Kind::Language { .. } | Kind::NoLanguages)
    }

    /// Returns true if an abbreviation, a name or a text for
    /// [`Builder::never_split`](crate::Builder::never_split) has a form that a pipeline cannot
    /// match, or if a [`matcher`](crate::matcher) cannot match a pattern.
    pub fn is_pattern(&self) -> bool {
        matches!(*self.0, Kind::Pattern { .. } | Kind::TokenPattern { .. })
    }

    /// Returns true if a text does not parse as a layer, a label, a stem edition, a date or
    /// morphological features.
    pub fn is_name(&self) -> bool {
        matches!(
            *self.0,
            Kind::Layer { .. }
                | Kind::Label { .. }
                | Kind::Edition { .. }
                | Kind::Date { .. }
                | Kind::Morph { .. }
        )
    }

    /// Returns true if a threshold is not from 0 to 1.
    pub fn is_threshold(&self) -> bool {
        matches!(*self.0, Kind::Threshold { .. })
    }

    /// Returns true if a strict pipeline cannot make a layer for the language of a text.
    pub fn is_missing_layer(&self) -> bool {
        matches!(*self.0, Kind::Missing { .. })
    }

    /// Returns true if this build lacks what was asked for. The message names the cargo feature
    /// that has it.
    pub fn is_feature(&self) -> bool {
        matches!(*self.0, Kind::Feature { .. } | Kind::UnusedModel { .. })
    }

    /// Returns true if the bytes of a model are not valid.
    pub fn is_model(&self) -> bool {
        matches!(*self.0, Kind::Model { .. })
    }

    /// Returns true if a serialised document has another format version or breaks the rules of the
    /// data model, or if a line of CoNLL-U or of columns with tags is malformed. The message then names the line and the field.
    pub fn is_document(&self) -> bool {
        matches!(
            *self.0,
            Kind::Version { .. } | Kind::Document { .. } | Kind::Columns { .. }
        )
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self(Box::new(kind))
    }
}

#[derive(Debug, Error)]
pub(crate) enum Kind {
    #[error(
        "text has {length} bytes, and offsets count to {}: cut it into parts",
        u32::MAX
    )]
    TooLong { length: usize },
    #[cfg(feature = "html")]
    #[error("page has more than {most} elements and pieces of text: cut it into parts")]
    Page { most: usize },
    #[error("byte {offset} is not UTF-8: convert the text to UTF-8 first")]
    NotUtf8 { offset: usize },
    #[cfg(feature = "encoding")]
    #[error(
        "byte {offset} is not {encoding}: declare the right encoding, or do not decode strictly"
    )]
    Malformed {
        encoding: &'static str,
        offset: usize,
    },
    #[cfg(feature = "encoding")]
    #[error("unknown encoding {label:?}: write a label such as utf-8 or windows-1252")]
    Encoding { label: String },
    #[cfg(feature = "records")]
    #[error("line {line}: {problem}")]
    Record { line: u64, problem: String },
    #[cfg(feature = "records")]
    #[error("line {line} could not be read: {source}")]
    Read { line: u64, source: std::io::Error },
    #[cfg(feature = "warc")]
    #[error("byte {offset}{}: {problem}", unpacked(*.inside))]
    Archive {
        offset: u64,
        /// How far into its member of gzip the record begins.
        inside: u64,
        problem: String,
    },
    #[cfg(feature = "warc")]
    #[error("the record at byte {offset} could not be read: {source}")]
    ArchiveRead { offset: u64, source: std::io::Error },
    #[error("unknown language code {code:?}{}", suggest(.nearest.as_deref()))]
    Language {
        code: String,
        /// The code and the name of the language that was probably meant.
        nearest: Option<String>,
    },
    #[error("the list of languages is empty: name at least one, or set no list")]
    NoLanguages,
    #[error("pattern {text:?} {problem}")]
    Pattern { text: String, problem: &'static str },
    #[error("pattern {name:?}{}: {problem}", at_token(*.token))]
    TokenPattern {
        name: String,
        /// Which of its tokens is wrong, from 1.
        token: Option<usize>,
        problem: String,
    },
    #[error("threshold {threshold} is not a number from 0 to 1")]
    Threshold { threshold: f32 },
    #[error("unknown layer {name:?}: the layers are {layers}")]
    Layer { name: String, layers: String },
    #[error("label {text:?} is not 1 to 15 characters of A-Z, 0-9, `_` or `-`")]
    Label { text: String },
    #[error("unknown stem edition {text:?}: write 2 or 3")]
    Edition { text: String },
    #[error("{part:?} is no feature of Universal Dependencies that griot has, or comes twice")]
    Morph { part: String },
    #[error("{text:?} is no date: write YYYY-MM-DD, a day of the years 0001 to 9999")]
    Date { text: String },
    #[error(
        "no {layer} for language {language}: switch the layer off, or do not build a strict pipeline"
    )]
    Missing {
        layer: &'static str,
        language: String,
    },
    #[cfg_attr(
        all(feature = "snowball2", feature = "snowball3", feature = "langid"),
        allow(dead_code)
    )]
    #[error("this build has no {what}: switch on the cargo feature `{feature}`")]
    Feature {
        what: &'static str,
        feature: &'static str,
    },
    #[cfg_attr(not(feature = "entities"), allow(dead_code))]
    #[error("model {name}: {problem}: take the file of this version of griot")]
    Model { name: &'static str, problem: String },
    #[error("model {name}: this build does not use it: switch on the cargo feature `{feature}`")]
    UnusedModel {
        name: &'static str,
        feature: &'static str,
    },
    #[error(
        "document has format {found}, but this version of griot reads {read}: annotate the text again"
    )]
    Version { found: u32, read: u32 },
    #[error(
        "a fingerprint of {length} bytes: it has 512, or none for a text without content words"
    )]
    Fingerprint { length: usize },
    #[error("could not be read: {source}")]
    Io { source: std::io::Error },
    #[error("document breaks the data model: {problem}")]
    Document { problem: String },
    #[error("line {line} of {format}: {problem}")]
    Columns {
        format: &'static str,
        line: u64,
        problem: String,
    },
}

/// Returns an error if a threshold is not from 0 to 1. NaN is not.
pub(crate) fn check_threshold(threshold: f32) -> Result<(), Error> {
    if (0.0..=1.0).contains(&threshold) {
        Ok(())
    } else {
        Err(Kind::Threshold { threshold }.into())
    }
}

fn at_token(token: Option<usize>) -> String {
    token.map_or_else(String::new, |number| format!(", token {number}"))
}

#[cfg(feature = "warc")]
fn unpacked(inside: u64) -> String {
    match inside {
        0 => String::new(),
        inside => format!(", unpacked {inside} bytes on"),
    }
}

fn suggest(nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!(": did you mean {nearest}?"),
        None => ": write an ISO 639-1 or 639-3 code such as fr or fra".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threshold_is_a_number_from_0_to_1() {
        for threshold in [0.0, 0.3, 1.0] {
            assert!(check_threshold(threshold).is_ok());
            assert!(crate::duplicates::Index::new(threshold).is_ok());
        }
        for threshold in [f32::NAN, f32::INFINITY, -0.1, 1.1] {
            let error = check_threshold(threshold).unwrap_err();
            assert!(error.is_threshold() && error.to_string().ends_with("from 0 to 1"));
            assert!(crate::duplicates::Index::new(threshold).is_err());
            #[cfg(feature = "entities")]
            {
                let builder = crate::Pipeline::builder().entity_threshold(threshold);
                assert!(builder.build().unwrap_err().is_threshold());
            }
        }
    }

    /// Errors can be sent between threads and boxed as `Box<dyn Error>`.
    #[test]
    fn is_send_sync_static() {
        fn check<T: std::error::Error + Send + Sync + 'static>() {}
        check::<Error>();
    }
}
