//! The form of a part of a compound. Other forms stand in the document.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use griot::Language;
use griot::lemma::Lemmatizer;
use griot::normalize::norm_in;
use griot::stem::Stemmer;
use griot::terms::Form;

use crate::compounds::Word;

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

/// The form of a part of a word.
pub(crate) fn form_of_part<'a>(
    part: &'a str,
    word: Word<'_>,
    form: Form,
    lemmatizers: &Lemmatizers,
) -> Cow<'a, str> {
    let language = word.language;
    match form {
        Form::Stem => {
            let stemmer = word
                .edition
                .and_then(|edition| Stemmer::new(language, edition).ok());
            let stem = stemmer.map(|stemmer| stemmer.stem(part));
            stem.filter(|stem| !stem.is_empty())
        }
        Form::Lemma => {
            let lemmatizer = word
                .pos
                .and_then(|pos| Some((lemmatizers.get(language)?, pos)));
            lemmatizer.map(|(lemmatizer, pos)| lemmatizer.lemma(part, pos))
        }
        _ => None,
    }
    .unwrap_or_else(|| norm_in(part, language))
}
