//! Recognises UTF-16 that begins without a byte order mark.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Tells whether bytes are text in UTF-16, by the first of them. Three things must agree:
///
/// - Many bytes are zeros or other control characters, which no other encoding has in a text: the high
///   half of a space, of every Latin, Cyrillic or Arabic letter, one byte in twenty of Chinese.
/// - The high halves of the letters have at most half as many values as the low halves.
/// - Read so, nearly all are letters, digits, white space and common marks.
pub(super) fn utf16(sample: &[u8]) -> Option<&'static Encoding> {
    let controls = sample.iter().filter(|byte| is_control(**byte)).count();
    // Of bytes that are UTF-8 as well, a few control characters prove nothing.
    let least = match std::str::from_utf8(sample) {
        Err(error) if error.error_len().is_some() => sample.len() / 32,
        // The sample may end inside a character.
        _ => sample.len() / 4,
    };
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    if controls <= least && zeros <= sample.len() / 32 {
        return None;
    }
    let even = values(sample.iter().step_by(2));
    let odd = values(sample.iter().skip(1).step_by(2));
    let (encoding, join): (_, fn([u8; 2]) -> u16) = if 2 * odd <= even {
        (UTF_16LE, u16::from_le_bytes)
    } else if 2 * even <= odd {
        (UTF_16BE, u16::from_be_bytes)
    } else {
        return None;
    };
    let units = sample.chunks_exact(2);
    let units = units.filter_map(|pair| pair.try_into().ok().map(join));
    let (mut all, mut plausible) = (0, 0);
    for c in char::decode_utf16(units) {
        all += 1;
        plausible += usize::from(c.is_ok_and(is_plausible));
    }
    (all > 0 && 20 * plausible >= 19 * all).then_some(encoding)
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\x0c' | b'\r' | b'\x1b')
}

/// The number of values that some bytes have.
fn values<'a>(bytes: impl Iterator<Item = &'a u8>) -> usize {
    let mut seen = [false; 256];
    for byte in bytes {
        if let Some(seen) = seen.get_mut(usize::from(*byte)) {
            *seen = true;
        }
    }
    seen.iter().filter(|seen| **seen).count()
}

/// Whether a character is common in a text.
fn is_plausible(c: char) -> bool {
    c.is_alphanumeric()
        || c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c, '\u{a0}'..='\u{bf}' | '\u{300}'..='\u{36f}' | '\u{600}'..='\u{6ff}')
        || matches!(c, '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20bf}' | '\u{3000}'..='\u{303f}')
        || matches!(c, '\u{900}'..='\u{e7f}' | '\u{ff00}'..='\u{ffef}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 8] = [
        "Le chef de l'Etat est a Niamey.",
        "L’été à Niamey : « Ça va, Zoé ? », dit le général. Où est l’œuvre ?",
        "Привет из Москвы: министр обороны принял делегацию Нигера",
        "استقبل وزير الدفاع الروسي وفدا من النيجر في موسكو",
        "ロシアの国防相はモスクワでニジェールの代表団と会談した。",
        "Ο υπουργός Άμυνας συναντήθηκε με την αντιπροσωπεία",
        "पहले मंत्री ने प्रतिनिधिमंडल से मुलाकात की।",
        "oui",
    ];

    fn bytes(text: &str, of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(of).collect()
    }

    #[test]
    fn text_without_a_mark_is_found() {
        // So many ideographs are needed for the high halves to repeat.
        let han: String = ('\u{4e00}'..'\u{5100}').step_by(3).collect();
        for text in TEXTS.into_iter().chain([han.as_str()]) {
            let little = bytes(text, u16::to_le_bytes);
            assert_eq!(utf16(&little), Some(UTF_16LE), "{text}");
            assert_eq!(
                utf16(little.get(..little.len() - 1).unwrap()),
                Some(UTF_16LE)
            );
            assert_eq!(
                utf16(&bytes(text, u16::to_be_bytes)),
                Some(UTF_16BE),
                "{text}"
            );
        }
    }

    #[test]
    fn other_bytes_are_not() {
        for text in TEXTS {
            assert_eq!(utf16(text.as_bytes()), None, "{text}");
            for encoding in [
                encoding_rs::WINDOWS_1252,
                encoding_rs::WINDOWS_1251,
                encoding_rs::WINDOWS_1256,
                encoding_rs::SHIFT_JIS,
                encoding_rs::EUC_JP,
                encoding_rs::ISO_2022_JP,
                encoding_rs::GBK,
            ] {
                assert_eq!(utf16(&encoding.encode(text).0), None, "{text}");
            }
        }
        // Fields that a control character separates, and bytes that are no text.
        let fields = "8=FIX.4.4\u{1}9=122\u{1}35=D\u{1}49=Société\u{1}56=Zoé\u{1}".repeat(20);
        assert_eq!(utf16(fields.as_bytes()), None);
        assert_eq!(utf16(&encoding_rs::WINDOWS_1252.encode(&fields).0), None);
        let noise: Vec<u8> = (0..4096u32)
            .map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        assert_eq!(utf16(&noise), None);
        assert_eq!(utf16(&[0; 64]), None);
        assert_eq!((utf16(b""), utf16(b"\0")), (None, None));
    }
}
