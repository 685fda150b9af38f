//! Chooses the blocks of a page that are its article.

use super::blocks::Block;
use super::lines::{is_around, is_tail};
use super::links::menus;
use super::others::others;
use super::sums::Sums;
use super::tags::{Attribute, Tag};
use super::tree::Tree;
use crate::language::Language;

/// A page with fewer words of prose has little of it.
const LITTLE: usize = 100;

/// Chooses the blocks of the article, in order. `headline` is the number of the block that has the
/// title.
///
/// First, blocks are removed if the role, class or heading of their element says that they are
/// something else. Then each paragraph of prose gives its number of words to the element that holds
/// it, half of that to the next element around it, and so on. The element with the highest sum
/// holds the article. This is the method of Arc90's Readability (2009), but it counts words and
/// uses the headline as an anchor. Prose between the headline and that element, such as a
/// standfirst, belongs to the article too. So do the other parts of an article in several parts.
/// Dates are read in `language`. `is_signed` is whether the page's metadata have the
/// date or the author of an article.
pub(super) fn choose(
    tree: &Tree,
    blocks: &[Block],
    headline: Option<usize>,
    language: Language,
    is_signed: bool,
) -> Vec<usize> {
    let others = others(tree, blocks, headline, is_signed);
    // A small element in a paragraph, such as a dateline, is not the paragraph.
    let is_own = |node: &usize| {
        let is_other = others.nodes.get(*node).copied().unwrap_or_default();
        !is_other && !tree.text(*node).trim().is_empty()
    };
    let own = Sums::new(tree, (0..tree.len()).filter(is_own).map(|node| (node, 1)));
    let is_other = |block: &Block| own.between(block.node, block.last + 1) == 0;
    let anchor = headline.and_then(|number| blocks.get(number));
    let mut anchor = anchor.map_or(0, |block| block.node);
    // A page without prose counts as one article.
    let holder = holder(tree, blocks, anchor, is_other).unwrap_or_default();
    let holder = below_headline(tree, blocks, anchor, holder, is_other).unwrap_or(holder);
    if tree.end(holder) <= anchor {
        // The title is repeated below the article.
        anchor = 0;
    }
    // The smallest element that holds both the headline and the article.
    let mut around = std::iter::once(holder).chain(tree.around(holder));
    let common = around.find(|node| (*node..tree.end(*node)).contains(&anchor));
    let common = common.unwrap_or_default();
    let own = || {
        let own = blocks.iter().filter(|block| block.node > anchor);
        own.filter(|block| !is_other(block))
    };
    let menus = menus(tree, blocks, is_other, others.is_front);
    let is_menu = |number: usize| menus.get(number).copied().unwrap_or_default();
    let common = outermost(tree, common);
    let holder = whole(tree, holder, common, own);
    let mut chosen: Vec<usize> = Vec::new();
    let mut begun = false;
    for (number, block) in blocks.iter().enumerate() {
        if headline == Some(number)
            || is_other(block)
            || is_menu(number)
            || is_around(block, begun, language)
        {
            continue;
        }
        if !begun && block.words < 15 && tree.tag(tree.parent(block.node)) == Tag::Time {
            continue;
        }
        let inside = (holder..tree.end(holder)).contains(&block.node);
        let between = block.node > anchor && block.node < holder && common < block.node;
        let belongs = if inside {
            // Text in the article's element before the headline is a kicker or a navigation path.
            anchor < holder || block.node > anchor
        } else {
            (between && headline.is_some() && block.is_prose())
                || is_in_twin(tree, block.node, holder, common)
        };
        if belongs {
            begun |= block.words >= 15;
            chosen.push(number);
        }
    }
    let is_end = |number: &usize| {
        let block = blocks.get(*number);
        block.is_some_and(|block| tree.tag(block.holder).is_heading() || is_tail(block))
    };
    while chosen.last().is_some_and(is_end) {
        chosen.pop();
    }
    if chosen.is_empty() {
        // A page without prose: whatever is not known to be something else.
        let rest = blocks.iter().enumerate();
        let rest = rest.filter(|(number, block)| headline != Some(*number) && !is_other(block));
        chosen.extend(rest.map(|(number, _)| number));
    }
    chosen
}

/// The element around the headline that holds prose, if it does not hold the element that was
/// found. It is asked for on a page with little prose, which may have more of it beside the article.
fn below_headline(
    tree: &Tree,
    blocks: &[Block],
    anchor: usize,
    found: usize,
    is_other: impl Fn(&Block) -> bool,
) -> Option<usize> {
    let own = blocks
        .iter()
        .filter(|block| block.is_prose() && !is_other(block));
    let prose = Sums::words(tree, own);
    if anchor == 0 || prose.all() >= LITTLE {
        return None;
    }
    let mut around = tree.around(anchor);
    let near = around.find(|node| prose.between(anchor + 1, tree.end(*node)) > 0)?;
    let is_part = is_container(tree.tag(near)) && !(near..tree.end(near)).contains(&found);
    is_part.then_some(near)
}

/// The nearest article or main part around an element, if there is one.
fn outermost(tree: &Tree, node: usize) -> usize {
    let around = || std::iter::once(node).chain(tree.around(node));
    let article = around().find(|node| tree.tag(*node) == Tag::Article);
    let main = || around().find(|node| tree.tag(*node) == Tag::Main);
    article.or_else(main).unwrap_or(node)
}

/// The element that holds the whole article, if the article is in several parts. It encloses the
/// part that was found and lies within the element that also holds the headline. It must have much
/// more prose than the part, and little else.
fn whole<'b, I: Iterator<Item = &'b Block>>(
    tree: &Tree,
    part: usize,
    common: usize,
    own: impl Fn() -> I,
) -> usize {
    let prose = Sums::words(tree, own().filter(|block| block.is_prose()));
    let is_line = |block: &&Block| !block.is_prose() && !tree.tag(block.holder).is_heading();
    let lines = Sums::words(tree, own().filter(is_line));
    let mut whole = part;
    for node in tree.around(part) {
        if node < common || matches!(tree.tag(node), Tag::Body | Tag::Html) {
            break;
        }
        let more = prose.under(node).saturating_sub(prose.under(whole));
        let other = lines.under(node).saturating_sub(lines.under(whole));
        if more * 3 >= prose.under(whole) && other * 3 <= more {
            whole = node;
        }
    }
    whole
}

/// The element that holds the article: the one with the highest sum of words.
fn holder(
    tree: &Tree,
    blocks: &[Block],
    anchor: usize,
    is_other: impl Fn(&Block) -> bool,
) -> Option<usize> {
    let mut weights = vec![0.0_f32; tree.len()];
    let mut own_blocks = vec![0_u8; tree.len()];
    for block in blocks {
        if let Some(count) = own_blocks.get_mut(block.holder) {
            *count = count.saturating_add(1);
        }
    }
    for block in blocks
        .iter()
        .filter(|block| block.is_prose() && !is_other(block))
    {
        // Text in an element of its own counts for the element around it. Text between elements
        // counts for the element that holds them.
        let several = own_blocks.get(block.holder).is_some_and(|count| *count > 1);
        let whole = matches!(tree.tag(block.holder), Tag::Article | Tag::Body | Tag::Main);
        let first = std::iter::once(block.holder).filter(|_| several || whole);
        let around = first.chain(tree.around(block.holder));
        let containers = around.filter(|node| is_container(tree.tag(*node)));
        let mut share = block.words as f32 * if block.node > anchor { 1.0 } else { 0.3 };
        for node in containers.take(5) {
            if let Some(weight) = weights.get_mut(node) {
                *weight += share;
            }
            share /= 2.0;
        }
    }
    // Among equal sums the outermost element wins. It comes first.
    let mut best: Option<(usize, f32)> = None;
    for (node, weight) in weights.into_iter().enumerate() {
        if weight > best.map_or(0.0, |(_, best)| best) {
            best = Some((node, weight));
        }
    }
    best.map(|(node, _)| node)
}

/// Returns true if an element may hold an article, and not only a part of its text.
fn is_container(tag: Tag) -> bool {
    use Tag::{Blockquote, Center, Dd, Dt, Figure, Li, P, Pre, Table, Tbody, Tr};
    let part = matches!(
        tag,
        Blockquote | Center | Dd | Dt | Figure | Li | P | Pre | Table | Tbody | Tr
    );
    tag.is_block() && !part && !tag.is_list() && !tag.is_heading()
}

/// Returns true if a node lies in another part of the article. Such a part is a sibling, with the
/// same name and first class, of the part that was found or of an element around it, and lies
/// within the element that also holds the headline.
fn is_in_twin(tree: &Tree, node: usize, holder: usize, common: usize) -> bool {
    let below = |node: &usize| *node != common && *node > 0;
    let path = |node| {
        std::iter::once(node)
            .chain(tree.around(node))
            .take_while(below)
    };
    // The paths upwards from both nodes meet in one element, and each comes from a child of it.
    let Some(sibling) =
        path(node).find(|own| (tree.parent(*own)..tree.end(tree.parent(*own))).contains(&holder))
    else {
        return false;
    };
    let part = path(holder).find(|own| tree.parent(*own) == tree.parent(sibling));
    part.is_some_and(|part| {
        let class = |node| {
            let class = tree.attribute(node, Attribute::Class).unwrap_or_default();
            class.split_whitespace().next()
        };
        tree.tag(part) == tree.tag(sibling) && class(part) == class(sibling)
    })
}
