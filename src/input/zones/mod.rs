//! The zones of a text: which lines are the story, and what the others are.
//!
//! First each line for itself, by its words and marks; then what the lines are to each other: a
//! title stands above, a heading between paragraphs, a signature below. A line that no rule
//! knows is the story: to lose a sentence is worse than to keep an advert.

mod closing;
mod dateline;
mod day;
mod layout;
mod line;
mod published;
mod split;
mod text;

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::document::ZoneKind;
use crate::document::layers::Cover;
use crate::lang::ZoneRules;
use crate::segment::LineBreaks;
use crate::span::{Span, clamp};
use published::{Days, Lone, Published};
use split::line_end;
use text::{is_blank, is_terminated};

/// Finds the zones of texts. The memory of a worker.
#[derive(Debug, Default)]
pub(crate) struct Zoner {
    lines: Vec<Line>,
    /// What stands before the story of a line, or behind it.
    pieces: Vec<Piece>,
    /// The distinct lines, by number.
    seen: HashTable<u32>,
    hasher: DefaultHashBuilder,
    units: Vec<layout::Unit>,
}

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Its story: what no piece has taken.
    start: u32,
    end: u32,
    kind: ZoneKind,
    /// Whether it is known what it is.
    settled: bool,
    /// Whether a blank line stands before it.
    apart: bool,
    /// Whether it is one of a paragraph that is wrapped at a column.
    wrapped: bool,
    /// Whether a piece was taken off it.
    cut: bool,
    /// Whether a sentence ends with it.
    ends: bool,
    /// Whether it begins with a small letter.
    small: bool,
}

impl Line {
    fn of<'a>(&self, text: &'a str) -> &'a str {
        Span::new(self.start, self.end).of(text)
    }

    fn settle(&mut self, kind: ZoneKind) {
        (self.kind, self.settled) = (kind, true);
    }
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    start: u32,
    kind: ZoneKind,
}

/// How many lines below a bare `Lire aussi :` may be headlines.
const LINKS: u8 = 5;

/// A line that is no longer is no paragraph.
const SHORT: u32 = 40;

impl Zoner {
    /// The zones of a text. `given` are zones that are known from elsewhere, sorted: no rule
    /// looks at them.
    pub(crate) fn mark(
        &mut self,
        text: &str,
        rules: &ZoneRules,
        breaks: LineBreaks,
        given: &[(Span, ZoneKind)],
        zones: &mut Cover<ZoneKind>,
    ) -> Published {
        self.lines.clear();
        self.pieces.clear();
        self.seen.clear();
        self.split(text, given);
        self.find_wrapped(breaks);
        let days = self.read_lines(text, rules, breaks);
        self.read_closing(text, rules);
        layout::arrange(self, text, rules);
        self.write(text, zones);
        days.published()
    }

    /// The lines that are not blank.
    fn split(&mut self, text: &str, given: &[(Span, ZoneKind)]) {
        let mut covered = 0;
        let sound = |(span, _): &&(Span, ZoneKind)| {
            let sound = span.start() >= covered && span.get(text).is_some();
            covered = if sound { span.end() } else { covered };
            sound
        };
        let mut given = given.iter().filter(sound).peekable();
        let (mut start, mut apart) = (0, true);
        while start < text.len() {
            while given.next_if(|(span, _)| span.end() <= start).is_some() {}
            let (kind, edge) = match given.peek() {
                Some((span, kind)) if span.start() <= start => (Some(*kind), span.end()),
                Some((span, _)) => (None, span.start()),
                None => (None, text.len()),
            };
            let (end, next) = line_end(text, start);
            let (end, next) = if edge < end {
                (edge, edge)
            } else {
                (end, next)
            };
            let line = text.get(start..end).unwrap_or_default();
            let rest = line.trim_start_matches(is_blank);
            let story = rest.trim_end_matches(is_blank);
            if story.is_empty() {
                apart |= next > end;
            } else {
                let from = start + line.len() - rest.len();
                self.lines.push(Line {
                    start: clamp(from),
                    end: clamp(from + story.len()),
                    kind: kind.unwrap_or(ZoneKind::Body),
                    settled: kind.is_some(),
                    apart,
                    wrapped: false,
                    cut: false,
                    ends: is_terminated(story),
                    small: story.starts_with(char::is_lowercase),
                });
                apart = false;
            }
            start = next;
        }
    }

    /// Finds the paragraphs that are wrapped at a column: in most of their lines a sentence goes
    /// on from the line before.
    fn find_wrapped(&mut self, breaks: LineBreaks) {
        let runs = |pair: &[Line]| match pair {
            [a, b] => !a.ends && b.small && a.end - a.start > SHORT / 2,
            _ => false,
        };
        for block in self.lines.chunk_by_mut(|_, after| !after.apart) {
            let running = block.windows(2).filter(|pair| runs(pair)).count();
            let all = breaks == LineBreaks::Soft && block.len() > 1 || 3 * running > block.len();
            let mut before = false;
            for index in 0..if all || running > 0 { block.len() } else { 0 } {
                let after = block.get(index..index + 2).is_some_and(runs);
                if let Some(line) = block.get_mut(index) {
                    line.wrapped = all || before || after;
                }
                before = after;
            }
        }
    }

    /// What each line says of itself.
    fn read_lines(&mut self, text: &str, rules: &ZoneRules, breaks: LineBreaks) -> Days {
        let mut days = Days::default();
        // Whether there was a paragraph, how many headlines may follow, and a date alone.
        let (mut told, mut links, mut dates) = (false, 0, 0);
        for index in 0..self.lines.len() {
            let before = index
                .checked_sub(1)
                .and_then(|before| self.lines.get(before))
                .copied();
            let after = self.lines.get(index + 1).copied();
            let Some(line) = self.lines.get_mut(index) else {
                break;
            };
            links = if line.apart { 0 } else { links };
            if line.settled {
                continue;
            }
            let story = line.of(text);
            let fresh = line.apart
                || !line.wrapped
                || before.is_none_or(|before| before.settled || before.ends);
            let whole = line.ends
                || after.is_none_or(|after| after.apart || !(after.wrapped && after.small));
            let head = if fresh {
                line::head(story, rules)
            } else {
                None
            };
            let is_all = |head: &line::Head| head.length == story.len();
            if let Some(head) = head.filter(is_all).filter(|_| whole) {
                line.settle(head.kind);
                days.note(head);
                links = if head.kind == ZoneKind::ReadAlso && head.bare {
                    LINKS
                } else {
                    0
                };
                continue;
            }
            if fresh
                && whole
                && let Some(kind) = line::by_marks(story)
            {
                line.settle(kind);
                continue;
            }
            if links > 0 && !line.ends && !line.wrapped {
                line.settle(ZoneKind::ReadAlso);
                links -= 1;
                continue;
            }
            links = 0;
            let block = line.apart && after.is_none_or(|after| after.apart);
            // The short last line of a wrapped paragraph is no line of its own.
            let twice = before.is_some_and(|before| before.of(text) == story);
            let own = fresh || twice || line.end - line.start >= SHORT;
            let counts = breaks == LineBreaks::Hard || block;
            let repeated = counts && self.is_repeated(text, index) && own;
            let Some(line) = self.lines.get_mut(index) else {
                break;
            };
            if repeated {
                line.settle(ZoneKind::Repeated);
                continue;
            }
            if fresh
                && whole
                && let Some(lone) = Lone::read(story, line.start, rules)
            {
                dates += 1;
                if dates == 1 && !told {
                    line.settle(lone.kind());
                    days.lone = Some((lone, index));
                    continue;
                }
                // One date is that of the article, several are the story's.
                if let Some((_, index)) = days.lone.take()
                    && let Some(line) = self.lines.get_mut(index)
                {
                    (line.kind, line.settled) = (ZoneKind::Body, false);
                }
            }
            if fresh {
                self.cut_head(text, rules, index, head, !told, &mut days);
            }
            told |= self
                .lines
                .get(index)
                .is_some_and(|line| line.ends && line.end - line.start > SHORT);
        }
        days
    }

    /// Takes data and a dateline off the head of a line; `first` for the first of the story.
    fn cut_head(
        &mut self,
        text: &str,
        rules: &ZoneRules,
        index: usize,
        head: Option<line::Head>,
        first: bool,
        days: &mut Days,
    ) {
        let Some(line) = self.lines.get_mut(index) else {
            return;
        };
        let mut cut = |line: &mut Line, kind, length: usize| {
            self.pieces.push(Piece {
                start: line.start,
                kind,
            });
            line.start += clamp(length);
            line.cut = true;
        };
        if let Some(head) = head.filter(|head| head.length < line.of(text).len()) {
            cut(line, head.kind, head.length);
            days.note(head);
        }
        let parts = dateline::read(line.of(text), rules);
        if let Some(parts) = parts.filter(|parts| first || parts.sure) {
            let dateline = parts.at(line.start);
            days.dateline = days.dateline.or(Some((dateline, parts.day)));
            cut(line, ZoneKind::Dateline, parts.length);
        }
    }

    /// Whether a line stood in the text before, word for word; a line of marks does not count.
    fn is_repeated(&mut self, text: &str, index: usize) -> bool {
        let (lines, hasher) = (&self.lines, &self.hasher);
        let line = |index: u32| {
            lines
                .get(index as usize)
                .map_or("", |line| Span::new(line.start, line.end).of(text))
        };
        let story = line(clamp(index));
        if !story.contains(char::is_alphanumeric) {
            return false;
        }
        let hash = hasher.hash_one(story);
        let found = self
            .seen
            .find(hash, |other| line(*other) == story)
            .is_some();
        if !found {
            self.seen
                .insert_unique(hash, clamp(index), |other| hasher.hash_one(line(*other)));
        }
        found
    }

    /// What stands below the story, and at the end of its last line.
    fn read_closing(&mut self, text: &str, rules: &ZoneRules) {
        for index in (0..self.lines.len()).rev() {
            let before = self
                .lines
                .get(index.saturating_sub(4)..index)
                .unwrap_or_default();
            let below = before
                .iter()
                .any(|line| !line.settled && line.ends && line.end - line.start > SHORT);
            let Some(line) = self.lines.get_mut(index).filter(|line| !line.settled) else {
                continue;
            };
            let story = line.of(text);
            if let Some(kind) = closing::whole(story, rules).filter(|_| below) {
                line.settle(kind);
                continue;
            }
            if let Some((kind, from)) = closing::tail(story, rules) {
                let start = line.start + clamp(from);
                self.pieces.push(Piece { start, kind });
                line.end = line.start
                    + clamp(
                        story
                            .get(..from)
                            .unwrap_or_default()
                            .trim_end_matches(is_blank)
                            .len(),
                    );
            }
            break;
        }
    }

    /// The lines and their pieces as zones.
    fn write(&mut self, text: &str, zones: &mut Cover<ZoneKind>) {
        self.pieces.sort_by_key(|piece| piece.start);
        zones.0.clear();
        let mut pieces = self.pieces.iter().peekable();
        let mut open = None;
        let mut put = |start: u32, kind| {
            // Lines of the same paragraphs are one zone; two notes are two.
            let joins = matches!(kind, ZoneKind::Body | ZoneKind::Lede | ZoneKind::Quotation);
            match open.replace(kind) {
                Some(before) if before == kind && joins => {}
                Some(before) => zones.0.push((start, before)),
                None => {}
            }
        };
        for line in &self.lines {
            while let Some(piece) = pieces.next_if(|piece| piece.start < line.start) {
                put(piece.start, piece.kind);
            }
            put(line.start, line.kind);
        }
        for piece in pieces {
            put(piece.start, piece.kind);
        }
        if !text.is_empty() {
            zones
                .0
                .push((clamp(text.len()), open.unwrap_or(ZoneKind::Body)));
        }
    }
}
