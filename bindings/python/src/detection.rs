//! `griot.Detection`.

use pyo3::prelude::*;

/// The language of a text.
///
/// >>> found = griot.detect("Le Niger a reçu un nouveau lot d’équipements.")
/// >>> found.code, found.name, found.reliable
/// ('fr', 'French', True)
#[pyclass(frozen, eq, module = "griot")]
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Detection {
    detection: griot::Detection,
}

impl From<griot::Detection> for Detection {
    fn from(detection: griot::Detection) -> Self {
        Self { detection }
    }
}

#[pymethods]
impl Detection {
    /// The code of the language: that of ISO 639-1, or of ISO 639-3 where there is none. ``"und"`` if no
    /// language was found.
    #[getter]
    fn code(&self) -> &'static str {
        self.detection.language.code()
    }

    /// The English name of the language.
    #[getter]
    fn name(&self) -> &'static str {
        self.detection.language.name()
    }

    /// How certain the answer is, from 0 to 1.
    #[getter]
    fn confidence(&self) -> f32 {
        self.detection.confidence
    }

    /// Whether the answer can be relied on.
    #[getter]
    fn reliable(&self) -> bool {
        self.detection.reliable
    }

    fn __str__(&self) -> &'static str {
        self.code()
    }

    fn __repr__(&self) -> String {
        let (code, confidence) = (self.code(), self.confidence());
        let reliable = if self.reliable() { "True" } else { "False" };
        format!("Detection('{code}', confidence={confidence:.2}, reliable={reliable})")
    }

    fn __hash__(&self) -> u32 {
        self.detection.confidence.to_bits()
    }
}
