#![doc = include_str!("../README.md")]
#![no_std]

/// The bytes of the lexicon, in the format of griot's models.
pub const LEXICON: &[u8] = include_bytes!("lexicon.bin");
