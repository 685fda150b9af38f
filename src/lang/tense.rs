//! How the words of a language tell what was from what is to come.

use super::list::List;
use super::rules::rules;

rules! {
    /// The words beside a date that say whether it lies behind or ahead. The rules know forms and
    /// no parts of speech, so the dates of a text do not depend on the layers that were asked for.
    TenseRules {
        /// Words that say that something is to come: `will`, `prévu`.
        future: List,
        /// The words that say so if an infinitive follows: the `va` of `va se rendre`.
        before_infinitive: List,
        /// Words that say, with the infinitive that may follow, what was to come: the `devait` of
        /// `devait se rendre`.
        planned: List,
        /// Verbs in the present, of what begins, ends or takes place as planned: `débute`. The date is
        /// the nearer one, of the past or to come.
        scheduled: List,
        /// Words that part clauses: `qui`. The verb behind one says nothing of a date before it.
        clause_words: List,
        /// Nouns of what is planned long before. The nearer date is meant: `élection du 3 mars`.
        occasions: List,
        /// Endings of an infinitive. A language without them needs none to follow.
        infinitives: &'static [&'static str],
        /// Endings of a verb in the future or the conditional.
        future_endings: &'static [&'static str],
        /// Words with such an ending that are no future.
        not_future: List,
        /// Words that say that something has happened: `was`.
        past: List,
        /// Endings of a verb in the past.
        past_endings: &'static [&'static str],
        /// Words with such an ending that are not of the past.
        not_past: List,
        /// Endings of a past participle, which may be of either: `sera jugé`.
        participle_endings: &'static [&'static str],
        /// Past participles with other endings.
        participles: List,
        /// Words right before a date that lies ahead: `pour`, `d'ici`.
        toward: List,
        /// Words right before a date that lies ahead or not long ago: `jusqu'au`.
        until: List,
    }
}

/// What a word says of the time that its sentence is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sign {
    Past,
    Future,
    /// A future, if an infinitive follows.
    BeforeInfinitive,
    /// What was to come, if an infinitive follows.
    Planned,
    /// A verb in the present, of what is planned.
    Scheduled,
    /// A past participle: of the past, but behind a future.
    Participle,
}

impl TenseRules {
    /// The words of the lists, each with what it says; what a later list says of a word counts.
    pub(super) fn words(&self) -> impl Iterator<Item = (&'static str, Option<Sign>)> {
        let lists = [
            (self.not_past, None),
            (self.participles, Some(Sign::Participle)),
            (self.past, Some(Sign::Past)),
            (self.planned, Some(Sign::Planned)),
            (self.before_infinitive, Some(Sign::BeforeInfinitive)),
            (self.scheduled, Some(Sign::Scheduled)),
            (self.future, Some(Sign::Future)),
        ];
        let words = |(list, sign): (List, _)| list.words().iter().map(move |word| (*word, sign));
        let not_future = self.not_future.words().iter();
        let not_future = not_future.map(|word| (*word, self.sign_of_past(word)));
        not_future.chain(lists.into_iter().flat_map(words))
    }

    /// What the ending of a normal form says that stands in no list.
    pub(crate) fn sign_of_ending(&self, norm: &str) -> Option<Sign> {
        if ends(norm, self.future_endings) {
            Some(Sign::Future)
        } else {
            self.sign_of_past(norm)
        }
    }

    fn sign_of_past(&self, norm: &str) -> Option<Sign> {
        if ends(norm, self.past_endings) {
            Some(Sign::Past)
        } else {
            ends(norm, self.participle_endings).then_some(Sign::Participle)
        }
    }

    /// Whether a normal form has the ending of an infinitive.
    pub(crate) fn is_infinitive(&self, norm: &str) -> bool {
        let mut endings = self.infinitives.iter();
        self.infinitives.is_empty() || endings.any(|ending| norm.ends_with(ending))
    }
}

/// Whether a word has one of some endings, and something before it.
fn ends(norm: &str, endings: &[&str]) -> bool {
    let last = norm.as_bytes().last();
    // Most endings are told by their last letter.
    let mut endings = endings.iter().filter(|it| it.as_bytes().last() == last);
    endings.any(|it| norm.len() > it.len() + 1 && norm.ends_with(it))
}
