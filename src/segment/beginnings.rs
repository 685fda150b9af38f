//! Whether a sentence may begin with a token.

use super::boundary::BoundaryModel;
use super::chars::{is_caseless, is_hyphen, letters};
use super::splitter::{LOOK_AHEAD, Source, Splitter, Terminator};
use super::terminals::{self, bare};
use crate::document::{Stop, TokenKind};
use crate::normalize::is_apostrophe;

impl<T: Source, J: BoundaryModel> Splitter<'_, T, J> {
    /// Whether a sentence may begin with the token at `index`, after the terminator that was read.
    pub(super) fn starts(&self, index: usize) -> bool {
        let (seen, quoted) = (self.open.seen, self.open.quoted);
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
        if seen == Terminator::Abbreviation {
            return self.starts_after_abbreviation(index);
        }
        if self.ties(index, text) || self.is_tied(index) {
            return false;
        }
        let opens = text == "``"
            || terminals::opens(first)
            || first == '*' && index > 0 && terminals::is_stop(bare(self.token(index - 1)))
            || matches!(
                first,
                '«' | '»'
                    | '“'
                    | '”'
                    | '„'
                    | '‘'
                    | '‹'
                    | '('
                    | '['
                    | '"'
                    | '¿'
                    | '¡'
                    | '•'
                    | '–'
                    | '—'
            )
            || is_apostrophe(first)
            || is_hyphen(first) && (text.len() == first.len_utf8() || self.is_dash(index));
        if opens {
            // An opening mark before a small letter goes on with the sentence: `Non ! (dit-il)`.
            let inner = (index + 1..index + LOOK_AHEAD)
                .take_while(|inner| self.tokens.get(*inner).is_some())
                .find(|inner| self.kind(*inner) != TokenKind::Punctuation);
            // `„Wie es war…“ (1992)`
            let dated = || {
                seen == Terminator::Mark
                    && index > 0
                    && self.closes(index - 1, quoted)
                    && self.is_number_in_brackets(index)
            };
            if dated() {
                return false;
            }
            // `’Yan`
            let word = text.trim_start_matches(is_apostrophe);
            return inner.is_none_or(|inner| !self.token(inner).starts_with(char::is_lowercase))
                || seen == Terminator::Stop && matches!(first, '•' | '–' | '—' | '¿' | '¡')
                || matches!(first, '"' | '“' | '«' | '„') && self.ends_fully(index)
                || word.len() < text.len() && word.starts_with(char::is_uppercase);
        }
        // `iPhones` begins like a word with a capital.
        let brand = || letters(text).nth(1).is_some_and(char::is_uppercase);
        if first.is_lowercase() && !brand() {
            return self.rules.sentences.small_starts && self.ends_plainly(index);
        }
        first.is_uppercase()
            || first.is_alphabetic()
            || first.is_numeric()
            || !matches!(
                self.kind(index),
                TokenKind::Punctuation | TokenKind::Symbol | TokenKind::Other
            )
    }

    /// Whether the token at `index` is a dash as a typewriter has it, behind the full stop of a word: `--`,
    /// but not in `14.-- €` and `P. -- Mas`.
    fn is_dash(&self, index: usize) -> bool {
        let word = index.checked_sub(2).map_or("", |word| self.token(word));
        self.token(index).bytes().all(|byte| byte == b'-')
            && self.ends_plainly(index)
            && word.chars().nth(1).is_some()
    }

    /// Whether a number in brackets stands at `index`, such as the year of a work.
    fn is_number_in_brackets(&self, index: usize) -> bool {
        self.token(index) == "("
            && self.kind(index + 1) == TokenKind::Number
            && matches!(self.token(index + 2), ")" | ",")
    }

    /// Whether the token before `index` is a single mark that ends sentences.
    pub(super) fn ends_plainly(&self, index: usize) -> bool {
        let before = index.checked_sub(1);
        before.is_some_and(|before| {
            let counted = || {
                let word = before.checked_sub(1).map_or("", |word| self.token(word));
                self.rules.words.number_abbreviations.holds(word)
            };
            matches!(self.token(before), "." | "?" | "!")
                && !self.gap(before).is_empty()
                && !counted()
        })
    }

    /// Whether the token before `index` is the full stop of a long word in small letters: `… detto.
    /// "non è vero" …`.
    fn ends_fully(&self, index: usize) -> bool {
        let word = index.checked_sub(2).map_or("", |word| self.token(word));
        let small = |c: char| c.is_lowercase();
        self.ends_plainly(index) && word.chars().all(small) && word.chars().nth(4).is_some()
    }

    /// After `etc.` or `J.-C.`, a word with a capital begins a sentence, unless it has capitals
    /// inside.
    fn starts_after_abbreviation(&self, index: usize) -> bool {
        let text = self.token(index);
        text.starts_with(|c: char| c.is_uppercase() || is_caseless(c))
            && (self.rules.sentences.starters.holds(text)
                || self.rules.stops.tier(text) != Stop::No)
    }
}
