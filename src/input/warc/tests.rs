use std::io::{self, BufReader, Cursor, Read, Write, repeat};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;
use crate::input::{Format, Reader};

/// What `make.py` wrote there.
const PLAIN: &[u8] = include_bytes!("../../../tests/data/warc/pages.warc");
const PACKED: &[u8] = include_bytes!("../../../tests/data/warc/pages.warc.gz");

/// The targets of all records that have a text, and the errors between them.
fn read(stream: impl BufRead) -> Vec<Result<String, String>> {
    let records = Warc::new(stream);
    let target = |record: Record| record.target().rsplit('/').next().unwrap().to_owned();
    records
        .map(|record| record.map(target).map_err(|problem| problem.to_string()))
        .collect()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A record with a plain text.
fn record(name: &str, text: &str) -> Vec<u8> {
    framed(name, text.len(), text)
}

fn framed(name: &str, length: usize, text: &str) -> Vec<u8> {
    format!(
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://x/{name}\r\nContent-Type: text/plain\r\n\
         Content-Length: {length}\r\n\r\n{text}\r\n\r\n"
    )
    .into_bytes()
}

fn targets(names: &[&str]) -> Vec<Result<String, String>> {
    names.iter().map(|name| Ok((*name).to_owned())).collect()
}

#[test]
fn archives_of_warcio() {
    let whole = packed(PLAIN);
    for (archive, br) in [
        (PLAIN, "byte 5032: "),
        (PACKED, "byte 3881: "),
        (&whole, "byte 0, unpacked 5032 bytes on: "),
    ] {
        for capacity in [1, 7, 1 << 16] {
            let mut found = read(BufReader::with_capacity(capacity, archive));
            let problem = found.remove(6).unwrap_err();
            assert!(problem.starts_with(br), "{problem}");
            assert!(
                problem.contains("https://example.org/br: content encoding \"br\" is not read")
            );
            let good = ["1", "2", "3", "4", "5", "6", "7.txt", "8", "9", "10"];
            assert_eq!(found, targets(&good));
        }
        let texts = Reader::new().format(Format::Warc).read(archive).unwrap();
        let texts: Vec<_> = texts.filter_map(Result::ok).collect();
        for number in [1, 2, 3, 4, 5, 6, 8, 9] {
            let target = format!("https://example.org/{number}");
            let text = texts
                .iter()
                .find(|it| it.target() == Some(&target))
                .unwrap();
            let expected = format!(
                "L’été {number}\n\n« L’armée » du Niger a reçu {number} avions, dit le maire de Niamey au \
                 micro de la radio."
            );
            assert_eq!(text.text().trim_end(), expected);
            assert_eq!(
                text.metadata().get("captured"),
                Some("2024-01-19T08:30:00Z")
            );
        }
        assert_eq!(
            texts[6].text(),
            "Le maire attend.\r\n\r\nWARC/1.1 est le nom d’une forme.\r\n"
        );
        assert_eq!(texts[9].text(), "Niamey attend.\n");
    }
}

#[test]
fn the_offset_is_where_the_record_begins() {
    for archive in [PLAIN, PACKED] {
        let records = Warc::new(archive).filter_map(Result::ok);
        for record in records {
            let rest = &archive[record.offset() as usize..];
            let alone = Warc::new(rest).next().unwrap().unwrap();
            assert_eq!(
                (alone.target(), alone.body()),
                (record.target(), record.body())
            );
        }
    }
}

#[test]
fn a_record_with_a_wrong_length_takes_no_other_with_it() {
    let (a, c) = (record("a", "A"), record("c", "C"));
    let good = targets(&["a", "c"]);
    for (length, problem) in [
        (3, "no record follows behind the 3 bytes of this one"),
        (20, ""),
        (1 << 20, "the record ends after "),
        (usize::MAX, "the record ends after "),
    ] {
        let b = framed("b", length, "Bamako attend.");
        let plain = [&a[..], &b, &c].concat();
        let members = [packed(&a), packed(&b), packed(&c)].concat();
        for (archive, place) in [
            (&plain, format!("byte {}: ", a.len())),
            (
                &packed(&plain),
                format!("byte 0, unpacked {} bytes on: ", a.len()),
            ),
            (&members, format!("byte {}: ", packed(&a).len())),
        ] {
            let mut found = read(&archive[..]);
            let error = found.remove(1).unwrap_err();
            assert!(error.starts_with(&(place + problem)), "{error}");
            assert_eq!(found, good);
        }
    }
}

#[test]
fn what_is_no_record_is_an_error() {
    let good = record("a", "A");
    for (bad, problem) in [
        ("<html>\r\n\r\n", "no record begins here"),
        (
            "WARC/1.0\r\nWARC-Type: resource\r\n\r\n",
            "the record has no Content-Length",
        ),
        (
            "WARC/1.0\r\nContent-Length: many\r\n\r\n",
            "the record has no Content-Length",
        ),
        (
            "WARC/1.0\r\nContent-Length: -1\r\n\r\n",
            "the record has no Content-Length",
        ),
    ] {
        let archive = [&good, bad.as_bytes(), &good].concat();
        let [first, error, last] = &read(&archive[..])[..] else {
            panic!("{bad}")
        };
        assert_eq!((first, last), (&Ok("a".to_owned()), &Ok("a".to_owned())));
        // What follows a record must be one, so either may be the one that is named.
        let error = error.as_ref().unwrap_err();
        assert!(
            error.starts_with(&format!("byte {}: {problem}", good.len())),
            "{error}"
        );
    }
    let header = format!("WARC/1.0\r\n{}\r\n\r\n", "A: b\r\n".repeat(20_000));
    let archive = [header.as_bytes(), &good].concat();
    let found = read(&archive[..]);
    assert_eq!(
        found[0],
        Err("byte 0: the header of the record has more than 65536 bytes".to_owned())
    );
    assert_eq!(found[1..], targets(&["a"]));
    assert!(read(&b""[..]).is_empty());
    for text in ["Niamey attend.", "\u{feff}", "WARC", "WARC/1.0\r\n"] {
        assert_eq!(read(text.as_bytes()).len(), 1, "{text:?}");
    }
}

/// The good members stay, wherever one is cut or changed.
#[test]
fn a_damaged_member_takes_no_other_with_it() {
    let text = "Le maire de Niamey attend. ".repeat(40);
    let (a, b, c) = (
        packed(&record("a", &text)),
        packed(&record("b", &text)),
        packed(&record("c", &text)),
    );
    for cut in 1..b.len() {
        let archive = [&a[..], &b[..cut], &c].concat();
        let found = read(&archive[..]);
        assert_eq!(found[0], Ok("a".to_owned()), "cut at {cut}");
        assert_eq!(
            found.last().unwrap(),
            &Ok("c".to_owned()),
            "cut at {cut}: {found:?}"
        );
        // Where only the mark of the end is cut, the record is there, and what follows it is no record.
        let middle = &found[1..found.len() - 1];
        let (errors, whole): (Vec<_>, Vec<_>) = middle.iter().partition(|it| it.is_err());
        assert_eq!(errors.len(), 1, "cut at {cut}: {found:?}");
        assert!(whole.is_empty() || (whole == [&Ok("b".to_owned())] && cut > b.len() - 20));
        let error = errors[0].as_ref().unwrap_err();
        assert!(error.starts_with(&format!("byte {}", a.len())), "{error}");
        // The last member of a file that is being written.
        let found = read(&[&a[..], &b[..cut]].concat()[..]);
        assert!(
            found.len() == 2 && found[1].is_err(),
            "cut at {cut}: {found:?}"
        );
    }
    for at in 0..b.len() {
        let mut changed = b.clone();
        changed[at] ^= 0x55;
        let archive = [&a[..], &changed, &c].concat();
        let found = read(&archive[..]);
        assert_eq!(
            (&found[0], found.last().unwrap()),
            (&Ok("a".to_owned()), &Ok("c".to_owned())),
            "{at}"
        );
        // Flags, times and the system in the header may change nothing.
        assert!(
            at < 10 || found.iter().any(Result::is_err),
            "{at}: {found:?}"
        );
    }
    for garbage in [
        &b"\0\0\0\0"[..],
        b"garbage",
        GZIP,
        &[GZIP, &[0; 40]].concat(),
    ] {
        let archive = [&a[..], garbage, &c, garbage].concat();
        let found = read(&archive[..]);
        assert!(
            found.len() == 4 && found[1].is_err() && found[3].is_err(),
            "{found:?}"
        );
        assert_eq!(
            (&found[0], &found[2]),
            (&Ok("a".to_owned()), &Ok("c".to_owned()))
        );
    }
    assert_eq!(
        read(&[&b"garbage"[..], &a].concat()[..]).last().unwrap(),
        &Ok("a".to_owned())
    );
}

const GZIP: &[u8] = b"\x1f\x8b\x08";

/// In one member of many records those before the damage are kept.
#[test]
fn the_records_before_the_damage_are_kept() {
    let records: Vec<_> = (0..200)
        .map(|number| record(&number.to_string(), "Niamey attend."))
        .collect();
    let mut archive = packed(&records.concat());
    let middle = archive.len() / 2;
    archive.truncate(middle);
    let found = read(&archive[..]);
    let (error, good) = found.split_last().unwrap();
    assert!(
        good.len() > 50 && good.iter().all(Result::is_ok),
        "{}",
        good.len()
    );
    assert!(
        error
            .as_ref()
            .unwrap_err()
            .contains("the member of gzip is damaged")
    );
}

#[test]
fn what_is_too_long_takes_no_memory() {
    const LONG: u64 = MAX_RECORD as u64 + 1;
    let head = |kind: &str, http: &str| {
        let length = LONG + http.len() as u64;
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/{kind}\r\nContent-Length: {length}\r\n\r\n{http}"
        )
    };
    let stream = |http: &str| {
        Cursor::new(head("long", http).into_bytes())
            .chain(repeat(b'a').take(LONG))
            .chain(Cursor::new(
                [b"\r\n\r\n".to_vec(), record("next", "A")].concat(),
            ))
    };
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    let mut records = Warc::new(BufReader::new(stream(page)));
    let error = records.next().unwrap().unwrap_err().to_string();
    assert_eq!(
        error,
        "byte 0: http://x/long: a text of more than 67108864 bytes"
    );
    assert!(records.window.capacity() <= 2 * MAX_RECORD + (1 << 17));
    assert_eq!(records.next().unwrap().unwrap().target(), "http://x/next");
    // A film is no text, and no error.
    let film = "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n";
    assert_eq!(read(BufReader::new(stream(film))), targets(&["next"]));

    // A page of nothing, packed twice.
    let mut bomb = Vec::new();
    let mut encoder = GzEncoder::new(&mut bomb, Compression::best());
    io::copy(&mut repeat(b' ').take(LONG), &mut encoder).unwrap();
    encoder.finish().unwrap();
    assert!(bomb.len() < 1 << 17);
    let http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n";
    let block = [&http[..], &bomb].concat();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/bomb\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    let archive = [
        packed(&[head.as_bytes(), &block, b"\r\n\r\n"].concat()),
        packed(&record("next", "A")),
    ]
    .concat();
    let found = read(&archive[..]);
    assert_eq!(
        found[0],
        Err("byte 0: http://x/bomb: a text of more than 67108864 bytes".to_owned())
    );
    assert_eq!(found[1..], targets(&["next"]));
}

/// Marks of gzip that begin nothing must not make each other be read again and again.
#[test]
fn hostile_archives_are_read_in_linear_time() {
    let mark = |rest: &[u8]| [GZIP, rest].concat();
    // A header with a name that does not end, and one whose data are empty blocks without an end.
    for unit in [
        mark(&[8, 1, 1, 1]),
        mark(&[0, 0, 0, 0, 0, 0, 3, 0]),
        mark(&[0; 7]),
        b"WARC/1.0\r\nContent-Length: 9000000\r\n\r\n".to_vec(),
        b"WARC/1.0\r\n\r\n".to_vec(),
    ] {
        let time = |length: usize| {
            let bytes: Vec<u8> = unit.iter().copied().cycle().take(length).collect();
            let archive = [packed(&record("a", "A")), bytes].concat();
            let start = std::time::Instant::now();
            assert!(read(&archive[..]).len() >= 2);
            start.elapsed().as_secs_f64()
        };
        let (short, long) = (time(1 << 17).max(0.001), time(1 << 20));
        assert!(long / short < 8.0 * 4.0, "{unit:?}: {short} s, {long} s");
    }
}

#[test]
fn bodies_that_are_not_what_their_header_says() {
    let of = |headers: &str, body: &[u8]| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n\r\n");
        let block = [head.as_bytes(), body].concat();
        http::content(&block).map(|it| it.body())
    };
    let chunked = "Transfer-Encoding: chunked";
    for (headers, body, expected) in [
        (
            chunked,
            &b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"[..],
            Ok(&b"abcde"[..]),
        ),
        (chunked, b"<p>abc</p>", Ok(b"<p>abc</p>")),
        (chunked, b"", Ok(b"")),
        (chunked, b"5\r\nabc", Err("the body ends inside of a chunk")),
        (
            chunked,
            b"FFFFFFFFFFFFFFFF\r\nabc",
            Err("the body ends inside of a chunk"),
        ),
        (
            chunked,
            b"3\r\nabc\r\nxyz\r\n",
            Err("a chunk of the body has no length"),
        ),
        ("Content-Encoding: gzip", b"<p>", Ok(b"<p>")),
        (
            "Content-Encoding: gzip",
            b"\x1f\x8b\x08\0",
            Err("the body is no gzip: "),
        ),
        (
            "Content-Encoding: deflate",
            b"\xff\xff",
            Err("the body is no deflate: "),
        ),
        ("Content-Encoding: identity", b"<p>", Ok(b"<p>")),
        (
            "Content-Encoding: zstd",
            b"<p>",
            Err("content encoding \"zstd\" is not read"),
        ),
    ] {
        match (of(headers, body).unwrap(), expected) {
            (Ok(body), expected) => assert_eq!(Ok(&body[..]), expected, "{headers}"),
            (Err(problem), Err(expected)) => assert!(problem.starts_with(expected), "{problem}"),
            (Err(problem), _) => panic!("{headers}: {problem}"),
        }
    }
    for block in [
        &b""[..],
        b"HTTP/1.1 200 OK",
        b"HTTP/1.1 200 OK\r\n\r\n<p>",
        b"20240119\n\nx",
    ] {
        assert!(http::content(block).is_none());
    }
}

#[test]
fn a_stream_that_fails_names_the_byte() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    for (archive, place) in [(PLAIN, PLAIN.len()), (PACKED, PACKED.len())] {
        let stream = BufReader::new(archive.chain(Failing));
        let mut records = Warc::new(stream)
            .skip_while(|it| it.as_ref().is_err_and(|it| !it.is_io()) || it.is_ok());
        let error = records.next().unwrap().unwrap_err();
        let expected = format!("the record at byte {place} could not be read: the disk is gone");
        assert_eq!(error.to_string(), expected);
        assert!(records.next().is_none());
    }
}

/// A page that says how long ago it was published is dated by the day on which it was crawled.
#[test]
#[cfg(all(feature = "entities", feature = "fr"))]
fn days_before_the_crawl() {
    let page = "<h1>Le bac est revenu</h1><p>Publié hier<p>Le bac de l’île a repris ses rotations.";
    let archive = format!(
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://x/bac\r\nWARC-Date: \
         2024-05-08T10:00:00Z\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{page}\r\n\r\n",
        page.len()
    );
    let texts = Reader::new().format(Format::Warc);
    let text = texts.read(archive.as_bytes()).unwrap().next().unwrap();
    let published = text.unwrap().date().unwrap();
    assert_eq!(
        published.map(|day| day.to_string()).as_deref(),
        Some("2024-05-07")
    );
}
