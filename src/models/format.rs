//! The kinds of model files.

use crate::error::{Error, Kind};

/// A kind of model file.
#[derive(Debug)]
pub(crate) struct Format {
    /// The tag in the header of a file of this kind.
    pub(super) tag: [u8; 4],
    /// The name of this kind in messages and documents.
    pub(super) name: &'static str,
    pub(super) sections: usize,
    /// True if each model is for one language. Its code is then the first section.
    pub(super) has_language: bool,
    /// The cargo feature that reads this kind, and whether this build has it. `None` if every build
    /// reads this kind.
    feature: Option<(&'static str, bool)>,
}

const ENTITIES: Option<(&str, bool)> = Some(("entities", cfg!(feature = "entities")));
const LANGID: Option<(&str, bool)> = Some(("langid", cfg!(feature = "langid")));

impl Format {
    /// Sentence ends.
    pub(crate) const SENTENCES: Self = Self::of_language(*b"sent", "sentences", 4, None);
    /// Parts of speech.
    pub(crate) const TAGS: Self = Self::of_language(*b"tags", "tags", 5, None);
    /// Word forms with their lemmas.
    pub(crate) const LEXICON: Self = Self::of_language(*b"lexi", "lexicon", 5, None);
    /// Word forms with their morphological features.
    pub(crate) const MORPH: Self = Self::of_language(*b"mrph", "morph", 5, None);
    /// The tagger of names.
    pub(crate) const NAMES: Self = Self::of_language(*b"name", "names", 6, ENTITIES);
    /// The gazetteer of places.
    pub(crate) const GAZETTEER: Self = Self::of_all(*b"gazt", "gazetteer", 5, ENTITIES);
    /// Language detection.
    pub(crate) const LANGUAGE: Self = Self::of_all(*b"lang", "language", 3, LANGID);

    const ALL: [&Self; 7] = [
        &Self::SENTENCES,
        &Self::TAGS,
        &Self::LEXICON,
        &Self::MORPH,
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

    /// Returns an error if this build does not use models of this kind.
    pub(super) fn check_feature(&self) -> Result<(), Error> {
        match self.feature {
            Some((feature, false)) => Err(self.unused(feature)),
            _ => Ok(()),
        }
    }

    /// The error for a model that needs a cargo feature which this build lacks.
    pub(crate) fn unused(&self, feature: &'static str) -> Error {
        let name = self.name;
        Kind::UnusedModel { name, feature }.into()
    }

    /// The error for a model of this kind that is not valid.
    pub(crate) fn bad(&self, problem: impl Into<String>) -> Error {
        let (name, problem) = (self.name, problem.into());
        Kind::Model { name, problem }.into()
    }
}
