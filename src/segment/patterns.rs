//! The caller's additions to the rules: abbreviations, and texts that are never split.

use hashbrown::HashMap;

use super::words::token_kind;
use crate::document::layers::Tokens;
use crate::error::{Error, Kind};
use crate::language::Language;
use crate::lines::{flaw, is_line_break};
use crate::normalize::{is_apostrophe, is_hyphen};
use crate::span::Span;

/// The most characters of a pattern. Any token may begin one and is compared so far, so a longer
/// pattern is an error.
const LONGEST: usize = 64;

/// The patterns of a pipeline. The rules cut a text first. Then the tokens that a pattern covers
/// are joined, so a pattern never cuts what the rules keep whole.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    /// A tree: from a node and a folded character to the next node.
    edges: HashMap<(usize, char), usize>,
    /// The patterns that end at each node. The root has none.
    ends: Vec<Vec<Pattern>>,
}

/// A text that is one token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pattern {
    pub(crate) spelling: String,
    /// The language in which it is an abbreviation. `None` for a text that is never split, in any
    /// language.
    pub(crate) language: Option<Language>,
}

impl Pattern {
    fn check(&self) -> Result<(), Error> {
        let text = self.spelling.as_str();
        let problem = if let Some(flaw) = flaw(text) {
            flaw
        } else if text.chars().nth(LONGEST).is_some() {
            "has more than 64 characters: give a shorter one"
        } else if self.language.is_some() && !text.ends_with('.') {
            "is an abbreviation without a full stop at its end: write the stop, or never split it"
        } else {
            return Ok(());
        };
        let text = text.chars().take(LONGEST).collect();
        Err(Kind::Pattern { text, problem }.into())
    }

    /// Whether a text that equals the pattern when folded has its capitals too.
    fn spells(&self, text: &str) -> bool {
        let mut pairs = self.spelling.chars().zip(text.chars());
        pairs.all(|(own, other)| !own.is_uppercase() || own == other)
    }
}

impl Patterns {
    pub(crate) fn new(all: Vec<Pattern>) -> Result<Self, Error> {
        let mut patterns = Self::default();
        for pattern in all {
            pattern.check()?;
            let mut node = 0;
            for c in pattern.spelling.chars().map(fold) {
                let new = patterns.ends.len() + 1;
                node = *patterns.edges.entry((node, c)).or_insert(new);
                if node == new {
                    patterns.ends.push(Vec::new());
                }
            }
            if let Some(ends) = patterns.ends.get_mut(node - 1)
                && !ends.contains(&pattern)
            {
                ends.push(pattern);
            }
        }
        Ok(patterns)
    }

    /// Joins the tokens from `first` on that a pattern covers, by the longest pattern at each
    /// place. Returns whether any were joined.
    pub(crate) fn join(
        &self,
        text: &str,
        language: Language,
        tokens: &mut Tokens,
        first: usize,
    ) -> bool {
        if self.edges.is_empty() {
            return false;
        }
        let (mut from, mut to) = (first, first);
        while from < tokens.len() {
            let last = self.last_of(text, language, tokens, from);
            let span = tokens.span_of(from..last + 1);
            let kind = if last == from {
                tokens.kind(from)
            } else {
                token_kind(span.of(text))
            };
            tokens.set(to, span, kind);
            (from, to) = (last + 1, to + 1);
        }
        tokens.truncate(to);
        from > to
    }

    /// The last token of the longest pattern that begins with the token `first`, or `first` itself.
    fn last_of(&self, text: &str, language: Language, tokens: &Tokens, first: usize) -> usize {
        let start = tokens.span(first).start();
        let (mut node, mut last, mut longest) = (0, first, first);
        for (at, c) in text.get(start..).unwrap_or_default().char_indices() {
            let Some(next) = self.edges.get(&(node, fold(c))) else {
                break;
            };
            node = *next;
            let end = start + at + c.len_utf8();
            while last + 1 < tokens.len() && tokens.span(last).end() < end {
                last += 1;
            }
            if tokens.span(last).end() == end {
                let spanned = Span::from_usize(start, end).of(text);
                let ends = self.ends.get(node - 1).map_or(&[][..], Vec::as_slice);
                let is = |pattern: &Pattern| {
                    pattern.language.is_none_or(|own| own == language) && pattern.spells(spanned)
                };
                if ends.iter().any(is) {
                    longest = last;
                }
            }
        }
        longest
    }
}

/// The character that stands for all that a pattern does not distinguish: case, apostrophes, hyphens, white
/// space within a line.
fn fold(c: char) -> char {
    if is_line_break(c) {
        return c;
    }
    match c {
        c if is_apostrophe(c) => '\'',
        c if is_hyphen(c) => '-',
        c if c.is_whitespace() => ' ',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Builder, Language, Pipeline};

    #[test]
    fn what_no_token_can_be_is_refused() {
        let refused = |builder: Builder| {
            let error = builder.build().unwrap_err();
            assert!(error.is_pattern());
            error.to_string()
        };
        let whole = |text: &str| refused(Pipeline::builder().never_split([text]));
        assert_eq!(whole(""), "pattern \"\" is empty: leave it out");
        let edges = "begins or ends with white space, which no token does: trim it";
        assert_eq!(whole("Yahoo! "), format!("pattern \"Yahoo! \" {edges}"));
        let lines = "holds a line break, which no token does: give its lines one by one";
        assert_eq!(whole("a\nb"), format!("pattern \"a\\nb\" {lines}"));
        let long = "has more than 64 characters: give a shorter one";
        let most = "é".repeat(64);
        assert_eq!(
            whole(&"é".repeat(1_000)),
            format!("pattern {most:?} {long}")
        );
        assert!(Pipeline::builder().never_split([most]).build().is_ok());

        let abbreviation =
            |text: &str| refused(Pipeline::builder().abbreviations(Language::FRENCH, [text]));
        let stop =
            "is an abbreviation without a full stop at its end: write the stop, or never split it";
        assert_eq!(abbreviation("Cdt"), format!("pattern \"Cdt\" {stop}"));
        assert_eq!(abbreviation(""), "pattern \"\" is empty: leave it out");
    }
}
