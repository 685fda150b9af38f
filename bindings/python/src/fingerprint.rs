//! `griot.Fingerprint`.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyType};

use crate::error::Failure;

/// The content of a text in 512 bytes, which are its ``bytes(…)``: texts that repeat each other have
/// similar ones.
///
/// >>> nlp = griot.load("fr", layers=["norms", "stops"])
/// >>> one = nlp("L’armée du Niger a reçu du matériel militaire.").fingerprint()
/// >>> other = nlp("L'ARMÉE DU NIGER A REÇU LE MATÉRIEL MILITAIRE").fingerprint()
/// >>> one.similarity(other)
/// 1.0
/// >>> griot.Fingerprint(bytes(one)) == one
/// True
#[pyclass(frozen, eq, module = "griot")]
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Fingerprint {
    print: griot::duplicates::Fingerprint,
}

impl From<griot::duplicates::Fingerprint> for Fingerprint {
    fn from(print: griot::duplicates::Fingerprint) -> Self {
        Self { print }
    }
}

#[pymethods]
impl Fingerprint {
    #[new]
    #[pyo3(signature = (bytes, /))]
    fn new(bytes: &[u8]) -> PyResult<Self> {
        let print = griot::duplicates::Fingerprint::from_bytes(bytes).map_err(Failure::from)?;
        Ok(print.into())
    }

    /// Estimates the share of all pairs of neighbouring content words that both texts have, from 0 to 1.
    #[pyo3(signature = (other, /))]
    fn similarity(&self, other: &Self) -> f32 {
        self.print.similarity(&other.print)
    }

    /// The 64 keys by which similar texts find each other: two texts are worth comparing if they have one
    /// in common. None if the text has no content words.
    fn bands(&self) -> Vec<u64> {
        self.print.bands().collect()
    }

    fn __bytes__<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.print.to_bytes())
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.print.hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        let bytes = self.print.to_bytes();
        let head: String = bytes
            .iter()
            .take(4)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("Fingerprint({head}…)")
    }

    #[allow(clippy::type_complexity)]
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (Bound<'py, PyBytes>,)) {
        (slf.get_type(), (slf.get().__bytes__(slf.py()),))
    }
}
