//! `griot duplicates`: the texts that repeat an earlier one.

use griot::Layer;
use griot::duplicates::{Index, fingerprint};

use crate::Failure;
use crate::documents::Documents;
use crate::shared::output::Output;

/// Print the texts that repeat an earlier one, such as reprints and shortened versions.
///
/// A line has the source of the text, a tab, that of the earlier one, a tab, and how similar they are, from
/// 0 to 1.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The least similarity, from 0 to 1: the share of word pairs that both texts have.
    #[arg(long, value_name = "NUMBER", default_value_t = 0.3)]
    threshold: f32,
    #[command(flatten)]
    documents: Documents,
}

pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let index = Index::new(arguments.threshold);
    let mut index = index.map_err(|problem| Failure::Usage(problem.to_string()))?;
    let (mut output, mut sources) = (Output::new(), Vec::new());
    let layers = [Layer::Norms, Layer::Stops];
    let sound = arguments.documents.each(layers, |source, document| {
        for near in index.add(fingerprint(document)) {
            let earlier = sources.get(near.number()).map_or("", String::as_str);
            let similarity = format!("{:.2}", near.similarity());
            output.row(&[&source, earlier, &similarity])?;
        }
        sources.push(source);
        Ok(())
    })?;
    output.flush()?;
    Ok(sound)
}
