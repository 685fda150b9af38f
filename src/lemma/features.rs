//! The features of the model of parts of speech: hashes of a word, of the words around it, and of
//! the parts of speech before it.

use crate::document::{Pos, TokenKind};
use crate::lang::list::hash;
use crate::models::hashed::{FACTOR, SLOT, spread};

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
    /// The part of speech, if the kind of the token tells it.
    pub(super) fixed: Option<Pos>,
    /// The hash of the normal form.
    norm: u64,
    /// The hashes of the last one to four characters.
    endings: [u64; 4],
    /// The hash of the first three characters.
    opening: u64,
    /// The kind of the token, its case, whether it has digits and hyphens, and whether the lexicon
    /// has it.
    shape: u64,
    /// The categories that the lexicon allows. For an unknown word, its shape and ending instead.
    class: u64,
    /// The word itself if it is a function word or a punctuation mark, else its class.
    role: u64,
}

impl WordTraits {
    /// `categories` are those that the lexicon allows, a bit each.
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

/// Makes the features of the token in the middle of five. `before` has the parts of speech of the
/// two tokens before it.
pub(super) fn features(around: [&WordTraits; 5], before: [Option<Pos>; 2]) -> [u32; COUNT] {
    let [p2, p1, it, n1, n2] = around;
    let tag = |pos: Option<Pos>| spread(pos.map_or(0, |pos| pos as u64 + 1));
    let [t2, t1] = before.map(tag);
    let [e1, e2, e3, e4] = it.endings;
    let [_, _, p1_e3, _] = p1.endings;
    let [_, n1_e2, n1_e3, _] = n1.endings;
    // The first feature has no values: it is the bias.
    let values: [[u64; 3]; COUNT] = [
        [0, 0, 0],
        [it.norm, 0, 0],
        [it.norm, t1, 0],
        [it.norm, n1.role, 0],
        [it.norm, p1.norm, 0],
        [it.norm, n1.norm, 0],
        [it.norm, p1.role, n1.role],
        [e1, it.shape, 0],
        [e2, 0, 0],
        [e3, 0, 0],
        [e4, 0, 0],
        [e3, t1, 0],
        [it.opening, 0, 0],
        [it.shape, t1, 0],
        [p1.shape, it.shape, n1.shape],
        [it.class, 0, 0],
        [it.class, t1, 0],
        [it.class, t1, t2],
        [it.class, n1.class, 0],
        [it.class, n1.class, t1],
        [it.class, n1.role, n2.role],
        [it.class, p1.role, 0],
        [it.class, p1.role, n1.role],
        [it.class, p1.role, p2.role],
        [it.class, e2, 0],
        [it.class, p1.norm, 0],
        [it.class, n1.norm, 0],
        [t1, t2, 0],
        [t1, n1.role, 0],
        [p1.norm, 0, 0],
        [p2.norm, t1, 0],
        [n1.norm, 0, 0],
        [n1_e3, t1, 0],
        [it.class, n1_e2, t1],
        [n2.role, n1.role, 0],
        [it.class, p1_e3, e2],
        [it.class, it.shape, t1],
        [it.norm, it.shape, p1.shape],
    ];
    let mut slot = 0_u64;
    values.map(|[a, b, c]| {
        slot += 1;
        let sum = slot.wrapping_mul(SLOT) ^ a;
        let sum = sum.wrapping_mul(FACTOR).rotate_left(29) ^ b;
        let sum = sum.wrapping_mul(FACTOR).rotate_left(29) ^ c;
        (sum.wrapping_mul(FACTOR) >> 32) as u32
    })
}
