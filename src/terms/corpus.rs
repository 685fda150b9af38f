//! [`Corpus`] and [`keywords`]: what sets a document apart from others.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::{Counts, Form, terms};
use crate::document::DocumentRef;
use crate::normalize::unaccented;

/// Counts in how many documents of a collection each term occurs. With serde it is `documents` and
/// `frequencies`.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Corpus {
    documents: usize,
    frequencies: Counts,
}

impl Corpus {
    /// Adds a document, given by the counts of its terms.
    pub fn add(&mut self, document: &Counts) {
        self.documents += 1;
        self.frequencies
            .extend(document.iter().map(|(term, _)| term));
    }

    /// Adds all documents of another corpus.
    pub fn merge(&mut self, other: &Self) {
        self.documents += other.documents;
        self.frequencies.merge(&other.frequencies);
    }

    /// The number of documents that were added.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// The number of documents that contain a term.
    pub fn frequency(&self, term: &str) -> usize {
        self.frequencies.get(term)
    }

    /// The inverse document frequency of a term: the rarer the term, the higher it is. It is
    /// computed as `ln((1 + documents) / (1 + frequency)) + 1`, which is the smoothed form of
    /// scikit-learn. It is 1 for a term that occurs in every document, and for every term if the
    /// corpus is empty.
    pub fn idf(&self, term: &str) -> f64 {
        let (documents, frequency) = (self.documents as f64, self.frequency(term) as f64);
        ((1.0 + documents) / (1.0 + frequency)).ln() + 1.0
    }

    /// The tf-idf of the terms of a document: the term's share of all terms of the document,
    /// multiplied by [`Corpus::idf`]. The highest comes first. Terms with equal scores are sorted
    /// by their bytes.
    ///
    /// ```
    /// use griot::terms::{Corpus, Counts};
    ///
    /// let mut corpus = Corpus::default();
    /// let first: Counts = ["niger", "armée"].into_iter().collect();
    /// corpus.add(&first);
    /// corpus.add(&["niger", "uranium"].into_iter().collect());
    /// let scores = corpus.tf_idf(&first);
    /// assert_eq!((scores[0].0, scores[1].0), ("armée", "niger"));
    /// assert_eq!(scores[1].1, 0.5);
    /// ```
    pub fn tf_idf<'c>(&self, document: &'c Counts) -> Vec<(&'c str, f64)> {
        let total = document.total() as f64;
        let mut scores: Vec<_> = document
            .iter()
            .map(|(term, count)| (term, count as f64 / total * self.idf(term)))
            .collect();
        scores.sort_unstable_by(|one, other| {
            let by_score = other.1.total_cmp(&one.1);
            by_score.then_with(|| one.0.cmp(other.0))
        });
        scores
    }
}

impl<'de> Deserialize<'de> for Corpus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Raw {
            documents: usize,
            frequencies: Counts,
        }
        let Raw {
            documents,
            frequencies,
        } = Raw::deserialize(deserializer)?;
        if frequencies.iter().any(|(_, count)| count > documents) {
            let problem = "a term is in more documents than the corpus has";
            return Err(serde::de::Error::custom(problem));
        }
        Ok(Self {
            documents,
            frequencies,
        })
    }
}

/// A term that sets a document apart from a corpus; see [`keywords`].
#[derive(Clone, PartialEq, Debug)]
pub struct Keyword<'a> {
    term: Cow<'a, str>,
    text: &'a str,
    count: usize,
    score: f64,
}

impl<'a> Keyword<'a> {
    /// The term.
    pub fn term(&self) -> &str {
        &self.term
    }

    /// The word as it first occurs in the text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// How often the term occurs in the document.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The tf-idf of the term; see [`Corpus::tf_idf`].
    pub fn score(&self) -> f64 {
        self.score
    }
}

/// Returns at most `number` terms with the highest tf-idf in a document, the highest first.
///
/// With an empty corpus these are the most frequent terms. Of equal terms, the one that occurs
/// first in the text comes first.
///
/// The document does not have to be part of the corpus. See the [module](super) for an example.
pub fn keywords<'a>(
    document: DocumentRef<'a>,
    form: Form,
    corpus: &Corpus,
    number: usize,
) -> Vec<Keyword<'a>> {
    keywords_by(document, form, corpus, number, Cow::Borrowed)
}

/// The same as [`keywords`] with terms without accents, so that `état` and `ETAT` are one. The corpus
/// should be made of such terms too, with [`Counts::to_unaccented`].
///
/// ```
/// use griot::terms::{Corpus, Form, keywords_unaccented};
/// use griot::{Language, Pipeline};
///
/// # #[cfg(feature = "fr")] {
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let document = pipeline.process("L’État et l’armée. L’ETAT reste.")?;
/// let best = keywords_unaccented(document.view(), Form::Norm, &Corpus::default(), 1);
/// assert_eq!((best[0].term(), best[0].text(), best[0].count()), ("etat", "État", 2));
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
pub fn keywords_unaccented<'a>(
    document: DocumentRef<'a>,
    form: Form,
    corpus: &Corpus,
    number: usize,
) -> Vec<Keyword<'a>> {
    keywords_by(document, form, corpus, number, unaccented)
}

fn keywords_by<'a>(
    document: DocumentRef<'a>,
    form: Form,
    corpus: &Corpus,
    number: usize,
    fold: impl Fn(&'a str) -> Cow<'a, str>,
) -> Vec<Keyword<'a>> {
    let mut found: Vec<Keyword<'a>> = Vec::new();
    let mut numbers = HashMap::new();
    let mut total = 0.0;
    for term in terms(document, form) {
        total += 1.0;
        let folded = fold(term.term());
        let at = *numbers.entry(folded.clone()).or_insert(found.len());
        match found.get_mut(at) {
            Some(keyword) => keyword.count += 1,
            None => found.push(Keyword {
                term: folded,
                text: term.token().text(),
                count: 1,
                score: 0.0,
            }),
        }
    }
    for keyword in &mut found {
        keyword.score = keyword.count as f64 / total * corpus.idf(&keyword.term);
    }
    found.sort_by(|one, other| other.score.total_cmp(&one.score));
    found.truncate(number);
    found
}

#[cfg(test)]
#[cfg(all(feature = "fr", feature = "snowball3"))]
mod tests {
    use super::*;
    use crate::terms::ngrams;
    use crate::{Language, Layer, LayerSet, Pipeline};

    const TEXT: &str = "Le général Tiani a quitté Niamey. Niamey attend l’armée : l'armée du Niger, \
                        les armées alliées. À 20 h, l’État-major parle.";

    fn french() -> Pipeline {
        let builder = Pipeline::builder().language(Language::FRENCH);
        builder.build().unwrap()
    }

    #[test]
    fn terms_keep_their_places() {
        let document = french().process(TEXT).unwrap();
        for term in terms(document.view(), Form::Stem) {
            let token = document.view().token(term.position()).unwrap();
            assert_eq!(token.span(), term.span());
            assert_eq!(token.stem(), Some(term.term()));
            assert!(token.is_word() && !token.is_stop());
        }
    }

    #[test]
    fn both_apostrophes_make_one_term() {
        let document = french().process(TEXT).unwrap();
        let found: Vec<_> = ngrams(document.view(), 2, Form::Norm)
            .filter(|it| it.term() == "l' armée")
            .map(|it| it.text())
            .collect();
        assert_eq!(found, ["l’armée", "l'armée"]);
    }

    #[cfg(feature = "fr-lexicon")]
    #[test]
    fn a_noun_is_no_function_word_where_parts_of_speech_tell() {
        let text = "Cet été, les avions survolent l’est du pays. Nous avions été surpris.";
        let found = |layers: LayerSet| {
            let pipeline = Pipeline::builder().language(Language::FRENCH);
            let pipeline = pipeline.layers(layers).build().unwrap();
            let document = pipeline.process(text).unwrap();
            let found: Vec<_> = terms(document.view(), Form::Norm)
                .map(|term| term.term().to_owned())
                .collect();
            found.join(" ")
        };
        let with = "été avions survolent est pays surpris";
        assert_eq!(found([Layer::Norms, Layer::Stops, Layer::Pos].into()), with);
        let without = "survolent pays surpris";
        assert_eq!(found([Layer::Norms, Layer::Stops].into()), without);
    }

    /// Computes n-grams in the plainest way, to compare.
    #[test]
    fn ngrams_are_windows_of_runs() {
        let document = french().process(TEXT).unwrap();
        for size in 0..5 {
            let mut expected = Vec::new();
            for sentence in document.view().sentences() {
                let tokens: Vec<_> = sentence.tokens().collect();
                for run in tokens.split(|it| !it.is_word() && !it.is_number()) {
                    for window in run.windows(size.max(1)).filter(|_| size > 0) {
                        let norms: Vec<_> = window.iter().filter_map(|it| it.norm()).collect();
                        expected.push(norms.join(" "));
                    }
                }
            }
            let found: Vec<_> = ngrams(document.view(), size, Form::Norm)
                .map(|it| it.term())
                .collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn keywords_are_the_greatest_of_tf_idf() {
        let document = french().process(TEXT).unwrap();
        let counts: Counts = terms(document.view(), Form::Stem).collect();
        let mut corpus = Corpus::default();
        for other in ["Niamey dort.", "Niamey s’éveille.", "L’armée dort."] {
            let other = french().process(other).unwrap();
            corpus.add(&terms(other.view(), Form::Stem).collect());
        }
        let scores = corpus.tf_idf(&counts);
        let found = keywords(document.view(), Form::Stem, &corpus, usize::MAX);
        assert_eq!(found.len(), scores.len());
        for (keyword, (_, score)) in found.iter().zip(&scores) {
            assert_eq!(keyword.score(), *score);
            assert_eq!(keyword.count(), counts.get(keyword.term()));
            assert!(scores.contains(&(keyword.term(), *score)));
        }
        assert_eq!(
            (found[0].term(), found[0].text(), found[0].count()),
            ("armé", "armée", 3)
        );
    }

    #[test]
    fn accents_may_count_for_nothing() {
        let text = "L’État, un ETAT, des etats, l’Œuvre, une oeuvre.";
        let document = french().process(text).unwrap();
        let counts: Counts = terms(document.view(), Form::Norm).collect();
        let counts = counts.to_unaccented();
        assert_eq!(
            (counts.get("etat"), counts.get("oeuvre"), counts.total()),
            (2, 2, 5)
        );
        let mut corpus = Corpus::default();
        corpus.add(&counts);
        assert_eq!((corpus.frequency("etat"), corpus.frequency("état")), (1, 0));
        let found = keywords_unaccented(document.view(), Form::Norm, &corpus, usize::MAX);
        let scores = corpus.tf_idf(&counts);
        assert_eq!(found.len(), scores.len());
        for keyword in &found {
            assert_eq!(keyword.count(), counts.get(keyword.term()));
            assert!(scores.contains(&(keyword.term(), keyword.score())));
        }
        assert_eq!((found[0].term(), found[0].text()), ("etat", "État"));
    }

    #[test]
    fn a_corpus_outlives_a_run_and_joins_others() {
        let corpus = |texts: &[&str]| {
            let mut corpus = Corpus::default();
            for text in texts {
                let document = french().process(*text).unwrap();
                corpus.add(&terms(document.view(), Form::Stem).collect());
            }
            corpus
        };
        let json = serde_json::to_string(&corpus(&["Niamey dort.", "L’armée dort, l'armée."]));
        let mut read: Corpus = serde_json::from_str(&json.unwrap()).unwrap();
        read.merge(&corpus(&["Niamey attend."]));
        let all = corpus(&["Niamey dort.", "L’armée dort, l'armée.", "Niamey attend."]);
        assert_eq!(read, all);
        let wrong = r#"{"documents":1,"frequencies":{"niamey":2}}"#;
        assert!(serde_json::from_str::<Corpus>(wrong).is_err());
    }

    /// Without a layer the normal form takes the place of its form, and without that the text. With
    /// an empty corpus keywords are the most frequent terms.
    #[test]
    fn what_is_not_there_is_replaced() {
        let pipeline = |layer| {
            let builder = Pipeline::builder().language(Language::FRENCH);
            builder.layers([layer]).build().unwrap()
        };
        let norms = pipeline(Layer::Norms);
        let document = norms.process(TEXT).unwrap();
        for form in [Form::Stem, Form::Lemma] {
            let found = terms(document.view(), form).map(|it| it.term());
            assert!(found.eq(terms(document.view(), Form::Norm).map(|it| it.term())));
            let found = ngrams(document.view(), 2, form).map(|it| it.term());
            assert!(found.eq(ngrams(document.view(), 2, Form::Norm).map(|it| it.term())));
            let tokens = pipeline(Layer::Tokens).process("Niamey attend.").unwrap();
            let best = keywords(tokens.view(), form, &Corpus::default(), 1);
            assert_eq!(best[0].term(), "Niamey");
        }
        let best = keywords(document.view(), Form::Norm, &Corpus::default(), 1);
        assert_eq!((best[0].term(), best[0].count()), ("l'", 3));
        assert!(
            keywords(
                norms.process("").unwrap().view(),
                Form::Norm,
                &Corpus::default(),
                3
            )
            .is_empty()
        );
        assert_eq!(Corpus::default().idf("niger"), 1.0);
    }
}
