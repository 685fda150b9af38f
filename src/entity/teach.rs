//! For `tools/`, which train the tagger of names: computes its features as a pipeline does.

use std::borrow::Cow;

use super::classes::Class;
use super::features::{self, Setting, Side, WordFeatures, is_headline, is_near_capital};
use super::scan::Scan;
use super::tagger::NameTagger;
use crate::document::DocumentRef;
use crate::error::Error;
use crate::models::{FromModel, Model};
use crate::span::Span;

/// Computes the features for a model whose weights are not learnt yet.
#[derive(Debug)]
pub struct Teacher(NameTagger);

/// The span of a token in bytes, and its features.
pub type Example = (Span, Vec<u32>);

impl Teacher {
    /// Makes a teacher of a model file, which may be without weights.
    ///
    /// # Errors
    ///
    /// Returns an error for a broken model, as [`Builder::build`](crate::Builder::build) does.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Error> {
        let model = Model::read(Cow::Owned(bytes), NameTagger::FORMAT)?;
        Ok(Self(NameTagger::from_model(model)?))
    }

    /// Returns the groups of a word and its probe in the model file, if it has the word.
    pub fn class(&self, word: &str) -> Option<(u16, u16, u8)> {
        let class = self.0.classes().of(word, &mut String::new());
        (class != Class::NONE).then_some((class.coarse, class.fine, class.probe))
    }

    /// Returns the features of every token of a document, sentence by sentence. The document must
    /// have tokens, sentences and normal forms.
    pub fn examples(&self, document: DocumentRef<'_>) -> Vec<Vec<Example>> {
        let layers = document.layers();
        let scan = Scan::new(document.text(), layers);
        let mut letters = String::new();
        let mut sentences = Vec::new();
        for sentence in scan.sentences() {
            let mut looks = vec![WordFeatures::EDGE; 2];
            for index in sentence.clone() {
                let (surface, norm) = (scan.text(index), scan.norm(index));
                looks.push(WordFeatures::new(
                    surface,
                    norm,
                    self.0.classes(),
                    &mut letters,
                ));
            }
            looks.extend([WordFeatures::EDGE; 2]);
            let (around, first) = (looks.windows(5), sentence.start);
            let headline = is_headline(&scan, sentence.clone());
            let examples = around.zip(sentence).filter_map(|(around, index)| {
                let setting = Setting {
                    small: scan.is_small_elsewhere(index),
                    first: index == first,
                    headline,
                };
                let features = all(around.try_into().ok()?, setting);
                Some((scan.span(index), features))
            });
            sentences.push(examples.collect());
        }
        sentences
    }
}

/// All features of the word in the middle of five.
fn all(around: &[WordFeatures; 5], setting: Setting) -> Vec<u32> {
    let [p2, p1, it, n1, n2] = around;
    let near = [p1.near(Side::Before), n1.near(Side::After)];
    let far = [p2.far(Side::Before), n2.far(Side::After)];
    let mut found = it.own().to_vec();
    found.extend(near.as_flattened());
    found.extend(far.as_flattened());
    let [p2, p1, it, n1, n2] = around.map(|look| look.traits());
    if is_near_capital([&p1, &it, &n1]) {
        found.extend(features::cases([p1.case, it.case, n1.case]));
        found.extend(features::joint([&p2, &p1, &it, &n1, &n2]));
        found.extend(features::setting(setting, it.case));
        found.extend(features::probe(Side::After, n1.probe, it.case));
        found.extend(features::probe(Side::Before, p1.probe, it.case));
    }
    found
}
