//! Which tokens are the last of their sentences.

use super::boundary::Judge;
use super::chars::is_hyphen;
use super::terminals::{self, bare};
use crate::document::layers::{CERTAIN, Tokens, score};
use crate::document::{EndReason, Stop, TokenKind};
use crate::lang::Rules;
use crate::normalize::is_apostrophe;
use crate::span::Span;

/// What a line break means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum LineBreaks {
    /// It ends a sentence: texts with a paragraph a line, the rule of the press on the web.
    #[default]
    Hard,
    /// Only an empty line does: texts wrapped at a column.
    Soft,
}

/// Where a splitter finds tokens by their number.
pub(crate) trait Source {
    /// A token, if it is there.
    fn get(&self, index: usize) -> Option<(Span, TokenKind)>;
}

impl Source for &Tokens {
    #[inline]
    fn get(&self, index: usize) -> Option<(Span, TokenKind)> {
        let (start, end) = (self.start.get(index)?, self.end.get(index)?);
        Some((Span::new(*start, *end), *self.kind.get(index)?))
    }
}

/// Splits tokens into sentences: asked about each in turn, whether one ends after it.
#[derive(Debug)]
pub(crate) struct Splitter<'a, T, J> {
    pub(super) text: &'a str,
    pub(super) tokens: T,
    pub(super) rules: &'static Rules,
    line_breaks: LineBreaks,
    pub(super) judge: Option<J>,
    pub(super) course: Course,
}

/// A splitter looks at no token that is further ahead or back, save the first of its sentence.
pub(super) const REACH: usize = 14;

/// What the first byte of a token says of the gap between a plain word and it.
#[derive(Clone, Copy)]
enum Ahead {
    /// A sentence may begin here.
    Begins,
    /// A small letter.
    Small,
    /// A digit, or a mark that leaves no doubt.
    Nothing,
    /// U+00C0 to U+00FF.
    Latin,
    /// `«` or `»`, or another mark.
    Guillemet,
}

impl Ahead {
    #[inline]
    fn of(byte: u8) -> Self {
        match byte {
            b'a'..=b'z' => Self::Small,
            b'0'..=b'9' => Self::Nothing,
            b'!' | b'?' | b'.' | b',' | b';' | b':' | b'(' | b')' | b']' | b'%' | b'/' | b'"' => {
                Self::Nothing
            }
            0xc3 => Self::Latin,
            0xc2 => Self::Guillemet,
            _ => Self::Begins,
        }
    }
}

/// How many marks may stand before the word that tells whether a sentence begins.
const LOOK_AHEAD: usize = 8;

/// What has been seen since the last token that ends a sentence for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    Nothing,
    /// A full stop, and perhaps what closes after it.
    Stop,
    /// A question mark, an exclamation mark or an ellipsis, and perhaps what closes.
    Mark,
    /// An abbreviation that may end a sentence.
    Abbreviation,
}

/// The sentence so far.
#[derive(Debug)]
pub(super) struct Course {
    /// Its first token.
    pub(super) start: usize,
    pub(super) first: Option<(Span, TokenKind)>,
    pub(super) seen: Seen,
    /// Whether a straight quotation mark is open.
    pub(super) quoted: bool,
    /// The last straight quotation mark.
    quote: usize,
    /// How many brackets and guillemets are open.
    pub(super) depth: u32,
    pub(super) capitals: usize,
}

impl Course {
    fn new(start: usize, tokens: &impl Source) -> Self {
        Self {
            start,
            first: tokens.get(start),
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

impl<'a, T: Source, J: Judge> Splitter<'a, T, J> {
    /// A splitter that begins at the token `first`. Rules decide, and the judge where they leave
    /// doubt.
    pub(crate) fn new(
        text: &'a str,
        tokens: T,
        first: usize,
        rules: &'static Rules,
        line_breaks: LineBreaks,
        judge: Option<J>,
    ) -> Self {
        Self {
            text,
            course: Course::new(first, &tokens),
            tokens,
            rules,
            line_breaks,
            judge,
        }
    }

    /// Whether a sentence ends after the token at `index`, and why and how surely. To be asked of
    /// one token after the other, but for the last.
    #[inline]
    pub(crate) fn end_after(&mut self, index: usize) -> Option<(EndReason, u8)> {
        if self.goes_on(index) {
            return None;
        }
        self.end_by_rules(index)
    }

    /// Most tokens: a plain word before anything that begins no sentence. Says only what
    /// [`end_by_rules`](Self::end_by_rules) says too.
    #[inline]
    fn goes_on(&mut self, index: usize) -> bool {
        let (Some((span, kind)), Some((next, next_kind))) =
            (self.tokens.get(index), self.tokens.get(index + 1))
        else {
            return false;
        };
        let text = self.text.as_bytes();
        let byte = |at: usize| text.get(at).copied().unwrap_or_default();
        let (start, end, next) = (span.start(), span.end(), next.start());
        let (first, last) = (byte(start), byte(end - 1));
        let spaced = next == end || next == end + 1 && byte(end) == b' ';
        let plain = match kind {
            TokenKind::Word | TokenKind::Number => {
                let ahead = match Ahead::of(byte(next)) {
                    Ahead::Begins => false,
                    Ahead::Small => next_kind == TokenKind::Word,
                    Ahead::Nothing => true,
                    // `é` is a small letter, `É` is not; `«` and `»`.
                    Ahead::Latin => next_kind == TokenKind::Word && byte(next + 1) > 0x9e,
                    Ahead::Guillemet => matches!(byte(next + 1), 0xab | 0xbb),
                };
                let bytes = text.get(start..end).unwrap_or_default();
                let elides = || last == b'\'' || bytes.ends_with("’".as_bytes());
                let small = || bytes.len() <= 3 && bytes.iter().all(u8::is_ascii_lowercase);
                last != b'.' && (ahead || kind == TokenKind::Word && (small() || elides()))
            }
            _ => first == b',' && end - start == 1,
        };
        if !(plain && spaced) {
            return false;
        }
        let capital = if first.is_ascii() {
            first.is_ascii_uppercase()
        } else {
            self.token(index).starts_with(char::is_uppercase)
        };
        self.course.capitals += usize::from(capital);
        self.course.seen = Seen::Nothing;
        true
    }

    #[inline(never)]
    fn end_by_rules(&mut self, index: usize) -> Option<(EndReason, u8)> {
        self.follow(index);
        let (reason, score) = if self.breaks_line(index) {
            (EndReason::LineBreak, CERTAIN)
        } else {
            let stop = self.course.seen != Seen::Nothing && self.starts(index + 1);
            let doubtful = self.judge.is_some() && self.doubts(index, stop);
            let features = if doubtful {
                Some(self.features(index, stop)?)
            } else {
                None
            };
            match (features, &mut self.judge) {
                (Some(features), Some(judge)) => {
                    let at = self.tokens.get(index + 1)?.0.start();
                    let likely = judge.probability(at, stop, &features);
                    let marked = stop || !self.token(index).ends_with(char::is_alphanumeric);
                    if likely < if marked { LIKELY } else { SURE } {
                        return None;
                    }
                    let reason = if stop {
                        EndReason::Stop
                    } else {
                        EndReason::Model
                    };
                    (reason, score(likely))
                }
                _ if stop => (EndReason::Stop, CERTAIN),
                _ => return None,
            }
        };
        let open = self.course.quoted && reason != EndReason::LineBreak;
        self.course = Course {
            quoted: open,
            quote: self.course.quote,
            ..Course::new(index + 1, &self.tokens)
        };
        Some((reason, score))
    }

    /// Takes the token at `index` into the sentence so far.
    fn follow(&mut self, index: usize) {
        let text = self.token(index);
        let word = self.kind(index) == TokenKind::Word && !text.ends_with('.');
        let mut course = Course { ..self.course };
        match bare(text) {
            _ if word => {}
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
        course.seen = if word {
            Seen::Nothing
        } else {
            self.see(course.seen, index, course.start, course.quoted)
        };
        self.course = course;
    }

    /// Whether the rules leave in doubt that a sentence ends after the token at `index`; `stop`
    /// is what they say.
    fn doubts(&self, index: usize, stop: bool) -> bool {
        let course = &self.course;
        let next = self.token(index + 1);
        let small = next.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        // Most words: nothing ends before a small one.
        if small && course.seen == Seen::Nothing && self.kind(index + 1) == TokenKind::Word {
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
            // `Non ! (dit-il)`.
            if !stop && first == '(' {
                return false;
            }
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
                && self.kind(index - 1) == TokenKind::Word
                && self.token(index - 1).len() > 3
                && self.token(index - 1).starts_with(char::is_lowercase);
            let bracket = text == ")" && self.token(index - 1) == ".";
            return !(stop && (capital && small || bracket || matches!(text, "»" | "”")));
        }
        let open = course.depth > 0 || glued && text != "\"";
        // `(21)` and `2)` count what follows.
        let numbered = text == ")" && index > 0 && self.kind(index - 1) == TokenKind::Number;
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
        let head = self.token(self.head(index + 1));
        let shouted =
            |word: &str| word.chars().nth(1).is_some() && !word.contains(char::is_lowercase);
        if head.starts_with(char::is_uppercase) {
            return !(shouted(head) && shouted(text));
        }
        let address = |at: usize| matches!(self.kind(at), TokenKind::Url | TokenKind::Email);
        ended && matches!(next, "-" | "•") || address(index) && address(index + 1)
    }

    /// Whether a word is no abbreviation, not even one that no list holds.
    fn is_whole(&self, index: usize) -> bool {
        !self.rules.short_words_abbreviate || self.token(index).chars().nth(4).is_some()
    }

    /// The first token from `index` on that is no punctuation mark.
    pub(super) fn head(&self, index: usize) -> usize {
        (index..index + 3)
            .take_while(|at| self.tokens.get(*at).is_some())
            .find(|at| self.kind(*at) != TokenKind::Punctuation)
            .unwrap_or(index)
    }

    pub(super) fn token(&self, index: usize) -> &'a str {
        let token = self.tokens.get(index);
        token.map_or("", |(span, _)| span.of(self.text))
    }

    pub(super) fn kind(&self, index: usize) -> TokenKind {
        let token = self.tokens.get(index);
        token.map_or(TokenKind::Other, |(_, kind)| kind)
    }

    /// The white space after a token.
    pub(super) fn gap(&self, index: usize) -> &'a str {
        match (self.tokens.get(index), self.tokens.get(index + 1)) {
            (Some((span, _)), Some((next, _))) => {
                self.text.get(span.end()..next.start()).unwrap_or_default()
            }
            _ => "",
        }
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
                let item = index == start + 1 && self.kind(start) == TokenKind::Number;
                if item { Seen::Nothing } else { Seen::Stop }
            }
            "!" | "?" | "…" | "‼" | "⁇" | "⁈" | "⁉" => Seen::Mark,
            "" => before,
            _ if terminals::is_stop(text) => Seen::Stop,
            _ if text.starts_with("..") || text.starts_with(['!', '?']) => Seen::Mark,
            _ if self.rules.closing_marks.holds(text) => Seen::Stop,
            _ if before != Seen::Nothing && self.closes(index, quoted) => before,
            _ if text.ends_with('.') && text.len() > 2 => {
                let bare = text.trim_end_matches('.');
                let closing = self.rules.closing_abbreviations.holds(bare);
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
            "’" | "'" => index > 0 && self.gap(index - 1).is_empty(),
            text => terminals::closes(text),
        }
    }

    /// Whether a sentence may begin with the token at `index`, after what was seen.
    fn starts(&self, index: usize) -> bool {
        let (seen, quoted) = (self.course.seen, self.course.quoted);
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
        if self.ties(index, text) {
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
            let inner = (index + 1..index + LOOK_AHEAD)
                .take_while(|inner| self.tokens.get(*inner).is_some())
                .find(|inner| self.kind(*inner) != TokenKind::Punctuation);
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
                self.kind(index),
                TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Other
            )
    }

    /// Whether the token at `index` ties what was quoted before it to its sentence: `「…。」と`.
    fn ties(&self, index: usize, text: &str) -> bool {
        self.rules.quotation_particles.holds(text)
            && index > 0
            && self.gap(index - 1).is_empty()
            && self.closes(index - 1, self.course.quoted)
    }

    /// Whether the `"` at `index` opens, if the language goes by the space on one side of it.
    fn opens_by_space(&self, index: usize) -> Option<bool> {
        if !self.rules.tight_quotes || index == 0 || self.tokens.get(index + 1).is_none() {
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
        text.starts_with(char::is_uppercase) && self.rules.stop(text) != Stop::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::segment::{Boundaries, Weights, words};
    use proptest::prelude::*;

    fn splitter<'a>(
        text: &'a str,
        tokens: &'a Tokens,
        language: Language,
    ) -> Splitter<'a, &'a Tokens, &'static Weights> {
        let judge = Boundaries::built_in().iter().find(|it| it.is_of(language));
        let breaks = LineBreaks::default();
        Splitter::new(text, tokens, 0, Rules::of(language), breaks, judge)
    }

    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => prop::sample::select(vec![
                "le", "de", "l’", "l'", "M.", "etc.", "J.-C.", "été", "État", "Le", "Niamey",
                "armée", "12", "3e", "2,5", "-", "–", "«", "»", "“", "”", "\"", "'", "’", "(", ")",
                "[", "]", "%", "/", "…", "...", ".", "!", "?", ",", ";", ":", "•", "AFP", "a.b",
                "http://a.fr", "€", "ñ", "ÿ", "×", "№", "да", "。", "\u{a0}",
            ])
            .prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
        ];
        let gap = prop::sample::select(vec![" ", " ", " ", "", "", "\u{a0}", "\n", "  "]);
        let pieces = prop::collection::vec((piece, gap).prop_map(|(it, gap)| it + gap), 0..60);
        pieces.prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..Default::default() })]

        #[test]
        fn the_glance_and_the_window_change_nothing(text in pieces()) {
            for language in [Language::FRENCH, Language::ENGLISH, Language::RUSSIAN] {
                let mut tokens = Tokens::default();
                for (span, kind) in words(&text, language) {
                    tokens.push(span, kind);
                }
                let mut quick = splitter(&text, &tokens, language);
                let mut slow = splitter(&text, &tokens, language);
                let mut ends = Vec::new();
                for index in 1..tokens.len() {
                    let end = quick.end_after(index - 1);
                    prop_assert_eq!(end, slow.end_by_rules(index - 1), "{} {:?} {}", language, text, index);
                    prop_assert_eq!(quick.course.capitals, slow.course.capitals);
                    ends.extend(end.map(|(reason, _)| (tokens.span(index - 1).end(), reason)));
                }
                ends.extend(tokens.end.last().map(|end| (*end as usize, EndReason::EndOfText)));
                let streamed: Vec<_> = crate::segment::sentences(&text, language)
                    .map(|(span, reason)| (span.end(), reason))
                    .collect();
                prop_assert_eq!(streamed, ends, "{} {:?}", language, text);
            }
        }
    }
}
