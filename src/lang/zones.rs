//! What the press zones of a language are told by.

use super::list::{List, list};
use super::rules::{Rule, Table, rule, rules};
use crate::document::ZoneKind;

rules! {
    /// What press zones are told by in a language, beside the layout of the text.
    ZoneRules {
        /// The months and their abbreviations, with their numbers.
        months: Table,
        /// The days of the week, Monday 0.
        weekdays: Table,
        /// Whether the month of a numeric date may stand first.
        month_first: bool,
        /// What may stand behind the number of a day: `er`, `th`.
        day_endings: List,
        /// What may stand before a date, and what of it says that the day is the day of writing.
        articles: List,
        demonstratives: List,
        /// What may stand between a date and an hour.
        hour_prepositions: List,
        /// What may stand behind an hour: its half of the day, its zone, its minutes.
        hour_endings: List = list!["am", "cet", "gmt", "min", "pm", "tu", "utc", "z"],
        /// What a line begins with that is no story, sorted, in small letters without accents: what
        /// it is, and what must follow.
        phrases: &'static [(&'static str, ZoneKind, Form)],
        /// News agencies, and what stands for them: `agences`.
        agencies: List,
        /// Where readers are called to: `newsletter`.
        channels: List,
        /// Small words in names of people and places.
        particles: List,
        /// What may stand between the names of a byline.
        joiners: List,
        /// What captions say behind a bracket or comma, in small letters without accents: `à gauche`.
        caption_asides: &'static [&'static str],
        /// What they say behind a name: `lors d'une` cérémonie.
        caption_links: &'static [&'static str],
        /// The endings of past participles, and participles with others.
        participle_endings: &'static [&'static str],
        participles: List,
        /// What stands before a noun, which has some of those endings too.
        determiners: List,
        /// What stands before a place.
        place_prepositions: List,
        /// Words that a caption without a verb does not hold: auxiliaries and pronouns.
        finite_words: List,
    }
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

rule!(&'static ZoneRules, &ZoneRules::NONE, |rules, name| {
    ZoneRules::check(rules, name)
});
