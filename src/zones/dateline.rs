//! Reads datelines: the place, date and agency before the first sentence, as in `Niamey, 06
//! décembre 2023 (Lomé Actu) –`.

use super::day::{self, Day};
use super::line::are_agencies;
use super::text::{after, is_blank, is_capitalised, is_dash, word};
use crate::document::Dateline;
use crate::lang::ZoneRules;
use crate::normalize::is_hyphen;
use crate::span::Span;
use std::ops::Range;

/// A dateline at the start of a line. All ranges are bytes of the line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct DatelineParts {
    pub(super) place: Option<Range<usize>>,
    pub(super) date: Option<Range<usize>>,
    pub(super) agency: Option<Range<usize>>,
    pub(super) day: Option<Day>,
    /// The length in bytes, with the dash and the space after it.
    pub(super) length: usize,
    /// True if it is certainly a dateline, even inside a text.
    pub(super) sure: bool,
}

impl DatelineParts {
    /// Converts the parts to spans in the text. `start` is where the line begins.
    pub(super) fn at(&self, start: u32) -> Dateline {
        let start = start as usize;
        let span = |part: &Range<usize>| Span::from_usize(start + part.start, start + part.end);
        let [place, date, agency] =
            [&self.place, &self.date, &self.agency].map(|part| part.as_ref().map(span));
        Dateline::new(place, date, agency)
    }
}

/// The greatest length of a place or an agency in bytes.
const LONGEST: usize = 48;

/// Reads a dateline at the start of a line. A sentence must follow it.
pub(super) fn read(line: &str, rules: &ZoneRules) -> Option<DatelineParts> {
    if line.starts_with('(') {
        return agency_alone(line, rules);
    }
    let place = place(line, rules)?;
    let mut reader = DatelineReader {
        line,
        rest: after(line, place),
        rules,
    };
    // A place is followed only by a mark or a date. Most lines begin with two words and fail here.
    let next = reader.rest.trim_start_matches(is_blank).chars().next()?;
    if !(matches!(next, ',' | '(' | '.' | ':') || next.is_ascii_digit() || is_dash(next)) {
        return None;
    }
    let mut day = None;
    let mut date = None;
    let mut agency = None;
    // The agency may come before the date, and a region before both.
    for _ in 0..3 {
        reader.skip();
        if date.is_none()
            && let Some((read, range)) = reader.date()
        {
            (day, date) = (Some(read), Some(range));
        } else if agency.is_none()
            && let Some(range) = reader.agency()
        {
            agency = Some(range);
        } else if date.is_none() && agency.is_none() && !reader.region() {
            break;
        }
    }
    let length = reader.dash()?;
    // A weekday or a month is not a place.
    if day::is_named(place, rules) {
        return None;
    }
    let known = |range: &Range<usize>| {
        let name = line.get(range.clone()).unwrap_or_default();
        rules.agencies.holds(word(name)) || rules.agencies.holds(name)
    };
    // `APA-Niamey (Niger) –`
    let led = place
        .split_once(is_hyphen)
        .is_some_and(|(first, _)| rules.agencies.holds(first));
    let known = led || agency.as_ref().is_some_and(known);
    let capitals = place.chars().filter(|c| c.is_uppercase()).count() > 2
        && !place.chars().any(char::is_lowercase);
    let sure = known || agency.is_some() && date.is_some();
    (sure || date.is_some() || agency.is_some() && capitals).then_some(DatelineParts {
        place: Some(0..place.len()),
        date,
        agency,
        day,
        length,
        sure,
    })
}

/// Reads a dateline that is a line of its own: `Bamako, le 28 janvier 2024`.
pub(super) fn alone(line: &str, rules: &ZoneRules) -> Option<DatelineParts> {
    let place = place(line, rules).filter(|place| !day::is_named(place, rules))?;
    let rest = after(line, place).strip_prefix(',')?;
    let text = rest.trim_start_matches(is_blank);
    let (day, length) = day::read(text, rules).filter(|(day, _)| day.date().is_some())?;
    let end = text.get(length..)?.trim_start_matches('.');
    let start = line.len() - text.len();
    end.is_empty().then_some(DatelineParts {
        place: Some(0..place.len()),
        date: Some(start..start + length),
        agency: None,
        day: Some(day),
        length: line.len(),
        sure: false,
    })
}

/// Reads a dateline that has only an agency: `(Agence Ecofin) -`. The agency must be a known one.
fn agency_alone(line: &str, rules: &ZoneRules) -> Option<DatelineParts> {
    let mut reader = DatelineReader {
        line,
        rest: line,
        rules,
    };
    let agency = reader.agency()?;
    let known = are_agencies(line.get(agency.clone())?, rules);
    let length = reader.dash().filter(|_| known)?;
    Some(DatelineParts {
        place: None,
        date: None,
        agency: Some(agency),
        day: None,
        length,
        sure: true,
    })
}

/// Reads a place: one to five capitalised words, with the small words of names between them.
fn place<'a>(line: &'a str, rules: &ZoneRules) -> Option<&'a str> {
    let mut end = 0;
    let mut at = 0;
    for _ in 0..5 {
        let word = word(line.get(at..)?);
        if word.starts_with(char::is_uppercase) && word.len() > 1 {
            end = at + word.len();
        } else if !(at > 0 && rules.particles.holds(word)) {
            break;
        }
        at += word.len();
        let next = line.get(at..)?.chars().next()?;
        if !(matches!(next, ' ' | '\u{a0}' | '/')) {
            break;
        }
        at += next.len_utf8();
    }
    let place = line.get(..end)?;
    (!place.is_empty() && place.len() <= LONGEST).then_some(place)
}

struct DatelineReader<'a> {
    line: &'a str,
    rest: &'a str,
    rules: &'a ZoneRules,
}

impl<'a> DatelineReader<'a> {
    fn at(&self) -> usize {
        self.line.len() - self.rest.len()
    }

    fn skip(&mut self) {
        self.rest = self
            .rest
            .trim_start_matches(|c| is_blank(c) || matches!(c, ',' | '.'));
    }

    fn date(&mut self) -> Option<(Day, Range<usize>)> {
        let start = self.at();
        let (day, length) = day::read(self.rest, self.rules)?;
        self.rest = self.rest.get(length..)?;
        let date = self.line.get(start..start + length)?.trim_end();
        Some((day, start..start + date.len()))
    }

    /// Reads an agency in brackets.
    fn agency(&mut self) -> Option<Range<usize>> {
        let inner = self.rest.strip_prefix('(')?;
        let mut close = inner.char_indices().take(LONGEST);
        let (end, _) = close.find(|(_, c)| *c == ')')?;
        let (name, rest) = (inner.get(..end)?, inner.get(end + 1..)?);
        let name_start = self.at() + 1 + (name.len() - name.trim_start().len());
        let name = name.trim();
        if !name.starts_with(char::is_alphabetic) || !is_capitalised(name) {
            return None;
        }
        self.rest = rest;
        Some(name_start..name_start + name.len())
    }

    /// Reads a region, such as `Nigeria` in `LAGOS, Nigeria (AP)`.
    fn region(&mut self) -> bool {
        match place(self.rest, self.rules) {
            Some(region) => {
                self.rest = after(self.rest, region);
                true
            }
            None => false,
        }
    }

    /// Reads the dash. Returns where the sentence after it begins.
    fn dash(&mut self) -> Option<usize> {
        let rest = self
            .rest
            .trim_start_matches(|c| is_blank(c) || matches!(c, ',' | '.' | ':'));
        let text = rest.trim_start_matches(is_dash);
        let dashes = rest.len() - text.len();
        let story = text.trim_start_matches(is_blank);
        let before = self.line.get(..self.line.len() - rest.len())?;
        // The hyphen of `Porto-Novo` has no spaces around it.
        let apart =
            before.ends_with(|c| is_blank(c) || matches!(c, ')' | '.' | ',') || c.is_ascii_digit());
        let open =
            text.len() > story.len() || !rest.starts_with(is_hyphen) || before.ends_with(')');
        let begins = is_capitalised(story) || story.starts_with(char::is_numeric);
        (dashes > 0 && apart && open && begins).then_some(self.line.len() - story.len())
    }
}
