//! [`Page`]: the article of a web page and its metadata.

mod article;
mod blocks;
mod days;
mod ledes;
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
use days::{AGO, days_ago, written_day};
use ledes::ledes;
use lines::begins_with;
use metadata::Metadata;
use phrases::DATELINES;
use tags::Tag;
use tree::Tree;
use words::plain;

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
    metadata: Metadata,
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
        Self::read_from(html, None)
    }

    /// Reads a page that was fetched on a day. It is used if the page tells only how long ago the
    /// article was published: `il y a 2 heures`, `hier`, `3 days ago`.
    ///
    /// ```
    /// use griot::input::Page;
    ///
    /// let html = "<h1>Le bac est revenu</h1> <span>Publié il y a 2 jours</span>
    ///     <p>Le bac de l’île a repris ses rotations, après quatre jours de panne.";
    /// let page = Page::read_on(html, "2024-05-08".parse()?)?;
    /// assert_eq!(page.published(), Some("2024-05-06".parse()?));
    /// assert_eq!(Page::read(html)?.published(), None);
    /// # Ok::<(), griot::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`read`](Self::read).
    pub fn read_on(html: &str, fetched: Date) -> Result<Self, Error> {
        Self::read_from(html, Some(fetched))
    }

    fn read_from(html: &str, fetched: Option<Date>) -> Result<Self, Error> {
        check_length(html.len())?;
        let tree = Tree::parse(html)?;
        let mut metadata = Metadata::read(&tree);
        let mut blocks = blocks::blocks(&tree);
        let headline = metadata.headline(&tree, &mut blocks);
        let language = metadata.language.unwrap_or(Language::FRENCH);
        let chosen = article::choose(
            &tree,
            &blocks,
            headline,
            language,
            metadata.published.is_some() || !metadata.authors.is_empty(),
        );

        let titled = headline.and_then(|number| blocks.get(number));
        metadata.read_body(&tree, titled.map_or(0, |block| block.node));
        let days = visible(&blocks, headline, language, fetched);
        metadata.published = metadata.published.or(days.0);
        metadata.modified = metadata.modified.or(days.1);
        metadata.add_authors(byline(&blocks, headline));

        let mut text = Writer::default();
        let title = match titled {
            Some(block) => {
                let title = metadata.without_kicker(&block.text.replace('\n', " "));
                metadata.keep_site(&title);
                Some(title)
            }
            None => metadata.bare_title(),
        };
        if let Some(title) = &title {
            text.push(title, Tag::H1, Some(ZoneKind::Title));
        }
        let head = text.text.len();
        let chosen: Vec<&Block> = chosen
            .iter()
            .filter_map(|number| blocks.get(*number))
            .collect();
        let ledes = ledes(&tree, &chosen);
        for (number, block) in chosen.iter().enumerate() {
            let tag = tree.tag(block.holder);
            let is_quoted = || {
                let mut around = tree.around(block.holder).take(QUOTED);
                tag == Tag::Blockquote || around.any(|node| tree.tag(node) == Tag::Blockquote)
            };
            let kind = if ledes.get(number) == Some(&true) {
                Some(ZoneKind::Lede)
            } else if tag.is_heading() {
                Some(ZoneKind::Heading)
            } else {
                is_quoted().then_some(ZoneKind::Quotation)
            };
            text.push(&block.text, tag, kind);
        }
        if let Some(body) = metadata.longer_body(text.text.len() - head) {
            text.cut(head);
            for line in body {
                text.push(&line, Tag::P, None);
            }
        }
        Ok(Self {
            body: Span::from_usize(text.body, text.text.len()),
            text: text.text,
            zones: text.zones,
            author: (!metadata.authors.is_empty()).then(|| metadata.authors.join(", ")),
            metadata,
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

    /// The title, without the name of the site and without a kicker. It is the first line of the
    /// text.
    pub fn title(&self) -> Option<&str> {
        let first = self.zones.iter().find(|(_, kind)| *kind == ZoneKind::Title);
        first?.0.get(&self.text)
    }

    /// The byte span of the article in [`text`](Self::text), without the title.
    pub fn body(&self) -> Span {
        self.body
    }

    /// The zones that the markup shows: the title, the standfirst and key points
    /// ([`ZoneKind::Lede`]), the headings of the article and quoted paragraphs. They are byte spans
    /// in [`text`](Self::text), in order. Pass them to
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

    /// The author. Several names are separated by commas; see [`authors`](Self::authors).
    pub fn author(&self) -> Option<&str> {
        self.author.as_deref()
    }

    /// The authors, without `Par` or `By`, offices and dates. The newspaper is not its own author.
    ///
    /// ```
    /// use griot::input::Page;
    ///
    /// let page = Page::read("<h1>Le bac est revenu</h1>
    ///     <p class=byline>Par Fanta Diop et Ali Traoré | 6 mai 2024</p>
    ///     <p>Le bac de l’île a repris lundi ses rotations.</p>")?;
    /// assert_eq!(page.authors(), ["Fanta Diop", "Ali Traoré"]);
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn authors(&self) -> &[String] {
        &self.metadata.authors
    }

    /// The date of publication, as the page writes it. If the page gives a time with a time zone,
    /// the date is the one in that zone.
    pub fn published(&self) -> Option<Date> {
        self.metadata.published
    }

    /// The date of the last change, as the page writes it.
    pub fn modified(&self) -> Option<Date> {
        self.metadata.modified
    }

    /// The language that the page declares.
    pub fn language(&self) -> Option<Language> {
        self.metadata.language
    }

    /// The language that the page declares, with its region if it declares one: `fr-CA`.
    pub fn locale(&self) -> Option<&str> {
        self.metadata.locale.as_deref()
    }

    /// The address that the page declares for itself: the canonical one, or else the one of its
    /// other metadata.
    pub fn url(&self) -> Option<&str> {
        self.metadata.url.as_deref()
    }

    /// The canonical address that the page declares.
    pub fn canonical(&self) -> Option<&str> {
        self.metadata.canonical.as_deref()
    }

    /// The name of the site, as the page declares it or writes it beside its title.
    pub fn site_name(&self) -> Option<&str> {
        self.metadata.site.as_deref()
    }

    /// The description of the article in the metadata.
    pub fn description(&self) -> Option<&str> {
        self.metadata.description.as_deref()
    }

    /// The address of the main image, as the page writes it.
    pub fn image(&self) -> Option<&str> {
        self.metadata.image.as_deref()
    }

    /// The section of the site, such as `Économie`.
    pub fn section(&self) -> Option<&str> {
        self.metadata.section.as_deref()
    }

    /// The keywords of the article, each once.
    pub fn tags(&self) -> &[String] {
        &self.metadata.tags
    }
}

/// Writes the text of a page.
#[derive(Default)]
struct Writer {
    text: String,
    zones: Vec<(Span, ZoneKind)>,
    /// The start of the article.
    body: usize,
    before: Option<Tag>,
}

impl Writer {
    /// Adds a block on lines of its own.
    fn push(&mut self, block: &str, tag: Tag, kind: Option<ZoneKind>) {
        if !self.text.is_empty() {
            let joined = self.before == Some(tag) && matches!(tag, Tag::Li | Tag::Tr);
            self.text.push_str(if joined { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        self.text.push_str(block);
        let is_title = kind == Some(ZoneKind::Title);
        if is_title || self.before.is_none() {
            self.body = if is_title { self.text.len() } else { start };
        }
        let zone = kind.map(|kind| (Span::from_usize(start, self.text.len()), kind));
        self.zones.extend(zone);
        self.before = (!is_title).then_some(tag);
    }

    /// Removes everything behind the title.
    fn cut(&mut self, head: usize) {
        self.text.truncate(head);
        self.zones.retain(|(span, _)| span.end() <= head);
        (self.body, self.before) = (head, None);
    }
}

/// The greatest number of words of a line about an article.
const LINE: usize = 25;

/// The days of publication and of the last change on short lines near the headline. They are used
/// if the page's metadata has none.
fn visible(
    blocks: &[Block],
    headline: Option<usize>,
    language: Language,
    fetched: Option<Date>,
) -> (Option<Date>, Option<Date>) {
    let first = headline.unwrap_or_default();
    let near = blocks.iter().skip(first).take(6);
    let (mut published, mut modified) = (None, None);
    for block in near.filter(|block| block.words <= LINE) {
        // `Publié le 3 mars 2024 | Mis à jour le 4 mars 2024`.
        for part in block.text.split(['|', '·', '•', '\n', '–', '—', ';']) {
            let folded = plain(part);
            let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
            let is_line = block.words <= 15 || begins_with(folded, DATELINES);
            let is_short = part.split_whitespace().count() <= AGO && !part.trim().ends_with('.');
            let ago = || {
                let is_dateline = begins_with(folded, DATELINES);
                let days = days_ago(part, language, is_dateline).filter(|_| is_short)?;
                fetched?.plus_days(-i32::from(days))
            };
            let day = written_day(part, language).or_else(ago);
            let Some(day) = day.filter(|_| is_line) else {
                continue;
            };
            if begins_with(folded, CHANGES) {
                modified = modified.or(Some(day));
            } else {
                published = published.or(Some(day));
            }
        }
    }
    (published.or(modified), modified)
}

/// The beginnings of a line about the last change of an article.
const CHANGES: &[&str] = &[
    "actualizado",
    "aggiornato",
    "aktualisiert",
    "atualizado",
    "bijgewerkt",
    "derniere mise a jour",
    "last modified",
    "last updated",
    "mis a jour",
    "mise a jour",
    "modified",
    "modifie",
    "ultima actualizacion",
    "ultimo aggiornamento",
    "updated",
    "zuletzt aktualisiert",
];

/// The authors on a short line after the headline. They are used if nothing else names them.
fn byline(blocks: &[Block], headline: Option<usize>) -> Vec<String> {
    let Some(headline) = headline else {
        return Vec::new();
    };
    let near = blocks.iter().skip(headline + 1).take(3);
    let mut short = near
        .filter(|block| block.words <= 15)
        .map(|block| block.text.as_str());
    short.find_map(metadata::written_names).unwrap_or_default()
}
