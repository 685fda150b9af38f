//! The iterator of `Pipeline.pipe`: threads annotate batches, and documents come in order.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use griot::Document;
use pyo3::exceptions::{PyException, PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyTuple};

use crate::doc::Doc;
use crate::error::{Failure, guarded};
use crate::input::Input;

/// How many batches are in work for each thread. With two, a thread never waits for the caller's next
/// call while there are texts.
const AHEAD: usize = 2;

type Documents = Vec<Result<Document, Failure>>;

/// Texts for a thread, and where it sends their documents.
struct Job {
    inputs: Vec<Input>,
    reply: Sender<Documents>,
}

/// An item of the source: what goes back with its document, or why it is no text.
type Item = PyResult<Option<Py<PyAny>>>;

/// A batch in work.
struct Pending {
    items: Vec<Item>,
    documents: Mutex<Receiver<Documents>>,
}

/// Yields the documents of `Pipeline.pipe`.
#[pyclass(module = "griot", generic)]
pub(crate) struct Pipe {
    /// `None` when it is exhausted.
    source: Option<Py<PyIterator>>,
    as_tuples: bool,
    batch_size: usize,
    ahead: usize,
    /// Threads end when this is dropped.
    jobs: Sender<Job>,
    pending: VecDeque<Pending>,
    ready: VecDeque<PyResult<(Document, Option<Py<PyAny>>)>>,
}

impl std::fmt::Debug for Pipe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Pipe");
        shown
            .field("pending", &self.pending.len())
            .finish_non_exhaustive()
    }
}

impl Pipe {
    pub(crate) fn new(
        pipeline: &griot::Pipeline,
        source: Bound<'_, PyIterator>,
        n_threads: usize,
        as_tuples: bool,
        batch_size: usize,
    ) -> PyResult<Self> {
        let (jobs, taken) = channel();
        let taken = Arc::new(Mutex::new(taken));
        for _ in 0..n_threads {
            let (pipeline, taken) = (pipeline.clone(), Arc::clone(&taken));
            let thread = thread::Builder::new().name("griot".to_owned());
            thread.spawn(move || work(&pipeline, &taken))?;
        }
        Ok(Self {
            source: Some(source.unbind()),
            as_tuples,
            batch_size,
            ahead: n_threads * AHEAD,
            jobs,
            pending: VecDeque::new(),
            ready: VecDeque::new(),
        })
    }

    /// Gives the threads batches until enough are in work.
    ///
    /// # Errors
    ///
    /// An error of the source is raised in its turn, but not one that is to end the program, such as
    /// `KeyboardInterrupt`.
    fn fill(&mut self, py: Python<'_>) -> PyResult<()> {
        while self.pending.len() < self.ahead {
            let Some(mut source) = self.source.as_ref().map(|it| it.bind(py).clone()) else {
                return Ok(());
            };
            let mut urgent = None;
            let (mut items, mut inputs) = (Vec::new(), Vec::new());
            while items.len() < self.batch_size {
                match source.next() {
                    Some(Ok(item)) => items.push(self.take(&item, &mut inputs)),
                    end => {
                        let error = end.and_then(Result::err);
                        if error
                            .as_ref()
                            .is_some_and(|it| !it.is_instance_of::<PyException>(py))
                        {
                            urgent = error;
                        } else {
                            items.extend(error.map(Err));
                        }
                        self.source = None;
                        break;
                    }
                }
            }
            if items.is_empty() {
                return urgent.map_or(Ok(()), Err);
            }
            let (reply, documents) = channel();
            // The threads outlive the pipe, so this cannot fail; if it does, the reply says so.
            let _ = self.jobs.send(Job { inputs, reply });
            let documents = Mutex::new(documents);
            self.pending.push_back(Pending { items, documents });
            if let Some(error) = urgent {
                return Err(error);
            }
        }
        Ok(())
    }

    fn take(&self, item: &Bound<'_, PyAny>, inputs: &mut Vec<Input>) -> Item {
        if !self.as_tuples {
            inputs.push(Input::new(item, None)?);
            return Ok(None);
        }
        let pair = item.cast::<PyTuple>().ok().filter(|pair| pair.len() == 2);
        let pair = pair.ok_or_else(|| {
            PyTypeError::new_err("with as_tuples, each item is a pair of a text and anything")
        })?;
        inputs.push(Input::new(&pair.get_item(0)?, None)?);
        Ok(Some(pair.get_item(1)?.unbind()))
    }

    /// Waits for the oldest batch in work.
    fn collect(&mut self, py: Python<'_>) -> PyResult<()> {
        let Some(Pending { items, documents }) = self.pending.pop_front() else {
            return Ok(());
        };
        let documents = py.detach(|| {
            let documents = documents
                .into_inner()
                .unwrap_or_else(PoisonError::into_inner);
            documents.recv()
        });
        let documents = documents.map_err(|_| PyRuntimeError::new_err("a thread has ended"))?;
        let mut documents = documents.into_iter();
        for item in items {
            let joined = item.and_then(|context| match documents.next() {
                Some(document) => Ok((document?, context)),
                None => Err(PyRuntimeError::new_err("a thread has lost a text")),
            });
            self.ready.push_back(joined);
        }
        Ok(())
    }
}

/// What a thread does: it annotates batches until there will be no more.
fn work(pipeline: &griot::Pipeline, jobs: &Mutex<Receiver<Job>>) {
    let mut worker = pipeline.worker();
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { inputs, reply }) = job else {
            return;
        };
        let documents = inputs.into_iter().map(|input| {
            let result = guarded(|| input.process(&mut worker));
            if let Err(Failure::Bug(_)) = result {
                // What a panic leaves behind is not to be relied on.
                worker = pipeline.worker();
            }
            result
        });
        // Nobody waits if the pipe was dropped.
        let _ = reply.send(documents.collect());
    }
}

#[pymethods]
impl Pipe {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        if self.ready.is_empty() {
            self.fill(py)?;
            self.collect(py)?;
            self.fill(py)?;
        }
        let Some(next) = self.ready.pop_front() else {
            return Ok(None);
        };
        let (document, context) = next?;
        let doc = Bound::new(py, Doc::from(document))?;
        let item = match context {
            Some(context) => (doc, context).into_pyobject(py)?.into_any(),
            None => doc.into_any(),
        };
        Ok(Some(item.unbind()))
    }
}
