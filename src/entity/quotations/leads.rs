//! Reads the words around a quotation that say whose it is.

use std::ops::Range;

use super::phrases::{Gender, Reader, Speaker, Subject};
use crate::document::{Entity, Label, Lead, Stop, Token};

/// What the words around a quotation say.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// Who speaks. `None` if there is a verb of saying and its subject is not found.
    pub(super) subject: Option<Subject>,
    pub(super) verb: Option<usize>,
    pub(super) lead: Lead,
}

/// The most words between a quotation and its verb, such as `a` and `également`.
const BEFORE_VERB: usize = 5;

/// The most words that help a verb of saying inside a quotation: `s’est`.
const HELPING: usize = 2;

/// The greatest distance of the verb before a quotation.
const DISTANCE: usize = 30;

/// How far before a quotation the clause may begin that leads to it.
const REACH: usize = 60;

/// The most asides between a verb and its subject: `mardi`, `à la presse`.
const ASIDES: usize = 5;

/// The greatest length of a subject before its verb.
const LONGEST: usize = 14;

impl<'a> Reader<'a> {
    /// Reads what stands at `at`, behind a quotation: `, a expliqué un instructeur russe`, `, selon
    /// le ministre`, `, dit-il`.
    ///
    /// Behind a part of a sentence and without a comma, only a name or a pronoun is sure to be the
    /// subject: `se dit « très dynamique » et poursuit son rêve`.
    pub(super) fn after(self, at: usize, part: bool) -> Option<Said> {
        // `« … » : ainsi s’exprimait Paul Biya`
        let colon = self.text(at) == ":" && self.begins(self.rules.resuming, at + 1).is_some();
        let comma = self.is_comma(at);
        let at = at + usize::from(comma || colon);
        let sure = |said: &Said| match &said.subject {
            _ if said.lead == Lead::Indirect => true,
            Some(Subject::Named(speaker)) => comma || !part || speaker.entity.is_some(),
            _ => true,
        };
        self.said(at, comma).filter(sure)
    }

    fn said(self, at: usize, comma: bool) -> Option<Said> {
        if let Some(length) = self.begins(self.rules.resuming, at).filter(|_| !comma) {
            return self.said(at + length, true);
        }
        if !comma && self.is_capitalised(at) && !self.rules.subject_first {
            return None;
        }
        if let Some(said) = self.view(at).or_else(|| self.verb_first(at)) {
            return Some(said);
        }
        if self.rules.subject_first {
            return self.subject_first(at);
        }
        // `« … », Paul Biya, président du Cameroun.`; `« … », Paul Biya s’inquiète.`
        let person = self.person_at(at).filter(|_| comma)?;
        let end = person.token_range().end;
        let helps =
            |it: &usize| self.is(*it, self.rules.perfect) || self.is(*it, self.rules.reflexives);
        let verb = end + (end..end + HELPING).take_while(helps).count();
        let verb = Some(verb).filter(|it| self.is_verb(*it));
        (verb.is_some() || self.text(end) == ",").then(|| Said {
            subject: Some(Subject::Named(self.person(person))),
            verb,
            lead: Lead::Direct,
        })
    }

    /// Reads the words inside a quotation that say whose it is: `« Nous restons, a déclaré Paul Biya,
    /// et nous gagnons. »`. `tokens` are those between its marks.
    pub(super) fn inside(self, tokens: Range<usize>) -> Option<Said> {
        let mut ends = tokens
            .clone()
            .filter(|at| self.token(*at).is_some_and(|it| it.is_punctuation()));
        ends.find_map(|end| {
            let at = end + 1;
            // `a déclaré`, `s’est réjoui`
            let helps = |it: &usize| {
                self.is(*it, self.rules.perfect) || self.is(*it, self.rules.reflexives)
            };
            let first = at + (at..tokens.end).take(HELPING).take_while(helps).count();
            let told = self.is_verb(first) || first > at && self.inverted(first).is_some();
            let said = self.verb_first(at).filter(|_| told && first < tokens.end)?;
            let ends_clause = |at: usize| {
                at >= tokens.end || self.token(at).is_some_and(|it| it.is_punctuation())
            };
            let sure = match &said.subject {
                Some(Subject::Named(speaker)) => {
                    let speaks =
                        speaker.entity.is_some() || self.is_person_noun(speaker.tokens.start);
                    speaks && speaker.tokens.end <= tokens.end && ends_clause(speaker.tokens.end)
                }
                Some(Subject::Pronoun(gender, _)) => gender.is_some(),
                _ => false,
            };
            sure.then_some(said)
        })
    }

    /// `a déclaré le ministre`, `a-t-il dit` at `at`.
    fn verb_first(self, at: usize) -> Option<Said> {
        let lead = Lead::Direct;
        for verb in at..at + BEFORE_VERB {
            if let Some(subject) = self.inverted(verb) {
                let mut next = verb + 1..verb + 4;
                let participle = next.find(|it| self.is_verb(*it));
                return Some(Said {
                    subject: Some(subject),
                    verb: participle.or(verb.checked_sub(1).filter(|it| *it >= at)),
                    lead,
                });
            }
            // `met en garde`
            let saying = self.begins(self.rules.saying, verb);
            if saying.is_some() || self.is_verb(verb) {
                let end = verb + saying.unwrap_or(1);
                let subject = self.inverted(end).or_else(|| self.behind(end))?;
                return Some(Said {
                    subject: Some(subject),
                    verb: Some(verb),
                    lead,
                });
            }
            if !self.is_stop(verb) {
                break;
            }
        }
        None
    }

    /// `he said`, `the minister said` at `at`.
    fn subject_first(self, at: usize) -> Option<Said> {
        let (subject, end) = match self.pronoun(at) {
            Some(pronoun) => (pronoun, at + 1),
            None => {
                let (speaker, end) = self.phrase(at)?;
                (Subject::Named(speaker), end)
            }
        };
        let mut next =
            (end..end + BEFORE_VERB).take_while(|it| self.is_stop(*it) || self.is_verb(*it));
        let verb = next.find(|it| self.is_verb(*it))?;
        Some(Said {
            subject: Some(subject),
            verb: Some(verb),
            lead: Lead::Direct,
        })
    }

    /// `selon le ministre`, `d’après lui`, `pour M. Modi` at `at`.
    fn view(self, at: usize) -> Option<Said> {
        let length = self.according(at);
        let fresh = || {
            let before = at.checked_sub(1).and_then(|before| self.token(before));
            // `Mais pour le ministre`
            let joins = |it: Token<'_>| it.is_sentence_start() && it.is_stop();
            before.is_none_or(|before| !before.is_word() || joins(before))
        };
        let opinion = || (self.is(at, self.rules.opinion) && fresh()).then_some(1);
        let start = at + length.or_else(opinion)?;
        let him = || {
            let him = self.is(start, self.rules.him);
            him.then_some(Subject::Pronoun(Some(Gender::Man), start))
        };
        let named = || {
            let (speaker, _) = self.phrase(start)?;
            let subject = Subject::Named(speaker);
            let sure = length.is_some() || self.is_person(&subject) || self.is_aside(&subject);
            sure.then_some(subject)
        };
        Some(Said {
            subject: Some(self.pronoun(start).or_else(him).or_else(named)?),
            verb: None,
            lead: Lead::Indirect,
        })
    }

    /// `, selon le ministre.`, `, a averti le ministre.` at `at`, where the sentence ends at `end`.
    pub(super) fn last_words(self, at: usize, end: usize) -> Option<Said> {
        if self.text(at) != "," {
            return None;
        }
        let said = self.view(at + 1).or_else(|| self.verb_first(at + 1))?;
        let Some(Subject::Named(speaker)) = &said.subject else {
            return (said.verb? < end).then_some(said);
        };
        if said.verb.is_some() {
            let speaks = speaker.entity.is_some() || self.is_person_noun(speaker.tokens.start);
            return (speaks && speaker.tokens.end <= end).then_some(said);
        }
        let rest = speaker.tokens.end..end;
        let mut rest = rest.filter_map(|at| self.token(at));
        rest.all(|token| token.is_punctuation()).then_some(said)
    }

    /// The subject behind a verb. A day or those who are told may stand between: `a déclaré mardi à
    /// la presse le ministre`.
    fn behind(self, mut at: usize) -> Option<Subject> {
        for _ in 0..=ASIDES {
            let day = |at| self.entity(at).filter(|it| it.label() == Label::DATE);
            let addressed = self.is(at, self.rules.addressing);
            // `mardi`, `en mars`
            if let Some(length) = self.begins(self.rules.asides, at) {
                at += length;
            } else if let Some(day) = day(at).or_else(|| day(at + 1).filter(|_| addressed)) {
                at = day.token_range().end;
            } else if addressed {
                at = self.told(at + 1);
            } else if let Some((speaker, _)) = self.phrase(at) {
                return Some(Subject::Named(speaker));
            } else if self.is_stop(at) && !self.is(at, self.rules.prepositions)
                || self.text(at) == ","
                || self.is_manner(at)
            {
                at += 1;
            } else {
                return None;
            }
        }
        None
    }

    /// Whether a word between a verb and its subject says how somebody speaks: `déclare tout fier le
    /// ministre`.
    fn is_manner(self, at: usize) -> bool {
        let plain = self.token(at).is_some_and(|it| it.is_word());
        let next = || self.phrase(at + 1).is_some();
        plain && !self.is_stop(at) && !self.is_capitalised(at) && next()
    }

    /// Where the words end that begin at `at` and name those who are told: `la presse`.
    fn told(self, at: usize) -> usize {
        let start = at + usize::from(self.is(at, self.rules.determiners));
        let goes_on = |it: &usize| {
            let word = self.token(*it).is_some_and(|token| token.is_word());
            let of = self.is(*it, self.rules.of) || self.is(it.saturating_sub(1), self.rules.of);
            // In `à l’agence AFP Salifou Modi` the agency is told, and Modi tells.
            let name = self.name_at(*it).filter(|_| *it > start && !of);
            let next = name.is_some_and(|name| {
                let person = name.label() == Label::PERSON;
                person || self.phrase(name.token_range().end).is_none()
            });
            word && !next && (of || !self.is_stop(*it))
        };
        (start..start + LONGEST)
            .find(|it| !goes_on(it))
            .unwrap_or(start)
    }

    /// Reads what stands before the mark at `open` and not before `from`: `Le général Tiani a déclaré
    /// :`, `Selon M. Modi,`, `Il a dénoncé`. `None` if a sentence ends between.
    pub(super) fn before(self, open: usize, from: usize) -> Option<Said> {
        let last = open.checked_sub(1).filter(|last| *last >= from)?;
        let sentence = self.token(last)?.sentence()?.token_range();
        let colon = self.text(last) == ":";
        if !sentence.contains(&open) && !colon && self.text(last) != "," {
            return None;
        }
        let first = sentence.start.max(from).max(open.saturating_sub(REACH));
        for at in (first.max(open.saturating_sub(DISTANCE))..open).rev() {
            if self.is_plain(at) {
                continue;
            }
            if let Some(said) = self.view(at) {
                return Some(said);
            }
            let noun = || {
                at > first
                    && self.is(at - 1, self.rules.determiners)
                    && !(at > first + 1 && self.pronoun(at - 2).is_some())
            };
            let saying = self.begins(self.rules.saying, at).is_some();
            if (saying || self.is_verb(at)) && !noun() {
                let subject = if self.is_passive(at, first) {
                    self.agent(at + 1)
                } else {
                    self.subject(at, first, last)
                };
                // `le variant Delta dit « indien »`
                if subject.as_ref().is_some_and(|it| self.is_thing(it)) {
                    return None;
                }
                return Some(Said {
                    subject,
                    verb: Some(at),
                    lead: Lead::Direct,
                });
            }
        }
        if !colon {
            return None;
        }
        // `Kabila : « … »`, `Il a eu ces mots : « … »`
        let named = self.ending(first..last);
        let named = named.filter(|it| it.entity.is_some() || self.is_person_noun(it.tokens.start));
        let subject = named.map(Subject::Named);
        Some(Said {
            subject: Some(subject.or_else(|| self.head(first..last))?),
            verb: None,
            lead: Lead::Direct,
        })
    }

    /// Whether a subject is a work, an event or a product, which says nothing.
    fn is_thing(self, subject: &Subject) -> bool {
        let Subject::Named(speaker) = subject else {
            return false;
        };
        let name = speaker.entity.and_then(|index| self.document.entity(index));
        name.is_some_and(|name| name.label() == Label::MISC)
    }

    /// Whether a verb tells what is done to somebody: `est accusé`, and not `s’est exclamé`.
    fn is_passive(self, verb: usize, first: usize) -> bool {
        let Some(before) = verb.checked_sub(1).filter(|before| *before >= first) else {
            return false;
        };
        let itself = before > first && self.is(before - 1, self.rules.reflexives);
        self.is(before, self.rules.passive) && !itself
    }

    /// Who does what the passive verb before `at` tells: `par le ministre`.
    fn agent(self, at: usize) -> Option<Subject> {
        let by = self.is(at, self.rules.agents);
        by.then(|| Some(Subject::Named(self.phrase(at + 1)?.0)))
            .flatten()
    }

    /// The subject of a verb in a sentence that begins at `first`. Behind the verb it ends before
    /// `last`.
    fn subject(self, verb: usize, first: usize, last: usize) -> Option<Subject> {
        if let Some(pronoun) = self.inverted(verb + 1) {
            return Some(pronoun);
        }
        // `Un autre de renchérir`
        if verb > first && self.is(verb - 1, self.rules.of) {
            let whole = self.phrase(first).filter(|(_, end)| *end == verb - 1);
            if let Some((speaker, _)) = whole {
                return Some(Subject::Named(speaker));
            }
            // `Et d’ajouter`, `Avant de conclure`
            if (first..verb).all(|it| self.is_stop(it)) {
                return Some(Subject::Same);
            }
        }
        // Before `n’a pas`, `lui a`, `a également`.
        let mut at = verb;
        while at > first {
            // `L’Union a elle salué`: a pronoun behind the auxiliary is no subject.
            let inverted = self.inverted(at - 1).is_some();
            let stressed = !inverted && at > first + 2 && self.is_auxiliary(at - 2);
            if let Some(pronoun) = self.pronoun(at - 1).filter(|_| !stressed) {
                return Some(pronoun);
            }
            if !self.is_stop(at - 1) || self.entity(at - 1).is_some() {
                break;
            }
            at -= 1;
            if self.is(at, self.rules.relatives) {
                break;
            }
        }
        // `l’Organisation mondiale de la santé (OMS) a déclaré`
        let bracket = at > first + 3 && self.text(at - 1) == ")" && self.text(at - 3) == "(";
        let before = first..at - 3 * usize::from(bracket);
        // `et déclare`, `avant d’ajouter`
        let bound = self.norm(at) == self.rules.and || self.is(at, self.rules.prepositions);
        if at < verb
            && bound
            && let Some(subject) = self.head(before.clone())
        {
            return Some(subject);
        }
        let someone = |it: &Speaker| {
            it.entity.is_some()
                || self.is_person_noun(it.tokens.start)
                || it.tokens.start <= first + 1
        };
        let named = self.ending(before.clone()).filter(someone);
        // In `L’ambassadeur à Moscou a décrit`, it is not the town that speaks.
        let place = |it: &Speaker| {
            let start = self.phrase_start(it);
            !self.is(at, self.rules.relatives)
                && start > first
                && self.is(start - 1, self.rules.addressing)
        };
        if let Some(speaker) = named.filter(|it| !place(it)) {
            return Some(Subject::Named(speaker));
        }
        // `De plus, ajoute l’économiste, « … »`
        let fresh = at == first || self.is_comma(at - 1);
        if fresh && let Some(subject) = self.ahead_of_comma(verb + 1, last) {
            return Some(subject);
        }
        if at > first && self.is_comma(at - 1) {
            // `la veuve de M. Biya, Chantal, a déclaré`, `Chantal Biya, qui a déclaré`
            let who = self.is(at, self.rules.relatives);
            let named = self.entity(at.saturating_sub(2));
            let named = named.filter(|it| {
                let first = self.first(*it);
                it.label() == Label::PERSON
                    && first >= before.start
                    && (who || first > before.start && self.is_comma(first - 1))
            });
            if let Some(person) = named {
                return Some(Subject::Named(self.person(person)));
            }
            // `Salifou Modi, ministre de la Défense, a déclaré`
            let apposed = |it: &Entity<'_>| {
                let end = it.token_range().end;
                self.is_comma(end) || self.is(end, self.rules.relatives)
            };
            let mut people = self.people(before.clone());
            if let Some(person) = people.find(apposed) {
                return Some(Subject::Named(self.person(person)));
            }
            let behind = || {
                self.ending(first..at - 1)
                    .filter(someone)
                    .map(Subject::Named)
            };
            return self.head(before).or_else(behind);
        }
        // `comme l’explique Salifou Modi : « … »`
        let compared = (first..at)
            .rev()
            .take(2)
            .any(|it| self.is(it, self.rules.prepositions) && self.entity(it + 1).is_none());
        let behind = || self.phrase(verb + 1).filter(|(_, end)| *end == last);
        if let Some((speaker, _)) = compared.then(behind).flatten() {
            return Some(Subject::Named(speaker));
        }
        self.head(before)
    }

    /// Where the words for somebody begin, with their article.
    fn phrase_start(self, speaker: &Speaker) -> usize {
        let start = speaker.tokens.start;
        let before = start.checked_sub(1);
        let article = before.filter(|it| self.is(*it, self.rules.determiners));
        article.unwrap_or(start)
    }

    /// Whoever speaks in a range, by a clause with `qui` or by a verb before its subject: `rejoint par
    /// Paul Biya, qui a déclaré`, `…, explique le ministre.`
    pub(super) fn voice(self, range: Range<usize>) -> Option<Subject> {
        range.clone().find_map(|at| {
            if self.text(at) == "," {
                let said = self.verb_first(at + 1)?;
                let inside = said.verb.is_some_and(|verb| range.contains(&verb));
                return said.subject.filter(|it| inside && self.speaks(it));
            }
            if !self.is(at, self.rules.relatives) {
                return None;
            }
            let mut next = at + 1..range.end.min(at + BEFORE_VERB);
            let verb = next.find(|it| !self.is_stop(*it))?;
            let active = self.is_verb(verb) && !self.is_passive(verb, at);
            let subject = active.then(|| self.subject(verb, range.start, range.end));
            subject.flatten().filter(|it| self.is_person(it))
        })
    }

    /// Whether a subject behind its verb is somebody, and not an object.
    fn speaks(self, subject: &Subject) -> bool {
        match subject {
            Subject::Named(speaker) => {
                self.is_person(subject) || self.is_person_noun(speaker.tokens.start)
            }
            Subject::Pronoun(gender, _) => gender.is_some(),
            Subject::Same => true,
        }
    }

    fn is_person(self, subject: &Subject) -> bool {
        let Subject::Named(speaker) = subject else {
            return false;
        };
        let name = speaker.entity.and_then(|index| self.document.entity(index));
        name.is_some_and(|name| name.label() == Label::PERSON)
    }

    /// Whether a comma stands behind the words for somebody: `pour les syndicats, « … »`.
    fn is_aside(self, subject: &Subject) -> bool {
        let Subject::Named(speaker) = subject else {
            return false;
        };
        let speaks = speaker.entity.is_some() || self.is_person_noun(speaker.tokens.start);
        speaks && self.text(speaker.tokens.end) == ","
    }

    /// Somebody whose words begin at `at`, behind the verb, and end before a comma at `last`.
    fn ahead_of_comma(self, at: usize, last: usize) -> Option<Subject> {
        let comma = self.text(last) == ",";
        let (speaker, end) = self.phrase(at).filter(|_| comma)?;
        let subject = Subject::Named(speaker);
        (end == last && self.speaks(&subject)).then_some(subject)
    }

    /// The longest words for somebody that end where a range ends.
    fn ending(self, range: Range<usize>) -> Option<Speaker> {
        let from = range.start.max(range.end.saturating_sub(LONGEST));
        (from..range.end).find_map(|at| {
            let bound = at > range.start
                && (self.is(at - 1, self.rules.of) || self.is(at - 1, self.rules.determiners));
            let (speaker, end) = self.phrase(at).filter(|_| !bound)?;
            (end == range.end).then_some(speaker)
        })
    }

    /// Who or what a clause is about: the first person, pronoun or noun of people in it that no
    /// preposition stands before.
    pub(super) fn head(self, range: Range<usize>) -> Option<Subject> {
        range.clone().find_map(|at| {
            if let Some(said) = self.view(at) {
                return said.subject;
            }
            let determined = self.is(at, self.rules.determiners);
            let start = at + usize::from(determined);
            // A determiner was read with the word behind it.
            let free = at == range.start
                || !self.is(at - 1, self.rules.prepositions)
                    && !self.is(at - 1, self.rules.determiners);
            // `avoir rencontré le ministre`, `être le patron`
            let object = self.is_object(at, range.start);
            // In `le bien-être des joueurs`, `des` is a preposition.
            let owner = at > range.start && self.is(at, self.rules.of) && !self.is_stop(at - 1);
            if !free || object || owner || self.is_quoted(at) {
                return None;
            }
            // A clause may be about a state or a body, and only its first words show it.
            let named = self.name_at(start);
            let speaks = |it: &Entity<'_>| at == range.start || it.label() == Label::PERSON;
            if let Some(name) = named.filter(speaks) {
                return Some(Subject::Named(self.person(name)));
            }
            let noun = || determined && self.is_person_noun(start);
            match self.pronoun(at) {
                Some(Subject::Pronoun(None | Some(Gender::Several), _)) => None,
                Some(pronoun) => Some(pronoun),
                None if noun() => Some(Subject::Named(self.phrase(at)?.0)),
                None => None,
            }
        })
    }

    /// Whether the words at `at` stand behind a verb or a noun that tells nothing of who speaks. An
    /// adverb may stand between.
    fn is_object(self, at: usize, first: usize) -> bool {
        let adverb = |it: &usize| self.token(*it).and_then(|it| it.stop()) == Some(Stop::Extended);
        let before = (first..at).rev().find(|it| !adverb(it));
        let Some(before) = before.filter(|before| *before > first) else {
            return false;
        };
        let word = self.token(before).is_some_and(|it| it.is_word());
        let plain = word && !self.is_stop(before) && !self.is_capitalised(before);
        let content = plain && self.entity(before).is_none() && !self.is_verb(before);
        content || self.is(before, self.rules.passive)
    }

    /// The people in a range of tokens.
    fn people(self, range: Range<usize>) -> impl Iterator<Item = Entity<'a>> {
        range.filter_map(move |at| {
            let begins = |it: &Entity<'_>| it.token_range().start == at;
            let person = self.entity(at).filter(begins)?;
            (person.label() == Label::PERSON).then_some(person)
        })
    }
}

impl Said {
    /// Where the words end that stand behind a quotation which ends at `close`.
    pub(super) fn end(&self, close: usize) -> usize {
        let verb = self.verb.map_or(close, |verb| verb + 1);
        match &self.subject {
            Some(Subject::Named(speaker)) => speaker.tokens.end.max(verb),
            Some(Subject::Pronoun(_, at)) => verb.max(at + 1),
            Some(Subject::Same) | None => verb,
        }
    }
}
