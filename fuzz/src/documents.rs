//! Documents from outside, and the views of a document.

use std::io::Cursor;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use arbitrary::{Arbitrary, Result, Unstructured};
use griot::document::{ConlluReader, DocumentReader, DocumentWriter};
use griot::duplicates::fingerprint;
use griot::terms::{Form, ngrams, terms};
use griot::{Alignment, Document, Offsets, Span, entity};
use serde_json::{Value, json};

use crate::input::{self, Setup};
use crate::rules::check;

/// How many documents were changed and then read.
pub static CHANGED: AtomicU64 = AtomicU64::new(0);

/// How many of these no reader refused.
pub static ACCEPTED: AtomicU64 = AtomicU64::new(0);

/// Checks a changed document that was accepted.
fn accept(document: Document) {
    ACCEPTED.fetch_add(1, Relaxed);
    use_document(document);
}

/// Checks a document that was accepted, and gives it to all that reads documents.
fn use_document(document: Document) {
    check(&document);
    let view = document.view();
    assert!(
        view.quotations()
            .all(|it| it.span().get(view.text()).is_some())
    );
    for form in [Form::Norm, Form::Stem, Form::Lemma] {
        assert!(terms(view, form).all(|it| it.span().get(view.text()).is_some()));
        assert!(ngrams(view, 2, form).all(|it| it.span().get(view.text()).is_some()));
    }
    let print = fingerprint(view);
    assert!(print.is_empty() || print.similarity(&print) == 1.0);
    let mut both = [document.clone(), document];
    entity::link(&mut both);
    both.iter().for_each(check);
}

/// Any bytes as a document in JSON. What serde reads, the library's own reader reads as well.
pub fn document(data: &[u8]) {
    let read = serde_json::from_slice::<Document>(data).ok();
    if let Ok(json) = std::str::from_utf8(data) {
        let own = Document::from_json(json).ok();
        assert!(read.is_none() || own == read);
        own.into_iter().for_each(use_document);
    }
    read.into_iter().for_each(use_document);
}

/// Any bytes as documents in CoNLL-U.
pub fn conllu(data: &[u8]) {
    let reader = ConlluReader::new(data).limit(1 << 16);
    let lines = data.iter().filter(|byte| **byte == b'\n').count();
    let documents: Vec<_> = reader.collect();
    assert!(documents.len() <= lines + 1);
    documents.into_iter().flatten().for_each(use_document);
}

/// A document of the library in MessagePack with up to three changes of its bytes.
pub fn packed(data: &[u8]) {
    let (choices, rest) = input::read::<Packing>(data);
    let document = choices.setup.process(input::text(rest));
    let mut bytes = rmp_serde::to_vec_named(&document).unwrap();
    let whole = bytes.clone();
    let again: Document = rmp_serde::from_slice(&bytes).expect("a document reads back");
    assert_eq!(again, document);
    for patch in choices.patches {
        patch.apply(&mut bytes);
        CHANGED.fetch_add(u64::from(bytes != whole), Relaxed);
        if let Ok(document) = rmp_serde::from_slice(&bytes) {
            accept(document);
        }
        if bytes.is_empty() {
            return;
        }
    }
}

/// A document of the library in the binary form with up to three changes of its bytes, alone and in a
/// file.
pub fn binary(data: &[u8]) {
    let (choices, rest) = input::read::<Packing>(data);
    let document = choices.setup.process(input::text(rest));
    let mut bytes = document.to_bytes();
    let whole = bytes.clone();
    let again = Document::from_bytes(&bytes).expect("a document reads back");
    assert_eq!(again, document);
    let mut writer = DocumentWriter::new(Vec::new()).unwrap();
    writer.push(&bytes).unwrap();
    let mut file = writer.finish().unwrap();
    for patch in choices.patches {
        patch.apply(&mut file);
        if let Ok(stream) = DocumentReader::stream(file.as_slice()) {
            assert!(stream.flatten().all(|read| read == document));
        }
        if let Ok(mut reader) = DocumentReader::open(Cursor::new(&file)) {
            assert!(reader.get(0).is_ok_and(|read| read == document) || !reader.is_empty());
        }
        patch.apply(&mut bytes);
        if bytes.is_empty() {
            return;
        }
        sign(&mut bytes);
        CHANGED.fetch_add(u64::from(bytes != whole), Relaxed);
        if let Ok(document) = Document::from_bytes(&bytes) {
            accept(document);
        }
    }
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

impl Patch {
    fn apply(self, bytes: &mut Vec<u8>) {
        let place = usize::from(self.place) % bytes.len();
        match self.how % 4 {
            0 => drop(bytes.remove(place)),
            1 => bytes.insert(place, self.value),
            2 => bytes[place] = bytes[place].wrapping_add(self.value % 8),
            _ => bytes[place] = self.value,
        }
    }
}

#[derive(Arbitrary)]
struct Packing {
    setup: Setup,
    patches: [Patch; 3],
}

/// A byte of a document that changes.
#[derive(Arbitrary, Clone, Copy)]
struct Patch {
    place: u16,
    how: u8,
    value: u8,
}

/// A change somewhere in a document's JSON.
#[derive(Arbitrary, Clone, Copy)]
struct Change {
    place: u16,
    how: u8,
    by: u8,
}

#[derive(Arbitrary)]
struct Tampering {
    setup: Setup,
    changes: [Change; 3],
}

/// A document of the library with up to three changes in its JSON. What serde reads, the library's own
/// reader reads as well.
pub fn tampered(data: &[u8]) {
    let (choices, rest) = input::read::<Tampering>(data);
    let document = choices.setup.process(input::text(rest));
    let whole = serde_json::to_value(&document).unwrap();
    let mut form = whole.clone();
    for change in choices.changes {
        change.apply(&mut form);
        CHANGED.fetch_add(u64::from(form != whole), Relaxed);
        let json = form.to_string();
        let read = serde_json::from_str::<Document>(&json).ok();
        let own = Document::from_json(&json).ok();
        assert!(read.is_none() || own == read, "{json}");
        own.into_iter().for_each(accept);
    }
}

impl Change {
    fn apply(self, form: &mut Value) {
        let mut paths = Vec::new();
        collect_paths(form, String::new(), &mut paths);
        let path = &paths[usize::from(self.place) % paths.len()];
        let other =
            &paths[usize::from(self.place.rotate_left(5) ^ u16::from(self.by)) % paths.len()];
        let other = form.pointer(other).cloned().unwrap_or_default();
        let (outer, key) = path.rsplit_once('/').unwrap_or_default();
        let key = key.replace("~1", "/").replace("~0", "~");
        let how = self.how % 8;
        if how < 2 {
            match (form.pointer_mut(outer), key.parse()) {
                (Some(Value::Object(fields)), _) if how == 0 => drop(fields.remove(&key)),
                (Some(Value::Array(items)), Ok(index)) if how == 0 => drop(items.remove(index)),
                (Some(Value::Array(items)), Ok(index)) => items.insert(index, other),
                _ => {}
            }
            return;
        }
        let Some(value) = form.pointer_mut(path) else {
            return;
        };
        let numbers = [
            json!(0),
            json!(1),
            json!(0.5),
            json!(-1),
            json!(u32::MAX),
            json!(u64::MAX),
            json!(1e300),
        ];
        let words = [
            "",
            "fr",
            "und",
            "body",
            "word",
            "PER",
            "DATE",
            "\t",
            "a\nb",
            "\u{202e}",
            "2024-02-30",
            "é",
        ];
        let by = usize::from(self.by);
        *value = match (how, value.as_i64()) {
            (2, _) => Value::Null,
            (3 | 4, Some(number)) => json!(number + i64::from(self.by as i8) % 8),
            (5, _) => numbers[by % numbers.len()].clone(),
            (6, _) => json!(words[by % words.len()]),
            _ => other,
        };
    }
}

/// The paths of all values inside one, and of the value itself.
fn collect_paths(value: &Value, path: String, paths: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_paths(item, format!("{path}/{index}"), paths);
            }
        }
        Value::Object(fields) => {
            for (key, item) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect_paths(item, format!("{path}/{key}"), paths);
            }
        }
        _ => {}
    }
    paths.push(path);
}

/// A span anywhere, its end perhaps before its start.
#[derive(Clone, Copy)]
struct Place(Span);

impl<'a> Arbitrary<'a> for Place {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        let (start, end): (u8, u8) = input.arbitrary()?;
        Ok(Self(Span::new(start.into(), end.into())))
    }
}

#[derive(Arbitrary)]
struct Looking {
    setup: Setup,
    places: [Place; 3],
}

/// Offsets in other units, and tokens and sentences by place, against the plain way.
pub fn views(data: &[u8]) {
    let (choices, rest) = input::read::<Looking>(data);
    let document = choices.setup.process(input::text(rest));
    let (view, text) = (document.view(), document.text());
    let offsets = Offsets::new(text);
    let (mut chars, mut utf16) = (0, 0);
    for (byte, c) in text.char_indices().chain([(text.len(), '\0')]) {
        assert_eq!(
            (offsets.chars(byte), offsets.utf16(byte)),
            (Some(chars), Some(utf16))
        );
        assert_eq!(
            (offsets.from_chars(chars), offsets.from_utf16(utf16)),
            (Some(byte), Some(byte))
        );
        (chars, utf16) = (chars + 1, utf16 + c.len_utf16());
    }
    for byte in 0..text.len() + 3 {
        let there = text.is_char_boundary(byte);
        assert_eq!(offsets.chars(byte).is_some(), there);
        assert_eq!(offsets.utf16(byte).is_some(), there);
        let token = view.tokens().find(|it| it.span().contains(byte));
        assert_eq!(
            view.token_at(byte).map(|it| it.index()),
            token.map(|it| it.index())
        );
        let sentence = view.sentences().find(|it| it.span().contains(byte));
        assert_eq!(
            view.sentence_at(byte).map(|it| it.index()),
            sentence.map(|it| it.index())
        );
        if byte > 300 {
            break;
        }
    }
    for Place(span) in choices.places {
        let inner = view.tokens().filter(|it| span.covers(it.span()));
        let inner: Vec<_> = inner.map(|it| it.index()).collect();
        let outer = view.tokens().filter(|it| span.overlaps(it.span()));
        let outer: Vec<_> = outer.map(|it| it.index()).collect();
        let range = |all: &[usize]| Some(*all.first()?..all.last()? + 1);
        let strict = if inner == outer { range(&inner) } else { None };
        assert_eq!(
            view.token_range(span, Alignment::Contract),
            range(&inner),
            "{span}"
        );
        assert_eq!(
            view.token_range(span, Alignment::Expand),
            range(&outer),
            "{span}"
        );
        assert_eq!(view.token_range(span, Alignment::Strict), strict, "{span}");
        assert!(view.tokens_at(span.start()..span.end()).len() <= view.tokens().len());
        assert_eq!(offsets.char_span(span).is_some(), span.get(text).is_some());
        assert_eq!(offsets.utf16_span(span).is_some(), span.get(text).is_some());
    }
    check(&document);
}
