//! [`Patterns`]: token patterns in a row, each row with a name.

use super::token_pattern::TokenPattern;

/// Patterns with their names, from Rust values or from JSON; see the [module](super).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Patterns(pub(super) Vec<Pattern>);

/// Token patterns in a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Pattern {
    pub(super) name: String,
    pub(super) tokens: Vec<TokenPattern>,
}

impl Patterns {
    /// No patterns.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a pattern: tokens in a row. Patterns with one name are variants of one thing.
    #[must_use]
    pub fn with(
        mut self,
        name: impl Into<String>,
        tokens: impl IntoIterator<Item = TokenPattern>,
    ) -> Self {
        self.0.push(Pattern {
            name: name.into(),
            tokens: tokens.into_iter().collect(),
        });
        self
    }
}
