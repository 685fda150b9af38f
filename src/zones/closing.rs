//! What stands below a story: its author and its source.

use super::line::are_agencies;
use super::text::{is_blank, is_terminated, word, words};
use crate::document::ZoneKind;
use crate::lang::ZoneRules;
use crate::normalize::is_hyphen;

/// The kind of a line below a story. `None` if the line is story itself.
pub(super) fn whole(line: &str, rules: &ZoneRules) -> Option<ZoneKind> {
    let bare = line.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']') || is_blank(c));
    if are_agencies(bare, rules) && bare.len() <= 40 {
        Some(ZoneKind::Source)
    } else if are_initials(bare) || is_name(line, rules) {
        Some(ZoneKind::Signature)
    } else {
        None
    }
}

/// The greatest number of words of a note after the last sentence of a line.
const WORDS: usize = 5;

/// A note at the end of a story's last line: its kind and its start, a byte offset in the line. `…
/// du pays. (AFP)`, `… du pays. AC/APA`, `… du pays. Source : Rfi`, `… © Agence France-Presse`.
pub(super) fn tail(line: &str, rules: &ZoneRules) -> Option<(ZoneKind, usize)> {
    let mut from = line.len();
    for _ in 0..WORDS {
        let before = line.get(..from)?.trim_end_matches(is_blank);
        let (at, space) = before.char_indices().rfind(|(_, c)| is_blank(*c))?;
        from = at + space.len_utf8();
        let story = line.get(..from)?.trim_end_matches(is_blank);
        let rest = line.get(from..)?;
        if rest.starts_with('©') {
            return Some((ZoneKind::Metadata, from));
        }
        if !is_terminated(story) {
            continue;
        }
        let inner = rest
            .strip_prefix('(')
            .and_then(|rest| rest.trim_end_matches('.').strip_suffix(')'));
        return match inner {
            Some(inner) if are_agencies(inner, rules) => Some((ZoneKind::Source, from)),
            _ if rest.contains('/') && are_initials(rest) => Some((ZoneKind::Signature, from)),
            _ => super::line::head(rest, rules)
                .filter(|head| head.length == rest.len())
                .filter(|head| matches!(head.kind, ZoneKind::Source | ZoneKind::ReadAlso))
                .map(|head| (head.kind, from)),
        };
    }
    None
}

/// Returns true for initials: `AC/APA`, `ab/te/APA`, `bur-mrb/lp`, `J.D.`, `J.-P. D.`, `AC`.
fn are_initials(line: &str) -> bool {
    if line.len() > 24 {
        return false;
    }
    let upper = |part: &str| part.bytes().all(|byte| byte.is_ascii_uppercase());
    let lower = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    let letters = |part: &str| (1..=5).contains(&part.len()) && (upper(part) || lower(part));
    if line.contains('/') {
        return line.split(|c| is_hyphen(c) || c == '/').all(letters);
    }
    let mut parts = line
        .split(|c| is_hyphen(c) || matches!(c, '.' | ' '))
        .filter(|part| !part.is_empty());
    let pair = parts.clone().nth(1).is_some() && line.ends_with('.');
    let dotted = pair && parts.all(|part| part.len() == 1 && upper(part));
    dotted || (2..=4).contains(&line.len()) && upper(line)
}

/// Returns true for a name: two to four capitalised words, optionally with a role after a comma or
/// in brackets.
pub(super) fn is_name(line: &str, rules: &ZoneRules) -> bool {
    let name = line
        .split([',', '('])
        .next()
        .unwrap_or_default()
        .trim_end_matches(is_blank);
    let plain =
        |c: char| c.is_alphabetic() || is_blank(c) || is_hyphen(c) || matches!(c, '\'' | '’' | '.');
    if line.len() > 60 || is_terminated(line) || !name.chars().all(plain) || name.ends_with('.') {
        return false;
    }
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let (first, count) = (
        word(name),
        words(name).filter(|it| is_capital(it.1)).count(),
    );
    let joins = |word: &str| is_capital(word) || rules.particles.holds(word);
    (2..=4).contains(&count)
        && is_capital(first)
        && !rules.determiners.holds(first)
        && !rules.particles.holds(first)
        && words(name).all(|(_, word)| joins(word))
}
