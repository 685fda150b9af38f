//! `griot annotate`: texts with all layers.

mod table;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use clap::value_parser;
use griot::document::OffsetUnit;
use griot::input::Metadata;
use griot::{
    Date, Document, DocumentRef, Error, Language, Layer, LayerSet, LineBreaks, Pipeline, Worker,
};

use crate::Failure;
use crate::inputs::{Errors, Input, Inputs};
use crate::shared::folder::Found;
use crate::shared::lists;
use crate::shared::output::Output;
use crate::usage::choice;
use table::Rows;

/// How many texts a thread is given at a time.
const SHARE: usize = 16;

/// Annotates texts: language, sentences, words, names, dates and quotations.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Annotate with so many threads.
    #[arg(long, value_name = "N", default_value = "1", value_parser = value_parser!(u16).range(1..=1024))]
    threads: u16,
    #[command(flatten)]
    inputs: Inputs,
    #[command(flatten)]
    output: OutputOptions,
    #[command(flatten)]
    language: LanguageOptions,
    #[command(flatten)]
    own: OwnOptions,
}

/// What is printed.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
struct OutputOptions {
    /// For people, a line of JSON for each text, CoNLL-U, or a table.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = choice(FORMATS))]
    format: Format,
    /// What the table has a row for.
    #[arg(long, value_name = "ROWS", default_value = "entities", value_parser = choice(Rows::CHOICES))]
    rows: Rows,
    /// What offsets in json and tsv count.
    #[arg(long, value_name = "UNIT", default_value = "bytes", value_parser = choice(UNITS))]
    offsets: OffsetUnit,
    #[arg(long, value_name = "A,B,...", value_delimiter = ',', help = layers())]
    layers: Vec<Layer>,
    /// Show a piece of the text for each name in the report for people.
    #[arg(long)]
    snippets: bool,
    /// Make the ids of entities common to all inputs.
    #[arg(long)]
    link: bool,
}

/// How the texts are understood.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Language and dates")]
struct LanguageOptions {
    /// The language of the texts, as fr; told from each text otherwise.
    #[arg(long, value_name = "CODE")]
    lang: Option<Language>,
    /// A text may change its language from paragraph to paragraph, or from sentence to sentence.
    #[arg(long)]
    mixed: bool,
    /// hard: each ends a sentence; soft: only an empty line does; auto: soft in texts that are
    /// wrapped at a column.
    #[arg(long, value_name = "MEANING", default_value = "hard", hide_possible_values = true, value_parser = choice(LINE_BREAKS))]
    line_breaks: LineBreaks,
    /// The day that relative dates are read against.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// The same for each file: lines of name, tab, date.
    #[arg(long, value_name = "FILE", conflicts_with = "date")]
    dates: Option<PathBuf>,
    /// Find organisations that are described and not named: armée nigérienne.
    #[arg(long)]
    descriptive: bool,
}

/// What the user adds to the rules and models.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Your own words and models")]
struct OwnOptions {
    /// Names to find: lines of name, tab, label, tab, id.
    #[arg(long, value_name = "FILE")]
    gazetteer: Option<PathBuf>,
    /// Titles of people of the language --lang: one a line, as Cdt. or adjudant
    #[arg(long, value_name = "FILE", requires = "lang")]
    titles: Option<PathBuf>,
    /// Abbreviations of the language --lang: one a line, with its full stop.
    #[arg(long, value_name = "FILE", requires = "lang")]
    abbreviations: Option<PathBuf>,
    /// Take the .bin models of this folder instead of the built-in ones.
    #[arg(long, value_name = "DIR")]
    models: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Format {
    Text,
    Json,
    Conllu,
    Tsv,
}

const FORMATS: &[(&str, Format)] = &[
    ("text", Format::Text),
    ("json", Format::Json),
    ("conllu", Format::Conllu),
    ("tsv", Format::Tsv),
];

const UNITS: &[(&str, OffsetUnit)] = &[
    (OffsetUnit::Bytes.as_str(), OffsetUnit::Bytes),
    (OffsetUnit::Chars.as_str(), OffsetUnit::Chars),
    (OffsetUnit::Utf16.as_str(), OffsetUnit::Utf16),
];

const LINE_BREAKS: &[(&str, LineBreaks)] = &[
    ("hard", LineBreaks::Hard),
    ("soft", LineBreaks::Soft),
    ("auto", LineBreaks::Auto),
];

fn layers() -> String {
    let names: Vec<_> = Layer::ALL.iter().map(|layer| layer.as_str()).collect();
    format!("Of {}; all by default", names.join(", "))
}

impl OutputOptions {
    /// The layers that the user asked for.
    fn layers(&self) -> LayerSet {
        match self.layers.as_slice() {
            [] => LayerSet::ALL,
            layers => layers.iter().copied().collect(),
        }
    }
}

/// Annotates every input. Returns false if one of them failed.
pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let dates = match &arguments.language.dates {
        Some(path) => lists::dates(path).map_err(Failure::Work)?,
        None => HashMap::new(),
    };
    let pipeline = build(arguments).map_err(Failure::Work)?;
    let threads = usize::from(arguments.threads);
    let mut run = Run {
        workers: vec![pipeline.worker(); threads],
        batch: Vec::new(),
        linked: arguments.output.link.then(Vec::new),
        printer: Printer {
            options: &arguments.output,
            output: Output::new(),
            has_header: false,
        },
        errors: Errors::default(),
    };
    let size = if threads == 1 { 1 } else { threads * SHARE };
    for input in arguments.inputs.texts()? {
        if let Some(mut input) = run.errors.keep(input) {
            let name = Path::new(&input.source).file_name();
            let told = name.and_then(|name| dates.get(name.to_str()?));
            input.date = told.copied().or(input.date);
            run.batch.push(input);
        }
        if run.batch.len() >= size {
            run.annotate()?;
        }
    }
    Ok(run.finish()?)
}

/// The work that is under way.
struct Run<'a> {
    workers: Vec<Worker>,
    /// The texts that are annotated next, all at once.
    batch: Vec<Input>,
    /// Linking needs all documents at once. Otherwise each is printed when it is done.
    linked: Option<Vec<(Origin, Document)>>,
    printer: Printer<'a>,
    errors: Errors,
}

impl Run<'_> {
    fn annotate(&mut self) -> io::Result<()> {
        let batch = std::mem::take(&mut self.batch);
        let documents = annotate(&mut self.workers, &batch);
        for (input, document) in batch.into_iter().zip(documents) {
            let document = document.map_err(|problem| input.refused(&problem));
            let Some(document) = self.errors.keep(document) else {
                continue;
            };
            let origin = Origin {
                source: input.source,
                metadata: input.text.into_metadata(),
            };
            match &mut self.linked {
                Some(linked) => linked.push((origin, document)),
                None => self.printer.print(&origin, document.view())?,
            }
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<bool> {
        self.annotate()?;
        let linked = self.linked.unwrap_or_default();
        let (origins, mut documents): (Vec<_>, Vec<_>) = linked.into_iter().unzip();
        griot::entity::link(&mut documents);
        for (origin, document) in origins.iter().zip(&documents) {
            self.printer.print(origin, document.view())?;
        }
        self.printer.output.flush()?;
        Ok(self.errors.is_empty())
    }
}

/// Where a document is from, and what else is known of it.
struct Origin {
    source: String,
    metadata: Metadata,
}

/// Prints documents in the format that was asked for.
struct Printer<'a> {
    options: &'a OutputOptions,
    output: Output,
    /// Whether the names of the columns were printed.
    has_header: bool,
}

impl Printer<'_> {
    fn print(&mut self, origin: &Origin, document: DocumentRef<'_>) -> io::Result<()> {
        let Self {
            options, output, ..
        } = self;
        let source = &origin.source;
        match options.format {
            Format::Json => {
                let json = document.json().layers(options.layers());
                output.json(source, &origin.metadata, json.offsets(options.offsets))
            }
            Format::Conllu => output.lines(&document.conllu().to_string()),
            Format::Tsv => {
                if !std::mem::replace(&mut self.has_header, true) {
                    output.lines(options.rows.header())?;
                }
                output.lines(&options.rows.of(source, document, options.offsets))
            }
            Format::Text => output.report(source, document, output.width(), options.snippets),
        }
    }
}

/// The documents of a batch, in its order.
fn annotate(workers: &mut [Worker], batch: &[Input]) -> Vec<Result<Document, Error>> {
    let one = |worker: &mut Worker, input: &Input| {
        worker.set_reference_date(input.date);
        let document = worker.annotate_zoned(input.text.text(), input.text.zones())?;
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

fn build(arguments: &Arguments) -> Result<Pipeline, String> {
    let (output, language, own) = (&arguments.output, &arguments.language, &arguments.own);
    let mut layers = output.layers();
    match output.format {
        // The title of the report is the same for any choice of layers.
        Format::Text => layers = layers.with(Layer::Zones).with(Layer::Sentences),
        Format::Tsv => layers = layers.with(output.rows.layer()),
        Format::Json | Format::Conllu => {}
    }
    let mut builder = Pipeline::builder()
        .layers(layers)
        .mixed_languages(language.mixed)
        .line_breaks(language.line_breaks)
        .descriptive_organisations(language.descriptive);
    if let Some(date) = language.date {
        builder = builder.reference_date(date);
    }
    if let Some(folder) = &own.models {
        let takes = |file: &Path| file.extension().is_some_and(|ending| ending == "bin");
        for file in Found::in_folder(folder, false, &takes)?.files {
            let model = fs::read(&file);
            let wrong = |problem| format!("{}: {problem}", file.display());
            builder = builder.model(model.map_err(wrong)?);
        }
    }
    if let Some(path) = &own.gazetteer {
        for (label, name, id) in lists::names(path)? {
            builder = builder.gazetteer(label, [(name, id)]);
        }
    }
    if let Some(language) = language.lang {
        builder = builder.language(language);
        if let Some(path) = &own.titles {
            builder = builder.titles(language, lists::lines(path)?);
        }
        if let Some(path) = &own.abbreviations {
            builder = builder.abbreviations(language, lists::lines(path)?);
        }
    }
    builder.build().map_err(|problem| problem.to_string())
}
