//! The bodies of a state: `armée nigérienne` and `armée du Niger` are the same.

use std::ops::Range;

use super::gazetteer::Gazetteer;
use super::scan::Scan;
use crate::lang::NameRules;

/// The common name of a body, such as `armee-niger`. The text must say its head noun and its
/// country: by a demonym, or by the country at the end.
pub(super) fn name(scan: &Scan<'_>, gazetteer: &Gazetteer, tokens: Range<usize>) -> Option<String> {
    let rules = scan.rules(tokens.start).names?;
    let state = scan.is(tokens.start, rules.state_heads);
    if !state && !scan.is(tokens.start, rules.qualified_heads) {
        return None;
    }
    let (body, country) = by_demonym(scan, rules, tokens.clone())
        .or_else(|| by_country(scan, rules, gazetteer, tokens))?;
    // `banque française` is not `Banque de France`. But a state has only one `banque centrale`.
    let adjective = |index: &usize| scan.is(*index, rules.organisation_adjectives);
    let one = state || body.iter().any(adjective);
    one.then(|| {
        let words: Vec<_> = body.iter().map(|index| scan.norm(*index)).collect();
        format!("{} {country}", words.join(" "))
    })
}

/// The tokens of a body without the demonym, and the country of the demonym.
fn by_demonym<'a>(
    scan: &Scan<'_>,
    rules: &NameRules,
    tokens: Range<usize>,
) -> Option<(Vec<usize>, &'a str)> {
    let mut behind = tokens.clone().skip(1);
    let (at, country) = behind.find_map(|at| Some((at, rules.country(scan.norm(at))?)))?;
    Some((tokens.filter(|index| *index != at).collect(), country))
}

/// The tokens of a body up to its country and the words that lead to it, and the country.
fn by_country<'a>(
    scan: &Scan<'_>,
    rules: &NameRules,
    gazetteer: &'a Gazetteer,
    tokens: Range<usize>,
) -> Option<(Vec<usize>, &'a str)> {
    let is_link = |index: &usize| {
        scan.is(*index, rules.portfolio_articles) || scan.is(*index, rules.portfolio_prepositions)
    };
    let (start, place) = (tokens.start + 1..tokens.end)
        .filter(|index| scan.is_capitalised(*index) && is_link(&(index - 1)))
        .find_map(|index| {
            let place = gazetteer.place_at(scan, index, tokens.end)?;
            (index + place.tokens == tokens.end).then_some((index, place))
        })?;
    let country = gazetteer.name(place.canonical);
    let links = (tokens.start + 1..start).rev().take_while(is_link).count();
    let told = rules
        .nationalities
        .iter()
        .any(|(_, known)| *known == country);
    told.then(|| ((tokens.start..start - links).collect(), country))
}
