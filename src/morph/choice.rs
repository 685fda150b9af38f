//! The choice among the readings of the words of a sentence, by the words around them.

use std::cmp::Reverse;

use super::bare;
use super::word::{Word, before};
use crate::document::Pos;
use crate::document::morph::{Gender, Mood, Morph, Number, Person, Tense, VerbForm};
use crate::lang::MorphRules;

/// How many words of a sentence are looked at together.
const TOGETHER: usize = 64;

/// Chooses a reading for each word of a sentence. `chosen` receives them.
pub(super) fn choose(words: &[Word<'_>], rules: &MorphRules, chosen: &mut Vec<Morph>) {
    let first = chosen.len();
    chosen.extend(words.iter().map(|word| word.listed.unwrap_or(Morph::NONE)));
    for (block, from) in words.chunks(TOGETHER).zip((0..).step_by(TOGETHER)) {
        // Which words have readings to choose from is hard to foresee, so they are gathered without a branch.
        let (mut open, mut count) = ([0; TOGETHER], 0);
        for (index, word) in (from..).zip(block) {
            if let Some(place) = open.get_mut(count) {
                *place = index;
            }
            count +=
                usize::from(word.listed.is_none() & (is_verb(word.pos) | is_nominal(word.pos)));
        }
        for index in open.into_iter().take(count) {
            let before = chosen.get(first..first + index).unwrap_or_default();
            let is_verb = words.get(index).is_some_and(|word| is_verb(word.pos));
            let morph = match is_verb {
                true if !rules.infinitives_follow.is_empty() => {
                    bare::verb(words, index, before, rules)
                }
                true => verb(words, index, rules),
                false => nominal(words, index, before, rules),
            };
            if let Some(place) = chosen.get_mut(first + index) {
                *place = morph;
            }
        }
    }
}

fn is_verb(pos: Pos) -> bool {
    matches!(pos, Pos::Verb | Pos::Aux)
}

fn is_nominal(pos: Pos) -> bool {
    matches!(pos, Pos::Noun | Pos::Adj)
}

fn word<'a, 'w>(words: &'a [Word<'w>], index: Option<usize>) -> Option<&'a Word<'w>> {
    words.get(index?)
}

fn verb(words: &[Word<'_>], index: usize, rules: &MorphRules) -> Morph {
    let Some(own) = words.get(index) else {
        return Morph::NONE;
    };
    let [one] = own.readings else {
        let is_finite = |morph: &Morph| morph.verb_form() == Some(VerbForm::Fin);
        let subject = subject(words, index, rules);
        let wanted = subject.unwrap_or(Person::Third);
        let ordered = subject.is_none()
            && !own
                .readings
                .iter()
                .any(|it| it.person() == Some(Person::Third));
        let finite = finite_is_likely(words, index);
        let cost = |morph: &Morph| {
            // `falar` may be an infinitive with a person, or a future of the subjunctive: both are rarer.
            let plain = morph.verb_form() == Some(VerbForm::Inf) && morph.person().is_none();
            let order = ordered && morph.mood() == Some(Mood::Imp);
            let strange = is_finite(morph) && !order && morph.person() != Some(wanted);
            let mood = match morph.mood() {
                Some(Mood::Imp) if ordered => 0,
                None | Some(Mood::Ind) => 1,
                Some(Mood::Sub) => 2,
                Some(Mood::Cnd) => 3,
                Some(Mood::Imp) => 4,
            };
            let tense = match morph.tense() {
                Some(Tense::Pres) | None => 0,
                Some(Tense::Past) => 1,
                Some(Tense::Imp) => 2,
                Some(Tense::Fut) => 3,
            };
            (!plain, strange, is_finite(morph) != finite, mood, tense)
        };
        let best = own.readings.iter().min_by_key(|morph| cost(morph));
        return best.copied().unwrap_or_default();
    };
    *one
}

/// The person of the pronoun that is the subject of a verb. It stands right before the verb, before other
/// pronouns and adverbs (`il nous parle`), or is tied to its end. `None` if there is none.
fn subject(words: &[Word<'_>], index: usize, rules: &MorphRules) -> Option<Person> {
    let is_subject = |it: &&Word<'_>| rules.subjects.contains(&it.norm);
    let person = |it: &Word<'_>| it.listed?.person();
    let after = word(words, Some(index + 1)).filter(|it| it.norm.starts_with('-'));
    if let Some(after) = after.filter(is_subject) {
        return person(after);
    }
    let run = before(words, index).take_while(|it| matches!(it.pos, Pos::Pron | Pos::Adv));
    run.filter(is_subject).last().and_then(person)
}

/// Whether a word that may be a finite verb or a participle is more likely to be finite: no auxiliary
/// stands before it, but the beginning of the sentence or something that may be its subject.
fn finite_is_likely(words: &[Word<'_>], index: usize) -> bool {
    let between = |it: &&Word<'_>| matches!(it.pos, Pos::Adv | Pos::Pron);
    let auxiliary = before(words, index).find(|it| !between(it));
    if auxiliary.is_some_and(|it| it.pos == Pos::Aux) {
        return false;
    }
    let last = word(words, index.checked_sub(1));
    last.is_none_or(|it| {
        use Pos::{Adj, Adv, Noun, Pron, Propn, Punct};
        matches!(it.pos, Pron | Propn | Noun | Adv | Punct | Adj)
    })
}

/// What the words around a noun or an adjective say of its gender and number.
#[derive(Clone, Copy, Default)]
struct Agreement {
    gender: Option<Gender>,
    number: Option<Number>,
}

impl Agreement {
    fn add(&mut self, morph: Morph) {
        self.gender = self.gender.or(morph.gender());
        self.number = self.number.or(morph.number());
    }

    /// How many features of a reading differ.
    fn differs(self, morph: Morph) -> usize {
        let gender = self.gender.zip(morph.gender());
        let number = self.number.zip(morph.number());
        usize::from(gender.is_some_and(|(one, other)| one != other))
            + usize::from(number.is_some_and(|(one, other)| one != other))
    }
}

/// A noun or an adjective. `chosen` are the features of the words before it.
fn nominal(words: &[Word<'_>], index: usize, chosen: &[Morph], rules: &MorphRules) -> Morph {
    let Some(own) = words.get(index) else {
        return Morph::NONE;
    };
    let completed = match own.pos {
        Pos::Noun => rules.nouns_are_complete,
        _ => rules.adjectives_are_complete,
    };
    if let [one] = own.readings
        && !(completed && (one.gender().is_none() || one.number().is_none()))
    {
        return *one;
    }
    let around = agreement(words, index, chosen);
    let best = own
        .readings
        .iter()
        .min_by_key(|morph| (around.differs(**morph), Reverse(morph.gender().is_some())));
    let best = best.copied().unwrap_or_default();
    if !completed || best.is_empty() && own.readings.is_empty() {
        return best;
    }
    let gender = best.gender().or(around.gender).unwrap_or(Gender::Masc);
    let number = best.number().or(around.number).unwrap_or(Number::Sing);
    Morph::nominal(gender, number)
}

fn agreement(words: &[Word<'_>], index: usize, chosen: &[Morph]) -> Agreement {
    let mut around = Agreement::default();
    let is_noun = |pos| matches!(pos, Pos::Noun | Pos::Propn);
    let own = words.get(index).map(|it| it.pos);
    for (it, morph) in before(words, index).zip(chosen.iter().rev()) {
        match it.pos {
            Pos::Det | Pos::Adj | Pos::Adv => around.add(*morph),
            Pos::Num if !matches!(it.norm, "1" | "un" | "une") => {
                around.number = around.number.or(Some(Number::Plur));
            }
            Pos::Noun if own == Some(Pos::Adj) => around.add(*morph),
            Pos::Adp => around.add(it.article.unwrap_or_default()),
            _ => break,
        }
        if matches!(it.pos, Pos::Det | Pos::Adp) || is_noun(it.pos) {
            break;
        }
    }
    if let Some(next) = words.get(index + 1)
        && let [one] = next.readings
        && matches!(
            (own, next.pos),
            (Some(Pos::Noun), Pos::Adj) | (Some(Pos::Adj), Pos::Noun)
        )
    {
        around.add(*one);
    }
    around
}
