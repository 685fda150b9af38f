//! [`rows!`]: structs of columns, and [`Lists`]: lists of such structs.

use std::sync::Arc;

use arrow_array::{ArrayRef, ListArray, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields};

use crate::cursor::offset;

/// Structs of columns, to which rows are added.
pub(crate) trait Rows: Default {
    /// The names and types of the columns.
    fn fields() -> Vec<Field>;
    /// The number of rows.
    fn length(&self) -> usize;
    /// Returns the rows.
    fn finish(&mut self) -> Vec<ArrayRef>;
}

/// Declares a struct of columns, and a struct of the values of one row.
macro_rules! rows {
    ($(#[$doc:meta])* $rows:ident, $row:ident { $($field:ident: $column:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        pub(crate) struct $rows {
            length: usize,
            $($field: $crate::columns::$column,)+
        }

        /// One row. What is not set is null.
        #[derive(Default)]
        pub(crate) struct $row<'a> {
            $(pub(crate) $field: Option<<$crate::columns::$column as $crate::columns::Column>::Value<'a>>,)+
            pub(crate) lifetime: std::marker::PhantomData<&'a ()>,
        }

        impl $rows {
            pub(crate) fn push(&mut self, row: $row<'_>) {
                use $crate::columns::Column;
                self.length += 1;
                $(self.$field.push(row.$field);)+
            }
        }

        impl $crate::rows::Rows for $rows {
            fn fields() -> Vec<arrow_schema::Field> {
                use $crate::columns::{self, Column};
                vec![$(arrow_schema::Field::new(stringify!($field), columns::$column::TYPE, true),)+]
            }

            fn length(&self) -> usize {
                self.length
            }

            fn finish(&mut self) -> Vec<arrow_array::ArrayRef> {
                use $crate::columns::Column;
                self.length = 0;
                vec![$(self.$field.finish(),)+]
            }
        }
    };
}
pub(crate) use rows;

/// A list of rows for each document.
#[derive(Debug)]
pub(crate) struct Lists<R> {
    name: &'static str,
    rows: R,
    ends: Vec<i32>,
    valid: NullBufferBuilder,
}

impl<R: Rows> Lists<R> {
    /// A column with this name.
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            rows: R::default(),
            ends: vec![0],
            valid: NullBufferBuilder::new(0),
        }
    }

    /// Adds the list of a document, whose rows `add` adds. It is null if `made` is false.
    pub(crate) fn push(&mut self, made: bool, add: impl FnOnce(&mut R)) {
        add(&mut self.rows);
        self.end(made);
    }

    fn end(&mut self, valid: bool) {
        self.ends.push(offset(self.rows.length()));
        self.valid.append(valid);
    }

    fn item() -> Field {
        Field::new("item", DataType::Struct(Fields::from(R::fields())), true)
    }
}

/// A column of lists, whatever their rows are.
pub(crate) trait List {
    fn field(&self) -> Field;
    fn push_null(&mut self);
    fn finish(&mut self) -> Result<ArrayRef, ArrowError>;
}

impl<R: Rows> List for Lists<R> {
    fn field(&self) -> Field {
        Field::new(self.name, DataType::List(Arc::new(Self::item())), true)
    }

    fn push_null(&mut self) {
        self.end(false);
    }

    fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let structs = StructArray::try_new(Fields::from(R::fields()), self.rows.finish(), None)?;
        let ends = std::mem::replace(&mut self.ends, vec![0]);
        let ends = OffsetBuffer::new(ScalarBuffer::from(ends));
        let (item, valid) = (Arc::new(Self::item()), self.valid.finish());
        Ok(Arc::new(ListArray::try_new(
            item,
            ends,
            Arc::new(structs),
            valid,
        )?))
    }
}
