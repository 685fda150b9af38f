//! The options of `griot corpus`.

use std::num::NonZeroU64;
use std::path::PathBuf;

use clap::value_parser;
use griot::{Language, Layer, LayerSet};
use serde_json::{Map, Value, json};

#[cfg(feature = "parquet")]
use super::table::Rows;
use crate::inputs::Inputs;
use crate::usage::{choice, layers};

/// Annotate an archive into a folder, in a run that can be stopped and continued.
///
/// The folder gets parts with a number of texts each, and manifest.json, which says how far the run is.
/// A run that was stopped at any moment is continued by the same command: it loses no text and writes none
/// twice. The texts behind the last whole part are annotated again, and those before it are read and
/// skipped. Whatever was read must still be there, and standard input must be the same again; files may be
/// added behind the others.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    pub inputs: Inputs,
    /// The folder for the parts: a new or an empty one, or that of the run to continue.
    #[arg(long, value_name = "DIR", help_heading = "Output")]
    pub output: PathBuf,
    /// Lines of JSON, the binary form of griot, CoNLL-U, or Parquet.
    #[arg(long, value_name = "FORMAT", default_value = "json", value_parser = choice(FORMATS), help_heading = "Output")]
    pub format: Format,
    /// What Parquet has a row for.
    #[cfg(feature = "parquet")]
    #[arg(long, value_name = "ROWS", default_value = "documents", value_parser = choice(ROWS), help_heading = "Output")]
    pub rows: Rows,
    #[arg(long, value_name = "A,B,...", value_delimiter = ',', help = layers(), help_heading = "Output")]
    layers: Vec<Layer>,
    /// How many texts a part has.
    #[arg(
        long,
        value_name = "TEXTS",
        default_value = "10000",
        help_heading = "Output"
    )]
    pub part_size: NonZeroU64,
    /// Drop texts that repeat an earlier one, and name both in duplicates.jsonl. Two texts are the same if
    /// they share this part of their word pairs, from 0 to 1; 0.5 if no number is given. Makes the layers
    /// norms and stops too.
    #[arg(long, value_name = "SIMILARITY", num_args = 0..=1, require_equals = true, default_missing_value = "0.5", value_parser = similarity)]
    pub dedup: Option<f32>,
    /// Compare a text with so many before it that were kept, or with half as many when the older half was
    /// just forgotten. A million take 0.9 GB of memory at 0.5, and 1.5 GB at 0.3.
    #[arg(long, value_name = "TEXTS", default_value = "1000000", requires = "dedup", value_parser = value_parser!(u32).range(2..))]
    pub dedup_window: u32,
    /// Write the errors of bad texts to rejects.jsonl and go on; otherwise the first one ends the run.
    #[arg(long)]
    pub skip_bad: bool,
    /// The language of the texts, as fr; told from each text otherwise.
    #[arg(long, value_name = "CODE")]
    pub lang: Option<Language>,
    /// Annotate with so many threads.
    #[arg(long, value_name = "N", default_value = "1", value_parser = value_parser!(u16).range(1..=1024))]
    pub threads: u16,
}

/// A similarity as the command line gives it.
fn similarity(given: &str) -> Result<f32, String> {
    let number = given.parse().map_err(|_| "no number".to_owned())?;
    let index = griot::duplicates::Index::new(number);
    index.map(|_| number).map_err(|problem| problem.to_string())
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    Json,
    Binary,
    Conllu,
    #[cfg(feature = "parquet")]
    Parquet,
}

const FORMATS: &[(&str, Format)] = &[
    ("json", Format::Json),
    ("binary", Format::Binary),
    ("conllu", Format::Conllu),
    #[cfg(feature = "parquet")]
    ("parquet", Format::Parquet),
];

#[cfg(feature = "parquet")]
const ROWS: &[(&str, Rows)] = &[("documents", Rows::Documents), ("tokens", Rows::Tokens)];

impl Format {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Binary => "binary",
            Self::Conllu => "conllu",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }

    /// How the name of a part ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "jsonl",
            Self::Binary => "griot",
            Self::Conllu => "conllu",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }
}

impl Arguments {
    /// The layers that the user asked for.
    pub fn layers(&self) -> LayerSet {
        match self.layers.as_slice() {
            [] => LayerSet::ALL,
            layers => layers.iter().copied().collect(),
        }
    }

    /// What parts in Parquet have a row for.
    #[cfg(feature = "parquet")]
    fn rows_name(&self) -> Option<&'static str> {
        let own = ROWS.iter().find(|(_, rows)| *rows == self.rows);
        own.filter(|_| self.format == Format::Parquet)
            .map(|(name, _)| *name)
    }

    /// Whatever decides what the parts hold. A run is continued with the same settings only.
    pub fn settings(&self) -> Map<String, Value> {
        let layers = self.layers().iter().map(Layer::as_str);
        let own = [
            ("griot", json!(env!("CARGO_PKG_VERSION"))),
            ("--format", json!(self.format.as_str())),
            ("--layers", layers.collect()),
            ("--part-size", json!(self.part_size)),
            ("--lang", json!(self.lang.map(Language::code))),
            ("--dedup", json!(self.dedup)),
            (
                "--dedup-window",
                json!(self.dedup.map(|_| self.dedup_window)),
            ),
        ];
        let all = own.into_iter().chain(self.inputs.settings());
        #[cfg(feature = "parquet")]
        let all = all.chain([("--rows", json!(self.rows_name()))]);
        all.map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
