//! The time is linear in the text: a byte of a long text may not cost twice what a byte of a short
//! text costs. A square would cost eight times as much, because the long text is eight times as long.
//!
//! Time is that of the thread, so other programs disturb it little. The whole table of costs is
//! printed by
//!
//! ```console
//! $ cargo test --release --all-features --test linear -- --ignored --nocapture
//! ```

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shapes;

use std::time::Duration;

use cpu_time::ThreadTime;
use griot::input::records::{Delimited, JsonLines};
use griot::matcher::{Matcher, Overlap, Patterns, token};
use griot::normalize::Normalizer;
use griot::terms::{Counts, Form, ngrams, terms};
use griot::{
    Document, Label, Language, Layer, Pipeline, Span, Worker, duplicates, entity, language,
};

use shapes::{PROSE, SHAPES, Shape, share, word};

/// The time that something takes.
fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = ThreadTime::now();
    std::hint::black_box(run());
    start.elapsed()
}

/// The bytes of a short text and of a long one.
const SIZES: [usize; 2] = [8 << 10, 64 << 10];

/// Those of works that are done very often, so that all of them end soon.
const SMALL: [usize; 2] = [2 << 10, 16 << 10];

/// The cost of a byte may grow so many times from a short text to a long one.
const GROWTH: u32 = 2;

/// What else runs on the machine takes caches away: the least of some tries counts, and where the
/// growth stays too large, more tries are made.
const TRIES: usize = 12;

/// Less is not measured well.
const SHORTEST: Duration = Duration::from_micros(100);

/// Checks the growth of the time between inputs of two sizes.
fn check_sizes<T>(
    name: &str,
    sizes: [usize; 2],
    input: impl Fn(usize) -> T,
    mut run: impl FnMut(&T) -> Duration,
) {
    let longer = u32::try_from(sizes[1] / sizes[0]).unwrap();
    let [short, long] = sizes.map(input);
    let mut best = [Duration::MAX; 2];
    let linear = (0..TRIES).any(|_| {
        best = [best[0].min(run(&short)), best[1].min(run(&long))];
        best[1] < best[0].max(SHORTEST) * longer * GROWTH
    });
    let [short, long] = best;
    assert!(
        linear,
        "{name}: {short:?} for {} bytes, {long:?} for {}",
        sizes[0], sizes[1]
    );
}

fn check<T>(name: &str, input: impl Fn(usize) -> T, run: impl FnMut(&T) -> Duration) {
    check_sizes(name, SIZES, input, run);
}

fn annotate(worker: &mut Worker, text: &str) -> Duration {
    time(|| worker.annotate(text).unwrap().tokens().len())
}

fn worker(code: &str) -> Worker {
    let language: Language = code.parse().unwrap();
    let pipeline = Pipeline::builder().language(language);
    pipeline.build().unwrap().worker()
}

/// Every layer of every shape, in every language that has names and dates. A quick run takes another share of the
/// shapes in each language, so that none is left out. One more may cost a little more than the table of costs allows.
#[test]
fn layers_take_linear_time() {
    for (nth, (code, prose)) in PROSE.into_iter().enumerate() {
        let mut worker = worker(code);
        let sizes = if code == "fr" { SIZES } else { SMALL };
        let more = [Shape::Repeat(prose), Shape::Repeat("A\n")];
        for shape in share(SHAPES.iter().copied(), nth).chain(more) {
            let name = format!("{code} {}", shape.name());
            check_sizes(
                &name,
                sizes,
                |length| shape.text(length),
                |text| annotate(&mut worker, text),
            );
        }
    }
}

/// What reads a finished document, and what writes and reads one.
#[test]
fn documents_are_used_in_linear_time() {
    let mut worker = worker("fr");
    for shape in share(SHAPES, 0) {
        let documents = SMALL.map(|length| worker.process(shape.text(length)).unwrap());
        let use_of = |what: &str, run: &dyn Fn(&Document)| {
            let name = format!("{what} of {}", shape.name());
            let document = |length| &documents[usize::from(length == SMALL[1])];
            check_sizes(&name, SMALL, document, |document| time(|| run(document)));
        };
        use_of("terms", &|document| {
            let mut counts = Counts::default();
            terms(document.view(), Form::Stem).for_each(|term| counts.add(term.term()));
            counts.most_common(10);
        });
        use_of("n-grams", &|document| {
            ngrams(document.view(), 3, Form::Norm).for_each(drop);
        });
        use_of("fingerprint", &|document| {
            duplicates::fingerprint(document.view());
        });
        use_of("quotations", &|document| {
            let tokens = document.view().tokens();
            tokens
                .filter_map(|token| token.quotation())
                .for_each(|_| ());
        });
        use_of("acronyms", &|document| {
            entity::acronyms(document.view()).for_each(drop)
        });
        use_of("link", &|document| entity::link(&mut [document.clone()]));
        use_of("CoNLL-U", &|document| {
            document.view().conllu().to_string();
        });
        use_of("JSON", &|document| {
            let json = serde_json::to_string(document).unwrap();
            serde_json::from_str::<Document>(&json).unwrap();
        });
    }
}

/// A pattern that could go back and forth, over one long sentence.
#[test]
fn patterns_match_in_linear_time() {
    let any = || token().zero_or_more();
    let hostile = [any(), any(), any(), token().norm("x")];
    let patterns = Patterns::new().with("hostile", hostile);
    let pipeline = Pipeline::builder().language(Language::FRENCH);
    let pipeline = pipeline.layers([Layer::Norms]).build().unwrap();
    for overlap in [Overlap::All, Overlap::First, Overlap::Longest] {
        let matcher = Matcher::new(patterns.clone()).unwrap().overlap(overlap);
        for (piece, end) in [("a ", "x"), ("x ", "x"), ("a x ", "a"), ("a ", "a")] {
            check_sizes(
                &format!("{overlap:?} of {piece:?}"),
                SMALL,
                |length| {
                    let text = piece.repeat(length / piece.len()) + end;
                    pipeline.process(text).unwrap()
                },
                |document| time(|| matcher.find(document.view()).count()),
            );
        }
    }
}

/// The languages of a mixed text, without a pipeline.
#[test]
fn languages_are_told_in_linear_time() {
    for shape in SHAPES {
        check(
            &shape.name(),
            |length| shape.text(length),
            |text| time(|| language::segments(text)),
        );
    }
}

/// Rows and records.
#[test]
fn records_are_read_in_linear_time() {
    let column = |number: usize| word(number) + ",";
    let member = |number: usize| format!("\"{}\":1,", word(number));
    type Read = fn(&str) -> usize;
    let csv: Read = |text| Delimited::csv(text.as_bytes(), "text").map_or(0, Iterator::count);
    let lines: Read = |text| JsonLines::new(text.as_bytes(), "a.b").count();
    let wrap = |before: &'static str, shape: Shape, after: &'static str| {
        move |length| before.to_owned() + &shape.text(length) + after
    };
    let inputs: [(&str, Shape, &str, Read); 11] = [
        ("text\n", Shape::Repeat("a\n"), "", csv),
        ("text\n", Shape::Repeat("\"\"\"a\n\"\"\"\n"), "", csv),
        ("text\n\"", Shape::Repeat("a\n"), "", csv),
        ("text\n", Shape::Repeat("a,a\n"), "", csv),
        ("", Shape::Numbered("columns", column), "text\n", csv),
        ("text,", Shape::Repeat(","), "\n", csv),
        ("", Shape::Repeat("{\"a\":{\"b\":\"c\"}}\n"), "", lines),
        ("", Shape::Repeat("{"), "", lines),
        ("", Shape::Repeat("[\n"), "", lines),
        (
            "{",
            Shape::Numbered("members", member),
            "\"a\":{\"b\":\"c\"}}",
            lines,
        ),
        (
            "{\"a\":{\"b\":\"c\"},\"d\":[",
            Shape::Repeat("1,"),
            "1]}",
            lines,
        ),
    ];
    for (before, shape, after, read) in inputs {
        let name = format!("{before:?} {}", shape.name());
        check(&name, wrap(before, shape, after), |text| {
            time(|| read(text))
        });
    }
}

/// Bytes that are not what they should be.
#[cfg(feature = "encoding")]
#[test]
fn bytes_are_decoded_in_linear_time() {
    use griot::input::{Decoder, mojibake};

    let repeat = |bytes: &'static [u8]| move |length: usize| bytes.repeat(length / bytes.len());
    type Make<'a> = &'a dyn Fn(usize) -> Vec<u8>;
    let inputs: [(&str, Make<'_>); 9] = [
        ("random", &random),
        ("0xFF", &repeat(b"\xff")),
        ("Latin-1", &repeat(b"L'\xe9t\xe9 dernier, \xe0 Paris. ")),
        ("broken UTF-8", &repeat("L’été dernier\u{fffd}".as_bytes())),
        ("cut UTF-8", &repeat(b"\xc3")),
        ("UTF-16", &repeat(b"L\0'\0\xe9\0t\0\xe9\0 \0")),
        ("Shift JIS", &repeat(b"\x93\xfa\x96\x7b")),
        ("escapes", &repeat(b"\x1b$BB")),
        ("doubly encoded", &repeat("Ã©".as_bytes())),
    ];
    for (name, input) in inputs {
        for label in [
            "",
            "utf-8",
            "utf-16le",
            "shift_jis",
            "gb18030",
            "iso-2022-jp",
            "big5",
        ] {
            let decoder = Decoder::new().repair();
            let decoder = if label.is_empty() {
                decoder
            } else {
                decoder.declared(label).unwrap()
            };
            let name = format!("{name} as {label:?}");
            check(&name, input, |bytes| {
                time(|| decoder.decode_html(bytes).unwrap())
            });
        }
    }
    check(
        "mojibake",
        |length| "Ã©â".repeat(length / 7),
        |text| time(|| mojibake(text).count()),
    );
}

/// Pages of tags that never end, and of what looks like a tag.
#[cfg(feature = "html")]
#[test]
fn pages_are_read_in_linear_time() {
    use griot::input::Page;

    for piece in [
        "<p>",
        "<p>a",
        "<div>",
        "<div>a",
        "</div>",
        "</p>",
        "<a href=x>a",
        "<b>",
        "<li>a",
        "<ul><li>a",
        "<table>",
        "<tr><td>a",
        "<table><tr><td>a",
        "<td>a",
        "<h1>a</h1>",
        "<h1>a",
        "<h2>Lire aussi</h2>",
        "<br>",
        "<br>a",
        "<p>a. b c d e f g h i.</p>",
        "<article><p>a. b c d e f g h i j.",
        "<p class='a b c'>a",
        "<blockquote><p>a</p>",
        "<span hidden>",
        "<script>",
        "<!--",
        "<!-- -->",
        "<",
        "<a",
        "<a b",
        "<a b=\"",
        "&",
        "&amp;",
        "&eacute",
        "&#x110000;",
        "<time datetime=2024-02-14>",
        "<meta property=og:title content=a>",
        "<title>a</title>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>",
        "<section><p>Le bac est là, dit-on, mais il ne part pas avant mardi.</p></section>",
        "<html lang=fr>",
        "<body>",
        "<pre> a\n",
        "<option>a",
        "<dd>a",
        "<svg>",
        "<p>12 mars 2024",
        "<p>Par Jean",
    ] {
        let shape = Shape::Repeat(piece);
        check(
            piece,
            |length| shape.text(length),
            |html| time(|| Page::read(html).unwrap()),
        );
    }
}

fn repeated(piece: &str) -> impl Fn(usize) -> String {
    move |length| piece.repeat(length / piece.len())
}

#[test]
fn normalising_takes_linear_time() {
    let normalizer = Normalizer::nfkc()
        .case_folded()
        .unaccented()
        .without_invisible();
    for normalizer in [Normalizer::nfc(), normalizer] {
        for piece in [
            "a",
            "é",
            "É",
            "’",
            "e\u{301}",
            "\u{301}",
            "\u{301}\u{323}",
            "\u{ad}",
            "ﷺ",
            "각\u{11a8}",
        ] {
            check(piece, repeated(piece), |text| {
                time(|| normalizer.map(text).unwrap().original(Span::new(1, 2)))
            });
        }
    }
}

/// With patterns that nearly stand at each place of a text.
#[test]
fn patterns_take_linear_time() {
    let pieces = ["(", "« ", "l’", "a-", "J. ", "日本", "a. a "];
    let nearly = pieces.map(|piece| {
        let repeated: String = piece.repeat(64).chars().take(63).collect();
        repeated + "!"
    });
    let pipeline = Pipeline::builder().language(Language::FRENCH);
    let pipeline = pipeline.layers([Layer::Tokens]).never_split(nearly);
    let mut worker = pipeline.build().unwrap().worker();
    for piece in pieces {
        check(piece, repeated(piece), |text| annotate(&mut worker, text));
    }
}

/// With names that nearly stand at each place of a text, and all that entities are asked for.
#[test]
fn names_take_linear_time() {
    let pieces = [
        "a ",
        "l’",
        "Jean Dupont ",
        "armée du Mali ",
        "CNSP (",
        "« a », dit ",
        "« ",
    ];
    let nearly = pieces.map(|piece| {
        let repeated: String = piece.repeat(128).chars().take(127).collect();
        (repeated + "!", "id")
    });
    let pipeline = Pipeline::builder().language(Language::FRENCH);
    let pipeline = pipeline
        .gazetteer(Label::MISC, nearly)
        .descriptive_organisations(true)
        .build()
        .unwrap();
    let mut worker = pipeline.worker();
    for piece in pieces {
        check(piece, repeated(piece), |text| {
            time(|| {
                let document = worker.annotate(text).unwrap();
                entity::acronyms(document).for_each(drop);
            })
        });
        let document = |length| pipeline.process(repeated(piece)(length)).unwrap();
        check(piece, document, |document| {
            let mut documents = [document.clone()];
            time(|| entity::link(&mut documents))
        });
    }
}

/// A byte of a shape may cost so many times what a byte of prose costs in its language. The dearest are
/// those of Dutch, whose prose is the cheapest.
const DEAREST: f64 = 10.0;

/// Neural networks find the words of Thai, and cost more than that.
fn is_thai(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}')
}

/// The nanoseconds that a byte of a text takes, the least of some tries.
fn per_byte(worker: &mut Worker, text: &str, tries: usize) -> f64 {
    let best = (0..tries).map(|_| annotate(worker, text)).min().unwrap();
    best.as_nanos() as f64 / text.len() as f64
}

/// The cost of a byte in each language, against its prose, at 1 MB. `GRIOT_LANGUAGES` limits the table
/// to some languages.
#[test]
#[ignore = "takes minutes, and prints"]
fn the_table_of_costs() {
    let only = std::env::var("GRIOT_LANGUAGES").unwrap_or_default();
    let mut dear = Vec::new();
    println!("language\tshape\tns a byte\ttimes prose");
    for (code, prose) in PROSE {
        if !only.is_empty() && !only.contains(code) {
            continue;
        }
        let mut worker = worker(code);
        let prose = per_byte(&mut worker, &Shape::Repeat(prose).text(1 << 20), 3);
        for shape in SHAPES {
            let text = shape.text(1 << 20);
            let mut cost = per_byte(&mut worker, &text, 1);
            if cost > prose * DEAREST / 2.0 {
                cost = cost.min(per_byte(&mut worker, &text, 2));
            }
            let (name, times) = (shape.name(), cost / prose);
            println!("{code}\t{name}\t{cost:.1}\t{times:.1}");
            let by_networks = cfg!(feature = "cjk") && shape.text(64).contains(is_thai);
            if times > DEAREST && !by_networks {
                dear.push(format!("{code} {name}: {times:.1}"));
            }
        }
    }
    assert!(dear.is_empty(), "{dear:#?}");
}

/// A byte of 16 MB may cost so many times a byte of 1 MB.
const GROWTH_TO_LARGE: f64 = 1.3;

/// Shapes of every kind, at two sizes beyond all caches.
#[test]
#[ignore = "takes minutes, and prints"]
fn a_byte_of_a_large_text_costs_no_more() {
    let chosen = [
        "\"a\"",
        "\"l’\"",
        "\"A. \"",
        "\"« \"",
        "\"Jean Dupont. \"",
        "\"M. Le \"",
        "\"CNSP (\"",
        "\"12 mars 2024\\n\"",
        "\"Lire aussi : \"",
        "\"1 000 \"",
        "unique words",
        "unique full names",
        "unique dates",
    ];
    let chosen = || {
        SHAPES
            .iter()
            .filter(|shape| chosen.contains(&&*shape.name()))
    };
    assert_eq!(chosen().count(), 13);
    let mut grown = Vec::new();
    println!("language\tshape\tns a byte at 1 MB\tat 16 MB\tgrowth");
    for (code, prose) in PROSE {
        if !["fr", "de", "nl"].contains(&code) {
            continue;
        }
        for shape in chosen().copied().chain([Shape::Repeat(prose)]) {
            let mut worker = worker(code);
            let [small, large] = [1 << 20, 16 << 20].map(|length| shape.text(length));
            let mut costs = [f64::MAX; 2];
            for _ in 0..3 {
                costs[0] = costs[0].min(per_byte(&mut worker, &small, 3));
                costs[1] = costs[1].min(per_byte(&mut worker, &large, 1));
                if costs[1] <= costs[0] * GROWTH_TO_LARGE {
                    break;
                }
            }
            let (name, growth) = (shape.name(), costs[1] / costs[0]);
            println!(
                "{code}\t{name}\t{:.1}\t{:.1}\t{growth:.2}",
                costs[0], costs[1]
            );
            if growth > GROWTH_TO_LARGE {
                grown.push(format!("{code} {name}: {growth:.2}"));
            }
        }
    }
    assert!(grown.is_empty(), "{grown:#?}");
}

/// Bytes that are not UTF-8, at 1 and at 64 MB.
#[cfg(feature = "encoding")]
#[test]
#[ignore = "takes a minute, and prints"]
fn decoders_read_large_files() {
    use griot::input::Decoder;

    let mut dear = Vec::new();
    println!("bytes\tMB\tns a byte\tUTF-8 check");
    for (name, most, make) in UNDECODED {
        for megabytes in [1, 64] {
            let bytes = make(megabytes << 20);
            let length = bytes.len() as f64;
            let best = |run: &dyn Fn()| {
                let best = (0..5).map(|_| time(run)).min().unwrap();
                best.as_nanos() as f64 / length
            };
            let prose = PROSE[0].1.repeat(bytes.len() / PROSE[0].1.len());
            let check = best(&|| {
                std::hint::black_box(std::str::from_utf8(prose.as_bytes()).unwrap());
            });
            let cost = best(&|| {
                std::hint::black_box(Decoder::new().decode(&bytes).unwrap());
            });
            println!("{name}\t{megabytes}\t{cost:.2}\t{check:.2}");
            if cost > check + most {
                dear.push(format!("{name} at {megabytes} MB: {cost:.2}"));
            }
        }
    }
    assert!(dear.is_empty(), "{dear:#?}");
}

/// Makes so many bytes.
#[cfg(feature = "encoding")]
type Bytes = fn(usize) -> Vec<u8>;

/// What a decoder must guess, and how many nanoseconds more a byte of it may cost than to check that it
/// is UTF-8. Where most bytes are beyond ASCII, each is written by itself in two bytes or three.
#[cfg(feature = "encoding")]
const UNDECODED: [(&str, f64, Bytes); 4] = [
    ("Latin-1 prose", 3.0, |length| {
        let prose = PROSE[0].1.replace(['’', '«', '»'], "'");
        let latin: Vec<u8> = prose.chars().map(|c| c as u8).collect();
        latin.repeat(length / latin.len())
    }),
    ("random", 12.0, random),
    ("0xFF", 12.0, |length| vec![0xff; length]),
    ("UTF-16 without a mark", 3.0, |length| {
        let units = PROSE[0].1.encode_utf16();
        let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
        bytes.repeat(length / bytes.len())
    }),
];

#[cfg(feature = "encoding")]
fn random(length: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let byte = |_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 56) as u8
    };
    (0..length).map(byte).collect()
}
