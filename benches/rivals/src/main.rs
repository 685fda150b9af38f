//! griot and other crates, timed in turn on the same text.
//!
//! `cargo run --release -- [--rounds N] [--step NAME]` prints a line for each rival: the step,
//! the rival, and the rival's time by griot's. A table goes to standard error.

mod race;
mod steps;
mod text;

use std::error::Error;

use race::race;
use steps::STEPS;
use text::Corpus;

fn main() -> Result<(), Box<dyn Error>> {
    let (rounds, only) = arguments()?;
    let corpus = Corpus::new()?;
    let chosen = STEPS
        .iter()
        .filter(|(name, _)| only.as_ref().is_none_or(|only| only == name));
    eprintln!("{:<16}{:<36}{:>10}{:>9}", "step", "crate", "items", "MB/s");
    for (step, prepare) in chosen {
        let (bytes, mut racers) = prepare(&corpus)?;
        for (place, end) in race(&mut racers, rounds)?.iter().enumerate() {
            let speed = bytes as f64 / end.seconds / 1e6;
            eprintln!("{step:<16}{:<36}{:>10}{speed:>9.1}", end.name, end.items);
            if place > 0 {
                println!("{step}\t{}\t{:.2}", end.name, end.ratio);
            }
        }
    }
    Ok(())
}

fn arguments() -> Result<(usize, Option<String>), Box<dyn Error>> {
    let (mut rounds, mut step) = (15, None);
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
            _ => return Err(format!("no flag {flag}: there are --rounds and --step").into()),
        }
    }
    if rounds == 0 {
        return Err("--rounds must be above 0".into());
    }
    Ok((rounds, step))
}
