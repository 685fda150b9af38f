//! How far long work is, for people who wait for it.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// How long work must take to be told, and how often it is.
const OFTEN: Duration = Duration::from_millis(500);

/// A line on standard error that counts the texts. It is shown only if standard error is a terminal
/// and the output goes elsewhere. The cursor stays at its start, so that a message takes its place.
pub struct Progress {
    /// When the line was last written, or the work began. `None` if nobody sees it.
    last: Option<Instant>,
    texts: usize,
    /// How many characters of the line are on the screen.
    shown: usize,
}

impl Progress {
    pub fn new() -> Self {
        let seen = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self {
            last: seen.then(Instant::now),
            texts: 0,
            shown: 0,
        }
    }

    /// Counts a text.
    pub fn step(&mut self) {
        self.texts += 1;
        if self.last.is_some_and(|last| last.elapsed() > OFTEN) {
            self.last = Some(Instant::now());
            let line = format!("{} texts", self.texts);
            self.shown = line.len();
            eprint!("{line}\r");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown > 0 {
            eprint!("{:width$}\r", "", width = self.shown);
        }
    }
}
