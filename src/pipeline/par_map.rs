//! [`ParMap`]: a function over an iterator, by the threads of a rayon pool, in order.
//!
//! Items are read by the thread that asks for results, some ahead. It and the tasks in the pool take
//! items from one queue, and the results wait in order. The thread that asks works too while it would
//! wait, so it makes progress by itself: also in a pool of one thread, and inside a task of rayon.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::{fmt, iter, thread};

/// How many items are read ahead for each thread of the pool.
const AHEAD: usize = 16;

/// How many items a task takes before it stands in line again, behind other tasks of the pool.
const TURN: usize = 32;

/// The results of a function in the order of the items.
pub(super) struct ParMap<I: Iterator, R, F> {
    /// `None` after its last item.
    items: Option<I>,
    /// The panic that ended the items. It is passed on in its place, behind the items before it.
    panic: Option<Box<dyn Any + Send>>,
    shared: Arc<Shared<I::Item, R, F>>,
}

/// What the tasks share with the iterator.
struct Shared<T, R, F> {
    work: F,
    queue: Mutex<Queue<T, R>>,
    /// The result that stands first is there.
    ready: Condvar,
}

struct Queue<T, R> {
    /// Items that nobody has begun.
    waiting: VecDeque<T>,
    /// The results that were not taken yet, in order. `None` while a thread works on one.
    results: VecDeque<Option<thread::Result<R>>>,
    /// The number of the first of them.
    first: usize,
    /// How many tasks are in the pool.
    tasks: usize,
}

impl<T, R> Queue<T, R> {
    /// The next item and its number.
    fn begin(&mut self) -> Option<(usize, T)> {
        let item = self.waiting.pop_front()?;
        self.results.push_back(None);
        Some((self.first + self.results.len() - 1, item))
    }

    /// The first result, if it is there.
    fn take(&mut self) -> Option<thread::Result<R>> {
        let result = self.results.front_mut()?.take()?;
        self.results.pop_front();
        self.first += 1;
        Some(result)
    }
}

impl<T, R, F: Fn(T) -> R> Shared<T, R, F> {
    /// Works on one item. The panic of an item waits in its place as results do.
    fn run(&self, number: usize, item: T) {
        let result = catch_unwind(AssertUnwindSafe(|| (self.work)(item)));
        let mut queue = self.lock();
        let place = number - queue.first;
        if let Some(slot) = queue.results.get_mut(place) {
            *slot = Some(result);
        }
        if place == 0 {
            self.ready.notify_one();
        }
    }
}

impl<T, R, F> Shared<T, R, F> {
    /// No lock is held while the caller's code runs.
    fn lock(&self) -> MutexGuard<'_, Queue<T, R>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts a task into the pool of this thread. It ends when no item waits.
fn spawn<T, R, F>(shared: Arc<Shared<T, R, F>>)
where
    T: Send + 'static,
    R: Send + 'static,
    F: Fn(T) -> R + Send + Sync + 'static,
{
    rayon::spawn_fifo(move || {
        for _ in 0..TURN {
            let mut queue = shared.lock();
            let Some((number, item)) = queue.begin() else {
                queue.tasks -= 1;
                return;
            };
            drop(queue);
            shared.run(number, item);
        }
        spawn(shared);
    });
}

impl<I, R, F> ParMap<I, R, F>
where
    I: Iterator<Item: Send + 'static>,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    pub(super) fn new(items: I, work: F) -> Self {
        Self {
            items: Some(items),
            panic: None,
            shared: Arc::new(Shared {
                work,
                queue: Mutex::new(Queue {
                    waiting: VecDeque::new(),
                    results: VecDeque::new(),
                    first: 0,
                    tasks: 0,
                }),
                ready: Condvar::new(),
            }),
        }
    }

    /// Reads items until enough of them are on their way, and sees that all threads of the pool but
    /// one, which is this one, have a task.
    fn read(&mut self) {
        let threads = rayon::current_num_threads();
        loop {
            let queue = self.shared.lock();
            if queue.waiting.len() + queue.results.len() >= AHEAD * threads {
                return;
            }
            drop(queue);
            let Some(items) = &mut self.items else { return };
            let item = catch_unwind(AssertUnwindSafe(|| items.next()));
            let item = item.unwrap_or_else(|panic| {
                self.panic = Some(panic);
                None
            });
            let Some(item) = item else {
                self.items = None;
                return;
            };
            let mut queue = self.shared.lock();
            queue.waiting.push_back(item);
            if queue.tasks + 1 < threads {
                queue.tasks += 1;
                drop(queue);
                spawn(Arc::clone(&self.shared));
            }
        }
    }
}

impl<I, R, F> Iterator for ParMap<I, R, F>
where
    I: Iterator<Item: Send + 'static>,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    type Item = R;

    fn next(&mut self) -> Option<R> {
        loop {
            self.read();
            let mut queue = self.shared.lock();
            if let Some(result) = queue.take() {
                drop(queue);
                return Some(result.unwrap_or_else(|panic| resume_unwind(panic)));
            }
            if let Some((number, item)) = queue.begin() {
                drop(queue);
                self.shared.run(number, item);
                continue;
            }
            if queue.results.is_empty() {
                drop(queue);
                return self.panic.take().map(|panic| resume_unwind(panic));
            }
            let wait = self.shared.ready.wait_while(queue, |queue| {
                queue.results.front().is_some_and(Option::is_none)
            });
            drop(wait);
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let queue = self.shared.lock();
        let here = queue.waiting.len() + queue.results.len();
        drop(queue);
        let (least, most) = self.items.as_ref().map_or((0, Some(0)), I::size_hint);
        let most = most.and_then(|most| most.checked_add(here));
        (least.saturating_add(here), most)
    }
}

impl<I, R, F> iter::FusedIterator for ParMap<I, R, F>
where
    I: Iterator<Item: Send + 'static>,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
}

/// Cancels: what nobody has begun is never begun.
impl<I: Iterator, R, F> Drop for ParMap<I, R, F> {
    fn drop(&mut self) {
        let waiting = std::mem::take(&mut self.shared.lock().waiting);
        // Outside the lock, for it runs the caller's code.
        drop(waiting);
    }
}

impl<I: Iterator, R, F> fmt::Debug for ParMap<I, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let queue = self.shared.lock();
        f.debug_struct("ParMap")
            .field("waiting", &queue.waiting.len())
            .field("taken", &queue.first)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Instant;

    use rayon::ThreadPool;

    use super::*;

    fn pool(threads: usize) -> ThreadPool {
        let builder = rayon::ThreadPoolBuilder::new().num_threads(threads);
        builder.build().unwrap()
    }

    /// Work whose time changes from item to item.
    fn slow(number: usize) -> usize {
        let turns = number.wrapping_mul(7919) % 50;
        (0..turns * 100).fold(number, |sum, turn| std::hint::black_box(sum ^ turn ^ turn))
    }

    #[test]
    fn results_stand_in_order() {
        for threads in [1, 2, 3, 8] {
            for count in [0, 1, 2, 15, 1000] {
                let results =
                    pool(threads).install(|| ParMap::new(0..count, slow).collect::<Vec<_>>());
                assert_eq!(results, (0..count).collect::<Vec<_>>());
            }
        }
        // From a thread that is in no pool.
        assert!(ParMap::new(0..1000, slow).eq(0..1000));
    }

    #[test]
    fn an_endless_source_is_read_a_bounded_way_ahead() {
        let read = AtomicUsize::new(0);
        pool(2).install(|| {
            let items = (0..).inspect(|_| {
                read.fetch_add(1, Ordering::Relaxed);
            });
            let mut results = ParMap::new(items, slow);
            for number in 0..500 {
                assert_eq!(results.next(), Some(number));
                assert!(read.load(Ordering::Relaxed) <= number + 1 + 2 * AHEAD);
            }
        });
    }

    #[test]
    fn dropping_it_cancels() {
        let begun = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&begun);
        pool(2).install(|| {
            let work = move |_| count.fetch_add(1, Ordering::Relaxed);
            let mut results = ParMap::new(0.., work);
            assert!(results.next().is_some());
        });
        // A pool does not wait for its threads.
        let start = Instant::now();
        while Arc::strong_count(&begun) > 1 {
            assert!(start.elapsed().as_secs() < 60, "a task lives on");
            thread::yield_now();
        }
        assert!(begun.load(Ordering::Relaxed) <= 2 * AHEAD + 2);
    }

    fn message(panic: &(dyn Any + Send)) -> &str {
        panic.downcast_ref::<&str>().copied().unwrap_or_default()
    }

    /// As of a map one by one: all results before the panic, then the panic; and what follows an item
    /// that panics is not lost.
    #[test]
    fn a_panic_is_passed_on_in_its_place() {
        let next = |results: &mut dyn Iterator<Item = usize>| {
            catch_unwind(AssertUnwindSafe(|| results.next()))
        };
        for threads in [1, 2, 3] {
            pool(threads).install(|| {
                let items = (0..).inspect(|number| assert!(*number < 20, "of the source"));
                let mut results = ParMap::new(items, |number| {
                    assert!(number != 5, "of an item");
                    slow(number)
                });
                for number in 0..20 {
                    match next(&mut results) {
                        Ok(result) => assert_eq!(result, Some(number)),
                        Err(panic) => assert_eq!((number, message(&*panic)), (5, "of an item")),
                    }
                }
                assert_eq!(message(&*next(&mut results).unwrap_err()), "of the source");
                assert_eq!(results.next(), None);
            });
        }
    }

    /// Iterators inside tasks, inside the work of an iterator, and in a pool that has no thread free.
    #[test]
    fn nesting_does_not_lock() {
        for threads in [1, 2, 3] {
            pool(threads).install(|| {
                let inner = |number: usize| ParMap::new(0..number, slow).sum::<usize>();
                let outer: Vec<_> = ParMap::new(0..100, inner).collect();
                assert!(
                    outer
                        .into_iter()
                        .eq((0..100).map(|it: usize| (0..it).sum::<usize>()))
                );
                let (left, right) = rayon::join(|| inner(300), || inner(300));
                assert_eq!(left, right);
            });
        }
    }

    /// The threads that work at once are those of the pool, and the caller counts as one.
    #[test]
    fn no_more_threads_work_than_the_pool_has() {
        static WORKING: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let work = |number: usize| {
            let working = WORKING.fetch_add(1, Ordering::SeqCst) + 1;
            MOST.fetch_max(working, Ordering::SeqCst);
            thread::sleep(std::time::Duration::from_micros(100));
            WORKING.fetch_sub(1, Ordering::SeqCst);
            number
        };
        pool(3).install(|| assert!(ParMap::new(0..300, work).eq(0..300)));
        assert_eq!(MOST.load(Ordering::SeqCst), 3);
    }
}
