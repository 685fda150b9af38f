//! Works out when an article was published, from its zones.

use super::dateline;
use super::day::Day;
use super::line::{Head, lone_day};
use super::text::unpointed;
use crate::date::Date;
use crate::document::{Dateline, ZoneKind};
use crate::lang::ZoneRules;

/// The date of publication and the dateline.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Published {
    pub(crate) date: Option<Date>,
    /// The year and month. They may be known if the day is not.
    pub(crate) month: Option<(u16, u8)>,
    pub(crate) dateline: Option<Dateline>,
}

/// The days that the zones mention.
#[derive(Default)]
pub(super) struct Days {
    pub(super) dateline: Option<(Dateline, Option<Day>)>,
    published: Option<Day>,
    /// The day on a line of its own, and the number of that line.
    pub(super) lone: Option<(Lone, usize)>,
    changed: Option<Day>,
}

impl Days {
    /// Records the day of a line of metadata.
    pub(super) fn note(&mut self, head: Head) {
        let place = if head.changed {
            &mut self.changed
        } else {
            &mut self.published
        };
        *place = place.or(head.day);
    }

    /// Chooses the date of publication: the dateline first, then metadata, then a day on a line of
    /// its own, and last the day of a later change.
    pub(super) fn published(self) -> Published {
        let lone = self.lone.map(|(lone, _)| lone);
        let (dateline, day) = self.dateline.unzip();
        let days = [
            day.flatten(),
            self.published,
            lone.map(|lone| lone.day),
            self.changed,
        ];
        let month = |day: Day| day.year.zip(day.month);
        Published {
            date: days.iter().flatten().find_map(|day| day.date()),
            month: days.iter().flatten().find_map(|day| month(*day)),
            dateline: dateline.or_else(|| lone?.dateline),
        }
    }
}

/// A day on a line of its own, optionally with a place: `Bamako, le 28 janvier 2024`.
#[derive(Clone, Copy)]
pub(super) struct Lone {
    day: Day,
    dateline: Option<Dateline>,
}

/// The greatest length of such a line in bytes.
const LONGEST: usize = 60;

impl Lone {
    /// Reads a line that says nothing but a day. `start` is where the line begins in the text.
    pub(super) fn read(line: &str, start: u32, rules: &ZoneRules) -> Option<Self> {
        if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let bare = lone_day(unpointed(line), rules).map(|day| Self {
            day,
            dateline: None,
        });
        bare.or_else(|| {
            let parts = dateline::alone(line, rules)?;
            Some(Self {
                day: parts.day?,
                dateline: Some(parts.at(start)),
            })
        })
    }

    /// The kind of the line.
    pub(super) fn kind(self) -> ZoneKind {
        match self.dateline {
            Some(_) => ZoneKind::Dateline,
            None => ZoneKind::Metadata,
        }
    }
}
