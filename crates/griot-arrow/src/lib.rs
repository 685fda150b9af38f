//! Documents of [griot] as Arrow record batches, in two shapes:
//!
//! - [`Documents`]: a row for each document, with lists of its zones, sentences, tokens, entities and
//!   quotations.
//! - [`Tokens`]: a row for each token, with the number of its document.
//!
//! Rows come in the order of the documents that were pushed. A text that is null, or that griot refuses, has
//! a row too: its columns are null, and `error` says why it was refused. Nothing is lost.
//!
//! ```
//! use griot::document::OffsetUnit;
//! use griot::{Layer, Language, LayerSet, Pipeline};
//! use griot_arrow::Documents;
//!
//! let mut worker = Pipeline::builder().language(Language::FRENCH).build()?.worker();
//! let mut documents = Documents::new(LayerSet::from([Layer::Entities]), OffsetUnit::Bytes);
//! for text in ["Tiani est à Niamey.", "M. Modi se tait."] {
//!     documents.push(worker.annotate(text)?);
//! }
//! documents.push_null(Some("line 3 is not UTF-8"));
//! let batch = documents.finish()?;
//! assert_eq!(batch.num_rows(), 3);
//! let names: Vec<_> = batch.schema().fields().iter().map(|it| it.name().clone()).collect();
//! assert_eq!(names, ["language", "reference_date", "entities", "error"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Schema
//!
//! The metadata of the schema has `griot.format`, the [version](FORMAT) of these columns, and
//! `griot.offsets`, what `start` and `end` count: `bytes`, `chars` or `utf16`. A column or a field is only
//! ever added. Offsets are half-open. Integers are signed, because Spark and Parquet's readers have no
//! others. Strings are `Utf8`, without dictionaries, which Spark does not read.
//!
//! [`Documents`] always has these columns:
//!
//! | column | type | |
//! | --- | --- | --- |
//! | `language` | struct: `code` Utf8, `confidence` Float32, `reliable` Boolean | of the whole text |
//! | `reference_date` | Date32 | the day against which relative dates were resolved |
//! | `error` | Utf8 | why the text was refused; null for most |
//!
//! Between these it has a list for each layer that was asked for:
//!
//! | column | fields of its structs | for the layers |
//! | --- | --- | --- |
//! | `languages` | `start`, `end` Int32; `code` Utf8 | language |
//! | `zones` | `start`, `end` Int32; `kind` Utf8 | zones |
//! | `sentences` | `start`, `end` Int32; `end_reason` Utf8; `score` Float32 | sentences |
//! | `tokens` | `start`, `end` Int32; `text`, `kind`, `norm`, `stem`, `lemma`, `pos`, `morph`, `stop` Utf8 | tokens, norms, stops, stems, lemmas, pos, morph |
//! | `entities` | `start`, `end` Int32; `text`, `label`, `id`, `value`, `modifier`, `title`, `source` Utf8; `score` Float32 | entities |
//! | `quotations` | `start`, `end` Int32; `text`, `words`, `speaker` Utf8; `entity` Int32, the index of the speaker; `verb`, `lead` Utf8 | quotations |
//!
//! [`Tokens`] has `document` Int64, counted from 0; `token` and `sentence` Int32, counted from 0 in each
//! document; the fields of `tokens` above; `entity` Utf8, the label of the outermost entity, and `entity_id`;
//! and `error`. A refused text has one row, whose columns are null but for `document` and `error`. A text without
//! tokens has no row.
//!
//! A field is null if its layer was not made, or if the token has no such value.

mod columns;
mod cursor;
mod documents;
mod rows;
mod tokens;

pub use documents::Documents;
pub use tokens::Tokens;

use std::collections::HashMap;

use arrow_schema::{Field, Schema};
use griot::document::OffsetUnit;

/// The version of the columns. It grows when one is changed or taken away, not when one is added.
pub const FORMAT: u32 = 1;

fn schema(fields: Vec<Field>, unit: OffsetUnit) -> Schema {
    let metadata = [
        ("griot.format", FORMAT.to_string()),
        ("griot.offsets", unit.to_string()),
    ];
    let metadata: HashMap<_, _> = metadata.map(|(key, value)| (key.to_owned(), value)).into();
    Schema::new_with_metadata(fields, metadata)
}
