//! What a condition asks of a token.

use crate::document::{Label, Layer, LayerSet, Morph, Pos, Shape, Stop, Token, TokenKind};
use crate::normalize::{DecimalMark, norm, push_number, spelling};

/// Some values of which one must fit, or [none](super::not). One value, an array and a `Vec` convert
/// into it, and so do texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OneOf<T> {
    values: Vec<T>,
    complement: bool,
}

impl<T> OneOf<T> {
    pub(super) fn complement(self) -> Self {
        Self {
            complement: !self.complement,
            ..self
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub(super) fn map<U>(self, change: impl FnMut(T) -> U) -> OneOf<U> {
        OneOf {
            values: self.values.into_iter().map(change).collect(),
            complement: self.complement,
        }
    }

    /// The values, if one of them must fit.
    fn required(&self) -> Option<&[T]> {
        (!self.complement).then_some(&self.values)
    }

    fn fits(&self, is: impl FnMut(&T) -> bool) -> bool {
        self.values.iter().any(is) != self.complement
    }
}

impl<T> From<T> for OneOf<T> {
    fn from(value: T) -> Self {
        vec![value].into()
    }
}

impl<T, const N: usize> From<[T; N]> for OneOf<T> {
    fn from(values: [T; N]) -> Self {
        Vec::from(values).into()
    }
}

impl<T> From<Vec<T>> for OneOf<T> {
    fn from(values: Vec<T>) -> Self {
        Self {
            values,
            complement: false,
        }
    }
}

impl From<&str> for OneOf<String> {
    fn from(value: &str) -> Self {
        value.to_owned().into()
    }
}

impl<const N: usize> From<[&str; N]> for OneOf<String> {
    fn from(values: [&str; N]) -> Self {
        values.map(str::to_owned).into()
    }
}

impl From<Vec<&str>> for OneOf<String> {
    fn from(values: Vec<&str>) -> Self {
        let values = values.into_iter().map(str::to_owned);
        values.collect::<Vec<_>>().into()
    }
}

/// A condition of a token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Condition {
    Form(Form, OneOf<String>),
    Pos(OneOf<Pos>),
    Morph(OneOf<Morph>),
    Kind(OneOf<TokenKind>),
    Stop(OneOf<Stop>),
    Shape(OneOf<Shape>),
    Label(OneOf<Label>),
    /// How many characters the token has.
    Length {
        least: usize,
        most: Option<usize>,
    },
    Flag(Flag, bool),
}

/// Which of its forms a token is known by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Text,
    Norm,
    Lemma,
    Stem,
}

/// What a token is or is not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flag {
    Capitalised,
    Upper,
    Lower,
}

impl Form {
    pub(super) const ALL: [Self; 4] = [Self::Text, Self::Norm, Self::Lemma, Self::Stem];

    /// A value as the form is spelt in documents.
    pub(super) fn spelling(self, value: &str) -> String {
        match self {
            Self::Text => value.to_owned(),
            Self::Norm => {
                let mut number = String::new();
                match push_number(value, DecimalMark::Unknown, &mut number) {
                    true => number,
                    false => norm(value).into_owned(),
                }
            }
            Self::Lemma | Self::Stem => spelling(value).into_owned(),
        }
    }

    /// The form of a token. If the layer was not made the normal form takes its place, and without
    /// that the text. `None` if the token has no such form, as a comma has no lemma.
    pub(super) fn of<'a>(self, token: Token<'a>, present: LayerSet) -> Option<&'a str> {
        let norm = || token.norm().or(Some(token.text()));
        match self {
            Self::Text => Some(token.text()),
            Self::Lemma if present.contains(Layer::Lemmas) => token.lemma(),
            Self::Stem if present.contains(Layer::Stems) => token.stem(),
            Self::Norm | Self::Lemma | Self::Stem => norm(),
        }
    }
}

impl Condition {
    /// Whether a token of a document with these layers fits. If the layer was not made nothing does,
    /// not even a complement.
    pub(super) fn holds(&self, token: Token<'_>, present: LayerSet) -> bool {
        match self {
            Self::Form(form, values) => {
                let form = form.of(token, present);
                values.fits(|value| form == Some(value))
            }
            Self::Pos(values) => token.pos().is_some_and(|pos| values.fits(|it| *it == pos)),
            Self::Morph(values) => {
                let morph = token.morph();
                morph.is_some_and(|morph| values.fits(|it| morph.has(*it)))
            }
            Self::Kind(values) => values.fits(|it| *it == token.kind()),
            Self::Stop(values) => token
                .stop()
                .is_some_and(|stop| values.fits(|it| *it == stop)),
            Self::Shape(values) => {
                let shape = token.shape();
                shape.is_some_and(|shape| values.fits(|it| *it == shape))
            }
            Self::Label(values) => {
                let label = token.entity().map(|entity| entity.label());
                present.contains(Layer::Entities) && values.fits(|it| label == Some(*it))
            }
            Self::Length { least, most } => {
                let length = token.text().chars().count();
                *least <= length && most.is_none_or(|most| length <= most)
            }
            Self::Flag(flag, is) => *is == flag.holds(token),
        }
    }

    /// The layer that the condition reads.
    pub(super) fn layer(&self) -> Layer {
        match self {
            Self::Form(Form::Norm, _) | Self::Shape(_) => Layer::Norms,
            Self::Form(Form::Lemma, _) => Layer::Lemmas,
            Self::Form(Form::Stem, _) => Layer::Stems,
            Self::Pos(_) => Layer::Pos,
            Self::Morph(_) => Layer::Morph,
            Self::Stop(_) => Layer::Stops,
            Self::Label(_) => Layer::Entities,
            Self::Form(Form::Text, _) | Self::Kind(_) | Self::Length { .. } | Self::Flag(..) => {
                Layer::Tokens
            }
        }
    }

    /// The form that a token must have one of these values in.
    pub(super) fn required(&self) -> Option<(Form, &[String])> {
        match self {
            Self::Form(form, values) => Some((*form, values.required()?)),
            _ => None,
        }
    }

    /// What is wrong with the condition, and what to do.
    pub(super) fn flaw(&self) -> Option<&'static str> {
        let empty = match self {
            Self::Form(_, values) => values.is_empty(),
            Self::Pos(values) => values.is_empty(),
            Self::Morph(values) => values.is_empty(),
            Self::Kind(values) => values.is_empty(),
            Self::Stop(values) => values.is_empty(),
            Self::Shape(values) => values.is_empty(),
            Self::Label(values) => values.is_empty(),
            Self::Length { least, most } => {
                let empty = most.is_some_and(|most| most < *least);
                return empty.then_some("no length is in an empty range: give a larger one");
            }
            Self::Flag(..) => false,
        };
        empty.then_some("the list of values is empty: name at least one")
    }
}

impl Flag {
    fn holds(self, token: Token<'_>) -> bool {
        match self {
            Self::Capitalised => token.is_capitalised(),
            Self::Upper => token.is_upper(),
            Self::Lower => token.is_lower(),
        }
    }
}
