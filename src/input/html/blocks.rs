//! Splits a page into blocks of text: paragraphs, headings, list items and table rows.

use super::tags::{Attribute, Tag};
use super::tree::Tree;

/// The least number of words of a story for readers without scripts.
const STORY: usize = 30;

/// A piece of text that stands on lines of its own.
#[derive(Debug)]
pub(super) struct Block {
    /// The text, with one space for each run of white space and with the line breaks of the markup.
    pub(super) text: String,
    /// The element that holds the block.
    pub(super) holder: usize,
    /// The first node of the block.
    pub(super) node: usize,
    /// The last piece of text of the block.
    pub(super) last: usize,
    /// The number of bytes that are links.
    linked: usize,
    pub(super) words: usize,
}

impl Block {
    pub(super) fn first_line(&self) -> &str {
        self.text.split('\n').next().unwrap_or_default()
    }

    /// Keeps only the first line of the block, and returns the rest as a block of its own.
    pub(super) fn split_first_line(&mut self) -> Option<Self> {
        let (line, rest) = self.text.split_once('\n')?;
        let (line, rest) = (line.trim_end().to_owned(), rest.to_owned());
        let rest = Self {
            words: words(&rest),
            text: rest,
            ..*self
        };
        self.words = words(&line);
        self.text = line;
        Some(rest)
    }

    /// The number of bytes that are links.
    pub(super) fn linked(&self) -> usize {
        self.linked
    }

    /// The share of the block that is links, from 0 to 1.
    pub(super) fn links(&self) -> f32 {
        self.linked as f32 / self.text.len().max(1) as f32
    }

    /// Returns true if the block reads like a sentence and not like a menu line.
    pub(super) fn is_prose(&self) -> bool {
        let ends = self
            .text
            .trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}', '\u{202f}']);
        let stops = ends.ends_with(['.', '!', '?', '…', ':', ';', ',']);
        let links = self.links();
        (self.words >= 8 && links < 0.5) || (self.words >= 3 && stops && links < 0.3)
    }
}

/// Estimates the number of words in a text. In scripts without spaces, two letters count as one
/// word.
fn words(text: &str) -> usize {
    // The first bytes of the letters of those scripts.
    let may = |byte: &u8| matches!(byte, 0xe0 | 0xe1 | 0xe3..=0xe9 | 0xf0);
    let close = if text.as_bytes().iter().any(may) {
        text.chars().filter(|c| is_unspaced(*c)).count()
    } else {
        0
    };
    text.split_whitespace().count() + close / 2
}

/// Returns true if a letter belongs to a script that puts no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
        || matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The blocks of a page, without hidden elements and elements that hold no text.
pub(super) fn blocks(tree: &Tree) -> Vec<Block> {
    let mut reader = BlockReader::default();
    // The open block elements: the end of each, its number, and whether it is a data table.
    let mut open: Vec<(usize, usize, bool)> = Vec::new();
    let mut link_end = 0;
    let mut node = 0;
    while node < tree.len() {
        while let Some((end, _, _)) = open.last()
            && *end <= node
        {
            open.pop();
            reader.flush();
        }
        let holder = open.last().map_or(0, |(_, number, _)| *number);
        let in_data = open.iter().rev().take(4).any(|(_, _, data)| *data);
        let tag = tree.tag(node);
        let shows = tag == Tag::Noscript && shows_story(tree, node);
        if (tag.is_no_text() && !shows) || is_hidden(tree, node) {
            if tag.is_block() {
                reader.flush();
            }
            node = tree.end(node);
            continue;
        }
        match tag {
            Tag::Text => reader.push(tree.text(node), node, holder, node < link_end),
            Tag::Br => reader.line(),
            Tag::A => link_end = link_end.max(tree.end(node)),
            // The cells of a data row form one block.
            Tag::Td if in_data => reader.cell(),
            _ if tag.is_block() => {
                reader.flush();
                let data = tag == Tag::Table && is_data(tree, node);
                open.push((tree.end(node), node, data));
            }
            _ => {}
        }
        node += 1;
    }
    reader.flush();
    reader.blocks
}

/// Returns true if a `noscript` element holds paragraphs of a story, and not a request to switch
/// scripts on.
fn shows_story(tree: &Tree, node: usize) -> bool {
    let inside = node..tree.end(node);
    let has_paragraphs = inside.clone().any(|node| tree.tag(node) == Tag::P);
    has_paragraphs && {
        let text = tree.raw_text(node).to_lowercase();
        words(&text) >= STORY && !text.contains("javascript")
    }
}

/// Returns true if an element is not shown. A panel behind a tab is hidden until a reader asks for
/// it.
fn is_hidden(tree: &Tree, node: usize) -> bool {
    let has = |name, value: &str| {
        let found = tree.attribute(node, name);
        found.is_some_and(|found| found.eq_ignore_ascii_case(value))
    };
    let style = || {
        let style = tree.attribute(node, Attribute::Style).unwrap_or_default();
        let style: String = style.split_whitespace().collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    let hides = tree.attribute(node, Attribute::Hidden).is_some()
        || has(Attribute::AriaHidden, "true")
        || style();
    hides && !has(Attribute::Role, "tabpanel")
}

/// Returns true if a table holds data: it has no paragraphs, lists, line breaks or inner tables.
fn is_data(tree: &Tree, table: usize) -> bool {
    (table + 1..tree.end(table)).all(|node| {
        let tag = tree.tag(node);
        matches!(tag, Tag::Tr | Tag::Td | Tag::Tbody | Tag::Caption)
            || !(tag.is_block() || tag == Tag::Br)
    })
}

#[derive(Default)]
struct BlockReader {
    blocks: Vec<Block>,
    text: String,
    node: usize,
    last: usize,
    holder: usize,
    linked: usize,
    /// The white space before the next letter, if a letter follows.
    gap: Gap,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Gap {
    #[default]
    None,
    Space,
    Cell,
    Line,
}

impl BlockReader {
    fn push(&mut self, text: &str, node: usize, holder: usize, linked: bool) {
        let before = self.text.len();
        let is_space = |byte: &u8| byte.is_ascii_whitespace();
        let mut rest = text;
        while !rest.is_empty() {
            let bytes = rest.as_bytes();
            let start = bytes.iter().position(|byte| !is_space(byte));
            if start != Some(0) && self.gap == Gap::None {
                self.gap = Gap::Space;
            }
            let Some(start) = start else {
                break;
            };
            let word = bytes.get(start..).unwrap_or_default();
            let end = word.iter().position(is_space);
            let end = end.map_or(rest.len(), |end| start + end);
            let word = rest.get(start..end).unwrap_or_default();
            rest = rest.get(end..).unwrap_or_default();
            if self.text.is_empty() {
                (self.node, self.holder) = (node, holder);
            } else {
                match self.gap {
                    Gap::None => {}
                    Gap::Space => self.text.push(' '),
                    Gap::Cell => self.text.push('\t'),
                    Gap::Line => self.text.push('\n'),
                }
            }
            self.gap = Gap::None;
            self.last = node;
            self.text.push_str(word);
        }
        if linked {
            self.linked += self.text.len() - before;
        }
    }

    fn cell(&mut self) {
        self.gap = Gap::Cell;
    }

    /// Adds a line break. A second one in a row ends the block.
    fn line(&mut self) {
        if self.gap == Gap::Line {
            self.flush();
        }
        self.gap = Gap::Line;
    }

    fn flush(&mut self) {
        self.gap = Gap::None;
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let trimmed = text.trim();
        if trimmed.chars().any(char::is_alphanumeric) {
            self.blocks.push(Block {
                words: words(trimmed),
                text: trimmed.to_owned(),
                holder: self.holder,
                node: self.node,
                last: self.last,
                linked,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        let blocks = blocks(&Tree::parse(html).unwrap());
        blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn lines_and_spaces() {
        for (html, expected) in [
            ("a<p> b <b>c</b>\n d</p>e", &["a", "b c d", "e"][..]),
            ("a<br>b<br><br>c<br> <br/>d", &["a\nb", "c", "d"]),
            (
                "6<sup>e</sup>&nbsp;: «\u{a0}l’un\u{a0}»",
                &["6e\u{a0}: «\u{a0}l’un\u{a0}»"],
            ),
            ("<table><tr><td>a<td>b c<tr><td>d</table>", &["a\tb c", "d"]),
            ("<table><tr><td>a<p>b<td>c</table>", &["a", "b", "c"]),
            (
                "a<script>b</script>c<p hidden>d<p style='display: none'>e",
                &["ac"],
            ),
            ("<p>*<p>…<hr>a", &["a"]),
            ("<p>a<noscript><p>b</noscript>", &["a"]),
            (
                "<p>a<div role=tabpanel aria-hidden=true>b</div><div aria-hidden=true>c</div>",
                &["a", "b"],
            ),
        ] {
            assert_eq!(texts(html), expected, "{html}");
        }
    }

    #[test]
    fn links_and_prose() {
        let tree =
            Tree::parse("<p>a <a href=x>bc <b>de</b></a> f<p>Le bac est là.<p>Le bac").unwrap();
        let blocks = blocks(&tree);
        assert!(
            (blocks[0].links() - 6.0 / 9.0).abs() < 0.01,
            "{}",
            blocks[0].links()
        );
        let prose: Vec<_> = blocks.iter().map(Block::is_prose).collect();
        assert_eq!(prose, [false, true, false]);
    }
}
