//! The container every model file of the library is in.
//!
//! A 32-byte header (magic, kind, version, payload length, checksum) and the
//! payload, which is a list of sections. All numbers are little-endian, so the
//! library reads the arrays in place, from an unaligned slice.

use anyhow::{Context as _, Result};

const MAGIC: &[u8; 8] = b"griotmdl";
const VERSION: u32 = 1;

/// A model file of `kind` holding `sections`.
pub fn write(kind: &[u8; 4], sections: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut payload = Vec::new();
    payload.extend(length(sections.len())?.to_le_bytes());
    for section in sections {
        payload.extend(length(section.len())?.to_le_bytes());
    }
    for section in sections {
        payload.extend(section);
    }
    let mut file = Vec::with_capacity(32 + payload.len());
    file.extend(MAGIC);
    file.extend(kind);
    file.extend(VERSION.to_le_bytes());
    file.extend((payload.len() as u64).to_le_bytes());
    file.extend(checksum(&payload).to_le_bytes());
    file.extend(payload);
    Ok(file)
}

/// A section of 32-bit numbers.
pub fn u32s(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// Lengths and offsets are 32-bit in the format.
pub fn length(len: usize) -> Result<u32> {
    u32::try_from(len).context("a section is longer than 4 GiB")
}

/// Guards against truncation and damage, not against tampering.
fn checksum(payload: &[u8]) -> u64 {
    let mut hash = payload.len() as u64;
    for chunk in payload.chunks(8) {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(bytes: &[u8]) -> usize {
        bytes
            .iter()
            .rev()
            .fold(0, |n, &byte| n << 8 | usize::from(byte))
    }

    /// Reads a file back the way the library does.
    fn parse(file: &[u8]) -> Vec<Vec<u8>> {
        assert_eq!(&file[..12], b"griotmdlgazt");
        assert_eq!(number(&file[12..16]), 1);
        let payload = &file[32..];
        assert_eq!(number(&file[16..24]), payload.len());
        assert_eq!(number(&file[24..32]) as u64, checksum(payload));
        let count = number(&payload[..4]);
        let mut at = 4 + 4 * count;
        let mut sections = Vec::new();
        for i in 0..count {
            let len = number(&payload[4 + 4 * i..8 + 4 * i]);
            sections.push(payload[at..at + len].to_vec());
            at += len;
        }
        assert_eq!(at, payload.len());
        sections
    }

    #[test]
    fn sections_come_back() {
        let sections = [b"abc".to_vec(), Vec::new(), u32s([1, 70_000])];
        assert_eq!(parse(&write(b"gazt", &sections).unwrap()), sections);
    }

    #[test]
    fn no_section_at_all() {
        assert!(parse(&write(b"gazt", &[]).unwrap()).is_empty());
    }

    #[test]
    fn the_checksum_sees_a_lost_zero() {
        assert_ne!(checksum(&[1, 0]), checksum(&[1]));
        assert_ne!(checksum(&[]), checksum(&[0; 8]));
    }
}
