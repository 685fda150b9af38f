//! The fast path of the tokenizer: words, numbers and marks that no rule can change.
//!
//! It reads bytes, and a table tells the class of each. It leaves to the rules whatever might be
//! joined: an apostrophe without an elision, a hyphen, a dot inside a word, a letter beyond Latin.
//! So both give the same tokens.

use std::hint::select_unpredictable;
use std::ops::Range;

use super::batch::{Cut, MARK, NON_BOUNDARY, PLAIN};
use super::chars::is_roman;
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
#[derive(Debug, Default)]
pub(super) struct ByteWindow {
    base: usize,
    masks: Masks,
    /// The plain tokens that are still to be given: where each begins, where each ends.
    starts: u64,
    ends: u64,
    /// The ends of elided words among them.
    elided: u64,
}

/// The window moves on for a token when fewer bytes are left in it.
const MARGIN: usize = 20;

impl ByteWindow {
    fn new(bytes: &[u8]) -> Self {
        let mut window = Self::default();
        window.move_to(bytes, 0);
        window
    }

    /// Moves the window to `base`. Behind the end of the text there are zeros. It writes the fields in
    /// place: a copy of a new window would have to wait until the new one is written.
    #[inline(never)]
    fn move_to(&mut self, bytes: &[u8], base: usize) {
        let rest = bytes.get(base..).unwrap_or_default();
        self.masks = match rest.first_chunk::<WIDTH>() {
            Some(block) => masks(block),
            None => {
                let mut block = [0; WIDTH];
                for (to, from) in block.iter_mut().zip(rest) {
                    *to = *from;
                }
                masks(&block)
            }
        };
        (self.base, self.ends) = (base, 0);
    }

    /// The next plain token.
    #[inline(always)]
    fn next_plain(&mut self) -> Option<Cut> {
        if self.ends == 0 {
            return None;
        }
        let (first, end) = (self.starts.trailing_zeros(), self.ends.trailing_zeros());
        self.starts &= self.starts.wrapping_sub(1);
        self.ends &= self.ends.wrapping_sub(1);
        let is = |mask: u64, bit: u32| mask.wrapping_shr(bit) & 1 == 1;
        let start = self.base + first as usize;
        // No branches, because the processor could not predict what comes next.
        let elided = is(self.elided, end);
        let told = select_unpredictable(elided, NON_BOUNDARY, PLAIN);
        let word = is(self.masks.letters, first);
        let (kind, told) = select_unpredictable(
            word,
            (TokenKind::Word, told),
            (TokenKind::Punctuation, MARK),
        );
        Some(Cut::new(start, self.base + end as usize, kind).told(told))
    }

    /// Moves the window on if less than `margin` bytes of it are left from `at` on.
    #[inline]
    fn reach(&mut self, bytes: &[u8], at: usize, margin: usize) {
        if at.wrapping_sub(self.base) > WIDTH - margin {
            self.move_to(bytes, at);
        }
    }

    /// The end of the run of letters at `at`, if there is one.
    #[inline]
    fn word(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        self.reach(bytes, at, MARGIN);
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
        self.reach(bytes, at, 1);
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

/// What the fast path finds.
pub(super) enum Found {
    Token(Cut),
    /// A word with hyphens from the one byte to the other. The rules cut off its clitics, if these
    /// are some.
    Chain(usize, usize),
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
            window: ByteWindow::new(text.as_bytes()),
            hyphens: rules.words.hyphens,
            elisions: rules.words.elisions,
            marks_join: rules.words.runs || rules.words.emoticons,
            percents: rules.words.percents,
            ordinals: rules.words.ordinals || rules.words.small_ordinals,
            quotes_alone: !rules.words.tex_quotes && rules.words.aphereses.is_empty(),
            filters: &rules.filters,
        }
    }

    /// The next of the plain tokens that `find_plain` found at once.
    #[inline(always)]
    pub(super) fn next_plain(&mut self) -> Option<Cut> {
        self.window.next_plain()
    }

    /// Finds the plain tokens of the window from `at` on, up to the first that is none: words, elided
    /// words, full stops, and marks that join nothing. No branch asks which is which. Only a full stop
    /// or an apostrophe behind a word is looked at by itself.
    #[inline]
    pub(super) fn find_plain(&mut self, bytes: &[u8], at: usize) {
        self.window.reach(bytes, at, MARGIN);
        let base = self.window.base;
        let shift = at.wrapping_sub(base);
        let from = u64::MAX.checked_shl(shift as u32).unwrap_or(0);
        let Masks {
            letters,
            spaces,
            marks,
            stops,
            quotes,
        } = self.window.masks;
        let mut letters = letters & from;
        // A mark is a token by itself if no character follows that might join it.
        let known = letters | spaces | marks | stops;
        let singles = (marks & (known >> 1) | stops & ((spaces | marks) >> 1)) & from;
        let mut doubtful = (stops & singles | quotes) & (letters << 1);
        let mut others = !(letters | spaces | singles | doubtful) & from;
        let (mut apostrophes, mut elided) = (0, 0);
        while doubtful & before_first(others) != 0 {
            let mark = doubtful & doubtful.wrapping_neg();
            doubtful ^= mark;
            let starts = letters & !(letters << 1) & (mark - 1);
            let start = base + starts.checked_ilog2().unwrap_or(0) as usize;
            let end = base + mark.trailing_zeros() as usize;
            if mark & stops != 0 {
                let alone = end - start > 1 && self.ends_at_stop(bytes, start, end);
                others |= if alone { 0 } else { mark };
            } else if let Some(length) = self.elision(bytes, start..end, letters) {
                apostrophes |= mark;
                elided |= mark << length;
                // The later bytes of `’` count as letters.
                letters &= !((mark << length) - (mark << 1));
            } else {
                others |= mark;
            }
        }
        let behind = letters << 1;
        self.window.starts = letters & !behind | singles;
        let ends = behind & !letters & !apostrophes | elided | singles << 1;
        self.window.ends = ends & before_first(others);
        self.window.elided = elided;
    }

    /// The length of the apostrophe behind an elided word. `None` if it is none, or if the word after
    /// it does not end in the window. `letters` are those of the window.
    #[inline(always)]
    fn elision(&self, bytes: &[u8], elided: Range<usize>, letters: u64) -> Option<usize> {
        let length = apostrophe(bytes, elided.end);
        let next = elided.end + length;
        let shift = next.wrapping_sub(self.window.base);
        let letters = letters.checked_shr(shift as u32)?.trailing_ones() as usize;
        let whole = letters > 0 && shift + letters < WIDTH;
        (whole && self.elides(bytes, elided, next..next + letters)).then_some(length)
    }

    /// Skips white space in ASCII and no-break spaces. Returns where they end.
    #[inline]
    pub(super) fn skip_space(&mut self, bytes: &[u8], at: usize) -> usize {
        let mut at = self.window.spaces(bytes, at);
        while let length @ 1.. = no_break_space(bytes, at) {
            at = self.window.spaces(bytes, at + length);
        }
        at
    }

    /// The token at `at`, where `find_plain` found none. `None` if the rules must decide.
    pub(super) fn token(&mut self, bytes: &[u8], at: usize) -> Option<Found> {
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
                let number = Cut::new(at, end, TokenKind::Number).told(PLAIN);
                return (!joins).then_some(Found::Token(number));
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
        (alone || is_end(bytes, end)).then_some(Found::Token(Cut::new(at, end, kind)))
    }

    /// The token that begins with the letters from `at` to `end`.
    #[inline(always)]
    fn word(&mut self, bytes: &[u8], at: usize, end: usize) -> Option<Found> {
        let word = Found::Token(Cut::new(at, end, TokenKind::Word).told(PLAIN));
        if self.window.is_space(end) || is_end(bytes, end) {
            return Some(word);
        }
        match bytes.get(end)? {
            // `M. Modi`: a lone letter may be an initial.
            b'.' => (end - at > 1 && self.ends_at_stop(bytes, at, end)).then_some(word),
            b'-' => self.compound(bytes, at, end),
            _ => match apostrophe(bytes, end) {
                0 => None,
                length => {
                    let elided = self.elided(bytes, at, end, end + length)?;
                    Some(Found::Token(elided))
                }
            },
        }
    }

    /// A compound, `avion-cargo`, or a word that may have clitics, `va-t-il`. The `h` of `12h-14h` is
    /// left to the rules.
    fn compound(&self, bytes: &[u8], at: usize, hyphen: usize) -> Option<Found> {
        if !self.hyphens || follows(bytes, at, Class::Digit) {
            return None;
        }
        let mut part = hyphen;
        let mut end = hyphen;
        while bytes.get(end) == Some(&b'-') && class_at(bytes, end + 1) == Class::Letter {
            part = end + 1;
            end = run(bytes, part, Class::Letter);
        }
        if !is_end(bytes, end) && !self.ends_at_stop(bytes, at, end) {
            return None;
        }
        let last = bytes.get(part..end).unwrap_or_default();
        let whole = self.filters.clitics.excludes(last);
        let word = Cut::new(at, end, TokenKind::Word).told(PLAIN);
        Some(if whole {
            Found::Token(word)
        } else {
            Found::Chain(at, end)
        })
    }

    /// Whether a full stop at `end` is a token by itself: it is no part of the word before it.
    #[inline]
    fn ends_at_stop(&self, bytes: &[u8], at: usize, end: usize) -> bool {
        let next = bytes.get(end + 1).copied().unwrap_or(b' ');
        let alone = class(next) == Class::Space || next == b'"';
        let word = bytes.get(at..end).unwrap_or_default();
        // `É.` may be an initial.
        let letter = matches!(word, [first, _] if *first >= 0xc3);
        bytes.get(end) == Some(&b'.')
            && alone
            && !letter
            && !(self.ordinals && is_roman(word))
            && self.filters.abbreviations.excludes(word)
    }

    /// The token `l’` before a letter.
    #[inline(always)]
    fn elided(&mut self, bytes: &[u8], at: usize, end: usize, next: usize) -> Option<Cut> {
        let word_end = self.window.word(bytes, next)?;
        self.elides(bytes, at..end, next..word_end)
            .then_some(Cut::new(at, next, TokenKind::Word).told(NON_BOUNDARY))
    }

    /// Whether the letters before an apostrophe are an elided word, given the letters behind it. The
    /// rules decide if the word behind may belong to it, as in `l’on`.
    #[inline]
    fn elides(&self, bytes: &[u8], elided: Range<usize>, word: Range<usize>) -> bool {
        let elides = match bytes.get(elided) {
            Some([letter]) => self.filters.elides(*letter),
            elided => elided.is_some_and(|it| self.elisions.holds_ascii(it)),
        };
        let next = bytes.get(word.end).copied().unwrap_or(b' ');
        // `×` begins as a letter does.
        if !elides || !begins(next) {
            return false;
        }
        let hyphen = is_hyphen(bytes, word.end);
        let word = bytes.get(word).unwrap_or_default();
        let first = word.first().copied().unwrap_or_default() | 0x20;
        let vowel =
            matches!(first, b'a' | b'e' | b'h' | b'i' | b'o' | b'u' | b'y') || first >= 0x80;
        // `N’Djamena`, compounds, `l’on`, `d’Artagnan`.
        vowel && !hyphen && self.filters.unelided.excludes(word)
    }
}

/// The length of the apostrophe at `at`. 0 if there is none.
#[inline]
fn apostrophe(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1), bytes.get(at + 2)) {
        (Some(b'\''), ..) => 1,
        (Some(0xe2), Some(0x80), Some(0x99)) => 3,
        _ => 0,
    }
}

/// The length of the no-break space at `at`, U+00A0 or U+202F. 0 if there is none.
#[inline]
fn no_break_space(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1), bytes.get(at + 2)) {
        (Some(0xc2), Some(0xa0), _) => 2,
        (Some(0xe2), Some(0x80), Some(0xaf)) => 3,
        _ => 0,
    }
}

/// The bits before the first of some bits.
#[inline]
fn before_first(bits: u64) -> u64 {
    (bits & bits.wrapping_neg()).wrapping_sub(1)
}

/// Whether the mark at `at` may be one token with the next: `!!`, `:)`.
#[inline]
fn joins_mark(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), Some(b'!' | b'?' | b':' | b';'))
        && class_at(bytes, at + 1) != Class::Space
}

/// Whether `-`, U+2010 or U+2011 stands at `at`.
#[inline]
fn is_hyphen(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b'-') => true,
        Some(0xe2) => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x90 | 0x91])),
        _ => false,
    }
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
        // `20 ans`, but not `20 000`.
        Class::TwoBytes | Class::ThreeBytes => {
            let space = no_break_space(bytes, end);
            space > 0 && !bytes.get(end + space).is_some_and(u8::is_ascii_digit)
        }
        _ => false,
    };
    (plain && !inside).then_some(end)
}
