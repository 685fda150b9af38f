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

/// One who runs.
pub struct Racer<'a> {
    name: String,
    /// What it reads in one run.
    bytes: usize,
    work: Box<dyn FnMut() -> Tally + 'a>,
}

impl<'a> Racer<'a> {
    pub fn new(name: impl Into<String>, bytes: usize, work: impl FnMut() -> Tally + 'a) -> Self {
        Self {
            name: name.into(),
            bytes,
            work: Box::new(work),
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }
}

/// One run: the seconds of the thread, so that what the neighbours on a shared machine take is not in
/// them. It has its own frame, so that a profile can be told to count nothing else.
#[inline(never)]
fn timed(work: &mut dyn FnMut() -> Tally) -> (f64, Tally) {
    let start = ThreadTime::now();
    let tally = black_box(work());
    (start.elapsed().as_secs_f64(), tally)
}

/// How one racer came in.
pub struct Finish<'a> {
    pub name: &'a str,
    pub items: usize,
    /// Megabytes a second, by the median of its runs.
    pub speed: f64,
    /// The median, over the rounds, of its time for a byte by that of the first racer.
    pub ratio: f64,
}

/// Lets all run once in each round, one after the other.
pub fn race<'a>(
    racers: &'a mut [Racer<'_>],
    rounds: usize,
) -> Result<Vec<Finish<'a>>, Box<dyn Error>> {
    // The round that warms up, and says what every other one must find.
    let expected: Vec<_> = racers.iter_mut().map(|racer| (racer.work)()).collect();
    let density = |racer: &Racer<'_>, tally: &Tally| tally.items as f64 / racer.bytes as f64;
    let usual = density(&racers[0], &expected[0]);
    for (racer, tally) in racers.iter().zip(&expected) {
        // Crates differ about what a word is, but not by so much.
        let share = density(racer, tally) / usual;
        if !(0.25..=4.0).contains(&share) {
            return Err(format!("{} found {} items", racer.name, tally.items).into());
        }
    }
    let mut times = vec![Vec::with_capacity(rounds); racers.len()];
    for _ in 0..rounds {
        for ((racer, tally), times) in racers.iter_mut().zip(&expected).zip(&mut times) {
            let (seconds, found) = timed(&mut racer.work);
            if found != *tally {
                return Err(format!("{} found {found:?} after {tally:?}", racer.name).into());
            }
            times.push(seconds / racer.bytes as f64);
        }
    }
    let results = racers.iter().zip(&expected).zip(&times);
    Ok(results
        .map(|((racer, tally), own)| Finish {
            name: &racer.name,
            items: tally.items,
            speed: 1e-6 / median(own.iter().copied()),
            ratio: median(own.iter().zip(&times[0]).map(|(own, first)| own / first)),
        })
        .collect())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
