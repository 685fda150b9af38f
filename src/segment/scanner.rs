//! The fast path of the tokenizer: words, numbers and marks that no rule can change.
//!
//! It reads bytes, and a table tells the class of each. It leaves to the rules whatever might be
//! joined: an apostrophe without an elision, a hyphen, a dot inside a word, a letter beyond Latin.
//! So both give the same tokens.

use super::batch::{Cut, NON_BOUNDARY, PLAIN};
use super::lanes::{Masks, WIDTH, masks};
use crate::document::TokenKind;
use crate::lang::list::List;
use crate::lang::{Filters, Rules};

/// What a character may be that begins with a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A Latin letter, or a later byte of one.
    Letter,
    Digit,
    /// White space in ASCII.
    Space,
    /// A mark that ends a word and is a token by itself: `,` or `)`.
    Mark,
    /// A mark that is a token by itself, but may be joined to the token before it: `(`, `:`.
    Open,
    Stop,
    /// `-`
    Dash,
    /// `'`
    Quote,
    /// U+00A0, `«`, `»` and other characters of two bytes.
    TwoBytes,
    /// `’`, `…`, dashes, quotation marks, thin spaces and other characters of three bytes.
    ThreeBytes,
    Other,
}

static CLASSES: [Class; 256] = classes();

// Run by the compiler, where a wrong index is an error of the build.
#[allow(clippy::indexing_slicing)]
const fn classes() -> [Class; 256] {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            // U+00C0 to U+027F. The byte 97 ends ×, and the byte B7 ends ÷. The few letters that
            // end with one of them take the slow path too.
            0xc3..=0xc9 => Class::Letter,
            0x97 | 0xb7 => Class::Other,
            0x80..=0xbf => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b' ' | b'\t'..=b'\r' => Class::Space,
            b',' | b';' | b'!' | b'?' | b')' | b']' | b'}' | b'"' => Class::Mark,
            b'.' => Class::Stop,
            b'-' => Class::Dash,
            b'\'' => Class::Quote,
            b'(' | b'[' | b'{' | b'%' | b':' => Class::Open,
            0xc2 => Class::TwoBytes,
            0xe2 => Class::ThreeBytes,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
}

#[inline]
fn class(byte: u8) -> Class {
    CLASSES
        .get(usize::from(byte))
        .copied()
        .unwrap_or(Class::Other)
}

/// The classes of 64 bytes, a bit each. A run of letters or spaces is then one count of bits. A
/// loop over bytes would mispredict its end at nearly every word.
#[derive(Clone, Copy, Debug)]
pub(super) struct ByteWindow {
    base: usize,
    masks: Masks,
    /// The plain tokens that are still to be given: where each begins, where each ends.
    starts: u64,
    ends: u64,
}

/// The window moves on when fewer bytes are left in it.
const MARGIN: usize = 20;

impl ByteWindow {
    fn at(bytes: &[u8], base: usize) -> Self {
        let rest = bytes.get(base..).unwrap_or_default();
        match rest.first_chunk::<WIDTH>() {
            Some(block) => Self::of(block, base),
            None => {
                let mut block = [0; WIDTH];
                for (to, from) in block.iter_mut().zip(rest) {
                    *to = *from;
                }
                Self::of(&block, base)
            }
        }
    }

    #[inline]
    fn of(block: &[u8; WIDTH], base: usize) -> Self {
        Self {
            base,
            masks: masks(block),
            starts: 0,
            ends: 0,
        }
    }

    /// Finds the tokens from `at` on that are plain: words before white space or a comma, commas and
    /// stops before white space, up to the first that is none. No branch asks which is which.
    #[inline]
    fn find_plain(&mut self, at: usize) {
        let shift = at.wrapping_sub(self.base);
        let from = u64::MAX.checked_shl(shift as u32).unwrap_or(0);
        let Masks {
            letters,
            spaces,
            commas,
            stops,
        } = self.masks;
        let marks = (commas | stops) & (spaces >> 1) & from;
        let letters = letters & from;
        let behind = letters << 1;
        // A stop may be part of the word before it.
        let others = !(letters | spaces | marks) & from | stops & behind;
        let plain = (others & others.wrapping_neg()).wrapping_sub(1);
        self.starts = letters & !behind | marks;
        self.ends = (behind & !letters | (marks << 1)) & plain;
    }

    /// The next plain token, and whether it is a word.
    #[inline(always)]
    fn next_plain(&mut self) -> Option<(usize, usize, bool)> {
        if self.ends == 0 {
            return None;
        }
        let (start, end) = (self.starts.trailing_zeros(), self.ends.trailing_zeros());
        self.starts &= self.starts.wrapping_sub(1);
        self.ends &= self.ends.wrapping_sub(1);
        let is_word = self.masks.letters.wrapping_shr(start) & 1 == 1;
        Some((
            self.base + start as usize,
            self.base + end as usize,
            is_word,
        ))
    }

    /// Moves the window on if `at` is near its end.
    #[inline]
    fn reach(&mut self, bytes: &[u8], at: usize) {
        if at.wrapping_sub(self.base) > WIDTH - MARGIN {
            *self = Self::at(bytes, at);
        }
    }

    /// The end of the run of letters at `at`, if there is one.
    #[inline]
    fn word(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        self.reach(bytes, at);
        let letters = self.masks.letters >> (at - self.base);
        if letters & 1 == 0 {
            return None;
        }
        let end = at + (!letters).trailing_zeros() as usize;
        Some(if end < self.base + WIDTH {
            end
        } else {
            run(bytes, at, Class::Letter)
        })
    }

    /// The end of the run of white space at `at`, which may be empty.
    #[inline]
    fn spaces(&mut self, bytes: &[u8], at: usize) -> usize {
        self.reach(bytes, at);
        let end = at + (!(self.masks.spaces >> (at - self.base))).trailing_zeros() as usize;
        if end < self.base + WIDTH {
            end
        } else {
            run(bytes, at, Class::Space)
        }
    }

    /// Whether white space stands at `at`. `false` for a place beyond the window.
    #[inline]
    fn is_space(&self, at: usize) -> bool {
        let bit = at.wrapping_sub(self.base);
        bit < WIDTH && self.masks.spaces >> bit & 1 == 1
    }
}

/// What the fast path needs of the rules of a language.
#[derive(Debug)]
pub(super) struct Scanner {
    window: ByteWindow,
    hyphens: bool,
    elisions: List,
    /// Whether `!!` or `:)` may be one token.
    marks_join: bool,
    /// Whether `5%` may be one token.
    percents: bool,
    /// Whether `3.` may be one token.
    ordinals: bool,
    /// Whether `'` is a token wherever it follows no word.
    quotes_alone: bool,
    filters: &'static Filters,
}

impl Scanner {
    pub(super) fn new(text: &str, rules: &'static Rules) -> Self {
        Self {
            window: ByteWindow::at(text.as_bytes(), 0),
            hyphens: rules.words.hyphens,
            elisions: rules.words.elisions,
            marks_join: rules.words.runs || rules.words.emoticons,
            percents: rules.words.percents,
            ordinals: rules.words.ordinals,
            quotes_alone: !rules.words.tex_quotes && rules.words.aphereses.is_empty(),
            filters: &rules.filters,
        }
    }

    /// The next of the plain tokens that were found at once.
    #[inline(always)]
    pub(super) fn next_plain(&mut self, bytes: &[u8]) -> Option<Cut> {
        let (start, end, is_word) = self.window.next_plain()?;
        let (kind, told) = if is_word {
            (TokenKind::Word, PLAIN)
        } else {
            let told = u8::from(follows_comma(bytes, start)) * NON_BOUNDARY;
            (TokenKind::Punctuation, told)
        };
        Some(Cut::new(start, end, kind).told(told))
    }

    /// Skips white space in ASCII. Returns where it ends.
    #[inline]
    pub(super) fn skip_space(&mut self, bytes: &[u8], at: usize) -> usize {
        self.window.spaces(bytes, at)
    }

    /// The token at `at`. `None` if the rules must decide.
    #[inline]
    pub(super) fn token(&mut self, bytes: &[u8], at: usize) -> Option<Cut> {
        self.window.reach(bytes, at);
        self.window.find_plain(at);
        if let Some(cut) = self.next_plain(bytes) {
            return Some(cut);
        }
        if let Some(end) = self.window.word(bytes, at) {
            return self.word(bytes, at, end);
        }
        let (end, kind) = match class(*bytes.get(at)?) {
            Class::Digit => {
                let end = number(bytes, at)?;
                let joins = match bytes.get(end) {
                    Some(b'%') => self.percents,
                    Some(b'.') => self.ordinals,
                    _ => false,
                };
                return (!joins).then_some(Cut::new(at, end, TokenKind::Number).told(PLAIN));
            }
            Class::Mark | Class::Open if self.marks_join && joins_mark(bytes, at) => return None,
            Class::Mark | Class::Open => (at + 1, TokenKind::Punctuation),
            Class::Stop if bytes.get(at + 1) != Some(&b'.') => (at + 1, TokenKind::Punctuation),
            Class::Dash if class_at(bytes, at + 1) == Class::Space => {
                (at + 1, TokenKind::Punctuation)
            }
            Class::Quote if self.quotes_alone && bytes.get(at + 1).is_none_or(u8::is_ascii) => {
                (at + 1, TokenKind::Punctuation)
            }
            Class::TwoBytes if matches!(bytes.get(at + 1), Some(0xab | 0xbb)) => {
                (at + 2, TokenKind::Punctuation)
            }
            _ => return None,
        };
        // Characters that begin with other bytes may join the token before them.
        let alone = bytes
            .get(end)
            .is_none_or(|next| *next < 0x80 || (0xc3..=0xc9).contains(next));
        (alone || is_end(bytes, end)).then_some(Cut::new(at, end, kind))
    }

    /// The token that begins with the letters from `at` to `end`.
    #[inline(always)]
    fn word(&mut self, bytes: &[u8], at: usize, end: usize) -> Option<Cut> {
        let word = |end| Cut::new(at, end, TokenKind::Word).told(PLAIN);
        if self.window.is_space(end) || is_end(bytes, end) {
            return Some(word(end));
        }
        match (bytes.get(end)?, bytes.get(end + 1), bytes.get(end + 2)) {
            // `M. Modi`: a lone letter may be an initial.
            (b'.', ..) => (end - at > 1 && self.ends_at_stop(bytes, at, end)).then_some(word(end)),
            (b'\'', ..) => self.elided(bytes, at, end, end + 1),
            (0xe2, Some(0x80), Some(0x99)) => self.elided(bytes, at, end, end + 3),
            (b'-', ..) => self.compound(bytes, at, end).map(word),
            _ => None,
        }
    }

    /// The end of a compound whose last part is no clitic: `avion-cargo`. The `h` of `12h-14h` is
    /// left to the rules.
    fn compound(&self, bytes: &[u8], at: usize, hyphen: usize) -> Option<usize> {
        if !self.hyphens || follows(bytes, at, Class::Digit) {
            return None;
        }
        let mut part = hyphen;
        let mut end = hyphen;
        while bytes.get(end) == Some(&b'-') && class_at(bytes, end + 1) == Class::Letter {
            part = end + 1;
            end = run(bytes, part, Class::Letter);
        }
        let last = bytes.get(part..end).unwrap_or_default();
        let whole = self.filters.clitics.excludes(last)
            && (is_end(bytes, end) || self.ends_at_stop(bytes, at, end));
        whole.then_some(end)
    }

    /// Whether a full stop at `end` is a token by itself: it is no part of the word before it.
    #[inline]
    fn ends_at_stop(&self, bytes: &[u8], at: usize, end: usize) -> bool {
        let next = bytes.get(end + 1).copied().unwrap_or(b' ');
        let alone = class(next) == Class::Space || next == b'"';
        let word = bytes.get(at..end).unwrap_or_default();
        bytes.get(end) == Some(&b'.') && alone && self.filters.abbreviations.excludes(word)
    }

    /// The token `l’` before a letter. The rules decide if the word after it may belong to it, as
    /// in `l’on`.
    #[inline(always)]
    fn elided(&mut self, bytes: &[u8], at: usize, end: usize, next: usize) -> Option<Cut> {
        let elides = match bytes.get(at..end)? {
            [letter] => self.filters.elides(*letter),
            word => self.elisions.holds_ascii(word),
        };
        if !elides {
            return None;
        }
        let word_end = self.window.word(bytes, next)?;
        // `×` begins as a letter does.
        if bytes.get(word_end).is_some_and(|byte| !begins(*byte)) {
            return None;
        }
        let word = bytes.get(next..word_end)?;
        let first = word.first()? | 0x20;
        let vowel =
            matches!(first, b'a' | b'e' | b'h' | b'i' | b'o' | b'u' | b'y') || first >= 0x80;
        // `N’Djamena`, compounds, `l’on`, `d’Artagnan`.
        let whole =
            !vowel || bytes.get(word_end) == Some(&b'-') || !self.filters.unelided.excludes(word);
        (!whole).then_some(Cut::new(at, next, TokenKind::Word).told(NON_BOUNDARY))
    }
}

/// Whether a comma, a space and a visible character stand at `at`. No sentence ends there.
#[inline]
fn follows_comma(bytes: &[u8], at: usize) -> bool {
    let head = bytes.get(at..).and_then(<[u8]>::first_chunk::<3>);
    head.is_some_and(|[mark, space, next]| {
        (*mark == b',') & (*space == b' ') & (next.is_ascii_graphic() | (*next == 0xc3))
    })
}

/// Whether the mark at `at` may be one token with the next: `!!`, `:)`.
#[inline]
fn joins_mark(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), Some(b'!' | b'?' | b':' | b';'))
        && class_at(bytes, at + 1) != Class::Space
}

/// Whether a byte is the first byte of a character.
#[inline]
fn begins(byte: u8) -> bool {
    !(0x80..0xc0).contains(&byte)
}

#[inline]
fn run(bytes: &[u8], at: usize, wanted: Class) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .take_while(|byte| class(**byte) == wanted)
        .count()
}

#[inline]
fn class_at(bytes: &[u8], at: usize) -> Class {
    bytes.get(at).copied().map_or(Class::Space, class)
}

/// Whether a byte of this class stands before `at`.
#[inline]
fn follows(bytes: &[u8], at: usize, wanted: Class) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| class_at(bytes, before) == wanted)
}

/// Whether the character at `at` cannot join the word before it: it is white space, a mark, or from
/// U+0800 on with a first byte other than E2.
#[inline]
pub(super) fn nothing_joins(bytes: &[u8], at: usize) -> bool {
    let next = bytes.get(at).copied().unwrap_or(b' ');
    matches!(class(next), Class::Space | Class::Mark) || next >= 0xe0 && next != 0xe2
}

/// Whether a word ends at `at` under any rules.
#[inline]
fn is_end(bytes: &[u8], at: usize) -> bool {
    match class_at(bytes, at) {
        Class::Space | Class::Mark => true,
        // U+00A0, `«`, `»`.
        Class::TwoBytes => matches!(bytes.get(at + 1), Some(0xa0 | 0xab | 0xbb)),
        // Dashes, quotation marks, `…`, U+202F.
        Class::ThreeBytes => {
            bytes.get(at + 1) == Some(&0x80)
                && matches!(
                    bytes.get(at + 2),
                    Some(0x93 | 0x94 | 0x9c | 0x9d | 0xa6 | 0xaf)
                )
        }
        _ => false,
    }
}

/// The end of a number that joins nothing.
#[inline]
fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let end = run(bytes, at, Class::Digit);
    let inside = follows(bytes, at, Class::Letter);
    let next = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    let plain = match class_at(bytes, end) {
        // `5,5`, `12 000`, `3.5`.
        Class::Space => end - at > 3 || !next,
        // An invisible character such as a soft hyphen does not count: `0,` and U+00AD before `5`.
        Class::Mark => !next && bytes.get(end + 1).is_none_or(u8::is_ascii),
        Class::Stop => class_at(bytes, end + 1) == Class::Space,
        Class::Open => bytes.get(end) == Some(&b'%'),
        _ => false,
    };
    (plain && !inside).then_some(end)
}
