//! The texts that the command line names, one after the other.

use std::cell::Cell;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use griot::Date;
use griot::input::{Decoder, Format, Raw, Reader, Text};
use serde_json::{Value, json};

#[cfg(feature = "parquet")]
use crate::parquet;
use crate::progress::Progress;
use crate::shared::files::{Found, open};
use crate::shared::terminal::tell;
use crate::usage::choice;
use crate::{Failure, PROGRAM};

/// What is read, and how.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Input")]
pub struct Inputs {
    /// Files, folders with .txt files, or - for standard input.
    ///
    /// A .jsonl, .ndjson, .csv, .tsv or .parquet file holds many texts, an .html or .htm file an article, a .warc or
    /// .warc.gz file the pages of a crawler.
    /// Where the name does not say it, the first line does. Without PATH, standard input is read.
    #[arg(value_name = "PATH", help_heading = "Arguments")]
    paths: Vec<PathBuf>,
    /// What the inputs hold; auto looks at the first line.
    #[arg(long, value_name = "KIND", value_parser = choice(CHOICES))]
    input: Option<Choice>,
    /// Take folders inside folders too.
    #[arg(long)]
    recursive: bool,
    /// Where the texts of records are: a column, or a path as body.text.
    #[arg(long, value_name = "NAME", default_value = "text")]
    text_field: String,
    /// Where the days of publication of records are.
    #[arg(long, value_name = "NAME")]
    date_field: Option<String>,
    /// The encoding of texts that are not UTF-8, or auto to guess.
    #[arg(long, value_name = "LABEL", value_parser = Encoding::new)]
    encoding: Option<Encoding>,
}

/// An encoding as the command line names it.
#[derive(Clone, Debug)]
struct Encoding {
    label: String,
    decoder: Decoder,
}

impl Encoding {
    fn new(label: &str) -> Result<Self, griot::Error> {
        let decoder = match label {
            "auto" => Decoder::new(),
            label => Decoder::new().declared(label)?,
        };
        let label = label.to_owned();
        Ok(Self { label, decoder })
    }
}

/// What the command line says about the format of its inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Choice {
    /// The first line tells it.
    Auto,
    Given(Format),
    #[cfg(feature = "parquet")]
    Parquet,
}

const CHOICES: &[(&str, Choice)] = &[
    ("text", Choice::Given(Format::Text)),
    ("jsonl", Choice::Given(Format::JsonLines)),
    ("csv", Choice::Given(Format::Csv)),
    ("tsv", Choice::Given(Format::Tsv)),
    ("html", Choice::Given(Format::Html)),
    ("warc", Choice::Given(Format::Warc)),
    #[cfg(feature = "parquet")]
    ("parquet", Choice::Parquet),
    ("auto", Choice::Auto),
];

/// A text, and where it is from.
pub struct Input {
    /// The path, of a record also its line; of a web archive the address of the page.
    pub source: String,
    pub text: Text,
    pub date: Option<Date>,
}

impl Input {
    /// Says that this text was refused.
    pub fn refused(&self, problem: &griot::Error) -> String {
        format!("{}: {problem}", self.source)
    }
}

/// A text that is read and not yet understood, so that a thread of its own can do that.
pub struct Unread {
    /// The path.
    name: Arc<str>,
    raw: Raw,
}

impl Unread {
    /// The text, and the error of a day that cannot be read, which does not keep the text from being used.
    pub fn input(self) -> (Option<String>, Result<Input, String>) {
        let name = self.name;
        let text = match self.raw.into_text() {
            Ok(text) => text,
            Err(problem) => return (None, Err(format!("{name}: {problem}"))),
        };
        let source = match (text.target(), text.line()) {
            (Some(target), _) => target.to_owned(),
            (None, Some(line)) => format!("{name}:{line}"),
            (None, None) => name.to_string(),
        };
        if let Some(note) = text.note() {
            tell(PROGRAM, &format!("{source}: {note}"));
        }
        let (date, wrong) = match text.date() {
            Ok(date) => (date, None),
            Err(problem) => (None, Some(format!("{source}: {problem}; done without it"))),
        };
        (wrong, Ok(Input { source, text, date }))
    }
}

/// The texts of a file.
pub type Items = Box<dyn Iterator<Item = Result<Unread, String>>>;

fn one(problem: String) -> Items {
    Box::new(std::iter::once(Err(problem)))
}

/// Tells what goes wrong with one of many texts.
#[derive(Default)]
pub struct Errors(Cell<bool>);

impl Errors {
    /// What was made. An error is told in its place.
    pub fn keep<T>(&self, made: Result<T, String>) -> Option<T> {
        if let Err(problem) = &made {
            tell(PROGRAM, problem);
            self.0.set(true);
        }
        made.ok()
    }

    /// Whether there was none.
    pub fn is_empty(&self) -> bool {
        !self.0.get()
    }
}

impl Inputs {
    /// All texts, with an error in the place of each that cannot be read.
    pub fn texts(&self) -> Result<impl Iterator<Item = Result<Input, String>>, Failure> {
        let mut progress = Progress::new();
        let texts = self.files()?.flat_map(|file| self.texts_of(&file));
        let texts = texts.flat_map(|text| {
            let (wrong, input) = match text {
                Ok(text) => text.input(),
                Err(problem) => (None, Err(problem)),
            };
            wrong.map(Err).into_iter().chain([input])
        });
        Ok(texts.inspect(move |_| progress.step()))
    }

    /// All files, with an error in the place of each folder that cannot be read.
    pub fn files(&self) -> Result<impl Iterator<Item = Result<PathBuf, String>>, Failure> {
        let paths = self.paths()?.into_iter();
        Ok(paths.flat_map(|path| self.files_in(path)))
    }

    /// The texts of one of the files.
    pub fn texts_of(&self, file: &Result<PathBuf, String>) -> Items {
        match file {
            Ok(file) => self.file(file),
            Err(problem) => one(problem.clone()),
        }
    }

    /// Whether a folder would be read together with one of the inputs.
    pub fn contain(&self, folder: &Path) -> bool {
        let Ok(folder) = std::path::absolute(folder) else {
            return false;
        };
        let inside = |path: &PathBuf| {
            let path = std::path::absolute(path);
            path.is_ok_and(|path| folder == path || (self.recursive && folder.starts_with(path)))
        };
        self.paths.iter().any(inside)
    }

    /// The options that decide which texts are read, and how.
    pub fn settings(&self) -> [(&'static str, Value); 6] {
        let known = CHOICES.iter().find(|(_, it)| Some(*it) == self.input);
        let paths = self.paths.iter().map(|path| path.display().to_string());
        [
            ("PATH", paths.collect()),
            ("--input", json!(known.map(|(name, _)| name))),
            ("--recursive", json!(self.recursive)),
            ("--text-field", json!(self.text_field)),
            ("--date-field", json!(self.date_field)),
            (
                "--encoding",
                json!(self.encoding.as_ref().map(|it| &it.label)),
            ),
        ]
    }

    fn paths(&self) -> Result<Vec<&Path>, Failure> {
        if !self.paths.is_empty() {
            return Ok(self.paths.iter().map(PathBuf::as_path).collect());
        }
        if io::stdin().is_terminal() {
            let problem = "no input: name a file, a folder, or - for standard input";
            return Err(Failure::Usage(problem.to_owned()));
        }
        Ok(vec![Path::new("-")])
    }

    /// The files of a folder. Anything else is a file.
    fn files_in(&self, path: &Path) -> Vec<Result<PathBuf, String>> {
        if path == Path::new("-") || !path.is_dir() {
            return vec![Ok(path.to_owned())];
        }
        let takes = |file: &Path| self.takes(file);
        let found = match Found::in_folder(path, self.recursive, &takes) {
            Ok(found) => found,
            Err(problem) => return vec![Err(problem)],
        };
        let (path, left_out) = (path.display(), found.left_out());
        if found.files.is_empty() {
            let wanted = match self.input {
                None => "no .txt file in this folder; name the files themselves",
                Some(_) => "no file of this kind in this folder",
            };
            let left_out = left_out.map_or(String::new(), |left_out| format!("; {left_out}"));
            return vec![Err(format!("{path}: {wanted}{left_out}"))];
        }
        if let Some(left_out) = left_out {
            tell(PROGRAM, &format!("{path}: {left_out}"));
        }
        found.files.into_iter().map(Ok).collect()
    }

    /// Whether a folder means this file too. Nothing said, it means texts.
    fn takes(&self, file: &Path) -> bool {
        match (self.input, Format::of_path(file)) {
            #[cfg(feature = "parquet")]
            (Some(Choice::Parquet | Choice::Auto), None) => parquet::is_name(file),
            #[cfg(feature = "parquet")]
            (Some(Choice::Parquet), Some(_)) => false,
            (Some(Choice::Auto), format) => format.is_some(),
            (Some(Choice::Given(format)), own) => own == Some(format),
            (None, own) => own == Some(Format::Text),
        }
    }

    /// The texts of a file.
    fn file(&self, path: &Path) -> Items {
        let name = path.display().to_string();
        let (format, stream) = match self.stream(path) {
            Ok(stream) => stream,
            Err(problem) => return one(format!("{name}: {problem}")),
        };
        let texts = match self.reader(format).read(stream) {
            Ok(texts) => texts,
            Err(problem) if format.is_none() && problem.is_record() => {
                let help = "--input text reads it as it is";
                return one(format!("{name}: {problem}. {help}"));
            }
            Err(problem) => return one(format!("{name}: {problem}")),
        };
        // A format that nobody named is told, unless it is the usual one.
        let told = texts.format();
        if format.is_none() && (told != Format::Text || self.input.is_some()) {
            let note = format!("{name}: taken for {told}; --input says otherwise");
            tell(PROGRAM, &note);
        }
        let name: Arc<str> = name.into();
        Box::new(texts.raw().map(move |raw| match raw {
            Ok(raw) => Ok(Unread {
                name: Arc::clone(&name),
                raw,
            }),
            Err(problem) => Err(format!("{name}: {problem}")),
        }))
    }

    /// The bytes of a file, and their format as far as the name or the user says it.
    fn stream(&self, path: &Path) -> Result<(Option<Format>, Box<dyn BufRead>), String> {
        #[cfg(feature = "parquet")]
        if match self.input {
            Some(Choice::Given(_)) => false,
            Some(Choice::Parquet) => true,
            Some(Choice::Auto) | None => parquet::is_name(path),
        } {
            let lines = parquet::Lines::open(path)?;
            return Ok((Some(Format::JsonLines), Box::new(lines)));
        }
        let format = match self.input {
            Some(Choice::Given(format)) => Some(format),
            None => Format::of_path(path),
            _ => None,
        };
        let stream = open(path).map_err(|problem| problem.to_string())?;
        Ok((format, stream))
    }

    fn reader(&self, format: Option<Format>) -> Reader {
        let mut reader = Reader::new().format(format).text_field(&self.text_field);
        if let Some(name) = &self.date_field {
            reader = reader.date_field(name);
        }
        match &self.encoding {
            Some(encoding) => reader.decoder(encoding.decoder),
            None => reader,
        }
    }
}
