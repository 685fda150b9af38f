//! The options of `griot annotate`.

use std::path::PathBuf;

use clap::value_parser;
use griot::document::OffsetUnit;
use griot::{Date, Language, Layer, LayerSet, LineBreaks};

use super::table::Rows;
use crate::inputs::Inputs;
use crate::usage::{choice, layers};

/// Annotate texts: language, sentences, words, names, dates and quotations.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Annotate with so many threads.
    #[arg(long, value_name = "N", default_value = "1", value_parser = value_parser!(u16).range(1..=1024))]
    pub threads: u16,
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub output: OutputOptions,
    #[command(flatten)]
    pub language: LanguageOptions,
    #[command(flatten)]
    pub own: OwnOptions,
}

/// What is printed.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub struct OutputOptions {
    /// text for people; a line of JSON for each text; CoNLL-U; a table with tabs or commas; the JSON of
    /// spaCy; tokens with tags of names; the standoff of brat; TEI.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = choice(FORMATS))]
    pub format: Format,
    /// Where brat puts a .txt and an .ann file for each text.
    #[arg(long, value_name = "DIR", required_if_eq("format", "brat"))]
    pub folder: Option<PathBuf>,
    /// What the table has a row for.
    #[arg(long, value_name = "ROWS", default_value = "entities", value_parser = choice(Rows::CHOICES))]
    pub rows: Rows,
    /// What offsets in json, tsv and csv count.
    #[arg(long, value_name = "UNIT", default_value = "bytes", value_parser = choice(UNITS))]
    pub offsets: OffsetUnit,
    #[arg(long, value_name = "A,B,...", value_delimiter = ',', help = layers())]
    pub layers: Vec<Layer>,
    /// For people: a table of sentences, tokens or entities instead of the report.
    #[arg(long, value_name = "ROWS", conflicts_with = "format", value_parser = choice(Rows::CHOICES))]
    pub view: Option<Rows>,
    /// Show the words around each name in the report and in the view of entities.
    #[arg(long)]
    pub snippets: bool,
    /// Make the ids of entities common to all inputs.
    #[arg(long)]
    pub link: bool,
}

/// How the texts are understood.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Language and dates")]
pub struct LanguageOptions {
    /// The language of the texts, as fr; told from each text otherwise.
    #[arg(long, value_name = "CODE")]
    pub lang: Option<Language>,
    /// A text may change its language from paragraph to paragraph, or from sentence to sentence.
    #[arg(long)]
    pub mixed: bool,
    /// hard: each ends a sentence; soft: only an empty line does; auto: soft in texts that are
    /// wrapped at a column.
    #[arg(long, value_name = "MEANING", default_value = "hard", hide_possible_values = true, value_parser = choice(LINE_BREAKS))]
    pub line_breaks: LineBreaks,
    /// A word that a hyphen cuts at the end of a line is one token, with the normal form of the whole.
    #[arg(long)]
    pub join_hyphens: bool,
    /// The day that relative dates are read against.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// The same for each file: lines of name, tab, date.
    #[arg(long, value_name = "FILE", conflicts_with = "date")]
    pub dates: Option<PathBuf>,
    /// Find organisations that are described and not named: armée nigérienne.
    #[arg(long)]
    pub descriptive: bool,
}

/// What the user adds to the rules and models.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Your own words and models")]
pub struct OwnOptions {
    /// Names to find: lines of name, tab, label, tab, id.
    #[arg(long, value_name = "FILE")]
    pub gazetteer: Option<PathBuf>,
    /// Titles of people of the language --lang: one a line, as Cdt. or adjudant
    #[arg(long, value_name = "FILE", requires = "lang")]
    pub titles: Option<PathBuf>,
    /// Abbreviations of the language --lang: one a line, with its full stop.
    #[arg(long, value_name = "FILE", requires = "lang")]
    pub abbreviations: Option<PathBuf>,
    /// Take the .bin models of this folder instead of the built-in ones.
    #[arg(long, value_name = "DIR")]
    pub models: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    Text,
    Json,
    Conllu,
    Tsv,
    Csv,
    Spacy,
    Iob,
    Brat,
    Tei,
}

const FORMATS: &[(&str, Format)] = &[
    ("text", Format::Text),
    ("json", Format::Json),
    ("conllu", Format::Conllu),
    ("tsv", Format::Tsv),
    ("csv", Format::Csv),
    ("spacy", Format::Spacy),
    ("iob", Format::Iob),
    ("brat", Format::Brat),
    ("tei", Format::Tei),
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

impl OutputOptions {
    /// The layers that the user asked for.
    pub fn layers(&self) -> LayerSet {
        match self.layers.as_slice() {
            [] => LayerSet::ALL,
            layers => layers.iter().copied().collect(),
        }
    }
}
