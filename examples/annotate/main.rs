//! Annotates texts: language, sentences, words, names and dates.
//!
//! ```text
//! cargo run --release --example annotate -- seeds
//! cargo run --release --example annotate -- --format json --dates seeds/dates.tsv seeds
//! ```
//!
//! A folder means its `.txt` files in the order of their names, and `-` means standard input. JSON
//! Lines, CSV and TSV hold many texts, and only one is in memory at a time. If an input cannot be
//! read, its name is printed to standard error, the others are still annotated, and the exit status
//! is 1. Wrong usage has the exit status 2.

mod arguments;
mod folder;
mod input;
mod kind;
mod lists;
mod report;
mod table;
#[path = "../shared/terminal.rs"]
mod terminal;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use arguments::{Arguments, Format, HELP, Task};
use folder::Found;
use griot::{Document, Error, Layer, Pipeline, Worker};
use input::Input;
use serde::{Serialize, Serializer};
use serde_json::Value;
use terminal::tell;

/// How many texts a thread is given at a time.
const SHARE: usize = 16;

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(Task::Annotate(arguments)) => arguments,
        Ok(Task::Help) => return terminal::print(&arguments::help()),
        Ok(Task::Version) => return terminal::version("annotate"),
        Err(problem) => return terminal::refuse("annotate", &problem, HELP),
    };
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            tell("annotate", &problem);
            ExitCode::FAILURE
        }
    }
}

/// Annotates every input. Returns `false` if one of them failed.
fn run(arguments: &Arguments) -> Result<bool, String> {
    let dates = match &arguments.dates {
        Some(path) => lists::dates(path)?,
        None => HashMap::new(),
    };
    let pipeline = build(arguments)?;
    let mut run = Run {
        workers: vec![pipeline.worker(); arguments.threads],
        batch: Vec::new(),
        linked: arguments.link.then(Vec::new),
        output: Output::new(arguments),
        sound: true,
    };
    let size = match arguments.threads {
        1 => 1,
        threads => threads * SHARE,
    };
    let mut inputs = arguments.inputs.iter();
    let visited = inputs.try_for_each(|path| {
        input::each(path, arguments, &dates, &mut |input| run.take(input, size))
    });
    match visited.and_then(|()| run.finish()) {
        Ok(sound) => Ok(sound),
        Err(problem) => finish(problem),
    }
}

/// The work that is under way.
struct Run<'a> {
    workers: Vec<Worker>,
    /// The texts that are annotated next, all at once.
    batch: Vec<Input>,
    /// Linking needs all documents at once. Otherwise each is printed when it is done.
    linked: Option<Vec<(Input, Document)>>,
    output: Output<'a>,
    sound: bool,
}

impl Run<'_> {
    fn take(&mut self, input: Result<Input, String>, size: usize) -> io::Result<()> {
        match input {
            Ok(input) => self.batch.push(input),
            Err(problem) => self.refuse(&problem),
        }
        if self.batch.len() < size {
            return Ok(());
        }
        self.annotate()
    }

    fn refuse(&mut self, problem: &str) {
        tell("annotate", problem);
        self.sound = false;
    }

    fn annotate(&mut self) -> io::Result<()> {
        let batch = std::mem::take(&mut self.batch);
        let documents = annotate(&mut self.workers, &batch);
        for (input, document) in batch.into_iter().zip(documents) {
            match (document, &mut self.linked) {
                (Ok(document), Some(linked)) => {
                    // The document has the text.
                    let text = String::new();
                    linked.push((Input { text, ..input }, document));
                }
                (Ok(document), None) => self.output.write(&input, &document)?,
                (Err(problem), _) => self.refuse(&format!("{}: {problem}", input.source)),
            }
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<bool> {
        self.annotate()?;
        let (inputs, mut documents): (Vec<_>, Vec<_>) =
            self.linked.unwrap_or_default().into_iter().unzip();
        griot::entity::link(&mut documents);
        for (input, document) in inputs.iter().zip(&documents) {
            self.output.write(input, document)?;
        }
        self.output.to.flush()?;
        Ok(self.sound)
    }
}

/// The documents of a batch, in its order.
fn annotate(workers: &mut [Worker], batch: &[Input]) -> Vec<Result<Document, Error>> {
    let one = |worker: &mut Worker, input: &Input| {
        worker.set_reference_date(input.date);
        let document = worker.annotate_zoned(&input.text, &input.zones)?;
        Ok(document.to_document())
    };
    if let [worker] = workers {
        return batch.iter().map(|input| one(worker, input)).collect();
    }
    let share = batch.len().div_ceil(workers.len()).max(1);
    thread::scope(|scope| {
        let shares = workers.iter_mut().zip(batch.chunks(share));
        let threads: Vec<_> = shares
            .map(|(worker, share)| {
                let work = move || share.iter().map(|input| one(worker, input)).collect();
                scope.spawn(work)
            })
            .collect();
        let done = threads.into_iter().map(|thread| thread.join());
        done.flat_map(|done: thread::Result<Vec<_>>| {
            done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
        .collect()
    })
}

/// It is no failure if the reader of our output closes it early, as `head` does.
fn finish(problem: io::Error) -> Result<bool, String> {
    match problem.kind() {
        io::ErrorKind::BrokenPipe => Ok(true),
        _ => Err(format!("standard output: {problem}")),
    }
}

fn build(arguments: &Arguments) -> Result<Pipeline, String> {
    let mut layers = arguments.layers;
    match arguments.format {
        // The title of the report is the same for any choice of layers.
        Format::Text => layers = layers.with(Layer::Zones).with(Layer::Sentences),
        Format::Tsv => layers = layers.with(arguments.rows.layer()),
        Format::Json | Format::Conllu => {}
    }
    let mut builder = Pipeline::builder()
        .layers(layers)
        .mixed_languages(arguments.mixed)
        .line_breaks(arguments.line_breaks)
        .descriptive_organisations(arguments.descriptive);
    if let Some(language) = arguments.language {
        builder = builder.language(language);
    }
    if let Some(date) = arguments.date {
        builder = builder.reference_date(date);
    }
    if let Some(folder) = &arguments.models {
        let takes = |file: &Path| file.extension().is_some_and(|ending| ending == "bin");
        for file in Found::in_folder(Path::new(folder), false, &takes)?.files {
            builder =
                builder.model(fs::read(&file).map_err(|problem| format!("{file}: {problem}"))?);
        }
    }
    if let Some(path) = &arguments.gazetteer {
        for (label, name, id) in lists::names(path)? {
            builder = builder.gazetteer(label, [(name, id)]);
        }
    }
    if let (Some(language), Some(path)) = (arguments.language, &arguments.abbreviations) {
        builder = builder.abbreviations(language, lists::lines(path)?);
    }
    builder.build().map_err(|problem| problem.to_string())
}

struct Output<'a> {
    arguments: &'a Arguments,
    is_terminal: bool,
    colours: bool,
    to: BufWriter<io::StdoutLock<'static>>,
    count: usize,
}

/// A line of JSON: the serde form of the document, with its source.
#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty", serialize_with = "as_map")]
    metadata: &'a [(String, Value)],
    #[serde(flatten)]
    document: griot::document::Json<'a>,
}

fn as_map<S: Serializer>(pairs: &[(String, Value)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}

impl<'a> Output<'a> {
    fn new(arguments: &'a Arguments) -> Self {
        let is_terminal = io::stdout().is_terminal();
        Self {
            arguments,
            is_terminal,
            colours: is_terminal && terminal::has_colours(),
            to: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            count: 0,
        }
    }

    fn write(&mut self, input: &Input, document: &Document) -> io::Result<()> {
        let document = document.view();
        let (source, unit) = (input.source.as_str(), self.arguments.offsets);
        let first = self.count == 0;
        self.count += 1;
        let written = match self.arguments.format {
            Format::Json => {
                let line = Line {
                    source,
                    metadata: input.metadata.as_slice(),
                    document: document.json().layers(self.arguments.layers).offsets(unit),
                };
                serde_json::to_string(&line)? + "\n"
            }
            Format::Conllu => document.conllu().to_string(),
            Format::Tsv => {
                let rows = self.arguments.rows;
                let header = if first { rows.header() } else { "" };
                header.to_owned() + &rows.of(source, document, unit)
            }
            Format::Text => {
                if !first {
                    writeln!(self.to)?;
                }
                let show: fn(&str) -> Cow<'_, str> = if self.is_terminal {
                    terminal::line
                } else {
                    |text| Cow::Borrowed(text)
                };
                let style = report::Style {
                    colours: self.colours,
                    snippets: self.arguments.snippets,
                    show,
                };
                return report::write(&mut self.to, source, document, style);
            }
        };
        let shown = match self.is_terminal {
            true => terminal::lines(&written),
            false => Cow::Borrowed(&*written),
        };
        self.to.write_all(shown.as_bytes())
    }
}
