//! What is said of the command line: help, and in two lines what is wrong with it.

use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Command, CommandFactory};
use griot::{Language, Layer};

use crate::shared::terminal::tell;
use crate::{Cli, PROGRAM};

/// Prints the help or the version that was asked for, or what is wrong with the usage.
pub fn answer(problem: &clap::Error) -> ExitCode {
    let message = problem.to_string();
    if matches!(
        problem.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        // A closed pipe is no failure here either.
        let _ = problem.print();
        return ExitCode::SUCCESS;
    }
    let ends = |line: &&str| !line.starts_with("Usage:") && !line.starts_with("For more");
    let lines = message.lines().take_while(ends).map(str::trim);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    let message = lines.join(" ");
    refuse(message.strip_prefix("error: ").unwrap_or(&message))
}

/// Says in two lines what is wrong with the usage, and how it is meant.
pub fn refuse(problem: &str) -> ExitCode {
    tell(PROGRAM, problem);
    let mut cli = Cli::command();
    cli.build();
    let asked = std::env::args().nth(1).unwrap_or_default();
    let named = cli.find_subcommand_mut(&asked).map(Command::render_usage);
    let usage = named.unwrap_or_else(|| cli.render_usage()).to_string();
    let usage = usage.trim_start_matches("Usage: ");
    eprintln!("usage: {usage} (--help says more)");
    ExitCode::from(2)
}

/// Accepts the names of `choices`, and gives what they stand for.
pub fn choice<T>(choices: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    let names = choices.iter().map(|(name, _)| *name);
    PossibleValuesParser::new(names).try_map(move |given| {
        let chosen = choices.iter().find(|(name, _)| *name == given);
        chosen.map(|(_, value)| *value).ok_or("unknown")
    })
}

/// The help of the option --layers.
pub fn layers() -> String {
    let names: Vec<_> = Layer::ALL.iter().map(|layer| layer.as_str()).collect();
    format!("Of {}; all by default", names.join(", "))
}

/// Says what this build knows of which languages.
pub fn languages() -> String {
    let known = [
        Language::FRENCH,
        Language::ENGLISH,
        Language::GERMAN,
        Language::SPANISH,
        Language::PORTUGUESE,
        Language::ITALIAN,
        Language::DUTCH,
    ];
    let with = |layer: Layer| {
        let known = known.iter().filter(|it| it.layers().contains(layer));
        let names: Vec<_> = known.map(|language| language.code()).collect();
        names.join(", ")
    };
    format!(
        "All languages have sentences and words.\n\
         Names, dates and quotations: {}.\n\
         Lemmas and parts of speech: {}.",
        with(Layer::Entities),
        with(Layer::Lemmas)
    )
}
