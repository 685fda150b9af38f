//! Sentences: which tokens are the last of theirs.

use std::ops::Range;

use super::chars::is_hyphen;
use crate::document::layers::{Sentences, Tokens};
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

impl Splitter<'_> {
    /// Appends the sentences of `range` to `sentences`; the last one ends for `reason`.
    pub(crate) fn split(&self, range: Range<usize>, reason: EndReason, sentences: &mut Sentences) {
        let mut start = range.start;
        let mut seen = Seen::Nothing;
        let mut quoted = false;
        for index in range.clone() {
            let next = index + 1;
            if next == range.end {
                sentences.push(next, reason);
                break;
            }
            let text = self.token(index);
            if text == "\"" {
                quoted = self.opens_by_space(index).unwrap_or(!quoted);
            }
            seen = self.see(seen, index, start, quoted);
            let end = if self.breaks_line(index) {
                Some(EndReason::LineBreak)
            } else if seen != Seen::Nothing && self.starts(next, range.end, seen, quoted) {
                Some(EndReason::Stop)
            } else {
                None
            };
            if let Some(reason) = end {
                sentences.push(next, reason);
                if reason == EndReason::LineBreak {
                    // A quotation mark without its fellow must not turn the whole text around.
                    quoted = false;
                }
                start = next;
                seen = Seen::Nothing;
            }
        }
    }

    fn token(&self, index: usize) -> &str {
        self.tokens.span(index).of(self.text)
    }

    /// The white space after a token.
    fn gap(&self, index: usize) -> &str {
        let (end, start) = (
            self.tokens.span(index).end(),
            self.tokens.span(index + 1).start(),
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
        let text = self.token(index);
        match text {
            "." => {
                // `1.` at the head of an item of a list.
                let item = index == start + 1 && self.tokens.kind(start) == TokenKind::Number;
                if item { Seen::Nothing } else { Seen::Stop }
            }
            "!" | "?" | "…" | "‼" | "⁇" | "⁈" | "⁉" => Seen::Mark,
            "。" | "！" | "？" | "।" | "॥" | "؟" | "۔" | "።" | "։" => Seen::Stop,
            _ if text.starts_with("..") => Seen::Mark,
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
        match self.token(index) {
            "»" | "”" | "›" | ")" | "]" | "}" | "''" | "’’" | "&#39;&#39;" => true,
            "\"" => !quoted,
            "’" | "'" => {
                index > 0 && self.tokens.span(index - 1).end() == self.tokens.span(index).start()
            }
            _ => false,
        }
    }

    /// Whether a sentence may begin with the token at `index`, after what was seen.
    fn starts(&self, index: usize, end: usize, seen: Seen, quoted: bool) -> bool {
        let text = self.token(index);
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
        let opens = text == "``"
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
