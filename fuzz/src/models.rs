//! The bytes of a model: an error, or a pipeline that works.

use arbitrary::{Arbitrary, Unstructured};
use griot::{Language, Pipeline};

use crate::input;
use crate::rules::check;

const TEXT: &str =
    "Le général Tiani a reçu M. Modi à Niamey le 3 décembre 2023. Il repart : « Non ! » dit-il.";

const HEADER: usize = 32;

/// The checksum that `src/models/file.rs` expects. With a right one, the fuzzer gets past it.
fn checksum(payload: &[u8]) -> u64 {
    let add = |sum: u64, chunk: &[u8]| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        (sum.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95)
    };
    payload.chunks(8).fold(payload.len() as u64, add)
}

/// The kinds of files: the tag, the number of sections, and whether the first is a language.
const KINDS: [(&[u8; 4], usize, bool); 6] = [
    (b"sent", 4, true),
    (b"tags", 5, true),
    (b"lexi", 5, true),
    (b"name", 6, true),
    (b"gazt", 5, false),
    (b"lang", 3, false),
];

/// The language of the pipeline is given, or detected if there is none.
fn use_model(bytes: Vec<u8>, language: Option<Language>) {
    let mut builder = Pipeline::builder();
    if let Some(language) = language {
        builder = builder.language(language);
    }
    match builder.model(bytes).build() {
        Ok(pipeline) => check(&pipeline.process(TEXT).unwrap()),
        Err(error) => assert!(error.is_model(), "{error}"),
    }
}

/// What one byte chooses: a row of a table, and whether the language is given.
fn choose(byte: u8) -> (usize, bool) {
    (usize::from(byte) % 6, (byte / 6).is_multiple_of(2))
}

/// A file of one kind with any sections, and any bytes as a file.
pub fn model(data: &[u8]) {
    let (kind, rest) = input::read::<u8>(data);
    let (kind, is_given) = choose(kind);
    let (tag, count, has_language) = KINDS[kind];
    let own = has_language.then_some(&b"fr"[..]);
    let given = own.into_iter().chain(input::parts(rest));
    let sections: Vec<_> = given
        .chain(std::iter::repeat(&[][..]))
        .take(count)
        .collect();
    let mut payload = (count as u32).to_le_bytes().to_vec();
    payload.extend(
        sections
            .iter()
            .flat_map(|it| (it.len() as u32).to_le_bytes()),
    );
    payload.extend(sections.concat());
    let mut file = [&b"griotmdl"[..], tag, &1u32.to_le_bytes()].concat();
    file.extend((payload.len() as u64).to_le_bytes());
    file.extend(checksum(&payload).to_le_bytes());
    file.extend(payload);
    let language = is_given.then_some(Language::FRENCH);
    use_model(file, language);
    use_model(data.to_vec(), language);
}

const FILES: [(&[u8], Language); 6] = [
    (
        include_bytes!("../../src/models/sentences-fr.bin"),
        Language::FRENCH,
    ),
    (
        include_bytes!("../../src/models/gazetteer.bin"),
        Language::FRENCH,
    ),
    (
        include_bytes!("../../src/models/tags-fr.bin"),
        Language::FRENCH,
    ),
    (
        include_bytes!("../../crates/griot-fr-lexicon/src/lexicon.bin"),
        Language::FRENCH,
    ),
    (
        include_bytes!("../../src/models/names-fr.bin"),
        Language::FRENCH,
    ),
    (
        include_bytes!("../../src/models/language.bin"),
        Language::ENGLISH,
    ),
];

/// A real file, some of whose bytes are others.
#[derive(Arbitrary)]
struct Patch {
    /// Whether the place is counted from the start of the file in bytes, or in parts of it.
    near: bool,
    place: u16,
    value: u8,
}

/// The model files of this crate with some bytes changed.
pub fn model_patched(data: &[u8]) {
    let (file, rest) = input::read::<u8>(data);
    let (file, is_given) = choose(file);
    let (file, language) = FILES[file];
    let mut file = file.to_vec();
    let mut rest = Unstructured::new(rest);
    while !rest.is_empty() {
        let patch = Patch::arbitrary(&mut rest).expect("missing bytes count as zeros");
        let (place, length) = (usize::from(patch.place), file.len() - HEADER);
        let place = if patch.near {
            place % length
        } else {
            length / 0x1_0000 * place + place % 251
        };
        if let Some(byte) = file.get_mut(HEADER + place) {
            *byte = patch.value;
        }
    }
    let sum = checksum(&file[HEADER..]);
    file[24..HEADER].copy_from_slice(&sum.to_le_bytes());
    use_model(file, is_given.then_some(language));
}
