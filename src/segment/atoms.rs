//! Atoms: the words of Unicode's UAX #29, cut at white space. They can be read from any place in a
//! text.
//!
//! The rules are a table of states and classes, made at compile time. Reading is linear. Past the
//! end of an atom it reads at most one mark between letters or digits, such as the dot of
//! `fin. Le`, and the characters without width behind it. The next atom begins with these.

use super::chars::{self, Class};

/// The atoms of a text, in ascending order. The last atom is kept: a rule may cut a long one at
/// every letter, and it is read once.
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

    /// Whether `at` is inside the atom that was read last. Then a rule cut that atom.
    pub(super) fn begins_before(&self, at: usize) -> bool {
        self.start < at && at < self.end
    }
}

/// The end of the atom that begins at `at`: the next boundary of UAX #29 or the next white space.
/// Tokens never hold white space, but words of UAX #29 may. What stands before `at` does not
/// matter.
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
        // The fast loop for most texts. A step depends on the step before it, this loop does not.
        if state == LETTER {
            while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                at += 1;
            }
        }
    }
    // A mark at the end belongs to the atom only if a letter or digit follows.
    if is_open(state) { before_mark } else { at }
}

// A state is the last character that counts. Extend, Format and ZWJ do not count, as WB4 says.
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
/// White space, with no skipped character after it.
const SPACE: u8 = 9;
const RETURN: u8 = 10;
const LINE_END: u8 = 11;
/// These states stand behind a mark. It belongs to the word if a letter follows (WB6), a Hebrew
/// letter (WB7b), or a digit (WB12).
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

/// The state after a character: the rules of UAX #29, with their names.
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

/// The state after the first character of an atom.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::*;

    /// The words of UAX #29, white space and all.
    fn whole_words(text: &str) -> Vec<&str> {
        static WHOLE: Steps = steps(false);
        cut(text, |at| scan(text, at, &WHOLE))
    }

    fn atoms(text: &str) -> Vec<&str> {
        cut(text, |at| atom_end(text, at))
    }

    fn cut(text: &str, end: impl Fn(usize) -> usize) -> Vec<&str> {
        let (mut at, mut parts) = (0, Vec::new());
        while at < text.len() {
            let end = end(at);
            parts.push(&text[at..end]);
            at = end;
        }
        parts
    }

    /// What the atoms are by `words`: cut before each white space.
    fn cut_at_space<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let mut parts = Vec::new();
        for mut word in words {
            let spaces = |(at, c): &(usize, char)| *at > 0 && c.is_whitespace();
            while let Some((at, _)) = word.char_indices().find(spaces) {
                parts.push(&word[..at]);
                word = &word[at..];
            }
            parts.push(word);
        }
        parts
    }

    /// The rules of UAX #29 to the letter, by a search to both sides of each place.
    fn words_by_rule(text: &str) -> Vec<&str> {
        use Class as C;
        let chars: Vec<(usize, Class)> = text
            .char_indices()
            .map(|(at, _)| {
                let (class, _) = chars::class_at(text.as_bytes(), at).unwrap();
                (at, Class::of(class & CLASS_MASK))
            })
            .collect();
        let class = |at: usize| chars.get(at).map(|(_, class)| *class);
        let skipped = |class: &Class| matches!(class, C::Skipped | C::Zwj);
        let line = |class: Class| matches!(class, C::Return | C::LineFeed | C::Newline);
        let letter = |c| matches!(c, Some(C::Letter | C::PictographLetter | C::Hebrew));
        let joiner = |c| matches!(c, Some(C::Joiner | C::SpaceJoiner));
        let is = |a: Option<Class>, b: Class| a == Some(b);
        let joined = |at: usize| {
            let (Some(a), Some(b)) = (class(at - 1), class(at)) else {
                return false;
            };
            if a == C::Return && b == C::LineFeed {
                return true;
            }
            if line(a) || line(b) {
                return false;
            }
            if a == C::Zwj && matches!(b, C::Pictograph | C::PictographLetter)
                || a == C::Space && b == C::Space
                || skipped(&b)
            {
                return true;
            }
            let mut left = chars[..at].iter().map(|(_, c)| *c).filter(|c| !skipped(c));
            let mut right = chars[at..].iter().map(|(_, c)| *c).filter(|c| !skipped(c));
            let trailing = left.clone().rev().take_while(|c| *c == C::Flag).count();
            let (a, a2) = (left.next_back(), left.next_back());
            let (b, b2) = (right.next(), right.next());
            let mid = |c| matches!(c, Some(C::MidLetter | C::MidNumLet | C::SingleQuote));
            let mid_number = |c| matches!(c, Some(C::MidNum | C::MidNumLet | C::SingleQuote));
            let kana = |c| is(c, C::Katakana);
            let number = |c| is(c, C::Number);
            letter(a) && letter(b)
                || letter(a) && mid(b) && letter(b2)
                || letter(a2) && mid(a) && letter(b)
                || is(a, C::Hebrew) && is(b, C::SingleQuote)
                || is(a, C::Hebrew) && is(b, C::DoubleQuote) && is(b2, C::Hebrew)
                || is(a2, C::Hebrew) && is(a, C::DoubleQuote) && is(b, C::Hebrew)
                || (number(a) || letter(a)) && number(b)
                || number(a) && letter(b)
                || number(a2) && mid_number(a) && number(b)
                || number(a) && mid_number(b) && number(b2)
                || kana(a) && kana(b)
                || (letter(a) || number(a) || kana(a) || joiner(a)) && joiner(b)
                || joiner(a) && (letter(b) || number(b) || kana(b))
                || is(a, C::Flag) && is(b, C::Flag) && trailing % 2 == 1
        };
        let (mut start, mut words) = (0, Vec::new());
        for at in 1..=chars.len() {
            if !joined(at) {
                let end = chars.get(at).map_or(text.len(), |(at, _)| *at);
                words.push(&text[start..end]);
                start = end;
            }
        }
        words
    }

    /// unicode-segmentation joins U+200D with a picture where WB7 and WB12 have broken, and
    /// takes no picture for a letter.
    fn crate_differs(text: &str) -> bool {
        text.split('\u{200d}').skip(1).any(|after| {
            let class = chars::class_at(after.as_bytes(), 0).map(|(class, _)| class & CLASS_MASK);
            class.is_some_and(|class| {
                matches!(
                    Class::of(class),
                    Class::Pictograph | Class::PictographLetter
                )
            })
        })
    }

    fn check(text: &str) {
        let words = whole_words(text);
        assert_eq!(words, words_by_rule(text), "{text:?}");
        assert_eq!(atoms(text), cut_at_space(words.iter().copied()), "{text:?}");
        if !crate_differs(text) {
            let theirs: Vec<&str> = text.split_word_bounds().collect();
            assert_eq!(words, theirs, "{text:?}");
        }
    }

    #[test]
    fn the_test_of_unicode() {
        let file = include_str!("../../tests/data/WordBreakTest.txt");
        let mut count = 0;
        for line in file.lines() {
            let (line, _) = line.split_once('#').unwrap_or((line, ""));
            if line.trim().is_empty() {
                continue;
            }
            let mut expected = vec![];
            for word in line.split('÷').filter(|word| !word.trim().is_empty()) {
                let code_points = word.split('×').map(|hex| {
                    let code_point = u32::from_str_radix(hex.trim(), 16).unwrap();
                    char::from_u32(code_point).unwrap()
                });
                expected.push(code_points.collect::<String>());
            }
            assert_eq!(whole_words(&expected.concat()), expected, "{line}");
            count += 1;
        }
        assert_eq!(count, 1944);
    }

    /// A character of each class and what is special within one.
    #[rustfmt::skip]
    const PROBES: &[char] = &[
        'a', 'é', 'א', '1', '٣', 'カ', '_', '\u{202f}', '\'', '"', '.', '’', ':', ',', ';', '🇫',
        '❤', '👩', 'ℹ', '🅰', ' ', '\u{2009}', '\r', '\n', '\u{85}', '\u{a0}', '\t', '\u{301}',
        '\u{ad}', '\u{200d}', '\u{fe0f}', '🏽', '-', '字', 'ไ',
    ];

    #[test]
    fn every_character_beside_some() {
        // A quick run takes one in sixteen of the less common ones.
        let quick = std::env::var_os("GRIOT_THOROUGH").is_none();
        let left_out = |c: &char| quick && *c > '\u{3100}' && u32::from(*c) % 16 != 0;
        for c in ('\0'..=char::MAX).filter(|c| !left_out(c)) {
            let (class, length) = chars::class_at(c.to_string().as_bytes(), 0).unwrap();
            assert_eq!(length, c.len_utf8());
            assert_eq!(
                Class::of(class & CLASS_MASK).is_space(),
                c.is_whitespace(),
                "{c:?}"
            );
            // Ideographs, and what is not assigned, are of one kind.
            let plain = ('\u{20000}'..'\u{e0000}').contains(&c) || c >= '\u{e1000}';
            let neighbours = [
                'a', '1', '_', 'א', '"', 'カ', '🇫', ' ', '\u{200d}', '❤', '\n',
            ];
            for with in neighbours.into_iter().take(if plain { 1 } else { 11 }) {
                let text: String = [with, c, with, c].iter().collect();
                if crate_differs(&text) {
                    continue;
                }
                let theirs = text.split_word_bounds();
                assert!(whole_words(&text).into_iter().eq(theirs), "{text:?}");
            }
        }
    }

    #[test]
    fn probes_in_threes() {
        for a in PROBES {
            for b in PROBES {
                for c in PROBES {
                    check(&[*a, *b, *c].iter().collect::<String>());
                }
            }
        }
    }

    #[test]
    fn an_atom_is_read_from_anywhere() {
        assert_eq!(atom_end("l'ami.Le", 2), 8);
        assert_eq!(atom_end("l'ami.Le", 5), 6);
        assert_eq!(atom_end("l'ami", 5), 5);
        assert_eq!(atom_end("a\u{202f}b", 0), 1);
        assert_eq!(atom_end("🇫🇷🇧🇪", 4), 12);
        assert_eq!(atom_end("é", 7), 7);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_text(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn any_run_of_probes(text in prop::collection::vec(select(PROBES), 0..24)) {
            check(&text.into_iter().collect::<String>());
        }
    }
}
