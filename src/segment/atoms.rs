//! Atoms: the words of Unicode's UAX #29, read one at a time from anywhere.
//!
//! The rules are a table of states and classes that is made at compile time. Its reader is
//! linear: past the end of an atom it reads one mark between letters or digits, such as the dot
//! of `fin. Le`, with the characters without width behind it, and these begin the next atom.

use super::chars::{self, Class};

/// The atoms of a text, asked for in ascending order.
///
/// An atom is read once however often it is asked for, so that a rule may cut at each letter of
/// a long one.
#[derive(Debug)]
pub(super) struct Atoms<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Atoms<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            start: 0,
            end: 0,
        }
    }

    /// The end of the atom that the character at `at` belongs to.
    pub(super) fn end_after(&mut self, at: usize) -> usize {
        if !(self.start..self.end).contains(&at) {
            self.start = at;
            self.end = atom_end(self.text, at);
        }
        self.end
    }

    /// Whether `at` is inside the atom read last, which a rule must have cut there.
    pub(super) fn begins_before(&self, at: usize) -> bool {
        self.start < at && at < self.end
    }
}

/// The end of the atom that begins at `at`: the next boundary of UAX #29, or the next white
/// space, which no token holds but some atoms do. What is before `at` plays no part.
pub(super) fn atom_end(text: &str, at: usize) -> usize {
    scan(text, at, &STEPS)
}

#[inline(always)]
fn scan(text: &str, start: usize, steps: &Steps) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut state, mut before_mark) = (start, START, start);
    while let Some((class, length)) = chars::class_at(bytes, at) {
        let step = steps
            .get(usize::from(state))
            .and_then(|row| row.get(usize::from(class & CLASS_MASK)))
            .map_or(BREAK, |step| *step);
        if step >= MARK {
            if step == BREAK {
                break;
            }
            before_mark = at;
        }
        state = step & STATE_MASK;
        at += length;
    }
    // A mark that nothing follows is no part of the atom.
    if is_open(state) { before_mark } else { at }
}

// What a state remembers is the last character that counts: one that is neither Extend nor
// Format nor ZWJ, which WB4 skips.
const START: u8 = 0;
const OTHER: u8 = 1;
const LETTER: u8 = 2;
const HEBREW: u8 = 3;
const NUMBER: u8 = 4;
const KATAKANA: u8 = 5;
const JOINER: u8 = 6;
/// The first half of a flag.
const FLAG: u8 = 7;
/// WB7a: a quote that belongs to the Hebrew letter before it, whatever follows.
const HEBREW_QUOTE: u8 = 8;
/// White space, and nothing skipped since.
const SPACE: u8 = 9;
const RETURN: u8 = 10;
const LINE_END: u8 = 11;
/// A mark that is part of the word if a letter follows (WB6), a Hebrew letter (WB7b), a digit
/// (WB12).
const OPEN_LETTER: u8 = 12;
const OPEN_HEBREW: u8 = 13;
const OPEN_NUMBER: u8 = 14;
/// Added to a state if the last character was ZWJ.
const AFTER_ZWJ: u8 = 16;

/// Added to a step that leads to an open state.
const MARK: u8 = 0x40;
const BREAK: u8 = 0x80;
const STATE_MASK: u8 = 31;
const CLASS_MASK: u8 = 31;

type Steps = [[u8; 32]; 32];
static STEPS: Steps = steps(true);

const fn is_open(state: u8) -> bool {
    matches!(state, OPEN_LETTER | OPEN_HEBREW | OPEN_NUMBER)
}

#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn steps(stop_at_space: bool) -> Steps {
    let mut steps = [[BREAK; 32]; 32];
    let mut state = 0;
    while state < 32 {
        let mut class = 0;
        while class < 32 {
            let class_of_space = Class::of(class).is_space();
            if !(stop_at_space && class_of_space && state != START) {
                steps[state as usize][class as usize] = step(state, Class::of(class));
            }
            class += 1;
        }
        state += 1;
    }
    steps
}

/// Where a character leads from a state: the rules of UAX #29, named as there.
const fn step(state: u8, class: Class) -> u8 {
    use Class as C;
    if state == START {
        return first(class);
    }
    let after_zwj = state >= AFTER_ZWJ;
    let state = state & !AFTER_ZWJ;
    if matches!(class, C::Skipped | C::Zwj) {
        return match state {
            RETURN | LINE_END => BREAK, // WB3a
            OPEN_LETTER | OPEN_HEBREW | OPEN_NUMBER => state,
            _ => {
                let state = if state == SPACE { OTHER } else { state }; // WB3d
                let zwj = matches!(class, C::Zwj);
                state | if zwj { AFTER_ZWJ } else { 0 } // WB4
            }
        };
    }
    if after_zwj && matches!(class, C::Pictograph | C::PictographLetter) {
        return first(class); // WB3c
    }
    match (state, class) {
        (RETURN, C::LineFeed) => LINE_END,                   // WB3
        (SPACE, C::Space) => SPACE,                          // WB3d
        (FLAG, C::Flag) => OTHER,                            // WB15, WB16
        (KATAKANA, C::Katakana) => KATAKANA,                 // WB13
        (HEBREW, C::DoubleQuote) => OPEN_HEBREW | MARK,      // WB7b
        (HEBREW, C::SingleQuote) => HEBREW_QUOTE,            // WB7a
        (OPEN_HEBREW, C::Hebrew) => HEBREW,                  // WB7c
        (OPEN_NUMBER, C::Number) => NUMBER,                  // WB11
        (JOINER, C::Katakana) => KATAKANA,                   // WB13b
        // WB5, WB7, WB9, WB10, WB13b
        (
            LETTER | HEBREW | NUMBER | JOINER | OPEN_LETTER | HEBREW_QUOTE,
            C::Letter | C::PictographLetter | C::Hebrew,
        )
        | (LETTER | HEBREW | NUMBER | JOINER, C::Number)
        // WB13a
        | (LETTER | HEBREW | NUMBER | KATAKANA | JOINER, C::Joiner | C::SpaceJoiner) => {
            first(class)
        }
        // WB6, WB12
        (LETTER | HEBREW, C::MidLetter | C::MidNumLet | C::SingleQuote) => OPEN_LETTER | MARK,
        (NUMBER, C::MidNum | C::MidNumLet | C::SingleQuote) => OPEN_NUMBER | MARK,
        _ => BREAK, // WB999
    }
}

/// Where the first character of an atom leads.
const fn first(class: Class) -> u8 {
    use Class as C;
    match class {
        C::Letter | C::PictographLetter => LETTER,
        C::Hebrew => HEBREW,
        C::Number => NUMBER,
        C::Katakana => KATAKANA,
        C::Joiner | C::SpaceJoiner => JOINER,
        C::Flag => FLAG,
        C::Space => SPACE,
        C::Return => RETURN,
        C::LineFeed | C::Newline => LINE_END,
        C::Zwj => OTHER | AFTER_ZWJ,
        _ => OTHER,
    }
}
