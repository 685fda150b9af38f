//! The `meta` elements of a page.

use crate::input::html::tags::{Attribute, Tag};
use crate::input::html::tree::Tree;

/// The `meta` elements: names in lower case with `.` for `:`, and contents. An element with several
/// names counts for each of them.
pub(super) struct Metas(Vec<(String, Attribute, String)>);

impl Metas {
    pub(super) fn read(tree: &Tree) -> Self {
        // A property says more exactly what it is than a name.
        let names = [
            Attribute::Property,
            Attribute::Name,
            Attribute::Itemprop,
            Attribute::HttpEquiv,
        ];
        let mut metas = Vec::new();
        for attribute in names {
            for node in tree.all(Tag::Meta) {
                let first = names
                    .iter()
                    .find(|name| tree.attribute(node, **name).is_some());
                let content = tree.attribute(node, Attribute::Content);
                let (Some(content), true) = (content, first == Some(&attribute)) else {
                    continue;
                };
                if content.trim().is_empty() {
                    continue;
                }
                let own = tree.attribute(node, attribute).unwrap_or_default();
                for name in own.split_ascii_whitespace().take(NAMES) {
                    let name = name.to_ascii_lowercase().replace(':', ".");
                    metas.push((name, attribute, content.to_owned()));
                }
            }
        }
        Self(metas)
    }

    /// The content of the first name that the page has.
    pub(super) fn get(&self, names: &[&str]) -> Option<&str> {
        let first = |name: &&str| self.0.iter().find(|(other, ..)| other == name);
        let found = names.iter().find_map(first);
        found.map(|(.., content)| content.as_str())
    }

    /// The contents of all elements with a name, if they have it in the same attribute as the first.
    pub(super) fn all<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'m str> {
        let own = || self.0.iter().filter(move |(other, ..)| other == name);
        let first = own().next().map(|(_, attribute, _)| *attribute);
        let same = own().filter(move |(_, attribute, _)| Some(*attribute) == first);
        same.map(|(.., content)| content.as_str())
    }
}

/// The greatest number of names of one element.
const NAMES: usize = 8;
