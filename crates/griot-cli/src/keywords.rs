//! `griot keywords`: the words that set each text apart from the others.

use griot::Layer;
use griot::terms::{Corpus, Form, keywords, terms};

use crate::Failure;
use crate::documents::Documents;
use crate::shared::output::Output;

/// Print the words that set each text apart from the others.
///
/// They are frequent in the text and rare in the others (tf-idf). A line has the source of the text, a tab,
/// the word, a tab, how often it occurs, a tab, and its score.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The most words of a text.
    #[arg(long, value_name = "N", default_value_t = 10)]
    count: usize,
    #[command(flatten)]
    documents: Documents,
}

pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let (mut corpus, mut documents) = (Corpus::default(), Vec::new());
    let layers = [Layer::Norms, Layer::Stops, Layer::Stems];
    let sound = arguments.documents.each(layers, |source, document| {
        corpus.add(&terms(document, Form::Stem).collect());
        documents.push((source, document.to_document()));
        Ok(())
    })?;
    let mut output = Output::new();
    for (source, document) in &documents {
        for word in keywords(document.view(), Form::Stem, &corpus, arguments.count) {
            let (text, count, score) = (word.text(), word.count(), word.score());
            output.row(&[source, text, &count.to_string(), &format!("{score:.4}")])?;
        }
    }
    output.flush()?;
    Ok(sound)
}
