//! `griot.Quotation`.

use griot::Lead;
use pyo3::prelude::*;

use crate::doc::Doc;
use crate::entity::Entity;
use crate::error::lost;
use crate::span::{Member, Reduced, Span, reduced};
use crate::token::Token;

/// A quotation of a document, with its marks.
///
/// >>> doc = griot.load("fr")("« Nous sommes ici », a expliqué un instructeur russe à Niamey.")
/// >>> it = doc.quotations[0]
/// >>> it.text, it.words, it.speaker, it.verb.text, it.lead
/// ('« Nous sommes ici »', 'Nous sommes ici', 'instructeur russe', 'expliqué', 'direct')
#[pyclass(frozen, extends = Span, module = "griot")]
pub(crate) struct Quotation {
    doc: Py<Doc>,
    index: usize,
}

impl std::fmt::Debug for Quotation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Quotation")
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

fn find(doc: &Doc, index: usize) -> PyResult<griot::Quotation<'_>> {
    doc.view().quotations().nth(index).ok_or_else(lost)
}

impl Quotation {
    pub(crate) fn make<'py>(doc: &Bound<'py, Doc>, index: usize) -> PyResult<Bound<'py, Self>> {
        let view = find(doc.get(), index)?;
        let span = Span::new(doc, view.token_range(), view.span());
        let this = Self {
            doc: doc.clone().unbind(),
            index,
        };
        Bound::new(doc.py(), PyClassInitializer::from(span).add_subclass(this))
    }

    fn view(&self) -> PyResult<griot::Quotation<'_>> {
        find(self.doc.get(), self.index)
    }
}

#[pymethods]
impl Quotation {
    /// The index of the quotation in `Doc.quotations`.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// The text between the marks.
    #[getter]
    fn words(&self) -> PyResult<&str> {
        Ok(self.view()?.words())
    }

    /// The words that name the speaker. `None` if nobody is known to speak.
    #[getter]
    fn speaker(&self) -> PyResult<Option<&str>> {
        Ok(self.view()?.speaker())
    }

    /// The span of the words that name the speaker.
    #[getter]
    fn speaker_span<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Span>>> {
        let (doc, span) = (self.doc.bind(py), self.view()?.speaker_span());
        let tokens = span.and_then(|it| doc.get().view().token_range(it, griot::Alignment::Expand));
        tokens.map(|tokens| Span::make(doc, tokens)).transpose()
    }

    /// The entity that speaks.
    #[getter]
    fn speaker_entity<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Entity>>> {
        let entity = self.view()?.speaker_entity();
        let doc = self.doc.bind(py);
        entity.map(|it| Entity::make(doc, it.index())).transpose()
    }

    /// The verb that says that this is said.
    #[getter]
    fn verb<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Token>>> {
        let verb = self.view()?.verb();
        let doc = self.doc.bind(py);
        verb.map(|it| Token::make(doc, it.index())).transpose()
    }

    /// How the words around say whose it is: ``"direct"``, ``"indirect"`` or `None`.
    #[getter]
    fn lead(&self) -> PyResult<Option<&'static str>> {
        Ok(self.view()?.lead().map(Lead::as_str))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py, Member>> {
        reduced(py, &self.doc, "quotation", self.index)
    }
}
