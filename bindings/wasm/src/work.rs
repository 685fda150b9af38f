//! What the package does, on Rust's types. Documents are JSON with offsets in UTF-16.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;

use griot::document::OffsetUnit;
use griot::language::Detector;
use griot::stem::Stemmer;
use griot::{Date, Edition, Label, Language, LayerSet, Worker, segment};
use serde::{Deserialize, Serialize};

/// The options of a pipeline, as `types.d.ts` describes them.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct Options {
    language: Option<Languages>,
    layers: Option<LayerSet>,
    reference_date: Option<Date>,
    gazetteer: BTreeMap<Label, BTreeMap<String, String>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Languages {
    One(String),
    Among(Vec<String>),
}

/// A pipeline with a worker, which keeps its memory from text to text.
#[derive(Debug)]
pub struct Pipeline {
    worker: Worker,
    layers: Option<LayerSet>,
}

impl Pipeline {
    /// Builds a pipeline of options in JSON and of the contents of model files.
    ///
    /// # Errors
    ///
    /// Returns an error if an option is wrong or a model is not valid.
    pub fn new(options: &str, models: Vec<Vec<u8>>) -> Result<Self, Box<dyn Error>> {
        let options: Options = serde_json::from_str(options)?;
        let mut builder = griot::Pipeline::builder();
        builder = match options.language {
            None => builder,
            Some(Languages::One(code)) => builder.language(code.parse()?),
            Some(Languages::Among(codes)) => {
                let languages: Result<Vec<Language>, _> =
                    codes.iter().map(|code| code.parse()).collect();
                builder.languages(languages?)
            }
        };
        if let Some(layers) = options.layers {
            builder = builder.layers(layers);
        }
        if let Some(date) = options.reference_date {
            builder = builder.reference_date(date);
        }
        for (label, names) in options.gazetteer {
            builder = builder.gazetteer(label, names);
        }
        for model in models {
            builder = builder.model(model);
        }
        Ok(Self {
            worker: builder.build()?.worker(),
            layers: options.layers,
        })
    }

    /// Annotates a text and returns the JSON of its document. `date` is the day against which relative
    /// dates are resolved.
    ///
    /// # Errors
    ///
    /// Returns an error if the date is wrong.
    pub fn annotate(&mut self, text: &str, date: Option<&str>) -> Result<String, Box<dyn Error>> {
        let date = date.map(str::parse).transpose()?;
        self.worker.set_reference_date(date);
        let mut json = self
            .worker
            .annotate(text)?
            .json()
            .offsets(OffsetUnit::Utf16);
        if let Some(layers) = self.layers {
            json = json.layers(layers);
        }
        Ok(serde_json::to_string(&json)?)
    }
}

thread_local! {
    /// The options of the last call of [`annotate`] and their pipeline. To build one takes as long as a
    /// long text.
    static LAST: RefCell<Option<(String, Pipeline)>> = const { RefCell::new(None) };
}

/// Annotates a text with options in JSON, and returns the JSON of its document.
///
/// # Errors
///
/// Returns an error if an option is wrong.
pub fn annotate(text: &str, options: String) -> Result<String, Box<dyn Error>> {
    LAST.with_borrow_mut(|last| {
        let kept = last.take().filter(|(of, _)| *of == options);
        let (_, pipeline) = last.insert(match kept {
            Some(kept) => kept,
            None => {
                let pipeline = Pipeline::new(&options, Vec::new())?;
                (options, pipeline)
            }
        });
        pipeline.annotate(text, None)
    })
}

thread_local! {
    /// To build a detector takes longer than to detect.
    static DETECTOR: Detector = Detector::new();
}

#[derive(Serialize)]
struct Detection {
    code: &'static str,
    name: &'static str,
    confidence: f32,
    reliable: bool,
}

/// The language of a text, as JSON.
///
/// # Errors
///
/// Returns an error only if the JSON cannot be written.
pub fn detect(text: &str) -> Result<String, Box<dyn Error>> {
    let found = DETECTOR.with(|detector| detector.detect(text));
    Ok(serde_json::to_string(&Detection {
        code: found.language.code(),
        name: found.language.name(),
        confidence: found.confidence,
        reliable: found.reliable,
    })?)
}

/// The language that the caller names, or that of the text.
fn language_of(text: &str, code: Option<&str>) -> Result<Language, griot::Error> {
    match code {
        Some(code) => code.parse(),
        None => Ok(DETECTOR.with(|detector| detector.detect(text).language)),
    }
}

/// The texts of the tokens of a text.
///
/// # Errors
///
/// Returns an error if there is no such language.
pub fn words(text: &str, language: Option<&str>) -> Result<Vec<String>, griot::Error> {
    let words = segment::words(text, language_of(text, language)?);
    let words = words.filter_map(|(span, _)| span.get(text));
    Ok(words.map(str::to_owned).collect())
}

/// The sentences of a text.
///
/// # Errors
///
/// Returns an error if there is no such language.
pub fn sentences(text: &str, language: Option<&str>) -> Result<Vec<String>, griot::Error> {
    let sentences = segment::sentences(text, language_of(text, language)?);
    let sentences = sentences.filter_map(|(span, _)| span.get(text));
    Ok(sentences.map(str::to_owned).collect())
}

/// The Snowball stem of a word.
///
/// # Errors
///
/// Returns an error if there is no such language, or no stems for it.
pub fn stem(word: &str, language: &str) -> Result<String, griot::Error> {
    let stemmer = Stemmer::new(language.parse()?, Edition::Snowball3)?;
    Ok(stemmer.stem(word).into_owned())
}
