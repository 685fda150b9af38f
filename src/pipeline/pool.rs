//! [`Pool`]: the workers that wait for the next text of [`Pipeline::process`](super::Pipeline::process).

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::settings::Settings;
use super::worker::Worker;

/// How many workers wait at most. More threads than these are served too, but build some workers anew.
const MOST: usize = 64;

/// A worker that has seen a longer text, in bytes, is dropped with the memory that it took.
const LONGEST: usize = 1 << 16;

/// Idle workers. A thread takes one, or builds one where none waits, and gives it back; so there are
/// never more than threads have worked at once.
#[derive(Default)]
pub(super) struct Pool(Mutex<Vec<Worker>>);

impl Pool {
    /// Calls `work` with an idle worker. A worker that another one was put in place of, or during whose
    /// work the thread panicked, is not used again.
    pub(super) fn with<T>(
        &self,
        settings: &Arc<Settings>,
        work: impl FnOnce(&mut Worker) -> T,
    ) -> T {
        let idle = self.lock(Vec::pop);
        let mut worker = idle.unwrap_or_else(|| Worker::new(Arc::clone(settings)));
        let result = work(&mut worker);
        if worker.longest() <= LONGEST && worker.has(settings) {
            worker.set_reference_date(None);
            self.lock(|idle| {
                if idle.len() < MOST {
                    idle.push(worker);
                }
            });
        }
        result
    }

    /// The lock is held only to take or give a worker. A panic elsewhere cannot leave the list in
    /// between.
    fn lock<T>(&self, act: impl FnOnce(&mut Vec<Worker>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl fmt::Debug for Pool {
    /// Shows how many workers wait, not their memory.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let idle = self.lock(|idle| idle.len());
        f.debug_struct("Pool").field("idle", &idle).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use cpu_time::ThreadTime;

    use super::*;
    use crate::Pipeline;

    fn idle(pipeline: &Pipeline) -> usize {
        pipeline.pool.lock(|idle| idle.len())
    }

    /// A worker is used again, also by clones of the pipeline, and one that grew is dropped.
    #[test]
    fn workers_are_used_again() {
        let pipeline = Pipeline::new().unwrap();
        let clone = pipeline.clone();
        for text in ["Bamako a réagi.", "Moscou se tait.", ""] {
            pipeline.process(text).unwrap();
            clone.process(text).unwrap();
            assert_eq!(idle(&pipeline), 1);
        }
        pipeline.process("mot ".repeat(LONGEST / 4 + 1)).unwrap();
        assert_eq!(idle(&pipeline), 0);
    }

    /// What one caller does with a worker is not seen by the next one.
    #[test]
    fn workers_come_back_as_they_were() {
        let (pipeline, other) = (Pipeline::new().unwrap(), Pipeline::new().unwrap());
        let date = crate::Date::new(2024, 4, 10);
        let lend = |work: &mut dyn FnMut(&mut Worker)| pipeline.pool.with(&pipeline.settings, work);
        lend(&mut |worker| worker.set_reference_date(date));
        let document = pipeline.process("Il est venu mardi.").unwrap();
        assert_eq!(
            (idle(&pipeline), document.view().reference_date()),
            (1, None)
        );
        lend(&mut |worker| *worker = other.worker());
        assert_eq!(idle(&pipeline), 0);
    }

    /// `process` takes little longer than a worker. To build a worker for each text took three times as
    /// long as to annotate a sentence.
    #[test]
    fn a_call_builds_no_worker() {
        let text = "Le général Salifou Modi s’est rendu mardi à Moscou, la capitale russe.";
        let pipeline = Pipeline::new().unwrap();
        let mut worker = pipeline.worker();
        let mut least = [f64::INFINITY; 2];
        for _ in 0..10 {
            let start = ThreadTime::now();
            (0..50).for_each(|_| drop(worker.process(text)));
            let middle = start.elapsed();
            (0..50).for_each(|_| drop(pipeline.process(text)));
            let times = [middle, start.elapsed() - middle];
            for (least, time) in least.iter_mut().zip(times) {
                *least = least.min(time.as_secs_f64());
            }
        }
        assert!(least[1] < 1.5 * least[0], "{least:?}");
    }

    /// Threads that work at once have a worker each, and give the answers of a new worker.
    #[test]
    fn each_thread_has_its_own() {
        let pipeline = Pipeline::new().unwrap();
        let (settings, both) = (&pipeline.settings, Barrier::new(2));
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| pipeline.pool.with(settings, |_| both.wait()));
            }
        });
        assert_eq!(idle(&pipeline), 2);
        let texts = [
            "Le général Tiani est à Niamey.",
            "The army doesn’t move.",
            "12",
        ];
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    for text in texts.iter().cycle().take(9).copied() {
                        let anew = pipeline.worker().process(text).unwrap();
                        assert_eq!(pipeline.process(text).unwrap(), anew);
                    }
                });
            }
        });
        assert_eq!(idle(&pipeline), 2);
    }
}
