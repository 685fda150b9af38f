//! One article: its text with all that was found in it.

use std::fmt::Write;

use griot::duplicates::Near;
use griot::input::Metadata;
use griot::{DocumentRef, Entity, Label, Sentence, ZoneKind};

use super::escape::{Html, count, one_line};
use super::text::Text;

/// How many words people read in a minute.
const PACE: usize = 230;

/// The most characters of a title that was made of the first sentence.
const TITLE: usize = 90;

/// Up to this number of articles all are open at first.
const OPEN: usize = 12;

/// A text, its document, and what else is known of it.
pub struct Article<'a> {
    /// From 1.
    pub number: usize,
    pub source: &'a str,
    pub metadata: &'a Metadata,
    /// The most similar text before it.
    pub earlier: Option<Earlier>,
    pub document: DocumentRef<'a>,
}

/// An earlier article that is much the same.
#[derive(Clone, Copy)]
pub struct Earlier {
    number: usize,
    similarity: f32,
}

impl Earlier {
    pub fn new(near: Near) -> Self {
        Self {
            number: near.number() + 1,
            similarity: near.similarity(),
        }
    }
}

/// The minutes that so many words take.
pub fn minutes(words: usize) -> usize {
    words.div_ceil(PACE)
}

/// The class of the marks of a label.
pub fn class(label: Label) -> &'static str {
    match label.built_in() {
        Some("PER") => "person",
        Some("LOC") => "place",
        Some("ORG") => "organisation",
        Some("DATE") => "date",
        Some("QUANTITY") => "quantity",
        _ => "other",
    }
}

impl<'a> Article<'a> {
    pub fn words(&self) -> usize {
        let words = self.document.tokens();
        words.filter(|it| it.is_word() || it.is_number()).count()
    }

    /// The id of the mark of an entity.
    pub fn anchor(&self, entity: Entity<'_>) -> String {
        format!("m{}-{}", self.number, entity.index())
    }

    /// The title with its kicker, the title that the page gave, or the beginning of the story.
    pub fn title(&self) -> String {
        let titles =
            |it: &Sentence<'_>| matches!(it.zone(), Some(ZoneKind::Title | ZoneKind::Kicker));
        let titles = self.document.sentences().filter(titles);
        let titles: Vec<_> = titles.map(|it| one_line(it.text())).collect();
        if !titles.is_empty() {
            return titles.join(" ");
        }
        if let Some(title) = self.metadata.get("title") {
            return title.to_owned();
        }
        let story =
            |it: &Sentence<'_>| matches!(it.zone(), Some(ZoneKind::Body | ZoneKind::Lede) | None);
        let first = self.document.sentences().find(story);
        let first = first.map_or("", |it| it.text());
        match first.char_indices().nth(TITLE) {
            None if first.is_empty() => self.source.to_owned(),
            None => first.to_owned(),
            Some((end, _)) => {
                let head = first.get(..end).unwrap_or_default();
                let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
                format!("{head} …")
            }
        }
    }

    /// Writes the article.
    pub fn write(&self, html: &mut Html, articles: usize) {
        let number = self.number.to_string();
        let id = format!("a{number}");
        let mut attributes = vec![("id", id.as_str()), ("class", "article")];
        if articles <= OPEN {
            attributes.push(("open", ""));
        }
        html.open("details", &attributes);
        html.open("summary", &[]);
        html.element("span", &[("class", "number")], &number);
        html.element("h3", &[("dir", "auto")], &self.title());
        html.element("span", &[("class", "facts")], &self.facts());
        html.close();
        self.write_origin(html);
        let language = self.document.language().language.code();
        html.open("div", &[("class", "text"), ("lang", language)]);
        Text::new(self).write(html);
        html.close();
        html.close();
    }

    fn facts(&self) -> String {
        let language = self.document.language();
        let mut facts = language.language.name().to_owned();
        if !language.reliable {
            facts.push_str(" (not sure)");
        }
        let words = self.words();
        let sentences = count(self.document.sentences().len(), "sentence");
        let (words, minutes) = (count(words, "word"), minutes(words));
        let _ = write!(facts, " · {words} · {sentences} · {minutes} min");
        facts
    }

    /// Where the article is from, what its page says of it, and what it repeats.
    fn write_origin(&self, html: &mut Html) {
        html.open("dl", &[("class", "origin")]);
        let mut fact = |name: &str, value: &str| {
            html.element("dt", &[], name);
            html.element("dd", &[("dir", "auto")], value);
        };
        fact("source", self.source);
        if let Some(date) = self.document.reference_date() {
            fact("day", &date.to_string());
        }
        for (name, value) in self.metadata.iter() {
            fact(name, value);
        }
        if let Some(earlier) = self.earlier {
            html.element("dt", &[], "repeats");
            html.open("dd", &[]);
            let (number, share) = (earlier.number, earlier.similarity * 100.0);
            let label = format!("article {number}");
            html.element("a", &[("href", &format!("#a{number}"))], &label);
            html.text(&format!(" ({share:.0}\u{a0}% the same)"));
            html.close();
        }
        html.close();
    }
}
