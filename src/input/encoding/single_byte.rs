//! Encodings with one byte for each character, such as windows-1252. The table of the 256 characters
//! is all that they need.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::ibm::Page;

/// The characters of an encoding, by byte.
pub(super) struct SingleByte {
    letters: [char; 256],
    /// The character in UTF-8, in the lowest bytes of a number, and how many bytes these are.
    characters: [(u32, u8); 256],
    /// Whether the encoding has no character for the byte.
    invalid: [bool; 256],
}

/// The bytes that are decoded at a time.
const CHUNK: usize = 1 << 10;

/// Bytes that are copied at once if all are ASCII.
const RUN: usize = 16;

impl SingleByte {
    /// The table of an encoding. `None` if a character of it may have more bytes.
    pub(super) fn of(encoding: &'static Encoding) -> Option<Self> {
        if !encoding.is_single_byte() {
            return None;
        }
        let bytes: [u8; 256] = std::array::from_fn(|byte| byte as u8);
        let mut units = [0; 256];
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let _ = decoder.decode_to_utf16(&bytes, &mut units, true);
        let replaced = char::REPLACEMENT_CHARACTER;
        let characters = units.map(|unit| char::from_u32(u32::from(unit)).unwrap_or(replaced));
        Some(Self::of_characters(characters))
    }

    /// The table of an encoding that the Encoding Standard does not have.
    pub(super) fn of_page(page: &Page) -> Self {
        let mut upper = page.upper.chars();
        Self::of_characters(std::array::from_fn(|byte| {
            let ascii = u8::try_from(byte).ok().filter(u8::is_ascii).map(char::from);
            ascii
                .or_else(|| upper.next())
                .unwrap_or(char::REPLACEMENT_CHARACTER)
        }))
    }

    fn of_characters(characters: [char; 256]) -> Self {
        Self {
            letters: characters,
            characters: characters.map(|c| {
                let mut utf8 = [0; 4];
                let length = c.encode_utf8(&mut utf8).len();
                (u32::from_le_bytes(utf8), length as u8)
            }),
            invalid: characters.map(|c| c == char::REPLACEMENT_CHARACTER),
        }
    }

    /// The characters by byte, with U+FFFD for a byte without one.
    pub(super) fn characters(&self) -> [char; 256] {
        self.letters
    }

    /// The offset of the first byte without a character, and the number of such bytes.
    pub(super) fn invalid(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        if !self.invalid.contains(&true) {
            return None;
        }
        let is_invalid = |byte: &u8| self.invalid.get(usize::from(*byte)) == Some(&true);
        let first = bytes.iter().position(is_invalid)?;
        Some((first, bytes.iter().filter(|byte| is_invalid(byte)).count()))
    }

    /// The text, with U+FFFD for a byte without a character. It is borrowed if all are ASCII.
    pub(super) fn decode<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        let beyond_ascii = beyond_ascii(bytes);
        if beyond_ascii == 0
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            return Cow::Borrowed(text);
        }
        let mut text = String::with_capacity(bytes.len() + beyond_ascii);
        // A character has at most three bytes, and four are written.
        let mut chunk = [0; 3 * CHUNK + 1];
        for bytes in bytes.chunks(CHUNK) {
            let end = self.write(bytes, &mut chunk);
            let written = chunk.get(..end).unwrap_or_default();
            // The check of encoding_rs takes many bytes at once, and that of the standard library has a
            // branch for each character.
            let written = UTF_8.decode_without_bom_handling_and_without_replacement(written);
            text.push_str(&written.unwrap_or_default());
        }
        Cow::Owned(text)
    }

    /// Writes the characters of some bytes, and returns the length of what was written.
    fn write(&self, bytes: &[u8], to: &mut [u8]) -> usize {
        let mut end = 0;
        let (runs, rest) = bytes.as_chunks::<RUN>();
        for run in runs {
            if run.is_ascii()
                && let Some(to) = to.get_mut(end..end + RUN)
            {
                to.copy_from_slice(run);
                end += RUN;
            } else {
                end = self.write_each(run, to, end);
            }
        }
        self.write_each(rest, to, end)
    }

    /// Writes characters from `end` on, and returns where they end.
    fn write_each(&self, bytes: &[u8], to: &mut [u8], mut end: usize) -> usize {
        for byte in bytes {
            let character = self.characters.get(usize::from(*byte));
            if let Some((utf8, length)) = character
                && let Some(to) = to.get_mut(end..end + 4)
            {
                // All four bytes are written, because a fixed length needs no branch.
                to.copy_from_slice(&utf8.to_le_bytes());
                end += usize::from(*length);
            }
        }
        end
    }
}

/// The number of bytes beyond ASCII.
pub(super) fn beyond_ascii(bytes: &[u8]) -> usize {
    let count = |bytes: &[u8]| bytes.iter().map(|byte| byte >> 7).sum::<u8>();
    bytes
        .chunks(PART)
        .map(|part| usize::from(count(part)))
        .sum()
}

/// The number of bytes that are counted in a byte.
pub(super) const PART: usize = 128;

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 28] = [
        "ibm866",
        "iso-8859-2",
        "iso-8859-3",
        "iso-8859-4",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-7",
        "iso-8859-8",
        "iso-8859-8-i",
        "iso-8859-10",
        "iso-8859-13",
        "iso-8859-14",
        "iso-8859-15",
        "iso-8859-16",
        "koi8-r",
        "koi8-u",
        "macintosh",
        "windows-874",
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "x-mac-cyrillic",
    ];

    /// Every byte, between ASCII of every length, decoded as encoding_rs does.
    #[test]
    fn every_byte_is_as_in_encoding_rs() {
        let all: Vec<u8> = (0..=255).collect();
        let mut mixed = all.clone();
        for length in 0..80 {
            mixed.extend(b"abcdefghijklmnopqrstuvwxyz".iter().cycle().take(length));
            mixed.push(0x80 + length as u8);
        }
        let long = mixed.repeat(7);
        for label in LABELS {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let table = SingleByte::of(encoding).unwrap();
            for bytes in [
                &all[..],
                &mixed,
                &long,
                b"",
                b"l'ete",
                b"\xe9",
                &[0xff; CHUNK + 1],
            ] {
                let (text, _) = encoding.decode_without_bom_handling(bytes);
                assert_eq!(table.decode(bytes), text, "{label}");
                let count = text.matches('\u{fffd}').count();
                let first = text.chars().position(|c| c == '\u{fffd}');
                assert_eq!(
                    table.invalid(bytes),
                    first.map(|first| (first, count)),
                    "{label}"
                );
            }
        }
        assert!(SingleByte::of(encoding_rs::SHIFT_JIS).is_none());
        assert!(SingleByte::of(encoding_rs::UTF_8).is_none());
    }

    #[test]
    fn ascii_is_borrowed() {
        let table = SingleByte::of(encoding_rs::WINDOWS_1252).unwrap();
        assert!(matches!(table.decode(b"l'ete"), Cow::Borrowed("l'ete")));
        assert!(matches!(table.decode(b"l\x92\xe9t\xe9"), Cow::Owned(text) if text == "l’été"));
    }
}
