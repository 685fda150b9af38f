//! What documents cost to keep and to make: size and speed of the binary form beside JSON, and texts by one
//! thread and by several.
//!
//! `cargo bench --bench documents -- FILE.tsv…` in this folder reads articles of your own, from TSV with a
//! column `text`. Without files the articles of `seeds/` are read, which are too few for figures.

use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::io::BufReader;

use cpu_time::ThreadTime;
use griot::document::DocumentWriter;
use griot::input::records::Delimited;
use griot::{Document, Pipeline};

/// The best of so many rounds counts: the others were disturbed.
const ROUNDS: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    let mut texts = Vec::new();
    for file in std::env::args().skip(1).filter(|it| !it.starts_with("--")) {
        let reader = BufReader::new(File::open(&file)?);
        let records = Delimited::tsv(reader, "text")?.filter_map(Result::ok);
        texts.extend(records.map(|record| record.text().to_owned()));
    }
    if texts.is_empty() {
        let seeds = [
            include_str!("../../seeds/000_9270dab1808a8422.txt"),
            include_str!("../../seeds/001_1d40934e40241a50.txt"),
            include_str!("../../seeds/002_635db30bd15ff41b.txt"),
            include_str!("../../seeds/003_bd06d1828675441b.txt"),
            include_str!("../../seeds/004_9f1b46e4b18e9d35.txt"),
        ];
        texts.extend(seeds.map(str::to_owned));
    }
    texts.sort_unstable();
    texts.dedup();
    let length: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {:.2} MB", texts.len(), length as f64 / 1e6);

    let pipeline = Pipeline::new()?;
    let documents = pipeline.process_all(texts.iter().map(String::as_str));
    let documents: Vec<Document> = documents.collect::<Result<_, _>>()?;
    forms(&documents, length)?;
    threads(&pipeline, &texts, length)?;
    Ok(())
}

fn forms(documents: &[Document], length: usize) -> Result<(), Box<dyn Error>> {
    let json = || documents.iter().map(serde_json::to_vec);
    let binary = || documents.iter().map(Document::to_bytes);
    let bare = || documents.iter().map(|it| it.view().to_bytes_without_text());
    let (jsons, binaries) = (
        json().collect::<Result<Vec<_>, _>>()?,
        binary().collect::<Vec<_>>(),
    );
    let mut writer = DocumentWriter::new(Vec::new())?;
    binaries.iter().try_for_each(|bytes| writer.push(bytes))?;
    let file = writer.finish()?;

    let size = |name: &str, bytes: usize| {
        println!("{name}: {:.3} times the text", bytes as f64 / length as f64);
    };
    size("JSON", jsons.iter().map(Vec::len).sum());
    size("binary", binaries.iter().map(Vec::len).sum());
    size("binary without text", bare().map(|it| it.len()).sum());
    size("a file of them", file.len());
    if let Some(path) = std::env::var_os("GRIOT_DOCUMENTS") {
        std::fs::write(path, &file)?;
    }

    let read = |bytes: &Vec<u8>| Document::from_bytes(bytes);
    let parse = |bytes: &Vec<u8>| serde_json::from_slice::<Document>(bytes);
    for (bytes, document) in binaries.iter().zip(documents) {
        assert_eq!(read(bytes)?, *document);
    }
    speed("binary, written", length, || {
        binary().map(|it| it.len()).sum()
    });
    speed("binary, read", length, || {
        binaries.iter().filter_map(|it| read(it).ok()).count()
    });
    speed("JSON, written by serde", length, || {
        json().flatten().map(|it| it.len()).sum()
    });
    speed("JSON, written by `to_json`", length, || {
        documents.iter().map(|it| it.to_json().len()).sum()
    });
    speed("JSON, read by serde", length, || {
        jsons.iter().filter_map(|it| parse(it).ok()).count()
    });
    let strings = jsons.into_iter().map(String::from_utf8);
    let strings = strings.collect::<Result<Vec<_>, _>>()?;
    for (json, document) in strings.iter().zip(documents) {
        assert_eq!(Document::from_json(json)?, *document);
    }
    speed("JSON, read by `from_json`", length, || {
        let read = |json: &String| Document::from_json(json).ok();
        strings.iter().filter_map(read).count()
    });
    Ok(())
}

/// Prints the speed in text for each second of the thread.
fn speed(name: &str, length: usize, run: impl Fn() -> usize) {
    let time = |_| {
        let start = ThreadTime::now();
        black_box(run());
        start.elapsed().as_secs_f64()
    };
    let least = (0..ROUNDS).map(time).fold(f64::INFINITY, f64::min);
    println!("{name}: {:.1} MB/s of text", length as f64 / least / 1e6);
}

/// Texts by one, two and more threads. Here the clock counts, so the machine must be idle.
fn threads(pipeline: &Pipeline, texts: &[String], length: usize) -> Result<(), Box<dyn Error>> {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load: {}", load.trim());
    let mut one = 0.0;
    for threads in [1, 2, 4, 8] {
        if threads > std::thread::available_parallelism()?.get() {
            break;
        }
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()?;
        let time = |_| {
            let texts = texts.to_vec();
            let start = std::time::Instant::now();
            let count = pool.install(|| {
                pipeline
                    .par_process_all(texts)
                    .filter(Result::is_ok)
                    .count()
            });
            black_box(count);
            start.elapsed().as_secs_f64()
        };
        let least = (0..ROUNDS).map(time).fold(f64::INFINITY, f64::min);
        let speed = length as f64 / least / 1e6;
        if threads == 1 {
            one = speed;
        }
        println!(
            "{threads} threads: {speed:.1} MB/s of text, {:.2} times one",
            speed / one
        );
    }
    Ok(())
}
