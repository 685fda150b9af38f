//! The pipeline, which turns a text into a document. Only this module uses all the others.

mod builder;
mod forms;
mod languages;
mod memory;
mod pool;
mod settings;
mod worker;

use std::sync::Arc;

pub use builder::Builder;
pub use worker::Worker;

use crate::document::Document;
use crate::error::Error;
use pool::Pool;
use settings::Settings;

/// Turns texts into documents.
///
/// Build a pipeline once and use it for all texts. [`Pipeline::new`] has the default settings;
/// [`Pipeline::builder`] lets you choose others. There are three ways to annotate:
///
/// - [`Pipeline::process`] returns one owned [`Document`]. Call it from any thread.
/// - [`Pipeline::process_all`] does the same for an iterator of texts.
/// - [`Pipeline::worker`] returns a [`Worker`], which borrows the text and reuses its memory. This
///   is the fastest way.
///
/// ```
/// use griot::Pipeline;
///
/// let pipeline = Pipeline::new()?;
/// let document = pipeline.process("Le général Tiani a reçu M. Modi à Niamey le 3 décembre 2023.")?;
/// let names: Vec<_> = document.view().entities().map(|e| (e.text(), e.label().to_string())).collect();
/// # #[cfg(all(feature = "entities", feature = "fr"))]
/// assert_eq!(names[0], ("Tiani", "PER".to_owned()));
/// # Ok::<(), griot::Error>(())
/// ```
///
/// A pipeline is `Send` and `Sync`, and its clones share everything. It keeps the workers that
/// `process` has used for the next call, one for each thread that calls it at the same time, so
/// `process` is fast from any thread:
///
/// ```
/// use griot::{Language, Pipeline};
///
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let texts = ["Bamako a réagi.", "Moscou se tait. Paris aussi.", "Niamey attend."];
/// let count = |text: &str| Ok::<_, griot::Error>(pipeline.process(text)?.sentences().len());
/// let counts = std::thread::scope(|scope| {
///     let threads = texts.map(|text| scope.spawn(move || count(text)));
///     threads.map(|thread| thread.join().unwrap())
/// });
/// let counts: Vec<usize> = counts.into_iter().collect::<Result<_, _>>()?;
/// assert_eq!(counts, [1, 2, 1]);
/// # Ok::<(), griot::Error>(())
/// ```
///
/// To borrow texts, or to set a reference date for each, give each thread its own worker:
///
/// ```
/// use griot::{Language, Pipeline};
///
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let texts = ["Bamako a réagi.", "Moscou se tait. Paris aussi.", "Niamey attend."];
/// let count = |texts: &[&str]| {
///     let mut worker = pipeline.worker();
///     let sentences = texts.iter().map(|text| Ok(worker.annotate(text)?.sentences().len()));
///     sentences.sum::<Result<usize, griot::Error>>()
/// };
/// let (first, last) = texts.split_at(1);
/// let (first, last) = std::thread::scope(|scope| {
///     let other = scope.spawn(|| count(first));
///     let last = count(last);
///     (other.join().unwrap(), last)
/// });
/// assert_eq!((first?, last?), (1, 3));
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pipeline {
    settings: Arc<Settings>,
    pool: Arc<Pool>,
}

impl Pipeline {
    fn with(settings: Settings) -> Self {
        Self {
            settings: Arc::new(settings),
            pool: Arc::default(),
        }
    }

    /// Creates a pipeline with the defaults of [`Builder`]: it makes every layer that the language
    /// of a text allows.
    ///
    /// # Errors
    ///
    /// Returns an error only if a model that is built into the crate is damaged.
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Returns a builder with the default settings.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Creates a worker, which reuses its memory from text to text. Use one for each thread.
    pub fn worker(&self) -> Worker {
        Worker::new(Arc::clone(&self.settings), Arc::clone(&self.pool))
    }

    /// Annotates one text with a [`Worker`] of its own and returns an owned document. It may be called
    /// from several threads at once.
    ///
    /// # Errors
    ///
    /// Returns an error if the text has more than `u32::MAX` bytes. A strict pipeline also returns
    /// one if it cannot make a layer for the language of the text.
    pub fn process(&self, text: impl Into<String>) -> Result<Document, Error> {
        self.worker().process(text)
    }

    /// Annotates many texts with one worker. The iterator annotates a text when its document is
    /// requested, and yields the documents in the order of the texts. Errors are those of
    /// [`Pipeline::process`]; after one the iterator goes on with the next text.
    ///
    /// ```
    /// let pipeline = griot::Pipeline::new()?;
    /// let texts = ["Moscou a livré du matériel.", "Paris et Washington ont réagi."];
    /// for document in pipeline.process_all(texts) {
    ///     assert_eq!(document?.view().sentences().len(), 1);
    /// }
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn process_all<T: Into<String>>(
        &self,
        texts: impl IntoIterator<Item = T>,
    ) -> impl Iterator<Item = Result<Document, Error>> {
        let mut worker = self.worker();
        texts.into_iter().map(move |text| worker.process(text))
    }
}
