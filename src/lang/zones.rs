//! How the press zones of a language are recognised.

use super::list::{List, list};
use super::rules::{Rule, Table, rule, rules};
use crate::document::ZoneKind;

rules! {
    /// How press zones are recognised in a language, besides the layout of the text.
    ZoneRules {
        /// The months and their abbreviations, with their numbers.
        months: Table,
        /// The days of the week, with their numbers: 0 is Monday.
        weekdays: Table,
        /// In a numeric date the month may stand before the day: `12/3` for 3 December.
        month_first: bool,
        /// What may follow the number of a day: `er`, `th`.
        day_endings: List,
        /// Words that may stand before a date: `le`.
        articles: List,
        /// Those of the `articles` that mean the day of writing: `ce`.
        demonstratives: List,
        /// Words that may stand between a date and an hour: `à`.
        hour_prepositions: List,
        /// What may follow an hour: `pm`, a time zone, its minutes.
        hour_endings: List = list!["am", "cet", "gmt", "min", "pm", "tu", "utc", "z"],
        /// Phrases at the head of a line that is no story: the phrase, the kind of zone, and what
        /// must follow the phrase. Sorted, in small letters without accents.
        phrases: &'static [(&'static str, ZoneKind, Form)],
        /// Words that may stand between the phrase of a link and its colon: the `sur` of `À lire aussi
        /// sur la guerre :`.
        subjects: List,
        /// Words that begin a sentence and, in the middle of one, have no capital: `le`, `dans`.
        openers: List,
        /// News agencies, and words for them: `agences`.
        agencies: List,
        /// What readers are called to subscribe to or to follow: `newsletter`.
        channels: List,
        /// Small words inside the names of people and places: `de`.
        particles: List,
        /// Words between the names of a byline: `et`.
        joiners: List,
        /// Phrases of captions behind a bracket or a comma, in small letters without accents:
        /// `a gauche`.
        caption_asides: &'static [&'static str],
        /// Phrases of captions behind a name, in small letters without accents: the `lors d'une` of
        /// `lors d'une cérémonie`.
        caption_links: &'static [&'static str],
        /// The endings of past participles.
        participle_endings: &'static [&'static str],
        /// Past participles with other endings.
        participles: List,
        /// Words before a noun. A noun may have the ending of a participle, and a determiner tells
        /// it from one.
        determiners: List,
        /// Prepositions before a place: `à`.
        place_prepositions: List,
        /// Words that no caption without a verb has: auxiliaries and pronouns.
        finite_words: List,
    }
}

/// What must follow a phrase so that its line is no story.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// Nothing: `Publicité`, `3 commentaires`.
    Alone,
    /// Anything: `Tous droits réservés`.
    Start,
    /// A colon and a few words: `Source : Rfi`.
    Label,
    /// A date, and little more: `Publié le 12 mars 2024 à 10h12`.
    Dated,
    /// A date that is not the date of publication: `Mis à jour le 12 mars 2024`.
    Redated,
    /// Nothing, or a headline: `Lire aussi : Niger, la Russie s’installe`.
    Link,
    /// A time of day or a duration: `Écouter - 02:17`.
    Timed,
    /// A place or names: `Avec notre correspondant à Dakar`.
    Place,
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
