//! A document as HTML, for notebooks: the text with its entities marked.

use std::fmt::{self, Display, Write};

use griot::DocumentRef;

/// A text in HTML. Nothing in it is read as markup.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// The colour behind an entity.
fn colour(label: &str) -> &'static str {
    match label {
        "PER" => "#ffd9a8",
        "LOC" => "#ffe98f",
        "ORG" => "#a9dcf5",
        "DATE" => "#c9e8c0",
        "QUANTITY" => "#e4d3f2",
        _ => "#dfe3e8",
    }
}

/// The text of a document, with its outermost entities marked and labelled.
pub(crate) fn document(document: DocumentRef<'_>) -> String {
    let text = document.text();
    let mut html = String::with_capacity(text.len() * 2);
    html.push_str(r#"<div class="griot" style="line-height: 2.2; white-space: pre-wrap">"#);
    let part = |range: std::ops::Range<usize>| Escaped(text.get(range).unwrap_or_default());
    let mut end = 0;
    for entity in document.outermost() {
        let (span, label) = (entity.span(), entity.label_str());
        let detail = entity.value().or(entity.id()).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(
            html,
            "{}<mark style=\"background: {}; color: #1b1b1b; padding: 0.25em 0.4em; border-radius: \
             0.35em\" title=\"{}\">{}<span style=\"font-size: 0.75em; font-weight: bold; margin-left: \
             0.5em\">{}</span></mark>",
            part(end..span.start()),
            colour(label),
            Escaped(detail),
            Escaped(entity.text()),
            Escaped(label),
        );
        end = span.end();
    }
    let _ = write!(html, "{}</div>", part(end..text.len()));
    html
}
