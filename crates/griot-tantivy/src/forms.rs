//! The form of a part of a compound, and the form without accents. Other forms stand in the document.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use griot::lemma::Lemmatizer;
use griot::normalize::{norm_in, unaccented};
use griot::stem::Stemmer;
use griot::terms::Form;
use griot::{Edition, Language, Pos};

/// The lemmatizers of the languages that had a compound. Making one takes time, so the clones of a
/// tokenizer share them.
#[derive(Debug, Default)]
pub(crate) struct Lemmatizers(Mutex<Vec<(Language, Option<Arc<Lemmatizer>>)>>);

impl Lemmatizers {
    fn get(&self, language: Language) -> Option<Arc<Lemmatizer>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, lemmatizer)) = known.iter().find(|(it, _)| *it == language) {
            return lemmatizer.clone();
        }
        let lemmatizer = Lemmatizer::new(language).ok().map(Arc::new);
        known.push((language, lemmatizer.clone()));
        lemmatizer
    }
}

/// The form of a word of a compound.
pub(crate) fn form_of_part<'a>(
    word: &'a str,
    (language, edition, pos): (Language, Option<Edition>, Option<Pos>),
    form: Form,
    lemmatizers: &Lemmatizers,
) -> Cow<'a, str> {
    match form {
        Form::Stem => {
            let stemmer = edition.and_then(|edition| Stemmer::new(language, edition).ok());
            let stem = stemmer.map(|stemmer| stemmer.stem(word));
            stem.filter(|stem| !stem.is_empty())
        }
        Form::Lemma => {
            let lemmatizer = pos.and_then(|pos| Some((lemmatizers.get(language)?, pos)));
            lemmatizer.map(|(lemmatizer, pos)| lemmatizer.lemma(word, pos))
        }
        _ => None,
    }
    .unwrap_or_else(|| norm_in(word, language))
}

/// Appends a text without its accents.
pub(crate) fn push_unaccented(text: &str, to: &mut String) {
    if text.is_ascii() {
        return to.push_str(text);
    }
    let start = to.len();
    for c in text.chars() {
        if c.is_ascii() {
            to.push(c);
        } else if let Some(plain) = plain(c) {
            to.push(plain);
        } else {
            to.truncate(start);
            return to.push_str(&unaccented(text));
        }
    }
}

/// The usual letters of Western Europe, without the way through Unicode's tables.
fn plain(c: char) -> Option<char> {
    Some(match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_way_ends_where_the_long_one_does(text in "(\\PC|[à-ÿ]|[a-z]|\u{301}){0,8}") {
            let mut short = "x".to_owned();
            push_unaccented(&text, &mut short);
            prop_assert_eq!(short, "x".to_owned() + &unaccented(&text));
        }
    }
}
