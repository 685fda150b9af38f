//! `griot corpus`: an archive into a folder of parts, in a run that survives.
//!
//! A part is written under another name, brought to the disk and renamed. Then the manifest is
//! replaced in the same way. It alone says what is done: a part that it does not count is removed by
//! the next run, and files that grow are cut to the lengths that it states.

mod arguments;
mod duplicates;
mod folder;
mod journal;
mod manifest;
mod meter;
mod part;
mod position;
#[cfg(feature = "parquet")]
mod table;

use griot::{Layer, Pipeline};
use serde_json::json;

use crate::shared::terminal::tell;
use crate::{Failure, PROGRAM};
pub use arguments::Arguments;
use duplicates::Duplicates;
use folder::Folder;
use journal::Journal;
use manifest::Manifest;
use meter::Meter;
use part::{Part, Piece};
use position::{File, Place, Position, Trail};

/// The file with the errors of the texts that were set aside, and that with the texts that were dropped.
const REJECTS: &str = "rejects.jsonl";
const DUPLICATES: &str = "duplicates.jsonl";

/// Annotates what is not done yet. Bad texts that the user wants to skip are no failure.
pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let files: Vec<_> = arguments.inputs.files()?.collect();
    if arguments.inputs.contain(&arguments.output) {
        let problem = "--output is inside of an input folder: a later run would read it";
        return Err(Failure::Usage(problem.to_owned()));
    }
    annotate(arguments, &files).map_err(Failure::Work)?;
    Ok(true)
}

fn annotate(arguments: &Arguments, files: &[File]) -> Result<(), String> {
    let mut layers = arguments.layers();
    if arguments.dedup.is_some() {
        layers = layers.with(Layer::Norms).with(Layer::Stops);
    }
    let mut builder = Pipeline::builder().layers(layers);
    if let Some(language) = arguments.lang {
        builder = builder.language(language);
    }
    let pipeline = builder.build().map_err(|problem| problem.to_string())?;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads.into());
    let threads = threads.build().map_err(|problem| problem.to_string())?;

    let folder = Folder::open(&arguments.output)?;
    let name = arguments.output.display();
    let state = Manifest::open(&folder, arguments.settings())?;
    let mut trail = Trail::new(files);
    let place = state.position.place(&mut trail)?;
    sweep(&folder, state.parts)?;
    if place != Place::default() {
        tell(
            PROGRAM,
            &format!("{name}: continued behind {}", state.position),
        );
    }
    let duplicates = arguments.dedup.map(|threshold| {
        let window = arguments.dedup_window;
        Duplicates::open(&folder, threshold, window, state.fingerprints)
    });
    let mut run = Run {
        rejects: Journal::open(&folder, REJECTS, state.rejects_length)?,
        dropped: Journal::open(&folder, DUPLICATES, state.duplicates_length)?,
        duplicates: duplicates.transpose()?,
        folder: &folder,
        part: None,
        texts_in_part: 0,
        arguments,
        files,
        state,
        trail,
        place,
    };
    let done = threads.install(|| run.work(&pipeline));
    let (state, part) = (run.state, run.part);
    let Err(problem) = done else {
        let (total, parts) = (meter::total(&state), state.parts);
        tell(PROGRAM, &format!("{name}: {total}, {parts} parts"));
        return Ok(());
    };
    drop(part);
    // What is not counted is removed now, for the sake of a full disk; the next run would do it too.
    let saved = Manifest::open(&folder, arguments.settings()).and_then(|saved| {
        sweep(&folder, saved.parts)?;
        Ok(saved.position)
    });
    Err(match saved {
        Ok(position) if position != Position::default() => {
            format!("{problem}. {name} is whole up to {position}; the same command continues there")
        }
        _ => problem,
    })
}

/// Removes the files that a run has begun and not counted.
fn sweep(folder: &Folder, parts: u64) -> Result<(), String> {
    for name in folder.names()? {
        let stale = part::number(&name).is_some_and(|number| number > parts);
        if stale || Folder::finished(&name) != name {
            folder.remove(&name)?;
        }
    }
    Ok(())
}

/// The work that is under way.
struct Run<'a> {
    arguments: &'a Arguments,
    files: &'a [File],
    folder: &'a Folder,
    /// What is done, also of the part that is being written.
    state: Manifest,
    trail: Trail<'a>,
    /// The place behind the last text.
    place: Place,
    /// `None` until there is a document for it.
    part: Option<Part>,
    /// How many texts the part accounts for, rejects too.
    texts_in_part: u64,
    rejects: Journal,
    dropped: Journal,
    /// The texts that were kept, if those that repeat one are dropped.
    duplicates: Option<Duplicates<'a>>,
}

impl Run<'_> {
    fn work(&mut self, pipeline: &Pipeline) -> Result<(), String> {
        let (format, layers) = (self.arguments.format, self.arguments.layers());
        let (arguments, start) = (self.arguments, self.place);
        let with_print = self.duplicates.is_some();
        let files = self.files.iter().enumerate().skip(start.file);
        let texts = files.flat_map(move |(number, file)| {
            let done = if number == start.file { start.texts } else { 0 };
            let texts = arguments.inputs.texts_of(file).enumerate().skip(done);
            texts.map(move |(text, input)| {
                let place = Place {
                    file: number,
                    texts: text + 1,
                };
                (place, input)
            })
        });
        // Pages are read there too, so that one thread does not do it for all.
        let pieces = pipeline.par_map(texts, move |worker, (place, text)| {
            let (wrong, input) = match text {
                Ok(text) => text.input(),
                Err(problem) => (None, Err(problem)),
            };
            let piece =
                input.and_then(|input| Piece::new(worker, &input, format, layers, with_print));
            (place, wrong, piece)
        });
        let mut meter = Meter::new(&self.state);
        for (place, wrong, piece) in pieces {
            for result in wrong.map(Err).into_iter().chain([piece]) {
                match result {
                    Ok(piece) => self.keep(piece)?,
                    Err(problem) if arguments.skip_bad => self.reject(place, &problem)?,
                    Err(problem) => {
                        let help = "--skip-bad sets such a text aside and goes on";
                        return Err(format!("{problem}. {help}"));
                    }
                }
            }
            self.place = place;
            self.texts_in_part += 1;
            if self.texts_in_part == arguments.part_size.get() {
                self.state.complete = false;
                self.save()?;
            }
            meter.step(&self.state);
        }
        self.state.complete = true;
        self.save()
    }

    fn keep(&mut self, mut piece: Piece) -> Result<(), String> {
        if let (Some(kept), Some(print)) = (&mut self.duplicates, piece.print.take()) {
            if let Some(earlier) = kept.find(&print) {
                let line = json!({
                    "source": piece.source,
                    "duplicate_of": earlier.source,
                    "similarity": earlier.similarity,
                });
                self.state.duplicates += 1;
                return self.dropped.push(format!("{line}\n").as_bytes());
            }
            kept.keep(&piece.source, print)?;
        }
        let part = match &mut self.part {
            Some(part) => part,
            None => {
                let (number, first) = (self.state.parts + 1, self.state.texts);
                let part = Part::new(self.folder, number, self.arguments, first)?;
                self.part.insert(part)
            }
        };
        part.push(&piece)?;
        self.state.texts += 1;
        self.state.bytes += piece.length as u64;
        Ok(())
    }

    fn reject(&mut self, place: Place, problem: &str) -> Result<(), String> {
        let file = self.files.get(place.file);
        let name = file.map(position::name).unwrap_or_default();
        let line = json!({"file": name, "number": place.texts, "error": problem});
        self.rejects.push(format!("{line}\n").as_bytes())?;
        self.state.rejects += 1;
        Ok(())
    }

    /// Makes everything up to here outlast the end of the process.
    fn save(&mut self) -> Result<(), String> {
        if let Some(part) = self.part.take() {
            part.finish()?;
            self.state.parts += 1;
        }
        self.texts_in_part = 0;
        self.state.rejects_length = self.rejects.sync()?;
        self.state.duplicates_length = self.dropped.sync()?;
        if let Some(kept) = &mut self.duplicates {
            self.state.fingerprints = kept.sync()?;
        }
        self.folder.sync()?;
        self.state.position = self.trail.position(self.place);
        self.state.write(self.folder)?;
        self.duplicates.as_ref().map_or(Ok(()), Duplicates::sweep)
    }
}
