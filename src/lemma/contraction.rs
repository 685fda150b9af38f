//! The two words of a contraction.

use crate::document::{Pos, Token};
use crate::lang::Rules;

impl Token<'_> {
    /// Returns the two words that a contraction stands for, each with its part of speech. French
    /// `du` stands for `de` and `le`.
    ///
    /// Returns `None` for any other token; `du` is no contraction where it is a partitive article.
    /// Returns `None` without the layers of normal forms and parts of speech.
    ///
    /// ```
    /// use griot::{Language, Pipeline, Pos};
    ///
    /// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
    /// let document = pipeline.process("Le bureau du président est fermé.")?;
    /// let contracted = document.view().token(2).and_then(|token| token.contraction());
    /// # #[cfg(feature = "fr")]
    /// assert_eq!(contracted, Some([("de", Pos::Adp), ("le", Pos::Det)]));
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn contraction(self) -> Option<[(&'static str, Pos); 2]> {
        let lemmas = Rules::of(self.language()).lemmas?;
        lemmas.contraction(self.norm()?, self.pos()?)
    }
}
