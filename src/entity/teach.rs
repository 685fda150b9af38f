//! For `tools/`, which train the tagger: its features, as a pipeline would compute them.

use std::borrow::Cow;

use super::features::{COUNT, FAR, JOINT, Look, NEAR, OWN, Scratch, Side, joint};
use super::scan::Scan;
use super::tagger::Tagger;
use crate::document::DocumentRef;
use crate::error::Error;
use crate::lang::Rules;
use crate::span::Span;

/// The features of a model whose weights are still to be learnt.
#[derive(Debug)]
pub struct Teacher(Tagger);

/// A token and its features.
pub type Example = (Span, [u32; COUNT]);

impl Teacher {
    /// From a model file that need not have any rows.
    ///
    /// # Errors
    ///
    /// As [`Builder::build`](crate::Builder::build) for a model that is not sound.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Error> {
        Ok(Self(Tagger::read(Cow::Owned(bytes))?))
    }

    /// The features of every token of a document, sentence by sentence. It must have tokens,
    /// sentences and normal forms.
    pub fn examples(&self, document: DocumentRef<'_>) -> Vec<Vec<Example>> {
        let layers = document.layers();
        let scan = Scan::new(document.text(), layers, Rules::of(layers.language.language));
        let mut scratch = Scratch::default();
        let mut sentences = Vec::new();
        for sentence in scan.sentences() {
            let mut looks = vec![Look::EDGE; 2];
            for index in sentence.clone() {
                let (surface, norm) = (scan.text(index), scan.norm(index));
                looks.push(Look::new(surface, norm, self.0.classes(), &mut scratch));
            }
            looks.extend([Look::EDGE; 2]);
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

/// All features of a word among its neighbours.
fn all(around: &[Look; 5], small: bool, first: bool) -> [u32; COUNT] {
    let [p2, p1, it, n1, n2] = around;
    let own: [u32; OWN] = it.own();
    let near: [[u32; NEAR]; 2] = [p1.near(Side::Before), n1.near(Side::After)];
    let far: [[u32; FAR]; 2] = [p2.far(Side::Before), n2.far(Side::After)];
    let [p2, p1, it, n1, n2] = around.map(|look| look.traits());
    let joint: [u32; JOINT] = joint([&p2, &p1, &it, &n1, &n2], small, first);
    let parts = own
        .iter()
        .chain(near.as_flattened())
        .chain(far.as_flattened())
        .chain(&joint);
    let mut features = [0; COUNT];
    for (to, from) in features.iter_mut().zip(parts) {
        *to = *from;
    }
    features
}
