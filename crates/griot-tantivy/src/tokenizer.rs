//! [`GriotTokenizer`]: the tokenizer that an index registers.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use griot::segment::words;
use griot::{Error, Language, Pipeline, Worker};
use tantivy_tokenizer_api::Tokenizer;

use crate::builder::{Builder, Options};
use crate::forms::Lemmatizers;
use crate::stream::{Buffers, GriotTokenStream, Source};
use crate::vocabulary::Vocabulary;

/// A tokenizer on griot. Make it by [`GriotTokenizer::new`] for one language or by [`Builder`], and
/// register it with the index under the name that the schema gives its fields.
///
/// tantivy clones it for each thread and for each query. A clone is made in no time: one of a language is small,
/// and one of a pipeline takes over the memory of a clone that was dropped.
pub struct GriotTokenizer {
    engine: Engine,
    options: Options,
    lemmatizers: Arc<Lemmatizers>,
    buffers: Buffers,
}

/// What cuts the texts.
enum Engine {
    /// A language whose words are cut one by one.
    Language(Box<Vocabulary>),
    /// Documents. The worker is never locked: it is only reached through `&mut`. tantivy wants tokenizers to
    /// be `Sync`, which a worker is not.
    Pipeline(Pipeline, Box<Mutex<Worker>>),
}

impl Engine {
    fn language(language: Language, options: Options) -> Self {
        Self::Language(Box::new(Vocabulary::new(language, options)))
    }

    fn pipeline(pipeline: Pipeline) -> Self {
        let worker = Box::new(Mutex::new(pipeline.worker()));
        Self::Pipeline(pipeline, worker)
    }
}

impl GriotTokenizer {
    /// Makes the tokenizer of a language with the defaults of [`Builder`].
    ///
    /// # Errors
    ///
    /// Returns an error only if a model that is built into griot is damaged.
    pub fn new(language: Language) -> Result<Self, Error> {
        Builder::from(language).build()
    }

    pub(crate) fn of_language(language: Language, options: Options) -> Self {
        Self::with(Engine::language(language, options), options, Arc::default())
    }

    pub(crate) fn of_pipeline(pipeline: Pipeline, options: Options) -> Self {
        Self::with(Engine::pipeline(pipeline), options, Arc::default())
    }

    fn with(engine: Engine, options: Options, lemmatizers: Arc<Lemmatizers>) -> Self {
        Self {
            engine,
            options,
            lemmatizers,
            buffers: Buffers::default(),
        }
    }
}

impl Clone for GriotTokenizer {
    fn clone(&self) -> Self {
        let engine = match &self.engine {
            Engine::Language(vocabulary) => Engine::language(vocabulary.language, self.options),
            Engine::Pipeline(pipeline, _) => Engine::pipeline(pipeline.clone()),
        };
        Self::with(engine, self.options, Arc::clone(&self.lemmatizers))
    }
}

impl fmt::Debug for GriotTokenizer {
    /// Shows the options, not the memory of the worker.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut form = f.debug_struct("GriotTokenizer");
        form.field("options", &self.options).finish_non_exhaustive()
    }
}

impl Tokenizer for GriotTokenizer {
    type TokenStream<'a> = GriotTokenStream<'a>;

    /// The terms of a text. Of a text that is longer than `u32::MAX` bytes only that much is read. If a
    /// [strict](griot::Builder::strict) pipeline refuses a text, it has no terms.
    fn token_stream<'a>(&'a mut self, text: &'a str) -> GriotTokenStream<'a> {
        let text = beginning(text, u32::MAX as usize);
        let source = match &mut self.engine {
            Engine::Language(vocabulary) => {
                Source::Text(text, words(text, vocabulary.language), vocabulary)
            }
            Engine::Pipeline(_, worker) => {
                let worker = worker.get_mut().unwrap_or_else(PoisonError::into_inner);
                let document = worker.annotate(text);
                document.map_or(Source::Nothing, |it| Source::Document(it, 0))
            }
        };
        GriotTokenStream::new(source, self.options, &self.lemmatizers, &mut self.buffers)
    }
}

/// As much of a text as so many bytes hold.
fn beginning(text: &str, most: usize) -> &str {
    let mut ends = (0..=most.min(text.len())).rev();
    let end = ends.find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_with_a_character() {
        for (most, expected) in [
            (0, ""),
            (1, "d"),
            (3, "d"),
            (4, "d’"),
            (5, "d’"),
            (6, "d’é"),
            (9, "d’é"),
        ] {
            assert_eq!(beginning("d’é", most), expected, "{most}");
        }
    }
}
