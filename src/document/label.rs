//! [`Label`]: the class of an entity.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, Kind};
use crate::text::Text;

/// The class of an entity: one of the constants below, or a label of the caller.
///
/// A label has 1 to 15 characters of `A-Z`, `0-9`, `_` and `-`. It parses from such a text and
/// prints as one. Any other text is an [error](crate::Error::is_name).
///
/// ```
/// use griot::Label;
///
/// let ship: Label = "SHIP".parse()?;
/// assert_eq!((ship.as_str(), ship.built_in()), ("SHIP", None));
/// assert_eq!(Label::PERSON.built_in(), Some("PER"));
/// assert_eq!("PER".parse::<Label>()?, Label::PERSON);
/// assert!("no label".parse::<Label>().unwrap_err().is_name());
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label([u8; LONGEST]);

/// The greatest length of a label in bytes. A shorter one is filled up with zeros.
const LONGEST: usize = 15;

impl Label {
    /// A person's name: `PER`.
    pub const PERSON: Self = Self::of(b"PER");
    /// A place: `LOC`.
    pub const LOCATION: Self = Self::of(b"LOC");
    /// An organisation: `ORG`.
    pub const ORGANISATION: Self = Self::of(b"ORG");
    /// Any other name, such as an operation, a law or a product: `MISC`.
    pub const MISC: Self = Self::of(b"MISC");
    /// A calendar expression: `DATE`.
    pub const DATE: Self = Self::of(b"DATE");
    /// A duration, an amount, a percentage: `QUANTITY`.
    pub const QUANTITY: Self = Self::of(b"QUANTITY");

    const fn of(text: &[u8]) -> Self {
        let mut bytes = [0; LONGEST];
        let (head, _) = bytes.split_at_mut(text.len());
        head.copy_from_slice(text);
        Self(bytes)
    }

    /// The label as a text. It borrows the label; [`Entity::label_str`](super::Entity::label_str)
    /// borrows the document, and [`built_in`](Self::built_in) nothing.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|byte| *byte == 0).unwrap_or(LONGEST);
        self.0
            .get(..length)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    /// The text of one of the constants. `None` for a label of the caller.
    pub fn built_in(self) -> Option<&'static str> {
        let constants: [(Self, &'static str); 6] = [
            (Self::PERSON, "PER"),
            (Self::LOCATION, "LOC"),
            (Self::ORGANISATION, "ORG"),
            (Self::MISC, "MISC"),
            (Self::DATE, "DATE"),
            (Self::QUANTITY, "QUANTITY"),
        ];
        let own = constants.into_iter().find(|(label, _)| *label == self);
        own.map(|(_, text)| text)
    }
}

impl TryFrom<&str> for Label {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

impl FromStr for Label {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let fits = |byte: &u8| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-');
        if text.is_empty() || text.len() > LONGEST || !text.as_bytes().iter().all(fits) {
            return Err(Kind::Label {
                text: text.chars().take(40).collect(),
            }
            .into());
        }
        Ok(Self::of(text.as_bytes()))
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Text::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_parse_as_they_print() {
        for text in ["PER", "LOC", "ORG", "MISC", "DATE", "QUANTITY"] {
            let label = Label::try_from(text).unwrap();
            assert_eq!((label.as_str(), label.built_in()), (text, Some(text)));
            assert_eq!(format!("{label:>9}"), format!("{text:>9}"));
        }
        assert_eq!(Label::try_from("SHIP").unwrap().built_in(), None);
        assert!(Label::try_from("ship").unwrap_err().is_name());
    }
}
