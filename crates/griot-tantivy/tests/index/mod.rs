//! An index of texts in memory.

use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, doc};

/// An index with one field, which has the texts.
pub fn index<'a>(
    analyzer: TextAnalyzer,
    texts: impl IntoIterator<Item = &'a str>,
) -> (Index, Field) {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("own")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let mut schema = Schema::builder();
    let options = TextOptions::from(STORED).set_indexing_options(indexing);
    let body = schema.add_text_field("body", options);
    let index = Index::create_in_ram(schema.build());
    index.tokenizers().register("own", analyzer);
    let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
    for text in texts {
        writer.add_document(doc!(body => text)).unwrap();
    }
    writer.commit().unwrap();
    (index, body)
}
