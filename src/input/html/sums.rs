//! Sums over the blocks of each element.

use super::blocks::Block;
use super::tree::Tree;
use crate::span::clamp;

/// The sum of a number of blocks, such as their words, before each node.
pub(super) struct Sums<'t> {
    tree: &'t Tree,
    before: Vec<u32>,
}

impl<'t> Sums<'t> {
    /// Sums the words of blocks.
    pub(super) fn words<'b>(tree: &'t Tree, blocks: impl IntoIterator<Item = &'b Block>) -> Self {
        let words = blocks.into_iter().map(|block| (block.node, block.words));
        Self::new(tree, words)
    }

    /// Sums numbers of nodes. The nodes are in order.
    pub(super) fn new(tree: &'t Tree, numbers: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut before = vec![0; tree.len() + 1];
        let mut numbers = numbers.into_iter().peekable();
        let mut total = 0_usize;
        for (node, place) in before.iter_mut().enumerate() {
            *place = clamp(total);
            while let Some((_, number)) = numbers.next_if(|(own, _)| *own <= node) {
                total += number;
            }
        }
        Self { tree, before }
    }

    /// The sum over the page.
    pub(super) fn all(&self) -> usize {
        self.before.last().map_or(0, |all| *all as usize)
    }

    /// The sum from a node to another one.
    pub(super) fn between(&self, start: usize, end: usize) -> usize {
        let at = |node: usize| self.before.get(node).map_or(0, |words| *words as usize);
        at(end).saturating_sub(at(start))
    }

    /// The sum in a node.
    pub(super) fn under(&self, node: usize) -> usize {
        self.between(node, self.tree.end(node))
    }
}
