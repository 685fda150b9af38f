//! Judges lines by their position: title, kicker, lede, headings, captions, quotations.

use super::line::{has_caption_words, is_caption};
use super::pieces::{Line, Piece};
use super::text::{has_sentences, is_blank, is_capitalised, is_dash, is_stopped, words};
use crate::document::ZoneKind;
use crate::lang::ZoneRules;
use crate::normalize::is_hyphen;
use crate::span::clamp;

/// A paragraph of the story, from its first line to its last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    first: usize,
    last: usize,
}

/// The greatest length of a title and of a heading, in bytes.
const TITLE: usize = 200;
const HEADING: usize = 120;

/// The least length in bytes of a paragraph below a title, of one below a heading, and of one that
/// only its length marks as a paragraph.
const BELOW_TITLE: u32 = 40;
const BELOW_HEADING: u32 = 80;
const BELOW_ANY: u32 = 100;

/// A paragraph longer than this needs no full stop at its end.
const LONG: u32 = 200;

/// Finds the titles, headings and other special lines in the story.
pub(super) fn arrange(
    lines: &mut [Line],
    pieces: &mut Vec<Piece>,
    units: &mut Vec<Unit>,
    text: &str,
    rules: &ZoneRules,
) {
    units.clear();
    gather(lines, units);
    if units.len() > 1 {
        let mut page = Page {
            lines,
            pieces,
            text,
            rules,
            units,
        };
        let (first, lede) = page.title();
        page.paragraphs(first, lede);
    }
}

/// Collects the paragraphs from the lines whose kind is not settled yet.
fn gather(lines: &[Line], units: &mut Vec<Unit>) {
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.settled) {
        let goes_on = |unit: &&mut Unit| {
            let before = lines
                .get(unit.last)
                .filter(|_| unit.last + 1 == index && !line.apart);
            before
                .is_some_and(|before| before.wrapped && line.wrapped || !before.ends && line.small)
        };
        match units.last_mut().filter(goes_on) {
            Some(unit) => unit.last = index,
            None => units.push(Unit {
                first: index,
                last: index,
            }),
        }
    }
}

struct Page<'a> {
    lines: &'a mut [Line],
    pieces: &'a mut Vec<Piece>,
    text: &'a str,
    rules: &'a ZoneRules,
    units: &'a [Unit],
}

/// What the lines above the story tell about its first paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lede {
    /// Nothing is known.
    Unknown,
    /// The first paragraph is the lede.
    Due,
    /// The lede was already found.
    Found,
}

impl Page<'_> {
    fn unit(&self, index: usize) -> Option<(Unit, Line, Line)> {
        let unit = *self.units.get(index)?;
        let (first, last) = (self.lines.get(unit.first)?, self.lines.get(unit.last)?);
        Some((unit, *first, *last))
    }

    /// The text of a paragraph that has one line from which nothing was cut.
    fn single(&self, index: usize) -> Option<&str> {
        let (unit, line, _) = self.unit(index)?;
        (unit.first == unit.last && line.head == line.start).then(|| line.of(self.text))
    }

    fn settle(&mut self, index: usize, kind: ZoneKind) {
        let Some(unit) = self.units.get(index) else {
            return;
        };
        for line in self
            .lines
            .get_mut(unit.first..=unit.last)
            .unwrap_or_default()
        {
            line.kind = kind;
        }
    }

    /// Returns true if a paragraph is prose, so that the line above it may be its headline.
    fn is_below(&self, index: usize, shortest: u32) -> bool {
        let Some((_, above, _)) = index.checked_sub(1).and_then(|above| self.unit(above)) else {
            return false;
        };
        let Some((unit, first, last)) = self.unit(index) else {
            return false;
        };
        let length = last.end.saturating_sub(first.start);
        let prose = |shortest| length >= LONG || last.ends && length >= shortest;
        let apart = first.apart
            || self
                .units
                .get(index - 1)
                .is_some_and(|above| above.last + 1 < unit.first);
        if apart {
            prose(shortest)
        } else {
            // In wrapped text that no rule recognised, the lines have about the same length.
            unit.first == unit.last
                && prose(BELOW_ANY)
                && 2 * length >= 3 * (above.end - above.start)
        }
    }

    /// Finds the title and the kicker. Returns the index of the first paragraph below, and whether
    /// that is the lede.
    fn title(&mut self) -> (usize, Lede) {
        let is_title = |line: &Line| line.settled && line.kind == ZoneKind::Title;
        if self.lines.iter().any(is_title) {
            return (0, Lede::Due);
        }
        let Some(first) = self.single(0).filter(|line| is_headline(line, TITLE)) else {
            let start = self.unit(0).map_or(0, |(_, line, _)| line.start);
            let is_dateline = |piece: &Piece| piece.kind == ZoneKind::Dateline;
            let mut pieces = self.pieces.iter().filter(|piece| is_dateline(piece));
            let dated = pieces.any(|piece| piece.start < start);
            return (0, if dated { Lede::Due } else { Lede::Unknown });
        };
        // Above a paragraph there may be a title, a kicker and a title, or a title and a paragraph
        // without a full stop.
        let headline = |index| self.single(index).filter(|line| is_headline(line, TITLE));
        let above = |index| self.is_below(index, BELOW_TITLE);
        let kicked = headline(1).is_some_and(|second| is_kicker(first, second));
        let kicked = kicked && !above(1) && (above(2) || headline(2).is_some() && above(3));
        let title = usize::from(kicked);
        let below = headline(title + 1).filter(|_| !above(title + 1) && above(title + 2));
        let long = below.map(|line| line.len() >= 60);
        if long.is_none() && !above(title + 1) {
            return (0, Lede::Unknown);
        }
        if kicked {
            self.settle(0, ZoneKind::Kicker);
        }
        self.settle_title(title);
        match long {
            None => (title + 1, Lede::Due),
            Some(true) => {
                self.settle(title + 1, ZoneKind::Lede);
                (title + 2, Lede::Found)
            }
            Some(false) => {
                self.settle(title + 1, ZoneKind::Heading);
                (title + 2, Lede::Due)
            }
        }
    }

    /// Marks a title, and the kicker before its colon.
    fn settle_title(&mut self, index: usize) {
        self.settle(index, ZoneKind::Title);
        let Some((unit, line, _)) = self.unit(index) else {
            return;
        };
        if let Some(length) = kicker(line.of(self.text)) {
            self.pieces.push(Piece {
                start: line.start,
                kind: ZoneKind::Kicker,
            });
            if let Some(line) = self.lines.get_mut(unit.first) {
                line.start += clamp(length);
            }
        }
    }

    /// Finds headings, captions, quotations and the lede.
    fn paragraphs(&mut self, first: usize, mut lede: Lede) {
        for index in first..self.units.len() {
            if let Some(kind) = self.kind(index) {
                self.settle(index, kind);
                if kind == ZoneKind::Quotation {
                    self.settle(index + 1, kind);
                }
                // A paragraph between the title and the first heading is the lede.
                if kind == ZoneKind::Heading
                    && index == 1
                    && lede == Lede::Unknown
                    && self.is_prose(0, BELOW_HEADING)
                {
                    self.settle(0, ZoneKind::Lede);
                    lede = Lede::Found;
                }
            } else if lede == Lede::Due && self.is_prose(index, BELOW_TITLE) {
                if index + 1 < self.units.len() {
                    self.settle(index, ZoneKind::Lede);
                }
                lede = Lede::Found;
            }
        }
    }

    fn is_prose(&self, index: usize, shortest: u32) -> bool {
        let unit = self.unit(index);
        unit.is_some_and(|(_, first, last)| {
            last.ends && last.end.saturating_sub(first.start) >= shortest
        })
    }

    /// Judges a paragraph of one line by the lines around it.
    fn kind(&self, index: usize) -> Option<ZoneKind> {
        let line = self.single(index)?;
        if line.len() > TITLE {
            return None;
        }
        let (unit, first, _) = self.unit(index)?;
        let above = index.checked_sub(1).and_then(|above| self.unit(above));
        let apart = first.apart
            || above.is_none_or(|(above, _, last)| last.ends || above.last + 1 < unit.first);
        if !apart {
            return None;
        }
        if is_caption(line, self.rules) {
            return Some(ZoneKind::Caption);
        }
        if self.is_attributed(line, index) {
            return Some(ZoneKind::Quotation);
        }
        let (_, _, above) = above?;
        let sentence = || has_sentences(line) || line.ends_with('!') || !is_balanced(line);
        let heading = above.ends && is_headline(line, HEADING) && !sentence();
        let below = || words(line).count() <= 16 && self.is_below(index + 1, BELOW_HEADING);
        (heading && below()).then(|| {
            if has_caption_words(line, self.rules) {
                ZoneKind::Caption
            } else {
                ZoneKind::Heading
            }
        })
    }

    /// Returns true if a line is a quotation and the next line names the speaker.
    fn is_attributed(&self, line: &str, index: usize) -> bool {
        let quoted = line.starts_with(['«', '“', '"']) && line.ends_with(['»', '”', '"']);
        let Some((_, first, last)) = self.unit(index + 1).filter(|_| quoted) else {
            return false;
        };
        let next = first.of(self.text);
        let name = next
            .trim_start_matches(is_dash)
            .trim_start_matches(is_blank);
        first.end == last.end
            && !first.apart
            && name.len() < next.len()
            && next.len() <= 80
            && !first.ends
            && is_capitalised(name)
    }
}

/// Returns true if a line may be a title or heading: it is short, capitalised and without a full
/// stop.
fn is_headline(line: &str, most: usize) -> bool {
    let counts = line.starts_with(|c: char| c.is_ascii_digit())
        && !line
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .starts_with(|c| is_hyphen(c) || matches!(c, '.' | ')' | '°'));
    let letters = || line.chars().filter(|c| c.is_alphabetic()).take(4).count();
    line.len() <= most
        && !is_stopped(line)
        && letters() == 4
        && (is_capitalised(line) || counts)
        && !line.ends_with([',', ';', ':'])
}

/// Returns true if all quotation marks of a line are paired. A line with half a quotation is not a
/// heading.
fn is_balanced(line: &str) -> bool {
    let count = |mark: char| line.matches(mark).count();
    count('«') == count('»') && count('“') == count('”') && count('"') % 2 == 0
}

/// Returns true if a line is the kicker of the title below it.
fn is_kicker(line: &str, title: &str) -> bool {
    line.len() <= 40 && line.len() < title.len() && words(line).count() <= 3
}

/// The length of a title's kicker in bytes, with its colon and the space after it: `Niger : La
/// Russie s’installe`. Words before a colon that introduces a quotation are not a kicker.
fn kicker(title: &str) -> Option<usize> {
    let (before, after) = title.split_once([':', '|'])?;
    let rest = after.trim_start_matches(is_blank);
    let apart = rest.len() < after.len() && !rest.starts_with(['«', '“', '"']);
    let short = before.len() <= 40 && words(before).count() <= 5;
    (apart && short && !rest.is_empty()).then_some(title.len() - rest.len())
}
