//! Sentences by Unicode's rules, for `benches/sentences.py`.
//!
//! `sentences icu|unicode` reads JSON Lines, each a text, and writes for each the bytes at which its
//! sentences begin.

use std::io::{self, BufRead as _};

use icu_segmenter::SentenceSegmenter;
use unicode_segmentation::UnicodeSegmentation as _;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let engine = std::env::args().nth(1);
    let icu = SentenceSegmenter::new(Default::default());
    for line in io::stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        let starts: Vec<usize> = match engine.as_deref() {
            Some("icu") => icu.segment_str(&text).collect(),
            Some("unicode") => text
                .split_sentence_bound_indices()
                .map(|(at, _)| at)
                .collect(),
            _ => return Err("usage: sentences icu|unicode".into()),
        };
        println!("{}", serde_json::to_string(&starts)?);
    }
    Ok(())
}
