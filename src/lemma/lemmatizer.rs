//! Lemmas of words: from the lists of a language, its lexicon or its rules.

use std::borrow::Cow;

use super::features::Look;
use super::lexicon::{Entry, Lexicon};
use crate::document::{Layer, Pos, TokenKind};
use crate::error::{Error, Kind};
use crate::lang::list::List;
use crate::lang::{LemmaRules, Rules};
use crate::language::Language;
use crate::normalize::norm;

/// The lexica of this build.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr-lexicon")]
    griot_fr_lexicon::LEXICON,
];

/// Finds the lemmas of words of one language.
///
/// A word is looked up in the short lists of its language, then in its lexicon; what neither has
/// is changed by rules of endings.
///
/// ```
/// # #[cfg(feature = "fr-lexicon")] {
/// use griot::lemma::Lemmatizer;
/// use griot::{Language, Pos};
///
/// let lemmatizer = Lemmatizer::new(Language::FRENCH)?;
/// assert_eq!(lemmatizer.lemma("ÉTAIENT", Pos::Aux), "être");
/// assert_eq!(lemmatizer.lemma("portes", Pos::Noun), "porte");
/// assert_eq!(lemmatizer.lemma("portes", Pos::Verb), "porter");
/// assert_eq!(lemmatizer.lemma("lorsqu’", Pos::Sconj), "lorsque");
/// assert_eq!(lemmatizer.lemma("griotisaient", Pos::Verb), "griotiser", "by a rule");
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Debug)]
pub struct Lemmatizer {
    language: Language,
    function_words: List,
    rules: &'static LemmaRules,
    lexicon: Option<Lexicon>,
}

impl Lemmatizer {
    /// The lemmatizer of a language, with the lexicon of this build.
    ///
    /// # Errors
    ///
    /// A language without lemmas, which is every one but French.
    pub fn new(language: Language) -> Result<Self, Error> {
        Self::with(language, &mut lexica(Vec::new())?)
    }

    /// The lemmatizer of a language with the last of `lexica` that is its own, which it takes.
    pub(super) fn with(language: Language, lexica: &mut Vec<Lexicon>) -> Result<Self, Error> {
        let missing = || {
            Error::from(Kind::Missing {
                layer: Layer::Lemmas,
                language,
            })
        };
        let rules = Rules::of(language);
        let own = lexica
            .iter()
            .rposition(|lexicon| lexicon.language() == language);
        Ok(Self {
            language,
            function_words: rules.function_words,
            rules: rules.lemmas.ok_or_else(missing)?,
            lexicon: own.map(|index| lexica.swap_remove(index)),
        })
    }

    /// How a document names the lexicon.
    pub(super) fn lexicon_name(&self) -> Option<&str> {
        self.lexicon.as_ref().map(Lexicon::name)
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// The lemma of a word, which may come in any case and with either apostrophe. It is in lower
    /// case, but a proper noun is its own lemma, and so is a word with a capital that nothing
    /// knows. The time is linear in the length of the word.
    pub fn lemma<'a>(&self, word: &'a str, pos: Pos) -> Cow<'a, str> {
        let mut lemma = String::new();
        self.push_lemma(word, &norm(word), pos, &mut lemma, &mut String::new());
        if lemma == word {
            Cow::Borrowed(word)
        } else {
            Cow::Owned(lemma)
        }
    }

    /// Appends the lemma of a word to `lemma`; whether it is a guess. `norm` is its normal form,
    /// and `scratch` is memory.
    pub(super) fn push_lemma(
        &self,
        word: &str,
        norm: &str,
        pos: Pos,
        lemma: &mut String,
        scratch: &mut String,
    ) -> bool {
        let norm = bare(norm);
        if let Some(listed) = self.rules.listed(norm, pos) {
            lemma.push_str(listed);
            return false;
        }
        if matches!(pos, Pos::Propn | Pos::X) {
            lemma.push_str(word);
            return false;
        }
        if let Some(lexicon) = &self.lexicon {
            let (entry, form) = find(lexicon, word, norm, scratch);
            if entry.is_known() {
                // As another part of speech than those that it knows, a form is its own lemma.
                if !lexicon.push_lemma(form, entry, pos, lemma) {
                    lemma.push_str(if lexicon.is_name(entry) { word } else { form });
                }
                return false;
            }
            // The last part of a compound may be known.
            if let Some((first, last)) = norm.rsplit_once('-') {
                let entry = lexicon.find(last);
                let length = lemma.len();
                lemma.push_str(first);
                lemma.push('-');
                if lexicon.push_lemma(last, entry, pos, lemma) {
                    return false;
                }
                lemma.truncate(length);
            }
        }
        if word.starts_with(char::is_uppercase) {
            lemma.push_str(word);
        } else {
            self.rules.push_guess(norm, pos, lemma);
        }
        true
    }

    /// What a model of parts of speech knows of a word.
    pub(super) fn look(
        &self,
        word: &str,
        norm: &str,
        kind: TokenKind,
        scratch: &mut String,
    ) -> Look {
        let categories = self.lexicon.as_ref().map_or(0, |lexicon| {
            let (entry, _) = find(lexicon, word, bare(norm), scratch);
            lexicon.categories(entry)
        });
        let function = self.function_words.holds(norm);
        Look::new(word, norm, kind, categories, function)
    }

    /// The same without the lexicon.
    pub(super) fn strange_look(&self, word: &str, norm: &str, kind: TokenKind) -> Look {
        let function = self.function_words.holds(norm);
        Look::new(word, norm, kind, 0, function)
    }
}

/// The lexica of this build and the caller's after them.
pub(super) fn lexica(own: Vec<Cow<'static, [u8]>>) -> Result<Vec<Lexicon>, Error> {
    let built_in = BUILT_IN.iter().map(|bytes| Cow::Borrowed(*bytes));
    built_in.chain(own).map(Lexicon::read).collect()
}

/// A word without the hyphen that ties it to the one before, and the `t` between them: `-t-il`.
fn bare(norm: &str) -> &str {
    match norm.strip_prefix("-t-").or_else(|| norm.strip_prefix('-')) {
        Some(rest) if !rest.is_empty() => rest,
        _ => norm,
    }
}

/// The entry of a word and the form under which it stands, which is that of an accent that a
/// capital lost, or of œ that was written in two letters, if the word itself is unknown.
fn find<'a>(
    lexicon: &Lexicon,
    word: &str,
    norm: &'a str,
    scratch: &'a mut String,
) -> (Entry, &'a str) {
    let entry = lexicon.find(norm);
    if entry.is_known() {
        return (entry, norm);
    }
    let mut chars = norm.chars();
    let accented: &[char] = match chars.next() {
        _ if !word.starts_with(|c: char| c.is_ascii_uppercase()) => &[],
        Some('a') => &['â', 'à'],
        Some('e') => &['é', 'ê', 'è'],
        Some('i') => &['î'],
        Some('o') => &['ô'],
        _ => &[],
    };
    for letter in accented {
        scratch.clear();
        scratch.push(*letter);
        scratch.push_str(chars.as_str());
        let entry = lexicon.find(scratch);
        if entry.is_known() {
            return (entry, scratch);
        }
    }
    if let Some((before, after)) = norm.split_once("oe") {
        scratch.clear();
        scratch.push_str(before);
        scratch.push('œ');
        scratch.push_str(after);
        let entry = lexicon.find(scratch);
        if entry.is_known() {
            return (entry, scratch);
        }
    }
    (Entry::NONE, norm)
}

#[cfg(test)]
#[cfg(feature = "fr")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn french() -> Result<Lemmatizer, Error> {
        Lemmatizer::new(Language::FRENCH)
    }

    #[cfg(feature = "fr-lexicon")]
    #[test]
    fn lemmas() {
        let lemmatizer = french().unwrap();
        for (word, pos, lemma) in [
            ("ÉTAIENT", Pos::Verb, "être"),
            ("mangeassions", Pos::Verb, "manger"),
            ("suis", Pos::Verb, "être"),
            ("suit", Pos::Verb, "suivre"),
            ("connaissait", Pos::Verb, "connaître"),
            ("journaux", Pos::Noun, "journal"),
            ("communes", Pos::Noun, "commune"),
            ("kilomètres", Pos::Noun, "kilomètre"),
            ("fils", Pos::Noun, "fils"),
            ("Etats", Pos::Noun, "état"),
            ("Coeur", Pos::Noun, "cœur"),
            ("vice-présidents", Pos::Noun, "vice-président"),
            ("belles", Pos::Adj, "beau"),
            ("situées", Pos::Adj, "situé"),
            ("situées", Pos::Verb, "situer"),
            ("-t-elle", Pos::Pron, "lui"),
            ("AUJOURD’HUI", Pos::Adv, "aujourd'hui"),
            ("des", Pos::Adp, "de"),
            ("des", Pos::Det, "un"),
            ("O’Brien", Pos::Propn, "O’Brien"),
            ("Griotois", Pos::Noun, "Griotois"),
            ("griotois", Pos::Adj, "griotois"),
            ("griotisent", Pos::Verb, "griotiser"),
            ("", Pos::Noun, ""),
            ("-", Pos::X, "-"),
        ] {
            assert_eq!(lemmatizer.lemma(word, pos), lemma, "{word} {pos}");
        }
    }

    #[test]
    fn a_language_without_lemmas_is_an_error() {
        let error = Lemmatizer::new(Language::HAUSA).unwrap_err().to_string();
        assert!(error.contains("lemmas"), "{error}");
    }

    proptest! {
        #[test]
        fn any_word_has_a_lemma(word in "\\PC{0,12}|[-a-zA-ZéÉœ’']{0,12}", twin in any::<bool>()) {
            let lemmatizer = french().unwrap();
            let word = if twin { word.replace('\'', "’") } else { word };
            for pos in Pos::ALL {
                let lemma = lemmatizer.lemma(&word, *pos);
                prop_assert!(word.is_empty() == lemma.is_empty(), "{:?} {}", word, pos);
            }
        }
    }
}
