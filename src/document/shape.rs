//! [`Shape`]: the shape of a word.

use std::fmt;

use crate::normalize::{is_accent, is_apostrophe, is_hyphen};

/// The shape of a word: one sign for each character.
///
/// The signs are `X` for an upper-case letter, `x` for a lower-case letter, `c` for a letter
/// without case, `d` for a digit or other numeric character, `-` for a hyphen, `'` for an
/// apostrophe and `_` for anything else. A run of more than four equal signs is shortened to four.
/// The shape ends after 20 signs. An accent behind its letter has no sign of its own, so a decomposed
/// word has the shape of the composed one.
///
/// ```
/// # use griot::{Pipeline, Language};
/// let document = Pipeline::builder().language(Language::FRENCH).build()?.process("Iliouchine-76")?;
/// let shape = document.view().token(0).and_then(|token| token.shape());
/// # #[cfg(feature = "fr")]
/// assert_eq!(shape.map(|s| s.to_string()).as_deref(), Some("Xxxxx-dd"));
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Shape(u64);

/// The signs by their code. Code 0 ends the shape.
const SIGNS: &[u8; 8] = b"\0Xxcd-'_";
const PER_SIGN: u32 = 3;
/// The shape `xxxx`.
const SMALL: u64 = 0o2222;
const LONGEST: usize = 20;

/// The bits of one sign.
#[cfg(feature = "entities")]
const SIGN: u64 = 0o7;
/// The code of a capital.
#[cfg(feature = "entities")]
const LARGE: u64 = 1;
/// The lowest bit of each sign.
#[cfg(feature = "entities")]
const LOWEST_BITS: u64 = 0o11_111_111_111_111_111_111;

impl Shape {
    /// Computes the shape of `word`.
    pub fn of(word: &str) -> Self {
        // Most words are of small letters alone, or behind one capital.
        let (capital, rest) = match word.as_bytes() {
            [b'A'..=b'Z', rest @ ..] => (1, rest),
            all => (0, all),
        };
        if let Some(count) = small_letters(rest) {
            let small = SMALL >> (PER_SIGN * 4u32.saturating_sub(count));
            return Self(small << (PER_SIGN * capital) | u64::from(capital));
        }
        let (mut shape, mut length) = (0, 0);
        let (mut last, mut run) = (0, 0);
        for c in word.chars() {
            // The signs of letters come first.
            if is_accent(c) && matches!(last, 1..=3) {
                continue;
            }
            let sign = sign(c);
            run = if sign == last { run + 1 } else { 1 };
            last = sign;
            if run > 4 {
                continue;
            }
            if length == LONGEST {
                break;
            }
            shape |= sign << (PER_SIGN * length as u32);
            length += 1;
        }
        Self(shape)
    }

    /// Whether the word begins with a capital.
    #[cfg(feature = "entities")]
    pub(crate) fn begins_large(self) -> bool {
        self.0 & SIGN == LARGE
    }

    /// Whether the word may have capitals and no small letter, by the signs.
    #[cfg(feature = "entities")]
    pub(crate) fn may_be_upper(self) -> bool {
        let has = |sign: u64| {
            let others = self.0 ^ (sign * LOWEST_BITS);
            let others = others | others >> 1 | others >> 2;
            !others & LOWEST_BITS != 0
        };
        let cut = self.0 >> (PER_SIGN * (LONGEST as u32 - 1)) != 0;
        (has(LARGE) || cut) && !has(SMALL & SIGN)
    }

    /// The shape with these signs. `None` if no word has it.
    pub(crate) fn named(signs: &str) -> Option<Self> {
        let mut shape = 0;
        for (at, sign) in signs.bytes().enumerate() {
            let code = SIGNS.iter().position(|it| *it == sign && sign != 0)? as u64;
            shape |= code << (PER_SIGN * u32::try_from(at).ok().filter(|_| at < LONGEST)?);
        }
        Some(Self(shape))
    }
}

/// How many letters a word has. `None` if it has others than the small ones of Latin-1.
fn small_letters(word: &[u8]) -> Option<u32> {
    let (mut bytes, mut count) = (word.iter(), 0);
    while let Some(byte) = bytes.next() {
        match byte {
            b'a'..=b'z' => {}
            0xc3 => matches!(bytes.next()?, 0xa0..=0xb6 | 0xb8..=0xbf).then_some(())?,
            _ => return None,
        }
        count += 1;
    }
    Some(count)
}

fn sign(c: char) -> u64 {
    match c {
        'a'..='z' | 'à'..='ö' | 'ø'..='ÿ' => 2,
        'A'..='Z' => 1,
        '0'..='9' => 4,
        _ if is_hyphen(c) => 5,
        _ if is_apostrophe(c) => 6,
        _ if c.is_uppercase() => 1,
        _ if c.is_lowercase() => 2,
        _ if c.is_alphabetic() => 3,
        _ if c.is_numeric() => 4,
        _ => 7,
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for at in 0..LONGEST {
            let sign = self.0 >> (PER_SIGN * at as u32) & 7;
            match SIGNS.get(sign as usize) {
                Some(0) | None => break,
                Some(byte) => fmt::Write::write_char(f, char::from(*byte))?,
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_shape() {
        for signs in ["Niamey", "\0", "xXdxXdxXdxXdxXdxXdxXd"] {
            assert_eq!(Shape::named(signs), None, "{signs:?}");
        }
    }

    #[test]
    fn shapes() {
        for (word, shape) in [
            ("", ""),
            ("Niamey", "Xxxxx"),
            ("l", "x"),
            ("les", "xxx"),
            ("pays", "xxxx"),
            ("armée", "xxxx"),
            ("nous", "xxxx"),
            ("niger", "xxxx"),
            ("L’", "X'"),
            ("États-Unis", "Xxxxx-Xxxx"),
            ("12 000", "dd_ddd"),
            ("5,5", "d_d"),
            ("CNSP", "XXXX"),
            ("E\u{301}tats", "Xxxxx"),
            ("\u{301}", "_"),
            ("نيامي", "cccc"),
            ("aA1aA1aA1aA1aA1aA1aA1aA1", "xXdxXdxXdxXdxXdxXdxX"),
        ] {
            assert_eq!(Shape::of(word).to_string(), shape, "{word}");
            assert_eq!(Shape::named(shape), Some(Shape::of(word)), "{word}");
            #[cfg(feature = "entities")]
            {
                let upper = !shape.contains('x') && shape.contains('X');
                assert_eq!(Shape::of(word).may_be_upper(), upper, "{word}");
                let large = word.starts_with(char::is_uppercase);
                assert_eq!(Shape::of(word).begins_large(), large, "{word}");
            }
        }
    }
}
