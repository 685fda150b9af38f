//! The memory of one thread.

use super::Pipeline;
use super::forms::Forms;
use crate::date::Date;
use crate::document::layers::{CERTAIN, Layers};
use crate::document::{Document, DocumentRef, EndReason, Layer, LayerSet, ZoneKind, check_length};
use crate::error::{Error, Kind};
use crate::input::Zoner;
use crate::lang::Rules;
use crate::language::Language;
use crate::lemma;
use crate::segment::{BATCH, Batch, Quiet, Splitter, Weights, Words};
use crate::span::{Span, clamp};
use crate::stem::Stemmer;

/// Annotates text after text and reuses its memory; one for each thread.
///
/// It keeps the columns of the last text and a bounded cache from words to their forms.
///
/// ```
/// let pipeline = griot::Pipeline::new()?;
/// let mut worker = pipeline.worker();
/// for text in ["Bamako a réagi.", "Moscou se tait."] {
///     let document = worker.annotate(text)?;
///     assert_eq!(document.text(), text);
/// }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Debug)]
pub struct Worker {
    pipeline: Pipeline,
    reference_date: Option<Date>,
    layers: Layers,
    zoner: Zoner,
    quiet: Vec<Quiet>,
    forms: Forms,
    lemmas: lemma::Memory,
    #[cfg(feature = "entities")]
    names: crate::entity::Memory,
}

/// A stretch of the text in one zone and one language.
struct Region {
    span: Span,
    language: Language,
    /// Why its last sentence ends.
    end: EndReason,
}

impl Worker {
    pub(super) fn new(pipeline: Pipeline) -> Self {
        Self {
            reference_date: pipeline.settings.reference_date,
            pipeline,
            layers: Layers::default(),
            zoner: Zoner::default(),
            quiet: Vec::new(),
            forms: Forms::default(),
            lemmas: lemma::Memory::default(),
            #[cfg(feature = "entities")]
            names: crate::entity::Memory::default(),
        }
    }

    /// Sets the day that relative dates of the next texts are read against; `None` for that of
    /// the pipeline, or where it has none, that of the text, see
    /// [`DocumentRef::reference_date`].
    pub fn set_reference_date(&mut self, date: Option<Date>) {
        self.reference_date = date.or(self.pipeline.settings.reference_date);
    }

    /// The layers of a text, in the worker's memory.
    ///
    /// # Errors
    ///
    /// As [`Pipeline::process`].
    pub fn annotate<'a>(&'a mut self, text: &'a str) -> Result<DocumentRef<'a>, Error> {
        self.annotate_zoned(text, &[])
    }

    /// The same, where some zones are known already, as a page says in its markup what is a
    /// title and what a quotation: sorted spans that do not overlap, in bytes. The rules tell
    /// what lies between them. A span that is not on characters of the text, or not behind the
    /// one before it, is left out.
    ///
    /// ```
    /// use griot::{Pipeline, Span, ZoneKind};
    ///
    /// let text = "Niamey\nLe général est arrivé. Il repart demain.";
    /// let mut worker = Pipeline::new()?.worker();
    /// let document = worker.annotate_zoned(text, &[(Span::new(0, 6), ZoneKind::Heading)])?;
    /// let zones: Vec<_> = document.zones().map(|(span, kind)| (&text[span], kind.as_str())).collect();
    /// assert_eq!(zones[0], ("Niamey\n", "heading"));
    /// # Ok::<(), griot::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Pipeline::process`].
    pub fn annotate_zoned<'a>(
        &'a mut self,
        text: &'a str,
        zones: &[(Span, ZoneKind)],
    ) -> Result<DocumentRef<'a>, Error> {
        self.run(text, zones)?;
        Ok(DocumentRef::new(text, &self.layers))
    }

    /// The document of a text. It takes the columns along; the cache stays.
    ///
    /// # Errors
    ///
    /// As [`Pipeline::process`].
    pub fn process(&mut self, text: impl Into<String>) -> Result<Document, Error> {
        let text = text.into();
        self.run(&text, &[])?;
        Ok(Document::new(text, std::mem::take(&mut self.layers)))
    }

    fn run(&mut self, text: &str, given: &[(Span, ZoneKind)]) -> Result<(), Error> {
        check_length(text.len())?;
        let pipeline = self.pipeline.clone();
        let settings = &pipeline.settings;
        let layers = &mut self.layers;
        layers.clear();
        layers.language = settings.detector.detect(text);
        layers.language_engine = settings.answerer;
        let language = layers.language.language;
        if !text.is_empty() {
            layers.languages.0.push((clamp(text.len()), language));
        }
        let (rules, breaks) = (Rules::of(language).zones, settings.line_breaks);
        let published = self
            .zoner
            .mark(text, rules, breaks, given, &mut layers.zones);
        layers.only = settings.only;
        layers.dateline = published.dateline;
        layers.reference_date = self.reference_date.or(published.date);

        let lacking = self.lacking(language);
        if let (true, Some(layer)) = (settings.strict, lacking.iter().next()) {
            return Err(Kind::Missing { layer, language }.into());
        }
        let layers = &mut self.layers;
        layers.missing = lacking;
        layers.present = settings
            .layers
            .iter()
            .filter(|layer| !lacking.contains(*layer))
            .collect();
        let wants = layers.present;

        if wants.contains(Layer::Tokens) {
            self.segment(text);
        }
        let layers = &mut self.layers;
        if wants.contains(Layer::Norms) {
            self.forms.fill(text, layers, settings);
        }
        if wants.contains(Layer::Pos) {
            settings.taggers.fill(text, layers, &mut self.lemmas);
        }
        #[cfg(feature = "entities")]
        if wants.contains(Layer::Entities) {
            let memory = &mut self.names;
            settings
                .recognizer
                .recognize(text, layers, published.month, memory);
        }
        if !wants.contains(Layer::Language) {
            layers.languages.0.clear();
        }
        if !wants.contains(Layer::Zones) {
            layers.zones.0.clear();
        }
        Ok(())
    }

    /// The layers that were asked for and that the language lacks.
    fn lacking(&self, language: Language) -> LayerSet {
        let settings = &self.pipeline.settings;
        let rules = Rules::of(language);
        let has = |layer: Layer| match layer {
            Layer::Stops => !rules.stops.is_empty() || settings.stop_words(language).is_some(),
            Layer::Stems => settings
                .edition
                .is_some_and(|edition| Stemmer::new(language, edition).is_ok()),
            Layer::Lemmas | Layer::Pos => settings.taggers.have(language),
            #[cfg(feature = "entities")]
            Layer::Entities => settings.recognizer.knows(rules),
            #[cfg(not(feature = "entities"))]
            Layer::Entities => false,
            _ => true,
        };
        settings
            .layers
            .iter()
            .filter(|layer| !has(*layer))
            .collect()
    }

    /// Tokens and sentences, region by region.
    fn segment(&mut self, text: &str) {
        let settings = &self.pipeline.settings;
        let line_breaks = settings.line_breaks;
        let regions = regions(text, &self.layers);
        let mut batch = Batch::new();
        let layers = &mut self.layers;
        for region in regions {
            let rules = Rules::of(region.language);
            let first = layers.tokens.len();
            let base = region.span.start();
            let mut words = Words::new(region.span.of(text), rules);
            self.quiet.clear();
            loop {
                words.fill(&mut batch);
                if batch.len() == 0 {
                    break;
                }
                layers.tokens.extend(&batch, clamp(base));
                self.quiet.push(batch.quiet());
            }
            let tokens = &mut layers.tokens;
            if settings.patterns.join(text, region.language, tokens, first) {
                self.quiet.clear();
            }
            if layers.present.contains(Layer::Sentences) {
                let judge = settings.boundaries.of(region.language);
                if let Some(name) = judge.map(Weights::name)
                    && !layers.models.iter().any(|it| it == name)
                {
                    layers.models.push(name.to_owned());
                }
                let (tokens, sentences) = (&layers.tokens, &mut layers.sentences);
                let mut splitter = Splitter::new(text, tokens, first, rules, line_breaks, judge);
                let last = tokens.len().saturating_sub(1);
                let mut quiet = self.quiet.iter();
                for from in (first..last).step_by(BATCH) {
                    let quiet = quiet.next().copied().unwrap_or_default();
                    splitter.find_ends(from, last - from, quiet, |index, reason, score| {
                        sentences.push(index + 1, reason, score);
                    });
                }
                if tokens.len() > first {
                    sentences.push(tokens.len(), region.end, CERTAIN);
                }
            }
        }
    }
}

/// Where zones and languages meet, in the zones that are to be cut.
fn regions(text: &str, layers: &Layers) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut languages = layers.languages.iter().peekable();
    for (zone, kind) in layers.zones.iter() {
        let kept = layers.only.is_none_or(|only| only.contains(kind));
        let mut start = zone.start();
        while let Some((stretch, language)) = languages.peek().copied() {
            let end = stretch.end().min(zone.end());
            let reason = if end < zone.end() {
                EndReason::Language
            } else {
                EndReason::Zone
            };
            if kept {
                regions.push(Region {
                    span: Span::from_usize(start, end),
                    language,
                    end: reason,
                });
            }
            start = end;
            if stretch.end() == end {
                languages.next();
            }
            if end == zone.end() {
                break;
            }
        }
    }
    let last = regions.last_mut();
    if let Some(last) = last.filter(|last| last.span.end() == text.len()) {
        last.end = EndReason::EndOfText;
    }
    regions
}
