//! The compact binary models and the one reader of their format.
//!
//! All numbers are little-endian and read where they stand, aligned or not. A file is a header
//! of 32 bytes (magic, kind, version, length and checksum of the rest) and a list of sections,
//! each a run of bytes that the kind gives a meaning. `tools/` writes them; `README.md` beside
//! this file says what each was made from.

pub(crate) mod hashed;

use std::borrow::Cow;
use std::ops::Range;

use crate::error::{Error, Kind};
use crate::iso639::Language;

const MAGIC: &[u8; 8] = b"griotmdl";
const VERSION: u32 = 1;
const HEADER: usize = 32;

/// What kind of model a file says that it is.
pub(crate) fn kind(bytes: &[u8]) -> Option<[u8; 4]> {
    bytes.strip_prefix(MAGIC)?.get(..4)?.try_into().ok()
}

/// A model whose header and checksum are in order.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// What messages call it.
    name: &'static str,
    bytes: Cow<'static, [u8]>,
    sections: Vec<Range<usize>>,
}

impl Model {
    /// Checks `bytes` as a model of `kind` with `sections` sections. `name` is for messages.
    pub(crate) fn read(
        bytes: Cow<'static, [u8]>,
        name: &'static str,
        kind: [u8; 4],
        sections: usize,
    ) -> Result<Self, Error> {
        let sections = parse(&bytes, kind, sections)
            .map_err(|problem| Error::from(Kind::Model { name, problem }))?;
        Ok(Self {
            name,
            bytes,
            sections,
        })
    }

    /// The error that says what is wrong with it.
    pub(crate) fn bad(&self, problem: &str) -> Error {
        let problem = problem.to_owned();
        let name = self.name;
        Kind::Model { name, problem }.into()
    }

    /// The language of a model of one, whose code is its first section.
    pub(crate) fn language(&self) -> Result<Language, Error> {
        let code = std::str::from_utf8(self.section(0)).unwrap_or_default();
        code.parse().map_err(|_| self.bad("it names no language"))
    }

    /// The bytes of a section; empty beyond the last.
    pub(crate) fn section(&self, index: usize) -> &[u8] {
        let range = self.sections.get(index).cloned().unwrap_or_default();
        self.bytes.get(range).unwrap_or_default()
    }
}

fn parse(bytes: &[u8], kind: [u8; 4], count: usize) -> Result<Vec<Range<usize>>, String> {
    let header = bytes.get(..HEADER).ok_or("too short for a header")?;
    if !header.starts_with(MAGIC) {
        return Err("not a griot model".to_owned());
    }
    if header.get(8..12) != Some(&kind) {
        return Err("a model of another kind".to_owned());
    }
    let version = u32_at(bytes, 12).unwrap_or_default();
    if version != VERSION {
        return Err(format!("has version {version}, and {VERSION} is read here"));
    }
    let payload = bytes.get(HEADER..).unwrap_or_default();
    if u64_at(bytes, 16) != Some(payload.len() as u64) {
        return Err("cut off or followed by other bytes".to_owned());
    }
    if u64_at(bytes, 24) != Some(checksum(payload)) {
        return Err("its checksum does not fit".to_owned());
    }
    if u32_at(payload, 0) != u32::try_from(count).ok() {
        return Err(format!("does not have {count} sections"));
    }
    let mut start = HEADER + 4 + 4 * count;
    let mut sections = Vec::with_capacity(count);
    for index in 0..count {
        let length = u32_at(payload, 4 + 4 * index).ok_or("too short for its sections")? as usize;
        let end = start.checked_add(length).ok_or("a section is too long")?;
        sections.push(start..end);
        start = end;
    }
    if start != bytes.len() {
        return Err("its sections do not fill it".to_owned());
    }
    Ok(sections)
}

/// Eight bytes at a time: fast enough to run at every start.
fn checksum(payload: &[u8]) -> u64 {
    let mut sum = payload.len() as u64;
    for chunk in payload.chunks(8) {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        sum = (sum.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    sum
}

/// The number at byte `at`.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// The number of two bytes at byte `at`.
#[cfg(feature = "entities")]
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(8)?)?;
    Some(u64::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn file(kind: [u8; 4], sections: &[&[u8]]) -> Vec<u8> {
        let mut payload = (sections.len() as u32).to_le_bytes().to_vec();
        for section in sections {
            payload.extend((section.len() as u32).to_le_bytes());
        }
        payload.extend(sections.concat());
        let mut file = MAGIC.to_vec();
        file.extend(kind);
        file.extend(VERSION.to_le_bytes());
        file.extend((payload.len() as u64).to_le_bytes());
        file.extend(checksum(&payload).to_le_bytes());
        file.extend(payload);
        file
    }

    fn read(bytes: Vec<u8>) -> Result<Model, Error> {
        Model::read(bytes.into(), "test", *b"test", 2)
    }

    #[test]
    fn reads_its_sections() {
        let model = read(file(*b"test", &[b"one", b""])).unwrap();
        assert_eq!(
            (model.section(0), model.section(1), model.section(2)),
            (&b"one"[..], &b""[..], &b""[..])
        );
    }

    #[test]
    fn says_what_is_wrong() {
        let good = file(*b"test", &[b"one", b"two"]);
        for (bytes, problem) in [
            (good[..10].to_vec(), "too short"),
            (good[..good.len() - 1].to_vec(), "cut off"),
            (file(*b"gazt", &[b"one", b"two"]), "another kind"),
            (file(*b"test", &[b"one"]), "2 sections"),
            ([&b"x"[..], &good].concat(), "not a griot model"),
        ] {
            let error = read(bytes).unwrap_err();
            assert!(
                error.is_model() && error.to_string().contains(problem),
                "{error}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_changed_byte_is_noticed(at in 0usize..50, to in any::<u8>()) {
            let good = file(*b"test", &[b"one", b"three"]);
            let mut bad = good.clone();
            let at = at % bad.len();
            bad[at] = to;
            prop_assert_eq!(read(bad.clone()).is_ok(), bad == good);
        }
    }
}
