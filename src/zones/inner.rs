//! Finds what stands inside a paragraph and is not part of it: links to other articles whose line
//! breaks were lost, `Lire aussi : …`.

use super::line::time;
use super::text::{
    has_sentences, initials, is_blank, is_capitalised, is_stopped, is_terminated, phrase, word,
    words,
};
use crate::document::ZoneKind;
use crate::lang::{Form, ZoneRules};

/// A part of a line that is not the story, as byte offsets in the line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Inner {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: ZoneKind,
}

/// The greatest length in bytes of what may stand between a phrase and its colon: `sur la guerre en
/// Ukraine`.
const SUBJECT: usize = 60;

/// How near the colon stands behind the start of a phrase, in bytes.
const NEAR: usize = 2 * SUBJECT;

/// The greatest length in bytes of the headlines behind a colon.
const HEADLINES: usize = 300;

/// Finds the parts of lines that are not the story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finder<'a> {
    rules: &'a ZoneRules,
    /// A bit for each letter that a phrase begins with.
    letters: u32,
}

impl<'a> Finder<'a> {
    pub(super) fn new(rules: &'a ZoneRules) -> Self {
        let letter = |phrase: &str| phrase.bytes().next().map_or(0, bit);
        let phrases = rules.phrases.iter().filter(|it| may_be_inner(it.1, it.2));
        let letters = phrases.fold(0, |letters, it| letters | letter(it.0));
        Self { rules, letters }
    }

    /// The next such part of a line at or after the byte `from`.
    pub(super) fn next(self, line: &str, from: usize) -> Option<Inner> {
        if self.letters == 0 {
            return None;
        }
        if from == 0
            && let Some(found) = read(line, 0, self.rules)
        {
            return Some(found);
        }
        let mut at = from;
        loop {
            at = capital(line.as_bytes(), at)?;
            let first = line.as_bytes().get(at).copied().unwrap_or_default();
            // `À` and `É` begin with another byte.
            let may_be = !first.is_ascii() || self.letters & bit(first) != 0;
            if may_be && let Some(found) = read(line, at, self.rules) {
                return Some(found);
            }
        }
    }
}

fn bit(letter: u8) -> u32 {
    1 << (letter.to_ascii_lowercase() & 31)
}

/// Whether a phrase can stand inside a paragraph.
fn may_be_inner(kind: ZoneKind, form: Form) -> bool {
    matches!(
        (kind, form),
        (ZoneKind::ReadAlso, _) | (ZoneKind::Advert, Form::Alone) | (_, Form::Timed)
    )
}

/// How many bytes are examined together.
const WIDTH: usize = 32;

/// The place of the first capital behind a space, after the byte `at`.
fn capital(bytes: &[u8], mut at: usize) -> Option<usize> {
    // The first byte of `À` and `É` stands for both. The last bytes of wide spaces do too.
    let starts = |space: u8, first: u8| {
        ((space == b' ') | (space == 0xa0) | (space == 0xaf))
            & (first.is_ascii_uppercase() | (first == 0xc3))
    };
    // All bytes are examined, without an early exit, so that the compiler makes a few vector
    // instructions of it.
    while let Some(block) = bytes
        .get(at..)
        .and_then(<[u8]>::first_chunk::<{ WIDTH + 1 }>)
    {
        let ([spaces @ .., _], [_, firsts @ ..]) = (block, block);
        let pairs = spaces.iter().zip(firsts);
        if pairs.fold(false, |found, (space, first)| {
            found | starts(*space, *first)
        }) {
            break;
        }
        at += WIDTH;
    }
    let rest = bytes.get(at..)?;
    let mut pairs = rest.windows(2);
    let found = pairs.position(|pair| matches!(pair, [space, first] if starts(*space, *first)));
    Some(at + 1 + found?)
}

/// Reads a phrase at the byte `at`, and what belongs to it.
fn read(line: &str, at: usize, rules: &ZoneRules) -> Option<Inner> {
    let text = line.get(at..)?;
    let before = line.get(..at)?.trim_end_matches(is_blank);
    let fresh = before.is_empty() || is_terminated(before);
    let near = text.as_bytes();
    let near = near.get(..NEAR).unwrap_or(near);
    if !fresh && !near.contains(&b':') {
        return None;
    }
    let first = initials(text);
    let initials = |it: &(&str, ZoneKind, Form)| it.0.as_bytes().first_chunk().copied();
    let from = rules.phrases.partition_point(|it| initials(it) < first);
    let candidates = rules.phrases.get(from..)?.iter();
    let candidates = candidates
        .take_while(|it| initials(it) == first)
        .filter(|it| may_be_inner(it.1, it.2));
    let parts = candidates.filter_map(|(wanted, kind, form)| {
        let length = phrase(text, wanted)?;
        let rest = text.get(length..)?;
        let more = match (kind, form) {
            (ZoneKind::ReadAlso, _) => link(rest, *form, fresh, rules)?,
            _ if !fresh => return None,
            (_, Form::Timed) => time(rest)?,
            _ => bar(rest, rules)?,
        };
        Some((length + more, *kind))
    });
    let (length, kind) = parts.max_by_key(|part| part.0)?;
    Some(Inner {
        start: at,
        end: at + length,
        kind,
    })
}

/// The length of what belongs to a link behind its phrase: what it is about, the colon, and the
/// headlines if it is certain where they end.
fn link(rest: &str, form: Form, fresh: bool, rules: &ZoneRules) -> Option<usize> {
    let mut head = rest.char_indices().take_while(|(at, _)| *at <= SUBJECT);
    let stops = |c: char| matches!(c, ':' | '.' | '!' | '?' | '…' | '"' | '«' | '“');
    let mark = head.find(|(_, c)| stops(*c)).filter(|(_, c)| *c == ':');
    let subject = |at: usize| {
        let subject = rest.get(..at).unwrap_or_default().trim_matches(is_blank);
        subject.is_empty() || rules.subjects.holds(&lead(word(subject)))
    };
    let colon = mark.map(|(at, _)| at).filter(|at| subject(*at));
    let bare = || {
        let next = rest.trim_start_matches(is_blank);
        let sure = fresh && form == Form::Link && next.len() < rest.len();
        (sure && is_capitalised(next)).then_some(rest.len() - next.len())
    };
    let start = match colon {
        Some(colon) => colon + 1,
        None => bare()?,
    };
    let headlines = rest.get(start..)?;
    Some(start + headline(headlines, rules))
}

/// The length of the headlines at the start of a text. A story follows them without a mark: it
/// begins with a word that no name begins with, in capitals after a word in small letters.
fn headline(text: &str, rules: &ZoneRules) -> usize {
    if text.len() <= HEADLINES && !has_sentences(text) && !is_stopped(text) {
        return text.len();
    }
    let mut length = 0;
    let mut before: Option<(usize, &str)> = None;
    for (at, word) in words(text) {
        let Some((start, last)) = before.replace((at, word)) else {
            continue;
        };
        let gap = text.get(start + last.len()..at).unwrap_or_default();
        if at > HEADLINES || gap.contains(['.', '!', '?', '…', ';']) {
            break;
        }
        let spaced = !gap.is_empty() && gap.chars().all(is_blank);
        let opens = spaced && word.starts_with(char::is_uppercase);
        // In `au cœur de La Défense` no sentence begins.
        let bound = |last: &str| rules.openers.holds(last) || rules.particles.holds(last);
        if opens && rules.openers.holds(&lead(word)) && !bound(&last.to_lowercase()) {
            length = at;
        }
    }
    length
}

/// The length of the rest of a bar of buttons: the `| Partager` of `Réagir à cet article | Partager`.
fn bar(rest: &str, rules: &ZoneRules) -> Option<usize> {
    let mut length = 0;
    while let Some(item) = rest
        .get(length..)?
        .trim_start_matches(is_blank)
        .strip_prefix('|')
    {
        let item = item.trim_start_matches(is_blank);
        let phrases = rules.phrases.iter().filter(|it| it.1 == ZoneKind::Advert);
        let lengths = phrases.filter_map(|it| phrase(item, it.0));
        let Some(end) = lengths.max() else { break };
        length = rest.len() - item.len() + end;
    }
    (length > 0).then_some(length)
}

/// A word in small letters, or its article: `l'` of `L’Italie`.
fn lead(word: &str) -> String {
    let mut lead = String::new();
    for c in word.chars() {
        if matches!(c, '\'' | '’') {
            lead.push('\'');
            break;
        }
        lead.extend(c.to_lowercase());
    }
    lead
}
