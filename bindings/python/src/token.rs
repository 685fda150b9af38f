//! `griot.Token`.

use griot::Stop;
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::pyclass::CompareOp;
use pyo3::types::PyDict;

use crate::doc::Doc;
use crate::entity::Entity;
use crate::error::lost;
use crate::quotation::Quotation;
use crate::sentence::Sentence;
use crate::span::Reduced;

/// A word, a number, a punctuation mark or another token of a document.
///
/// Names that end in an underscore are those of spaCy and always strings; a layer that was not made
/// leaves them empty. The others are `None` then.
///
/// >>> doc = griot.load("fr")("L’armée a reçu des équipements.")
/// >>> [(it.text, it.lemma_, it.pos_) for it in doc if it.is_alpha and not it.is_stop]
/// [('armée', 'armée', 'NOUN'), ('reçu', 'recevoir', 'VERB'), ('équipements', 'équipement', 'NOUN')]
/// >>> "".join(it.text_with_ws for it in doc) == doc.text
/// True
#[pyclass(frozen, weakref, module = "griot")]
pub(crate) struct Token {
    doc: Py<Doc>,
    index: usize,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Token")
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

impl Token {
    pub(crate) fn make<'py>(doc: &Bound<'py, Doc>, index: usize) -> PyResult<Bound<'py, Self>> {
        let doc = doc.clone();
        Bound::new(
            doc.py(),
            Self {
                doc: doc.clone().unbind(),
                index,
            },
        )
    }

    fn view(&self) -> PyResult<griot::Token<'_>> {
        self.doc.get().view().token(self.index).ok_or_else(lost)
    }

    fn is_all(&self, holds: impl Fn(char) -> bool) -> PyResult<bool> {
        Ok(self.view()?.text().chars().all(holds))
    }
}

#[pymethods]
impl Token {
    /// The document.
    #[getter]
    fn doc(&self, py: Python<'_>) -> Py<Doc> {
        self.doc.clone_ref(py)
    }

    /// The index of the token in the document.
    #[getter]
    fn i(&self) -> usize {
        self.index
    }

    /// The offset of the token in characters.
    #[getter]
    fn idx(&self) -> PyResult<usize> {
        Ok(self.doc.get().character(self.view()?.span().start()))
    }

    /// The offset of the token in characters.
    #[getter]
    fn start_char(&self) -> PyResult<usize> {
        self.idx()
    }

    /// The offset behind the token in characters.
    #[getter]
    fn end_char(&self) -> PyResult<usize> {
        Ok(self.doc.get().character(self.view()?.span().end()))
    }

    /// The offset of the token in bytes of UTF-8.
    #[getter]
    fn start_byte(&self) -> PyResult<usize> {
        Ok(self.view()?.span().start())
    }

    /// The offset behind the token in bytes of UTF-8.
    #[getter]
    fn end_byte(&self) -> PyResult<usize> {
        Ok(self.view()?.span().end())
    }

    /// The text of the token, as it stands in the document.
    #[getter]
    fn text(&self) -> PyResult<&str> {
        Ok(self.view()?.text())
    }

    /// The text of the token.
    #[getter]
    fn orth_(&self) -> PyResult<&str> {
        self.text()
    }

    /// The white space right behind the token.
    #[getter]
    fn whitespace_(&self) -> PyResult<&str> {
        Ok(self.view()?.space_after())
    }

    /// The text of the token and the white space behind it.
    #[getter]
    fn text_with_ws(&self) -> PyResult<String> {
        let token = self.view()?;
        Ok([token.text(), token.space_after()].concat())
    }

    /// The text in lower case.
    #[getter]
    fn lower_(&self) -> PyResult<String> {
        Ok(self.view()?.text().to_lowercase())
    }

    /// The kind of the token: ``"word"``, ``"number"``, ``"punctuation"``, ``"url"`` and so on.
    #[getter]
    fn kind(&self) -> PyResult<&'static str> {
        Ok(self.view()?.kind().as_str())
    }

    /// The normal form: lower case, NFC, ``'`` for ``’``.
    #[getter]
    fn norm(&self) -> PyResult<Option<&str>> {
        Ok(self.view()?.norm())
    }

    /// The normal form, or an empty string.
    #[getter]
    fn norm_(&self) -> PyResult<&str> {
        Ok(self.norm()?.unwrap_or_default())
    }

    /// The Snowball stem.
    #[getter]
    fn stem(&self) -> PyResult<Option<&str>> {
        Ok(self.view()?.stem())
    }

    /// The dictionary form. `None` also for punctuation and symbols.
    #[getter]
    fn lemma(&self) -> PyResult<Option<&str>> {
        Ok(self.view()?.lemma())
    }

    /// The dictionary form. That of punctuation and symbols is their text.
    #[getter]
    fn lemma_(&self) -> PyResult<&str> {
        let token = self.view()?;
        let made = self
            .doc
            .get()
            .view()
            .present()
            .contains(griot::Layer::Lemmas);
        let text = if made { token.text() } else { "" };
        Ok(token.lemma().unwrap_or(text))
    }

    /// Whether the lemma is a guess, because no list has the word.
    #[getter]
    fn is_lemma_guessed(&self) -> PyResult<bool> {
        Ok(self.view()?.is_lemma_guessed())
    }

    /// The part of speech of Universal Dependencies.
    #[getter]
    fn pos(&self) -> PyResult<Option<&'static str>> {
        Ok(self.view()?.pos().map(|pos| pos.as_str()))
    }

    /// The part of speech of Universal Dependencies, or an empty string.
    #[getter]
    fn pos_(&self) -> PyResult<&'static str> {
        Ok(self.pos()?.unwrap_or_default())
    }

    /// The morphological features by name. Empty for a token that has none, and without the layer.
    ///
    /// >>> griot.load("fr")("Les portes")[1].morph
    /// {'Gender': 'Fem', 'Number': 'Plur'}
    #[getter]
    fn morph<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let features = PyDict::new(py);
        for (name, value) in self.view()?.morph().unwrap_or_default().iter() {
            features.set_item(name, value)?;
        }
        Ok(features)
    }

    /// How the token is written, with a sign for each character.
    #[getter]
    fn shape_(&self) -> PyResult<String> {
        let shape = self.view()?.shape();
        Ok(shape.map(|shape| shape.to_string()).unwrap_or_default())
    }

    /// The code of the language around the token.
    #[getter]
    fn lang_(&self) -> PyResult<&'static str> {
        Ok(self.view()?.language().code())
    }

    /// The kind of the zone that holds the token.
    #[getter]
    fn zone(&self) -> PyResult<Option<&'static str>> {
        Ok(self.view()?.zone().map(|zone| zone.as_str()))
    }

    /// How dispensable the word is: ``"no"``, ``"function"`` or ``"extended"``.
    #[getter]
    fn stop(&self) -> PyResult<Option<&'static str>> {
        Ok(self.view()?.stop().map(Stop::as_str))
    }

    /// Whether the token is a stop word of either tier.
    #[getter]
    fn is_stop(&self) -> PyResult<bool> {
        Ok(self.view()?.is_stop())
    }

    /// Whether the token has only letters.
    #[getter]
    fn is_alpha(&self) -> PyResult<bool> {
        self.is_all(char::is_alphabetic)
    }

    /// Whether the token has only digits.
    #[getter]
    fn is_digit(&self) -> PyResult<bool> {
        self.is_all(char::is_numeric)
    }

    /// Whether the token has only ASCII characters.
    #[getter]
    fn is_ascii(&self) -> PyResult<bool> {
        self.is_all(|c| c.is_ascii())
    }

    /// Whether the token is a punctuation mark.
    #[getter]
    fn is_punct(&self) -> PyResult<bool> {
        Ok(self.view()?.is_punctuation())
    }

    /// Always false: griot has no tokens of white space.
    #[getter]
    fn is_space(&self) -> bool {
        false
    }

    /// Whether the token has upper-case letters and no lower-case ones.
    #[getter]
    fn is_upper(&self) -> PyResult<bool> {
        Ok(self.view()?.is_upper())
    }

    /// Whether the token has lower-case letters and no upper-case ones.
    #[getter]
    fn is_lower(&self) -> PyResult<bool> {
        Ok(self.view()?.is_lower())
    }

    /// Whether the token begins with an upper-case letter and goes on in lower case.
    #[getter]
    fn is_title(&self) -> PyResult<bool> {
        let token = self.view()?;
        let mut rest = token.text().chars().skip(1);
        Ok(token.is_capitalised() && !rest.any(char::is_uppercase))
    }

    /// Whether the token is a number.
    #[getter]
    fn like_num(&self) -> PyResult<bool> {
        let token = self.view()?;
        Ok(token.is_number() || token.pos() == Some(griot::Pos::Num))
    }

    /// Whether the token is a web address.
    #[getter]
    fn like_url(&self) -> PyResult<bool> {
        Ok(self.view()?.kind() == griot::TokenKind::Url)
    }

    /// Whether the token is an e-mail address.
    #[getter]
    fn like_email(&self) -> PyResult<bool> {
        Ok(self.view()?.kind() == griot::TokenKind::Email)
    }

    /// Whether the token is the first of its sentence.
    #[getter]
    fn is_sent_start(&self) -> PyResult<bool> {
        Ok(self.view()?.is_sentence_start())
    }

    /// Whether the token is the last of its sentence.
    #[getter]
    fn is_sent_end(&self) -> PyResult<bool> {
        let sentence = self.view()?.sentence();
        Ok(sentence.is_some_and(|it| it.token_range().end == self.index + 1))
    }

    /// The sentence that holds the token.
    #[getter]
    fn sent<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Sentence>>> {
        let sentence = self.view()?.sentence();
        let doc = self.doc.bind(py);
        sentence
            .map(|it| Sentence::make(doc, it.index()))
            .transpose()
    }

    /// The outermost entity that the token belongs to.
    #[getter]
    fn entity<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Entity>>> {
        let entity = self.view()?.entity();
        let doc = self.doc.bind(py);
        entity.map(|it| Entity::make(doc, it.index())).transpose()
    }

    /// The quotation that the token belongs to.
    #[getter]
    fn quotation<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Quotation>>> {
        let quotation = self.view()?.quotation();
        let doc = self.doc.bind(py);
        quotation
            .map(|it| Quotation::make(doc, it.index()))
            .transpose()
    }

    /// The label of the outermost entity that the token belongs to, or an empty string.
    #[getter]
    fn ent_type_(&self) -> PyResult<&str> {
        Ok(self
            .view()?
            .entity()
            .map_or("", |entity| entity.label_str()))
    }

    /// ``"B"`` at the start of an entity, ``"I"`` inside one and ``"O"`` outside.
    #[getter]
    fn ent_iob_(&self) -> PyResult<&'static str> {
        let entity = self.view()?.entity();
        Ok(entity.map_or("O", |entity| {
            if entity.token_range().start == self.index {
                "B"
            } else {
                "I"
            }
        }))
    }

    /// The id of the outermost entity that the token belongs to, or an empty string.
    #[getter]
    fn ent_id_(&self) -> PyResult<&str> {
        let entity = self.view()?.entity();
        Ok(entity.and_then(|entity| entity.id()).unwrap_or_default())
    }

    /// The token `i` places further on, or back.
    #[pyo3(signature = (i = 1))]
    fn nbor<'py>(&self, py: Python<'py>, i: isize) -> PyResult<Bound<'py, Self>> {
        let doc = self.doc.bind(py);
        let length = doc.get().view().tokens().len();
        let at = self.index.checked_add_signed(i).filter(|at| *at < length);
        let beyond = || {
            let (index, places) = (self.index, i);
            let problem = format!(
                "{places} places from token {index} is none: the document has {length} tokens"
            );
            PyIndexError::new_err(problem)
        };
        Self::make(doc, at.ok_or_else(beyond)?)
    }

    fn __len__(&self) -> PyResult<usize> {
        Ok(self.view()?.text().chars().count())
    }

    fn __str__(&self) -> PyResult<&str> {
        self.text()
    }

    fn __repr__(&self) -> PyResult<String> {
        Ok(format!("Token({:?})", self.text()?))
    }

    /// Equal tokens are the same place of the same document. Tokens of one document are ordered by their
    /// place.
    fn __richcmp__(&self, other: &Self, op: CompareOp) -> PyResult<bool> {
        let same = self.doc.is(&other.doc);
        match op {
            CompareOp::Eq => Ok(same && self.index == other.index),
            CompareOp::Ne => Ok(!same || self.index != other.index),
            _ if !same => Err(PyTypeError::new_err(
                "tokens of two documents have no order",
            )),
            _ => Ok(op.matches(self.index.cmp(&other.index))),
        }
    }

    fn __hash__(&self) -> usize {
        (self.doc.as_ptr() as usize).rotate_right(4) ^ self.index
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py, (Py<Doc>, usize)>> {
        let find = py.import("operator")?.getattr("getitem")?;
        Ok((find, (self.doc(py), self.index)))
    }
}
