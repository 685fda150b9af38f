//! Verbs of a language that hardly inflects them, such as English. A form without an ending is an infinitive, an
//! imperative or the present, and the person and number of a verb are those of its subject.

use super::word::{Word, before};
use crate::document::Pos;
use crate::document::morph::{Mood, Morph, Number, Person, Tense, VerbForm};
use crate::lang::MorphRules;

/// The features of a verb. `chosen` are those of the words before it.
pub(super) fn verb(
    words: &[Word<'_>],
    index: usize,
    chosen: &[Morph],
    rules: &MorphRules,
) -> Morph {
    let Some(own) = words.get(index) else {
        return Morph::NONE;
    };
    let found = match own.readings {
        [] => return Morph::NONE,
        [one] => *one,
        [first, ..] => {
            let form = form(words, index, chosen, rules);
            let fits = |it: &&Morph| (it.verb_form(), it.mood(), it.tense()) == form;
            let same_form = |it: &&Morph| it.verb_form() == form.0;
            let best = own.readings.iter().find(fits);
            let best = best.or_else(|| own.readings.iter().find(same_form));
            *best.unwrap_or(first)
        }
    };
    if found.verb_form() != Some(VerbForm::Fin)
        || found.mood() == Some(Mood::Imp)
        || found.person().is_some()
    {
        return found;
    }
    let (person, number) = subject(words, index, chosen, rules).unwrap_or((
        Person::Third,
        found.number().unwrap_or(match found.tense() {
            Some(Tense::Past) => Number::Sing,
            _ => Number::Plur,
        }),
    ));
    // The third person of the singular has an ending: `goes`.
    let number = match (person, found.tense()) {
        (Person::Third, Some(Tense::Pres)) => Number::Plur,
        _ => number,
    };
    found.of_subject(person, found.number().unwrap_or(number))
}

/// The form, mood and tense that the words before a verb ask for.
fn form(
    words: &[Word<'_>],
    index: usize,
    chosen: &[Morph],
    rules: &MorphRules,
) -> (Option<VerbForm>, Option<Mood>, Option<Tense>) {
    let own = words.get(index).map_or(&[][..], |it| it.readings);
    let may = |form, tense| {
        let fits = |it: &Morph| it.verb_form() == Some(form) && it.tense() == tense;
        own.iter().any(fits)
    };
    let participle = may(VerbForm::Part, Some(Tense::Past));
    let infinitive = (Some(VerbForm::Inf), None, None);
    let past_participle = (Some(VerbForm::Part), None, Some(Tense::Past));
    let finite = |tense| (Some(VerbForm::Fin), Some(Mood::Ind), Some(tense));
    let bare = may(VerbForm::Inf, None);
    let usual = finite(if bare { Tense::Pres } else { Tense::Past });

    let is_subject = |it: &&Word<'_>| rules.subjects.contains(&it.norm);
    let between = |it: &&Word<'_>| {
        it.pos == Pos::Adv || it.pos == Pos::Part && !rules.infinitives_follow.contains(&it.norm)
    };
    let mut around = before(words, index).filter(|it| !between(it));
    let governor = around.next();
    // `do you know`
    let inverted = governor.filter(is_subject).and_then(|_| around.next());
    let inverted = inverted.filter(|it| it.pos == Pos::Aux);
    let ruler = inverted.or(governor);
    if bare && ruler.is_some_and(|it| rules.infinitives_follow.contains(&it.norm)) {
        return infinitive;
    }
    if may(VerbForm::Ger, None) {
        return match governor.map(|it| it.pos) {
            Some(Pos::Adp | Pos::Sconj) => (Some(VerbForm::Ger), None, None),
            _ => (Some(VerbForm::Part), None, Some(Tense::Pres)),
        };
    }
    if participle && ruler.is_some_and(|it| it.pos == Pos::Aux) {
        return past_participle;
    }
    match governor.map(|it| it.pos) {
        None | Some(Pos::Punct | Pos::Intj | Pos::Sym | Pos::X) if bare => {
            (Some(VerbForm::Fin), Some(Mood::Imp), None)
        }
        Some(Pos::Pron) if !governor.is_some_and(|it| is_subject(&it)) && bare => infinitive,
        Some(Pos::Verb | Pos::Aux | Pos::Adp | Pos::Part) if bare => infinitive,
        Some(Pos::Adp | Pos::Sconj | Pos::Verb | Pos::Punct) | None if participle => {
            past_participle
        }
        // `to come and see`
        Some(Pos::Cconj) => {
            let last = chosen.iter().rev().find(|it| it.verb_form().is_some());
            last.map_or(usual, |it| (it.verb_form(), it.mood(), it.tense()))
        }
        // `the house built by them`
        Some(Pos::Noun | Pos::Propn)
            if participle
                && words
                    .get(index + 1)
                    .is_some_and(|it| rules.agents_follow.contains(&it.norm)) =>
        {
            past_participle
        }
        _ => usual,
    }
}

/// The person and number of the pronoun or noun before a verb.
fn subject(
    words: &[Word<'_>],
    index: usize,
    chosen: &[Morph],
    rules: &MorphRules,
) -> Option<(Person, Number)> {
    for (it, morph) in before(words, index).zip(chosen.iter().rev()) {
        if rules.subjects.contains(&it.norm) {
            if let Some(person) = morph.person() {
                return Some((person, morph.number().unwrap_or(Number::Sing)));
            }
        } else if matches!(it.pos, Pos::Noun | Pos::Propn) {
            return Some((Person::Third, morph.number().unwrap_or(Number::Sing)));
        }
    }
    None
}
