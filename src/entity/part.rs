//! Parts names that the tagger ran together: `BBC | Fergal Keane`, `Liga depuis Flamengo`,
//! `FIFA Fatma Samoura`.

use std::ops::Range;

use super::found::Found;
use super::gazetteer::{Gazetteer, Kind, Place};
use super::scan::Scan;
use super::trim::behind_articles;
use crate::document::Label;
use crate::lang::list::List;
use crate::lang::{Mark, NameRules};

/// The most tokens of a well-known name that is looked for at the beginning of another.
const LONGEST_KNOWN: usize = 8;

/// Parts the names of a text. `tagged` is in the order of the text, before and after.
pub(super) fn part(scan: &Scan<'_>, gazetteer: &Gazetteer, tagged: &mut Vec<Found>) {
    let whole = tagged.len();
    for index in 0..whole {
        let Some(name) = tagged.get(index) else {
            break;
        };
        let Some(rules) = scan.rules(name.tokens.start).names else {
            continue;
        };
        let parter = Parter {
            scan,
            gazetteer,
            rules,
        };
        if name.tokens.len() < 2 || parter.is_whole(name) {
            continue;
        }
        let name = name.clone();
        let mut pieces = parter.pieces(&name).into_iter();
        if let (Some(name), Some(first)) = (tagged.get_mut(index), pieces.next()) {
            *name = first;
        }
        tagged.extend(pieces);
    }
    if tagged.len() > whole {
        tagged.sort_by_key(|name| name.tokens.start);
    }
}

/// What a token that parts two names tells of the one behind it.
enum Cut {
    /// It has the label of the whole.
    Same,
    /// It is a name only if something is known of it.
    Known,
}

struct Parter<'a> {
    scan: &'a Scan<'a>,
    gazetteer: &'a Gazetteer,
    rules: &'static NameRules,
}

impl Parter<'_> {
    /// Whether a name is only one.
    fn is_whole(&self, name: &Found) -> bool {
        let Range { start, end } = name.tokens;
        let stands = |at| !self.scan.gap(at).contains('\n') && self.cut(at, name, start).is_none();
        (start + 1..end).all(stands) && self.first_end(name.label, start..end) == end
    }

    /// The names that a name consists of. What stands behind a word and is not known is none.
    fn pieces(&self, name: &Found) -> Vec<Found> {
        let Range { start, end } = name.tokens;
        let mut pieces = Vec::new();
        let (mut from, mut label) = (start, Some(name.label));
        for at in start + 1..=end {
            let broken = self.scan.gap(at).contains('\n');
            let cut = if at < end {
                self.cut(at, name, from)
            } else {
                None
            };
            if at < end && !broken && cut.is_none() {
                continue;
            }
            if from < at {
                self.add(from..at, label, name, &mut pieces);
            }
            (from, label) = match cut {
                Some(Cut::Known) => (at + 1, None),
                Some(Cut::Same) => (at + 1, Some(name.label)),
                None => (at, Some(name.label)),
            };
        }
        pieces
    }

    /// Adds a piece, or the two that it consists of. `label` is the label of what nothing is known
    /// of.
    fn add(
        &self,
        tokens: Range<usize>,
        label: Option<Label>,
        name: &Found,
        pieces: &mut Vec<Found>,
    ) {
        let end = self.first_end(name.label, tokens.clone());
        let two = end < tokens.end;
        let changed = two || tokens != name.tokens && (label.is_none() || tokens.len() == 1);
        let known = changed.then(|| self.label(tokens.start..end)).flatten();
        pieces.extend(known.or(label).map(|label| Found {
            label,
            tokens: tokens.start..end,
            ..name.clone()
        }));
        if two {
            let country = self.is_country(end, tokens.end);
            pieces.push(Found {
                label: if country {
                    Label::LOCATION
                } else {
                    Label::PERSON
                },
                tokens: end..tokens.end,
                ..name.clone()
            });
        }
    }

    /// How the token at `at` parts the names around it, if it does. `from` is the beginning of the
    /// one before it.
    fn cut(&self, at: usize, name: &Found, from: usize) -> Option<Cut> {
        let work = name.label == Label::MISC;
        if !self.scan.is_word(at) {
            let spaced = || !self.scan.gap(at).is_empty() && !self.scan.gap(at + 1).is_empty();
            let person = name.label == Label::PERSON;
            let place = name.label == Label::LOCATION;
            let event = work && self.is_event(from..at);
            let parts = match self.scan.norm(at) {
                "|" | "•" | "·" => spaced(),
                ":" => person || event,
                "," => event,
                // `Zimbabwe - Zambie`, `CAN 2019 - Sadio Mané`
                "-" | "–" | "—" | "/" | "=" => (person || place || event) && spaced(),
                _ => false,
            };
            return parts.then_some(Cut::Same);
        }
        // `Conseil Régional M. Mohamed Anako`
        let body = matches!(name.label, Label::ORGANISATION | Label::LOCATION);
        if body && self.scan.is_abbreviated_title(at) {
            return Some(Cut::Known);
        }
        if self.scan.is_capitalised(at) {
            return None;
        }
        let before = name.tokens.start.checked_sub(1);
        let quoted = before.is_some_and(|it| matches!(self.scan.text(it), "«" | "“" | "\"" | "‘"));
        // A work may be called `Vingt mille lieues sous les mers`.
        let outside = self.scan.is(at, self.rules.outside_names)
            && !quoted
            && (!work || self.is_event(from..at));
        let joins = self.scan.is(at, self.rules.conjunctions)
            || self.scan.is(at, self.rules.place_prepositions)
            || self.scan.is_stop(at) && !self.scan.is(at, self.rules.links);
        // `Premier League et d’Europe`, `Tottenham et Norwich`, `Union européenne pour le Sahel`
        let known = || {
            self.is_event(from..at)
                || behind_articles(self.scan, self.rules, at + 1) + 1 == name.tokens.end
                    && self.known(from..at, self.rules.organisations)
        };
        // `Jessie James de BBC News`
        let of_medium = name.label == Label::PERSON
            && self.scan.is(at, self.rules.bare_prepositions)
            && self.known(at + 1..name.tokens.end, self.rules.organisations);
        let verb = || !self.scan.is_stop(at) && !self.scan.is(at, self.rules.particles);
        // `Assimi Goïta limoge Choguel Maïga`, `Pedro Sánchez y María Montero`, but not `José Ortega y
        // Gasset`, who is one.
        let two_people = name.label == Label::PERSON
            && (self.scan.is(at, self.rules.conjunctions) || verb())
            && at.saturating_sub(from).min(name.tokens.end - at - 1) > 1;
        if two_people {
            return Some(Cut::Same);
        }
        let parts = outside || joins && known() || of_medium;
        let whole = || self.known(name.tokens.clone(), self.rules.organisations);
        (parts && !whole()).then_some(Cut::Known)
    }

    /// The end of the name at the beginning of a stretch: of an organisation, an event or a country
    /// behind which a person stands without a word between them. Else the end of the stretch.
    fn first_end(&self, label: Label, tokens: Range<usize>) -> usize {
        let Range { start, end } = tokens;
        let last = end.min(start + LONGEST_KNOWN + 1);
        let listed = |end: &usize| {
            self.known(start..*end, self.rules.organisations)
                || self.known(start..*end, self.rules.events)
        };
        // A person has capitals and, inside, particles.
        let person = |from: usize| {
            // `BBC Fergal Martin`: the given name may be a rare one.
            let given = (from..end).any(|at| self.scan.has(at, Mark::GivenName));
            let plain = |at: usize| self.scan.is_word(at) && self.scan.is_capitalised(at);
            (plain(from)
                && (from..end).all(|at| plain(at) || self.scan.is(at, self.rules.particles)))
            .then_some(given)
        };
        // `Mohamed Salah Mohamed Salah`, at the end of a teaser
        let again = |middle: &usize| {
            label == Label::PERSON && self.scan.norm(*middle) == self.scan.norm(start)
        };
        if let Some(middle) = (start + 2..last.min(end.saturating_sub(1))).find(again) {
            return middle;
        }
        for middle in (start + 1..last).rev() {
            let Some(given) = person(middle) else {
                continue;
            };
            let sure = middle > start + 1 || self.scan.is_upper(start);
            let other = !self.scan.has(start, Mark::GivenName);
            let told = given && other && (sure || end > middle + 1);
            // `BBC Mundo Mira Milosevich`
            let two = end == middle + 2 && middle > start + 1 && self.scan.is_upper(start);
            let two = two && !self.scan.is_stop(middle);
            // `la PDC Doris Leuthard`, of a party that is in no list
            let acronym = label == Label::ORGANISATION
                && middle == start + 1
                && self.scan.is_upper(start)
                && self.scan.has(middle, Mark::GivenName);
            if (told || two || label == Label::PERSON && sure) && listed(&middle)
                || acronym && end > middle + 1
            {
                return middle;
            }
        }
        let led = matches!(label, Label::PERSON | Label::LOCATION);
        if led && !self.scan.has(start, Mark::GivenName) {
            let place = self.gazetteer.place_at(self.scan, start, end);
            if let Some(place) = place
                && (self.gazetteer.kind(place) == Some(Kind::Country) || self.is_seat(start))
                && start + place.tokens < end
                && person(start + place.tokens).is_some()
                && !self.is_place(start + place.tokens, end)
            {
                return start + place.tokens;
            }
            // `Afrique de l’Ouest Sénégal`
            if let Some(place) = place
                && start + place.tokens < end
                && self.is_country(start + place.tokens, end)
            {
                return start + place.tokens;
            }
        }
        end
    }

    /// Whether a place at `start` belongs to a title, so that a person may stand behind it:
    /// `le maire de Bamako Adama Sangaré`.
    fn is_seat(&self, start: usize) -> bool {
        let title = start.checked_sub(2);
        let title = title.filter(|_| self.scan.is(start - 1, self.rules.bare_prepositions));
        title.is_some_and(|at| {
            self.rules.is_title(self.scan.norm(at)) && !self.scan.is(at, self.rules.kin)
        })
    }

    /// The label of a piece by what is known of it.
    fn label(&self, tokens: Range<usize>) -> Option<Label> {
        let start = (tokens.clone()).find(|at| self.scan.is_capitalised(*at))?;
        let tokens = start..tokens.end;
        if self.known(tokens.clone(), self.rules.organisations) {
            return Some(Label::ORGANISATION);
        }
        if self.known(tokens.clone(), self.rules.events) {
            return Some(Label::MISC);
        }
        if self.is_place(start, tokens.end) {
            return Some(Label::LOCATION);
        }
        let given = self.scan.has(start, Mark::GivenName) && tokens.len() > 1;
        if given {
            return Some(Label::PERSON);
        }
        (tokens.len() == 1 && self.scan.is_upper(start)).then_some(Label::ORGANISATION)
    }

    /// Whether a name is a well-known event, with or without its year.
    fn is_event(&self, tokens: Range<usize>) -> bool {
        let year = tokens.end.checked_sub(1).filter(|it| *it > tokens.start);
        let year = year.filter(|it| self.scan.digits(*it).is_some());
        self.known(tokens.start..year.unwrap_or(tokens.end), self.rules.events)
    }

    fn is_place(&self, start: usize, end: usize) -> bool {
        self.place(start, end).is_some()
    }

    fn is_country(&self, start: usize, end: usize) -> bool {
        let place = self.place(start, end);
        place.is_some_and(|place| self.gazetteer.kind(place) == Some(Kind::Country))
    }

    /// The place whose whole name stands between two tokens.
    fn place(&self, start: usize, end: usize) -> Option<Place> {
        let place = self.gazetteer.place_at(self.scan, start, end);
        place.filter(|place| start + place.tokens == end)
    }

    fn known(&self, tokens: Range<usize>, list: List) -> bool {
        tokens.len() <= LONGEST_KNOWN && !tokens.is_empty() && list.holds(self.scan.text_of(tokens))
    }
}
