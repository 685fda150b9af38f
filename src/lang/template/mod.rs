//! The template of a language: copy this folder, fill what the language has, leave out the rest.
//!
//! Lists are lower case, NFC, with `'` for the apostrophe, sorted by bytes; the tests of
//! `lang` say which entry is not. Each file names its source. It also serves every language
//! without a folder.

use super::Rules;

pub(super) static RULES: Rules = Rules::NONE;
