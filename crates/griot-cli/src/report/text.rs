//! The text of an article, with marks for names, dates, quantities and quotations, and what is known of
//! each word.

use std::ops::Range;

use griot::document::Alignment;
use griot::{DocumentRef, Entity, Label, Quotation, Span, Token, ZoneKind};

use super::article::{Article, class};
use super::escape::{Html, one_line};

/// A text that is about to be written.
pub struct Text<'a> {
    article: &'a Article<'a>,
    document: DocumentRef<'a>,
    entities: Vec<Entity<'a>>,
    quotations: Vec<Quotation<'a>>,
}

impl<'a> Text<'a> {
    pub fn new(article: &'a Article<'a>) -> Self {
        let document = article.document;
        Self {
            article,
            document,
            entities: document.outermost().collect(),
            quotations: document.quotations().collect(),
        }
    }

    /// Writes the zones, each in paragraphs.
    pub fn write(&self, html: &mut Html) {
        for (zone, kind) in self.document.zones() {
            let mut start = zone.start();
            let mut end = start;
            for line in self.piece(&zone.range()).split_inclusive('\n') {
                end += line.len();
                // A line break inside a sentence is the edge of a page, and ends no paragraph.
                let inside = end < zone.end() && self.document.sentence_at(end - 1).is_some();
                if !inside {
                    self.write_paragraph(html, kind, start..end);
                    start = end;
                }
            }
        }
    }

    fn write_paragraph(&self, html: &mut Html, kind: ZoneKind, range: Range<usize>) {
        if self.piece(&range).trim().is_empty() {
            return;
        }
        let class = match kind {
            ZoneKind::Body | ZoneKind::Lede | ZoneKind::Quotation => "story",
            ZoneKind::Title | ZoneKind::Kicker => "story title",
            ZoneKind::Heading => "story heading",
            _ => "aside",
        };
        html.open("p", &[("class", class), ("dir", "auto")]);
        if class == "aside" {
            html.element("span", &[("class", "zone")], kind.as_str());
        }
        let mut at = range.start;
        for quotation in pieces(&self.quotations, &range, |it| it.span()) {
            let quoted = clipped(quotation.span(), at..range.end);
            self.write_names(html, at..quoted.start);
            let said = match quotation.speaker() {
                Some(speaker) => format!("said by {}", one_line(speaker)),
                None => "said by nobody that the text names".to_owned(),
            };
            let mut attributes = vec![("data-said", said.as_str())];
            if quoted.start == quotation.span().start() {
                attributes.push(("tabindex", "-1"));
            }
            html.open("q", &attributes);
            at = quoted.end;
            self.write_names(html, quoted);
            html.close();
        }
        self.write_names(html, at..range.end);
        html.close();
    }

    /// Writes a piece of the text with marks for the entities.
    fn write_names(&self, html: &mut Html, range: Range<usize>) {
        let mut at = range.start;
        for entity in pieces(&self.entities, &range, |it| it.span()) {
            let name = clipped(entity.span(), at..range.end);
            self.write_words(html, at..name.start);
            let (anchor, tip) = (self.article.anchor(*entity), tip(*entity));
            let mut attributes = vec![
                ("class", class(entity.label())),
                ("data-label", kind(*entity)),
                ("data-tip", tip.as_str()),
            ];
            // What an edge of a quotation divides has one place to go to.
            if name.start == entity.span().start() {
                attributes.extend([("id", anchor.as_str()), ("tabindex", "-1")]);
            }
            html.open("mark", &attributes);
            at = name.end;
            self.write_words(html, name);
            html.close();
        }
        self.write_words(html, at..range.end);
    }

    /// Writes a piece of the text with the lemma and the part of speech of each word.
    fn write_words(&self, html: &mut Html, range: Range<usize>) {
        let ends = (u32::try_from(range.start), u32::try_from(range.end));
        let (Ok(start), Ok(end)) = ends else { return };
        let span = Span::new(start, end);
        let tokens = self.document.token_range(span, Alignment::Expand);
        let mut at = range.start;
        for token in self.document.tokens_at(tokens.unwrap_or_default()) {
            let word = clipped(token.span(), at..range.end);
            html.text(self.piece(&(at..word.start)));
            at = word.end;
            self.write_word(html, token, self.piece(&word));
        }
        html.text(self.piece(&(at..range.end)));
    }

    fn write_word(&self, html: &mut Html, token: Token<'_>, text: &str) {
        let known = (token.pos(), token.lemma());
        match known {
            _ if token.is_address() => {
                let attributes = [
                    ("class", "address"),
                    ("data-label", "address"),
                    ("data-tip", "address"),
                    ("tabindex", "-1"),
                ];
                html.element("mark", &attributes, text);
            }
            (Some(pos), Some(lemma)) => {
                let known = format!("{} {lemma}", pos.as_str());
                html.element("i", &[("data-w", &known)], text);
            }
            _ => html.text(text),
        }
    }

    fn piece(&self, range: &Range<usize>) -> &'a str {
        self.document.text().get(range.clone()).unwrap_or_default()
    }
}

/// The items that overlap a range. Items are in order and do not overlap.
fn pieces<'i, T>(items: &'i [T], range: &Range<usize>, span: impl Fn(&T) -> Span) -> &'i [T] {
    let start = items.partition_point(|it| span(it).end() <= range.start);
    let end = items.partition_point(|it| span(it).start() < range.end);
    items.get(start..end).unwrap_or_default()
}

fn clipped(span: Span, range: Range<usize>) -> Range<usize> {
    let start = span.start().clamp(range.start, range.end);
    start..span.end().clamp(start, range.end)
}

/// The word beside a mark.
fn kind<'a>(entity: Entity<'a>) -> &'a str {
    match entity.label().built_in() {
        Some("MISC") => "name",
        Some(_) => class(entity.label()),
        None => entity.label_str(),
    }
}

/// All that is known of an entity.
fn tip(entity: Entity<'_>) -> String {
    let mut facts = vec![kind(entity).to_owned()];
    let mut fact = |name: &str, value: Option<&str>| {
        facts.extend(value.map(|value| format!("{name} {}", one_line(value))));
    };
    fact("title", entity.title());
    let value = entity.value();
    fact("value", value.filter(|_| entity.label() != Label::MISC));
    fact("part", entity.modifier().map(|it| it.as_str()));
    fact("id", entity.id());
    fact("place", entity.place_id());
    facts.join(" · ")
}
