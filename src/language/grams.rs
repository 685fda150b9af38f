//! What the model reads of a text: its words by script, and their character n-grams as keys.
//!
//! The tool that trains the model reads text with this file too, so the two cannot differ.

/// The longest n-gram, in characters. The edge of a word counts as a character.
pub(super) const LONGEST: usize = 5;
/// The symbol for the edge of a word.
const EDGE: u32 = 1;
const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// A script, by its number in a model.
pub type Script = u8;

/// The script of a character that is no letter.
pub const NONE: Script = 0;
/// Chinese characters and kana, which are written without spaces.
pub const HAN: Script = 8;
/// The ISO 15924 code of each script, by its number.
pub const SCRIPTS: [&str; 37] = [
    "Zyyy", "Latn", "Cyrl", "Arab", "Deva", "Hebr", "Ethi", "Tibt", "Hani", "Grek", "Armn", "Thaa",
    "Nkoo", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Thai", "Laoo",
    "Mymr", "Geor", "Hang", "Khmr", "Mong", "Tfng", "Cher", "Cans", "Adlm", "Vaii", "Syrc", "Olck",
    "Java",
];

/// The first and last code point of each block of letters, with its script. Sorted.
const BLOCKS: [(u32, u32, Script); 61] = [
    (0x0041, 0x005a, 1),
    (0x0061, 0x007a, 1),
    (0x00aa, 0x00aa, 1),
    (0x00ba, 0x00ba, 1),
    (0x00c0, 0x02b8, 1),
    (0x0370, 0x03ff, 9),
    (0x0400, 0x052f, 2),
    (0x0531, 0x0587, 10),
    (0x05d0, 0x05f2, 5),
    (0x0620, 0x06ff, 3),
    (0x0700, 0x074f, 34),
    (0x0750, 0x077f, 3),
    (0x0780, 0x07bf, 11),
    (0x07c0, 0x07ff, 12),
    (0x08a0, 0x08ff, 3),
    (0x0904, 0x097f, 4),
    (0x0980, 0x09ff, 13),
    (0x0a00, 0x0a7f, 14),
    (0x0a80, 0x0aff, 15),
    (0x0b00, 0x0b7f, 16),
    (0x0b80, 0x0bff, 17),
    (0x0c00, 0x0c7f, 18),
    (0x0c80, 0x0cff, 19),
    (0x0d00, 0x0d7f, 20),
    (0x0d80, 0x0dff, 21),
    (0x0e00, 0x0e7f, 22),
    (0x0e80, 0x0eff, 23),
    (0x0f00, 0x0fff, 7),
    (0x1000, 0x109f, 24),
    (0x10a0, 0x10ff, 25),
    (0x1100, 0x11ff, 26),
    (0x1200, 0x139f, 6),
    (0x13a0, 0x13ff, 30),
    (0x1400, 0x167f, 31),
    (0x1780, 0x17ff, 27),
    (0x1800, 0x18af, 28),
    (0x1c50, 0x1c7f, 35),
    (0x1c80, 0x1c8f, 2),
    (0x1c90, 0x1cbf, 25),
    (0x1e00, 0x1eff, 1),
    (0x1f00, 0x1fff, 9),
    (0x2c60, 0x2c7f, 1),
    (0x2d00, 0x2d2f, 25),
    (0x2d30, 0x2d7f, 29),
    (0x2d80, 0x2ddf, 6),
    (0x3041, 0x30ff, HAN),
    (0x3130, 0x318f, 26),
    (0x31f0, 0x31ff, HAN),
    (0x3400, 0x9fff, HAN),
    (0xa500, 0xa63f, 33),
    (0xa640, 0xa69f, 2),
    (0xa720, 0xa7ff, 1),
    (0xa980, 0xa9df, 36),
    (0xab00, 0xab2f, 6),
    (0xac00, 0xd7ff, 26),
    (0xf900, 0xfaff, HAN),
    (0xfb00, 0xfb06, 1),
    (0xfb50, 0xfdff, 3),
    (0xfe70, 0xfeff, 3),
    (0x1e900, 0x1e95f, 32),
    (0x20000, 0x3ffff, HAN),
];

/// How the model reads a character.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Seen {
    Letter(Script, u32),
    /// Part of the word, but ignored: Arabic vowel marks and the tatweel.
    Skipped,
    Other,
}

#[inline]
fn see(c: char) -> Seen {
    let code = u32::from(c);
    match code {
        0x61..=0x7a => Seen::Letter(1, code),
        0x41..=0x5a => Seen::Letter(1, code + 32),
        0..=0xa9 => Seen::Other,
        0xe0..=0xf6 | 0xf8..=0xff => Seen::Letter(1, code),
        0x430..=0x45f => Seen::Letter(2, code),
        0x410..=0x42f => Seen::Letter(2, code + 32),
        // A Greek letter that typists use for `ọ` of Yoruba.
        0x3d8 | 0x3d9 => Seen::Letter(1, 0x1ecd),
        0x640 | 0x64b..=0x65f | 0x670 => Seen::Skipped,
        // Quotation marks, dashes and the typographic apostrophe are in every other sentence.
        0xab..=0xb9 | 0xbb..=0xbf | 0x2000..=0x2c5f => Seen::Other,
        _ => rare(c),
    }
}

fn rare(c: char) -> Seen {
    let code = u32::from(c);
    let script = match BLOCKS.binary_search_by(|(first, last, _)| {
        if *last < code {
            std::cmp::Ordering::Less
        } else if *first > code {
            std::cmp::Ordering::Greater
        } else {
            std::cmp::Ordering::Equal
        }
    }) {
        Ok(at) => BLOCKS.get(at).map_or(NONE, |block| block.2),
        Err(_) => NONE,
    };
    // The Devanagari virama and nukta belong to letters, but Unicode does not call them letters.
    let sign = matches!(code, 0x93c | 0x94d);
    if script == NONE || !(sign || c.is_alphabetic()) {
        return Seen::Other;
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    Seen::Letter(script, u32::from(lower))
}

/// The script of a letter; [`NONE`] for any other character.
pub fn script(c: char) -> Script {
    match see(c) {
        Seen::Letter(script, _) => script,
        Seen::Skipped | Seen::Other => NONE,
    }
}

/// What `read` reports.
#[derive(Clone, Copy, Debug)]
pub enum Event<'k> {
    /// The n-grams of the present word that end at a character: their script, their keys, and how many of
    /// these there are. A reader that copies all keys needs no loop.
    Grams(Script, &'k [u64; LONGEST], usize),
    /// The end of a word: its script and its number of letters.
    Word(Script, u32),
}

/// The n-grams that end at the present character, one of each length.
struct Rolling {
    keys: [u64; LONGEST],
    length: usize,
}

#[inline]
fn extend(key: u64, symbol: u32) -> u64 {
    (key ^ u64::from(symbol))
        .wrapping_mul(MULTIPLIER)
        .rotate_left(29)
}

impl Rolling {
    const EMPTY: Self = Self {
        keys: [0; LONGEST],
        length: 0,
    };

    #[inline]
    fn push(&mut self, symbol: u32) {
        let mut before = 0x51_7cc1_b727_220a_u64;
        for key in &mut self.keys {
            let extended = extend(before, symbol);
            before = std::mem::replace(key, extended);
        }
        self.length += 1;
    }

    /// How many n-grams end here.
    #[inline]
    fn count(&self) -> usize {
        self.length.min(LONGEST)
    }
}

/// Reads `text` to its end, or until `on` returns `false` at the end of a word.
#[inline]
pub fn read(text: &str, mut on: impl FnMut(Event) -> bool) {
    let mut rolling = Rolling::EMPTY;
    let (mut script, mut letters) = (NONE, 0);
    let mut before = ' ';
    let mut chars = text.chars();
    loop {
        let next = chars.next();
        let c = next.unwrap_or(' ');
        let seen = see(c);
        // An accent that stands apart: `e` without it beats two halves of a word.
        let accent = ('\u{300}'..='\u{36f}').contains(&c) && before.is_ascii_alphabetic();
        if seen == Seen::Skipped || accent {
            continue;
        }
        before = c;
        let here = match seen {
            Seen::Letter(here, _) => here,
            _ => NONE,
        };
        if here != script {
            if script != NONE {
                if script != HAN {
                    rolling.push(EDGE);
                    // The edge alone is no n-gram.
                    let mut keys = rolling.keys;
                    keys.rotate_left(1);
                    on(Event::Grams(script, &keys, rolling.count() - 1));
                }
                if !on(Event::Word(script, letters)) {
                    return;
                }
            }
            rolling.length = 0;
            letters = 0;
            script = here;
            if here != NONE && here != HAN {
                rolling.push(EDGE);
            }
        }
        if let Seen::Letter(script, code) = seen {
            letters += 1;
            rolling.push(code);
            on(Event::Grams(script, &rolling.keys, rolling.count()));
        }
        if next.is_none() {
            return;
        }
    }
}

/// Reads `text` as [`read`] does, and reports each n-gram with its key as people would write it, with
/// `_` for the edge of a word.
#[cfg(any(feature = "langid", test))]
pub fn spelled(text: &str, mut on: impl FnMut(Script, u64, &str)) {
    let mut letters = text.chars().filter_map(|c| match see(c) {
        Seen::Letter(_, code) => char::from_u32(code),
        _ => None,
    });
    let mut keys = Vec::new();
    read(text, |event| {
        match event {
            Event::Grams(_, ending, count) => keys.extend(ending.iter().take(count)),
            Event::Word(script, count) => {
                let word = letters.by_ref().take(count as usize);
                let names = names(script, &word.collect::<Vec<char>>());
                for (key, name) in keys.drain(..).zip(names) {
                    on(script, key, &name);
                }
            }
        }
        true
    });
}

/// The n-grams of a word, in the order in which [`read`] reports them.
#[cfg(any(feature = "langid", test))]
fn names(script: Script, letters: &[char]) -> Vec<String> {
    let edge = (script != HAN).then_some('_');
    let word: Vec<char> = edge
        .into_iter()
        .chain(letters.iter().copied())
        .chain(edge)
        .collect();
    let mut names = Vec::new();
    for end in 1..=word.len() {
        let head = word.get(..end).unwrap_or_default();
        let closed = edge.is_some() && end == word.len();
        let opened = edge.is_some() && end == 1;
        let shortest = if closed { 2 } else { 1 };
        for length in shortest..=LONGEST.min(end) {
            if !opened {
                names.extend(head.get(end - length..).map(String::from_iter));
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn keys(text: &str) -> Vec<u64> {
        let mut keys = Vec::new();
        read(text, |event| {
            if let Event::Grams(_, ending, count) = event {
                keys.extend(ending.iter().take(count));
            }
            true
        });
        keys
    }

    #[test]
    fn blocks_are_sorted_and_apart() {
        assert!(BLOCKS.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert!(
            BLOCKS
                .iter()
                .all(|block| usize::from(block.2) < SCRIPTS.len())
        );
    }

    #[test]
    fn a_word_has_its_edges_and_all_lengths() {
        // _a a · _ab ab b · _ab_ ab_ b_
        assert_eq!(keys("Ab").len(), 8);
        assert_eq!(keys("ab"), keys("AB"));
        assert_eq!(keys("ab ab").iter().collect::<BTreeSet<_>>().len(), 8);
        assert_eq!(keys("e\u{301}te"), keys("ete"));
        assert!(keys("12 000 — !").is_empty());
    }

    /// Each name, read as a text, has the key that it is reported with.
    #[test]
    fn names_are_those_of_their_keys() {
        let text = "L’Élysée, 12 Ελλάδα; e\u{301}te 部长 кот.";
        let mut spelt = Vec::new();
        spelled(text, |_, key, name| spelt.push((key, name.to_owned())));
        assert_eq!(spelt.iter().map(|it| it.0).collect::<Vec<_>>(), keys(text));
        for (key, name) in &spelt {
            let own = keys(name.trim_matches('_'));
            assert!(own.contains(key), "{name}");
        }
        for whole in ["_l_", "sée_", "_кот_", "部长"] {
            assert!(spelt.iter().any(|(_, name)| name == whole), "{whole}");
        }
    }

    proptest! {
        /// Rolling keys are those of the n-grams cut out one by one.
        #[test]
        fn rolls_as_a_naive_reader_would(word in "[a-zéßо-я]{1,12}") {
            let mut naive = Vec::new();
            let mut words: Vec<(Script, Vec<u32>)> = Vec::new();
            for c in word.chars() {
                let own = script(c);
                match words.last_mut() {
                    Some((same, letters)) if *same == own => letters.push(u32::from(c)),
                    _ => words.push((own, vec![EDGE, u32::from(c)])),
                }
            }
            for (_, mut letters) in words {
                letters.push(EDGE);
                for end in 1..letters.len() {
                    for length in 1..=LONGEST.min(end + 1) {
                        if length == 1 && end + 1 == letters.len() {
                            continue;
                        }
                        let mut rolling = Rolling::EMPTY;
                        for symbol in &letters[end + 1 - length..=end] {
                            rolling.push(*symbol);
                        }
                        naive.push(rolling.keys[length - 1]);
                    }
                }
            }
            prop_assert_eq!(keys(&word), naive);
        }
    }
}
