//! UTF-32, which no web page may declare.

/// The order of the bytes of a byte order mark in UTF-32, and its length. The one of the little order
/// begins like the one of UTF-16.
pub(super) fn marked(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0, 0, 0xfe, 0xff, ..] => Some(true),
        [0xff, 0xfe, 0, 0, ..] => Some(false),
        _ => None,
    }
}

/// The length of a byte order mark.
pub(super) const MARK: usize = 4;

/// Tells whether bytes without a mark are UTF-32, and whether the highest byte comes first. Every
/// number must be a character, and the highest byte of each is zero; no other text is like this.
pub(super) fn unmarked(sample: &[u8]) -> Option<bool> {
    let (units, _) = sample.as_chunks::<4>();
    if units.is_empty() {
        return None;
    }
    let is_text = |of: fn([u8; 4]) -> u32| {
        let character = |unit: &[u8; 4]| char::from_u32(of(*unit));
        let is_plain = |c: char| !c.is_control() || c.is_whitespace();
        units
            .iter()
            .all(|unit| character(unit).is_some_and(is_plain))
    };
    if is_text(u32::from_be_bytes) {
        Some(true)
    } else if is_text(u32::from_le_bytes) {
        Some(false)
    } else {
        None
    }
}

/// The text, the number of numbers that are no characters, and the offset of the first of them.
/// U+FFFD stands for each.
pub(super) fn decode(bytes: &[u8], is_big: bool) -> (String, usize, Option<usize>) {
    let (units, rest) = bytes.as_chunks::<4>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let (mut replaced, mut broken) = (0, None);
    let mut replace = |text: &mut String, offset: usize| {
        text.push(char::REPLACEMENT_CHARACTER);
        replaced += 1;
        broken = broken.or(Some(offset));
    };
    for (number, unit) in units.iter().enumerate() {
        let of = if is_big {
            u32::from_be_bytes
        } else {
            u32::from_le_bytes
        };
        match char::from_u32(of(*unit)) {
            Some(c) => text.push(c),
            None => replace(&mut text, 4 * number),
        }
    }
    if !rest.is_empty() {
        replace(&mut text, bytes.len() - rest.len());
    }
    (text, replaced, broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders() {
        for (is_big, of) in [
            (true, u32::to_be_bytes as fn(u32) -> [u8; 4]),
            (false, u32::to_le_bytes),
        ] {
            let text = "À Niamey, 你好 🙂\n";
            let bytes: Vec<u8> = text.chars().flat_map(|c| of(u32::from(c))).collect();
            assert_eq!(unmarked(&bytes), Some(is_big));
            assert_eq!(decode(&bytes, is_big), (text.to_owned(), 0, None));
            let cut = bytes.get(..bytes.len() - 1).unwrap();
            assert_eq!(
                (decode(cut, is_big).1, decode(cut, is_big).2),
                (1, Some(bytes.len() - 4))
            );
        }
        for bytes in [
            &b""[..],
            b"abc",
            b"Le bac est la.",
            "L\u{0}e".as_bytes(),
            &[0; 64],
        ] {
            assert_eq!(unmarked(bytes), None);
        }
        assert_eq!(
            decode(&[0, 0x11, 0, 0], true),
            ("\u{fffd}".to_owned(), 1, Some(0))
        );
    }
}
