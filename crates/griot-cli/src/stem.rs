//! `griot stem`: the stem of each line of standard input.

use std::process::ExitCode;

use griot::Language;
use griot::stem::{Edition, Stemmer};

use crate::shared::lines;
use crate::{PROGRAM, usage};

/// Print the Snowball stem of each line of standard input.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The language.
    #[arg(long, value_name = "CODE", default_value_t = Language::FRENCH)]
    lang: Language,
    /// The edition of Snowball: 3, or 2 for indexes that were built with it.
    #[arg(long, value_name = "EDITION", default_value = "3")]
    edition: Edition,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    match Stemmer::new(arguments.lang, arguments.edition) {
        Ok(stemmer) => lines::answer(PROGRAM, |word| stemmer.stem(word).into_owned()),
        Err(problem) => usage::refuse(&problem.to_string()),
    }
}
