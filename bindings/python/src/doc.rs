//! `griot.Doc`.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::OnceLock;

use griot::{Alignment, Document, DocumentRef};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PySlice, PyTuple};

use crate::detection::Detection;
use crate::entity::Entity;
use crate::error::{Failure, GriotError, detached, lost, refused};
use crate::fingerprint::Fingerprint;
use crate::html;
use crate::input::{Text, to_python};
use crate::offsets::Characters;
use crate::quotation::Quotation;
use crate::sentence::Sentence;
use crate::settings::{OFFSETS, layers, named};
use crate::span::{Reduced, Span, Tokens};
use crate::token::Token;
use crate::zone::Zone;

/// A text with its annotation, made by a pipeline.
///
/// It is a sequence of its tokens: ``len(doc)``, ``doc[0]``, ``doc[2:5]`` and iteration. Offsets count
/// characters, as Python does; names that end in ``_byte`` count bytes of UTF-8.
///
/// >>> doc = griot.load("fr")("Le général Tiani est à Niamey. Il attend.")
/// >>> len(doc), doc[2].text, doc[1:3].text
/// (10, 'Tiani', 'général Tiani')
/// >>> [sent.text for sent in doc.sents]
/// ['Le général Tiani est à Niamey.', 'Il attend.']
/// >>> pickle.loads(pickle.dumps(doc)) == doc
/// True
#[pyclass(frozen, weakref, module = "griot")]
#[derive(Debug)]
pub(crate) struct Doc {
    document: Document,
    characters: OnceLock<Characters>,
}

impl From<Document> for Doc {
    fn from(document: Document) -> Self {
        let characters = OnceLock::new();
        Self {
            document,
            characters,
        }
    }
}

/// An index or a slice between brackets.
#[derive(FromPyObject)]
pub(crate) enum Index<'py> {
    At(isize),
    Slice(Bound<'py, PySlice>),
}

/// What an [`Index`] means in a sequence.
pub(crate) enum Place {
    At(usize),
    Range(Range<usize>),
}

impl Index<'_> {
    pub(crate) fn within(&self, length: usize) -> PyResult<Place> {
        let signed = length.cast_signed();
        match self {
            Self::At(index) => {
                let at = if *index < 0 { index + signed } else { *index };
                let at = usize::try_from(at).ok().filter(|at| *at < length);
                let beyond = || {
                    let problem =
                        format!("index {index} is out of range: there are {length} tokens");
                    PyIndexError::new_err(problem)
                };
                at.map(Place::At).ok_or_else(beyond)
            }
            Self::Slice(slice) => {
                let slice = slice.indices(signed)?;
                if slice.step != 1 {
                    return Err(GriotError::new_err(
                        "a span has no step: write doc[start:end]",
                    ));
                }
                let (start, end) = (slice.start.cast_unsigned(), slice.stop.cast_unsigned());
                Ok(Place::Range(start..end.max(start)))
            }
        }
    }
}

impl Doc {
    pub(crate) fn view(&self) -> DocumentRef<'_> {
        self.document.view()
    }

    /// The offset in characters of an offset in bytes.
    pub(crate) fn character(&self, byte: usize) -> usize {
        let text = self.document.text();
        let characters = self.characters.get_or_init(|| Characters::new(text));
        characters.before(text, byte)
    }

    fn byte(&self, character: usize) -> Option<usize> {
        let text = self.document.text();
        let characters = self.characters.get_or_init(|| Characters::new(text));
        characters.byte(text, character)
    }

    fn write(&self, only: Option<&[String]>, offsets: &str) -> PyResult<String> {
        let mut json = self
            .view()
            .json()
            .offsets(named("offsets", offsets, &OFFSETS)?);
        if let Some(only) = only {
            json = json.layers(layers(only)?);
        }
        Ok(json.into_string())
    }
}

/// A tuple of views, one for each row.
fn views<'py, T>(
    slf: &Bound<'py, Doc>,
    rows: impl Iterator<Item = usize>,
    view: impl Fn(&Bound<'py, Doc>, usize) -> PyResult<Bound<'py, T>>,
) -> PyResult<Bound<'py, PyTuple>> {
    let views: PyResult<Vec<_>> = rows.map(|row| Ok(view(slf, row)?.into_any())).collect();
    PyTuple::new(slf.py(), views?)
}

#[pymethods]
impl Doc {
    /// The text, exactly as it was passed to the pipeline.
    #[getter]
    fn text(&self) -> &str {
        self.document.text()
    }

    /// The language of the whole text, and how certain it is.
    ///
    /// >>> griot.load()("Le général est arrivé à Niamey.").language
    /// Detection('fr', confidence=1.00, reliable=True)
    #[getter]
    fn language(&self) -> Detection {
        self.document.language().into()
    }

    /// The code of the language of the whole text.
    #[getter]
    fn lang_(&self) -> &'static str {
        self.document.language().language.code()
    }

    /// The spans that are in one language each, as start and end in characters and code.
    #[getter]
    fn languages(&self) -> Vec<(usize, usize, &'static str)> {
        let spans = self.view().languages();
        let spans = spans.map(|(span, language)| {
            let (start, end) = (self.character(span.start()), self.character(span.end()));
            (start, end, language.code())
        });
        spans.collect()
    }

    /// The outermost entities, which do not overlap: names, dates and quantities.
    #[getter]
    fn ents<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let rows = slf.get().view().outermost().map(|it| it.index());
        views(slf, rows, Entity::make)
    }

    /// All entities, with those inside others.
    #[getter]
    fn entities<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        views(slf, 0..slf.get().view().entities().len(), Entity::make)
    }

    /// An iterator over the sentences.
    #[getter]
    fn sents<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Ok(Self::sentences(slf)?.try_iter()?.into_any())
    }

    /// The sentences.
    #[getter]
    fn sentences<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        views(slf, 0..slf.get().view().sentences().len(), Sentence::make)
    }

    /// The quotations, with their speakers.
    ///
    /// >>> doc = griot.load("fr")("« Il est bon », a dit le général Tiani.")
    /// >>> [(it.words, it.speaker) for it in doc.quotations]
    /// [('Il est bon', 'général Tiani')]
    #[getter]
    fn quotations<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        views(slf, 0..slf.get().view().quotations().len(), Quotation::make)
    }

    /// The zones, which cover the text: title, body, read-also and so on.
    ///
    /// >>> doc = griot.load("fr")("Moscou a livré du matériel.\nLire aussi : Niger, la suite")
    /// >>> [zone.kind for zone in doc.zones]
    /// ['body', 'read-also']
    #[getter]
    fn zones<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        views(slf, 0..slf.get().view().zones().count(), Zone::make)
    }

    /// The place, the date and the agency of the dateline, each a text or `None`. `None` if there is no
    /// dateline.
    ///
    /// >>> griot.load("fr")("Niamey, 28 novembre 2024 (AFP) – Le général est là.").dateline
    /// ('Niamey', '28 novembre 2024', 'AFP')
    #[getter]
    #[allow(clippy::type_complexity)]
    fn dateline(&self) -> Option<(Option<&str>, Option<&str>, Option<&str>)> {
        let dateline = self.view().dateline()?;
        let text = |span: Option<griot::Span>| span?.get(self.document.text());
        Some((
            text(dateline.place()),
            text(dateline.date()),
            text(dateline.agency()),
        ))
    }

    /// The day against which relative dates were resolved.
    #[getter]
    fn reference_date<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let date = self.view().reference_date();
        date.map(|date| to_python(py, date)).transpose()
    }

    /// The names of the layers that the document has.
    #[getter]
    fn layers(&self) -> Vec<&'static str> {
        self.view()
            .present()
            .iter()
            .map(|layer| layer.as_str())
            .collect()
    }

    /// The names of the layers that were asked for and that the language does not have.
    #[getter]
    fn missing(&self) -> Vec<&'static str> {
        self.view()
            .missing()
            .iter()
            .map(|layer| layer.as_str())
            .collect()
    }

    /// The models that were used.
    #[getter]
    fn models(&self) -> Vec<&str> {
        self.view().models().collect()
    }

    /// The span of the characters from `start` to `end`, or `None` if they are no whole tokens.
    ///
    /// With `alignment_mode` ``"contract"`` only the tokens wholly inside count, and with ``"expand"``
    /// every token that is touched.
    ///
    /// >>> doc = griot.load("fr")("L’été à Niamey")
    /// >>> doc.char_span(2, 5).text, doc.char_span(3, 5), doc.char_span(3, 9, alignment_mode="expand").text
    /// ('été', None, 'été à Niamey')
    #[pyo3(signature = (start, end, *, alignment_mode = "strict"))]
    fn char_span<'py>(
        slf: &Bound<'py, Self>,
        start: usize,
        end: usize,
        alignment_mode: &str,
    ) -> PyResult<Option<Bound<'py, Span>>> {
        let modes = [
            ("strict", Alignment::Strict),
            ("contract", Alignment::Contract),
            ("expand", Alignment::Expand),
        ];
        let mode = named("alignment_mode", alignment_mode, &modes)?;
        let doc = slf.get();
        let (Some(start), Some(end)) = (doc.byte(start), doc.byte(end)) else {
            return Ok(None);
        };
        let offset = |byte: usize| u32::try_from(byte).map_err(refused);
        let bytes = griot::Span::new(offset(start)?, offset(end)?.max(offset(start)?));
        let tokens = doc.view().token_range(bytes, mode);
        tokens.map(|tokens| Span::make(slf, tokens)).transpose()
    }

    /// The document as a dict. `layers` chooses layers; `offsets` is ``"chars"``, ``"bytes"`` or
    /// ``"utf16"``.
    ///
    /// >>> doc = griot.load("fr")("L’été à Niamey")
    /// >>> doc.to_dict(["entities"])["entities"][0]
    /// {'start': 8, 'end': 14, 'text': 'Niamey', 'label': 'LOC', 'id': 'loc:niamey', 'source': 'gazetteer', 'score': 0.901}
    #[pyo3(signature = (layers = None, *, offsets = "chars"))]
    fn to_dict<'py>(
        &self,
        py: Python<'py>,
        layers: Option<Vec<String>>,
        offsets: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let json = py.detach(|| self.write(layers.as_deref(), offsets))?;
        py.import("json")?.call_method1("loads", (json,))
    }

    /// The document in the JSON form of the crate, which counts bytes unless `offsets` says otherwise.
    /// `Doc.from_json` reads it back.
    #[pyo3(signature = (layers = None, *, offsets = "bytes"))]
    fn to_json(
        &self,
        py: Python<'_>,
        layers: Option<Vec<String>>,
        offsets: &str,
    ) -> PyResult<String> {
        py.detach(|| self.write(layers.as_deref(), offsets))
    }

    /// Reads what `to_json` wrote with all layers, and checks every rule of the data model.
    ///
    /// >>> doc = griot.load("fr")("Niamey attend.")
    /// >>> griot.Doc.from_json(doc.to_json()) == doc
    /// True
    /// >>> griot.Doc.from_json("{}")
    /// Traceback (most recent call last):
    /// griot.GriotError: missing field `griot` at line 1 column 2
    #[staticmethod]
    fn from_json(py: Python<'_>, json: Text<'_>) -> PyResult<Self> {
        let json = json.get()?;
        let read = || Ok::<_, Failure>(serde_json::from_str::<Document>(json));
        Ok(detached(py, read)?.map_err(refused)?.into())
    }

    /// The document in the binary form of the crate, which is smaller and faster than JSON. Pickle uses it.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = detached(py, || Ok::<_, Failure>(self.document.to_bytes()))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Reads what `to_bytes` wrote, and checks every rule of the data model.
    ///
    /// >>> doc = griot.load("fr")("Niamey attend.")
    /// >>> griot.Doc.from_bytes(doc.to_bytes()) == doc
    /// True
    #[staticmethod]
    fn from_bytes(py: Python<'_>, bytes: &[u8]) -> PyResult<Self> {
        Ok(detached(py, || Document::from_bytes(bytes))?.into())
    }

    /// The document in CoNLL-U.
    fn to_conllu(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || Ok::<_, Failure>(self.view().conllu().to_string()))
    }

    /// What the text says in 512 bytes, to be compared with others. Needs the layers of norms and stops.
    fn fingerprint(&self, py: Python<'_>) -> Fingerprint {
        py.detach(|| griot::duplicates::fingerprint(self.view()))
            .into()
    }

    fn __len__(&self) -> usize {
        self.view().tokens().len()
    }

    fn __getitem__<'py>(slf: &Bound<'py, Self>, index: Index<'_>) -> PyResult<Bound<'py, PyAny>> {
        match index.within(slf.get().__len__())? {
            Place::At(at) => Ok(Token::make(slf, at)?.into_any()),
            Place::Range(range) => Ok(Span::make(slf, range)?.into_any()),
        }
    }

    fn __iter__(slf: &Bound<'_, Self>) -> Tokens {
        Tokens::new(slf.clone().unbind(), 0..slf.get().__len__())
    }

    fn __eq__(&self, py: Python<'_>, other: &Self) -> bool {
        py.detach(|| self.document == other.document)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.document.text().hash(&mut hasher);
        hasher.finish()
    }

    fn __str__(&self) -> &str {
        self.document.text()
    }

    fn __repr__(&self) -> String {
        let text = self.document.text();
        let head: String = text.chars().take(40).collect();
        let more = if head.len() < text.len() { "…" } else { "" };
        let (language, tokens) = (self.lang_(), self.__len__());
        format!("Doc({:?}, lang={language:?}, {tokens} tokens)", head + more)
    }

    /// The text with its entities marked, for notebooks.
    fn _repr_html_(&self) -> String {
        html::document(self.view())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py, (Bound<'py, PyBytes>,)>> {
        let read = py.import("griot._griot")?.getattr("_read")?;
        Ok((read, (self.to_bytes(py)?,)))
    }
}

/// Reads a pickled document.
#[pyfunction]
#[pyo3(name = "_read")]
pub(crate) fn read(py: Python<'_>, bytes: &[u8]) -> PyResult<Doc> {
    Doc::from_bytes(py, bytes)
}

/// Finds a pickled view in its document.
#[pyfunction]
#[pyo3(name = "_member")]
pub(crate) fn member<'py>(
    doc: &Bound<'py, Doc>,
    kind: &str,
    index: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let view = doc.get().view();
    let there = match kind {
        "sentence" => view.sentence(index).is_some(),
        "entity" => view.entity(index).is_some(),
        "quotation" => index < view.quotations().len(),
        "zone" => index < view.zones().count(),
        _ => false,
    };
    if !there {
        return Err(lost());
    }
    Ok(match kind {
        "sentence" => Sentence::make(doc, index)?.into_any(),
        "entity" => Entity::make(doc, index)?.into_any(),
        "quotation" => Quotation::make(doc, index)?.into_any(),
        _ => Zone::make(doc, index)?.into_any(),
    })
}
