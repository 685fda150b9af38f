//! [`Memory`]: what a worker keeps from text to text, and how the layers of a text are made in it.

use super::forms::Forms;
use super::settings::Settings;
use crate::date::Date;
use crate::document::layers::{CERTAIN, Layers};
use crate::document::{EndReason, Layer, ZoneKind};
use crate::error::Error;
use crate::lang::Rules;
use crate::language::Language;
use crate::lemma;
use crate::lines::Breaks;
use crate::models::FromModel;
use crate::morph;
use crate::segment::{BATCH, Batch, NonBoundaries, Splitter, Words, join_hyphens};
use crate::span::{Span, check_length, clamp};
use crate::zones::Zoner;

/// What a worker keeps from text to text. No answer depends on it.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The length of the longest text, in bytes.
    pub(super) longest: usize,
    pub(super) layers: Layers,
    zoner: Zoner,
    non_boundaries: Vec<NonBoundaries>,
    forms: Forms,
    lemmas: lemma::LemmaScratch,
    morph: morph::MorphScratch,
    #[cfg(feature = "entities")]
    names: crate::entity::EntityScratch,
}

/// A part of the text that lies in one zone and is in one language.
struct Region {
    span: Span,
    language: Language,
    /// Why the last sentence of the region ends.
    end: EndReason,
}

impl Memory {
    /// Makes the layers of a text.
    pub(super) fn annotate(
        &mut self,
        text: &str,
        given: &[(Span, ZoneKind)],
        reference_date: Option<Date>,
        settings: &Settings,
    ) -> Result<(), Error> {
        check_length(text.len())?;
        self.longest = self.longest.max(text.len());
        let layers = &mut self.layers;
        layers.clear();
        layers.language = settings.detector.detect(text);
        layers.language_engine = settings.language_source;
        let language = layers.language.language;
        if settings.mixed_languages {
            let spans = settings.detector.sentence_segments(text, language);
            let rows = spans.into_iter();
            let rows = rows.map(|(span, language)| (clamp(span.end()), language));
            layers.languages.0.extend(rows);
        } else if !text.is_empty() {
            layers.languages.0.push((clamp(text.len()), language));
        }
        let (rules, breaks) = (Rules::of(language).zones, settings.line_breaks.of(text));
        let published = self
            .zoner
            .mark(text, rules, breaks, given, &mut layers.zones);
        layers.only = settings.only;
        layers.dateline = published.dateline;
        layers.reference_date = reference_date.or(published.date);

        layers.missing = settings.lacking(text, layers)?;
        layers.present = settings
            .layers
            .iter()
            .filter(|layer| !layers.missing.contains(*layer))
            .collect();
        let wants = layers.present;

        // A layer comes after the layers that it needs in `Layer::ALL`, or is made together with
        // them.
        for layer in wants.iter() {
            let layers = &mut self.layers;
            match layer {
                // Already made above, for every text, because the rules depend on them.
                Layer::Language | Layer::Zones => {}
                Layer::Tokens => self.segment(text, breaks, settings),
                Layer::Norms => self.forms.fill(text, layers, settings),
                Layer::Pos => {
                    let (words, memory) = (self.forms.words(), &mut self.lemmas);
                    settings.taggers.fill(text, layers, words, memory);
                }
                Layer::Morph => {
                    let (words, memory) = (self.forms.words(), &mut self.morph);
                    settings.morph.fill(layers, words, memory);
                }
                #[cfg(feature = "entities")]
                Layer::Entities => {
                    let (words, memory) = (self.forms.words(), &mut self.names);
                    let month = published.month;
                    settings
                        .recognizer
                        .recognize(text, layers, words, month, memory);
                    settings.pattern_entities.add(text, layers);
                }
                #[cfg(feature = "entities")]
                Layer::Quotations => crate::entity::find_quotations(text, layers),
                // Missing in every language: this build has no entities.
                #[cfg(not(feature = "entities"))]
                Layer::Entities | Layer::Quotations => {}
                // Made with the tokens.
                Layer::Sentences => {}
                // Made with the normal forms.
                Layer::Stops | Layer::Stems => {}
                // Made with the parts of speech.
                Layer::Lemmas => {}
            }
        }
        // These were made because other layers need them. They stay only if they were requested.
        let layers = &mut self.layers;
        if !wants.contains(Layer::Language) {
            layers.languages.0.clear();
        }
        if !wants.contains(Layer::Zones) {
            layers.zones.0.clear();
        }
        Ok(())
    }

    /// Fills the columns of tokens and sentences, region by region.
    fn segment(&mut self, text: &str, breaks: Breaks, settings: &Settings) {
        let regions = regions(&self.layers);
        let mut batch = Batch::new();
        let layers = &mut self.layers;
        for region in regions {
            let rules = Rules::of(region.language);
            let first = layers.tokens.len();
            let base = region.span.start();
            let mut words = Words::new(region.span.of(text), rules);
            self.non_boundaries.clear();
            loop {
                words.fill(&mut batch);
                if batch.len() == 0 {
                    break;
                }
                let (starts, ends) = (batch.starts(), batch.ends());
                layers
                    .tokens
                    .extend(starts, ends, batch.kinds(), clamp(base));
                self.non_boundaries.push(batch.non_boundaries());
            }
            let tokens = &mut layers.tokens;
            let hyphens = settings.join_hyphens && join_hyphens(text, rules, tokens, first);
            if settings.patterns.join(text, region.language, tokens, first) || hyphens {
                self.non_boundaries.clear();
            }
            if layers.present.contains(Layer::Sentences) {
                let boundary_model = settings.boundaries.get(region.language);
                if let Some(boundary_model) = boundary_model {
                    boundary_model.model().note(&mut layers.models);
                }
                let (tokens, sentences) = (&layers.tokens, &mut layers.sentences);
                let mut splitter =
                    Splitter::new(text, tokens, first, rules, breaks, boundary_model);
                let last = tokens.len().saturating_sub(1);
                let mut non_boundaries = self.non_boundaries.iter();
                for from in (first..last).step_by(BATCH) {
                    let non_boundaries = non_boundaries.next().copied().unwrap_or_default();
                    splitter.find_ends(
                        from,
                        last - from,
                        non_boundaries,
                        |index, reason, score| {
                            sentences.push(index + 1, reason, score);
                        },
                    );
                }
                if tokens.len() > first {
                    sentences.push(tokens.len(), region.end, CERTAIN);
                }
            }
        }
        // The regions behind the last token may hold nothing but white space.
        let end = layers.tokens.end.last().map_or(0, |end| *end as usize);
        let rest = text.get(end..).unwrap_or_default();
        if let Some(last) = layers.sentences.reason.last_mut()
            && rest.trim_start().is_empty()
        {
            *last = EndReason::EndOfText;
        }
    }
}

/// Splits the text wherever the zone or the language changes. Zones that are not to be split into
/// tokens are left out.
fn regions(layers: &Layers) -> Vec<Region> {
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
    regions
}
