//! [`Header`]: what a record says of itself.

use super::fields::Fields;
use super::http::{self, Content};

/// How a record begins.
pub(super) const MAGIC: &[u8] = b"WARC/";

#[derive(Default)]
pub(super) struct Header {
    kind: String,
    content_type: String,
    pub(super) target: String,
    pub(super) date: Option<String>,
    pub(super) length: Option<u64>,
}

impl Header {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut header = Self::default();
        for (name, value) in Fields::of(bytes) {
            match name.to_ascii_lowercase().as_str() {
                "warc-type" => header.kind = value.to_ascii_lowercase(),
                // Some programs write the address in brackets.
                "warc-target-uri" => {
                    let target = value.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
                    header.target = target.unwrap_or(&value).to_owned();
                }
                "warc-date" => header.date = Some(value),
                "content-type" => header.content_type = value,
                "content-length" => header.length = value.parse().ok(),
                _ => {}
            }
        }
        header
    }

    /// The page or the text in the block of this record, if it has one.
    pub(super) fn content<'a>(&self, block: &'a [u8]) -> Option<Content<'a>> {
        match self.kind.as_str() {
            "response" => http::content(block),
            "resource" | "conversion" => Content::new(&self.content_type, block),
            _ => None,
        }
    }
}
