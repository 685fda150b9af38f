//! Reads the words for a speaker: a name with its title, or a description.

use std::cell::Cell;
use std::ops::Range;

use super::marks::Pair;
use crate::document::{DocumentRef, Entity, Label, Stop, Token};
use crate::lang::list::List;
use crate::lang::{NameRules, Phrases, Rules, SpeechRules};
use crate::normalize::is_hyphen;
use crate::span::Span;

/// Whether a word is a stop word by its spelling, so that the answer is the same without parts of speech.
pub(super) fn is_stop(token: Token<'_>) -> bool {
    matches!(token.stop(), Some(Stop::Function | Stop::Extended))
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// The tokens of the words for the speaker, without an article.
    pub(super) tokens: Range<usize>,
    /// The index of the entity that speaks. `None` if nothing but a description is known.
    pub(super) entity: Option<usize>,
}

/// What stands as the subject of a verb of saying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Named(Speaker),
    /// A pronoun, with its token. One without a gender can mean anybody: `je`, `on`.
    Pronoun(Option<Gender>, usize),
    /// Whoever spoke before: `Et d’ajouter`.
    Same,
}

impl Subject {
    pub(super) fn named(self) -> Option<Speaker> {
        match self {
            Self::Named(speaker) => Some(speaker),
            Self::Pronoun(..) | Self::Same => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gender {
    Man,
    Woman,
    /// More than one person: `ils`, `les`.
    Several,
}

/// The most words for a speaker.
const LONGEST: usize = 12;

/// How far behind a description the name may stand that it describes.
const APPOSED: usize = 8;

/// A title has fewer names in it.
const TITLED: usize = 4;

/// A document, and the rules of the language around a quotation.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) document: DocumentRef<'a>,
    pub(super) rules: &'static SpeechRules,
    names: Option<&'static NameRules>,
    pairs: &'a [Pair],
    /// For each token what [`Reader::is_plain`] found out. Empty in a text of several languages, where each
    /// has its own answer.
    plain: &'a [Cell<Option<bool>>],
}

impl<'a> Reader<'a> {
    /// The reader for the language of a token. `None` if the language has no rules.
    pub(super) fn at(
        document: DocumentRef<'a>,
        pairs: &'a [Pair],
        plain: &'a [Cell<Option<bool>>],
        token: usize,
    ) -> Option<Self> {
        let rules = Rules::of(document.token(token)?.language());
        Some(Self {
            document,
            rules: rules.speech?,
            names: rules.names,
            pairs,
            plain,
        })
    }

    /// Whether neither a verb of saying stands at a token nor what leads to a speaker without one.
    pub(super) fn is_plain(self, at: usize) -> bool {
        let known = self.plain.get(at);
        if let Some(answer) = known.and_then(Cell::get) {
            return answer;
        }
        let leads = self.according(at).is_some()
            || self.is(at, self.rules.opinion)
            || self.begins(self.rules.saying, at).is_some()
            || self.is_verb(at);
        if let Some(known) = known {
            known.set(Some(!leads));
        }
        !leads
    }

    pub(super) fn token(self, at: usize) -> Option<Token<'a>> {
        self.document.token(at)
    }

    pub(super) fn text(self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.text())
    }

    pub(super) fn norm(self, at: usize) -> &'a str {
        let norm = self.token(at).and_then(|token| token.norm());
        norm.unwrap_or_default()
    }

    pub(super) fn is(self, at: usize, list: List) -> bool {
        list.holds(self.norm(at))
    }

    pub(super) fn is_verb(self, at: usize) -> bool {
        self.rules.is_verb(self.norm(at))
    }

    pub(super) fn is_stop(self, at: usize) -> bool {
        self.token(at).is_some_and(|it| it.is_word() && is_stop(it))
    }

    pub(super) fn is_capitalised(self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|it| it.is_word() && it.is_capitalised())
    }

    pub(super) fn is_comma(self, at: usize) -> bool {
        matches!(self.text(at), "," | "(" | ")" | "-" | "‐" | "‑" | "–" | "—")
    }

    /// Whether a token stands between quotation marks.
    pub(super) fn is_quoted(self, at: usize) -> bool {
        let index = self.pairs.partition_point(|pair| pair.close.end <= at);
        let pair = self.pairs.get(index);
        pair.is_some_and(|pair| pair.open.start <= at)
    }

    /// Whether a word means somebody who can speak: a title, or another noun of people.
    pub(super) fn is_person_noun(self, at: usize) -> bool {
        let norm = self.norm(at);
        self.rules.people.holds(norm)
            || self.rules.bodies.holds(norm)
            || self.names.is_some_and(|names| names.is_title(norm))
    }

    pub(super) fn is_conjunction(self, at: usize) -> bool {
        self.names
            .is_some_and(|names| self.is(at, names.conjunctions))
    }

    /// Whether a token is an auxiliary, such as the `a` of `a dit`.
    pub(super) fn is_auxiliary(self, at: usize) -> bool {
        self.names
            .is_some_and(|names| self.is(at, names.auxiliaries))
    }

    /// The pronoun at a token, as a subject.
    pub(super) fn pronoun(self, at: usize) -> Option<Subject> {
        let gender = if self.is(at, self.rules.he) {
            Some(Gender::Man)
        } else if self.is(at, self.rules.she) {
            Some(Gender::Woman)
        } else if self.is(at, self.rules.they) {
            Some(Gender::Several)
        } else {
            None
        };
        let is_pronoun = gender.is_some() || self.is(at, self.rules.others);
        is_pronoun.then_some(Subject::Pronoun(gender, at))
    }

    /// The pronoun that stands behind its verb: `-t-il`, `-elle`.
    pub(super) fn inverted(self, at: usize) -> Option<Subject> {
        let inverted = self.text(at).starts_with(is_hyphen);
        self.pronoun(at).filter(|_| inverted)
    }

    pub(super) fn entity(self, at: usize) -> Option<Entity<'a>> {
        self.token(at)?.entity()
    }

    /// The first token of a name, or of its title right before it. In `le chef du parti, Paul Biya`
    /// the title stands before a comma.
    pub(super) fn first(self, name: Entity<'a>) -> usize {
        let start = name.token_range().start;
        let before = start.checked_sub(1).and_then(|at| self.token(at));
        let title = name
            .title_span()
            .filter(|title| before.is_some_and(|it| it.span().end() == title.end()))
            .and_then(|title| self.document.token_at(title.start()));
        title.map_or(start, |title| title.index())
    }

    /// The name of somebody or something that begins at a token, with its title.
    pub(super) fn name_at(self, at: usize) -> Option<Entity<'a>> {
        let rows = &self.document.layers().entities;
        let next = rows.partition_point(|row| row.range().start < at);
        let name = self.document.entity(next)?;
        let speaks = !matches!(name.label(), Label::DATE | Label::QUANTITY);
        (speaks && self.first(name) == at).then_some(name)
    }

    pub(super) fn person_at(self, at: usize) -> Option<Entity<'a>> {
        self.name_at(at)
            .filter(|name| name.label() == Label::PERSON)
    }

    /// The words of a person with the title.
    pub(super) fn person(self, name: Entity<'a>) -> Speaker {
        Speaker {
            tokens: self.first(name)..name.token_range().end,
            entity: Some(name.index()),
        }
    }

    /// The words for somebody that begin at `at`, and where they end. They begin with an article or a
    /// capital. A name in apposition is the speaker: in `le chef du parti, Paul Biya` it is Biya.
    pub(super) fn phrase(self, at: usize) -> Option<(Speaker, usize)> {
        let determined = self.is(at, self.rules.determiners);
        let capital = || self.is_capitalised(at) && !self.is_stop(at);
        if !determined && !capital() && self.name_at(at).is_none() {
            return None;
        }
        self.description(at + usize::from(determined), determined)
    }

    /// The same, after the article.
    pub(super) fn description(self, start: usize, determined: bool) -> Option<(Speaker, usize)> {
        let (mut end, mut entity) = (start, None);
        while end < start + LONGEST {
            if let Some(name) = self.entity(end) {
                match name.label() {
                    Label::DATE | Label::QUANTITY => break,
                    Label::PERSON => {
                        // In `l’avocat de Laurent Gbagbo` he is not the speaker.
                        let first = self.first(name);
                        let owned = first > start && self.is_link(first - 1);
                        entity = entity.filter(|_| owned).or((!owned).then_some(name));
                        end = name.token_range().end;
                        break;
                    }
                    _ => {}
                }
                let heads = self.first(name) <= start;
                end = name.token_range().end.max(end + 1);
                // `le porte-parole de l’ONU Stéphane Dujarric`, of which the title has its body.
                let person = |name: &Entity<'_>| {
                    name.label() == Label::PERSON && name.token_range().start == end
                };
                if !self.entity(end).as_ref().is_some_and(person) {
                    entity = Some(name).filter(|_| heads);
                    break;
                }
                continue;
            }
            let of = end > start && self.is(end, self.rules.of)
                || end > start + 1
                    && (self.is(end, self.rules.determiners) || self.is(end, self.rules.others))
                    && self.is(end - 1, self.rules.of);
            let word = self.token(end).is_some_and(|it| it.is_word());
            // `l’un d’eux`, `un autre`; `les droits de l’homme et des peuples`
            let and = self.norm(end) == self.rules.and && self.is(end + 1, self.rules.of);
            let plain = if determined {
                !self.is_stop(end) || end == start && self.is_person_noun(end) || and && end > start
            } else {
                self.is_capitalised(end)
            };
            let titled = self
                .names
                .is_some_and(|names| names.is_title(self.norm(end)));
            let saying = || self.begins(self.rules.saying, end).is_some();
            let said = end > start && (self.is_verb(end) || saying());
            if said || !(word && (of || plain || titled)) {
                break;
            }
            end += 1;
        }
        while end > start && self.entity(end - 1).is_none() && self.is_link(end - 1) {
            end -= 1;
        }
        if start == end {
            return None;
        }
        let is_person = |name: &Entity<'_>| name.label() == Label::PERSON;
        let named = entity.as_ref().is_some_and(is_person);
        let apposed = || self.apposed(end).or_else(|| self.titled(start));
        if !named && let Some(name) = apposed() {
            return Some((self.person(name), name.token_range().end));
        }
        // The words were looked for from inside the name: `Monitoring` of `BBC Monitoring`.
        let start = entity.map_or(start, |name| name.token_range().start.min(start));
        let entity = entity.map(Entity::index);
        let tokens = start..end;
        Some((Speaker { tokens, entity }, end))
    }

    /// The person in an apposition that begins with the comma at `at`: `, Paul Biya`, `, le général
    /// Tiani`. More names may stand before it: `l’ancien joueur de Lens, Nice et Metz, Paul Biya`.
    fn apposed(self, at: usize) -> Option<Entity<'a>> {
        // `(ONU)`
        let bracket = self.text(at) == "(" && self.text(at + 2) == ")";
        let at = at + 3 * usize::from(bracket);
        for at in at..at + APPOSED {
            if self.text(at) == "," {
                let article = usize::from(self.is(at + 1, self.rules.determiners));
                if let Some(person) = self.person_at(at + 1 + article) {
                    return Some(person);
                }
            } else if !self.is_capitalised(at) && self.norm(at) != self.rules.and {
                return None;
            }
        }
        None
    }

    /// The person behind a title that begins at `at`, whatever the title holds: `ministre en charge de
    /// l’action humanitaire, Nandy Somé`.
    fn titled(self, at: usize) -> Option<Entity<'a>> {
        let start = self.token(at)?.span().start();
        let rows = &self.document.layers().entities;
        let next = rows.partition_point(|row| row.range().start < at);
        let mut names = (next..next + TITLED).map_while(|index| self.document.entity(index));
        names.find(|name| {
            let before = |title: Span| title.start() == start && title.end() <= name.span().start();
            name.label() == Label::PERSON && name.title_span().is_some_and(before)
        })
    }

    fn is_link(self, at: usize) -> bool {
        self.is(at, self.rules.of) || self.is(at, self.rules.articles)
    }

    /// The number of tokens of a phrase such as `d'après` that begins at `at`.
    pub(super) fn according(self, at: usize) -> Option<usize> {
        self.begins(self.rules.according, at)
    }

    /// The number of tokens of the longest of some phrases that begins at `at`.
    pub(super) fn begins(self, phrases: Phrases, at: usize) -> Option<usize> {
        // None begins with a mark.
        let token = self.token(at).filter(|it| !it.is_punctuation())?;
        let norm = token.norm().unwrap_or_default();
        let first = |phrase: &[&'static str]| phrase.first().copied().unwrap_or_default();
        let initial = |phrase| first(phrase).bytes().next();
        let own = norm.bytes().next();
        let from = phrases.partition_point(|phrase| initial(phrase) < own);
        let phrases = phrases.get(from..).unwrap_or_default().iter();
        let phrases = phrases.take_while(|phrase| initial(phrase) == own);
        let phrases = phrases.filter(|phrase| first(phrase) == norm);
        let stands = |phrase: &&&[&str]| {
            let mut words = phrase.iter().enumerate().skip(1);
            words.all(|(offset, word)| self.norm(at + offset) == *word)
        };
        phrases.filter(stands).map(|phrase| phrase.len()).max()
    }
}
