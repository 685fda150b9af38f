//! How busy the machine was.

use std::fs;
use std::thread::available_parallelism;
use std::time::Instant;

use cpu_time::ThreadTime;

/// When a run began, and what the load was.
pub struct Load {
    wall: Instant,
    thread: ThreadTime,
    average: String,
}

impl Load {
    pub fn begin() -> Self {
        Self {
            wall: Instant::now(),
            thread: ThreadTime::now(),
            average: average(),
        }
    }

    /// A line about the time since then.
    pub fn end(&self) -> String {
        let (wall, thread) = (self.wall.elapsed(), self.thread.elapsed());
        let share = 100.0 * thread.as_secs_f64() / wall.as_secs_f64();
        format!(
            "Load average {} at the beginning, {} at the end, {} processors; of {:.0} seconds this \
             thread ran {share:.0} %.",
            self.average,
            average(),
            available_parallelism().map_or(0, usize::from),
            wall.as_secs_f64(),
        )
    }
}

/// The load average of the last minute, where the system tells it.
fn average() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ')
        .next()
        .filter(|it| !it.is_empty())
        .unwrap_or("unknown")
        .to_owned()
}
