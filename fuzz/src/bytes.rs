//! Raw bytes: encodings, pages and records.

use std::io::{BufRead, BufReader};

use arbitrary::{Arbitrary, Result, Unstructured};
use encoding_rs::Encoding;
use griot::input::records::{Delimited, JsonLines, Record};
use griot::input::warc::Warc;
use griot::input::{self as griot_input, Decoder, Evidence, Format, Page, Reader, Text, mojibake};
use griot::{Error, Span};

use crate::input::{self, Setup};
use crate::rules::check;

/// The label of an encoding, or none.
struct Label(&'static str);

impl<'a> Arbitrary<'a> for Label {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        let labels = [
            "",
            "utf-8",
            "latin1",
            "iso-8859-15",
            "windows-1251",
            "utf-16le",
            "utf-16be",
            "shift_jis",
            "gb18030",
            "iso-2022-jp",
            "euc-kr",
            "big5",
            "x-user-defined",
            "replacement",
            "no label",
        ];
        input.choose(&labels).copied().map(Self)
    }
}

#[derive(Arbitrary)]
struct Decoding {
    label: Label,
    strict: bool,
    repair: bool,
    html: bool,
}

/// Bytes with or without a declared encoding, against the decoder of the encoding that was used.
pub fn decode(data: &[u8]) {
    let (choices, bytes) = input::read::<Decoding>(data);
    let mut decoder = Decoder::new();
    if !choices.label.0.is_empty() {
        decoder = match decoder.declared(choices.label.0) {
            Ok(decoder) => decoder,
            Err(error) => return assert!(error.is_encoding()),
        };
    }
    decoder = if choices.strict {
        decoder.strict()
    } else {
        decoder
    };
    let decoding = if choices.html {
        Decoder::decode_html
    } else {
        Decoder::decode
    };
    match decoding(&decoder, bytes) {
        Ok(decoded) => {
            // Those of DOS and old Macs, and UTF-32, are not of the web.
            let Some(encoding) = Encoding::for_label(decoded.encoding().as_bytes()) else {
                assert!(decoded.text().len() <= 4 * bytes.len());
                return;
            };
            let mark = Encoding::for_bom(bytes).map_or(0, |(_, length)| length);
            let skip = if decoded.evidence() == Evidence::Bom {
                mark
            } else {
                0
            };
            let (text, replaced) = encoding.decode_without_bom_handling(&bytes[skip..]);
            assert_eq!(decoded.text(), text);
            assert_eq!(decoded.replaced() > 0, replaced);
            assert!(!choices.strict || !replaced);
            assert_eq!(decoded.repaired(), 0);
        }
        Err(error) => assert!(choices.strict && error.is_encoding()),
    }
    if choices.repair
        && let Ok(decoded) = decoding(&decoder.repair(), bytes)
    {
        let found: Vec<_> = mojibake(decoded.text()).map(|(span, _)| span).collect();
        check_order(decoded.text(), &found);
    }
    assert_eq!(
        griot_input::utf8(bytes).is_ok(),
        std::str::from_utf8(bytes).is_ok()
    );
}

/// Checks that spans lie at characters, are not empty and do not overlap.
fn check_order(text: &str, spans: &[Span]) {
    assert!(
        spans
            .iter()
            .all(|span| span.get(text).is_some_and(|it| !it.is_empty()))
    );
    assert!(
        spans
            .windows(2)
            .all(|pair| pair[0].end() <= pair[1].start())
    );
}

/// Any bytes as a web page, whose zones a worker then takes.
pub fn page(data: &[u8]) {
    let (setup, bytes) = input::read::<Setup>(data);
    let decoded = Decoder::new().decode_html(bytes).unwrap();
    let page = Page::read(decoded.text()).unwrap();
    let text = page.text();
    assert!(page.body().get(text).is_some());
    let zones: Vec<_> = page.zones().iter().map(|(span, _)| *span).collect();
    check_order(text, &zones);
    for part in [page.title(), page.author(), page.url()]
        .into_iter()
        .flatten()
    {
        assert!(!part.trim().is_empty());
    }
    let document = setup.with_worker(|worker| {
        worker.set_reference_date(page.published());
        let document = worker.annotate_zoned(text, page.zones());
        document.unwrap().to_document()
    });
    check(&document);
    let _ = page.language();
    let copy = text.to_owned();
    assert_eq!(page.into_text(), copy);
}

#[derive(Arbitrary)]
struct Stream {
    form: u8,
    chunk: u8,
}

/// Any bytes as records, read whole and in small pieces.
pub fn records(data: &[u8]) {
    let (choices, bytes) = input::read::<Stream>(data);
    let all = read_records(choices.form, bytes);
    let pieces = BufReader::with_capacity(1 + usize::from(choices.chunk % 9), bytes);
    let again = read_records(choices.form, pieces);
    // The mark of a CSV is guessed from the first piece, so only the other forms must agree.
    if choices.form % 4 != 1 {
        assert_eq!(all, again);
    }
    let pieces = BufReader::with_capacity(1 + usize::from(choices.chunk % 9), bytes);
    assert_eq!(read_texts(bytes), read_texts(pieces));
}

/// Any bytes as a web archive, read whole and in small pieces.
pub fn archive(data: &[u8]) {
    let read = |stream: &mut dyn BufRead| Warc::new(stream).collect::<Vec<_>>();
    let all = read(&mut &*data);
    let pieces = read(&mut BufReader::with_capacity(3, data));
    let mut before = 0;
    for record in all.iter().flatten() {
        let offset = record.offset();
        assert!(offset >= before && offset < data.len() as u64, "{offset}");
        before = offset;
    }
    // How much of a damaged member is read before the damage shows depends on the pieces.
    if all.iter().all(Result::is_ok) {
        let pieces = pieces.into_iter().map(|record| record.ok());
        assert!(all.into_iter().map(Result::ok).eq(pieces));
    }
    let texts = Reader::new().format(Format::Warc).read(data);
    for text in texts.into_iter().flatten().flatten() {
        let mut zones = text.zones().iter();
        assert!(zones.all(|(span, _)| span.get(text.text()).is_some()));
    }
}

/// The texts of a stream whose first line tells its format.
fn read_texts(stream: impl BufRead) -> std::result::Result<Vec<Option<Text>>, String> {
    let texts = Reader::new().date_field("day").read(stream);
    let texts = texts.map_err(|problem| problem.to_string())?;
    let texts: Vec<_> = texts.map(Result::ok).collect();
    for text in texts.iter().flatten() {
        let _ = text.date();
        assert!(
            text.zones()
                .iter()
                .all(|(span, _)| span.get(text.text()).is_some())
        );
    }
    Ok(texts)
}

fn read_records(form: u8, reader: impl BufRead) -> Vec<std::result::Result<Record, String>> {
    match form % 4 {
        0 => collect(JsonLines::new(reader, "text")),
        1 => Delimited::csv(reader, "text")
            .map(collect)
            .unwrap_or_default(),
        2 => Delimited::tsv(reader, "text")
            .map(collect)
            .unwrap_or_default(),
        _ => collect(JsonLines::new(reader, "a.b")),
    }
}

fn collect(
    records: impl Iterator<Item = std::result::Result<Record, Error>>,
) -> Vec<std::result::Result<Record, String>> {
    let mut line = 0;
    let mut all = Vec::new();
    for record in records {
        all.push(match record {
            Ok(record) => {
                assert!(
                    record.line() > line,
                    "each record begins on a line of its own"
                );
                line = record.line();
                for (name, _) in record.fields() {
                    assert!(record.get(name).is_some());
                }
                let parts = record.clone().into_parts();
                assert_eq!(parts.0, record.text());
                Ok(record)
            }
            Err(error) => {
                assert!(error.is_record() || error.is_encoding(), "{error}");
                Err(error.to_string())
            }
        });
    }
    all
}
