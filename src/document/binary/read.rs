//! Reading: columns are built from those of the file, and every rule of the data model is checked.

mod rows;
mod tokens;

use std::cmp::Reverse;

use super::super::check::{broken, check};
use super::super::layers::{EntityRow, LanguageSource, Layers, settle};
use super::super::{Dateline, Document, LayerSet, ZoneKind, ZoneSet};
use super::bytes::{Reader, Strings};
use super::form::{COLUMNS, HAS_TEXT, HEADER, MAGIC, VERSION, checksum, sum};
use crate::date::Date;
use crate::error::{Error, Kind};
use crate::language::{Detection, Language};
use crate::span::Span;
use crate::stem::Edition;

/// Reads a document. `given` is its text if the bytes have none.
pub(super) fn read(bytes: &[u8], given: Option<String>) -> Result<Document, Error> {
    let wrong = |problem: &str| broken(problem.to_owned());
    let Some((header, mut rest)) = bytes.split_at_checked(HEADER) else {
        return Err(wrong("too short for the header of a document"));
    };
    let Some([version, flags]) = header.strip_prefix(MAGIC).and_then(<[u8]>::first_chunk) else {
        return Err(wrong("these bytes are no document of griot"));
    };
    if *version != VERSION {
        return Err(Kind::Version {
            found: (*version).into(),
            read: VERSION.into(),
        }
        .into());
    }
    if header.last_chunk() != Some(&checksum(header, rest).to_le_bytes()) {
        return Err(wrong(
            "its checksum does not fit: it was cut off or changed",
        ));
    }
    let has_text = match *flags {
        0 => false,
        HAS_TEXT => true,
        _ => return Err(wrong("its header has unknown flags")),
    };
    let (columns, length) =
        Columns::split(&mut rest).ok_or_else(|| wrong("its columns do not fill it"))?;
    let text = match (has_text, given) {
        (true, None) if rest.len() == length => std::str::from_utf8(rest).map(str::to_owned).ok(),
        (true, Some(_)) => return Err(wrong("it has its text already: read it without one")),
        (false, None) => {
            return Err(wrong(
                "it has no text: read it with the one it was made for",
            ));
        }
        (false, Some(text)) if text.len() == length => {
            let same = rest == sum(text.as_bytes()).to_le_bytes();
            same.then_some(text)
        }
        _ => None,
    };
    let Some(text) = text else {
        return Err(wrong(match has_text {
            true => "its text is cut off or no UTF-8",
            false => "the text is not the one it was made for",
        }));
    };
    let layers = columns.layers(&text)?;
    check(&text, &layers)?;
    Ok(Document::new(text, layers))
}

/// What is left of each column.
struct Columns<'a> {
    facts: Reader<'a>,
    tokens: Reader<'a>,
    kinds: Reader<'a>,
    lengths: Reader<'a>,
    norms: Reader<'a>,
    stems: Reader<'a>,
    analyses: Reader<'a>,
    lemmas: Reader<'a>,
    features: Reader<'a>,
    sentences: Reader<'a>,
    entities: Reader<'a>,
    quotations: Reader<'a>,
    strings: Strings<'a>,
}

/// How many rows there are of each kind.
struct Counts {
    tokens: usize,
    types: usize,
    sentences: usize,
    entities: usize,
    quotations: usize,
}

impl<'a> Columns<'a> {
    /// Splits the columns off, and the length of the text.
    fn split(rest: &mut &'a [u8]) -> Option<(Self, usize)> {
        let mut reader = Reader(rest);
        let mut lengths = [0; COLUMNS];
        for length in &mut lengths {
            *length = reader.number()? as usize;
        }
        let text = reader.number()? as usize;
        let mut columns = [&[][..]; COLUMNS];
        for (column, length) in columns.iter_mut().zip(lengths) {
            *column = reader.take(length)?;
        }
        *rest = reader.0;
        let [
            facts,
            tokens,
            kinds,
            lengths,
            norms,
            stems,
            analyses,
            lemmas,
            features,
            sentences,
            entities,
            quotations,
            strings,
        ] = columns;
        let columns = Self {
            facts: Reader(facts),
            tokens: Reader(tokens),
            kinds: Reader(kinds),
            lengths: Reader(lengths),
            norms: Reader(norms),
            stems: Reader(stems),
            analyses: Reader(analyses),
            lemmas: Reader(lemmas),
            features: Reader(features),
            sentences: Reader(sentences),
            entities: Reader(entities),
            quotations: Reader(quotations),
            strings: Strings(std::str::from_utf8(strings).ok()?),
        };
        Some((columns, text))
    }

    fn layers(mut self, text: &str) -> Result<Layers, Error> {
        let damaged = |what: &str| broken(format!("its {what} are cut off or damaged"));
        let mut layers = Layers::default();
        let counts = self.facts(&mut layers).ok_or_else(|| damaged("facts"))?;
        self.tokens(&counts, text, &mut layers)
            .ok_or_else(|| damaged("tokens"))?;
        self.sentences(&counts, &mut layers)
            .ok_or_else(|| damaged("sentences"))?;
        self.entities(&counts, text, &mut layers)
            .ok_or_else(|| damaged("entities"))?;
        self.quotations(&counts, &mut layers)
            .ok_or_else(|| damaged("quotations"))?;
        let left = [
            self.facts,
            self.tokens,
            self.kinds,
            self.lengths,
            self.norms,
            self.stems,
            self.analyses,
            self.lemmas,
            self.features,
            self.sentences,
            self.entities,
            self.quotations,
            Reader(self.strings.0.as_bytes()),
        ];
        if left.iter().any(|column| !column.0.is_empty()) {
            return Err(broken("a column has more than its rows".to_owned()));
        }
        let order = |row: &EntityRow| (row.tokens.start, Reverse(row.tokens.end));
        if !layers.entities.is_sorted_by_key(order) {
            return Err(broken(
                "entities do not stand by start, the longer first".to_owned(),
            ));
        }
        settle(&mut layers.entities)
            .map_err(|index| broken(format!("entity {index}: crosses or repeats another")))?;
        Ok(layers)
    }

    fn facts(&mut self, layers: &mut Layers) -> Option<Counts> {
        let facts = &mut self.facts;
        let mut counts = [0; 5];
        for count in &mut counts {
            *count = facts.number()? as usize;
        }
        let [tokens, types, sentences, entities, quotations] = counts;
        layers.present = LayerSet::from_bits(facts.number()?)?;
        layers.missing = LayerSet::from_bits(facts.number()?)?;
        layers.only = match facts.number()?.checked_sub(1) {
            None => None,
            Some(bits) => Some(ZoneSet::from_bits(bits)?),
        };
        let whole = Language::from_long(facts.array()?)?;
        layers.language = Detection {
            language: whole,
            confidence: f32::from_le_bytes(facts.array()?),
            reliable: flag(facts.byte()?)?,
        };
        layers.language_engine = match facts.byte()? {
            0 => LanguageSource::Given,
            1 => LanguageSource::Model,
            2 => LanguageSource::Whatlang,
            _ => return None,
        };
        layers.stem_edition = match facts.byte()? {
            0 => None,
            1 => Some(Edition::Snowball2),
            2 => Some(Edition::Snowball3),
            _ => return None,
        };
        layers.reference_date = match facts.number()? {
            0 => None,
            year => {
                let year = u16::try_from(year).ok()?;
                Some(Date::new(year, facts.byte()?, facts.byte()?)?)
            }
        };
        if flag(facts.byte()?)? {
            let mut part = || {
                if flag(facts.byte()?)? {
                    let start = facts.number()?;
                    let end = start.checked_add(facts.number()?)?;
                    return Some(Some(Span::new(start, end)));
                }
                Some(None)
            };
            layers.dateline = Some(Dateline::new(part()?, part()?, part()?));
        }
        for _ in 0..facts.number()? {
            let length = facts.number()?;
            layers.models.push(self.strings.take(length)?.to_owned());
        }
        let mut end = 0u32;
        for _ in 0..facts.number()? {
            end = end.checked_add(facts.number()?)?;
            // Most texts have one language, and to find a code takes long.
            let code = facts.array()?;
            let language = match code == whole.long() {
                true => whole,
                false => Language::from_long(code)?,
            };
            layers.languages.0.push((end, language));
        }
        let mut end = 0u32;
        for _ in 0..facts.number()? {
            end = end.checked_add(facts.number()?)?;
            layers
                .zones
                .0
                .push((end, value(ZoneKind::ALL, facts.byte()?)?));
        }
        // A row takes a byte at least, so no number makes the reader take more memory than the
        // document has bytes, but for a small factor.
        let fits = tokens <= self.tokens.0.len()
            && types <= tokens
            && types <= self.kinds.0.len()
            && types <= self.lengths.0.len();
        fits.then_some(Counts {
            tokens,
            types,
            sentences,
            entities,
            quotations,
        })
    }
}

fn value<T: Copy>(all: &[T], number: u8) -> Option<T> {
    all.get(usize::from(number)).copied()
}

fn flag(byte: u8) -> Option<bool> {
    match byte {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}
