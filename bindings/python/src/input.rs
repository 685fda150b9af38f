//! What Python passes as text, as language or as day.

use griot::{Date, Document, Language, Span, Worker, ZoneKind};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::error::{GriotError, refused};
use crate::page::Page;

/// The text of a Python string.
///
/// # Errors
///
/// Python strings may have halves of surrogate pairs, which are no text. The message says where.
pub(crate) fn text<'a>(string: &'a Bound<'_, PyString>) -> PyResult<&'a str> {
    string.to_str().map_err(|error| {
        let start = error.value(string.py()).getattr("start");
        let start: usize = start.and_then(|it| it.extract()).unwrap_or_default();
        GriotError::new_err(format!(
            "character {start} of the text is a lone surrogate: replace it, for example with \
             text.encode(\"utf-8\", \"replace\").decode()"
        ))
    })
}

/// A string among the arguments of a call.
pub(crate) struct Text<'py>(Bound<'py, PyString>);

impl Text<'_> {
    pub(crate) fn get(&self) -> PyResult<&str> {
        text(&self.0)
    }
}

impl<'py> FromPyObject<'_, 'py> for Text<'py> {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match object.cast::<PyString>() {
            Ok(string) => Ok(Self(string.to_owned())),
            Err(_) => Err(not_text(&object)),
        }
    }
}

fn not_text(object: &Bound<'_, PyAny>) -> PyErr {
    let name = object.get_type().name();
    let name = name.map_or_else(|_| "object".to_owned(), |name| name.to_string());
    let hint = match name.as_str() {
        "bytes" | "bytearray" => ": decode it first, for example with griot.decode",
        _ => "",
    };
    PyTypeError::new_err(format!("a text is a str or a griot.Page, not {name}{hint}"))
}

/// A text to annotate, with what is known of it.
#[derive(Debug)]
pub(crate) struct Input {
    text: String,
    zones: Vec<(Span, ZoneKind)>,
    date: Option<Date>,
}

impl Input {
    /// Takes a `str` or a `Page`. A date of the caller's stands before that of the page.
    pub(crate) fn new(object: &Bound<'_, PyAny>, date: Option<Date>) -> PyResult<Self> {
        if let Ok(string) = object.cast::<PyString>() {
            let (text, zones) = (text(string)?.to_owned(), Vec::new());
            return Ok(Self { text, zones, date });
        }
        let page = object.cast::<Page>().map_err(|_| not_text(object))?;
        let page = page.get().page();
        Ok(Self {
            text: page.text().to_owned(),
            zones: page.zones().to_vec(),
            date: date.or(page.published()),
        })
    }

    /// Whether a pipeline needs to know nothing but the text.
    pub(crate) fn is_plain(&self) -> bool {
        self.zones.is_empty() && self.date.is_none()
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    pub(crate) fn process(self, worker: &mut Worker) -> Result<Document, griot::Error> {
        worker.set_reference_date(self.date);
        if self.zones.is_empty() {
            return worker.process(self.text);
        }
        Ok(worker
            .annotate_zoned(&self.text, &self.zones)?
            .to_document())
    }
}

/// A language, by its code.
pub(crate) fn language(code: &str) -> PyResult<Language> {
    code.parse().map_err(refused)
}

/// A day as Python gives it: a `datetime.date` or `YYYY-MM-DD`.
pub(crate) struct Day(pub(crate) Date);

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let day: String = match object.cast::<PyString>() {
            Ok(string) => text(&string)?.to_owned(),
            Err(_) => {
                let written = object.call_method0("isoformat").map_err(|_| {
                    PyTypeError::new_err("a day is a datetime.date or a str YYYY-MM-DD")
                })?;
                // That of a `datetime` goes on with the time.
                written.extract::<String>()?.chars().take(10).collect()
            }
        };
        Ok(Self(day.parse().map_err(refused)?))
    }
}

/// A day as a `datetime.date`.
pub(crate) fn to_python(py: Python<'_>, date: Date) -> PyResult<Bound<'_, PyAny>> {
    let class = py.import("datetime")?.getattr("date")?;
    class.call1((date.year(), date.month(), date.day()))
}
