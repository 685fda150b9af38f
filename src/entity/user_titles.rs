//! The caller's titles of people.

use hashbrown::{HashMap, HashSet};

use crate::error::{Error, Kind};
use crate::language::Language;
use crate::lines::{flaw, is_control};
use crate::normalize::norm;

/// The most characters of a title that an error shows.
const SHOWN: usize = 64;

/// A title as the caller gave it.
#[derive(Clone, Debug)]
pub(crate) struct UserTitle {
    pub(crate) language: Language,
    pub(crate) title: String,
}

/// The normal forms of the caller's titles.
#[derive(Debug, Default)]
pub(super) struct UserTitles(HashMap<Language, Titles>);

pub(super) type Titles = HashSet<Box<str>>;

impl UserTitles {
    pub(super) fn new(given: Vec<UserTitle>) -> Result<Self, Error> {
        let mut titles = Self::default();
        for UserTitle { language, title } in given {
            check(&title)?;
            let own = titles.0.entry(language).or_default();
            own.insert(norm(&title).into());
        }
        Ok(titles)
    }

    /// The titles of a language, if there are any.
    pub(super) fn of(&self, language: Language) -> Option<&Titles> {
        self.0.get(&language)
    }
}

fn check(title: &str) -> Result<(), Error> {
    let problem = if let Some(flaw) = flaw(title) {
        flaw
    } else if title.contains(char::is_whitespace) {
        "is a title of several words: give each word by itself"
    } else if title.contains(is_control) {
        "holds a control character, which no title does: remove it"
    } else {
        return Ok(());
    };
    let text = title.chars().take(SHOWN).collect();
    Err(Kind::Pattern { text, problem }.into())
}

#[cfg(feature = "fr")]
#[cfg(test)]
mod tests {
    use crate::entity::testing::both;
    use crate::{Document, Label, Language, Pipeline};

    const FRENCH: Language = Language::FRENCH;

    fn with(titles: &[&str], text: &str) -> Document {
        let builder = Pipeline::builder().language(FRENCH);
        let pipeline = builder.titles(FRENCH, titles.iter().copied()).build();
        pipeline.unwrap().process(text).unwrap()
    }

    /// The people of a text: the name, the id and the title.
    fn people(document: &Document) -> Vec<(&str, &str, &str)> {
        let people = document.entities().filter(|it| it.label() == Label::PERSON);
        let shown = people.map(|it| (it.text(), it.id().unwrap(), it.title().unwrap_or("")));
        shown.collect()
    }

    #[test]
    fn a_title_is_no_part_of_the_name() {
        let text =
            "Le Cdt. Ousmane Koné a quitté Niamey hier. L’adjt Moussa Diallo, resté à Gao, attend.";
        for text in both(text) {
            let usual = with(&[], &text);
            assert_ne!(people(&usual)[0].2, "Cdt.");
            let own = with(&["Cdt.", "adjt"], &text);
            let expected = [
                ("Ousmane Koné", "per:ousmane-kone", "Cdt."),
                ("Moussa Diallo", "per:moussa-diallo", "adjt"),
            ];
            assert_eq!(people(&own), expected);
            assert_eq!(own.sentences().len(), 2);
        }
    }

    #[test]
    fn a_title_is_no_part_of_a_surname_alone() {
        let own = with(&["Cdt."], "Le Cdt. Koné est là.");
        assert_eq!(people(&own), [("Koné", "per:kone", "Cdt.")]);
    }

    #[test]
    fn a_title_may_begin_a_sentence_in_any_case() {
        for text in ["Cdt. Ousmane Koné attend.", "CDT. Ousmane Koné attend."] {
            let own = with(&["Cdt."], text);
            assert_eq!(
                people(&own),
                [("Ousmane Koné", "per:ousmane-kone", &text[..4])]
            );
        }
    }

    #[test]
    fn a_title_is_of_one_language() {
        let text = "Le Cdt. Ousmane Koné a quitté Niamey hier.";
        let english = Pipeline::builder().language(FRENCH);
        let english = english.titles(Language::ENGLISH, ["Cdt."]).build().unwrap();
        let usual = with(&[], text);
        assert_eq!(people(&english.process(text).unwrap()), people(&usual));
    }

    #[test]
    fn a_title_is_one_word() {
        for (title, problem) in [
            ("", "is empty"),
            (" Cdt.", "white space"),
            ("Cdt.\n", "white space"),
            ("chef d’état", "is a title of several words"),
            ("C\u{7}", "control character"),
        ] {
            let builder = Pipeline::builder().titles(FRENCH, [title]);
            let error = builder.build().unwrap_err();
            assert!(
                error.is_pattern() && error.to_string().contains(problem),
                "{error}"
            );
        }
    }
}
