//! Columns that grow row by row.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Float32Builder, Int32Builder, Int64Builder, StringBuilder,
};
use arrow_schema::DataType;
use griot::Morph;

/// A column of one type.
pub(crate) trait Column: Default {
    /// What a row is made of.
    type Value<'a>;
    /// The type of the finished array.
    const TYPE: DataType;
    /// Adds a row.
    fn push(&mut self, value: Option<Self::Value<'_>>);
    /// Returns the rows.
    fn finish(&mut self) -> ArrayRef;
}

macro_rules! column {
    ($name:ident, $builder:ty, $life:lifetime $value:ty, $data:expr) => {
        #[derive(Debug, Default)]
        pub(crate) struct $name($builder);

        impl Column for $name {
            type Value<$life> = $value;
            const TYPE: DataType = $data;

            fn push(&mut self, value: Option<Self::Value<'_>>) {
                self.0.append_option(value);
            }

            fn finish(&mut self) -> ArrayRef {
                Arc::new(self.0.finish())
            }
        }
    };
}

column!(Int, Int32Builder, 'a i32, DataType::Int32);
column!(Long, Int64Builder, 'a i64, DataType::Int64);
column!(Float, Float32Builder, 'a f32, DataType::Float32);
column!(Bool, BooleanBuilder, 'a bool, DataType::Boolean);
column!(Day, Date32Builder, 'a i32, DataType::Date32);
column!(Text, StringBuilder, 'a &'a str, DataType::Utf8);

/// Morphological features, as in the column FEATS of CoNLL-U. Few occur, so each is written out once.
#[derive(Debug, Default)]
pub(crate) struct Features {
    rows: StringBuilder,
    written: HashMap<Morph, String>,
}

impl Column for Features {
    type Value<'a> = Morph;
    const TYPE: DataType = DataType::Utf8;

    fn push(&mut self, value: Option<Morph>) {
        let Some(morph) = value.filter(|morph| !morph.is_empty()) else {
            return self.rows.append_null();
        };
        let written = self.written.entry(morph);
        self.rows
            .append_value(written.or_insert_with(|| morph.to_string()));
    }

    fn finish(&mut self) -> ArrayRef {
        Arc::new(self.rows.finish())
    }
}
