//! Answers line by line: what `identify` and `stem` share.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use griot::Detection;

use super::terminal::{self, tell};

/// Prints what `answer` returns for each line of standard input. It is printed at once, so that the
/// other end of a pipe can wait for it. A line that is not UTF-8 is named on standard error, is
/// answered as an empty one, and makes the status 1.
pub fn answer(program: &str, answer: impl Fn(&str) -> String) -> ExitCode {
    match run(program, answer) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // It is no failure if the reader of our output closes it early, as `head` does.
        Err(problem) if problem.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(problem) => {
            tell(program, &problem.to_string());
            ExitCode::FAILURE
        }
    }
}

/// The language of a line: its code, the confidence, and whether it is reliable.
#[allow(dead_code, reason = "`stem` does not need it")]
pub fn language(answer: Detection) -> String {
    let sure = match answer.reliable {
        true => "reliable",
        false => "unsure",
    };
    format!("{}\t{:.4}\t{sure}", answer.language, answer.confidence)
}

fn run(program: &str, answer: impl Fn(&str) -> String) -> io::Result<bool> {
    let is_terminal = io::stdout().is_terminal();
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = BufWriter::new(io::stdout().lock());
    let (mut line, mut number, mut sound) = (Vec::new(), 0, true);
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let bytes = line.strip_suffix(b"\n").unwrap_or(&line);
        let text = griot::input::utf8(bytes).unwrap_or_else(|problem| {
            tell(program, &format!("line {number}: {problem}"));
            sound = false;
            ""
        });
        let answer = answer(text);
        let shown = match is_terminal {
            true => terminal::line(&answer),
            false => Cow::Borrowed(&*answer),
        };
        writeln!(output, "{shown}")?;
        line.clear();
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(sound)
}
