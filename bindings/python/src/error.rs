//! Errors of the crate as Python exceptions, and panics as errors.

use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_schema::ArrowError;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

pyo3::create_exception!(
    griot,
    GriotError,
    PyValueError,
    "What griot refuses: the message says what was wrong, where, and what to do."
);

/// Why work failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The crate refused its input.
    Refused(griot::Error),
    /// Arrow refused its input.
    Arrow(ArrowError),
    /// A panic, which is a bug of griot. The message is that of the panic.
    Bug(String),
}

impl From<griot::Error> for Failure {
    fn from(error: griot::Error) -> Self {
        Self::Refused(error)
    }
}

impl From<ArrowError> for Failure {
    fn from(error: ArrowError) -> Self {
        Self::Arrow(error)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(error) => error.fmt(f),
            // Without the class, which stands before the message.
            Self::Arrow(ArrowError::SchemaError(message)) => f.write_str(message),
            Self::Arrow(error) => error.fmt(f),
            Self::Bug(message) => write!(f, "bug of griot, please report it: {message}"),
        }
    }
}

impl From<Failure> for PyErr {
    fn from(failure: Failure) -> Self {
        let message = failure.to_string();
        match failure {
            Failure::Refused(_) | Failure::Arrow(_) => GriotError::new_err(message),
            Failure::Bug(_) => PyRuntimeError::new_err(message),
        }
    }
}

/// An exception with the message of an error.
pub(crate) fn refused(error: impl std::fmt::Display) -> PyErr {
    GriotError::new_err(error.to_string())
}

/// Does the work, and makes a failure of a panic.
pub(crate) fn guarded<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<T, Failure>
where
    Failure: From<E>,
{
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => Ok(result?),
        Err(payload) => {
            let text = payload.downcast_ref::<&str>().map(ToString::to_string);
            let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
            Err(Failure::Bug(text.unwrap_or_else(|| "panic".to_owned())))
        }
    }
}

/// Does the work without the interpreter's lock. A panic is a `RuntimeError`.
pub(crate) fn detached<T: Send, E>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T, E> + Send,
) -> PyResult<T>
where
    Failure: From<E>,
{
    Ok(py.detach(|| guarded(work))?)
}

/// A view that leads nowhere. Views are only made of what their document has.
pub(crate) fn lost() -> PyErr {
    PyRuntimeError::new_err("bug of griot, please report it: a view without its document")
}
