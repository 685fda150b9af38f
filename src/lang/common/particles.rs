//! Particles inside people's names in every language: `van`, `von`, `ibn`. Names keep their
//! particles in other languages. Source: written by hand for this crate.

pub(crate) const PARTICLES: &[&str] = &[
    "ag", "al", "ben", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn",
    "ould", "van", "von",
];
