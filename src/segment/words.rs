//! Words: the boundaries of Unicode's UAX #29, corrected by the rules of the language.

use super::addresses;
use super::atoms::Atoms;
use super::batch::{Batch, Cut};
use super::chars::{
    is_alphabetic, is_alphanumeric, is_caseless, is_group_space, is_hyphen, is_initial, leading,
    letters, mark_kind,
};
use super::clitics::{clitics_start, first_clitic};
use super::dictionary::{self, Dictionary};
use super::marks;
use super::scanner::{self, Found, Scanner};
use super::telephone::telephone;
use crate::document::TokenKind;
use crate::lang::Rules;
use crate::normalize::{is_accent, is_apostrophe};
use crate::span::Span;

/// The most characters in brackets inside a word: the `n+1` of `poids(n+1)`.
const LONGEST_FORMULA: usize = 12;
/// The most characters of an ending in brackets: the `ive` of `sportif(ive)`.
const LONGEST_ENDING: usize = 8;

/// The most characters behind the slash of a unit: the `h` of `km/h`.
const LONGEST_UNIT: usize = 4;
/// The most characters of an elided word and its apostrophe: `cinquant’`.
const LONGEST_ELISION: usize = 12;
/// The most characters behind an apostrophe that begins a word, plus one: `yansanda`.
const LONGEST_APHERESIS: usize = 12;
/// The most characters of a whole word with an apostrophe, plus one: `qu’en-dira-t-on`.
const LONGEST_WHOLE: usize = 20;

/// From this character on, no letter begins an address or is elided.
const BEYOND_LATIN: char = '\u{370}';

/// An iterator over the tokens of a text: the span in bytes and the kind. [`words`](super::words)
/// makes it. It allocates only with the feature `cjk`, once for each run of a script without
/// spaces.
#[derive(Debug)]
pub struct Words<'a> {
    text: &'a str,
    pub(super) rules: &'static Rules,
    scanner: Scanner,
    atoms: Atoms<'a>,
    dictionary: Dictionary<'a>,
    /// Where the next token is looked for.
    at: usize,
    /// The end of the word that the last token is a part of, if more parts follow.
    word_end: usize,
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str, rules: &'static Rules) -> Self {
        Self {
            text,
            rules,
            scanner: Scanner::new(text, rules),
            atoms: Atoms::new(text),
            dictionary: Dictionary::default(),
            at: 0,
            word_end: 0,
        }
    }

    /// Fills a batch with the next tokens. It is full, except at the end of the text.
    pub(crate) fn fill(&mut self, batch: &mut Batch) {
        batch.fill(self.text.as_bytes(), || self.next_cut());
    }

    /// The next token, with what the fast path knows of it.
    #[inline(always)]
    fn next_cut(&mut self) -> Option<Cut> {
        if let Some(cut) = self.scanner.next_plain() {
            self.at = cut.end;
            return Some(cut);
        }
        self.next_anew()
    }

    /// The next token, where the plain ones that were found at once are over.
    #[inline(never)]
    fn next_anew(&mut self) -> Option<Cut> {
        let bytes = self.text.as_bytes();
        if self.at >= self.word_end {
            self.at = self.scanner.skip_space(bytes, self.at);
            self.scanner.find_plain(bytes, self.at);
            if let Some(cut) = self.scanner.next_plain() {
                self.at = cut.end;
                return Some(cut);
            }
            match self.scanner.token(bytes, self.at) {
                Some(Found::Token(cut)) => {
                    self.at = cut.end;
                    return Some(cut);
                }
                Some(Found::Chain(start, end)) => {
                    self.word_end = end;
                    return Some(self.part(start, end));
                }
                None => {}
            }
        }
        self.next_by_rules()
    }

    pub(super) fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The character before `at`.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.slice(0, at).chars().next_back()
    }

    fn token(&mut self, end: usize, kind: TokenKind) -> Cut {
        let cut = Cut::new(self.at, end, kind);
        self.at = end;
        cut
    }

    /// The token at `start`: a word, or its first part.
    fn word(&mut self, start: usize, first: char) -> Cut {
        let rest = self.rest(start);
        let latin = first < BEYOND_LATIN;
        if latin && let Some(length) = addresses::url(rest) {
            return self.token(start + length, TokenKind::Url);
        }
        if latin && let Some(length) = self.elided(start) {
            return self.token(start + length, TokenKind::Word);
        }
        let mut end = self.atoms.end_after(start);
        if latin && let Some(length) = addresses::email(rest, end - start) {
            return self.token(start + length, TokenKind::Email);
        }
        if latin && let Some(length) = addresses::bare_url(rest, end - start) {
            return self.token(start + length, TokenKind::Url);
        }
        if self.rules.words.corrects {
            end = self.corrected_word(start, end, first);
        }
        end += self.tail(start, end);
        self.word_end = end;
        self.part(start, end)
    }

    /// The end of a word in a script beyond Latin that no rule can concern.
    fn plain_word(&mut self, start: usize) -> Option<usize> {
        let end = self.atoms.end_after(start);
        let bytes = self.text.as_bytes();
        let word = bytes.get(start..end).unwrap_or_default();
        let plain = !word.iter().any(u8::is_ascii) && scanner::nothing_joins(bytes, end);
        plain.then_some(end)
    }

    /// The end of the word that begins at `start`. Its first atom ends at `end`.
    fn corrected_word(&mut self, start: usize, end: usize, first: char) -> usize {
        if is_initial(first)
            && let Some(length) = self.initials(start)
        {
            return start + length;
        }
        let mut end = self.cut_atom(start, end);
        if first.is_ascii_digit() && self.rules.words.digit_groups {
            if let Some(length) = telephone(self.rest(start)) {
                return start + length;
            }
            end = self.grouped_number(start, end);
        }
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let mut numeric = digits(self.slice(start, end));
        loop {
            let rest = self.rest(end);
            let mut chars = rest.chars();
            let (Some(joiner), next) = (chars.next(), chars.next()) else {
                break;
            };
            let joins = match joiner {
                _ if is_hyphen(joiner) => {
                    if next.is_none_or(|c| c.is_whitespace() || c == ',') {
                        let alone = !self.rules.words.trailing_hyphens;
                        return if alone { end } else { end + joiner.len_utf8() };
                    }
                    next.is_some_and(|c| self.joins_hyphen(start, end, c))
                }
                '/' if next.is_some_and(|c| c.is_ascii_digit()) && self.rules.words.slashes => {
                    numeric
                }
                '/' => {
                    let letters =
                        self.rules.words.letter_slashes && next.is_some_and(is_alphabetic);
                    let unit = self.is_unit(start, end);
                    if unit && !next.is_some_and(is_alphanumeric) {
                        // `w/` ends with its slash.
                        return end + joiner.len_utf8();
                    }
                    letters || unit
                }
                ':' => self.rules.words.times && self.between_digits(end, next),
                '(' if self.rules.words.formulas => {
                    // `medewerker(s)`. The limit keeps a text without `)` from being read again for
                    // each bracket.
                    let inside = |c| is_alphanumeric(c) || "+-=".contains(c);
                    let inner = leading(self.rest(end + 1), LONGEST_FORMULA, inside);
                    let close = end + 1 + inner.len();
                    if inner.is_empty() || !self.rest(close).starts_with(')') {
                        break;
                    }
                    end = close + 1;
                    continue;
                }
                '+' | '=' | '^' if self.rules.words.formulas => next.is_some_and(is_alphanumeric),
                '&' => self.rules.words.ampersands && self.joins_ampersand(end, next),
                _ => false,
            };
            if !joins || next.is_some_and(dictionary::holds) {
                break;
            }
            let part = end + joiner.len_utf8();
            let atom_end = self.atoms.end_after(part);
            end = self.cut_atom(part, atom_end);
            numeric = numeric && joiner == '/' && digits(self.slice(part, end));
        }
        end
    }

    fn between_digits(&self, end: usize, next: Option<char>) -> bool {
        next.is_some_and(|c| c.is_ascii_digit())
            && self.before(end).is_some_and(|c| c.is_ascii_digit())
    }

    fn joins_hyphen(&self, start: usize, end: usize, next: char) -> bool {
        // `20h30-22h15`
        let minutes = || {
            let before = self.slice(0, start);
            let hours = before.strip_suffix(['h', 'H']).unwrap_or_default();
            hours.ends_with(|c: char| c.is_ascii_digit())
        };
        if self.rules.words.hours && self.between_digits(end, Some(next)) && minutes() {
            return false;
        }
        if self.rules.words.hyphens {
            return is_alphanumeric(next);
        }
        if self.between_digits(end, Some(next)) {
            return self.rules.words.number_hyphens;
        }
        is_alphanumeric(next) && self.rules.words.prefixes.holds(self.slice(start, end))
    }

    /// Whether an ampersand at `end` joins letters: `R&D`, `b&b`, but not the slip in `S&int`.
    fn joins_ampersand(&self, end: usize, next: Option<char>) -> bool {
        let small = self.before(end).is_some_and(char::is_lowercase);
        next.is_some_and(|c| is_alphabetic(c) && (small || !c.is_lowercase()))
    }

    /// The length of what belongs to a word though UAX #29 cuts it off: the dot of an abbreviation,
    /// the `°` of `n°`, the `(e)s` of `traité(e)s`, the `$` of `US$`.
    fn tail(&self, start: usize, end: usize) -> usize {
        let (word, rest) = (self.slice(start, end), self.rest(end));
        match rest.chars().next() {
            Some('.') if self.is_abbreviation(start, word, self.rest(end + 1)) => 1,
            Some('.') if self.is_ordinal(start, word, self.rest(end + 1)) => 1,
            Some('$') if self.rules.words.dollars.holds(word) => 1,
            Some('%')
                if self.rules.words.percents && word.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                1
            }
            Some(power @ ('²' | '³')) => {
                let end = end + power.len_utf8();
                let unit = self.rules.words.units.holds(self.slice(start, end));
                if unit { power.len_utf8() } else { 0 }
            }
            Some('°' | 'º') if self.rules.words.degree_abbreviations.holds(word) => {
                '°'.len_utf8()
            }
            Some('(') => {
                // The limit keeps a text without `)` from being read again for each bracket.
                let inner = leading(self.rest(end + 1), LONGEST_ENDING, |c| c != ')');
                let closed = self.rest(end + 1 + inner.len()).starts_with(')');
                let endings = self.rules.words.inclusive_endings;
                if !(closed && endings.holds(inner)) {
                    return 0;
                }
                let closed = inner.len() + 2;
                let more = leading(self.rest(end + closed), LONGEST_ENDING, is_alphabetic);
                closed + if endings.holds(more) { more.len() } else { 0 }
            }
            _ => 0,
        }
    }

    /// Cuts an atom of UAX #29 where no language joins words: `titre:texte`, `fin.Le`, `20h30`.
    fn cut_atom(&self, start: usize, end: usize) -> usize {
        let atom = self.slice(start, end);
        if let Some(hour) = hour(atom).filter(|_| self.rules.words.hours) {
            return start + hour;
        }
        // Only the first colon and the first dot count. Otherwise a long atom would be read again
        // from each of its parts.
        let cuts = |c| c == '.' || c == ':' && !self.rules.words.colons;
        match atom.find(cuts) {
            Some(mark) if self.rest(start + mark).starts_with(':') => start + mark,
            Some(dot) if self.is_glued(atom, dot, self.rest(end)) => start + dot,
            Some(dot) => self
                .slice(start + dot + 1, end)
                .find(|c| c == ':' && cuts(c))
                .map_or(end, |colon| start + dot + 1 + colon),
            None => end,
        }
    }

    /// Whether a dot inside an atom ends a sentence, as in `fin.Le` and `fin.BBC Afrique`, but not
    /// in `rfi.fr`, `St.John`, `Ph.D.` or `notice.PDF`. The text goes on with `after`.
    fn is_glued(&self, atom: &str, dot: usize, after: &str) -> bool {
        let Some((left, right)) = atom.split_at_checked(dot) else {
            return false;
        };
        let right = right.get(1..).unwrap_or_default();
        let mut right_letters = letters(right);
        let (first, second) = (right_letters.next(), right_letters.next());
        if first.is_some_and(is_caseless) {
            let long = |part: &str, least| {
                part.chars().nth(least).is_some() && part.starts_with(is_caseless)
            };
            return long(left, 1) && long(right, 2);
        }
        let word = second.is_some_and(|c| c.is_lowercase() || is_apostrophe(c));
        let letter = || second.is_none() && !after.starts_with('.');
        // Only before a further word: `notice.PDF` is a file.
        let acronym = || {
            left.len() > 3
                && right.chars().nth(2).is_some()
                && letters(right).all(char::is_uppercase)
                && after
                    .strip_prefix(' ')
                    .is_some_and(|after| after.starts_with(is_alphabetic))
                && !addresses::is_extension(right)
        };
        letters(left).nth(1).is_some()
            && letters(left).next_back().is_some_and(char::is_lowercase)
            && first.is_some_and(char::is_uppercase)
            && (word || letter() || acronym())
            && !self.rules.words.title_abbreviations.holds(left)
    }

    /// The end of a number with groups of digits, such as `12 000 000,5`: one to three digits, then
    /// groups of three, each behind one space.
    fn grouped_number(&mut self, start: usize, end: usize) -> usize {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let first = self.slice(start, end);
        if first.len() > 3 || digits(first) != first.len() {
            return end;
        }
        let mut end = end;
        loop {
            let rest = self.rest(end);
            let Some(space) = rest.chars().next().filter(|c| is_group_space(*c)) else {
                return end;
            };
            let group = end + space.len_utf8();
            if digits(self.rest(group)) != 3 {
                return end;
            }
            let group_end = self.atoms.end_after(group);
            let atom = self.slice(group, group_end);
            if atom.len() > 3 && !self.rest(group + 3).starts_with([',', '.']) {
                return end;
            }
            end = group_end;
            if atom.len() > 3 {
                return end;
            }
        }
    }

    /// Whether the word, the slash behind it and the letters after that are a unit: `km/h`, not
    /// `et/ou`.
    fn is_unit(&self, start: usize, end: usize) -> bool {
        let after = leading(self.rest(end + 1), LONGEST_UNIT, is_alphanumeric);
        let unit = self.slice(start, end + 1 + after.len());
        self.rules.words.units.holds(unit)
    }

    /// The first token of a word, or of the rest of a word, from `start` to `end`: what stands
    /// before a clitic, a clitic, or all of it.
    fn part(&mut self, start: usize, end: usize) -> Cut {
        self.at = start;
        let mut token_end = end;
        if self.rules.words.corrects {
            token_end = start + self.first_part(self.slice(start, end));
        }
        let kind = word_kind(self.slice(start, token_end));
        self.token(token_end, kind)
    }

    /// The length of a mark of several characters that UAX #29 would cut: TeX's quotation marks,
    /// emoticons, runs.
    fn mark(&self, rest: &str) -> Option<usize> {
        let rules = self.rules;
        if rules.words.tex_quotes
            && let Some(length) = marks::tex_quote(rest)
        {
            return Some(length);
        }
        if rules.words.emoticons
            && let Some(length) = marks::emoticon(rest)
        {
            return Some(length);
        }
        rules.words.runs.then(|| marks::run(rest)).flatten()
    }

    /// Whether the apostrophe at `start` begins a word: `'t`, `'s`, `'30`.
    fn apheresis(&self, start: usize, rest: &str) -> bool {
        if self.rules.words.aphereses.is_empty() || self.before(start).is_some_and(is_alphanumeric)
        {
            return false;
        }
        let after = rest.strip_prefix(is_apostrophe).unwrap_or(rest);
        let inside = |c| is_alphanumeric(c) || is_apostrophe(c);
        let word = leading(after, LONGEST_APHERESIS, inside);
        self.rules.words.aphereses.holds(word)
            || word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit())
    }

    /// The length of the first token of a word.
    fn first_part(&self, word: &str) -> usize {
        if word.starts_with(is_hyphen) {
            return first_clitic(word, &self.rules.words);
        }
        if !word.contains(is_hyphen) || self.rules.words.whole_words.holds(word) {
            return word.len();
        }
        clitics_start(word, &self.rules.words).unwrap_or(word.len())
    }

    /// The length of an elided word with its apostrophe: `l’` of `l’armée`. For `l’on` and
    /// `c’est-à-dire` it is the length of the whole word.
    fn elided(&self, start: usize) -> Option<usize> {
        let text = self.rest(start);
        let mut start_of_text = text.char_indices().take(LONGEST_ELISION);
        let (length, mark) = start_of_text.find(|(_, c)| is_apostrophe(*c))?;
        let word = text.get(..length)?;
        let end = length + mark.len_utf8();
        if !self.rules.words.elisions.holds(word) {
            let spaced = self.rules.words.spaced_elisions.holds(word);
            let space = self.rest(start + end).starts_with(is_group_space);
            return (spaced && space && !self.before(start).is_some_and(is_apostrophe))
                .then_some(end);
        }
        match self.rest(start + end).chars().next() {
            Some(next) if is_consonant(next) && self.rules.words.vowel_elisions.holds(word) => {
                return None;
            }
            Some(next) if is_alphanumeric(next) => {}
            // A lone letter in quotation marks: `'c'`.
            _ if self.before(start).is_some_and(is_apostrophe) => return None,
            _ => {}
        }
        let inside = |c| is_alphanumeric(c) || is_apostrophe(c) || is_hyphen(c) || is_accent(c);
        let whole = leading(text, LONGEST_WHOLE, inside);
        if self.rules.words.whole_words.holds(whole) {
            return Some(whole.len());
        }
        Some(end)
    }

    /// The next token, by the rules.
    #[inline(never)]
    fn next_by_rules(&mut self) -> Option<Cut> {
        if self.at < self.word_end {
            return Some(self.part(self.at, self.word_end));
        }
        let rest = self.rest(self.at);
        let start = self.text.len() - rest.trim_start().len();
        self.at = start;
        let rest = self.rest(start);
        let mut chars = rest.chars();
        let (first, second) = (chars.next()?, chars.next());
        if dictionary::holds(first)
            && let Some(end) = self.dictionary.word_end(self.text, start)
        {
            let kind = token_kind(self.slice(start, end));
            return Some(self.token(end, kind));
        }
        let letter = is_alphabetic(first);
        if letter
            && first >= BEYOND_LATIN
            && let Some(end) = self.plain_word(start)
        {
            return Some(self.token(end, TokenKind::Word));
        }
        if letter || first.is_numeric() {
            // The `h` of `20h30` is a token by itself, and so are the minutes.
            let hour = matches!(first, 'h' | 'H')
                && self.before(start).is_some_and(|c| c.is_ascii_digit());
            if hour && self.rules.words.hours && self.atoms.begins_before(start) {
                return Some(self.token(start + 1, TokenKind::Word));
            }
            return Some(self.word(start, first));
        }
        if self.rules.words.corrects
            && let Some(length) = self.mark(rest)
        {
            let kind = mark_kind(self.slice(start, start + length));
            return Some(self.token(start + length, kind));
        }
        if first == '+'
            && let Some(length) = telephone(rest)
        {
            return Some(self.token(start + length, TokenKind::Number));
        }
        let length = match first {
            _ if is_apostrophe(first) && self.apheresis(start, rest) => {
                let end = self.atoms.end_after(start + first.len_utf8());
                // `rock 'n' roll`
                let closed = self.rest(end).chars().next().filter(|c| is_apostrophe(*c));
                let whole = |mark: char| {
                    let word = self.slice(start + first.len_utf8(), end + mark.len_utf8());
                    self.rules.words.aphereses.holds(word)
                };
                end - start + closed.filter(|it| whole(*it)).map_or(0, char::len_utf8)
            }
            '#' | '@' if !self.before(start).is_some_and(is_alphanumeric) => {
                if let Some(length) = addresses::tag(rest) {
                    let kind = if first == '#' {
                        TokenKind::Hashtag
                    } else {
                        TokenKind::Mention
                    };
                    return Some(self.token(start + length, kind));
                }
                1
            }
            '.' | '-' | '፡' if second == Some(first) => {
                rest.len() - rest.trim_start_matches(first).len()
            }
            '+' if rest.starts_with("+/-") => 3,
            '-' | '+' | '−'
                if self.rules.words.signs && second.is_some_and(|c| c.is_ascii_digit()) =>
            {
                let open = self
                    .before(start)
                    .is_none_or(|c| c.is_whitespace() || c == '(');
                if open {
                    let digits = start + first.len_utf8();
                    let end = self.atoms.end_after(digits);
                    let end = self.grouped_number(digits, end);
                    return Some(self.token(end, TokenKind::Number));
                }
                first.len_utf8()
            }
            '°' if matches!(second, Some('C' | 'F')) => {
                let letter = first.len_utf8() + 1;
                let alone = !self.rest(start + letter).starts_with(is_alphanumeric);
                if alone { letter } else { first.len_utf8() }
            }
            _ if self.atoms.begins_before(start) => first.len_utf8(),
            _ => self.atoms.end_after(start) - start,
        };
        // For UAX #29 a word may begin with `_` too.
        let kind = token_kind(self.slice(start, start + length));
        Some(self.token(start + length, kind))
    }
}

impl Iterator for Words<'_> {
    type Item = (Span, TokenKind);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.next_cut().map(|cut| (cut.span(), cut.kind))
    }
}

/// The length of the digits before the `h` of `20h30` or `20h`.
fn hour(atom: &str) -> Option<usize> {
    if atom.len() > "20h30".len() {
        return None;
    }
    let (hours, minutes) = atom.split_once(['h', 'H'])?;
    let digits = |text: &str| text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    (!hours.is_empty() && digits(hours) && digits(minutes)).then_some(hours.len())
}

fn is_consonant(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'b'..='d' | 'f' | 'g' | 'j'..='n' | 'p'..='t' | 'v'..='x' | 'z')
}

/// The kind of a token that may be a word or a mark.
pub(super) fn token_kind(token: &str) -> TokenKind {
    if token.contains(is_alphanumeric) {
        word_kind(token)
    } else {
        mark_kind(token)
    }
}

fn word_kind(token: &str) -> TokenKind {
    if token.contains(is_alphabetic) {
        TokenKind::Word
    } else {
        TokenKind::Number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use proptest::prelude::*;

    /// The tokens by the rules alone, without the fast path.
    fn slowly(text: &str, rules: &'static Rules) -> Vec<(Span, TokenKind)> {
        let mut words = Words::new(text, rules);
        std::iter::from_fn(|| words.next_by_rules().map(|cut| (cut.span(), cut.kind))).collect()
    }

    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            prop::sample::select(vec![
                "l’",
                "L'",
                "qu'",
                "d’",
                "on",
                "aujourd’hui",
                "Artagnan",
                "c'est-à-dire",
                "M",
                "É",
                "IV",
                "Dr",
                "etc",
                "+34",
                "tél",
                "Éd",
                "p",
                "va-t-il",
                "là",
                "Saint-Omer",
                "avion-cargo",
                "-le",
                "-moi",
                "12",
                "000",
                "2024",
                "5,5",
                "20h30",
                "n°",
                "°C",
                "%",
                "(",
                ")",
                "(e)",
                ".",
                "...",
                "…",
                ",",
                ":",
                ";",
                "?",
                "!",
                "«",
                "»",
                "“",
                "\"",
                "'",
                "’",
                "-",
                "–",
                "—",
                "/",
                "+",
                "@",
                "#",
                "_",
                "http://",
                "www.",
                ".fr",
                "×",
                "÷",
                "ė",
                "ķ",
                "é",
                "ÉTÉ",
                "œuvre",
                "\u{ad}",
                "\u{301}",
                "\u{200d}",
                "\u{a0}",
                "\u{202f}",
                "\u{2009}",
                "\u{feff}",
                "\u{85}",
                "\n",
                "\r\n",
                "\t",
                "👍🏽",
                "нет",
                "عام",
                "中文",
                "かな",
                "ไทย",
                "º",
                "²",
                "m²",
                "ñ",
            ])
            .prop_map(str::to_owned),
            prop::sample::select(vec![" ", " ", " ", ""]).prop_map(str::to_owned),
            "[a-zA-Zà-ÿ]{1,12}",
            "[0-9]{1,5}",
            "[ -~éà’]{1,7}",
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn the_fast_path_changes_nothing(text in pieces()) {
            for language in [
                Language::FRENCH,
                Language::ENGLISH,
                Language::GERMAN,
                Language::ITALIAN,
                Language::DUTCH,
                Language::WOLOF,
                Language::CZECH,
                Language::SWEDISH,
                Language::UNDETERMINED,
            ] {
                let rules = Rules::of(language);
                let fast: Vec<_> = Words::new(&text, rules).collect();
                prop_assert_eq!(fast, slowly(&text, rules), "{} {:?}", language, text);
            }
        }
    }

    /// The other two hyphens take three bytes each.
    #[cfg(feature = "fr")]
    #[test]
    fn clitics_behind_any_hyphen() {
        let rules = Rules::of(Language::FRENCH);
        for hyphen in ['-', '\u{2010}', '\u{2011}'] {
            let text = format!("va{hyphen}t{hyphen}il donnez{hyphen}le{hyphen}moi");
            let words: Vec<_> = Words::new(&text, rules)
                .map(|(span, _)| text.as_str()[span].replace(hyphen, "-"))
                .collect();
            assert_eq!(words, ["va", "-t-il", "donnez", "-le", "-moi"]);
        }
    }

    /// Every place where a window of the fast path can end.
    #[test]
    fn windows_may_end_anywhere() {
        let text =
            "L’armée n’a rien dit aujourd’hui : « Où va-t-il ? » 12 000 hommes, été comme hiver.";
        let rules = Rules::of(Language::FRENCH);
        for text in [text.to_owned(), text.replace('’', "'")] {
            for shift in 0..130 {
                let text = format!("{}{text}", "é ".repeat(shift));
                let fast: Vec<_> = Words::new(&text, rules).collect();
                assert_eq!(fast, slowly(&text, rules));
            }
        }
    }
}
