//! Finds which quotation marks belong together.

use std::ops::Range;

use crate::document::layers::{Layers, Tokens};
use crate::document::{DocumentRef, TokenKind};
use crate::lang::Rules;
use crate::lines::line_end;

/// A quotation mark.
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// Its tokens: one, or two in `''`.
    start: usize,
    end: usize,
    family: Family,
    look: Look,
    /// The number of its paragraph.
    paragraph: usize,
    /// True if its paragraph begins with it.
    first: bool,
    /// True if a sentence ends before it.
    fresh: bool,
    /// The index of the mark that closes what this one opens.
    partner: Option<usize>,
}

/// Marks that can belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    /// `«` and `»`.
    Guillemets,
    /// `"`, `“`, `”`, `„` and `''`, which writers mix.
    Double,
    /// `‘` and `’`.
    Single,
}

/// What a mark looks like, by its sign or by the spaces around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Look {
    Opening,
    Closing,
    Unknown,
}

/// Two marks that belong together: the tokens of each.
pub(super) struct Pair {
    pub(super) open: Range<usize>,
    pub(super) close: Range<usize>,
}

/// The most tokens of a paragraph whose quotation goes on in the next one.
const LONGEST: usize = 150;

/// The most words between a comma and the verb of saying behind it: `, a-t-il également dit`.
const BEFORE_VERB: usize = 4;

/// Finds the outermost pairs of quotation marks, in order. A pair stands in one paragraph, unless
/// each further paragraph begins with a mark again. A page may have lost the line breaks between
/// them.
pub(super) fn pairs(text: &str, layers: &Layers) -> Vec<Pair> {
    let mut marks = read(text, layers);
    let document = DocumentRef::new(text, layers);
    pair_nested(&mut marks, Family::Guillemets, document);
    pair_nested(&mut marks, Family::Single, document);
    pair_double(&mut marks, document);
    let mut end = 0;
    let pair = |mark: &Mark| {
        let partner = marks.get(mark.partner?)?;
        let outermost = mark.start >= end;
        end = end.max(partner.end);
        outermost.then_some(Pair {
            open: mark.start..mark.end,
            close: partner.start..partner.end,
        })
    };
    marks.iter().filter_map(pair).collect()
}

/// Reads the quotation marks of a text.
fn read(text: &str, layers: &Layers) -> Vec<Mark> {
    let tokens = &layers.tokens;
    let mut marks = Vec::new();
    let mut paragraphs = Paragraphs::new(text, layers);
    let mut next = 0;
    for (index, kind) in tokens.kind.iter().enumerate() {
        let may_be = matches!(kind, TokenKind::Punctuation | TokenKind::Symbol);
        if !may_be || index < next {
            continue;
        }
        let Some((sign, end)) = sign(text, tokens, index) else {
            continue;
        };
        next = end;
        let span = tokens.span_of(index..end);
        let before = text.get(..span.start()).unwrap_or_default();
        let after = text.get(span.end()..).unwrap_or_default();
        let (family, look) = match sign {
            '«' | '»' => {
                let language = layers.languages.at(span.start());
                let language = language.unwrap_or(layers.language.language);
                let inward = Rules::of(language).speech.is_some_and(|it| it.inward_marks);
                let opens = (sign == '«') != inward;
                let look = if opens { Look::Opening } else { Look::Closing };
                (Family::Guillemets, look)
            }
            '‘' | '‚' => (Family::Single, Look::Opening),
            '’' => (Family::Single, Look::Closing),
            '„' => (Family::Double, Look::Opening),
            '”' => (Family::Double, Look::Closing),
            // It opens in most languages, and closes in German.
            '“' => match look(before, after) {
                Look::Closing => (Family::Double, Look::Closing),
                _ => (Family::Double, Look::Opening),
            },
            _ => (Family::Double, look(before, after)),
        };
        let (paragraph, first) = paragraphs.of(span.start(), span.end());
        marks.push(Mark {
            start: index,
            end,
            family,
            look,
            paragraph,
            first,
            fresh: before.trim_end().ends_with(['.', '!', '?', '…']),
            partner: None,
        });
    }
    marks
}

/// The quotation mark at a token, with the index after its last token. Two apostrophes are one mark.
fn sign(text: &str, tokens: &Tokens, index: usize) -> Option<(char, usize)> {
    let span = tokens.span(index);
    // Most marks are commas and full stops.
    let first = text.as_bytes().get(span.start())?;
    if !matches!(first, b'"' | b'\'' | 0xc2 | 0xe2) {
        return None;
    }
    let mut chars = span.of(text).chars();
    let sign = chars.next().filter(|_| chars.next().is_none())?;
    let twice = || {
        let next = tokens.span(index + 1);
        next.start() == span.end() && next.of(text) == span.of(text)
    };
    match sign {
        '\'' | '’' if twice() => Some(('"', index + 2)),
        '«' | '»' | '"' | '“' | '”' | '„' | '‘' | '’' | '‚' => {
            Some((sign, index + 1))
        }
        _ => None,
    }
}

/// What a mark looks like between what stands before it and after it.
fn look(before: &str, after: &str) -> Look {
    let left = before.chars().next_back();
    let right = after.chars().next();
    let opens = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '[' | '«' | '“' | '‘' | '\'' | '’' | '—' | '–' | '/'
            )
    };
    let closes = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ')' | ']' | '»' | '”' | '.' | ',' | ';' | ':' | '!' | '?' | '…'
            )
    };
    match (left.is_none_or(opens), right.is_none_or(closes)) {
        (true, false) => Look::Opening,
        (false, true) => Look::Closing,
        // `"Oui."-t-il`, `"Non!"a dit`
        (false, false) if left.is_some_and(|c| closes(c) && c != ':') => Look::Closing,
        _ => Look::Unknown,
    }
}

/// Counts paragraphs. One ends with its line, and where another zone begins.
struct Paragraphs<'a> {
    text: &'a str,
    layers: &'a Layers,
    count: usize,
    /// Where the last mark ends, and the zone after it begins.
    at: usize,
    zone: usize,
}

impl<'a> Paragraphs<'a> {
    fn new(text: &'a str, layers: &'a Layers) -> Self {
        Self {
            text,
            layers,
            count: 0,
            at: 0,
            zone: 0,
        }
    }

    /// The number of the paragraph with a mark, and whether it begins with the mark. Marks come in
    /// order.
    fn of(&mut self, start: usize, end: usize) -> (usize, bool) {
        let between = self.text.get(self.at..start).unwrap_or_default();
        let mut head = between;
        let (mut end_of_line, mut next) = line_end(between, 0);
        while next > end_of_line {
            let line = next;
            (end_of_line, next) = line_end(between, line);
            // A blank line is no paragraph. The last line is that of the mark.
            let last = next == end_of_line;
            head = between.get(line..end_of_line).unwrap_or_default();
            self.count += usize::from(last || !head.trim().is_empty());
        }
        let zones = self.layers.zones.0.iter().skip(self.zone);
        let passed = zones
            .take_while(|(edge, _)| *edge as usize <= start)
            .count();
        if passed > 0 && head.len() == between.len() {
            self.count += 1;
        }
        self.zone += passed;
        let first = self.count > 0 && head.len() < between.len() && head.trim().is_empty();
        self.at = end;
        (self.count, first)
    }
}

impl Mark {
    /// Whether this mark opens again what the mark before it opened: `« Nous partons. « Nous
    /// reviendrons », a dit M. Abbas`. Not if words between say who speaks, for then the other mark
    /// is missing.
    fn resumes(&self, before: &Mark, document: DocumentRef<'_>) -> bool {
        let tokens = before.end..self.start;
        let next = self.first && self.paragraph == before.paragraph + 1;
        let same = self.fresh && self.paragraph == before.paragraph;
        (next || same)
            && self.look != Look::Closing
            && tokens.len() < LONGEST
            && !tokens.clone().any(|at| is_attributed(document, at))
    }
}

/// Whether a verb of saying stands behind the comma at a token.
fn is_attributed(document: DocumentRef<'_>, comma: usize) -> bool {
    let token = document.token(comma).filter(|token| token.text() == ",");
    let Some(rules) = token.and_then(|token| Rules::of(token.language()).speech) else {
        return false;
    };
    let mut words = document.tokens_at(comma + 1..comma + 1 + BEFORE_VERB);
    words.any(|word| rules.is_verb(word.norm().unwrap_or_default()))
}

/// The indices of the marks of a family.
fn indices(marks: &[Mark], family: Family) -> Vec<usize> {
    let own = marks.iter().enumerate().filter(|it| it.1.family == family);
    own.map(|it| it.0).collect()
}

/// Pairs marks whose signs tell which end they are. Of two that are open, the later one closes first.
fn pair_nested(marks: &mut [Mark], family: Family, document: DocumentRef<'_>) {
    let indices = indices(marks, family);
    let mut open: Vec<usize> = Vec::new();
    let mut last: Option<Mark> = None;
    for (at, index) in indices.iter().enumerate() {
        let Some(mark) = marks.get(*index).copied() else {
            break;
        };
        let before = last.replace(mark);
        // A quotation that goes on begins each of its paragraphs with a mark, of either kind.
        if before.is_some_and(|before| mark.paragraph > before.paragraph) {
            let goes_on = before.is_some_and(|before| {
                mark.first && mark.paragraph == before.paragraph + 1 && !open.is_empty()
            });
            open.truncate(usize::from(goes_on));
            if goes_on {
                continue;
            }
        }
        if mark.look == Look::Opening {
            let closes = |count: usize| {
                let next = indices.get(at + count).and_then(|it| marks.get(*it));
                next.is_some_and(|next| {
                    next.look == Look::Closing && next.paragraph == mark.paragraph
                })
            };
            let again = || before.is_some_and(|before| mark.resumes(&before, document));
            if open.is_empty() || closes(1) && closes(2) || !again() {
                open.push(*index);
            }
        } else if let Some(opened) = open.pop().and_then(|opened| marks.get_mut(opened)) {
            opened.partner = Some(*index);
        }
    }
}

/// Pairs marks that have one sign for both ends. What a mark looks like counts, so that one that is
/// missing does not turn all others inside out.
fn pair_double(marks: &mut [Mark], document: DocumentRef<'_>) {
    let indices = indices(marks, Family::Double);
    let mut open: Option<usize> = None;
    let mut last: Option<Mark> = None;
    let mut skip = 0;
    for (at, index) in indices.iter().enumerate() {
        let Some(mark) = marks.get(*index).copied() else {
            break;
        };
        let before = last.replace(mark);
        if skip > 0 {
            skip -= 1;
            continue;
        }
        let again = open.is_some() && before.is_some_and(|before| mark.resumes(&before, document));
        if before.is_some_and(|before| mark.paragraph > before.paragraph) {
            if again {
                continue;
            }
            open = None;
        }
        let ahead = |count: usize| {
            let next = marks.get(*indices.get(at + count)?)?;
            (next.paragraph == mark.paragraph).then_some(next.look)
        };
        let next = ahead(1) == Some(Look::Closing);
        match (open, mark.look) {
            // What it closes was not opened, unless it was misprinted.
            (None, Look::Closing) => open = next.then_some(*index),
            (None, _) => open = Some(*index),
            (Some(_), Look::Opening) if next && ahead(2) == Some(Look::Closing) => skip = 1,
            (Some(_), Look::Opening) if again => {}
            // The one before was not closed.
            (Some(_), Look::Opening) if next => open = Some(*index),
            (Some(opened), _) => {
                open = None;
                if let Some(opened) = marks.get_mut(opened) {
                    opened.partner = Some(*index);
                }
            }
        }
    }
}
