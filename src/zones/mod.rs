//! Finds the zones of a text: which lines are the story, and what the other lines are.
//!
//! Zones are found before there are tokens, from the lines of the text and the phrases of its
//! language. There are two steps. First each line is judged alone, by its words and marks: `Publié
//! le` before a date is metadata, and a web address alone on a line is an address. Then the lines
//! are judged by their position: a title stands above a paragraph, a heading between paragraphs, a
//! signature below the story. A line that no rule knows is the story (`Body`), because it is worse
//! to lose a sentence than to keep an advertisement.
//!
//! A zone marks text and never removes it. Zones cover the text, and white space belongs to the
//! zone before it. A sentence ends at every edge of a zone.
//!
//! ```
//! # #[cfg(feature = "fr")] {
//! use griot::{Language, Pipeline};
//!
//! let text = "Niamey, 28 novembre 2024 (AFP) – Le général est arrivé jeudi.\n\
//!             Lire aussi : La Russie au Niger\n\
//!             Partagez cet article sur Facebook";
//! let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
//! let document = pipeline.process(text)?;
//! let zones = document.view().zones();
//! let zones: Vec<_> = zones.map(|(span, kind)| (kind.as_str(), text[span].trim_end())).collect();
//! assert_eq!(
//!     zones,
//!     [
//!         ("dateline", "Niamey, 28 novembre 2024 (AFP) –"),
//!         ("body", "Le général est arrivé jeudi."),
//!         ("read-also", "Lire aussi : La Russie au Niger"),
//!         ("advert", "Partagez cet article sur Facebook"),
//!     ]
//! );
//! # }
//! # Ok::<(), griot::Error>(())
//! ```

mod closing;
mod dateline;
mod day;
mod inner;
mod layout;
mod line;
mod pieces;
mod published;
mod text;

use std::borrow::Cow;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::document::ZoneKind;
use crate::document::layers::Cover;
use crate::lang::ZoneRules;
use crate::lines::{Breaks, line_end};
use crate::normalize::{Normalizer, nfc};
use crate::span::{Span, clamp};
use pieces::{Line, Piece};
use published::{Days, Lone, Published};
use text::{is_blank, is_terminated};

/// Finds the zones of texts. A worker keeps it and reuses its memory.
#[derive(Debug, Default)]
pub(crate) struct Zoner {
    lines: Vec<Line>,
    /// The parts that were cut off the start or the end of lines.
    pieces: Vec<Piece>,
    /// The distinct lines, by number.
    seen: HashTable<u32>,
    hasher: DefaultHashBuilder,
    units: Vec<layout::Unit>,
}

/// What the lines before and after a line tell about it.
#[derive(Clone, Copy, Default)]
struct Around {
    /// True if no sentence continues in it from the line before.
    fresh: bool,
    /// True if no sentence continues from it in the next line.
    whole: bool,
    /// True if it may repeat another line or be repeated.
    counts: bool,
    /// True if it is more than the short last line of a wrapped paragraph.
    own: bool,
}

impl Around {
    fn alone(self) -> bool {
        self.fresh && self.whole
    }
}

/// The greatest number of headlines below a `Lire aussi :` that stands alone.
const LINKS: u8 = 5;

/// The greatest number of notes at the end of the last line of a story.
const NOTES: usize = 3;

/// How far above a closing line the last paragraph of the story may end, in lines.
const CLOSING: usize = 4;

/// A line of at most this many bytes is not a paragraph.
const SHORT: u32 = 40;

impl Zoner {
    /// Finds the zones of a text. `given` are sorted zones that the caller knows; no rule changes
    /// them.
    ///
    /// The tables hold composed letters, and the longest line of a kind is counted in bytes. So the
    /// zones of a decomposed text are those of the composed one.
    pub(crate) fn mark(
        &mut self,
        text: &str,
        rules: &ZoneRules,
        breaks: Breaks,
        given: &[(Span, ZoneKind)],
        zones: &mut Cover<ZoneKind>,
    ) -> Published {
        if let Cow::Borrowed(_) = nfc(text) {
            return self.mark_composed(text, rules, breaks, given, zones);
        }
        let Ok(composed) = Normalizer::nfc().map(text) else {
            // Its composed form is too long for offsets.
            return self.mark_composed(text, rules, breaks, given, zones);
        };
        let within = |(span, kind): &(Span, ZoneKind)| Some((composed.normal(*span)?, *kind));
        let given: Vec<_> = given.iter().filter_map(within).collect();
        let mut published = self.mark_composed(composed.text(), rules, breaks, &given, zones);
        for (end, _) in &mut zones.0 {
            let before = composed.original(Span::new(0, *end));
            *end = before.map_or(*end, |before| clamp(before.end()));
        }
        // Both edges may lie in one stretch of the original.
        zones.0.dedup_by_key(|(end, _)| *end);
        published.dateline = published
            .dateline
            .map(|dateline| dateline.map(|part| composed.original(part)));
        published
    }

    fn mark_composed(
        &mut self,
        text: &str,
        rules: &ZoneRules,
        breaks: Breaks,
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
        let (lines, pieces) = (&mut self.lines, &mut self.pieces);
        layout::arrange(lines, pieces, &mut self.units, text, rules);
        self.cut_inner(text, rules);
        self.write(text, zones);
        days.published()
    }

    /// Finds the lines that are not blank.
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
                    head: clamp(from),
                    start: clamp(from),
                    end: clamp(from + story.len()),
                    kind: kind.unwrap_or(ZoneKind::Body),
                    settled: kind.is_some(),
                    apart,
                    wrapped: false,
                    ends: is_terminated(story),
                    small: story.starts_with(char::is_lowercase),
                });
                apart = false;
            }
            start = next;
        }
    }

    /// Finds paragraphs that are wrapped at a fixed width: in most of their lines a sentence
    /// continues from the line before.
    fn find_wrapped(&mut self, breaks: Breaks) {
        let runs = |pair: &[Line]| match pair {
            [a, b] => !a.ends && b.small && a.end - a.start > SHORT / 2,
            _ => false,
        };
        for block in self.lines.chunk_by_mut(|_, after| !after.apart) {
            let running = block.windows(2).filter(|pair| runs(pair)).count();
            let all = breaks == Breaks::Soft && block.len() > 1 || 3 * running > block.len();
            if !all && running == 0 {
                continue;
            }
            let mut before = false;
            for index in 0..block.len() {
                let after = block.get(index..index + 2).is_some_and(runs);
                if let Some(line) = block.get_mut(index) {
                    line.wrapped = all || before || after;
                }
                before = after;
            }
        }
    }

    /// Judges each line alone.
    fn read_lines(&mut self, text: &str, rules: &ZoneRules, breaks: Breaks) -> Days {
        let mut days = Days::default();
        // Whether there was a paragraph, how many headlines may follow, and how many dates stood
        // alone.
        let (mut told, mut links, mut dates) = (false, 0, 0);
        for index in 0..self.lines.len() {
            let around = self.around(text, index, breaks);
            // This is computed for every line, because a line that a rule knows may be repeated by
            // one that no rule knows.
            let repeated = around.counts && self.is_repeated(text, index) && around.own;
            let Some(line) = self.lines.get_mut(index) else {
                break;
            };
            links = if line.apart { 0 } else { links };
            if line.settled {
                continue;
            }
            let story = line.of(text);
            let head = around.fresh.then(|| line::head(story, rules)).flatten();
            let all = head.filter(|head| around.whole && head.length == story.len());
            if let Some(head) = all {
                line.settle(head.kind);
                days.note(head);
                let bare = head.kind == ZoneKind::ReadAlso && head.bare;
                links = if bare { LINKS } else { 0 };
                continue;
            }
            let marked = around.alone().then(|| line::by_marks(story)).flatten();
            let linked = links > 0 && !line.ends && !line.wrapped;
            links = if linked { links - 1 } else { 0 };
            if let Some(kind) = marked.or(linked.then_some(ZoneKind::ReadAlso)) {
                line.settle(kind);
                continue;
            }
            let lone = || Lone::read(story, line.start, rules);
            let lone = around.alone().then(lone).flatten();
            if repeated {
                self.settle(index, ZoneKind::Repeated);
                continue;
            }
            if let Some(lone) = lone {
                dates += 1;
                if dates == 1 && !told {
                    self.settle(index, lone.kind());
                    days.lone = Some((lone, index));
                    continue;
                }
                // A single date is that of the article. Several dates belong to the story.
                if let Some((_, index)) = days.lone.take()
                    && let Some(line) = self.lines.get_mut(index)
                {
                    (line.kind, line.settled) = (ZoneKind::Body, false);
                }
            }
            if around.fresh {
                self.cut_head(text, rules, index, head, !told, &mut days);
            }
            let line = self.lines.get(index);
            told |= line.is_some_and(|line| line.ends && line.end - line.start > SHORT);
        }
        days
    }

    fn settle(&mut self, index: usize, kind: ZoneKind) {
        if let Some(line) = self.lines.get_mut(index) {
            line.settle(kind);
        }
    }

    fn around(&self, text: &str, index: usize, breaks: Breaks) -> Around {
        let Some(line) = self.lines.get(index) else {
            return Around::default();
        };
        let before = index.checked_sub(1).and_then(|index| self.lines.get(index));
        let after = self.lines.get(index + 1).filter(|after| !after.apart);
        let hard = breaks == Breaks::Hard;
        let long = line.end - line.start >= SHORT;
        let goes_on = |after: &Line| after.wrapped && (after.small || !hard && long);
        let fresh = line.apart
            || !line.wrapped
            || before.is_none_or(|before| before.settled || before.ends);
        let twice = || before.is_some_and(|before| before.all(text) == line.all(text));
        Around {
            fresh,
            whole: line.ends || !after.is_some_and(goes_on),
            counts: hard || line.apart && after.is_none(),
            own: fresh || long || twice(),
        }
    }

    /// Cuts metadata and a dateline off the start of a line. `first` is true until the story has
    /// begun.
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

    /// Returns true if the same line occurred before. A line without letters and digits does not
    /// count.
    fn is_repeated(&mut self, text: &str, index: usize) -> bool {
        let (lines, hasher) = (&self.lines, &self.hasher);
        let line = |index: u32| lines.get(index as usize).map_or("", |line| line.all(text));
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

    /// Finds what stands below the story and at the end of its last line.
    fn read_closing(&mut self, text: &str, rules: &ZoneRules) {
        for index in (0..self.lines.len()).rev() {
            let (above, rest) = self.lines.split_at_mut(index);
            let Some(line) = rest.first_mut().filter(|line| !line.settled) else {
                continue;
            };
            let story = line.of(text);
            let near = above
                .get(index.saturating_sub(CLOSING)..)
                .unwrap_or_default();
            let is_prose = |it: &Line| !it.settled && it.ends && it.end - it.start > SHORT;
            let kind = closing::whole(story, rules).filter(|_| near.iter().any(is_prose));
            // Several names below each other are a list and no signature.
            let name = |it: &Line| !it.settled && closing::is_name(it.of(text), rules);
            let listed = closing::is_name(story, rules) && near.last().is_some_and(name);
            match kind.filter(|_| !listed) {
                Some(kind) => line.settle(kind),
                None => {
                    // `bur-mrb/lp © Agence France-Presse` has two notes.
                    let cut = |_: &usize| self.cut_tail(text, rules, index);
                    let _ = (0..NOTES).take_while(cut).count();
                    return;
                }
            }
        }
    }

    /// Cuts a source, a signature or a link to another article off the end of a line.
    /// Returns true if there was one.
    fn cut_tail(&mut self, text: &str, rules: &ZoneRules, index: usize) -> bool {
        let Some(line) = self.lines.get_mut(index) else {
            return false;
        };
        let Some((kind, from)) = closing::tail(line.of(text), rules) else {
            return false;
        };
        let start = line.start + clamp(from);
        line.end = start;
        line.end = line.start + clamp(line.of(text).trim_end_matches(is_blank).len());
        self.pieces.push(Piece { start, kind });
        true
    }

    /// Cuts what is no story out of paragraphs. The story goes on behind it.
    fn cut_inner(&mut self, text: &str, rules: &ZoneRules) {
        let finder = inner::Finder::new(rules);
        for line in &mut self.lines {
            let (story, around) = (line.of(text), line.kind);
            if line.settled || !matches!(around, ZoneKind::Body | ZoneKind::Lede) {
                continue;
            }
            let (from, mut next) = (line.start, 0);
            while let Some(part) = finder.next(story, next) {
                let rest = story.get(part.end..).unwrap_or_default();
                next = story.len() - rest.trim_start_matches(is_blank).len();
                let mut put = |at: usize, kind| {
                    let start = from + clamp(at);
                    self.pieces.push(Piece { start, kind });
                };
                if part.start == 0 {
                    line.kind = part.kind;
                } else {
                    put(part.start, part.kind);
                }
                if next < story.len() {
                    put(next, around);
                }
            }
        }
    }

    /// Writes the lines and their pieces as zones.
    fn write(&mut self, text: &str, zones: &mut Cover<ZoneKind>) {
        self.pieces.sort_by_key(|piece| piece.start);
        zones.0.clear();
        let mut pieces = self.pieces.iter().peekable();
        let mut open = None;
        let mut put = |start: u32, kind| {
            // Neighbouring lines of body, lede or quotation are one zone. Neighbouring lines of
            // another kind stay separate zones.
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
