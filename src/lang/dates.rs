//! How the dates and quantities of a language are recognised.

use super::TenseRules;
use super::list::List;
use super::rules::{Phrases, Rule, Table, rule, rules};
use super::units::{self, MONEY_SIGNS, UNITS};
use crate::document::Modifier;

rules! {
    /// How dates and quantities are recognised in a language.
    numbered DateRules {
        /// The words that tell the past from the future.
        tense: Option<&'static TenseRules>,
        /// The months and their abbreviations, with their numbers.
        months: Table,
        /// Abbreviations that are months only beside a number: `3 oct`.
        short_months: Table,
        /// The days of the week, with their numbers: 0 is Monday.
        weekdays: Table,
        /// Abbreviations that are days of the week only before a date: `lun. 3 mai`.
        short_weekdays: Table,
        /// Months and days of the week have a capital.
        capitals: bool,
        /// The month stands before the day, or may: `March 12, 2024`.
        month_first: bool,
        /// On which side of the noun `last` stands.
        direction_side: Side,
        /// Endings of a word that owns what follows: the `'s` of `today's`.
        genitives: &'static [&'static str],
        /// The ending of a decade: the `s` of `1990s`.
        decade_ending: Option<&'static str>,
        /// Words for the first day of a month: `1er`, `premier`.
        first_day: List,
        /// Signs behind the number of the first day, as a token by themselves: the `°` of
        /// `1° maggio`.
        first_day_signs: List,
        /// Words between a day and its month: the `de` of `12 de marzo`.
        month_links: List,
        /// Words and signs between the two ends of a range: `au`, `-`.
        ranges: List,
        /// Definite articles: the `la` of `la veille`.
        articles: List,
        /// Demonstratives: the `cette` of `cette année`.
        demonstratives: List,
        /// Words before or behind the noun of several periods: `ces`, `dernières`.
        several: List,
        /// Suffixes that make another day's period of `cette année`: `-là`.
        there: List,
        /// Suffixes that make today's period of it: `-ci`.
        here: List,
        /// Words for a century: `siècle`.
        centuries: List,
        /// The number of a century may stand behind the noun: `siglo XIX`.
        centuries_first: bool,
        /// Endings of an ordinal number, the longer first.
        ordinal_endings: &'static [&'static str],
        /// Ordinal numbers in words.
        ordinals: Table,
        /// Phrases behind a year or a century that mean before our era: `av. J.-C.`.
        before_christ: Phrases,
        /// Phrases behind a year or a century that mean our era.
        after_christ: Phrases,
        /// The noun before a decade: `années`.
        decade: &'static str,
        /// Words before a season. Without one of them, French `été` is a participle.
        season_articles: List,
        /// Phrases before a season that passes at one time: the `au` of `au printemps`.
        season_times: Phrases,
        /// Nouns that make a year of a number behind them of three digits or more.
        year_nouns: List,
        /// Prepositions that make a year of a number of four digits behind them.
        year_prepositions: List,
        /// Words that make a year of a number of four digits behind them, unless the number counts
        /// what follows: `avant`.
        limits: List,
        /// Nouns right before a year: `édition 2023`.
        dated: List,
        /// Words that make an amount of a number behind them: `plus de`.
        amounts: List,
        /// Nouns before the short years of a war: `guerre de 14-18`.
        wars: List,
        /// Words for one day, with its distance from today.
        days: Table,
        /// Phrases for one day, with its distance from today, sorted: `pasado mañana`.
        day_phrases: &'static [(&'static [&'static str], i32)],
        /// Phrases behind a weekday that put it off, with the days: `lundi en huit`.
        put_off: &'static [(&'static [&'static str], i32)],
        /// Words for a day beside another one: `lendemain`.
        other_days: List,
        /// Words that make something else of a day's word beside them: `veille sanitaire`.
        not_days: List,
        /// Parts of a day, which may follow a day: `soir`.
        day_parts: List,
        /// Parts of a day that are today's behind a demonstrative: `ce matin`.
        parts_of_today: List,
        /// Words before a month or a year that mean a part of it: `début`, `fin`.
        period_parts: Table<Modifier>,
        /// Words for the period before (-1) and after (1): `dernier`, `prochain`.
        directions: Table,
        /// Phrases that put a period beside another one: `suivante`, `d'après`.
        beside: Phrases,
        /// The `beside` that are also participles. With an object they say nothing of a date:
        /// `suivant la mort`.
        participles: List,
        /// Phrases that mean the present period: `en cours`.
        current: Phrases,
        /// Words for each day: `chaque`.
        each: List,
        /// Words for the same period: `même`.
        same: List,
        /// Words that say that the number or month behind them is a date.
        prepositions: List,
        /// A bare number of four digits may be a year: `wurde 2014 gegründet`.
        bare_years: bool,
        /// Nouns for a part of the year, with its length in months: `trimestre`.
        parts_of_year: Table,
        /// Letters before the number of such a part: the `t` of `T3 2020`.
        part_signs: Table,
        /// The seasons.
        seasons: Table<Season>,
        /// Nouns for a season of sport: `saison`.
        sport_seasons: List,
        /// Phrases that are dates as they stand, sorted, with their values.
        fixed: &'static [(&'static [&'static str], Option<&'static str>)],
        /// Phrases before a length of time that has passed: `il y a`.
        ago: Phrases,
        /// Phrases before a length of time that is still to pass: `dans`.
        ahead: Phrases,
        /// Phrases that are so unless the sentence speaks of the past: `in` of `in two weeks`.
        perhaps_ahead: Phrases,
        /// Articles that count one: `a year ago`.
        ones: List,
        /// Words before a length of time that is exact: `tout juste`.
        exactly: List,
        /// Words before a length of time that is not exact: `près de`.
        about: List,
        /// Words that count without a number: `quelques`.
        indefinite: List,
        /// Phrases that add a half: `et demi`.
        half: Phrases,
        /// Phrases behind a length of time that has passed: `ago`.
        since: Phrases,
        /// Phrases behind a length of time that make a date of it: `plus tard`.
        later: Phrases,
        /// Words that do so only if nothing follows: `après`.
        later_alone: List,
        /// The endings of a noun that a number counts.
        plurals: &'static [&'static str],
        /// Numbers in words.
        numbers: Table,
        /// Words and signs between two number words: the `et` of `vingt et un`.
        number_links: List,
        /// A word may be several numbers: `zweiundzwanzig`.
        compound_numbers: bool,
        /// Words for about so many: `centaine`.
        approximate_numbers: Table,
        /// Words before a number that is not exact: `environ`.
        nearly: List,
        /// Words before two numbers that are a range: `entre`.
        between: List,
        /// Units of time, with their length in days. 0 is shorter than a day.
        periods: Table,
        /// Units of money and measure, besides those of all languages, and of time below a day, with
        /// their names in values.
        units: Table<&'static str>,
        /// Units of several words, sorted, with their names in values.
        long_units: &'static [(&'static [&'static str], &'static str)],
        /// Units only where they are written together with the number: `10in`.
        glued_units: Table<&'static str>,
        /// Multiples of a unit, as powers of ten: `million`.
        multiples: Table,
        /// Nouns for people, many of whom are a figure: `3 500 hommes`.
        people: List,
        /// Nouns for one person or more, whose age may follow: `femme de 25 ans`.
        persons: List,
        /// Words before an age: `âgé`.
        aged: List,
        /// Phrases behind an age: `years old`.
        old: Phrases,
        /// Words before an hour of the clock: `à`.
        clock: List,
        /// Words for `of`, as between a multiple and its unit: `de`.
        of: List,
        /// The same with an article: `du`.
        of_the: List,
        /// Words between the part of a period and the period: those of `fin du mois de`.
        links: List,
    }
}

/// The side of a noun on which a word stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    Before,
    Behind,
    Either,
}

rule!(Side, Side::Behind);

/// A season of the year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// Its name in TIMEX3.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month in which it begins, north of the equator.
    pub(crate) fn month(self) -> i32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Side {
    pub(crate) fn is_before(self) -> bool {
        self != Self::Behind
    }

    pub(crate) fn is_behind(self) -> bool {
        self != Self::Before
    }
}

impl DateRules {
    /// The normal form without the ending of a genitive.
    pub(crate) fn unowned<'a>(&self, norm: &'a str) -> &'a str {
        let mut endings = self.genitives.iter();
        let bare = endings.find_map(|ending| norm.strip_suffix(ending));
        bare.unwrap_or(norm)
    }

    /// The unit of money or measure that a word names.
    pub(crate) fn unit(&self, norm: &str) -> Option<&'static str> {
        units::named(self.units, norm).or_else(|| units::common(norm))
    }

    /// The units of money and measure.
    pub(super) fn all_units(&self) -> impl Iterator<Item = &'static str> {
        let tables = [self.units, UNITS, MONEY_SIGNS];
        tables.into_iter().flatten().map(|(word, _)| *word)
    }

    /// The words with which a date or a quantity may begin.
    pub(super) fn first_of_dates(&self) -> impl Iterator<Item = &'static str> {
        let lists = [
            self.about,
            self.amounts,
            self.centuries,
            self.demonstratives,
            self.each,
            self.first_day,
            self.here,
            self.indefinite,
            self.later_alone,
            self.ones,
            self.other_days,
            self.parts_of_today,
            self.same,
            self.several,
            self.sport_seasons,
            self.there,
            self.wars,
            self.year_nouns,
        ];
        let tables = [
            self.approximate_numbers,
            self.days,
            self.directions,
            self.months,
            self.numbers,
            self.ordinals,
            self.parts_of_year,
            self.periods,
            self.short_months,
            self.short_weekdays,
            self.weekdays,
        ];
        let numbered = tables.into_iter().flatten().map(|(word, _)| *word);
        let parts = self.period_parts.iter().map(|(part, _)| *part);
        let seasons = self.seasons.iter().map(|(season, _)| *season);
        let beginning = [self.ago, self.ahead, self.half, self.perhaps_ahead];
        let beginning = beginning.into_iter().flatten();
        let phrases = beginning.filter_map(|phrase| phrase.first().copied());
        let phrases = phrases.chain(self.first_of_fixed());
        let signs = MONEY_SIGNS.iter().map(|(sign, _)| *sign);
        let others = numbered.chain(parts).chain(phrases).chain(signs);
        let others = others.chain(seasons);
        words(lists).chain(others).chain([self.decade])
    }

    /// The words that may be a date or an amount by themselves, or with a number, but for those of the
    /// calendar.
    pub(super) fn dates_alone(&self) -> impl Iterator<Item = &'static str> {
        let lists = [
            self.later_alone,
            self.other_days,
            self.parts_of_today,
            self.sport_seasons,
        ];
        let fixed = self.fixed.iter().filter_map(|(phrase, _)| match phrase {
            [word] => Some(*word),
            _ => None,
        });
        let tables = [self.approximate_numbers, self.multiples, self.parts_of_year];
        let numbered = tables.into_iter().flatten().map(|(word, _)| *word);
        let seasons = self.seasons.iter().map(|(season, _)| *season);
        let others = fixed
            .chain(numbered)
            .chain(seasons)
            .chain(self.people.words().iter().copied());
        words(lists).chain(self.all_units()).chain(others)
    }

    /// The words that may stand in a date, besides those that begin one.
    pub(super) fn inside_dates(&self) -> impl Iterator<Item = &'static str> {
        let units = self.long_units.iter().map(|(unit, _)| *unit);
        let phrases = self.phrases().chain(self.old.iter().copied()).chain(units);
        words([self.day_parts, self.dated, self.participles]).chain(phrases.flatten().copied())
    }

    /// The words with which a phrase of dates and quantities begins.
    pub(super) fn first_of_phrases(&self) -> impl Iterator<Item = &'static str> {
        let others = [self.after_christ, self.before_christ];
        let units = self.long_units.iter().map(|(unit, _)| *unit);
        let others = others.into_iter().flatten().copied().chain(units);
        let phrases = self.phrases().chain(others);
        phrases.filter_map(|phrase| phrase.first().copied())
    }

    /// The words with which a phrase begins that is a date as it stands.
    pub(super) fn first_of_fixed(&self) -> impl Iterator<Item = &'static str> {
        let fixed = self.fixed.iter().map(|(phrase, _)| *phrase);
        let days = self.day_phrases.iter().map(|(phrase, _)| *phrase);
        let phrases = fixed.chain(days);
        phrases.filter_map(|phrase| phrase.first().copied())
    }

    /// The phrases that may begin a date, or end one.
    fn phrases(&self) -> impl Iterator<Item = &'static [&'static str]> {
        let phrases = [
            self.ago,
            self.ahead,
            self.beside,
            self.current,
            self.half,
            self.later,
            self.perhaps_ahead,
            self.since,
        ];
        let fixed = self.fixed.iter().map(|(phrase, _)| *phrase);
        let days = self.day_phrases.iter().chain(self.put_off);
        let others = fixed.chain(days.map(|(phrase, _)| *phrase));
        phrases.into_iter().flatten().copied().chain(others)
    }
}

fn words<const N: usize>(lists: [List; N]) -> impl Iterator<Item = &'static str> {
    lists.into_iter().flat_map(List::words).copied()
}
