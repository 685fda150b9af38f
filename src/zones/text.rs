//! Helpers that read raw text: words, phrases, marks.

use crate::normalize::{is_apostrophe, is_hyphen};
use crate::segment::is_alphanumeric;

/// Returns true if a character is white space or has no width. Such characters are ignored.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'
        )
}

pub(super) fn is_dash(c: char) -> bool {
    is_hyphen(c) || matches!(c, '–' | '—' | '―')
}

/// Returns true for a character that separates the items of a line of metadata.
pub(super) fn is_separator(c: char) -> bool {
    is_blank(c) || is_dash(c) || matches!(c, ',' | '|' | '·' | '•' | '/' | '(' | ')' | ';')
}

/// Returns true for a bullet or arrow before the first word of a line.
fn is_bullet(c: char) -> bool {
    is_blank(c)
        || is_dash(c)
        || matches!(c, '|' | '·' | '•' | '*' | '+' | '(' | '[' | '>')
        || matches!(
            c,
            '→' | '►' | '▶' | '›' | '➡' | '👉' | '📸' | '📷' | '\u{fe0f}'
        )
}

/// The line without its bullet.
pub(super) fn unpointed(line: &str) -> &str {
    line.trim_start_matches(is_bullet)
}

/// The word at the start of a text: letters and digits, with hyphens and apostrophes inside.
pub(super) fn word(text: &str) -> &str {
    let inner =
        |c: char| is_alphanumeric(c) || is_dash(c) && c != '–' && c != '—' || is_apostrophe(c);
    // Most words have only ASCII letters.
    let ascii = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let rest = text.get(ascii..).unwrap_or_default();
    let more = rest.find(|c| !(inner(c) || is_accent(c)));
    let end = ascii + more.unwrap_or(rest.len());
    text.get(..end)
        .unwrap_or_default()
        .trim_end_matches(|c: char| is_dash(c) || is_apostrophe(c))
}

/// The words of a line, each with its byte offset.
pub(super) fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = line.get(at..)?;
        // U+02BC is a letter, and no word by itself.
        let start = at + rest.find(|c| is_alphanumeric(c) && !is_apostrophe(c))?;
        let word = word(line.get(start..)?);
        at = start + word.len();
        Some((start, word))
    })
}

/// The text after `head`, with which `text` begins.
pub(super) fn after<'a>(text: &'a str, head: &str) -> &'a str {
    text.get(head.len()..).unwrap_or_default()
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A Latin letter in lower case and without its accent. Any white space becomes a space.
fn plain(c: char) -> char {
    match c {
        '\0'..='\x7f' if !c.is_ascii_whitespace() => c.to_ascii_lowercase(),
        '’' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        'à'..='å' | 'À'..='Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// The first letters in the form that phrases have. `None` if no phrase of so many can begin like this.
pub(super) fn initials<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut chars = text.chars().filter(|c| !is_accent(*c)).map(plain);
    let mut found = [0; N];
    let mut last = 0;
    for place in &mut found {
        let mut next = || u8::try_from(chars.next()?).ok();
        // Spaces count once.
        *place = next()?;
        while last == b' ' && *place == b' ' {
            *place = next()?;
        }
        last = *place;
    }
    Some(found)
}

/// The length in bytes of `phrase` at the start of `text`. Case, accents, and the kinds of
/// apostrophes and spaces are ignored. A word must end there. `phrase` is in lower-case ASCII.
pub(super) fn phrase(text: &str, phrase: &str) -> Option<usize> {
    let mut wanted = phrase.bytes();
    let mut spaced = false;
    for (at, c) in text.char_indices() {
        let c = plain(c);
        if is_accent(c) || spaced && c == ' ' {
            continue;
        }
        spaced = c == ' ';
        match wanted.next() {
            Some(byte) if u32::from(byte) == u32::from(c) => {}
            None if !c.is_alphanumeric() => return Some(at),
            _ => return None,
        }
    }
    wanted.next().is_none().then_some(text.len())
}

/// Returns true for white space and for marks that may close after a full stop.
fn closes(c: char) -> bool {
    is_blank(c) || matches!(c, '»' | '”' | '"' | '’' | '\'' | ')' | ']' | '*')
}

/// The line without closing brackets and quotation marks at its end.
fn unclosed(line: &str) -> &str {
    line.trim_end_matches(closes)
}

/// Returns true if a line ends like a sentence.
pub(super) fn is_terminated(line: &str) -> bool {
    let stops = ['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'];
    unclosed(line).ends_with(stops)
}

/// Returns true if a line ends with a full stop or an ellipsis. Headlines do not.
pub(super) fn is_stopped(line: &str) -> bool {
    unclosed(line).ends_with(['.', '…', '。', '۔', '।'])
}

/// Returns true if a sentence ends inside the line: with `?`, `!` or a full stop after a word of
/// three letters or more, and then an upper-case letter or an opening quotation mark.
pub(super) fn has_sentences(line: &str) -> bool {
    let mut letters = 0;
    for (at, c) in line.char_indices() {
        let stops = matches!(c, '!' | '?') || c == '.' && letters > 2;
        if stops && let Some(rest) = line.get(at + 1..) {
            let closed = rest.trim_start_matches(closes);
            let next = closed.trim_start_matches(is_blank).chars().next();
            let apart = rest.starts_with(is_blank) || closed.len() < rest.len();
            if apart && next.is_some_and(|c| c.is_uppercase() || matches!(c, '«' | '“' | '"')) {
                return true;
            }
        }
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
    }
    false
}

/// Returns true if a text begins with an upper-case letter, after any opening quotation marks and
/// brackets.
pub(super) fn is_capitalised(text: &str) -> bool {
    let opens = |c: char| {
        is_blank(c)
            || matches!(
                c,
                '«' | '“' | '"' | '‘' | '\'' | '’' | '(' | '[' | '¿' | '¡'
            )
    };
    text.trim_start_matches(opens)
        .starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_in_any_spelling() {
        for text in [
            "À lire aussi : Niger",
            "A LIRE\u{a0}AUSSI",
            "a\u{300} lire  aussi",
            "à lire aussi",
        ] {
            assert!(phrase(text, "a lire aussi").is_some(), "{text}");
        }
        assert_eq!(phrase("Lire aussi : Niger", "lire aussi"), Some(10));
        assert_eq!(
            phrase("Image d’illustration", "image d'illustration"),
            Some("Image d’illustration".len())
        );
        for text in ["Publiée le", "Publi", "", "PubliX le"] {
            assert_eq!(phrase(text, "publie le"), None, "{text}");
        }
    }

    #[test]
    fn words_end_at_their_letters() {
        for (text, wanted) in [
            ("N’Djamena, 3", "N’Djamena"),
            ("Porto-Novo – ", "Porto-Novo"),
            ("l’", "l"),
            ("– a", ""),
            ("", ""),
        ] {
            assert_eq!(word(text), wanted);
        }
    }

    #[test]
    fn sentences_end_within_a_line() {
        assert!(has_sentences("Il vient. Elle part"));
        assert!(!has_sentences(
            "Niger : M. Modi à Moscou, dit l’A.F.P. de Paris"
        ));
        assert!(
            is_terminated("Il vient. »")
                && is_terminated("Il vient (ou non).")
                && !is_terminated("Il vient,")
        );
    }
}
