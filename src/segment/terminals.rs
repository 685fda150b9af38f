//! The marks of all scripts that end sentences, and the opening and closing marks beside them.

use super::chars::has_no_width;

/// A token without the characters of no width at its end, such as marks of direction, variation
/// selectors and accents.
#[inline]
pub(super) fn bare(token: &str) -> &str {
    if token.as_bytes().last().is_none_or(u8::is_ascii) {
        return token;
    }
    token.trim_end_matches(has_no_width)
}

/// Whether a token is a mark beyond ASCII that ends a sentence whatever follows: `STerm` of UAX
/// #29.
pub(super) fn is_stop(token: &str) -> bool {
    // Most tokens: the first of these marks is U+0589.
    if token.as_bytes().first().is_none_or(|first| *first < 0xd6) {
        return false;
    }
    let mut chars = token.chars();
    chars.next().is_some_and(stops) && chars.next().is_none()
}

fn stops(c: char) -> bool {
    matches!(u32::from(c),
        0x0589 | 0x061d..=0x061f | 0x06d4 | 0x0700..=0x0702 | 0x07f9 | 0x0837 | 0x0839
        | 0x083d..=0x083e | 0x0964..=0x0965 | 0x104a..=0x104b | 0x1362 | 0x1367..=0x1368 | 0x166e
        | 0x1735..=0x1736 | 0x17d4..=0x17d5 | 0x1803 | 0x1809 | 0x1944..=0x1945 | 0x1aa8..=0x1aab
        | 0x1b4e..=0x1b4f | 0x1b5a..=0x1b5b | 0x1b5e..=0x1b5f | 0x1b7d..=0x1b7f | 0x1c3b..=0x1c3c
        | 0x1c7e..=0x1c7f | 0x203c..=0x203d | 0x2047..=0x2049 | 0x2cf9..=0x2cfb | 0x2e2e | 0x2e3c
        | 0x2e53..=0x2e54 | 0x3002 | 0xa4ff | 0xa60e..=0xa60f | 0xa6f3 | 0xa6f7 | 0xa876..=0xa877
        | 0xa8ce..=0xa8cf | 0xa92f | 0xa9c8..=0xa9c9 | 0xaa5d..=0xaa5f | 0xaaf0..=0xaaf1 | 0xabeb
        | 0xfe12 | 0xfe15..=0xfe16 | 0xfe56..=0xfe57 | 0xff01 | 0xff1f | 0xff61
        | 0x10a56..=0x10a57 | 0x10f55..=0x10f59 | 0x10f86..=0x10f89 | 0x11047..=0x11048
        | 0x110be..=0x110c1 | 0x11141..=0x11143 | 0x111c5..=0x111c6 | 0x111cd | 0x111de..=0x111df
        | 0x11238..=0x11239 | 0x1123b..=0x1123c | 0x112a9 | 0x113d4..=0x113d5 | 0x1144b..=0x1144c
        | 0x115c2..=0x115c3 | 0x115c9..=0x115d7 | 0x11641..=0x11642 | 0x1173c..=0x1173e | 0x11944
        | 0x11946 | 0x11a42..=0x11a43 | 0x11a9b..=0x11a9c | 0x11c41..=0x11c42 | 0x11ef7..=0x11ef8
        | 0x11f43..=0x11f44 | 0x16a6e..=0x16a6f | 0x16af5 | 0x16b37..=0x16b38 | 0x16b44
        | 0x16d6e..=0x16d6f | 0x16e98 | 0x1bc9f | 0x1da88)
}

/// Whether a token is a closing bracket or quotation mark of Chinese and Japanese.
pub(super) fn closes(token: &str) -> bool {
    matches!(
        token,
        "」" | "』"
            | "）"
            | "］"
            | "｝"
            | "】"
            | "〕"
            | "〉"
            | "》"
            | "〗"
            | "〙"
            | "〛"
            | "｠"
            | "｣"
            | "〞"
            | "〟"
    )
}

/// Whether a character is an opening mark of Chinese and Japanese, or their mark of a note.
pub(super) fn opens(c: char) -> bool {
    matches!(
        c,
        '「' | '『'
            | '（'
            | '［'
            | '｛'
            | '【'
            | '〔'
            | '〈'
            | '《'
            | '〖'
            | '〘'
            | '〚'
            | '｟'
            | '｢'
            | '〝'
            | '※'
    )
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::*;

    /// Only after them does UAX #29 end a sentence before a small letter.
    #[test]
    fn the_stops_are_those_of_unicode() {
        for c in ('\u{80}'..=char::MAX).filter(|c| !c.is_whitespace()) {
            let text = format!("A{c} a");
            let ends = text.split_sentence_bounds().count() == 2;
            assert_eq!(stops(c), ends, "{c:?}");
        }
    }

    #[test]
    fn brackets_come_in_pairs() {
        for c in ('\u{3000}'..='\u{30ff}').chain('\u{ff00}'..='\u{ffef}') {
            let after = format!("A!{c} a");
            // What closes or opens belongs to the sentence before it, by UAX #29.
            let first = after.split_sentence_bounds().next().unwrap();
            if closes(&c.to_string()) || opens(c) {
                assert!(first.contains(c), "{c:?}");
            }
        }
    }

    #[test]
    fn marks_without_width_are_no_part() {
        assert_eq!(bare(".\u{200f}"), ".");
        assert_eq!(bare("!\u{fe0f}"), "!");
        assert_eq!(bare("\u{2060}"), "");
        assert_eq!(bare("été"), "été");
    }
}
