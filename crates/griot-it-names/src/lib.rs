#![doc = include_str!("../README.md")]
#![no_std]

/// The bytes of the model, in the format of griot's models.
pub const NAMES: &[u8] = include_bytes!("names-it.bin");
