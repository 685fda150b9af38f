//! Finds the elements of a page that are something other than its article.

use std::collections::HashMap;
use std::ops::Range;

use super::blocks::Block;
use super::names::{AROUND, GALLERIES, HOLDERS, NEVER, PICTURES, SMALL};
use super::phrases::SECTIONS;
use super::sums::Sums;
use super::tags::{Attribute, Tag};
use super::tree::Tree;
use super::words::{has_word, plain, words_of};
use crate::lang::list::{List, list};

/// An element with at most this many words may be removed because of a word of [`SMALL`] in its
/// class, or because it points to another article.
pub(super) const FEW: usize = 60;

/// A story has at least this many words of prose beside a gallery that is not part of it.
const STORY: usize = 100;

/// The greatest number of levels between an entry of a live page and all entries.
const LEVELS: usize = 6;

/// An answer below a question has at least this many words of prose.
const ANSWER: usize = 12;

/// The greatest number of words of a legend.
const LEGEND: usize = 50;

/// So many teasers make the front page of a section, if there is no article beside them.
const FRONT: usize = 3;

/// What is known of a page before its article is chosen.
pub(super) struct Others {
    /// For each node, whether it is something other than the article.
    pub(super) nodes: Vec<bool>,
    /// The page has no article, but teasers of several: the front page of a section.
    pub(super) is_front: bool,
}

/// Finds what is something other than the article. A page whose metadata have the date or
/// the author of an article is no front page.
pub(super) fn others(
    tree: &Tree,
    blocks: &[Block],
    headline: Option<usize>,
    is_signed: bool,
) -> Others {
    let words = Sums::words(tree, blocks);
    let parts = Parts {
        tree,
        blocks,
        prose: Sums::words(tree, blocks.iter().filter(|block| block.is_prose())),
        pictures: Sums::new(tree, tree.all(Tag::Img).map(|node| (node, 1))),
        kept: kept(tree),
        marks: marks(tree),
        words: &words,
    };
    let mut other = vec![false; tree.len()];
    let headline = headline.and_then(|number| blocks.get(number));
    let holds_headline = |node: usize| {
        let range = node..tree.end(node);
        headline.is_some_and(|block| range.contains(&block.node))
    };
    let mut teasers: Vec<Range<usize>> = Vec::new();
    for node in 1..tree.len() {
        let around = other.get(tree.parent(node)).copied().unwrap_or_default();
        let own =
            tree.tag(node) != Tag::Text && !holds_headline(node) && parts.is_called_other(node);
        if let Some(own_place) = other.get_mut(node) {
            *own_place = around || own;
        }
        let inside = teasers.last().is_some_and(|last| node < last.end);
        if !(around || own || inside || holds_headline(node)) && parts.is_called_teaser(node) {
            teasers.push(node..tree.end(node));
        }
    }
    for block in blocks {
        let is_heading = tree.tag(block.holder).is_heading();
        let known = other.get(block.node).copied().unwrap_or_default();
        if known || !(is_heading || block.words <= 6) || holds_headline(block.holder) {
            continue;
        }
        let text = plain(&block.text);
        let text = text.trim_end_matches(|c: char| !c.is_alphabetic());
        let called = names_section(text, is_heading);
        // A heading that is a link, and a few words after it.
        let teases = is_heading && block.links() > 0.8;
        if !(called || teases) {
            continue;
        }
        // What the heading introduces: the element around a heading, or a label's own element.
        let container = if is_heading {
            tree.parent(block.holder)
        } else {
            block.holder
        };
        let under = words.under(container);
        let limit = match (called, is_heading) {
            (true, true) => words.all() / 2,
            _ => FEW,
        };
        let nodes = if container > 0 && under < limit && !holds_headline(container) {
            container..tree.end(container)
        } else if called && is_heading {
            block.holder..tree.end(tree.end(block.holder))
        } else if called {
            block.node..block.node + 1
        } else {
            continue;
        };
        if called {
            mark(&mut other, nodes);
        } else {
            teasers.push(nodes);
        }
    }
    let story = other.clone();
    let count = teasers.len();
    for nodes in teasers {
        mark(&mut other, nodes);
    }
    let is_story = |block: &&Block| block.is_prose() && other.get(block.node) == Some(&false);
    let left: usize = blocks
        .iter()
        .filter(is_story)
        .map(|block| block.words)
        .sum();
    let is_front = !is_signed && count >= FRONT && left < FEW;
    Others {
        nodes: if is_front { story } else { other },
        is_front,
    }
}

fn mark(other: &mut [bool], nodes: Range<usize>) {
    for place in other.get_mut(nodes).into_iter().flatten() {
        *place = true;
    }
}

/// The greatest number of words in the name of a section.
const NAME: usize = 8;

/// The greatest number of words of a heading that begins with a name of one word.
const FEW_WORDS: usize = 4;

/// Returns true if a line is the name of a section after an article, or has it behind a number or
/// before other words: `3 commentaires`, `Réagissez à l’article (4)`.
fn names_section(text: &str, is_heading: bool) -> bool {
    let is = |text: &str| SECTIONS.binary_search(&text).is_ok();
    // `Commentaires sur l’article`, but not `Comments from strangers are a gift`.
    let few = text.matches(' ').count() < FEW_WORDS;
    let begins = |start: &str| is(start) && (few || start.contains(' '));
    let spaces = || text.match_indices(' ').map(|(at, _)| at).take(NAME);
    let numbered = text.starts_with(|c: char| c.is_ascii_digit());
    is(text)
        || (numbered && spaces().any(|at| text.get(at + 1..).is_some_and(is)))
        || (is_heading && spaces().any(|at| text.get(..at).is_some_and(begins)))
}

/// The lists that are asked for each element, and what a word of them says.
const MARKS: [(Marks, List); 8] = [
    (Marks::NEVER, NEVER),
    (Marks::AROUND, AROUND),
    (Marks::SMALL, SMALL),
    (Marks::HOLDER, HOLDERS),
    (Marks::PICTURE, PICTURES),
    (Marks::GALLERY, GALLERIES),
    (Marks::TEASER, list!["teaser"]),
    (Marks::TIMELINE, list!["timeline"]),
];

/// What the words of a class or an id say.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Marks(u16);

impl Marks {
    const NEVER: Self = Self(1);
    const AROUND: Self = Self(1 << 1);
    const SMALL: Self = Self(1 << 2);
    const HOLDER: Self = Self(1 << 3);
    const PICTURE: Self = Self(1 << 4);
    const GALLERY: Self = Self(1 << 5);
    const TEASER: Self = Self(1 << 6);
    const TIMELINE: Self = Self(1 << 7);
    const HIDDEN: Self = Self(1 << 8);

    fn of(name: &str) -> Self {
        let words = words_of(name).flat_map(|word| {
            let lists = MARKS.iter().filter(move |(_, list)| list.holds(word));
            lists.map(|(mark, _)| mark.0)
        });
        let hidden = if hides(name) { Self::HIDDEN.0 } else { 0 };
        Self(words.fold(hidden, |marks, mark| marks | mark))
    }

    fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }
}

/// So many names are remembered, because most elements have the class of others.
const NAMES: usize = 1 << 12;

/// What the class and the id of each node say.
fn marks(tree: &Tree) -> Vec<(Marks, Marks)> {
    let mut known: HashMap<&str, Marks> = HashMap::new();
    let mut of = |node, name| {
        let name = tree.attribute(node, name).filter(|name| !name.is_empty());
        name.map_or(Marks::default(), |name| {
            known.get(name).copied().unwrap_or_else(|| {
                let marks = Marks::of(name);
                if known.len() < NAMES {
                    known.insert(name, marks);
                }
                marks
            })
        })
    };
    let nodes = 0..tree.len();
    nodes
        .map(|node| (of(node, Attribute::Class), of(node, Attribute::Id)))
        .collect()
}

/// Returns true if a class hides an element: `visually-hidden`, but not Drupal’s
/// `field--label-hidden`, which hides the label of a field.
fn hides(class: &str) -> bool {
    let mut names = class.split_ascii_whitespace();
    names.any(|name| has_word(name, list!["hidden"]) && !has_word(name, list!["label"]))
}

/// The nodes that hold quoted posts, programs or tables, which are never legends.
fn kept(tree: &Tree) -> Sums<'_> {
    let holds = |tag| matches!(tag, Tag::Blockquote | Tag::Pre | Tag::Table);
    let nodes = (0..tree.len()).filter(|node| holds(tree.tag(*node)));
    Sums::new(tree, nodes.map(|node| (node, 1)))
}

/// What the parts of a page hold.
struct Parts<'p> {
    tree: &'p Tree,
    blocks: &'p [Block],
    words: &'p Sums<'p>,
    /// The words of prose.
    prose: Sums<'p>,
    pictures: Sums<'p>,
    kept: Sums<'p>,
    marks: Vec<(Marks, Marks)>,
}

impl Parts<'_> {
    /// What the class and the id of a node say.
    fn marks(&self, node: usize) -> (Marks, Marks) {
        self.marks.get(node).copied().unwrap_or_default()
    }

    /// Returns true if the name, role or class of an element says that it is not the article.
    fn is_called_other(&self, node: usize) -> bool {
        let (tree, words, all) = (self.tree, self.words.under(node), self.words.all());
        let tag = tree.tag(node);
        if matches!(tag, Tag::Html | Tag::Body | Tag::Main) {
            return false;
        }
        if matches!(tag, Tag::Aside | Tag::Footer) {
            return true;
        }
        if tag == Tag::Form && words < FEW {
            return true;
        }
        // A question with its answer is part of a story, a menu that folds is not.
        if tag == Tag::Details && words < FEW && self.prose.under(node) < ANSWER {
            return true;
        }
        if tag == Tag::Figure && words < LEGEND && self.kept.under(node) == 0 {
            return true;
        }
        if tag == Tag::Article && self.is_card(node) {
            return true;
        }
        let role = tree.attribute(node, Attribute::Role).unwrap_or_default();
        const ROLES: [&str; 9] = [
            "alert",
            "alertdialog",
            "banner",
            "complementary",
            "contentinfo",
            "dialog",
            "menu",
            "navigation",
            "search",
        ];
        if ROLES.contains(&role) {
            return true;
        }
        let (classes, ids) = self.marks(node);
        let by_id = |mark| ids.has(mark) && !self.is_slug(node);
        let is_around = || {
            let (class_is, id_is) = (classes.has(Marks::AROUND), ids.has(Marks::AROUND));
            let other = if class_is { ids } else { classes };
            let excused = || {
                (class_is != id_is) && other.has(Marks::HOLDER) && self.prose.under(node) > STORY
            };
            (class_is || by_id(Marks::AROUND)) && !excused()
        };
        let is_small = || {
            (classes.has(Marks::SMALL) || classes.has(Marks::HIDDEN) || by_id(Marks::SMALL))
                && self.kept.under(node) == 0
        };
        let is_ticker = || classes.has(Marks::TIMELINE) && !self.is_in_live_page(node);
        classes.has(Marks::NEVER)
            || by_id(Marks::NEVER)
            || (words * 2 < all && (is_around() || is_ticker()))
            || (words < FEW && is_small())
            || (words < LEGEND
                && classes.has(Marks::PICTURE)
                && self.pictures.under(node) > 0
                && self.kept.under(node) == 0)
            || (classes.has(Marks::GALLERY) && self.is_beside_story(node))
    }

    /// Returns true if the name of a small element says that it leads to another article.
    fn is_called_teaser(&self, node: usize) -> bool {
        let (classes, ids) = self.marks(node);
        (classes.has(Marks::TEASER) || ids.has(Marks::TEASER))
            && self.words.under(node) < FEW
            && self.kept.under(node) == 0
    }

    /// Returns true if a list of news in the order of time holds much of the page’s prose: the entries of
    /// a live page do, a ticker beside an article does not.
    fn is_in_live_page(&self, node: usize) -> bool {
        let is_called = |node: &usize| self.marks(*node).0.has(Marks::TIMELINE);
        let around = std::iter::once(node).chain(self.tree.around(node).take(LEVELS));
        let mut lists = around.filter(is_called);
        lists.any(|node| self.prose.under(node) * 3 > self.prose.all())
    }

    /// Returns true if an article stands within another one: a live page has such articles, but
    /// they have most of its words.
    fn is_card(&self, node: usize) -> bool {
        let tree = self.tree;
        let outer = tree
            .around(node)
            .find(|node| tree.tag(*node) == Tag::Article);
        outer.is_some_and(|outer| {
            let (own, all) = (self.prose.under(node), self.prose.under(outer));
            own < FEW && own * 4 < all
        })
    }

    /// Returns true if there is a story around a gallery.
    fn is_beside_story(&self, node: usize) -> bool {
        let own = self.prose.under(node);
        let mut around = self.tree.around(node).take(4);
        around.any(|node| {
            !matches!(self.tree.tag(node), Tag::Body | Tag::Html)
                && self.prose.under(node) > own + STORY
        })
    }

    /// Returns true if an id is made of the words of the heading below it:
    /// `sharing-with-a-single-developer`.
    fn is_slug(&self, node: usize) -> bool {
        let id = self.tree.attribute(node, Attribute::Id).unwrap_or_default();
        let words = id.split(['-', '_']).filter(|word| !word.is_empty());
        if words.clone().count() < 3 {
            return false;
        }
        let first = self.blocks.partition_point(|block| block.node < node);
        let heading = self.blocks.get(first).map(Block::first_line);
        let heading = heading.unwrap_or_default();
        let heading = plain(heading.get(..400).unwrap_or(heading));
        let of_heading = |word: &str| heading.contains(&word.to_lowercase());
        let count = words.clone().count();
        words.filter(|word| of_heading(word)).count() * 4 >= count * 3
    }
}
