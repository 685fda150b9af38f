//! The annotated texts that the command line names, for the commands that print a part of them.

use std::io;

use griot::{DocumentRef, Language, LayerSet, Pipeline};

use crate::Failure;
use crate::inputs::{Errors, Inputs};

/// The texts, and their language.
#[derive(Debug, clap::Args)]
pub struct Documents {
    /// The language of the texts, as fr; told from each text otherwise.
    #[arg(long, value_name = "CODE")]
    lang: Option<Language>,
    #[command(flatten)]
    inputs: Inputs,
}

impl Documents {
    /// Calls `print` with the source and the document of each text, until it fails. Returns false if
    /// a text could not be read.
    pub fn each(
        &self,
        layers: impl Into<LayerSet>,
        mut print: impl FnMut(String, DocumentRef<'_>) -> io::Result<()>,
    ) -> Result<bool, Failure> {
        let mut builder = Pipeline::builder().layers(layers);
        if let Some(language) = self.lang {
            builder = builder.language(language);
        }
        let pipeline = builder.build();
        let pipeline = pipeline.map_err(|problem| Failure::Work(problem.to_string()))?;
        let mut worker = pipeline.worker();
        let errors = Errors::default();
        for input in self.inputs.texts()?.filter_map(|input| errors.keep(input)) {
            let document = worker.annotate_zoned(input.text.text(), input.text.zones());
            let document = document.map_err(|problem| input.refused(&problem));
            if let Some(document) = errors.keep(document) {
                print(input.source, document)?;
            }
        }
        Ok(errors.is_empty())
    }
}
