//! Web pages, each beside what its article is: `tests/data/pages/`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::path::PathBuf;

use griot::input::{Decoder, Page};

/// What a page should give.
struct Gold {
    name: String,
    page: Page,
    fields: HashMap<String, String>,
    text: String,
}

fn pages() -> Vec<Gold> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/pages");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect();
    files.sort();
    let read = |path: PathBuf| {
        let gold = std::fs::read_to_string(path.with_extension("txt")).unwrap();
        let (head, text) = gold.split_once("\n\n").unwrap();
        let fields = head.lines().map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_owned(), value.trim().to_owned())
        });
        let bytes = std::fs::read(&path).unwrap();
        let decoded = Decoder::new().decode_html(&bytes).unwrap();
        assert_eq!(decoded.replaced(), 0);
        Gold {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            page: Page::read(decoded.text()).unwrap(),
            fields: fields.collect(),
            text: text.to_owned(),
        }
    };
    files.into_iter().map(read).collect()
}

fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// The harmonic mean of precision and recall, over words.
fn f1(found: &str, gold: &str) -> f64 {
    let (found, gold) = (words(found), words(gold));
    let both: usize = gold
        .iter()
        .map(|(word, count)| (*count).min(found.get(word).copied().unwrap_or(0)))
        .sum();
    let all: usize = found.values().sum::<usize>() + gold.values().sum::<usize>();
    2.0 * both as f64 / all as f64
}

#[test]
fn the_article_is_told_from_the_page() {
    let pages = pages();
    assert_eq!(pages.len(), 20);
    let mut sum = 0.0;
    for gold in &pages {
        let page = &gold.page;
        let found = f1(&page.text()[page.body()], &gold.text);
        println!("{:14} {found:.3}", gold.name);
        sum += found;
    }
    let mean = sum / pages.len() as f64;
    println!("mean {mean:.4}");
    assert!(mean >= 0.97, "{mean}");
}

#[test]
fn what_pages_say_of_themselves() {
    let space = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wrong = Vec::new();
    let mut anonymous = Vec::new();
    for gold in pages() {
        let page = gold.page;
        for (name, found) in [
            ("title", page.title().map(space)),
            ("date", page.published().map(|day| day.to_string())),
            ("author", page.author().map(space)),
            (
                "lang",
                page.language().map(|language| language.code().to_owned()),
            ),
            ("url", page.address().map(str::to_owned)),
        ] {
            let expected = &gold.fields[name];
            // A signature that nothing marks as one is missed.
            if name == "author" && found.is_none() && !expected.is_empty() {
                anonymous.push(gold.name.clone());
                continue;
            }
            if found.clone().unwrap_or_default() != *expected {
                wrong.push(format!("{} {name}: {found:?}, not {expected:?}", gold.name));
            }
        }
    }
    assert_eq!(anonymous, ["10-broken"]);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
