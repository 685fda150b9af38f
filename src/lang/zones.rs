//! What the press zones of a language are told by.

use super::Table;
use super::list::List;
use crate::document::ZoneKind;

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
