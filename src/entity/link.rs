//! Which mentions of a document name the same thing.

use std::ops::Range;

use hashbrown::{HashMap, HashSet};

use super::acronyms::{abbreviates, initials};
use super::bodies;
use super::found::Found;
use super::gazetteer::{Gazetteer, Kind};
use super::ids::{FoldedNames, NameId, id_of};
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
pub(super) fn within(
    scan: &Scan<'_>,
    gazetteer: &Gazetteer,
    names: &mut FoldedNames,
    found: &mut Vec<Found>,
) {
    add_surnames(scan, gazetteer, found);
    names.clear();
    let mut ends = Vec::new();
    let mentions = found
        .iter()
        .map(|entity| mention(scan, entity, names, &mut ends));
    let mentions: Vec<Mention> = mentions.collect();
    follow_cues(scan, names, &mentions, found);
    let user = |(entity, _): &(&Found, &Mention)| entity.source == EntitySource::User;
    let own: HashMap<_, _> = found
        .iter()
        .zip(&mentions)
        .filter(user)
        .filter_map(|(entity, it)| Some(((entity.label, it.name), entity.id.clone()?)))
        .collect();
    let people = full_names(names, found, &mentions, &ends);
    let forenames = forenames(names, found, &mentions, &people);
    let orders = orders(names, found, &mentions);
    let organisations = long_names(scan, names, found, &mentions);
    let mut bodies = HashMap::new();
    for (entity, mention) in found.iter().zip(&mentions) {
        if entity.label == Label::ORGANISATION
            && entity.tokens.len() > 1
            && let Some(body) = bodies::name(scan, gazetteer, entity.tokens.clone())
        {
            bodies.insert(mention.name, names.of_words(std::iter::once(body.as_str())));
        }
    }
    let mut last: HashMap<NameId, NameId> = HashMap::new();
    for (entity, mention) in found.iter_mut().zip(&mentions) {
        if entity.source == EntitySource::User || !is_name(entity) {
            continue;
        }
        let mut name = mention.name;
        match entity.label {
            Label::PERSON => match people.get(&name) {
                Some(full) if full.several => {
                    name = last.get(&name).copied().unwrap_or(full.name);
                }
                Some(full) => {
                    let forename = forenames.get(&name).filter(|_| full.name == name);
                    name = forename.map_or(full.name, |full| full.unwrap_or(name));
                    name = orders.get(&name).copied().unwrap_or(name);
                }
                None => {}
            },
            Label::LOCATION => {
                if let Some(place) = place(scan, gazetteer, entity) {
                    name = names.of_words(std::iter::once(place));
                }
            }
            Label::MISC => {
                if let Some(Some(long)) = organisations.get(&name) {
                    name = *long;
                }
            }
            Label::ORGANISATION => {
                if let Some(Some(long)) = organisations.get(&name) {
                    name = *long;
                }
                if let Some(body) = bodies.get(&name) {
                    name = *body;
                }
            }
            _ => {}
        }
        if entity.label == Label::PERSON && entity.tokens.len() > 1 {
            for end in mention.ends(&ends) {
                if people.get(end).is_some_and(|full| full.several) {
                    last.insert(*end, name);
                }
            }
        }
        let id = own.get(&(entity.label, name)).cloned();
        entity.id = Some(id.unwrap_or_else(|| id_of(entity.label, names.get(name))));
    }
}

/// What a mention says.
struct Mention {
    /// The letters and digits of the name without accents, hyphens between its words.
    name: NameId,
    /// Of a person: where the ends of the name are (`lamine-zeine`, `zeine`), from the whole one on.
    ends: Range<usize>,
}

impl Mention {
    fn ends<'a>(&self, ends: &'a [NameId]) -> &'a [NameId] {
        ends.get(self.ends.clone()).unwrap_or_default()
    }
}

fn mention(
    scan: &Scan<'_>,
    entity: &Found,
    names: &mut FoldedNames,
    ends: &mut Vec<NameId>,
) -> Mention {
    let mut tokens = if is_name(entity) {
        entity.tokens.clone()
    } else {
        0..0
    };
    // `CAN 2019` is the `CAN`.
    if entity.label == Label::MISC
        && let Some(last) = tokens.clone().next_back()
        && scan.digits(last).is_some()
        && let Some(rules) = scan.rules(last).names
        && rules.events.holds(scan.text_of(tokens.start..last))
    {
        tokens.end = last;
    }
    let length = tokens.len();
    let name = folded(scan, tokens, names);
    let first = ends.len();
    if entity.label == Label::PERSON {
        ends.push(name);
        let others = length.saturating_sub(LONGEST_END).max(1)..length;
        ends.extend(others.map(|word| names.of_end(name, word)));
    }
    Mention {
        name,
        ends: first..ends.len(),
    }
}

fn folded(scan: &Scan<'_>, tokens: Range<usize>, names: &mut FoldedNames) -> NameId {
    names.of_words(tokens.map(|index| scan.bare(index)))
}

/// The name of a place in the gazetteer.
fn place<'a>(scan: &Scan<'_>, gazetteer: &'a Gazetteer, entity: &'a Found) -> Option<&'a str> {
    if let Some(name) = &entity.id {
        return Some(name);
    }
    let Range { start, end } = entity.tokens;
    let place = gazetteer.place_at(scan, start, end)?;
    (start + place.tokens == end).then(|| gazetteer.name(place.canonical))
}

fn is_name(entity: &Found) -> bool {
    !matches!(entity.label, Label::DATE | Label::QUANTITY)
}

/// The longest name with a certain end.
struct Full {
    name: NameId,
    /// Whether there are others, such as two brothers.
    several: bool,
}

/// For each end of a person's name (`lamine-zeine`, `zeine`): the full names of the text with this
/// end.
fn full_names(
    names: &FoldedNames,
    found: &[Found],
    mentions: &[Mention],
    ends: &[NameId],
) -> HashMap<NameId, Full> {
    let mut full_names: HashMap<NameId, Full> = HashMap::new();
    let mentions = found.iter().zip(mentions);
    for (_, mention) in mentions.filter(|(entity, _)| entity.label == Label::PERSON) {
        let name = mention.name;
        for end in mention.ends(ends) {
            let several = false;
            let full = full_names.entry(*end).or_insert(Full { name, several });
            if is_end(names.get(full.name), names.get(name)) {
                full.name = name;
            } else if !is_end(names.get(name), names.get(full.name)) {
                full.several = true;
            }
        }
    }
    full_names
}

/// For each first word of a full name, if it is alone elsewhere: the full name. `None` if there are
/// two.
fn forenames(
    names: &mut FoldedNames,
    found: &[Found],
    mentions: &[Mention],
    people: &HashMap<NameId, Full>,
) -> HashMap<NameId, Option<NameId>> {
    let people_of = || {
        let all = found.iter().zip(mentions);
        all.filter(|(entity, _)| entity.label == Label::PERSON)
    };
    let alone = people_of().filter(|(entity, _)| entity.tokens.len() == 1);
    let alone: HashSet<NameId> = alone.map(|(_, mention)| mention.name).collect();
    let mut full_names = HashMap::new();
    if alone.is_empty() {
        return full_names;
    }
    for (_, mention) in people_of().filter(|(entity, _)| entity.tokens.len() > 1) {
        let full = people.get(&mention.name).filter(|full| !full.several);
        let full = full.map_or(mention.name, |full| full.name);
        let first = names.of_beginning(full);
        if alone.contains(&first) {
            one(&mut full_names, first, full);
        }
    }
    full_names
}

/// For a name whose words stand in another order earlier in the text (`KONE Braman Oumar`, then
/// `Oumar Braman Koné`): the earlier name.
fn orders(
    names: &mut FoldedNames,
    found: &[Found],
    mentions: &[Mention],
) -> HashMap<NameId, NameId> {
    let mut firsts: HashMap<NameId, NameId> = HashMap::new();
    let mut orders = HashMap::new();
    let people = found.iter().zip(mentions);
    let people = people.filter(|(entity, _)| entity.label == Label::PERSON);
    for (_, mention) in people.filter(|(entity, _)| entity.tokens.len() > 1) {
        let name = mention.name;
        if orders.contains_key(&name) {
            continue;
        }
        let first = *firsts.entry(names.in_order(name)).or_insert(name);
        orders.insert(name, first);
    }
    orders
}

/// Whether a folded name ends with the words of another.
fn is_end(end: &str, name: &str) -> bool {
    let before = name.strip_suffix(end);
    before.is_some_and(|before| before.is_empty() || before.ends_with('-'))
}

/// For acronyms and for names without their head (`Wagner` of `groupe Wagner`): the long form in
/// the text. `None` if there are two. A long form beside brackets wins over one with the same
/// initials.
fn long_names(
    scan: &Scan<'_>,
    names: &mut FoldedNames,
    found: &[Found],
    mentions: &[Mention],
) -> HashMap<NameId, Option<NameId>> {
    let mut said = HashMap::new();
    let mut guessed = HashMap::new();
    let mentions = found.iter().zip(mentions);
    let mut before: Option<(&Found, &Mention)> = None;
    let explained = |label| matches!(label, Label::ORGANISATION | Label::MISC);
    for it in mentions.filter(|(entity, _)| explained(entity.label)) {
        let tokens = it.0.tokens.clone();
        if let Some(before) = before
            && tokens.start == before.0.tokens.end + 1
            && scan.text(before.0.tokens.end) == "("
        {
            for (long, short) in [(before, it), (it, before)] {
                if abbreviates_at(scan, short.0, long.0) {
                    one(&mut said, short.1.name, long.1.name);
                }
            }
        }
        before = Some(it);
        if tokens.len() < 2 {
            continue;
        }
        let long = it.1.name;
        let heads = scan
            .rules(tokens.start)
            .names
            .map(|names| names.small_heads);
        if heads.is_some_and(|heads| scan.is(tokens.start, heads)) {
            let bare = folded(scan, tokens.start + 1..tokens.end, names);
            one(&mut guessed, bare, long);
        }
        let large = tokens.clone().filter(|index| !scan.is_stop(*index));
        let large = initials(large.map(|index| scan.norm(index)));
        let all = initials(tokens.clone().map(|index| scan.norm(index)));
        for short in [&large, &all] {
            if short.chars().nth(1).is_some() {
                let short = names.of_words(std::iter::once(short.as_str()));
                one(&mut guessed, short, long);
            }
        }
    }
    guessed.extend(said);
    guessed
}

/// Records the long name of a short one.
fn one(names: &mut HashMap<NameId, Option<NameId>>, short: NameId, long: NameId) {
    if short == long {
        return;
    }
    let known = names.entry(short).or_insert(Some(long));
    if *known != Some(long) {
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
fn add_surnames(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut Vec<Found>) {
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
    // A town with the name of a person in the text is that person, where it does something.
    let place = |it: &Found| {
        let small = |at: usize| scan.is_word(at) && !scan.is_capitalised(at);
        // `note Moura`, `Moura note`
        let first = scan.sentence_of(it.tokens.start).start;
        let said = if it.tokens.start == first {
            small(it.tokens.end)
        } else {
            small(it.tokens.start - 1) && !scan.is_stop(it.tokens.start - 1)
        };
        let town = || {
            let place = gazetteer.place_at(scan, it.tokens.start, it.tokens.end);
            place.is_some_and(|place| gazetteer.kind(place) == Some(Kind::Town))
        };
        it.source == EntitySource::Gazetteer && said && town()
    };
    let tagged = |it: &&mut Found| {
        is_name(it) && (it.source == EntitySource::Tagger || it.tokens.len() == 1 && place(it))
    };
    for entity in found.iter_mut().filter(tagged) {
        let tokens = entity.tokens.clone();
        // `les Barnetts`
        let surname = |name: &str| {
            let family = name
                .strip_suffix('s')
                .filter(|_| entity.label == Label::ORGANISATION);
            surnames.contains(name) || family.is_some_and(|name| surnames.contains(name))
        };
        let surname = tokens.len() == 1 && surname(scan.bare(tokens.start));
        if surname || tokens.len() > 1 && names.contains_key(scan.text_of(tokens)) {
            entity.label = Label::PERSON;
            entity.id = None;
        }
    }
    let mut added = Vec::new();
    let mut taken = found.iter().map(|entity| entity.tokens.clone()).peekable();
    for sentence in scan.sentences() {
        let mut next = sentence.start;
        while let Some(at) = scan.first_capital(next..sentence.end) {
            next = at + 1;
            if !scan.is_word(at) || scan.is_small_elsewhere(at) {
                continue;
            }
            while taken.next_if(|range| range.end <= at).is_some() {}
            let free = !taken.peek().is_some_and(|range| range.contains(&at));
            if free && surnames.contains(scan.bare(at)) {
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
fn follow_cues(
    scan: &Scan<'_>,
    names: &mut FoldedNames,
    mentions: &[Mention],
    found: &mut [Found],
) {
    let cued: HashSet<NameId> = found
        .iter()
        .filter(|entity| entity.label == Label::MISC)
        .filter_map(|entity| {
            let Range { start, end } = entity.tokens;
            let rules = scan.rules(start).names?;
            let inside = start + 1 < end && scan.is(start, rules.misc_cues);
            let before = start.checked_sub(1);
            let before = before.is_some_and(|before| scan.is(before, rules.misc_cues));
            let bare = start + usize::from(inside)..end;
            (inside || before).then(|| folded(scan, bare, names))
        })
        .collect();
    if cued.is_empty() {
        return;
    }
    for (entity, mention) in found.iter_mut().zip(mentions) {
        let doubtful = entity.label == Label::LOCATION
            && !matches!(entity.source, EntitySource::Gazetteer | EntitySource::User);
        if doubtful && cued.contains(&mention.name) {
            entity.label = Label::MISC;
        }
    }
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
        within(&scan, &gazetteer, &mut FoldedNames::default(), &mut found);
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
        let ends = |name: &str| {
            let text = Text::new(Language::ENGLISH, name);
            let (scan, mut names, mut ends) = (text.scan(), FoldedNames::default(), Vec::new());
            mention(&scan, &tagged(&scan, name, PER), &mut names, &mut ends);
            let ends = ends.iter().map(|end| names.get(*end).to_owned());
            ends.collect::<Vec<_>>()
        };
        assert_eq!(
            ends("Ada King Lovelace"),
            ["ada-king-lovelace", "king-lovelace", "lovelace"]
        );
        assert_eq!(ends("Ada"), ["ada"]);
        let many = ends(&["Ada"; 100].join(" "));
        assert_eq!(many.len(), 1 + LONGEST_END);
        assert_eq!(many[1], ["ada"; LONGEST_END].join("-"));
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
        within(&scan, &gazetteer, &mut FoldedNames::default(), &mut found);
        let ids: Vec<_> = found.iter().map(|it| it.id.as_deref().unwrap()).collect();
        assert_eq!(ids, ["Q1", "Q1"]);
        // Not to what has another label.
        let mut own = found.remove(1);
        own.label = PER;
        let mut found = vec![tagged(&scan, "Zabbo", ORG), own];
        within(&scan, &gazetteer, &mut FoldedNames::default(), &mut found);
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
            let follow = |scan: &Scan<'_>, found: &mut [Found]| {
                let (mut names, mut ends) = (FoldedNames::default(), Vec::new());
                let mentions = found
                    .iter()
                    .map(|it| mention(scan, it, &mut names, &mut ends));
                let mentions: Vec<_> = mentions.collect();
                follow_cues(scan, &mut names, &mentions, found);
            };
            let mut found = [cued, place.clone()];
            follow(&scan, &mut found);
            assert_eq!(found[1].label, Label::MISC);
            // The gazetteer knows better.
            found[1] = Found {
                source: EntitySource::Gazetteer,
                ..place
            };
            follow(&scan, &mut found);
            assert_eq!(found[1].label, LOC);
        }
    }
}
