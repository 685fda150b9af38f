//! [`OwnModels`]: the model files of the caller.

use std::borrow::Cow;

use super::file::{FromModel, Model, tag};
use super::format::Format;
use crate::error::{Error, Kind};

/// The model files of the caller, in the order in which they were added.
#[derive(Debug, Default)]
pub(crate) struct OwnModels(Vec<(&'static Format, Cow<'static, [u8]>)>);

impl OwnModels {
    /// Returns an error if a file has an unknown kind, or a kind that this build does not read.
    pub(crate) fn new(files: Vec<Cow<'static, [u8]>>) -> Result<Self, Error> {
        let files = files.into_iter().map(|bytes| {
            let format = tag(&bytes)
                .and_then(Format::of)
                .ok_or_else(|| Kind::Model {
                    name: "from the caller",
                    problem: "not a kind of model that griot has".to_owned(),
                })?;
            format.check_feature()?;
            Ok((format, bytes))
        });
        Ok(Self(files.collect::<Result<_, Error>>()?))
    }

    /// Removes the models of one kind and reads them.
    pub(super) fn take<T: FromModel>(&mut self) -> impl Iterator<Item = Result<T, Error>> {
        let own = self
            .0
            .extract_if(.., |(format, _)| format.tag == T::FORMAT.tag);
        own.map(|(_, bytes)| T::from_model(Model::read(bytes, T::FORMAT)?))
    }

    /// Removes the models of a kind that serves all languages, and returns the last of them.
    #[cfg(any(feature = "entities", feature = "langid"))]
    pub(crate) fn take_last<T: FromModel>(&mut self) -> Result<Option<T>, Error> {
        let all: Vec<T> = self.take().collect::<Result<_, _>>()?;
        Ok(all.into_iter().next_back())
    }
}
