//! The readings of a word: the features that its form may have.

use crate::document::{Morph, Pos};
use crate::error::Error;
use crate::models::{Format, FromModel, Model};

/// The readings of the words of one language, as trees of endings.
///
/// A tree is a list of nodes, and each node is a byte of the word, the set of readings of words with
/// this ending (0 for that of the shorter ending), the length in bytes of the nodes below it, and these
/// nodes. A length has seven bits in each byte, the lowest first, and the high bit where more follow.
/// The byte 0 stands before the first of a word. A tree begins with the set of all other words.
#[derive(Debug)]
pub(crate) struct Readings {
    /// The sets, from number 1.
    sets: Vec<Box<[Morph]>>,
    model: Model,
}

impl FromModel for Readings {
    const FORMAT: &'static Format = &Format::MORPH;

    fn from_model(model: Model) -> Result<Self, Error> {
        let set = |line: &str| line.split(' ').map(str::parse).collect();
        let sets = std::str::from_utf8(model.section(1)).ok();
        let sets = sets.and_then(|lines| lines.lines().map(set).collect::<Result<_, _>>().ok());
        let sets = sets.ok_or_else(|| model.bad("its sets of features cannot be read"))?;
        Ok(Self { sets, model })
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

impl Readings {
    /// A set of readings, by its number. Number 0 is empty.
    pub(super) fn set(&self, number: u8) -> &[Morph] {
        let index = usize::from(number).checked_sub(1);
        index
            .and_then(|index| self.sets.get(index))
            .map_or(&[], |set| set)
    }

    /// The number of the set that a normal form has with this part of speech. 0 if that has no tree.
    pub(super) fn number(&self, norm: &str, pos: Pos) -> u8 {
        let section = match pos {
            Pos::Noun => 2,
            Pos::Adj => 3,
            Pos::Verb | Pos::Aux => 4,
            _ => return 0,
        };
        let Some((first, mut nodes)) = self.model.section(section).split_first() else {
            return 0;
        };
        let mut set = *first;
        for byte in norm.bytes().rev().chain([0]) {
            let Some((own, below)) = child(nodes, byte) else {
                break;
            };
            if own > 0 {
                set = own;
            }
            nodes = below;
        }
        set
    }
}

/// The set and the nodes below of the node with this byte.
fn child(mut nodes: &[u8], byte: u8) -> Option<(u8, &[u8])> {
    loop {
        let ([label, set], mut rest) = nodes.split_first_chunk()?;
        let mut length = 0;
        for shift in (0..28).step_by(7) {
            let (part, after) = rest.split_first()?;
            length |= usize::from(part & 0x7f) << shift;
            rest = after;
            if part & 0x80 == 0 {
                break;
            }
        }
        let (below, after) = rest.split_at_checked(length)?;
        if *label == byte {
            return Some((*set, below));
        }
        nodes = after;
    }
}

#[cfg(test)]
#[cfg(feature = "fr-lexicon")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn french() -> Readings {
        read(griot_fr_lexicon::MORPH.to_vec()).unwrap()
    }

    fn read(bytes: Vec<u8>) -> Result<Readings, Error> {
        Readings::from_model(Model::read(bytes.into(), Readings::FORMAT)?)
    }

    #[test]
    fn a_form_has_its_readings() {
        let readings = french();
        for (norm, pos, wanted) in [
            ("maisons", Pos::Noun, "Gender=Fem|Number=Plur"),
            ("belles", Pos::Adj, "Gender=Fem|Number=Plur"),
            ("rouge", Pos::Adj, "Number=Sing"),
            (
                "signées",
                Pos::Verb,
                "Gender=Fem|Number=Plur|Tense=Past|VerbForm=Part",
            ),
            (
                "irait",
                Pos::Verb,
                "Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
            ),
            ("griotisation", Pos::Noun, "Gender=Fem|Number=Sing"),
            ("maison", Pos::Adv, ""),
        ] {
            let found: Vec<_> = readings
                .set(readings.number(norm, pos))
                .iter()
                .map(Morph::to_string)
                .collect();
            assert_eq!(found.join(" "), wanted, "{norm} {pos}");
        }
        assert!(readings.set(readings.number("porte", Pos::Verb)).len() >= 4);
    }

    #[test]
    fn a_broken_file_is_an_error() {
        let good = griot_fr_lexicon::MORPH.to_vec();
        assert!(
            read(good[..good.len() - 1].to_vec())
                .unwrap_err()
                .is_model()
        );
        assert!(read(Vec::new()).unwrap_err().is_model());
    }

    proptest! {
        #[test]
        fn any_word_can_be_looked_up(word in any::<String>()) {
            let readings = french();
            for pos in Pos::ALL {
                let has_tree = matches!(pos, Pos::Noun | Pos::Adj | Pos::Verb | Pos::Aux);
                prop_assert_eq!(!readings.set(readings.number(&word, *pos)).is_empty(), has_tree);
            }
        }

        #[test]
        fn broken_nodes_end_the_search(nodes in prop::collection::vec(any::<u8>(), 0..40), byte in any::<u8>()) {
            if let Some((_, below)) = child(&nodes, byte) {
                prop_assert!(below.len() < nodes.len());
            }
        }
    }
}
