//! Sentences: which tokens are the last of theirs.

use std::ops::Range;

use super::boundary::{Features, Judge, Look, mix};
use super::chars::is_hyphen;
use super::terminals::{self, bare};
use crate::document::layers::{CERTAIN, Sentences, Tokens, score};
use crate::document::{EndReason, Stop, TokenKind};
use crate::lang::Rules;
use crate::normalize::is_apostrophe;
use crate::normalize::norm;

/// What a line break means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum LineBreaks {
    /// It ends a sentence: texts with a paragraph a line, the rule of the press on the web.
    #[default]
    Hard,
    /// Only an empty line does: texts wrapped at a column.
    Soft,
}

/// Splits a run of tokens into sentences.
#[derive(Debug)]
pub(crate) struct Splitter<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a Tokens,
    pub(crate) rules: &'static Rules,
    pub(crate) line_breaks: LineBreaks,
}

/// How many marks may stand before the word that tells whether a sentence begins.
const LOOK_AHEAD: usize = 8;

/// What has been seen since the last token that ends a sentence for sure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Nothing,
    /// A full stop, and perhaps what closes after it.
    Stop,
    /// A question mark, an exclamation mark or an ellipsis, and perhaps what closes.
    Mark,
    /// An abbreviation that may end a sentence.
    Abbreviation,
}

/// The sentence so far.
struct Course {
    /// Its first token.
    start: usize,
    seen: Seen,
    /// Whether a straight quotation mark is open.
    quoted: bool,
    /// The last straight quotation mark.
    quote: usize,
    /// How many brackets and guillemets are open.
    depth: u32,
    capitals: usize,
}

impl Course {
    fn new(start: usize) -> Self {
        Self {
            start,
            seen: Seen::Nothing,
            quoted: false,
            quote: start,
            depth: 0,
            capitals: 0,
        }
    }
}

/// A quotation mark without its fellow must not turn the whole text around.
const LONGEST_QUOTATION: usize = 100;

/// Fewer words before a colon are what the sentence is about.
const SHORT: usize = 6;

/// Fewer words before a dash may be place and agency.
const DATELINE: usize = 8;

/// How likely an end must be.
const LIKELY: f32 = 0.4;
/// How likely an end without any mark must be: news is full of capitals.
const SURE: f32 = 0.75;

impl Splitter<'_> {
    /// Appends the sentences of `range` to `sentences`; the last one ends for `reason`. Rules
    /// decide, and the judge where they leave doubt.
    pub(crate) fn split<J: Judge>(
        &self,
        range: Range<usize>,
        reason: EndReason,
        mut judge: Option<J>,
        sentences: &mut Sentences,
    ) {
        let mut course = Course::new(range.start);
        for index in range.clone() {
            let next = index + 1;
            if next == range.end {
                sentences.push(next, reason, CERTAIN);
                break;
            }
            self.follow(&mut course, index);
            let (reason, score) = if self.breaks_line(index) {
                (EndReason::LineBreak, CERTAIN)
            } else {
                let stop = course.seen != Seen::Nothing
                    && self.starts(next, range.end, course.seen, course.quoted);
                let judge = judge.as_mut();
                match judge.filter(|_| self.doubts(&course, index, range.end, stop)) {
                    None if stop => (EndReason::Stop, CERTAIN),
                    None => continue,
                    Some(judge) => {
                        let features = self.features(&course, index, range.end, stop);
                        let at = self.tokens.span(next).start();
                        let likely = judge.probability(at, stop, &features);
                        let marked = stop || !self.token(index).ends_with(char::is_alphanumeric);
                        if likely < if marked { LIKELY } else { SURE } {
                            continue;
                        }
                        let reason = if stop {
                            EndReason::Stop
                        } else {
                            EndReason::Model
                        };
                        (reason, score(likely))
                    }
                }
            };
            sentences.push(next, reason, score);
            let open = course.quoted && reason != EndReason::LineBreak;
            course = Course {
                quoted: open,
                quote: course.quote,
                ..Course::new(next)
            };
        }
    }

    /// Takes the token at `index` into the sentence so far.
    fn follow(&self, course: &mut Course, index: usize) {
        let text = self.token(index);
        if self.tokens.kind(index) == TokenKind::Word && !text.ends_with('.') {
            course.quoted &= index - course.quote < LONGEST_QUOTATION;
            course.capitals += usize::from(text.starts_with(char::is_uppercase));
            course.seen = Seen::Nothing;
            return;
        }
        match bare(text) {
            "\"" => {
                course.quoted = self.opens_by_space(index).unwrap_or(!course.quoted);
                course.quote = index;
            }
            "(" | "[" | "«" => course.depth += 1,
            ")" | "]" | "»" => course.depth = course.depth.saturating_sub(1),
            _ => {}
        }
        course.quoted &= index - course.quote < LONGEST_QUOTATION;
        course.capitals += usize::from(text.starts_with(char::is_uppercase));
        course.seen = self.see(course.seen, index, course.start, course.quoted);
    }

    /// Whether the rules leave in doubt that a sentence ends after the token at `index`; `stop`
    /// is what they say.
    fn doubts(&self, course: &Course, index: usize, end: usize, stop: bool) -> bool {
        let next = self.token(index + 1);
        let small = next.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        // Most words: nothing ends before a small one.
        if small && course.seen == Seen::Nothing && self.tokens.kind(index + 1) == TokenKind::Word {
            return false;
        }
        let text = self.token(index);
        // `de`, `la`, `du`: no heading ends so.
        let short = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_lowercase());
        if short && course.seen == Seen::Nothing {
            return false;
        }
        let Some(first) = next.chars().next() else {
            return false;
        };
        if matches!(
            first,
            '!' | '?' | '.' | '…' | ',' | ';' | ':' | ')' | ']' | '»' | '”' | '%' | '/'
        ) {
            return false;
        }
        let glued = self.gap(index).is_empty();
        // A straight quotation mark that closes.
        if next == "\"" && (glued || course.quoted) && !self.gap(index + 1).is_empty() {
            return false;
        }
        if course.seen != Seen::Nothing {
            if !stop && first.is_lowercase() {
                // `« Où va-t-il ? » demande-t-elle`, `le gouv. fédéral`; but headings and lists
                // begin small too.
                let mark = text != "." && text.ends_with(['.', '!', '?', '…']);
                let full = text == "." && index > course.start + 2 && self.is_whole(index - 1);
                return course.seen != Seen::Abbreviation && (mark || full);
            }
            // A small word, a stop, a capital; a stop in guillemets: nothing is surer.
            let capital =
                first.is_uppercase() && next.chars().nth(1).is_none_or(char::is_lowercase);
            let small = text == "."
                && !course.quoted
                && index > course.start + 1
                && self.tokens.kind(index - 1) == TokenKind::Word
                && self.token(index - 1).len() > 3
                && self.token(index - 1).starts_with(char::is_lowercase);
            let bracket = text == ")" && self.token(index - 1) == ".";
            return !(stop && (capital && small || bracket || matches!(text, "»" | "”")));
        }
        let open = course.depth > 0 || glued && text != "\"";
        // `(21)` and `2)` count what follows.
        let numbered = text == ")" && index > 0 && self.tokens.kind(index - 1) == TokenKind::Number;
        // `Coopération militaire : Le Niger …`
        let announced = text == ":" && index - course.start < SHORT;
        if open || numbered || announced || text.ends_with('.') {
            return false;
        }
        let last = text.chars().next_back().unwrap_or_default();
        let ended = matches!(last, ':' | ';');
        if !ended && !last.is_alphanumeric() && !matches!(last, ')' | ']' | '»' | '”' | '"') {
            return false;
        }
        // What is quoted goes on with the words that announce it.
        if matches!(first, '«' | '“' | '"' | '„' | '‘' | '(') {
            return false;
        }
        // `Niamey (AFP) - Le général …`
        let dash = matches!(first, '-' | '–' | '—');
        if dash && (last == ')' || first != '-' || index - course.start < DATELINE) {
            return false;
        }
        let head = self.token(self.head(index + 1, end));
        let shouted =
            |word: &str| word.chars().nth(1).is_some() && !word.contains(char::is_lowercase);
        if head.starts_with(char::is_uppercase) {
            return !(shouted(head) && shouted(text));
        }
        let address = |at: usize| matches!(self.tokens.kind(at), TokenKind::Url | TokenKind::Email);
        ended && matches!(next, "-" | "•") || address(index) && address(index + 1)
    }

    /// Whether a word is no abbreviation, not even one that no list holds.
    fn is_whole(&self, index: usize) -> bool {
        !self.rules.short_words_abbreviate || self.token(index).chars().nth(4).is_some()
    }

    /// The first token from `index` on that is no punctuation mark.
    fn head(&self, index: usize, end: usize) -> usize {
        (index..end.min(index + 3))
            .find(|at| self.tokens.kind(*at) != TokenKind::Punctuation)
            .unwrap_or(index)
    }

    fn look(&self, index: usize) -> Look {
        Look::of(self.token(index), self.tokens.kind(index))
    }

    /// What the words around the gap after `index` are like.
    fn features(&self, course: &Course, index: usize, end: usize, stop: bool) -> Features {
        let before = |back: usize| match index.checked_sub(back) {
            Some(at) if at >= course.start => self.look(at),
            _ => Look::default(),
        };
        let after = |at: usize| {
            if at < end {
                self.look(at)
            } else {
                Look::default()
            }
        };
        let head_at = self.head(index + 1, end);
        let (last, next, head) = (before(0), after(index + 1), after(head_at));
        // The last word before the marks at the end.
        let mut back = 0;
        while back < 3
            && index > course.start + back
            && self.tokens.kind(index - back) == TokenKind::Punctuation
        {
            back += 1;
        }
        let (word, word2, word3) = (before(back), before(back + 1), before(back + 2));
        let (head2, head3) = (after(head_at + 1), after(head_at + 2));
        let small = |at: usize| at < end && Rules::lists(self.rules.function_words, self.token(at));
        let (word_small, head_small) = (
            u64::from(small(index.saturating_sub(back))),
            u64::from(small(head_at)),
        );
        let length = index + 1 - course.start;
        let size = match length {
            0..=3 => length,
            4..=5 => 4,
            6..=8 => 5,
            9..=14 => 6,
            15..=24 => 7,
            25..=40 => 8,
            _ => 9,
        } as u64;
        let capitals = (4 * course.capitals / length) as u64;
        let punctuated = if back > 0 { last.norm } else { 0 };
        let mark = mix(course.seen as u64 * 2 + u64::from(stop), punctuated);
        let opened = if head_at > index + 1 { next.norm } else { 0 };
        let spaces = self.spaces(index) * 4 + self.spaces(index + 1);
        let coming = self.coming(index + 1, end);
        let within = u64::from(course.quoted) * 2 + u64::from(course.depth > 0);

        let mut features = Features::new(mark);
        features.add(&[word.norm]);
        features.add(&[word.shape]);
        features.add(&[word.suffix]);
        features.add(&[head.norm]);
        features.add(&[head.shape]);
        features.add(&[head.suffix]);
        features.add(&[opened]);
        features.add(&[opened, head.case]);
        features.add(&[word.shape, head.shape]);
        features.add(&[word.case, head.norm]);
        features.add(&[word.norm, head.case]);
        features.add(&[word.norm, head.norm]);
        features.add(&[word2.norm]);
        features.add(&[word2.shape]);
        features.add(&[word2.norm, word.norm]);
        features.add(&[word2.case, word.case, head.case]);
        features.add(&[word3.norm]);
        features.add(&[head2.norm]);
        features.add(&[head2.shape]);
        features.add(&[head2.suffix]);
        features.add(&[head.norm, head2.norm]);
        features.add(&[head.case, head2.case, head3.case]);
        features.add(&[head_small, head2.case, head3.case, word.case]);
        features.add(&[head3.norm]);
        features.add(&[word_small, head_small, word.case, head.case]);
        features.add(&[word_small, head_small, size]);
        features.add(&[word_small, head_small, within]);
        features.add(&[size]);
        features.add(&[size, capitals]);
        features.add(&[size, word.case, head.case]);
        features.add(&[capitals, head_small]);
        features.add(&[after(course.start).norm]);
        features.add(&[after(course.start).shape, size]);
        features.add(&[within, opened]);
        features.add(&[within, spaces]);
        features.add(&[spaces, opened]);
        features.add(&[coming]);
        features.add(&[coming, head_small]);
        features.add(&[coming, size]);
        // What begins a sentence begins one after any mark.
        features.unmark();
        features.add(&[head.norm]);
        features.add(&[head.norm, head2.norm]);
        features.add(&[head.norm, head2.case]);
        features.add(&[head.suffix, head.case]);
        features.add(&[head_small, head.case, head2.case, head3.case]);
        features.add(&[word.norm]);
        features
    }

    /// What stands after a token: nothing, a plain space, or any other white space.
    fn spaces(&self, index: usize) -> u64 {
        match self.gap(index) {
            "" => 0,
            " " => 1,
            _ => 2,
        }
    }

    /// How far the next stop is, and whether small words, a colon or a comma come before it.
    fn coming(&self, index: usize, end: usize) -> u64 {
        let mut distance = 0;
        let mut smalls = 0;
        let mut mark = 0;
        for at in index..end.min(index + 12) {
            let text = self.token(at);
            mark = match text {
                "." => 1,
                "!" | "?" | "…" | "..." => 2,
                ":" => 3,
                ";" => 4,
                "," => 5,
                _ => 0,
            };
            if mark != 0 {
                break;
            }
            distance += 1;
            smalls += u64::from(text.starts_with(char::is_lowercase));
        }
        let distance: u64 = match distance {
            0..=2 => distance,
            3..=5 => 3,
            6..=11 => 4,
            _ => 5,
        };
        (distance * 4 + smalls.min(3)) * 8 + mark
    }

    fn token(&self, index: usize) -> &str {
        self.tokens.span(index).of(self.text)
    }

    /// The white space after a token.
    fn gap(&self, index: usize) -> &str {
        let next = index + 1;
        if next >= self.tokens.len() {
            return "";
        }
        let (end, start) = (
            self.tokens.span(index).end(),
            self.tokens.span(next).start(),
        );
        self.text.get(end..start).unwrap_or_default()
    }

    fn breaks_line(&self, index: usize) -> bool {
        let gap = self.gap(index);
        if gap == " " || gap.is_empty() {
            return false;
        }
        let mut breaks = 0;
        let mut last = '\0';
        for c in gap.chars() {
            let again = c == '\n' && last == '\r';
            breaks += usize::from(crate::document::is_line_break(c) && !again);
            last = c;
        }
        breaks > usize::from(self.line_breaks == LineBreaks::Soft)
    }

    /// What stands before the end of the token at `index`.
    fn see(&self, before: Seen, index: usize, start: usize, quoted: bool) -> Seen {
        let text = bare(self.token(index));
        match text {
            "." => {
                // `1.` at the head of an item of a list.
                let item = index == start + 1 && self.tokens.kind(start) == TokenKind::Number;
                if item { Seen::Nothing } else { Seen::Stop }
            }
            "!" | "?" | "…" | "‼" | "⁇" | "⁈" | "⁉" => Seen::Mark,
            "" => before,
            _ if terminals::is_stop(text) => Seen::Stop,
            _ if text.starts_with("..") || text.starts_with(['!', '?']) => Seen::Mark,
            _ if Rules::lists(self.rules.closing_marks, text) => Seen::Stop,
            _ if before != Seen::Nothing && self.closes(index, quoted) => before,
            _ if text.ends_with('.') && text.len() > 2 => {
                let bare = text.trim_end_matches('.');
                let closing = Rules::lists(self.rules.closing_abbreviations, bare);
                let letters = bare.contains('.');
                if closing || letters {
                    Seen::Abbreviation
                } else {
                    Seen::Nothing
                }
            }
            _ => Seen::Nothing,
        }
    }

    /// Whether the token at `index` closes a quotation or a bracket.
    fn closes(&self, index: usize, quoted: bool) -> bool {
        match bare(self.token(index)) {
            "»" | "”" | "›" | ")" | "]" | "}" | "''" | "’’" | "&#39;&#39;" => true,
            "\"" => !quoted,
            "’" | "'" => {
                index > 0 && self.tokens.span(index - 1).end() == self.tokens.span(index).start()
            }
            text => terminals::closes(text),
        }
    }

    /// Whether a sentence may begin with the token at `index`, after what was seen.
    fn starts(&self, index: usize, end: usize, seen: Seen, quoted: bool) -> bool {
        let text = bare(self.token(index));
        let Some(first) = text.chars().next() else {
            return false;
        };
        let closing_quote = text == "\"" && !self.opens_by_space(index).unwrap_or(!quoted);
        if closing_quote || self.closes(index, quoted) && text != "\"" {
            return false;
        }
        if matches!(first, '!' | '?' | '.' | '…' | ',' | ';' | ':') {
            return false;
        }
        if seen == Seen::Abbreviation {
            return self.starts_after_abbreviation(index);
        }
        if self.goes_on(index, text, quoted) {
            return false;
        }
        let opens = text == "``"
            || terminals::opens(first)
            || first == '*' && index > 0 && terminals::is_stop(bare(self.token(index - 1)))
            || matches!(
                first,
                '«' | '“' | '„' | '‘' | '‹' | '(' | '[' | '"' | '¿' | '¡' | '•' | '–' | '—'
            )
            || is_apostrophe(first)
            || is_hyphen(first) && text.len() == first.len_utf8();
        if opens {
            // What opens with a small letter goes on with the sentence: `Non ! (dit-il)`.
            let inner = (index + 1..end.min(index + LOOK_AHEAD))
                .find(|inner| self.tokens.kind(*inner) != TokenKind::Punctuation);
            return inner.is_none_or(|inner| !self.token(inner).starts_with(char::is_lowercase))
                || seen == Seen::Stop && matches!(first, '•' | '–' | '—');
        }
        if first.is_lowercase() {
            return self.rules.small_starts && self.ends_plainly(index);
        }
        first.is_uppercase()
            || first.is_alphabetic()
            || first.is_numeric()
            || !matches!(
                self.tokens.kind(index),
                TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Other
            )
    }

    /// Whether the token at `index` ties what was quoted before it to its sentence: `「…。」と`.
    fn goes_on(&self, index: usize, text: &str, quoted: bool) -> bool {
        Rules::lists(self.rules.quotation_particles, text)
            && index > 0
            && self.gap(index - 1).is_empty()
            && self.closes(index - 1, quoted)
    }

    /// Whether the `"` at `index` opens, if the language goes by the space on one side of it.
    fn opens_by_space(&self, index: usize) -> Option<bool> {
        if !self.rules.tight_quotes || index == 0 || index + 1 >= self.tokens.len() {
            return None;
        }
        let (before, after) = (self.gap(index - 1), self.gap(index));
        (before.is_empty() != after.is_empty()).then_some(after.is_empty())
    }

    /// Whether a mark that ends sentences, and only one, stands before the token at `index`.
    fn ends_plainly(&self, index: usize) -> bool {
        let before = index.checked_sub(1);
        before.is_some_and(|before| {
            matches!(self.token(before), "." | "?" | "!") && !self.gap(before).is_empty()
        })
    }

    /// After `etc.` or `J.-C.`, a capital begins a sentence if the word is one that has none
    /// inside.
    fn starts_after_abbreviation(&self, index: usize) -> bool {
        let text = self.token(index);
        text.starts_with(char::is_uppercase) && self.rules.stop(&norm(text)) != Stop::No
    }
}
