//! What a model of parts of speech looks at: hashed features of a word, of the words around it
//! and of the parts of speech before it.

use crate::document::{Pos, TokenKind};
use crate::lang::list::hash;
use crate::models::hashed::{FACTOR, SLOT, spread};

/// The parts of speech of which a model tells up to [`MOST`] apart; punctuation marks are told by
/// their kind.
pub const TAGS: [Pos; 16] = [
    Pos::Adj,
    Pos::Adp,
    Pos::Adv,
    Pos::Aux,
    Pos::Cconj,
    Pos::Det,
    Pos::Intj,
    Pos::Noun,
    Pos::Num,
    Pos::Part,
    Pos::Pron,
    Pos::Propn,
    Pos::Sconj,
    Pos::Sym,
    Pos::Verb,
    Pos::X,
];

/// How many parts of speech a model tells apart at most.
pub const MOST: usize = 15;

/// How many features a token has.
pub(super) const COUNT: usize = 38;

/// What the features know of a token, the same wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordTraits {
    /// Its part of speech, if its kind tells it.
    pub(super) fixed: Option<Pos>,
    /// Its letters in lower case.
    norm: u64,
    /// Its last one to four characters.
    endings: [u64; 4],
    /// Its first three characters.
    opening: u64,
    /// Kind, case, digits, hyphens.
    shape: u64,
    /// The categories that the lexicon has for it; without any, its ending.
    class: u64,
    /// Itself if it is a function word, else its class.
    role: u64,
}

impl WordTraits {
    /// `categories` are those of the lexicon, a bit each.
    pub(super) fn new(
        surface: &str,
        norm: &str,
        kind: TokenKind,
        categories: u16,
        function: bool,
    ) -> Self {
        let mut endings = [0; 4];
        let mut starts = norm.char_indices().rev().map(|(at, _)| at);
        let mut start = norm.len();
        for ending in &mut endings {
            start = starts.next().unwrap_or(start);
            *ending = hash(norm.get(start..).unwrap_or_default().as_bytes());
        }
        let third = norm.char_indices().nth(3).map_or(norm.len(), |(at, _)| at);
        let opening = hash(norm.get(..third).unwrap_or_default().as_bytes());
        let capital = surface.starts_with(char::is_uppercase);
        let mut chars = surface.chars().skip(1).filter(|c| c.is_alphabetic());
        let case = match (capital, chars.next().map(char::is_uppercase)) {
            (false, _) => 0,
            (true, None) => 1,
            (true, Some(false)) => 2,
            (true, Some(true)) => 3,
        };
        let digit = surface.bytes().any(|byte| byte.is_ascii_digit());
        let hyphen = surface.contains('-');
        let known = categories != 0;
        let shape = spread(
            kind as u64 * 64
                + case * 8
                + u64::from(digit) * 4
                + u64::from(hyphen) * 2
                + u64::from(known),
        );
        let [_, _, ending, _] = endings;
        let class = if known {
            spread(u64::from(categories))
        } else {
            shape ^ ending
        };
        let norm = hash(norm.as_bytes());
        Self {
            fixed: by_kind(surface, kind),
            norm,
            endings,
            opening,
            shape,
            class,
            role: if function || kind == TokenKind::Punctuation {
                norm
            } else {
                class
            },
        }
    }
}

/// The part of speech of a token whose kind tells it. A `%` is a punctuation mark to Unicode only.
pub(super) fn by_kind(surface: &str, kind: TokenKind) -> Option<Pos> {
    match kind {
        TokenKind::Punctuation => {
            let open = matches!(surface, "%" | "‰" | "/" | "&" | "§" | "@" | "#" | "+");
            (!open).then_some(Pos::Punct)
        }
        TokenKind::Url | TokenKind::Email | TokenKind::Emoji => Some(Pos::Sym),
        TokenKind::Other => Some(Pos::X),
        _ => None,
    }
}

/// The numbers of the features of one word alone, by what they are of: the word itself, the one
/// after it and the one before it.
const OWN: [usize; 9] = [0, 1, 7, 8, 9, 10, 12, 15, 24];
const OF_NEXT: usize = 29;
const OF_LAST: usize = 31;
/// The numbers of the features of several words, or of parts of speech.
const JOINT: [usize; 27] = [
    2, 3, 4, 5, 6, 11, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23, 25, 26, 27, 28, 30, 32, 33, 34, 35,
    36, 37,
];

impl WordTraits {
    /// The features of a word alone.
    pub(super) fn own(&self) -> [u32; OWN.len()] {
        let [e1, e2, e3, e4] = self.endings;
        // One without values is the bias.
        hashes(
            OWN,
            [
                [0, 0, 0],
                [self.norm, 0, 0],
                [e1, self.shape, 0],
                [e2, 0, 0],
                [e3, 0, 0],
                [e4, 0, 0],
                [self.opening, 0, 0],
                [self.class, 0, 0],
                [self.class, e2, 0],
            ],
        )
    }

    /// The feature that the word after it has from a word alone.
    pub(super) fn of_next(&self) -> u32 {
        hash_of(OF_NEXT, [self.norm, 0, 0])
    }

    /// The feature that the word before it has from a word alone.
    pub(super) fn of_last(&self) -> u32 {
        hash_of(OF_LAST, [self.norm, 0, 0])
    }
}

/// The other features of a token: those around it from two before to two after, and the parts of
/// speech of the two before.
#[inline]
pub(super) fn joint(
    around: [&WordTraits; 5],
    before: [Option<Pos>; 2],
) -> [u32; JOINT.len()] {
    let [p2, p1, it, n1, n2] = around;
    let tag = |pos: Option<Pos>| spread(pos.map_or(0, |pos| pos as u64 + 1));
    let [t2, t1] = before.map(tag);
    let [_, e2, e3, _] = it.endings;
    let [_, _, p1_e3, _] = p1.endings;
    let [_, n1_e2, n1_e3, _] = n1.endings;
    hashes(
        JOINT,
        [
            [it.norm, t1, 0],
            [it.norm, n1.role, 0],
            [it.norm, p1.norm, 0],
            [it.norm, n1.norm, 0],
            [it.norm, p1.role, n1.role],
            [e3, t1, 0],
            [it.shape, t1, 0],
            [p1.shape, it.shape, n1.shape],
            [it.class, t1, 0],
            [it.class, t1, t2],
            [it.class, n1.class, 0],
            [it.class, n1.class, t1],
            [it.class, n1.role, n2.role],
            [it.class, p1.role, 0],
            [it.class, p1.role, n1.role],
            [it.class, p1.role, p2.role],
            [it.class, p1.norm, 0],
            [it.class, n1.norm, 0],
            [t1, t2, 0],
            [t1, n1.role, 0],
            [p2.norm, t1, 0],
            [n1_e3, t1, 0],
            [it.class, n1_e2, t1],
            [n2.role, n1.role, 0],
            [it.class, p1_e3, e2],
            [it.class, it.shape, t1],
            [it.norm, it.shape, p1.shape],
        ],
    )
}

/// All features of a token, in the order of their numbers.
pub(super) fn features(around: [&WordTraits; 5], before: [Option<Pos>; 2]) -> [u32; COUNT] {
    let [_, p1, it, n1, _] = around;
    let mut features = [0; COUNT];
    let own = OWN.into_iter().zip(it.own());
    let near = [(OF_NEXT, p1.of_next()), (OF_LAST, n1.of_last())];
    let joint = JOINT.into_iter().zip(joint(around, before));
    for (number, feature) in own.chain(near).chain(joint) {
        if let Some(place) = features.get_mut(number) {
            *place = feature;
        }
    }
    features
}

/// The hashes of features, each with its number and its values.
#[inline(always)]
fn hashes<const N: usize>(numbers: [usize; N], values: [[u64; 3]; N]) -> [u32; N] {
    let mut numbers = numbers.into_iter();
    values.map(|values| hash_of(numbers.next().unwrap_or_default(), values))
}

/// The hash of a feature by its number and its values.
fn hash_of(number: usize, [a, b, c]: [u64; 3]) -> u32 {
    let sum = (number as u64 + 1).wrapping_mul(SLOT) ^ a;
    let sum = sum.wrapping_mul(FACTOR).rotate_left(29) ^ b;
    let sum = sum.wrapping_mul(FACTOR).rotate_left(29) ^ c;
    (sum.wrapping_mul(FACTOR) >> 32) as u32
}
