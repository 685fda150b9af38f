//! The one spelling under which a name is looked up, and its variants.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, NFC, straight apostrophes, single spaces.
pub fn normalise(name: &str) -> String {
    let lower = name.to_lowercase();
    let straight: String = lower
        .nfc()
        .map(|c| match c {
            '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{02bb}' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            c => c,
        })
        .collect();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `name` without any accent, as capitals are often written.
pub fn unaccented(name: &str) -> String {
    name.nfd()
        .filter(|&c| !is_combining_mark(c))
        .map(|c| match c {
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            'ı' => 'i',
            c => c,
        })
        .collect()
}

/// `name` without accents on the first letter of its words: « Etats-Unis ».
pub fn plain_initials(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut initial = true;
    for c in name.chars() {
        if initial && c.is_alphabetic() {
            out.push_str(&unaccented(c.encode_utf8(&mut [0; 4])));
        } else {
            out.push(c);
        }
        initial = matches!(c, ' ' | '-' | '\'');
    }
    out
}

/// Whether French readers would meet the letters of `name` in a newspaper:
/// scholarly transliterations have others.
pub fn is_plain(name: &str) -> bool {
    let scholarly = |c: char| {
        "āēīōūăţşḩ".contains(c) || ('\u{1e00}'..='\u{1eff}').contains(&c) || is_combining_mark(c)
    };
    !name.contains(scholarly)
}

/// Whether `name` is long enough to be looked for, and written in Latin letters.
pub fn is_usable(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let known = |c: char| (c.is_alphabetic() && c < '\u{2000}') || " -'.".contains(c);
    letters >= 3 && name.chars().all(known) && name.chars().any(|c| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling() {
        assert_eq!(normalise("Côte\u{a0}d’Ivoire"), "côte d'ivoire");
        assert_eq!(normalise(" E\u{301}tats-Unis "), "états-unis");
    }

    #[test]
    fn accents() {
        assert_eq!(unaccented("sénégal"), "senegal");
        assert_eq!(unaccented("łódź"), "lodz");
        assert_eq!(plain_initials("émirats arabes unis"), "emirats arabes unis");
        assert_eq!(plain_initials("saint-étienne"), "saint-etienne");
        assert_eq!(plain_initials("l'île"), "l'ile");
        assert_eq!(plain_initials("téhéran"), "téhéran");
    }

    #[test]
    fn usable() {
        assert!(is_usable("fès"));
        assert!(!is_usable("us"));
        assert!(!is_usable("москва"));
        assert!(!is_usable("sector 3"));
    }
}
