//! Line breaks, and what they mean for sentences.

mod split;

use std::borrow::Cow;
use std::ops::RangeInclusive;

pub(crate) use split::line_end;

/// Whether a line break ends a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum LineBreaks {
    /// Every line break ends a sentence. For texts with one paragraph on each line, as on most web
    /// pages.
    #[default]
    Hard,
    /// Only an empty line ends a sentence. For texts that are wrapped at a fixed width.
    Soft,
    /// Each text is examined. If its lines are wrapped at a column, as in mail, books and PDF files,
    /// a line break ends a sentence after a line that is too short to be wrapped (a heading, the end
    /// of a paragraph) and before an item of a list. Otherwise every line break does.
    Auto,
}

/// What the line breaks of one text mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Breaks {
    Hard,
    Soft,
    /// The text is wrapped at this column, counted in characters.
    Wrapped(usize),
}

/// The longest mark of a list item in bytes: `viii)`.
const ITEM: usize = 5;

/// Texts are wrapped at a column between these.
const COLUMNS: RangeInclusive<usize> = 30..=160;

impl LineBreaks {
    /// What the line breaks of `text` mean.
    pub(crate) fn of(self, text: &str) -> Breaks {
        match self {
            Self::Hard => Breaks::Hard,
            Self::Soft => Breaks::Soft,
            Self::Auto => column(text).map_or(Breaks::Hard, Breaks::Wrapped),
        }
    }
}

/// Returns true if a line is wrapped at `column`: the first word of the next line has no room in it.
/// Lines in fonts of uneven width may be shorter by a seventh.
pub(crate) fn is_wrapped(line: &str, next: &str, column: usize) -> bool {
    let (word, width) = (first_word(next), width(line));
    // No word needs more characters than the column has.
    let full = width + 1 + word.chars().take(column).count();
    !is_item(next) && width <= column + column / 7 && full >= column - column / 7
}

fn first_word(line: &str) -> &str {
    let mut words = line.split_whitespace();
    words.next().unwrap_or_default()
}

/// Whether a line begins with the mark of a list item.
fn is_item(line: &str) -> bool {
    let word = first_word(line);
    matches!(word, "-" | "*" | "•" | "▪" | "◦" | "·") || word.len() <= ITEM && word.ends_with(')')
}

/// The width of a line in characters, up to a little more than any column.
fn width(line: &str) -> usize {
    line.trim_end().chars().take(2 * COLUMNS.end()).count()
}

/// The column at which a text is wrapped. `None` if it is not wrapped: if many lines are longer or
/// shorter, or few break off in a sentence that goes on with a small letter.
fn column(text: &str) -> Option<usize> {
    let mut widths = [0_usize; 2 * *COLUMNS.end() + 1];
    let mut count: usize = 0;
    for (line, _) in pairs(text) {
        count += 1;
        if let Some(same) = widths.get_mut(width(line)) {
            *same += 1;
        }
    }
    // Nine lines in ten are no longer than the column.
    let mut left = count - count / 10;
    let column = widths.iter().position(|same| {
        left = left.saturating_sub(*same);
        left == 0
    })?;
    if !COLUMNS.contains(&column) {
        return None;
    }
    let (mut wrapped, mut running) = (0, 0);
    for (line, next) in pairs(text) {
        if is_wrapped(line, next, column) {
            let ends = line
                .trim_end()
                .ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '-'));
            let goes_on = next
                .trim_start()
                .starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());
            wrapped += 1;
            running += usize::from(!ends && goes_on);
        }
    }
    (running >= 2 && 2 * wrapped >= count && 4 * running >= wrapped).then_some(column)
}

/// The lines with another line right below that begins no item of a list, each with that line.
fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let blank = |line: &str| line.trim().is_empty();
    let pairs = text.lines().zip(text.lines().skip(1));
    pairs.filter(move |(line, next)| !blank(line) && !blank(next) && !is_item(next))
}

/// Returns true if `c` is a line break: LF, VT, FF, CR, NEL, U+2028 or U+2029.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A word without the hyphens and line breaks that cut it: `president` for `presi-⏎dent`. Any other text
/// is returned as it is.
pub(crate) fn unbroken(word: &str) -> Cow<'_, str> {
    let breaks = |c: char| matches!(c, '\n' | '\r');
    let blank = |c: char| c.is_whitespace() && !is_line_break(c);
    let hyphen = |c: char| matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}');
    let (mut whole, mut rest) = (String::new(), word);
    while let Some((head, tail)) = rest.find(breaks).and_then(|at| rest.split_at_checked(at)) {
        let tail = tail.strip_prefix("\r\n").or(tail.strip_prefix(breaks));
        let tail = tail.unwrap_or_default().trim_start_matches(blank);
        let Some(head) = head.trim_end_matches(blank).strip_suffix(hyphen) else {
            return Cow::Borrowed(word);
        };
        if head.is_empty() || tail.is_empty() {
            return Cow::Borrowed(word);
        }
        whole.push_str(head);
        rest = tail;
    }
    if whole.is_empty() {
        return Cow::Borrowed(word);
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// What is wrong with a text that is to be found inside a line: an abbreviation, a name, a text that is
/// never split.
pub(crate) fn flaw(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        Some("is empty: leave it out")
    } else if text.trim() != text {
        Some("begins or ends with white space, which no token does: trim it")
    } else if text.contains(is_line_break) {
        Some("holds a line break, which no token does: give its lines one by one")
    } else {
        None
    }
}

/// Returns true if `c` is a control character or a line break. Readers may end a line at any of them,
/// and terminals may obey them, so they stand in no name and in no id.
pub(crate) fn is_control(c: char) -> bool {
    c.is_control() || is_line_break(c)
}

/// Divides the bytes of a stream into lines, which LF, CR or CR LF ends. The stream comes in parts, and
/// a part may end between CR and LF.
#[cfg(feature = "records")]
#[derive(Debug, Default)]
pub(crate) struct LineEnds {
    /// Whether a part ended behind a CR, so that an LF may follow that belongs to it.
    after_return: bool,
}

/// The first bytes of a part, all in one line.
#[cfg(feature = "records")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Piece {
    /// The number of bytes before the line break.
    pub(crate) content: usize,
    /// The number of bytes with the line break.
    pub(crate) length: usize,
    /// Whether the line ends here.
    pub(crate) ends: bool,
}

#[cfg(feature = "records")]
impl LineEnds {
    /// The next piece of a line. It reaches to the end of the line or of the part.
    pub(crate) fn piece(&mut self, part: &[u8]) -> Piece {
        let rest_of_break = self.after_return && part.first() == Some(&b'\n');
        self.after_return = false;
        if rest_of_break {
            return Piece {
                content: 0,
                length: 1,
                ends: false,
            };
        }
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let Some(content) = part.iter().position(is_end) else {
            return Piece {
                content: part.len(),
                length: part.len(),
                ends: false,
            };
        };
        let end = part.get(content..).unwrap_or_default();
        self.after_return = end == b"\r";
        Piece {
            content,
            length: content + 1 + usize::from(end.starts_with(b"\r\n")),
            ends: true,
        }
    }
}

#[cfg(test)]
mod hyphens {
    use super::unbroken;

    #[test]
    fn a_hyphen_and_a_line_break_cut_a_word() {
        for (word, whole) in [
            ("presi-\ndent", "president"),
            ("presi-\r\n  dent", "president"),
            ("presi\u{ad} \ndent", "president"),
            ("in-\nterna-\ntional", "international"),
            ("porte-avi-\nons", "porte-avions"),
        ] {
            assert_eq!(unbroken(word), whole, "{word:?}");
        }
        for word in [
            "president",
            "presi-dent",
            "presi\ndent",
            "presi-\n\ndent",
            "-\ndent",
            "presi-\n",
        ] {
            assert_eq!(unbroken(word), word);
        }
    }
}

#[cfg(test)]
#[cfg(feature = "records")]
mod tests {
    use super::*;

    /// The lines of a text that comes in parts of so many bytes.
    fn lines(text: &str, part: usize) -> Vec<String> {
        let mut ends = LineEnds::default();
        let mut lines = vec![String::new()];
        for mut part in text.as_bytes().chunks(part) {
            while !part.is_empty() {
                let piece = ends.piece(part);
                let content = std::str::from_utf8(&part[..piece.content]).unwrap();
                lines.last_mut().unwrap().push_str(content);
                if piece.ends {
                    lines.push(String::new());
                }
                part = &part[piece.length..];
            }
        }
        lines
    }

    #[test]
    fn three_line_breaks_end_a_line() {
        for part in 1..9 {
            assert_eq!(lines("ab\ncd\r\ne\rf", part), ["ab", "cd", "e", "f"]);
            assert_eq!(lines("\r\r\n\n\n\r", part).len(), 6);
            assert_eq!(lines("a\r\n", part), ["a", ""]);
            assert_eq!(lines("a\n\rb", part), ["a", "", "b"]);
        }
    }
}
