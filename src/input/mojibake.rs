//! Finds UTF-8 that was decoded as windows-1252: `Ã©` for `é`, `â€™` for `’`.

use crate::span::Span;

/// The characters of windows-1252 from 0x80 to 0x9F. Its five unused places are control characters.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Characters whose garbled form of two characters counts only beside a letter.
const SHY: &str = "ŒœŠšŽžŸŞşğıİćčłƒˆ˜";

/// How many times in a row a text may have been decoded wrongly.
const ROUNDS: usize = 3;

/// Finds the garbled characters of a text: runs of characters whose windows-1252 bytes are the
/// UTF-8 of one plausible character. Yields the byte span of each run and the character that was
/// meant.
///
/// A run that may be correct text is left out. For example, the end of `voilà`, a no-break space
/// and `»` would together make a letter of a rare script, and so would many marks after upper-case
/// letters. Cyrillic and Arabic letters count only if two stand together.
///
/// ```
/// let text = "Lâ€™Ã©tÃ©, voilà\u{a0}»";
/// let found: Vec<_> = griot::input::mojibake(text).collect();
/// assert_eq!(found.len(), 3);
/// assert_eq!((&text[found[0].0], found[0].1), ("â€™", '’'));
/// ```
pub fn mojibake(text: &str) -> impl Iterator<Item = (Span, char)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // The first character of such a run begins with this byte in UTF-8.
            let rest = text.as_bytes().get(at..)?;
            let start = at + rest.iter().position(|byte| *byte == 0xC3)?;
            at = start + 2;
            if let Some((end, meant)) = garbled(text, start) {
                at = end;
                return Some((Span::from_usize(start, end), meant));
            }
        }
    })
}

/// Repairs a text. Returns it with the number of repaired characters, or `None` if there are none.
pub(super) fn repaired(text: &str) -> Option<(String, usize)> {
    let (mut text, mut count) = once(text)?;
    for _ in 1..ROUNDS {
        match once(&text) {
            Some((better, more)) => (text, count) = (better, count + more),
            None => break,
        }
    }
    Some((text, count))
}

fn once(text: &str) -> Option<(String, usize)> {
    let mut better = String::new();
    let (mut done, mut count) = (0, 0);
    for (span, meant) in mojibake(text) {
        better.push_str(text.get(done..span.start())?);
        better.push(meant);
        (done, count) = (span.end(), count + 1);
    }
    better.push_str(text.get(done..)?);
    (count > 0).then_some((better, count))
}

/// Reads the garbled character at `start`. Returns its end and the character that was meant.
fn garbled(text: &str, start: usize) -> Option<(usize, char)> {
    let (end, meant) = read(text, start)?;
    let before = text.get(..start)?.chars().next_back();
    let after = text.get(end..)?.chars().next();
    let is_letter = |near: Option<char>| near.is_some_and(char::is_alphabetic);
    let sure = match meant {
        // `AMANHÃ…` and `MAÇÃ»` are Portuguese; `TÃ”T` is not.
        'À'..='ÿ' => {
            let last = text.get(start..end)?.chars().next_back()?;
            let marks = last.is_whitespace() || "…‘’“”–—«»".contains(last);
            !(marks && before.is_some_and(char::is_uppercase)) || is_letter(after)
        }
        '\u{a0}'..='¿' | '\u{2010}'..='\u{2044}' | '\u{feff}' | '\u{fffd}' => true,
        '€' | '№' | '™' | '←'..='↔' | '−' | '\u{1f000}'..='\u{1ffff}' => true,
        // A control character in an unused place, left over from the first of two wrong decodings.
        '\u{81}' | '\u{8d}' | '\u{8f}' | '\u{90}' | '\u{9d}' => true,
        _ if SHY.contains(meant) => is_letter(before) || is_letter(after),
        _ if is_neighbourly(meant) => {
            let next = read(text, end).is_some_and(|(_, next)| is_neighbourly(next));
            next || before.is_some_and(is_neighbourly) || follows(text, start)
        }
        _ => false,
    };
    sure.then_some((end, meant))
}

/// Returns true for letters of scripts whose garbled form looks too much like normal text to count
/// alone.
fn is_neighbourly(c: char) -> bool {
    matches!(c, 'Ѐ'..='ӿ' | 'ء'..='ي')
}

/// Returns true if a garbled letter of such a script ends at `end`: two characters for its two
/// bytes.
fn follows(text: &str, end: usize) -> bool {
    let start = text
        .get(..end)
        .and_then(|before| before.char_indices().nth_back(1));
    start.is_some_and(|(start, _)| {
        read(text, start).is_some_and(|(stop, c)| stop == end && is_neighbourly(c))
    })
}

/// The character beyond ASCII whose UTF-8 bytes are the windows-1252 bytes of the characters at
/// `start`.
fn read(text: &str, start: usize) -> Option<(usize, char)> {
    let mut bytes = [0; 4];
    let mut end = start;
    let mut length = 1;
    let chars = text.get(start..)?.chars();
    for (index, (slot, c)) in bytes.iter_mut().zip(chars).enumerate() {
        *slot = byte(c)?;
        if index == 0 {
            length = match *slot {
                0xC2..=0xDF => 2,
                0xE0..=0xEF => 3,
                0xF0..=0xF4 => 4,
                _ => return None,
            };
        }
        end += c.len_utf8();
        if index + 1 == length {
            break;
        }
    }
    let meant = std::str::from_utf8(bytes.get(..length)?).ok()?;
    Some((end, meant.chars().next()?))
}

/// The byte of a character beyond ASCII in windows-1252, or in ISO-8859-1 for its control
/// characters.
fn byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        '\0'..='\u{7f}' => None,
        _ => {
            let place = HIGH.iter().position(|high| *high == c)?;
            u8::try_from(0x80 + place).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as a program writes it that decodes UTF-8 as windows-1252.
    fn garble(text: &str) -> String {
        let one = |byte: u8| match byte {
            0x80..=0x9F => HIGH[usize::from(byte) - 0x80],
            _ => char::from(byte),
        };
        text.bytes().map(one).collect()
    }

    #[test]
    fn repairs_what_was_garbled() {
        for text in [
            "L’été à Niamey : « Ça va, Zoé ? », dit-il – cœur, Œuvre, naïf, où, dès, ÉTÉ, TÔT, 20 °C, 5 € …",
            "L’État-major, l’Île, À bord, Noël, ça, maïs, façade, ¿qué?, mañana, Ñandú, « a\u{a0}b »",
            "Москва, Niamey. استقبل وزير الدفاع",
            "še Škoda, Žižek, 😀 et 🇫🇷",
        ] {
            let garbled = garble(text);
            let (better, _) = repaired(&garbled).unwrap();
            assert_eq!(better, text, "{garbled}");
            let (twice, _) = repaired(&garble(&garbled)).unwrap();
            assert_eq!(twice, better);
        }
    }

    #[test]
    fn leaves_what_is_meant() {
        for text in [
            "voilà\u{a0}», arrivé\u{a0}», « là\u{a0}?\u{a0}», dû\u{a0}», où\u{a0}« il\u{a0}» va",
            "AMANHÃ… MAÇÃ» IRMÃ” SÃO João, Â, À, ÂME, château, â, “Å”, »Ä«",
            "L’été, cœur, 10\u{a0}€ – n°\u{a0}5, Ø§, Ð, Ñ€",
        ] {
            assert_eq!(mojibake(text).collect::<Vec<_>>(), [], "{text}");
            assert_eq!(repaired(text), None);
        }
    }
}
