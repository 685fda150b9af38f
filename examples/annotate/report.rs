//! Prints a report for people: what the document is, and who, where, which organisations and when.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

use griot::{DocumentRef, Entity, Label, Sentence, ZoneKind};

const WIDTH: usize = 78;

/// The headings of the report, by label.
const COLUMNS: [(&str, Label); 6] = [
    ("who", Label::PERSON),
    ("where", Label::LOCATION),
    ("organisations", Label::ORGANISATION),
    ("other names", Label::MISC),
    ("when", Label::DATE),
    ("how much", Label::QUANTITY),
];

/// Writes the report. `show` makes a text of the document fit for where it is written to.
pub fn write(
    to: &mut impl Write,
    source: &str,
    document: DocumentRef<'_>,
    colours: bool,
    show: fn(&str) -> Cow<'_, str>,
) -> io::Result<()> {
    let (bold, dim, plain) = if colours {
        ("\x1b[1m", "\x1b[2m", "\x1b[0m")
    } else {
        ("", "", "")
    };
    let title = title(document);
    if !title.is_empty() {
        writeln!(to, "{bold}{}{plain}", show(&title))?;
    }
    writeln!(to, "{dim}{}{plain}", show(source))?;
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
    for (heading, label) in COLUMNS {
        let rows = rows(document, label);
        if rows.is_empty() {
            continue;
        }
        for (number, line) in wrap(&rows).iter().enumerate() {
            let heading = if number == 0 { heading } else { "" };
            writeln!(to, "  {bold}{heading:<14}{plain}{}", show(line))?;
        }
    }
    Ok(())
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The title with its kicker, or the first sentence of the story, shortened at a word boundary.
fn title(document: DocumentRef<'_>) -> String {
    let titles = |it: &Sentence<'_>| matches!(it.zone(), Some(ZoneKind::Title | ZoneKind::Kicker));
    let story =
        |it: &Sentence<'_>| matches!(it.zone(), Some(ZoneKind::Body | ZoneKind::Lede) | None);
    let mut sentences: Vec<_> = document.sentences().filter(titles).collect();
    if sentences.is_empty() {
        sentences.extend(document.sentences().find(story));
    }
    let text: Vec<&str> = sentences
        .iter()
        .flat_map(|it| it.text().split_whitespace())
        .collect();
    let mut title = String::new();
    for word in &text {
        if title.chars().count() + word.chars().count() + 3 > WIDTH {
            title.push_str(" …");
            return title;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title
}

/// The distinct entities of a label, the most frequent first. Each is shown by its longest mention.
fn rows(document: DocumentRef<'_>, label: Label) -> Vec<String> {
    let mut order: Vec<(String, Entity<'_>, usize)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for entity in document.flat().filter(|entity| entity.label() == label) {
        let key = entity.id().unwrap_or(entity.text()).to_owned();
        let place = *places.entry(key.clone()).or_insert(order.len());
        match order.get_mut(place) {
            Some((_, longest, count)) => {
                *count += 1;
                if entity.text().len() > longest.text().len() {
                    *longest = entity;
                }
            }
            None => order.push((key, entity, 1)),
        }
    }
    order.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    order
        .iter()
        .map(|(_, entity, count)| row(*entity, *count))
        .collect()
}

fn row(entity: Entity<'_>, count: usize) -> String {
    let name: Vec<&str> = entity.text().split_whitespace().collect();
    let mut row = name.join(" ");
    // Without a reference date the year is unknown, and the value says less than the text.
    if let Some(value) = entity
        .value()
        .filter(|value| *value != row && !value.starts_with('X'))
    {
        row.push_str(&format!(" = {value}"));
        if let Some(part) = entity.modifier() {
            row.push_str(&format!(" {part}"));
        }
    }
    if let Some(title) = entity.title() {
        let title: Vec<&str> = title.split_whitespace().collect();
        row.push_str(&format!(" ({})", title.join(" ")));
    }
    if count > 1 {
        row.push_str(&format!(" ×{count}"));
    }
    row
}

/// Joins items with commas and wraps them to the width that the heading leaves.
fn wrap(rows: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let comma = if number + 1 < rows.len() { "," } else { "" };
        let item = format!("{row}{comma}");
        match lines.last_mut() {
            Some(line) if line.chars().count() + item.chars().count() + 17 <= WIDTH => {
                line.push(' ');
                line.push_str(&item);
            }
            _ => lines.push(item),
        }
    }
    lines
}
