//! Standard output. A terminal gets only what can be printed.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use griot::document::Json;
use griot::input::Metadata;

use super::report::Style;
use super::terminal;

pub struct Output {
    pub is_terminal: bool,
    to: BufWriter<StdoutLock<'static>>,
    /// Whether something for people was written.
    has_people: bool,
}

/// A document as a line of JSON, with where it is from and what else is known of it.
pub fn json_line(source: &str, metadata: &Metadata, document: Json) -> io::Result<String> {
    let mut line = format!("{{\"source\":{}", serde_json::to_string(source)?);
    if !metadata.is_empty() {
        line += ",\"metadata\":";
        line += &serde_json::to_string(metadata)?;
    }
    line.push(',');
    line += document.into_string().trim_start_matches('{');
    line.push('\n');
    Ok(line)
}

impl Output {
    pub fn new() -> Self {
        let to = io::stdout().lock();
        Self {
            is_terminal: to.is_terminal(),
            to: BufWriter::with_capacity(1 << 16, to),
            has_people: false,
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

    /// Writes what is for people, with an empty line before each but the first. None of it has a character
    /// that a terminal obeys, for a pipe to `head` or `less` ends in one too.
    pub fn people(
        &mut self,
        width: usize,
        snippets: bool,
        write: impl FnOnce(&mut BufWriter<StdoutLock<'static>>, Style) -> io::Result<()>,
    ) -> io::Result<()> {
        if std::mem::replace(&mut self.has_people, true) {
            writeln!(self.to)?;
        }
        let style = Style {
            colours: self.is_terminal && terminal::has_colours(),
            width,
            snippets,
        };
        write(&mut self.to, style)?;
        if self.is_terminal {
            self.flush()?;
        }
        Ok(())
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
