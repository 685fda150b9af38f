//! Johab, the encoding of Korean under DOS, which no web page may declare. A syllable is built of five
//! bits for each of its letters, so it needs no table. Symbols and Chinese characters are those of
//! EUC-KR in another order.

use encoding_rs::EUC_KR;

/// The letters by their five bits: `-` for none at all, `_` where the syllable has no such letter.
const INITIALS: &str = "-_ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ-----------";
const MEDIALS: &str = "--_ㅏㅐㅑㅒㅓ--ㅔㅕㅖㅗㅘㅙ--ㅚㅛㅜㅝㅞㅟ--ㅠㅡㅢㅣ--";
const FINALS: &str = "-_ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁ-ㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ--";

/// A letter of a syllable, and its number among those of its place. `None` where there is no letter.
type Letter = Option<(char, u32)>;

/// A character of two bytes.
fn character(lead: u8, trail: u8) -> Option<char> {
    match lead {
        0x84..=0xd3 => syllable(lead, trail),
        0xd9..=0xde | 0xe0..=0xf9 => symbol(lead, trail),
        _ => None,
    }
}

/// A syllable, or a letter that stands alone.
fn syllable(lead: u8, trail: u8) -> Option<char> {
    if !matches!(trail, 0x41..=0x7e | 0x81..=0xfe) {
        return None;
    }
    let code = u16::from_be_bytes([lead, trail]);
    let initial = letter(INITIALS, code >> 10)?;
    let medial = letter(MEDIALS, code >> 5)?;
    let last = letter(FINALS, code)?;
    match (initial, medial, last) {
        (Some((_, initial)), Some((_, medial)), last) => {
            let last = last.map_or(0, |(_, number)| number + 1);
            char::from_u32(0xac00 + (initial * 21 + medial) * 28 + last)
        }
        (Some((one, _)), None, None)
        | (None, Some((one, _)), None)
        | (None, None, Some((one, _))) => Some(one),
        _ => None,
    }
}

/// The letter of the lowest five bits. The outer `None` says that they have no meaning.
fn letter(letters: &str, bits: u16) -> Option<Letter> {
    let bits = usize::from(bits & 31);
    let letter = letters.chars().nth(bits).filter(|letter| *letter != '-')?;
    let before = letters.chars().take(bits);
    let number = before.filter(|letter| !matches!(letter, '-' | '_')).count();
    Some((letter != '_').then_some((letter, u32::try_from(number).ok()?)))
}

/// A symbol or a Chinese character: two rows of EUC-KR share a lead byte.
fn symbol(lead: u8, trail: u8) -> Option<char> {
    let place = match trail {
        0x31..=0x7e => trail - 0x31,
        0x91..=0xfe => trail - 0x43,
        _ => return None,
    };
    let row = if lead < 0xe0 {
        2 * (lead - 0xd9)
    } else {
        2 * (lead - 0xe0) + 41
    };
    let bytes = [0xa1 + row + place / 94, 0xa1 + place % 94];
    let text = EUC_KR.decode_without_bom_handling_and_without_replacement(&bytes)?;
    text.chars().next()
}

/// The text, the number of characters that are invalid, and the offset of the first of them.
pub(super) fn decode(bytes: &[u8]) -> (String, usize, Option<usize>) {
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let (mut at, mut replaced, mut broken) = (0, 0, None);
    while let Some(byte) = bytes.get(at) {
        let two = || character(*byte, *bytes.get(at + 1)?);
        if byte.is_ascii() {
            text.push(char::from(*byte));
            at += 1;
        } else if let Some(c) = two() {
            text.push(c);
            at += 2;
        } else {
            text.push(char::REPLACEMENT_CHARACTER);
            replaced += 1;
            broken = broken.or(Some(at));
            at += 1;
        }
    }
    (text, replaced, broken)
}

/// The least number of syllables that tell Johab. One pair of bytes in three would be one by chance.
const ENOUGH: usize = 16;

/// Returns true if bytes are Johab: all are valid, but for one that the end cuts, and most are
/// syllables.
pub(super) fn fits(sample: &[u8]) -> bool {
    let (text, replaced, broken) = decode(sample);
    let beyond = text.chars().filter(|c| !c.is_ascii()).count();
    let syllables = text.chars().filter(|c| matches!(c, '가'..='힣')).count();
    let cut = replaced == 1 && broken.is_some_and(|at| at + 1 == sample.len());
    (replaced == 0 || cut) && syllables >= ENOUGH && syllables * 5 >= beyond * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Python’s codec writes.
    const BYTES: &[u8] = b"\xaf\xa1\xb8w\xb7e\x20\xb6\xa9\xb6a\xb7\xa9\xb5A\x20\x94a\x9f\xa1\x88a\x20\x94a\xaf\xa1\x20\
        \xb5i\x9f\xa5\x94a\x89\xa1\x20\xa0i\xd0\x96\x94a.\x20\xacw\xb7\xa5\x97i\xb7e\x20\xaca\xd3i\
        \x20\x95\xb7\xb4e\x20\x8b\xa1\x94a\x9dv\x94a.\x20\xf7\xd3\xf1\xae\x20\xc4A\xc4A";

    #[test]
    fn korean() {
        let text =
            "시장은 월요일에 다리가 다시 열린다고 말했다. 상인들은 사흘 동안 기다렸다. 漢字 ㅋㅋ";
        assert_eq!(decode(BYTES), (text.to_owned(), 0, None));
        assert!(fits(BYTES) && fits(BYTES.get(..46).unwrap()));
        let (text, replaced, broken) = decode(b"a\x84 \xff");
        assert_eq!(
            (text.as_str(), replaced, broken),
            ("a\u{fffd} \u{fffd}", 2, Some(1))
        );
        let text = "시장은 월요일에 다리가 다시 열린다고 말했다. 상인들은 사흘 동안 기다렸다.";
        assert!(!fits(&EUC_KR.encode(text).0));
    }
}
