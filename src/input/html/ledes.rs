//! Tells what sums up an article before it begins: its standfirst and its key points.

use super::blocks::Block;
use super::names::LEDES;
use super::phrases::KEYS;
use super::tags::{Attribute, Tag};
use super::tree::Tree;
use super::words::{has_word, plain};

/// The greatest number of blocks before the end of a standfirst and its key points.
const FIRST: usize = 10;

/// The greatest number of words of a block that sums up.
const LONGEST: usize = 100;

/// For the first blocks of an article, in order, whether they sum it up. The list ends with the
/// last one that does.
pub(super) fn ledes(tree: &Tree, chosen: &[&Block]) -> Vec<bool> {
    let mut ledes = Vec::new();
    let mut in_keys = false;
    for block in chosen.iter().take(FIRST) {
        let tag = tree.tag(block.holder);
        let text = plain(&block.text);
        let label = text.trim_end_matches([' ', ':']);
        if KEYS.binary_search(&label).is_ok() {
            in_keys = true;
            ledes.push(!tag.is_heading());
            continue;
        }
        in_keys &= tag == Tag::Li;
        ledes.push(block.words <= LONGEST && (in_keys || is_called_lede(tree, block)));
    }
    while ledes.last() == Some(&false) {
        ledes.pop();
    }
    ledes
}

/// Returns true if the class or property of a block or of an element around it names a standfirst.
fn is_called_lede(tree: &Tree, block: &Block) -> bool {
    let own = std::iter::once(block.holder).chain(tree.around(block.holder).take(2));
    let mut own = own.take_while(|node| {
        !matches!(
            tree.tag(*node),
            Tag::Article | Tag::Body | Tag::Header | Tag::Main
        )
    });
    own.any(|node| {
        let class = tree.attribute(node, Attribute::Class).unwrap_or_default();
        // `key-points` is one word here.
        let joined = class.replace(['-', '_'], "");
        let is_named = has_word(class, LEDES) || has_word(&joined, LEDES);
        is_named || tree.attribute(node, Attribute::Itemprop) == Some("description")
    })
}
