//! A search in a folder of French texts: snippets, and facets by person and place.
//!
//! ```text
//! cargo run --release --example search
//! cargo run --release --example search -- "l'armée" '"coup d’état"' 'niger person:"Salifou Modi"'
//! cargo run --release --example search -- --texts FOLDER --index FOLDER nigérien
//! ```
//!
//! `--texts` is a folder with `.txt` files, the five articles of griot by default. `--index` keeps the
//! index there; what it held is replaced. `--accents` tells `pêche` from `péché`. Without a query it
//! shows some.

use std::collections::{BTreeSet, HashMap};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use griot::{Document, Label, Language, Pipeline};
use griot_tantivy::Builder;
use tantivy::collector::{Count, FacetCollector, TopDocs};
use tantivy::directory::MmapDirectory;
use tantivy::query::QueryParser;
use tantivy::schema::{
    Facet, FacetOptions, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions, Value,
};
use tantivy::snippet::{Snippet, SnippetGenerator};
use tantivy::{Index, Searcher, TantivyDocument};

const QUERIES: [&str; 5] = [
    "l’armée",
    "nigérien",
    "\"coup d'état\"",
    "\"ministre de la Défense\"",
    "moscou accord",
];

/// The fields of the index. `person` and `place` are searched by name and counted as facets.
struct Fields {
    name: Field,
    body: Field,
    person: Field,
    place: Field,
    facets: Field,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let (mut kept, mut accents, mut queries) = (None, false, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--texts" => texts = arguments.next().ok_or("--texts needs a folder")?.into(),
            "--index" => kept = Some(arguments.next().ok_or("--index needs a folder")?),
            "--accents" => accents = true,
            _ => queries.push(argument),
        }
    }
    if queries.is_empty() {
        queries = QUERIES.map(str::to_owned).to_vec();
    }

    let (schema, fields) = schema();
    let index = match kept {
        None => Index::create_in_ram(schema),
        Some(folder) => {
            fs::create_dir_all(&folder)?;
            Index::open_or_create(MmapDirectory::open(folder)?, schema)?
        }
    };
    let tokenizer = Builder::from(Language::FRENCH).accents(accents).build()?;
    index.tokenizers().register("french", tokenizer);
    fill(&index, &fields, &texts)?;

    let searcher = index.reader()?.searcher();
    let mut parser = QueryParser::for_index(&index, vec![fields.body]);
    parser.set_conjunction_by_default();
    for query in queries {
        show(&query, &parser, &searcher, &fields)?;
    }
    Ok(())
}

fn schema() -> (Schema, Fields) {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("french")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let french = TextOptions::default().set_indexing_options(indexing);
    let mut schema = Schema::builder();
    let fields = Fields {
        name: schema.add_text_field("name", STRING | STORED),
        body: schema.add_text_field("body", french.clone() | STORED),
        person: schema.add_text_field("person", french.clone()),
        place: schema.add_text_field("place", french),
        facets: schema.add_facet_field("facets", FacetOptions::default()),
    };
    (schema.build(), fields)
}

/// Annotates the texts of a folder and adds them to the index.
fn fill(index: &Index, fields: &Fields, folder: &Path) -> Result<(), Box<dyn Error>> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files: Vec<PathBuf> = files.collect::<Result<_, std::io::Error>>()?;
    files.retain(|path| path.extension().is_some_and(|it| it == "txt"));
    files.sort();
    let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
    let texts = files.iter().map(fs::read_to_string);
    let documents = texts.map(|text| Ok(pipeline.process(text?)?));
    let mut documents = documents.collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    // One person is one facet, however the articles spell the name.
    griot::entity::link(&mut documents);
    let names = names(&documents);

    let mut writer = index.writer(50_000_000)?;
    writer.delete_all_documents()?;
    for (file, document) in files.iter().zip(&documents) {
        let mut row = TantivyDocument::new();
        row.add_text(
            fields.name,
            file.file_name().unwrap_or_default().to_string_lossy(),
        );
        row.add_text(fields.body, document.text());
        let ids: BTreeSet<_> = document.entities().filter_map(|it| it.id()).collect();
        for (id, name) in ids.into_iter().filter_map(|id| names.get_key_value(id)) {
            let (field, path) = match id.split_once(':') {
                Some(("per", _)) => (fields.person, "person"),
                _ => (fields.place, "place"),
            };
            row.add_text(field, name);
            row.add_facet(fields.facets, Facet::from_path([path, *name]));
        }
        writer.add_document(row)?;
    }
    writer.commit()?;
    Ok(())
}

/// The longest name of each person and place, by id.
fn names(documents: &[Document]) -> HashMap<&str, &str> {
    let mut names = HashMap::new();
    for entity in documents.iter().flat_map(Document::entities) {
        let shown = [Label::PERSON, Label::LOCATION].contains(&entity.label());
        if let Some(id) = entity.id().filter(|_| shown) {
            let name: &mut &str = names.entry(id).or_default();
            if entity.text().len() > name.len() {
                *name = entity.text();
            }
        }
    }
    names
}

fn show(
    query: &str,
    parser: &QueryParser,
    searcher: &Searcher,
    fields: &Fields,
) -> Result<(), Box<dyn Error>> {
    // To the parser a straight apostrophe is a quotation mark; to the tokenizer it is like the other.
    let parsed = parser.parse_query(&query.replace('\'', "’"))?;
    let mut facets = FacetCollector::for_field("facets");
    facets.add_facet("/person");
    facets.add_facet("/place");
    let best = TopDocs::with_limit(10).order_by_score();
    let (count, best, facets) = searcher.search(&parsed, &(Count, best, facets))?;
    println!("{query}: {count} texts");
    let snippets = SnippetGenerator::create(searcher, &*parsed, fields.body)?;
    for (score, address) in best {
        let row: TantivyDocument = searcher.doc(address)?;
        let name = row.get_first(fields.name).and_then(|it| it.as_str());
        let snippet = marked(&snippets.snippet_from_doc(&row));
        println!("  {score:5.2} {}: {snippet}", name.unwrap_or_default());
    }
    for path in ["/person", "/place"] {
        let top = facets.top_k(path, 5);
        let top = top.iter().map(|(facet, count)| {
            let name = facet.to_path().last().copied().unwrap_or_default();
            format!("{name} ({count})")
        });
        println!("  {path}: {}", top.collect::<Vec<_>>().join(", "));
    }
    Ok(())
}

/// A snippet on one line, with brackets around what was searched.
fn marked(snippet: &Snippet) -> String {
    let (text, mut line, mut at) = (snippet.fragment(), String::new(), 0);
    for found in snippet.highlighted() {
        line += text.get(at..found.start).unwrap_or_default();
        line += "[";
        line += text.get(found.clone()).unwrap_or_default();
        line += "]";
        at = found.end;
    }
    line += text.get(at..).unwrap_or_default();
    line.replace(char::is_control, " ")
}
