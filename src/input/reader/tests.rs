use std::io::{self, BufReader};

use super::*;

fn texts(reader: &Reader, stream: &str) -> Vec<String> {
    let texts = reader.read(stream.as_bytes()).unwrap();
    texts.map(|text| text.unwrap().text().to_owned()).collect()
}

#[test]
fn what_told_the_format_is_read_too() {
    let reader = Reader::new();
    for (stream, format, count) in [
        (
            "\n\n{\"text\": \"A\"}\n{\"text\": \"B\"}\n",
            Format::JsonLines,
            2,
        ),
        ("id,text\n1,A\n2,B\n", Format::Csv, 2),
        ("id;text\n1;A\n", Format::Csv, 1),
        ("text\turl\nA\t/1\n", Format::Tsv, 1),
        ("\n A\n", Format::Text, 1),
        ("", Format::Text, 1),
    ] {
        // A buffer that ends in the middle of a line.
        for capacity in [1, 5, 4096] {
            let stream = BufReader::with_capacity(capacity, stream.as_bytes());
            let texts = reader.read(stream).unwrap();
            assert_eq!(texts.format(), format);
            assert_eq!(texts.map(Result::unwrap).count(), count);
        }
        let given = reader.clone().format(format);
        assert_eq!(texts(&given, stream), texts(&reader, stream));
    }
    assert_eq!(texts(&reader, "\n A\n"), ["\n A\n"]);
    let prose = reader.format(Format::Text);
    assert_eq!(texts(&prose, "{\"text\": \"A\"}"), ["{\"text\": \"A\"}"]);
}

/// The first line of many records is longer than what is read to tell the format.
#[test]
fn a_long_first_record_is_a_record() {
    let long = "L’été. ".repeat(20_000);
    let stream = format!("{{\"text\": \"{long}\"}}\n{{\"text\": \"B\"}}\n");
    assert_eq!(texts(&Reader::new(), &stream), [long.as_str(), "B"]);
    // Prose without a line break stays prose, and so does white space.
    for prose in [&long, &"\n".repeat(1 << 17)] {
        assert_eq!(texts(&Reader::new(), prose), [prose.as_str()]);
    }
}

#[test]
fn a_bad_record_is_an_item() {
    let stream =
        "{\"text\": \"A\", \"n\": 1.50}\n{\"text\"\n{\"text\": \"B\", \"day\": \"hier\"}\n";
    let reader = Reader::new().date_field("day");
    let items: Vec<_> = reader.read(stream.as_bytes()).unwrap().collect();
    let [Ok(first), Err(problem), Ok(last)] = &items[..] else {
        panic!("{items:?}");
    };
    assert!(problem.is_record() && problem.to_string().starts_with("line 2: no JSON"));
    assert_eq!((first.line(), last.line()), (Some(1), Some(3)));
    assert_eq!(first.date().unwrap(), None);
    assert!(
        last.date()
            .unwrap_err()
            .to_string()
            .starts_with("\"hier\" is no date")
    );
    let json = serde_json::to_string(first.metadata()).unwrap();
    assert_eq!(json, "{\"n\":1.5}");
    assert_eq!(first.metadata().get("n"), Some("1.5"));
    assert!(!first.metadata().is_empty() && first.metadata().get("text").is_none());
}

#[test]
fn other_json_is_refused_with_its_line() {
    let error = Reader::new()
        .read(&b"\n[{\"text\": \"A\"}]"[..])
        .unwrap_err();
    assert!(error.is_record());
    assert!(
        error
            .to_string()
            .starts_with("line 2: JSON that is not an object a line")
    );
    let error = Reader::new().text_field("texte").format(Format::Csv);
    let error = error.read(&b"id,text\n"[..]).unwrap_err();
    assert!(error.to_string().contains("no column \"texte\""));
}

#[test]
fn a_stream_that_fails_names_the_line() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let stream = || BufReader::new((&b"A\nB"[..]).chain(Failing));
    let mut texts = Reader::new().read(stream()).unwrap();
    let error = texts.next().unwrap().unwrap_err();
    assert!(error.is_io() && texts.next().is_none());
    assert_eq!(
        error.to_string(),
        "line 2 could not be read: the disk is gone"
    );
    let error = Reader::new().read(BufReader::new(Failing)).unwrap_err();
    assert!(error.is_io());
}

#[test]
fn a_text_is_utf8_unless_a_decoder_is_set() {
    let bytes = &b"Le g\xe9n\xe9ral, l\x92\xe9t\xe9."[..];
    let mut texts = Reader::new().read(bytes).unwrap();
    let error = texts.next().unwrap().unwrap_err();
    assert!(error.is_encoding() && error.to_string().starts_with("byte 4 is not UTF-8"));
    #[cfg(feature = "encoding")]
    for (decoder, note) in [
        (
            Decoder::new(),
            Some("read as windows-1252, 0 broken characters replaced"),
        ),
        (Decoder::new().declared("latin1").unwrap(), None),
    ] {
        let mut texts = Reader::new().decoder(decoder).read(bytes).unwrap();
        let text = texts.next().unwrap().unwrap();
        assert_eq!((text.text(), text.note()), ("Le général, l’été.", note));
    }
}

const PAGE: &str = "<html lang=fr><h1>Niger</h1><time datetime=2024-05-06></time><article><p>Il est \
                    à Niamey depuis lundi, et la capitale attend des renforts.</p></article></html>";

#[cfg(feature = "html")]
#[test]
fn a_page_has_zones_and_metadata() {
    let mut texts = Reader::new().read(PAGE.as_bytes()).unwrap();
    assert_eq!(texts.format(), Format::Html);
    let page = texts.next().unwrap().unwrap();
    assert!(texts.next().is_none());
    assert!(page.text().starts_with("Niger\n\nIl est à Niamey"));
    assert_eq!(page.zones().len(), 1);
    assert_eq!(page.date().unwrap(), Some("2024-05-06".parse().unwrap()));
    let metadata: Vec<_> = page.metadata().iter().collect();
    let expected = [
        ("title", "Niger"),
        ("published", "2024-05-06"),
        ("language", "fr"),
    ];
    assert_eq!(metadata, expected);
}

#[cfg(not(feature = "html"))]
#[test]
fn a_page_wants_its_feature() {
    let mut texts = Reader::new().read(PAGE.as_bytes()).unwrap();
    assert!(texts.next().unwrap().unwrap_err().is_feature());
}
