//! Words that tell a language from the better-known relatives that it is taken for, where these are little
//! ahead of it.

use super::grams::{HAN, Script};

/// What a telling word adds to the score of its language, in nats.
pub(super) const SAY: f32 = 4.0;
/// More telling words of one language say no more.
pub(super) const MOST: i64 = 4;

/// A language with relatives that are better known.
#[derive(Debug)]
pub(super) struct Relative {
    /// Its ISO 639-3 code.
    pub(super) code: &'static str,
    pub(super) script: Script,
    /// The codes of the languages that it is taken for.
    of: &'static [&'static str],
    /// Words, or in Chinese characters, that these languages do not have. Sorted.
    words: &'static [&'static str],
}

const LATIN: Script = 1;

static RELATIVES: [Relative; 3] = [
    Relative {
        code: "fao",
        script: LATIN,
        of: &["isl"],
        words: &[
            "av", "ein", "eisini", "fyri", "føroyar", "hansara", "hava", "hevur", "ikki", "kundi",
            "millum", "nógv", "onkur", "segði", "sigur", "síðan", "teir", "tey", "tær", "uttan",
            "varð", "verða", "vildi", "vóru", "øll",
        ],
    },
    Relative {
        code: "glg",
        script: LATIN,
        of: &["por", "spa"],
        words: &[
            "algunha", "cando", "dende", "dixo", "dunha", "dúas", "foron", "máis", "ningunha",
            "nunha", "poden", "súa", "súas", "teñen", "tiña", "unha", "unhas", "xa", "xeral",
            "xunto",
        ],
    },
    Relative {
        code: "yue",
        script: HAN,
        of: &["zho"],
        words: &[
            "乜", "佢", "冇", "咁", "咗", "哋", "唔", "啱", "啲", "喺", "嗌", "嗰", "嘅", "嘢",
            "嘥", "嚟", "攞", "睇", "瞓", "諗",
        ],
    },
];

/// The relative that a language is or is taken for.
pub(super) fn of(script: Script, code: &str) -> Option<&'static Relative> {
    let is = |relative: &&Relative| relative.code == code || relative.of.contains(&code);
    RELATIVES
        .iter()
        .find(|relative| relative.script == script && is(relative))
}

impl Relative {
    /// How many telling words a text has.
    pub(super) fn count(&self, text: &str) -> i64 {
        let is = |word: &str| self.words.binary_search(&word).is_ok();
        let mut letters = [0; 4];
        let count = if self.script == HAN {
            text.chars()
                .filter(|c| is(c.encode_utf8(&mut letters)))
                .count()
        } else {
            let words = text.split(|c: char| !c.is_alphabetic());
            words.filter(|word| is(&word.to_lowercase())).count()
        };
        i64::try_from(count).unwrap_or(MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        for relative in &RELATIVES {
            assert!(
                relative.words.is_sorted_by(|a, b| a < b),
                "{}",
                relative.code
            );
        }
    }

    #[test]
    fn telling_words_are_counted() {
        let cantonese = of(HAN, "zho").unwrap();
        assert_eq!(cantonese.count("佢哋喺度"), 3);
        let galician = of(LATIN, "spa").unwrap();
        assert_eq!(galician.count("Unha vez máis, xa non."), 3);
        assert!(of(LATIN, "fra").is_none());
    }
}
