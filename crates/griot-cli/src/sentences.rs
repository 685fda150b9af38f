//! `griot sentences`: each sentence on a line.

use griot::Layer;

use crate::Failure;
use crate::documents::Documents;
use crate::shared::output::Output;

/// Print each sentence of the texts on a line.
///
/// A line break inside a sentence becomes a space.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    documents: Documents,
}

pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let mut output = Output::new();
    // Zones end sentences: a title without a full stop is one.
    let layers = [Layer::Zones, Layer::Sentences];
    let sound = arguments.documents.each(layers, |_, document| {
        let mut sentences = document.sentences();
        sentences.try_for_each(|it| output.line(it.text()))
    })?;
    output.flush()?;
    Ok(sound)
}
