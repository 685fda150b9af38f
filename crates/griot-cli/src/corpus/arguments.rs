//! The options of `griot corpus`.

use std::num::NonZeroU64;
use std::path::PathBuf;

use clap::value_parser;
use griot::{Language, Layer, LayerSet};
use serde_json::{Map, Value, json};

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
    /// Lines of JSON, the binary form of griot, or CoNLL-U.
    #[arg(long, value_name = "FORMAT", default_value = "json", value_parser = choice(FORMATS), help_heading = "Output")]
    pub format: Format,
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

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    Json,
    Binary,
    Conllu,
}

const FORMATS: &[(&str, Format)] = &[
    ("json", Format::Json),
    ("binary", Format::Binary),
    ("conllu", Format::Conllu),
];

impl Format {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Binary => "binary",
            Self::Conllu => "conllu",
        }
    }

    /// How the name of a part ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "jsonl",
            Self::Binary => "griot",
            Self::Conllu => "conllu",
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

    /// Whatever decides what the parts hold. A run is continued with the same settings only.
    pub fn settings(&self) -> Map<String, Value> {
        let layers = self.layers().iter().map(Layer::as_str);
        let own = [
            ("griot", json!(env!("CARGO_PKG_VERSION"))),
            ("--format", json!(self.format.as_str())),
            ("--layers", layers.collect()),
            ("--part-size", json!(self.part_size)),
            ("--lang", json!(self.lang.map(Language::code))),
        ];
        let all = own.into_iter().chain(self.inputs.settings());
        all.map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
