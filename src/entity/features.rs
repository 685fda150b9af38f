//! The features of the tagger of names: hashes of a word, of the two words before it and of the two
//! after it.

use std::ops::Range;

use super::classes::{Class, Classes};
use super::scan::Scan;
use crate::models::hashed::{feature, spread, text};
use crate::normalize::spelling;

/// What the features use of a word. It is the same wherever the word stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordFeatures {
    /// The hash of the word in lower case.
    norm: u64,
    /// The hashes of the last one to four characters.
    endings: [u64; 4],
    /// The hashes of the first two to four characters.
    openings: [u64; 3],
    /// The kinds of its characters; a run of one kind counts once.
    shape: u64,
    case: Case,
    class: Class,
}

/// The part of a word's features that is combined with those of other words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    norm: u64,
    coarse: u64,
    pub(super) probe: Probe,
    pub(super) case: Case,
    capital: bool,
}

/// The kinds of name that a word was taken for in training. For a word that was never tried, whether
/// it has a capital.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Probe(u16);

impl Probe {
    /// How many there are.
    pub(super) const COUNT: usize = 256 + 2;

    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT as u16).map(Self)
    }

    /// A number below [`COUNT`](Self::COUNT).
    pub(super) fn number(self) -> usize {
        self.0.into()
    }

    fn hash(self) -> u64 {
        let untried = self.0.checked_sub(256).map(|capital| 1000 + capital);
        spread(untried.unwrap_or(self.0).into())
    }
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Case {
    Small,
    /// A single capital.
    Capital,
    Capitals,
    /// A capital, then small letters.
    Capitalised,
    /// A small letter first, capitals after.
    Inner,
    /// Digits and no letter.
    Digits,
    /// Several capitals among small letters.
    Mixed,
    /// No letter that has case.
    None,
    /// Before the first word of a sentence or behind the last.
    #[default]
    Edge,
}

impl Case {
    /// How many there are.
    pub(super) const COUNT: usize = 9;

    /// By their numbers.
    pub(super) const ALL: [Self; Self::COUNT] = [
        Self::Small,
        Self::Capital,
        Self::Capitals,
        Self::Capitalised,
        Self::Inner,
        Self::Digits,
        Self::Mixed,
        Self::None,
        Self::Edge,
    ];

    fn hash(self) -> u64 {
        spread(self as u64)
    }
}

/// How many features a word has by itself.
pub(super) const OWN: usize = 14;
/// How many features a neighbour adds.
pub(super) const NEAR: usize = 5;
/// How many features a neighbour's neighbour adds.
pub(super) const FAR: usize = 2;
/// How many features combine the cases of three words.
pub(super) const CASES: usize = 3;
/// How many features combine more of several words.
pub(super) const JOINT: usize = 7;

/// The first slots of each kind of feature. Each side has slots of its own.
const NEAR_SLOT: u64 = 20;
const FAR_SLOT: u64 = 40;
const CASES_SLOT: u64 = 60;
const JOINT_SLOT: u64 = CASES_SLOT + CASES as u64;
const SETTING_SLOT: u64 = JOINT_SLOT + JOINT as u64;
const PROBE_SLOT: u64 = SETTING_SLOT + 1;
const SIDE: u64 = 10;

/// The side on which a neighbour stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    Before,
    After,
}

impl WordFeatures {
    /// The word that stands for the edges of a sentence.
    pub(super) const EDGE: Self = Self {
        norm: 0,
        endings: [0; 4],
        openings: [0; 3],
        shape: 0,
        case: Case::Edge,
        class: Class::NONE,
    };

    pub(super) fn new(
        surface: &str,
        norm: &str,
        classes: Classes<'_>,
        letters: &mut String,
    ) -> Self {
        let mut endings = [0; 4];
        let mut starts = norm.char_indices().rev().map(|(at, _)| at);
        let mut start = norm.len();
        for ending in &mut endings {
            start = starts.next().unwrap_or(start);
            *ending = text(norm.get(start..).unwrap_or_default().as_bytes());
        }
        let mut openings = [0; 3];
        let mut ends = norm.char_indices().skip(2).map(|(at, _)| at);
        for opening in &mut openings {
            let end = ends.next().unwrap_or(norm.len());
            *opening = text(norm.get(..end).unwrap_or_default().as_bytes());
        }
        let surface = &spelling(surface);
        let (shape, case) = written(surface);
        Self {
            norm: text(norm.as_bytes()),
            endings,
            openings,
            shape,
            case,
            class: classes.of(surface, letters),
        }
    }

    /// Whether the word has a capital. A name has at least one such word.
    pub(super) fn is_capital(&self) -> bool {
        matches!(
            self.case,
            Case::Capital | Case::Capitals | Case::Capitalised | Case::Inner | Case::Mixed
        )
    }

    fn case(&self) -> u64 {
        self.case.hash()
    }

    fn coarse(&self) -> u64 {
        spread(u64::from(self.class.coarse))
    }

    fn fine(&self) -> u64 {
        spread(u64::from(self.class.fine))
    }

    fn probe(&self) -> Probe {
        Probe(match self.class.probe {
            0 => 256 + u16::from(self.is_capital()),
            probe => probe.into(),
        })
    }

    pub(super) fn traits(&self) -> Traits {
        Traits {
            norm: self.norm,
            coarse: self.coarse(),
            probe: self.probe(),
            case: self.case,
            capital: self.is_capital(),
        }
    }

    /// The features of the word itself. The first has no value: it is the bias.
    pub(super) fn own(&self) -> [u32; OWN] {
        let [e1, e2, e3, e4] = self.endings;
        let [o2, o3, o4] = self.openings;
        let case = self.case();
        let values = [
            [0, 0],
            [self.norm, 0],
            [e1, case],
            [e2, case],
            [e3, case],
            [e4, case],
            [o2, 0],
            [o3, 0],
            [o4, 0],
            [self.shape, 0],
            [case, 0],
            [self.coarse(), 0],
            [self.fine(), 0],
            [self.probe().hash(), 0],
        ];
        slotted(0, values)
    }

    /// The features that the word adds to its neighbour.
    pub(super) fn near(&self, side: Side) -> [u32; NEAR] {
        let [_, _, ending, _] = self.endings;
        let values = [self.norm, self.case(), self.coarse(), self.fine(), ending];
        slotted(
            NEAR_SLOT + SIDE * side as u64,
            values.map(|value| [value, 0]),
        )
    }

    /// The features that the word adds to its neighbour's neighbour.
    pub(super) fn far(&self, side: Side) -> [u32; FAR] {
        let values = [self.norm, self.coarse()];
        slotted(
            FAR_SLOT + SIDE * side as u64,
            values.map(|value| [value, 0]),
        )
    }
}

/// What a word's place in the text says of its capital.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting {
    /// Whether the text has the word without a capital too.
    pub(super) small: bool,
    /// Whether it begins the sentence.
    pub(super) first: bool,
    /// Whether it is in a headline in which nearly every word has a capital.
    pub(super) headline: bool,
}

impl Setting {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..8).map(|number| Self {
            small: number & 2 != 0,
            first: number & 1 != 0,
            headline: number & 4 != 0,
        })
    }

    /// A number below 8.
    pub(super) fn number(self) -> usize {
        usize::from(self.small) * 2 + usize::from(self.first) + usize::from(self.headline) * 4
    }
}

/// Whether nearly every longer word of a sentence has a capital, in a language whose headlines are
/// so.
pub(super) fn is_headline(scan: &Scan<'_>, sentence: Range<usize>) -> bool {
    let names = scan.rules(sentence.start).names;
    if !names.is_some_and(|rules| rules.title_case) {
        return false;
    }
    let (mut words, mut capitals) = (0, 0);
    for index in sentence.filter(|index| scan.is_word(*index) && scan.text(*index).len() > 3) {
        words += 1;
        capitals += usize::from(scan.is_capitalised(index));
    }
    words > 3 && capitals * 4 > words * 3
}

/// Whether a word or a neighbour has a capital. Only then features combine them.
pub(super) fn is_near_capital(around: [&Traits; 3]) -> bool {
    around.iter().any(|traits| traits.capital)
}

/// The features that combine the cases of a word and of its neighbours.
pub(super) fn cases([p1, it, n1]: [Case; 3]) -> [u32; CASES] {
    let [p1, it, n1] = [p1, it, n1].map(Case::hash);
    slotted(CASES_SLOT, [[p1, it, 0], [it, n1, 0], [p1, it, n1]])
}

/// The feature of a word's setting and case.
pub(super) fn setting(setting: Setting, it: Case) -> [u32; 1] {
    let number = spread(setting.number() as u64);
    slotted(SETTING_SLOT, [[number, it.hash(), 0]])
}

/// The feature of a word's case and of the probe of its neighbour on a side.
pub(super) fn probe(side: Side, neighbour: Probe, it: Case) -> [u32; 1] {
    let slot = match side {
        Side::After => PROBE_SLOT,
        Side::Before => PROBE_SLOT + 1,
    };
    slotted(slot, [[neighbour.hash(), it.hash(), 0]])
}

/// The other features that combine a word with the two before it and the two after it.
pub(super) fn joint([p2, p1, it, n1, n2]: [&Traits; 5]) -> [u32; JOINT] {
    let case = it.case.hash();
    let before = p2.case.hash() ^ p1.case.hash().rotate_left(9);
    let after = n1.case.hash() ^ n2.case.hash().rotate_left(9);
    let values: [[u64; 3]; JOINT] = [
        [before, case, after],
        [p1.norm, case, 0],
        [n1.norm, case, 0],
        [p1.coarse, it.coarse, 0],
        [it.coarse, n1.coarse, 0],
        [p2.norm, p1.norm, case],
        [n1.norm, n2.norm, case],
    ];
    slotted(JOINT_SLOT, values)
}

fn slotted<const N: usize, const V: usize>(first: u64, values: [[u64; V]; N]) -> [u32; N] {
    let mut slot = first;
    values.map(|values| {
        slot += 1;
        feature(slot, values)
    })
}

/// The shape and the case of a word.
fn written(word: &str) -> (u64, Case) {
    let (mut shape, mut last) = (0_u64, 0);
    let (mut capitals, mut small, mut digits, mut count) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut first = false;
    for c in word.chars() {
        let kind = if c.is_uppercase() {
            capitals += 1;
            first |= count == 0;
            1
        } else if c.is_lowercase() {
            small += 1;
            2
        } else if c.is_numeric() {
            digits += 1;
            3
        } else if c.is_alphabetic() {
            4
        } else {
            u64::from(u32::from(c)) + 8
        };
        count += 1;
        if kind != last {
            shape = spread(shape ^ kind);
            last = kind;
        }
    }
    let case = match (capitals, small) {
        (0, 0) if digits > 0 => Case::Digits,
        (0, 0) => Case::None,
        (0, _) => Case::Small,
        (1, 0) if first && count == 1 => Case::Capital,
        (_, 0) if first => Case::Capitals,
        (2.., _) if first && !word.contains('-') => Case::Mixed,
        _ if first => Case::Capitalised,
        _ => Case::Inner,
    };
    (shape, case)
}
