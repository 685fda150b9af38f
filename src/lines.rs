//! Line breaks, and what they mean for sentences.

/// Whether a line break ends a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum LineBreaks {
    /// Every line break ends a sentence. For texts with one paragraph on each line, as on most web
    /// pages.
    #[default]
    Hard,
    /// Only an empty line ends a sentence. For texts that are wrapped at a fixed width.
    Soft,
}

/// Returns true if `c` is a line break: LF, VT, FF, CR, NEL, U+2028 or U+2029.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
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
