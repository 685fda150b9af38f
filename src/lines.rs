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
