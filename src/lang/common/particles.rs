//! What joins the capitals of a person's name in every language, for names keep their particles
//! abroad: `van`, `von`, `ibn`. Source: written by hand for this crate.

pub(crate) const PARTICLES: &[&str] = &[
    "ag", "al", "ben", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn",
    "ould", "van", "von",
];
