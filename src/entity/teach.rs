//! For `tools/`, which train the tagger of names: computes its features as a pipeline does.

use std::borrow::Cow;

use super::features::{Scratch, Side, WordFeatures, joint};
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

    /// Returns the features of every token of a document, sentence by sentence. The document must
    /// have tokens, sentences and normal forms.
    pub fn examples(&self, document: DocumentRef<'_>) -> Vec<Vec<Example>> {
        let layers = document.layers();
        let scan = Scan::new(document.text(), layers);
        let mut scratch = Scratch::default();
        let mut sentences = Vec::new();
        for sentence in scan.sentences() {
            let mut looks = vec![WordFeatures::EDGE; 2];
            for index in sentence.clone() {
                let (surface, norm) = (scan.text(index), scan.norm(index));
                looks.push(WordFeatures::new(
                    surface,
                    norm,
                    self.0.classes(),
                    &mut scratch,
                ));
            }
            looks.extend([WordFeatures::EDGE; 2]);
            let (around, first) = (looks.windows(5), sentence.start);
            let examples = around.zip(sentence).filter_map(|(around, index)| {
                let small = scan.is_small_elsewhere(index);
                let features = all(around.try_into().ok()?, small, index == first);
                Some((scan.span(index), features))
            });
            sentences.push(examples.collect());
        }
        sentences
    }
}

/// All features of the word in the middle of five.
fn all(around: &[WordFeatures; 5], small: bool, first: bool) -> Vec<u32> {
    let [p2, p1, it, n1, n2] = around;
    let near = [p1.near(Side::Before), n1.near(Side::After)];
    let far = [p2.far(Side::Before), n2.far(Side::After)];
    let mut features = it.own().to_vec();
    features.extend(near.as_flattened());
    features.extend(far.as_flattened());
    let [p2, p1, it, n1, n2] = around.map(|look| look.traits());
    let joint = joint([&p2, &p1, &it, &n1, &n2], small, first);
    features.extend(joint.into_iter().flatten());
    features
}
