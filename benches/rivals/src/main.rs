//! griot and other crates, timed in turn on text that never repeats.
//!
//! `cargo run --release` prints a table: the step, who ran, what it found, its speed, and its time by
//! that of the first one of the step. `benches/README.md` says what the flags and the steps are.

mod arguments;
mod load;
mod race;
mod splice;
mod steps;
mod text;

use std::error::Error;

use arguments::Arguments;
use load::Load;
use race::race;
use steps::STEPS;
use text::Corpus;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::read()?;
    let only = arguments.step.as_deref();
    if let Some(step) = only.filter(|step| STEPS.iter().all(|it| it.0 != *step)) {
        let names = STEPS.map(|(name, _)| name).join(", ");
        return Err(format!("no step {step}: there are {names}").into());
    }
    let load = Load::begin();
    let corpus = Corpus::read(&arguments)?;
    println!("{}", corpus.summary());
    println!("\n| Step | Who | Found | MB/s | Time by the first one's |");
    println!("|---|---|--:|--:|--:|");
    for (step, prepare) in STEPS
        .iter()
        .filter(|it| only.is_none_or(|only| only == it.0))
    {
        let mut racers = prepare(&corpus)?;
        if let Some(who) = &arguments.only {
            racers.retain(|racer| racer.name().starts_with(who.as_str()));
        }
        if racers.is_empty() {
            eprintln!("{step}: skipped, there is no text or nobody of that name");
            continue;
        }
        for end in race(&mut racers, arguments.rounds)? {
            println!(
                "| `{step}` | {} | {} | {:.2} | {:.2} |",
                end.name, end.items, end.speed, end.ratio
            );
        }
    }
    println!("\nMedians of {} rounds. {}", arguments.rounds, load.end());
    Ok(())
}
