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
