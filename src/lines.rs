//! Where lines end, and what that means.

/// What a line break means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum LineBreaks {
    /// It ends a sentence: texts with a paragraph a line, the rule of the press on the web.
    #[default]
    Hard,
    /// Only an empty line does: texts wrapped at a column.
    Soft,
}

/// Whether `c` ends a line.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
