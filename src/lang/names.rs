//! What the names of a language are made of.

use super::list::List;
use super::rules::{Table, rules};
use crate::normalize::is_apostrophe;

rules! {
    /// What names are made of in a language.
    numbered NameRules {
        /// What joins the capitals of a person's name: `de`, `ben`, `Ould`.
        particles: List,
        /// What joins the parts of an organisation's name.
        links: List,
        /// Prepositions after which an unknown name is a place.
        place_prepositions: List,
        /// Nouns that belong to the name of a place behind them: `fleuve Niger`.
        place_heads: List,
        /// Those that do so with `de` between: `golfe de Guinée`.
        tied_place_heads: List,
        demonyms: List,
        /// Demonyms that mean one country, in one form each, with its name.
        nationalities: Table<&'static str>,
        /// What the other forms of a demonym end with.
        demonym_endings: &'static [&'static str],
        /// Given names, those of all languages first.
        first_names: &'static [List],
        /// Nouns before a person's name.
        titles: List,
        /// How others end: `Außenministerin`.
        title_endings: &'static [&'static str],
        /// Titles after which a noun's capital is a name: `Herr`.
        honorifics: List,
        /// Titles that name their portfolio: `ministre de la Défense`.
        offices: List,
        portfolios: List,
        /// What leads to a portfolio, what may follow that, and what leads to one more.
        portfolio_prepositions: List,
        portfolio_articles: List,
        portfolio_joiners: List,
        /// How titles of several people end, and those that end otherwise.
        plural_title_endings: &'static [&'static str],
        plural_titles: List,
        /// `et`, `ou`.
        conjunctions: List,
        /// What may stand between a title and the name, demonyms apart.
        title_adjectives: List,
        /// Words that begin an organisation's name when they have a capital.
        organisation_heads: List,
        /// Words that belong to an organisation's name without one.
        small_heads: List,
        /// Small adjectives that go on with an organisation's name, demonyms apart.
        organisation_adjectives: List,
        /// Nouns before the name of a medium or company.
        organisation_cues: List,
        /// Words that end the name of a medium: `Lomé Actu`.
        media_tails: List,
        /// Nouns before the name of an operation, a product, an event.
        misc_cues: List,
        /// Nouns of a state's bodies, which with a demonym mean one of them: `armée nigérienne`.
        state_heads: List,
        /// Nouns that do so with an adjective besides: `forces armées françaises`.
        qualified_heads: List,
        /// The state's bodies that have a portfolio: `ministère russe de la Défense`.
        ministries: List,
        /// Words that end an organisation's name when they have a capital: `Wagner Group`.
        organisation_tails: List,
        /// Well-known organisations.
        organisations: List,
        /// Words that are no name though they have a capital.
        never_names: List,
        /// Names of illnesses, which are neither people, places nor organisations.
        illnesses: List,
        /// What says, before a hyphen and a name, that somebody is for or against it: `anti-Erdogan`.
        sides: List,
        /// Names of places that are words or names of people too; the gazetteer knows those of French.
        ambiguous_places: List,
        /// Whether places have the names that the gazetteer keeps for other languages than French.
        foreign_places: bool,
        /// The endings of a name that owns what follows, the longer first.
        genitives: &'static [&'static str],
        /// Those of a possessive, the longer first, which do not belong to the name: `Russia's`,
        /// `ministers'`.
        possessives: &'static [&'static str],
        /// Whether demonyms have a capital.
        demonym_capitals: bool,
        /// Whether all nouns have a capital, which then says little.
        noun_capitals: bool,
        /// Whether a portfolio stands before its office: `Defence Minister`.
        portfolios_first: bool,
        /// Whether headlines have capitals at nearly all words.
        title_case: bool,
        /// Whether two capitals or more that nothing explains are a name where a capital says
        /// nothing, as at the head of a sentence. A tagger must see to it that they are not too many.
        unknown_names_at_heads: bool,
        /// Whether they are a person though no apposition tells so. A tagger must see to it too.
        unknown_people: bool,
        /// Whether a person's name may stand before a capital that is no part of it; elsewhere `John
        /// Street` is no person.
        people_before_capitals: bool,
        /// Whether the capitals behind a place belong to its name though a given name begins there;
        /// elsewhere `in Panama Juan Carlos Varela` is a place and a person.
        places_before_people: bool,
        /// Whether behind an office a place is read where an organisation has the same name.
        portfolio_places: bool,
        /// Whether a stop word is no given name inside a sentence; elsewhere `Ali` is one, though it
        /// is a word of the Portuguese grammar.
        stop_words_before_given_names: bool,
        /// Whether a stop word with a capital at the head of a sentence may be a known organisation.
        stop_word_organisations: bool,
        /// Whether a conjunction parts two organisations only where nothing ties the second to the
        /// first: `l’Union africaine et l’Union européenne`, not `des Affaires et de l’Union`;
        /// elsewhere a head or an article is enough.
        untied_heads_part: bool,
    }
}

impl NameRules {
    /// A word in lower case without the ending of a genitive, if it has one.
    pub(crate) fn bare<'a>(&self, word: &'a str) -> &'a str {
        let mut endings = self.genitives.iter();
        let bare = endings.find_map(|ending| without_ending(word, ending));
        bare.filter(|bare| bare.len() > 1).unwrap_or(word)
    }

    /// How many bytes at the end of a token are the ending of a possessive, in any case; 0 for a
    /// token that is nothing else.
    pub(crate) fn possessive(&self, token: &str) -> usize {
        let mut endings = self.possessives.iter();
        let bare = endings.find_map(|ending| {
            let bare = without_ending(token, ending);
            let upper = || without_ending(token, &ending.to_uppercase());
            bare.or_else(upper).filter(|bare| !bare.is_empty())
        });
        bare.map_or(0, |bare| token.len() - bare.len())
    }

    /// Whether a title is one of several people.
    pub(crate) fn is_plural_title(&self, norm: &str) -> bool {
        let mut endings = self.plural_title_endings.iter();
        norm.len() > 3 && endings.any(|ending| norm.ends_with(ending))
            || self.plural_titles.holds(norm)
    }

    /// The one country that a demonym means.
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

    /// Whether a word stands before a person's name.
    pub(crate) fn is_title(&self, norm: &str) -> bool {
        self.titles.holds(norm) || self.has_title_ending(norm)
    }

    /// Whether a word ends as titles do that are not listed.
    pub(crate) fn has_title_ending(&self, norm: &str) -> bool {
        let ends = |ending: &&str| norm.ends_with(*ending);
        self.title_endings.iter().any(ends)
    }
}

/// A word without an ending, in which `'` stands for any apostrophe.
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
