//! [`Dateline`]: the parts of a dateline.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// The parts of a dateline such as `Niamey, 06 décembre 2023 (Lomé Actu) –`: the place and the date
/// of writing, and the news agency.
///
/// Each part is a byte span in the text, or `None` if the dateline does not have it. See
/// [`DocumentRef::dateline`](super::DocumentRef::dateline) for an example.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

    /// The span of the place.
    pub fn place(self) -> Option<Span> {
        self.place
    }

    /// The span of the date.
    pub fn date(self) -> Option<Span> {
        self.date
    }

    /// The span of the agency.
    pub fn agency(self) -> Option<Span> {
        self.agency
    }

    /// The dateline with each of its parts moved.
    pub(crate) fn map(self, to: impl Fn(Span) -> Option<Span>) -> Self {
        let [place, date, agency] = [self.place, self.date, self.agency].map(|it| it.and_then(&to));
        Self::new(place, date, agency)
    }

    /// The parts that the dateline has.
    pub(super) fn parts(self) -> impl Iterator<Item = Span> {
        [self.place, self.date, self.agency].into_iter().flatten()
    }
}
