//! Organisations: well-known ones, and those that a noun at their head or end tells.

use std::ops::Range;

use super::{LONGEST_RUN, NameReader};
use crate::document::{EntitySource, Label, TokenKind};
use crate::entity::facts::Longest;
use crate::entity::found::Found;
use crate::lang::list::List;
use crate::normalize::is_accent;

/// The most tokens of a well-known name.
const LONGEST_KNOWN: usize = 12;
/// The most tokens between quotation marks that are read as a name.
const LONGEST_QUOTED: usize = 9;
/// So many tokens are looked at for a tail at once.
const TAIL_REACH: usize = 64;
/// The most parts in small letters of an organisation's name: `des journalistes`, `d’investigation`.
const MOST_PARTS: usize = 4;

/// The most separators of a well-known name: `Conseil économique, social et environnemental`.
const MOST_SEPARATORS: usize = 1;

/// Whether a token mostly stands between names, and not in one.
fn is_separator(token: &str) -> bool {
    ",;:?()[]\"«»“”„–—".contains(token)
}

impl NameReader<'_> {
    /// The end of the well-known organisation that begins at `at`. Its longer words must have a
    /// capital.
    pub(super) fn known_organisation(&self, at: usize) -> Option<usize> {
        let longest = self.longest_known(at)?.organisation;
        self.known(at, self.rules.organisations, longest)
    }

    /// The end of the well-known event that begins at `at`, without its year.
    pub(super) fn known_event(&self, at: usize) -> Option<usize> {
        self.known(at, self.rules.events, self.longest_known(at)?.event)
    }

    /// The end of the well-known place of several words that begins at `at`.
    pub(super) fn known_place(&self, at: usize) -> Option<usize> {
        self.known(at, self.rules.places, self.longest_known(at)?.place)
    }

    fn longest_known(&self, at: usize) -> Option<Longest> {
        Some(self.facts.get(self.scan.type_id(at))?.known)
    }

    /// The end of the well-known competition or prize that begins at `at`, with the year behind it.
    /// Of one word, it must not stand where a capital says nothing, nor begin a longer name.
    pub(super) fn event(&self, at: usize) -> Option<usize> {
        let end = self.known_event(at)?;
        let year = self.adjoins(end)
            && self
                .scan
                .digits(end)
                .is_some_and(|it| it > 1900 && it < 2100);
        let longer = self.is_capitalised(end) && self.adjoins(end);
        let doubtful = end == at + 1 && !self.scan.is_upper(at) && (self.is_weak(at) || longer);
        (year || !doubtful).then_some(end + usize::from(year))
    }

    /// The end of the longest name of a list that begins at `at`. `letters` is the length of the longest
    /// that begins with its word.
    fn known(&self, at: usize, names: List, letters: u16) -> Option<usize> {
        if letters == 0 {
            return None;
        }
        let genitives = self.rules.genitives.iter();
        let genitive = genitives.map(|ending| ending.chars().count()).max();
        let most = usize::from(letters) + genitive.unwrap_or_default();
        // A list of capitals, and no name: `A, A, A`.
        let mut separators = 0;
        let tokens = (at..self.end.min(at + LONGEST_KNOWN)).take_while(|index| {
            let separator = || !self.scan.is_word(*index) && is_separator(self.scan.text(*index));
            separators += usize::from(*index > at && separator());
            *index == at || self.adjoins(*index) && separators <= MOST_SEPARATORS
        });
        let mut length = 0;
        let tokens = tokens.take_while(|index| {
            let spaces = usize::from(*index > at && !self.scan.gap(*index).is_empty());
            let letters = self.scan.text(*index).chars().filter(|c| !is_accent(*c));
            length += spaces + letters.count();
            length <= most
        });
        let longest = tokens.filter(|last| {
            // `Organisation mondiale de la santé` has one capital. `le monde` has none: it is the
            // world.
            let capital = self.facts.flags(self.scan.type_id(*last)).capital
                || self.scan.kind(*last) == TokenKind::Number
                || *last > at + 2
                || *last > at && !self.scan.is_stop(at) && !self.rules.demonym_capitals;
            capital && {
                let name = self.scan.text_of(at..*last + 1);
                let listed = |name| names.holds(name);
                let bare = || Some(self.rules.bare(name)).filter(|bare| bare.len() < name.len());
                listed(name) || bare().is_some_and(listed)
            }
        });
        let end = longest.last()? + 1;
        let grammar =
            !self.rules.stop_word_organisations && self.scan.is_stop(at) && !self.scan.is_upper(at);
        let small = self.scan.is_small_elsewhere(at) || grammar;
        let doubtful = end == at + 1 && self.is_weak(at) && small;
        (!doubtful).then_some(end)
    }

    /// The end of an organisation with a head at `at`: the head, then capitals and small
    /// adjectives, which small words may join. `Union européenne`,
    /// `Conseil National pour la Sauvegarde de la Patrie`. The head alone is no name.
    pub(super) fn headed_organisation(&self, at: usize) -> Option<usize> {
        if !self.is(at, self.rules.organisation_heads) || self.scan.is_upper(at) && self.shouted {
            return None;
        }
        // `Marine Le Pen`
        let adjective = self.is(at + 1, self.rules.organisation_adjectives);
        if self.is_first_name(at) && self.is_name_part(at + 1) && !adjective {
            return None;
        }
        let (end, capitals, adjective) = self.behind_head(at);
        let said = capitals > 0 || adjective && !self.is_weak(at) && !self.scan.is_upper(at);
        // `Groupe A` is one of several, and no name.
        let letter = end == at + 2 && self.scan.text(at + 1).chars().nth(1).is_none();
        (said && !letter).then_some(end)
    }

    /// The end of an organisation whose last word says what it is: `Wagner Group`,
    /// `National Council for the Safeguard of the Homeland`, `Siemens AG`.
    pub(super) fn tailed_organisation(&self, at: usize) -> Option<usize> {
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
        // Each capital of a long run would look through those behind it.
        let first_tail = |from: usize| {
            let mut next = from..self.end.min(from + TAIL_REACH);
            let limit = next.end;
            next.find(|it| self.is(*it, self.rules.organisation_tails))
                .unwrap_or(limit)
        };
        if !self
            .memory
            .has_tail(at + 1..self.end.min(at + most), first_tail)
        {
            return None;
        }
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
        let links = self.rules.tail_links;
        if links.is_empty() {
            return Some(self.behind_head(tail).0);
        }
        // `School of Public and International Affairs`
        let mut end = tail + 1;
        for _ in 0..LONGEST_RUN {
            let linked = (end..self.end).take(2);
            let next = end + linked.take_while(|it| self.is(*it, links)).count();
            if next == end && end == tail + 1 || !self.is_name_part(next) || !self.adjoins(next) {
                break;
            }
            end = next + 1;
        }
        Some(end)
    }

    /// The end of the capitals from `at` on, if the last of them is in a list: `Ted Williams Tunnel`.
    fn run_to(&self, at: usize, tails: List) -> Option<usize> {
        // `New York Marathon`
        let place = || {
            self.longest(at, self.end)
                .is_some_and(|place| place.tokens > 1)
        };
        let never = || self.is(at, self.rules.never_names) && !place();
        if tails.is_empty() || self.scan.is_stop(at) || never() {
            return None;
        }
        let goes_on = |end: usize| {
            self.is_capitalised(end) && self.adjoins(end) && !self.scan.is_genitive(end - 1)
        };
        let mut end = at + 1;
        while end < self.end.min(at + LONGEST_RUN) && goes_on(end) {
            end += 1;
        }
        (end > at + 1 && self.is(end - 1, tails) && !goes_on(end)).then_some(end)
    }

    /// The end of a place whose last word says what it is: `Hyde Park`, `Ontario Highway 401`,
    /// `Interstate 93`.
    pub(super) fn tailed_place(&self, at: usize) -> Option<usize> {
        let number = |end: usize| self.adjoins(end) && self.scan.digits(end).is_some();
        let small = |end: usize| self.scan.digits(end).is_some_and(|it| it < 10_000);
        // `la RN 137`
        let lettered = self.scan.is_upper(at)
            && self.is(at, self.rules.road_letters)
            && at > self.first
            && self.scan.is(at - 1, self.rules.road_articles)
            && small(at + 1);
        if (self.is(at, self.rules.roads) || lettered) && number(at + 1) {
            return Some(at + 2);
        }
        let end = self.run_to(at, self.rules.place_tails)?;
        // `R Square`, `a National Park`
        let common =
            self.is(at, self.rules.portfolios) || self.scan.text(at).chars().nth(1).is_none();
        if end == at + 2 && common {
            return None;
        }
        match self.is(end - 1, self.rules.roads) {
            true => number(end).then_some(end + 1),
            false => (!self.scan.is_genitive(end - 1)).then_some(end),
        }
    }

    /// The end of an event whose first or last word says what it is: `Vietnam War`, `Battle of Waterloo`.
    pub(super) fn tailed_event(&self, at: usize) -> Option<usize> {
        if self.is(at, self.rules.event_heads) {
            // `Journée nationale du Chahid`
            let adjectives = (at + 1..self.end)
                .take_while(|it| self.is(*it, self.rules.organisation_adjectives));
            let of = at + 1 + adjectives.count();
            if self.is(of, self.rules.portfolio_prepositions) {
                let articles =
                    (of + 1..self.end).take_while(|it| self.is(*it, self.rules.portfolio_articles));
                let first = of + 1 + articles.count();
                return self.is_name_part(first).then(|| self.run(first));
            }
        }
        let end = self.run_to(at, self.rules.event_tails)?;
        // `World War II`
        let numeral = matches!(self.scan.text(end), "I" | "II" | "III");
        Some(end + usize::from(numeral))
    }

    /// Where the name of an organisation with a head at `at` ends, how many capitals follow the
    /// head, and whether a small adjective does.
    pub(super) fn behind_head(&self, at: usize) -> (usize, usize, bool) {
        let (mut end, mut capitals, mut adjective) = (at + 1, 0, false);
        while end < self.end && self.adjoins(end) && !self.scan.is_genitive(end - 1) {
            if self.scan.is_abbreviated_title(end) {
                // `Président du Conseil Régional M. Mohamed Anako`
                break;
            }
            // `l’Union africaine Moussa Faki`, but `l’Hôpital général Amadou Sow`
            if adjective
                && self.is_given(end)
                && self.is_name_part(end + 1)
                && self.adjoins(end + 1)
                && !self.is(at, self.rules.memorial_heads)
            {
                break;
            }
            if self.is_capitalised(end) {
                adjective |= self.is(end, self.rules.organisation_adjectives)
                    || self.is(end, self.rules.demonyms);
                capitals += 1;
                end += 1;
            } else if self.is(end, self.rules.organisation_adjectives)
                || self.is(end, self.rules.demonyms)
            {
                adjective = true;
                // `Sénat français` is the `Sénat`.
                let of_state = end == at + 1 && self.is(at, self.rules.state_heads);
                if of_state && self.rules.country(self.norm(end)).is_some() {
                    break;
                }
                end += 1;
            } else {
                let links = (end..self.end).take(3).take_while(|link| {
                    self.is(*link, self.rules.links)
                        && !self.scan.is_capitalised(*link)
                        && self.adjoins(*link)
                });
                let next = end + links.count();
                let seat = |it: usize| self.is(it, self.rules.seat_prepositions);
                // `Fonderie de Bretagne à Hennebont`
                let place = (end..next).any(seat) && (capitals > 0 || self.place(next).is_some());
                let joined = self.is(end, self.rules.conjunctions) && seat(end + 1);
                let offers = next > end
                    && self.is_capitalised(next)
                    && self.adjoins(next)
                    && !(place || joined);
                if !offers || self.is(end, self.rules.conjunctions) && capitals == 0 {
                    break;
                }
                // `the African Union and the European Union`
                let head = self.is(next, self.rules.organisation_heads);
                let another = if self.rules.untied_heads_part {
                    let tied = |at: usize| self.is(at, self.rules.portfolio_prepositions);
                    head && !(end + 1..next).any(tied)
                } else {
                    head || next > end + 1
                };
                if another && self.is(end, self.rules.conjunctions) {
                    break;
                }
                // `le Conseil d’État et la Ville`, but `Conseil pour la paix et la sécurité`
                let article = |it: usize| {
                    self.is(it, self.rules.portfolio_articles)
                        && !self.is(it, self.rules.portfolio_prepositions)
                };
                let aimed = || (at..end).any(|it| self.is(it, self.rules.aims) || article(it));
                let apart = self.rules.untied_heads_part
                    && next > end + 1
                    && (end + 1..next).all(article)
                    && !aimed();
                if apart && self.is(end, self.rules.conjunctions) {
                    break;
                }
                // `le Club du Sahel et Abdoulaye Mohamadou`, but `la Fondation Bill et Melinda Gates`
                let person = self.is_given(next) && self.is_name_part(next + 1);
                if person && next == end + 1 && !self.is_given(end - 1) {
                    break;
                }
                capitals += 1;
                end = next + 1;
            }
        }
        let parts = self.parts_behind(at, end).map(|end| self.owner_behind(end));
        (parts.unwrap_or(end), capitals, adjective || parts.is_some())
    }

    /// Where the nouns in small letters end that belong to a head:
    /// `Association des éleveurs et des pêcheurs`, `Unités de protection du peuple kurde`. `end` is
    /// the end of the name without them.
    fn parts_behind(&self, at: usize, end: usize) -> Option<usize> {
        if !self.is(at, self.rules.chained_heads) {
            return None;
        }
        let small = |index: usize| {
            self.adjoins(index)
                && self.scan.is_word(index)
                && !self.scan.is_capitalised(index)
                && !self.scan.is_stop(index)
        };
        let adjective = |index: usize| {
            self.adjoins(index)
                && (self.is(index, self.rules.organisation_adjectives)
                    || self.is(index, self.rules.demonyms))
        };
        let (mut last, mut listed) = (None, false);
        // The parts of a list count if `et` ends it: `de l’environnement, du territoire et de l’énergie`.
        let mut whole = None;
        for _ in 0..MOST_PARTS {
            let mut noun = last.unwrap_or(end);
            let comma = last.is_some() && self.norm(noun) == ",";
            let and = last.is_some() && self.is(noun, self.rules.conjunctions);
            noun += usize::from(comma || and);
            // `pour la protection`
            let article = |at: usize| self.is(at, self.rules.portfolio_articles);
            let aim = noun == at + 1
                && self.is(noun, self.rules.aims)
                && article(noun + 1)
                && !self.is(noun + 1, self.rules.portfolio_prepositions);
            noun += usize::from(aim);
            let links = (noun..self.end).take(2);
            let links = links.take_while(|it| article(*it));
            if links.clone().count() == 0 {
                break;
            }
            let bare = links.clone().count() == 1 && self.is(noun, self.rules.bare_prepositions);
            noun += links.count();
            // `de lutter` is no noun.
            let verb = bare
                && self
                    .rules
                    .infinitive_endings
                    .iter()
                    .any(|it| self.norm(noun).ends_with(it));
            // `, de retour`
            if !small(noun) || verb || comma && bare {
                break;
            }
            listed = comma || listed && !and;
            let mut next = noun + 1;
            while adjective(next) {
                next += 1;
            }
            // `pays exportateurs de`
            let plural = |index: usize| self.norm(index).ends_with('s');
            // `petites et moyennes entreprises`
            let pair = |index: usize| small(index) && plural(index);
            if next == noun + 1
                && self.is(next, self.rules.conjunctions)
                && plural(noun)
                && pair(next + 1)
                && pair(next + 2)
            {
                next += 3;
            }
            if next == noun + 1 && small(next) && plural(noun) && plural(next) {
                next += 1;
            }
            last = Some(next);
            if !listed {
                whole = last;
            }
        }
        whole
    }

    /// Where the capitals end that a preposition ties to the nouns before `end`:
    /// `Association des éleveurs du Niger`.
    fn owner_behind(&self, end: usize) -> usize {
        let links = (end..self.end).take(2);
        let links = links.take_while(|it| self.is(*it, self.rules.portfolio_articles));
        let next = end + links.count();
        // The `Conseil des États` of `Commission de l’énergie du Conseil des États` is another one.
        let owner = next > end
            && self.is_name_part(next)
            && self.adjoins(next)
            && !self.is(next, self.rules.organisation_heads);
        if owner { self.run(next) } else { end }
    }

    /// A name in quotation marks behind a noun that says what it is: `le mouvement « … »`.
    pub(super) fn quoted(&self, at: usize) -> Option<Found> {
        let mark = at.checked_sub(1).filter(|mark| *mark > self.first)?;
        let close = match self.scan.text(mark) {
            "«" => "»",
            "“" => "”",
            "\"" => "\"",
            _ => return None,
        };
        let cue = mark - 1;
        let organisation = self.scan.is(cue, self.rules.organisation_cues)
            || self.scan.is(cue, self.rules.small_heads);
        if !(organisation || self.scan.is(cue, self.rules.misc_cues)) {
            return None;
        }
        let inside = (at + 1..self.end).take(LONGEST_QUOTED);
        let end = inside.clone().find(|it| self.scan.text(*it) == close)?;
        // `film « Katanga, la danse des scorpions »`
        let plain = (at..end).all(|it| {
            let word = self.scan.is_word(it) || self.scan.kind(it) == TokenKind::Number;
            word || !organisation && self.scan.text(it) == ","
        });
        let label = if organisation {
            Label::ORGANISATION
        } else {
            Label::MISC
        };
        plain.then(|| Found::new(at..end, label, EntitySource::Rule, 0.95))
    }

    /// `groupe Wagner`: a small noun that belongs to the name. `groupe F` is none.
    pub(super) fn small_head(&self, at: usize) -> Option<Found> {
        let heads = self.is(at, self.rules.small_heads)
            && self.is_name_part(at + 1)
            && self.adjoins(at + 1)
            && self.scan.text(at + 1).chars().nth(1).is_some();
        heads.then(|| self.organisation(at..self.run(at + 1), 0.85))
    }

    /// Whether a token is an acronym: two to seven capitals that are no Roman numeral.
    pub(super) fn is_acronym(&self, at: usize) -> bool {
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

    /// Whether the sentence is the signature of an article, such as `AC/APA`: the author's initials
    /// and the agency.
    pub(super) fn signature(&self, at: usize) -> bool {
        at == self.first
            && at + 3 == self.end
            && self.scan.text(at + 1) == "/"
            && self.scan.is_upper(at)
            && self.scan.is_upper(at + 2)
    }

    pub(super) fn organisation(&self, tokens: Range<usize>, score: f32) -> Found {
        Found::new(tokens, Label::ORGANISATION, EntitySource::Rule, score)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{ask, names};
    use super::{MOST_SEPARATORS, is_separator};
    use crate::Language;
    use crate::entity::testing::{Text, both};
    use crate::lang::{LANGUAGES, Rules};

    #[test]
    fn few_known_names_have_a_separator() {
        let rules = LANGUAGES
            .iter()
            .filter_map(|language| Rules::of(*language).names);
        let lists = rules.flat_map(|rules| [rules.organisations, rules.events, rules.places]);
        for name in lists.flat_map(|list| list.words()) {
            let separators = name.chars().filter(|c| is_separator(&c.to_string()));
            assert!(separators.count() <= MOST_SEPARATORS, "{name}");
        }
    }

    /// The quick refusal by the first word refuses no name.
    #[test]
    fn known_names_are_found_by_their_first_word() {
        for language in LANGUAGES {
            let Some(rules) = Rules::of(*language).names else {
                continue;
            };
            for list in [rules.organisations, rules.events, rules.places] {
                for name in list.words() {
                    let text = Text::new(*language, name);
                    let first = rules.bare(text.scan().norm(0));
                    let longest = list.longest_from(first);
                    assert!(longest >= name.chars().count(), "{language} {name}");
                }
            }
        }
    }

    #[test]
    fn a_head_alone_is_no_name() {
        let end = |text: &str| ask(Language::ENGLISH, text, |it| it.headed_organisation(1));
        assert_eq!(end("the University closed"), None);
        assert_eq!(end("the University of Leeds closed"), Some(4));
        assert_eq!(end("the Ministry of Trade and Industry closed"), Some(6));
        // Another head begins another name.
        assert_eq!(
            end("the University of Leeds and University of York"),
            Some(4)
        );
        // A date or the end of the sentence stops it.
        assert_eq!(end("the University of"), None);
    }

    #[test]
    fn a_tail_takes_the_capitals_before_it() {
        let end = |text: &str| ask(Language::ENGLISH, text, |it| it.tailed_organisation(1));
        assert_eq!(end("the Wagner Group left"), Some(3));
        assert_eq!(end("the Group left"), None);
        assert_eq!(end("the Wagner men left"), None);
        for text in both("the Wagner’s Group left") {
            assert_eq!(end(&text), None, "{text}");
        }
    }

    #[test]
    fn a_known_organisation_may_have_a_genitive() {
        let end = |text: &str| ask(Language::ENGLISH, text, |it| it.known_organisation(1));
        for text in both("the European Union’s envoy") {
            assert_eq!(end(&text), Some(3), "{text}");
        }
        assert_eq!(end("the European Union"), Some(3));
        assert_eq!(end("the European union"), None);
        assert_eq!(end("the European man"), None);
    }

    #[test]
    fn an_acronym_is_no_roman_numeral() {
        let acronym = |text: &str| ask(Language::ENGLISH, text, |it| it.is_acronym(0));
        assert!(acronym("ECOWAS") && acronym("AU") && acronym("SADC"));
        assert!(!acronym("XIV") && !acronym("MMXX"));
        assert!(!acronym("A") && !acronym("ABCDEFGH") && !acronym("G20") && !acronym("Ecowas"));
    }

    #[test]
    fn a_signature_is_a_whole_sentence() {
        let signs = |text: &str| ask(Language::ENGLISH, text, |it| it.signature(0));
        assert!(!signs("AC") && !signs("ac / apa"));
        assert!(signs("AC / APA"));
        assert!(!signs("AC / APA said"));
    }

    #[cfg(feature = "fr")]
    #[test]
    fn a_small_head_belongs_to_the_name() {
        for text in both("Le chef du groupe Wagner l’a dit") {
            assert_eq!(names(Language::FRENCH, &text), ["ORG groupe Wagner"]);
        }
        assert!(names(Language::FRENCH, "Le chef du groupe a parlé").is_empty());
    }

    #[test]
    fn a_noun_says_what_a_name_is() {
        let english = Language::ENGLISH;
        assert_eq!(
            names(english, "He read of it on the website Zabbo"),
            ["ORG Zabbo"]
        );
        assert_eq!(
            names(english, "He flew the helicopter Zabbo home"),
            ["MISC Zabbo"]
        );
        assert!(names(english, "He flew the Zabbo home").is_empty());
    }
}
