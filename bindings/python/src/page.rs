//! `griot.Page` and `griot.Decoded`.

use griot::input::Evidence;
use pyo3::prelude::*;

use crate::input::to_python;
use crate::offsets::Characters;

/// The article of a web page, without menus, advertisements and comments. `griot.read_html` makes it, and
/// a pipeline takes it in the place of a text.
///
/// >>> page = griot.read_html("<html lang=fr><h1>Le fleuve monte</h1><p>À Niamey, l’eau atteint 6,20 m.</p>")
/// >>> page.title, page.language, page.text
/// ('Le fleuve monte', 'fr', 'Le fleuve monte\n\nÀ Niamey, l’eau atteint 6,20 m.')
/// >>> [zone.kind for zone in griot.load("fr")(page).zones]
/// ['title', 'body']
#[pyclass(frozen, module = "griot")]
#[derive(Debug)]
pub(crate) struct Page {
    page: griot::input::Page,
}

impl From<griot::input::Page> for Page {
    fn from(page: griot::input::Page) -> Self {
        Self { page }
    }
}

impl Page {
    pub(crate) fn page(&self) -> &griot::input::Page {
        &self.page
    }
}

#[pymethods]
impl Page {
    /// The title and the article. All offsets count this text.
    #[getter]
    fn text(&self) -> &str {
        self.page.text()
    }

    /// The title, without the name of the site.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.page.title()
    }

    /// The article, without the title.
    #[getter]
    fn body(&self) -> &str {
        self.page.body().get(self.page.text()).unwrap_or_default()
    }

    /// The author. Several names are separated by commas.
    #[getter]
    fn author(&self) -> Option<&str> {
        self.page.author()
    }

    /// The authors, without offices and dates.
    #[getter]
    fn authors(&self) -> Vec<String> {
        self.page.authors().to_vec()
    }

    /// The name of the site.
    #[getter]
    fn site_name(&self) -> Option<&str> {
        self.page.site_name()
    }

    /// The description of the article in the metadata.
    #[getter]
    fn description(&self) -> Option<&str> {
        self.page.description()
    }

    /// The address of the main image.
    #[getter]
    fn image(&self) -> Option<&str> {
        self.page.image()
    }

    /// The section of the site.
    #[getter]
    fn section(&self) -> Option<&str> {
        self.page.section()
    }

    /// The keywords of the article, each once.
    #[getter]
    fn tags(&self) -> Vec<String> {
        self.page.tags().to_vec()
    }

    /// The day of the last change.
    #[getter]
    fn modified<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let modified = self.page.modified();
        modified.map(|date| to_python(py, date)).transpose()
    }

    /// The canonical address that the page declares.
    #[getter]
    fn canonical(&self) -> Option<&str> {
        self.page.canonical()
    }

    /// The language that the page declares, with its region if it declares one: ``"fr-CA"``.
    #[getter]
    fn locale(&self) -> Option<&str> {
        self.page.locale()
    }

    /// The day of publication.
    #[getter]
    fn published<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let published = self.page.published();
        published.map(|date| to_python(py, date)).transpose()
    }

    /// The code of the language that the page declares.
    #[getter]
    fn language(&self) -> Option<&'static str> {
        self.page.language().map(griot::Language::code)
    }

    /// The address that the page declares for itself.
    #[getter]
    fn url(&self) -> Option<&str> {
        self.page.url()
    }

    /// The zones that the markup shows, as start and end in characters and kind.
    #[getter]
    fn zones(&self) -> Vec<(usize, usize, &'static str)> {
        let text = self.page.text();
        let characters = Characters::new(text);
        let at = |byte| characters.before(text, byte);
        let zones = self.page.zones().iter();
        let zones = zones.map(|(span, kind)| (at(span.start()), at(span.end()), kind.as_str()));
        zones.collect()
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.page == other.page
    }

    fn __repr__(&self) -> String {
        format!("Page({:?})", self.page.title().unwrap_or_default())
    }
}

/// A text made of bytes. `griot.decode` makes it.
#[pyclass(frozen, module = "griot", get_all)]
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The text, without a byte order mark.
    pub(crate) text: String,
    /// The name of the encoding in the WHATWG Encoding Standard.
    pub(crate) encoding: &'static str,
    /// Why this encoding was used: ``"bom"``, ``"declared"``, ``"utf8"`` or ``"guess"``.
    pub(crate) evidence: &'static str,
    /// How sure the encoding is, from 0 to 1.
    pub(crate) confidence: f32,
    /// The next best encoding of a guess, in which the text would be another.
    pub(crate) runner_up: Option<&'static str>,
    /// The number of invalid characters that were replaced with U+FFFD.
    pub(crate) replaced: usize,
    /// The number of characters that were repaired.
    pub(crate) repaired: usize,
}

#[pymethods]
impl Decoded {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("Decoded({:?}, evidence={:?})", self.encoding, self.evidence)
    }
}

impl From<griot::input::Decoded<'_>> for Decoded {
    fn from(decoded: griot::input::Decoded<'_>) -> Self {
        Self {
            encoding: decoded.encoding(),
            evidence: match decoded.evidence() {
                Evidence::Bom => "bom",
                Evidence::Declared => "declared",
                Evidence::Utf8 => "utf8",
                _ => "guess",
            },
            confidence: decoded.confidence(),
            runner_up: decoded.runner_up(),
            replaced: decoded.replaced(),
            repaired: decoded.repaired(),
            text: decoded.into_text().into_owned(),
        }
    }
}
