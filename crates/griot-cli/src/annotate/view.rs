//! Tables for people: a row for each sentence, token or entity, in the width of the terminal.

use std::io::{self, Write};

use griot::{DocumentRef, Entity, Token};

use super::table::Rows;
use crate::shared::report::{Style, snippet};
use crate::shared::terminal::line;
use crate::shared::width::{cut, split, width};

/// The columns between two cells.
const GAP: usize = 2;
/// A column that is cut keeps so many.
const LEAST: usize = 4;

/// Writes the view of a document below its source.
pub fn write(
    to: &mut impl Write,
    source: &str,
    document: DocumentRef<'_>,
    rows: Rows,
    style: Style,
) -> io::Result<()> {
    let (_, dim, plain) = style.marks();
    writeln!(to, "{dim}{}{plain}", line(source))?;
    match rows {
        Rows::Sentences => sentences(document).write(to, style),
        Rows::Tokens => tokens(document).write(to, style),
        Rows::Entities => entities(document, style).write(to, style),
    }
}

fn sentences(document: DocumentRef<'_>) -> Table<4> {
    let mut table = Table::new(["", "zone", "language", "sentence"]);
    let main = document.language().language;
    for (number, sentence) in document.sentences().enumerate() {
        let zone = sentence.zone().map_or("", |it| it.as_str());
        let language = Some(sentence.language()).filter(|it| *it != main);
        table.row([
            &(number + 1).to_string(),
            zone,
            language.map_or("", |it| it.code()),
            sentence.text(),
        ]);
    }
    table
}

fn tokens(document: DocumentRef<'_>) -> Table<7> {
    let mut table = Table::new(["token", "norm", "stem", "lemma", "part", "features", "name"]);
    let add = |table: &mut Table<7>, token: Token<'_>| {
        let part = token.pos().map_or(token.kind().as_str(), |it| it.as_str());
        let morph = token.morph().map_or(String::new(), |it| it.to_string());
        // Their names are known to who asks for them: `Fem Plur`.
        let values = morph.split('|').filter_map(|it| it.split_once('='));
        let values: Vec<_> = values.map(|(_, value)| value).collect();
        table.row([
            token.text(),
            token.norm().unwrap_or_default(),
            token.stem().unwrap_or_default(),
            token.lemma().unwrap_or_default(),
            part,
            &values.join(" "),
            token.entity().map_or("", |it| it.label_str()),
        ]);
    };
    if document.sentences().len() == 0 {
        document.tokens().for_each(|token| add(&mut table, token));
    }
    for (number, sentence) in document.sentences().enumerate() {
        if number > 0 {
            table.rows.push(None);
        }
        sentence.tokens().for_each(|token| add(&mut table, token));
    }
    table
}

fn entities(document: DocumentRef<'_>, style: Style) -> Table<6> {
    let mut table = Table::new(["entity", "label", "value or id", "title", "score", "around"]);
    for entity in document.entities() {
        let value = entity.value().or(entity.id()).unwrap_or_default();
        let around = style.snippets.then(|| snippet(entity, style.width));
        table.row([
            entity.text(),
            entity.label_str(),
            &with_modifier(entity, value),
            entity.title().unwrap_or_default(),
            &format!("{:.2}", entity.score()),
            &around.unwrap_or_default(),
        ]);
    }
    table
}

fn with_modifier(entity: Entity<'_>, value: &str) -> String {
    match entity.modifier() {
        Some(modifier) => format!("{value} {modifier}"),
        None => value.to_owned(),
    }
}

/// Rows of cells in one line each, but the last cell, which may take several.
struct Table<const N: usize> {
    head: [&'static str; N],
    /// `None` for an empty line.
    rows: Vec<Option<[String; N]>>,
}

impl<const N: usize> Table<N> {
    fn new(head: [&'static str; N]) -> Self {
        Self {
            head,
            rows: Vec::new(),
        }
    }

    fn row(&mut self, cells: [&str; N]) {
        let one_line = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let cells = cells.map(|cell| line(&one_line(cell)).into_owned());
        self.rows.push(Some(cells));
    }

    /// Writes the table. A column without a value is left out.
    fn write(&self, to: &mut impl Write, style: Style) -> io::Result<()> {
        let (bold, _, plain) = style.marks();
        let widths = self.widths(style.width);
        let head = self.head.map(str::to_owned);
        if self.rows.is_empty() {
            return Ok(());
        }
        write!(to, "{bold}")?;
        write_row(to, &head, &widths)?;
        write!(to, "{plain}")?;
        self.rows.iter().try_for_each(|row| match row {
            Some(cells) => write_row(to, cells, &widths),
            None => writeln!(to),
        })
    }

    /// The width of each column, 0 for one that is left out. All together they fit in `most`, and the widest
    /// ones give way.
    fn widths(&self, most: usize) -> [usize; N] {
        let mut widths = [0; N];
        for row in self.rows.iter().flatten() {
            for (cell, widest) in row.iter().zip(&mut widths) {
                *widest = width(cell).max(*widest);
            }
        }
        for (head, widest) in self.head.iter().zip(&mut widths) {
            if *widest > 0 {
                *widest = width(head).max(*widest).min(most);
            }
        }
        let gaps = GAP
            * widths
                .iter()
                .filter(|it| **it > 0)
                .count()
                .saturating_sub(1);
        let room = most.saturating_sub(gaps);
        let fits = |cap: usize| widths.iter().map(|it| cap.min(*it)).sum::<usize>() <= room;
        let cap = (LEAST..=most).rev().find(|cap| fits(*cap)).unwrap_or(LEAST);
        widths.map(|it| it.min(cap))
    }
}

fn write_row<const N: usize>(
    to: &mut impl Write,
    cells: &[String; N],
    widths: &[usize; N],
) -> io::Result<()> {
    let (mut row, mut indent) = (String::new(), 0);
    let mut columns = cells
        .iter()
        .zip(widths)
        .filter(|(_, width)| **width > 0)
        .peekable();
    while let Some((cell, most)) = columns.next() {
        if columns.peek().is_some() {
            let cell = cut(cell, *most);
            indent += most + GAP;
            row.push_str(&cell);
            row.extend(std::iter::repeat_n(
                ' ',
                most + GAP - width(&cell).min(*most),
            ));
            continue;
        }
        for (number, piece) in fold(cell, *most).iter().enumerate() {
            if number > 0 {
                row.push('\n');
                row.extend(std::iter::repeat_n(' ', indent));
            }
            row.push_str(piece);
        }
    }
    let lines = row.lines().map(str::trim_end);
    lines
        .into_iter()
        .try_for_each(|line| writeln!(to, "{line}"))
}

/// A text in lines of at most so many columns, which end between words where they can.
fn fold(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let mut rest = word;
        while !rest.is_empty() {
            let space = usize::from(used > 0);
            let needed = width(rest);
            let (piece, after) = match needed + space + used <= most {
                true => (rest, ""),
                // A word that no line holds begins on one of its own.
                false if used == 0 => split(rest, most.max(2)),
                false => ("", rest),
            };
            if let Some(line) = lines.last_mut().filter(|_| !piece.is_empty()) {
                line.push_str(if space > 0 { " " } else { "" });
                line.push_str(piece);
                used += space + width(piece);
            }
            rest = after;
            if !rest.is_empty() {
                lines.push(String::new());
                used = 0;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words() {
        for (text, most, expected) in [
            (
                "Le général Tiani  est\nlà.",
                10,
                &["Le général", "Tiani est", "là."][..],
            ),
            ("漢字漢字漢", 4, &["漢字", "漢字", "漢"]),
            (
                "à incontestablement là",
                8,
                &["à", "incontes", "tablemen", "t là"],
            ),
            ("漢", 1, &["漢"]),
            ("", 5, &[""]),
        ] {
            assert_eq!(fold(text, most), expected, "{text} {most}");
        }
    }
}
