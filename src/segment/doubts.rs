//! Where the rules are in doubt, and the model decides.

use super::boundary::BoundaryModel;
use super::chars::{is_hyphen, letters};
use super::splitter::{Candidate, Source, Splitter, Terminator, is_short};
use crate::document::TokenKind;
use crate::normalize::is_apostrophe;

/// Fewer tokens before a colon announce what the sentence is about.
const SHORT: usize = 6;

/// Fewer tokens before a dash may be a dateline: the place and the agency.
const DATELINE: usize = 8;

/// A verb with its subject behind it has at most so many tokens: `se le demande-t-elle`.
const INVERSION: usize = 4;

impl<T: Source, J: BoundaryModel> Splitter<'_, T, J> {
    /// Whether the rules are in doubt about a place. `stop` is what they say of it.
    pub(super) fn doubts(&self, place: &Candidate<'_>, stop: bool) -> bool {
        let open = &self.open;
        let (index, text, next) = (place.index, place.token, place.next);
        let small = next.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        // Most words: without a mark no sentence ends before a small word.
        if small && open.seen == Terminator::Nothing && place.next_kind == TokenKind::Word {
            return false;
        }
        // No heading ends with `de`, `la` or `du`.
        if is_short(text.as_bytes()) && open.seen == Terminator::Nothing {
            return false;
        }
        if self.rules.sentences.model_only_headings && !self.may_end_heading(place) {
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
        let glued = place.gap.is_empty();
        // A mark that closes begins nothing, and `,”` ends nothing.
        let closes = || next != "\"" && self.closes(index + 1, open.quoted);
        let comma = || self.gap(index - 1).is_empty() && self.token(index - 1) == ",";
        if place.next_kind == TokenKind::Punctuation && closes()
            || matches!(text, "”" | "’" | "'" | "''" | "\"") && index > 0 && comma()
            || open.seen != Terminator::Nothing && self.is_tied(index + 1)
        {
            return false;
        }
        // A straight quotation mark that closes.
        if next == "\"" && (glued || open.quoted) && !self.gap(index + 1).is_empty() {
            return false;
        }
        if open.seen != Terminator::Nothing {
            // `Non ! (dit-il)`.
            if !stop && first == '(' {
                return false;
            }
            if !stop && first.is_lowercase() {
                // A small letter goes on with the sentence: `« Où va-t-il ? » demande-t-elle`,
                // `le gouv. fédéral`. But headings and lists may begin with one too. After an
                // ellipsis it always goes on: `3 km… peut-être plus`.
                if text != "." && self.is_inverted(index + 1) {
                    return false;
                }
                let mark = text != "." && text.ends_with(['.', '!', '?']) && !text.ends_with("..");
                let full = text == "."
                    && index > open.start + 2
                    && self.is_whole(index - 1)
                    && self.token(index - 1) != ".";
                return open.seen != Terminator::Abbreviation && (mark || full);
            }
            // These are sure: a full stop between a small word and a capital, and a stop inside
            // guillemets.
            let capital =
                first.is_uppercase() && letters(next).nth(1).is_none_or(char::is_lowercase);
            let small = text == "."
                && !open.quoted
                && index > open.start + 1
                && self.kind(index - 1) == TokenKind::Word
                && self.token(index - 1).len() > 3
                && self.token(index - 1).starts_with(char::is_lowercase);
            let bracket = text == ")" && self.token(index - 1) == ".";
            // `Quoi ?! Non !`, `Apple Inc. The firm`.
            let cry = capital && matches!(text, "?!" | "!?");
            let abbreviation = open.seen == Terminator::Abbreviation && index > open.start;
            let sure =
                capital && small || bracket || cry || abbreviation || matches!(text, "»" | "”");
            return !(stop && sure);
        }
        let inside = open.depth > 0 || glued && text != "\"";
        // `(21)` and `2)` number what follows.
        let item = open.item.is_some() && index <= open.start + 2;
        let numbered =
            text == ")" && index > 0 && (item || self.kind(index - 1) == TokenKind::Number);
        // `Coopération militaire : Le Niger …`
        let announced = text == ":" && index - open.start < SHORT;
        if inside || numbered || announced || text.ends_with('.') {
            return false;
        }
        let last = letters(text).next_back().unwrap_or_default();
        let ended = matches!(last, ':' | ';');
        if !ended && !last.is_alphanumeric() && !matches!(last, ')' | ']' | '»' | '”' | '"') {
            return false;
        }
        // A quotation belongs to the words that introduce it.
        if matches!(first, '«' | '“' | '"' | '„' | '‘' | '(') {
            return false;
        }
        let dash = is_hyphen(first) || matches!(first, '–' | '—');
        // `- Nausées - Maux de tête`
        let listed = || {
            open.first
                .is_some_and(|(span, _)| span.of(self.text) == next)
        };
        if dash && !glued && listed() && !self.gap(index + 1).is_empty() {
            return true;
        }
        // `Niamey (AFP) - Le général …`
        if dash && (last == ')' || !is_hyphen(first) || index - open.start < DATELINE) {
            return false;
        }
        // `comprenait Son Excellence Monsieur Diop`
        if self.rules.sentences.addresses.holds(self.token(index + 2)) {
            return false;
        }
        let head = self.token(self.head(index + 1));
        let shouted =
            |word: &str| letters(word).nth(1).is_some() && !word.contains(char::is_lowercase);
        // `A B C`
        let lone = |word: &str| {
            let mut letters = letters(word);
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
        };
        let spelt =
            || lone(head) && lone(text) && index > open.start && lone(self.token(index - 1));
        if head.starts_with(char::is_uppercase) {
            return !(shouted(head) && shouted(text) || spelt());
        }
        let address = |kind| matches!(kind, TokenKind::Url | TokenKind::Email);
        ended && matches!(next, "-" | "‐" | "‑" | "•")
            || address(place.kind) && address(place.next_kind)
    }

    /// Whether a heading without a mark may end at a place.
    fn may_end_heading(&self, place: &Candidate<'_>) -> bool {
        let (text, next) = (place.token, place.next);
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        // `Alexander De Croo`
        let named = || {
            let particle = self.rules.sentences.name_particles.holds(next);
            particle && capital(text) && capital(self.token(place.index + 2))
        };
        self.open.seen == Terminator::Nothing
            && text.ends_with(|c: char| c.is_alphanumeric() || c == ')')
            && !text.starts_with(is_apostrophe)
            && place.next_kind != TokenKind::Punctuation
            && !named()
    }

    /// Whether a verb with its subject behind it follows, which says whose question it was: `Pourquoi ? se
    /// demande-t-elle`.
    fn is_inverted(&self, index: usize) -> bool {
        let mut words =
            (index..index + INVERSION).take_while(|at| self.kind(*at) == TokenKind::Word);
        words.any(|at| at > index && self.token(at).starts_with(is_hyphen))
    }

    /// Whether a word is surely no abbreviation, listed or not.
    fn is_whole(&self, index: usize) -> bool {
        !self.rules.sentences.short_words_abbreviate || letters(self.token(index)).nth(4).is_some()
    }
}
