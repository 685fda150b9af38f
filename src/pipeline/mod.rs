//! From text to document: the one place that knows every room.

mod builder;
mod forms;
mod languages;
mod settings;
mod worker;

use std::sync::Arc;

pub use builder::Builder;
pub use worker::Worker;

use crate::document::Document;
use crate::error::Error;
use settings::Settings;

/// Turns texts into documents. Build it once; a clone shares everything.
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
#[derive(Clone, Debug)]
pub struct Pipeline {
    settings: Arc<Settings>,
}

impl Pipeline {
    /// Every layer that a text's language allows, with the defaults of [`Builder`].
    ///
    /// # Errors
    ///
    /// None that a sound build gives; see [`Builder::build`].
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// A builder, to choose otherwise.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// A worker of this pipeline: one thread's memory, reused from text to text.
    pub fn worker(&self) -> Worker {
        Worker::new(self.clone())
    }

    /// The document of one text. For many, a [`Worker`] or [`Pipeline::process_all`] is faster.
    ///
    /// # Errors
    ///
    /// A text of more than `u32::MAX` bytes; in a strict pipeline, a layer that the text's
    /// language lacks.
    pub fn process(&self, text: impl Into<String>) -> Result<Document, Error> {
        self.worker().process(text)
    }

    /// The documents of many texts, one worker's memory for all, each made when it is asked for.
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
