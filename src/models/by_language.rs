//! [`ByLanguage`]: one model for each language, the caller's or the built-in one.

use std::borrow::Cow;

use super::file::{FromModel, Model};
use super::own::OwnModels;
use crate::Language;
use crate::error::Error;

/// At most one value for each language.
#[derive(Debug)]
pub(crate) struct ByLanguage<T> {
    values: Vec<(Language, T)>,
    /// The languages whose value is the caller's.
    own: Vec<Language>,
}

impl<T: FromModel> ByLanguage<T> {
    /// Reads the built-in models. If the caller has a model of the same language, it is used
    /// instead; of several, the last.
    pub(crate) fn new(built_in: &[&'static [u8]], own: &mut OwnModels) -> Result<Self, Error> {
        let built_in = built_in.iter().map(|bytes| {
            let model = Model::read(Cow::Borrowed(*bytes), T::FORMAT)?;
            T::from_model(model)
        });
        let mut models = Self::default();
        let own = own.take().map(|model| (model, true));
        for (model, is_own) in built_in.map(|model| (model, false)).chain(own) {
            let model: T = model?;
            let language = model.model().language();
            models.take(language);
            models.values.push((language, model));
            models.own.extend(is_own.then_some(language));
        }
        Ok(models)
    }
}

impl<T> ByLanguage<T> {
    pub(crate) fn get(&self, language: Language) -> Option<&T> {
        let mut values = self.values.iter();
        let value = values.find(|(of, _)| *of == language);
        value.map(|(_, model)| model)
    }

    /// Whether a language has the built-in value.
    #[cfg(feature = "entities")]
    pub(crate) fn is_built_in(&self, language: Language) -> bool {
        self.get(language).is_some() && !self.own.contains(&language)
    }

    pub(crate) fn take(&mut self, language: Language) -> Option<T> {
        let at = self.values.iter().position(|(of, _)| *of == language)?;
        Some(self.values.swap_remove(at).1)
    }

    /// Converts every value.
    pub(crate) fn try_map<U>(
        self,
        mut make: impl FnMut(Language, T) -> Result<U, Error>,
    ) -> Result<ByLanguage<U>, Error> {
        let made = self
            .values
            .into_iter()
            .map(|(language, model)| Ok((language, make(language, model)?)));
        Ok(ByLanguage {
            values: made.collect::<Result<_, Error>>()?,
            own: self.own,
        })
    }
}

impl<T> Default for ByLanguage<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            own: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, write};
    use super::*;

    #[derive(Debug)]
    struct Test(Model);

    impl FromModel for Test {
        const FORMAT: &'static Format = &Format::TAGS;

        fn from_model(model: Model) -> Result<Self, Error> {
            Ok(Self(model))
        }

        fn model(&self) -> &Model {
            &self.0
        }
    }

    fn tags(code: &[u8], mark: &[u8]) -> Vec<u8> {
        write(*b"tags", &[code, mark, b"", b"", b""])
    }

    #[test]
    fn the_last_of_a_language_answers() {
        let built_in: [&'static [u8]; 2] = [tags(b"fr", b"1").leak(), tags(b"en", b"2").leak()];
        let own = [tags(b"fr", b"3"), tags(b"wo", b"4"), tags(b"fra", b"5")];
        let mut own = OwnModels::new(own.map(Cow::Owned).into()).unwrap();
        let models = ByLanguage::<Test>::new(&built_in, &mut own).unwrap();
        for (language, mark, name) in [
            (Language::FRENCH, &b"5"[..], "tags-fr 1"),
            (Language::ENGLISH, b"2", "tags-en 1"),
            (Language::WOLOF, b"4", "tags-wo 1"),
        ] {
            let model = models.get(language).unwrap().model();
            let mut used = Vec::new();
            model.note(&mut used);
            model.note(&mut used);
            assert_eq!((model.section(1), used), (mark, vec![name.to_owned()]));
        }
        assert!(models.get(Language::GERMAN).is_none());
    }

    #[test]
    fn a_language_that_there_is_not_is_refused() {
        let own = OwnModels::new(vec![tags(b"xx", b"").into()]);
        let error = ByLanguage::<Test>::new(&[], &mut own.unwrap()).unwrap_err();
        assert!(error.to_string().contains("names no language"), "{error}");
    }
}
