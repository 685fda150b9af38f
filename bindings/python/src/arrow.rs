//! Arrow in and out: `Pipeline.annotate_arrow` and `griot.RecordBatch`. Arrays come and go by the PyCapsule
//! interface, so nothing is copied and no Arrow library is needed.

use std::ops::Range;
use std::sync::Arc;
use std::thread;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::Date32Type;
use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, LargeBinaryArray, RecordBatchIterator,
    StructArray,
};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use griot::document::OffsetUnit;
use griot::{Date, LayerSet, Worker, input};
use griot_arrow::{Documents, Tokens};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::input::AnyArray;

use crate::error::{Failure, GriotError, guarded, refused};

/// Columns of Arrow, which `Pipeline.annotate_arrow` makes.
///
/// ``pyarrow.record_batch(batch)``, ``polars.DataFrame(batch)`` and whatever else knows the PyCapsule
/// interface take it without a copy.
#[pyclass(frozen, module = "griot")]
#[derive(Debug)]
pub(crate) struct RecordBatch {
    batch: arrow_array::RecordBatch,
}

#[pymethods]
impl RecordBatch {
    /// The number of rows.
    #[getter]
    fn num_rows(&self) -> usize {
        self.batch.num_rows()
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        let schema = self.batch.schema();
        schema
            .fields()
            .iter()
            .map(|field| field.name().clone())
            .collect()
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    fn __repr__(&self) -> String {
        format!(
            "RecordBatch({} rows, {:?})",
            self.num_rows(),
            self.column_names()
        )
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.batch.schema_ref().as_ref());
        PyCapsule::new_with_value(py, schema.map_err(refused)?, c"arrow_schema")
    }

    /// The schema that is requested may be passed over, says the interface.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Bound<'py, PyCapsule>, Bound<'py, PyCapsule>)> {
        let _ = requested_schema;
        let array = FFI_ArrowArray::new(&StructArray::from(self.batch.clone()).into_data());
        let array = PyCapsule::new_with_value(py, array, c"arrow_array")?;
        Ok((self.__arrow_c_schema__(py)?, array))
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = RecordBatchIterator::new([Ok(self.batch.clone())], self.batch.schema());
        let stream = FFI_ArrowArrayStream::new(Box::new(batches));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }
}

/// What the rows of the result are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Documents,
    Tokens,
}

pub(crate) const SHAPES: [(&str, Shape); 2] =
    [("documents", Shape::Documents), ("tokens", Shape::Tokens)];

/// How texts are annotated.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    pub(crate) shape: Shape,
    pub(crate) layers: LayerSet,
    pub(crate) unit: OffsetUnit,
}

impl Output {
    /// The columns that are made, without those of the input.
    fn schema(self) -> Schema {
        match self.shape {
            Shape::Documents => Documents::schema(self.layers, self.unit),
            Shape::Tokens => Tokens::schema(self.unit),
        }
    }
}

/// A batch with texts.
pub(crate) struct Input {
    batch: arrow_array::RecordBatch,
    texts: Bytes,
    days: Option<Days>,
}

impl Input {
    /// Takes what Python passed: an array of texts, or a table in which they are the column `text`.
    pub(crate) fn new(data: AnyArray, text: &str, day: Option<&str>) -> PyResult<Self> {
        let reader = data.into_reader()?;
        let field = reader.field();
        let chunks: Result<Vec<ArrayRef>, ArrowError> = reader.collect();
        let chunks = chunks.map_err(refused)?;
        let batch = joined(&field, &chunks, text).map_err(refused)?;
        let texts = Bytes::new(column(&batch, text)?)?;
        let days = day.map(|day| Days::new(column(&batch, day)?)).transpose()?;
        Ok(Self { texts, days, batch })
    }

    /// Annotates the texts on so many threads.
    pub(crate) fn annotate(
        &self,
        pipeline: &griot::Pipeline,
        output: Output,
        n_threads: usize,
    ) -> Result<RecordBatch, Failure> {
        let schema = Arc::new(self.schema(output)?);
        let runs = self.runs(n_threads);
        let made = thread::scope(|scope| {
            let work = |rows| move || guarded(|| self.rows(pipeline, output, rows));
            let threads = runs.into_iter().map(|rows| scope.spawn(work(rows)));
            let threads: Vec<_> = threads.collect();
            let ends = threads.into_iter().map(|thread| {
                let lost = |_| Err(Failure::Bug("a thread has panicked".to_owned()));
                thread.join().unwrap_or_else(lost)
            });
            ends.collect::<Result<Vec<_>, Failure>>()
        })?;
        let made = match made.as_slice() {
            [batch] => batch.clone(),
            batches => arrow_select::concat::concat_batches(&Arc::new(output.schema()), batches)?,
        };
        let mut columns = match output.shape {
            Shape::Documents => self.batch.columns().to_vec(),
            Shape::Tokens => Vec::new(),
        };
        columns.extend_from_slice(made.columns());
        let batch = arrow_array::RecordBatch::try_new(schema, columns)?;
        Ok(RecordBatch { batch })
    }

    /// The columns of the input and those that are made.
    fn schema(&self, output: Output) -> Result<Schema, ArrowError> {
        let made = output.schema();
        if output.shape == Shape::Tokens {
            return Ok(made);
        }
        let input = self.batch.schema();
        if let Some(taken) = made
            .fields()
            .iter()
            .find(|it| input.column_with_name(it.name()).is_some())
        {
            let name = taken.name();
            let problem = format!("the table has a column {name:?} already: rename or drop it");
            return Err(ArrowError::SchemaError(problem));
        }
        let fields: Vec<_> = input
            .fields()
            .iter()
            .chain(made.fields())
            .cloned()
            .collect();
        let mut metadata = input.metadata().clone();
        metadata.extend(made.metadata().clone());
        Ok(Schema::new_with_metadata(fields, metadata))
    }

    /// Divides the rows into runs of about as many bytes.
    fn runs(&self, number: usize) -> Vec<Range<usize>> {
        let rows = self.batch.num_rows();
        let all: usize = (0..rows).map(|row| self.texts.length(row)).sum();
        let share = all / number + 1;
        let (mut runs, mut start, mut bytes) = (Vec::new(), 0, 0);
        for row in 0..rows {
            bytes += self.texts.length(row);
            if bytes >= share {
                runs.push(start..row + 1);
                (start, bytes) = (row + 1, 0);
            }
        }
        if start < rows || runs.is_empty() {
            runs.push(start..rows);
        }
        runs
    }

    fn rows(
        &self,
        pipeline: &griot::Pipeline,
        output: Output,
        rows: Range<usize>,
    ) -> Result<arrow_array::RecordBatch, ArrowError> {
        match output.shape {
            Shape::Documents => {
                let mut made = Documents::new(output.layers, output.unit);
                self.each(pipeline, rows, |row| match row {
                    Ok(document) => made.push(document),
                    Err(error) => made.push_null(error),
                });
                made.finish()
            }
            Shape::Tokens => {
                let first = i64::try_from(rows.start).unwrap_or(i64::MAX);
                let mut made = Tokens::new(output.unit).counting_from(first);
                self.each(pipeline, rows, |row| match row {
                    Ok(document) => made.push(document),
                    Err(error) => made.push_null(error),
                });
                made.finish()
            }
        }
    }

    /// Annotates the texts of some rows. For a text that is null or refused there is no document, and perhaps
    /// a reason.
    fn each(
        &self,
        pipeline: &griot::Pipeline,
        rows: Range<usize>,
        mut add: impl FnMut(Result<griot::DocumentRef<'_>, Option<&str>>),
    ) {
        let mut worker = pipeline.worker();
        for row in rows {
            let made = {
                let worker = &mut worker;
                guarded(move || self.row(worker, row))
            };
            match made {
                Ok(Some(document)) => add(Ok(document)),
                Ok(None) => add(Err(None)),
                Err(failure) => {
                    add(Err(Some(&failure.to_string())));
                    // What a panic leaves behind is not to be relied on.
                    if matches!(failure, Failure::Bug(_)) {
                        worker = pipeline.worker();
                    }
                }
            }
        }
    }

    /// Annotates the text of a row. `None` if it is null.
    fn row<'a>(
        &'a self,
        worker: &'a mut Worker,
        row: usize,
    ) -> Result<Option<griot::DocumentRef<'a>>, griot::Error> {
        let Some(bytes) = self.texts.get(row) else {
            return Ok(None);
        };
        let day = self.days.as_ref().map_or(Ok(None), |days| days.get(row));
        worker.set_reference_date(day?);
        worker.annotate(input::utf8(bytes)?).map(Some)
    }
}

/// The longest texts of one batch together, in bytes. The columns of strings count to 2 GiB.
const LONGEST: usize = 1 << 30;

/// The chunks as one batch.
fn joined(
    field: &Field,
    chunks: &[ArrayRef],
    text: &str,
) -> Result<arrow_array::RecordBatch, ArrowError> {
    let (schema, batch): (_, fn(&ArrayRef, &Arc<Schema>) -> _) = match field.data_type() {
        DataType::Struct(fields) => {
            let schema = Schema::new_with_metadata(fields.clone(), field.metadata().clone());
            (schema, |chunk, schema| {
                let (_, columns, _) = chunk.as_struct().clone().into_parts();
                let options =
                    arrow_array::RecordBatchOptions::new().with_row_count(Some(chunk.len()));
                arrow_array::RecordBatch::try_new_with_options(
                    Arc::clone(schema),
                    columns,
                    &options,
                )
            })
        }
        other => {
            let schema = Schema::new(vec![Field::new(text, other.clone(), true)]);
            (schema, |chunk, schema| {
                arrow_array::RecordBatch::try_new(Arc::clone(schema), vec![Arc::clone(chunk)])
            })
        }
    };
    let schema = Arc::new(schema);
    let batches: Result<Vec<_>, _> = chunks.iter().map(|chunk| batch(chunk, &schema)).collect();
    match batches?.as_slice() {
        [batch] => Ok(batch.clone()),
        batches => arrow_select::concat::concat_batches(&schema, batches),
    }
}

fn column<'a>(batch: &'a arrow_array::RecordBatch, name: &str) -> PyResult<&'a ArrayRef> {
    batch.column_by_name(name).ok_or_else(|| {
        let schema = batch.schema();
        let names: Vec<_> = schema
            .fields()
            .iter()
            .map(|field| field.name().as_str())
            .collect();
        let names = names.join(", ");
        GriotError::new_err(format!("no column {name:?}: the columns are {names}"))
    })
}

/// Texts as bytes. What Python passes as a string need not be UTF-8, so each is checked.
enum Bytes {
    Small(BinaryArray),
    Large(LargeBinaryArray),
    View(BinaryViewArray),
}

impl Bytes {
    fn new(array: &ArrayRef) -> PyResult<Self> {
        let bytes = match array.data_type() {
            DataType::Utf8 => Self::Small(array.as_string::<i32>().clone().into()),
            DataType::LargeUtf8 => Self::Large(array.as_string::<i64>().clone().into()),
            DataType::Utf8View => Self::View(array.as_string_view().clone().to_binary_view()),
            DataType::Binary => Self::Small(array.as_binary::<i32>().clone()),
            DataType::LargeBinary => Self::Large(array.as_binary::<i64>().clone()),
            DataType::BinaryView => Self::View(array.as_binary_view().clone()),
            // A column of nulls alone.
            DataType::Null => Self::Small(BinaryArray::new_null(array.len())),
            other => {
                let problem =
                    format!("a text is a string or binary, not {other}: cast the column first");
                return Err(GriotError::new_err(problem));
            }
        };
        let all: usize = (0..array.len()).map(|row| bytes.length(row)).sum();
        if all > LONGEST {
            return Err(GriotError::new_err(format!(
                "the texts have {all} bytes: annotate batches of at most {LONGEST}"
            )));
        }
        Ok(bytes)
    }

    fn get(&self, row: usize) -> Option<&[u8]> {
        match self {
            Self::Small(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Large(array) => array.is_valid(row).then(|| array.value(row)),
            Self::View(array) => array.is_valid(row).then(|| array.value(row)),
        }
    }

    fn length(&self, row: usize) -> usize {
        self.get(row).map_or(0, <[u8]>::len)
    }
}

/// The days of texts.
enum Days {
    Dates(ArrayRef),
    /// As `YYYY-MM-DD` and whatever follows.
    Written(Bytes),
}

impl Days {
    fn new(array: &ArrayRef) -> PyResult<Self> {
        match array.data_type() {
            DataType::Date32 => Ok(Self::Dates(Arc::clone(array))),
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => {
                Ok(Self::Written(Bytes::new(array)?))
            }
            other => Err(GriotError::new_err(format!(
                "a day is a date32 or a string, not {other}: cast the column first"
            ))),
        }
    }

    fn get(&self, row: usize) -> Result<Option<Date>, griot::Error> {
        match self {
            Self::Dates(array) => {
                let valid = array.is_valid(row);
                Ok(valid
                    .then(|| array.as_primitive::<Date32Type>().value(row))
                    .and_then(date))
            }
            Self::Written(texts) => {
                let day = texts.get(row).map(input::utf8).transpose()?;
                day.map(|day| day.get(..10).unwrap_or(day).parse())
                    .transpose()
            }
        }
    }
}

/// The day so many days after 1970-01-01. `None` beyond the years 1 to 9999. Years are counted from March, in
/// eras of 400, so that the leap day comes last.
fn date(days: i32) -> Option<Date> {
    let days = i64::from(days) + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let in_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    let (year, month, day) = (
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    );
    Date::new(year, month, day)
}
