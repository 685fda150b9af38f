//! [`Page`]: the article of a web page and its metadata.

mod article;
mod blocks;
mod days;
mod lines;
mod links;
mod metadata;
mod names;
mod others;
mod phrases;
mod sums;
mod tags;
mod tree;
mod words;

use blocks::Block;
use days::written_day;
use metadata::Metadata;
use tags::Tag;
use tree::Tree;

use crate::date::Date;
use crate::document::ZoneKind;
use crate::error::Error;
use crate::language::Language;
use crate::span::{Span, check_length};

/// The greatest number of levels between a paragraph and the element that marks it as a quotation.
const QUOTED: usize = 3;

/// The article of a web page, without menus, advertisements, related articles and comments, and
/// with the page's metadata.
///
/// The text is made from the page and stored here. All offsets count bytes of this text, not of the
/// page. The title is its first line. Headings, paragraphs, list items and table rows stand on
/// lines of their own. There is an empty line between them, except between list items and between
/// rows. Tabs separate the cells of a row.
///
/// ```
/// use griot::input::Page;
///
/// let html = r#"<html lang="fr"><title>Le bac est revenu - Le Lagon</title>
///     <nav><a href="/">Accueil</a></nav>
///     <h1>Le bac est revenu</h1> <time datetime="2024-05-06T12:02">lundi</time>
///     <p>Le bac de l&rsquo;île a repris lundi ses rotations, après quatre jours de panne.
///     <p>La compagnie remboursera les billets.
///     <footer>Le Lagon, tous droits réservés</footer>"#;
/// let page = Page::read(html)?;
/// assert_eq!(page.title(), Some("Le bac est revenu"));
/// assert_eq!(page.published().map(|day| day.to_string()), Some("2024-05-06".to_owned()));
/// assert_eq!(&page.text()[page.body()], "Le bac de l’île a repris lundi ses rotations, après \
///     quatre jours de panne.\n\nLa compagnie remboursera les billets.");
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    text: String,
    body: Span,
    zones: Vec<(Span, ZoneKind)>,
    author: Option<String>,
    published: Option<Date>,
    language: Option<Language>,
    url: Option<String>,
}

impl Page {
    /// Reads a page. Malformed HTML is read as browsers do. The time is linear in the length of the
    /// page. The memory is at most eight times that length and 128 MB, and up to fifty times the
    /// length of metadata in JSON-LD.
    ///
    /// # Errors
    ///
    /// Returns an error if the page has more than `u32::MAX` bytes, or more than 1,048,576 elements
    /// and pieces of text.
    pub fn read(html: &str) -> Result<Self, Error> {
        check_length(html.len())?;
        let tree = Tree::parse(html)?;
        let metadata = Metadata::read(&tree);
        let mut blocks = blocks::blocks(&tree);
        let headline = metadata.headline(&tree, &mut blocks);
        let language = metadata.language.unwrap_or(Language::FRENCH);
        let chosen = article::choose(&tree, &blocks, headline, language);

        let mut text = String::new();
        let mut zones = Vec::new();
        let title = headline.and_then(|number| blocks.get(number));
        let title = title.map(|block| block.text.replace('\n', " "));
        let title = title.or_else(|| metadata.bare_title());
        if let Some(title) = &title {
            text.push_str(title);
            zones.push((Span::from_usize(0, text.len()), ZoneKind::Title));
        }
        let mut body = text.len();
        let mut before: Option<Tag> = None;
        for block in chosen.iter().filter_map(|number| blocks.get(*number)) {
            let tag = tree.tag(block.holder);
            if !text.is_empty() {
                let joined = before == Some(tag) && matches!(tag, Tag::Li | Tag::Tr);
                text.push_str(if joined { "\n" } else { "\n\n" });
            }
            let start = text.len();
            if before.is_none() {
                body = start;
            }
            text.push_str(&block.text);
            let is_quoted = || {
                let mut around = tree.around(block.holder).take(QUOTED);
                tag == Tag::Blockquote || around.any(|node| tree.tag(node) == Tag::Blockquote)
            };
            let kind = if tag.is_heading() {
                Some(ZoneKind::Heading)
            } else {
                is_quoted().then_some(ZoneKind::Quotation)
            };
            zones.extend(kind.map(|kind| (Span::from_usize(start, text.len()), kind)));
            before = Some(tag);
        }
        let published = metadata.published;
        let published = published.or_else(|| visible(&blocks, headline, language));
        Ok(Self {
            body: Span::from_usize(body, text.len()),
            text,
            zones,
            author: metadata.author,
            published,
            language: metadata.language,
            url: metadata.url,
        })
    }

    /// The text of the page: the title and the article.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text of the page.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The title, without the name of the site. It is the first line of the text.
    pub fn title(&self) -> Option<&str> {
        let first = self.zones.iter().find(|(_, kind)| *kind == ZoneKind::Title);
        first?.0.get(&self.text)
    }

    /// The byte span of the article in [`text`](Self::text), without the title.
    pub fn body(&self) -> Span {
        self.body
    }

    /// The zones that the markup shows: the title, the headings of the article and quoted
    /// paragraphs. They are byte spans in [`text`](Self::text), in order. Pass them to
    /// [`Worker::annotate_zoned`](crate::Worker::annotate_zoned), which finds the other zones.
    ///
    /// ```
    /// use griot::{Pipeline, ZoneKind, input::Page};
    ///
    /// let page = Page::read("<h1>Le fleuve monte</h1> <p>À Niamey, l’eau atteint 6,20 m, dit le maire.</p>
    ///     <h2>À Tillabéri</h2> <p>Trois villages sont coupés du reste de la région.</p>")?;
    /// let mut worker = Pipeline::new()?.worker();
    /// let document = worker.annotate_zoned(page.text(), page.zones())?;
    /// let kinds: Vec<_> = document.zones().map(|(_, kind)| kind).collect();
    /// assert_eq!(kinds, [ZoneKind::Title, ZoneKind::Lede, ZoneKind::Heading, ZoneKind::Body]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn zones(&self) -> &[(Span, ZoneKind)] {
        &self.zones
    }

    /// The author. Several names are separated by commas.
    pub fn author(&self) -> Option<&str> {
        self.author.as_deref()
    }

    /// The date of publication, as the page writes it. If the page gives a time with a time zone,
    /// the date is the one in that zone.
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// The language that the page declares.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// The address that the page declares for itself.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }
}

/// The date on a short line near the headline. Used if the page's metadata has no date.
fn visible(blocks: &[Block], headline: Option<usize>, language: Language) -> Option<Date> {
    let first = headline.unwrap_or_default();
    let near = blocks.iter().skip(first).take(6);
    let mut short = near.filter(|block| block.words <= 15);
    short.find_map(|block| written_day(&block.text, language))
}
