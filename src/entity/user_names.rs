//! The caller's names with their ids: a sorted list, and a table of first words.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::HashMap;

use super::found::Found;
use super::scan::Scan;
use crate::document::{EntitySource, Label, TokenKind};
use crate::error::{Error, Kind};
use crate::lines::{flaw, is_control};
use crate::normalize::{self, norm};

/// The most characters of a name. Any token may begin a name and is compared so far, so a longer
/// name is an error.
const LONGEST: usize = 128;

/// A name as the caller gave it.
#[derive(Clone, Debug)]
pub(crate) struct UserName {
    pub(crate) label: Label,
    pub(crate) name: String,
    pub(crate) id: String,
}

/// All names of the caller.
#[derive(Debug, Default)]
pub(super) struct UserNames {
    /// Sorted by first word, then by normal form, then by spelling, capitals first.
    names: Vec<Name>,
    /// For each first word, the range of its names.
    firsts: HashMap<Box<str>, Range<usize>>,
}

#[derive(Debug)]
struct Name {
    norm: String,
    spelling: String,
    label: Label,
    id: String,
}

impl Name {
    fn new(given: UserName) -> Result<Self, Error> {
        let words: Vec<_> = given.name.split_whitespace().collect();
        let spaced = words.join(" ");
        let problem = if let Some(flaw) = flaw(&given.name) {
            flaw
        } else if spaced.contains(is_control) {
            "holds a control character, which no name does: remove it"
        } else if spaced.chars().nth(LONGEST).is_some() {
            "is a name of more than 128 characters: give a shorter one"
        } else if given.id.is_empty() || given.id.contains(is_control) {
            "has an id that is empty or holds a control character: give another id"
        } else {
            return Ok(Self {
                norm: norm(&spaced).into_owned(),
                spelling: normalize::spelling(&spaced).into_owned(),
                label: given.label,
                id: given.id,
            });
        };
        let text = given.name.chars().take(LONGEST).collect();
        Err(Kind::Pattern { text, problem }.into())
    }

    fn key(&self) -> (&str, &str, &str) {
        (first_word(&self.norm), &self.norm, &self.spelling)
    }

    /// Whether a text with the same normal form also has the name's capitals.
    fn spells(&self, text: &str) -> bool {
        let mut pairs = self.spelling.chars().zip(text.chars());
        pairs.all(|(own, other)| !own.is_uppercase() || own == other)
    }
}

/// The letters and digits at the head of a text, or its first character. The first token of a name
/// begins with them, however the language cuts words.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric());
    let mark = text.chars().next().map_or(0, char::len_utf8);
    let end = end.unwrap_or(text.len()).max(mark);
    text.get(..end).unwrap_or_default()
}

impl UserNames {
    /// Sorts the names. Of two names with one spelling, the later one wins.
    pub(super) fn new(given: Vec<UserName>) -> Result<Self, Error> {
        let names = given.into_iter().rev().map(Name::new);
        let mut names = names.collect::<Result<Vec<_>, _>>()?;
        names.sort_by(|a, b| a.key().cmp(&b.key()));
        names.dedup_by(|a, b| a.key() == b.key());
        let mut firsts: HashMap<Box<str>, Range<usize>> = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            let range = firsts.entry_ref(first_word(&name.norm));
            range.or_insert(index..index).end = index + 1;
        }
        Ok(Self { names, firsts })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Adds the caller's names in a text to `found`. They replace whatever was found over their
    /// tokens. `found` is in the order of the text, before and after.
    pub(super) fn overrule(&self, scan: &Scan<'_>, found: &mut Vec<Found>) {
        if self.is_empty() {
            return;
        }
        let mut names = Vec::new();
        for sentence in scan.sentences() {
            let mut at = sentence.start;
            while at < sentence.end {
                let name = self.longest(scan, at..sentence.end);
                at = name.as_ref().map_or(at + 1, |name| name.tokens.end);
                names.extend(name);
            }
        }
        let mut next = 0;
        found.retain(|other| {
            let behind = |name: &Found| name.tokens.end <= other.tokens.start;
            while names.get(next).is_some_and(behind) {
                next += 1;
            }
            let name = names.get_mut(next);
            let Some(name) = name.filter(|name| name.tokens.start < other.tokens.end) else {
                return true;
            };
            if (name.label, name.tokens.start) == (other.label, other.tokens.start) {
                name.title = other.title;
            }
            false
        });
        found.append(&mut names);
        found.sort_by_key(|entity| entity.tokens.start);
    }

    /// The longest name that begins with the first of these tokens.
    fn longest(&self, scan: &Scan<'_>, tokens: Range<usize>) -> Option<Found> {
        let first = tokens.start;
        let range = self.firsts.get(first_word(&word_norm(scan, first)))?;
        let mut names = self.names.get(range.clone())?;
        let mut longest = None;
        let mut norm = String::new();
        for index in tokens {
            if index > first && !scan.gap(index).is_empty() {
                norm.push(' ');
            }
            norm.push_str(&word_norm(scan, index));
            // Among the names that begin so, the equal ones stand first.
            let low = names.partition_point(|name| name.norm.as_str() < norm.as_str());
            names = names.get(low..).unwrap_or_default();
            let high = names.partition_point(|name| name.norm.starts_with(&norm));
            names = names.get(..high).unwrap_or_default();
            let Some(shortest) = names.first() else {
                break;
            };
            if shortest.norm == norm {
                let spelling = spelling(scan, first..index + 1);
                let mut equal = names.iter().take_while(|name| name.norm == norm);
                if let Some(name) = equal.find(|name| name.spells(&spelling)) {
                    longest = Some((name, index + 1));
                }
            }
        }
        let (name, end) = longest?;
        let mut found = Found::new(first..end, name.label, EntitySource::User, 1.0);
        found.id = Some(name.id.clone());
        Some(found)
    }
}

/// The normal form of a token as that of a name has it: a number keeps its spaces and marks.
fn word_norm<'a>(scan: &Scan<'a>, index: usize) -> Cow<'a, str> {
    match scan.kind(index) {
        TokenKind::Number => norm(scan.text(index)),
        _ => Cow::Borrowed(scan.norm(index)),
    }
}

/// The text of some tokens, with one space for any white space between them.
fn spelling(scan: &Scan<'_>, tokens: Range<usize>) -> String {
    let mut spelling = String::new();
    let first = tokens.start;
    for index in tokens {
        if index > first && !scan.gap(index).is_empty() {
            spelling.push(' ');
        }
        spelling.push_str(&normalize::spelling(scan.text(index)));
    }
    spelling
}

#[cfg(test)]
mod tests {
    use crate::normalize::norm;
    use crate::{Builder, DocumentRef, EntitySource, Label, Language, Pipeline};
    use proptest::prelude::*;

    fn builder() -> Builder {
        Pipeline::builder().language(Language::FRENCH)
    }

    /// The caller's names in a document: text and id.
    fn given(document: DocumentRef<'_>) -> Vec<(&str, &str)> {
        let own = document
            .entities()
            .filter(|it| it.source() == EntitySource::User);
        own.map(|it| (it.text(), it.id().unwrap())).collect()
    }

    #[cfg(feature = "fr")]
    #[test]
    fn names_stand_as_they_are_spelt() {
        let ship: Label = "SHIP".parse().unwrap();
        let names = [
            ("Orano", "orano"),
            ("compte d'épargne", "account"),
            ("Val", "val"),
            ("Orange", "brand"),
            ("orange", "fruit"),
            ("C++", "cpp"),
            ("C", "c"),
            ("la Vérité", "truth"),
            ("E\u{301}lan", "elan"),
            ("marche des 12 000", "march"),
            ("10 000 pas", "steps"),
        ];
        let pipeline = builder().gazetteer(ship, names).build().unwrap();
        for (text, expected) in [
            ("chez ORANO, non orano", &[("ORANO", "orano")][..]),
            ("un Compte  d’épargne", &[("Compte  d’épargne", "account")]),
            ("un compte d'\u{a0}épargne", &[]),
            ("Val-d’Oise", &[]),
            (
                "l’Orange et l'orange",
                &[("Orange", "brand"), ("orange", "fruit")],
            ),
            ("(C++), C", &[("C++", "cpp"), ("C", "c")]),
            ("dans La Vérité, la vérité", &[("La Vérité", "truth")]),
            ("la\nVérité", &[]),
            ("l’Élan", &[("Élan", "elan")]),
            (
                "la marche des 12\u{a0}000",
                &[("marche des 12\u{a0}000", "march")],
            ),
            ("en 10 000 pas", &[("10 000 pas", "steps")]),
        ] {
            let document = pipeline.process(text).unwrap();
            assert_eq!(given(document.view()), expected, "{text}");
        }
    }

    #[cfg(feature = "fr")]
    #[test]
    fn names_beat_what_else_stands_there_and_keep_the_title() {
        let people = [("Salifou Modi", "Q1"), ("3 mai", "may")];
        let pipeline = builder().gazetteer(Label::PERSON, people).build().unwrap();
        let text = "Le général Salifou Modi est à Niamey depuis le 3 mai 2024. Modi y reste.";
        let document = pipeline.process(text).unwrap();
        let all: Vec<_> = document.view().entities().collect();
        let all: Vec<_> = all
            .iter()
            .map(|it| (it.text(), it.id().unwrap(), it.title()))
            .collect();
        let expected = [
            ("Salifou Modi", "Q1", Some("général")),
            ("Niamey", "loc:niamey", None),
            ("3 mai", "may", None),
            ("Modi", "Q1", None),
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn names_stand_in_any_language_and_the_later_holds() {
        let ships = [("Sea-Watch 3", "old"), ("Sea-Watch 3", "new")];
        let english = Pipeline::builder().language(Language::ENGLISH);
        let pipeline = english.gazetteer(Label::MISC, ships).build().unwrap();
        let document = pipeline.process("The Sea-Watch 3 sails.").unwrap();
        assert_eq!(given(document.view()), [("Sea-Watch 3", "new")]);
    }

    #[test]
    fn what_names_nothing_is_refused() {
        let refused = |name: &str, id: &str| {
            let names = builder().gazetteer(Label::PERSON, [(name, id)]);
            let error = names.build().unwrap_err();
            assert!(error.is_pattern());
            error.to_string()
        };
        assert_eq!(refused("", "id"), "pattern \"\" is empty: leave it out");
        // The same as for an abbreviation or a text that is never split.
        for name in [
            " Tiani",
            "Tiani\u{a0}",
            "Salifou\nModi",
            "Salifou\u{2028}Modi",
        ] {
            let never = builder().never_split([name]).build().unwrap_err();
            assert_eq!(refused(name, "id"), never.to_string());
        }
        assert!(refused("Ti\u{1b}[2Jani", "id").ends_with("no name does: remove it"));
        assert!(refused(&"é".repeat(129), "id").ends_with("give a shorter one"));
        for id in ["", "per:\n", "per:\u{85}a"] {
            assert!(refused("Tiani", id).ends_with("give another id"));
        }
        let most = builder().gazetteer(Label::PERSON, [("é".repeat(128), "id")]);
        assert!(most.build().is_ok());
    }

    /// What [`super::UserNames`] finds, by trying every name at every stretch of tokens.
    fn naively(document: DocumentRef<'_>, names: &[String]) -> Vec<(String, String)> {
        let tokens: Vec<_> = document.tokens().collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let spelt = |end: usize| {
                let stretch = tokens.get(at..end).unwrap();
                let texts = stretch.iter().enumerate();
                let spelling = texts.fold(String::new(), |mut text, (index, token)| {
                    let gap = index > 0 && token.span().start() > stretch[index - 1].span().end();
                    text.push_str(if gap { " " } else { "" });
                    text + &token.text().replace('’', "'")
                });
                let is = |name: &&String| {
                    let mut pairs = name.chars().zip(spelling.chars());
                    norm(name) == norm(&spelling)
                        && pairs.all(|(own, other)| !own.is_uppercase() || own == other)
                };
                let mut equal: Vec<_> = names.iter().filter(is).collect();
                equal.sort();
                equal.first().map(|name| (name.to_string(), end))
            };
            let longest = (at + 1..=tokens.len()).rev().find_map(spelt);
            at = longest.as_ref().map_or(at + 1, |(_, end)| *end);
            found.extend(longest.map(|(name, end)| (name, tokens[end - 1].text().to_owned())));
        }
        found
    }

    proptest! {
        // Each case builds a pipeline.
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn the_table_finds_what_every_name_tried_finds(
            names in prop::collection::vec("[aAé’+]( ?[aAbé’+]){0,3}", 0..8),
            text in "([aAbé’+ ]|a ){0,30}",
        ) {
            let names: Vec<_> = names.iter().map(|name| name.replace('’', "'")).collect();
            let entries = names.iter().map(|name| (name.as_str(), name.as_str()));
            let pipeline = builder().gazetteer(Label::MISC, entries).build().unwrap();
            let document = pipeline.process(text).unwrap();
            let expected = naively(document.view(), &names);
            let own = document.view().entities().filter(|it| it.source() == EntitySource::User);
            let found: Vec<_> = own.map(|it| {
                let last = it.tokens().next_back().unwrap();
                (it.id().unwrap().to_owned(), last.text().to_owned())
            }).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
