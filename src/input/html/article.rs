//! Chooses the blocks of a page that are its article.

use super::blocks::Block;
use super::days::written_day;
use super::tags::{Attribute, Tag};
use super::tree::Tree;
use super::words::{AROUND, BYLINES, LINES, NEVER, POINTERS, SECTIONS, SMALL, has_word, plain};
use crate::language::Language;
use crate::span::clamp;

/// An element with at most this many words may be removed because of a word of [`SMALL`] in its
/// class, or because it points to another article.
const FEW: usize = 60;

/// Chooses the blocks of the article, in order. `headline` is the number of the block that has the
/// title.
///
/// First, blocks are removed if the role, class or heading of their element says that they are
/// something else. Then each paragraph of prose gives its number of words to the element that holds
/// it, half of that to the next element around it, and so on. The element with the highest sum
/// holds the article. This is the method of Arc90's Readability (2009), but it counts words and
/// uses the headline as an anchor. Prose between the headline and that element, such as a
/// standfirst, belongs to the article too. So do the other parts of an article in several parts.
/// Dates are read in `language`.
pub(super) fn choose(
    tree: &Tree,
    blocks: &[Block],
    headline: Option<usize>,
    language: Language,
) -> Vec<usize> {
    let other = others(tree, blocks, headline);
    let is_other = |block: &Block| other.get(block.node).copied().unwrap_or_default();
    let anchor = headline.and_then(|number| blocks.get(number));
    let mut anchor = anchor.map_or(0, |block| block.node);
    // A page without prose counts as one article.
    let holder = holder(tree, blocks, anchor, is_other).unwrap_or_default();
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
    let holder = whole(tree, holder, common, own);
    let mut chosen: Vec<usize> = Vec::new();
    let mut begun = false;
    for (number, block) in blocks.iter().enumerate() {
        if headline == Some(number) || is_other(block) || is_around(block, begun, language) {
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
    let is_heading = |number: &usize| {
        let block = blocks.get(*number);
        block.is_some_and(|block| tree.tag(block.holder).is_heading())
    };
    while chosen.last().is_some_and(is_heading) {
        chosen.pop();
    }
    chosen
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
    let prose = Words::new(tree, own().filter(|block| block.is_prose()));
    let is_line = |block: &&Block| !block.is_prose() && !tree.tag(block.holder).is_heading();
    let lines = Words::new(tree, own().filter(is_line));
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

/// Returns true if a block is not part of the story, wherever it stands.
fn is_around(block: &Block, begun: bool, language: Language) -> bool {
    let links = block.links();
    if links > 0.5 {
        return true;
    }
    if block.words > FEW {
        return false;
    }
    let text = plain(&block.text);
    let begins = |list: &[&str]| list.iter().any(|start| text.starts_with(start));
    let is_byline = || {
        begins(BYLINES)
            || !text.contains(char::is_alphabetic)
            || written_day(&block.text, language).is_some()
    };
    (links > 0.0 && begins(POINTERS))
        || (!begun && block.words < 15 && is_byline())
        || LINES.contains(&text.as_str())
}

/// For each node, whether it is something other than the article.
fn others(tree: &Tree, blocks: &[Block], headline: Option<usize>) -> Vec<bool> {
    let words = Words::new(tree, blocks);
    let mut other = vec![false; tree.len()];
    let headline = headline.and_then(|number| blocks.get(number));
    let holds_headline = |node: usize| {
        let range = node..tree.end(node);
        headline.is_some_and(|block| range.contains(&block.node))
    };
    for node in 1..tree.len() {
        let around = other.get(tree.parent(node)).copied().unwrap_or_default();
        let own = tree.tag(node) != Tag::Text
            && !holds_headline(node)
            && is_called_other(tree, node, words.under(node), words.all());
        if let Some(own_place) = other.get_mut(node) {
            *own_place = around || own;
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
        let called = SECTIONS.contains(&text)
            || SECTIONS.iter().any(|name| {
                let rest = text
                    .strip_suffix(name)
                    .map(|rest| rest.ends_with(char::is_whitespace));
                let number = text.strip_prefix(name);
                // `3 commentaires`, `Réagissez à l’article (4)`.
                (rest == Some(true) && text.starts_with(|c: char| c.is_ascii_digit()))
                    || (is_heading && number.is_some_and(|rest| rest.starts_with(' ')))
            });
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
        } else {
            block.node..block.node + 1
        };
        for place in other.get_mut(nodes).into_iter().flatten() {
            *place = true;
        }
    }
    other
}

/// Returns true if the name, role or class of an element says that it is not the article.
fn is_called_other(tree: &Tree, node: usize, words: usize, all: usize) -> bool {
    let tag = tree.tag(node);
    if matches!(tag, Tag::Html | Tag::Body | Tag::Main) {
        return false;
    }
    if matches!(tag, Tag::Aside | Tag::Footer) {
        return true;
    }
    if matches!(tag, Tag::Form | Tag::Details) && words < FEW {
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
    let names = [Attribute::Class, Attribute::Id];
    names.iter().any(|name| {
        let name = tree.attribute(node, *name).unwrap_or_default();
        has_word(name, NEVER)
            || (words * 2 < all && has_word(name, AROUND))
            || (words < FEW && has_word(name, SMALL))
    })
}

/// The number of words before each node.
struct Words<'t> {
    tree: &'t Tree,
    before: Vec<u32>,
}

impl<'t> Words<'t> {
    fn new<'b>(tree: &'t Tree, blocks: impl IntoIterator<Item = &'b Block>) -> Self {
        let mut before = vec![0; tree.len() + 1];
        let mut blocks = blocks.into_iter().peekable();
        let mut total = 0_usize;
        for (node, place) in before.iter_mut().enumerate() {
            *place = clamp(total);
            while let Some(block) = blocks.next_if(|block| block.node <= node) {
                total += block.words;
            }
        }
        Self { tree, before }
    }

    fn all(&self) -> usize {
        self.before.last().map_or(0, |all| *all as usize)
    }

    /// The number of words in a node.
    fn under(&self, node: usize) -> usize {
        let at = |node: usize| self.before.get(node).map_or(0, |words| *words as usize);
        at(self.tree.end(node)).saturating_sub(at(node))
    }
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
