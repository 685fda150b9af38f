//! Joins the names that the tagger found with those of the rules.

use super::found::Found;
use super::scan::Scan;
use crate::document::{EntitySource, Label};
use crate::lang::Mark;

/// Where a rule and the tagger differ, a rule with at least this score may be right.
const SURE: f32 = 0.85;
/// Where the tagger found nothing, a rule with at least this score is right.
const ALONE: f32 = 0.82;
/// The score of a well-known organisation.
const KNOWN: f32 = 0.95;
/// The score of an organisation that was found by its head. Its name may be longer than the tagger
/// sees.
const HEADED: f32 = 0.8;

/// Appends the names of the tagger, and those of the rules where the tagger found none or where the
/// rule is surer. A date stays a date, whatever the tagger says. `tagged` and the dates must be in
/// the order of the text.
pub(super) fn join(
    scan: &Scan<'_>,
    mut ruled: Vec<Found>,
    mut tagged: Vec<Found>,
    dates: &[Found],
    found: &mut Vec<Found>,
) {
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
    let mut names = tagged.into_iter().peekable();
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
    if careful { HEADED } else { ALONE }
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
    // `Institut des produits biologiques de Pékin`
    let place_inside = || {
        let inside = |name: &Found| {
            let start = name.tokens.start;
            // `Église à Papeete`
            let before = start.checked_sub(1);
            let at_place = scan.rules(start).names.zip(before);
            let at_place =
                at_place.is_some_and(|(rules, at)| scan.is(at, rules.place_prepositions));
            name.label == Label::LOCATION && start > rule.tokens.start && !at_place
        };
        rule.label == Label::ORGANISATION && rule.score >= HEADED && met.iter().all(inside)
    };
    if !whole {
        false
    } else if place_inside() {
        true
    } else if alike {
        // A rule may take two people for one: `Pedro Sánchez y María Montero`.
        let one = rule.label != Label::PERSON || met.len() == 1;
        let begins = name.tokens.start == rule.tokens.start && rule.score >= HEADED;
        // `Fédération de Russie`
        let known = rule.label == Label::LOCATION
            && rule.source == EntitySource::Rule
            && rule.score >= KNOWN;
        one && (begins || known || name.label == Label::PERSON && rule.score >= SURE)
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
/// (`Le Hamas`), a title (`Oberst Collatz`, `Le Col. Koné`), a noun that says what it is (`Zyklon Idai`).
fn is_led(scan: &Scan<'_>, rule: &Found, met: &[Found]) -> bool {
    let [name] = met else {
        return false;
    };
    let Some(names) = scan.rules(name.tokens.start).names else {
        return false;
    };
    // `Général de Brigade Célestin Simporé, Ministre d’État`
    let apposed = rule.title.is_some() && scan.text(rule.tokens.end) == ",";
    let ends = name.tokens.end == rule.tokens.end || name.tokens.end > rule.tokens.end && apposed;
    if name.tokens.start >= rule.tokens.start || !ends {
        return false;
    }
    let article = |at: usize| scan.is(at, names.portfolio_articles);
    let mut added = name.tokens.start..rule.tokens.start;
    match (rule.label, rule.title) {
        (Label::PERSON, Some(span)) => {
            let title = |at| {
                let read = span.start() <= scan.span_of(at..at + 1).start();
                read || scan.has(at, Mark::UserTitle) || names.is_title(scan.norm(at))
            };
            rule.score >= SURE && added.all(|at| title(at) || article(at))
        }
        (Label::MISC, _) => rule.score >= SURE && added.all(|at| scan.is(at, names.misc_cues)),
        _ => {
            let least = if names.unknown_people { KNOWN } else { HEADED };
            added.len() == 1 && rule.score >= least && added.all(article)
        }
    }
}

/// Adds to a place the noun before it that says what it is: `fleuve Niger` is not `Niger`, and
/// `université d’Oxford` is an organisation. A place may have the name of a person: `rue Victor Hugo`.
/// `found` is in the order of the text, before and after.
pub(super) fn lead_places(scan: &Scan<'_>, found: &mut [Found]) {
    let head = |start: usize| {
        let rules = scan.rules(start).names?;
        let adjoins = |at: usize| !scan.gap(at).contains('\n');
        let mut head = start.checked_sub(1).filter(|_| adjoins(start))?;
        // Most words before a place are shorter than any of these.
        if scan.norm(head).len() > 2 && scan.is(head, rules.place_heads) {
            return Some(head);
        }
        // `golfe de Guinée`, `delta de l’Okavango`, but not `front de mer de Luanda`
        for _ in 0..2 {
            if !scan.is(head, rules.portfolio_articles) || !adjoins(head) {
                break;
            }
            head = head.checked_sub(1)?;
        }
        let part = head.checked_sub(1);
        let part = part.is_some_and(|it| scan.is(it, rules.bare_prepositions));
        (scan.is(head, rules.tied_place_heads) && !part).then_some(head)
    };
    let organisation = |start: usize| {
        let rules = scan.rules(start).names?;
        let tie = start
            .checked_sub(1)
            .filter(|tie| scan.is(*tie, rules.bare_prepositions))?;
        let head = tie.checked_sub(1)?;
        let article = head.checked_sub(1)?;
        let one = scan.is(article, rules.portfolio_articles);
        (one && scan.is(head, rules.tied_heads)).then_some(head)
    };
    // `rue Victor Hugo`, `aéroport international Président Modibo Keïta`
    let memorial = |start: usize| {
        let rules = scan.rules(start).names?;
        let first = scan.sentence_of(start).start;
        let before = |at: usize| {
            let adjoins = at > first && !scan.gap(at).contains('\n');
            adjoins.then(|| at - 1)
        };
        let mut head = before(start)?;
        for _ in 0..2 {
            if !(scan.is_capitalised(head) && rules.is_title(scan.norm(head))) {
                break;
            }
            head = before(head)?;
        }
        if scan.is(head, rules.organisation_adjectives) {
            head = before(head)?;
        }
        (scan.is(head, rules.tied_place_heads) && !scan.is_capitalised(head)).then_some(head)
    };
    let mut end = 0;
    for place in found {
        let start = place.tokens.start;
        if place.label == Label::PERSON
            && let Some(head) = memorial(start).filter(|head| *head >= end)
        {
            place.tokens.start = head;
            place.label = Label::LOCATION;
            (place.title, place.id) = (None, None);
        } else if place.label == Label::LOCATION
            && let Some(head) = organisation(start).filter(|head| *head >= end)
        {
            place.tokens.start = head;
            place.label = Label::ORGANISATION;
            place.id = None;
        } else if place.label == Label::LOCATION
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
    use crate::entity::part::part;
    use crate::entity::testing::{Text, both, gazetteer, ruled, shown, tagged, tokens};
    use crate::entity::trim::trim;

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
        part(&scan, &gazetteer, &mut tagged);
        trim(&scan, &gazetteer, &mut tagged);
        let mut found = Vec::new();
        join(&scan, ruled.collect(), tagged, &[], &mut found);
        shown(&scan, &found)
    }

    #[test]
    fn a_rule_alone_must_be_sure() {
        let text = "On y a vu Zabbo hier";
        assert_eq!(joined(text, &[("Zabbo", PER, ALONE)], &[]), ["PER Zabbo"]);
        assert!(joined(text, &[("Zabbo", PER, 0.81)], &[]).is_empty());
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
        let scan = text.scan();
        let names = ["Zabbo", "3 mai à Zubbu", "Zibbi"]
            .map(|it| tagged(&scan, it, LOC))
            .to_vec();
        let date = Found::new(tokens(&scan, "3 mai"), Label::DATE, EntitySource::Rule, 1.0);
        let mut found = Vec::new();
        join(&scan, Vec::new(), names, &[date], &mut found);
        assert_eq!(shown(&scan, &found), ["LOC Zabbo", "LOC Zibbi"]);
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
