//! [`Worker`]: annotates text after text in one thread.

use std::sync::Arc;

use super::memory::Memory;
use super::pool::Pool;
use super::settings::Settings;
use crate::date::Date;
use crate::document::{Document, DocumentRef, ZoneKind};
use crate::error::Error;
use crate::span::Span;

/// Annotates text after text and reuses its memory. Use one for each thread.
///
/// A worker keeps the columns of the last text and a cache of bounded size that maps words to what is
/// known of them: some megabytes after many texts. When it is dropped, the next worker of the pipeline
/// takes its memory over, so a worker for each text is nearly as fast as one for all. The pipeline
/// keeps the memory of 64 at most, and none that has seen a text of more than 64 KiB. A clone has the
/// same settings and the same reference date, and begins with empty memory.
///
/// ```
/// let pipeline = griot::Pipeline::new()?;
/// let mut worker = pipeline.worker();
/// for text in ["Bamako a réagi.", "Moscou se tait."] {
///     let document = worker.annotate(text)?;
///     assert_eq!(document.text(), text);
/// }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Debug)]
pub struct Worker {
    settings: Arc<Settings>,
    pool: Arc<Pool>,
    reference_date: Option<Date>,
    memory: Memory,
}

impl Clone for Worker {
    fn clone(&self) -> Self {
        Self {
            settings: Arc::clone(&self.settings),
            pool: Arc::clone(&self.pool),
            reference_date: self.reference_date,
            memory: Memory::default(),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // A panic may have left it half made.
        if !std::thread::panicking() {
            self.pool.give(std::mem::take(&mut self.memory));
        }
    }
}

impl Worker {
    /// Makes a worker with the memory of one that was dropped, if some waits.
    pub(super) fn new(settings: Arc<Settings>, pool: Arc<Pool>) -> Self {
        Self {
            reference_date: settings.reference_date,
            memory: pool.take(),
            settings,
            pool,
        }
    }

    /// Sets the day against which the next texts' relative dates are resolved. `None` restores the
    /// date of the pipeline; if the pipeline has none, the date that the text itself gives is used,
    /// see [`DocumentRef::reference_date`].
    pub fn set_reference_date(&mut self, date: Option<Date>) {
        self.reference_date = date.or(self.settings.reference_date);
    }

    /// Annotates a text. The result borrows the text and the memory of the worker, so it must be
    /// dropped before the next call.
    ///
    /// # Errors
    ///
    /// The same as for [`Pipeline::process`](super::Pipeline::process).
    pub fn annotate<'a>(&'a mut self, text: &'a str) -> Result<DocumentRef<'a>, Error> {
        self.annotate_zoned(text, &[])
    }

    /// Annotates a text some of whose zones are already known, for example from the markup of a web
    /// page. `zones` are byte spans that are sorted and do not overlap. Rules find the zones in the
    /// rest of the text. A span is ignored if it does not lie on character boundaries of the text
    /// or begins before the end of the one before it.
    ///
    /// ```
    /// use griot::{Pipeline, Span, ZoneKind};
    ///
    /// let text = "Niamey\nLe général est arrivé. Il repart demain.";
    /// let mut worker = Pipeline::new()?.worker();
    /// let document = worker.annotate_zoned(text, &[(Span::new(0, 6), ZoneKind::Heading)])?;
    /// let zones: Vec<_> = document.zones().map(|(span, kind)| (&text[span], kind.as_str())).collect();
    /// assert_eq!(zones[0], ("Niamey\n", "heading"));
    /// # Ok::<(), griot::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The same as for [`Pipeline::process`](super::Pipeline::process).
    pub fn annotate_zoned<'a>(
        &'a mut self,
        text: &'a str,
        zones: &[(Span, ZoneKind)],
    ) -> Result<DocumentRef<'a>, Error> {
        self.run(text, zones)?;
        Ok(DocumentRef::new(text, &self.memory.layers))
    }

    /// Annotates a text and returns an owned document. The document takes the columns out of the
    /// worker; the cache stays.
    ///
    /// # Errors
    ///
    /// The same as for [`Pipeline::process`](super::Pipeline::process).
    pub fn process(&mut self, text: impl Into<String>) -> Result<Document, Error> {
        let text = text.into();
        self.run(&text, &[])?;
        Ok(Document::new(text, std::mem::take(&mut self.memory.layers)))
    }

    fn run(&mut self, text: &str, given: &[(Span, ZoneKind)]) -> Result<(), Error> {
        self.memory
            .annotate(text, given, self.reference_date, &self.settings)
    }
}
