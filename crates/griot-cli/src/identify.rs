//! `griot identify`: the language of each line of standard input.

use std::process::ExitCode;

use griot::Language;
use griot::language::Detector;

use crate::shared::lines;
use crate::{PROGRAM, usage};

/// Print the language of each line of standard input.
///
/// A line has the code of the language, a tab, the confidence from 0 to 1, a tab, and reliable or unsure.
/// The code is und where there is no answer. --top and --explain add a field each.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The languages to choose from; all by default.
    ///
    /// With und in the list, a text in a language that is not in it has no answer.
    #[arg(long, value_name = "CODE,...", value_delimiter = ',')]
    among: Vec<Language>,

    /// Add the so many most probable languages, each with its probability.
    #[arg(long, value_name = "COUNT")]
    top: Option<usize>,

    /// Add the ten n-grams that decided most between the answer and the runner-up.
    ///
    /// Each has a number: above 0 it speaks for the answer, below 0 for the runner-up. _ is the edge of a
    /// word.
    #[arg(long)]
    explain: bool,
}

/// How many n-grams `--explain` shows.
const SHOWN: usize = 10;

pub fn run(arguments: &Arguments) -> ExitCode {
    let detector = match arguments.among.as_slice() {
        [] => Ok(Detector::new()),
        among => Detector::among(among),
    };
    match detector {
        Ok(detector) => lines::answer(PROGRAM, |line| arguments.answer(&detector, line)),
        Err(problem) => usage::refuse(&problem.to_string()),
    }
}

impl Arguments {
    fn answer(&self, detector: &Detector, line: &str) -> String {
        let mut answer = lines::language(detector.detect(line));
        if let Some(top) = self.top {
            let candidates = detector.candidates(line).into_iter().take(top);
            let shown = candidates.map(|(language, it)| format!("{language} {it:.4}"));
            add(&mut answer, shown);
        }
        if self.explain {
            let evidence = detector.evidence(line).into_iter().take(SHOWN);
            let shown = evidence.map(|(gram, weight)| format!("{gram} {weight:+.1}"));
            add(&mut answer, shown);
        }
        answer
    }
}

/// Adds a field with a list.
fn add(answer: &mut String, shown: impl Iterator<Item = String>) {
    answer.push('\t');
    answer.push_str(&shown.collect::<Vec<_>>().join(", "));
}
