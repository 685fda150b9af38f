//! What belongs to one language and nothing else, a folder each.
//!
//! A room takes `&Rules` and never asks which language it has. To add a language, copy
//! `template/`, fill its lists, and add a line to [`Rules::of`].

mod ar;
mod bm;
#[cfg(feature = "entities")]
mod dates;
mod de;
mod en;
mod es;
#[cfg(feature = "fr")]
pub(crate) mod fr;
#[cfg(feature = "entities")]
mod given_names;
mod ha;
mod it;
mod ja;
pub(crate) mod list;
mod nl;
mod pt;
mod ru;
mod sw;
mod template;
mod wo;

use crate::document::{Pos, Stop, ZoneKind};
use crate::language::Language;
#[cfg(feature = "entities")]
pub(crate) use dates::{DateRules, Phrases};
use list::List;

/// The rules of a language. Empty lists do nothing.
#[derive(Debug)]
pub(crate) struct Rules {
    /// Correct the words of UAX #29: initials, abbreviations, `fin.Le`, and what is below.
    pub(crate) corrects: bool,
    /// What hyphens tie is one word.
    pub(crate) hyphens: bool,
    /// Numbers that hyphens tie are one word, where other words are not.
    pub(crate) number_hyphens: bool,
    /// A hyphen at the end of a word belongs to it: `land- en tuinbouw`.
    pub(crate) trailing_hyphens: bool,
    /// Numbers that slashes tie are one word.
    pub(crate) slashes: bool,
    /// Letters that slashes tie are one word.
    pub(crate) letter_slashes: bool,
    /// Brackets without a space, `+` and `=` inside a word belong to it: `lid(staten)`, `a+b`.
    pub(crate) formulas: bool,
    /// Numbers that colons tie are one word.
    pub(crate) times: bool,
    /// Letters that `&` ties are one word.
    pub(crate) ampersands: bool,
    /// The `h` of `20h30` is a word of its own.
    pub(crate) hours: bool,
    /// Spaces group the digits of a number.
    pub(crate) digit_groups: bool,
    /// A number holds the sign before it.
    pub(crate) signs: bool,
    /// A number holds the `%` after it.
    pub(crate) percents: bool,
    /// A number with a dot is an ordinal before what it counts.
    pub(crate) ordinals: bool,
    /// A run of one mark is one token: `!!`, `***`.
    pub(crate) runs: bool,
    /// `:-)` is one token.
    pub(crate) emoticons: bool,
    /// Two backquotes or two apostrophes are a quotation mark.
    pub(crate) tex_quotes: bool,
    /// A sentence may begin with a small letter after a full stop.
    pub(crate) small_starts: bool,
    /// The space beside a `"` tells whether it opens or closes.
    pub(crate) tight_quotes: bool,
    /// What may stand before an apostrophe as a word of its own.
    pub(crate) elisions: List,
    /// Words that an elision or a clitic would cut.
    pub(crate) whole_words: List,
    /// What a hyphen may tie to the word before it.
    pub(crate) clitics: List,
    /// What may stand behind an apostrophe that begins a word.
    pub(crate) aphereses: List,
    /// What a hyphen ties to the word after it, where others do not.
    pub(crate) prefixes: List,
    /// Units with a slash or a power.
    pub(crate) units: List,
    /// What may stand before `$`.
    pub(crate) dollars: List,
    /// What may stand in brackets at the end of a word.
    pub(crate) inclusive_endings: List,
    /// Abbreviations, without their dot, that end no sentence.
    pub(crate) abbreviations: List,
    /// The same, but only with a capital.
    pub(crate) title_abbreviations: List,
    /// The same, but only before a number.
    pub(crate) number_abbreviations: List,
    /// The same, but not before a capital.
    pub(crate) inner_abbreviations: List,
    /// Abbreviations that may end one.
    pub(crate) closing_abbreviations: List,
    /// Marks that end a sentence before a capital, beside those of all languages.
    pub(crate) closing_marks: List,
    /// What ties a quotation without a space to the sentence around it: `「…。」と`.
    pub(crate) quotation_particles: List,
    /// Whether a short word with a dot before a small one is taken for an abbreviation.
    pub(crate) short_words_abbreviate: bool,
    /// Stop words of the first tier.
    pub(crate) function_words: List,
    /// Stop words of the second tier.
    pub(crate) extended_words: List,
    /// Those of either tier that deny.
    pub(crate) negations: List,
    /// What lemmas are made of.
    pub(crate) lemmas: Option<&'static LemmaRules>,
    /// What press zones are told by.
    pub(crate) zones: &'static ZoneRules,
    /// What names are made of.
    #[cfg(feature = "entities")]
    pub(crate) names: Option<&'static NameRules>,
    /// What dates are made of.
    #[cfg(feature = "entities")]
    pub(crate) dates: Option<&'static DateRules>,
    /// What says whose words are quoted.
    #[cfg(feature = "entities")]
    pub(crate) speech: Option<&'static SpeechRules>,
}

/// What lemmas are made of in a language, beside its lexicon.
#[derive(Debug)]
pub(crate) struct LemmaRules {
    /// Words whose lemma is listed, sorted: for a part of speech, the word and the lemma.
    pub(crate) listed: &'static [(&'static str, Pos, &'static str)],
    /// The endings of unknown words and what stands for them in the lemma, the longer first.
    pub(crate) endings: &'static [(Pos, &'static str, &'static str)],
    /// Endings that are one only where the lexicon has the lemma: the `er` of comparatives.
    pub(crate) checked_endings: &'static [(Pos, &'static str, &'static str)],
    /// Words that stand for two, sorted: for a part of speech, the two with their own.
    pub(crate) contractions: &'static [(&'static str, Pos, Contraction)],
    /// What ties a word to the one before it, the longer first: `-t-il`.
    pub(crate) ties: &'static [&'static str],
    /// Words that an apostrophe ties to the end of any word: `John's`.
    pub(crate) enclitics: &'static [&'static str],
    /// Pronouns that stand at the end of a verb, the longer first: `decirlo`.
    pub(crate) verb_pronouns: &'static [&'static str],
    /// How a verb is spelt before them, and without: `dándolo`, `dando`.
    pub(crate) before_pronouns: &'static [(&'static str, &'static str)],
    /// The letters with accents that a capital stands for.
    pub(crate) capitals: &'static [(char, &'static [char])],
    /// Other spellings, and those of the lexicon: `oeuvre`, `œuvre`.
    pub(crate) spellings: &'static [(&'static str, &'static str)],
    /// Words are written together, and the last part tells the lemma: `Bundesregierungen`.
    pub(crate) compounds: bool,
    /// The lemma of a noun has a capital.
    pub(crate) capital_nouns: bool,
}

/// The two words that a contraction stands for, with their parts of speech.
pub(crate) type Contraction = [(&'static str, Pos); 2];

impl LemmaRules {
    /// No rules: the lexicon alone.
    pub(crate) const NONE: Self = Self {
        listed: &[],
        endings: &[],
        checked_endings: &[],
        contractions: &[],
        ties: &[],
        enclitics: &[],
        verb_pronouns: &[],
        before_pronouns: &[],
        capitals: &[],
        spellings: &[],
        compounds: false,
        capital_nouns: false,
    };

    /// The listed lemma of a normal form.
    pub(crate) fn listed(&self, norm: &str, pos: Pos) -> Option<&'static str> {
        let found = self
            .listed
            .binary_search_by(|(word, own, _)| (*word, *own).cmp(&(norm, pos)));
        self.listed.get(found.ok()?).map(|(_, _, lemma)| *lemma)
    }

    /// What endings of the language make of a normal form: what is left of it, and what follows.
    pub(crate) fn guesses<'a>(
        endings: &'static [(Pos, &'static str, &'static str)],
        norm: &'a str,
        pos: Pos,
    ) -> impl Iterator<Item = (&'a str, &'static str)> {
        let pos = if pos == Pos::Aux { Pos::Verb } else { pos };
        let endings = endings.iter().filter(move |(own, ..)| *own == pos);
        endings.filter_map(move |(_, ending, instead)| {
            // A stem has two letters at least.
            let stem = norm.strip_suffix(ending)?;
            (stem.chars().nth(1).is_some()).then_some((stem, *instead))
        })
    }

    /// The two words that a normal form stands for.
    pub(crate) fn contraction(&self, norm: &str, pos: Pos) -> Option<Contraction> {
        let mut found = self.contractions.iter();
        let found = found.find(|(word, own, _)| *word == norm && *own == pos);
        found.map(|(_, _, words)| *words)
    }
}

/// What press zones are told by in a language, beside the layout of the text.
#[derive(Debug)]
pub(crate) struct ZoneRules {
    /// The months and their abbreviations, with their numbers.
    pub(crate) months: Table,
    /// The days of the week, Monday 0.
    pub(crate) weekdays: Table,
    /// Whether the month of a numeric date may stand first.
    pub(crate) month_first: bool,
    /// What may stand behind the number of a day: `er`, `th`.
    pub(crate) day_endings: List,
    /// What may stand before a date, and what of it says that the day is the day of writing.
    pub(crate) articles: List,
    pub(crate) demonstratives: List,
    /// What may stand between a date and an hour.
    pub(crate) hour_prepositions: List,
    /// What a line begins with that is no story, sorted, in small letters without accents: what
    /// it is, and what must follow.
    pub(crate) phrases: &'static [(&'static str, ZoneKind, Form)],
    /// News agencies, and what stands for them: `agences`.
    pub(crate) agencies: List,
    /// Where readers are called to: `newsletter`.
    pub(crate) channels: List,
    /// Small words in names of people and places.
    pub(crate) particles: List,
    /// What may stand between the names of a byline.
    pub(crate) joiners: List,
    /// What captions say behind a bracket or comma, in small letters without accents: `à gauche`.
    pub(crate) caption_asides: &'static [&'static str],
    /// What they say behind a name: `lors d'une` cérémonie.
    pub(crate) caption_links: &'static [&'static str],
    /// The endings of past participles, and participles with others.
    pub(crate) participle_endings: &'static [&'static str],
    pub(crate) participles: List,
    /// What stands before a noun, which has some of those endings too.
    pub(crate) determiners: List,
    /// What stands before a place.
    pub(crate) place_prepositions: List,
    /// Words that a caption without a verb does not hold: auxiliaries and pronouns.
    pub(crate) finite_words: List,
}

/// What must follow a phrase for its line to be no story.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// Nothing: `Publicité`, `3 commentaires`.
    Alone,
    /// Whatever there is: `Tous droits réservés`.
    Start,
    /// A colon and a few words: `Source : Rfi`.
    Label,
    /// A date, and little more: `Publié le 12 mars 2024 à 10h12`.
    Dated,
    /// The same, and the date is not that of publication: `Mis à jour le 12 mars 2024`.
    Redated,
    /// Nothing, or a headline: `Lire aussi : Niger, la Russie s’installe`.
    Link,
    /// A call with one of the channels in it: `Abonnez-vous à notre newsletter`.
    Call,
    /// Names: `Par Jean Dupont`.
    Names,
    /// Agencies: `Avec AFP`.
    Agencies,
}

impl ZoneRules {
    pub(crate) const NONE: Self = Self {
        months: &[],
        weekdays: &[],
        month_first: false,
        day_endings: List::EMPTY,
        articles: List::EMPTY,
        demonstratives: List::EMPTY,
        hour_prepositions: List::EMPTY,
        phrases: &[],
        agencies: List::EMPTY,
        channels: List::EMPTY,
        particles: List::EMPTY,
        joiners: List::EMPTY,
        caption_asides: &[],
        caption_links: &[],
        participle_endings: &[],
        participles: List::EMPTY,
        determiners: List::EMPTY,
        place_prepositions: List::EMPTY,
        finite_words: List::EMPTY,
    };
}

/// What names are made of in a language.
#[cfg(feature = "entities")]
#[derive(Debug)]
pub(crate) struct NameRules {
    /// What joins the capitals of a person's name: `de`, `ben`, `Ould`.
    pub(crate) particles: List,
    /// What joins the parts of an organisation's name.
    pub(crate) links: List,
    /// Prepositions after which an unknown name is a place.
    pub(crate) place_prepositions: List,
    pub(crate) demonyms: List,
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

#[cfg(feature = "entities")]
impl NameRules {
    pub(crate) const NONE: Self = Self {
        particles: List::EMPTY,
        links: List::EMPTY,
        place_prepositions: List::EMPTY,
        demonyms: List::EMPTY,
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

    /// Whether a word stands before a person's name.
    pub(crate) fn is_title(&self, norm: &str) -> bool {
        let ends = |ending: &&str| norm.ends_with(*ending);
        self.titles.holds(norm) || self.title_endings.iter().any(ends)
    }
}

/// What says whose words are quoted in a language.
#[cfg(feature = "entities")]
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

/// Words with a number each, sorted.
pub(crate) type Table = &'static [(&'static str, i32)];

impl Rules {
    /// No corrections: Unicode's rules alone.
    pub(crate) const NONE: Self = Self {
        corrects: false,
        hyphens: false,
        number_hyphens: false,
        trailing_hyphens: false,
        slashes: false,
        letter_slashes: false,
        formulas: false,
        times: false,
        ampersands: false,
        hours: false,
        digit_groups: false,
        signs: false,
        percents: false,
        ordinals: false,
        runs: false,
        emoticons: false,
        tex_quotes: false,
        small_starts: false,
        tight_quotes: false,
        elisions: List::EMPTY,
        whole_words: List::EMPTY,
        clitics: List::EMPTY,
        aphereses: List::EMPTY,
        prefixes: List::EMPTY,
        units: List::EMPTY,
        dollars: List::EMPTY,
        inclusive_endings: List::EMPTY,
        abbreviations: List::EMPTY,
        title_abbreviations: List::EMPTY,
        number_abbreviations: List::EMPTY,
        inner_abbreviations: List::EMPTY,
        closing_abbreviations: List::EMPTY,
        closing_marks: List::EMPTY,
        quotation_particles: List::EMPTY,
        short_words_abbreviate: false,
        function_words: List::EMPTY,
        extended_words: List::EMPTY,
        negations: List::EMPTY,
        lemmas: None,
        zones: &ZoneRules::NONE,
        #[cfg(feature = "entities")]
        names: None,
        #[cfg(feature = "entities")]
        dates: None,
        #[cfg(feature = "entities")]
        speech: None,
    };

    /// The rules of a language; those of the template, which are empty, where it has none.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::ARABIC => &ar::RULES,
            Language::BAMBARA => &bm::RULES,
            Language::DUTCH => &nl::RULES,
            Language::ENGLISH => &en::RULES,
            #[cfg(feature = "fr")]
            Language::FRENCH => &fr::RULES,
            Language::GERMAN => &de::RULES,
            Language::HAUSA => &ha::RULES,
            Language::ITALIAN => &it::RULES,
            Language::JAPANESE => &ja::RULES,
            Language::PORTUGUESE => &pt::RULES,
            Language::RUSSIAN => &ru::RULES,
            Language::SPANISH => &es::RULES,
            Language::SWAHILI => &sw::RULES,
            Language::WOLOF => &wo::RULES,
            _ => &template::RULES,
        }
    }

    pub(crate) fn has_stop_words(&self) -> bool {
        !self.function_words.is_empty()
    }

    /// How dispensable a word is, by its normal form.
    pub(crate) fn stop(&self, norm: &str) -> Stop {
        if self.function_words.holds(norm) {
            Stop::Function
        } else if self.extended_words.holds(norm) {
            Stop::Extended
        } else {
            Stop::No
        }
    }
}

/// The number of a word in a sorted table.
pub(crate) fn number(table: Table, norm: &str) -> Option<i32> {
    let index = table.binary_search_by(|(word, _)| (*word).cmp(norm)).ok()?;
    table.get(index).map(|(_, number)| *number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every language with a folder, and one without.
    const LANGUAGES: [Language; 15] = [
        Language::ARABIC,
        Language::BAMBARA,
        Language::DUTCH,
        Language::ENGLISH,
        Language::FRENCH,
        Language::GERMAN,
        Language::HAUSA,
        Language::ITALIAN,
        Language::JAPANESE,
        Language::PORTUGUESE,
        Language::RUSSIAN,
        Language::SPANISH,
        Language::SWAHILI,
        Language::WOLOF,
        Language::UNDETERMINED,
    ];

    fn check(name: &str, list: List) {
        for pair in list.words().windows(2) {
            assert!(
                pair[0] < pair[1],
                "{name}: {:?} before {:?}",
                pair[0],
                pair[1]
            );
        }
        for word in list.words() {
            assert!(word.len() <= list::LONGEST, "{name}: {word}");
            let plain = word.to_lowercase().replace('’', "'");
            assert_eq!(crate::normalize::nfc(&plain), *word, "{name}");
        }
    }

    /// Words beyond Latin are not asked whether they elide.
    #[test]
    fn latin_letters_elide() {
        for language in LANGUAGES {
            for word in Rules::of(language).elisions.words() {
                let latin = |c: char| c.is_alphabetic() && c < '\u{370}';
                assert!(word.starts_with(latin), "{language}: {word}");
            }
        }
    }

    /// The battery that every language passes.
    #[test]
    fn lemma_tables_are_sorted() {
        for language in LANGUAGES {
            let Some(lemmas) = Rules::of(language).lemmas else {
                continue;
            };
            let key = |(word, pos, _): &(&'static str, Pos, &str)| (*word, *pos);
            assert!(lemmas.listed.is_sorted_by(|a, b| key(a) < key(b)));
            let sorted = |endings: &[(Pos, &str, &str)]| {
                endings
                    .is_sorted_by(|(a, one, _), (b, other, _)| a != b || one.len() >= other.len())
            };
            assert!(sorted(lemmas.checked_endings), "{language}");
            for (index, (pos, ending, _)) in lemmas.endings.iter().enumerate() {
                let hidden = lemmas.endings[..index].iter().any(|(other, before, _)| {
                    other == pos && ending != before && ending.ends_with(before)
                });
                assert!(!hidden, "{pos} {ending}: a shorter ending comes before it");
            }
        }
    }

    #[test]
    fn phrases_are_sorted_and_plain() {
        for language in LANGUAGES {
            let zones = Rules::of(language).zones;
            for pair in zones.phrases.windows(2) {
                assert!(pair[0].0 <= pair[1].0, "{language}: {pair:?}");
            }
            let phrases = zones.phrases.iter().map(|(phrase, ..)| phrase);
            for phrase in phrases
                .chain(zones.caption_asides)
                .chain(zones.caption_links)
            {
                let plain = |c: char| c.is_ascii_lowercase() || matches!(c, ' ' | '-' | '\'');
                assert!(phrase.chars().all(plain), "{language}: {phrase}");
            }
            for table in [zones.months, zones.weekdays] {
                assert!(table.is_sorted_by(|a, b| a.0 < b.0), "{table:?}");
            }
        }
    }

    #[test]
    fn lists_are_sorted_and_normal() {
        for language in LANGUAGES {
            let rules = Rules::of(language);
            for (name, list) in [
                ("elisions", rules.elisions),
                ("whole_words", rules.whole_words),
                ("clitics", rules.clitics),
                ("aphereses", rules.aphereses),
                ("prefixes", rules.prefixes),
                ("units", rules.units),
                ("dollars", rules.dollars),
                ("inclusive_endings", rules.inclusive_endings),
                ("abbreviations", rules.abbreviations),
                ("title_abbreviations", rules.title_abbreviations),
                ("number_abbreviations", rules.number_abbreviations),
                ("inner_abbreviations", rules.inner_abbreviations),
                ("closing_marks", rules.closing_marks),
                ("closing_abbreviations", rules.closing_abbreviations),
                ("quotation_particles", rules.quotation_particles),
                ("function_words", rules.function_words),
                ("extended_words", rules.extended_words),
                ("negations", rules.negations),
                ("day_endings", rules.zones.day_endings),
                ("articles", rules.zones.articles),
                ("demonstratives", rules.zones.demonstratives),
                ("hour_prepositions", rules.zones.hour_prepositions),
                ("agencies", rules.zones.agencies),
                ("channels", rules.zones.channels),
                ("particles", rules.zones.particles),
                ("joiners", rules.zones.joiners),
                ("participles", rules.zones.participles),
                ("determiners", rules.zones.determiners),
                ("place_prepositions", rules.zones.place_prepositions),
                ("finite_words", rules.zones.finite_words),
            ] {
                check(&format!("{language} {name}"), list);
            }
            let stop_words = [rules.function_words, rules.extended_words];
            for word in stop_words.iter().flat_map(|list| list.words()) {
                assert_eq!(crate::normalize::norm(word), *word, "{language}");
            }
            for word in rules.negations.words() {
                assert_ne!(rules.stop(word), Stop::No, "{language} {word}");
            }
            for word in rules.extended_words.words() {
                assert_eq!(
                    rules.stop(word),
                    Stop::Extended,
                    "{language} {word}: in both tiers"
                );
            }
        }
    }

    #[cfg(feature = "entities")]
    #[test]
    fn lists_of_names_and_dates_are_sorted_and_normal() {
        for rules in LANGUAGES.map(Rules::of) {
            check_names_and_dates(rules);
        }
    }

    #[cfg(feature = "entities")]
    fn check_names_and_dates(rules: &Rules) {
        if let Some(names) = rules.names {
            for (name, list) in [
                ("particles", names.particles),
                ("links", names.links),
                ("place_prepositions", names.place_prepositions),
                ("demonyms", names.demonyms),
                ("honorifics", names.honorifics),
                ("organisation_tails", names.organisation_tails),
                ("media_tails", names.media_tails),
                ("ambiguous_places", names.ambiguous_places),
                ("titles", names.titles),
                ("offices", names.offices),
                ("portfolios", names.portfolios),
                ("portfolio_prepositions", names.portfolio_prepositions),
                ("portfolio_articles", names.portfolio_articles),
                ("portfolio_joiners", names.portfolio_joiners),
                ("plural_titles", names.plural_titles),
                ("conjunctions", names.conjunctions),
                ("title_adjectives", names.title_adjectives),
                ("organisation_heads", names.organisation_heads),
                ("small_heads", names.small_heads),
                ("organisation_adjectives", names.organisation_adjectives),
                ("organisation_cues", names.organisation_cues),
                ("misc_cues", names.misc_cues),
                ("state_heads", names.state_heads),
                ("qualified_heads", names.qualified_heads),
                ("ministries", names.ministries),
                ("organisations", names.organisations),
                ("never_names", names.never_names),
            ] {
                check(name, list);
            }
            for list in names.first_names {
                check("first_names", *list);
            }
        }
        if let Some(speech) = rules.speech {
            for (name, list) in [
                ("verbs", speech.verbs),
                ("according", speech.according),
                ("determiners", speech.determiners),
                ("of", speech.of),
                ("articles", speech.articles),
            ] {
                check(name, list);
            }
        }
        if let Some(dates) = rules.dates {
            for (name, list) in [
                ("day_parts", dates.day_parts),
                ("first_day", dates.first_day),
                ("month_links", dates.month_links),
                ("articles", dates.articles),
                ("several", dates.several),
                ("there", dates.there),
                ("here", dates.here),
                ("participles", dates.participles),
                ("each", dates.each),
                ("year_nouns", dates.year_nouns),
                ("limits", dates.limits),
                ("dated", dates.dated),
                ("amounts", dates.amounts),
                ("wars", dates.wars),
                ("other_days", dates.other_days),
                ("not_days", dates.not_days),
                ("parts_of_today", dates.parts_of_today),
                ("same", dates.same),
                ("about", dates.about),
                ("indefinite", dates.indefinite),
                ("later_alone", dates.later_alone),
                ("of_the", dates.of_the),
                ("links", dates.links),
                ("prepositions", dates.prepositions),
                ("ranges", dates.ranges),
                ("demonstratives", dates.demonstratives),
                ("centuries", dates.centuries),
                ("season_articles", dates.season_articles),
                ("year_prepositions", dates.year_prepositions),
                ("second_units", dates.second_units),
                ("multiples", dates.multiples),
                ("of", dates.of),
                ("seasons", dates.seasons),
                ("approximate_numbers", dates.approximate_numbers),
                ("units", dates.units),
            ] {
                check(name, list);
            }
            for table in [
                dates.months,
                dates.weekdays,
                dates.days,
                dates.directions,
                dates.numbers,
                dates.periods,
                dates.ordinals,
            ] {
                assert!(table.is_sorted_by(|a, b| a.0 < b.0), "{table:?}");
            }
            assert!(dates.period_parts.is_sorted_by(|a, b| a.0 < b.0));
            assert!(dates.fixed.is_sorted_by(|a, b| a.0 < b.0));
        }
    }
}
