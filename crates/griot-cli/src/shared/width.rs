//! How wide a text is in a terminal: a Chinese character takes two columns, a combining mark none.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The number of columns of a text in one line.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text that takes at most so many columns: its beginning and an ellipsis if it takes more.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if width(text) <= most {
        return Cow::Borrowed(text);
    }
    let (head, _) = split(text, most.saturating_sub(1));
    Cow::Owned(format!("{}…", head.trim_end()))
}

/// The longest beginning of a text that takes at most so many columns, and the rest. A mark stays with its
/// letter.
pub fn split(text: &str, most: usize) -> (&str, &str) {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.width().unwrap_or(0);
        used > most
    });
    let end = end.map_or(text.len(), |(end, _)| end);
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_and_marks() {
        for (text, expected) in [
            ("été", 3),
            ("e\u{301}te\u{301}", 3),
            ("漢字", 4),
            ("l’œuvre", 7),
            ("12\u{202f}000", 6),
            ("🌍", 2),
            ("", 0),
        ] {
            assert_eq!(width(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_too_wide_is_cut() {
        for (text, most, expected) in [
            ("Niamey", 6, "Niamey"),
            ("Niamey", 5, "Niam…"),
            ("漢字漢字", 8, "漢字漢字"),
            ("漢字漢字", 7, "漢字漢…"),
            ("漢字漢字", 6, "漢字…"),
            ("e\u{301}te\u{301}s", 3, "e\u{301}t…"),
            ("le Niger", 4, "le…"),
            ("Niamey", 0, "…"),
        ] {
            assert_eq!(cut(text, most), expected, "{text} {most}");
        }
    }
}
