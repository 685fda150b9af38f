//! Prints a report for people: what the document is, who, where, which organisations and when, and
//! who says what.

use std::collections::HashMap;
use std::io::{self, Write};

use griot::{DocumentRef, Entity, Label, QuantityKind, Quotation, Sentence, ZoneKind};

use super::terminal::line;
use super::width::{cut, width as width_of};

/// How far the headings reach.
const MARGIN: usize = 16;

/// The number of characters of a sentence that are shown before a name.
const BEFORE: usize = 24;

/// Whether an entity stands below a heading.
type Belongs = fn(&Entity<'_>) -> bool;

/// The headings of the report, and what stands below each.
const COLUMNS: [(&str, Belongs); 7] = [
    ("who", |it| it.label() == Label::PERSON),
    ("where", |it| it.label() == Label::LOCATION),
    ("organisations", |it| it.label() == Label::ORGANISATION),
    ("other names", |it| it.label() == Label::MISC),
    ("when", |it| it.label() == Label::DATE),
    ("how old", is_age),
    ("how much", |it| {
        it.label() == Label::QUANTITY && !is_age(it)
    }),
];

/// How the report is written.
#[derive(Clone, Copy)]
pub struct Style {
    pub colours: bool,
    /// The most columns of a line.
    pub width: usize,
    /// Whether a piece of the text is shown for each name.
    pub snippets: bool,
}

impl Style {
    /// What begins bold and dim writing, and what ends it.
    pub fn marks(self) -> (&'static str, &'static str, &'static str) {
        match self.colours {
            true => ("\x1b[1m", "\x1b[2m", "\x1b[0m"),
            false => ("", "", ""),
        }
    }
}

/// Writes the report.
pub fn write(
    to: &mut impl Write,
    source: &str,
    document: DocumentRef<'_>,
    style: Style,
) -> io::Result<()> {
    let (bold, dim, plain) = style.marks();
    let title = title(document, style.width);
    if !title.is_empty() {
        writeln!(to, "{bold}{title}{plain}")?;
    }
    writeln!(to, "{dim}{}{plain}", line(source))?;
    let language = document.language();
    let sure = if language.reliable { "" } else { ", not sure" };
    let words = document
        .tokens()
        .filter(|token| token.is_word() || token.is_number())
        .count();
    let sentences = count(document.sentences().len(), "sentence");
    let name = language.language.name();
    writeln!(
        to,
        "{name} ({}{sure}) · {sentences} · {}",
        language.language,
        count(words, "word")
    )?;
    for (heading, belongs) in COLUMNS {
        let rows = rows(document, belongs);
        let names: Vec<String> = rows.iter().map(Row::text).collect();
        let lines = if style.snippets {
            names
        } else {
            wrap(&names, style.width)
        };
        for (number, line) in lines.iter().enumerate() {
            let heading = if number == 0 { heading } else { "" };
            writeln!(to, "  {bold}{heading:<14}{plain}{line}")?;
            if let Some(row) = rows.get(number).filter(|_| style.snippets) {
                let snippet = snippet(row.entity, style.width);
                writeln!(to, "{:MARGIN$}{dim}{snippet}{plain}", "")?;
            }
        }
    }
    for (number, (speaker, words)) in quotations(document, style.width).iter().enumerate() {
        let heading = if number == 0 { "who says what" } else { "" };
        writeln!(to, "  {bold}{heading:<14}{plain}{speaker}")?;
        writeln!(to, "{:MARGIN$}{dim}{words}{plain}", "")?;
    }
    Ok(())
}

pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The title with its kicker, or the first sentence of the story, shortened at a word boundary.
fn title(document: DocumentRef<'_>, width: usize) -> String {
    let titles = |it: &Sentence<'_>| matches!(it.zone(), Some(ZoneKind::Title | ZoneKind::Kicker));
    let story =
        |it: &Sentence<'_>| matches!(it.zone(), Some(ZoneKind::Body | ZoneKind::Lede) | None);
    let mut sentences: Vec<_> = document.sentences().filter(titles).collect();
    if sentences.is_empty() {
        sentences.extend(document.sentences().find(story));
    }
    let words = sentences.iter().flat_map(|it| it.text().split_whitespace());
    shortened(words, width)
}

/// Words in one line of at most so many columns.
fn shortened<'a>(words: impl Iterator<Item = &'a str>, width: usize) -> String {
    let (mut shown, mut used) = (String::new(), 0);
    for word in words.map(line) {
        let needed = width_of(&word);
        if used + needed + 3 > width {
            match used {
                // A text without spaces, as Chinese is written.
                0 => shown.push_str(&cut(&word, width)),
                _ => shown.push_str(" …"),
            }
            return shown;
        }
        if used > 0 {
            shown.push(' ');
            used += 1;
        }
        shown.push_str(&word);
        used += needed;
    }
    shown
}

/// What is quoted, with the speaker.
fn quotations(document: DocumentRef<'_>, width: usize) -> Vec<(String, String)> {
    let people = rows(document, |it| it.label() == Label::PERSON);
    let name = |quotation: Quotation<'_>| {
        let id = quotation.speaker_entity().and_then(|it| it.id());
        let row = people
            .iter()
            .find(|row| id.is_some() && row.entity.id() == id);
        let words = row.map(|row| row.entity.text()).or(quotation.speaker());
        words.map_or("–".to_owned(), one_line)
    };
    let quotations = document.quotations().map(|it| {
        let words = it.text().split_whitespace();
        (name(it), shortened(words, width.saturating_sub(MARGIN)))
    });
    quotations.collect()
}

/// A piece of the sentence around a name.
pub fn snippet(entity: Entity<'_>, width: usize) -> String {
    let Some(sentence) = entity.sentence() else {
        return one_line(entity.text());
    };
    let text = sentence.text();
    let before = entity.span().start() - sentence.span().start();
    let head = text.get(..before).unwrap_or_default();
    // At most so many characters before the name, from the start of a word.
    let far = head.char_indices().rev().nth(BEFORE).map(|(at, _)| at);
    let space = far.map(|far| {
        let space = head.get(far..).and_then(|head| head.find(' '));
        space.map_or(before, |at| far + at + 1)
    });
    let dots = if far.is_some() { "… " } else { "" };
    let words = text.get(space.unwrap_or(0)..).unwrap_or_default();
    let words = words.split_whitespace();
    let width = width.saturating_sub(MARGIN + dots.len());
    format!("{dots}{}", shortened(words, width))
}

pub fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().map(line).collect();
    words.join(" ")
}

/// Whether a quantity is somebody's age: `âgé de 42 ans`, `Aïcha, 42 ans,`.
fn is_age(entity: &Entity<'_>) -> bool {
    let quantity = entity.quantity();
    quantity.is_some_and(|it| it.kind() == QuantityKind::Age)
}

/// The value of a date or a quantity. The heading tells the kind of a quantity.
fn value<'a>(entity: Entity<'a>) -> Option<&'a str> {
    let value = entity.value()?;
    match entity.quantity() {
        Some(_) => value.split_once(' ').map(|(_, amount)| amount),
        None => Some(value),
    }
}

/// All mentions of one thing: the one that is shown, and their number.
struct Row<'a> {
    entity: Entity<'a>,
    count: usize,
}

/// The distinct entities that belong below a heading, the most frequent first. Each is shown by its
/// longest mention that is not in capitals. A hashtag or a mention is no name.
fn rows<'a>(document: DocumentRef<'a>, belongs: Belongs) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let is_name = |it: &Entity<'_>| it.tokens().all(|token| !token.is_address());
    for entity in document.outermost().filter(|it| belongs(it) && is_name(it)) {
        let key = entity.id().unwrap_or(entity.text());
        let place = *places.entry(key).or_insert(rows.len());
        let worth = |it: Entity<'_>| (!is_shouted(it), it.text().len());
        match rows.get_mut(place) {
            Some(row) => {
                row.count += 1;
                if worth(entity) > worth(row.entity) {
                    row.entity = entity;
                }
            }
            None => rows.push(Row { entity, count: 1 }),
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    rows
}

/// Whether a person's name is all in capitals.
fn is_shouted(entity: Entity<'_>) -> bool {
    entity.label() == Label::PERSON
        && entity
            .tokens()
            .all(|token| !token.is_word() || token.is_upper())
}

impl Row<'_> {
    fn text(&self) -> String {
        let entity = self.entity;
        let mut row = one_line(entity.text());
        // Without a reference date the year is unknown, and the value says less than the text.
        let value = value(entity).filter(|value| *value != row && !value.starts_with('X'));
        if let Some(value) = value {
            row.push_str(&format!(" = {value}"));
            if let Some(part) = entity.modifier() {
                row.push_str(&format!(" {part}"));
            }
        }
        if let Some(title) = entity.title() {
            row.push_str(&format!(" ({})", one_line(title)));
        }
        if self.count > 1 {
            row.push_str(&format!(" ×{}", self.count));
        }
        row
    }
}

/// Joins items with commas and wraps them to the width that the heading leaves.
pub fn wrap(rows: &[String], width: usize) -> Vec<String> {
    let room = width.saturating_sub(MARGIN);
    let (mut lines, mut used): (Vec<String>, _) = (Vec::new(), 0);
    for (number, row) in rows.iter().enumerate() {
        let comma = if number + 1 < rows.len() { "," } else { "" };
        let item = format!("{}{comma}", cut(row, room.saturating_sub(comma.len())));
        let needed = width_of(&item);
        match lines.last_mut().filter(|_| used + 1 + needed <= room) {
            Some(line) => {
                line.push(' ');
                line.push_str(&item);
                used += 1 + needed;
            }
            None => {
                lines.push(item);
                used = needed;
            }
        }
    }
    lines
}
