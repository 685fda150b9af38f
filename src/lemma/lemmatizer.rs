//! Lemmas of words: from the lists of a language, its lexicon or its rules.

use std::borrow::Cow;

use super::features::WordTraits;
use super::lexicon::{Category, Entry, Lexicon};
use super::tag_dictionary::TagDictionary;
use crate::document::{Layer, Pos, TokenKind};
use crate::error::{Error, Kind};
use crate::lang::list::List;
use crate::lang::{LemmaRules, Rules};
use crate::language::Language;
use crate::models::{ByLanguage, FromModel, OwnModels};
use crate::normalize::{norm, spelling};

/// The lexica that are built in.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr-lexicon")]
    griot_fr_lexicon::LEXICON,
    #[cfg(feature = "de-lemmas")]
    griot_de_lemmas::LEXICON,
    #[cfg(feature = "en-lemmas")]
    griot_en_lemmas::LEXICON,
    #[cfg(feature = "es-lemmas")]
    griot_es_lemmas::LEXICON,
    #[cfg(feature = "pt-lemmas")]
    griot_pt_lemmas::LEXICON,
];

/// The least and the greatest length of the last part of a compound, in bytes.
const SHORTEST_PART: usize = 4;
const LONGEST_PART: usize = 40;

/// Finds the lemmas of the words of one language. It needs no pipeline, but it must be told the
/// part of speech.
///
/// It looks a word up in the short lists of the language, then in the lexicon. If neither has the
/// word, rules of endings give a guess.
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
    /// Makes the lemmatizer of a language, with the built-in lexicon if there is one. Reading the
    /// lexicon takes time, so make it once.
    ///
    /// # Errors
    ///
    /// Returns an error for a language without lemmas. [`Language::layers`] says which languages
    /// have them.
    pub fn new(language: Language) -> Result<Self, Error> {
        let mut lexica = lexica(&mut OwnModels::default())?;
        Self::with(language, lexica.take(language))
    }

    /// Makes the lemmatizer of a language with the given lexicon.
    pub(super) fn with(language: Language, lexicon: Option<Lexicon>) -> Result<Self, Error> {
        let missing = || {
            Error::from(Kind::Missing {
                layer: Layer::Lemmas.as_str(),
                language: language.to_string(),
            })
        };
        let rules = Rules::of(language);
        Ok(Self {
            language,
            function_words: rules.stops.function,
            rules: rules.lemmas.ok_or_else(missing)?,
            lexicon,
        })
    }

    /// Adds the name of the lexicon to the models that a document lists as used.
    pub(super) fn note(&self, used: &mut Vec<String>) {
        if let Some(lexicon) = &self.lexicon {
            lexicon.model().note(used);
        }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Returns the lemma of a word.
    ///
    /// The word may be in any case and have either apostrophe. The lemma is in lower case, with `'`
    /// for the apostrophe. A proper noun is its own lemma. So is a word with a capital that no list
    /// and no lexicon knows. The time is linear in the length of the word.
    pub fn lemma<'a>(&self, word: &'a str, pos: Pos) -> Cow<'a, str> {
        let mut lemma = String::new();
        let (spelling, norm) = (spelling(word), norm(word));
        self.push_lemma(&spelling, &norm, pos, &mut lemma, &mut String::new());
        if lemma == word {
            Cow::Borrowed(word)
        } else {
            Cow::Owned(lemma)
        }
    }

    /// Appends the lemma of a word to `lemma`. Returns whether it is a guess. `norm` is the normal
    /// form of the word, `scratch` is a buffer.
    pub(super) fn push_lemma(
        &self,
        word: &str,
        norm: &str,
        pos: Pos,
        lemma: &mut String,
        scratch: &mut String,
    ) -> bool {
        let (word, norm) = self.alone(word, norm);
        let start = lemma.len();
        let known = self.push_known(word, norm, pos, lemma, scratch);
        if !known {
            lemma.truncate(start);
            if word.starts_with(char::is_uppercase)
                && !(self.rules.capital_nouns && pos == Pos::Noun)
            {
                lemma.push_str(word);
            } else {
                self.push_guess(norm, pos, lemma, scratch);
            }
        }
        if self.rules.capital_nouns && pos == Pos::Noun {
            raise(lemma, start, word, norm);
        }
        !known
    }

    /// Appends the lemma of a word if a list or the lexicon knows it, and returns `true`. Otherwise
    /// returns `false`; `lemma` may then have grown.
    fn push_known(
        &self,
        word: &str,
        norm: &str,
        pos: Pos,
        lemma: &mut String,
        scratch: &mut String,
    ) -> bool {
        if let Some(listed) = self.rules.listed(norm, pos) {
            lemma.push_str(listed);
            return true;
        }
        if matches!(pos, Pos::Propn | Pos::X) {
            lemma.push_str(word);
            return true;
        }
        let Some(lexicon) = &self.lexicon else {
            return self.push_function(norm, lemma);
        };
        let (entry, form) = self.find(lexicon, word, norm, scratch);
        if entry.is_known() {
            // The lexicon knows the form, but not as this part of speech: it is its own lemma.
            if !lexicon.push_lemma(form, entry, pos, lemma) {
                lemma.push_str(if lexicon.is_name(entry) { word } else { form });
            }
            return true;
        }
        if self.push_function(norm, lemma) {
            return true;
        }
        if let Some((first, last)) = norm.rsplit_once('-') {
            let entry = lexicon.find(last);
            let length = lemma.len();
            lemma.push_str(first);
            lemma.push('-');
            if lexicon.push_lemma(last, entry, pos, lemma) {
                return true;
            }
            lemma.truncate(length);
        }
        match self.part(lexicon, norm, Some(pos), scratch) {
            Some((before, entry)) => {
                lemma.push_str(before);
                lexicon.push_lemma(scratch, entry, pos, lemma)
            }
            None => false,
        }
    }

    /// Appends the word if it is a function word, which is its own lemma. Returns whether it is
    /// one.
    fn push_function(&self, norm: &str, lemma: &mut String) -> bool {
        let function = self.function_words.holds(norm);
        if function {
            lemma.push_str(norm);
        }
        function
    }

    /// Appends the lemma that rules of endings give: the first that the lexicon has, else the one
    /// of the first ending that fits.
    fn push_guess(&self, norm: &str, pos: Pos, lemma: &mut String, scratch: &mut String) {
        let known = |stem: &str, instead: &str, scratch: &mut String| {
            scratch.clear();
            scratch.push_str(stem);
            scratch.push_str(instead);
            let lexicon = self.lexicon.as_ref();
            lexicon.is_some_and(|lexicon| lexicon.has(lexicon.find(scratch), pos))
        };
        let guesses = |endings| LemmaRules::guesses(endings, norm, pos);
        let mut all = guesses(self.rules.endings).chain(guesses(self.rules.checked_endings));
        let found = all.find(|(stem, instead)| known(stem, instead, scratch));
        let found = found.or_else(|| guesses(self.rules.endings).next());
        let (stem, instead) = found.unwrap_or((norm, ""));
        lemma.push_str(stem);
        lemma.push_str(instead);
    }

    /// Removes what ties the word to the word before it (`-t-`), the word that is tied to its end
    /// (`'s`), and an ending in brackets (`salarié(e)s`).
    fn alone<'a>(&self, word: &'a str, norm: &'a str) -> (&'a str, &'a str) {
        let rest = |text: &'a str| Some(text).filter(|rest| !rest.is_empty());
        if let (Some(word), Some(norm)) = (without_brackets(word), without_brackets(norm)) {
            return (word, norm);
        }
        let mut ties = self.rules.ties.iter();
        let untied = ties.find_map(|tie| norm.strip_prefix(tie).and_then(rest));
        let norm = untied.unwrap_or(norm);
        let mut enclitics = self.rules.enclitics.iter();
        let found = enclitics.find_map(|own| Some((own, norm.strip_suffix(own).and_then(rest)?)));
        let Some((enclitic, norm)) = found else {
            return (word, norm);
        };
        // The word and its normal form may have different apostrophes, but the enclitic has as many
        // characters in both.
        let mut ends = word.char_indices().rev().map(|(at, _)| at);
        let end = ends.nth(enclitic.chars().count().saturating_sub(1));
        let word = word.get(..end.unwrap_or_default()).and_then(rest);
        (word.unwrap_or(norm), norm)
    }

    /// Finds the entry of a word, and the form that the entry belongs to. If the lexicon lacks the
    /// word, it tries the accents that a capital may have lost, then other spellings.
    fn find<'a>(
        &self,
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
        let first = chars.next();
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        let mut capitals = self.rules.capitals.iter();
        let accented = capitals.find(|(plain, _)| capital && Some(*plain) == first);
        for letter in accented.into_iter().flat_map(|(_, accented)| *accented) {
            scratch.clear();
            scratch.push(*letter);
            scratch.push_str(chars.as_str());
            let entry = lexicon.find(scratch);
            if entry.is_known() {
                return (entry, scratch);
            }
        }
        for [other, usual] in self.rules.spellings {
            if let Some((before, after)) = norm.split_once(other) {
                scratch.clear();
                scratch.push_str(before);
                scratch.push_str(usual);
                scratch.push_str(after);
                let entry = lexicon.find(scratch);
                if entry.is_known() {
                    return (entry, scratch);
                }
            }
        }
        (Entry::NONE, norm)
    }

    /// Finds the entry of a verb without the pronouns at its end, or of the last part of a
    /// compound. Returns what stands before it, and leaves the form itself in `scratch`. If `pos`
    /// is given, the entry must allow it.
    fn part<'a>(
        &self,
        lexicon: &Lexicon,
        norm: &'a str,
        pos: Option<Pos>,
        scratch: &mut String,
    ) -> Option<(&'a str, Entry)> {
        if matches!(pos, None | Some(Pos::Verb | Pos::Aux)) {
            let mut verb = norm;
            // There are two pronouns at most.
            for _ in 0..2 {
                let mut pronouns = self.rules.verb_pronouns.iter();
                let rest = pronouns.find_map(|pronoun| verb.strip_suffix(pronoun));
                let Some(rest) = rest.filter(|rest| rest.chars().nth(1).is_some()) else {
                    break;
                };
                verb = rest;
                if let Some(entry) = self.verb(lexicon, verb, scratch) {
                    return Some(("", entry));
                }
            }
        }
        let parts: &[Pos] = match pos {
            None => &[Pos::Noun, Pos::Adj],
            Some(Pos::Noun) => &[Pos::Noun],
            Some(Pos::Adj) => &[Pos::Adj],
            Some(Pos::Verb) => &[Pos::Verb],
            Some(_) => &[],
        };
        if !self.rules.compounds || parts.is_empty() {
            return None;
        }
        let far = |at: usize| norm.len() - at > LONGEST_PART;
        let starts = norm.char_indices().map(|(at, _)| at);
        for start in starts.skip(3).skip_while(|at| far(*at)) {
            let (before, last) = norm.split_at_checked(start)?;
            if last.len() < SHORTEST_PART {
                break;
            }
            let entry = lexicon.find(last);
            if parts.iter().any(|pos| lexicon.has(entry, *pos)) {
                scratch.clear();
                scratch.push_str(last);
                return Some((before, entry));
            }
        }
        None
    }

    /// Finds the entry of a verb that pronouns follow, by its own spelling or the one without
    /// pronouns. Leaves the form in `scratch`.
    fn verb(&self, lexicon: &Lexicon, norm: &str, scratch: &mut String) -> Option<Entry> {
        let change = |[before, alone]: &[&str; 2]| {
            let (first, last) = norm.rsplit_once(before)?;
            Some([first, alone, last].concat())
        };
        let changed = self.rules.before_pronouns.iter().filter_map(change);
        for form in std::iter::once(norm.to_owned()).chain(changed) {
            let entry = lexicon.find(&form);
            if lexicon.has(entry, Pos::Verb) {
                *scratch = form;
                return Some(entry);
            }
        }
        None
    }

    /// The traits of a word, with what the lexicon allows. `scratch` is a buffer.
    pub(super) fn word_traits(
        &self,
        word: &str,
        norm: &str,
        kind: TokenKind,
        dictionary: &TagDictionary,
        scratch: &mut String,
    ) -> WordTraits {
        let categories = self.categories(word, norm, scratch);
        let function = self.function_words.holds(norm);
        WordTraits::new(word, norm, kind, categories, function, dictionary)
    }

    /// The categories that the lexicon allows a word, a bit each.
    fn categories(&self, word: &str, norm: &str, scratch: &mut String) -> u16 {
        self.lexicon.as_ref().map_or(0, |lexicon| {
            let (word, norm) = self.alone(word, norm);
            let (mut entry, _) = self.find(lexicon, word, norm, scratch);
            if !entry.is_known()
                && let Some((_, part)) = self.part(lexicon, norm, None, scratch)
            {
                entry = part;
            }
            lexicon.categories(entry) & self.possible(word)
        })
    }

    /// The categories by which a tag dictionary may have a word, a bit each; `None` for a function
    /// word.
    pub(super) fn own_categories(
        &self,
        word: &str,
        norm: &str,
        scratch: &mut String,
    ) -> Option<u16> {
        let function = self.function_words.holds(norm);
        (!function).then(|| self.categories(word, norm, scratch))
    }

    /// The categories that a word may have by its case, a bit each.
    fn possible(&self, word: &str) -> u16 {
        if self.rules.capital_nouns && word.starts_with(char::is_lowercase) {
            !(1 << Category::Noun as u16)
        } else {
            u16::MAX
        }
    }

    /// The traits of a word as if the lexicon lacked it.
    pub(super) fn unlisted_traits(
        &self,
        word: &str,
        norm: &str,
        kind: TokenKind,
        dictionary: &TagDictionary,
    ) -> WordTraits {
        let function = self.function_words.holds(norm);
        WordTraits::new(word, norm, kind, 0, function, dictionary)
    }
}

/// The built-in lexica and the caller's.
pub(super) fn lexica(own: &mut OwnModels) -> Result<ByLanguage<Lexicon>, Error> {
    ByLanguage::new(BUILT_IN, own)
}

/// Gives a capital to the lemma that begins at `start`. If the lemma is the normal form of the
/// word, it is spelt as the word.
fn raise(lemma: &mut String, start: usize, word: &str, norm: &str) {
    let own = lemma.split_off(start);
    if own == norm && word.starts_with(char::is_uppercase) {
        lemma.push_str(word);
        return;
    }
    let mut chars = own.chars();
    lemma.extend(chars.next().into_iter().flat_map(char::to_uppercase));
    lemma.push_str(chars.as_str());
}

/// The word before an ending in brackets: the `salarié` of `salarié(e)` and `salarié(e)s`.
fn without_brackets(word: &str) -> Option<&str> {
    let (head, rest) = word.split_once('(')?;
    let closed = rest.trim_end_matches(char::is_alphabetic).ends_with(')');
    (closed && head.ends_with(char::is_alphabetic)).then_some(head)
}

#[cfg(test)]
#[cfg(feature = "fr")]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    /// One for each language that has lemmas.
    static ALL: LazyLock<Vec<Lemmatizer>> = LazyLock::new(|| {
        let languages = [
            Language::ENGLISH,
            Language::FRENCH,
            Language::GERMAN,
            Language::PORTUGUESE,
            Language::SPANISH,
        ];
        let all = languages.into_iter().map(Lemmatizer::new);
        all.collect::<Result<_, _>>().unwrap()
    });

    #[cfg(feature = "fr-lexicon")]
    #[test]
    fn lemmas() {
        let lemmatizer = Lemmatizer::new(Language::FRENCH).unwrap();
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
            ("O’Brien", Pos::Propn, "O'Brien"),
            ("Griotois", Pos::Noun, "Griotois"),
            ("griotois", Pos::Adj, "griotois"),
            ("griotisent", Pos::Verb, "griotiser"),
            ("", Pos::Noun, ""),
            ("-", Pos::X, "-"),
        ] {
            assert_eq!(lemmatizer.lemma(word, pos), lemma, "{word} {pos}");
        }
    }

    #[cfg(all(
        feature = "de-lemmas",
        feature = "en-lemmas",
        feature = "es-lemmas",
        feature = "pt-lemmas"
    ))]
    #[test]
    fn lemmas_of_other_languages() {
        for (language, word, pos, lemma) in [
            (Language::ENGLISH, "WERE", Pos::Aux, "be"),
            (Language::ENGLISH, "women", Pos::Noun, "woman"),
            (Language::ENGLISH, "saw", Pos::Verb, "see"),
            (Language::ENGLISH, "saw", Pos::Noun, "saw"),
            (Language::ENGLISH, "John’s", Pos::Propn, "John"),
            (Language::ENGLISH, "government's", Pos::Noun, "government"),
            (Language::ENGLISH, "'s", Pos::Part, "'s"),
            (Language::ENGLISH, "whether", Pos::Adv, "whether"),
            (Language::ENGLISH, "griotized", Pos::Verb, "griotize"),
            (Language::GERMAN, "HÄUSERN", Pos::Noun, "Haus"),
            (Language::GERMAN, "Haus", Pos::Noun, "Haus"),
            (
                Language::GERMAN,
                "Griotregierungen",
                Pos::Noun,
                "Griotregierung",
            ),
            (Language::GERMAN, "mußte", Pos::Aux, "müssen"),
            (Language::GERMAN, "größeren", Pos::Adj, "groß"),
            (Language::GERMAN, "schnellsten", Pos::Adj, "schnell"),
            (Language::GERMAN, "im", Pos::Adp, "in"),
            (Language::GERMAN, "griotierte", Pos::Verb, "griotieren"),
            (Language::SPANISH, "órdenes", Pos::Noun, "orden"),
            (Language::SPANISH, "hizo", Pos::Verb, "hacer"),
            (Language::SPANISH, "Dándoselo", Pos::Verb, "dar"),
            (Language::SPANISH, "decirle", Pos::Verb, "decir"),
            (Language::SPANISH, "del", Pos::Adp, "de"),
            (Language::PORTUGUESE, "tornou-se", Pos::Verb, "tornar"),
            (Language::PORTUGUESE, "torná-lo", Pos::Verb, "tornar"),
            (Language::PORTUGUESE, "razões", Pos::Noun, "razão"),
            (Language::PORTUGUESE, "deles", Pos::Pron, "ele"),
        ] {
            let own = |all: &&Lemmatizer| all.language() == language;
            let lemmatizer = ALL.iter().find(own).unwrap();
            assert_eq!(
                lemmatizer.lemma(word, pos),
                lemma,
                "{language} {word} {pos}"
            );
        }
    }

    #[test]
    fn a_language_without_lemmas_is_an_error() {
        let error = Lemmatizer::new(Language::HAUSA).unwrap_err().to_string();
        assert!(error.contains("lemmas"), "{error}");
    }

    proptest! {
        #[test]
        fn any_word_has_a_lemma(word in "\\PC{0,12}|[-a-zA-ZéÉœß’']{0,12}", twin in any::<bool>()) {
            let word = if twin { word.replace('\'', "’") } else { word };
            for lemmatizer in ALL.iter() {
                for pos in Pos::ALL {
                    let lemma = lemmatizer.lemma(&word, *pos);
                    prop_assert!(word.is_empty() == lemma.is_empty(), "{word:?} {pos}");
                }
            }
        }
    }
}
