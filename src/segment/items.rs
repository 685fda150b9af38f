//! Items of a list that stand on one line: `1) … 2) …`, `a) … b) …`, `• … • …`.

use super::boundary::BoundaryModel;
use super::splitter::{Source, Splitter};
use crate::document::TokenKind;
use crate::span::Span;

/// The first Roman numerals, in order.
const ROMAN: [&str; 12] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
];

/// The longest mark in bytes: the `viii` of `viii)`.
const LONGEST: usize = 4;

impl<T: Source, J: BoundaryModel> Splitter<'_, T, J> {
    /// The mark of a list item that begins at a token: a bullet, or the number or letters before
    /// `)` or `.)`.
    pub(super) fn item_at(&self, index: usize) -> Option<Span> {
        let (span, kind) = self.tokens.get(index)?;
        // Most sentences begin with a word and a space.
        let after = self.text.as_bytes().get(span.end());
        if !matches!(after, Some(b')' | b'.')) && span.len() != '•'.len_utf8() {
            return None;
        }
        if span.len() > LONGEST || index > 0 && self.gap(index - 1).is_empty() {
            return None;
        }
        let text = span.of(self.text);
        if matches!(text, "•" | "⁃" | "●" | "▪" | "◦" | "‣") {
            return Some(span);
        }
        let letters = || {
            text.chars().nth(1).is_none()
                || text.starts_with(['i', 'v', 'x']) && ROMAN.contains(&text)
        };
        let marks = kind == TokenKind::Number || kind == TokenKind::Word && letters();
        let dot = usize::from(self.token(index + 1) == ".");
        let tight = |at: usize| self.gap(at).is_empty();
        let closed = marks
            && self.token(index + 1 + dot) == ")"
            && tight(index)
            && (dot == 0 || tight(index + 1))
            && !tight(index + 1 + dot);
        closed.then_some(span)
    }

    /// Whether the token at `index` begins an item: the one after the item that is open, the first
    /// of a list that a colon announces, or one after a semicolon.
    pub(super) fn begins_item(&self, index: usize) -> bool {
        let before = index.checked_sub(1).map_or("", |before| self.token(before));
        let announced = matches!(before, ":" | ";");
        if self.open.item.is_none() && !announced {
            return false;
        }
        let text = |span: Span| span.of(self.text);
        let Some(next) = self.item_at(index).map(text) else {
            return false;
        };
        let open = self.open.item.map(text);
        open.is_some_and(|item| follows(item, next))
            || announced && (before == ";" || is_first(next))
    }
}

/// Whether a list may begin with a mark.
fn is_first(mark: &str) -> bool {
    matches!(mark, "1" | "a" | "A" | "i" | "а") || !mark.starts_with(char::is_alphanumeric)
}

/// Whether a list goes on with the mark `next` after `mark`.
fn follows(mark: &str, next: &str) -> bool {
    let number = |text: &str| text.parse::<u16>().ok();
    let roman = |text| ROMAN.iter().position(|it| *it == text);
    let letter = |text: &str| {
        let mut chars = text.chars();
        chars.next().filter(|_| chars.next().is_none())
    };
    let bullet = |c: char| !c.is_alphanumeric();
    match (letter(mark), letter(next)) {
        (Some(one), Some(other)) if bullet(one) => one == other,
        (Some(one), Some(other))
            if one.is_alphabetic() && u32::from(one) + 1 == u32::from(other) =>
        {
            true
        }
        _ => {
            number(mark).is_some_and(|it| number(next) == it.checked_add(1))
                || roman(mark).is_some_and(|it| roman(next) == Some(it + 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count() {
        for (mark, next) in [
            ("1", "2"),
            ("9", "10"),
            ("a", "b"),
            ("i", "ii"),
            ("б", "в"),
            ("•", "•"),
        ] {
            assert!(follows(mark, next), "{mark} {next}");
        }
        for (mark, next) in [
            ("1", "3"),
            ("2", "1"),
            ("a", "c"),
            ("i", "iii"),
            ("•", "◦"),
            ("a", "1"),
        ] {
            assert!(!follows(mark, next), "{mark} {next}");
        }
    }
}
