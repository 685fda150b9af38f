//! `griot.Zone`.

use griot::Alignment;
use pyo3::prelude::*;

use crate::doc::Doc;
use crate::error::lost;
use crate::span::{Member, Reduced, Span, reduced};

/// A zone of a document: its title, its body, a link to another article and so on.
///
/// The zones cover the text; white space belongs to the zone before it.
///
/// >>> zone = griot.load("fr")("Niamey (AFP) – Le général est là.").zones[0]
/// >>> zone.kind, zone.text
/// ('dateline', 'Niamey (AFP) – ')
#[pyclass(frozen, extends = Span, module = "griot")]
pub(crate) struct Zone {
    doc: Py<Doc>,
    index: usize,
    kind: &'static str,
}

impl std::fmt::Debug for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Zone")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl Zone {
    pub(crate) fn make<'py>(doc: &Bound<'py, Doc>, index: usize) -> PyResult<Bound<'py, Self>> {
        let view = doc.get().view();
        let (bytes, kind) = view.zones().nth(index).ok_or_else(lost)?;
        let tokens = view.token_range(bytes, Alignment::Contract);
        let span = Span::new(doc, tokens.unwrap_or_default(), bytes);
        let this = Self {
            doc: doc.clone().unbind(),
            index,
            kind: kind.as_str(),
        };
        Bound::new(doc.py(), PyClassInitializer::from(span).add_subclass(this))
    }
}

#[pymethods]
impl Zone {
    /// The kind of the zone: ``"body"``, ``"title"``, ``"read-also"`` and so on.
    #[getter]
    fn kind(&self) -> &'static str {
        self.kind
    }

    /// The index of the zone in `Doc.zones`.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py, Member>> {
        reduced(py, &self.doc, "zone", self.index)
    }
}
