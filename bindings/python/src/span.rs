//! `griot.Span`, which the classes of sentences, entities, quotations and zones extend.

use std::ops::Range;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pyclass::CompareOp;
use pyo3::types::{PyNotImplemented, PySlice, PyTuple};

use crate::doc::{Doc, Index, Place};
use crate::entity::Entity;
use crate::error::lost;
use crate::sentence::Sentence;
use crate::token::Token;

/// Consecutive tokens of a document, and the text that they cover.
///
/// It is a sequence of its tokens. Its offsets count characters of the document.
///
/// >>> doc = griot.load("fr")("L’été à Niamey est chaud.")
/// >>> span = doc[1:4]
/// >>> span.text, span.start, span.end, span.start_char, span.end_char, span.start_byte
/// ('été à Niamey', 1, 4, 2, 14, 4)
/// >>> [token.text for token in span]
/// ['été', 'à', 'Niamey']
#[pyclass(frozen, weakref, subclass, module = "griot")]
pub(crate) struct Span {
    doc: Py<Doc>,
    tokens: Range<usize>,
    bytes: griot::Span,
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Span");
        shown
            .field("tokens", &self.tokens)
            .field("bytes", &self.bytes)
            .finish_non_exhaustive()
    }
}

impl Span {
    pub(crate) fn new(doc: &Bound<'_, Doc>, tokens: Range<usize>, bytes: griot::Span) -> Self {
        Self {
            doc: doc.clone().unbind(),
            tokens,
            bytes,
        }
    }

    /// The span of some tokens of a document. That of no token lies where the next one begins.
    pub(crate) fn make<'py>(
        doc: &Bound<'py, Doc>,
        tokens: Range<usize>,
    ) -> PyResult<Bound<'py, Self>> {
        let view = doc.get().view();
        let text = || u32::try_from(view.text().len()).unwrap_or(u32::MAX);
        let start = view.token(tokens.start).map(|it| it.span());
        let start = start.unwrap_or_else(|| griot::Span::new(text(), text()));
        let last = tokens
            .end
            .checked_sub(1)
            .filter(|last| *last >= tokens.start);
        let end = last
            .and_then(|last| view.token(last))
            .map_or(start.start(), |it| it.span().end());
        let offset = |byte: usize| u32::try_from(byte).map_err(|_| lost());
        let bytes = griot::Span::new(offset(start.start())?, offset(end)?);
        Bound::new(doc.py(), Self::new(doc, tokens, bytes))
    }

    fn of(&self, span: griot::Span) -> PyResult<&str> {
        span.get(self.doc.get().view().text()).ok_or_else(lost)
    }
}

/// What pickle keeps of a view: the function that finds it again, and its arguments.
pub(crate) type Reduced<'py, A> = (Bound<'py, PyAny>, A);

/// The document, the kind and the index of a view that is no plain span.
pub(crate) type Member = (Py<Doc>, &'static str, usize);

/// How pickle finds a view again.
pub(crate) fn reduced<'py>(
    py: Python<'py>,
    doc: &Py<Doc>,
    kind: &'static str,
    index: usize,
) -> PyResult<Reduced<'py, Member>> {
    let find = py.import("griot._griot")?.getattr("_member")?;
    Ok((find, (doc.clone_ref(py), kind, index)))
}

#[pymethods]
impl Span {
    /// The document.
    #[getter(doc)]
    fn get_doc(&self, py: Python<'_>) -> Py<Doc> {
        self.doc.clone_ref(py)
    }

    /// The text, as it stands in the document.
    #[getter]
    pub(crate) fn text(&self) -> PyResult<&str> {
        self.of(self.bytes)
    }

    /// The text and the white space behind its last token.
    #[getter]
    fn text_with_ws(&self) -> PyResult<String> {
        let last = self
            .tokens
            .end
            .checked_sub(1)
            .filter(|_| !self.tokens.is_empty());
        let last = last.and_then(|last| self.doc.get().view().token(last));
        let space = last.filter(|it| it.span().end() == self.bytes.end());
        Ok([self.text()?, space.map_or("", |it| it.space_after())].concat())
    }

    /// The index of the first token.
    #[getter]
    fn start(&self) -> usize {
        self.tokens.start
    }

    /// The index behind the last token.
    #[getter]
    fn end(&self) -> usize {
        self.tokens.end
    }

    /// The offset of the span in characters.
    #[getter]
    fn start_char(&self) -> usize {
        self.doc.get().character(self.bytes.start())
    }

    /// The offset behind the span in characters.
    #[getter]
    fn end_char(&self) -> usize {
        self.doc.get().character(self.bytes.end())
    }

    /// The offset of the span in bytes of UTF-8.
    #[getter]
    fn start_byte(&self) -> usize {
        self.bytes.start()
    }

    /// The offset behind the span in bytes of UTF-8.
    #[getter]
    fn end_byte(&self) -> usize {
        self.bytes.end()
    }

    /// The label of an entity, and an empty string for other spans.
    #[getter]
    fn label_(&self) -> &'static str {
        ""
    }

    /// The lemmas of the tokens, with the white space between them.
    #[getter]
    fn lemma_<'py>(slf: &Bound<'py, Self>) -> PyResult<String> {
        let mut joined = String::new();
        for token in Self::__iter__(slf).range {
            let token = Token::make(slf.get().doc.bind(slf.py()), token)?;
            joined.push_str(token.getattr("lemma_")?.extract::<&str>()?);
            joined.push_str(token.getattr("whitespace_")?.extract::<&str>()?);
        }
        Ok(joined.trim_end().to_owned())
    }

    /// The outermost entities that lie in the span.
    #[getter]
    fn ents<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let view = self.doc.get().view();
        let inside = view.outermost().filter(|it| {
            let tokens = it.token_range();
            self.tokens.start <= tokens.start && tokens.end <= self.tokens.end
        });
        let doc = self.doc.bind(py);
        let ents: PyResult<Vec<_>> = inside.map(|it| Entity::make(doc, it.index())).collect();
        PyTuple::new(py, ents?)
    }

    /// The sentence in which the span begins.
    #[getter]
    fn sent<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Sentence>>> {
        let first = self.doc.get().view().token(self.tokens.start);
        let sentence = first.and_then(|first| first.sentence());
        let doc = self.doc.bind(py);
        sentence
            .map(|it| Sentence::make(doc, it.index()))
            .transpose()
    }

    fn __len__(&self) -> usize {
        self.tokens.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: Index<'_>) -> PyResult<Bound<'py, PyAny>> {
        let (doc, first) = (self.doc.bind(py), self.tokens.start);
        match index.within(self.tokens.len())? {
            Place::At(at) => Ok(Token::make(doc, first + at)?.into_any()),
            Place::Range(at) => {
                let tokens = first + at.start..first + at.end;
                Ok(Self::make(doc, tokens)?.into_any())
            }
        }
    }

    fn __iter__(slf: &Bound<'_, Self>) -> Tokens {
        let span = slf.get();
        Tokens::new(span.doc.clone_ref(slf.py()), span.tokens.clone())
    }

    fn __str__(&self) -> PyResult<&str> {
        self.text()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        Ok(format!(
            "{}({:?})",
            slf.get_type().name()?,
            slf.get().text()?
        ))
    }

    /// Equal spans are of one class and the same place of the same document. Spans of one document are
    /// ordered by their place.
    fn __richcmp__<'py>(
        slf: &Bound<'py, Self>,
        other: &Bound<'py, PyAny>,
        op: CompareOp,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let Ok(other) = other.cast::<Self>() else {
            return Ok(PyNotImplemented::get(py).to_owned().into_any());
        };
        let (one, two) = (slf.get(), other.get());
        let same = one.doc.is(&two.doc) && slf.get_type().is(other.get_type());
        let answer = match op {
            CompareOp::Eq => same && one.place() == two.place(),
            CompareOp::Ne => !same || one.place() != two.place(),
            _ if !one.doc.is(&two.doc) => {
                return Err(PyTypeError::new_err("spans of two documents have no order"));
            }
            _ => op.matches(one.bytes.cmp(&two.bytes)),
        };
        Ok(answer.into_pyobject(py)?.to_owned().into_any())
    }

    fn __hash__(&self) -> usize {
        (self.doc.as_ptr() as usize).rotate_right(4) ^ self.bytes.start() ^ self.bytes.end() << 32
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<Reduced<'py, (Py<Doc>, Bound<'py, PySlice>)>> {
        let find = py.import("operator")?.getattr("getitem")?;
        let (start, end) = (
            self.tokens.start.cast_signed(),
            self.tokens.end.cast_signed(),
        );
        Ok((
            find,
            (self.doc.clone_ref(py), PySlice::new(py, start, end, 1)),
        ))
    }
}

impl Span {
    fn place(&self) -> (Range<usize>, griot::Span) {
        (self.tokens.clone(), self.bytes)
    }
}

/// An iterator over tokens.
#[pyclass(module = "griot")]
pub(crate) struct Tokens {
    doc: Py<Doc>,
    range: Range<usize>,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tokens")
            .field("range", &self.range)
            .finish_non_exhaustive()
    }
}

impl Tokens {
    pub(crate) fn new(doc: Py<Doc>, range: Range<usize>) -> Self {
        Self { doc, range }
    }
}

#[pymethods]
impl Tokens {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, Token>>> {
        let next = self.range.next();
        next.map(|index| Token::make(self.doc.bind(py), index))
            .transpose()
    }

    fn __length_hint__(&self) -> usize {
        self.range.len()
    }
}
