//! The program `griot`: raw text in, language, sentences, words, names and dates out.
//!
//! The exit status is 0 if all went well, 1 if an input could not be read or was refused (it is
//! named, and the others are done), and 2 if the usage was wrong.

#![cfg_attr(not(test), deny(clippy::string_slice))]

mod annotate;
mod corpus;
mod documents;
mod duplicates;
mod identify;
mod inputs;
mod keywords;
mod lines;
#[cfg(feature = "parquet")]
mod parquet;
mod progress;
mod read;
mod report;
mod sentences;
mod shared;
mod stem;
mod usage;
mod words;

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use shared::terminal::tell;

/// The name that messages begin with.
const PROGRAM: &str = "griot";

/// Raw text into language, sentences, words, names and dates.
#[derive(Debug, Parser)]
#[command(name = PROGRAM, version, disable_help_subcommand = true, after_help = usage::languages())]
#[command(subcommand_required = true, arg_required_else_help = false)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Annotate(Box<annotate::Arguments>),
    Corpus(Box<corpus::Arguments>),
    Identify(identify::Arguments),
    Stem(stem::Arguments),
    Words(words::Arguments),
    Sentences(sentences::Arguments),
    Keywords(keywords::Arguments),
    Duplicates(duplicates::Arguments),
    Read(read::Arguments),
    Report(Box<report::Arguments>),
}

/// Why a command ended early.
#[derive(Debug)]
enum Failure {
    /// The command line asks for something that is not there.
    Usage(String),
    /// Something that all inputs need could not be read or made.
    Work(String),
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(problem: io::Error) -> Self {
        Self::Output(problem)
    }
}

fn main() -> ExitCode {
    let command = match Cli::try_parse() {
        Ok(cli) => cli.command,
        Err(problem) => return usage::answer(&problem),
    };
    let done = match &command {
        Command::Annotate(arguments) => annotate::run(arguments),
        Command::Corpus(arguments) => corpus::run(arguments),
        Command::Identify(arguments) => return identify::run(arguments),
        Command::Stem(arguments) => return stem::run(arguments),
        Command::Words(arguments) => words::run(arguments),
        Command::Sentences(arguments) => sentences::run(arguments),
        Command::Keywords(arguments) => keywords::run(arguments),
        Command::Duplicates(arguments) => duplicates::run(arguments),
        Command::Read(arguments) => read::run(arguments),
        Command::Report(arguments) => report::run(arguments),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(Failure::Usage(problem)) => usage::refuse(&problem),
        Err(Failure::Work(problem)) => {
            tell(PROGRAM, &problem);
            ExitCode::FAILURE
        }
        // It is no failure if the reader of our output closes it early, as `head` does.
        Err(Failure::Output(problem)) if problem.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(Failure::Output(problem)) => {
            tell(PROGRAM, &format!("standard output: {problem}"));
            ExitCode::FAILURE
        }
    }
}
