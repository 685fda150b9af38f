//! Acronyms and what they stand for.

use std::ops::Range;

use super::found::Found;
use super::ids::fold;
use super::scan::Scan;
use crate::document::{DocumentRef, Entity, EntitySource, Label};

const SCORE: f32 = 0.85;
/// The score with which one mention says what all are.
const DECISIVE: f32 = 0.95;

/// With two letters, two words may fit by chance.
const LEAST_LETTERS: usize = 3;

/// Returns the names of a document that stand beside their acronym, each with the acronym: the long
/// form first. One of the two stands in brackets right after the other:
/// `Organisation mondiale de la santé (OMS)` or `OMS (Organisation mondiale de la santé)`.
///
/// An acronym is a word of capitals. Each capital begins a word of the long name, in order. This is
/// the method of Schwartz and Hearst (2003), restricted to the beginnings of words. Other mentions
/// of both forms have the same [id](Entity::id).
///
/// ```
/// use griot::{Language, Pipeline, entity};
///
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let text = "Le Conseil National pour la Sauvegarde de la Patrie (CNSP) a réagi.";
/// let document = pipeline.process(text)?;
/// let pairs: Vec<_> = entity::acronyms(document.view()).collect();
/// # #[cfg(feature = "fr")]
/// assert_eq!(pairs[0].0.text(), "Conseil National pour la Sauvegarde de la Patrie");
/// # #[cfg(feature = "fr")]
/// assert_eq!(pairs[0].1.text(), "CNSP");
/// # Ok::<(), griot::Error>(())
/// ```
pub fn acronyms(document: DocumentRef<'_>) -> impl Iterator<Item = (Entity<'_>, Entity<'_>)> {
    let named = |entity: &Entity<'_>| {
        !matches!(
            entity.label(),
            Label::PERSON | Label::DATE | Label::QUANTITY
        )
    };
    let mut before: Option<Entity<'_>> = None;
    document
        .outermost()
        .filter(named)
        .filter_map(move |entity| {
            let before = before.replace(entity)?;
            let bracket = before.token_range().end;
            let bracketed = entity.token_range().start == bracket + 1
                && document.token(bracket).is_some_and(|it| it.text() == "(");
            let pairs = [(before, entity), (entity, before)];
            let stands_for = |(long, short): &(Entity<'_>, Entity<'_>)| {
                let words = long.tokens().filter_map(|token| token.norm());
                long.tokens().len() > 1
                    && short.tokens().len() == 1
                    && abbreviates(short.text(), words)
            };
            pairs.into_iter().find(|pair| bracketed && stands_for(pair))
        })
}

/// The longest long form that is looked for, in tokens.
const LONGEST: usize = 14;

/// Drops the mentions of acronyms that stand for common nouns, as the text says itself:
/// `gaz naturel liquéfié (GNL)`.
pub(super) fn drop_common(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let common = |it: &&Found| {
        let Range { start, end } = it.tokens;
        end == start + 1
            && start > 0
            && !matches!(it.label, Label::DATE | Label::QUANTITY | Label::PERSON)
            && scan.text(start - 1) == "("
            && scan.norm(end) == ")"
            && is_common(scan, start - 1, scan.text(start))
    };
    let common: Vec<_> = found
        .iter()
        .filter(common)
        .map(|it| scan.type_id(it.tokens.start))
        .collect();
    if !common.is_empty() {
        found.retain(|it| it.tokens.len() > 1 || !common.contains(&scan.type_id(it.tokens.start)));
    }
}

/// Whether the words in small letters before a bracket have the letters of an acronym as initials,
/// and the first is no head of an organisation.
fn is_common(scan: &Scan<'_>, bracket: usize, acronym: &str) -> bool {
    let Some(rules) = scan.rules(bracket).names else {
        return false;
    };
    let mut letters = acronym.chars().rev();
    let mut sought = letters.next();
    let start = scan.sentence_of(bracket).start;
    for at in (bracket.saturating_sub(LONGEST).max(start)..bracket).rev() {
        if !scan.is_word(at) || scan.is_capitalised(at) {
            return false;
        }
        let first = scan.norm(at).chars().next();
        let same =
            first.is_some_and(|first| sought.is_some_and(|it| it.to_lowercase().eq([first])));
        if same {
            sought = letters.next();
            if sought.is_none() {
                let named = [
                    rules.organisation_heads,
                    rules.qualified_heads,
                    rules.organisation_cues,
                ];
                return acronym.len() > 1 && !named.iter().any(|list| scan.is(at, *list));
            }
        } else if !scan.is_stop(at) {
            return false;
        }
    }
    false
}

/// Adds the acronyms in brackets right behind an organisation: `Petróleos de Venezuela (PDVSA)`.
/// A place or person of the tagger there is one too, if it has the initial: `Communauté des Caraïbes
/// (Caricom)`. Behind a competition they mean the competition: `Championnat du monde des rallyes (WRC)`.
pub(super) fn add_bracketed(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let mut event = None;
    let mut organisation: Option<Range<usize>> = None;
    for name in found.iter_mut() {
        let Range { start, end } = name.tokens;
        let beside = organisation.take().filter(|it| it.end + 1 == start);
        if let Some(long) = beside
            && name.source == EntitySource::Tagger
            && end == start + 1
            && is_short_form(scan, long, start)
        {
            name.label = Label::ORGANISATION;
            name.id = None;
        }
        organisation = (name.label == Label::ORGANISATION).then(|| name.tokens.clone());
        if event == Some(start) && end == start + 1 && scan.norm(end) == ")" && scan.is_upper(start)
        {
            name.label = Label::MISC;
            name.source = EntitySource::Rule;
            name.score = DECISIVE;
        }
        let rules = scan.rules(start).names;
        let cued = rules.is_some_and(|rules| scan.is(start, rules.misc_cues));
        let opens = name.label == Label::MISC && end > start + 1 && scan.text(end) == "(";
        event = (cued && opens).then_some(end + 1);
    }
    let mut added = Vec::new();
    let mut rest = found.iter().peekable();
    while let Some(name) = rest.next() {
        let at = name.tokens.end + 1;
        let free = rest.peek().is_none_or(|it| it.tokens.start > at);
        if name.label == Label::ORGANISATION
            && name.tokens.len() > 1
            && free
            && scan.text(at - 1) == "("
            && scan.norm(at + 1) == ")"
            && scan.is_upper(at)
        {
            let (label, source) = (Label::ORGANISATION, EntitySource::Rule);
            added.push(Found::new(at..at + 1, label, source, SCORE));
        }
    }
    if !added.is_empty() {
        found.append(&mut added);
        found.sort_by_key(|it| it.tokens.start);
    }
}

/// Whether a word in brackets behind a long name may be a short form of it that is written as a name: it
/// has the same initial.
fn is_short_form(scan: &Scan<'_>, long: Range<usize>, at: usize) -> bool {
    let initial = |at: usize| scan.norm(at).chars().next();
    long.len() > 1
        && scan.text(at - 1) == "("
        && scan.norm(at + 1) == ")"
        && scan.is_word(at)
        && scan.is_capitalised(at)
        && initial(at) == initial(long.start)
}

/// Finds the long form of an acronym in brackets if the acronym has the initials of all its words:
/// `Organisation mondiale de la santé (OMS)`. It replaces what was found inside. `found` is in the
/// order of the text, before and after.
pub(super) fn complete(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let whole = |acronym: &Found| {
        let Range { start, end } = acronym.tokens;
        let bracket = start.checked_sub(1).filter(|at| scan.text(*at) == "(")?;
        let organisation = acronym.label == Label::ORGANISATION && end == start + 1;
        let closed = scan.norm(end) == ")";
        let first = (organisation && closed).then(|| beginning(scan, bracket, scan.norm(start)))?;
        let (label, source) = (Label::ORGANISATION, EntitySource::Rule);
        Some(Found::new(first?..bracket, label, source, SCORE))
    };
    let places = |name: &Found| {
        let Range { start, end } = name.tokens;
        let from = found.partition_point(|it| it.tokens.end <= start);
        let to = found.partition_point(|it| it.tokens.start < end);
        let there = found.get(from..to).unwrap_or_default();
        let inside = |it: &Found| it.tokens.start >= start && it.label != Label::DATE;
        let longer = there
            .iter()
            .all(|it| inside(it) && it.tokens != name.tokens);
        longer.then_some(from..to)
    };
    // No bracket stands in a name, so two long forms never overlap.
    let names = found.iter().filter_map(whole);
    let names: Vec<_> = names.filter_map(|it| Some((places(&it)?, it))).collect();
    if names.is_empty() {
        return;
    }
    let mut rest = std::mem::take(found).into_iter().enumerate().peekable();
    for (places, name) in names {
        found.extend(
            std::iter::from_fn(|| rest.next_if(|(at, _)| *at < places.start)).map(|it| it.1),
        );
        found.push(name);
        while rest.next_if(|(at, _)| *at < places.end).is_some() {}
    }
    found.extend(rest.map(|(_, it)| it));
}

/// The first token of the long form that ends before the bracket and has the letters of the acronym
/// as initials.
fn beginning(scan: &Scan<'_>, bracket: usize, letters: &str) -> Option<usize> {
    if letters.chars().count() < LEAST_LETTERS {
        return None;
    }
    let folded = fold(letters);
    let is_part = |at: &usize| scan.is_word(*at) && !scan.gap(*at + 1).contains('\n');
    let start = scan.sentence_of(bracket).start;
    let words = (bracket.saturating_sub(LONGEST).max(start)..bracket).rev();
    words.take_while(is_part).find(|first| {
        let name = *first..bracket;
        let fits = |keeps: &dyn Fn(usize) -> bool| {
            let words = || name.clone().filter(|at| keeps(*at)).map(|at| scan.norm(at));
            fold(&initials(words())) == folded || consists_of_beginnings(words(), &folded)
        };
        let large = |at: usize| !scan.is_stop(at);
        // `Haut-Commissariat de l'ONU pour les réfugiés (HCR)`
        let plain = |at: usize| large(at) && !scan.is_upper(at);
        // `relatifs` has no letter in `Centre international pour le règlement des différends relatifs
        // aux investissements (CIRDI)`.
        let one_less = || {
            let small = |at: &usize| *at > *first && large(*at) && !scan.is_capitalised(*at);
            letters.chars().count() >= LEAST_SYLLABLES
                && name
                    .clone()
                    .filter(small)
                    .any(|less| fits(&|at| large(at) && at != less))
        };
        scan.is_capitalised(*first)
            && name.len() > 1
            && (fits(&large) || fits(&plain) || fits(&|_| true) || one_less())
    })
}

/// The least letters of an acronym that has more than one letter of a word, and the most such words.
const LEAST_SYLLABLES: usize = 4;
const MOST_SYLLABLES: usize = 2;

/// Whether an acronym consists of the beginnings of all words, two of them with several letters at
/// most: `Conférence épiscopale nationale du Congo (CENCO)`.
fn consists_of_beginnings<'a>(words: impl Iterator<Item = &'a str>, folded: &str) -> bool {
    let letters: Vec<char> = folded.chars().collect();
    if letters.len() < LEAST_SYLLABLES {
        return false;
    }
    let words = words.flat_map(|word| word.split(['-', '\'']));
    let words: Vec<String> = words.map(fold).filter(|it| !it.is_empty()).collect();
    if words.len() < 2 || words.len() > letters.len() {
        return false;
    }
    // By how many letters are used: the least words with several letters, if the words fit so far.
    let mut least = vec![None; letters.len() + 1];
    if let Some(none) = least.first_mut() {
        *none = Some(0_usize);
    }
    for word in &words {
        let mut next = vec![None; least.len()];
        for (from, so_far) in least.iter().enumerate() {
            let Some(so_far) = so_far else {
                continue;
            };
            let rest = letters.get(from..).unwrap_or_default();
            let same = word
                .chars()
                .zip(rest)
                .take_while(|(one, other)| one == *other);
            for length in 1..=same.count() {
                let words = so_far + usize::from(length > 1);
                if let Some(best) = next.get_mut(from + length)
                    && best.is_none_or(|best| words < best)
                {
                    *best = Some(words);
                }
            }
        }
        least = next;
    }
    let all = least.last().copied().flatten();
    all.is_some_and(|words| words <= MOST_SYLLABLES)
}

/// Whether a text consists of two capitals or more that begin some of the words, in order.
pub(super) fn abbreviates<'a>(short: &str, words: impl Iterator<Item = &'a str>) -> bool {
    let initials = initials(words);
    let mut initials = initials.chars();
    let mut letters = short.chars().filter(|c| c.is_alphanumeric());
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let upper = capitals > 1 && !short.contains(char::is_lowercase);
    let mut found = |letter: char| letter.to_lowercase().all(|c| initials.any(|it| it == c));
    upper && letters.all(&mut found)
}

/// The first letter of each word, and of each part of a word between hyphens.
pub(super) fn initials<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let parts = words.flat_map(|word| word.split(['-', '\'']));
    parts
        .filter_map(|part| part.chars().find(|c| c.is_alphanumeric()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{consists_of_beginnings, fold};

    #[test]
    fn an_acronym_may_have_several_letters_of_a_word() {
        let fits =
            |name: &str, letters: &str| consists_of_beginnings(name.split(' '), &fold(letters));
        assert!(fits("conférence épiscopale nationale congo", "CENCO"));
        assert!(fits(
            "synergie missions observation citoyenne élections",
            "SYMOCEL"
        ));
        assert!(fits("commission bancaire afrique centrale", "cobac"));
        // All letters, all words, in order, and no more than two words with several letters.
        assert!(!fits("conférence épiscopale nationale congo", "CENG"));
        assert!(!fits("conférence épiscopale nationale congo", "CENCOX"));
        assert!(!fits("nationale conférence épiscopale congo", "CENCO"));
        assert!(!fits("conférence épiscopale congo", "COEPCO"));
        assert!(!fits("conférence", "CONF"));
        assert!(!fits("", "ABCD"));
    }
}
