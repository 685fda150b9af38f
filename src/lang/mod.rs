//! What belongs to one language and nothing else, a folder each; what several share is in `common`.
//!
//! A room takes `&Rules` and never asks which language it has. To add a language, copy
//! `template/`, fill its lists, and add a line to [`Rules::of`].

mod ar;
mod bm;
#[cfg(feature = "entities")]
mod common;
#[cfg(feature = "entities")]
mod dates;
mod de;
mod en;
mod es;
#[cfg(feature = "fr")]
pub(crate) mod fr;
mod ha;
mod it;
mod ja;
mod lemmas;
pub(crate) mod list;
#[cfg(feature = "entities")]
mod names;
mod nl;
mod pt;
mod ru;
mod sw;
mod template;
mod wo;
mod zones;

use crate::document::Stop;
use crate::language::Language;
#[cfg(feature = "entities")]
pub(crate) use dates::{DateRules, Phrases, Side, is_money_sign, unowned};
pub(crate) use lemmas::{Contraction, LemmaRules};
use list::List;
#[cfg(feature = "entities")]
pub(crate) use names::{NameRules, SpeechRules};
pub(crate) use zones::{Form, ZoneRules};

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

/// Words with a number each, sorted.
pub(crate) type Table = &'static [(&'static str, i32)];

/// The cargo feature that has the rules of a language, where this build lacks them.
pub(crate) fn missing_feature(language: Language) -> Option<&'static str> {
    match language {
        Language::FRENCH if cfg!(not(feature = "fr")) => Some("fr"),
        _ => None,
    }
}

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
    use crate::document::Pos;

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
                ("place_heads", names.place_heads),
                ("tied_place_heads", names.tied_place_heads),
                ("illnesses", names.illnesses),
                ("sides", names.sides),
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
                ("multiples", dates.multiples),
                ("of", dates.of),
                ("seasons", dates.seasons),
                ("approximate_numbers", dates.approximate_numbers),
                ("units", dates.units),
                ("units of all", dates::UNITS),
                ("signs of money", dates::MONEY_SIGNS),
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
