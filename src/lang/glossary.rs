//! What the rules of a language say of each word, in one table, so that a word is looked up once.

use std::sync::OnceLock;

use hashbrown::HashMap;

use super::list::List;
use super::units::MONEY_SIGNS;
use super::{DateRules, LANGUAGES, NameRules, Rules, Sign, TenseRules};
use crate::language::Language;

/// Bits of a word: one for each list that has it, by the number of the list, and one for each
/// [`Mark`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Marks(u128);

/// What the rules say of a word besides the lists that it stands in.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub(crate) enum Mark {
    /// A stop word of either tier.
    Stop = Mark::FIRST,
    GivenName,
    /// Whether a date or a quantity may begin with it.
    BeginsDate,
    /// Whether it may be a date or an amount by itself, or with a number.
    IsDate,
    /// Whether it may stand in a date, if it does not begin one.
    InDate,
    /// Whether it is the first word of a phrase of dates.
    BeginsPhrase,
    /// Whether it is the first word of a phrase that is a date as it stands.
    BeginsFixed,
    /// Whether it is a number in words.
    Number,
    /// Whether it is a unit of time.
    Period,
    /// Whether a part of a month or year has its name.
    PeriodPart,
    Unit,
    MoneySign,
    /// Whether it is a multiple of a unit.
    Multiple,
    /// Whether it is a number that is not exact.
    Rough,
    /// A title that the caller added.
    UserTitle,
}

impl Mark {
    /// Lists have the numbers before it.
    pub(crate) const FIRST: u8 = 112;
}

impl Marks {
    /// Whether the word stands in a list of its language; `None` for a list without a number.
    #[inline]
    pub(crate) fn listed(self, list: List) -> Option<bool> {
        Some(self.bit(list.number()?))
    }

    #[inline]
    pub(crate) fn has(self, mark: Mark) -> bool {
        self.bit(mark as u8)
    }

    /// One bit, from its half: a shift of both takes longer.
    #[inline]
    fn bit(self, number: u8) -> bool {
        let half = if number < 64 { self.0 } else { self.0 >> 64 };
        half as u64 >> (number & 63) & 1 != 0
    }

    /// The marks of a title that the caller added to `titles`.
    pub(crate) fn with_user_title(mut self, titles: List) -> Self {
        titles.number().into_iter().for_each(|it| self.set(it));
        self.set(Mark::UserTitle as u8);
        self
    }

    fn set(&mut self, number: u8) {
        self.0 |= 1 << (number & 127);
    }
}

/// The numbers of a word in the tables of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Calendar {
    pub(crate) month: Option<u8>,
    /// A month beside a number only.
    pub(crate) short_month: Option<u8>,
    /// Monday 0.
    pub(crate) weekday: Option<u8>,
    /// A weekday before a date only.
    pub(crate) short_weekday: Option<u8>,
    /// A part of the year, in months.
    pub(crate) part_of_year: Option<u8>,
    /// How far from today.
    pub(crate) day: Option<i8>,
    /// -1 or 1.
    pub(crate) direction: Option<i8>,
    /// In days.
    pub(crate) period: Option<u16>,
}

impl Calendar {
    /// Whether there is a number in one of the tables.
    pub(crate) fn is_some(&self) -> bool {
        *self != Self::default()
    }
}

/// The words that the rules of a language have something to say of.
#[derive(Debug, Default)]
pub(crate) struct Glossary(HashMap<&'static str, Known>);

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    pub(crate) marks: Marks,
    pub(crate) calendar: Calendar,
    /// What a list says of the tense of its sentence, if one has it.
    pub(crate) sign: Option<Option<Sign>>,
}

impl Glossary {
    /// What is known of a normal form. Two given names with a hyphen are one: `félix-antoine`.
    pub(crate) fn find(&self, norm: &str) -> Known {
        if let Some(known) = self.0.get(norm) {
            return *known;
        }
        let mut known = Known::default();
        let given = |part: &str| {
            self.0
                .get(part)
                .is_some_and(|it| it.marks.has(Mark::GivenName))
        };
        if let Some((first, second)) = norm.split_once('-')
            && given(first)
            && given(second)
        {
            known.marks.set(Mark::GivenName as u8);
        }
        known
    }

    pub(crate) fn new(rules: &Rules) -> Self {
        let mut glossary = Self::default();
        for list in [rules.stops.function, rules.stops.extended] {
            glossary.mark(list.words().iter().copied(), Mark::Stop);
        }
        if let Some(names) = rules.names {
            glossary.add_names(names);
        }
        if let Some(dates) = rules.dates {
            glossary.add_dates(dates);
        }
        glossary
    }

    fn add_names(&mut self, rules: &NameRules) {
        rules.lists().for_each(|list| self.add_list(list));
        for list in rules.first_names {
            self.mark(list.words().iter().copied(), Mark::GivenName);
        }
    }

    fn add_dates(&mut self, rules: &DateRules) {
        rules.lists().for_each(|list| self.add_list(list));
        for (word, month) in rules.months {
            self.row(word).calendar.month = (*month).try_into().ok();
        }
        for (word, month) in rules.short_months {
            self.row(word).calendar.short_month = (*month).try_into().ok();
        }
        for (word, weekday) in rules.short_weekdays {
            self.row(word).calendar.short_weekday = (*weekday).try_into().ok();
        }
        for (word, weekday) in rules.weekdays {
            self.row(word).calendar.weekday = (*weekday).try_into().ok();
        }
        for (word, months) in rules.parts_of_year {
            self.row(word).calendar.part_of_year = (*months).try_into().ok();
        }
        for (word, distance) in rules.days {
            self.row(word).calendar.day = (*distance).try_into().ok();
        }
        for (word, direction) in rules.directions {
            self.row(word).calendar.direction = (*direction).try_into().ok();
        }
        for (word, days) in rules.periods {
            let row = self.row(word);
            row.calendar.period = (*days).try_into().ok();
            row.marks.set(Mark::Period as u8);
        }
        for (word, sign) in rules.tense.into_iter().flat_map(TenseRules::words) {
            self.row(word).sign = Some(sign);
        }
        let parts = rules.period_parts.iter().map(|(word, _)| *word);
        self.mark(parts, Mark::PeriodPart);
        self.mark(rules.numbers.iter().map(|(word, _)| *word), Mark::Number);
        self.mark(rules.all_units(), Mark::Unit);
        self.mark(MONEY_SIGNS.iter().map(|(sign, _)| *sign), Mark::MoneySign);
        let multiples = rules.multiples.iter().map(|(word, _)| *word);
        self.mark(multiples, Mark::Multiple);
        let rough = rules.approximate_numbers.iter().map(|(word, _)| *word);
        self.mark(rough, Mark::Rough);
        self.mark(rules.first_of_dates(), Mark::BeginsDate);
        self.mark(rules.first_of_phrases(), Mark::BeginsPhrase);
        self.mark(rules.first_of_fixed(), Mark::BeginsFixed);
        self.mark(rules.dates_alone(), Mark::IsDate);
        self.mark(rules.inside_dates(), Mark::InDate);
    }

    fn add_list(&mut self, list: List) {
        if let Some(number) = list.number() {
            for word in list.words() {
                self.row(word).marks.set(number);
            }
        }
    }

    fn mark(&mut self, words: impl Iterator<Item = &'static str>, mark: Mark) {
        words.for_each(|word| self.row(word).marks.set(mark as u8));
    }

    fn row(&mut self, word: &'static str) -> &mut Known {
        self.0.entry(word).or_default()
    }
}

/// The glossary of each language, made when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Glossaries {
    with_rules: [OnceLock<Glossary>; LANGUAGES.len()],
    empty: Glossary,
}

impl Glossaries {
    pub(crate) fn of(&self, language: Language) -> &Glossary {
        let number = LANGUAGES.iter().position(|other| *other == language);
        let glossary = number.and_then(|number| self.with_rules.get(number));
        glossary.map_or(&self.empty, |glossary| {
            glossary.get_or_init(|| Glossary::new(Rules::of(language)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::list::list;

    /// The glossary of every language, with its rules.
    fn all() -> impl Iterator<Item = (&'static Rules, Glossary)> {
        let rules = LANGUAGES.iter().map(|language| Rules::of(*language));
        rules.map(|rules| (rules, Glossary::new(rules)))
    }

    #[test]
    fn marks_say_what_the_lists_hold() {
        for (rules, glossary) in all() {
            let dates = rules.dates.into_iter().flat_map(DateRules::lists);
            let names = rules.names.into_iter().flat_map(NameRules::lists);
            let lists: Vec<_> = dates.chain(names).collect();
            for word in glossary.0.keys().copied().chain(["", "zabbo"]) {
                let marks = glossary.find(word).marks;
                for list in &lists {
                    assert_eq!(marks.listed(*list), Some(list.holds(word)), "{word}");
                }
                let stop = rules.stops.tier(word) != crate::document::Stop::No;
                assert_eq!(marks.has(Mark::Stop), stop, "{word}");
            }
        }
    }

    #[test]
    fn the_calendar_has_the_numbers_of_the_tables() {
        for (rules, glossary) in all() {
            let Some(dates) = rules.dates else { continue };
            for word in glossary.0.keys() {
                let known = glossary.find(word).calendar;
                let number = |table| crate::lang::number(table, word);
                assert_eq!(known.month.map(i32::from), number(dates.months), "{word}");
                let parts = number(dates.parts_of_year);
                assert_eq!(known.part_of_year.map(i32::from), parts, "{word}");
                let [months, days] = [dates.short_months, dates.short_weekdays].map(number);
                assert_eq!(known.short_month.map(i32::from), months, "{word}");
                assert_eq!(known.short_weekday.map(i32::from), days, "{word}");
                assert_eq!(
                    known.weekday.map(i32::from),
                    number(dates.weekdays),
                    "{word}"
                );
                assert_eq!(known.day.map(i32::from), number(dates.days), "{word}");
                assert_eq!(
                    known.direction.map(i32::from),
                    number(dates.directions),
                    "{word}"
                );
                assert_eq!(known.period.map(i32::from), number(dates.periods), "{word}");
            }
        }
    }

    #[test]
    fn a_list_without_a_number_is_not_known() {
        assert_eq!(Marks::default().listed(list!["km"]), None);
    }

    #[cfg(feature = "fr")]
    #[test]
    fn phrases_and_signs_are_marked() {
        let glossaries = Glossaries::default();
        let french = glossaries.of(Language::FRENCH);
        let has = |word: &str, mark: Mark| french.find(word).marks.has(mark);
        assert!(has("il", Mark::BeginsPhrase) && !has("a", Mark::BeginsDate));
        assert!(has("€", Mark::MoneySign) && has("€", Mark::Unit) && !has("km", Mark::MoneySign));
        assert!(has("fatoumata", Mark::GivenName) && !has("niger", Mark::GivenName));
        assert_eq!(
            glossaries.of(Language::UNDETERMINED).find("mars").calendar,
            Calendar::default()
        );
    }
}
