//! Detects the language of each line of standard input. Prints `code<TAB>confidence` for each.
//!
//! ```text
//! echo "Le Niger a reçu un nouveau lot d’équipements." | cargo run --release --example identify
//! ```

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use griot::language::{Detector, Language};
use terminal::tell;

#[path = "shared/terminal.rs"]
mod terminal;

const HELP: &str = "\
usage: identify [--among CODE,CODE,...] < LINES

Prints a line for each line: the code of its language, a tab and the confidence from 0 to 1;
und where there is no answer.
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let detector = match (
        arguments.next().as_deref(),
        arguments.next(),
        arguments.next(),
    ) {
        (None, ..) => Ok(Detector::new()),
        (Some("--help"), None, _) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        (Some("--among"), Some(codes), None) => among(&codes),
        (Some(option), ..) => Err(format!("{option} is not understood")),
    };
    let detector = match detector {
        Ok(detector) => detector,
        Err(problem) => {
            tell("identify", &problem);
            eprint!("\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run(&detector) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) if problem.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(problem) => {
            tell("identify", &problem.to_string());
            ExitCode::FAILURE
        }
    }
}

fn among(codes: &str) -> Result<Detector, String> {
    let languages = codes.split(',').map(|code| code.trim().parse());
    let languages: Vec<Language> = languages
        .collect::<Result<_, _>>()
        .map_err(|e: griot::Error| e.to_string())?;
    Detector::among(&languages).map_err(|problem| problem.to_string())
}

fn run(detector: &Detector) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().split(b'\n') {
        // Only bytes that are not UTF-8 are replaced; the rest of the line is kept.
        let line = line?;
        let answer = detector.detect(&String::from_utf8_lossy(&line));
        writeln!(output, "{}\t{:.4}", answer.language, answer.confidence)?;
    }
    output.flush()
}
