//! Parses the command line.

use griot::{Date, Language, LayerSet, LineBreaks};

pub const HELP: &str = "\
usage: annotate [OPTIONS] PATH...

PATH is a text in UTF-8, a folder with .txt files, or - for standard input. A .jsonl, .ndjson,
.csv or .tsv file holds many texts, an .html or .htm file an article.

  --lang CODE            the language of the texts, as fr; told from each text otherwise
  --mixed                a text may change its language from paragraph to paragraph, or from
                         sentence to sentence
  --line-breaks MEANING  hard: each ends a sentence (the default); soft: only an empty line does;
                         auto: soft in texts that are wrapped at a column
  --format FORMAT        text (for people), json (a line a document) or conllu
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
  --link                 make the ids of entities common to all inputs
  --descriptive          find organisations that are described and not named: armée nigérienne
  --help                 this text
";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
    Conllu,
}

#[derive(Debug)]
pub struct Arguments {
    pub language: Option<Language>,
    pub mixed: bool,
    pub line_breaks: LineBreaks,
    pub format: Format,
    pub layers: LayerSet,
    pub date: Option<Date>,
    pub dates: Option<String>,
    pub text_field: String,
    pub date_field: Option<String>,
    pub encoding: Option<String>,
    pub models: Option<String>,
    pub link: bool,
    pub descriptive: bool,
    pub snippets: bool,
    pub inputs: Vec<String>,
}

/// The arguments, or `None` if the user asked for help.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Option<Arguments>, String> {
    let mut parsed = Arguments {
        language: None,
        mixed: false,
        line_breaks: LineBreaks::default(),
        format: Format::Text,
        layers: LayerSet::ALL,
        date: None,
        dates: None,
        text_field: "text".to_owned(),
        date_field: None,
        encoding: None,
        models: None,
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
            "--help" => return Ok(None),
            "--lang" => parsed.language = Some(value()?.parse().map_err(wrong)?),
            "--format" => {
                parsed.format = match value()?.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    "conllu" => Format::Conllu,
                    other => return Err(format!("unknown format {other:?}: text, json or conllu")),
                }
            }
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
    Ok(Some(parsed))
}
