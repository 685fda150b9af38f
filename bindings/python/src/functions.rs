//! What needs no pipeline.

use std::sync::OnceLock;

use griot::input::Decoder;
use griot::language::Detector;
use griot::stem::Stemmer;
use griot::terms::{self, Corpus, Form};
use griot::{Document, Edition, Language, Layer, Pipeline, segment};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

use crate::detection::Detection;
use crate::doc::Doc;
use crate::error::{Failure, detached, refused};
use crate::input::{Day, Text, language};
use crate::page::{Decoded, Page};
use crate::settings::named;

/// The detector among all languages. To build it takes longer than to detect.
static DETECTOR: OnceLock<Detector> = OnceLock::new();

fn detector() -> &'static Detector {
    DETECTOR.get_or_init(Detector::new)
}

/// The language that the caller names, or that of the text.
fn language_of(text: &str, code: Option<&str>) -> PyResult<Language> {
    match code {
        Some(code) => language(code),
        None => Ok(detector().detect(text).language),
    }
}

/// The language of a text, among all or among some.
///
/// >>> griot.detect("Le général est arrivé à Niamey.").code
/// 'fr'
/// >>> griot.detect("Ina kwana?", ["fr", "ha"]).code
/// 'ha'
#[pyfunction]
#[pyo3(signature = (text, languages = None))]
pub(crate) fn detect(
    py: Python<'_>,
    text: Text<'_>,
    languages: Option<Vec<String>>,
) -> PyResult<Detection> {
    let text = text.get()?;
    let among = languages.map(|codes| codes.iter().map(|code| language(code)).collect());
    let among: Option<Vec<Language>> = among.transpose()?;
    let found = detached(py, || match among {
        None => Ok(detector().detect(text)),
        Some(languages) => Ok::<_, griot::Error>(Detector::among(&languages)?.detect(text)),
    })?;
    Ok(found.into())
}

/// The texts of the tokens of a text. The language is detected if it is not given.
///
/// >>> griot.words("L’armée a-t-elle 12 000 hommes aujourd’hui ?", "fr")
/// ['L’', 'armée', 'a', '-t-elle', '12 000', 'hommes', 'aujourd’hui', '?']
#[pyfunction]
#[pyo3(signature = (text, language = None))]
pub(crate) fn words<'py>(
    py: Python<'py>,
    text: Text<'_>,
    language: Option<&str>,
) -> PyResult<Bound<'py, PyList>> {
    let text = text.get()?;
    let language = language_of(text, language)?;
    let words = || segment::words(text, language).filter_map(|(span, _)| span.get(text));
    let found = detached(py, || Ok::<Vec<&str>, Failure>(words().collect()))?;
    PyList::new(py, found)
}

/// The sentences of a text. The language is detected if it is not given.
///
/// >>> griot.sentences("« Où va-t-il ? » demande M. Touré. Le général n’a pas répondu.", "fr")
/// ['« Où va-t-il ? » demande M. Touré.', 'Le général n’a pas répondu.']
#[pyfunction]
#[pyo3(signature = (text, language = None))]
pub(crate) fn sentences<'py>(
    py: Python<'py>,
    text: Text<'_>,
    language: Option<&str>,
) -> PyResult<Bound<'py, PyList>> {
    let text = text.get()?;
    let language = language_of(text, language)?;
    let sentences = || segment::sentences(text, language).filter_map(|(span, _)| span.get(text));
    let found = detached(py, || Ok::<Vec<&str>, Failure>(sentences().collect()))?;
    PyList::new(py, found)
}

/// The Snowball stem of a word. `edition` is ``"3"``, the newest, or ``"2"``.
///
/// >>> griot.stem("militaires", "fr")
/// 'militair'
/// >>> griot.stem("word", "zh")
/// Traceback (most recent call last):
/// griot.GriotError: no stems for language zh: switch the layer off, or do not build a strict pipeline
#[pyfunction]
#[pyo3(signature = (word, language, *, edition = "3"))]
pub(crate) fn stem(word: Text<'_>, language: &str, edition: &str) -> PyResult<String> {
    let (language, edition) = (
        crate::input::language(language)?,
        edition.parse::<Edition>(),
    );
    let stemmer = Stemmer::new(language, edition.map_err(refused)?).map_err(refused)?;
    Ok(stemmer.stem(word.get()?).into_owned())
}

/// The bytes or the text of a web page.
#[derive(FromPyObject)]
pub(crate) enum Html<'py> {
    Bytes(Bound<'py, PyBytes>),
    Text(Text<'py>),
}

/// Reads the article of a web page, without its menus, advertisements and comments.
///
/// Bytes are decoded as `decode` does, and by what the page declares. `fetched` is the day on which the
/// page was fetched; a page that only says `il y a 2 jours` is dated by it.
///
/// >>> html = "<h1>Le bac est revenu</h1> <span>Publié il y a 2 jours</span><p>Le bac a repris ses rotations."
/// >>> griot.read_html(html, fetched="2024-05-08").published
/// datetime.date(2024, 5, 6)
#[pyfunction]
#[pyo3(signature = (html, *, fetched = None))]
pub(crate) fn read_html(py: Python<'_>, html: Html<'_>, fetched: Option<Day>) -> PyResult<Page> {
    let read = |html: &str| match &fetched {
        Some(day) => griot::input::Page::read_on(html, day.0),
        None => griot::input::Page::read(html),
    };
    let page = match &html {
        Html::Text(text) => {
            let text = text.get()?;
            detached(py, || read(text))?
        }
        Html::Bytes(bytes) => {
            let bytes = bytes.as_bytes();
            detached(py, || read(Decoder::new().decode_html(bytes)?.text()))?
        }
    };
    Ok(page.into())
}

/// Decodes bytes in any encoding of the web.
///
/// `declared` is the encoding that is declared for them. A `strict` decoder refuses what is not valid in
/// it, or in UTF-8. With `repair`, characters that were decoded wrongly before are repaired.
///
/// >>> griot.decode(b"Le \x9cil de l\x92\xe9t\xe9").text
/// 'Le œil de l’été'
/// >>> griot.decode(b"l\xe9ger", strict=True)
/// Traceback (most recent call last):
/// griot.GriotError: byte 1 is not UTF-8: declare the right encoding, or do not decode strictly
#[pyfunction]
#[pyo3(signature = (data, *, declared = None, strict = false, repair = false))]
pub(crate) fn decode(
    py: Python<'_>,
    data: &[u8],
    declared: Option<&str>,
    strict: bool,
    repair: bool,
) -> PyResult<Decoded> {
    let mut decoder = Decoder::new();
    if let Some(label) = declared {
        decoder = decoder.declared(label).map_err(refused)?;
    }
    if strict {
        decoder = decoder.strict();
    }
    if repair {
        decoder = decoder.repair();
    }
    detached(py, || Ok::<_, griot::Error>(decoder.decode(data)?.into()))
}

/// A text, or a document.
#[derive(FromPyObject)]
pub(crate) enum Source<'py> {
    Doc(Bound<'py, Doc>),
    Text(Text<'py>),
}

/// The most frequent words of a text or document that are no stop words, each as it first occurs and
/// how often.
///
/// `form` says which words count as one: those of one ``"stem"``, ``"lemma"`` or ``"norm"``. The language
/// of a text is detected if it is not given.
///
/// >>> griot.keywords("L’armée du Niger attend. Les armées alliées aussi.", 1, language="fr")
/// [('armée', 2)]
#[pyfunction]
#[pyo3(signature = (text, number = 10, *, form = "stem", language = None))]
pub(crate) fn keywords(
    py: Python<'_>,
    text: Source<'_>,
    number: usize,
    form: &str,
    language: Option<&str>,
) -> PyResult<Vec<(String, usize)>> {
    let forms = [
        ("stem", Form::Stem),
        ("lemma", Form::Lemma),
        ("norm", Form::Norm),
    ];
    let form = named("form", form, &forms)?;
    let best = |document: griot::DocumentRef<'_>| {
        let found = terms::keywords(document, form, &Corpus::default(), number);
        let found = found.iter().map(|it| (it.text().to_owned(), it.count()));
        Ok::<Vec<_>, griot::Error>(found.collect())
    };
    match &text {
        Source::Doc(doc) => {
            let doc = doc.get();
            detached(py, || best(doc.view()))
        }
        Source::Text(text) => {
            let text = text.get()?;
            let language = language_of(text, language)?;
            detached(py, || best(annotated(text, language, form)?.view()))
        }
    }
}

/// A text with the layers that terms need.
fn annotated(text: &str, language: Language, form: Form) -> Result<Document, griot::Error> {
    let layer = match form {
        Form::Lemma => Layer::Lemmas,
        _ => Layer::Stems,
    };
    let builder = Pipeline::builder().language(language);
    builder.layers([Layer::Stops, layer]).build()?.process(text)
}
