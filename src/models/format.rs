//! The kinds of model files.

use crate::error::{Error, Kind};

/// A kind of model file.
#[derive(Debug)]
pub(crate) struct Format {
    /// What a file of this kind says that it is.
    pub(super) tag: [u8; 4],
    /// What messages and documents call a model of this kind.
    pub(super) name: &'static str,
    pub(super) sections: usize,
    /// Whether a model is of one language, whose code is its first section.
    pub(super) has_language: bool,
    /// The cargo feature that reads this kind, and whether this build has it; `None` where every
    /// build reads it.
    feature: Option<(&'static str, bool)>,
}

const ENTITIES: Option<(&str, bool)> = Some(("entities", cfg!(feature = "entities")));
const LANGID: Option<(&str, bool)> = Some(("langid", cfg!(feature = "langid")));

impl Format {
    /// Sentence ends.
    pub(crate) const SENTENCES: Self = Self::of_language(*b"sent", "sentences", 4, None);
    /// Parts of speech.
    pub(crate) const TAGS: Self = Self::of_language(*b"tags", "tags", 3, None);
    /// Forms with their lemmas.
    pub(crate) const LEXICON: Self = Self::of_language(*b"lexi", "lexicon", 5, None);
    /// Names in a text.
    pub(crate) const NAMES: Self = Self::of_language(*b"name", "names", 6, ENTITIES);
    /// Places by name.
    pub(crate) const GAZETTEER: Self = Self::of_all(*b"gazt", "gazetteer", 5, ENTITIES);
    /// Which language a text is in.
    pub(crate) const LANGUAGE: Self = Self::of_all(*b"lang", "language", 3, LANGID);

    const ALL: [&Self; 6] = [
        &Self::SENTENCES,
        &Self::TAGS,
        &Self::LEXICON,
        &Self::NAMES,
        &Self::GAZETTEER,
        &Self::LANGUAGE,
    ];

    const fn of_language(
        tag: [u8; 4],
        name: &'static str,
        sections: usize,
        feature: Option<(&'static str, bool)>,
    ) -> Self {
        Self {
            tag,
            name,
            sections,
            has_language: true,
            feature,
        }
    }

    const fn of_all(
        tag: [u8; 4],
        name: &'static str,
        sections: usize,
        feature: Option<(&'static str, bool)>,
    ) -> Self {
        Self {
            has_language: false,
            ..Self::of_language(tag, name, sections, feature)
        }
    }

    /// The format with this tag.
    pub(super) fn of(tag: [u8; 4]) -> Option<&'static Self> {
        Self::ALL.into_iter().find(|format| format.tag == tag)
    }

    /// An error where this build has no use for such a model.
    pub(super) fn check_feature(&self) -> Result<(), Error> {
        match self.feature {
            Some((feature, false)) => Err(self.unused(feature)),
            _ => Ok(()),
        }
    }

    /// The error that says which cargo feature is lacking to use a model of this kind.
    pub(crate) fn unused(&self, feature: &'static str) -> Error {
        let name = self.name;
        Kind::UnusedModel { name, feature }.into()
    }

    /// The error that says what is wrong with a model of this kind.
    pub(crate) fn bad(&self, problem: impl Into<String>) -> Error {
        let (name, problem) = (self.name, problem.into());
        Kind::Model { name, problem }.into()
    }
}
