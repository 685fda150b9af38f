//! Steps of a pipeline: what a worker does with article after article. It has read all of them in the
//! round before, but for the steps that say otherwise.

use std::error::Error;

use griot::{Builder, DocumentRef, Language, Layer, Pipeline, Worker};

use super::by_hand::{analyzer, by_hand};
use super::{Step, reader};
use crate::race::{Racer, Tally};
use crate::splice::splice;
use crate::text::{Corpus, bytes};

/// From the language to stems: the layers that the pipeline made by hand has too.
fn to_stems() -> Builder {
    Pipeline::builder().layers([
        Layer::Language,
        Layer::Sentences,
        Layer::Tokens,
        Layer::Norms,
        Layer::Stops,
        Layer::Stems,
    ])
}

pub fn stems(corpus: &Corpus) -> Step<'_> {
    let articles = &corpus.articles;
    Ok(vec![
        kept("griot", to_stems(), articles)?,
        by_hand(articles),
        analyzer(articles)?,
    ])
}

/// The same, with parts of speech and lemmas, which the other side has not.
pub fn lemmas(corpus: &Corpus) -> Step<'_> {
    let builder = Pipeline::builder().layers([
        Layer::Language,
        Layer::Sentences,
        Layer::Stops,
        Layer::Stems,
        Layer::Pos,
        Layer::Lemmas,
    ]);
    beside_hand(builder, &corpus.articles)
}

/// Words, sentences, names, dates and quantities of French that is told to be French.
pub fn entities(corpus: &Corpus) -> Step<'_> {
    let builder = Pipeline::builder().language(Language::FRENCH).layers([
        Layer::Tokens,
        Layer::Sentences,
        Layer::Entities,
    ]);
    beside_hand(builder, &corpus.articles)
}

/// Everything that griot knows of a text.
pub fn whole(corpus: &Corpus) -> Step<'_> {
    let articles = &corpus.articles;
    let mut racers = beside_hand(Pipeline::builder(), articles)?;
    racers.push(analyzer(articles)?);
    Ok(racers)
}

fn beside_hand(builder: Builder, articles: &[String]) -> Step<'_> {
    Ok(vec![kept("griot", builder, articles)?, by_hand(articles)])
}

/// What it costs that a worker has met no word before.
pub fn stems_cold(corpus: &Corpus) -> Step<'_> {
    cold(to_stems, corpus)
}

pub fn whole_cold(corpus: &Corpus) -> Step<'_> {
    cold(Pipeline::builder, corpus)
}

fn cold(builder: fn() -> Builder, corpus: &Corpus) -> Step<'_> {
    let articles = &corpus.articles;
    let pipeline = builder().build()?;
    let mut worker = pipeline.worker();
    // Another pipeline, because a worker leaves its memory to the next one of its pipeline. A clone
    // begins with none.
    let empty = builder().build()?.worker();
    let each = empty.clone();
    Ok(vec![
        reader(articles, "griot, the same worker", move |article| {
            annotate(&mut worker, article)
        }),
        reader(
            articles,
            "griot, a new worker each article",
            move |article| annotate(&mut pipeline.worker(), article),
        ),
        Racer::new(
            "griot, empty memory each round",
            bytes(articles),
            move || {
                let mut worker = empty.clone();
                let articles = articles.iter();
                articles.fold(Tally::default(), |tally, article| {
                    tally.plus(annotate(&mut worker, article))
                })
            },
        ),
        reader(
            articles,
            "griot, empty memory each article",
            move |article| annotate(&mut each.clone(), article),
        ),
        by_hand(articles),
    ])
}

/// Everything, of more and more articles.
pub fn growth(corpus: &Corpus) -> Step<'_> {
    let pipeline = Pipeline::new()?;
    let grown = |count: usize| {
        let articles = splice(&corpus.articles, count);
        let mut worker = pipeline.worker();
        Racer::new(
            format!("griot, {count} articles"),
            bytes(&articles),
            move || {
                let articles = articles.iter();
                articles.fold(Tally::default(), |tally, article| {
                    tally.plus(annotate(&mut worker, article))
                })
            },
        )
    };
    Ok([100, 1_000, 10_000].into_iter().map(grown).collect())
}

/// Everything, of the same articles in each language. French is the first.
pub fn languages(corpus: &Corpus) -> Step<'_> {
    let texts = corpus.seven.iter();
    texts
        .map(|(language, articles)| {
            let name = format!("griot, {}", language.name());
            kept(name, Pipeline::builder().language(*language), articles)
        })
        .collect()
}

/// A worker that goes on from round to round.
fn kept(
    name: impl Into<String>,
    builder: Builder,
    articles: &[String],
) -> Result<Racer<'_>, Box<dyn Error>> {
    let mut worker = builder.build()?.worker();
    Ok(reader(articles, name, move |article| {
        annotate(&mut worker, article)
    }))
}

fn annotate(worker: &mut Worker, article: &str) -> Tally {
    let document: DocumentRef<'_> = worker.annotate(article).expect("no article is too long");
    let (sentences, entities) = (document.sentences().len(), document.entities().len());
    Tally::default().and(document.tokens().len(), sentences + entities)
}
