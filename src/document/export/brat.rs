//! [`Brat`]: the entities of a document in the standoff form of brat.

use std::fmt;

use super::super::{DocumentRef, Entity};
use crate::lines::is_control;

/// The entities of a document as annotations of brat. Its `Display` form is the `.ann` file; the `.txt`
/// file beside it is the text, unchanged.
///
/// An entity is a line such as `T1`, `PER 3 8` and its text, with tabs between. Offsets are characters
/// (Unicode code points). An entity in which a line ends or a tab stands has a piece on either side, as
/// brat wants it. What else is known of an entity is a note of it: `id=per:tiani value=2023`. Nested
/// entities are written too.
///
/// ```
/// # #[cfg(all(feature = "entities", feature = "fr"))] {
/// let document = griot::Pipeline::new()?.process("Le général Tiani.")?;
/// let annotations = document.view().brat().to_string();
/// assert_eq!(annotations, "T1\tPER 11 16\tTiani\n#1\tAnnotatorNotes T1\tid=per:tiani\n");
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Brat<'a> {
    document: DocumentRef<'a>,
}

impl<'a> DocumentRef<'a> {
    /// The entities as annotations of brat. Write them with `to_string`, `format!` or `write!`.
    pub fn brat(self) -> Brat<'a> {
        Brat { document: self }
    }
}

impl fmt::Display for Brat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let offsets = self.document.offsets();
        for entity in self.document.entities() {
            let number = entity.index() + 1;
            write!(f, "T{number}\t{}", entity.label())?;
            for (index, (start, piece)) in pieces(entity.text()).enumerate() {
                let start = offsets.chars(entity.span().start() + start);
                let start = start.unwrap_or_default();
                let separator = if index == 0 { ' ' } else { ';' };
                write!(f, "{separator}{start} {}", start + piece.chars().count())?;
            }
            for (index, (_, piece)) in pieces(entity.text()).enumerate() {
                let separator = if index == 0 { '\t' } else { ' ' };
                write!(f, "{separator}{piece}")?;
            }
            f.write_str("\n")?;
            note(f, number, entity)?;
        }
        Ok(())
    }
}

/// Writes what else is known of an entity. No id and no value has a control character.
fn note(f: &mut fmt::Formatter<'_>, number: usize, entity: Entity<'_>) -> fmt::Result {
    let modifier = entity.modifier();
    let facts = [
        ("id", entity.id()),
        ("value", entity.value()),
        ("mod", modifier.as_ref().map(|it| it.as_str())),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(key, fact)| Some((key, fact?)));
    for (index, (key, fact)) in known.enumerate() {
        match index {
            0 => write!(f, "#{number}\tAnnotatorNotes T{number}\t{key}={fact}")?,
            _ => write!(f, " {key}={fact}")?,
        }
    }
    if facts.iter().any(|(_, fact)| fact.is_some()) {
        f.write_str("\n")?;
    }
    Ok(())
}

/// The pieces of a text between control characters, with their first bytes. White space beside these
/// belongs to no piece.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(is_control).filter_map(move |piece| {
        let start = at + piece.len() - piece.trim_start().len();
        at += piece.len();
        at += text
            .get(at..)
            .and_then(|it| it.chars().next())
            .map_or(0, char::len_utf8);
        let piece = piece.trim();
        (!piece.is_empty()).then_some((start, piece))
    })
}
