//! [`Pool`]: the memory of workers that were dropped, for those that come.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use super::memory::Memory;

/// The memory of so many workers waits at most. More workers are served too, but begin with none.
const MOST: usize = 64;

/// Memory that has seen a longer text, in bytes, is dropped: it grew with the text.
const LONGEST: usize = 1 << 16;

/// The memory of the workers of a pipeline that work no more.
#[derive(Default)]
pub(super) struct Pool(Mutex<Vec<Memory>>);

impl Pool {
    /// The memory of a worker that was dropped, or new memory where none waits.
    pub(super) fn take(&self) -> Memory {
        self.lock(Vec::pop).unwrap_or_default()
    }

    /// Keeps the memory of a worker for the next one.
    pub(super) fn give(&self, memory: Memory) {
        if memory.longest > LONGEST {
            return;
        }
        self.lock(|idle| {
            if idle.len() < MOST {
                idle.push(memory);
            }
        });
    }

    /// The lock is held only to take or give. A panic elsewhere cannot leave the list in between.
    fn lock<T>(&self, act: impl FnOnce(&mut Vec<Memory>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl fmt::Debug for Pool {
    /// Shows how much waits, not what is in it.
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
    use crate::Worker;

    fn idle(pipeline: &Pipeline) -> usize {
        pipeline.pool.lock(|idle| idle.len())
    }

    /// The memory of a worker is used again, also by clones of the pipeline. If it grew it is dropped.
    #[test]
    fn memory_is_used_again() {
        let pipeline = Pipeline::new().unwrap();
        let clone = pipeline.clone();
        for text in ["Bamako a réagi.", "Moscou se tait.", ""] {
            pipeline.process(text).unwrap();
            clone.worker().annotate(text).unwrap();
            assert_eq!(idle(&pipeline), 1);
        }
        pipeline.process("mot ".repeat(LONGEST / 4 + 1)).unwrap();
        assert_eq!(idle(&pipeline), 0);
    }

    /// A new worker begins with the date of the pipeline, not with the one of the worker before it.
    #[test]
    fn a_date_is_not_handed_on() {
        let pipeline = Pipeline::new().unwrap();
        let text = "Le général arrive demain à Niamey.";
        let date = "2024-05-03".parse().unwrap();
        let mut worker = pipeline.worker();
        worker.set_reference_date(Some(date));
        assert_eq!(worker.annotate(text).unwrap().reference_date(), Some(date));
        drop(worker);
        let mut worker = pipeline.worker();
        assert_eq!(worker.annotate(text).unwrap().reference_date(), None);
    }

    /// The least times for fifty texts, in seconds.
    fn least<const N: usize>(mut ways: [&mut dyn FnMut(); N]) -> [f64; N] {
        let mut least = [f64::INFINITY; N];
        for _ in 0..10 {
            for (way, least) in ways.iter_mut().zip(&mut least) {
                let start = ThreadTime::now();
                (0..50).for_each(|_| way());
                *least = least.min(start.elapsed().as_secs_f64());
            }
        }
        least
    }

    /// A worker for each text, and `process`, take little longer than one worker for all. With empty
    /// memory each time they took three times as long for a sentence.
    #[test]
    fn a_worker_for_each_text_is_warm() {
        let text = "Le général Salifou Modi s’est rendu mardi à Moscou, la capitale russe.";
        let pipeline = Pipeline::new().unwrap();
        let mut worker = pipeline.worker();
        let [all, each, call] = least([
            &mut || drop(worker.process(text)),
            &mut || drop(pipeline.worker().process(text)),
            &mut || drop(pipeline.process(text)),
        ]);
        assert!(each < 1.5 * all && call < 1.5 * all, "{all} {each} {call}");
    }

    /// Threads that work at once have memory of their own, and give the answers of a new worker.
    #[test]
    fn each_thread_has_its_own() {
        let pipeline = Pipeline::new().unwrap();
        let both = Barrier::new(2);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let _worker: Worker = pipeline.worker();
                    both.wait();
                });
            }
        });
        assert_eq!(idle(&pipeline), 2);
        let texts = [
            "Le général Tiani est à Niamey.",
            "The army doesn’t move.",
            "12",
        ];
        // A clone begins with empty memory, and leaves it to its own pipeline.
        let other = Pipeline::new().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    for text in texts.iter().cycle().take(9).copied() {
                        let anew = other.worker().clone().process(text).unwrap();
                        assert_eq!(pipeline.process(text).unwrap(), anew);
                    }
                });
            }
        });
        assert_eq!(idle(&pipeline), 2);
    }
}
