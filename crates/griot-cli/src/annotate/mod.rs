//! `griot annotate`: texts with all layers.

mod arguments;
mod brat;
mod summary;
mod table;
mod tei;
mod view;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;
use std::thread;

use griot::input::Metadata;
use griot::{Date, Document, DocumentRef, Error, Layer, LayerSet, Pipeline, Worker};

use crate::Failure;
use crate::inputs::{Errors, Input};
use crate::shared::files::Found;
use crate::shared::lists;
use crate::shared::output::Output;
use crate::shared::report;
pub use arguments::{Arguments, LanguageOptions, OwnOptions};
use arguments::{Format, OutputOptions};
use brat::Folder;
use summary::Summary;
use table::Marks;

/// How many texts a thread is given at a time.
const SHARE: usize = 16;

/// Annotates every input. Returns false if one of them failed.
pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let dates = Dates::read(&arguments.language)?;
    let (language, own) = (&arguments.language, &arguments.own);
    let pipeline = pipeline(layers(&arguments.output), language, own).map_err(Failure::Work)?;
    let threads = usize::from(arguments.threads);
    let mut run = Run {
        workers: vec![pipeline.worker(); threads],
        batch: Vec::new(),
        linked: arguments.output.link.then(Vec::new),
        printer: Printer {
            options: &arguments.output,
            output: Output::new(),
            brat: arguments.output.folder.as_deref().map(Folder::new),
            has_header: false,
            summary: Summary::default(),
        },
        errors: Errors::default(),
    };
    let size = if threads == 1 { 1 } else { threads * SHARE };
    for input in arguments.inputs.texts()? {
        if let Some(mut input) = run.errors.keep(input) {
            input.date = dates.of(&input);
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
        self.printer.finish()?;
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
    /// Where the files of brat go.
    brat: Option<Folder>,
    /// Whether what stands above the first document was printed.
    has_header: bool,
    summary: Summary,
}

impl Printer<'_> {
    fn print(&mut self, origin: &Origin, document: DocumentRef<'_>) -> io::Result<()> {
        let Self {
            options,
            output,
            summary,
            ..
        } = self;
        let source = &origin.source;
        let begins = !std::mem::replace(&mut self.has_header, true);
        match options.format {
            Format::Json => {
                let json = document.json().layers(options.layers());
                output.json(source, &origin.metadata, json.offsets(options.offsets))
            }
            Format::Conllu => output.lines(&document.conllu().to_string()),
            Format::Tsv | Format::Csv => {
                let marks = match options.format {
                    Format::Csv => Marks::Commas,
                    _ => Marks::Tabs,
                };
                if begins {
                    output.lines(&options.rows.header(marks))?;
                }
                output.lines(&options.rows.of(source, document, options.offsets, marks))
            }
            Format::Spacy => output.lines(&(serde_json::to_string(&document.spacy())? + "\n")),
            Format::Iob => output.lines(&document.iob().to_string()),
            Format::Brat => match &mut self.brat {
                Some(folder) => folder.write(source, document),
                None => Ok(()),
            },
            Format::Tei => {
                if begins {
                    output.lines(tei::START)?;
                }
                let title = origin.metadata.get("title").unwrap_or(source);
                output.lines(&document.tei(title).to_string())
            }
            Format::Text => {
                output.people(
                    output.width(),
                    options.snippets,
                    |to, style| match options.view {
                        Some(rows) => view::write(to, source, document, rows, style),
                        None => {
                            summary.add(document);
                            report::write(to, source, document, style)
                        }
                    },
                )
            }
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        if self.options.format == Format::Tei && self.has_header {
            self.output.lines(tei::END)?;
        }
        if self.summary.is_of_many() {
            let (summary, width) = (&self.summary, self.output.width());
            self.output
                .people(width, false, |to, style| summary.write(to, style))?;
        }
        self.output.flush()
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

/// The layers that the output needs.
fn layers(output: &OutputOptions) -> LayerSet {
    let layers = output.layers();
    match output.format {
        // The title of the report is the same for any choice of layers.
        Format::Text => {
            let layers = layers.with(Layer::Zones).with(Layer::Sentences);
            output.view.map_or(layers, |rows| layers.with(rows.layer()))
        }
        Format::Tsv | Format::Csv => layers.with(output.rows.layer()),
        Format::Iob | Format::Brat | Format::Tei => layers.with(Layer::Entities),
        Format::Json | Format::Conllu | Format::Spacy => layers,
    }
}

/// The days of publication that the command line gives for files.
pub struct Dates(HashMap<String, Date>);

impl Dates {
    pub fn read(language: &LanguageOptions) -> Result<Self, Failure> {
        let dates = language.dates.as_deref().map(lists::dates).transpose();
        Ok(Self(dates.map_err(Failure::Work)?.unwrap_or_default()))
    }

    /// The day of a text: that of its file, or its own.
    pub fn of(&self, input: &Input) -> Option<Date> {
        let name = Path::new(&input.source).file_name();
        let told = name.and_then(|name| self.0.get(name.to_str()?));
        told.copied().or(input.date)
    }
}

/// The pipeline that the command line describes.
pub fn pipeline(
    layers: LayerSet,
    language: &LanguageOptions,
    own: &OwnOptions,
) -> Result<Pipeline, String> {
    let mut builder = Pipeline::builder()
        .layers(layers)
        .mixed_languages(language.mixed)
        .line_breaks(language.line_breaks)
        .join_hyphens(language.join_hyphens)
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
