//! Parses a page, however malformed, into a tree of elements.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span as Place, Tokenizer};

use super::tags::{Attribute, Tag};
use crate::error::{Error, Kind};
use crate::span::{Span, clamp};

/// The greatest depth of nested elements. Deeper elements become siblings, as in browsers. This
/// limits the time to find the start tag for an end tag.
const DEPTH: usize = 256;

/// The greatest number of nodes. It bounds the memory of a page that consists only of tags, which
/// takes far more than the page itself.
const MOST: usize = 1 << 20;

/// An element or a piece of text.
#[derive(Debug)]
struct Node {
    /// `Tag::Text` for a piece of text.
    tag: Tag,
    parent: u32,
    /// The number of the node after its last descendant.
    end: u32,
    /// The text of a piece of text. For an element, the range of its attributes.
    range: Span,
}

/// A page as a list of nodes in the order of their start tags. So the descendants of a node follow
/// it. The first node is the root, which counts as a body. Neither building nor reading the tree is
/// recursive.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<(Attribute, Span)>,
    /// The text of all text nodes and attributes.
    letters: String,
}

impl Tree {
    /// Parses a page. An error if it has more than [`MOST`] nodes.
    pub(super) fn parse(html: &str) -> Result<Self, Error> {
        let mut builder = Builder::default();
        builder.push(Tag::Body);
        builder.open.push(0);
        builder.read(html);
        builder.end_noscript();
        while builder.open.pop().is_some_and(|last| builder.close(last)) {}
        if builder.tree.nodes.len() > MOST {
            return Err(Kind::Page { most: MOST }.into());
        }
        Ok(builder.tree)
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn tag(&self, node: usize) -> Tag {
        self.nodes.get(node).map_or(Tag::Other, |node| node.tag)
    }

    pub(super) fn parent(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |node| node.parent as usize)
    }

    /// The number of the node after the last descendant.
    pub(super) fn end(&self, node: usize) -> usize {
        self.nodes
            .get(node)
            .map_or(node + 1, |node| node.end as usize)
    }

    /// The ancestors of a node, from the innermost to the root.
    pub(super) fn around(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let outer = |node: &usize| (*node > 0).then(|| self.parent(*node));
        std::iter::successors(outer(&node), outer)
    }

    pub(super) fn text(&self, node: usize) -> &str {
        let node = self.nodes.get(node).filter(|node| node.tag == Tag::Text);
        node.map_or("", |node| node.range.of(&self.letters))
    }

    /// All text below a node, with unchanged white space: what a script or a title holds.
    pub(super) fn raw_text(&self, node: usize) -> String {
        (node..self.end(node)).map(|node| self.text(node)).collect()
    }

    /// The text below a node that a reader sees, with unchanged white space.
    pub(super) fn all_text(&self, node: usize) -> String {
        let (mut text, mut node, end) = (String::new(), node, self.end(node));
        while node < end {
            if self.tag(node).is_no_text() {
                node = self.end(node);
                continue;
            }
            // Blocks stand apart.
            if self.tag(node).is_block() || self.tag(node) == Tag::Br {
                text.push('\n');
            }
            let own = self.text(node);
            // So do `Fanta Diop` and `3 mars` in elements of their own.
            let begins = own.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            if begins && text.ends_with(char::is_lowercase) {
                text.push('\n');
            }
            text.push_str(own);
            node += 1;
        }
        text
    }

    pub(super) fn attribute(&self, node: usize, name: Attribute) -> Option<&str> {
        let node = self.nodes.get(node).filter(|node| node.tag != Tag::Text)?;
        let own = self.attributes.get(node.range.range())?;
        let (_, value) = own.iter().find(|(other, _)| *other == name)?;
        Some(value.of(&self.letters))
    }

    /// The nodes with a tag, in order.
    pub(super) fn all(&self, tag: Tag) -> impl Iterator<Item = usize> + '_ {
        let nodes = self.nodes.iter().enumerate();
        nodes.filter_map(move |(number, node)| (node.tag == tag).then_some(number))
    }
}

/// An emitter that is not told of errors. To find them takes a fifth of the time.
struct Silent<E>(E);

impl<E: Emitter> ForwardingEmitter for Silent<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// Builds the tree from tags. If they are not properly nested, it does what browsers do, except
/// that formatting does not continue in the next paragraph.
#[derive(Default)]
struct Builder {
    tree: Tree,
    open: Vec<usize>,
    /// So many of the open elements stay open, whatever the page says.
    kept: usize,
    /// What a `noscript` element holds, which the tokenizer does not parse for tags.
    noscript: String,
    /// The number of open elements that are deeper than [`DEPTH`].
    too_deep: usize,
    /// The tag that is being read, and the attribute whose value comes next.
    tag: Option<Tag>,
    attribute: Option<Attribute>,
    first_attribute: usize,
}

impl Builder {
    fn read(&mut self, html: &str) {
        let callback = |event: CallbackEvent<'_>, _: Place<()>| -> Option<Infallible> {
            if self.tree.nodes.len() <= MOST {
                self.event(&event);
            }
            None
        };
        let mut emitter = CallbackEmitter::new(callback);
        // The contents of scripts, styles and titles are not parsed for tags.
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(html, Silent(emitter)).finish();
    }

    /// Reads the tags that a `noscript` element holds. They end no element around it. What another
    /// one in it holds is not read, so the time stays linear.
    fn end_noscript(&mut self) {
        let html = std::mem::take(&mut self.noscript);
        if html.is_empty() {
            return;
        }
        self.kept = self.open.len();
        self.read(&html);
        for node in self.open.split_off(self.kept) {
            self.close(node);
        }
        (self.kept, self.too_deep) = (0, 0);
    }

    /// Returns true inside a style or a script that is no metadata.
    fn is_in_code(&self) -> bool {
        let innermost = self.open.last().copied().unwrap_or_default();
        let is_data = || {
            let kind = self.tree.attribute(innermost, Attribute::Type);
            let mut ends = kind.unwrap_or_default().as_bytes().windows(4);
            ends.any(|end| end.eq_ignore_ascii_case(b"json"))
        };
        match self.tree.tag(innermost) {
            Tag::Style => true,
            Tag::Script => self.too_deep == 0 && !is_data(),
            _ => false,
        }
    }

    /// Returns true inside a `noscript` element that is in no other one.
    fn is_in_noscript(&self) -> bool {
        let innermost = || self.open.last().map(|node| self.tree.tag(*node));
        self.kept == 0 && self.too_deep == 0 && innermost() == Some(Tag::Noscript)
    }

    fn event(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some(Tag::of(name));
                self.first_attribute = self.tree.attributes.len();
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute = Attribute::of(name);
                // An attribute without a value still counts.
                if let (Some(name), Some(_)) = (self.attribute, self.tag) {
                    self.tree.attributes.push((name, Span::default()));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let (Some(_), Some(_)) = (self.attribute.take(), self.tag) {
                    let value = self.letters(value);
                    if let Some(last) = self.tree.attributes.last_mut() {
                        last.1 = value;
                    }
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                if let Some(tag) = self.tag.take() {
                    self.start(tag);
                }
            }
            CallbackEvent::EndTag { name } => {
                self.tag = None;
                self.end_noscript();
                self.end(Tag::of(name));
            }
            CallbackEvent::String { value } if self.is_in_noscript() => {
                self.noscript.push_str(&String::from_utf8_lossy(value));
            }
            CallbackEvent::String { .. } if self.is_in_code() => {}
            CallbackEvent::String { value } => {
                let text = self.letters(value);
                let node = self.push(Tag::Text);
                if let Some(node) = self.tree.nodes.get_mut(node) {
                    node.range = text;
                }
            }
            _ => {}
        }
    }

    fn letters(&mut self, bytes: &[u8]) -> Span {
        let start = self.tree.letters.len();
        match std::str::from_utf8(bytes) {
            Ok(text) => self.tree.letters.push_str(text),
            Err(_) => self.tree.letters.push_str(&String::from_utf8_lossy(bytes)),
        }
        Span::from_usize(start, self.tree.letters.len())
    }

    /// Adds a node to the innermost open element.
    fn push(&mut self, tag: Tag) -> usize {
        let number = self.tree.nodes.len();
        self.tree.nodes.push(Node {
            tag,
            parent: clamp(self.open.last().copied().unwrap_or_default()),
            end: clamp(number + 1),
            range: Span::default(),
        });
        number
    }

    fn close(&mut self, node: usize) -> bool {
        let end = clamp(self.tree.nodes.len());
        if let Some(node) = self.tree.nodes.get_mut(node) {
            node.end = end;
        }
        true
    }

    fn start(&mut self, tag: Tag) {
        if self.too_deep == 0 {
            self.close_implied(tag);
        }
        let number = self.push(tag);
        let attributes = Span::from_usize(self.first_attribute, self.tree.attributes.len());
        if let Some(node) = self.tree.nodes.get_mut(number) {
            node.range = attributes;
        }
        if tag.is_void() {
            return;
        }
        if self.open.len() < DEPTH {
            self.open.push(number);
        } else {
            self.too_deep += 1;
        }
    }

    /// Ends the elements that a start tag ends implicitly.
    fn close_implied(&mut self, tag: Tag) {
        use Tag::{A, Body, Dd, Dt, Head, Li, Option, P, Table, Tbody, Td, Tr};
        match tag {
            Body => self.close_to(|other| other == Head, |_| false),
            Li => self.close_to(|other| other == Li, Tag::is_list),
            Dt | Dd => self.close_to(|other| matches!(other, Dt | Dd), Tag::is_list),
            Option => self.close_to(|other| other == Option, Tag::is_block),
            Td => self.close_to(|other| other == Td, |other| matches!(other, Tr | Table)),
            Tr => self.close_to(|other| other == Tr, |other| other == Table),
            Tbody => self.close_to(|other| other == Tbody, |other| other == Table),
            A => self.close_to(|other| other == A, Tag::is_block),
            _ => {}
        }
        if tag.is_block() {
            if !tag.is_head() {
                self.close_to(
                    |other| other == Head,
                    |other| other != Head && other.is_block(),
                );
            }
            self.close_to(|other| other == P, |other| other == Td || other == Table);
            if tag.is_heading() {
                self.close_to(Tag::is_heading, Tag::is_block);
            }
        }
    }

    /// Ends the innermost open element of a kind with everything in it, unless a `wall` comes
    /// first.
    fn close_to(&mut self, is: impl Fn(Tag) -> bool, wall: impl Fn(Tag) -> bool) {
        for depth in (self.kept.max(1)..self.open.len()).rev() {
            let tag = self
                .open
                .get(depth)
                .map_or(Tag::Other, |node| self.tree.tag(*node));
            if is(tag) {
                for node in self.open.split_off(depth) {
                    self.close(node);
                }
                return;
            }
            if wall(tag) {
                return;
            }
        }
    }

    fn end(&mut self, tag: Tag) {
        use Tag::{Body, Html, Table, Tbody, Td, Tr};
        if self.too_deep > 0 {
            self.too_deep -= usize::from(!tag.is_void());
            return;
        }
        match tag {
            // Text after these end tags still belongs to the page.
            Body | Html => {}
            _ if tag.is_void() => {}
            Td | Tr | Tbody => self.close_to(|other| other == tag, |other| other == Table),
            Table => self.close_to(|other| other == Table, |_| false),
            _ if tag.is_heading() => self.close_to(Tag::is_heading, |other| other == Td),
            _ if tag.is_block() => self.close_to(|other| other == tag, |other| other == Td),
            _ => self.close_to(|other| other == tag, Tag::is_block),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as text: each element with its children in brackets.
    fn show(html: &str) -> String {
        fn node(tree: &Tree, number: usize, out: &mut String) {
            let text = tree.text(number).trim();
            if tree.tag(number) == Tag::Text {
                out.push_str(text);
                return;
            }
            out.push_str(&format!("{:?}(", tree.tag(number)).to_lowercase());
            let mut child = number + 1;
            while child < tree.end(number) {
                node(tree, child, out);
                child = tree.end(child);
            }
            out.push(')');
        }
        let tree = Tree::parse(html).unwrap();
        let mut out = String::new();
        node(&tree, 0, &mut out);
        out
    }

    #[test]
    fn tags_that_do_not_nest() {
        for (html, tree) in [
            ("<p>a<p>b<div>c</div>", "body(p(a)p(b)div(c))"),
            (
                "<ul><li>a<li>b<ul><li>c</ul>d</ul>",
                "body(ul(li(a)li(bul(li(c))d)))",
            ),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>d",
                "body(table(tr(td(a)td(b))tr(td(c)))d)",
            ),
            ("<p><b>a<i>b</b></i><p>c", "body(p(other(aother(b)))p(c))"),
            ("<a>x<a>y</a>z", "body(a(x)a(y)z)"),
            ("<div><p>a</div>b</p></div>c", "body(div(p(a))bc)"),
            (
                "<table><td><div>a</table></div>b",
                "body(table(td(div(a)))b)",
            ),
            (
                "<head><title>a<b></title><div>c",
                "body(head(title(a<b>))div(c))",
            ),
            (
                "<script>'<p>'</script>a&eacute;&nbsp;<br>b",
                "body(script()aébr()b)",
            ),
            ("</p></div>a<!-- <p>b -->", "body(a)"),
            ("<h2>a</h3><h4>b", "body(h2(a)h4(b))"),
            (
                "<div><noscript><p>a</div><b>b</noscript>c",
                "body(div(noscript(p(aother(b)))c))",
            ),
            (
                "<noscript><noscript><p>a</noscript>b<noscript>c",
                "body(noscript(noscript(<p>a))bnoscript(c))",
            ),
        ] {
            assert_eq!(show(html).replace(' ', ""), tree.replace(' ', ""), "{html}");
        }
    }

    #[test]
    fn attributes() {
        let tree =
            Tree::parse("<p class='a b' ID=c hidden data-x=3 class=d></p class=e><p>f").unwrap();
        assert_eq!(tree.attribute(1, Attribute::Class), Some("a b"));
        assert_eq!(tree.attribute(1, Attribute::Id), Some("c"));
        assert_eq!(tree.attribute(1, Attribute::Hidden), Some(""));
        assert_eq!(tree.attribute(2, Attribute::Class), None);
    }

    #[test]
    fn deep_pages_stay_flat() {
        let html = "<div>".repeat(100_000) + "a" + &"</div>".repeat(100_000) + "<p>b";
        let tree = Tree::parse(&html).unwrap();
        let last = tree.len() - 2;
        assert_eq!((tree.tag(last), tree.around(last).count()), (Tag::P, 1));
        assert!((0..tree.len()).all(|node| tree.around(node).count() <= DEPTH));
    }

    #[test]
    fn a_page_of_too_many_tags_is_refused() {
        assert!(Tree::parse(&"<p>".repeat(MOST - 1)).is_ok());
        let error = Tree::parse(&"<p>".repeat(MOST + 1)).unwrap_err();
        assert!(error.is_too_long(), "{error}");
    }
}
