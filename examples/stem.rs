//! Prints the stem of each word of standard input, one on each line.
//!
//! ```text
//! echo "militaires" | cargo run --release --example stem -- --lang fr
//! ```

use std::process::ExitCode;

use griot::stem::{Edition, Stemmer};
use griot::{Error, Language};

#[path = "../crates/griot-cli/src/shared/lines.rs"]
mod lines;
#[path = "../crates/griot-cli/src/shared/terminal.rs"]
mod terminal;

const HELP: &str = "\
usage: stem [--lang CODE] [--edition 2|3] < WORDS

Prints the Snowball stem of each line.

  --lang CODE            the language, French by default
  --edition 2|3          the edition of Snowball, 3 by default
  --version              the version
  --help                 this text
";

enum Task {
    Stem(Stemmer),
    Help,
    Version,
}

fn main() -> ExitCode {
    match parse(std::env::args().skip(1)) {
        Ok(Task::Stem(stemmer)) => lines::answer("stem", |word| stemmer.stem(word).into_owned()),
        Ok(Task::Help) => terminal::print(HELP),
        Ok(Task::Version) => terminal::version("stem"),
        Err(problem) => terminal::refuse("stem", &problem, HELP),
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Task, String> {
    let (mut language, mut edition) = (Language::FRENCH, Edition::Snowball3);
    while let Some(option) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{option} needs a value"))
        };
        let wrong = |problem: Error| problem.to_string();
        match option.as_str() {
            "--help" => return Ok(Task::Help),
            "--version" => return Ok(Task::Version),
            "--lang" => language = value()?.parse().map_err(wrong)?,
            "--edition" => edition = value()?.parse().map_err(wrong)?,
            _ => return Err(format!("unknown option {option}")),
        }
    }
    Stemmer::new(language, edition)
        .map(Task::Stem)
        .map_err(|problem| problem.to_string())
}
