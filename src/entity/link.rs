//! Which mentions of a document name the same thing.

use std::ops::Range;

use hashbrown::{HashMap, HashSet};

use super::acronyms::{abbreviates, initials};
use super::bodies;
use super::found::Found;
use super::gazetteer::Gazetteer;
use super::ids::{fold, id_of};
use super::scan::Scan;
use crate::document::{EntitySource, Label};

/// Of a longer name, only the ends with fewer tokens count.
pub(super) const LONGEST_END: usize = 8;

/// Gives every name an id, made of its longest form in the document: `per:salifou-modi`. These
/// mentions share the id of a longer form:
///
/// - A surname has the id of the full name. If there are several, it is the last one before it.
/// - An acronym has the id of the organisation with its initials.
/// - `Wagner` has the id of `groupe Wagner`, and `armée nigérienne` that of `armée du Niger`.
///
/// Ids of the caller stay, and other mentions of the same thing get them. Single capitals that turn
/// out to be surnames are added. `found` is in the order of the text, before and after.
pub(super) fn within(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut Vec<Found>) {
    add_surnames(scan, found);
    follow_cues(scan, found);
    let name = |entity: &Found| folded(scan, entity.tokens.clone());
    let own: HashMap<_, _> = found
        .iter()
        .filter(|entity| entity.source == EntitySource::User)
        .filter_map(|entity| Some(((entity.label, name(entity)), entity.id.clone()?)))
        .collect();
    let people = full_names(scan, found);
    let organisations = long_names(scan, found);
    let body = |entity: &Found| {
        let organisation = entity.label == Label::ORGANISATION && entity.tokens.len() > 1;
        let body = organisation.then(|| bodies::name(scan, gazetteer, entity.tokens.clone()));
        Some((name(entity), body.flatten()?))
    };
    let bodies: HashMap<_, _> = found.iter().filter_map(body).collect();
    let mut last: HashMap<String, String> = HashMap::new();
    for entity in found.iter_mut() {
        if entity.source == EntitySource::User {
            continue;
        }
        let mut name = folded(scan, entity.tokens.clone());
        match entity.label {
            Label::DATE | Label::QUANTITY => continue,
            Label::PERSON => match people.get(&name) {
                Some(full) if full.several => {
                    name = last.get(&name).unwrap_or(&full.name).clone();
                }
                Some(full) => name.clone_from(&full.name),
                None => {}
            },
            Label::LOCATION => {
                if let Some(place) = place(scan, gazetteer, entity) {
                    name = place;
                }
            }
            Label::ORGANISATION => {
                if let Some(Some(long)) = organisations.get(&name) {
                    name.clone_from(long);
                }
                if let Some(body) = bodies.get(&name) {
                    name.clone_from(body);
                }
            }
            _ => {}
        }
        if entity.label == Label::PERSON && entity.tokens.len() > 1 {
            for end in ends(entity.tokens.clone()) {
                let end = folded(scan, end);
                if people.get(&end).is_some_and(|full| full.several) {
                    last.insert(end, name.clone());
                }
            }
        }
        let key = (entity.label, name);
        let id = own.get(&key).cloned();
        entity.id = Some(id.unwrap_or_else(|| id_of(key.0, &key.1)));
    }
}

/// The name of a place in the gazetteer.
fn place(scan: &Scan<'_>, gazetteer: &Gazetteer, entity: &Found) -> Option<String> {
    if let Some(name) = &entity.id {
        return Some(fold(name));
    }
    let Range { start, end } = entity.tokens;
    let among = gazetteer.beginning_with(scan.norm(start));
    let place = gazetteer.longest(scan, start, end, among)?;
    (start + place.tokens == end).then(|| fold(gazetteer.name(place.canonical)))
}

fn is_name(entity: &Found) -> bool {
    !matches!(entity.label, Label::DATE | Label::QUANTITY)
}

/// The longest name with a certain end.
struct Full {
    name: String,
    /// Whether other names have the same end, as those of two brothers.
    several: bool,
}

/// For each end of a person's name (`lamine-zeine`, `zeine`): the full names of the text with this
/// end.
fn full_names(scan: &Scan<'_>, found: &[Found]) -> HashMap<String, Full> {
    let mut names: HashMap<String, Full> = HashMap::new();
    for entity in found.iter().filter(|entity| entity.label == Label::PERSON) {
        let name = folded(scan, entity.tokens.clone());
        for end in ends(entity.tokens.clone()) {
            let full = names.entry(folded(scan, end)).or_insert_with(|| Full {
                name: name.clone(),
                several: false,
            });
            if is_end(&full.name, &name) {
                full.name.clone_from(&name);
            } else if !is_end(&name, &full.name) {
                full.several = true;
            }
        }
    }
    names
}

/// The ends of a name, the whole name first.
fn ends(tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let others = (tokens.start + 1).max(tokens.end.saturating_sub(LONGEST_END));
    let ends = (others..tokens.end).map(move |start| start..tokens.end);
    std::iter::once(tokens).chain(ends)
}

/// Whether a folded name ends with the words of another.
fn is_end(end: &str, name: &str) -> bool {
    let before = name.strip_suffix(end);
    before.is_some_and(|before| before.is_empty() || before.ends_with('-'))
}

/// For acronyms and for names without their head (`Wagner` of `groupe Wagner`): the long form in
/// the text. `None` if there are two. A long form beside brackets wins over one with the same
/// initials.
fn long_names(scan: &Scan<'_>, found: &[Found]) -> HashMap<String, Option<String>> {
    let mut said = HashMap::new();
    let mut guessed = HashMap::new();
    let organisation = |entity: &&Found| entity.label == Label::ORGANISATION;
    let mut before: Option<&Found> = None;
    for entity in found.iter().filter(organisation) {
        let tokens = entity.tokens.clone();
        if let Some(before) = before
            && tokens.start == before.tokens.end + 1
            && scan.text(before.tokens.end) == "("
        {
            for (long, short) in [(before, entity), (entity, before)] {
                if abbreviates_at(scan, short, long) {
                    let short = folded(scan, short.tokens.clone());
                    one(&mut said, short, folded(scan, long.tokens.clone()));
                }
            }
        }
        before = Some(entity);
        if tokens.len() < 2 {
            continue;
        }
        let long = folded(scan, tokens.clone());
        let heads = scan
            .rules(tokens.start)
            .names
            .map(|names| names.small_heads);
        if heads.is_some_and(|heads| scan.is(tokens.start, heads)) {
            let bare = folded(scan, tokens.start + 1..tokens.end);
            one(&mut guessed, bare, long.clone());
        }
        let large = tokens.clone().filter(|index| !scan.is_stop(*index));
        let large = initials(large.map(|index| scan.norm(index)));
        let all = initials(tokens.clone().map(|index| scan.norm(index)));
        for short in [&large, &all] {
            if short.chars().nth(1).is_some() {
                one(&mut guessed, fold(short), long.clone());
            }
        }
    }
    guessed.extend(said);
    guessed
}

/// Records the long name of a short one.
fn one(names: &mut HashMap<String, Option<String>>, short: String, long: String) {
    if short == long {
        return;
    }
    let known = names.entry(short).or_insert_with(|| Some(long.clone()));
    if known.as_ref() != Some(&long) {
        *known = None;
    }
}

fn abbreviates_at(scan: &Scan<'_>, short: &Found, long: &Found) -> bool {
    let words = long.tokens.clone().map(|index| scan.norm(index));
    short.tokens.len() == 1
        && long.tokens.len() > 1
        && abbreviates(scan.text(short.tokens.start), words)
}

/// Adds single capitals that are the surname of a person whose full name is in the text. If the
/// tagger gave such a surname, or the full name, another label elsewhere, it becomes a person.
fn add_surnames(scan: &Scan<'_>, found: &mut Vec<Found>) {
    // For each full name: how many more of its mentions are people than other names.
    let mut names: HashMap<&str, (usize, i32)> = HashMap::new();
    for entity in found.iter().filter(|it| it.tokens.len() > 1 && is_name(it)) {
        let name = scan.text_of(entity.tokens.clone());
        let (_, more) = names.entry(name).or_insert((entity.tokens.end - 1, 0));
        *more += if entity.label == Label::PERSON { 1 } else { -1 };
    }
    names.retain(|_, (_, more)| *more > 0);
    if names.is_empty() {
        return;
    }
    let surnames = names.values().map(|(surname, _)| scan.bare(*surname));
    let surnames: HashSet<&str> = surnames.collect();
    let tagged = |it: &&mut Found| it.source == EntitySource::Tagger && is_name(it);
    for entity in found.iter_mut().filter(tagged) {
        let tokens = entity.tokens.clone();
        let surname = tokens.len() == 1 && surnames.contains(scan.bare(tokens.start));
        if surname || tokens.len() > 1 && names.contains_key(scan.text_of(tokens)) {
            entity.label = Label::PERSON;
        }
    }
    let mut added = Vec::new();
    let mut taken = found.iter().map(|entity| entity.tokens.clone()).peekable();
    for sentence in scan.sentences() {
        for at in sentence {
            while taken.next_if(|range| range.end <= at).is_some() {}
            let free = !taken.peek().is_some_and(|range| range.contains(&at));
            let name =
                free && scan.is_word(at) && scan.is_capitalised(at) && !scan.is_small_elsewhere(at);
            if name && surnames.contains(scan.bare(at)) {
                added.push(Found::new(
                    at..at + 1,
                    Label::PERSON,
                    EntitySource::Link,
                    0.7,
                ));
            }
        }
    }
    found.append(&mut added);
    found.sort_by_key(|entity| entity.tokens.start);
}

/// Corrects places: a name is no place if a noun elsewhere in the text says what it is
/// (`opération Barkhane`) and nothing says that it is a place.
fn follow_cues(scan: &Scan<'_>, found: &mut [Found]) {
    let cued: HashSet<String> = found
        .iter()
        .filter(|entity| entity.label == Label::MISC)
        .filter_map(|entity| {
            let Range { start, end } = entity.tokens;
            let rules = scan.rules(start).names?;
            let inside = start + 1 < end && scan.is(start, rules.misc_cues);
            let before = start.checked_sub(1);
            let before = before.is_some_and(|before| scan.is(before, rules.misc_cues));
            let bare = start + usize::from(inside)..end;
            (inside || before).then(|| folded(scan, bare))
        })
        .collect();
    if cued.is_empty() {
        return;
    }
    for entity in found.iter_mut() {
        let doubtful = entity.label == Label::LOCATION
            && !matches!(entity.source, EntitySource::Gazetteer | EntitySource::User);
        if doubtful && cued.contains(&folded(scan, entity.tokens.clone())) {
            entity.label = Label::MISC;
        }
    }
}

/// The letters and digits of a name without accents, with hyphens between its words.
fn folded(scan: &Scan<'_>, tokens: Range<usize>) -> String {
    let norms: Vec<_> = tokens.map(|index| scan.bare(index)).collect();
    fold(&norms.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use crate::entity::testing::{Text, both, gazetteer, tagged, tokens};

    const PER: Label = Label::PERSON;
    const LOC: Label = Label::LOCATION;
    const ORG: Label = Label::ORGANISATION;

    /// The names of a text after linking, as `text=id`. Each is the first place of its phrase.
    fn linked(language: Language, text: &str, names: &[(&str, Label)]) -> Vec<String> {
        let text = Text::new(language, text);
        let (scan, gazetteer) = (text.scan(), gazetteer());
        let mut found: Vec<_> = names.iter().map(|it| tagged(&scan, it.0, it.1)).collect();
        found.sort_by_key(|it| it.tokens.start);
        within(&scan, &gazetteer, &mut found);
        let shown = |it: &Found| {
            let id = it.id.as_deref().unwrap_or("-");
            format!("{}={id}", scan.text_of(it.tokens.clone()))
        };
        found.iter().map(shown).collect()
    }

    fn english(text: &str, names: &[(&str, Label)]) -> Vec<String> {
        linked(Language::ENGLISH, text, names)
    }

    #[test]
    fn an_end_is_whole_words() {
        assert!(is_end("zeine", "lamine-zeine") && is_end("zeine", "zeine"));
        assert!(!is_end("eine", "lamine-zeine") && !is_end("lamine", "lamine-zeine"));
    }

    #[test]
    fn ends_of_a_long_name_are_few() {
        assert_eq!(ends(3..6).collect::<Vec<_>>(), [3..6, 4..6, 5..6]);
        assert_eq!(ends(3..4).count(), 1);
        let many: Vec<_> = ends(0..100).collect();
        assert_eq!(
            (many.len(), many[0].clone(), many[1].clone()),
            (1 + LONGEST_END, 0..100, 92..100)
        );
    }

    #[test]
    fn a_surname_is_the_full_name() {
        let text = "Then Lovelace came. And so Ada Lovelace left.";
        let names = [("Lovelace", PER), ("Ada Lovelace", PER)];
        let ids = ["Lovelace=per:ada-lovelace", "Ada Lovelace=per:ada-lovelace"];
        assert_eq!(english(text, &names), ids);
    }

    #[test]
    fn of_two_brothers_the_last_one_is_meant() {
        let text = "So Ada Zabbo left. Then Bob Zabbo came. And Zabbo slept.";
        let names = [("Ada Zabbo", PER), ("Bob Zabbo", PER)];
        let ids = [
            "Ada Zabbo=per:ada-zabbo",
            "Bob Zabbo=per:bob-zabbo",
            "Zabbo=per:bob-zabbo",
        ];
        assert_eq!(english(text, &names), ids);
    }

    #[test]
    fn a_single_capital_is_added_and_a_small_word_is_not() {
        let text = "So Ada Baker left. Then Baker came, and a baker slept.";
        // `Baker` stands small elsewhere.
        assert_eq!(english(text, &[("Ada Baker", PER)]).len(), 1);
        let text = "So Ada Baker left. Then Baker came.";
        assert_eq!(english(text, &[("Ada Baker", PER)]).len(), 2);
        // One with a genitive, too.
        for text in both("So Ada Zabbo left. Then Zabbo’s aide came.") {
            let names = english(&text, &[("Ada Zabbo", PER)]);
            assert!(names[1].ends_with("=per:ada-zabbo"), "{names:?}");
        }
    }

    #[test]
    fn an_acronym_is_the_name_with_its_initials() {
        let text = "The Zabbo Trade Union spoke. Then the ZTU left.";
        let names = [("Zabbo Trade Union", ORG), ("ZTU", ORG)];
        let ids = [
            "Zabbo Trade Union=org:zabbo-trade-union",
            "ZTU=org:zabbo-trade-union",
        ];
        assert_eq!(english(text, &names), ids);
    }

    #[test]
    fn an_acronym_of_two_names_is_neither() {
        let text = "The Zabbo Trade Union met the Zubbu Teachers Union. Then the ZTU left.";
        let names = [
            ("Zabbo Trade Union", ORG),
            ("Zubbu Teachers Union", ORG),
            ("ZTU", ORG),
        ];
        assert_eq!(english(text, &names)[2], "ZTU=org:ztu");
        // What stands in brackets goes before initials.
        let text = "The Zabbo Trade Union (ZTU) met the Zubbu Teachers Union. So it is.";
        assert_eq!(english(text, &names)[1], "ZTU=org:zabbo-trade-union");
    }

    #[test]
    fn a_place_has_one_name_in_all_languages() {
        let names = [("Moskau", LOC)];
        let german = linked(Language::GERMAN, "Er flog nach Moskau zurück", &names);
        assert_eq!(german, ["Moskau=loc:moscou"]);
        assert_eq!(
            english("He flew to Zabbo", &[("Zabbo", LOC)]),
            ["Zabbo=loc:zabbo"]
        );
    }

    #[test]
    fn dates_and_quantities_have_no_id() {
        let names = [("May", Label::DATE), ("two men", Label::QUANTITY)];
        assert_eq!(
            english("In May two men came", &names),
            ["May=-", "two men=-"]
        );
    }

    #[test]
    fn the_id_of_the_caller_stays_and_spreads() {
        let text = Text::new(Language::ENGLISH, "So Zabbo left. Then ZABBO came.");
        let (scan, gazetteer) = (text.scan(), gazetteer());
        let mut own = Found::new(tokens(&scan, "ZABBO"), ORG, EntitySource::User, 1.0);
        own.id = Some("Q1".to_owned());
        let mut found = vec![tagged(&scan, "Zabbo", ORG), own];
        within(&scan, &gazetteer, &mut found);
        let ids: Vec<_> = found.iter().map(|it| it.id.as_deref().unwrap()).collect();
        assert_eq!(ids, ["Q1", "Q1"]);
        // Not to what has another label.
        let mut own = found.remove(1);
        own.label = PER;
        let mut found = vec![tagged(&scan, "Zabbo", ORG), own];
        within(&scan, &gazetteer, &mut found);
        assert_eq!(found[0].id.as_deref(), Some("org:zabbo"));
    }

    #[cfg(feature = "fr")]
    #[test]
    fn a_noun_elsewhere_says_that_a_name_is_no_place() {
        for text in both("L’opération Zabbo dure. Il l’a dit à Zabbo.") {
            let text = Text::new(Language::FRENCH, &text);
            let scan = text.scan();
            let first = tokens(&scan, "Zabbo");
            let second = tokens(&scan, "à Zabbo");
            let cued = Found::new(first, Label::MISC, EntitySource::Tagger, 0.9);
            let place = Found::new(second.end - 1..second.end, LOC, EntitySource::Tagger, 0.9);
            let mut found = [cued, place.clone()];
            follow_cues(&scan, &mut found);
            assert_eq!(found[1].label, Label::MISC);
            // The gazetteer knows better.
            found[1] = Found {
                source: EntitySource::Gazetteer,
                ..place
            };
            follow_cues(&scan, &mut found);
            assert_eq!(found[1].label, LOC);
        }
    }
}
