//! [`LayerSet`]: a set of layers.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::layer::Layer;

/// A set of [`Layer`]s.
///
/// Arrays of layers and iterators over layers convert into a set. It serialises as a list of names.
///
/// ```
/// use griot::{Layer, LayerSet};
///
/// let set = LayerSet::from([Layer::Entities]);
/// assert!(set.closed().contains(Layer::Sentences), "entities stand on sentences");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct LayerSet(u16);

impl LayerSet {
    /// No layer.
    pub const NONE: Self = Self(0);
    /// Every layer.
    pub const ALL: Self = Self((1 << Layer::ALL.len()) - 1);

    /// Returns the set with `layer` added.
    #[must_use]
    pub const fn with(self, layer: Layer) -> Self {
        Self(self.0 | 1 << layer as u16)
    }

    /// Returns the set with `layer` removed.
    #[must_use]
    pub const fn without(self, layer: Layer) -> Self {
        Self(self.0 & !(1 << layer as u16))
    }

    /// Returns true if `layer` is in the set.
    pub const fn contains(self, layer: Layer) -> bool {
        self.0 & 1 << layer as u16 != 0
    }

    /// The set as bits, in the order of [`Layer::ALL`].
    pub(crate) const fn bits(self) -> u16 {
        self.0
    }

    /// The set with these bits. `None` if one of them is no layer.
    pub(crate) fn from_bits(bits: u32) -> Option<Self> {
        let bits = u16::try_from(bits).ok()?;
        (bits & !Self::ALL.0 == 0).then_some(Self(bits))
    }

    /// Returns true if the set has no layers.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The layers of the set, in the order of [`Layer::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Layer> {
        Layer::ALL
            .iter()
            .copied()
            .filter(move |layer| self.contains(*layer))
    }

    /// Returns the set together with every layer that one of its layers needs.
    #[must_use]
    pub fn closed(self) -> Self {
        self.iter()
            .fold(self, |set, layer| Self(set.0 | layer.info().needs.0))
    }
}

impl<const N: usize> From<[Layer; N]> for LayerSet {
    fn from(layers: [Layer; N]) -> Self {
        layers.into_iter().collect()
    }
}

impl FromIterator<Layer> for LayerSet {
    fn from_iter<I: IntoIterator<Item = Layer>>(layers: I) -> Self {
        layers.into_iter().fold(Self::NONE, Self::with)
    }
}

impl std::fmt::Debug for LayerSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for LayerSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for LayerSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Layer>::deserialize(deserializer)?
            .into_iter()
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_is_enough_once() {
        for layer in Layer::ALL {
            let closed = LayerSet::from([*layer]).closed();
            assert!(closed.contains(*layer));
            assert_eq!(closed, closed.closed(), "{layer}");
        }
        assert_eq!(LayerSet::ALL.iter().count(), Layer::ALL.len());
    }
}
