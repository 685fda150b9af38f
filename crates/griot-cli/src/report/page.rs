//! The page: its head, its sections in their order, and the style and the script that it brings.

use std::collections::BTreeMap;

use super::article::{Article, minutes};
use super::cast::Cast;
use super::escape::{Html, count, grouped};
use super::{timeline, together};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What the browser may do: apply this style and run this script, told by their SHA-256, and nothing else.
/// A test says what to write here when a file has changed.
const POLICY: &str = "default-src 'none'; \
    style-src 'sha256-tsjw+saltkmIFK/6NZ18HF8HiEa/CHWzCb9M3SmtDx8='; \
    script-src 'sha256-LUsrchm1Tps1KbhIrPDGQ/S4gBO2Fc1tloRFwoqFqkc='; \
    base-uri 'none'; form-action 'none'";

/// The classes of marks.
const LEGEND: [&str; 8] = [
    "person",
    "place",
    "organisation",
    "date",
    "quantity",
    "other",
    "address",
    "quotation",
];

/// The whole page.
pub fn page(articles: &[Article<'_>]) -> String {
    let cast = Cast::new(articles);
    let mut html = Html::new();
    let title = format!("Report on {}", count(articles.len(), "article"));
    html.open("html", &[("lang", "en")]);
    write_head(&mut html, &title);
    html.open("body", &[]);
    html.element(
        "a",
        &[("class", "skip"), ("href", "#articles")],
        "Skip to the articles",
    );
    write_header(&mut html, &title, articles, &cast);
    html.open("main", &[]);
    if articles.is_empty() {
        html.element("p", &[], "There was no text to report on.");
    } else {
        section(&mut html, "cast", "Cast", |html| cast.write(html));
        section(&mut html, "timeline", "Timeline", |html| {
            timeline::write(html, articles)
        });
        section(&mut html, "together", "Together in a sentence", |html| {
            together::write(html, articles, &cast);
        });
        section(&mut html, "articles", "Articles", |html| {
            write_articles(html, articles)
        });
    }
    html.close();
    let attributes = [
        ("id", "inspector"),
        ("role", "status"),
        ("aria-label", "What is marked"),
    ];
    html.element("aside", &attributes, "");
    html.own("script", SCRIPT);
    html.finish()
}

fn write_head(html: &mut Html, title: &str) {
    html.open("head", &[]);
    html.void("meta", &[("charset", "utf-8")]);
    html.void(
        "meta",
        &[
            ("http-equiv", "Content-Security-Policy"),
            ("content", POLICY),
        ],
    );
    html.void(
        "meta",
        &[
            ("name", "viewport"),
            ("content", "width=device-width, initial-scale=1"),
        ],
    );
    html.void(
        "meta",
        &[("name", "color-scheme"), ("content", "light dark")],
    );
    html.element("title", &[], title);
    html.own("style", STYLE);
    html.close();
}

fn write_header(html: &mut Html, title: &str, articles: &[Article<'_>], cast: &Cast<'_>) {
    html.open("header", &[]);
    html.element("h1", &[], title);
    html.open("dl", &[("class", "figures")]);
    let mut figure = |name: &str, value: &str| {
        html.open("div", &[]);
        html.element("dt", &[], name);
        html.element("dd", &[], value);
        html.close();
    };
    let words: usize = articles.iter().map(Article::words).sum();
    figure("words", &grouped(words));
    figure("minutes to read", &grouped(minutes(words)));
    figure("people", &grouped(cast.of_kind("person").count()));
    figure("places", &grouped(cast.of_kind("place").count()));
    figure(
        "organisations",
        &grouped(cast.of_kind("organisation").count()),
    );
    let repeated = articles.iter().filter(|it| it.earlier.is_some()).count();
    figure("duplicates", &grouped(repeated));
    let languages = languages(articles);
    let name = if languages.len() == 1 {
        "language"
    } else {
        "languages"
    };
    figure(name, &languages.join(", "));
    html.close();
    html.open("nav", &[("aria-label", "Sections")]);
    for (link, name) in [
        ("#cast", "Cast"),
        ("#timeline", "Timeline"),
        ("#together", "Together"),
        ("#articles", "Articles"),
    ] {
        html.element("a", &[("href", link)], name);
        html.text(" ");
    }
    html.close();
    html.open("div", &[("class", "tools"), ("role", "search")]);
    html.element("label", &[("for", "filter")], "Filter names and articles");
    html.void(
        "input",
        &[
            ("id", "filter"),
            ("type", "search"),
            ("autocomplete", "off"),
        ],
    );
    html.element("output", &[("id", "found"), ("for", "filter")], "");
    html.close();
    html.close();
}

/// The languages, the most frequent first.
fn languages(articles: &[Article<'_>]) -> Vec<&'static str> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for article in articles {
        let language = article.document.language().language;
        *counts.entry(language.name()).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().map(|(name, _)| name).collect()
}

fn section(html: &mut Html, id: &'static str, heading: &str, write: impl FnOnce(&mut Html)) {
    html.open("section", &[("aria-labelledby", id)]);
    html.element("h2", &[("id", id), ("tabindex", "-1")], heading);
    write(html);
    html.close();
}

fn write_articles(html: &mut Html, articles: &[Article<'_>]) {
    html.open("div", &[("class", "bar")]);
    html.open("p", &[("class", "legend")]);
    for class in LEGEND {
        let name = if class == "other" { "name" } else { class };
        html.element("span", &[("class", class)], name);
        html.text(" ");
    }
    html.close();
    html.open("p", &[]);
    html.element("button", &[("type", "button"), ("id", "open")], "Open all");
    html.text(" ");
    html.element(
        "button",
        &[("type", "button"), ("id", "close")],
        "Close all",
    );
    html.close();
    html.close();
    let help =
        "Arrow keys go from mark to mark in a text, with Shift from word to word. Escape ends it.";
    html.element("p", &[("class", "help"), ("id", "help")], help);
    for article in articles {
        article.write(html, articles.len());
    }
}
