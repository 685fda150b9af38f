//! The reader of model files.
//!
//! All numbers are little-endian and are read in place, without alignment. A file is a header of 32
//! bytes (magic, kind, version, length and checksum of the rest) and a list of sections. A section
//! is a range of bytes; the kind of the model says what it means.

use std::borrow::Cow;
use std::ops::Range;

use super::format::Format;
use crate::Language;
use crate::error::Error;

const MAGIC: &[u8; 8] = b"griotmdl";
const VERSION: u32 = 1;
const HEADER: usize = 32;

/// The kind that the header of a file states. `None` if it is not a model file.
pub(super) fn tag(bytes: &[u8]) -> Option<[u8; 4]> {
    bytes.strip_prefix(MAGIC)?.get(..4)?.try_into().ok()
}

/// A model file whose header and checksum were checked.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// The name for [`DocumentRef::models`](crate::DocumentRef::models), with the version of the
    /// format.
    name: String,
    format: &'static Format,
    language: Language,
    bytes: Cow<'static, [u8]>,
    sections: Vec<Range<usize>>,
}

/// A type that is read from model files of one kind.
pub(crate) trait FromModel: Sized {
    const FORMAT: &'static Format;

    /// Reads the sections of a model. Returns an error if they are not valid.
    fn from_model(model: Model) -> Result<Self, Error>;

    /// The model file that it was read from.
    fn model(&self) -> &Model;
}

impl Model {
    /// Checks that `bytes` are a model file of this kind.
    pub(crate) fn read(bytes: Cow<'static, [u8]>, format: &'static Format) -> Result<Self, Error> {
        let sections =
            parse(&bytes, format.tag, format.sections).map_err(|problem| format.bad(problem))?;
        let mut model = Self {
            name: format!("{} {VERSION}", format.name),
            format,
            language: Language::UNDETERMINED,
            bytes,
            sections,
        };
        if format.has_language {
            let code = std::str::from_utf8(model.section(0)).unwrap_or_default();
            let language = code.parse();
            model.language = language.map_err(|_| model.bad("it names no language"))?;
            model.name = format!("{}-{} {VERSION}", format.name, model.language);
        }
        Ok(model)
    }

    /// An error about this model.
    pub(crate) fn bad(&self, problem: &str) -> Error {
        self.format.bad(problem)
    }

    /// The language of the model; undetermined if it serves all languages.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Adds the name to the list of models that were used, if it is not there yet.
    pub(crate) fn note(&self, used: &mut Vec<String>) {
        if !used.contains(&self.name) {
            used.push(self.name.clone());
        }
    }

    /// The bytes of a section. Empty beyond the last section.
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
    if u64_at(bytes, 24) != Some(checksum(payload.len() as u64, payload)) {
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

/// Computes the checksum, eight bytes at a time, so that it is fast enough to run at every start. It goes
/// on from `sum`, which is the length of the bytes where nothing stands before them.
pub(crate) fn checksum(sum: u64, bytes: &[u8]) -> u64 {
    let add = |sum: u64, word: [u8; 8]| {
        (sum.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95)
    };
    let (words, rest) = bytes.as_chunks();
    let sum = words.iter().fold(sum, |sum, word| add(sum, *word));
    if rest.is_empty() {
        return sum;
    }
    let mut word = [0; 8];
    for (to, from) in word.iter_mut().zip(rest) {
        *to = *from;
    }
    add(sum, word)
}

/// Reads a number of four bytes at offset `at`.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// Reads a number of two bytes at offset `at`.
#[cfg(feature = "entities")]
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(8)?)?;
    Some(u64::from_le_bytes(bytes.try_into().ok()?))
}

/// Writes a model file in the same format as `tools/`.
#[cfg(test)]
pub(crate) fn write(kind: [u8; 4], sections: &[&[u8]]) -> Vec<u8> {
    let mut payload = (sections.len() as u32).to_le_bytes().to_vec();
    for section in sections {
        payload.extend((section.len() as u32).to_le_bytes());
    }
    payload.extend(sections.concat());
    let mut file = MAGIC.to_vec();
    file.extend(kind);
    file.extend(VERSION.to_le_bytes());
    file.extend((payload.len() as u64).to_le_bytes());
    file.extend(checksum(payload.len() as u64, &payload).to_le_bytes());
    file.extend(payload);
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: Vec<u8>) -> Result<Model, Error> {
        Model::read(bytes.into(), &Format::LANGUAGE)
    }

    #[test]
    fn reads_its_sections() {
        let model = read(write(*b"lang", &[b"one", b"", b"two"])).unwrap();
        assert_eq!(
            [0, 1, 2, 3].map(|index| model.section(index)),
            [&b"one"[..], b"", b"two", b""]
        );
    }

    #[test]
    fn says_what_is_wrong() {
        let good = write(*b"lang", &[b"one", b"two", b""]);
        for (bytes, problem) in [
            (good[..10].to_vec(), "too short"),
            (good[..good.len() - 1].to_vec(), "cut off"),
            (write(*b"gazt", &[b"one", b"two", b""]), "another kind"),
            (write(*b"lang", &[b"one"]), "3 sections"),
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
            let good = write(*b"lang", &[b"one", b"three", b""]);
            let mut bad = good.clone();
            let at = at % bad.len();
            bad[at] = to;
            prop_assert_eq!(read(bad.clone()).is_ok(), bad == good);
        }
    }
}
