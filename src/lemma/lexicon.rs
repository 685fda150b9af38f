//! The lexicon of a language: its forms, each with its possible categories and lemmas. It is a
//! minimal automaton over bytes, read in place.

use crate::document::Pos;
use crate::error::Error;
use crate::models::{Format, FromModel, Model, u32_at};

/// A part of speech, or for a verb the kind of its form.
#[allow(missing_docs, reason = "the names say it")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Category {
    Noun,
    Adj,
    Adv,
    Finite,
    Infinitive,
    PastParticiple,
    PresentParticiple,
    Propn,
    Adp,
    Cconj,
    Sconj,
    Pron,
    Det,
    Num,
    Intj,
}

impl Category {
    /// The categories that may give the lemma of a word with this part of speech, the best first.
    fn of(pos: Pos) -> &'static [Self] {
        use Category::{
            Adj, Adp, Adv, Cconj, Det, Finite, Infinitive, Intj, Noun, Num, PastParticiple,
            PresentParticiple, Pron, Sconj,
        };
        match pos {
            Pos::Noun => &[Noun, Adj, Num, Adv, Infinitive, PresentParticiple],
            Pos::Adj => &[Adj, Num, Noun, PresentParticiple, Det],
            Pos::Verb | Pos::Aux => &[Finite, Infinitive, PastParticiple, PresentParticiple],
            Pos::Adv => &[Adv, Adj, Noun, Adp],
            // A name is its own lemma.
            Pos::Adp => &[Adp, Adv],
            Pos::Cconj => &[Cconj],
            Pos::Sconj => &[Sconj],
            Pos::Pron => &[Pron, Det, Num, Adj],
            Pos::Det => &[Det, Adj, Num],
            Pos::Num => &[Num, Noun],
            Pos::Intj => &[Intj, Noun],
            _ => &[],
        }
    }
}

/// The lemma of a form in one category: cut `strip` bytes at the end, then add `append`.
#[derive(Clone, Copy, Debug)]
struct Analysis<'a> {
    category: u8,
    strip: usize,
    append: &'a str,
}

/// The lexicon of one language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Where the first byte of a form leads to, by the byte.
    first: Vec<Option<u32>>,
    model: Model,
}

/// The analyses of one form, by the number of their class. `None` for a form that the lexicon
/// lacks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry(Option<u32>);

impl Entry {
    pub(crate) const NONE: Self = Self(None);

    /// Whether the lexicon has the form.
    pub(crate) fn is_known(self) -> bool {
        self.0.is_some()
    }
}

/// The bytes of a row in the section of analyses.
const ROW: usize = 5;

impl FromModel for Lexicon {
    const FORMAT: &'static Format = &Format::LEXICON;

    fn from_model(model: Model) -> Result<Self, Error> {
        if std::str::from_utf8(model.section(4)).is_err() {
            return Err(model.bad("its endings are no text"));
        }
        let (arcs, _) = model.section(1).as_chunks();
        let first = (0..=u8::MAX).map(|byte| follow(arcs, 0, byte)).collect();
        Ok(Self { first, model })
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

/// Where the arc with `byte` of the state whose arcs begin at `state` leads to.
fn follow(arcs: &[[u8; 4]], state: u32, byte: u8) -> Option<u32> {
    for arc in arcs.get(state as usize..)? {
        let arc = u32::from_le_bytes(*arc);
        let label = arc as u8;
        if label >= byte {
            return (label == byte).then_some(arc >> 9);
        }
        // The arcs of a state are sorted.
        if arc & 1 << 8 != 0 {
            return None;
        }
    }
    None
}

impl Lexicon {
    /// Finds a form, which must be a normal form: lower case, NFC, `'` for the apostrophe.
    pub(crate) fn find(&self, norm: &str) -> Entry {
        let (arcs, _) = self.model.section(1).as_chunks();
        let mut bytes = norm.bytes();
        let first = bytes.next().filter(|byte| *byte != 0);
        let first = first.and_then(|byte| *self.first.get(usize::from(byte))?);
        let last = first.and_then(|first| {
            bytes.try_fold(first, |state, byte| {
                follow(arcs, state, byte).filter(|_| byte != 0)
            })
        });
        Entry(last.and_then(|last| follow(arcs, last, 0)))
    }

    fn analyses(&self, entry: Entry) -> impl Iterator<Item = Analysis<'_>> {
        let ends = self.model.section(2);
        let end = |class: u32| u32_at(ends, 4 * class as usize).unwrap_or_default() as usize;
        let range = entry.0.map_or(0..0, |class| {
            class.checked_sub(1).map_or(0, end)..end(class)
        });
        let rows = self.model.section(3).get(range).unwrap_or_default();
        let (rows, _) = rows.as_chunks::<ROW>();
        rows.iter().map(|[category, strip, length, low, high]| {
            let start = usize::from(u16::from_le_bytes([*low, *high]));
            let endings = self.model.section(4);
            let append = endings.get(start..start + usize::from(*length));
            Analysis {
                category: *category,
                strip: usize::from(*strip),
                append: append
                    .and_then(|append| std::str::from_utf8(append).ok())
                    .unwrap_or_default(),
            }
        })
    }

    /// The categories that a form may have, a bit each.
    pub(crate) fn categories(&self, entry: Entry) -> u16 {
        self.analyses(entry).fold(0, |set, analysis| {
            set | 1_u16.checked_shl(analysis.category.into()).unwrap_or(0)
        })
    }

    /// Whether the form has a category of this part of speech itself. A category that only serves
    /// as a substitute does not count.
    pub(crate) fn has(&self, entry: Entry, pos: Pos) -> bool {
        let own: &[Category] = match pos {
            Pos::Verb | Pos::Aux => Category::of(pos),
            _ => Category::of(pos).get(..1).unwrap_or_default(),
        };
        let set = own.iter().fold(0, |set, one| set | 1 << *one as u16);
        self.categories(entry) & set != 0
    }

    /// Whether the lexicon knows the form as a name only.
    pub(crate) fn is_name(&self, entry: Entry) -> bool {
        self.categories(entry) == 1 << Category::Propn as u8
    }

    /// Appends the lemma of a form with this part of speech to `lemma`. Returns `false` if the
    /// lexicon has none.
    pub(crate) fn push_lemma(
        &self,
        norm: &str,
        entry: Entry,
        pos: Pos,
        lemma: &mut String,
    ) -> bool {
        for category in Category::of(pos) {
            let found = self
                .analyses(entry)
                .find(|analysis| analysis.category == *category as u8);
            let Some(found) = found else { continue };
            let kept = norm.len().checked_sub(found.strip);
            if let Some(kept) = kept.and_then(|kept| norm.get(..kept)) {
                lemma.push_str(kept);
                lemma.push_str(found.append);
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
#[cfg(feature = "fr-lexicon")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: Vec<u8>) -> Result<Lexicon, Error> {
        Lexicon::from_model(Model::read(bytes.into(), Lexicon::FORMAT)?)
    }

    #[test]
    fn has_every_category_of_a_form() {
        let lexicon = read(griot_fr_lexicon::LEXICON.to_vec()).unwrap();
        let categories = |form: &str| lexicon.categories(lexicon.find(form));
        let set = |all: &[Category]| all.iter().fold(0, |set, one| set | 1 << *one as u16);
        assert_eq!(
            categories("porte") & set(&[Category::Noun, Category::Finite, Category::Adv]),
            set(&[Category::Noun, Category::Finite])
        );
        assert_eq!(
            categories("portée"),
            set(&[Category::Noun, Category::Adj, Category::PastParticiple])
        );
        assert!(lexicon.is_name(lexicon.find("niamey")) || categories("niamey") == 0);
        for strange in ["", "port\0", "\0", "qzx", "maisonx"] {
            assert!(!lexicon.find(strange).is_known(), "{strange:?}");
        }
    }

    #[test]
    fn a_broken_file_is_an_error() {
        let good = griot_fr_lexicon::LEXICON.to_vec();
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
            let lexicon = read(griot_fr_lexicon::LEXICON.to_vec()).unwrap();
            let entry = lexicon.find(&word);
            prop_assert_eq!(lexicon.categories(entry) != 0, entry.is_known());
        }
    }
}
