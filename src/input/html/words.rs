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
        if word.is_ascii() {
            let start = plain.len();
            plain.push_str(word);
            if let Some(word) = plain.get_mut(start..) {
                word.make_ascii_lowercase();
            }
            continue;
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
    words_of(name).any(|word| list.holds(word))
}

/// The words of a class or id.
pub(super) fn words_of(name: &str) -> impl Iterator<Item = &str> {
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| !part.is_empty()).flat_map(|part| {
        let mut rest = part;
        std::iter::from_fn(move || {
            let pairs = rest.as_bytes().windows(2);
            let cuts = |pair: &[u8]| matches!(pair, [b'a'..=b'z', b'A'..=b'Z']);
            let end = pairs.map(cuts).position(|cuts| cuts);
            let (word, after) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
            rest = after;
            (!word.is_empty()).then_some(word)
        })
    })
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
