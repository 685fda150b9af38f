//! Reads the texts that the command line names, one after the other.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use griot::input::records::{Delimited, JsonLines, Record};
use griot::{Date, Error, Span, ZoneKind};
use serde_json::Value;

use crate::arguments::Arguments;
use crate::folder::Found;
use crate::kind::{Choice, Kind};
use crate::terminal::tell;

/// A text with what else is known about it.
pub struct Input {
    pub source: String,
    pub text: String,
    /// The zones that the markup of a web page shows.
    pub zones: Vec<(Span, ZoneKind)>,
    pub date: Option<Date>,
    pub metadata: Vec<(String, Value)>,
}

/// Takes a text, or the error in its place, and fails if the output does.
type Visit<'a> = dyn FnMut(Result<Input, String>) -> io::Result<()> + 'a;

/// Calls `visit` with every text of a path, or with the error, until `visit` fails.
pub fn each(
    path: &str,
    arguments: &Arguments,
    dates: &HashMap<String, Date>,
    visit: &mut Visit<'_>,
) -> io::Result<()> {
    let folder = Path::new(path);
    if path == "-" || !folder.is_dir() {
        return file(path, arguments, dates, visit);
    }
    let takes = |file: &Path| arguments.input.takes(file);
    let found = match Found::in_folder(folder, arguments.recursive, &takes) {
        Ok(found) => found,
        Err(problem) => return visit(Err(problem)),
    };
    let left_out = found.left_out();
    if found.files.is_empty() {
        let wanted = match arguments.input {
            Choice::Name => "no .txt file in this folder; name the files themselves",
            _ => "no file of this kind in this folder",
        };
        let left_out = left_out.map_or(String::new(), |left_out| format!("; {left_out}"));
        return visit(Err(format!("{path}: {wanted}{left_out}")));
    }
    if let Some(left_out) = left_out {
        tell("annotate", &format!("{path}: {left_out}"));
    }
    let mut files = found.files.iter();
    files.try_for_each(|path| file(path, arguments, dates, visit))
}

fn file(
    path: &str,
    arguments: &Arguments,
    dates: &HashMap<String, Date>,
    visit: &mut Visit<'_>,
) -> io::Result<()> {
    let told = |problem: Error| problem.to_string();
    let field = &arguments.text_field;
    let opened = open(path).and_then(|reader| kind(path, reader, arguments));
    let records: Result<Box<dyn Iterator<Item = Result<Record, Error>>>, String> = match opened {
        Err(problem) => Err(problem),
        Ok((Kind::JsonLines, reader)) => Ok(Box::new(JsonLines::new(reader, field))),
        Ok((Kind::Csv, reader)) => Delimited::csv(reader, field)
            .map(|records| Box::new(records) as _)
            .map_err(told),
        Ok((Kind::Tsv, reader)) => Delimited::tsv(reader, field)
            .map(|records| Box::new(records) as _)
            .map_err(told),
        Ok((kind @ (Kind::Text | Kind::Html), mut reader)) => {
            let mut bytes = Vec::new();
            let read = reader.read_to_end(&mut bytes);
            let input = read.map_err(|problem| problem.to_string());
            let input = input.and_then(|_| match kind {
                Kind::Html => page(path, &bytes, arguments),
                _ => text(path, bytes, arguments),
            });
            let name = Path::new(path).file_name().and_then(|name| name.to_str());
            let told = name.and_then(|name| dates.get(name).copied());
            let input = input.map(|input| Input {
                date: told.or(input.date),
                ..input
            });
            return visit(input.map_err(|problem| format!("{path}: {problem}")));
        }
    };
    let records = match records {
        Ok(records) => records,
        Err(problem) => return visit(Err(format!("{path}: {problem}"))),
    };
    for record in records {
        let record = match record {
            Ok(record) => record,
            Err(problem) => {
                visit(Err(format!("{path}: {problem}")))?;
                continue;
            }
        };
        let source = format!("{path}:{}", record.line());
        let date = arguments.date_field.as_ref();
        let date = date.and_then(|name| record.get(name)).map(day);
        let date = match date.transpose() {
            Ok(date) => date,
            Err(problem) => {
                visit(Err(format!("{source}: {problem}; done without it")))?;
                None
            }
        };
        let are_json: Vec<bool> = record.are_json().collect();
        let (text, fields) = record.into_parts();
        let typed = |((name, value), is_json): ((String, String), bool)| {
            let json = is_json.then(|| serde_json::from_str(&value).ok()).flatten();
            (name, json.unwrap_or(Value::String(value)))
        };
        let metadata = fields.into_iter().zip(are_json).map(typed).collect();
        visit(Ok(Input {
            source,
            text,
            zones: Vec::new(),
            date,
            metadata,
        }))?;
    }
    Ok(())
}

fn open(path: &str) -> Result<Box<dyn BufRead>, String> {
    if path == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(path).map_err(|problem| problem.to_string())?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// The kind of an input. A kind that nobody named is told on standard error, unless it is the usual
/// one, text.
fn kind(
    path: &str,
    mut reader: Box<dyn BufRead>,
    arguments: &Arguments,
) -> Result<(Kind, Box<dyn BufRead>), String> {
    match (arguments.input, Kind::of_name(Path::new(path))) {
        (Choice::Given(kind), _) | (Choice::Name, Some(kind)) => return Ok((kind, reader)),
        (Choice::Auto, _) | (Choice::Name, None) => {}
    }
    let (mut head, mut line) = (Vec::new(), Vec::new());
    let mut begin = reader.by_ref().take(1 << 16);
    loop {
        let read = begin.read_until(b'\n', &mut line);
        let length = read.map_err(|problem| problem.to_string())?;
        head.extend_from_slice(&line);
        if length == 0 || !line.trim_ascii().is_empty() {
            break;
        }
        line.clear();
    }
    let kind = Kind::of_line(&line, &arguments.text_field)
        .map_err(|problem| format!("{problem}. --input text reads it as it is"))?;
    if kind != Kind::Text || arguments.input == Choice::Auto {
        let name = kind.name();
        tell(
            "annotate",
            &format!("{path}: taken for {name}; --input says otherwise"),
        );
    }
    Ok((kind, Box::new(Cursor::new(head).chain(reader))))
}

/// Reads a day, optionally followed by a time.
fn day(text: &str) -> Result<Date, Error> {
    text.get(..10).unwrap_or(text).parse()
}

/// Reads a text.
fn text(path: &str, bytes: Vec<u8>, arguments: &Arguments) -> Result<Input, String> {
    let text = match &arguments.encoding {
        Some(label) => decode(path, &bytes, label, false)?,
        None => {
            griot::input::utf8(&bytes).map_err(|problem| problem.to_string())?;
            String::from_utf8(bytes).map_err(|problem| problem.to_string())?
        }
    };
    Ok(Input {
        source: path.to_owned(),
        text,
        zones: Vec::new(),
        date: None,
        metadata: Vec::new(),
    })
}

/// Reads the article of a web page and its metadata.
#[cfg(feature = "html")]
fn page(path: &str, bytes: &[u8], arguments: &Arguments) -> Result<Input, String> {
    let label = arguments.encoding.as_deref().unwrap_or("auto");
    let html = decode(path, bytes, label, true)?;
    let page = griot::input::Page::read(&html).map_err(|problem| problem.to_string())?;
    let metadata = [
        ("title", page.title().map(str::to_owned)),
        ("author", page.author().map(str::to_owned)),
        ("published", page.published().map(|day| day.to_string())),
        (
            "language",
            page.language().map(|language| language.to_string()),
        ),
        ("address", page.url().map(str::to_owned)),
    ];
    let there = |(name, value): (&str, Option<String>)| Some((name.to_owned(), value?.into()));
    Ok(Input {
        source: path.to_owned(),
        zones: page.zones().to_vec(),
        date: page.published(),
        metadata: metadata.into_iter().filter_map(there).collect(),
        text: page.into_text(),
    })
}

#[cfg(not(feature = "html"))]
fn page(_: &str, _: &[u8], _: &Arguments) -> Result<Input, String> {
    Err("web pages want a build with the cargo feature `html`".to_owned())
}

/// Decodes a text in another encoding. Prints a note if the assumed encoding may be wrong.
#[cfg(feature = "encoding")]
fn decode(path: &str, bytes: &[u8], label: &str, html: bool) -> Result<String, String> {
    use griot::input::{Decoder, Evidence};

    let told = |problem: Error| problem.to_string();
    let mut decoder = Decoder::new();
    if label != "auto" {
        decoder = decoder.declared(label).map_err(told)?;
    }
    let decoded = if html {
        decoder.decode_html(bytes)
    } else {
        decoder.decode(bytes)
    };
    let decoded = decoded.map_err(told)?;
    if decoded.evidence() == Evidence::Guess || decoded.replaced() > 0 {
        let (encoding, replaced) = (decoded.encoding(), decoded.replaced());
        let note = format!("{path}: read as {encoding}, {replaced} broken characters replaced");
        tell("annotate", &note);
    }
    Ok(decoded.into_text().into_owned())
}

#[cfg(not(feature = "encoding"))]
fn decode(_: &str, _: &[u8], _: &str, _: bool) -> Result<String, String> {
    Err("--encoding wants a build with the cargo feature `encoding`".to_owned())
}
