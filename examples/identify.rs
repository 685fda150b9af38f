//! Detects the language of each line of standard input. Prints its code, the confidence and whether the
//! answer is reliable.
//!
//! ```text
//! echo "Le Niger a reçu un nouveau lot d’équipements." | cargo run --release --example identify
//! ```

use std::process::ExitCode;

use griot::language::{Detector, Language};

#[path = "../crates/griot-cli/src/shared/lines.rs"]
mod lines;
#[path = "../crates/griot-cli/src/shared/terminal.rs"]
mod terminal;

const HELP: &str = "\
usage: identify [--among CODE,CODE,...] < LINES

Prints a line for each line: the code of its language, a tab, the confidence from 0 to 1, a tab, and
reliable or unsure. The code is und where there is no answer. With und in the list, a text in a
language that is not in it has no answer.

  --among CODE,CODE,...  the languages to choose from; all by default
  --version              the version
  --help                 this text
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let detector = match (
        arguments.next().as_deref(),
        arguments.next(),
        arguments.next(),
    ) {
        (None, ..) => Ok(Detector::new()),
        (Some("--help"), None, _) => return terminal::print(HELP),
        (Some("--version"), None, _) => return terminal::version("identify"),
        (Some("--among"), Some(codes), None) => among(&codes),
        (Some(option), ..) => Err(format!("{option} is not understood")),
    };
    match detector {
        Ok(detector) => lines::answer("identify", |line| lines::language(detector.detect(line))),
        Err(problem) => terminal::refuse("identify", &problem, HELP),
    }
}

fn among(codes: &str) -> Result<Detector, String> {
    let languages = codes.split(',').map(|code| code.trim().parse());
    let languages: Vec<Language> = languages
        .collect::<Result<_, _>>()
        .map_err(|e: griot::Error| e.to_string())?;
    Detector::among(&languages).map_err(|problem| problem.to_string())
}
