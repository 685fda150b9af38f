//! `griot identify`: the language of each line of standard input.

use std::process::ExitCode;

use griot::Language;
use griot::language::Detector;

use crate::shared::lines;
use crate::{PROGRAM, usage};

/// Print the language of each line of standard input.
///
/// A line has the code of the language, a tab, the confidence from 0 to 1, a tab, and reliable or unsure.
/// The code is und where there is no answer.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The languages to choose from; all by default.
    ///
    /// With und in the list, a text in a language that is not in it has no answer.
    #[arg(long, value_name = "CODE,...", value_delimiter = ',')]
    among: Vec<Language>,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let detector = match arguments.among.as_slice() {
        [] => Ok(Detector::new()),
        among => Detector::among(among),
    };
    match detector {
        Ok(detector) => lines::answer(PROGRAM, |line| lines::language(detector.detect(line))),
        Err(problem) => usage::refuse(&problem.to_string()),
    }
}
