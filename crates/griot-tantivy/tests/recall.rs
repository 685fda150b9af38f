//! Which of fifty queries find their document, beside the French analyzer of tantivy.

#![allow(clippy::unwrap_used)]

mod index;

use griot::Language;
use griot::terms::Form;
use griot_tantivy::{Builder, GriotTokenizer};
use tantivy::TantivyDocument;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::Value;
use tantivy::tokenizer::{
    self, LowerCaser, RemoveLongFilter, SimpleTokenizer, StopWordFilter, TextAnalyzer,
};

/// What a tokenizer finds of the fifty.
struct Found {
    /// The queries that find their document.
    right: usize,
    /// The documents of other queries that are found too.
    others: usize,
}

fn pairs() -> Vec<(&'static str, &'static str)> {
    let lines = include_str!("data/pairs.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with("# "));
    lines.map(|line| line.split_once('\t').unwrap()).collect()
}

fn search(name: &str, analyzer: TextAnalyzer) -> Found {
    let texts = pairs().into_iter().map(|(_, document)| document);
    let (index, body) = index::index(analyzer, texts);
    let searcher = index.reader().unwrap().searcher();
    let mut parser = QueryParser::for_index(&index, vec![body]);
    parser.set_conjunction_by_default();
    let mut found = Found {
        right: 0,
        others: 0,
    };
    for (query, document) in pairs() {
        // To the parser a straight apostrophe is a quotation mark.
        let parsed = parser.parse_query(&query.replace('\'', "’")).unwrap();
        let hits = searcher.search(&parsed, &TopDocs::with_limit(50).order_by_score());
        let hits = hits.unwrap().into_iter().map(|(_, address)| {
            let hit: TantivyDocument = searcher.doc(address).unwrap();
            hit.get_first(body).unwrap().as_str().unwrap().to_owned()
        });
        let hits: Vec<String> = hits.collect();
        if hits.iter().any(|hit| hit == document) {
            found.right += 1;
        } else {
            println!("{name} misses {query}: {document}");
        }
        for hit in hits.iter().filter(|hit| *hit != document) {
            println!("{name} also finds {query}: {hit}");
            found.others += 1;
        }
    }
    println!(
        "{name}: {} of {}, and {} others",
        found.right,
        pairs().len(),
        found.others
    );
    found
}

#[test]
fn more_is_found_than_with_the_french_analyzer_of_tantivy() {
    assert_eq!(pairs().len(), 50);
    let stems = TextAnalyzer::from(GriotTokenizer::new(Language::FRENCH).unwrap());
    let lemmas = Builder::from(Language::FRENCH).form(Form::Lemma).build();
    let theirs = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .filter(StopWordFilter::new(tokenizer::Language::French).unwrap())
        .filter(tokenizer::Stemmer::new(tokenizer::Language::French))
        .build();
    let stems = search("griot, stems", stems);
    let lemmas = search("griot, lemmas", TextAnalyzer::from(lemmas.unwrap()));
    let theirs = search("tantivy, French", theirs);
    assert!(stems.right >= 45, "{}", stems.right);
    assert!(lemmas.right >= 44, "{}", lemmas.right);
    assert!(stems.right >= theirs.right + 8 && lemmas.right >= theirs.right + 8);
    assert!(stems.others <= 22, "{}", stems.others);
}
