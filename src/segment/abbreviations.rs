//! Dots that belong to a word: abbreviations, initials and ordinal numbers.

use super::chars::{
    LONGEST_SMALL_WORD, is_alphabetic, is_alphanumeric, is_caseless, is_group_space, is_hyphen,
    is_initial, is_roman, leading,
};
use super::words::Words;
use crate::document::Stop;
use crate::lang::WordRules;

/// The most initials in a row. A longer run is no name, and must not be read again from each
/// letter.
const LONGEST_INITIALS: usize = 12;
/// The most digits of an article of law before its hyphen: `L. 1225-35`.
const LONGEST_ARTICLE: usize = 4;
/// The most letters of a particle before a name: `Della`.
const LONGEST_PARTICLE: usize = 5;
/// The longest word between a day and its month, in bytes.
const LONGEST_LINK: usize = 3;
/// The longest number before the dot of an ordinal: `XVIII.`, in bytes.
const LONGEST_ORDINAL: usize = 6;
/// The longest abbreviation of several parts in a script without capitals, in bytes.
const LONGEST_DOTTED: usize = 48;

impl<'a> Words<'a> {
    pub(super) fn is_abbreviation(&self, start: usize, word: &str, after: &str) -> bool {
        // In `fin...` the dots are a token by themselves.
        if after.starts_with('.') {
            return false;
        }
        let rules = &self.rules.words;
        let (capital, next) = (
            word.starts_with(char::is_uppercase),
            after.trim_start_matches(is_group_space),
        );
        let name = || next.len() < after.len() && (self.is_name(next) || has_particle(next));
        // `101 min. Le film`
        let counts = || {
            let before = self.slice(0, start).trim_end_matches(is_group_space);
            before.ends_with(|c: char| c.is_ascii_digit())
        };
        if rules.title_abbreviations.holds(word) && (capital || name() && !counts())
            || rules.abbreviations.holds(word) && !self.is_number_before_start(word, next)
            || rules.closing_abbreviations.holds(word)
            || is_dotted(word)
            || is_spaced(word, after)
        {
            return true;
        }
        let first = next.chars().next();
        rules.number_abbreviations.holds(word) && self.is_numeral(next)
            || rules.month_abbreviations.holds(word)
                && (leading_digits(next) == 4 || self.is_behind_day(start))
            || rules.weekday_abbreviations.holds(word) && self.is_day_of_month(next)
            || rules.inner_abbreviations.holds(word) && first.is_some_and(|c| !c.is_uppercase())
            || rules.unit_abbreviations.holds(word) && counts() && self.is_name(next)
            || rules.name_abbreviations.holds(word)
                && first.is_some_and(|c| !c.is_whitespace() && !c.is_uppercase())
            || rules.name_abbreviations.holds(word) && self.is_name(next) && self.dates(start)
    }

    /// Whether a word is a Roman numeral of one letter and the next one begins a sentence: `Artículo V.
    /// Algunas veces`.
    fn is_number_before_start(&self, word: &str, next: &str) -> bool {
        let start = || leading(next, LONGEST_SMALL_WORD, is_alphabetic);
        matches!(word, "I" | "V" | "X")
            && next.starts_with(char::is_uppercase)
            && self.rules.stops.tier(start()) != Stop::No
    }

    /// Whether a number stands before a word, or a number and a small word: `3 de oct.`, `3. Okt.`.
    fn is_behind_day(&self, start: usize) -> bool {
        let before = |text: &'a str| text.strip_suffix(is_group_space);
        let Some(text) = before(self.slice(0, start)) else {
            return false;
        };
        let number = |text: &str| {
            let text = text.strip_suffix('.').unwrap_or(text);
            text.ends_with(|c: char| c.is_ascii_digit())
        };
        let link = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let small = text.len() - link.len() <= LONGEST_LINK;
        number(text) || small && before(link).is_some_and(number)
    }

    /// Whether a text begins with a day and its month: `19 déc.`, `, 3. Okt.`, `2 de mayo`.
    fn is_day_of_month(&self, text: &str) -> bool {
        let text = text.strip_prefix(',').unwrap_or(text);
        let text = text.trim_start_matches(is_group_space);
        let digits = leading_digits(text);
        let rest = text.get(digits..).unwrap_or_default();
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        let rest = rest.trim_start_matches(is_group_space);
        let words = &self.rules.words;
        let month = |text| {
            let name = leading(text, LONGEST_SMALL_WORD, is_alphabetic);
            words.months.holds(name) || words.month_abbreviations.holds(name)
        };
        let link = leading(rest, LONGEST_LINK, char::is_lowercase);
        let behind = rest.get(link.len()..).unwrap_or_default();
        let linked = || behind.strip_prefix(is_group_space).is_some_and(month);
        (1..=2).contains(&digits) && (month(rest) || linked())
    }

    /// Whether a name may follow the abbreviation at `start`: it stands behind no number, or behind
    /// one that begins the sentence, as in `W 1918 r. Polska`.
    fn dates(&self, start: usize) -> bool {
        let before = self.slice(0, start).trim_end_matches(is_group_space);
        let numeral = |c: char| c.is_ascii_digit() || "IVXLCM-–—".contains(c);
        let head = before.trim_end_matches(numeral);
        let word = head.trim_end_matches(is_group_space).chars().rev();
        let first = word
            .take(LONGEST_SMALL_WORD)
            .take_while(|c| is_alphabetic(*c))
            .last();
        head.len() == before.len() || first.is_none_or(char::is_uppercase)
    }

    /// Whether a text begins with a capital, but not with a word that begins sentences. An initial
    /// is no such word.
    fn is_name(&self, text: &str) -> bool {
        let word = leading(text, LONGEST_SMALL_WORD, is_alphabetic);
        let rest = text.get(word.len()..).unwrap_or_default();
        text.starts_with(char::is_uppercase)
            && (!self.rules.begin_with(word) || rest.starts_with('.'))
    }

    /// Whether a text begins with a number, in brackets or not, or with a Roman numeral.
    fn is_numeral(&self, text: &str) -> bool {
        let text = text.strip_prefix('(').unwrap_or(text);
        let word = leading(text, LONGEST_SMALL_WORD, is_alphanumeric);
        word.starts_with(char::is_numeric)
            || is_roman(word.as_bytes()) && !self.rules.begin_with(word)
    }

    /// Whether the dot behind a number belongs to it: `3. Mai`, `Karel IV. byl`. A noun follows it,
    /// and not a word that begins a sentence.
    pub(super) fn is_ordinal(&self, start: usize, word: &str, after: &str) -> bool {
        let WordRules {
            ordinals,
            small_ordinals,
            ..
        } = self.rules.words;
        if !(ordinals || small_ordinals) || word.len() > LONGEST_ORDINAL {
            return false;
        }
        let next = after.trim_start_matches(is_group_space);
        let digits = word.bytes().all(|b| b.is_ascii_digit());
        if digits && self.is_part_of_day(start, word, next) {
            return next.len() < after.len();
        }
        if small_ordinals && digits && next.starts_with('§') {
            return true;
        }
        if small_ordinals && digits && next.starts_with(|c| is_hyphen(c) || c == '–') {
            return next.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        }
        let name = leading(next, LONGEST_SMALL_WORD, is_alphabetic);
        if next.len() == after.len() || name.is_empty() {
            return false;
        }
        let small = name.starts_with(char::is_lowercase);
        let noun = || small || !self.rules.begin_with(name);
        if digits {
            word.len() <= 2 && ordinals && noun() || small_ordinals && small
        } else {
            small_ordinals && word.len() > 1 && is_roman(word.as_bytes()) && noun()
        }
    }

    /// Whether a number is the day or the month of `5. 4. 2023`.
    fn is_part_of_day(&self, start: usize, word: &str, next: &str) -> bool {
        let number = leading(next, 5, |c| c.is_ascii_digit());
        let rest = next.get(number.len()..).unwrap_or_default();
        let before = self.slice(0, start).trim_end_matches(is_group_space);
        let month = || {
            before.len() < start
                && before
                    .strip_suffix('.')
                    .is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit()))
        };
        word.len() <= 2
            && match number.len() {
                1 | 2 => rest.starts_with('.'),
                4 => month(),
                _ => false,
            }
    }

    /// The length of initials: capitals with a dot each, as `J.`, `J.-C.`, `B.C.E.`. A single one
    /// counts only before a name.
    pub(super) fn initials(&self, start: usize) -> Option<usize> {
        let text = self.rest(start);
        let (mut length, mut count) = (0, 0);
        while count < LONGEST_INITIALS {
            let rest = text.get(length..)?;
            let rest = if count > 0 {
                rest.strip_prefix(is_hyphen).unwrap_or(rest)
            } else {
                rest
            };
            let mut chars = rest.chars();
            match (chars.next(), chars.next()) {
                (Some(letter), Some('.')) if is_initial(letter) => {
                    length = text.len() - chars.as_str().len();
                    count += 1;
                }
                _ => break,
            }
        }
        let after = text.get(length..)?;
        if count == 0 || after.starts_with('.') || count > 1 && after.starts_with(is_alphanumeric) {
            return None;
        }
        let name = after.trim_start_matches(is_group_space);
        let spaced = name.len() < after.len();
        // In `Dagobert I. Ils` the dot ends a sentence: `Ils` is a function word and no name. An
        // initial is no function word.
        let next = leading(name, LONGEST_SMALL_WORD, is_alphabetic);
        let after = name.get(next.len()..)?;
        let particle = || {
            let noun = after.trim_start_matches(is_group_space);
            noun.len() < after.len() && noun.starts_with(char::is_uppercase)
        };
        let numeral = || self.is_number_before_start(text.get(..1).unwrap_or_default(), name);
        let small =
            (self.rules.begin_with(next) || count == 1 && numeral()) && !after.starts_with('.');
        let before_name = name.starts_with(|c| is_initial(c) || c >= '\u{370}' && is_caseless(c))
            && (!small || self.follows_initial(start) && particle())
            && (spaced || name.chars().nth(1).is_some_and(char::is_lowercase));
        let before_small = || spaced && name.starts_with(char::is_lowercase);
        // `L. 121-3`
        let law = || {
            let number = leading(name, LONGEST_ARTICLE, |c| c.is_ascii_digit());
            let mut rest = name.get(number.len()..).unwrap_or_default().chars();
            spaced
                && !number.is_empty()
                && rest.next().is_some_and(is_hyphen)
                && rest.next().is_some_and(|c| c.is_ascii_digit())
        };
        let before_small = before_small() && self.follows_initial(start);
        (count > 1 || before_name || before_small || law()).then_some(length)
    }

    /// Whether an initial stands before `start`: the `J. ` of `J. R.`.
    fn follows_initial(&self, start: usize) -> bool {
        let before = self.slice(0, start);
        let name = before.trim_end_matches(is_group_space);
        let mut letters = name.chars().rev();
        name.len() < before.len()
            && letters.next() == Some('.')
            && letters.next().is_some_and(char::is_uppercase)
            && !letters.next().is_some_and(is_alphanumeric)
    }
}

/// Whether a word is an abbreviation of several short parts in a script without capitals, with dots
/// between them: the `कि.मी` of `कि.मी.`.
fn is_dotted(word: &str) -> bool {
    word.starts_with(is_caseless)
        && word.contains('.')
        && word.len() <= LONGEST_DOTTED
        && word
            .split('.')
            .all(|part| (1..=3).contains(&part.chars().count()))
}

/// Whether a letter and a dot are the first part of an abbreviation that is written with a space:
/// `a. C.`, `e. V.`. The parts of `JJ. OO.` are two equal capitals.
fn is_spaced(word: &str, after: &str) -> bool {
    let mut letters = word.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else {
        return false;
    };
    let mut next = after.chars();
    if letters.next().is_some() || !next.next().is_some_and(is_group_space) {
        return false;
    }
    let capital = next.next().filter(|c| c.is_uppercase());
    match second {
        None => first.is_lowercase() && capital.is_some() && next.next() == Some('.'),
        Some(second) => {
            first == second
                && first.is_uppercase()
                && capital.is_some_and(|c| next.next() == Some(c))
                && next.next() == Some('.')
        }
    }
}

/// Whether a text begins with a particle of a name and the name: `De Luca`.
fn has_particle(text: &str) -> bool {
    let particle = leading(text, LONGEST_PARTICLE, is_alphabetic);
    let name = text.get(particle.len()..).unwrap_or_default();
    particle.starts_with(char::is_uppercase)
        && name
            .strip_prefix(is_group_space)
            .is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// How many digits a text begins with.
fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}
