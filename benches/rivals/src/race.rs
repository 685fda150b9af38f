//! Timing in turn.

use std::error::Error;
use std::hint::black_box;

use cpu_time::ThreadTime;

/// What a run found: enough to see that it did its work, and little enough to cost nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// The things that were looked for.
    pub items: usize,
    /// A sum over them, which no compiler can know without finding them.
    pub sum: usize,
}

impl Tally {
    /// Each string an item, its length the sum.
    pub fn of(strings: impl Iterator<Item = impl AsRef<str>>) -> Self {
        strings.fold(Self::default(), |tally, string| {
            tally.and(1, string.as_ref().len())
        })
    }

    pub fn and(self, items: usize, sum: usize) -> Self {
        Self {
            items: self.items + items,
            sum: self.sum + sum,
        }
    }

    pub fn plus(self, other: Self) -> Self {
        self.and(other.items, other.sum)
    }
}

type Work<'a> = Box<dyn FnMut() -> Tally + 'a>;

/// One who runs.
pub struct Racer<'a> {
    name: &'static str,
    work: Work<'a>,
    /// Work that `work` cannot help doing too, and whose time is taken off.
    apart: Option<Work<'a>>,
}

impl<'a> Racer<'a> {
    pub fn new(name: &'static str, work: impl FnMut() -> Tally + 'a) -> Self {
        Self {
            name,
            work: Box::new(work),
            apart: None,
        }
    }

    pub fn apart_from(mut self, work: impl FnMut() -> Tally + 'a) -> Self {
        self.apart = Some(Box::new(work));
        self
    }

    /// One run: its seconds and what it found.
    fn run(&mut self) -> (f64, Tally) {
        let (seconds, tally) = timed(&mut self.work);
        let apart = self.apart.as_mut().map_or(0.0, |work| timed(work).0);
        (seconds - apart, tally)
    }
}

/// The thread's own time: what the neighbours on a shared machine take is not in it.
fn timed(work: &mut Work<'_>) -> (f64, Tally) {
    let start = ThreadTime::now();
    let tally = black_box(work());
    (start.elapsed().as_secs_f64(), tally)
}

/// What one racer took.
pub struct Finish {
    pub name: &'static str,
    pub items: usize,
    /// The median of its runs.
    pub seconds: f64,
    /// The median, over the rounds, of its time by that of the first racer in the same round.
    pub ratio: f64,
}

/// Lets all run once in each round. The first is griot, and the others are held against it.
pub fn race(racers: &mut [Racer<'_>], rounds: usize) -> Result<Vec<Finish>, Box<dyn Error>> {
    // The round that warms up, and says what every other one must find.
    let expected: Vec<_> = racers.iter_mut().map(|racer| racer.run().1).collect();
    let griot = expected[0].items;
    for (racer, tally) in racers.iter().zip(&expected) {
        // Crates differ about what a word is, but not by so much.
        if !(griot / 4..=griot * 4).contains(&tally.items) {
            return Err(format!("{} found {} items", racer.name, tally.items).into());
        }
    }
    let mut times = vec![Vec::with_capacity(rounds); racers.len()];
    for _ in 0..rounds {
        for ((racer, tally), times) in racers.iter_mut().zip(&expected).zip(&mut times) {
            let (seconds, found) = racer.run();
            if found != *tally {
                return Err(format!("{} found {found:?} after {tally:?}", racer.name).into());
            }
            times.push(seconds);
        }
    }
    let results = racers.iter().zip(&expected).zip(&times);
    Ok(results
        .map(|((racer, tally), own)| Finish {
            name: racer.name,
            items: tally.items,
            seconds: median(own.iter().copied()),
            ratio: median(own.iter().zip(&times[0]).map(|(own, griot)| own / griot)),
        })
        .collect())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
