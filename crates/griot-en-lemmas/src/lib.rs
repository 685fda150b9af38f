#![doc = include_str!("../README.md")]
#![no_std]

/// The bytes of the lexicon, in the format of griot's models.
pub const LEXICON: &[u8] = include_bytes!("lexicon.bin");

/// The bytes of the model of morphological features, in the same format.
pub const MORPH: &[u8] = include_bytes!("morph.bin");

/// The bytes of the model of parts of speech, in the same format.
pub const TAGS: &[u8] = include_bytes!("tags-en.bin");
