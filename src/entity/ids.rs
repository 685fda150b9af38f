//! The ids of names.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::document::Label;

/// A name in small letters without accents, with hyphens for all other characters: `Côte d’Ivoire`
/// becomes `cote-d-ivoire`.
pub(super) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut push = |c: char| {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if !(is_combining_mark(c) || folded.is_empty() || folded.ends_with('-')) {
            folded.push('-');
        }
    };
    for c in name.chars() {
        match c {
            '\0'..='\x7f' => push(c),
            _ => decompose_canonical(c, &mut push),
        }
    }
    folded.truncate(folded.trim_end_matches('-').len());
    folded
}

/// The id of a folded name: `per:salifou-modi`.
pub(super) fn id_of(label: Label, folded: &str) -> String {
    format!("{}:{folded}", label.as_str().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_leaves_letters_digits_and_hyphens() {
        assert_eq!(fold("Côte d’Ivoire"), "cote-d-ivoire");
        assert_eq!(fold("Co\u{302}te d'Ivoire"), "cote-d-ivoire");
        assert_eq!(fold("  L’O.N.U.  "), "l-o-n-u");
        assert_eq!(fold("Œuvre ŁÓDŹ İzmir"), "œuvre-łodz-izmir");
        assert_eq!(fold("« G20 »"), "g20");
        assert_eq!(fold("…"), "");
        assert_eq!(fold(""), "");
    }
}
