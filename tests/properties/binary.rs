//! The binary form holds what the JSON form holds, and its reader refuses what breaks a rule.

use griot::document::{DocumentReader, DocumentWriter};
use griot::{Document, Edition, LineBreaks, Pipeline, ZoneKind};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::check_rules;
use crate::generators::{
    FRENCH, KEEPING, LANGUAGES, MIXED, NAMING, config, given_zones, layers, press, process, read,
    text,
};
use crate::json::to_json;

fn comes_back(document: &Document) {
    let bytes = document.to_bytes();
    let back = Document::from_bytes(&bytes).unwrap();
    assert_eq!(&back, document);
    assert_eq!(to_json(&back), to_json(document));
    assert_eq!(back.to_bytes(), bytes);
    let bytes = document.view().to_bytes_without_text();
    let back = Document::from_bytes_with_text(&bytes, document.text()).unwrap();
    assert_eq!(&back, document);
    assert!(Document::from_bytes(&bytes).unwrap_err().is_document());
    let other = format!("{} ", document.text());
    assert!(Document::from_bytes_with_text(&bytes, other).is_err());
}

/// Writes the checksum that fits, so that the reader looks further.
fn sign(bytes: &mut [u8]) {
    let add = |sum: u64, word: &[u8]| {
        let mut bytes = [0; 8];
        bytes[..word.len()].copy_from_slice(word);
        (sum.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(0x517c_c1b7_2722_0a95)
    };
    if let Some((header, rest)) = bytes.split_at_mut_checked(16) {
        let sum = rest.chunks(8).fold(add(8, &header[..8]), add);
        header[8..].copy_from_slice(&sum.to_le_bytes());
    }
}

#[derive(Clone, Copy, Debug)]
enum Damage {
    Flip(Index, u8),
    Set(Index, u8),
    Insert(Index, u8),
    Remove(Index),
    Cut(Index),
    /// A number of five bytes, as large as it can be.
    Huge(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), 0u8..8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        4 => (at(), 0u8..4).prop_map(|(at, byte)| Damage::Set(at, byte)),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Insert(at, byte)),
        2 => at().prop_map(Damage::Remove),
        1 => at().prop_map(Damage::Cut),
        1 => at().prop_map(Damage::Huge),
    ]
}

fn hurt(bytes: &mut Vec<u8>, damage: Damage) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match damage {
        Damage::Flip(at, bit) => bytes[at.index(length)] ^= 1 << bit,
        Damage::Set(at, byte) => bytes[at.index(length)] = byte,
        Damage::Insert(at, byte) => bytes.insert(at.index(length), byte),
        Damage::Remove(at) => drop(bytes.remove(at.index(length))),
        Damage::Cut(at) => bytes.truncate(at.index(length)),
        Damage::Huge(at) => {
            let at = at.index(length);
            bytes.splice(at..at + 1, [0xff, 0xff, 0xff, 0xff, 0x0f]);
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_document_comes_back_from_bytes(
        text in text(),
        layers in layers(),
        language in prop::option::of(select(&LANGUAGES[..])),
        soft in any::<bool>(),
        old_stems in any::<bool>(),
    ) {
        let mut builder = Pipeline::builder().layers(layers);
        if let Some(language) = language {
            builder = builder.language(language);
        }
        if soft {
            builder = builder.line_breaks(LineBreaks::Soft);
        }
        if old_stems && cfg!(feature = "snowball2") {
            builder = builder.stem_edition(Edition::Snowball2);
        }
        comes_back(&process(&builder.build().unwrap(), &text));
    }

    #[test]
    fn a_document_with_zones_and_names_of_the_caller_comes_back_from_bytes(
        text in prop_oneof![text(), press()],
        zones in prop::collection::vec((any::<[Index; 2]>(), select(ZoneKind::ALL)), 0..5),
        keeping in any::<Index>(),
        how in 0..4,
    ) {
        let pipeline = match how {
            0 => &*NAMING,
            1 => &*MIXED,
            2 => &*FRENCH,
            _ => &keeping.get(&KEEPING).1,
        };
        let zones = given_zones(&zones, &text);
        let mut worker = pipeline.worker();
        comes_back(&worker.annotate_zoned(&text, &zones).unwrap().to_document());
    }

    /// Whatever is accepted is sound, and JSON accepts it as well.
    #[test]
    fn damaged_bytes_are_refused_or_sound(
        document in read(),
        damages in prop::collection::vec(damage(), 1..4),
        without_text in any::<bool>(),
    ) {
        let text = document.text();
        let mut bytes = if without_text {
            document.view().to_bytes_without_text()
        } else {
            document.to_bytes()
        };
        for damage in damages {
            let sound = bytes.clone();
            hurt(&mut bytes, damage);
            let refused = Document::from_bytes(&bytes).is_err() || bytes == sound;
            prop_assert!(refused, "the checksum does not see it");
            sign(&mut bytes);
            let read = if without_text {
                Document::from_bytes_with_text(&bytes, text)
            } else {
                Document::from_bytes(&bytes)
            };
            match read {
                Ok(read) => {
                    check_rules(read.view());
                    let again: Document = serde_json::from_str(&to_json(&read)).unwrap();
                    prop_assert_eq!(&again, &read);
                    comes_back(&read);
                }
                Err(error) => prop_assert!(error.is_document(), "{}", error),
            }
        }
    }

    #[test]
    fn a_file_of_documents_comes_back(
        documents in prop::collection::vec(read(), 0..4),
        damage in damage(),
    ) {
        let mut writer = DocumentWriter::new(Vec::new()).unwrap();
        for document in &documents {
            writer.push(&document.to_bytes()).unwrap();
        }
        let mut file = writer.finish().unwrap();
        let mut reader = DocumentReader::open(std::io::Cursor::new(&file)).unwrap();
        prop_assert_eq!(reader.len(), documents.len() as u64);
        for (number, document) in documents.iter().enumerate().rev() {
            prop_assert_eq!(&reader.get(number as u64).unwrap(), document);
        }
        prop_assert!(reader.get(documents.len() as u64).unwrap_err().is_document());
        let stream = DocumentReader::stream(file.as_slice()).unwrap();
        prop_assert_eq!(&stream.collect::<Result<Vec<_>, _>>().unwrap(), &documents);

        // What is read of a damaged file is what was written.
        hurt(&mut file, damage);
        if let Ok(stream) = DocumentReader::stream(file.as_slice()) {
            prop_assert!(stream.flatten().all(|read| documents.contains(&read)));
        }
        if let Ok(mut reader) = DocumentReader::open(std::io::Cursor::new(&file)) {
            for number in 0..reader.len().min(9) {
                if let Ok(read) = reader.get(number) {
                    prop_assert!(documents.contains(&read));
                }
            }
        }
    }
}
