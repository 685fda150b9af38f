//! Words that a hyphen cuts in two at the end of a line: `presi-⏎dent`.

use super::chars::{is_alphabetic, is_hyphen, letters};
use crate::document::TokenKind;
use crate::document::layers::Tokens;
use crate::lang::{Rules, WordRules};
use crate::lines::unbroken;

/// The hyphen that is seen only where a line breaks.
const SOFT_HYPHEN: char = '\u{ad}';
/// A word is cut so often at most. Each cut reads it again from its beginning.
const MOST_CUTS: usize = 4;

/// Joins the parts of each such word from the token `first` on. Returns whether any were joined.
pub(crate) fn join(text: &str, rules: &Rules, tokens: &mut Tokens, first: usize) -> bool {
    let (mut from, mut to) = (first, first);
    while from < tokens.len() {
        let mut end = from + 1;
        for _ in 0..MOST_CUTS {
            match rest_of(text, rules, tokens, from, end) {
                Some(next) => end = next,
                None => break,
            }
        }
        tokens.set(to, tokens.span_of(from..end), tokens.kind(from));
        (from, to) = (end, to + 1);
    }
    tokens.truncate(to);
    from > to
}

/// The end of the tokens that go on with the word of the tokens `from..end`, behind a hyphen and a
/// line break.
fn rest_of(text: &str, rules: &Rules, tokens: &Tokens, from: usize, end: usize) -> Option<usize> {
    if tokens.kind(from) != TokenKind::Word {
        return None;
    }
    let token = |at: usize| (at < tokens.len()).then(|| tokens.span(at).of(text));
    let hyphen = |text: &str| text.ends_with(|c| is_hyphen(c) || c == SOFT_HYPHEN);
    // Some languages leave the hyphen at the word.
    let own = hyphen(token(end - 1)?);
    if !own && !hyphen(token(end)?) {
        return None;
    }
    let rest = if own { end } else { end + 1 };
    let head = tokens.span_of(from..end);
    let whole = text.get(head.start()..tokens.span_of(from..rest + 1).end())?;
    let (head, next) = (head.of(text), token(rest)?);
    let head = head.trim_end_matches(|c| is_hyphen(c) || c == SOFT_HYPHEN);
    let joined = unbroken(whole);
    let cut = tokens.kind(rest) == TokenKind::Word
        && letters(head).nth(1).is_some()
        && head.ends_with(is_alphabetic)
        && next.starts_with(char::is_lowercase)
        && joined.len() < whole.len()
        && !joined.contains(char::is_whitespace)
        && !keeps_hyphen(rules, head, next);
    cut.then_some(rest + 1)
}

/// Whether the hyphen between two parts is there inside a line too: `dit-il`, `sous-marin`, `Garten- und
/// Landschaftsbau`, `up-to-date`.
fn keeps_hyphen(rules: &Rules, head: &str, next: &str) -> bool {
    let WordRules {
        clitics,
        euphonic_letters,
        first_parts,
        hyphens,
        trailing_hyphens,
        ..
    } = rules.words;
    let part = next.split(is_hyphen).next().unwrap_or_default();
    let word = head.rsplit(is_hyphen).next().unwrap_or_default();
    clitics.holds(part)
        || euphonic_letters.holds(part)
        || first_parts.holds(word)
        || (!hyphens || trailing_hyphens)
            && (rules.stops.function.holds(part) || rules.stops.function.holds(word))
}
