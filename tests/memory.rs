//! The memory of documents and of the way to them, which `src/guide/untrusted_input.md` promises. The allocator
//! counts, and where a block grows it counts the old and the new one, as the worst of allocators would.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shapes;

use griot::duplicates::{Fingerprint, Index};
use griot::input::records::{Delimited, JsonLines};
use griot::{Document, Language, Pipeline};
use peak_alloc::PeakAlloc;

use shapes::{PROSE, SHAPES, Shape, share};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The bytes of each input.
const LENGTH: usize = 1 << 18;

/// What does not grow with the input: buffers, and what a worker remembers of words.
const SMALL: usize = 1 << 16;
const REMEMBERED: usize = 4 << 20;

/// What the memory of a worker takes that waits for the next one.
const IDLE: usize = 16 << 20;

/// What something returns, what that keeps, and what was taken on the way.
fn memory<T>(run: impl FnOnce() -> T) -> (T, usize, usize) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let result = run();
    let kept = MEMORY.current_usage().saturating_sub(before);
    (result, kept, MEMORY.peak_usage().saturating_sub(before))
}

/// The shapes that take the most of something.
const NAMES: [&str; 18] = [
    "\"a\"",
    "\".\"",
    "\"A.\"",
    "\"la-\"",
    "\"\\u{301}\"",
    "\"ab\\n\\n\"",
    "\"J. \"",
    "\"Jean Dupont. \"",
    "\"Le Monde \"",
    "\"CNSP (\"",
    "\"du 3 au 5 mars \"",
    "unique words",
    "unique names",
    "unique full names",
    "unique short lines",
    "unique dates",
    "unique numbers",
    "unique addresses",
];

// One test, because the allocator counts for all threads.
#[test]
fn memory_is_as_promised() {
    documents();
    binary_documents();
    idle_workers();
    records();
    fingerprints();
    #[cfg(feature = "html")]
    pages();
}

/// What a text takes in an index, at a size at which its tables have just grown.
fn fingerprints() {
    let count = 7 * 2_048 + 1;
    let mut state = 1_u64;
    let mut number = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 32) as u32
    };
    let mut print = || {
        let bytes: Vec<u8> = (0..128).flat_map(|_| number().to_le_bytes()).collect();
        Fingerprint::from_bytes(&bytes).unwrap()
    };
    for (threshold, most) in [(0.3, 1_600), (0.5, 950), (0.9, 700)] {
        let mut index = Index::new(threshold).unwrap();
        let (_, kept, _) = memory(|| (0..count).for_each(|_| drop(index.add(print()))));
        assert!(
            kept <= most * count,
            "{threshold}: {} bytes a text",
            kept / count
        );
        assert_eq!(index.len(), count);
    }
}

fn documents() {
    let pipeline = Pipeline::builder().language(Language::FRENCH);
    let pipeline = pipeline.build().unwrap();
    pipeline.process(PROSE[0].1).unwrap();
    let shapes = SHAPES.iter().filter(|it| NAMES.contains(&&*it.name()));
    let shapes: Vec<Shape> = shapes.copied().chain([Shape::Repeat(PROSE[0].1)]).collect();
    assert_eq!(shapes.len(), NAMES.len() + 1);
    for shape in shapes {
        let text = shape.text(LENGTH);
        let (document, kept, peak) = memory(|| pipeline.worker().process(text.as_str()).unwrap());
        let view = document.view();
        let (tokens, entities) = (view.tokens().len(), view.entities().len());
        let ids = view.entities().filter_map(|it| it.id()).map(str::len);
        let promise = 40 * tokens
            + 16 * view.sentences().len()
            + 3 * text.len()
            + 200 * entities
            + ids.sum::<usize>();
        assert!(
            kept <= promise + SMALL,
            "{}: keeps {kept}, not {promise}",
            shape.name()
        );
        let promise = 1200 * tokens + 20 * text.len();
        assert!(
            peak <= promise + REMEMBERED,
            "{}: takes {peak}, not {promise}",
            shape.name()
        );
    }
}

/// Reading takes so many times the bytes, also where these claim more rows than there are.
fn binary_documents() {
    const MOST: usize = 100;
    let pipeline = Pipeline::builder().language(Language::FRENCH);
    let pipeline = pipeline.build().unwrap();
    let shapes = SHAPES.iter().filter(|it| NAMES.contains(&&*it.name()));
    for (nth, shape) in shapes.enumerate() {
        let document = pipeline.process(shape.text(1 << 12)).unwrap();
        let bytes = document.to_bytes();
        let bare = document.view().to_bytes_without_text();
        let read = || Document::from_bytes(&bytes).unwrap() == document;
        let (same, _, peak) = memory(read);
        assert!(
            same && peak <= MOST * bytes.len(),
            "{}: {peak}",
            shape.name()
        );
        // The lengths of the columns, and the facts with the numbers of rows.
        for at in share(16..100.min(bare.len()), nth) {
            for number in [&[0x7f][..], &[0xff, 0x7f], &[0xff, 0xff, 0xff, 0xff, 0x0f]] {
                let mut bytes = bare.clone();
                bytes.splice(at..=at, number.iter().copied());
                sign(&mut bytes);
                let text = document.text().to_owned();
                let (_, _, peak) = memory(|| Document::from_bytes_with_text(&bytes, text).is_ok());
                let most = MOST * bytes.len() + SMALL;
                assert!(peak <= most, "{} at {at}: {peak}, not {most}", shape.name());
            }
        }
    }
}

/// Writes the checksum that fits a changed document.
fn sign(bytes: &mut [u8]) {
    let add = |sum: u64, word: &[u8]| {
        let mut bytes = [0; 8];
        bytes[..word.len()].copy_from_slice(word);
        (sum.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(0x517c_c1b7_2722_0a95)
    };
    let (header, rest) = bytes.split_at_mut(16);
    let sum = rest.chunks(8).fold(add(8, &header[..8]), add);
    header[8..].copy_from_slice(&sum.to_le_bytes());
}

/// A pipeline keeps one worker for a thread, whatever that has read.
fn idle_workers() {
    let pipeline = Pipeline::builder().language(Language::FRENCH);
    let pipeline = pipeline.build().unwrap();
    let (_, kept, _) = memory(|| {
        for shape in share(SHAPES, 0) {
            drop(pipeline.process(shape.text(1 << 16)));
        }
    });
    assert!(kept <= IDLE, "{kept}");
    let (_, kept, _) = memory(|| drop(pipeline.process(Shape::Repeat(PROSE[0].1).text(LENGTH))));
    assert!(kept < SMALL, "{kept}");
}

/// So many times the stream, where it is larger than what the names of columns may take.
fn records() {
    let long = 4 << 20;
    let csv = |text: &str| Delimited::csv(text.as_bytes(), "text").map_or(0, Iterator::count);
    let lines = |text: &str| JsonLines::new(text.as_bytes(), "text").count();
    type Read<'a> = &'a dyn Fn(&str) -> usize;
    let inputs: [(&str, String, Read<'_>, usize); 5] = [
        ("columns", "a,".repeat(long) + "text\n", &csv, 8),
        (
            "columns without a name",
            ",".repeat(long) + "text\n",
            &csv,
            8,
        ),
        (
            "fields",
            format!("{}text\n{}b\n", ",".repeat(1 << 13), "b,".repeat(1 << 22)),
            &csv,
            16,
        ),
        (
            "a long field",
            format!("text\n\"{}\"\n", "a".repeat(long)),
            &csv,
            8,
        ),
        (
            "a long string",
            format!("{{\"text\":\"{}\"}}", "a".repeat(long)),
            &lines,
            8,
        ),
    ];
    for (name, text, read, most) in inputs {
        let (_, _, peak) = memory(|| read(&text));
        assert!(
            peak <= most * text.len(),
            "{name}: {peak} for {}",
            text.len()
        );
    }
}

/// At most eight times the page and what a page of most elements takes.
#[cfg(feature = "html")]
fn pages() {
    const MOST: usize = 128 << 20;
    for piece in [
        "<p>",
        "<p>a",
        "<b>",
        "a<br>",
        "<li>a",
        "<h1>a",
        "<p class=a>",
        "<td>a",
        "<p>Le bac est là. ",
        "<p a b c d e f g h>",
        "<a href=x id=y class=z>",
        "<meta name=author content=x>",
        "<script type=application/ld+json>{\"author\":[1,1,1,1]}</script>",
    ] {
        let page = piece.repeat((4 << 20) / piece.len());
        let (_, _, peak) = memory(|| griot::input::Page::read(&page).is_ok());
        assert!(
            peak <= 8 * page.len() + MOST,
            "{piece}: {peak} for {}",
            page.len()
        );
    }
    // The metadata of a page may be a long list.
    let list = "1,".repeat(2 << 20);
    let page = format!("<script type=application/ld+json>[{list}1]</script>");
    let (_, _, peak) = memory(|| griot::input::Page::read(&page).is_ok());
    assert!(peak <= 51 * page.len(), "{peak} for {}", page.len());
}
