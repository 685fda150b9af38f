//! Annotates many texts on one thread and counts the tokens.
//!
//! ```text
//! cargo run --release --bin batch -- articles.jsonl
//! ```
//!
//! The texts are the fields `text` of JSON Lines in French. `bindings/python/benches/ratios.py` holds the Python
//! package against this program.

use std::error::Error;
use std::fs::File;
use std::io::BufReader;

use griot::input::records::JsonLines;
use griot::{Language, Pipeline};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: batch FILE.jsonl")?;
    let records = JsonLines::new(BufReader::new(File::open(path)?), "text");
    let texts: Vec<String> = records
        .map(|record| Ok(record?.into_parts().0))
        .collect::<Result<_, griot::Error>>()?;
    let start = cpu_time::ThreadTime::now();
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut tokens = 0;
    let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
    for document in pipeline.process_all(texts) {
        tokens += document?.tokens().len();
    }
    let seconds = start.elapsed().as_secs_f64();
    println!("{bytes} bytes, {tokens} tokens, {seconds:.3} s of processor");
    Ok(())
}
