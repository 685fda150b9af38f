//! Standard output. A terminal gets only what can be printed.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use griot::DocumentRef;
use griot::document::Json;
use griot::input::Metadata;
use serde::Serialize;

use super::report::{self, Style};
use super::terminal;

pub struct Output {
    pub is_terminal: bool,
    to: BufWriter<StdoutLock<'static>>,
    /// How many reports were written.
    reports: usize,
}

/// The serde form of a document, with where it is from and what else is known of it.
#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Metadata::is_empty")]
    metadata: &'a Metadata,
    #[serde(flatten)]
    document: Json<'a>,
}

/// A document as a line of JSON.
pub fn json_line(source: &str, metadata: &Metadata, document: Json) -> io::Result<String> {
    let line = Line {
        source,
        metadata,
        document,
    };
    Ok(serde_json::to_string(&line)? + "\n")
}

impl Output {
    pub fn new() -> Self {
        let to = io::stdout().lock();
        Self {
            is_terminal: to.is_terminal(),
            to: BufWriter::with_capacity(1 << 16, to),
            reports: 0,
        }
    }

    /// Writes lines.
    pub fn lines(&mut self, lines: &str) -> io::Result<()> {
        let shown = match self.is_terminal {
            true => terminal::lines(lines),
            false => Cow::Borrowed(lines),
        };
        self.to.write_all(shown.as_bytes())
    }

    /// Writes a document as a line of JSON.
    pub fn json(&mut self, source: &str, metadata: &Metadata, document: Json) -> io::Result<()> {
        self.lines(&json_line(source, metadata, document)?)
    }

    /// Writes a report about a document.
    pub fn report(
        &mut self,
        source: &str,
        document: DocumentRef<'_>,
        width: usize,
        snippets: bool,
    ) -> io::Result<()> {
        if self.reports > 0 {
            writeln!(self.to)?;
        }
        self.reports += 1;
        let style = Style {
            colours: self.is_terminal && terminal::has_colours(),
            width,
            snippets,
            show: match self.is_terminal {
                true => terminal::line,
                false => |text| Cow::Borrowed(text),
            },
        };
        report::write(&mut self.to, source, document, style)?;
        if self.is_terminal {
            self.flush()?;
        }
        Ok(())
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
