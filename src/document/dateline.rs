//! The parts of a dateline.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Where, when and by which agency an article was written, as its dateline says: `Niamey, 06
/// décembre 2023 (Lomé Actu) –`. The parts are spans of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Dateline {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<Span>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<Span>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agency: Option<Span>,
}

impl Dateline {
    pub(crate) fn new(place: Option<Span>, date: Option<Span>, agency: Option<Span>) -> Self {
        Self {
            place,
            date,
            agency,
        }
    }

    /// The place.
    pub fn place(self) -> Option<Span> {
        self.place
    }

    /// The date.
    pub fn date(self) -> Option<Span> {
        self.date
    }

    /// The agency.
    pub fn agency(self) -> Option<Span> {
        self.agency
    }

    /// All parts that are there.
    pub(super) fn parts(self) -> impl Iterator<Item = Span> {
        [self.place, self.date, self.agency].into_iter().flatten()
    }
}
