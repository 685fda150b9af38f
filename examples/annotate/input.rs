//! Reads the texts that the command line names, one after the other.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;

use griot::input::records::{Delimited, JsonLines, Record};
use griot::{Date, Error, Span, ZoneKind};

use crate::arguments::Arguments;
#[cfg(feature = "encoding")]
use crate::terminal::tell;

/// A text with what else is known about it.
pub struct Input {
    pub source: String,
    pub text: String,
    /// The zones that the markup of a web page shows.
    pub zones: Vec<(Span, ZoneKind)>,
    pub date: Option<Date>,
    pub metadata: Vec<(String, String)>,
}

/// Calls `visit` with every text of a path, or with the error, until `visit` fails.
pub fn each(
    path: &str,
    arguments: &Arguments,
    dates: &HashMap<String, Date>,
    visit: &mut dyn FnMut(Result<Input, String>) -> io::Result<()>,
) -> io::Result<()> {
    if path == "-" || !Path::new(path).is_dir() {
        return file(path, arguments, dates, visit);
    }
    match files(Path::new(path), "txt") {
        Err(problem) => visit(Err(problem)),
        Ok(files) if files.is_empty() => visit(Err(format!(
            "{path}: no .txt file in this folder; name the files themselves"
        ))),
        Ok(files) => files
            .iter()
            .try_for_each(|path| file(path, arguments, dates, visit)),
    }
}

fn file(
    path: &str,
    arguments: &Arguments,
    dates: &HashMap<String, Date>,
    visit: &mut dyn FnMut(Result<Input, String>) -> io::Result<()>,
) -> io::Result<()> {
    let open = || match File::open(path) {
        Ok(file) => Ok(BufReader::with_capacity(1 << 16, file)),
        Err(problem) => Err(problem.to_string()),
    };
    let told = |problem: Error| problem.to_string();
    let field = &arguments.text_field;
    let name = Path::new(path);
    let ending = name.extension().and_then(|ending| ending.to_str());
    let records: Result<Box<dyn Iterator<Item = Result<Record, Error>>>, String> = match ending {
        Some("jsonl" | "ndjson") => open().map(|file| Box::new(JsonLines::new(file, field)) as _),
        Some("csv") => open()
            .and_then(|file| Delimited::csv(file, field).map_err(told))
            .map(|records| Box::new(records) as _),
        Some("tsv") => open()
            .and_then(|file| Delimited::tsv(file, field).map_err(told))
            .map(|records| Box::new(records) as _),
        _ => {
            let input = match ending {
                Some("html" | "htm") => page(path, arguments),
                _ => text(path, arguments).map(|text| Input {
                    source: path.to_owned(),
                    text,
                    zones: Vec::new(),
                    date: None,
                    metadata: Vec::new(),
                }),
            };
            let name = name.file_name().and_then(|name| name.to_str());
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
        let (text, metadata) = record.into_parts();
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

/// Reads a day, optionally followed by a time.
fn day(text: &str) -> Result<Date, Error> {
    text.get(..10).unwrap_or(text).parse()
}

fn bytes(path: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = match path {
        "-" => io::stdin().lock().read_to_end(&mut bytes).map(drop),
        path => fs::read(path).map(|read| bytes = read),
    };
    read.map(|()| bytes).map_err(|problem| problem.to_string())
}

/// Reads a text from a file or from standard input.
fn text(path: &str, arguments: &Arguments) -> Result<String, String> {
    let bytes = bytes(path)?;
    match &arguments.encoding {
        Some(label) => decode(path, &bytes, label, false),
        None => {
            griot::input::utf8(&bytes).map_err(|problem| problem.to_string())?;
            String::from_utf8(bytes).map_err(|problem| problem.to_string())
        }
    }
}

/// Reads the article of a web page and its metadata.
#[cfg(feature = "html")]
fn page(path: &str, arguments: &Arguments) -> Result<Input, String> {
    let label = arguments.encoding.as_deref().unwrap_or("auto");
    let html = decode(path, &bytes(path)?, label, true)?;
    let page = griot::input::Page::read(&html).map_err(|problem| problem.to_string())?;
    let metadata = [
        ("title", page.title().map(str::to_owned)),
        ("author", page.author().map(str::to_owned)),
        ("published", page.published().map(|day| day.to_string())),
        (
            "language",
            page.language().map(|language| language.to_string()),
        ),
        ("address", page.address().map(str::to_owned)),
    ];
    let there = |(name, value): (&str, Option<String>)| Some((name.to_owned(), value?));
    Ok(Input {
        source: path.to_owned(),
        zones: page.zones().to_vec(),
        date: page.published(),
        metadata: metadata.into_iter().filter_map(there).collect(),
        text: page.into_text(),
    })
}

#[cfg(not(feature = "html"))]
fn page(_: &str, _: &Arguments) -> Result<Input, String> {
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

/// The files of a folder with this extension, in the order of their names.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<String>, String> {
    let wrong = |problem: io::Error| format!("{}: {problem}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        if path.is_file()
            && path
                .extension()
                .is_some_and(|extension| extension == ending)
        {
            files.push(path.to_string_lossy().into_owned());
        }
    }
    files.sort();
    Ok(files)
}

/// Reads lines of `name<TAB>date`.
pub fn read_dates(path: &str) -> Result<HashMap<String, Date>, String> {
    let text = fs::read_to_string(path).map_err(|problem| format!("{path}: {problem}"))?;
    let mut dates = HashMap::new();
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        let wrong = |problem: &str| format!("{path}, line {}: {problem}", number + 1);
        let (name, date) = line
            .split_once('\t')
            .ok_or_else(|| wrong("no tab: write name, tab, date"))?;
        let date = date
            .parse()
            .map_err(|problem: griot::Error| wrong(&problem.to_string()))?;
        dates.insert(name.to_owned(), date);
    }
    Ok(dates)
}
