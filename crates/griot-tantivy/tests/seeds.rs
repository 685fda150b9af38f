//! Searches in the five articles: what is found, and what a snippet marks.

#![allow(clippy::unwrap_used)]

mod index;

use std::collections::BTreeSet;

use griot::Language;
use griot_tantivy::{Builder, GriotTokenizer};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::snippet::SnippetGenerator;
use tantivy::{Searcher, TantivyDocument};

const SEEDS: [&str; 5] = [
    include_str!("../../../seeds/000_9270dab1808a8422.txt"),
    include_str!("../../../seeds/001_1d40934e40241a50.txt"),
    include_str!("../../../seeds/002_635db30bd15ff41b.txt"),
    include_str!("../../../seeds/003_bd06d1828675441b.txt"),
    include_str!("../../../seeds/004_9f1b46e4b18e9d35.txt"),
];

/// How many articles a query finds, and the words that snippets mark in them, in lower case.
fn search(tokenizer: GriotTokenizer, query: &str) -> (usize, BTreeSet<String>) {
    let (index, body) = index::index(tokenizer.into(), SEEDS);
    let searcher: Searcher = index.reader().unwrap().searcher();
    let mut parser = QueryParser::for_index(&index, vec![body]);
    parser.set_conjunction_by_default();
    let query = parser.parse_query(query).unwrap();
    let best = TopDocs::with_limit(5).order_by_score();
    let found = searcher.search(&query, &best).unwrap();
    let mut snippets = SnippetGenerator::create(&searcher, &*query, body).unwrap();
    snippets.set_max_num_chars(100_000);
    let mut marked = BTreeSet::new();
    for (_, address) in &found {
        let document: TantivyDocument = searcher.doc(*address).unwrap();
        let snippet = snippets.snippet_from_doc(&document);
        let words = snippet.highlighted().iter();
        marked.extend(words.map(|it| snippet.fragment()[it.clone()].to_lowercase()));
    }
    (found.len(), marked)
}

#[test]
fn queries_find_their_words() {
    let french = |accents| {
        Builder::from(Language::FRENCH)
            .accents(accents)
            .build()
            .unwrap()
    };
    for (query, accents, articles, marked) in [
        ("l’armée", true, 4, &["armée", "armées", "armés"][..]),
        (
            "nigérien",
            true,
            5,
            &["nigérien", "nigérienne", "nigériennes", "nigériens"],
        ),
        (
            "nigérien",
            false,
            5,
            &["nigérien", "nigérienne", "nigériennes", "nigériens"],
        ),
        (
            "nigerienne",
            false,
            5,
            &["nigérien", "nigérienne", "nigériennes", "nigériens"],
        ),
        ("nigerienne", true, 0, &[]),
        (
            "\"coup d’état\"",
            false,
            5,
            &["coup", "coups", "etat", "état", "états"],
        ),
    ] {
        let (found, words) = search(french(accents), query);
        let expected: BTreeSet<_> = marked.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!((found, words), (articles, expected), "{query} {accents}");
    }
}
