//! The models that a caller brings instead of those of the build.

use std::borrow::Cow;

use super::file::{FromModel, Model, tag};
use super::format::Format;
use crate::error::{Error, Kind};

/// The model files of a caller, in the order in which they came.
#[derive(Debug, Default)]
pub(crate) struct OwnModels(Vec<(&'static Format, Cow<'static, [u8]>)>);

impl OwnModels {
    /// Refuses files of an unknown kind, and of a kind that this build does not read.
    pub(crate) fn new(files: Vec<Cow<'static, [u8]>>) -> Result<Self, Error> {
        let files = files.into_iter().map(|bytes| {
            let format = tag(&bytes)
                .and_then(Format::of)
                .ok_or_else(|| Kind::Model {
                    name: "from the caller",
                    problem: "not a model of a kind that griot has".to_owned(),
                })?;
            format.check_feature()?;
            Ok((format, bytes))
        });
        Ok(Self(files.collect::<Result<_, Error>>()?))
    }

    /// Takes the models of one kind.
    pub(super) fn take<T: FromModel>(&mut self) -> impl Iterator<Item = Result<T, Error>> {
        let own = self
            .0
            .extract_if(.., |(format, _)| format.tag == T::FORMAT.tag);
        own.map(|(_, bytes)| T::from_model(Model::read(bytes, T::FORMAT)?))
    }

    /// Takes the models of a kind that serves all languages, and gives the last of them.
    #[cfg(any(feature = "entities", feature = "langid"))]
    pub(crate) fn take_last<T: FromModel>(&mut self) -> Result<Option<T>, Error> {
        let all: Vec<T> = self.take().collect::<Result<_, _>>()?;
        Ok(all.into_iter().next_back())
    }
}
