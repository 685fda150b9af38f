//! What the names of a language are made of, and whose words are quoted.

use super::list::List;

/// What names are made of in a language.
#[derive(Debug)]
pub(crate) struct NameRules {
    /// What joins the capitals of a person's name: `de`, `ben`, `Ould`.
    pub(crate) particles: List,
    /// What joins the parts of an organisation's name.
    pub(crate) links: List,
    /// Prepositions after which an unknown name is a place.
    pub(crate) place_prepositions: List,
    /// Nouns that belong to the name of a place behind them: `fleuve Niger`.
    pub(crate) place_heads: List,
    /// Those that do so with `de` between: `golfe de Guinée`.
    pub(crate) tied_place_heads: List,
    pub(crate) demonyms: List,
    /// Demonyms that mean one country, in one form each, with its name. Sorted.
    pub(crate) nationalities: &'static [(&'static str, &'static str)],
    /// What the other forms of a demonym end with.
    pub(crate) demonym_endings: &'static [&'static str],
    /// Given names, those of all languages first.
    pub(crate) first_names: &'static [List],
    /// Nouns before a person's name.
    pub(crate) titles: List,
    /// How others end: `Außenministerin`.
    pub(crate) title_endings: &'static [&'static str],
    /// Titles after which a noun's capital is a name: `Herr`.
    pub(crate) honorifics: List,
    /// Titles that name their portfolio: `ministre de la Défense`.
    pub(crate) offices: List,
    pub(crate) portfolios: List,
    /// What leads to a portfolio, what may follow that, and what leads to one more.
    pub(crate) portfolio_prepositions: List,
    pub(crate) portfolio_articles: List,
    pub(crate) portfolio_joiners: List,
    /// Titles of several people that do not end in `s`.
    pub(crate) plural_titles: List,
    /// `et`, `ou`.
    pub(crate) conjunctions: List,
    /// What may stand between a title and the name, demonyms apart.
    pub(crate) title_adjectives: List,
    /// Words that begin an organisation's name when they have a capital.
    pub(crate) organisation_heads: List,
    /// Words that belong to an organisation's name without one.
    pub(crate) small_heads: List,
    /// Small adjectives that go on with an organisation's name, demonyms apart.
    pub(crate) organisation_adjectives: List,
    /// Nouns before the name of a medium or company.
    pub(crate) organisation_cues: List,
    /// Words that end the name of a medium: `Lomé Actu`.
    pub(crate) media_tails: List,
    /// Nouns before the name of an operation, a product, an event.
    pub(crate) misc_cues: List,
    /// Nouns of a state's bodies, which with a demonym mean one of them: `armée nigérienne`.
    pub(crate) state_heads: List,
    /// Nouns that do so with an adjective besides: `forces armées françaises`.
    pub(crate) qualified_heads: List,
    /// The state's bodies that have a portfolio: `ministère russe de la Défense`.
    pub(crate) ministries: List,
    /// Words that end an organisation's name when they have a capital: `Wagner Group`.
    pub(crate) organisation_tails: List,
    /// Well-known organisations.
    pub(crate) organisations: List,
    /// Words that are no name though they have a capital.
    pub(crate) never_names: List,
    /// Names of illnesses, which are neither people, places nor organisations.
    pub(crate) illnesses: List,
    /// What says, before a hyphen and a name, that somebody is for or against it: `anti-Erdogan`.
    pub(crate) sides: List,
    /// Names of places that are words or names of people too; the gazetteer knows those of French.
    pub(crate) ambiguous_places: List,
    /// Whether places have the names that the gazetteer keeps for other languages than French.
    pub(crate) foreign_places: bool,
    /// The endings of a name that owns what follows.
    pub(crate) genitives: &'static [&'static str],
    /// Whether demonyms have a capital.
    pub(crate) demonym_capitals: bool,
    /// Whether all nouns have a capital, which then says little.
    pub(crate) noun_capitals: bool,
    /// Whether a portfolio stands before its office: `Defence Minister`.
    pub(crate) portfolios_first: bool,
    /// Whether headlines have capitals at nearly all words.
    pub(crate) title_case: bool,
    /// Whether two capitals that nothing explains are taken for a name; a tagger sees to it that
    /// they are not taken too often.
    pub(crate) guesses: bool,
}

impl NameRules {
    pub(crate) const NONE: Self = Self {
        particles: List::EMPTY,
        links: List::EMPTY,
        place_prepositions: List::EMPTY,
        place_heads: List::EMPTY,
        tied_place_heads: List::EMPTY,
        demonyms: List::EMPTY,
        nationalities: &[],
        demonym_endings: &[],
        first_names: &[],
        titles: List::EMPTY,
        title_endings: &[],
        honorifics: List::EMPTY,
        offices: List::EMPTY,
        portfolios: List::EMPTY,
        portfolio_prepositions: List::EMPTY,
        portfolio_articles: List::EMPTY,
        portfolio_joiners: List::EMPTY,
        plural_titles: List::EMPTY,
        conjunctions: List::EMPTY,
        title_adjectives: List::EMPTY,
        organisation_heads: List::EMPTY,
        small_heads: List::EMPTY,
        organisation_adjectives: List::EMPTY,
        organisation_cues: List::EMPTY,
        media_tails: List::EMPTY,
        misc_cues: List::EMPTY,
        state_heads: List::EMPTY,
        qualified_heads: List::EMPTY,
        ministries: List::EMPTY,
        organisation_tails: List::EMPTY,
        organisations: List::EMPTY,
        never_names: List::EMPTY,
        illnesses: List::EMPTY,
        sides: List::EMPTY,
        ambiguous_places: List::EMPTY,
        foreign_places: false,
        genitives: &[],
        demonym_capitals: false,
        noun_capitals: false,
        portfolios_first: false,
        title_case: false,
        guesses: false,
    };

    /// A normal form without the ending of a genitive, if it has one.
    pub(crate) fn bare<'a>(&self, norm: &'a str) -> &'a str {
        let mut endings = self.genitives.iter();
        let bare = endings.find_map(|ending| norm.strip_suffix(ending));
        bare.filter(|bare| bare.len() > 1).unwrap_or(norm)
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
        let ends = |ending: &&str| norm.ends_with(*ending);
        self.titles.holds(norm) || self.title_endings.iter().any(ends)
    }
}

/// What says whose words are quoted in a language.
#[derive(Debug)]
pub(crate) struct SpeechRules {
    /// Forms of verbs that stand before or after who speaks.
    pub(crate) verbs: List,
    /// Prepositions that do.
    pub(crate) according: List,
    /// What the words for somebody begin with.
    pub(crate) determiners: List,
    /// What joins their parts: `du`, and the articles that may follow `de`.
    pub(crate) of: List,
    pub(crate) articles: List,
}
