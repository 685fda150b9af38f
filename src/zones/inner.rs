//! Finds what stands inside a paragraph and is not part of it: links to other articles whose line
//! breaks were lost, `Lire aussi : …`.

use super::line::time;
use super::text::{
    has_sentences, initials, is_blank, is_capitalised, is_stopped, is_terminated, phrase, word,
    words,
};
use crate::document::ZoneKind;
use crate::lang::{Form, ZoneRules};
use crate::normalize::is_apostrophe;
use crate::segment::has_no_width;

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
    /// By the number of the first letter of a phrase: a bit for each second letter, for each third and for
    /// each fourth.
    letters: [[u32; LETTERS]; 32],
}

/// How many letters behind the first of a phrase are looked at.
const LETTERS: usize = 3;

impl<'a> Finder<'a> {
    pub(super) fn new(rules: &'a ZoneRules) -> Self {
        let mut letters = [[0; LETTERS]; 32];
        for (phrase, kind, form) in rules.phrases {
            if let Some((first, rest)) = phrase.as_bytes().split_first()
                && may_be_inner(*kind, *form)
                && let Some(letters) = letters.get_mut(place(*first))
            {
                for (at, letters) in letters.iter_mut().enumerate() {
                    // Anything may follow a short phrase.
                    *letters |= rest.get(at).map_or(u32::MAX, |letter| 1 << place(*letter));
                }
            }
        }
        Self { rules, letters }
    }

    /// The next such part of a line at or after the byte `from`.
    pub(super) fn next(self, line: &str, from: usize) -> Option<Inner> {
        if self.letters == [[0; LETTERS]; 32] {
            return None;
        }
        let begin = (from == 0).then_some(0);
        let places = begin
            .into_iter()
            .chain(Capitals::new(line.as_bytes(), from));
        // The last byte of a wide space is also that of letters such as `à` and `د`.
        let behind_space = |at: usize| {
            let before = line.get(..at).unwrap_or_default();
            before.chars().next_back().is_none_or(char::is_whitespace)
        };
        let mut places =
            places.filter(|at| self.may_begin(line.as_bytes(), *at) && behind_space(*at));
        places.find_map(|at| read(line, at, self.rules))
    }

    /// Whether a phrase may begin at a byte, by its first few.
    fn may_begin(&self, line: &[u8], at: usize) -> bool {
        let mut rest = line.get(at..).unwrap_or_default();
        let mut next = || {
            let (letter, length) = plain_letter(rest)?;
            rest = rest.get(length..)?;
            Some(place(letter))
        };
        let Some(first) = next() else {
            return true;
        };
        let letters = self.letters.get(first).copied().unwrap_or_default();
        let fits = |letters: u32| next().is_none_or(|place| letters >> place & 1 == 1);
        letters != [0; LETTERS] && letters.into_iter().all(fits)
    }
}

/// The letter or mark at the start of some bytes as phrases have it, and its length. `None` if that is
/// not plain: what follows it may be anything.
fn plain_letter(bytes: &[u8]) -> Option<(u8, usize)> {
    let plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_whitespace();
    match *bytes {
        // Several spaces stand for one.
        [b' ', next, ..] if plain(next) => Some((b' ', 1)),
        [byte, ..] if plain(byte) => Some((byte, 1)),
        [0xc3, byte, ..] => {
            // Capitals come before small letters.
            let letter = match byte | 0x20 {
                0xa0..=0xa5 => b'a',
                0xa7 => b'c',
                0xa8..=0xab => b'e',
                0xac..=0xaf => b'i',
                0xb2..=0xb6 => b'o',
                0xb9..=0xbc => b'u',
                _ => return None,
            };
            Some((letter, 2))
        }
        _ => None,
    }
}

/// A number below 32 for an ASCII letter in either case.
fn place(letter: u8) -> usize {
    usize::from(letter & 31)
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

/// The places of the capitals behind a space, after a byte.
struct Capitals<'a> {
    /// What is not examined yet, from the last byte that is.
    rest: &'a [u8],
    /// The place of the first byte of the block that was examined last.
    block: usize,
    /// A bit for each byte of the block that a capital follows.
    found: u32,
    /// The number of bytes of the block.
    length: usize,
}

impl<'a> Capitals<'a> {
    fn new(bytes: &'a [u8], from: usize) -> Self {
        Self {
            rest: bytes.get(from..).unwrap_or_default(),
            block: from,
            found: 0,
            length: 0,
        }
    }

    /// Examines the next block. Returns `false` at the end.
    fn advance(&mut self) -> bool {
        self.block += self.length;
        if let Some(bytes) = self.rest.first_chunk::<{ WIDTH + 1 }>() {
            let ([spaces @ .., _], [_, firsts @ ..]) = (bytes, bytes);
            // The compiler makes a few vector instructions of it.
            let mut starts = [0; WIDTH];
            for (start, (space, first)) in starts.iter_mut().zip(spaces.iter().zip(firsts)) {
                *start = u8::from(begins(*space, *first));
            }
            let eights = starts.as_chunks().0.iter().rev();
            self.found = eights.fold(0, |found, eight| found << 8 | gathered(*eight));
            self.length = WIDTH;
        } else {
            let pairs = self.rest.windows(2).enumerate();
            let pairs =
                pairs.filter(|(_, pair)| matches!(pair, [space, first] if begins(*space, *first)));
            self.found = pairs.fold(0, |found, (at, _)| found | 1 << at);
            self.length = self.rest.len();
        }
        self.rest = self.rest.get(self.length..).unwrap_or_default();
        self.length > 0
    }
}

impl Iterator for Capitals<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            if !self.advance() {
                return None;
            }
        }
        let at = self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(self.block + at + 1)
    }
}

/// Whether two bytes are a space and the start of a capital. The first byte of `À` and `É` stands for both;
/// the last bytes of wide spaces do too.
fn begins(space: u8, first: u8) -> bool {
    ((space == b' ') | (space == 0xa0) | (space == 0xaf))
        & (first.is_ascii_uppercase() | (first == 0xc3))
}

/// The lowest bits of eight bytes, each 0 or 1.
fn gathered(bytes: [u8; 8]) -> u32 {
    (u64::from_le_bytes(bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
}

/// Reads a phrase at the byte `at`, and what belongs to it.
fn read(line: &str, at: usize, rules: &ZoneRules) -> Option<Inner> {
    let text = line.get(at..)?;
    let first: Option<[u8; 2]> = initials(text);
    let first_of = |it: &(&str, ZoneKind, Form)| it.0.as_bytes().first_chunk().copied();
    let from = rules.phrases.partition_point(|it| first_of(it) < first);
    let candidates = rules.phrases.get(from..)?.iter();
    let more: Option<[u8; 4]> = initials(text);
    let fits = |it: &str| {
        it.as_bytes()
            .first_chunk()
            .is_none_or(|its| Some(*its) == more)
    };
    let mut candidates = candidates
        .take_while(|it| first_of(it) == first)
        .filter(|it| may_be_inner(it.1, it.2) && fits(it.0))
        .peekable();
    candidates.peek()?;
    let before = line.get(..at)?.trim_end_matches(is_blank);
    let fresh = before.is_empty() || is_terminated(before);
    let near = text.as_bytes();
    let near = near.get(..NEAR).unwrap_or(near);
    if !fresh && !near.contains(&b':') {
        return None;
    }
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
    // No zone begins inside a token: an accent or a joiner belongs to the colon before it.
    let joined = text.get(length..)?.starts_with(has_no_width);
    (!joined).then_some(Inner {
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
        if is_apostrophe(c) {
            lead.push('\'');
            break;
        }
        lead.extend(c.to_lowercase());
    }
    lead
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_found_in_every_place() {
        for length in 0..100 {
            for at in 0..length {
                let mut text = vec![b'a'; length];
                text[at] = b' ';
                if let Some(next) = text.get_mut(at + 1) {
                    *next = b'L';
                }
                for from in 0..length {
                    let found: Vec<_> = Capitals::new(&text, from).collect();
                    let wanted = (from <= at && at + 1 < length).then_some(at + 1);
                    assert_eq!(found, Vec::from_iter(wanted), "{length} {at} {from}");
                }
            }
        }
        let all = "Au Mali, À Gao, le\u{a0}Nil et l’Est".as_bytes();
        let found: Vec<_> = Capitals::new(all, 0).map(|at| all[at]).collect();
        assert_eq!(found, [b'M', 0xc3, b'G', b'N']);
    }

    #[cfg(feature = "fr")]
    #[test]
    fn a_phrase_begins_behind_a_space() {
        let finder = Finder::new(crate::lang::Rules::of(crate::Language::FRENCH).zones);
        let found = |line| finder.next(line, 0).is_some();
        assert!(found("Il est là. Lire aussi : Le bac est parti."));
        assert!(found("Il est là.\u{a0}Lire aussi : Le bac est parti."));
        // The last bytes of these letters are those of wide spaces.
        assert!(!found("Il est làLire aussi : Le bac est parti."));
        assert!(!found("Il est là. دLire aussi : Le bac est parti."));
    }

    #[cfg(feature = "fr")]
    #[test]
    fn the_first_letters_of_every_phrase_may_begin_it() {
        let rules = crate::lang::Rules::of(crate::Language::FRENCH).zones;
        let finder = Finder::new(rules);
        let accents = |phrase: &str, from: &str, to: &str| {
            let put = |c| from.chars().position(|it| it == c);
            let put = |c| put(c).and_then(|at| to.chars().nth(at)).unwrap_or(c);
            phrase.chars().map(put).collect::<String>()
        };
        for (phrase, kind, form) in rules.phrases {
            if !may_be_inner(*kind, *form) {
                continue;
            }
            for text in [
                (*phrase).to_owned(),
                phrase.to_uppercase(),
                accents(phrase, "aeiouc", "àéïôüç"),
                accents(phrase, "aeiouc", "ÂÊÏÖÛÇ"),
                accents(phrase, " '", "\u{a0}’"),
                phrase.replace(' ', "  "),
                phrase.replace(' ', "\u{202f} "),
                phrase.replace('e', "e\u{301}"),
            ] {
                assert!(finder.may_begin(text.as_bytes(), 0), "{text}");
            }
        }
        for word in ["également", "États-Unis", "à la fin", "était"] {
            assert!(!finder.may_begin(word.as_bytes(), 0), "{word}");
        }
    }
}
