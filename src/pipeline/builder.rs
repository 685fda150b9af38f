//! Choosing what a pipeline does.

use std::borrow::Cow;
use std::sync::Arc;

use super::Pipeline;
use super::settings::Settings;
use crate::date::Date;
#[cfg(feature = "entities")]
use crate::document::Label;
use crate::document::{LanguageSource, Layer, LayerSet, ZoneKind, ZoneSet};
#[cfg(feature = "entities")]
use crate::entity::{EntityOptions, UserName};
use crate::error::Error;
use crate::language::{Detector, Engine, Language};
use crate::lemma::PosTaggers;
use crate::models::OwnModels;
use crate::segment::{LineBreaks, Pattern, Patterns, boundaries};
use crate::stem::Edition;
use crate::stop::StopWords;

/// Chooses what a pipeline does; every default is what [`Pipeline::new`] does.
///
/// ```
/// use griot::{Language, Layer, Pipeline};
///
/// let pipeline = Pipeline::builder()
///     .layers([Layer::Tokens, Layer::Norms])
///     .language(Language::FRENCH)
///     .build()?;
/// let document = pipeline.process("L’ÉTÉ")?;
/// let norms: Vec<_> = document.view().tokens().filter_map(|token| token.norm()).collect();
/// # #[cfg(feature = "fr")]
/// assert_eq!(norms, ["l'", "été"]);
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    layers: LayerSet,
    only: Option<ZoneSet>,
    languages: Option<Vec<Language>>,
    mixed_languages: bool,
    engine: Engine,
    reference_date: Option<Date>,
    line_breaks: LineBreaks,
    edition: Option<Edition>,
    stop_words: Vec<StopWords>,
    strict: bool,
    models: Vec<Cow<'static, [u8]>>,
    patterns: Vec<Pattern>,
    #[cfg(feature = "entities")]
    entities: EntityOptions,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            layers: LayerSet::ALL,
            only: None,
            languages: None,
            mixed_languages: false,
            engine: Engine::default(),
            reference_date: None,
            line_breaks: LineBreaks::default(),
            edition: None,
            stop_words: Vec::new(),
            strict: false,
            models: Vec::new(),
            patterns: Vec::new(),
            #[cfg(feature = "entities")]
            entities: EntityOptions::default(),
        }
    }
}

impl Builder {
    /// Which layers to make; those that one of them stands on come with it. All by default.
    /// The language of the whole is told whatever is chosen: the rules depend on it. It costs more
    /// than words and stems together; [`Builder::language`] saves it. Lemmas and parts of speech cost
    /// some five times as much as words and normal forms.
    #[must_use]
    pub fn layers(mut self, layers: impl Into<LayerSet>) -> Self {
        self.layers = layers.into();
        self
    }

    /// Which zones to cut into sentences and words; what other layers stand on these. All by
    /// default. The other zones stay in the layer of zones, which comes with it, and in the text.
    ///
    /// ```
    /// use griot::{Language, Pipeline, ZoneKind};
    ///
    /// let story = [ZoneKind::Title, ZoneKind::Lede, ZoneKind::Body];
    /// let pipeline = Pipeline::builder().language(Language::FRENCH).only(story).build()?;
    /// let document = pipeline.process("Moscou a livré du matériel.\nLire aussi : Niger, la suite")?;
    /// let sentences: Vec<_> = document.view().sentences().map(|it| it.text()).collect();
    /// # #[cfg(feature = "fr")]
    /// assert_eq!(sentences, ["Moscou a livré du matériel."]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[must_use]
    pub fn only(mut self, zones: impl IntoIterator<Item = ZoneKind>) -> Self {
        self.only = Some(zones.into_iter().collect());
        self
    }

    /// What language every text is in. Told from the text by default.
    #[must_use]
    pub fn language(self, language: Language) -> Self {
        self.languages([language])
    }

    /// What languages a text may be in. Any by default.
    #[must_use]
    pub fn languages(mut self, languages: impl IntoIterator<Item = Language>) -> Self {
        self.languages = Some(languages.into_iter().collect());
        self
    }

    /// Whether a text may change its language. By default all of it is treated as being in the
    /// language of the whole.
    ///
    /// If it may, the layer of languages, which comes with it, has a span for each stretch in one
    /// language. A stretch is cut into sentences and words by the rules of its language, and its stop
    /// words, stems, lemmas, names and dates are those of that language. Where the language changes, a
    /// sentence ends ([`EndReason::Language`](crate::EndReason::Language)). Zones are told by the
    /// rules of the language of the whole. Each part of a text is asked for its language, which costs
    /// as much again as the other layers together.
    ///
    /// A layer is [missing](crate::DocumentRef::missing) where no language of the text has it. Where
    /// only some have it, the tokens of the others say nothing: they are no stop words, their stem is
    /// their normal form, their part of speech is `X` (but for marks and numbers), their lemma is
    /// their form and counts as a guess, and no entity stands there. A [strict](Self::strict)
    /// pipeline wants every layer for every language of the text.
    ///
    /// ```
    /// use griot::{Language, Pipeline};
    ///
    /// let languages = [Language::FRENCH, Language::ENGLISH];
    /// let pipeline = Pipeline::builder().languages(languages).mixed_languages(true).build()?;
    /// let text = "Le général est arrivé hier à Niamey avec toute sa délégation. L’accord est signé.\n\
    ///             The general doesn’t speak to reporters, and he has left the country today.";
    /// let document = pipeline.process(text)?;
    /// let languages: Vec<_> = document.view().languages().collect();
    /// assert_eq!(languages[0].1, Language::FRENCH);
    /// assert_eq!(languages[1].1, Language::ENGLISH);
    /// assert!(text[languages[1].0].starts_with("The general"));
    /// let last = document.view().sentences().last().unwrap();
    /// assert_eq!(last.language(), Language::ENGLISH);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[must_use]
    pub fn mixed_languages(mut self, mixed: bool) -> Self {
        self.mixed_languages = mixed;
        self
    }

    /// What tells the language.
    #[must_use]
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// The day that relative dates are read against, most often the day of publication. Without
    /// it, the day that the text itself gives is taken, see
    /// [`DocumentRef::reference_date`](crate::DocumentRef::reference_date); without that one too,
    /// `26 juillet` has the value `XXXX-07-26`. [`Worker::set_reference_date`] sets it for
    /// each text.
    ///
    /// [`Worker::set_reference_date`]: super::Worker::set_reference_date
    #[must_use]
    pub fn reference_date(mut self, date: Date) -> Self {
        self.reference_date = Some(date);
        self
    }

    /// What a line break means. The end of a sentence by default.
    #[must_use]
    pub fn line_breaks(mut self, line_breaks: LineBreaks) -> Self {
        self.line_breaks = line_breaks;
        self
    }

    /// The edition of the stems. The newest of this build by default.
    #[must_use]
    pub fn stem_edition(mut self, edition: Edition) -> Self {
        self.edition = Some(edition);
        self
    }

    /// The stop words of a language instead of griot's own; once for each language that they are
    /// wanted for.
    ///
    /// ```
    /// use griot::{Language, Pipeline, stop::StopWords};
    ///
    /// # #[cfg(feature = "fr")] {
    /// let words = StopWords::of(Language::FRENCH).without_negations();
    /// let pipeline = Pipeline::builder().language(Language::FRENCH).stop_words(words).build()?;
    /// let document = pipeline.process("Il n’est pas à Niamey")?;
    /// let kept: Vec<_> = document.view().tokens().filter(|it| !it.is_stop()).collect();
    /// let kept: Vec<_> = kept.iter().map(|it| (it.index(), it.text())).collect();
    /// assert_eq!(kept, [(1, "n’"), (3, "pas"), (5, "Niamey")]);
    /// # }
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[must_use]
    pub fn stop_words(mut self, words: StopWords) -> Self {
        self.stop_words
            .retain(|other| other.language() != words.language());
        self.stop_words.push(words);
        self
    }

    /// Whether a layer that a text's language lacks is an error. By default it is left out and
    /// named in the document. With [mixed languages](Self::mixed_languages), no language of the text
    /// may lack one.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Takes a model from memory instead of the one of this build: the bytes of a file that
    /// `tools/` wrote. The file says what kind of model it is, and of which language.
    ///
    /// Every kind of `src/models/` and of the crates with lemmas is taken: sentence ends, parts of
    /// speech, lexica, names, the gazetteer and the model that tells languages. Of two models of one
    /// kind and language the later one holds. A model may be of a language for which this build has
    /// none. Parts of speech need a language that [`Lemmatizer`](crate::lemma::Lemmatizer) knows. A
    /// lexicon is used where its language has a model of parts of speech, and the model that tells
    /// languages where [`Engine::Model`] does so.
    ///
    /// A document names the models that it was made with, see
    /// [`DocumentRef::models`](crate::DocumentRef::models). What told its language is not among them
    /// but in [`DocumentRef::language_engine`](crate::DocumentRef::language_engine).
    ///
    /// ```
    /// use griot::{Language, Pipeline};
    ///
    /// let bytes = std::fs::read("src/models/sentences-en.bin")?;
    /// let pipeline = Pipeline::builder().language(Language::ENGLISH).model(bytes).build()?;
    /// let document = pipeline.process("He has left. Who knows why?")?;
    /// assert!(document.view().models().any(|name| name == "sentences-en 1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn model(mut self, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        self.models.push(bytes.into());
        self
    }

    /// Adds abbreviations of a language to those that its rules know, each with its full stop: the
    /// stop belongs to the word and ends no sentence, but one with more than one stop (`R.P.`) may end
    /// one before a capital, as `J.-C.` does before `Il`.
    ///
    /// A capital stands for itself, a small letter for its capital too: `Cdt.` is `CDT.` but not
    /// `cdt.`. Either apostrophe stands for both, and any white space within a line for any other.
    ///
    /// ```
    /// use griot::{Language, Pipeline};
    ///
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.abbreviations(Language::FRENCH, ["Cdt.", "Lt-Col."]).build()?;
    /// let document = pipeline.process("Le Cdt. Ousmane a reçu le Lt-Col. Maïga. Il repart.")?;
    /// let sentences: Vec<_> = document.view().sentences().map(|it| it.text()).collect();
    /// assert_eq!(sentences, ["Le Cdt. Ousmane a reçu le Lt-Col. Maïga.", "Il repart."]);
    /// assert_eq!(document.view().token(1).map(|it| it.text()), Some("Cdt."));
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[must_use]
    pub fn abbreviations<T: Into<String>>(
        mut self,
        language: Language,
        abbreviations: impl IntoIterator<Item = T>,
    ) -> Self {
        let patterns = abbreviations.into_iter().map(|spelling| Pattern {
            spelling: spelling.into(),
            language: Some(language),
        });
        self.patterns.extend(patterns);
        self
    }

    /// Adds texts that are one token each wherever they stand, in any language: what spaCy calls
    /// special cases and Moses protected patterns. A mark inside one ends no sentence.
    ///
    /// The tokens that such a text spans are joined, the longest text where there are several. So it
    /// stands for itself only where tokens begin and end: `C++` is in `(C++)`, `Val` not in
    /// `Val-d’Oise`. Case, apostrophes and white space are as for
    /// [`abbreviations`](Self::abbreviations). Names and dates are read from the tokens as they are
    /// then: `3 mai` joined is no date any more.
    ///
    /// ```
    /// use griot::{Language, Pipeline};
    ///
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.never_split(["Yahoo!", "d'abord", "pomme de terre"]).build()?;
    /// let document = pipeline.process("D’abord, Yahoo! vend des pommes ou une pomme de terre.")?;
    /// let tokens: Vec<_> = document.view().tokens().map(|it| it.text()).collect();
    /// let expected = ["D’abord", ",", "Yahoo!", "vend", "des", "pommes", "ou", "une", "pomme de terre", "."];
    /// assert_eq!(tokens, expected);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[must_use]
    pub fn never_split<T: Into<String>>(mut self, texts: impl IntoIterator<Item = T>) -> Self {
        let patterns = texts.into_iter().map(|spelling| Pattern {
            spelling: spelling.into(),
            language: None,
        });
        self.patterns.extend(patterns);
        self
    }

    /// Adds names of the caller, each with the id that its mentions get: a gazetteer of one's own.
    /// Once for each label.
    ///
    /// A name stands where tokens begin and end, within one sentence, in a text of any language; of
    /// several the longest. A capital stands for itself, a small letter for its capital too: `Orano` is
    /// `ORANO` but not `orano`. Either apostrophe stands for both, and any white space for any other.
    /// What else would be found over the same tokens, be it a date, is left out; titles stay. Of two
    /// names of one spelling the later one holds. A surname after its full name has the id of that,
    /// and so has an acronym in brackets after its long form.
    ///
    /// Their source is [`EntitySource::User`](crate::EntitySource::User), their score 1.
    ///
    /// ```
    /// use griot::{Label, Language, Pipeline};
    ///
    /// let mines = [("Somaïr", "somair"), ("Société des mines de l'Aïr", "somair")];
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.names(Label::ORGANISATION, mines).build()?;
    /// let document = pipeline.process("La Société  des mines de l’Aïr, ou Somaïr")?;
    /// let ids = document.view().entities().filter(|it| it.id() == Some("somair"));
    /// let names: Vec<_> = ids.map(|it| it.text()).collect();
    /// assert_eq!(names, ["Société  des mines de l’Aïr", "Somaïr"]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn names<N: Into<String>, I: Into<String>>(
        mut self,
        label: Label,
        names: impl IntoIterator<Item = (N, I)>,
    ) -> Self {
        let names = names.into_iter().map(|(name, id)| UserName {
            label,
            name: name.into(),
            id: id.into(),
        });
        self.entities.names.extend(names);
        self
    }

    /// Which labels entities may have; others are found, as they tell of their neighbours, and left
    /// out. All by default.
    ///
    /// ```
    /// use griot::{Label, Language, Pipeline};
    ///
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.labels([Label::LOCATION]).build()?;
    /// let document = pipeline.process("Le général Tiani a reçu M. Modi à Niamey le 3 décembre 2023.")?;
    /// let names: Vec<_> = document.view().entities().map(|it| it.text()).collect();
    /// # #[cfg(feature = "fr")]
    /// assert_eq!(names, ["Niamey"]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn labels(mut self, labels: impl IntoIterator<Item = Label>) -> Self {
        self.entities.labels = Some(labels.into_iter().collect());
        self
    }

    /// The least [score](crate::Entity::score) that an entity has, from 0 to 1; those below it are
    /// left out. 0 by default.
    ///
    /// ```
    /// use griot::{Language, Pipeline};
    ///
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.descriptive_organisations(true).entity_threshold(0.5).build()?;
    /// let document = pipeline.process("L’armée nigérienne est à Niamey.")?;
    /// let names: Vec<_> = document.view().entities().map(|it| it.text()).collect();
    /// # #[cfg(feature = "fr")]
    /// assert_eq!(names, ["Niamey"]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn entity_threshold(mut self, score: f32) -> Self {
        self.entities.threshold = score;
        self
    }

    /// Whether to find organisations that are described and not named: a body of a state, and whose it
    /// is, as a demonym or a place. They have the label `ORG` and a score of 0.4. Not by default.
    ///
    /// ```
    /// use griot::{Language, Pipeline};
    ///
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.descriptive_organisations(true).build()?;
    /// let document = pipeline.process("Hier, le ministère russe de la défense a aidé l’armée nigérienne.")?;
    /// let names: Vec<_> = document.view().entities().skip(1).map(|it| it.text()).collect();
    /// # #[cfg(feature = "fr")]
    /// assert_eq!(names, ["ministère russe de la défense", "armée nigérienne"]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn descriptive_organisations(mut self, descriptive: bool) -> Self {
        self.entities.descriptive = descriptive;
        self
    }

    /// The pipeline.
    ///
    /// # Errors
    ///
    /// An empty list of languages, something that this build leaves out, a model whose bytes are
    /// not sound or that this build does not use, or a pattern that no token can be: an empty one,
    /// one with white space at an end, with a line break or with more than 64 characters, or an
    /// abbreviation without its stop. So is a name that is empty or has more than 128 characters.
    pub fn build(self) -> Result<Pipeline, Error> {
        if let Some(edition) = self.edition {
            edition.check()?;
        }
        let mut own = OwnModels::new(self.models)?;
        let boundaries = boundaries(&mut own)?;
        let patterns = Patterns::new(self.patterns)?;
        let taggers = PosTaggers::new(&mut own)?;
        #[cfg(feature = "entities")]
        let recognizer = crate::entity::Recognizer::new(&mut own, self.entities)?;
        let mut layers = self.layers.closed();
        if self.only.is_some() {
            layers = layers.with(Layer::Zones);
        }
        if self.mixed_languages {
            layers = layers.with(Layer::Language);
        }
        let languages = self.languages.as_deref();
        let detector = Detector::with_own(self.engine, languages, &[], &mut own)?;
        let language_source = match (detector.given(), self.engine) {
            (Some(_), _) => LanguageSource::Given,
            (None, Engine::Model) => LanguageSource::Model,
            (None, Engine::Light) => LanguageSource::Light,
        };
        Ok(Pipeline {
            settings: Arc::new(Settings {
                layers,
                only: self.only,
                mixed_languages: self.mixed_languages,
                detector,
                language_source,
                reference_date: self.reference_date,
                line_breaks: self.line_breaks,
                edition: self.edition.or_else(Edition::newest),
                stop_words: self.stop_words,
                strict: self.strict,
                boundaries,
                patterns,
                taggers,
                #[cfg(feature = "entities")]
                recognizer,
            }),
        })
    }
}

#[cfg(test)]
mod tests;
