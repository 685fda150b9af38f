//! griot and other crates, timed in turn on the same text.
//!
//! `cargo run --release -- [--rounds N] [--step NAME] [--many FOLDER]` prints a line for each rival:
//! the step, the rival, and the rival's time by griot's. A table goes to standard error.
//!
//! The folder is for the step `words-many`: a `CODE/sentences.txt` for each language.

mod race;
mod steps;
mod text;

use std::error::Error;
use std::path::PathBuf;

use race::race;
use steps::STEPS;
use text::Corpus;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::read()?;
    let corpus = Corpus::new(arguments.many.as_deref())?;
    let only = arguments.step;
    let chosen = STEPS
        .iter()
        .filter(|(name, _)| only.as_ref().is_none_or(|only| only == name));
    eprintln!("{:<16}{:<36}{:>10}{:>9}", "step", "crate", "items", "MB/s");
    for (step, prepare) in chosen {
        let (bytes, mut racers) = prepare(&corpus)?;
        if racers.is_empty() {
            eprintln!("{step:<16}skipped: name a folder of texts with --many");
            continue;
        }
        for (place, end) in race(&mut racers, arguments.rounds)?.iter().enumerate() {
            let speed = bytes as f64 / end.seconds / 1e6;
            eprintln!("{step:<16}{:<36}{:>10}{speed:>9.1}", end.name, end.items);
            if place > 0 {
                println!("{step}\t{}\t{:.2}", end.name, end.ratio);
            }
        }
    }
    Ok(())
}

struct Arguments {
    rounds: usize,
    step: Option<String>,
    many: Option<PathBuf>,
}

impl Arguments {
    fn read() -> Result<Self, Box<dyn Error>> {
        let (mut rounds, mut step, mut many) = (15, None, None);
        let mut arguments = std::env::args().skip(1);
        while let Some(flag) = arguments.next() {
            let value = arguments.next().ok_or(format!("{flag} needs a value"))?;
            match flag.as_str() {
                "--rounds" => rounds = value.parse().map_err(|_| "--rounds needs a number")?,
                "--step" if STEPS.iter().any(|(name, _)| *name == value) => step = Some(value),
                "--step" => {
                    let names: Vec<_> = STEPS.iter().map(|(name, _)| *name).collect();
                    return Err(format!("no step {value}: there are {}", names.join(", ")).into());
                }
                "--many" => many = Some(value.into()),
                _ => {
                    return Err(
                        format!("no flag {flag}: there are --rounds, --step and --many").into(),
                    );
                }
            }
        }
        if rounds == 0 {
            return Err("--rounds must be above 0".into());
        }
        Ok(Self { rounds, step, many })
    }
}
