//! Prints the stem of each word of standard input, one on each line.
//!
//! ```text
//! echo "militaires" | cargo run --release --example stem -- --lang fr
//! ```

use std::borrow::Cow;
use std::io::{self, BufRead, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use griot::stem::{Edition, Stemmer};
use griot::{Error, Language};
use terminal::tell;

#[path = "shared/terminal.rs"]
mod terminal;

const HELP: &str = "\
usage: stem [--lang CODE] [--edition 2|3] < WORDS

Prints the Snowball stem of each line. French and edition 3 by default.
";

fn main() -> ExitCode {
    let stemmer = match parse(std::env::args().skip(1)) {
        Ok(Some(stemmer)) => stemmer,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            tell("stem", &problem);
            eprint!("\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run(&stemmer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) if problem.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(problem) => {
            tell("stem", &problem.to_string());
            ExitCode::FAILURE
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Option<Stemmer>, String> {
    let (mut language, mut edition) = (Language::FRENCH, Edition::Snowball3);
    while let Some(option) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{option} needs a value"))
        };
        let wrong = |problem: Error| problem.to_string();
        match option.as_str() {
            "--help" => return Ok(None),
            "--lang" => language = value()?.parse().map_err(wrong)?,
            "--edition" => edition = value()?.parse().map_err(wrong)?,
            _ => return Err(format!("unknown option {option}")),
        }
    }
    Stemmer::new(language, edition)
        .map(Some)
        .map_err(|problem| problem.to_string())
}

fn run(stemmer: &Stemmer) -> io::Result<()> {
    let is_terminal = io::stdout().is_terminal();
    let mut output = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        let word = String::from_utf8_lossy(&line);
        let stem = stemmer.stem(&word);
        let shown = if is_terminal {
            terminal::line(&stem)
        } else {
            Cow::Borrowed(&*stem)
        };
        writeln!(output, "{shown}")?;
    }
    output.flush()
}
