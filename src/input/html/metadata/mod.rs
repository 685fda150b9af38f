//! The metadata of a page: JSON-LD, OpenGraph, Dublin Core, Parsely, Sailthru, microdata and `time`
//! elements.

mod headline;
mod linked;
mod metas;
mod names;

use super::blocks;
use linked::Linked;
use metas::Metas;

use super::days::any_day;
use super::tags::{Attribute, Tag};
use super::tree::Tree;
use super::words::{has_word, plain};
use crate::date::Date;
use crate::lang::list::{List, list};
use crate::language::Language;

/// The metadata of a page. Each value comes from the first source that has it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Metadata {
    /// The titles, the most reliable first.
    titles: Vec<String>,
    /// A title stands elsewhere than in the `title` element.
    is_named: bool,
    pub(super) site: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<Date>,
    pub(super) modified: Option<Date>,
    pub(super) language: Option<Language>,
    pub(super) locale: Option<String>,
    pub(super) canonical: Option<String>,
    pub(super) url: Option<String>,
    pub(super) description: Option<String>,
    pub(super) image: Option<String>,
    pub(super) section: Option<String>,
    pub(super) tags: Vec<String>,
    /// The author in the metadata of a page whose site has the same name.
    blogger: Option<String>,
    /// The people who have a share in the article. Ghost calls all authors but the first so.
    contributors: Vec<String>,
    /// The text of the article that the JSON-LD holds.
    body: Option<String>,
}

impl Metadata {
    pub(super) fn read(tree: &Tree) -> Self {
        let linked = Linked::read(tree);
        let metas = Metas::read(tree);
        let named = [
            linked.text("headline"),
            metas.get(&["dc.title", "dcterm.title", "dcterms.title"]),
            metas.get(&["og.title"]),
            metas.get(&["twitter.title"]),
            metas.get(&["parsely-title", "sailthru.title", "title"]),
        ];
        let named = named.into_iter().flatten().map(str::to_owned);
        let mut titles: Vec<String> = named.filter_map(title).collect();
        let is_named = !titles.is_empty();
        let element = tree.all(Tag::Title).next().map(|node| tree.raw_text(node));
        titles.extend(element.and_then(title));

        let code = tree.all(Tag::Html).find_map(|node| {
            let code = tree.attribute(node, Attribute::Lang);
            code.or_else(|| tree.attribute(node, Attribute::XmlLang))
        });
        let codes = [
            code,
            linked.text("inLanguage"),
            metas.get(&["og.locale", "content-language", "language", "dc.language"]),
        ];
        let codes = || codes.into_iter().flatten();
        let canonical = relation(tree, "canonical").and_then(tidy);
        let url = metas.get(&["og.url"]).or_else(|| linked.text("url"));
        let site = metas
            .get(&["og.site_name", "application-name"])
            .or_else(|| linked.site());
        let texts = |names: &[&str]| metas.get(names).and_then(tidy);
        let mut found = Self {
            titles,
            is_named,
            site: site.and_then(tidy),
            published: linked
                .text("datePublished")
                .and_then(any_day)
                .or_else(|| metas.get(&PUBLISHED).and_then(any_day)),
            modified: linked
                .text("dateModified")
                .and_then(any_day)
                .or_else(|| metas.get(&MODIFIED).and_then(any_day)),
            language: codes().find_map(language),
            locale: codes().find_map(locale),
            url: canonical.clone().or_else(|| url.and_then(tidy)),
            canonical,
            description: texts(&["og.description", "description", "twitter.description"])
                .or_else(|| linked.text("description").and_then(tidy))
                .or_else(|| {
                    texts(&[
                        "dc.description",
                        "dcterms.description",
                        "sailthru.description",
                    ])
                }),
            image: texts(&[
                "og.image",
                "og.image.url",
                "twitter.image",
                "twitter.image.src",
            ])
            .or_else(|| linked.address("image").and_then(tidy))
            .or_else(|| texts(&["parsely-image-url", "sailthru.image.full", "thumbnail"]))
            .or_else(|| relation(tree, "image_src").and_then(tidy)),
            section: texts(&["article.section"])
                .or_else(|| linked.text("articleSection").and_then(tidy))
                .or_else(|| texts(&["parsely-section", "dc.subject", "section"])),
            tags: tags(tree, &linked, &metas),
            contributors: {
                let named = linked.named("contributor");
                named.iter().filter_map(|one| tidy(one.name)).collect()
            },
            body: linked.text("articleBody").map(str::to_owned),
            ..Self::default()
        };
        // What stands behind the title may be the newspaper, or the author of a blog.
        let site = found.site.clone().or_else(|| found.site_beside_title());
        found.authors = authors(tree, &linked, &metas, site.as_deref());
        found.blogger = metas
            .get(&["author"])
            .and_then(tidy)
            .filter(|name| site.as_ref().is_some_and(|site| plain(site) == plain(name)))
            .filter(|name| names::is_person(name) && !names::is_press(name));
        found
    }

    /// The lines of the article in the JSON-LD, if they are far more than the `length` bytes that
    /// were found in the page: many pages show the article only to scripts.
    pub(super) fn longer_body(&mut self, length: usize) -> Option<Vec<String>> {
        let body = self.body.take()?;
        if length > ENOUGH || body.len() < 2 * length + ENOUGH / 2 {
            return None;
        }
        let tree = Tree::parse(&body).ok()?;
        let lines = blocks::blocks(&tree).into_iter();
        // The text may have tags for its paragraphs or line breaks.
        let has_tags = (1..tree.len()).any(|node| tree.tag(node).is_block());
        let lines: Vec<String> = if has_tags {
            lines.map(|block| block.text).collect()
        } else {
            body.lines().filter_map(tidy).collect()
        };
        (!lines.is_empty()).then_some(lines)
    }

    /// Adds authors that the page names only in its text, or else the one whose name the site has.
    pub(super) fn add_authors(&mut self, written: Vec<String>) {
        if self.authors.is_empty() {
            self.authors = written;
        }
        if self.authors.is_empty() {
            self.authors.extend(self.blogger.take());
        }
    }

    /// Returns false if an author has the name of a user: one word with a digit.
    fn are_people(&self) -> bool {
        let is_user = |name: &String| {
            !name.contains(char::is_whitespace) && name.contains(|c: char| c.is_ascii_digit())
        };
        !self.authors.iter().any(is_user)
    }

    /// Reads what only the body of the page may say: the author by class names, and the days of
    /// publication and of the last change by `time` elements and microdata. `headline` is the node
    /// of the title.
    pub(super) fn read_body(&mut self, tree: &Tree, headline: usize) {
        if self.authors.is_empty() || !self.contributors.is_empty() || !self.are_people() {
            let texts = by_class(tree, headline);
            let written = own_names(&texts, self.site.as_deref());
            // The page calls `Fanta Diop` who is `fdiop7` in the metadata.
            let is_better = !written.is_empty()
                && written
                    .iter()
                    .all(|name| names::is_person(name) && names::has_form(name));
            if self.authors.is_empty() || (is_better && !self.are_people()) {
                self.authors = written;
            } else {
                let is_new = |name: &String| written.contains(name) && !self.authors.contains(name);
                let new: Vec<String> = self.contributors.drain(..).filter(is_new).collect();
                self.authors.extend(new);
            }
        }
        if self.published.is_none() {
            self.published = published(tree, headline);
        }
        if self.modified.is_none() {
            self.modified = stamped(tree)
                .find(|(node, _)| is_called(tree, *node, CHANGED, "dateModified"))
                .map(|(_, day)| day);
        }
    }
}

/// An article with as many bytes needs no other text.
const ENOUGH: usize = 600;

/// The greatest length of a title in bytes.
const LONGEST: usize = 1000;

/// The greatest number of tags.
const TAGS: usize = 50;

/// The greatest number of nodes between a headline and the time of publication before it.
const NEAR: usize = 40;

/// The keys for the date of publication, the most reliable first.
const PUBLISHED: [&str; 18] = [
    "article.published_time",
    "og.article.published_time",
    "og.published_time",
    "datepublished",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "date",
    "pubdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "cxenseparse.recs.publishtime",
];

/// The keys for the date of the last change.
const MODIFIED: [&str; 7] = [
    "article.modified_time",
    "og.updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
];

/// The keys for authors.
const AUTHORS: [&str; 13] = [
    "dc.creator",
    "dcterm.creator",
    "dcterms.creator",
    "article.author",
    "og.article.author",
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "cxenseparse.author",
    "article.author_name",
    "dc.contributor",
];

/// Words in classes of times of publication, and of times of a change.
const BEGUN: List = list!["dateline", "pubdate", "publication", "publie", "published"];
const CHANGED: List = list!["maj", "modified", "updated"];

fn title(text: impl AsRef<str>) -> Option<String> {
    tidy(text).filter(|title| title.len() <= LONGEST)
}

/// The address of the first link with a relation.
fn relation<'t>(tree: &'t Tree, name: &str) -> Option<&'t str> {
    tree.all(Tag::Link).find_map(|node| {
        let rel = tree.attribute(node, Attribute::Rel)?;
        let href = tree.attribute(node, Attribute::Href)?;
        rel.eq_ignore_ascii_case(name).then_some(href)
    })
}

fn tags(tree: &Tree, linked: &Linked, metas: &Metas) -> Vec<String> {
    let split = |text: &str| -> Vec<String> {
        let parts = text.split([',', ';']).filter_map(tidy);
        parts.collect()
    };
    let mut tags: Vec<String> = metas.all("article.tag").flat_map(split).collect();
    if tags.is_empty() {
        tags = linked
            .texts("keywords")
            .into_iter()
            .flat_map(split)
            .collect();
    }
    if tags.is_empty() {
        let names = ["parsely-tags", "sailthru.tags", "news_keywords", "keywords"];
        tags = metas.get(&names).map(split).unwrap_or_default();
    }
    if tags.is_empty() {
        let linked = tree.all(Tag::A).filter(|node| {
            let rel = tree.attribute(*node, Attribute::Rel).unwrap_or_default();
            rel.split_ascii_whitespace().any(|name| name == "tag")
        });
        let texts = linked
            .take(TAGS)
            .filter_map(|node| tidy(tree.all_text(node)));
        tags = texts.collect();
    }
    let mut seen = Vec::new();
    tags.retain(|tag| {
        let is_new = seen.len() < TAGS && !seen.contains(tag);
        if is_new {
            seen.push(tag.clone());
        }
        is_new
    });
    tags
}

/// The authors by the first source that names a person, or else an organisation. The newspaper is
/// not its own author.
fn authors(tree: &Tree, linked: &Linked, metas: &Metas, site: Option<&str>) -> Vec<String> {
    let linked = linked.authors();
    let of_kind = |is_organisation: bool| {
        let own = linked
            .iter()
            .filter(|author| author.is_organisation == is_organisation);
        let names: Vec<&str> = own.map(|author| author.name).collect();
        own_names(&names, site)
    };
    let in_metas = || {
        let all = |name: &&str| own_names(&metas.all(name).collect::<Vec<_>>(), site);
        let found = AUTHORS.iter().map(all).find(|names| !names.is_empty());
        found.unwrap_or_default()
    };
    let sources: [&dyn Fn() -> Vec<String>; 5] = [
        &|| of_kind(false),
        &in_metas,
        &|| of_kind(true),
        &|| own_names(&items(tree, "author"), site),
        &|| own_names(&by_relation(tree), site),
    ];
    let lists = sources.iter().map(|source| source());
    lists
        .into_iter()
        .find(|list| !list.is_empty())
        .unwrap_or_default()
}

/// The names of authors in texts, each once. The name of the site is none.
fn own_names(texts: &[impl AsRef<str>], site: Option<&str>) -> Vec<String> {
    let site = site.map(plain);
    let mut found: Vec<String> = Vec::new();
    let lines = texts.iter().take(ELEMENTS);
    for name in lines.flat_map(|text| names::names(text.as_ref())) {
        if site.as_ref() != Some(&plain(&name)) && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// The names of authors in a line of the page that begins with `Par` or the like, or that has a day
/// behind them.
pub(super) fn written_names(line: &str) -> Option<Vec<String>> {
    let names = names::names(line);
    let is_byline =
        names::has_prefix(line) || super::days::written_day(line, Language::FRENCH).is_some();
    (is_byline && !names.is_empty() && names.iter().all(|name| names::is_person(name)))
        .then_some(names)
}

/// The greatest number of elements that are read for authors.
const ELEMENTS: usize = 20;

/// The texts of a microdata property. If a value is an item, its name.
fn items(tree: &Tree, name: &str) -> Vec<String> {
    let has = |node: &usize, name| tree.attribute(*node, Attribute::Itemprop) == Some(name);
    let nodes = (0..tree.len()).filter(|node| tree.tag(*node) != Tag::Meta && has(node, name));
    let text = |node: usize| {
        let own = (node + 1..tree.end(node)).find(|node| has(node, "name"));
        let node = own.unwrap_or(node);
        let content = tree.attribute(node, Attribute::Content).map(str::to_owned);
        content.unwrap_or_else(|| tree.all_text(node))
    };
    // An author inside another one is the same.
    let mut end = 0;
    let outer = nodes.filter(|node| {
        let is_outer = *node >= end;
        end = end.max(tree.end(*node));
        is_outer
    });
    outer.take(ELEMENTS).map(text).collect()
}

fn by_relation(tree: &Tree) -> Vec<String> {
    let is_author = |node: &usize| {
        let rel = tree.attribute(*node, Attribute::Rel).unwrap_or_default();
        rel.split_ascii_whitespace().any(|name| name == "author")
    };
    let nodes = tree.all(Tag::A).filter(is_author).take(1);
    nodes.map(|node| tree.all_text(node)).collect()
}

/// The author by class name: the first near or after the headline, or else the first. `fn` is the
/// class of a name in an hCard.
fn by_class(tree: &Tree, headline: usize) -> Vec<String> {
    const CLASSES: List = list![
        "auteur",
        "author",
        "autor",
        "autore",
        "by",
        "byline",
        "fn",
        "sign",
        "signature",
    ];
    let is_called = |node: &usize| {
        let class = tree.attribute(*node, Attribute::Class);
        class.is_some_and(|class| has_word(class, CLASSES))
    };
    let named = |nodes: std::ops::Range<usize>| {
        let nodes = nodes.filter(|node| tree.tag(*node) != Tag::Text && is_called(node));
        let texts = nodes.map(|node| tree.all_text(node));
        let mut texts = texts.filter(|text| !text.trim().is_empty()).take(ELEMENTS);
        let is_byline = |text: &String| {
            let names = names::names(text);
            !names.is_empty() && names.iter().all(|name| names::has_form(name))
        };
        texts.find(is_byline)
    };
    let near = headline.saturating_sub(NEAR);
    let found = named(near..tree.len()).or_else(|| named(0..near));
    found.into_iter().collect()
}

/// The days in `time` elements. Old blogs use an `abbr` element instead.
fn stamped(tree: &Tree) -> impl Iterator<Item = (usize, Date)> + '_ {
    (0..tree.len()).filter_map(|node| {
        let text = match tree.tag(node) {
            Tag::Time => tree.attribute(node, Attribute::Datetime)?,
            Tag::Abbr => tree.attribute(node, Attribute::Title)?,
            _ if tree.attribute(node, Attribute::Itemprop).is_some() => tree
                .attribute(node, Attribute::Datetime)
                .or_else(|| tree.attribute(node, Attribute::Content))?,
            _ => return None,
        };
        Some((node, any_day(text)?))
    })
}

fn is_called(tree: &Tree, node: usize, classes: List, property: &str) -> bool {
    let class = tree.attribute(node, Attribute::Class).unwrap_or_default();
    has_word(class, classes) || tree.attribute(node, Attribute::Itemprop) == Some(property)
}

/// The date of the `time` element for the publication, or else of the first one near or after the
/// headline, or else of the first.
fn published(tree: &Tree, headline: usize) -> Option<Date> {
    let is_change = |node: usize| is_called(tree, node, CHANGED, "dateModified");
    let times = || stamped(tree).filter(|(node, _)| !is_change(*node));
    let called = times().find(|(node, _)| is_called(tree, *node, BEGUN, "datePublished"));
    let near = || times().find(|(node, _)| node + NEAR > headline);
    let found = called.or_else(near).or_else(|| times().next());
    found.map(|(_, day)| day)
}

/// Reads the language of a code such as `fr-FR` or `fr_FR`.
fn language(code: &str) -> Option<Language> {
    code.trim().split(['-', '_']).next()?.parse().ok()
}

/// Reads a language with its region: `fr-CA` of `fr_CA`.
fn locale(code: &str) -> Option<String> {
    let mut parts = code.trim().split(['-', '_']);
    let language = parts.next()?;
    let of_letters = |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let region = parts.find(|part| {
        let letters = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        letters || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    let known = language.parse::<Language>().is_ok();
    let language = Some(language).filter(of_letters).filter(|_| known)?;
    let language = language.to_ascii_lowercase();
    Some(match region {
        Some(region) => format!("{language}-{}", region.to_ascii_uppercase()),
        None => language,
    })
}

/// Replaces each run of white space with one space. `None` if nothing is left.
fn tidy(text: impl AsRef<str>) -> Option<String> {
    let words: Vec<&str> = text.as_ref().split_ascii_whitespace().collect();
    let text = words.join(" ").trim().to_owned();
    (!text.is_empty()).then_some(text)
}
