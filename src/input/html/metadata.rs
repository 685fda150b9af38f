//! The metadata of a page: JSON-LD, OpenGraph, Dublin Core, microdata and `time` elements.

use serde_json::Value;

use super::blocks::Block;
use super::days::day;
use super::tags::{Attribute, Tag};
use super::tree::Tree;
use super::words::{has_word, plain};
use crate::date::Date;
use crate::language::Language;

/// The metadata of a page. Each value comes from the first source that has it.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// The titles, the most reliable first.
    pub(super) titles: Vec<String>,
    pub(super) site: Option<String>,
    pub(super) author: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) language: Option<Language>,
    pub(super) url: Option<String>,
}

impl Metadata {
    pub(super) fn read(tree: &Tree) -> Self {
        let mut found = Self::default();
        let linked = Linked::read(tree);
        let metas = Metas::read(tree);
        let titles = [
            linked.text("headline"),
            metas.get(&["og:title"]),
            metas.get(&["twitter:title"]),
            metas.get(&["dcterms.title", "dc.title"]),
            tree.all(Tag::Title).next().map(|node| tree.all_text(node)),
        ];
        found.titles = titles
            .into_iter()
            .flatten()
            .filter_map(tidy)
            .filter(|title| title.len() <= LONGEST)
            .collect();
        found.site = metas.get(&["og:site_name"]).and_then(tidy);
        found.author = linked
            .author()
            .or_else(|| item(tree, "author"))
            .or_else(|| {
                metas.get(&[
                    "article:author",
                    "og:article:author",
                    "dcterms.creator",
                    "dc.creator",
                ])
            })
            .or_else(|| by_relation(tree))
            .or_else(|| metas.get(&["author"]))
            .and_then(author);
        found.author = found.author.or_else(|| by_class(tree).and_then(author));
        found.published = linked
            .text("datePublished")
            .and_then(|text| day(&text))
            .or_else(|| metas.get(&PUBLISHED).and_then(|text| day(&text)))
            .or_else(|| time(tree));
        let code = tree.all(Tag::Html).find_map(|node| {
            let code = tree.attribute(node, Attribute::Lang);
            code.or_else(|| tree.attribute(node, Attribute::XmlLang))
        });
        found.language = code
            .and_then(language)
            .or_else(|| linked.text("inLanguage").and_then(|code| language(&code)))
            .or_else(|| {
                metas
                    .get(&["og:locale", "content-language", "language"])
                    .and_then(|code| language(&code))
            });
        let canonical = tree.all(Tag::Link).find_map(|node| {
            let rel = tree.attribute(node, Attribute::Rel)?;
            let href = tree.attribute(node, Attribute::Href)?;
            rel.eq_ignore_ascii_case("canonical")
                .then(|| href.to_owned())
        });
        found.url = canonical
            .or_else(|| metas.get(&["og:url"]))
            .or_else(|| linked.text("url"))
            .and_then(tidy);
        found
    }

    /// The title without the name of the site. Used if no headline of the page is equal to a title.
    pub(super) fn bare_title(&self) -> Option<String> {
        let title = self.titles.first()?;
        let known = self.site.as_deref().map(plain);
        for mark in [" | ", " - ", " – ", " — ", " :: ", " • ", " » "] {
            let Some((rest, last)) = title.rsplit_once(mark) else {
                continue;
            };
            let is_site = match &known {
                Some(site) => plain(last) == *site,
                None => {
                    last.split_whitespace().count() <= 4 && rest.split_whitespace().count() >= 4
                }
            };
            if is_site && !rest.trim().is_empty() {
                return Some(rest.trim().to_owned());
            }
        }
        Some(title.clone())
    }

    /// The number of the block that has the title. It is a heading if possible, and else any block.
    /// The title may be the first line of a block, which is then split off.
    pub(super) fn headline(&self, tree: &Tree, blocks: &mut Vec<Block>) -> Option<usize> {
        let titles: Vec<String> = self.titles.iter().map(|title| plain(title)).collect();
        let is_title = |text: &str| {
            let text = plain(text);
            titles.iter().any(|title| {
                let long = text.len() * 2 > title.len() && text.contains(' ');
                *title == text || (long && (title.contains(&text) || text.contains(title.as_str())))
            })
        };
        let is_heading = |block: &Block| {
            let near = std::iter::once(block.holder).chain(tree.around(block.holder));
            near.take(3).any(|node| {
                let property = tree.attribute(node, Attribute::Itemprop);
                tree.tag(node).is_heading() || property == Some("headline")
            })
        };
        let heading = blocks
            .iter()
            .position(|block| is_heading(block) && is_title(&block.text));
        if heading.is_some() {
            return heading;
        }
        let numbered = blocks.iter().enumerate();
        let mut first = numbered.filter(|(_, block)| tree.tag(block.holder) == Tag::H1);
        if let (Some((number, _)), None) = (first.next(), first.next()) {
            return Some(number);
        }
        // A block that is not a heading must not be a navigation path that ends in the title.
        let number = blocks.iter().position(|block| {
            let line = block.first_line();
            line.contains(' ') && block.links() < 0.1 && is_title(line)
        })?;
        if let Some(rest) = blocks.get_mut(number).and_then(Block::split_first_line) {
            blocks.insert(number + 1, rest);
        }
        Some(number)
    }
}

/// The greatest length of a title in bytes.
const LONGEST: usize = 1000;

/// The greatest number of authors.
const AUTHORS: usize = 20;

/// The keys for the date of publication, the most reliable first.
const PUBLISHED: [&str; 12] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
];

/// The `meta` elements: names in lower case, and contents.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn read(tree: &Tree) -> Self {
        let names = [
            Attribute::Property,
            Attribute::Name,
            Attribute::Itemprop,
            Attribute::HttpEquiv,
        ];
        let metas = tree.all(Tag::Meta).filter_map(|node| {
            let content = tree.attribute(node, Attribute::Content)?.to_owned();
            let name = names.iter().find_map(|name| tree.attribute(node, *name))?;
            (!content.trim().is_empty()).then(|| (name.to_ascii_lowercase(), content))
        });
        Self(metas.collect())
    }

    fn get(&self, names: &[&str]) -> Option<String> {
        let of = |name: &&str| self.0.iter().find(|(other, _)| other == *name);
        names
            .iter()
            .find_map(of)
            .map(|(_, content)| content.clone())
    }
}

/// The objects of the page's JSON-LD. Articles come first.
struct Linked(Vec<Value>);

impl Linked {
    fn read(tree: &Tree) -> Self {
        let mut objects = Vec::new();
        for node in tree.all(Tag::Script) {
            let kind = tree.attribute(node, Attribute::Type).unwrap_or_default();
            if !kind.eq_ignore_ascii_case("application/ld+json") {
                continue;
            }
            // Line breaks inside strings are common, but not valid JSON.
            let text: String = tree
                .all_text(node)
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c })
                .collect();
            if let Ok(value) = serde_json::from_str(&text) {
                gather(value, &mut objects);
            }
        }
        objects.sort_by_key(rank);
        Self(objects)
    }

    /// A text property of the first article, or of the first page if there is no article.
    fn text(&self, name: &str) -> Option<String> {
        let objects = self.0.iter().filter(|object| rank(object) < 2);
        let mut texts = objects.filter_map(|object| object.get(name)?.as_str());
        texts.next().map(str::to_owned)
    }

    fn author(&self) -> Option<String> {
        let objects = self.0.iter().filter(|object| rank(object) < 2);
        objects
            .filter_map(|object| object.get("author"))
            .find_map(|author| {
                let all = match author {
                    Value::Array(all) => all.as_slice(),
                    one => std::slice::from_ref(one),
                };
                let names: Vec<&str> = all
                    .iter()
                    .take(AUTHORS)
                    .filter_map(|one| self.name(one))
                    .collect();
                (!names.is_empty()).then(|| names.join(", "))
            })
    }

    /// The name of a person. The person may be defined in another object.
    fn name<'v>(&'v self, person: &'v Value) -> Option<&'v str> {
        let named = |value: &'v Value| value.get("name")?.as_str();
        let elsewhere = || {
            let id = person.get("@id")?.as_str()?;
            let same = |object: &&Value| object.get("@id").and_then(Value::as_str) == Some(id);
            self.0.iter().find(same).and_then(named)
        };
        person.as_str().or_else(|| named(person)).or_else(elsewhere)
    }
}

/// Collects the objects of a value, including those in its lists and graphs.
fn gather(value: Value, objects: &mut Vec<Value>) {
    match value {
        Value::Array(all) => all.into_iter().for_each(|value| gather(value, objects)),
        Value::Object(mut object) => {
            if let Some(graph) = object.remove("@graph") {
                gather(graph, objects);
            }
            objects.push(Value::Object(object));
        }
        _ => {}
    }
}

/// The rank of an object: 0 for an article, 1 for a page, 2 for anything else.
fn rank(object: &Value) -> u8 {
    let is = |kind: &str| match object.get("@type") {
        Some(Value::String(own)) => own.ends_with(kind),
        Some(Value::Array(all)) => all
            .iter()
            .any(|own| own.as_str().is_some_and(|own| own.ends_with(kind))),
        _ => false,
    };
    if is("Article") || is("BlogPosting") || is("Report") {
        0
    } else if is("WebPage") {
        1
    } else {
        2
    }
}

/// The text of a microdata property. If the value is an item, its name.
fn item(tree: &Tree, name: &str) -> Option<String> {
    let node =
        (0..tree.len()).find(|node| tree.attribute(*node, Attribute::Itemprop) == Some(name))?;
    let mut inside = node + 1..tree.end(node);
    let own = inside.find(|node| tree.attribute(*node, Attribute::Itemprop) == Some("name"));
    let node = own.unwrap_or(node);
    let content = tree.attribute(node, Attribute::Content).map(str::to_owned);
    content.or_else(|| Some(tree.all_text(node)))
}

fn by_relation(tree: &Tree) -> Option<String> {
    let node = tree
        .all(Tag::A)
        .find(|node| tree.attribute(*node, Attribute::Rel) == Some("author"))?;
    Some(tree.all_text(node))
}

/// The author by class name. `fn` is the class of a name in an hCard.
fn by_class(tree: &Tree) -> Option<String> {
    const CLASSES: &[&str] = &[
        "auteur",
        "author",
        "by",
        "byline",
        "fn",
        "sign",
        "signature",
    ];
    let node = (0..tree.len()).find(|node| {
        let class = tree.attribute(*node, Attribute::Class);
        class.is_some_and(|class| has_word(class, CLASSES))
            && !tree.all_text(*node).trim().is_empty()
    })?;
    Some(tree.all_text(node))
}

/// Cleans an author's name. `None` if it is an address or a program, or too long.
fn author(text: String) -> Option<String> {
    let text = tidy(text)?;
    let mut name = text.as_str();
    for before in [
        "Par ",
        "par ",
        "PAR ",
        "Écrit par ",
        "Publié par ",
        "By ",
        "by ",
    ] {
        name = name.strip_prefix(before).unwrap_or(name);
    }
    let name = name
        .split([',', '|', '·', '•'])
        .next()
        .unwrap_or_default()
        .trim();
    let is_name = !name.is_empty()
        && name.split_whitespace().count() <= 6
        && !name.contains("://")
        && ![
            "admin",
            "administrateur",
            "administrator",
            "root",
            "super user",
            "webmaster",
        ]
        .contains(&plain(name).as_str());
    is_name.then(|| name.to_owned())
}

/// The date of the first `time` element for the publication, or else of the first `time` element.
/// Old blogs use an `abbr` element instead.
fn time(tree: &Tree) -> Option<Date> {
    let stamped = || {
        (0..tree.len()).filter_map(|node| {
            let text = match tree.tag(node) {
                Tag::Time => tree.attribute(node, Attribute::Datetime)?,
                Tag::Abbr => tree.attribute(node, Attribute::Title)?,
                _ => return None,
            };
            Some((node, day(text)?))
        })
    };
    let published = |(node, _): &(usize, Date)| {
        let class = tree.attribute(*node, Attribute::Class).unwrap_or_default();
        has_word(class, &["published", "pubdate", "publication"])
            || tree.attribute(*node, Attribute::Itemprop) == Some("datePublished")
    };
    let found = stamped().find(published).or_else(|| stamped().next());
    found.map(|(_, day)| day)
}

/// Reads a language code such as `fr-FR` or `fr_FR`.
fn language(code: &str) -> Option<Language> {
    code.trim().split(['-', '_']).next()?.parse().ok()
}

/// Replaces each run of white space with one space. `None` if nothing is left.
fn tidy(text: impl AsRef<str>) -> Option<String> {
    let words: Vec<&str> = text.as_ref().split_ascii_whitespace().collect();
    let text = words.join(" ").trim().to_owned();
    (!text.is_empty()).then_some(text)
}
