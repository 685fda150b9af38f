//! The pipeline, which turns a text into a document. Only this module uses all the others.

mod builder;
mod forms;
mod languages;
mod memory;
#[cfg(feature = "rayon")]
mod par_map;
mod parts;
mod pool;
mod settings;
mod worker;

use std::io::BufRead;
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
/// [`Pipeline::builder`] lets you choose others. There are four ways to annotate:
///
/// - [`Pipeline::process`] returns one owned [`Document`]. Call it from any thread.
/// - [`Pipeline::process_all`] does the same for an iterator of texts, and with the feature `rayon`
///   `Pipeline::par_process_all` does it by all threads of a pool.
/// - [`Pipeline::process_reader`] annotates a text that is larger than memory.
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

    /// Annotates a text that is larger than memory, part by part. Each item is the place of the first
    /// byte of a part in the stream, and the document of the part; add the place to its offsets.
    ///
    /// A part is at most 64 KiB of text and ends behind an empty line. Where no line is empty, it ends
    /// behind a line if [line breaks](crate::LineBreaks) end sentences, or else behind a sentence, and
    /// has at most 256 KiB. Memory holds one part and its document.
    ///
    /// Each part is annotated as a text of its own. Where it ends with a paragraph, its tokens, their
    /// forms and its sentences are those of the whole text. What depends on a whole text depends on the
    /// part: a detected language, whether lines are wrapped, zones that are told by their position (a
    /// title, a signature), the reference date that the text gives, the ids of names and acronyms that
    /// another part explains, and the speaker of a quotation who is named in another part.
    ///
    /// ```
    /// use griot::{Language, Pipeline};
    ///
    /// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
    /// let book = "Bamako a réagi. Moscou se tait.\n\n".repeat(10_000);
    /// let mut count = 0;
    /// for part in pipeline.process_reader(book.as_bytes()) {
    ///     let (start, document) = part?;
    ///     count += document.sentences().len();
    ///     let last = document.sentences().next_back().unwrap();
    ///     let end = start as usize + last.span().end();
    ///     assert!(book[..end].ends_with("Moscou se tait."));
    /// }
    /// assert_eq!(count, 20_000);
    /// # Ok::<(), griot::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// An item is an [error](Error::is_encoding) where bytes are not UTF-8: it names the first of them,
    /// the text before them is an item of its own, and the text behind them follows. An
    /// [error](Error::is_io) of the reader is the last item. Other errors are those of
    /// [`Pipeline::process`]; the next part follows.
    pub fn process_reader<R: BufRead>(
        &self,
        reader: R,
    ) -> impl Iterator<Item = Result<(u64, Document), Error>> + use<R> {
        parts::Parts::new(self.worker(), self.settings.line_breaks, reader)
    }

    /// Annotates many texts by the threads of the rayon pool that is current, or else of the global
    /// one. The iterator yields the documents in the order of the texts, the same to the byte as those
    /// of [`Pipeline::process_all`]. A text that is not annotated is an error in its place.
    ///
    /// Texts are owned or `'static`, because the threads go on between two calls of `next`. The thread
    /// that calls it reads the texts, at most 16 ahead for each thread of the pool; so
    /// the texts may have no end. It annotates too instead of waiting, and counts as one of the
    /// threads. A pool of one thread and a call from inside a task of rayon are no special cases. When
    /// the iterator is dropped, texts that are not begun are dropped too. A panic of the iterator of
    /// texts is passed on behind the documents of the texts before it.
    ///
    /// ```
    /// let pipeline = griot::Pipeline::new()?;
    /// let texts = ["Moscou a livré du matériel.", "Paris et Washington ont réagi."];
    /// for (document, text) in pipeline.par_process_all(texts).zip(texts) {
    ///     assert_eq!(document?.text(), text);
    /// }
    /// # Ok::<(), griot::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The errors in the iterator are those of [`Pipeline::process`].
    #[cfg(feature = "rayon")]
    pub fn par_process_all<I>(
        &self,
        texts: I,
    ) -> impl Iterator<Item = Result<Document, Error>> + use<I>
    where
        I: IntoIterator<Item: Into<String> + Send + 'static>,
    {
        self.par_map(texts, |worker, text| worker.process(text))
    }

    /// Calls `work` with a worker and each item by the threads of a rayon pool, and yields the results
    /// in the order of the items. Threads, order and panics are those of
    /// [`par_process_all`](Self::par_process_all). An item can hold what the caller knows of a text: a
    /// key, a reference date, zones, or the error that came in its place.
    ///
    /// ```
    /// use griot::{Date, Pipeline};
    ///
    /// let pipeline = Pipeline::new()?;
    /// let items = [(7, "2024-01-19", "Il est venu hier."), (8, "2024-03-02", "Elle part demain.")];
    /// let results = pipeline.par_map(items, |worker, (key, date, text)| {
    ///     worker.set_reference_date(Some(date.parse()?));
    ///     let document = worker.annotate(text)?;
    ///     let days = document.entities().filter_map(|it| it.value().map(str::to_owned));
    ///     Ok::<_, griot::Error>((key, days.collect::<Vec<_>>()))
    /// });
    /// let results: Vec<_> = results.collect::<Result<_, _>>()?;
    /// # #[cfg(all(feature = "entities", feature = "fr"))]
    /// assert_eq!(results, [(7, vec!["2024-01-18".to_owned()]), (8, vec!["2024-03-03".to_owned()])]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    ///
    /// Each item has a worker of its own, with the memory of one that was dropped. So a reference date
    /// holds for one item only, and what `work` borrows from the worker must be copied to be returned.
    #[cfg(feature = "rayon")]
    pub fn par_map<I, R, F>(&self, items: I, work: F) -> impl Iterator<Item = R> + use<I, R, F>
    where
        I: IntoIterator<Item: Send + 'static>,
        R: Send + 'static,
        F: Fn(&mut Worker, I::Item) -> R + Send + Sync + 'static,
    {
        let pipeline = self.clone();
        let lend = move |item| work(&mut pipeline.worker(), item);
        par_map::ParMap::new(items.into_iter(), lend)
    }
}
