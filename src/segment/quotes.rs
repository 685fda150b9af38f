//! Quotation marks and brackets beside the end of a sentence, and what ties a quotation to the rest
//! of its sentence.

use super::boundary::BoundaryModel;
use super::chars::is_caseless;
use super::splitter::{LOOK_AHEAD, Source, Splitter};
use super::terminals::{self, bare};
use crate::document::TokenKind;

impl<T: Source, J: BoundaryModel> Splitter<'_, T, J> {
    /// Whether the `!` at `index` belongs to a name: `Yahoo! a vendu`. A word that begins sentences
    /// may follow the name too.
    pub(super) fn is_exclaimed(&self, index: usize) -> bool {
        let names = self.rules.sentences.exclaimed_names;
        let Some(last) = index.checked_sub(1).filter(|it| self.gap(*it).is_empty()) else {
            return false;
        };
        let (first, (last_span, _)) = match (last.checked_sub(1), self.tokens.get(last)) {
            (first, Some(last)) => (first.and_then(|it| self.tokens.get(it)), last),
            _ => return false,
        };
        let two = first.and_then(|(first, _)| self.text.get(first.start()..last_span.end()));
        let name = self.token(last).starts_with(char::is_uppercase)
            && names.holds(self.token(last))
            || two.is_some_and(|two| two.starts_with(char::is_uppercase) && names.holds(two));
        let next = self.token(index + 1);
        let sure = || next.starts_with(is_caseless) || !self.rules.begin_with(next);
        name && self.kind(index + 1) == TokenKind::Word && sure()
    }

    /// Whether the bracket at `index` closes a mark that stands alone: `(!)`.
    pub(super) fn is_aside(&self, index: usize) -> bool {
        let open = index.checked_sub(2);
        open.is_some_and(|open| {
            matches!(self.token(open), "(" | "（")
                && matches!(
                    self.token(open + 1),
                    "!" | "?" | "！" | "？" | "؟" | "?!" | "!!"
                )
        })
    }

    /// Whether the quotation mark at `index` closes by the space beside it: it stands tight behind
    /// a token, and not tight before a word.
    fn is_tail(&self, index: usize) -> bool {
        // A joiner behind a space is a token of no width.
        let behind =
            index > 0 && self.gap(index - 1).is_empty() && !bare(self.token(index - 1)).is_empty();
        behind && !self.is_before_word(index)
    }

    /// Whether a word stands tight behind the mark at `index`.
    fn is_before_word(&self, index: usize) -> bool {
        self.tokens.get(index + 1).is_some()
            && self.gap(index).is_empty()
            && self.kind(index + 1) != TokenKind::Punctuation
    }

    /// Whether the token at `index` is an ellipsis with which a quotation begins.
    pub(super) fn leads(&self, index: usize) -> bool {
        let text = self.token(index);
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        (text == "…" || text.starts_with(".."))
            && matches!(self.token(before), "«" | "“" | "„" | "``" | "「")
            && !self.closes(before, self.open.quoted)
    }

    /// Whether the token at `index` closes a quotation or a bracket.
    pub(super) fn closes(&self, index: usize, quoted: bool) -> bool {
        let inward = self.rules.sentences.inward_guillemets;
        let spaced = || index == 0 || !self.gap(index - 1).is_empty();
        match bare(self.token(index)) {
            "»" if inward => !(spaced() && self.is_before_word(index)),
            "«" if inward => self.is_tail(index),
            "”" => !(spaced() && self.is_before_word(index)),
            "“" | "‘" => self.is_tail(index),
            "''" | "’’" | "&#39;&#39;" => !(spaced() && self.is_before_word(index)),
            // `любовь? ``.`, with the wrong mark and a space too many.
            "``" => self.gap(index).is_empty() && self.ends_plainly(index + 2),
            "»" | "›" | ")" | "]" | "}" => true,
            "\"" => !quoted,
            "’" | "'" => index > 0 && self.gap(index - 1).is_empty(),
            text => terminals::closes(text),
        }
    }

    /// Whether the token at `index` ties the quotation before it to the rest of the sentence:
    /// `「…。」と`.
    pub(super) fn ties(&self, index: usize, text: &str) -> bool {
        self.rules.sentences.quotation_particles.holds(text)
            && index > 0
            && self.gap(index - 1).is_empty()
            && self.closes(index - 1, self.open.quoted)
    }

    /// Whether the sentence goes on at `index` behind a mark that would end it otherwise.
    pub(super) fn is_tied(&self, index: usize) -> bool {
        let rules = &self.rules.sentences;
        let text = self.token(index);
        // Most languages and words: the first letter without capitals is U+05D0.
        let cased = text.as_bytes().first().is_none_or(|first| *first < 0xd7);
        if cased && rules.speech_verbs.is_empty() && !rules.stops_announce {
            return false;
        }
        let caseless = text.starts_with(is_caseless);
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        let mark = self.token(before);
        let opening = |text: &str| text.starts_with(['«', '“', '"', '„']);
        if rules.stops_announce && mark == "." && opening(text) {
            return true;
        }
        let ellipsis = |text: &str| text.ends_with('…') || text.ends_with("..");
        let asked = |text: &str| matches!(text, "!" | "?" | "？" | "！" | "؟" | "፧");
        let quoted = self.closes(before, self.open.quoted) && before > 0;
        let inner = if quoted { self.token(before - 1) } else { mark };
        // In a script without capitals nothing tells whether an ellipsis ends, and mostly it does
        // not.
        if caseless && ellipsis(mark) {
            return true;
        }
        quoted
            && (asked(inner) || ellipsis(inner))
            && (caseless && self.open.embeds || self.is_attributed(index, caseless))
    }

    /// Whether a verb of speech follows at `index`, behind its subject, so that the quotation with
    /// which the sentence begins belongs to it.
    fn is_attributed(&self, index: usize, caseless: bool) -> bool {
        let verbs = self.rules.sentences.speech_verbs;
        let opens = self.open.first.is_some_and(|(first, _)| {
            first
                .of(self.text)
                .starts_with(['«', '“', '"', '‘', '\'', '’', '「', '『', '„'])
        });
        if verbs.is_empty() || !(opens || caseless) {
            return false;
        }
        for at in index..index + LOOK_AHEAD {
            let token = self.token(at);
            if verbs.holds(token) {
                return true;
            }
            let name = token.starts_with(char::is_uppercase)
                && (at > index || !self.rules.begin_with(token));
            if !(caseless || name) || self.kind(at) == TokenKind::Punctuation {
                return false;
            }
        }
        false
    }

    /// Whether the `"` at `index` opens, in a language where the space beside it tells.
    pub(super) fn opens_by_space(&self, index: usize) -> Option<bool> {
        if !self.rules.sentences.tight_quotes || index == 0 || self.tokens.get(index + 1).is_none()
        {
            return None;
        }
        let (before, after) = (self.gap(index - 1), self.gap(index));
        (before.is_empty() != after.is_empty()).then_some(after.is_empty())
    }
}
