//! [`TokenPattern`]: what one token must be, and how often it may stand.

use std::ops::{Bound, RangeBounds};

use super::condition::{Condition, Flag, Form, OneOf};
use crate::document::{Label, Morph, Pos, Shape, Stop, TokenKind};

/// What a token must be to match, and how many such tokens may follow each other.
///
/// [`token`] begins one. All its conditions must hold. Each takes one value, several of which one must
/// fit, or several of which [none](not) may fit:
///
/// ```
/// use griot::matcher::{not, token};
/// use griot::Pos;
///
/// token().lemma("signer");
/// token().norm(["accord", "traité"]);
/// token().pos(not([Pos::Punct, Pos::Sym])).zero_or_more();
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TokenPattern {
    pub(super) conditions: Vec<Condition>,
    pub(super) negated: bool,
    pub(super) least: usize,
    /// `None` if any number may follow.
    pub(super) most: Option<usize>,
}

/// Any token, exactly once. The methods of [`TokenPattern`] say more.
pub fn token() -> TokenPattern {
    TokenPattern {
        conditions: Vec::new(),
        negated: false,
        least: 1,
        most: Some(1),
    }
}

/// Everything but some values.
///
/// ```
/// use griot::matcher::{not, token};
///
/// token().norm(not("accord"));
/// token().norm(not(["accord", "traité"]));
/// ```
pub fn not<T>(values: impl Into<OneOf<T>>) -> OneOf<T> {
    values.into().complement()
}

impl TokenPattern {
    pub(super) fn with(mut self, condition: Condition) -> Self {
        self.conditions.push(condition);
        self
    }

    fn with_form(self, form: Form, values: OneOf<String>) -> Self {
        let values = values.map(|value| form.spelling(&value));
        self.with(Condition::Form(form, values))
    }

    pub(super) fn with_flag(self, flag: Flag, is: bool) -> Self {
        self.with(Condition::Flag(flag, is))
    }

    /// The token is written exactly so.
    #[must_use]
    pub fn text(self, values: impl Into<OneOf<String>>) -> Self {
        self.with_form(Form::Text, values.into())
    }

    /// The token has this normal form. Case and the kind of apostrophe do not matter in `values`.
    #[must_use]
    pub fn norm(self, values: impl Into<OneOf<String>>) -> Self {
        self.with_form(Form::Norm, values.into())
    }

    /// The token has this lemma. In a document without lemmas the normal form takes its place.
    #[must_use]
    pub fn lemma(self, values: impl Into<OneOf<String>>) -> Self {
        self.with_form(Form::Lemma, values.into())
    }

    /// The token has this stem. In a document without stems the normal form takes its place.
    #[must_use]
    pub fn stem(self, values: impl Into<OneOf<String>>) -> Self {
        self.with_form(Form::Stem, values.into())
    }

    /// The token has this part of speech.
    #[must_use]
    pub fn pos(self, values: impl Into<OneOf<Pos>>) -> Self {
        self.with(Condition::Pos(values.into()))
    }

    /// The token has all of these morphological features, and may have others.
    ///
    /// ```
    /// use griot::matcher::token;
    ///
    /// token().morph("Mood=Cnd".parse::<griot::Morph>()?);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[must_use]
    pub fn morph(self, values: impl Into<OneOf<Morph>>) -> Self {
        self.with(Condition::Morph(values.into()))
    }

    /// The token is of this kind.
    #[must_use]
    pub fn kind(self, values: impl Into<OneOf<TokenKind>>) -> Self {
        self.with(Condition::Kind(values.into()))
    }

    /// The token is a stop word of this tier. `Stop::No` are all other tokens.
    #[must_use]
    pub fn stop(self, values: impl Into<OneOf<Stop>>) -> Self {
        self.with(Condition::Stop(values.into()))
    }

    /// The token has this shape, such as `Shape::of("Niamey")`.
    #[must_use]
    pub fn shape(self, values: impl Into<OneOf<Shape>>) -> Self {
        self.with(Condition::Shape(values.into()))
    }

    /// The token belongs to an entity with this label. Of nested entities the outermost counts.
    #[must_use]
    pub fn label(self, values: impl Into<OneOf<Label>>) -> Self {
        self.with(Condition::Label(values.into()))
    }

    /// The token has so many characters.
    ///
    /// ```
    /// griot::matcher::token().length(4..);
    /// ```
    #[must_use]
    pub fn length(self, characters: impl RangeBounds<usize>) -> Self {
        let (least, most) = bounds(&characters);
        self.with(Condition::Length { least, most })
    }

    /// The token begins with an upper-case letter.
    #[must_use]
    pub fn capitalised(self) -> Self {
        self.with_flag(Flag::Capitalised, true)
    }

    /// The token has upper-case letters and no lower-case ones.
    #[must_use]
    pub fn upper(self) -> Self {
        self.with_flag(Flag::Upper, true)
    }

    /// The token has lower-case letters and no upper-case ones.
    #[must_use]
    pub fn lower(self) -> Self {
        self.with_flag(Flag::Lower, true)
    }

    /// One token of which the conditions do not all hold: `!` in spaCy.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            negated: true,
            ..self
        }
    }

    /// Once or not at all: `?`.
    #[must_use]
    pub fn optional(self) -> Self {
        self.repeat(..=1)
    }

    /// Any number of such tokens: `*`.
    #[must_use]
    pub fn zero_or_more(self) -> Self {
        self.repeat(0..)
    }

    /// At least one such token: `+`.
    #[must_use]
    pub fn one_or_more(self) -> Self {
        self.repeat(1..)
    }

    /// So many such tokens: `{2,4}` is `repeat(2..=4)`, and `{3}` is `repeat(3..=3)`.
    #[must_use]
    pub fn repeat(self, times: impl RangeBounds<usize>) -> Self {
        let (least, most) = bounds(&times);
        Self {
            least,
            most,
            ..self
        }
    }
}

/// The least and the greatest number of a range. An empty range has the least above the greatest.
fn bounds(range: &impl RangeBounds<usize>) -> (usize, Option<usize>) {
    let least = match range.start_bound() {
        Bound::Included(least) => *least,
        Bound::Excluded(below) => below.saturating_add(1),
        Bound::Unbounded => 0,
    };
    match range.end_bound() {
        Bound::Included(most) => (least, Some(*most)),
        Bound::Excluded(0) => (least.max(1), Some(0)),
        Bound::Excluded(beyond) => (least, Some(beyond - 1)),
        Bound::Unbounded => (least, None),
    }
}
