//! People, places, organisations and other names, by rules and the gazetteer.
//!
//! A sentence is read from left to right. Where a capital stands, every kind of evidence is
//! asked for the name that begins there: well-known organisations, places, heads (`Conseil
//! National …`), given names, what stands before it; the order in [`Reader::name`] says which
//! one wins.

use std::ops::Range;

use super::Found;
use super::facts::Facts;
use super::gazetteer::{Gazetteer, Place};
use super::scan::Scan;
use crate::document::{EntitySource, Label, TokenKind};
use crate::lang::NameRules;
use crate::lang::list::List;

/// Appends the names of a sentence; `taken` are its dates and quantities.
pub(super) fn find(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &'static NameRules,
    gazetteer: &Gazetteer,
    sentence: Range<usize>,
    taken: &[Found],
    found: &mut Vec<Found>,
) {
    let mut taken = taken.iter().map(|entity| entity.tokens.clone()).peekable();
    let shouted = is_shouted(scan, sentence.clone())
        || rules.title_case && is_title_case(scan, sentence.clone());
    let mut at = sentence.start;
    while at < sentence.end {
        while taken.next_if(|range| range.end <= at).is_some() {}
        if taken.peek().is_some_and(|range| range.contains(&at)) {
            at += 1;
            continue;
        }
        let end = taken.peek().map_or(sentence.end, |range| range.start);
        let reader = Reader {
            scan,
            facts,
            rules,
            gazetteer,
            first: sentence.start,
            end,
            shouted,
        };
        at = reader.read(at, found).max(at + 1);
    }
}

/// More capitals in a row are read in pieces, lest each be read from all those before it.
const LONGEST_RUN: usize = 12;

/// `'s`
const LONGEST_GENITIVE: usize = 2;

/// People whom nothing but their apposition tells have no longer names.
const LONGEST_GUESS: usize = 3;

struct Reader<'a> {
    scan: &'a Scan<'a>,
    facts: &'a Facts,
    rules: &'static NameRules,
    gazetteer: &'a Gazetteer,
    /// The first token of the sentence.
    first: usize,
    /// No name goes beyond this token: a date, or the end of the sentence.
    end: usize,
    /// Whether all words have capitals, which then say nothing.
    shouted: bool,
}

/// Whether a sentence of some length has no small letters: a headline.
fn is_shouted(scan: &Scan<'_>, sentence: Range<usize>) -> bool {
    let words = || sentence.clone().filter(|index| scan.is_word(*index));
    let small = words().any(|index| scan.text(index).chars().any(char::is_lowercase));
    !small && words().count() > 3
}

/// Whether all words of some length have a capital, and no full stop follows: a headline.
fn is_title_case(scan: &Scan<'_>, sentence: Range<usize>) -> bool {
    let long = |index: &usize| {
        scan.is_word(*index) && !scan.is_stop(*index) && scan.text(*index).len() > 3
    };
    let words = || sentence.clone().filter(long);
    let open = sentence.end > sentence.start && scan.is_word(sentence.end - 1);
    open && words().count() > 4 && words().all(|index| scan.is_capitalised(index))
}

impl<'a> Reader<'a> {
    /// Reads what begins at `at` and says where to go on.
    fn read(&self, at: usize, found: &mut Vec<Found>) -> usize {
        if !self.facts.flags(self.scan.type_id(at)).begins_name {
            return at + 1;
        }
        if self.leads_to_title(at) {
            return at + 1;
        }
        if let Some(next) = self.titled(at, found) {
            return next;
        }
        if self.signature(at) {
            found.push(self.organisation(at + 2..at + 3, 0.9));
            return at + 3;
        }
        match self.name(at) {
            Some(entity) => {
                let next = entity.tokens.end;
                found.push(entity);
                next
            }
            None => at + 1,
        }
    }

    fn norm(&self, at: usize) -> &'a str {
        if at < self.end {
            self.scan.norm(at)
        } else {
            ""
        }
    }

    fn is(&self, at: usize, list: List) -> bool {
        at < self.end && self.scan.is(at, list)
    }

    /// Whether a token stands right after the one before it, but for one space.
    fn adjoins(&self, at: usize) -> bool {
        at < self.end && matches!(self.scan.gap(at), " " | "\u{a0}" | "\u{202f}" | "")
    }

    /// A word with a capital.
    fn is_capitalised(&self, at: usize) -> bool {
        at < self.end && self.scan.is_word(at) && self.scan.is_capitalised(at)
    }

    /// Whether a capital says nothing here: it begins the sentence, or what is quoted.
    fn is_weak(&self, at: usize) -> bool {
        at == self.first
            || !self.scan.is_word(at - 1) && {
                let before = self.scan.text(at - 1);
                matches!(
                    before,
                    "«" | "“" | "\"" | "‘" | ":" | "–" | "—" | "-" | "•" | ")" | "…"
                )
            }
    }

    /// A capital that may belong to a name.
    fn is_name_part(&self, at: usize) -> bool {
        if !self.is_capitalised(at) {
            return false;
        }
        let initial = self.scan.text(at).ends_with('.');
        if self.is(at, self.rules.never_names) && !initial {
            return false;
        }
        if self.rules.demonym_capitals && self.is(at, self.rules.demonyms) {
            return false;
        }
        let small = self.scan.is_stop(at) || self.scan.is_small_elsewhere(at);
        // `Ali` is a word of the Portuguese grammar.
        let given = !self.rules.guesses && !self.is_weak(at) && self.is_first_name(at);
        !(self.is_weak(at) && (small || self.is(at, self.rules.titles)))
            && !(self.scan.is_stop(at) && !self.scan.is_upper(at) && !initial && !given)
    }

    /// Whether a name that ends here is but the first part of a noun: `EU-Kommissarin`.
    fn is_compound(&self, end: usize) -> bool {
        self.rules.noun_capitals && self.is_tying(end)
    }

    /// The end of the run of capitals from `at` on.
    fn run(&self, at: usize) -> usize {
        let last = self.end.min(at + LONGEST_RUN);
        let mut end = at + 1;
        while let Some(next) = self.part_after(end).filter(|next| *next < last) {
            end = next + 1;
        }
        end
    }

    /// The capital that goes on with a name whose last token stands before `end`: the one there, or
    /// behind a hyphen that is a token of its own.
    fn part_after(&self, end: usize) -> Option<usize> {
        let next = end + usize::from(self.is_tying(end));
        let goes_on =
            self.is_name_part(next) && self.adjoins(next) && !self.scan.is_genitive(end - 1);
        // `U.S. President Donald Trump`
        let titled = self.rules.portfolios_first
            && self.is_title(next)
            && self.is_capitalised(next + 1)
            && self.adjoins(next + 1);
        (goes_on && !titled).then_some(next)
    }

    /// Whether a hyphen that is a token of its own ties the capitals around it.
    fn is_tying(&self, at: usize) -> bool {
        at + 1 < self.end
            && !self.scan.rules.hyphens
            && self.scan.text(at) == "-"
            && self.scan.gap(at).is_empty()
            && self.scan.gap(at + 1).is_empty()
            && self.is_capitalised(at + 1)
    }

    /// `AC/APA` at the foot of an article: the author's initials and the agency.
    fn signature(&self, at: usize) -> bool {
        at == self.first
            && at + 3 == self.end
            && self.scan.text(at + 1) == "/"
            && self.scan.is_upper(at)
            && self.scan.is_upper(at + 2)
    }

    /// The name that begins at `at`.
    fn name(&self, at: usize) -> Option<Found> {
        if !self.is_capitalised(at) {
            return self.small_head(at);
        }
        let known = self.known_organisation(at);
        let place = self.place(at);
        let place_end = place.map_or(at, |place| at + place.tokens);
        let run = if self.is_name_part(at) {
            self.run(at)
        } else {
            at
        };
        if let Some(end) = self.headed_organisation(at).filter(|end| *end >= place_end) {
            return Some(self.organisation(at..end, 0.8));
        }
        if let Some(end) = self.tailed_organisation(at).filter(|_| !self.shouted) {
            return Some(self.organisation(at..end, 0.8));
        }
        if let Some(end) = known.filter(|end| *end >= place_end) {
            if self.is_compound(end) {
                return None;
            }
            let run = if self.rules.noun_capitals { end } else { run };
            // `Google` is one, `Google Drive` need not be.
            let score = if end >= run { 0.95 } else { 0.6 };
            return Some(self.organisation(at..end.max(run), score));
        }
        let given = run > at && self.is_first_name(at) && self.person_end(at) > at + 1;
        // `Jordan Pickford`
        let shorter = |place: &Place| self.rules.foreign_places && at + place.tokens < run;
        if let Some(place) = place.filter(|place| !(given && (place.ambiguous || shorter(place))))
            && let Some(found) = self.placed(at, place, run)
        {
            return Some(found);
        }
        if run == at || self.shouted {
            return None;
        }
        if given {
            let end = self.person_end(at);
            return (!self.is_thing(end)).then(|| self.person(at, end, 0.85));
        }
        if let Some(cued) = self.cued(at, run) {
            return Some(cued);
        }
        if run > at + 1 {
            return self.unknown_run(at, run);
        }
        self.single(at)
    }

    /// A place, and what else the run of capitals around it makes of it.
    fn placed(&self, at: usize, place: Place, run: usize) -> Option<Found> {
        let end = at + place.tokens;
        if self.is_compound(end) {
            return None;
        }
        // `in Panama Juan Carlos Varela`
        let run = if !self.rules.guesses && self.is_given(end) {
            end
        } else {
            run
        };
        if place.ambiguous && !self.after_place_preposition(at) && end >= run {
            return None;
        }
        let next_is_name =
            end < run && (self.place(end).is_some() || self.known_organisation(end).is_some());
        if end < run && !next_is_name && !self.shouted {
            // `Lomé Actu`, `Paris Match`.
            let medium = self.is(run - 1, self.rules.media_tails);
            if medium || !self.rules.noun_capitals {
                return Some(self.organisation(at..run, if medium { 0.85 } else { 0.6 }));
            }
        }
        let mut found = Found::new(at..end, Label::LOCATION, EntitySource::Gazetteer, 0.9);
        found.id = Some(self.gazetteer.name(place.canonical).to_owned());
        Some(found)
    }

    fn place(&self, at: usize) -> Option<Place> {
        let common = self.rules.foreign_places && self.is(at, self.rules.never_names)
            || self.rules.demonym_capitals && self.is(at, self.rules.demonyms);
        if common && self.longest(at, self.end)?.tokens == 1 {
            return None;
        }
        if self.scan.is_stop(at) && self.is_weak(at) && self.norm(at + 1).is_empty() {
            return None;
        }
        let mut place = self.longest(at, self.end)?;
        // `Us` is not the `US`.
        let short = self.rules.foreign_places
            && place.tokens == 1
            && self.scan.text(at).chars().count() < 4
            && !self.scan.is_upper(at);
        place.ambiguous |= short;
        Some(place)
    }

    fn longest(&self, at: usize, end: usize) -> Option<Place> {
        let among = self.facts.get(self.scan.type_id(at))?.places;
        self.gazetteer.longest(self.scan, at, end, among)
    }

    fn after_place_preposition(&self, at: usize) -> bool {
        at > self.first && self.scan.is(at - 1, self.rules.place_prepositions)
    }

    /// `Union européenne`, `Conseil National pour la Sauvegarde de la Patrie`: a head, then
    /// capitals and small adjectives, which small words may link. The head alone is no name.
    fn headed_organisation(&self, at: usize) -> Option<usize> {
        if !self.is(at, self.rules.organisation_heads) || self.scan.is_upper(at) && self.shouted {
            return None;
        }
        let (end, capitals, adjective) = self.behind_head(at);
        let said = capitals > 0 || adjective && !self.is_weak(at);
        said.then_some(end)
    }

    /// Where the name of an organisation ends whose head is at `at`, how many capitals follow the
    /// head, and whether a small adjective does.
    fn behind_head(&self, at: usize) -> (usize, usize, bool) {
        let (mut end, mut capitals, mut adjective) = (at + 1, 0, false);
        while end < self.end && self.adjoins(end) && !self.scan.is_genitive(end - 1) {
            if self.is_capitalised(end) {
                capitals += 1;
                end += 1;
            } else if self.is(end, self.rules.organisation_adjectives)
                || self.is(end, self.rules.demonyms)
            {
                adjective = true;
                end += 1;
            } else {
                let links = (end..self.end).take(3).take_while(|link| {
                    self.is(*link, self.rules.links)
                        && !self.scan.is_capitalised(*link)
                        && self.adjoins(*link)
                });
                let next = end + links.count();
                let offers = next > end && self.is_capitalised(next) && self.adjoins(next);
                if !offers || self.is(end, self.rules.conjunctions) && capitals == 0 {
                    break;
                }
                // `the African Union and the European Union`
                let another = next > end + 1 || self.is(next, self.rules.organisation_heads);
                if another && self.is(end, self.rules.conjunctions) && !self.rules.guesses {
                    break;
                }
                capitals += 1;
                end = next + 1;
            }
        }
        (end, capitals, adjective)
    }

    /// `Wagner Group`, `National Council for the Safeguard of the Homeland`, `Siemens AG`: capitals,
    /// then the noun that says what they name.
    fn tailed_organisation(&self, at: usize) -> Option<usize> {
        if self.rules.organisation_tails.is_empty()
            || self.scan.is_stop(at)
            || self.is(at, self.rules.never_names)
        {
            return None;
        }
        let most = if self.rules.noun_capitals {
            2
        } else {
            LONGEST_RUN
        };
        let (mut end, mut tail) = (at, None);
        while self.is_capitalised(end) && end < at + most && (end == at || self.adjoins(end)) {
            if end > at && self.is(end, self.rules.organisation_tails) {
                tail = Some(end);
            }
            if self.scan.is_genitive(end) {
                break;
            }
            end += 1 + usize::from(self.is_tying(end + 1));
        }
        let tail = tail?;
        Some(self.behind_head(tail).0)
    }

    /// `groupe Wagner`: a small noun that belongs to the name.
    fn small_head(&self, at: usize) -> Option<Found> {
        let heads = self.is(at, self.rules.small_heads)
            && self.is_name_part(at + 1)
            && self.adjoins(at + 1);
        heads.then(|| self.organisation(at..self.run(at + 1), 0.85))
    }

    /// A well-known organisation: of its words, all of some length have a capital.
    fn known_organisation(&self, at: usize) -> Option<usize> {
        let letters = self.facts.get(self.scan.type_id(at))?.organisation;
        if letters == 0 {
            return None;
        }
        // With the ending of a genitive.
        let fits = |last: &usize| {
            let name = self.scan.text_of(at..*last + 1);
            name.chars().count() <= letters + LONGEST_GENITIVE
        };
        let tokens =
            (at..self.end.min(at + 8)).take_while(|index| *index == at || self.adjoins(*index));
        let tokens = tokens.take_while(fits);
        let longest = tokens.filter(|last| {
            // `Organisation mondiale de la santé` has one capital, `le monde` is the world.
            let capital = self.is_capitalised(*last)
                || self.scan.kind(*last) == TokenKind::Number
                || *last > at + 2;
            capital && {
                let name = self.scan.text_of(at..*last + 1);
                let listed = |name| self.rules.organisations.holds(name);
                let bare = || Some(self.rules.bare(name)).filter(|bare| bare.len() < name.len());
                listed(name) || bare().is_some_and(listed)
            }
        });
        let end = longest.last()? + 1;
        let grammar = !self.rules.guesses && self.scan.is_stop(at) && !self.scan.is_upper(at);
        let small = self.scan.is_small_elsewhere(at) || grammar;
        let doubtful = end == at + 1 && self.is_weak(at) && small;
        (!doubtful).then_some(end)
    }

    /// A name after a noun that says what it is: `la chaîne russe Sputnik`, `opération Barkhane`.
    fn cued(&self, at: usize, run: usize) -> Option<Found> {
        let mut cue = at.checked_sub(1).filter(|cue| *cue >= self.first)?;
        let bare = |index: usize| {
            self.scan.is(index, self.rules.demonyms)
                || self.scan.is(index, self.rules.organisation_adjectives)
        };
        let mut steps = 4;
        while cue > self.first && steps > 0 && bare(cue) {
            cue -= 1;
            steps -= 1;
        }
        if self.scan.is_capitalised(cue) && cue > self.first {
            return None;
        }
        if self.scan.is(cue, self.rules.organisation_cues) {
            return Some(self.organisation(at..run, 0.6));
        }
        let misc = self.scan.is(cue, self.rules.misc_cues);
        misc.then(|| Found::new(at..run, Label::MISC, EntitySource::Rule, 0.85))
    }

    /// Two capitals or more that nothing explains: a person, unless a place is among them or
    /// what they look like speaks against it.
    fn unknown_run(&self, at: usize, run: usize) -> Option<Found> {
        let said = self.rules.guesses || !self.is_weak(at) || self.is_explained(run);
        if self.rules.noun_capitals || !said {
            return None;
        }
        let inner_place = (at + 1..run).any(|index| {
            self.longest(index, run)
                .is_some_and(|place| !place.ambiguous)
        });
        let letters = |index: usize| self.scan.text(index).chars().all(|c| !c.is_numeric());
        let acronym =
            (at..run).any(|index| self.scan.is_upper(index) && self.scan.text(index).len() < 6);
        if inner_place || acronym {
            return Some(self.organisation(at..run, 0.5));
        }
        if !(at..run).all(letters) {
            return Some(Found::new(at..run, Label::MISC, EntitySource::Rule, 0.4));
        }
        let end = self.person_end(at);
        let told = !self.is_determined(at) && self.is_explained(end) && end <= at + LONGEST_GUESS;
        let person = self.rules.guesses || told;
        person.then(|| self.person(at, end, 0.6))
    }

    /// Whether what looks like a person's name goes on with a capital that no name has: `John
    /// Street`.
    fn is_thing(&self, end: usize) -> bool {
        let goes_on = self.is_capitalised(end) && self.adjoins(end);
        let noun = self.rules.noun_capitals && !self.is(end, self.rules.never_names);
        goes_on && !self.rules.guesses && !noun && !self.is_title(end)
    }

    /// Whether a comma and small letters follow, as they do where a person is told: `, who`.
    fn is_explained(&self, end: usize) -> bool {
        self.norm(end) == ","
            && self.scan.is_stop(end + 1)
            && end + 1 < self.end
            && !self.scan.is_capitalised(end + 1)
    }

    /// Whether an article or a preposition of place stands before a name, as it does not before a
    /// person's.
    fn is_determined(&self, at: usize) -> bool {
        at > self.first
            && (self.after_place_preposition(at)
                || self.scan.is(at - 1, self.rules.portfolio_articles))
    }

    /// One capital that nothing else explains.
    fn single(&self, at: usize) -> Option<Found> {
        let text = self.scan.text(at);
        if self.is_acronym(at) {
            return Some(self.organisation(at..at + 1, 0.6));
        }
        let number = text.chars().any(|c| c.is_ascii_digit());
        if number && text.contains('-') && text.chars().filter(|c| c.is_alphabetic()).count() > 2 {
            // `Iliouchine-76`.
            return Some(Found::new(
                at..at + 1,
                Label::MISC,
                EntitySource::Rule,
                0.85,
            ));
        }
        if self.is_weak(at) || number {
            return None;
        }
        if self.is_first_name(at) && !self.is_thing(at + 1) {
            return Some(self.person(at, self.person_end(at), 0.5));
        }
        let place = !self.rules.noun_capitals && self.after_place_preposition(at) && text.len() > 2;
        place.then(|| Found::new(at..at + 1, Label::LOCATION, EntitySource::Rule, 0.5))
    }

    /// Two to seven capitals, and no Roman numeral.
    fn is_acronym(&self, at: usize) -> bool {
        let text = self.scan.text(at);
        let letters = text.chars().filter(|c| c.is_uppercase()).count();
        let plain = text
            .chars()
            .all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.');
        let roman = text
            .chars()
            .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'));
        plain
            && (2..=7).contains(&letters)
            && !roman
            && !text.contains(|c: char| c.is_ascii_digit())
    }

    fn organisation(&self, tokens: Range<usize>, score: f32) -> Found {
        Found::new(tokens, Label::ORGANISATION, EntitySource::Rule, score)
    }

    fn person(&self, start: usize, end: usize, score: f32) -> Found {
        Found::new(start..end, Label::PERSON, EntitySource::Rule, score)
    }

    /// The end of a person's name that begins at `at`: capitals, and particles between them.
    fn person_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.end && end < at + 8 {
            // Where nouns have capitals too, a name ends with the first that is no given name.
            if self.rules.noun_capitals
                && end > at + 1
                && !self.is_given(end - 1)
                && !self.is_tying(end)
            {
                break;
            }
            if let Some(next) = self.part_after(end) {
                end = next + 1;
                continue;
            }
            if !self.adjoins(end) {
                break;
            }
            let particles = (end..self.end)
                .take(2)
                .take_while(|index| self.is(*index, self.rules.particles) && self.adjoins(*index));
            let next = end + particles.count();
            let place = self.longest(next, self.end).is_some();
            // `von der Leyen`, but `Lee der Begründer`
            let article = self.rules.noun_capitals && self.is(end, self.rules.portfolio_articles);
            if next == end || article || !self.is_name_part(next) || !self.adjoins(next) || place {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// A title and the person after it, or persons: `les vice-ministres … X et Y`. The capitals
    /// of a portfolio (`ministre de la Défense, du Commerce`) are passed over; places in it are
    /// names all the same. Gives where to go on.
    fn titled(&self, at: usize, found: &mut Vec<Found>) -> Option<usize> {
        if !self.facts.flags(self.scan.type_id(at)).title {
            return None;
        }
        let office = self.is(at, self.rules.offices);
        // `Ministère de …` is a head; `Président` is a title.
        if self.is(at, self.rules.organisation_heads)
            && self.scan.is_capitalised(at)
            && !self.is_weak(at)
        {
            return None;
        }
        let mut start = at;
        while start > self.first
            && (self.scan.is(start - 1, self.rules.title_adjectives)
                || self.rules.portfolios_first && self.scan.is(start - 1, self.rules.portfolios))
            && self.adjoins(start)
            && !self.scan.is_stop(start - 1)
        {
            start -= 1;
        }
        let mut end = at + 1;
        let mut places = Vec::new();
        loop {
            let adjective = self.is(end, self.rules.title_adjectives)
                || self.is(end, self.rules.demonyms)
                || self.is_title(end);
            if adjective && self.adjoins(end) && !self.is_given(end) {
                end += 1;
                continue;
            }
            match self.portfolio(end, office, &mut places) {
                Some(next) => end = next,
                None => break,
            }
        }
        let swallowed = end;
        let mut name = end;
        let mut people = 0;
        while self.is_person_start(name) {
            let last = self.person_end(name);
            let mut person = self.person(name, last, 0.9);
            person.title = Some(self.scan.span_of(start..end));
            found.push(person);
            people += 1;
            name = last;
            // Of several people, each after a comma or `et`.
            let joined = self.norm(name) == "," || self.is(name, self.rules.conjunctions);
            let plural = self.norm(at).ends_with('s') && self.norm(at).len() > 3
                || self.is(at, self.rules.plural_titles);
            if !(joined && plural && self.is_person_start(name + 1)) {
                break;
            }
            name += 1;
        }
        found.append(&mut places);
        if people > 0 {
            return Some(name);
        }
        (swallowed > at + 1).then_some(swallowed)
    }

    fn is_first_name(&self, at: usize) -> bool {
        let lists = self.rules.first_names;
        at < self.end && lists.iter().any(|list| self.scan.is(at, *list))
    }

    fn is_title(&self, at: usize) -> bool {
        at < self.end && self.rules.is_title(self.scan.norm(at))
    }

    /// Whether the capitals from `at` on only lead to a title: `Foreign Minister`.
    fn leads_to_title(&self, at: usize) -> bool {
        let leads = |index: &usize| {
            self.is(*index, self.rules.portfolios)
                || self.is(*index, self.rules.title_adjectives)
                || self.is(*index, self.rules.demonyms)
                || self.is(*index, self.rules.conjunctions)
        };
        if !self.rules.portfolios_first {
            return false;
        }
        let lead = (at..self.end).take(6).take_while(leads).count();
        lead > 0 && self.is_title(at + lead)
    }

    /// A given name at the head of a name, which a title of the same letters is not.
    fn is_given(&self, at: usize) -> bool {
        self.is_capitalised(at) && self.is_first_name(at)
    }

    /// A capital after a title (or after another person), and no place.
    fn is_person_start(&self, at: usize) -> bool {
        if !self.is_name_part(at) || !self.adjoins(at) || self.is(at, self.rules.organisation_heads)
        {
            return false;
        }
        // After `M.` even `Rhodes` is a person.
        let before = self.scan.norm(at - 1).trim_end_matches('.');
        if self.scan.rules.title_abbreviations.holds(before) {
            return true;
        }
        let run = self.run(at);
        if self.rules.noun_capitals && run == at + 1 && !self.rules.honorifics.holds(before) {
            return false;
        }
        let listed = self.known_organisation(at).is_some_and(|end| end >= run);
        let place = self
            .place(at)
            .is_some_and(|place| at + place.tokens >= run && !place.ambiguous);
        let acronym = self.is_acronym(at) && run == at + 1;
        !(listed || place || acronym)
    }

    /// A portfolio after an office: `de la Défense`, `, du Commerce`, `ainsi que celui de
    /// l’Énergie et des Mines`, `de la Russie`. Gives where it ends.
    fn portfolio(&self, at: usize, office: bool, places: &mut Vec<Found>) -> Option<usize> {
        let mut next = at;
        while self.norm(next) == "," || self.is(next, self.rules.portfolio_joiners) {
            next += 1;
        }
        let listed = next > at;
        if !self.is(next, self.rules.portfolio_prepositions) {
            return None;
        }
        next += 1;
        while self.is(next, self.rules.portfolio_articles) {
            next += 1;
        }
        if next >= self.end || !self.scan.is_word(next) {
            return None;
        }
        if !listed
            && self.is_capitalised(next)
            && (self.rules.guesses || self.known_organisation(next).is_none())
            && let Some(place) = self.place(next)
        {
            let entity = self.placed(next, place, self.run(next));
            let entity = entity.filter(|entity| entity.label == Label::LOCATION)?;
            let end = entity.tokens.end;
            places.push(entity);
            return Some(end);
        }
        if !office || !self.is(next, self.rules.portfolios) {
            return None;
        }
        // `Affaires étrangères`, `défense nationale`.
        let mut end = next + 1;
        while self.adjoins(end)
            && end < self.end
            && (self.is(end, self.rules.organisation_adjectives)
                || self.is(end, self.rules.portfolios)
                || self.is(end, self.rules.title_adjectives))
            && !self.is_given(end)
        {
            end += 1;
        }
        Some(end)
    }
}
