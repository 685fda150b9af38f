//! Clitics: the pronouns and particles that hang on a word by hyphens, as in `donnez-le-moi`.

use super::chars::{is_alphabetic, is_hyphen, letters};
use crate::lang::WordRules;
use crate::normalize::is_apostrophe;

/// The most clitics of a word. `donnez-le-moi` has two.
const MOST_CLITICS: usize = 3;

/// Where the clitics of a word begin: `donnez-le-moi`, `va-t-il`, `moment-là`.
pub(super) fn clitics_start(word: &str, rules: &WordRules) -> Option<usize> {
    let mut rest = word;
    for _ in 0..MOST_CLITICS {
        let hyphen = rest.rfind(is_hyphen);
        let Some((base, clitic)) = hyphen.and_then(|at| rest.split_at_checked(at)) else {
            break;
        };
        let clitic = clitic.trim_start_matches(is_hyphen);
        let ends_acronym =
            rules.acronym_ends.holds(clitic) && is_acronym(base) && is_acronym(clitic);
        if !rules.clitics.holds(clitic) || !fits_base(base, clitic) || ends_acronym {
            break;
        }
        rest = base;
        // The `-t-` of `va-t-il` belongs to the pronoun.
        if let Some((base, letter)) = base.rsplit_once(is_hyphen)
            && rules.euphonic_letters.holds(letter)
            && rules.euphonic_clitics.holds(clitic)
        {
            rest = base.trim_end_matches(is_hyphen);
        }
    }
    (!rest.is_empty() && rest.len() < word.len()).then_some(rest.len())
}

/// Whether a word may take a clitic. `Jean-Il` is a name. `Est-Il`, as in a title, and `EST-IL` are
/// verbs with clitics.
fn fits_base(base: &str, clitic: &str) -> bool {
    let small = |text: &str| text.starts_with(char::is_lowercase);
    let inside = |c: char| is_alphabetic(c) || is_hyphen(c) || is_apostrophe(c);
    let capitals = base.chars().all(|c| !c.is_lowercase());
    !base.is_empty() && letters(base).all(inside) && (small(clitic) || small(base) || capitals)
}

/// Whether a word may be an acronym: two to four capitals.
fn is_acronym(word: &str) -> bool {
    letters(word).all(char::is_uppercase) && (2..=4).contains(&letters(word).count())
}

/// The length of the first clitic of a chain.
pub(super) fn first_clitic(chain: &str, rules: &WordRules) -> usize {
    // The end of the clitic whose hyphen is at `from`.
    let end_after = |from: usize| {
        let mut rest = chain.char_indices().skip_while(|(at, _)| *at <= from);
        let next = rest.find(|(_, c)| is_hyphen(*c));
        next.map_or(chain.len(), |(at, _)| at)
    };
    let end = end_after(0);
    let clitic = chain.get(..end).unwrap_or_default();
    // `-m’en` is two.
    if let Some((at, apostrophe)) = clitic.char_indices().find(|(_, c)| is_apostrophe(*c)) {
        return at + apostrophe.len_utf8();
    }
    let clitic = clitic.trim_start_matches(is_hyphen);
    let euphonic = end < chain.len() && rules.euphonic_letters.holds(clitic);
    debug_assert!(euphonic || rules.clitics.holds(clitic));
    if euphonic { end_after(end) } else { end }
}
