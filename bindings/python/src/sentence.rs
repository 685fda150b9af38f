//! `griot.Sentence`.

use pyo3::prelude::*;

use crate::doc::Doc;
use crate::error::lost;
use crate::span::{Member, Reduced, Span, reduced};

/// A sentence of a document.
///
/// >>> doc = griot.load("fr")("M. Touré se tait. Où va-t-il ?")
/// >>> [(sent.text, sent.end_reason) for sent in doc.sentences]
/// [('M. Touré se tait.', 'stop'), ('Où va-t-il ?', 'end-of-text')]
#[pyclass(frozen, extends = Span, module = "griot")]
pub(crate) struct Sentence {
    doc: Py<Doc>,
    index: usize,
}

impl std::fmt::Debug for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sentence")
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

impl Sentence {
    pub(crate) fn make<'py>(doc: &Bound<'py, Doc>, index: usize) -> PyResult<Bound<'py, Self>> {
        let view = doc.get().view().sentence(index).ok_or_else(lost)?;
        let span = Span::new(doc, view.token_range(), view.span());
        let this = Self {
            doc: doc.clone().unbind(),
            index,
        };
        Bound::new(doc.py(), PyClassInitializer::from(span).add_subclass(this))
    }

    fn view(&self) -> PyResult<griot::Sentence<'_>> {
        self.doc.get().view().sentence(self.index).ok_or_else(lost)
    }
}

#[pymethods]
impl Sentence {
    /// The index of the sentence in the document.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// Why the sentence ends where it does: ``"stop"``, ``"line-break"``, ``"model"``, ``"zone"``,
    /// ``"language"`` or ``"end-of-text"``.
    #[getter]
    fn end_reason(&self) -> PyResult<&'static str> {
        Ok(self.view()?.end_reason().as_str())
    }

    /// How certain the end of the sentence is, from 0 to 1.
    #[getter]
    fn score(&self) -> PyResult<f32> {
        Ok(self.view()?.score())
    }

    /// The kind of the zone that holds the sentence.
    #[getter]
    fn zone(&self) -> PyResult<Option<&'static str>> {
        Ok(self.view()?.zone().map(|zone| zone.as_str()))
    }

    /// The code of the language of the sentence.
    #[getter]
    fn lang_(&self) -> PyResult<&'static str> {
        Ok(self.view()?.language().code())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py, Member>> {
        reduced(py, &self.doc, "sentence", self.index)
    }
}
