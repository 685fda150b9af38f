//! Lines and rows for other programs, and the width of a terminal for people.

use std::io;

use crate::shared::output::Output;

/// The most characters of a line of a report that no terminal shows.
const WIDTH: usize = 78;

impl Output {
    /// Writes one line. White space in it becomes one space.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        let mut words = text.split_whitespace();
        self.lines(words.next().unwrap_or_default())?;
        for word in words {
            self.lines(" ")?;
            self.lines(word)?;
        }
        self.lines("\n")
    }

    /// Writes a row of a table.
    pub fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        let mut row = String::new();
        for (number, cell) in cells.iter().enumerate() {
            if number > 0 {
                row.push('\t');
            }
            push_cell(&mut row, cell);
        }
        self.lines(&(row + "\n"))
    }

    /// The most characters of a line of a report.
    pub fn width(&self) -> usize {
        let terminal = self.is_terminal.then(terminal_size::terminal_size);
        let columns = terminal.flatten().map(|(width, _)| usize::from(width.0));
        columns.map_or(WIDTH, |columns| columns.clamp(40, 120))
    }
}

/// Appends a cell. What would end it is escaped, and so is the sign of escapes.
pub fn push_cell(row: &mut String, cell: &str) {
    for c in cell.chars() {
        match c {
            '\\' => row.push_str("\\\\"),
            '\t' => row.push_str("\\t"),
            '\n' => row.push_str("\\n"),
            '\r' => row.push_str("\\r"),
            c => row.push(c),
        }
    }
}
