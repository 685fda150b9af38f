//! `griot.Entity`.

use griot::Modifier;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::doc::Doc;
use crate::error::lost;
use crate::span::{Member, Reduced, Span, reduced};

/// A name, a date or a quantity of a document.
///
/// >>> doc = griot.load("fr")("Le général Tiani a reçu 12 000 euros le 3 décembre 2023.")
/// >>> [(ent.text, ent.label_, ent.value or ent.title) for ent in doc.ents]
/// [('Tiani', 'PER', 'général'), ('12 000 euros', 'QUANTITY', 'money 12000 EUR'), ('3 décembre 2023', 'DATE', '2023-12-03')]
#[pyclass(frozen, extends = Span, module = "griot")]
pub(crate) struct Entity {
    doc: Py<Doc>,
    index: usize,
}

impl std::fmt::Debug for Entity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entity")
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

impl Entity {
    pub(crate) fn make<'py>(doc: &Bound<'py, Doc>, index: usize) -> PyResult<Bound<'py, Self>> {
        let view = doc.get().view().entity(index).ok_or_else(lost)?;
        let span = Span::new(doc, view.token_range(), view.span());
        let this = Self {
            doc: doc.clone().unbind(),
            index,
        };
        Bound::new(doc.py(), PyClassInitializer::from(span).add_subclass(this))
    }

    fn view(&self) -> PyResult<griot::Entity<'_>> {
        self.doc.get().view().entity(self.index).ok_or_else(lost)
    }
}

#[pymethods]
impl Entity {
    /// The index of the entity in `Doc.entities`.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// The label: ``"PER"``, ``"LOC"``, ``"ORG"``, ``"MISC"``, ``"DATE"``, ``"QUANTITY"`` or one of yours.
    #[getter]
    fn label_(&self) -> PyResult<&str> {
        Ok(self.view()?.label_str())
    }

    /// The id, which all mentions of one thing in a document share.
    #[getter]
    fn id(&self) -> PyResult<Option<&str>> {
        Ok(self.view()?.id())
    }

    /// The id, or an empty string.
    #[getter]
    fn ent_id_(&self) -> PyResult<&str> {
        Ok(self.id()?.unwrap_or_default())
    }

    /// The value of a date, such as ``2023-12-03``, or of a quantity, such as ``money 12000 EUR``.
    #[getter]
    fn value(&self) -> PyResult<Option<&str>> {
        Ok(self.view()?.value())
    }

    /// Which part of its period a date means: ``"START"``, ``"MID"``, ``"END"``; or ``"APPROX"``.
    #[getter]
    fn modifier(&self) -> PyResult<Option<&'static str>> {
        Ok(self.view()?.modifier().map(Modifier::as_str))
    }

    /// What found the entity: ``"rule"``, ``"gazetteer"``, ``"tagger"``, ``"link"`` or ``"user"``.
    #[getter]
    fn source(&self) -> PyResult<&'static str> {
        Ok(self.view()?.source().as_str())
    }

    /// How certain the entity is, from 0 to 1.
    #[getter]
    fn score(&self) -> PyResult<f32> {
        Ok(self.view()?.score())
    }

    /// The title beside a person's name.
    #[getter]
    fn title(&self) -> PyResult<Option<&str>> {
        Ok(self.view()?.title())
    }

    /// The id of the place whose name a club has.
    #[getter]
    fn place_id(&self) -> PyResult<Option<&str>> {
        Ok(self.view()?.place_id())
    }

    /// The smallest entity around this one.
    #[getter]
    fn parent<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Self>>> {
        let parent = self.view()?.parent();
        let doc = self.doc.bind(py);
        parent.map(|it| Self::make(doc, it.index())).transpose()
    }

    /// The entities inside this one.
    #[getter]
    fn nested<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let doc = self.doc.bind(py);
        let nested = self.view()?.nested();
        let nested: PyResult<Vec<_>> = nested.map(|it| Self::make(doc, it.index())).collect();
        PyTuple::new(py, nested?)
    }

    fn __repr__(&self) -> PyResult<String> {
        let view = self.view()?;
        Ok(format!("Entity({:?}, {})", view.text(), view.label_str()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py, Member>> {
        reduced(py, &self.doc, "entity", self.index)
    }
}
