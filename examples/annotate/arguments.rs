//! Parses the command line.

use griot::document::OffsetUnit;
use griot::{Date, Language, LayerSet, LineBreaks};

use crate::kind::Choice;
use crate::table::Rows;

/// Begins with the usage.
pub const HELP: &str = "\
usage: annotate [OPTIONS] PATH...

PATH is a text in UTF-8, a folder with .txt files, or - for standard input. A .jsonl, .ndjson,
.csv or .tsv file holds many texts, an .html or .htm file an article. Where the name does not say
it, the first line does.

  --input KIND           what the inputs hold: text, jsonl, csv, tsv, html, or auto to look at the
                         first line
  --recursive            take folders inside folders too
  --lang CODE            the language of the texts, as fr; told from each text otherwise
  --mixed                a text may change its language from paragraph to paragraph, or from
                         sentence to sentence
  --line-breaks MEANING  hard: each ends a sentence (the default); soft: only an empty line does;
                         auto: soft in texts that are wrapped at a column
  --format FORMAT        text (for people), json (a line a document), conllu or tsv
  --rows ROWS            what tsv has a row for: entities (by default), tokens or sentences
  --offsets UNIT         what offsets in json and tsv count: bytes (by default), chars or utf16
  --layers A,B,...       of language, zones, sentences, tokens, norms, stops, stems, lemmas,
                         pos, entities, quotations; all by default
  --snippets             show a piece of the text for each name in the report for people
  --date YYYY-MM-DD      the day that relative dates are read against
  --dates FILE           the same for each file: lines of name, tab, date
  --text-field NAME      where the texts of JSON Lines, CSV and TSV are: a column, or a path as
                         body.text; text by default
  --date-field NAME      and where their days of publication are, if anywhere
  --encoding LABEL       the encoding of texts that are not UTF-8, or auto to guess
  --models DIR           take the .bin models of this folder instead of the built-in ones
  --gazetteer FILE       names to find: lines of name, tab, label, tab, id
  --abbreviations FILE   abbreviations of the language --lang: one a line, with its full stop
  --threads N            annotate with so many threads; 1 by default
  --link                 make the ids of entities common to all inputs
  --descriptive          find organisations that are described and not named: armée nigérienne
  --version              the version
  --help                 this text
";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
    Conllu,
    Tsv,
}

/// What the user asked for.
pub enum Task {
    Annotate(Box<Arguments>),
    Help,
    Version,
}

#[derive(Debug)]
pub struct Arguments {
    pub language: Option<Language>,
    pub mixed: bool,
    pub input: Choice,
    pub recursive: bool,
    pub line_breaks: LineBreaks,
    pub format: Format,
    pub rows: Rows,
    pub offsets: OffsetUnit,
    pub layers: LayerSet,
    pub date: Option<Date>,
    pub dates: Option<String>,
    pub text_field: String,
    pub date_field: Option<String>,
    pub encoding: Option<String>,
    pub models: Option<String>,
    pub gazetteer: Option<String>,
    pub abbreviations: Option<String>,
    pub threads: usize,
    pub link: bool,
    pub descriptive: bool,
    pub snippets: bool,
    pub inputs: Vec<String>,
}

/// What this build can do.
pub fn help() -> String {
    let lines = HELP.lines();
    let can = |line: &&str| cfg!(feature = "encoding") || !line.starts_with("  --encoding");
    lines.filter(can).map(|line| format!("{line}\n")).collect()
}

/// Reads the command line.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Task, String> {
    let mut parsed = Arguments {
        language: None,
        mixed: false,
        input: Choice::Name,
        recursive: false,
        line_breaks: LineBreaks::default(),
        format: Format::Text,
        rows: Rows::Entities,
        offsets: OffsetUnit::Bytes,
        layers: LayerSet::ALL,
        date: None,
        dates: None,
        text_field: "text".to_owned(),
        date_field: None,
        encoding: None,
        models: None,
        gazetteer: None,
        abbreviations: None,
        threads: 1,
        link: false,
        descriptive: false,
        snippets: false,
        inputs: Vec::new(),
    };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        if !argument.starts_with("--") {
            parsed.inputs.push(argument);
            continue;
        }
        let (option, mut given) = match argument.split_once('=') {
            Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
            None => (argument, None),
        };
        let mut value = || {
            given
                .take()
                .or_else(|| arguments.next())
                .ok_or_else(|| format!("{option} needs a value"))
        };
        let wrong = |problem: griot::Error| problem.to_string();
        match option.as_str() {
            "--help" => return Ok(Task::Help),
            "--version" => return Ok(Task::Version),
            "--lang" => parsed.language = Some(value()?.parse().map_err(wrong)?),
            "--format" => {
                parsed.format = match value()?.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    "conllu" => Format::Conllu,
                    "tsv" => Format::Tsv,
                    other => {
                        return Err(format!(
                            "unknown format {other:?}: text, json, conllu or tsv"
                        ));
                    }
                }
            }
            "--input" => parsed.input = Choice::named(&value()?)?,
            "--recursive" => parsed.recursive = true,
            "--rows" => parsed.rows = Rows::named(&value()?)?,
            "--offsets" => parsed.offsets = unit(&value()?)?,
            "--threads" => parsed.threads = threads(&value()?)?,
            "--gazetteer" => parsed.gazetteer = Some(value()?),
            "--abbreviations" => parsed.abbreviations = Some(value()?),
            "--line-breaks" => {
                parsed.line_breaks = match value()?.as_str() {
                    "hard" => LineBreaks::Hard,
                    "soft" => LineBreaks::Soft,
                    "auto" => LineBreaks::Auto,
                    other => {
                        return Err(format!("unknown line breaks {other:?}: hard, soft or auto"));
                    }
                }
            }
            "--layers" => {
                let names = value()?;
                let layers = names
                    .split(',')
                    .map(|name| name.trim().parse().map_err(wrong));
                parsed.layers = layers.collect::<Result<_, _>>()?;
            }
            "--date" => parsed.date = Some(value()?.parse().map_err(wrong)?),
            "--dates" => parsed.dates = Some(value()?),
            "--text-field" => parsed.text_field = value()?,
            "--date-field" => parsed.date_field = Some(value()?),
            "--encoding" => parsed.encoding = Some(value()?),
            "--models" => parsed.models = Some(value()?),
            "--mixed" => parsed.mixed = true,
            "--link" => parsed.link = true,
            "--descriptive" => parsed.descriptive = true,
            "--snippets" => parsed.snippets = true,
            _ => return Err(format!("unknown option {option}")),
        }
        if given.is_some() {
            return Err(format!("{option} takes no value"));
        }
    }
    if parsed.inputs.is_empty() {
        return Err("no input: name a file, a folder, or - for standard input".to_owned());
    }
    if parsed.date.is_some() && parsed.dates.is_some() {
        return Err("--date and --dates exclude each other".to_owned());
    }
    if parsed.abbreviations.is_some() && parsed.language.is_none() {
        return Err("--abbreviations needs --lang: the language that has them".to_owned());
    }
    Ok(Task::Annotate(Box::new(parsed)))
}

fn unit(name: &str) -> Result<OffsetUnit, String> {
    let mut units = OffsetUnit::ALL.iter().copied();
    let unit = units.find(|unit| unit.as_str() == name);
    unit.ok_or_else(|| format!("unknown unit {name:?}: bytes, chars or utf16"))
}

fn threads(number: &str) -> Result<usize, String> {
    let threads = number
        .parse()
        .ok()
        .filter(|threads| (1..=1024).contains(threads));
    threads.ok_or_else(|| format!("{number:?} is no number of threads: write 1 to 1024"))
}
