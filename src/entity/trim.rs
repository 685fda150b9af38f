//! Corrects the names that the tagger found: drops what is none, and cuts off what belongs to none.

use std::ops::Range;

use super::found::Found;
use super::gazetteer::{Gazetteer, Kind};
use super::scan::Scan;
use crate::document::{Label, TokenKind};
use crate::lang::list::List;
use crate::lang::{Mark, NameRules};
use crate::normalize::is_hyphen;

/// The most tokens of a well-known competition or prize.
const LONGEST_EVENT: usize = 8;
/// The most tokens of a well-known organisation that ends another.
const LONGEST_KNOWN: usize = 8;

/// Corrects the names of a text. `tagged` is in the order of the text, before and after.
pub(super) fn trim(scan: &Scan<'_>, gazetteer: &Gazetteer, tagged: &mut Vec<Found>) {
    let rules = |name: &Found| scan.rules(name.tokens.start).names;
    for name in tagged.iter_mut() {
        let Some(rules) = rules(name) else {
            continue;
        };
        let sentence = scan.sentence_of(name.tokens.start);
        extend(scan, rules, &sentence, name);
        trim_start(scan, rules, name);
        trim_end(scan, rules, name);
        leave_office(scan, rules, gazetteer, name);
        if fills_quotation(scan, rules, name) {
            name.label = Label::MISC;
        } else if is_town(scan, rules, name)
            || is_road(scan, rules, &sentence, name)
            || is_called_place(scan, rules, &sentence, name)
        {
            name.label = Label::LOCATION;
        }
    }
    tagged.dedup_by(|rest, name| rules(name).is_some() && joins_initial(scan, name, rest));
    tagged.retain(|name| rules(name).is_none_or(|rules| is_name(scan, rules, gazetteer, name)));
    let named = tagged.iter_mut().filter(|name| rules(name).is_some());
    trim_titles(scan, named);
}

/// Adds what the tagger left out of a name: the end of a well-known one (`prix Nobel de la paix`),
/// of the portfolio of a ministry (`ministère des Affaires étrangères`), the number of a ruler
/// (`Otton Ier`), the adjectives of a prize, the first initials of a person, the article of a town (`La Rochelle`).
fn extend(scan: &Scan<'_>, rules: &NameRules, sentence: &Range<usize>, name: &mut Found) {
    let start = name.tokens.start;
    let (first, end) = (sentence.start, sentence.end);
    match name.label {
        Label::PERSON => {
            let initial =
                |at: &usize| is_initial(scan, *at) && at + 1 < end && is_beside(scan, at + 1);
            name.tokens.start -= (first..start).rev().take_while(initial).count();
            let number = |at: usize| {
                let roman =
                    !scan.text(at).is_empty() && scan.text(at).chars().all(|c| "IVX".contains(c));
                at < end && roman && is_beside(scan, at)
            };
            name.tokens.end += usize::from(number(name.tokens.end));
        }
        Label::LOCATION => {
            let article = |at: usize| {
                at > first
                    && scan.is_word(at - 1)
                    && scan.is(at, rules.portfolio_articles)
                    && !scan.is(at, rules.portfolio_prepositions)
                    && scan.is_capitalised(at)
                    && is_beside(scan, at + 1)
            };
            name.tokens.start -= usize::from(start.checked_sub(1).is_some_and(article));
        }
        Label::MISC => {
            let ends = (name.tokens.end + 1..=end.min(start + LONGEST_EVENT)).rev();
            let mut known = ends.filter(|end| rules.events.holds(scan.text_of(start..*end)));
            name.tokens.end = known.next().unwrap_or(name.tokens.end);
            // `Prix Femina étranger`
            let small = |at: &usize| {
                *at < end
                    && is_beside(scan, *at)
                    && !scan.is_capitalised(*at)
                    && scan.is(*at, rules.organisation_adjectives)
            };
            if scan.is_capitalised(start) && scan.is(start, rules.misc_cues) {
                name.tokens.end += (name.tokens.end..).take(2).take_while(small).count();
            }
        }
        Label::ORGANISATION if scan.is(start, rules.ministries) => {
            let adjective = |at: &usize| {
                *at < end
                    && (scan.is(*at, rules.organisation_adjectives)
                        || scan.is(*at, rules.portfolios) && !scan.is_stop(*at))
            };
            name.tokens.end += (name.tokens.end..).take(3).take_while(adjective).count();
            // `, de la Sécurité publique et de l’Administration du territoire`
            while let Some(noun) = further_portfolio(scan, rules, name.tokens.end, end) {
                let adjectives = (noun + 1..).take(3).take_while(adjective).count();
                name.tokens.end = noun + 1 + adjectives;
            }
        }
        Label::ORGANISATION => {
            // `Force unifiée de l’Alliance des États` + `du Sahel`
            let tied = |at: &usize| scan.is(*at - 1, rules.portfolio_articles);
            let mut heads = (start + 2..name.tokens.end)
                .filter(|at| scan.is(*at, rules.organisation_heads))
                .filter(tied);
            let whole = |head: usize| {
                let mut ends = (name.tokens.end + 1..=end.min(head + LONGEST_KNOWN)).rev();
                ends.find(|end| rules.organisations.holds(scan.text_of(head..*end)))
            };
            name.tokens.end = heads.next_back().and_then(whole).unwrap_or(name.tokens.end);
        }
        _ => {}
    }
}

/// The token behind at most two articles.
pub(super) fn behind_articles(scan: &Scan<'_>, rules: &NameRules, at: usize) -> usize {
    let articles = (at..at + 2).take_while(|at| scan.is(*at, rules.portfolio_articles));
    at + articles.count()
}

/// The noun of a further portfolio of a ministry: the `Administration` of `et de l’Administration`, the
/// `territoire` behind it. `end` is the end of the sentence.
fn further_portfolio(scan: &Scan<'_>, rules: &NameRules, at: usize, end: usize) -> Option<usize> {
    let comma = scan.text(at) == ",";
    let of = at + usize::from(comma || scan.is(at, rules.conjunctions));
    let noun = behind_articles(scan, rules, of);
    let tied = scan.is(of, rules.portfolio_prepositions) && noun > of && noun < end;
    (tied && scan.is(noun, rules.portfolios)).then_some(noun)
}

/// Whether a token is an initial and no title: `J.`, but not `M.`.
fn is_initial(scan: &Scan<'_>, at: usize) -> bool {
    let text = scan.text(at);
    let letter = text
        .strip_suffix('.')
        .is_some_and(|it| it.chars().count() == 1);
    let title = &scan.rules(at).words.title_abbreviations;
    letter && scan.is_capitalised(at) && !title.holds(scan.norm(at).trim_end_matches('.'))
}

/// Whether at most a space stands before a token.
fn is_beside(scan: &Scan<'_>, at: usize) -> bool {
    matches!(scan.gap(at), " " | "\u{a0}" | "\u{202f}" | "")
}

/// Joins a given name with the surname behind an initial, if the initial was taken for a title:
/// `Richard M. Daley`.
fn joins_initial(scan: &Scan<'_>, name: &mut Found, rest: &Found) -> bool {
    let (at, given) = (name.tokens.end, name.tokens.start);
    let joins = name.label == Label::PERSON
        && rest.label == Label::PERSON
        && rest.tokens.start == at + 1
        && scan
            .text(at)
            .strip_suffix('.')
            .is_some_and(|it| it.chars().count() == 1)
        && name.tokens.len() == 1
        && scan.has(given, Mark::GivenName)
        && scan.sentence_of(given).contains(&rest.tokens.start);
    if joins {
        name.tokens.end = rest.tokens.end;
    }
    joins
}

/// Removes what stands before a name: marks, articles, nationalities (`Camerounais Eto’o`), nouns
/// that say what it is (`société minière canadienne Semafo`, `ouragan Katrina`).
fn trim_start(scan: &Scan<'_>, rules: &NameRules, name: &mut Found) {
    let person = name.label == Label::PERSON;
    let is_known = |name: &Found| rules.organisations.holds(scan.text_of(name.tokens.clone()));
    while name.tokens.len() > 1 {
        let at = name.tokens.start;
        let small = scan.is_word(at) && !scan.is_capitalised(at);
        let mark = scan.kind(at) == TokenKind::Punctuation;
        // `La Fonderie de Bretagne` at the beginning of a sentence
        let begins = name.label == Label::ORGANISATION
            && scan.is_stop(at)
            && scan.is(at + 1, rules.organisation_heads)
            && !is_known(name);
        let article = begins || small && !person && scan.is(at, rules.links);
        let word = person
            && small
            && !scan.text(at).contains(char::is_uppercase)
            && !scan.is(at, rules.particles)
            && !scan.is(at, rules.links);
        // `front de mer de Luanda`
        let part = name.label == Label::LOCATION
            && small
            && scan.is(at, rules.tied_place_heads)
            && at
                .checked_sub(1)
                .is_some_and(|it| scan.is(it, rules.bare_prepositions));
        if !(mark || article || word || part || is_foreign_to(scan, rules, name)) {
            break;
        }
        name.tokens.start += 1;
        if !(mark || article || word || part || is_known(name)) {
            name.label = Label::PERSON;
        }
    }
    let at = name.tokens.start;
    let own = match name.label {
        Label::ORGANISATION => rules.organisation_cues,
        Label::MISC => rules.naming_cues,
        _ => return,
    };
    // `cabinet de conseil Zabbo`
    let tied = at
        .checked_sub(1)
        .is_some_and(|it| scan.is(it, rules.bare_prepositions));
    let cue = scan.is(at, own) || tied && scan.is(at, rules.organisation_heads);
    if scan.is_capitalised(at) || !cue {
        return;
    }
    let adjective = |index: &usize| {
        scan.is_word(*index) && !scan.is_capitalised(*index) && !scan.is_stop(*index)
    };
    // `société d’État nigérienne Sopamin`
    let state = scan.is(at + 1, rules.bare_prepositions) && scan.is(at + 2, rules.never_names);
    let first = at + 1 + if state { 2 } else { 0 };
    let behind = |from: usize| (from..name.tokens.end).take_while(adjective).count();
    let mut next = first + behind(first);
    // `société française d’intelligence artificielle Zabbo`
    if next > first && scan.is(next, rules.bare_prepositions) {
        next += 1 + behind(next + 1);
    }
    let belongs = next == at + 1 && !tied && scan.is(at, rules.organisation_heads)
        || scan.is(at, rules.small_heads);
    if !belongs && next < name.tokens.end && scan.is_capitalised(next) {
        name.tokens.start = next;
    }
}

/// Whether a name begins with the nationality of a person or a club behind it.
fn is_foreign_to(scan: &Scan<'_>, rules: &NameRules, name: &Found) -> bool {
    let at = name.tokens.start;
    if !scan.is(at, rules.demonyms) || !scan.is_capitalised(at + 1) || scan.has(at, Mark::GivenName)
    {
        return false;
    }
    let before = at.checked_sub(1);
    let led = before.is_some_and(|it| scan.is_stop(it));
    name.label == Label::PERSON || led && scan.is_capitalised(at) && name.label != Label::MISC
}

/// Removes what stands behind a name: marks, articles and prepositions, the score of a match, and the nationality of a
/// body that is named by one noun or an acronym (`Sénat français`, `NHS britannique`).
fn trim_end(scan: &Scan<'_>, rules: &NameRules, name: &mut Found) {
    while name.tokens.len() > 1 {
        let last = name.tokens.end - 1;
        let small = scan.is_word(last) && !scan.is_capitalised(last);
        let open = |mark: &str| name.tokens.clone().any(|at| scan.text(at) == mark);
        let mark = match scan.norm(last) {
            "," | ":" | ";" | "-" | "–" | "—" | "«" | "“" | "(" | "[" | "/" | "|" | "…" => {
                true
            }
            ")" => !open("("),
            "]" => !open("["),
            "»" => !open("«"),
            "”" => !open("“"),
            _ => false,
        };
        // `Stade toulousain au`, where `micro` was cut off
        let short = || scan.is_stop(last) && scan.norm(last).len() <= 2;
        let link =
            small && (scan.is(last, rules.links) || scan.is(last, rules.particles) || short());
        // `Guinée 3-0`
        let place = name.label == Label::LOCATION;
        let number = scan.kind(last) == TokenKind::Number;
        let score = place && number && scan.norm(last).contains('-');
        // `le Rassemblement national de 142`
        let count = name.label == Label::ORGANISATION
            && number
            && scan.is(last - 1, rules.bare_prepositions);
        // `Premier League anglaise`
        let league = name.label == Label::MISC
            && small
            && scan.is(last, rules.demonyms)
            && rules.events.holds(scan.text_of(name.tokens.start..last));
        if !(mark || link || score || count || league) {
            break;
        }
        name.tokens.end = last;
    }
    if name.label == Label::ORGANISATION
        && name.tokens.len() == 2
        && scan.is_capitalised(name.tokens.start)
        && (scan.is(name.tokens.start, rules.state_heads) || scan.is_upper(name.tokens.start))
        && rules.country(scan.norm(name.tokens.start + 1)).is_some()
    {
        name.tokens.end -= 1;
    }
}

/// Whether a name has the form of a town's: `Plaisance-du-Touch`, `L’Isle-en-Dodon`.
fn is_town(scan: &Scan<'_>, rules: &NameRules, name: &Found) -> bool {
    let last = name.tokens.end.saturating_sub(1);
    let mut articles = name.tokens.start..last;
    if name.label != Label::ORGANISATION
        || !articles.all(|at| scan.is(at, rules.portfolio_articles))
    {
        return false;
    }
    let mut parts = scan.text(last).split(is_hyphen);
    let capital = |part: &str| part.starts_with(char::is_uppercase);
    let first = parts.next().is_some_and(capital);
    let (mut links, mut end) = (0, false);
    for part in parts {
        end = capital(part);
        links += usize::from(rules.town_links.holds(part));
        if !end && !rules.town_links.holds(part) {
            return false;
        }
    }
    first && end && links > 0
}

/// Whether a name is a letter and a number behind an article, as a road: `la N124`. `l’A320` is none,
/// which the tagger knows for a product.
fn is_road(scan: &Scan<'_>, rules: &NameRules, sentence: &Range<usize>, name: &Found) -> bool {
    let at = name.tokens.start;
    let text = scan.text(at);
    let digits = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = text.strip_suffix(digits).unwrap_or_default();
    let article = (at > sentence.start).then(|| at - 1);
    name.label != Label::MISC
        && name.tokens.len() == 1
        && (1..=4).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && rules.road_letters.holds(letters)
        && article.is_some_and(|it| scan.is(it, rules.road_articles))
}

/// Whether the noun before a name says that it is a place (`lieu-dit Le Mainbier`), or its form does
/// (`Outre-Gothard`).
fn is_called_place(
    scan: &Scan<'_>,
    rules: &NameRules,
    sentence: &Range<usize>,
    name: &Found,
) -> bool {
    let at = name.tokens.start;
    // The token before a sentence may be in another language.
    let called = at > sentence.start
        && scan.is(at - 1, rules.called_places)
        && !scan.is_capitalised(at - 1)
        && is_beside(scan, at);
    let beyond = |form: &&str| {
        let rest = scan.norm(at).strip_prefix(*form);
        rest.is_some_and(|rest| !scan.text(at).ends_with(rest))
    };
    called || name.tokens.len() == 1 && rules.beyond.iter().any(beyond)
}

/// The most words of an office before a name in it.
const LONGEST_OFFICE: usize = 16;

/// Whether a token stands in the portfolio of an office: `Ministre de l’Énergie, des Mines et des …`.
fn is_behind_office(scan: &Scan<'_>, rules: &NameRules, at: usize) -> bool {
    let first = scan.sentence_of(at).start;
    let between = |at: &usize| {
        let lists = [
            rules.portfolios,
            rules.portfolio_prepositions,
            rules.portfolio_articles,
            rules.portfolio_joiners,
            rules.organisation_adjectives,
            rules.title_adjectives,
        ];
        scan.text(*at) == "," || lists.iter().any(|list| scan.is(*at, *list))
    };
    let before = (first..at).rev().take(LONGEST_OFFICE);
    let office = at.checked_sub(1 + before.take_while(between).count());
    let tied = scan.is(at.saturating_sub(1), rules.portfolio_prepositions)
        || scan.is(at.saturating_sub(2), rules.portfolio_prepositions);
    tied && office.is_some_and(|office| office >= first && scan.is(office, rules.offices))
}

/// Leaves the office outside the town that it is of: `procureur de la République de Toulouse`.
fn leave_office(scan: &Scan<'_>, rules: &NameRules, gazetteer: &Gazetteer, name: &mut Found) {
    let (start, town) = (name.tokens.start, name.tokens.start + 2);
    let tied = matches!(name.label, Label::LOCATION | Label::ORGANISATION)
        && town < name.tokens.end
        && scan.is(start, rules.portfolios)
        && scan.is(town - 1, rules.bare_prepositions)
        && is_behind_office(scan, rules, start);
    if !tied {
        return;
    }
    let place = gazetteer.place_at(scan, town, name.tokens.end);
    let kind = place.and_then(|place| gazetteer.kind(place));
    if matches!(kind, Some(Kind::Town | Kind::Capital)) {
        name.tokens.start = town;
        name.label = Label::LOCATION;
    }
}

/// Whether a name is all that stands between quotation marks, so that it is mostly a work: `la suite
/// d’« Hamlet »`. A noun before the marks or its first word may say that it is a body (`parti « Zabbo »`,
/// `l’« Union africaine »`), and a name beside them that it is a nickname (`Joseph « Jeff » Zabbo`).
fn fills_quotation(scan: &Scan<'_>, rules: &NameRules, name: &Found) -> bool {
    let Some(open) = name.tokens.start.checked_sub(1) else {
        return false;
    };
    let close = match scan.text(open) {
        "«" => "»",
        "“" => "”",
        "\"" => "\"",
        _ => return false,
    };
    let end = name.tokens.end;
    let sentence = scan.sentence_of(name.tokens.start);
    let alone = scan.text(end) == close && sentence.start < open && end + 1 < sentence.end;
    let body = |at: usize| {
        scan.is(at, rules.organisation_heads)
            || scan.is(at, rules.organisation_cues)
            || scan.is(at, rules.small_heads)
    };
    let known = || rules.organisations.holds(scan.text_of(name.tokens.clone()));
    alone
        && !scan.is_capitalised(open - 1)
        && !scan.is_capitalised(end + 1)
        && !body(open - 1)
        && !body(name.tokens.start)
        && !known()
}

/// Whether something is a name and no common noun (`État`, `Covid`, `État guinéen`), nationality
/// of a person (`le Camerounais Manu Dibango`), opponent (`anti-Erdogan`), initial or particle.
fn is_name(scan: &Scan<'_>, rules: &NameRules, gazetteer: &Gazetteer, it: &Found) -> bool {
    let capitals = || it.tokens.clone().filter(|at| scan.is_capitalised(*at));
    let all = |list: List| capitals().next().is_some() && capitals().all(|at| scan.is(at, list));
    let first = it.tokens.start;
    let alone = it.tokens.len() == 1;
    // `vaccin Moderna Covid` is dropped too.
    let last = it.tokens.end.saturating_sub(1);
    let illness = it.label != Label::MISC && scan.is(last, rules.illnesses) || all(rules.illnesses);
    let person = it.label == Label::PERSON && alone && !scan.has(first, Mark::GivenName);
    let abbreviation = &scan.rules(first).words.title_abbreviations;
    let title = person && abbreviation.holds(scan.norm(first).trim_end_matches('.'));
    // `Énergie et des Mines`
    let portfolio = match it.label {
        Label::ORGANISATION => {
            let listed = |at: usize| scan.is(at, rules.portfolios) || scan.is(at, rules.demonyms);
            scan.is(first, rules.portfolios) && capitals().all(listed)
        }
        // `Ministre des Mines et des Carrières`
        Label::LOCATION => alone && all(rules.portfolios) && is_behind_office(scan, rules, first),
        _ => false,
    };
    // `Ministre des Affaires étrangères et de la Coopération`, `Chef suprême des Forces armées`
    let office = || {
        let adjectives =
            (first + 1..it.tokens.end).take_while(|at| scan.is(*at, rules.organisation_adjectives));
        let of = first + 1 + adjectives.count();
        let whose = || {
            let noun = behind_articles(scan, rules, of + 1);
            scan.is(noun, rules.portfolios) || scan.is(noun, rules.qualified_heads)
        };
        scan.is(first, rules.offices)
            && !scan.is(first, rules.organisation_heads)
            && of < it.tokens.end
            && scan.is(of, rules.portfolio_prepositions)
            && whose()
    };
    let office = matches!(it.label, Label::ORGANISATION | Label::LOCATION) && office();
    let common = title
        || portfolio
        || (it.label == Label::ORGANISATION || person) && all(rules.never_names)
        || person && scan.is(first, rules.organisation_heads);
    // `la Corse` and `la Lorraine` are places all the same.
    let is_place = || gazetteer.place_at(scan, first, first + 1).is_some();
    let demonym =
        alone && it.label != Label::PERSON && scan.is(first, rules.demonyms) && !is_place();
    let people = it.label == Label::ORGANISATION && !alone && all(rules.demonyms) && {
        !scan.is_capitalised(first) && !scan.is(first, rules.small_heads)
    };
    // `« La guerre en Ukraine va durer »` is a sentence.
    let quoted =
        |at: Option<usize>, marks: &[&str]| at.is_some_and(|at| marks.contains(&scan.text(at)));
    let sentence = it.label == Label::MISC
        && scan.is_stop(first)
        && scan.is_capitalised(first)
        && !scan.is_capitalised(first + 1)
        && quoted(first.checked_sub(1), &["«", "“", "\""])
        && !quoted(Some(it.tokens.end), &["»", "”", "\"", ",", ":", "("]);
    let part = scan.norm(first).split_once('-');
    let sided = alone && part.is_some_and(|(part, _)| rules.sides.holds(part));
    // `R.`, and the `F` of `groupe F`
    let behind = first + usize::from(!alone && scan.is(first, rules.small_heads));
    let text = scan.text_of(behind..it.tokens.end);
    let letters = || text.chars().filter(|c| c.is_alphanumeric());
    let initial = letters().count() == 1
        && letters().all(char::is_alphabetic)
        && !(alone && it.label == Label::ORGANISATION);
    let particles =
        it.label == Label::PERSON && it.tokens.clone().all(|at| scan.is(at, rules.links));
    !(common
        || office
        || illness
        || demonym
        || people
        || sided
        || sentence
        || initial
        || particles
        || scan.passes_on(first))
}

/// Removes titles from names: `Pr Swai`.
fn trim_titles<'a>(scan: &Scan<'_>, tagged: impl Iterator<Item = &'a mut Found>) {
    let people = tagged.filter(|it| it.label == Label::PERSON);
    for person in people.filter(|it| it.tokens.len() > 1) {
        let first = person.tokens.start;
        let title = scan.is_abbreviated_title(first) || scan.has(first, Mark::UserTitle);
        person.tokens.start += usize::from(title);
    }
}

#[cfg(feature = "fr")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use crate::entity::part::part;
    use crate::entity::testing::{Text, gazetteer, shown, tagged};

    const PER: Label = Label::PERSON;
    const LOC: Label = Label::LOCATION;
    const ORG: Label = Label::ORGANISATION;
    const MISC: Label = Label::MISC;

    /// What is left of a name of the tagger.
    fn left(text: &str, phrase: &str, label: Label) -> Vec<String> {
        let text = Text::new(Language::FRENCH, text);
        let (scan, gazetteer) = (text.scan(), gazetteer());
        let mut names = vec![tagged(&scan, phrase, label)];
        part(&scan, &gazetteer, &mut names);
        trim(&scan, &gazetteer, &mut names);
        shown(&scan, &names)
    }

    #[test]
    fn common_nouns_are_dropped() {
        assert!(left("Pour l’État il faut", "État", ORG).is_empty());
        assert!(left("Pour l'État il faut", "État", ORG).is_empty());
        assert!(left("Le Camerounais parle", "Camerounais", LOC).is_empty());
        assert!(left("Un anti-Erdogan parle", "anti-Erdogan", PER).is_empty());
        assert!(left("RT @afp : voici", "RT", ORG).is_empty());
        assert!(left("Si Dieu le veut", "Dieu", PER).is_empty());
        assert!(left("Q. : Pourquoi ? R. : Parce que", "R.", PER).is_empty());
        assert!(left("RUE DE LA PAIX", "DE LA", PER).is_empty());
        assert!(left("Énergie et des Mines", "Énergie et des Mines", ORG).is_empty());
        assert!(left("le gouvernement Français dit", "gouvernement Français", ORG).is_empty());
        assert_eq!(left("La Corse parle", "Corse", LOC), ["LOC Corse"]);
    }

    #[test]
    fn a_title_stays_outside() {
        let text = "On y a vu Pr Zabbo hier";
        assert_eq!(left(text, "Pr Zabbo", PER), ["PER Zabbo"]);
        assert_eq!(left(text, "Pr Zabbo", LOC), ["LOC Pr Zabbo"]);
        // Alone it is no name.
        assert!(left(text, "Pr", PER).is_empty());
    }

    #[test]
    fn a_name_that_fills_a_quotation_is_a_work() {
        let text = "La suite de « Zabbo » est là";
        assert_eq!(left(text, "Zabbo", ORG), ["MISC Zabbo"]);
        // Not a body, a nickname, or a part of what is said.
        assert_eq!(
            left("Le parti « Zabbo » est là", "Zabbo", ORG),
            ["ORG Zabbo"]
        );
        assert_eq!(
            left("Jean « Zabbo » Dupont est là", "Zabbo", PER),
            ["PER Zabbo"]
        );
        assert_eq!(
            left("Il dit « Zabbo est là » hier", "Zabbo", PER),
            ["PER Zabbo"]
        );
    }

    #[test]
    fn what_the_tagger_left_out_is_added() {
        assert_eq!(
            left("Le roi Zabbo IV est là", "Zabbo", PER),
            ["PER Zabbo IV"]
        );
        assert_eq!(
            left("Hier J. P. Zabbo est là", "Zabbo", PER),
            ["PER J. P. Zabbo"]
        );
        assert_eq!(left("Hier M. Zabbo est là", "Zabbo", PER), ["PER Zabbo"]);
        assert_eq!(
            left("Il va à La Zabbo demain", "Zabbo", LOC),
            ["LOC La Zabbo"]
        );
        assert_eq!(left("La Zabbo est là", "Zabbo", LOC), ["LOC Zabbo"]);
        assert_eq!(left("CENTRE DE Zabbo", "Zabbo", LOC), ["LOC Zabbo"]);
    }

    #[test]
    fn edges_belong_to_no_name() {
        for [text, name] in [
            ["Le Camerounais Eto’o joue", "Eto’o"],
            ["Le Camerounais Eto'o joue", "Eto'o"],
        ] {
            let phrase = text.trim_start_matches("Le ").trim_end_matches(" joue");
            assert_eq!(left(text, phrase, PER), [format!("PER {name}")]);
            assert_eq!(left(text, phrase, LOC), [format!("PER {name}")]);
        }
        let text = "la société minière canadienne Semafo dit";
        let phrase = "société minière canadienne Semafo";
        assert_eq!(left(text, phrase, ORG), ["ORG Semafo"]);
        assert_eq!(
            left("un ouragan Katrina", "ouragan Katrina", MISC),
            ["MISC Katrina"]
        );
        assert_eq!(left("la Zabbo de la", "Zabbo de la", ORG), ["ORG Zabbo"]);
        assert_eq!(left("à Zabbo, dit", "Zabbo,", LOC), ["LOC Zabbo"]);
        assert_eq!(
            left("Le Sénat français dit", "Sénat français", ORG),
            ["ORG Sénat"]
        );
        assert_eq!(
            left("Le NHS britannique dit", "NHS britannique", ORG),
            ["ORG NHS"]
        );
        assert_eq!(
            left("un cabinet de conseil Zabbo", "conseil Zabbo", ORG),
            ["ORG Zabbo"]
        );
        assert_eq!(
            left("face à la Guinée 3-0", "Guinée 3-0", LOC),
            ["LOC Guinée"]
        );
        assert_eq!(
            left("Le Prix Zabbo étranger va à", "Prix Zabbo", MISC),
            ["MISC Prix Zabbo étranger"]
        );
        assert_eq!(left("le Yahoo! dit", "Yahoo!", ORG), ["ORG Yahoo!"]);
    }

    #[test]
    fn two_people_of_two_names_are_parted() {
        let parted = |text: &str| left(text, text, PER);
        let two = ["PER Assimi Goïta", "PER Choguel Maïga"];
        for text in [
            "Assimi Goïta limoge Choguel Maïga",
            "Assimi Goïta et Choguel Maïga",
        ] {
            assert_eq!(parted(text), two);
        }
        // Of one name each they might be one: `Assimi limoge Choguel Maïga`.
        assert_eq!(parted("Assimi limoge Choguel Maïga").len(), 1);
        assert_eq!(parted("Charles de la Tour").len(), 1);
    }
}
