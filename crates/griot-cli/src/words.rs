//! `griot words`: each word on a line.

use griot::Layer;

use crate::Failure;
use crate::documents::Documents;
use crate::shared::output::Output;

/// Print each word and number of the texts on a line.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Print marks, addresses and all other tokens too.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    documents: Documents,
}

pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let mut output = Output::new();
    let sound = arguments.documents.each([Layer::Tokens], |_, document| {
        let tokens = document.tokens();
        let mut shown = tokens.filter(|it| arguments.all || it.is_word() || it.is_number());
        shown.try_for_each(|it| output.line(it.text()))
    })?;
    output.flush()?;
    Ok(sound)
}
