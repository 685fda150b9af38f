//! What becomes of a word.

use std::borrow::Cow;

use griot::normalize::unaccented;
use griot::terms::Form;
use griot::{Stop, TokenKind};

use crate::builder::{Compounds, Options};
use crate::compounds::is_compound;

/// What becomes of a word, which is the same for all words of its spelling and kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// A mark has no position.
    Mark,
    /// A stop word or a clitic is no term, but may have a position.
    Gap,
    Term,
    /// A term that depends on the part of speech.
    Lemma,
    /// A word whose parts may be terms.
    Compound,
}

/// What becomes of a word by its letters, its kind, its tier, and whether it is a stop word of any tier.
pub(crate) fn role_of(
    word: &str,
    kind: TokenKind,
    (tier, is_stop): (Option<Stop>, bool),
    options: Options,
) -> Role {
    use TokenKind::{Email, Emoji, Hashtag, Mention, Number, Url, Word};
    let dropped = || tier.is_some_and(|tier| tier != Stop::No && tier <= options.stops);
    match kind {
        Word if dropped() || options.drops_clitic(word) => Role::Gap,
        Word | Number if options.compounds != Compounds::Whole && !is_stop && is_compound(word) => {
            Role::Compound
        }
        Hashtag | Mention => Role::Compound,
        Word | Number | Url | Email | Emoji if options.form == Form::Lemma => Role::Lemma,
        Word | Number | Url | Email | Emoji => Role::Term,
        _ => Role::Mark,
    }
}

/// Appends a form as it is searched.
pub(crate) fn push_term(form: &str, options: Options, text: &mut String) {
    let form = match options.accents {
        true => Cow::Borrowed(form),
        false => unaccented(form),
    };
    // Only a lemma is not in lower case.
    if options.form == Form::Lemma && form.contains(char::is_uppercase) {
        text.push_str(&form.to_lowercase());
    } else {
        text.push_str(&form);
    }
}
