//! [`Builder`]: the settings of a pipeline.

use std::borrow::Cow;

use super::Pipeline;
use super::settings::Settings;
use crate::date::Date;
#[cfg(feature = "entities")]
use crate::document::Label;
use crate::document::{LanguageSource, Layer, LayerSet, ZoneKind, ZoneSet};
#[cfg(feature = "entities")]
use crate::entity::{EntityOptions, UserName, UserTitle};
use crate::error::Error;
use crate::language::{Detector, Engine, Language};
use crate::lemma::PosTaggers;
#[cfg(feature = "entities")]
use crate::matcher::{PatternEntities, Patterns as TokenPatterns};
use crate::models::OwnModels;
use crate::morph::MorphAnalysers;
use crate::segment::{LineBreaks, Pattern, Patterns, boundaries};
use crate::stem::Edition;
use crate::stop::StopWords;

/// Sets up a [`Pipeline`]. The defaults are those of [`Pipeline::new`].
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
    #[cfg(feature = "entities")]
    token_patterns: Vec<(Label, TokenPatterns)>,
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
            #[cfg(feature = "entities")]
            token_patterns: Vec::new(),
        }
    }
}

impl Builder {
    /// Sets the layers to make. Layers that these need are made too. All layers by default.
    ///
    /// The language of the text is detected for any choice of layers, because the rules depend on
    /// it. Detection reads at most 1 KiB of a text; [`Builder::language`] saves that work.
    /// Lemmas and parts of speech cost about five times as much as words and normal forms.
    #[must_use]
    pub fn layers(mut self, layers: impl Into<LayerSet>) -> Self {
        self.layers = layers.into();
        self
    }

    /// Sets the kinds of zones to split into sentences and tokens. All by default.
    ///
    /// The other zones get no tokens, and so no sentences or entities. They stay in the text and in
    /// the layer of zones, which this setting switches on.
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

    /// Sets the language of all texts. By default it is detected in each text.
    #[must_use]
    pub fn language(self, language: Language) -> Self {
        self.languages([language])
    }

    /// Sets the languages among which the language of a text is detected. All by default. One
    /// language means that there is nothing to detect. An empty list is an error in
    /// [`build`](Self::build).
    #[must_use]
    pub fn languages(mut self, languages: impl IntoIterator<Item = Language>) -> Self {
        self.languages = Some(languages.into_iter().collect());
        self
    }

    /// Sets whether a text may be in several languages. By default the whole text counts as being
    /// in one language.
    ///
    /// If it may, the layer of languages has a span for each stretch in one language; this setting
    /// switches the layer on. A stretch is split into sentences and words by the rules of its
    /// language. Its stop words, stems, lemmas, names and dates are those of that language. A
    /// sentence ends where the language changes
    /// ([`EndReason::Language`](crate::EndReason::Language)). Zones follow the rules of the main
    /// language. Each part of the text is detected separately, which takes additional time.
    ///
    /// A layer is [missing](crate::DocumentRef::missing) if no language of the text has it. If only
    /// some have it, the tokens in the other languages get neutral values: they are not stop words,
    /// the stem is the normal form, the part of speech is `X` (except for punctuation, symbols and
    /// numbers), and the lemma is the form and counts as a guess. They have no entities. A
    /// [strict](Self::strict) pipeline requires every layer for every language of the text.
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

    /// Sets the engine that detects the language.
    #[must_use]
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// Sets the day against which relative dates are resolved; usually the day of publication.
    /// Without it the date that the text itself gives is used; see
    /// [`DocumentRef::reference_date`](crate::DocumentRef::reference_date). If there is none
    /// either, `26 juillet` has the value `XXXX-07-26`. [`Worker::set_reference_date`] sets the
    /// date for each text.
    ///
    /// [`Worker::set_reference_date`]: super::Worker::set_reference_date
    #[must_use]
    pub fn reference_date(mut self, date: Date) -> Self {
        self.reference_date = Some(date);
        self
    }

    /// Sets whether a line break ends a sentence. It does by default. [`LineBreaks::Auto`] examines
    /// each text.
    #[must_use]
    pub fn line_breaks(mut self, line_breaks: LineBreaks) -> Self {
        self.line_breaks = line_breaks;
        self
    }

    /// Sets the Snowball edition of the stems. By default it is the newest edition of this build.
    #[must_use]
    pub fn stem_edition(mut self, edition: Edition) -> Self {
        self.edition = Some(edition);
        self
    }

    /// Replaces the built-in stop words of one language. Call it once for each language.
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

    /// Sets whether it is an error if a layer cannot be made for the language of a text. By default
    /// the layer is left out, and [`DocumentRef::missing`](crate::DocumentRef::missing) names it. A
    /// text of white space alone is never an error, since it has nothing to annotate.
    /// With [mixed languages](Self::mixed_languages), every language of the text must have every
    /// layer.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Adds a model that replaces the built-in one. `bytes` are the content of a model file that
    /// `tools/` wrote. The file states its kind and, if it is for one language, the language.
    ///
    /// All kinds in `src/models/` and in the crates with lemmas are accepted: sentence ends, parts
    /// of speech, lexica, names, the gazetteer and language detection. If two models have the same
    /// kind and language, the later one is used. A model may be for a language that has none in
    /// this build. Three kinds have a condition: parts of speech need a language that
    /// [`Lemmatizer`](crate::lemma::Lemmatizer) knows; a lexicon is used only if its language has a
    /// model of parts of speech; and the model of language detection is used only with
    /// [`Engine::Model`].
    ///
    /// A document lists the models that were used for it; see
    /// [`DocumentRef::models`](crate::DocumentRef::models). What detected the language is not in
    /// that list but in [`DocumentRef::language_engine`](crate::DocumentRef::language_engine).
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

    /// Adds abbreviations to the built-in ones of a language. Write each with its full stop, which
    /// belongs to the word and ends no sentence. An abbreviation with more than one stop, such as
    /// `R.P.`, may end a sentence before an upper-case letter, as `J.-C.` does before `Il`.
    ///
    /// An upper-case letter matches only itself. A lower-case letter also matches its upper-case
    /// form: `Cdt.` matches `CDT.` but not `cdt.`. Both apostrophes match each other, and any white
    /// space within a line matches any other.
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

    /// Adds texts that are always one token, in any language. spaCy calls these special cases, and
    /// Moses protected patterns. A full stop or other mark inside one ends no sentence.
    ///
    /// The tokens that such a text covers are joined. If several texts match, the longest is used.
    /// A text matches only if it begins and ends with a token: `C++` matches in `(C++)`, but `Val`
    /// does not match in `Val-d’Oise`. Case, apostrophes and white space match as for
    /// [`abbreviations`](Self::abbreviations). Entities are found in the joined tokens: if `3 mai`
    /// is joined, it is no longer found as a date.
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

    /// Adds names to find in every text, each with the id that its mentions get. Call it once for
    /// each label.
    ///
    /// A name matches in texts of any language. It must begin and end with a token and lie within
    /// one sentence; if several match, the longest is used. An upper-case letter matches only
    /// itself, and a lower-case letter also matches its upper-case form: `Orano` matches `ORANO`
    /// but not `orano`. Both apostrophes match each other, and any white space matches any other. A
    /// match replaces every other entity that would be found in its tokens, even a date; titles
    /// stay. If two names have the same spelling, the later one is used. A surname that follows its
    /// full name has the same id, and so has an acronym in brackets after its long form.
    ///
    /// The source of these entities is [`EntitySource::User`](crate::EntitySource::User), and their
    /// score is 1.
    ///
    /// ```
    /// use griot::{Label, Language, Pipeline};
    ///
    /// let mines = [("Somaïr", "somair"), ("Société des mines de l'Aïr", "somair")];
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.gazetteer(Label::ORGANISATION, mines).build()?;
    /// let document = pipeline.process("La Société  des mines de l’Aïr, ou Somaïr")?;
    /// let ids = document.view().entities().filter(|it| it.id() == Some("somair"));
    /// let names: Vec<_> = ids.map(|it| it.text()).collect();
    /// assert_eq!(names, ["Société  des mines de l’Aïr", "Somaïr"]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn gazetteer<N: Into<String>, I: Into<String>>(
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

    /// Adds titles of people to the built-in ones of a language, such as `Cdt.` or `adjudant`. A title
    /// before a name or beside it shows that the name is a person's, is no part of the name or of its
    /// id, and is the [title](crate::Entity::title) of the person. Case makes no difference.
    ///
    /// A title is one word; give the words of a longer one each by itself. One that ends with a full
    /// stop is also an [abbreviation](Self::abbreviations). Titles have a meaning only in languages
    /// with names by rules.
    ///
    /// ```
    /// use griot::{Language, Pipeline};
    ///
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.titles(Language::FRENCH, ["Cdt."]).build()?;
    /// let document = pipeline.process("Le Cdt. Ousmane Koné a quitté Niamey.")?;
    /// let person = document.entities().next().unwrap();
    /// # #[cfg(feature = "fr")]
    /// assert_eq!((person.text(), person.title()), ("Ousmane Koné", Some("Cdt.")));
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn titles<T: Into<String>>(
        mut self,
        language: Language,
        titles: impl IntoIterator<Item = T>,
    ) -> Self {
        let titles: Vec<String> = titles.into_iter().map(Into::into).collect();
        let short = titles.iter().filter(|title| title.ends_with('.'));
        self = self.abbreviations(language, short);
        let titles = titles.into_iter();
        let titles = titles.map(|title| UserTitle { language, title });
        self.entities.titles.extend(titles);
        self
    }

    /// Adds patterns over tokens whose matches are entities in every text, with a label of yours. The
    /// name of a pattern is the id of its entities. Call it once for each label. spaCy calls this the
    /// entity ruler; [`matcher`](crate::matcher) says what a pattern can ask.
    ///
    /// The patterns are matched after all other entities are found, so they can ask for the labels of
    /// those. The layers that they read are switched on. A match lies in one sentence. Of matches that
    /// overlap the longest is used, of equally long ones the first, and of equal ones that of the pattern
    /// which was added first. A match replaces an entity that has the same tokens or crosses it. An
    /// entity inside a match, or around it, stays; [`outermost`](crate::DocumentRef::outermost) leaves
    /// out nested ones.
    ///
    /// The source of these entities is [`EntitySource::User`](crate::EntitySource::User), and their
    /// score is 1.
    ///
    /// ```
    /// # #[cfg(feature = "fr")] {
    /// use griot::matcher::{Patterns, token};
    /// use griot::{Label, Language, Pipeline};
    ///
    /// let opération = [token().norm("opération"), token().capitalised()];
    /// let patterns = Patterns::new().with("operation", opération);
    /// let builder = Pipeline::builder().language(Language::FRENCH);
    /// let pipeline = builder.patterns(Label::try_from("MISSION")?, patterns).build()?;
    /// let document = pipeline.process("L’opération Barkhane a quitté le Niger.")?;
    /// let found: Vec<_> = document.view().outermost().map(|it| (it.text(), it.label_str())).collect();
    /// assert_eq!(found, [("opération Barkhane", "MISSION"), ("Niger", "LOC")]);
    /// # }
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn patterns(mut self, label: Label, patterns: TokenPatterns) -> Self {
        self.token_patterns.push((label, patterns));
        self
    }

    /// Sets the labels that entities may have. Entities with other labels are still found, because
    /// they help to find their neighbours, and then dropped. All labels by default.
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

    /// Sets the lowest [score](crate::Entity::score) of an entity, from 0 to 1. Entities with a
    /// lower score are dropped. 0 by default. Any other number is an error in
    /// [`build`](Self::build).
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

    /// Sets whether to find organisations that are described instead of named: a state body
    /// together with the country or place it belongs to, such as `l’armée nigérienne`. They have
    /// the label `ORG` and a score of 0.4. They are not found by default.
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

    /// Builds the pipeline.
    ///
    /// # Errors
    ///
    /// Returns an error in these cases:
    ///
    /// - The list of languages is empty.
    /// - A setting needs a cargo feature that this build lacks.
    /// - The bytes of a model are not valid, or this build does not use its kind.
    /// - An abbreviation, a text for [`never_split`](Self::never_split) or a name is empty, begins or
    ///   ends with white space, or contains a line break.
    /// - An abbreviation has no full stop, or it or a text for `never_split` has more than 64
    ///   characters.
    /// - The threshold of entities is not from 0 to 1.
    /// - A title is empty, or contains white space or a control character.
    /// - A name has more than 128 characters or a control character. Or its id is empty or has a
    ///   control character.
    /// - A [matcher](crate::matcher::Matcher::new) cannot match a pattern of tokens.
    pub fn build(self) -> Result<Pipeline, Error> {
        if let Some(edition) = self.edition {
            edition.check()?;
        }
        let mut own = OwnModels::new(self.models)?;
        let boundaries = boundaries(&mut own)?;
        let patterns = Patterns::new(self.patterns)?;
        let taggers = PosTaggers::new(&mut own)?;
        let morph = MorphAnalysers::new(&mut own)?;
        let mut layers = self.layers.closed();
        #[cfg(feature = "entities")]
        let pattern_entities = {
            let labels = self.entities.labels.as_deref();
            let mut patterns = self.token_patterns;
            patterns.retain(|(label, _)| labels.is_none_or(|labels| labels.contains(label)));
            let found = PatternEntities::new(&patterns)?;
            if layers.contains(Layer::Entities) && !found.is_empty() {
                layers = layers.iter().chain(found.layers().iter()).collect();
            }
            found
        };
        #[cfg(feature = "entities")]
        let recognizer = crate::entity::Recognizer::new(&mut own, self.entities)?;
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
            (None, Engine::Whatlang) => LanguageSource::Whatlang,
        };
        Ok(Pipeline::with(Settings {
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
            morph,
            #[cfg(feature = "entities")]
            recognizer,
            #[cfg(feature = "entities")]
            pattern_entities,
        }))
    }
}

#[cfg(test)]
mod tests;
