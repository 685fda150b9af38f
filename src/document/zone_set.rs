//! [`ZoneSet`]: a set of zone kinds.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::vocabulary::ZoneKind;

/// A set of [`ZoneKind`]s.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ZoneSet(u32);

impl ZoneSet {
    /// Returns true if `kind` is in the set.
    pub(crate) const fn contains(self, kind: ZoneKind) -> bool {
        self.0 & 1 << kind as u32 != 0
    }

    /// The set as bits, in the order of [`ZoneKind::ALL`].
    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    /// The set with these bits. `None` if one of them is no kind.
    pub(crate) fn from_bits(bits: u32) -> Option<Self> {
        (bits >> ZoneKind::ALL.len() == 0).then_some(Self(bits))
    }
}

impl FromIterator<ZoneKind> for ZoneSet {
    fn from_iter<I: IntoIterator<Item = ZoneKind>>(kinds: I) -> Self {
        Self(
            kinds
                .into_iter()
                .fold(0, |set, kind| set | 1 << kind as u32),
        )
    }
}

impl Serialize for ZoneSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kinds = ZoneKind::ALL.iter();
        serializer.collect_seq(kinds.filter(|kind| self.contains(**kind)))
    }
}

impl<'de> Deserialize<'de> for ZoneSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kinds = Vec::<ZoneKind>::deserialize(deserializer)?;
        Ok(kinds.into_iter().collect())
    }
}
