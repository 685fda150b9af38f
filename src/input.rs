//! Bytes to text, and text to zones.

use crate::document::ZoneKind;
use crate::document::layers::Cover;
use crate::error::{Error, Kind};
use crate::span::clamp;

/// Bytes as text, if they are UTF-8. A byte order mark stays: it counts in every offset.
///
/// # Errors
///
/// Names the first byte that is not UTF-8.
///
/// ```
/// let error = griot::input::utf8(b"Niger \xe9").unwrap_err();
/// assert_eq!(error.to_string(), "byte 6 is not UTF-8: convert the text to UTF-8 first");
/// ```
pub fn utf8(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|e| {
        Kind::NotUtf8 {
            offset: e.valid_up_to(),
        }
        .into()
    })
}

/// The zones of a text: all of it is the story.
pub(crate) fn zones(text: &str, zones: &mut Cover<ZoneKind>) {
    zones.0.clear();
    if !text.is_empty() {
        zones.0.push((clamp(text.len()), ZoneKind::Body));
    }
}
