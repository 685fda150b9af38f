//! The cast: who and what the articles name, how it is written, and where.

use std::collections::HashMap;

use griot::{Entity, Label};

use super::article::{Article, class};
use super::escape::{Html, count, grouped, one_line};

/// How many names of a kind are seen at first.
const SHOWN: usize = 24;

/// How many links, titles and spellings a name has at most.
const LINKS: usize = 24;

/// What two mentions of one thing agree in.
pub type Key<'a> = (Label, &'a str);

/// The kinds of names, in their order.
const KINDS: [(&str, &str); 4] = [
    ("person", "People"),
    ("place", "Places"),
    ("organisation", "Organisations"),
    ("other", "Other names"),
];

/// All mentions of one thing.
pub struct Member<'a> {
    pub key: Key<'a>,
    /// The longest spelling that is not in capitals.
    pub name: &'a str,
    pub mentions: usize,
    titles: Vec<&'a str>,
    spellings: Vec<&'a str>,
    places: Vec<Place>,
}

/// The mentions in one article.
struct Place {
    article: usize,
    mentions: usize,
    /// The first one.
    anchor: String,
}

/// What is named in articles, the most frequent first.
pub struct Cast<'a> {
    pub members: Vec<Member<'a>>,
}

/// What an entity is a mention of. `None` for dates and quantities, and for a hashtag, which is no name.
pub fn key(entity: Entity<'_>) -> Option<Key<'_>> {
    let label = entity.label();
    let is_name = !matches!(label, Label::DATE | Label::QUANTITY);
    let is_address = entity.tokens().any(|token| token.is_address());
    let is_named = is_name && !is_address;
    is_named.then(|| (label, entity.id().unwrap_or(entity.text())))
}

impl<'a> Cast<'a> {
    pub fn new(articles: &[Article<'a>]) -> Self {
        let mut members: Vec<Member<'a>> = Vec::new();
        let mut numbers: HashMap<Key<'a>, usize> = HashMap::new();
        for article in articles {
            for entity in article.document.outermost() {
                let Some(key) = key(entity) else { continue };
                let number = *numbers.entry(key).or_insert(members.len());
                if number == members.len() {
                    members.push(Member::new(key, entity));
                }
                if let Some(member) = members.get_mut(number) {
                    member.add(article, entity);
                }
            }
        }
        // The sort is stable: of equals the first named comes first.
        members.sort_by_key(|it| std::cmp::Reverse(it.mentions));
        Self { members }
    }

    /// The members of a kind, the most frequent first.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter().filter(move |it| it.kind() == kind)
    }

    pub fn write(&self, html: &mut Html) {
        for (kind, heading) in KINDS {
            let members: Vec<_> = self.of_kind(kind).collect();
            if members.is_empty() {
                continue;
            }
            html.open("section", &[("class", "kind"), ("aria-labelledby", kind)]);
            html.open("h3", &[("id", kind)]);
            html.text(heading);
            html.text(" ");
            let number = grouped(members.len());
            html.element("span", &[("class", "count")], &number);
            html.close();
            let (first, rest) = members.split_at(members.len().min(SHOWN));
            write_list(html, first);
            if !rest.is_empty() {
                html.open("details", &[]);
                let more = format!("{} more", grouped(rest.len()));
                html.element("summary", &[], &more);
                write_list(html, rest);
                html.close();
            }
            html.close();
        }
    }
}

fn write_list(html: &mut Html, members: &[&Member<'_>]) {
    html.open("ul", &[("class", "cast")]);
    for member in members {
        member.write(html);
    }
    html.close();
}

impl<'a> Member<'a> {
    fn new(key: Key<'a>, entity: Entity<'a>) -> Self {
        Self {
            key,
            name: entity.text(),
            mentions: 0,
            titles: Vec::new(),
            spellings: Vec::new(),
            places: Vec::new(),
        }
    }

    fn add(&mut self, article: &Article<'a>, entity: Entity<'a>) {
        self.mentions += 1;
        let text = entity.text();
        if worth(text) > worth(self.name) {
            self.name = text;
        }
        remember(&mut self.spellings, text);
        if let Some(title) = entity.title() {
            remember(&mut self.titles, title);
        }
        match self.places.last_mut() {
            Some(place) if place.article == article.number => place.mentions += 1,
            _ => self.places.push(Place {
                article: article.number,
                mentions: 1,
                anchor: article.anchor(entity),
            }),
        }
    }

    /// The class of the marks.
    pub fn kind(&self) -> &'static str {
        class(self.key.0)
    }

    fn write(&self, html: &mut Html) {
        html.open("li", &[("class", "member")]);
        html.open("p", &[("class", "name")]);
        let class = self.kind();
        html.element(
            "b",
            &[("class", class), ("dir", "auto")],
            &one_line(self.name),
        );
        let mentions = count(self.mentions, "mention");
        let label = [("class", "count"), ("title", mentions.as_str())];
        html.element("span", &label, &grouped(self.mentions));
        html.close();
        list(html, "titles", &self.titles);
        let others = self.spellings.iter().copied();
        let others: Vec<_> = others.filter(|it| *it != self.name).collect();
        list(html, "also", &others);
        html.open("p", &[("class", "links")]);
        for place in self.places.iter().take(LINKS) {
            let (number, mentions) = (place.article, count(place.mentions, "mention"));
            let label = format!("article {number}, {mentions}");
            let link = format!("#{}", place.anchor);
            let attributes = [("href", link.as_str()), ("aria-label", label.as_str())];
            html.open("a", &attributes);
            html.text(&number.to_string());
            if place.mentions > 1 {
                let times = format!("×{}", place.mentions);
                html.element("span", &[("class", "times")], &times);
            }
            html.close();
            html.text(" ");
        }
        if let Some(more) = self.places.len().checked_sub(LINKS + 1) {
            html.text(&format!("and {}", count(more + 1, "other article")));
        }
        html.close();
        html.close();
    }
}

/// Which of two spellings names a thing better.
fn worth(text: &str) -> (bool, usize) {
    let is_shouted = text.chars().count() > 4 && !text.chars().any(char::is_lowercase);
    (!is_shouted, text.chars().count())
}

fn remember<'a>(texts: &mut Vec<&'a str>, text: &'a str) {
    if texts.len() < LINKS && !texts.contains(&text) {
        texts.push(text);
    }
}

/// Writes the titles or the other spellings.
fn list(html: &mut Html, class: &'static str, texts: &[&str]) {
    if texts.is_empty() {
        return;
    }
    html.open("p", &[("class", class)]);
    for (number, text) in texts.iter().enumerate() {
        html.text(if number > 0 { ", " } else { "" });
        html.element("span", &[("dir", "auto")], &one_line(text));
    }
    html.close();
}
