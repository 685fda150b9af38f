//! Words of pages in a form that the lists of names and phrases have.

use crate::lang::list::List;

/// Prepares a text for comparison with the lists above: lower case, letters without accents,
/// `'` for `’`, and one space for each run of white space.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.extend(word.chars().flat_map(char::to_lowercase).map(|c| match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' | 'ì' => 'i',
            'ñ' => 'n',
            'ô' | 'ö' | 'ó' | 'õ' | 'ò' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            '’' | '‘' | '\u{2bc}' => '\'',
            '“' | '”' | '„' => '"',
            other => other,
        }));
    }
    plain
}

/// Returns true if a class or id contains a word of a list: `postMeta`, `post-meta` and `post_meta`
/// contain `meta`.
pub(super) fn has_word(name: &str, list: List) -> bool {
    let bytes = name.as_bytes();
    let (mut start, mut before) = (0, b' ');
    for (at, byte) in bytes.iter().chain(std::iter::once(&b' ')).enumerate() {
        let is_letter = byte.is_ascii_alphanumeric();
        let cuts = !is_letter || (byte.is_ascii_uppercase() && before.is_ascii_lowercase());
        if cuts {
            if start < at && list.holds(name.get(start..at).unwrap_or_default()) {
                return true;
            }
            start = if is_letter { at } else { at + 1 };
        }
        before = *byte;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::html::{names::*, phrases::*};
    use crate::lang::list::list;

    #[test]
    fn lists_are_sorted() {
        let names = [NEVER, AROUND, SMALL, HOLDERS, PICTURES, GALLERIES, LEDES];
        let phrases = [SECTIONS, POINTERS, BYLINES, DATELINES, LINES, TAILS];
        for list in names.map(List::words).iter().chain(&phrases) {
            assert!(list.is_sorted_by(|one, other| one < other));
            assert!(list.iter().all(|word| plain(word) == word.trim_end()));
        }
    }

    #[test]
    fn words_of_names() {
        for (name, has) in [
            ("postMeta", true),
            ("post-meta__social", true),
            ("META", true),
            ("metal metaphor", false),
            ("x".repeat(99).as_str(), false),
        ] {
            assert_eq!(has_word(name, list!["meta"]), has, "{name}");
        }
        assert_eq!(plain(" À\u{a0}LIRE\n aussi l’Été"), "a lire aussi l'ete");
    }
}
