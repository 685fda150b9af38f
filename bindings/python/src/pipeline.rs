//! `griot.Pipeline`.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use griot::LayerSet;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use pyo3_arrow::input::AnyArray;

use crate::arrow::{self, Output, RecordBatch, SHAPES};
use crate::doc::Doc;
use crate::error::{GriotError, detached};
use crate::input::{Day, Input};
use crate::pipe::Pipe;
use crate::settings::{Json, Languages, OFFSETS, Settings, named};

/// Turns texts into documents. Build one and use it for all texts, from any thread.
///
/// `language` is a code such as ``"fr"``, a list of codes to choose from, or nothing: then the language
/// of each text is detected. All other arguments are keywords:
///
/// - `layers`: the layers to make, such as ``["norms", "entities"]``, and those that they need. All by
///   default.
/// - `only`: the kinds of zones to split into sentences and tokens, such as ``["title", "body"]``.
/// - `mixed_languages`: whether a text may be in several languages.
/// - `engine`: what detects the language, ``"model"`` or ``"whatlang"``.
/// - `reference_date`: the day against which relative dates are resolved.
/// - `line_breaks`: whether a line break ends a sentence: ``"hard"``, ``"soft"`` or ``"auto"``.
/// - `join_hyphens`: a word that a hyphen cuts at the end of a line is one token.
/// - `stem_edition`: the Snowball edition of the stems, ``"2"`` or ``"3"``.
/// - `strict`: whether a layer that the language lacks is an error.
/// - `stop_words`: the words that replace the built-in stop words, by language.
/// - `abbreviations`: words with a full stop that ends no sentence, by language.
/// - `never_split`: texts that are always one token.
/// - `gazetteer`: your own names and their ids, by label.
/// - `titles`: titles of people, such as ``"Cdt."``, by language.
/// - `patterns`: patterns over tokens whose matches are entities, by label and name, as for spaCy's
///   `Matcher`.
/// - `labels`: the labels that entities may have.
/// - `entity_threshold`: the lowest score of an entity, from 0 to 1.
/// - `descriptive_organisations`: whether to find organisations such as ``l’armée nigérienne``.
/// - `models`: contents of model files that replace the built-in ones.
///
/// >>> nlp = griot.Pipeline("fr", gazetteer={"ORG": {"Somaïr": "somair"}})
/// >>> doc = nlp("La Somaïr est à Arlit.")
/// >>> [(ent.text, ent.label_, ent.id) for ent in doc.ents]
/// [('Somaïr', 'ORG', 'somair'), ('Arlit', 'LOC', 'loc:arlit')]
/// >>> operation = [{"LOWER": "opération"}, {"IS_TITLE": True}]
/// >>> nlp = griot.Pipeline("fr", patterns={"MISSION": {"operation": operation}})
/// >>> [(ent.text, ent.label_) for ent in nlp("L’opération Barkhane quitte le Niger.").ents]
/// [('opération Barkhane', 'MISSION'), ('Niger', 'LOC')]
#[pyclass(frozen, module = "griot")]
#[derive(Debug)]
pub(crate) struct Pipeline {
    settings: Settings,
    pipeline: griot::Pipeline,
}

#[pymethods]
impl Pipeline {
    #[new]
    #[pyo3(signature = (
        language = None,
        *,
        layers = None,
        only = None,
        mixed_languages = false,
        engine = "model".to_owned(),
        reference_date = None,
        line_breaks = "hard".to_owned(),
        join_hyphens = false,
        stem_edition = None,
        strict = false,
        stop_words = BTreeMap::new(),
        abbreviations = BTreeMap::new(),
        never_split = Vec::new(),
        gazetteer = BTreeMap::new(),
        titles = BTreeMap::new(),
        patterns = BTreeMap::new(),
        labels = None,
        entity_threshold = 0.0,
        descriptive_organisations = false,
        models = Vec::new(),
    ), text_signature = "(language=None, *, layers=None, only=None, mixed_languages=False, engine='model', reference_date=None, line_breaks='hard', join_hyphens=False, stem_edition=None, strict=False, stop_words={}, abbreviations={}, never_split=[], gazetteer={}, titles={}, patterns={}, labels=None, entity_threshold=0.0, descriptive_organisations=False, models=[])")]
    #[allow(clippy::too_many_arguments)]
    fn new(
        py: Python<'_>,
        language: Option<Languages>,
        layers: Option<Vec<String>>,
        only: Option<Vec<String>>,
        mixed_languages: bool,
        engine: String,
        reference_date: Option<Day>,
        line_breaks: String,
        join_hyphens: bool,
        stem_edition: Option<String>,
        strict: bool,
        stop_words: BTreeMap<String, Vec<String>>,
        abbreviations: BTreeMap<String, Vec<String>>,
        never_split: Vec<String>,
        gazetteer: BTreeMap<String, BTreeMap<String, String>>,
        titles: BTreeMap<String, Vec<String>>,
        patterns: BTreeMap<String, Json>,
        labels: Option<Vec<String>>,
        entity_threshold: f32,
        descriptive_organisations: bool,
        models: Vec<Vec<u8>>,
    ) -> PyResult<Self> {
        let settings = Settings {
            language,
            layers,
            only,
            mixed_languages,
            engine,
            reference_date: reference_date.map(|day| day.0.to_string()),
            line_breaks,
            join_hyphens,
            stem_edition,
            strict,
            stop_words,
            abbreviations,
            never_split,
            gazetteer,
            titles,
            patterns,
            labels,
            entity_threshold,
            descriptive_organisations,
            models,
        };
        let pipeline = py.detach(|| settings.build())?;
        Ok(Self { settings, pipeline })
    }

    /// Annotates one text: a `str`, or a `Page`, whose headings and date of publication are then known.
    ///
    /// `date` is the day against which relative dates of this text are resolved.
    ///
    /// >>> doc = griot.load("fr")("Il est arrivé mardi à Niamey.", date="2024-05-16")
    /// >>> [(ent.text, ent.value) for ent in doc.ents]
    /// [('mardi', '2024-05-14'), ('Niamey', None)]
    #[pyo3(signature = (text, /, *, date = None))]
    fn __call__(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyAny>,
        date: Option<Day>,
    ) -> PyResult<Doc> {
        let input = Input::new(text, date.map(|day| day.0))?;
        let document = detached(py, || {
            if input.is_plain() {
                self.pipeline.process(input.into_text())
            } else {
                input.process(&mut self.pipeline.worker())
            }
        })?;
        Ok(Doc::from(document))
    }

    /// Annotates many texts on several threads and yields their documents in order.
    ///
    /// Texts are taken from `texts` in batches of `batch_size`, when documents are asked for; at most
    /// two batches for each thread are ahead of you. `n_threads` is the number of cores by default.
    /// With `as_tuples`, the items are pairs of a text and anything, and so are the results.
    ///
    /// A text that is refused raises its error in its turn. The next call of ``next`` goes on.
    ///
    /// >>> nlp = griot.load("fr", layers=["sentences"])
    /// >>> texts = [("Bamako a réagi. Paris aussi.", 7), ("Niamey attend.", 8)]
    /// >>> [(len(doc.sentences), number) for doc, number in nlp.pipe(texts, as_tuples=True)]
    /// [(2, 7), (1, 8)]
    #[pyo3(signature = (texts, *, n_threads = None, as_tuples = false, batch_size = 64))]
    fn pipe(
        &self,
        texts: &Bound<'_, PyAny>,
        n_threads: Option<usize>,
        as_tuples: bool,
        batch_size: usize,
    ) -> PyResult<Pipe> {
        let n_threads = n_threads
            .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, NonZeroUsize::get));
        if n_threads == 0 || batch_size == 0 {
            return Err(GriotError::new_err(
                "n_threads and batch_size are at least 1",
            ));
        }
        Pipe::new(
            &self.pipeline,
            texts.try_iter()?,
            n_threads,
            as_tuples,
            batch_size,
        )
    }

    /// Annotates a column of texts and returns columns.
    ///
    /// `data` is anything with the PyCapsule interface of Arrow: an array of texts, or a table with the
    /// column `text`, of pyarrow, polars and others. The result has the columns of the table and those of
    /// the annotation, a row for each text; or with `shape` ``"tokens"`` a row for each token. A row whose
    /// text is null has nulls, and so has one whose text is refused; its column `error` says why.
    ///
    /// `date` names a column with the day of each text. `layers` chooses the columns, by default all that
    /// the pipeline makes. `offsets` is ``"chars"``, ``"bytes"`` or ``"utf16"``.
    #[pyo3(signature = (
        data,
        *,
        text = "text",
        date = None,
        layers = None,
        shape = "documents",
        offsets = "chars",
        n_threads = 1,
    ))]
    #[allow(clippy::too_many_arguments)]
    fn annotate_arrow(
        &self,
        py: Python<'_>,
        data: AnyArray,
        text: &str,
        date: Option<&str>,
        layers: Option<Vec<String>>,
        shape: &str,
        offsets: &str,
        n_threads: usize,
    ) -> PyResult<RecordBatch> {
        let layers = layers.as_ref().or(self.settings.layers.as_ref());
        let layers = layers
            .map(|names| crate::settings::layers(names))
            .transpose()?;
        let output = Output {
            shape: named("shape", shape, &SHAPES)?,
            layers: layers.unwrap_or(LayerSet::ALL),
            unit: named("offsets", offsets, &OFFSETS)?,
        };
        if n_threads == 0 {
            return Err(GriotError::new_err("n_threads is at least 1"));
        }
        let input = arrow::Input::new(data, text, date)?;
        detached(py, || input.annotate(&self.pipeline, output, n_threads))
    }

    /// Pickling keeps the settings and builds the pipeline anew.
    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyAny>)> {
        let settings = (&self.settings).into_pyobject(py)?.into_any();
        Ok((PyTuple::empty(py), settings))
    }

    fn __repr__(&self) -> String {
        match &self.settings.language {
            None => "Pipeline()".to_owned(),
            Some(Languages::One(code)) => format!("Pipeline({code:?})"),
            Some(Languages::Among(codes)) => format!("Pipeline({codes:?})"),
        }
    }
}
