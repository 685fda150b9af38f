//! `griot read`: the plain text of pages, records and files in other encodings.

use griot::input::Metadata;
use serde::Serialize;

use crate::Failure;
use crate::inputs::{Errors, Inputs};
use crate::shared::output::Output;
use crate::usage::choice;

/// Print the plain text of web pages, records and files in other encodings.
///
/// Above the text stands where it is from, and what the page or the record says of it: title, author, date
/// and address of a page, the other fields of a record.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// For people, or a line of JSON for each text.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = choice(FORMATS))]
    format: Format,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, Debug)]
enum Format {
    Text,
    Json,
}

const FORMATS: &[(&str, Format)] = &[("text", Format::Text), ("json", Format::Json)];

#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Metadata::is_empty")]
    metadata: &'a Metadata,
    text: &'a str,
}

pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let (mut output, errors) = (Output::new(), Errors::default());
    let mut first = true;
    let inputs = arguments.inputs.texts()?;
    for input in inputs.filter_map(|input| errors.keep(input)) {
        let (source, text) = (input.source.as_str(), input.text.text());
        let metadata = input.text.metadata();
        match arguments.format {
            Format::Json => {
                let line = Line {
                    source,
                    metadata,
                    text,
                };
                let line = serde_json::to_string(&line).map_err(std::io::Error::from)?;
                output.lines(&(line + "\n"))?;
            }
            Format::Text => {
                if !first {
                    output.lines("\n")?;
                }
                output.line(&format!("source: {source}"))?;
                for (name, value) in metadata.iter() {
                    output.line(&format!("{name}: {value}"))?;
                }
                output.lines("\n")?;
                output.lines(text)?;
                if !text.ends_with('\n') {
                    output.lines("\n")?;
                }
            }
        }
        first = false;
    }
    output.flush()?;
    Ok(errors.is_empty())
}
