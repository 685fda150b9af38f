//! Judges one line alone: whether its words and marks show that it is not part of the story.

use super::day::{self, Day};
use super::text::{
    after, has_sentences, initials, is_blank, is_capitalised, is_dash, is_separator, is_stopped,
    is_terminated, phrase, unpointed, word, words,
};
use crate::document::ZoneKind;
use crate::lang::{Form, ZoneRules};
use crate::normalize::is_apostrophe;

/// The start of a line that is not part of the story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) kind: ZoneKind,
    /// The length in bytes: the whole line, or the part before a sentence.
    pub(super) length: usize,
    pub(super) day: Option<Day>,
    /// True if the day is that of a later change to the article.
    pub(super) changed: bool,
    /// True if there is nothing but the phrase.
    pub(super) bare: bool,
}

/// The greatest length in bytes of a line that is recognised by its first words; for a line of
/// keywords it is [`KEYWORDS`].
const LONGEST: usize = 220;
const KEYWORDS: usize = 400;

/// The greatest length in bytes of the name of a picture's owner, with the sign before it.
const OWNER: usize = 40;

/// The greatest length in bytes of a time of day with the year before it.
const HOUR: usize = 24;

/// The greatest number of items of metadata on one line.
const ITEMS: usize = 4;

/// Reads the start of a line that is not part of the story. It may be the whole line, or metadata
/// or a `Lire aussi :` with a sentence after it, as in `date 2024-11 Le Niger a reçu …`.
pub(super) fn head(line: &str, rules: &ZoneRules) -> Option<Head> {
    let mut rest = unpointed(line);
    let mut found: Option<Head> = None;
    // `Par Jean Dupont | Publié le 12 mars 2024 à 10h12 | Mis à jour le 13 mars`
    for _ in 0..ITEMS {
        let Some(item) = item(rest, rules, |_| true) else {
            break;
        };
        rest = rest.get(item.length..)?;
        let length = line.len() - rest.len();
        let head = found.get_or_insert(Head { length, ..item });
        head.length = length;
        if item.day.is_some() {
            head.kind = item.kind;
            if head.day.is_none() || head.changed && !item.changed {
                (head.day, head.changed) = (item.day, item.changed);
            }
        }
        rest = rest.trim_start_matches(is_separator);
    }
    let head = found?;
    let left = line.get(head.length..)?;
    let story = left.trim_start_matches(is_separator);
    let length = line.len() - story.len();
    let data = head.day.is_some() || head.kind == ZoneKind::ReadAlso;
    let splits = data && left.starts_with(is_blank) && is_capitalised(story);
    // `Par Jean Dupont – Le Sahel`
    let signed = head.kind == ZoneKind::Signature && story.len() <= 40 && !is_terminated(story);
    let length = if signed { line.len() } else { length };
    (story.is_empty() || splits || signed).then_some(Head { length, ..head })
}

/// Reads a known phrase at the start of `text` and what must follow it. Of several phrases it takes
/// the longest.
fn item(text: &str, rules: &ZoneRules, may_be: impl Fn(Form) -> bool) -> Option<Head> {
    // `3 commentaires`, `2 min de lecture`
    let counted = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted = if counted.len() < text.len() {
        counted.trim_start_matches(is_blank)
    } else {
        text
    };
    let is_counted = counted.len() < text.len();
    let first: Option<[u8; 2]> = initials(counted);
    let initials = |it: &(&str, ZoneKind, Form)| it.0.as_bytes().first_chunk().copied();
    let from = rules.phrases.partition_point(|it| initials(it) < first);
    let candidates = rules.phrases.get(from..)?.iter();
    let candidates = candidates.take_while(|it| initials(it) == first);
    let candidates = candidates.filter(|it| may_be(it.2) && (!is_counted || it.2 == Form::Alone));
    let found = candidates.filter_map(|(wanted, kind, form)| {
        let rest = counted.get(phrase(counted, wanted)?..)?;
        let (left, day) = met(*form, *kind, rest, rules)?;
        let length = text.len() - left.len();
        let bare = !rest.contains(char::is_alphanumeric);
        let changed = *form == Form::Redated;
        Some(Head {
            kind: *kind,
            length,
            day,
            changed,
            bare,
        })
    });
    found.max_by_key(|head| head.length)
}

/// Checks that the text after a phrase has the form that the phrase requires. Returns the rest, and
/// the day if there is one.
fn met<'a>(
    form: Form,
    kind: ZoneKind,
    rest: &'a str,
    rules: &ZoneRules,
) -> Option<(&'a str, Option<Day>)> {
    let trimmed = rest.trim_start_matches(is_blank);
    let value = trimmed
        .strip_prefix([':', '：'])
        .map(|value| value.trim_start_matches(is_blank));
    let short = rest.len() <= LONGEST;
    let is_met = match form {
        Form::Alone => short && !rest.contains(char::is_alphabetic),
        Form::Start => short,
        Form::Label => value.is_some_and(|value| is_value(kind, value)),
        Form::Link => return Some((link(trimmed)?, None)),
        Form::Call => short && words(rest).any(|(_, word)| rules.channels.holds(word)),
        Form::Agencies => short && are_agencies(rest, rules),
        Form::Names => return Some((names(rest, rules, 2)?, None)),
        Form::Place => return Some((names(rest, rules, 1)?, None)),
        Form::Timed => return Some((rest.get(time(rest)?..)?, None)),
        Form::Dated | Form::Redated => {
            let text = value.unwrap_or(trimmed);
            let (day, length) = day::read(text, rules)?;
            return Some((day::skip_hour(text.get(length..)?, rules), Some(day)));
        }
    };
    is_met.then_some(("", None))
}

/// Returns true if a label of this kind can have this value, which may be empty.
fn is_value(kind: ZoneKind, value: &str) -> bool {
    match kind {
        ZoneKind::Metadata if !is_terminated(value) => value.len() <= KEYWORDS,
        ZoneKind::Caption => value.len() <= LONGEST && !has_sentences(value),
        ZoneKind::ReadAlso => value.len() <= LONGEST && !has_sentences(value) && !is_stopped(value),
        _ => {
            let count = value.split_whitespace().take(15).count();
            count <= 6 || count < 15 && !is_terminated(value)
        }
    }
}

/// Reads a link to an article after its phrase (`: Niger, la Russie …`, `| …`, `Niger …`, nothing)
/// and returns the rest. If the text after the phrase ends like a sentence, it is not a headline
/// and stays in the rest.
fn link(rest: &str) -> Option<&str> {
    let marked = rest.is_empty()
        || rest.starts_with([':', '|', '»', '>', '→'])
        || rest
            .strip_prefix(is_dash)
            .is_some_and(|rest| rest.starts_with(is_blank))
        || is_capitalised(rest);
    // `Lire aussi notre dossier : …`
    let mut head = rest.char_indices().take(40);
    let colon = head
        .find(|(_, c)| *c == ':')
        .and_then(|(at, _)| rest.get(at + 1..));
    let headline = rest.len() <= LONGEST && !has_sentences(rest) && !is_stopped(rest);
    if headline {
        (marked || colon.is_some()).then_some("")
    } else {
        colon
    }
}

/// Returns true if a text consists only of names of agencies.
pub(super) fn are_agencies(rest: &str, rules: &ZoneRules) -> bool {
    let mut count = 0;
    for (_, word) in words(rest) {
        // `l’AFP`
        let name = word.rsplit(is_apostrophe).next().unwrap_or_default();
        if rules.agencies.holds(name) {
            count += 1;
        } else if !(rules.joiners.holds(word) || rules.particles.holds(word)) {
            return false;
        }
    }
    count > 0
}

/// The length of a duration or time of day behind a phrase, with the dash before it: ` - 02:17`.
pub(super) fn time(text: &str) -> Option<usize> {
    let digits =
        text.trim_start_matches(|c| is_blank(c) || is_dash(c) || matches!(c, ':' | '(' | '•'));
    let length = digits
        .find(|c: char| !(c.is_ascii_digit() || c == ':'))
        .unwrap_or(digits.len());
    let time = digits.get(..length)?;
    let mut parts = time.split(':');
    let short = parts.all(|part| (1..=2).contains(&part.len()));
    (short && time.contains(':')).then_some(text.len() - digits.len() + length)
}

/// Reads capitalised names, up to the end, a mark or a phrase. There must be so many words or a known
/// agency. A mention may follow: `Jean Dupont @jdupont`. Returns the rest.
fn names<'a>(text: &'a str, rules: &ZoneRules, least: usize) -> Option<&'a str> {
    let mut rest = text.strip_prefix(is_blank)?;
    let mut count = 0;
    for _ in 0..12 {
        rest = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '.' | '&' | ','));
        if let Some(mention) = rest.strip_prefix('@').filter(|_| count > 0) {
            let end = mention.find(is_separator).unwrap_or(mention.len());
            rest = mention.get(end..)?;
            continue;
        }
        let name = word(rest);
        if name.is_empty() {
            break;
        }
        if name.starts_with(char::is_uppercase) {
            count += if rules.agencies.holds(name) { least } else { 1 };
        } else if count == 0 || !(rules.particles.holds(name) || rules.joiners.holds(name)) {
            // `Par Jean Dupont, correspondant à Bamako`, `Par Jean Dupont publié le 12 mars 2024`
            let before = text
                .get(..text.len() - rest.len())?
                .trim_end_matches(is_blank);
            let role = before.ends_with(',') && rest.len() <= 60 && !is_terminated(rest);
            let is_dated = |form| matches!(form, Form::Dated | Form::Redated);
            let dated = || item(rest, rules, is_dated).is_some();
            return (count >= least)
                .then_some(if role { "" } else { rest })
                .filter(|_| role || dated());
        }
        rest = after(rest, name);
    }
    let ends = rest.is_empty() || rest.starts_with(is_separator);
    (count >= least && ends && text.len() - rest.len() <= 90).then_some(rest)
}

/// Reads a line that consists only of a date.
pub(super) fn lone_day(line: &str, rules: &ZoneRules) -> Option<Day> {
    let (day, length) = day::read(line, rules).filter(|(day, _)| day.year.is_some())?;
    let rest = day::skip_hour(line.get(length..)?, rules);
    rest.trim_start_matches(is_separator)
        .is_empty()
        .then_some(day)
}

/// Judges a whole line by its marks alone. This works in any language.
pub(super) fn by_marks(line: &str) -> Option<ZoneKind> {
    let bare = unpointed(line);
    let all = |is: fn(&str) -> bool| !bare.is_empty() && bare.split_whitespace().all(is);
    if all(is_address) {
        Some(ZoneKind::Address)
    } else if bare.starts_with(['#', '@']) && all(is_tag) {
        Some(ZoneKind::Metadata)
    } else if line.starts_with('©') && line.len() <= LONGEST {
        let mut numbers = line.split(|c: char| !c.is_ascii_digit());
        let rights = numbers.any(|digits| digits.len() == 4);
        let credit = !has_sentences(line);
        rights
            .then_some(ZoneKind::Metadata)
            .or(credit.then_some(ZoneKind::Caption))
    } else if is_trail(line) {
        Some(ZoneKind::Metadata)
    } else if says_one_thing_over_and_over(line) {
        Some(ZoneKind::Advert)
    } else {
        let quoted = line
            .strip_prefix('>')
            .is_some_and(|rest| rest.starts_with(is_blank));
        quoted.then_some(ZoneKind::Quotation)
    }
}

/// Returns true for a navigation path: `Accueil > Politique > Niger`.
fn is_trail(line: &str) -> bool {
    let count = || line.matches(" > ").count().max(line.matches(" › ").count());
    let marked = || line.contains('>') || line.contains('›');
    line.len() <= LONGEST && marked() && count() > 1 && !is_terminated(line)
}

/// Returns true for a web or e-mail address.
fn is_address(part: &str) -> bool {
    let starts = |head: &str| {
        part.get(..head.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(head))
    };
    let mail = || {
        let (user, host) = part.split_once('@')?;
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        (!user.is_empty() && host.contains('.') && part.chars().all(|c| c == '@' || plain(c)))
            .then_some(())
    };
    let schemes = ["http://", "https://", "ftp://", "www."];
    schemes
        .iter()
        .any(|head| part.len() > head.len() && starts(head))
        || mail().is_some()
}

/// Returns true for a hashtag or a mention.
fn is_tag(part: &str) -> bool {
    let name = part.strip_prefix(['#', '@']);
    name.is_some_and(|name| name.starts_with(char::is_alphabetic) && !name.contains(['.', '#']))
}

/// Returns true if a line repeats one phrase of at least two words at least three times.
fn says_one_thing_over_and_over(line: &str) -> bool {
    if line.len() > LONGEST || is_terminated(line) {
        return false;
    }
    let parts = || line.split_whitespace();
    let count = parts().count();
    let repeats = |every: usize| parts().zip(parts().skip(every)).all(|(a, b)| a == b);
    (2..=count / 3).any(|every| {
        count % every == 0
            && repeats(every)
            && parts().take(every).any(|part| Some(part) != parts().next())
    })
}

/// Returns true if a line of its own is the caption of a picture: it has a picture credit, or it is
/// one sentence without a verb that says what is seen, and when.
pub(super) fn is_caption(line: &str, rules: &ZoneRules) -> bool {
    let dated = || ends_with_year(line) && is_dated_view(line, rules);
    line.len() <= LONGEST && (is_credited(line, rules) || dated()) && !has_sentences(line)
}

/// Returns true if a line ends with four digits, or with four digits and little more than a time of
/// day.
fn ends_with_year(line: &str) -> bool {
    let end = line.as_bytes().rchunks(HOUR).next().unwrap_or_default();
    end.windows(4)
        .any(|four| four.iter().all(u8::is_ascii_digit))
}

/// Returns true for a line with a picture credit: `… à Niamey. © AFP`, `… à Niamey (Photo : DR)`.
fn is_credited(line: &str, rules: &ZoneRules) -> bool {
    let close = line.trim_end_matches(['.', ' ']).strip_suffix(')');
    let inner = close.and_then(|line| line.rsplit_once('('));
    let credits = |inner| {
        let mut captions = rules.phrases.iter().filter(|it| it.1 == ZoneKind::Caption);
        captions.any(|(wanted, ..)| phrase(inner, wanted).is_some())
    };
    let signed = || {
        let end = line.len().saturating_sub(OWNER);
        let mut pairs = line.as_bytes().get(end..).unwrap_or_default().windows(2);
        pairs.any(|pair| pair == "©".as_bytes())
    };
    inner.is_some_and(|(_, inner)| credits(inner)) || signed()
}

/// Returns true for a dated view: `Le matériel militaire livré à Niamey ce jeudi 28 novembre 2024.`
fn is_dated_view(line: &str, rules: &ZoneRules) -> bool {
    let mut before = "";
    let mut seen = false;
    for (at, word) in words(line) {
        let rest = line.get(at..).unwrap_or_default();
        if seen && let Some((day, length)) = day::read(rest, rules) {
            let end = rest.get(length..).unwrap_or_default();
            return day.date().is_some()
                && !day::skip_hour(end, rules).contains(char::is_alphanumeric);
        }
        if rules.finite_words.holds(word) {
            return false;
        }
        let small = word.starts_with(char::is_lowercase);
        let participle = small
            && !word.contains(is_apostrophe)
            && !rules.determiners.holds(before)
            && (rules.participles.holds(word) || is_participle(word, rules));
        // A place may stand between the participle and the date.
        seen = participle
            || seen
                && (!small || rules.place_prepositions.holds(word) || rules.articles.holds(word));
        before = word;
    }
    false
}

fn is_participle(word: &str, rules: &ZoneRules) -> bool {
    let mut endings = rules.participle_endings.iter();
    endings.any(|ending| word.ends_with(ending))
}

/// Returns true if a line has words of captions that say who is seen, or where: `Salifou Modi (à
/// gauche)`, `Tiani lors d’une cérémonie`.
pub(super) fn has_caption_words(line: &str, rules: &ZoneRules) -> bool {
    let mut before = "";
    words(line).any(|(at, word)| {
        let (head, rest) = line.split_at_checked(at).unwrap_or_default();
        let stands = |phrases: &[&str]| phrases.iter().any(|it| phrase(rest, it).is_some());
        let aside = || head.ends_with(['(', ',']) || head.ends_with(", ");
        let named = before.starts_with(char::is_uppercase) && head.trim_end().len() > before.len();
        before = word;
        aside() && stands(rules.caption_asides) || named && stands(rules.caption_links)
    })
}
