//! [`Settings`]: the arguments of `griot.Pipeline`, kept so that a pipeline can be pickled.

use std::collections::BTreeMap;

use griot::document::OffsetUnit;
use griot::stop::StopWords;
use griot::{Builder, Engine, Label, Language, Layer, LineBreaks, Stop, ZoneKind};
use pyo3::prelude::*;

use crate::error::{Failure, GriotError, guarded, refused};
use crate::input::language;

/// One language, or several.
#[derive(Clone, Debug, FromPyObject, IntoPyObject, IntoPyObjectRef)]
pub(crate) enum Languages {
    One(String),
    Among(Vec<String>),
}

/// What Python's `json` writes, as its text.
#[derive(Clone, Debug, IntoPyObject, IntoPyObjectRef)]
#[pyo3(transparent)]
pub(crate) struct Json(String);

impl<'py> FromPyObject<'_, 'py> for Json {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = object.extract() {
            return Ok(Self(text));
        }
        let dumps = object.py().import("json")?.getattr("dumps")?;
        Ok(Self(dumps.call1((object,))?.extract()?))
    }
}

/// The arguments of `griot.Pipeline`. As a Python object it is the dict of its keyword arguments.
#[derive(Clone, Debug, IntoPyObject, IntoPyObjectRef)]
pub(crate) struct Settings {
    pub(crate) language: Option<Languages>,
    pub(crate) layers: Option<Vec<String>>,
    pub(crate) only: Option<Vec<String>>,
    pub(crate) mixed_languages: bool,
    pub(crate) engine: String,
    pub(crate) reference_date: Option<String>,
    pub(crate) line_breaks: String,
    pub(crate) join_hyphens: bool,
    pub(crate) stem_edition: Option<String>,
    pub(crate) strict: bool,
    pub(crate) stop_words: BTreeMap<String, Vec<String>>,
    pub(crate) abbreviations: BTreeMap<String, Vec<String>>,
    pub(crate) never_split: Vec<String>,
    pub(crate) gazetteer: BTreeMap<String, BTreeMap<String, String>>,
    pub(crate) titles: BTreeMap<String, Vec<String>>,
    pub(crate) patterns: BTreeMap<String, Json>,
    pub(crate) labels: Option<Vec<String>>,
    pub(crate) entity_threshold: f32,
    pub(crate) descriptive_organisations: bool,
    pub(crate) models: Vec<Vec<u8>>,
}

impl Settings {
    /// Builds the pipeline.
    pub(crate) fn build(&self) -> PyResult<griot::Pipeline> {
        let builder = self.builder()?;
        let built: Result<_, Failure> = guarded(|| builder.build());
        Ok(built?)
    }

    fn builder(&self) -> PyResult<Builder> {
        let mut builder = griot::Pipeline::builder()
            .mixed_languages(self.mixed_languages)
            .strict(self.strict)
            .never_split(self.never_split.iter().cloned())
            .entity_threshold(self.entity_threshold)
            .descriptive_organisations(self.descriptive_organisations)
            .join_hyphens(self.join_hyphens)
            .engine(named("engine", &self.engine, &ENGINES)?)
            .line_breaks(named("line_breaks", &self.line_breaks, &LINE_BREAKS)?);
        builder = match &self.language {
            None => builder,
            Some(Languages::One(code)) => builder.language(language(code)?),
            Some(Languages::Among(codes)) => {
                let languages: PyResult<Vec<Language>> =
                    codes.iter().map(|code| language(code)).collect();
                builder.languages(languages?)
            }
        };
        if let Some(layers) = &self.layers {
            builder = builder.layers(self::layers(layers)?);
        }
        if let Some(zones) = &self.only {
            builder = builder.only(zone_kinds(zones)?);
        }
        if let Some(date) = &self.reference_date {
            builder = builder.reference_date(date.parse().map_err(refused)?);
        }
        if let Some(edition) = &self.stem_edition {
            builder = builder.stem_edition(edition.parse().map_err(refused)?);
        }
        if let Some(labels) = &self.labels {
            builder = builder.labels(parsed::<Label>(labels)?);
        }
        for (code, words) in &self.abbreviations {
            builder = builder.abbreviations(language(code)?, words.iter().cloned());
        }
        for (code, words) in &self.stop_words {
            let words = StopWords::none(language(code)?).with(words, Stop::Function);
            builder = builder.stop_words(words);
        }
        for (code, titles) in &self.titles {
            builder = builder.titles(language(code)?, titles.iter().cloned());
        }
        for (label, patterns) in &self.patterns {
            let label: Label = label.parse().map_err(refused)?;
            let patterns = serde_json::from_str(&patterns.0).map_err(refused)?;
            builder = builder.patterns(label, patterns);
        }
        for (label, names) in &self.gazetteer {
            let label: Label = label.parse().map_err(refused)?;
            builder = builder.gazetteer(label, names.clone());
        }
        for model in &self.models {
            builder = builder.model(model.clone());
        }
        Ok(builder)
    }
}

const ENGINES: [(&str, Engine); 2] = [("model", Engine::Model), ("whatlang", Engine::Whatlang)];

const LINE_BREAKS: [(&str, LineBreaks); 3] = [
    ("hard", LineBreaks::Hard),
    ("soft", LineBreaks::Soft),
    ("auto", LineBreaks::Auto),
];

/// What offsets may count.
pub(crate) const OFFSETS: [(&str, OffsetUnit); 3] = [
    ("chars", OffsetUnit::Chars),
    ("bytes", OffsetUnit::Bytes),
    ("utf16", OffsetUnit::Utf16),
];

/// The value with this name, or an error that says which names there are.
pub(crate) fn named<T: Copy>(what: &str, name: &str, values: &[(&str, T)]) -> PyResult<T> {
    let found = values.iter().find(|(other, _)| *other == name);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<_> = values.iter().map(|(name, _)| *name).collect();
        let names = names.join(", ");
        GriotError::new_err(format!("unknown {what} {name:?}: write one of {names}"))
    })
}

fn parsed<T: std::str::FromStr<Err = griot::Error>>(texts: &[String]) -> PyResult<Vec<T>> {
    let parsed = texts.iter().map(|text| text.parse().map_err(refused));
    parsed.collect()
}

fn zone_kinds(names: &[String]) -> PyResult<Vec<ZoneKind>> {
    let kinds: Vec<_> = ZoneKind::ALL
        .iter()
        .map(|kind| (kind.as_str(), *kind))
        .collect();
    names
        .iter()
        .map(|name| named("zone", name, &kinds))
        .collect()
}

/// Layers by their names.
pub(crate) fn layers(names: &[String]) -> PyResult<griot::LayerSet> {
    Ok(parsed::<Layer>(names)?.into_iter().collect())
}
