//! Bytes to text, pages and records to texts.

#[cfg(feature = "encoding")]
mod encoding;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "encoding")]
mod mojibake;
#[cfg(feature = "records")]
pub mod records;

use crate::error::{Error, Kind};
#[cfg(feature = "encoding")]
pub use encoding::{Decoded, Decoder, Evidence};
#[cfg(feature = "html")]
pub use html::Page;
#[cfg(feature = "encoding")]
pub use mojibake::mojibake;

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
