//! Reads pages with griot and with dom_smoothie, for `benches/pages.py`: a line of JSON for each
//! page and extractor. The arguments are files. The last line has the bytes of all pages
//! and the time that each of them took.

use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

use dom_smoothie::{Config, Readability, TextMode};
use griot::input::{Decoder, Page};
use serde_json::{Value, json};

/// What an extractor found.
struct Found {
    title: Option<String>,
    text: String,
    author: Option<String>,
    date: Option<String>,
}

fn by_griot(html: &str) -> Option<Found> {
    let page = Page::read(html).ok()?;
    Some(Found {
        title: page.title().map(str::to_owned),
        text: page.body().get(page.text())?.to_owned(),
        author: page.author().map(str::to_owned),
        date: page.published().map(|day| day.to_string()),
    })
}

fn by_dom_smoothie(html: &str) -> Option<Found> {
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let article = Readability::new(html, None, Some(config))
        .ok()?
        .parse()
        .ok()?;
    Some(Found {
        title: Some(article.title),
        text: article.text_content.to_string(),
        author: article.byline,
        date: article.published_time,
    })
}

/// Each page is read so often, and the best time counts.
const ROUNDS: usize = 5;

/// An extractor, its name, and the time that it took.
type Racer = (&'static str, fn(&str) -> Option<Found>, Duration);

fn main() -> Result<(), Box<dyn Error>> {
    let mut racers: [Racer; 2] = [
        ("griot", by_griot, Duration::ZERO),
        ("dom_smoothie", by_dom_smoothie, Duration::ZERO),
    ];
    let mut out = std::io::stdout().lock();
    let mut bytes = 0;
    for path in std::env::args().skip(1) {
        let page = std::fs::read(&path)?;
        let decoded = Decoder::new().decode_html(&page)?;
        bytes += decoded.text().len();
        for (name, extract, time) in &mut racers {
            let (mut found, mut best) = (None, Duration::MAX);
            for _ in 0..ROUNDS {
                let start = Instant::now();
                found = extract(decoded.text());
                best = best.min(start.elapsed());
            }
            *time += best;
            let found = found.map_or(Value::Null, |found| {
                json!([found.title, found.text, found.author, found.date])
            });
            writeln!(out, "{}", json!([path, name, found]))?;
        }
    }
    let times = racers.map(|(name, _, time)| json!([name, time.as_secs_f64()]));
    writeln!(out, "{}", json!([bytes, times]))?;
    Ok(())
}
