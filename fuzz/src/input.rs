//! What a target reads from its bytes: first its choices, one byte each, then texts.
//!
//! A choice is one byte so that the files of a corpus can be read and written by hand: each begins
//! with as many characters as its target makes choices.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use arbitrary::{Arbitrary, Result, Unstructured};
use griot::{Document, Edition, Engine, Language, Layer, LineBreaks, Pipeline, Worker, ZoneKind};

/// The byte between two texts of one input: ASCII's record separator.
const SEPARATOR: u8 = 0x1e;

/// Reads the choices of a target. Returns them with the bytes after them.
pub fn read<'a, T: Arbitrary<'a>>(data: &'a [u8]) -> (T, &'a [u8]) {
    let mut input = Unstructured::new(data);
    let choices = T::arbitrary(&mut input).expect("missing bytes count as zeros");
    (choices, input.take_rest())
}

/// The bytes as a text. What is not UTF-8 becomes U+FFFD.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The parts of an input, which a separator divides.
pub fn parts(bytes: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    bytes.split(|byte| *byte == SEPARATOR)
}

/// The texts of an input, at most eight.
pub fn texts(bytes: &[u8]) -> Vec<String> {
    parts(bytes)
        .take(8)
        .map(|part| text(part).into_owned())
        .collect()
}

/// A language: all that have rules, and some that have none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Tongue(pub Language);

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let codes = "fr en de es it nl pt ar bm ha ja ru sw wo und pl tr th zh";
    codes.split(' ').map(|code| code.parse().unwrap()).collect()
});

impl<'a> Arbitrary<'a> for Tongue {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        input.choose(&LANGUAGES).copied().map(Self)
    }
}

/// A kind of zone.
#[derive(Clone, Copy, Debug)]
pub struct Zone(pub ZoneKind);

impl<'a> Arbitrary<'a> for Zone {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        input.choose(ZoneKind::ALL).copied().map(Self)
    }
}

/// The language of a pipeline and its other settings. There are few, because a pipeline takes
/// longer to build than a text to read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Setup {
    /// Whether the language is given or detected.
    pub given: bool,
    pub language: Tongue,
    pub variant: Variant,
}

/// What a pipeline does besides the default.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Variant {
    Default,
    SoftBreaks,
    Mixed,
    Light,
    Descriptive,
    Story,
    Names,
    Words,
}

impl<'a> Arbitrary<'a> for Variant {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        use Variant::{Default, Descriptive, Light, Mixed, Names, SoftBreaks, Story, Words};
        let all = [
            Default,
            SoftBreaks,
            Mixed,
            Light,
            Descriptive,
            Story,
            Names,
            Words,
        ];
        input.choose(&all).copied()
    }
}

impl<'a> Arbitrary<'a> for Setup {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        let (given, language, variant) = input.arbitrary()?;
        // Without a given language, the chosen one says nothing.
        let language = if given {
            language
        } else {
            Tongue(Language::FRENCH)
        };
        Ok(Self {
            given,
            language,
            variant,
        })
    }
}

impl Setup {
    /// The builder with these settings.
    pub fn builder(self) -> griot::Builder {
        let builder = Pipeline::builder();
        let builder = match self.variant {
            Variant::Default => builder,
            Variant::SoftBreaks => builder.line_breaks(LineBreaks::Soft),
            Variant::Mixed => builder.mixed_languages(true),
            Variant::Light => builder.engine(Engine::Whatlang),
            Variant::Descriptive => builder
                .descriptive_organisations(true)
                .stem_edition(Edition::Snowball2)
                .entity_threshold(0.3),
            Variant::Story => builder.only([ZoneKind::Body, ZoneKind::Lede, ZoneKind::Title]),
            Variant::Names => builder.layers([Layer::Entities]),
            Variant::Words => builder.layers([Layer::Sentences]),
        };
        if self.given {
            builder.language(self.language.0)
        } else {
            builder
        }
    }

    /// The pipeline with these settings. Each is built once.
    pub fn pipeline(self) -> Pipeline {
        static BUILT: LazyLock<Mutex<HashMap<Setup, Pipeline>>> = LazyLock::new(Mutex::default);
        let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        let pipeline = built
            .entry(self)
            .or_insert_with(|| self.builder().build().unwrap());
        pipeline.clone()
    }

    /// Calls a function with the worker of these settings. Each thread keeps its own, because to make
    /// one takes longer than to read a text. One whose text failed does not come back.
    pub fn with_worker<T>(self, run: impl FnOnce(&mut Worker) -> T) -> T {
        thread_local! {
            static KEPT: RefCell<HashMap<Setup, Worker>> = RefCell::default();
        }
        let kept = KEPT.with_borrow_mut(|kept| kept.remove(&self));
        let mut worker = kept.unwrap_or_else(|| self.pipeline().worker());
        worker.set_reference_date(None);
        let result = run(&mut worker);
        KEPT.with_borrow_mut(|kept| kept.insert(self, worker));
        result
    }

    /// The document of a text.
    pub fn process(self, text: impl Into<String>) -> Document {
        self.with_worker(|worker| worker.process(text).unwrap())
    }
}
