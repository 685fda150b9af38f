//! The JSON-LD of a page.

use serde_json::Value;

use crate::input::html::tags::{Attribute, Tag};
use crate::input::html::tree::Tree;

/// The greatest number of values that are read from one list.
const MOST: usize = 50;

/// The greatest number of objects.
const OBJECTS: usize = 500;

/// The greatest number of objects inside an object.
const LEVELS: usize = 4;

/// The objects of the page's JSON-LD. Articles come first.
pub(super) struct Linked(Vec<Value>);

/// The name of an author, and whether it is an organisation.
pub(super) struct Named<'v> {
    pub(super) name: &'v str,
    pub(super) is_organisation: bool,
}

impl Linked {
    pub(super) fn read(tree: &Tree) -> Self {
        let mut objects = Vec::new();
        for node in tree.all(Tag::Script) {
            let kind = tree.attribute(node, Attribute::Type).unwrap_or_default();
            let kind = kind.split(';').next().unwrap_or_default().trim();
            if !kind.eq_ignore_ascii_case("application/ld+json") {
                continue;
            }
            // Line breaks inside strings are common, but not valid JSON.
            let text: String = tree
                .raw_text(node)
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c })
                .collect();
            if let Ok(value) = serde_json::from_str(bare(&text)) {
                gather(value, &mut objects, LEVELS);
            }
        }
        objects.sort_by_key(rank);
        objects.truncate(OBJECTS);
        Self(objects)
    }

    /// The articles, and then the pages.
    fn articles(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().filter(|object| rank(object) < 2)
    }

    /// A text property of the first article, or of the first page if there is no article.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.articles().find_map(|object| first(object.get(name)?))
    }

    /// All texts of a property of the first article that has it.
    pub(super) fn texts(&self, name: &str) -> Vec<&str> {
        let own = self.articles().find_map(|object| object.get(name));
        let own = own.map(all).unwrap_or_default().iter();
        own.filter_map(Value::as_str).take(MOST).collect()
    }

    /// The addresses of a property, such as an image: a text, or an object with an address.
    pub(super) fn address(&self, name: &str) -> Option<&str> {
        self.articles().find_map(|object| {
            let values = all(object.get(name)?).iter().take(MOST);
            values
                .filter_map(|value| {
                    let value = self.defined(value);
                    let own = || value.get("url").or_else(|| value.get("contentUrl"));
                    value.as_str().or_else(|| first(own()?))
                })
                .next()
        })
    }

    /// The name of the publisher, or of the site.
    pub(super) fn site(&self) -> Option<&str> {
        let published = |name| {
            let mut all = self.articles();
            all.find_map(|object| self.name(object.get(name)?))
        };
        published("publisher").or_else(|| {
            let mut sites = self.0.iter().filter(|object| is(object, "WebSite"));
            sites.find_map(|site| first(site.get("name")?))
        })
    }

    /// The authors of the first article that has some.
    pub(super) fn authors(&self) -> Vec<Named<'_>> {
        let authors = self.named("author");
        if authors.is_empty() {
            self.named("creator")
        } else {
            authors
        }
    }

    /// The names that a property of the first article with it has.
    pub(super) fn named(&self, property: &str) -> Vec<Named<'_>> {
        let values = self.articles().find_map(|object| object.get(property));
        let values = values.map(all).unwrap_or_default().iter().take(MOST);
        let named = values.filter_map(|value| {
            let is_organisation = is(self.defined(value), "Organization");
            self.name(value).map(|name| Named {
                name,
                is_organisation,
            })
        });
        named.collect()
    }

    /// The name of a person or an organisation. It may be defined in another object.
    fn name<'v>(&'v self, value: &'v Value) -> Option<&'v str> {
        value
            .as_str()
            .or_else(|| first(self.defined(value).get("name")?))
    }

    /// The object with the same identifier that says most, or the value itself.
    fn defined<'v>(&'v self, value: &'v Value) -> &'v Value {
        let value = all(value).first().unwrap_or(value);
        if value.get("name").is_some() || value.get("url").is_some() {
            return value;
        }
        let elsewhere = || {
            let id = value.get("@id")?.as_str()?;
            let same = |object: &&Value| object.get("@id").and_then(Value::as_str) == Some(id);
            self.0.iter().find(same)
        };
        elsewhere().unwrap_or(value)
    }
}

/// JSON without what some pages put around it: comments of HTML, JavaScript or XML.
fn bare(text: &str) -> &str {
    let start = text.find(['{', '[']).unwrap_or_default();
    let mut text = text.get(start..).unwrap_or_default();
    if let Some(inner) = text.strip_prefix("[CDATA[") {
        text = inner;
    }
    let end = text.rfind("]]>").unwrap_or(text.len());
    let text = text.get(..end).unwrap_or(text);
    let end = text.rfind(['}', ']']).map_or(text.len(), |end| end + 1);
    text.get(..end).unwrap_or(text)
}

/// The values of a list, or the value itself.
fn all(value: &Value) -> &[Value] {
    match value {
        Value::Array(all) => all,
        one => std::slice::from_ref(one),
    }
}

/// The first text of a value.
fn first(value: &Value) -> Option<&str> {
    all(value).iter().take(MOST).find_map(Value::as_str)
}

/// Collects the objects of a value, including those in its lists and graphs.
fn gather(value: Value, objects: &mut Vec<Value>, levels: usize) {
    match value {
        Value::Array(all) => {
            for value in all {
                gather(value, objects, levels);
            }
        }
        Value::Object(mut object) => {
            for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
                let is_object = object.get(name).is_some_and(|it| !it.is_string());
                if levels > 0
                    && is_object
                    && let Some(inner) = object.remove(name)
                {
                    gather(inner, objects, levels - 1);
                }
            }
            objects.push(Value::Object(object));
        }
        _ => {}
    }
}

/// Returns true if the type of an object ends with a name.
fn is(object: &Value, kind: &str) -> bool {
    let types = object.get("@type").map(all).unwrap_or_default();
    let mut types = types.iter().take(MOST).filter_map(Value::as_str);
    types.any(|own| own.ends_with(kind))
}

/// The rank of an object: 0 for an article, 1 for a page, 2 for anything else.
fn rank(object: &Value) -> u8 {
    const ARTICLES: [&str; 6] = [
        "Article", "Posting", "BlogPost", "Report", "Review", "Recipe",
    ];
    if ARTICLES.iter().any(|kind| is(object, kind)) {
        0
    } else if is(object, "Page") {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphs_lists_and_wrappings() {
        let article =
            r##"{"@type": "NewsArticle", "headline": ["Le bac"], "author": {"@id": "#a"}}"##;
        let person = r##"{"@type": ["Person"], "@id": "#a", "name": "Fanta Diop"}"##;
        for json in [
            format!("[{person}, {article}]"),
            format!("{{\"@graph\": [{article}, {person}]}}"),
            format!("<![CDATA[ [{article}, {person}] ]]>"),
            format!("//<![CDATA[\n[{article}, {person}]\n//]]>"),
            format!("<!-- [{article}, {person}] -->"),
            format!("[{{\"@type\": \"WebPage\", \"mainEntity\": {article}}}, {person}];"),
        ] {
            let html = format!("<script type='application/ld+json; charset=utf-8'>{json}</script>");
            let linked = Linked::read(&Tree::parse(&html).unwrap());
            assert_eq!(linked.text("headline"), Some("Le bac"), "{json}");
            let authors = linked.authors();
            let names: Vec<_> = authors.iter().map(|author| author.name).collect();
            assert_eq!(names, ["Fanta Diop"], "{json}");
        }
    }
}
