//! [`Codec`]: an encoding, and how bytes are decoded in it.

use std::borrow::Cow;

use encoding_rs::{DecoderResult, Encoding, UTF_8};

use super::euc_tw;
use super::ibm::Page;
use super::johab;
use super::single_byte::{PART, SingleByte};
use super::utf32;

/// An encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Codec {
    /// One of the WHATWG Encoding Standard.
    Web(&'static Encoding),
    /// One with a byte for each character that the standard does not have.
    Page(&'static Page),
    /// UTF-32, with the highest byte first or last.
    Utf32 { is_big: bool },
    /// Korean under DOS.
    Johab,
    /// Chinese in old files of Taiwan.
    EucTw,
}

impl Codec {
    pub(super) const UTF_8: Self = Self::Web(UTF_8);

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Web(encoding) => encoding.name(),
            Self::Page(page) => page.name,
            Self::Utf32 { is_big: true } => "UTF-32BE",
            Self::Utf32 { is_big: false } => "UTF-32LE",
            Self::Johab => "Johab",
            Self::EucTw => "EUC-TW",
        }
    }

    /// The table of the characters. `None` if a character may have more bytes than one.
    pub(super) fn table(self) -> Option<SingleByte> {
        match self {
            Self::Web(encoding) => SingleByte::of(encoding),
            Self::Page(page) => Some(SingleByte::of_page(page)),
            Self::Utf32 { .. } | Self::Johab | Self::EucTw => None,
        }
    }

    /// Decodes bytes, however many characters are invalid.
    pub(super) fn decode_all(self, bytes: &[u8]) -> Found<'_> {
        self.decode(bytes, usize::MAX).unwrap_or(Found {
            text: Cow::Borrowed(""),
            codec: self,
            replaced: 0,
            broken: None,
        })
    }

    /// Decodes bytes. `None` if more than `most` characters are invalid.
    pub(super) fn decode(self, bytes: &[u8], most: usize) -> Option<Found<'_>> {
        if let Some(table) = self.table() {
            return self.decode_single_bytes(bytes, &table, most);
        }
        let Self::Web(encoding) = self else {
            let (text, replaced, broken) = match self {
                Self::Johab => johab::decode(bytes),
                Self::EucTw => euc_tw::decode(bytes),
                _ => utf32::decode(bytes, self == Self::Utf32 { is_big: true }),
            };
            return (replaced <= most).then_some(Found {
                text: Cow::Owned(text),
                codec: self,
                replaced,
                broken,
            });
        };
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
            return Some(Found {
                text,
                codec: self,
                replaced: 0,
                broken: None,
            });
        }
        if encoding == UTF_8 {
            decode_utf8(bytes, most)
        } else {
            decode_other(bytes, encoding, most)
        }
    }

    fn decode_single_bytes<'a>(
        self,
        bytes: &'a [u8],
        table: &SingleByte,
        most: usize,
    ) -> Option<Found<'a>> {
        let invalid = table.invalid(bytes);
        let replaced = invalid.map_or(0, |(_, count)| count);
        (replaced <= most).then(|| Found {
            text: table.decode(bytes),
            codec: self,
            replaced,
            broken: invalid.map(|(first, _)| first),
        })
    }
}

/// Text that was decoded from a known encoding.
pub(super) struct Found<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) codec: Codec,
    pub(super) replaced: usize,
    /// The offset of the first invalid byte.
    pub(super) broken: Option<usize>,
}

/// Decodes UTF-8 that has invalid characters. To find them here is cheaper than to call the decoder
/// again for each.
fn decode_utf8(bytes: &[u8], most: usize) -> Option<Found<'static>> {
    if cut_characters(bytes) > most {
        return None;
    }
    let mut text = String::with_capacity(bytes.len());
    let (mut replaced, mut broken, mut read) = (0, None, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        read += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            broken = broken.or(Some(read));
            replaced += 1;
            read += chunk.invalid().len();
        }
        if replaced > most {
            return None;
        }
    }
    Some(Found {
        text: Cow::Owned(text),
        codec: Codec::UTF_8,
        replaced,
        broken,
    })
}

/// The number of bytes that begin a character of UTF-8 with no other byte of it behind. All are invalid.
/// They are counted fast, and mostly tell that a text is in an older encoding.
fn cut_characters(bytes: &[u8]) -> usize {
    let next = bytes.get(1..).unwrap_or_default();
    let is_cut = |(byte, next): (&u8, &u8)| u8::from(*byte >= 0xc0) & u8::from(next & 0xc0 != 0x80);
    // A sum of bytes takes many at once, and so many do not reach 256.
    let parts = bytes.chunks(PART).zip(next.chunks(PART));
    let counts = parts.map(|(bytes, next)| bytes.iter().zip(next).map(is_cut).sum::<u8>());
    counts.map(usize::from).sum()
}

/// The number of bytes that the decoder writes at a time. At every invalid character it touches all
/// the space that it is given, so the space is small.
const CHUNK: usize = 1 << 10;

fn decode_other(bytes: &[u8], encoding: &'static Encoding, most: usize) -> Option<Found<'static>> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8 + 16);
    let mut chunk = "\0".repeat(CHUNK);
    let (mut read, mut replaced, mut broken) = (0, 0, None);
    loop {
        let rest = bytes.get(read..).unwrap_or_default();
        let (result, more, written) =
            decoder.decode_to_str_without_replacement(rest, &mut chunk, true);
        read += more;
        text.push_str(chunk.get(..written).unwrap_or_default());
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, after) => {
                let bad = usize::from(length) + usize::from(after);
                broken = broken.or(Some(read.saturating_sub(bad)));
                replaced += 1;
                if replaced > most {
                    return None;
                }
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    Some(Found {
        text: Cow::Owned(text),
        codec: Codec::Web(encoding),
        replaced,
        broken,
    })
}
