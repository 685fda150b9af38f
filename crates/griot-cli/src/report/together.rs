//! Who stands with whom: how many sentences name two of the most frequent names.

use std::collections::HashMap;

use super::article::Article;
use super::cast::{Cast, Key, Member, key};
use super::escape::{Html, count, one_line};

/// How many names of each kind are compared.
const NAMES: usize = 6;

/// The sentences that name two members.
struct Pair {
    sentences: usize,
    /// The mention of the second one in the first of these sentences.
    anchor: String,
}

/// Writes half a matrix: each pair stands in it once.
pub fn write(html: &mut Html, articles: &[Article<'_>], cast: &Cast<'_>) {
    let kinds = ["person", "organisation", "place"].into_iter();
    let members: Vec<&Member<'_>> = kinds.flat_map(|it| cast.of_kind(it).take(NAMES)).collect();
    let pairs = pairs(articles, &members);
    if pairs.is_empty() {
        html.element(
            "p",
            &[],
            "No sentence names two of the most frequent names.",
        );
        return;
    }
    let help = "How many sentences name both. A number leads to the first one.";
    html.element("p", &[("class", "help")], help);
    let attributes = [
        ("class", "scroll"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", "The matrix, which scrolls"),
    ];
    html.open("div", &attributes);
    html.open("table", &[("class", "matrix")]);
    html.open("thead", &[]);
    html.open("tr", &[]);
    html.element("td", &[], "");
    let columns = members.get(..members.len() - 1).unwrap_or_default();
    for member in columns {
        html.open("th", &[("scope", "col")]);
        name(html, member);
        html.close();
    }
    html.close();
    html.close();
    html.open("tbody", &[]);
    for (row, member) in members.iter().enumerate().skip(1) {
        html.open("tr", &[]);
        html.open("th", &[("scope", "row")]);
        name(html, member);
        html.close();
        for (column, other) in columns.iter().enumerate().take(row) {
            match pairs.get(&(column, row)) {
                Some(pair) => cell(html, pair, member, other),
                None => html.element("td", &[], ""),
            }
        }
        html.close();
    }
    html.close();
    html.close();
    html.close();
}

fn name(html: &mut Html, member: &Member<'_>) {
    let attributes = [("class", member.kind()), ("dir", "auto")];
    html.element("b", &attributes, &one_line(member.name));
}

fn cell(html: &mut Html, pair: &Pair, row: &Member<'_>, column: &Member<'_>) {
    let heat = match pair.sentences {
        1 => "heat1",
        2..=3 => "heat2",
        4..=7 => "heat3",
        _ => "heat4",
    };
    html.open("td", &[("class", heat)]);
    let sentences = count(pair.sentences, "sentence");
    let (row, column) = (one_line(row.name), one_line(column.name));
    let label = format!("{row} and {column}: {sentences}");
    let link = format!("#{}", pair.anchor);
    let attributes = [
        ("href", link.as_str()),
        ("aria-label", label.as_str()),
        ("title", label.as_str()),
    ];
    html.element("a", &attributes, &pair.sentences.to_string());
    html.close();
}

/// The pairs of members that a sentence names, by their numbers, the smaller first.
fn pairs(articles: &[Article<'_>], members: &[&Member<'_>]) -> HashMap<(usize, usize), Pair> {
    let numbers = members.iter().enumerate();
    let numbers: HashMap<Key<'_>, usize> = numbers.map(|(at, it)| (it.key, at)).collect();
    let mut pairs: HashMap<(usize, usize), Pair> = HashMap::new();
    for article in articles {
        let mut named = Vec::new();
        let mut current = None;
        for entity in article.document.outermost() {
            let sentence = entity.sentence().map(|it| it.index());
            if sentence.is_none() || sentence != current {
                named.clear();
                current = sentence;
            }
            let number = key(entity).and_then(|key| numbers.get(&key).copied());
            let Some(number) = number.filter(|it| !named.contains(it)) else {
                continue;
            };
            for other in &named {
                let pair = (number.min(*other), number.max(*other));
                let pair = pairs.entry(pair).or_insert_with(|| Pair {
                    sentences: 0,
                    anchor: article.anchor(entity),
                });
                pair.sentences += 1;
            }
            named.push(number);
        }
    }
    pairs
}
