//! Tells blocks of links that belong to the story from menus and lists of other articles.

use super::blocks::Block;
use super::lines::begins_with;
use super::phrases::{POINTERS, SECTIONS};
use super::sums::Sums;
use super::tags::Tag;
use super::tree::Tree;
use super::words::plain;

/// The greatest number of levels between an item and its outermost list.
const LEVELS: usize = 6;

/// A heading that is a link has at least this many words of prose below it. A teaser has fewer.
const SECTION: usize = 40;

/// An entry of a guide has at least this many words of prose below its heading.
const ENTRY: usize = 15;

/// So many blocks before and after a heading are looked at for others like it.
const AROUND: usize = 40;

/// The greatest number of words of a line that names a list.
const LABEL: usize = 6;

/// The least number of rows of a table of results.
const ROWS: usize = 3;

/// For each block, whether it is mostly links and no part of the story. `is_other` says which
/// blocks are known to be something else.
///
/// On the front page of a section, headings that are links are the story.
pub(super) fn menus(
    tree: &Tree,
    blocks: &[Block],
    is_other: impl Fn(&Block) -> bool,
    is_front: bool,
) -> Vec<bool> {
    let bytes = blocks.iter().map(|block| (block.node, block.text.len()));
    let linked = blocks.iter().map(|block| (block.node, block.linked()));
    let page = Links {
        tree,
        blocks,
        is_other,
        bytes: Sums::new(tree, bytes),
        linked: Sums::new(tree, linked),
    };
    let mut menus = Vec::with_capacity(blocks.len());
    // The last list or table, and whether it is a menu.
    let mut last: Option<(usize, bool)> = None;
    for (number, block) in blocks.iter().enumerate() {
        if block.links() <= 0.5 {
            menus.push(false);
            continue;
        }
        let group = page.group(block);
        let is_menu = match (group, last) {
            (Some(group), Some((same, known))) if group == same => known,
            (Some(group), _) if tree.tag(group) == Tag::Table => page.is_menu_table(group),
            (Some(group), _) => page.is_menu_list(group),
            (None, _) if tree.tag(block.holder).is_heading() => !is_front && page.is_teaser(number),
            (None, _) => page.is_pointer(number),
        };
        if is_menu && let (Some(group), Some(label)) = (group, number.checked_sub(1)) {
            let is_label =
                last.is_none_or(|(same, _)| same != group) && page.is_label(label, group);
            if let Some(menu) = menus.get_mut(label) {
                *menu |= is_label;
            }
        }
        last = group.map(|group| (group, is_menu)).or(last);
        menus.push(is_menu);
    }
    menus
}

struct Links<'p, F> {
    tree: &'p Tree,
    blocks: &'p [Block],
    is_other: F,
    bytes: Sums<'p>,
    linked: Sums<'p>,
}

impl<F: Fn(&Block) -> bool> Links<'_, F> {
    /// The outermost list or the table that holds a block.
    fn group(&self, block: &Block) -> Option<usize> {
        let tag = |node: &usize| self.tree.tag(*node);
        if tag(&block.holder) == Tag::Tr {
            let mut around = self.tree.around(block.holder).take(LEVELS);
            return around.find(|node| tag(node) == Tag::Table);
        }
        let around = std::iter::once(block.holder).chain(self.tree.around(block.holder));
        around
            .take(LEVELS)
            .filter(|node| tag(node).is_list())
            .last()
    }

    fn share(&self, node: usize) -> f32 {
        self.linked.under(node) as f32 / self.bytes.under(node).max(1) as f32
    }

    /// The block before a node, and the one after it, if they stand in the same element or near.
    fn beside(&self, node: usize) -> (Option<&Block>, Option<&Block>) {
        let first = self.blocks.partition_point(|block| block.node < node);
        let after = self
            .blocks
            .partition_point(|block| block.node < self.tree.end(node));
        let near = self.tree.parent(node);
        let near = near..self.tree.end(near);
        let here = |number: Option<usize>| {
            let block = self.blocks.get(number?)?;
            (near.contains(&block.node) && !(self.is_other)(block)).then_some(block)
        };
        (here(first.checked_sub(1)), here(Some(after)))
    }

    /// Returns true if a block names the list after it: `Nos autres dossiers`.
    fn is_label(&self, number: usize, list: usize) -> bool {
        let near = self.tree.parent(list);
        self.blocks.get(number).is_some_and(|block| {
            let inside = (near..self.tree.end(near)).contains(&block.node);
            inside && block.words <= LABEL && !block.is_prose()
        })
    }

    fn is_menu_list(&self, list: usize) -> bool {
        if self.share(list) <= 0.5 {
            return false;
        }
        let (before, after) = self.beside(list);
        let Some(before) = before else {
            return true;
        };
        let text = plain(&before.text);
        if begins_with(&text, POINTERS) || begins_with(&text, SECTIONS) {
            return true;
        }
        let story = |block: &Block| block.words >= 3 && block.links() < 0.5;
        let introduced = before.words >= 3 && text.ends_with(':') && before.links() < 0.5;
        let headed = self.tree.tag(before.holder).is_heading() && after.is_some_and(story);
        !(introduced || headed)
    }

    fn is_menu_table(&self, table: usize) -> bool {
        let rows = (table..self.tree.end(table)).filter(|node| self.tree.tag(*node) == Tag::Tr);
        self.share(table) > 0.95 || rows.take(ROWS).count() < ROWS
    }

    /// Returns true if a heading leads to another article: there is little prose below it.
    fn is_teaser(&self, number: usize) -> bool {
        let holder = self.blocks.get(number).map_or(0, |block| block.holder);
        let parent = self.tree.parent(holder);
        let parent = parent..self.tree.end(parent);
        let below = self.blocks.iter().skip(number + 1);
        let mut words = 0;
        for block in below {
            if !parent.contains(&block.node) || self.tree.tag(block.holder).is_heading() {
                break;
            }
            if block.links() <= 0.5 && block.is_prose() && !(self.is_other)(block) {
                words += block.words;
            }
            if words >= SECTION {
                return false;
            }
        }
        words < ENTRY || !self.is_entry(number)
    }

    /// Returns true if a heading is one of several in a guide, which begins with prose: `Chez
    /// Loutcha, le plus copieux`.
    fn is_entry(&self, number: usize) -> bool {
        let Some(own) = self.blocks.get(number) else {
            return false;
        };
        let parent = self.tree.parent(own.holder);
        let near = number.saturating_sub(AROUND)..(number + AROUND).min(self.blocks.len());
        let near = self.blocks.get(near).unwrap_or_default().iter();
        let beside = || {
            let beside = near.clone();
            beside.filter(|block| self.tree.parent(block.holder) == parent)
        };
        let alike = |block: &&Block| {
            block.links() > 0.5 && self.tree.tag(block.holder) == self.tree.tag(own.holder)
        };
        let begins = |block: &Block| {
            block.node < own.node && block.is_prose() && block.words >= ENTRY && block.links() < 0.5
        };
        beside().filter(alike).count() > 1 && beside().any(begins)
    }

    /// Returns true if a paragraph of links is no sentence of the story.
    fn is_pointer(&self, number: usize) -> bool {
        let Some(block) = self.blocks.get(number) else {
            return true;
        };
        if block.words < 6 || block.links() > 0.9 || begins_with(&plain(&block.text), POINTERS) {
            return true;
        }
        let ends = block
            .text
            .trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}', '\u{202f}']);
        let sentence = ends.ends_with(['.', '!', '?', '…', ':']);
        let (before, after) = self.beside(block.holder);
        let prose = |block: &Block| block.is_prose() && block.links() < 0.5;
        !sentence || !(before.is_some_and(prose) || after.is_some_and(prose))
    }
}
