//! How the names of a language are recognised.

use super::list::List;
use super::rules::{Table, rules};
use crate::normalize::is_apostrophe;

rules! {
    /// How names are recognised in a language. A `bool` is off by default.
    numbered NameRules {
        /// Words between the capitals of a person's name: `de`, `ben`, `Ould`.
        particles: List,
        /// Words between the parts of an organisation's name.
        links: List,
        /// Prepositions that make a place of an unknown name behind them.
        place_prepositions: List,
        /// Other words that say of a town that it is the place and no club: `près`, `dans`.
        outside_places: List,
        /// Nouns that belong to the name of the place right behind them: `fleuve Niger`.
        place_heads: List,
        /// Nouns that make a place of the name behind `de`, and do not belong to it: `ville`.
        place_cues: List,
        /// Nouns that belong to the name of a place after `de`: `golfe de Guinée`.
        tied_place_heads: List,
        /// Adjectives and nouns of countries and regions: `nigérien`.
        demonyms: List,
        /// Demonyms of exactly one country, in one form each, with the name of the country.
        nationalities: Table<&'static str>,
        /// The endings that the other forms of a demonym add.
        demonym_endings: &'static [&'static str],
        /// Lists of given names. The list of all languages stands first.
        first_names: &'static [List],
        /// Adjectives of bodies that belong to the place behind them: `conseil municipal de Newport`.
        local_adjectives: List,
        /// Places that are also given names: `Paris Hilton`.
        given_places: List,
        /// Nouns before a person's name: `général`, `Mme`.
        titles: List,
        /// Endings of further titles: `ministerin` of `Außenministerin`.
        title_endings: &'static [&'static str],
        /// Titles after which the capital of a noun is a name: `Herr`, `König`.
        honorifics: List,
        /// Titles of politeness: `M.`. An office says more of a person.
        courtesies: List,
        /// Verbs that show that the title before them is their subject, and explains no name:
        /// the `a` of `…, le président a dit`.
        auxiliaries: List,
        /// Titles that name their portfolio: the `ministre` of `ministre de la Défense`.
        offices: List,
        /// Portfolios of offices: `défense`.
        portfolios: List,
        /// Prepositions between an office and its portfolio: `de`, `du`.
        portfolio_prepositions: List,
        /// Articles that may follow such a preposition: `la`.
        portfolio_articles: List,
        /// Words before a further portfolio: `et`.
        portfolio_joiners: List,
        /// Endings of titles of several people.
        plural_title_endings: &'static [&'static str],
        /// Titles of several people with other endings.
        plural_titles: List,
        /// Indefinite articles: `un`, `une`.
        indefinite_articles: List,
        /// Prepositions without an article: `de`.
        bare_prepositions: List,
        /// Prepositions before the place where an organisation is, which is no part of its name:
        /// `clinique Zabbo à Dakar`.
        seat_prepositions: List,
        /// Prepositions that say what an organisation is for: `pour`.
        aims: List,
        /// Endings of infinitives, which may stand behind `de` as nouns do.
        infinitive_endings: &'static [&'static str],
        /// Conjunctions: `et`, `ou`.
        conjunctions: List,
        /// Words that may stand between a title and the name, besides demonyms.
        title_adjectives: List,
        /// Nouns that begin an organisation's name if they have a capital: `Conseil`.
        organisation_heads: List,
        /// Nouns in small letters that make an organisation of the place they are tied to:
        /// `université d’Oxford`.
        tied_heads: List,
        /// Those that may be named after a person: `Fondation Nelson Mandela`.
        memorial_heads: List,
        /// Those whose names go on with nouns in small letters: `Association des éleveurs`.
        chained_heads: List,
        /// Nouns that belong to an organisation's name in small letters too: `groupe Wagner`.
        small_heads: List,
        /// Adjectives in small letters that continue an organisation's name, besides demonyms.
        organisation_adjectives: List,
        /// Nouns before the name of a medium or company, which do not belong to it:
        /// `la chaîne Sputnik`.
        organisation_cues: List,
        /// Those of these nouns behind which no person and no place is named: `mouvement Zabbo Bokk`.
        movement_cues: List,
        /// Nouns of what only a company has, before a preposition and its name: `l’acquéreur d’Atotech`.
        company_nouns: List,
        /// Words that end the name of a medium: the `Actu` of `Lomé Actu`.
        media_tails: List,
        /// Nouns before the name of an operation, a product or an event: `opération Barkhane`.
        misc_cues: List,
        /// Those of these nouns behind which even the name of a place is that of a work, a ship or a
        /// storm: `film Timbuktu`.
        naming_cues: List,
        /// Well-known competitions and prizes. A year may follow: `CAN 2019`.
        events: List,
        /// Prepositions that stand in no name: the `depuis` of `Liga depuis Flamengo`.
        outside_names: List,
        /// Words of matches and transfers. In a text with many of them a town may be a club.
        match_words: List,
        /// Names of clubs, but for those of towns. They count in such a text only.
        clubs: List,
        /// Nouns that make a club of a town behind `de`: `l’entraîneur de Cardiff`.
        club_nouns: List,
        /// Words that make a club of a town behind `à`: `transféré à Cardiff`.
        transfers: List,
        /// Nouns of relatives and friends, which show that a name is a person's and are no titles.
        kin: List,
        /// Nouns for the bodies of a state. With a demonym they mean one organisation:
        /// `armée nigérienne`.
        state_heads: List,
        /// Nouns that mean a body of a state with a further adjective: the `forces` of
        /// `forces armées françaises`.
        qualified_heads: List,
        /// Bodies of a state that have a portfolio: `ministère russe de la Défense`.
        ministries: List,
        /// Nouns that end a place's name if they have a capital: `Hyde Park`, `Boston Logan International
        /// Airport`.
        place_tails: List,
        /// Those of these nouns that have a number behind them: `Interstate 93`.
        roads: List,
        /// Letters before the number of a road: the `N` of `N124`.
        road_letters: List,
        /// Articles before such letters. In `le RN 142`, the letters are no road.
        road_articles: List,
        /// Nouns that stand directly before the name of a place: `lieu-dit Le Mainbier`.
        called_places: List,
        /// What begins the name of a region behind another: `Outre-Rhin`.
        beyond: &'static [&'static str],
        /// Words before a further name of a person: `Jimmy Cherizier, alias Barbecue`.
        alias_cues: List,
        /// Small words between the parts of a town's name: `Plaisance-du-Touch`.
        town_links: List,
        /// Names of teams behind their town: `Chicago Bulls`.
        teams: List,
        /// Surnames before given names that the language cuts at a hyphen: `Kim Jong-un`.
        hyphenated_surnames: List,
        /// Nouns that end the name of an event if they have a capital: `Vietnam War`.
        event_tails: List,
        /// Nouns that begin the name of an event if they have a capital: `Battle of Waterloo`.
        event_heads: List,
        /// Nouns that end an organisation's name if they have a capital: `Wagner Group`.
        organisation_tails: List,
        /// The words by which a name goes on behind such a noun. Empty for all `links`.
        tail_links: List,
        /// Well-known organisations.
        organisations: List,
        /// Well-known places that are in no gazetteer of towns and countries: `Wall Street`.
        places: List,
        /// Words with a capital that are no names.
        never_names: List,
        /// Names of illnesses, which are neither people, places nor organisations.
        illnesses: List,
        /// Words before a hyphen and a name, which together mean a supporter or opponent:
        /// `anti-Erdogan`.
        sides: List,
        /// Places whose names are also words or names of people. The gazetteer marks those of
        /// French itself.
        ambiguous_places: List,
        /// Places have the names that the gazetteer keeps for languages other than French.
        foreign_places: bool,
        /// Endings of a name that owns what follows, the longer first.
        genitives: &'static [&'static str],
        /// Endings of a possessive, the longer first, which do not belong to the name: the `'s` of
        /// `Russia's`, the `'` of `ministers'`.
        possessives: &'static [&'static str],
        /// Demonyms have a capital.
        demonym_capitals: bool,
        /// All nouns have a capital, so a capital says little.
        noun_capitals: bool,
        /// A portfolio stands before its office: `Defence Minister`.
        portfolios_first: bool,
        /// Headlines have a capital at nearly every word.
        title_case: bool,
        /// Two or more unknown capitals are a name even at the head of a sentence, where a capital
        /// says nothing. Only for a language with a tagger, which removes the wrong ones.
        unknown_names_at_heads: bool,
        /// Two or more unknown capitals are a person even without an apposition. Only for a
        /// language with a tagger, which removes the wrong ones.
        unknown_people: bool,
        /// A person's name may stand before a capital that is no part of it. Off, `John Street` is
        /// no person.
        people_before_capitals: bool,
        /// The capitals behind a place belong to its name even where a given name begins. Off,
        /// `in Panama Juan Carlos Varela` has a place and a person.
        places_before_people: bool,
        /// Behind an office, a name that a place and an organisation share is the place.
        portfolio_places: bool,
        /// Inside a sentence a stop word is no given name. Off, `Ali` is one, though it is a stop
        /// word of Portuguese.
        stop_words_before_given_names: bool,
        /// A stop word with a capital at the head of a sentence may be a well-known organisation.
        stop_word_organisations: bool,
        /// A conjunction separates two organisations only if no preposition ties the second to the
        /// first. So `l’Union africaine et l’Union européenne` are two, and
        /// `Ministère des Affaires et de l’Union` is one. Off, a head or an article behind the
        /// conjunction is enough.
        untied_heads_part: bool,
    }
}

impl NameRules {
    /// A word in lower case, without the ending of a genitive.
    pub(crate) fn bare<'a>(&self, word: &'a str) -> &'a str {
        let mut endings = self.genitives.iter();
        let bare = endings.find_map(|ending| without_ending(word, ending));
        bare.filter(|bare| bare.len() > 1).unwrap_or(word)
    }

    /// The length in bytes of a possessive ending at the end of a token, in any case. 0 if there is
    /// none, or if the token is nothing else.
    pub(crate) fn possessive(&self, token: &str) -> usize {
        let mut endings = self.possessives.iter();
        let bare = endings.find_map(|ending| {
            let bare = without_ending(token, ending);
            let upper = || without_ending(token, &ending.to_uppercase());
            bare.or_else(upper).filter(|bare| !bare.is_empty())
        });
        bare.map_or(0, |bare| token.len() - bare.len())
    }

    /// Whether a title is that of several people.
    pub(crate) fn is_plural_title(&self, norm: &str) -> bool {
        let mut endings = self.plural_title_endings.iter();
        norm.len() > 3 && endings.any(|ending| norm.ends_with(ending))
            || self.plural_titles.holds(norm)
    }

    /// The country that a demonym means, if it means exactly one.
    pub(crate) fn country(&self, norm: &str) -> Option<&'static str> {
        let find = |form: &str| {
            let rows = self.nationalities;
            let row = rows
                .binary_search_by(|(known, _)| (*known).cmp(form))
                .ok()?;
            rows.get(row).map(|(_, country)| *country)
        };
        let mut endings = self.demonym_endings.iter();
        find(norm).or_else(|| endings.find_map(|ending| find(norm.strip_suffix(ending)?)))
    }

    /// Whether a word is a title, which may stand before a person's name.
    pub(crate) fn is_title(&self, norm: &str) -> bool {
        self.titles.holds(norm) || self.has_title_ending(norm)
    }

    /// Whether a word ends as titles do that are not listed.
    pub(crate) fn has_title_ending(&self, norm: &str) -> bool {
        let ends = |ending: &&str| norm.ends_with(*ending);
        self.title_endings.iter().any(ends)
    }
}

/// The word without the ending, if it has it. A `'` in the ending matches either apostrophe.
fn without_ending<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let mut rest = word.chars();
    let same = |own: char, c: char| c == own || own == '\'' && is_apostrophe(c);
    let mut endings = ending.chars().rev();
    let ends = endings.all(|own| rest.next_back().is_some_and(|c| same(own, c)));
    ends.then_some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn possessives_have_an_apostrophe() {
        let rules = NameRules {
            possessives: &["'s", "'"],
            ..NameRules::NONE
        };
        for (token, length) in [
            ("Russia's", 2),
            ("Russia’s", 4),
            ("ministers'", 1),
            ("ministers’", 3),
            ("NATO'S", 2),
            ("Malis", 0),
            ("D'Souza", 0),
            ("'s", 0),
            ("’", 0),
            ("", 0),
        ] {
            assert_eq!(rules.possessive(token), length, "{token}");
            assert_eq!(NameRules::NONE.possessive(token), 0, "{token}");
        }
    }
}
