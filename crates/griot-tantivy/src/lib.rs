//! A [`Tokenizer`](tantivy_tokenizer_api::Tokenizer) of tantivy that cuts text as [griot] does.
//!
//! `L’armée` is searched as `armée`, `12 000` is one number, `chef-d’œuvre` is found by `œuvre`, and the
//! stem or the lemma of a word is that of its own language. The offsets of a token are the bytes of the
//! text that it came from, so snippets highlight exactly the word.
//!
//! ```
//! use griot::Language;
//! use griot_tantivy::GriotTokenizer;
//! use tantivy::collector::Count;
//! use tantivy::query::QueryParser;
//! use tantivy::schema::{IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
//! use tantivy::{Index, doc};
//!
//! let indexing = TextFieldIndexing::default()
//!     .set_tokenizer("french")
//!     .set_index_option(IndexRecordOption::WithFreqsAndPositions);
//! let mut schema = Schema::builder();
//! let body = schema.add_text_field("body", TextOptions::from(STORED).set_indexing_options(indexing));
//! let index = Index::create_in_ram(schema.build());
//! // Register it again whenever the index is opened: an index keeps the name, not the tokenizer.
//! index.tokenizers().register("french", GriotTokenizer::new(Language::FRENCH)?);
//!
//! let mut writer = index.writer_with_num_threads(1, 15_000_000)?;
//! writer.add_document(doc!(body => "Les armées nigériennes quittent l’École d’officiers."))?;
//! writer.commit()?;
//! let searcher = index.reader()?.searcher();
//! let parser = QueryParser::for_index(&index, vec![body]);
//! for query in ["l’armée", "nigérien", "nigerien", "\"école d’officier\"", "\"armées nigériennes\""] {
//!     assert_eq!(searcher.search(&parser.parse_query(query)?, &Count)?, 1, "{query}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is a term
//!
//! Words, numbers, addresses and emoji are; punctuation and symbols are not. A term is the
//! [form](Builder::form) of a word in lower case: its stem, its lemma or only its normal form; by default
//! without [accents](Builder::accents). A number is written as griot reads it: `12 000` and `12.000` are
//! `12000` in French. A hashtag or a mention is searched without its sign.
//!
//! By default these are no terms: [function words](Builder::stops), and
//! [clitics](Builder::clitics), which are the elided words `l’`, `d’`, `qu’` and the words `-t-il`, `-là`
//! behind a verb or a noun. A [compound](Builder::compounds) is searched by its parts.
//!
//! # Positions
//!
//! Every word has a position, whether it is a term or not, and punctuation has none. So the phrase
//! `"chef d’État"` finds `chef d'état`, and not `chef de l’État`, which has a word more. With
//! [`Builder::gaps`] switched off only terms count. Positions never decrease; only the
//! [whole](Compounds::Both) of a compound shares one with its first part.
//!
//! # Queries
//!
//! tantivy's query parser takes a straight apostrophe for a quotation mark, so `l'armée` is an error to it.
//! Give it `query.replace('\'', "’")`; the terms are the same.
//!
//! # Languages
//!
//! [`Builder::new`] takes the builder of a pipeline, so the language is given, chosen among some or
//! detected for each text as in griot, and stop words, abbreviations and models can be your own. A query
//! of two words is too short to be detected: give the tokenizer of the queries the language that the
//! reader chose. A language without stems has normal forms as terms.
//!
//! Documents and queries must be cut alike. If the options or the version of griot change, build the
//! index again.

mod builder;
mod compounds;
mod forms;
mod role;
mod stream;
mod tokenizer;
mod vocabulary;

pub use builder::{Builder, Compounds};
pub use stream::GriotTokenStream;
pub use tokenizer::GriotTokenizer;
