//! Joins the names that the tagger found in a sentence with those of the rules.

use super::found::Found;
use super::gazetteer::Gazetteer;
use super::scan::Scan;
use crate::document::Label;
use crate::lang::list::List;

/// Where a rule and the tagger differ, a rule with at least this score may be right.
const SURE: f32 = 0.85;
/// The score of a well-known organisation.
const KNOWN: f32 = 0.95;
/// The score of an organisation that was found by its head. Its name may be longer than the tagger
/// sees.
const HEADED: f32 = 0.8;

/// Appends the names of a sentence: those of the tagger, and those of the rules where the tagger
/// found none or where the rule is surer. A date stays a date, whatever the tagger says. `tagged`
/// and the dates must be in the order of the text.
pub(super) fn join(
    scan: &Scan<'_>,
    gazetteer: &Gazetteer,
    mut ruled: Vec<Found>,
    tagged: &mut Vec<Found>,
    dates: &[Found],
    found: &mut Vec<Found>,
) {
    drop_common_nouns(scan, gazetteer, tagged);
    trim_titles(scan, tagged);
    part_people(scan, tagged);
    let mut dates = dates.iter().peekable();
    tagged.retain(|name| {
        while dates
            .next_if(|date| date.tokens.end <= name.tokens.start)
            .is_some()
        {}
        let date = dates.peek();
        date.is_none_or(|date| date.tokens.start >= name.tokens.end)
    });
    ruled.sort_by_key(|rule| rule.tokens.start);
    let mut names = tagged.drain(..).peekable();
    let mut met = Vec::new();
    let mut end = 0;
    for rule in ruled {
        found.extend(std::iter::from_fn(|| {
            names.next_if(|name| name.tokens.end <= rule.tokens.start)
        }));
        met.clear();
        met.extend(std::iter::from_fn(|| {
            names.next_if(|name| name.tokens.start < rule.tokens.end)
        }));
        if rule.tokens.start < end {
            // This rule is inside a name that is already decided.
            found.append(&mut met);
            continue;
        }
        let tagged = met.last().map_or(0, |name| name.tokens.end);
        end = tagged.max(rule.tokens.end);
        if prevails(scan, &rule, &met) || is_led(scan, &rule, &met) {
            found.push(rule);
            continue;
        }
        if let Some(name) = met.first_mut()
            && (name.tokens.start, name.label) == (rule.tokens.start, rule.label)
        {
            name.title = rule.title;
        }
        found.append(&mut met);
    }
    found.extend(names);
}

/// The least score of a rule that stands where the tagger found nothing. Rules that leave wrong names to
/// a tagger must be surer than those that were written to stand alone.
fn least_alone(scan: &Scan<'_>, rule: &Found) -> f32 {
    let names = scan.rules(rule.tokens.start).names;
    let careful = names.is_some_and(|rules| !rules.unknown_people);
    if careful { HEADED } else { SURE }
}

/// Whether a rule wins over the names of the tagger that it overlaps.
///
/// This was measured on texts that neither had seen. The tagger was nearly always right where its
/// name was longer, and about works and events. It was wrong more often about the label of a name
/// that a sure rule found as a whole.
fn prevails(scan: &Scan<'_>, rule: &Found, met: &[Found]) -> bool {
    let Some(name) = met.first() else {
        return rule.score >= least_alone(scan, rule);
    };
    let whole = met
        .iter()
        .all(|name| rule.tokens.start <= name.tokens.start && name.tokens.end <= rule.tokens.end);
    let alike = name.label == rule.label;
    if !whole {
        false
    } else if alike {
        // A rule may take two people for one: `Pedro Sánchez y María Montero`.
        let one = rule.label != Label::PERSON || met.len() == 1;
        one && name.tokens.start == rule.tokens.start && rule.score >= HEADED
    } else {
        let work =
            rule.label == Label::ORGANISATION && name.label == Label::MISC && rule.score < KNOWN;
        // The tagger saw only the place in `Bank of Ghana`.
        let place = rule.label == Label::ORGANISATION
            && name.label == Label::LOCATION
            && rule.tokens.start < name.tokens.start
            && rule.score >= least_alone(scan, rule);
        rule.score >= SURE && !work || place
    }
}

/// Whether the tagger only added words before a name that a rule knows to be no part of it: an article
/// (`Le Hamas`), a title (`Oberst Collatz`), a noun that says what it is (`Zyklon Idai`).
fn is_led(scan: &Scan<'_>, rule: &Found, met: &[Found]) -> bool {
    let [name] = met else {
        return false;
    };
    let Some(names) = scan.rules(name.tokens.start).names else {
        return false;
    };
    if name.tokens.start >= rule.tokens.start || name.tokens.end != rule.tokens.end {
        return false;
    }
    let article = |at: usize| scan.is(at, names.portfolio_articles);
    let mut added = name.tokens.start..rule.tokens.start;
    match rule.label {
        Label::PERSON if rule.title.is_some() => {
            rule.score >= SURE && added.all(|at| names.is_title(scan.norm(at)))
        }
        Label::MISC => rule.score >= SURE && added.all(|at| scan.is(at, names.misc_cues)),
        _ => {
            let least = if names.unknown_people { KNOWN } else { HEADED };
            added.len() == 1 && rule.score >= least && added.all(article)
        }
    }
}

/// Drops capitals that are no names: common nouns (`État`, `Covid`, `État guinéen`), nationalities
/// of people (`le Camerounais Manu Dibango`), opponents (`anti-Erdogan`).
fn drop_common_nouns(scan: &Scan<'_>, gazetteer: &Gazetteer, tagged: &mut Vec<Found>) {
    // All are in one sentence, so they have one language.
    let names = tagged.first().map(|it| scan.rules(it.tokens.start).names);
    let Some(rules) = names.flatten() else {
        return;
    };
    tagged.retain(|it| {
        let capitals = || it.tokens.clone().filter(|at| scan.is_capitalised(*at));
        let first = it.tokens.start;
        let alone = it.tokens.len() == 1;
        // `vaccin Moderna Covid` is dropped too.
        let last = it.tokens.end.saturating_sub(1);
        let illness = it.label != Label::MISC && scan.is(last, rules.illnesses);
        let common = it.label == Label::ORGANISATION
            && capitals().next().is_some()
            && capitals().all(|at| scan.is(at, rules.never_names));
        // `la Corse` and `la Lorraine` are places all the same.
        let is_place = || {
            let among = gazetteer.beginning_with(scan.norm(first));
            gazetteer.longest(scan, first, first + 1, among).is_some()
        };
        let demonym =
            alone && it.label == Label::LOCATION && scan.is(first, rules.demonyms) && !is_place();
        let part = scan.norm(first).split_once('-');
        let sided = alone && part.is_some_and(|(part, _)| rules.sides.holds(part));
        !(common || illness || demonym || sided || scan.passes_on(first))
    });
}

/// Removes titles from names: `Pr Swai`.
fn trim_titles(scan: &Scan<'_>, tagged: &mut [Found]) {
    let people = tagged.iter_mut().filter(|it| it.label == Label::PERSON);
    for person in people.filter(|it| it.tokens.len() > 1) {
        let first = scan.norm(person.tokens.start).trim_end_matches('.');
        let rules = scan.rules(person.tokens.start);
        let title = first.len() < 5
            && rules.words.title_abbreviations.holds(first)
            && rules.names.is_some_and(|rules| rules.is_title(first));
        person.tokens.start += usize::from(title);
    }
}

/// Separates two people between whom a small word stands that is no particle:
/// `Assimi Goïta limoge Choguel Maïga`, `Pedro Sánchez y María Montero`.
fn part_people(scan: &Scan<'_>, tagged: &mut Vec<Found>) {
    let names = tagged.first().map(|it| scan.rules(it.tokens.start).names);
    let (particles, conjunctions) = names.flatten().map_or((List::EMPTY, List::EMPTY), |rules| {
        (rules.particles, rules.conjunctions)
    });
    let parts = |at: usize| {
        let small = scan.is_word(at) && !scan.is_capitalised(at);
        let verb = !scan.is_stop(at) && !scan.is(at, particles);
        small && (verb || scan.is(at, conjunctions))
    };
    for index in 0..tagged.len() {
        let Some(person) = tagged.get_mut(index) else {
            break;
        };
        if person.label != Label::PERSON {
            continue;
        }
        let inner = person.tokens.start + 1..person.tokens.end;
        if let Some(at) = inner.clone().find(|at| parts(*at))
            && (at - person.tokens.start).min(inner.end - at - 1) > 1
        {
            let mut other = person.clone();
            other.tokens.start = at + 1;
            person.tokens.end = at;
            tagged.push(other);
        }
    }
    tagged.sort_by_key(|name| name.tokens.start);
}

/// Adds to a place the noun before it that says what it is: `fleuve Niger` is not `Niger`. `found`
/// is in the order of the text, before and after.
pub(super) fn lead_places(scan: &Scan<'_>, found: &mut [Found]) {
    let head = |start: usize| {
        let rules = scan.rules(start).names?;
        let adjoins = |at: usize| !scan.gap(at).contains('\n');
        let mut head = start.checked_sub(1).filter(|_| adjoins(start))?;
        // Most words before a place are shorter than any of these.
        if scan.norm(head).len() > 2 && scan.is(head, rules.place_heads) {
            return Some(head);
        }
        // `golfe de Guinée`, `delta de l’Okavango`
        for _ in 0..2 {
            if !scan.is(head, rules.portfolio_articles) || !adjoins(head) {
                break;
            }
            head = head.checked_sub(1)?;
        }
        scan.is(head, rules.tied_place_heads).then_some(head)
    };
    let mut end = 0;
    for place in found {
        let start = place.tokens.start;
        if place.label == Label::LOCATION
            && let Some(head) = head(start).filter(|head| *head >= end)
        {
            place.tokens.start = head;
            place.id = None;
        }
        end = place.tokens.end;
    }
}

#[cfg(feature = "fr")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use crate::document::EntitySource;
    use crate::entity::testing::{Text, both, gazetteer, ruled, shown, tagged, tokens};

    const PER: Label = Label::PERSON;
    const LOC: Label = Label::LOCATION;
    const ORG: Label = Label::ORGANISATION;
    const MISC: Label = Label::MISC;

    /// What is left of the names of a rule and of the tagger in a text: each a phrase, a label and,
    /// of rules, a score.
    fn joined(text: &str, rules: &[(&str, Label, f32)], tags: &[(&str, Label)]) -> Vec<String> {
        let text = Text::new(Language::FRENCH, text);
        let (scan, gazetteer) = (text.scan(), gazetteer());
        let ruled = rules.iter().map(|it| ruled(&scan, it.0, it.1, it.2));
        let mut tagged: Vec<_> = tags.iter().map(|it| tagged(&scan, it.0, it.1)).collect();
        let mut found = Vec::new();
        join(
            &scan,
            &gazetteer,
            ruled.collect(),
            &mut tagged,
            &[],
            &mut found,
        );
        shown(&scan, &found)
    }

    #[test]
    fn a_rule_alone_must_be_sure() {
        let text = "On y a vu Zabbo hier";
        assert_eq!(joined(text, &[("Zabbo", PER, SURE)], &[]), ["PER Zabbo"]);
        assert!(joined(text, &[("Zabbo", PER, 0.84)], &[]).is_empty());
    }

    #[test]
    fn of_another_kind_the_surer_wins() {
        let text = "On y a vu Zabbo hier";
        let tag = [("Zabbo", LOC)];
        assert_eq!(joined(text, &[("Zabbo", PER, SURE)], &tag), ["PER Zabbo"]);
        assert_eq!(joined(text, &[("Zabbo", PER, 0.8)], &tag), ["LOC Zabbo"]);
        // A work is one, but where the organisation is well known.
        let work = [("Zabbo", MISC)];
        assert_eq!(joined(text, &[("Zabbo", ORG, 0.9)], &work), ["MISC Zabbo"]);
        assert_eq!(joined(text, &[("Zabbo", ORG, KNOWN)], &work), ["ORG Zabbo"]);
    }

    #[test]
    fn a_longer_name_of_the_tagger_stays() {
        let text = "On y a vu Zabbo Zubbu hier";
        let tag = [("Zabbo Zubbu", PER)];
        assert_eq!(
            joined(text, &[("Zabbo", PER, 1.0)], &tag),
            ["PER Zabbo Zubbu"]
        );
        assert_eq!(
            joined(text, &[("Zubbu", LOC, 1.0)], &tag),
            ["PER Zabbo Zubbu"]
        );
        // Two rules in it are one too many.
        let rules = [("Zabbo", PER, 1.0), ("Zubbu", LOC, 1.0)];
        assert_eq!(joined(text, &rules, &tag), ["PER Zabbo Zubbu"]);
    }

    #[test]
    fn a_longer_name_of_a_rule_takes_the_tagged_ones() {
        let text = "Le Conseil de Zabbo et de Zubbu parle";
        let rule = [("Conseil de Zabbo et de Zubbu", ORG, HEADED)];
        let tags = [("Conseil de Zabbo", ORG), ("Zubbu", ORG)];
        assert_eq!(
            joined(text, &rule, &tags),
            ["ORG Conseil de Zabbo et de Zubbu"]
        );
        // Not where it begins later, nor where it is less sure.
        let rule = [("Conseil de Zabbo et de Zubbu", ORG, 0.7)];
        assert_eq!(
            joined(text, &rule, &tags),
            ["ORG Conseil de Zabbo", "ORG Zubbu"]
        );
    }

    #[test]
    fn an_article_is_left_outside_a_known_name() {
        let rule = [("Hamas", ORG, KNOWN)];
        for text in both("Aujourd’hui Le Hamas parle") {
            assert_eq!(joined(&text, &rule, &[("Le Hamas", ORG)]), ["ORG Hamas"]);
        }
        let rule = [("Hamas", ORG, 0.9)];
        let tag = [("Le Hamas", ORG)];
        assert_eq!(joined("Hier Le Hamas parle", &rule, &tag), ["ORG Le Hamas"]);
    }

    #[test]
    fn a_date_is_a_date() {
        let text = Text::new(
            Language::FRENCH,
            "Il a vu Zabbo le 3 mai à Zubbu et à Zibbi",
        );
        let (scan, gazetteer) = (text.scan(), gazetteer());
        let mut names = ["Zabbo", "3 mai à Zubbu", "Zibbi"]
            .map(|it| tagged(&scan, it, LOC))
            .to_vec();
        let date = Found::new(tokens(&scan, "3 mai"), Label::DATE, EntitySource::Rule, 1.0);
        let mut found = Vec::new();
        join(
            &scan,
            &gazetteer,
            Vec::new(),
            &mut names,
            &[date],
            &mut found,
        );
        assert_eq!(shown(&scan, &found), ["LOC Zabbo", "LOC Zibbi"]);
    }

    #[test]
    fn common_nouns_are_dropped() {
        let left = |text: &str, phrase: &str, label| joined(text, &[], &[(phrase, label)]);
        assert!(left("Pour l’État il faut", "État", ORG).is_empty());
        assert!(left("Pour l'État il faut", "État", ORG).is_empty());
        assert!(left("Le Camerounais parle", "Camerounais", LOC).is_empty());
        assert!(left("Un anti-Erdogan parle", "anti-Erdogan", PER).is_empty());
        assert!(left("RT @afp : voici", "RT", ORG).is_empty());
        assert_eq!(left("La Corse parle", "Corse", LOC), ["LOC Corse"]);
    }

    #[test]
    fn a_title_stays_outside() {
        let text = "On y a vu Pr Zabbo hier";
        assert_eq!(joined(text, &[], &[("Pr Zabbo", PER)]), ["PER Zabbo"]);
        assert_eq!(joined(text, &[], &[("Pr Zabbo", LOC)]), ["LOC Pr Zabbo"]);
        // Alone it is left as it is.
        assert_eq!(joined(text, &[], &[("Pr", PER)]), ["PER Pr"]);
    }

    #[test]
    fn a_verb_parts_two_people_of_two_names() {
        let parted = |text: &str| joined(text, &[], &[(text, PER)]);
        let two = ["PER Assimi Goïta", "PER Choguel Maïga"];
        assert_eq!(parted("Assimi Goïta limoge Choguel Maïga"), two);
        // Of one name each they might be one: `Assimi limoge Choguel Maïga`.
        assert_eq!(parted("Assimi limoge Choguel Maïga").len(), 1);
        assert_eq!(parted("Charles de la Tour").len(), 1);
    }

    /// The names after [`lead_places`].
    fn led(text: &str, names: &[(&str, Label)]) -> Vec<String> {
        let text = Text::new(Language::FRENCH, text);
        let scan = text.scan();
        let mut found: Vec<_> = names.iter().map(|it| tagged(&scan, it.0, it.1)).collect();
        lead_places(&scan, &mut found);
        shown(&scan, &found)
    }

    #[test]
    fn a_noun_leads_to_a_place() {
        assert_eq!(
            led("Le fleuve Niger monte", &[("Niger", LOC)]),
            ["LOC fleuve Niger"]
        );
        assert_eq!(
            led("Le golfe de Guinée", &[("Guinée", LOC)]),
            ["LOC golfe de Guinée"]
        );
        for (text, name) in both("Le delta de l’Okavango")
            .iter()
            .zip(both("LOC delta de l’Okavango"))
        {
            assert_eq!(led(text, &[("Okavango", LOC)]), [name]);
        }
        // A person is none, nor does a line break adjoin.
        assert_eq!(
            led("Le fleuve Niger monte", &[("Niger", PER)]),
            ["PER Niger"]
        );
        assert_eq!(
            led("Le fleuve\nNiger monte", &[("Niger", LOC)]),
            ["LOC Niger"]
        );
        // At the head of a text there is nothing before it.
        assert_eq!(led("Niger monte", &[("Niger", LOC)]), ["LOC Niger"]);
        // What belongs to a name is not taken from it.
        let names = [("Zabbo fleuve", ORG), ("Niger", LOC)];
        assert_eq!(
            led("Le Zabbo fleuve Niger", &names),
            ["ORG Zabbo fleuve", "LOC Niger"]
        );
    }
}
