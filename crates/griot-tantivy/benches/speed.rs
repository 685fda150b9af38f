//! The speed of the tokenizer beside the French analyzer of tantivy, in turn and on distinct text.
//!
//! ```text
//! cargo bench
//! cargo bench -- FILE…
//! ```
//!
//! A line of a file is a text. Without a file it reads those of `shared/data/text` beside the repository, or
//! the five articles. The time is that of the thread; the median of nine rounds counts. Beside it stands the
//! first round, in which every word is met for the first time.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use cpu_time::ThreadTime;
use griot::Language;
use griot::terms::Form;
use griot_tantivy::{Builder, GriotTokenizer};
use tantivy::tokenizer::{
    self, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter, TextAnalyzer,
};

const ROUNDS: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let files = std::env::args().skip(1).filter(|it| !it.starts_with("--"));
    let files: Vec<PathBuf> = files.map(PathBuf::from).collect();
    let texts = texts(files)?;
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {:.2} MB", texts.len(), bytes as f64 / 1e6);

    let stops = StopWordFilter::new(tokenizer::Language::French);
    let theirs = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .filter(stops.ok_or("tantivy has no stop words of French")?)
        .filter(Stemmer::new(tokenizer::Language::French))
        .build();
    let french = || Builder::from(Language::FRENCH);
    let mut racers = [
        ("tantivy, French analyzer", theirs),
        (
            "griot, stems",
            GriotTokenizer::new(Language::FRENCH)?.into(),
        ),
        (
            "griot, stems with accents",
            french().accents(true).build()?.into(),
        ),
        ("griot, lemmas", french().form(Form::Lemma).build()?.into()),
    ];
    let mut rounds = [const { Vec::new() }; 4];
    for _ in 0..ROUNDS {
        for ((_, racer), times) in racers.iter_mut().zip(&mut rounds) {
            times.push(race(racer, &texts));
        }
    }
    let mut theirs = None;
    for ((name, _), times) in racers.iter().zip(&mut rounds) {
        let speed = |time: Option<&f64>| bytes as f64 / time.copied().unwrap_or_default() / 1e6;
        let first = speed(times.first());
        times.sort_by(f64::total_cmp);
        let median = speed(times.get(ROUNDS / 2));
        let (by_first, by_median) = *theirs.get_or_insert((first, median));
        let (first_ratio, ratio) = (first / by_first, median / by_median);
        println!(
            "{name:28} {median:5.1} MB/s {ratio:5.2}, first round {first:5.1} MB/s {first_ratio:5.2}"
        );
    }
    Ok(())
}

/// The seconds that all terms of the texts take.
fn race(analyzer: &mut TextAnalyzer, texts: &[String]) -> f64 {
    let start = ThreadTime::now();
    let mut length = 0;
    for text in texts {
        let mut stream = analyzer.token_stream(text);
        stream.process(&mut |token| length += token.text.len());
    }
    std::hint::black_box(length);
    start.elapsed().as_secs_f64()
}

fn texts(files: Vec<PathBuf>) -> Result<Vec<String>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = root.join("../shared/data/text");
    let in_folder = |folder: PathBuf| -> Result<Vec<PathBuf>, std::io::Error> {
        let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
        entries.collect()
    };
    if files.is_empty() && !shared.is_dir() {
        let mut seeds = in_folder(root.join("seeds"))?;
        seeds.retain(|path| path.extension().is_some_and(|it| it == "txt"));
        let texts = seeds.iter().map(fs::read_to_string);
        return Ok(texts.collect::<Result<_, _>>()?);
    }
    let files = if files.is_empty() {
        in_folder(shared)?
    } else {
        files
    };
    let mut texts = Vec::new();
    for file in files {
        let content = fs::read_to_string(file)?;
        texts.extend(content.lines().map(str::to_owned));
    }
    Ok(texts)
}
