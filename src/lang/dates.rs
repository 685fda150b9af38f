//! What the dates and quantities of a language are made of.

use super::list::{List, list};
use super::rules::{Phrases, Rule, Table, rule, rules};
use crate::document::Modifier;

rules! {
    /// What dates and quantities are made of in a language.
    numbered DateRules {
        /// The months and their abbreviations, with their numbers.
        months: Table,
        /// The days of the week, Monday 0.
        weekdays: Table,
        /// Whether months and days of the week have a capital.
        capitals: bool,
        /// Whether the month stands before the day, or may: `March 12, 2024`.
        month_first: bool,
        /// Where `last` stands.
        direction_side: Side,
        /// The endings of a word that owns what follows: `today's`.
        genitives: &'static [&'static str],
        /// What a decade ends with: `1990s`.
        decade_ending: Option<&'static str>,
        /// The first day of a month, and what may stand behind its number as a token of its own: `1°
        /// maggio`.
        first_day: List,
        first_day_signs: List,
        /// What stands between a day and its month: `12 de marzo`.
        month_links: List,
        /// What may stand between the two ends of a range.
        ranges: List,
        /// What stands before a noun that one thing is meant by: `la` of `la veille`.
        articles: List,
        /// `cette` of `cette année`.
        demonstratives: List,
        /// What may stand before or behind the noun of several periods: `ces`, `dernières`.
        several: List,
        /// What hangs on a noun that `cette` stands before and says that it is not today's.
        there: List,
        /// What says that it is.
        here: List,
        centuries: List,
        /// Whether the number of a century may stand behind the noun: `siglo XIX`.
        centuries_first: bool,
        /// The endings of an ordinal number, the longer first.
        ordinal_endings: &'static [&'static str],
        /// Ordinal numbers in words.
        ordinals: Table,
        /// After a year or a century: before our era, and of our era.
        before_christ: Phrases,
        after_christ: Phrases,
        /// The noun before a decade.
        decade: &'static str,
        /// What stands before a season that is no participle.
        season_articles: List,
        /// What stands before a season that passes at one time: `au` of `au printemps`.
        season_times: Phrases,
        /// After these a number of three digits and more is a year.
        year_nouns: List,
        /// After these a number of four digits is a year.
        year_prepositions: List,
        /// After these a number of four digits is a year unless it counts what follows.
        limits: List,
        /// Nouns that a year may follow at once: `édition 2023`.
        dated: List,
        /// What says of a number behind it that it is an amount: `plus de`.
        amounts: List,
        /// A war and the short years behind it: `guerre de 14-18`.
        wars: List,
        /// Words for one day, with its distance from today.
        days: Table,
        /// Words for a day beside another one: `lendemain`.
        other_days: List,
        /// What makes no day of the word behind or before it: `veille sanitaire`.
        not_days: List,
        /// Parts of a day, which may follow one.
        day_parts: List,
        /// Those that are today's behind a demonstrative.
        parts_of_today: List,
        /// What may stand before a month or a year, and which part of it is meant.
        period_parts: Table<Modifier>,
        /// `dernier`, -1, and `prochain`, 1.
        directions: Table,
        /// What puts a period beside another one: `suivante`, `d'après`.
        beside: Phrases,
        /// Those that are participles too, and then have an object: `suivant la mort`.
        participles: List,
        /// What makes the period before it the present one: `en cours`.
        current: Phrases,
        /// `chaque` before a day.
        each: List,
        /// `même` before a period.
        same: List,
        /// Words that say of a number or month after them that it is a date.
        prepositions: List,
        /// The seasons.
        seasons: List,
        /// Phrases that are dates as they stand, sorted, with their values.
        fixed: &'static [(&'static [&'static str], Option<&'static str>)],
        /// The words before a length of time that has passed, and before one that is to pass.
        ago: Phrases,
        ahead: Phrases,
        /// What may stand before a length of time that is not exact: `près de`.
        about: List,
        /// What counts without a number: `quelques`.
        indefinite: List,
        /// What makes a length longer by a half.
        half: Phrases,
        /// The words after a length of time that has passed.
        since: Phrases,
        /// The words after a length of time that make a date of it, and those that do where nothing
        /// follows.
        later: Phrases,
        later_alone: List,
        /// How words end that a number counts.
        plurals: &'static [&'static str],
        /// Numbers in words.
        numbers: Table,
        /// `une centaine`.
        approximate_numbers: List,
        /// Units of time, in days.
        periods: Table,
        /// Units of money and measure, those of all languages apart, and those of several words, of
        /// which the longer stand first.
        units: List,
        long_units: Phrases,
        /// `million`, and what ties a unit to it.
        multiples: List,
        of: List,
        /// The same with an article.
        of_the: List,
        /// What may stand between the part of a period and the period: `fin du mois de`.
        links: List,
    }
}

/// On which side of a noun a word stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    Before,
    Behind,
    Either,
}

rule!(Side, Side::Behind);

impl Side {
    pub(crate) fn is_before(self) -> bool {
        self != Self::Behind
    }

    pub(crate) fn is_behind(self) -> bool {
        self != Self::Before
    }
}

/// Signs of money that may stand before a number.
pub(crate) const MONEY_SIGNS: List = list![
    "$", "a$", "au$", "c$", "ca$", "can$", "hk$", "nz$", "r$", "s$", "us$", "£", "¥", "₦", "€",
    "₹", "₽"
];

/// Signs and abbreviations of units that all languages write alike.
pub(crate) const UNITS: List = list![
    "%", "cm", "eur", "fcfa", "gw", "kg", "km", "km/h", "km²", "kw", "mm", "mw", "m²", "m³", "usd",
    "xaf", "xof", "°c", "°f", "‰",
];

/// In bytes. Most words are longer.
const LONGEST_UNIT: usize = UNITS.longest();
const LONGEST_SIGN: usize = MONEY_SIGNS.longest();

/// Whether a sign of money may stand before a number.
pub(crate) fn is_money_sign(norm: &str) -> bool {
    let letter = norm
        .as_bytes()
        .last()
        .is_some_and(u8::is_ascii_alphanumeric);
    norm.len() <= LONGEST_SIGN && !letter && MONEY_SIGNS.holds(norm)
}

impl DateRules {
    /// A normal form without the ending of a genitive.
    pub(crate) fn unowned<'a>(&self, norm: &'a str) -> &'a str {
        let mut endings = self.genitives.iter();
        let bare = endings.find_map(|ending| norm.strip_suffix(ending));
        bare.unwrap_or(norm)
    }

    /// Whether a word is a unit of money or measure.
    pub(crate) fn is_unit(&self, norm: &str) -> bool {
        self.units.holds(norm)
            || norm.len() <= LONGEST_UNIT && UNITS.holds(norm)
            || is_money_sign(norm)
    }

    /// The units of money and measure.
    pub(super) fn all_units(&self) -> impl Iterator<Item = &'static str> {
        words([self.units, UNITS, MONEY_SIGNS])
    }

    /// The words with which a date or a quantity may begin.
    pub(super) fn first_of_dates(&self) -> impl Iterator<Item = &'static str> {
        let lists = [
            self.about,
            self.amounts,
            self.approximate_numbers,
            self.centuries,
            self.demonstratives,
            self.each,
            self.first_day,
            self.here,
            self.indefinite,
            self.later_alone,
            self.other_days,
            self.parts_of_today,
            self.same,
            self.seasons,
            self.several,
            self.there,
            self.wars,
            self.year_nouns,
            MONEY_SIGNS,
        ];
        let tables = [
            self.days,
            self.directions,
            self.months,
            self.numbers,
            self.ordinals,
            self.periods,
            self.weekdays,
        ];
        let numbered = tables.into_iter().flatten().map(|(word, _)| *word);
        let parts = self.period_parts.iter().map(|(part, _)| *part);
        let phrases = self.phrases().filter_map(|phrase| phrase.first().copied());
        let others = numbered.chain(parts).chain(phrases);
        words(lists).chain(others).chain([self.decade])
    }

    /// The words that may be a date or an amount by themselves, or with a number, but for those of the
    /// calendar.
    pub(super) fn dates_alone(&self) -> impl Iterator<Item = &'static str> {
        let lists = [
            self.approximate_numbers,
            self.later_alone,
            self.multiples,
            self.other_days,
            self.parts_of_today,
            self.seasons,
        ];
        let fixed = self.fixed.iter().filter_map(|(phrase, _)| match phrase {
            [word] => Some(*word),
            _ => None,
        });
        words(lists).chain(self.all_units()).chain(fixed)
    }

    /// The words that may stand in a date, besides those that begin one.
    pub(super) fn inside_dates(&self) -> impl Iterator<Item = &'static str> {
        let phrases = self.phrases().chain(self.long_units.iter().copied());
        words([self.day_parts, self.dated, self.participles]).chain(phrases.flatten().copied())
    }

    /// The words with which a phrase of dates and quantities begins.
    pub(super) fn first_of_phrases(&self) -> impl Iterator<Item = &'static str> {
        let others = [self.after_christ, self.before_christ, self.long_units];
        let phrases = self.phrases().chain(others.into_iter().flatten().copied());
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
            self.since,
        ];
        let fixed = self.fixed.iter().map(|(phrase, _)| *phrase);
        phrases.into_iter().flatten().copied().chain(fixed)
    }
}

fn words<const N: usize>(lists: [List; N]) -> impl Iterator<Item = &'static str> {
    lists.into_iter().flat_map(List::words).copied()
}
