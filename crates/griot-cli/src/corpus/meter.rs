//! [`Meter`]: how far and how fast a run is, for people who wait for it.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use super::manifest::Manifest;
use crate::PROGRAM;
use crate::shared::terminal::tell;

/// How often a terminal shows the state of the run, and how often a log gets a line.
const TERMINAL: Duration = Duration::from_millis(500);
const LOG: Duration = Duration::from_secs(60);

/// A line on standard error: one that changes on a terminal, and a new one each minute elsewhere. On a
/// terminal the cursor stays at its start, so that a message takes its place.
pub struct Meter {
    is_terminal: bool,
    start: Instant,
    last: Instant,
    /// What earlier runs did.
    texts_before: u64,
    bytes_before: u64,
    /// How many characters of the line are on the screen.
    shown: usize,
}

impl Meter {
    pub fn new(manifest: &Manifest) -> Self {
        let now = Instant::now();
        Self {
            is_terminal: io::stderr().is_terminal(),
            start: now,
            last: now,
            texts_before: manifest.texts,
            bytes_before: manifest.bytes,
            shown: 0,
        }
    }

    /// Shows the state if it is time to.
    pub fn step(&mut self, state: &Manifest) {
        let Some(line) = self.line(state, Instant::now()) else {
            return;
        };
        if self.is_terminal {
            eprint!("{line:width$}\r", width = self.shown);
            self.shown = line.len();
        } else {
            tell(PROGRAM, &line);
        }
    }

    fn line(&mut self, state: &Manifest, now: Instant) -> Option<String> {
        let often = if self.is_terminal { TERMINAL } else { LOG };
        if now.duration_since(self.last) < often {
            return None;
        }
        self.last = now;
        let texts = state.texts - self.texts_before;
        let bytes = state.bytes - self.bytes_before;
        let rate = rate(texts, bytes, now.duration_since(self.start));
        Some(format!("{}, {rate}", total(state)))
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if self.shown > 0 {
            eprint!("{:width$}\r", "", width = self.shown);
        }
    }
}

/// What is done.
pub fn total(state: &Manifest) -> String {
    let (texts, rejects) = (state.texts, state.rejects);
    let duplicates = match state.duplicates {
        0 => String::new(),
        number => format!(", {number} duplicates"),
    };
    let size = megabytes(state.bytes as f64);
    format!("{texts} texts, {size}, {rejects} rejects{duplicates}")
}

fn rate(texts: u64, bytes: u64, time: Duration) -> String {
    let seconds = time.as_secs_f64();
    let (texts, bytes) = (texts as f64 / seconds, bytes as f64 / seconds);
    format!("{texts:.0} texts/s, {}/s", megabytes(bytes))
}

fn megabytes(bytes: f64) -> String {
    format!("{:.1} MB", bytes / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_gets_a_line_a_minute_with_the_rate_of_this_run() {
        let mut state = Manifest {
            texts: 1000,
            bytes: 3_000_000,
            rejects: 2,
            ..Manifest::default()
        };
        let mut meter = Meter::new(&state);
        meter.is_terminal = false;
        let at = |seconds| meter.start + Duration::from_secs(seconds);
        let (early, minute, soon, next) = (at(59), at(60), at(119), at(120));
        state.texts += 6000;
        state.bytes += 9_000_000;
        assert_eq!(meter.line(&state, early), None);
        let told = "7000 texts, 12.0 MB, 2 rejects, 100 texts/s, 0.1 MB/s";
        assert_eq!(meter.line(&state, minute).as_deref(), Some(told));
        assert_eq!(meter.line(&state, soon), None);
        assert!(meter.line(&state, next).is_some());
    }
}
