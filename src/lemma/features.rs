//! The features of the model of parts of speech: hashes of a word, of the words around it, and of
//! the parts of speech before it.

use super::tag_dictionary::TagDictionary;
use crate::document::{Pos, TokenKind};
use crate::lang::list;
use crate::models::hashed;

/// The parts of speech that models choose from. A single model tells at most [`MOST`] of them
/// apart. Punctuation marks are not among them, for their kind tells them.
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

/// How many parts of speech one model tells apart at most.
pub const MOST: usize = 15;

/// How many features a token has.
pub(super) const COUNT: usize = 38;

/// What the features use of a word. It is the same wherever the word stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordTraits {
    /// The part of speech, if the kind of the token or the tag dictionary tells it.
    pub(super) fixed: Option<Pos>,
    /// The hash of the normal form.
    norm: u32,
    /// The hashes of the last one to four characters.
    endings: [u32; 4],
    /// The hash of the first three characters.
    opening: u32,
    /// The kind of the token, its case, whether it has digits and hyphens, and whether the lexicon
    /// has it.
    shape: u32,
    /// The categories that the lexicon allows, and whether it is a function word: auxiliaries and other
    /// verbs differ. For an unknown word, its shape and ending instead.
    class: u32,
    /// The word itself if it is a function word or a punctuation mark, else its class.
    role: u32,
}

impl WordTraits {
    /// `categories` are those that the lexicon allows, a bit each.
    pub(super) fn new(
        surface: &str,
        norm: &str,
        kind: TokenKind,
        categories: u16,
        function: bool,
        dictionary: &TagDictionary,
    ) -> Self {
        let mut endings = [0; 4];
        let mut starts = norm.char_indices().rev().map(|(at, _)| at);
        let mut start = norm.len();
        for ending in &mut endings {
            start = starts.next().unwrap_or(start);
            *ending = hash(norm.get(start..).unwrap_or_default());
        }
        let third = norm.char_indices().nth(3).map_or(norm.len(), |(at, _)| at);
        let opening = hash(norm.get(..third).unwrap_or_default());
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
            spread(u64::from(categories) << 1 | u64::from(function))
        } else {
            shape ^ ending
        };
        let fixed = if TagDictionary::may_have(surface, kind) {
            dictionary.pos(norm, (!function).then_some(categories))
        } else {
            by_kind(surface, kind)
        };
        let norm = hash(norm);
        Self {
            fixed,
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

/// The part of speech of a token whose kind tells it. Unicode calls `%` and its like punctuation,
/// but treebanks do not, so the model decides for them.
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

/// How many of them are not of one word alone: those that tell most.
pub(super) const TELLING: usize = 9;
/// And the others.
pub(super) const OTHERS: usize = 18;

/// The numbers of the features of the words beside a token alone.
const OF_NEXT: usize = 29;
const OF_LAST: usize = 31;

impl WordTraits {
    /// Shows the features of a word alone, each with its number.
    pub(super) fn own(&self, mut see: impl FnMut(usize, u32)) {
        let [e1, e2, e3, e4] = self.endings;
        let mut put = |number, values| see(number, feature(number, values));
        // The bias has no values.
        put(0, [0, 0, 0]);
        put(1, [self.norm, 0, 0]);
        put(7, [e1, place::SAME.of(self.shape), 0]);
        put(8, [e2, 0, 0]);
        put(9, [e3, 0, 0]);
        put(10, [e4, 0, 0]);
        put(12, [self.opening, 0, 0]);
        put(15, [self.class, 0, 0]);
        put(24, [self.class, place::SAME.of(e2), 0]);
    }

    /// The feature that the word after it has from a word alone.
    pub(super) fn of_next(&self) -> u32 {
        feature(OF_NEXT, [self.norm, 0, 0])
    }

    /// The feature that the word before it has from a word alone.
    pub(super) fn of_last(&self) -> u32 {
        feature(OF_LAST, [self.norm, 0, 0])
    }
}

/// Shows those features of a token that tell most of what the words around it say, each with its
/// number: they are of the words beside it, and of the parts of speech of the two before. They were
/// chosen one by one: each was the one that made most answers sure.
#[inline]
pub(super) fn telling(
    [_, p1, it, n1, _]: [&WordTraits; 5],
    before: [Option<Pos>; 2],
    mut see: impl FnMut(usize, u32),
) {
    let [t2, t1] = tags(before);
    let [p1_norm, p1_shape] = [p1.norm, p1.shape].map(|value| place::P1.of(value));
    let [n1_role, n1_shape, n1_class, n1_e3] =
        [n1.role, n1.shape, n1.class, n1.endings[2]].map(|value| place::N1.of(value));
    let mut put = |number, values| see(number, feature(number, values));
    put(4, [it.norm, p1_norm, 0]);
    put(14, [it.shape, p1_shape, n1_shape]);
    put(16, [it.class, t1, 0]);
    put(17, [it.class, t1, t2]);
    put(18, [it.class, n1_class, 0]);
    put(27, [t1, t2, 0]);
    put(28, [t1, n1_role, 0]);
    put(32, [n1_e3, t1, 0]);
    put(36, [it.class, place::SAME.of(it.shape), t1]);
}

/// Shows the other features of a token that are not of one word alone: they are of the words from two
/// before to two after, and of the part of speech of the one before.
#[inline]
pub(super) fn others(
    [p2, p1, it, n1, n2]: [&WordTraits; 5],
    before: [Option<Pos>; 2],
    mut see: impl FnMut(usize, u32),
) {
    let [_, t1] = tags(before);
    let [p2_norm, p2_role] = [p2.norm, p2.role].map(|value| place::P2.of(value));
    let [p1_norm, p1_role, p1_shape, p1_e3] =
        [p1.norm, p1.role, p1.shape, p1.endings[2]].map(|value| place::P1.of(value));
    let [n1_norm, n1_role, n1_class, n1_e2] =
        [n1.norm, n1.role, n1.class, n1.endings[1]].map(|value| place::N1.of(value));
    let n2_role = place::N2.of(n2.role);
    let [shape, e2] = [it.shape, it.endings[1]].map(|value| place::SAME.of(value));
    let mut put = |number, values| see(number, feature(number, values));
    put(2, [it.norm, t1, 0]);
    put(3, [it.norm, n1_role, 0]);
    put(5, [it.norm, n1_norm, 0]);
    put(6, [it.norm, p1_role, n1_role]);
    put(11, [it.endings[2], t1, 0]);
    put(13, [it.shape, t1, 0]);
    put(19, [it.class, n1_class, t1]);
    put(20, [it.class, n1_role, n2_role]);
    put(21, [it.class, p1_role, 0]);
    put(22, [it.class, p1_role, n1_role]);
    put(23, [it.class, p1_role, p2_role]);
    put(25, [it.class, p1_norm, 0]);
    put(26, [it.class, n1_norm, 0]);
    put(30, [p2_norm, t1, 0]);
    put(33, [it.class, n1_e2, t1]);
    put(34, [n2_role, n1_role, 0]);
    put(35, [it.class, p1_e3, e2]);
    put(37, [it.norm, shape, p1_shape]);
}

/// The values of the parts of speech of the two words before.
#[inline]
fn tags([t2, t1]: [Option<Pos>; 2]) -> [u32; 2] {
    let value = |pos: Option<Pos>| spread(pos.map_or(0, |pos| pos as u64 + 1));
    [place::T2.of(value(t2)), place::T1.of(value(t1))]
}

/// All features of a token, in the order of their numbers.
pub(super) fn features(around: [&WordTraits; 5], before: [Option<Pos>; 2]) -> [u32; COUNT] {
    let [_, p1, it, n1, _] = around;
    let mut features = [0; COUNT];
    let mut put = |number, feature| {
        if let Some(place) = features.get_mut::<usize>(number) {
            *place = feature;
        }
    };
    it.own(&mut put);
    put(OF_NEXT, p1.of_next());
    put(OF_LAST, n1.of_last());
    telling(around, before, &mut put);
    others(around, before, put);
    features
}

/// The hash of a feature: a sum, so that what several features have in common is computed once.
#[inline(always)]
fn feature(number: usize, [a, b, c]: [u32; 3]) -> u32 {
    let salt = (number as u32 + 1).wrapping_mul(0x9e37_79b9);
    salt.wrapping_add(a).wrapping_add(b).wrapping_add(c)
}

/// Where a value of a feature stands. Each place multiplies its values by a number of its own, so
/// that one word in two places is two values.
mod place {
    #[derive(Clone, Copy)]
    pub(super) struct Place(u32);

    impl Place {
        #[inline(always)]
        pub(super) fn of(self, value: u32) -> u32 {
            value.wrapping_mul(self.0)
        }
    }

    /// The token itself; its other value is not multiplied.
    pub(super) const SAME: Place = Place(0xcc9e_2d51);
    pub(super) const P2: Place = Place(0x85eb_ca6b);
    pub(super) const P1: Place = Place(0xc2b2_ae35);
    pub(super) const N1: Place = Place(0x27d4_eb2f);
    pub(super) const N2: Place = Place(0x1656_67b1);
    pub(super) const T2: Place = Place(0x2545_f491);
    pub(super) const T1: Place = Place(0xd6e8_feb9);
}

/// The hash of a small number.
fn spread(number: u64) -> u32 {
    hashed::spread(number) as u32
}

/// The hash of a text.
fn hash(text: &str) -> u32 {
    (list::hash(text.as_bytes()) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_feature_has_a_number_of_its_own() {
        let edge = WordTraits::default();
        let mut numbers = vec![OF_NEXT, OF_LAST];
        edge.own(|number, _| numbers.push(number));
        let alone = numbers.len();
        telling([&edge; 5], [None; 2], |number, _| numbers.push(number));
        assert_eq!(numbers.len() - alone, TELLING);
        others([&edge; 5], [None; 2], |number, _| numbers.push(number));
        assert_eq!(numbers.len() - alone, TELLING + OTHERS);
        numbers.sort_unstable();
        assert!(numbers.into_iter().eq(0..COUNT));
    }
}
