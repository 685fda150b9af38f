//! [`Tei`]: a document in the XML of the Text Encoding Initiative.

use std::fmt::{self, Write};
use std::iter::Peekable;

use super::super::{DocumentRef, Entity, Label, Modifier};
use crate::lines::is_line_break;
use crate::span::Span;

/// A document as an element `TEI` of TEI P5. Its `Display` form is the element, without the XML
/// declaration, so that several can stand in one `teiCorpus`.
///
/// The body has the whole text in its order: paragraphs `p`, which end where a line ends between two
/// sentences, and sentences `s`. Text of zones that were left out is an `ab`. Entities are `persName`,
/// `placeName`, `orgName`, `date`, `measure` and `name`, nested as they are:
///
/// - `key` is the id, and `type` of a `name` its label;
/// - a date has `when`, or `from` and `to`, in the form of XML Schema, such as `--12-03` for a day of an
///   unknown year, or `when-custom` with the value of griot for a season or a century, and `cert="low"`
///   if it is approximate;
/// - a `measure` has `type`, `quantity` or `atLeast` and `atMost`, and `unit`.
///
/// Characters that XML does not allow are U+FFFD. Zones, quotations, stems, lemmas and parts of speech
/// are not written.
///
/// ```
/// # #[cfg(all(feature = "entities", feature = "fr"))] {
/// let document = griot::Pipeline::new()?.process("Le général Tiani est à Niamey.")?;
/// let tei = document.view().tei("Niamey & Moscou").to_string();
/// assert!(tei.contains("<title>Niamey &amp; Moscou</title>"));
/// assert!(tei.contains("<p><s>Le général <persName key=\"per:tiani\">Tiani</persName> est à "));
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Tei<'a> {
    document: DocumentRef<'a>,
    title: &'a str,
}

impl<'a> DocumentRef<'a> {
    /// The document in TEI, with a title for its header. Write it with `to_string`, `format!` or
    /// `write!`.
    pub fn tei(self, title: &'a str) -> Tei<'a> {
        Tei {
            document: self,
            title,
        }
    }
}

impl fmt::Display for Tei<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc>\n")?;
        f.write_str("<titleStmt><title>")?;
        escape(f, self.title)?;
        f.write_str(
            "</title></titleStmt>\n<publicationStmt><p>Not published.</p></publicationStmt>\n",
        )?;
        f.write_str("<sourceDesc><p>A text annotated by griot.</p></sourceDesc>\n")?;
        f.write_str("</fileDesc></teiHeader>\n<text xml:lang=\"")?;
        escape(f, self.document.language().language.code())?;
        f.write_str("\"><body>\n")?;
        self.body(f)?;
        f.write_str("\n</body></text>\n</TEI>\n")
    }
}

impl Tei<'_> {
    fn body(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.document.text();
        if self.document.tokens().len() > 0 && self.document.sentences().len() == 0 {
            f.write_str("<p>")?;
            escape(f, text)?;
            return f.write_str("</p>");
        }
        let mut entities = self.document.entities().peekable();
        let (mut end, mut open) = (0, false);
        for sentence in self.document.sentences() {
            let span = sentence.span();
            let gap = text.get(end..span.start()).unwrap_or_default();
            if open && (gap.contains(is_line_break) || !gap.trim().is_empty()) {
                f.write_str("</p>")?;
                open = false;
            }
            between(f, gap)?;
            if !open {
                f.write_str("<p>")?;
                open = true;
            }
            f.write_str("<s>")?;
            marked(f, text, span, &mut entities)?;
            f.write_str("</s>")?;
            end = span.end();
        }
        if open {
            f.write_str("</p>")?;
        }
        between(f, text.get(end..).unwrap_or_default())
    }
}

/// Writes what stands between two sentences: white space, or text of zones that were left out.
fn between(f: &mut fmt::Formatter<'_>, gap: &str) -> fmt::Result {
    let inner = gap.trim();
    if inner.is_empty() {
        return escape(f, gap);
    }
    let start = gap.len() - gap.trim_start().len();
    escape(f, gap.get(..start).unwrap_or_default())?;
    f.write_str("<ab>")?;
    escape(f, inner)?;
    f.write_str("</ab>")?;
    escape(f, gap.get(start + inner.len()..).unwrap_or_default())
}

/// Writes a stretch of the text with the entities that begin in it. Entities are nested or disjoint.
fn marked<'a>(
    f: &mut fmt::Formatter<'_>,
    text: &str,
    stretch: Span,
    entities: &mut Peekable<impl Iterator<Item = Entity<'a>>>,
) -> fmt::Result {
    let mut at = stretch.start();
    let mut open: Vec<Entity<'a>> = Vec::new();
    let mut up_to = |f: &mut fmt::Formatter<'_>, end: usize| {
        let piece = text.get(at..end).unwrap_or_default();
        at = end;
        escape(f, piece)
    };
    loop {
        let next = entities.next_if(|entity| entity.span().start() < stretch.end());
        let start = next.map_or(stretch.end(), |entity| entity.span().start());
        while let Some(entity) = open.pop_if(|entity| entity.span().end() <= start) {
            up_to(f, entity.span().end())?;
            write!(f, "</{}>", name(entity))?;
        }
        up_to(f, start)?;
        let Some(entity) = next else {
            return Ok(());
        };
        tag(f, entity)?;
        open.push(entity);
    }
}

/// The name of the element of an entity.
fn name(entity: Entity<'_>) -> &'static str {
    match entity.label() {
        Label::PERSON => "persName",
        Label::LOCATION => "placeName",
        Label::ORGANISATION => "orgName",
        Label::DATE => "date",
        Label::QUANTITY => "measure",
        _ => "name",
    }
}

/// Writes the tag that opens an entity.
fn tag(f: &mut fmt::Formatter<'_>, entity: Entity<'_>) -> fmt::Result {
    let name = name(entity);
    write!(f, "<{name}")?;
    if name == "name" {
        attribute(f, "type", entity.label_str())?;
    }
    if let Some(id) = entity.id() {
        attribute(f, "key", id)?;
    }
    match entity.value() {
        Some(value) if name == "date" => date(f, value)?,
        Some(value) => measure(f, value)?,
        None => {}
    }
    if entity.modifier() == Some(Modifier::Approx) {
        attribute(f, "cert", "low")?;
    }
    f.write_char('>')
}

fn date(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    let interval = value.split_once('/');
    let ends = interval.and_then(|(from, to)| Some((w3c(from)?, w3c(to)?)));
    match (ends, w3c(value)) {
        (Some((from, to)), _) => {
            attribute(f, "from", &from)?;
            attribute(f, "to", &to)
        }
        (None, Some(when)) => attribute(f, "when", &when),
        (None, None) => attribute(f, "when-custom", value),
    }
}

/// A year, month or day as XML Schema writes it. `None` for any other period.
fn w3c(period: &str) -> Option<String> {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = period.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let rest = period.get(year.len()..)?;
    let known = digits(year) && parts.clone().all(digits);
    let recurs = year == "XXXX" && parts.all(digits);
    match known {
        true => Some(period.to_owned()),
        false => recurs.then(|| format!("-{rest}")),
    }
}

/// Writes the value of a quantity: its kind, its amount or the two ends of it, its unit.
fn measure(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    let mut fields = value.split(' ');
    let mut next = || fields.next().unwrap_or_default();
    let (kind, amount, unit) = (next(), next(), next());
    attribute(f, "type", kind)?;
    match amount.split_once('/') {
        Some((low, high)) => {
            attribute(f, "atLeast", low)?;
            attribute(f, "atMost", high)?;
        }
        None => attribute(f, "quantity", amount)?,
    }
    if unit.is_empty() {
        return Ok(());
    }
    attribute(f, "unit", unit)
}

fn attribute(f: &mut fmt::Formatter<'_>, name: &str, value: &str) -> fmt::Result {
    write!(f, " {name}=\"")?;
    escape(f, value)?;
    f.write_char('"')
}

/// Writes text as XML.
fn escape(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for c in text.chars() {
        match c {
            '&' => f.write_str("&amp;")?,
            '<' => f.write_str("&lt;")?,
            '>' => f.write_str("&gt;")?,
            '"' => f.write_str("&quot;")?,
            // A reader would make a line feed of it.
            '\r' => f.write_str("&#13;")?,
            '\t' | '\n' => f.write_char(c)?,
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => f.write_char(char::REPLACEMENT_CHARACTER)?,
            c => f.write_char(c)?,
        }
    }
    Ok(())
}
