//! `griot report`: one web page about all texts.

mod article;
mod cast;
mod escape;
mod page;
mod text;
mod timeline;
mod together;

use griot::duplicates::{Index, fingerprint};
use griot::{Document, LayerSet};

use crate::Failure;
use crate::annotate::{Dates, LanguageOptions, OwnOptions, pipeline};
use crate::inputs::{Errors, Inputs};
use crate::shared::output::Output;
use article::{Article, Earlier};

/// Print one web page about all texts, to keep or to send: griot report PATH > report.html
///
/// It shows the texts with names, dates, quantities and quotations marked, who and what they name and how
/// often, when, who stands with whom in a sentence, and which texts repeat an earlier one. The page needs no
/// network, and nothing in a text can run in it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    #[command(flatten)]
    language: LanguageOptions,
    #[command(flatten)]
    own: OwnOptions,
}

/// Writes the page. Returns false if a text could not be read.
pub fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let dates = Dates::read(&arguments.language)?;
    let pipeline = pipeline(LayerSet::ALL, &arguments.language, &arguments.own);
    let pipeline = pipeline.map_err(Failure::Work)?;
    let mut worker = pipeline.worker();
    let errors = Errors::default();
    let mut index = Index::default();
    let (mut origins, mut documents): (Vec<_>, Vec<Document>) = (Vec::new(), Vec::new());
    let inputs = arguments.inputs.texts()?;
    for input in inputs.filter_map(|input| errors.keep(input)) {
        worker.set_reference_date(dates.of(&input));
        let document = worker.annotate_zoned(input.text.text(), input.text.zones());
        let document = document.map_err(|problem| input.refused(&problem));
        let Some(document) = errors.keep(document) else {
            continue;
        };
        let near = index.add(fingerprint(document));
        let earlier = near.into_iter().next().map(Earlier::new);
        documents.push(document.to_document());
        origins.push((input.source, input.text.into_metadata(), earlier));
    }
    griot::entity::link(&mut documents);
    let articles = origins.iter().zip(&documents).enumerate();
    let articles: Vec<_> = articles
        .map(|(index, ((source, metadata, earlier), document))| Article {
            number: index + 1,
            source,
            metadata,
            earlier: *earlier,
            document: document.view(),
        })
        .collect();
    let mut output = Output::new();
    output.lines(&page::page(&articles))?;
    output.flush()?;
    Ok(errors.is_empty())
}
