//! [`Builder`]: what is a term, and how it is written.

use griot::terms::Form;
use griot::{Error, Language, Layer, LayerSet, Pipeline, Stop};

use crate::tokenizer::GriotTokenizer;

/// How a word with a hyphen inside, such as `avion-cargo`, is searched. A number such as `2000-2006` is
/// treated likewise. A clitic such as `-t-il` and a stop word such as `c’est-à-dire` are no compounds. A part
/// is a term even if it is a stop word elsewhere, as in `porte-avions`, but no clitic.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Compounds {
    /// Only as a whole: `cargo` does not find it.
    Whole,
    /// By its parts, each with a position of its own, so that the query `avion-cargo` and the phrase
    /// `"avion cargo"` find either spelling.
    #[default]
    Parts,
    /// As a whole and by its parts. The whole has the position of the first part, and is as long as all
    /// of them. Use it for documents, and [`Compounds::Whole`] for queries, to find `avion-cargo` alone
    /// by its own spelling.
    Both,
}

/// The options of a tokenizer, as they are asked for each token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub(crate) form: Form,
    pub(crate) accents: bool,
    pub(crate) stops: Stop,
    pub(crate) clitics: bool,
    pub(crate) compounds: Compounds,
    pub(crate) gaps: bool,
}

impl Options {
    /// Whether a word is no term because it leans on another.
    pub(crate) fn drops_clitic(self, word: &str) -> bool {
        let leans = || word.starts_with('-') || word.ends_with(['\'', '’']);
        !self.clitics && leans()
    }
}

/// Sets the options of a [`GriotTokenizer`].
///
/// ```
/// use griot::terms::Form;
/// use griot::{Language, Stop};
/// use griot_tantivy::{Builder, Compounds};
/// use tantivy::tokenizer::{TokenStream, Tokenizer};
///
/// let mut exact = Builder::from(Language::FRENCH)
///     .form(Form::Norm)
///     .accents(true)
///     .stops(Stop::No)
///     .compounds(Compounds::Whole)
///     .build()?;
/// let mut stream = exact.token_stream("L’État-major va-t-il à Niamey ?");
/// let mut terms = Vec::new();
/// stream.process(&mut |token| terms.push((token.position, token.text.clone())));
/// let terms: Vec<_> = terms.iter().map(|(position, text)| (*position, text.as_str())).collect();
/// assert_eq!(terms, [(1, "état-major"), (2, "va"), (4, "à"), (5, "niamey")]);
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    source: Source,
    options: Options,
}

/// What the words of a text are asked of.
#[derive(Clone, Debug)]
enum Source {
    /// A language and nothing of one's own: where no part of speech is needed, neither is a pipeline.
    Language(Language),
    Pipeline(Box<griot::Builder>),
}

impl Builder {
    /// Starts from the settings of a pipeline: its languages, its stop words, its own models. The layers
    /// are chosen here, so those of the pipeline count for nothing.
    ///
    /// For one language without settings of your own, [`Builder::from`] the language is faster: its stems and
    /// normal forms need no pipeline.
    pub fn new(pipeline: griot::Builder) -> Self {
        Self::of(Source::Pipeline(Box::new(pipeline)))
    }

    fn of(source: Source) -> Self {
        Self {
            source,
            options: Options {
                form: Form::Stem,
                accents: false,
                stops: Stop::Function,
                clitics: false,
                compounds: Compounds::default(),
                gaps: true,
            },
        }
    }

    /// Sets the form of a word that is its term. [`Form::Stem`] by default. Where a language lacks it,
    /// the normal form takes its place.
    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        self.options.form = form;
        self
    }

    /// Keeps the accents of terms. By default they are removed, so that `etat` finds `État`.
    #[must_use]
    pub fn accents(mut self, accents: bool) -> Self {
        self.options.accents = accents;
        self
    }

    /// Sets up to which tier stop words are left out: [`Stop::Function`], which is the default, leaves
    /// out those of the first tier, [`Stop::Extended`] those of both, and [`Stop::No`] none.
    #[must_use]
    pub fn stops(mut self, stops: Stop) -> Self {
        self.options.stops = stops;
        self
    }

    /// Makes terms of clitics, which are words that lean on another: `l’`, `d’`, `qu’` before it, and
    /// `-t-il`, `-en`, `-là` behind it. By default they are left out, even if stop words are kept.
    /// tantivy's query parser makes a phrase of a word that has several terms, so with clitics `l’armée`
    /// does not find `les armées`.
    #[must_use]
    pub fn clitics(mut self, clitics: bool) -> Self {
        self.options.clitics = clitics;
        self
    }

    /// Sets how compounds are searched. By their parts by default.
    #[must_use]
    pub fn compounds(mut self, compounds: Compounds) -> Self {
        self.options.compounds = compounds;
        self
    }

    /// Sets whether a word that is no term leaves a gap in the positions. It does by default, so a phrase
    /// finds its words at their distance. Without gaps the phrase `"ministre défense"` finds
    /// `ministre de la Défense`.
    #[must_use]
    pub fn gaps(mut self, gaps: bool) -> Self {
        self.options.gaps = gaps;
        self
    }

    /// Builds the tokenizer.
    ///
    /// # Errors
    ///
    /// The same as for [`griot::Builder::build`].
    pub fn build(self) -> Result<GriotTokenizer, Error> {
        let form = match self.options.form {
            Form::Stem => Layer::Stems,
            Form::Lemma => Layer::Lemmas,
            _ => Layer::Norms,
        };
        let pipeline = match self.source {
            Source::Language(language) if form != Layer::Lemmas => {
                return Ok(GriotTokenizer::of_language(language, self.options));
            }
            Source::Language(language) => Pipeline::builder().language(language),
            Source::Pipeline(pipeline) => *pipeline,
        };
        let layers = LayerSet::from([Layer::Norms, Layer::Stops, form]);
        let pipeline = pipeline.layers(layers).build()?;
        Ok(GriotTokenizer::of_pipeline(pipeline, self.options))
    }

    #[cfg(test)]
    pub(crate) fn options(&self) -> Options {
        self.options
    }
}

impl From<Language> for Builder {
    fn from(language: Language) -> Self {
        Self::of(Source::Language(language))
    }
}
