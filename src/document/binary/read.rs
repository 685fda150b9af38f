//! Reading: columns are built from those of the file, and every rule of the data model is checked.

mod rows;

use std::cmp::Reverse;

use super::super::check::{broken, check, wants_lemma};
use super::super::layers::{self, Cover, EntityRow, LanguageSource, Layers, Types, settle};
use super::super::morph::MorphNumbers;
use super::super::types::{Distinct, Type};
use super::super::{
    Dateline, Document, Layer, LayerSet, Morph, Pos, Shape, Stop, TokenKind, ZoneKind, ZoneSet,
};
use super::bytes::{Reader, Strings};
use super::form::{
    ANOTHER_GAP, COLUMNS, FIRST_TYPE, HAS_TEXT, HEADER, Lemma, MAGIC, NEW, Norm, Stem, VERSION,
    checksum, sum,
};
use crate::date::Date;
use crate::error::{Error, Kind};
use crate::language::{Detection, Language};
use crate::span::{Span, clamp};
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
    flags: Reader<'a>,
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

/// The second flag of each of the four tokens of a byte.
const AGAIN: u8 = 0b1010_1010;

/// The part of speech, the lemma and the features of a token.
#[derive(Clone, Copy)]
struct Analysis {
    pos: Pos,
    /// As in the column of tokens.
    lemma: u32,
    guess: bool,
    morph: u16,
}

impl Analysis {
    const NONE: Self = Self {
        pos: Pos::X,
        lemma: u32::MAX,
        guess: false,
        morph: 0,
    };
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
            flags,
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
            flags: Reader(flags),
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
        let languages = std::mem::take(&mut layers.languages);
        self.tokens(&counts, text, &languages, &mut layers)
            .ok_or_else(|| damaged("tokens"))?;
        layers.languages = languages;
        self.sentences(&counts, &mut layers)
            .ok_or_else(|| damaged("sentences"))?;
        self.entities(&counts, text, &mut layers)
            .ok_or_else(|| damaged("entities"))?;
        self.quotations(&counts, &mut layers)
            .ok_or_else(|| damaged("quotations"))?;
        let left = [
            self.facts,
            self.tokens,
            self.flags,
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

    /// Tokens are read in two passes: where they stand and of which types they are, then what is known
    /// of them. So each pass has few columns at hand.
    fn tokens(
        &mut self,
        counts: &Counts,
        text: &str,
        languages: &Cover<Language>,
        layers: &mut Layers,
    ) -> Option<()> {
        let flags = self.flags.take(counts.tokens.div_ceil(4))?;
        let used = counts.tokens % 4 * 2;
        if used > 0 && flags.last()? >> used != 0 {
            return None;
        }
        let mut kinds = self.kinds;
        let types = self.spans(counts, flags, text, languages, layers)?;
        if !layers.present.contains(Layer::Norms) {
            // Without types each token is a first one, and only its kind is known.
            layers.tokens.type_id = Vec::new();
            let bare = kinds.0.iter().all(|packed| *packed <= 15);
            let again = flags.iter().any(|flags| flags & AGAIN != 0);
            return (types.is_empty() && bare && !again).then_some(());
        }
        std::mem::swap(&mut self.kinds, &mut kinds);
        self.knowledge(flags, text, &types, layers)?;
        self.kinds = kinds;
        Some(())
    }

    /// Where tokens stand, their kinds and their types, whose first tokens are returned.
    fn spans(
        &mut self,
        counts: &Counts,
        flags: &[u8],
        text: &str,
        languages: &Cover<Language>,
        layers: &mut Layers,
    ) -> Option<Vec<Type>> {
        let typed = layers.present.contains(Layer::Norms);
        let whole = layers.language.language;
        let rows = &mut layers.tokens;
        rows.start = vec![0; counts.tokens];
        rows.end = vec![0; counts.tokens];
        rows.kind = vec![TokenKind::Other; counts.tokens];
        rows.type_id = vec![0; counts.tokens];
        let mut types: Vec<Type> = Vec::with_capacity(counts.types);
        let mut seen = Distinct::with_capacity(counts.types);
        let (mut codes, mut kinds, mut lengths) = (self.tokens, self.kinds, self.lengths);
        let mut stretches = languages.iter();
        let (mut language, mut stretch_end) = (whole, 0);
        let mut end = 0u32;
        let places = rows.start.iter_mut().zip(&mut rows.end);
        let all = places.zip(&mut rows.kind).zip(&mut rows.type_id);
        for (index, (((row_start, row_end), row_kind), row_type)) in all.enumerate() {
            let mut code = codes.number()?;
            let mut gap = u32::from(flags.get(index / 4)? >> (index % 4 * 2) & 1);
            if code == ANOTHER_GAP {
                gap = codes.number().filter(|other| *other > 1 && gap == 0)?;
                code = codes.number()?;
            }
            let start = end.checked_add(gap)?;
            while stretch_end <= start as usize {
                (language, stretch_end) = stretches
                    .next()
                    .map_or((whole, usize::MAX), |(stretch, language)| {
                        (language, stretch.end())
                    });
            }
            if code == NEW {
                let length = lengths.number()?;
                end = start.checked_add(length)?;
                text.get(start as usize..end as usize)?;
                *row_kind = value(TokenKind::ALL, kinds.byte()? & 15)?;
                if typed {
                    let new = Type::new(text, (start, length), *row_kind, language)?;
                    let next = clamp(types.len());
                    *row_type = next;
                    let first = |id: u32| types.get(id as usize);
                    if types.len() == counts.types
                        || new.number(text, next, first, &mut seen)? != next
                    {
                        return None;
                    }
                    types.push(new);
                }
            } else {
                let id = code.checked_sub(FIRST_TYPE)?;
                let known = types.get(id as usize)?;
                // Equal to a piece of text, so it stands on characters as that does.
                let again = Type::new(text, (start, known.length), known.kind, language)?;
                if !known.is(&again, text) {
                    return None;
                }
                end = start + known.length;
                *row_kind = known.kind;
                *row_type = id;
            }
            *row_start = start;
            *row_end = end;
        }
        (self.tokens, self.kinds, self.lengths) = (codes, kinds, lengths);
        (types.len() == counts.types).then_some(types)
    }

    /// The forms of types, and the analyses of tokens.
    fn knowledge(
        &mut self,
        flags: &[u8],
        text: &str,
        first: &[Type],
        layers: &mut Layers,
    ) -> Option<()> {
        self.reserve(first.len(), layers);
        let Layers {
            present,
            tokens: rows,
            types,
            lemmas,
            morphs,
            ..
        } = layers;
        let (present, count) = (*present, rows.start.len());
        if !present.contains(Layer::Pos) {
            if flags.iter().any(|flags| flags & AGAIN != 0) {
                return None;
            }
            return first
                .iter()
                .try_for_each(|it| self.forms(it.of(text)?, present, types));
        }
        let mut seen = Distinct::with_capacity(self.analyses.0.len());
        let mut numbers = MorphNumbers::default();
        // The last analysis of each type.
        let mut known: Vec<Analysis> = Vec::with_capacity(first.len());
        rows.pos = vec![Pos::X; count];
        rows.lemma = vec![u32::MAX; count];
        rows.guess = vec![false; count];
        rows.morph = vec![0; count];
        let parts = rows.pos.iter_mut().zip(&mut rows.lemma);
        let parts = parts.zip(&mut rows.guess).zip(&mut rows.morph);
        let tokens = rows.type_id.iter().zip(&rows.kind).zip(parts);
        for (index, ((id, kind), (((pos, lemma), guess), morph))) in tokens.enumerate() {
            let id = *id as usize;
            let again = flags.get(index / 4)? >> (index % 4 * 2) & 2 != 0;
            if id == known.len() {
                if again {
                    return None;
                }
                self.forms(first.get(id)?.of(text)?, present, types)?;
                known.push(Analysis::NONE);
            }
            let known = known.get_mut(id)?;
            if !again {
                *known = self.analysis(id, *kind, &mut seen, present, &types.norms, lemmas)?;
                if present.contains(Layer::Morph) {
                    known.morph = self.features(&mut numbers, morphs)?;
                }
            }
            (*pos, *lemma, *guess, *morph) = (known.pos, known.lemma, known.guess, known.morph);
        }
        if !present.contains(Layer::Lemmas) {
            (rows.lemma, rows.guess) = Default::default();
        }
        if !present.contains(Layer::Morph) {
            rows.morph = Vec::new();
        }
        Some(())
    }

    fn reserve(&self, count: usize, layers: &mut Layers) {
        let Layers {
            present,
            types,
            lemmas,
            ..
        } = layers;
        let there = |layer| if present.contains(layer) { count } else { 0 };
        types.shape.reserve_exact(count);
        types.stop.reserve_exact(there(Layer::Stops));
        types.stems.reserve(there(Layer::Stems));
        // Most types are short, and have a lemma of their own.
        types.norms.reserve(count, 8 * count);
        let count = there(Layer::Lemmas);
        lemmas.reserve(count, 8 * count);
    }

    /// The forms of the next type.
    fn forms(&mut self, surface: &str, present: LayerSet, types: &mut Types) -> Option<()> {
        let packed = self.kinds.byte()?;
        types.shape.push(Shape::of(surface));
        let stop = packed >> 4 & 3;
        if present.contains(Layer::Stops) {
            types.stop.push(value(Stop::ALL, stop)?);
        } else if stop > 0 {
            return None;
        }
        let other;
        let norm = match Norm::from(packed >> 6)? {
            Norm::Surface => {
                types.norms.push(surface);
                surface
            }
            Norm::Lower => {
                types.norms.push_lower(surface);
                surface
            }
            Norm::Other => {
                other = self.strings.take(self.norms.number()?)?;
                types.norms.push(other);
                other
            }
        };
        if !present.contains(Layer::Stems) {
            return Some(());
        }
        match self.stems.byte()? {
            Stem::OTHER => {
                let stem = self.strings.take(self.stems.number()?)?;
                let norm = types.norms.get(types.norms.len().checked_sub(1)?)?;
                types.stems.push(stem, norm);
            }
            short => {
                let rest = match short {
                    Stem::LONG => self.stems.number()?,
                    rest => rest.into(),
                };
                // Whether it ends at a character is a rule of all documents.
                types
                    .stems
                    .push_prefix(clamp(norm.len()).checked_sub(rest)?);
            }
        }
        Some(())
    }

    fn analysis(
        &mut self,
        id: usize,
        kind: TokenKind,
        seen: &mut Distinct,
        present: LayerSet,
        norms: &layers::Strings,
        lemmas: &mut layers::Strings,
    ) -> Option<Analysis> {
        let packed = self.analyses.byte()?;
        let how = Lemma::from(packed >> 6);
        let guess = packed & 1 << 5 != 0;
        let pos = value(Pos::ALL, packed & 31)?;
        if !present.contains(Layer::Lemmas) {
            return (packed < 32).then_some(Analysis {
                pos,
                ..Analysis::NONE
            });
        }
        let next = clamp(lemmas.len());
        let lemma = match how {
            Lemma::None if guess || wants_lemma(kind) => return None,
            Lemma::None => u32::MAX,
            Lemma::Known => self.lemmas.number().filter(|known| *known < next)?,
            Lemma::Norm => {
                lemmas.push(norms.get(id)?);
                next
            }
            Lemma::New => {
                let shared = self.lemmas.number()? as usize;
                if shared > Lemma::MOST_SHARED {
                    return None;
                }
                let rest = self.strings.take(self.lemmas.number()?)?;
                lemmas.push_joined(norms.get(id)?.get(..shared)?, rest);
                next
            }
        };
        if lemma == next {
            let new = lemmas.get(next as usize)?;
            let same = |other: u32| lemmas.get(other as usize) == Some(new);
            if seen.number(new.as_bytes(), next, same)? != next {
                return None;
            }
        }
        Some(Analysis {
            pos,
            lemma,
            guess,
            ..Analysis::NONE
        })
    }

    /// The number of the features of a token.
    fn features(&mut self, numbers: &mut MorphNumbers, all: &mut Vec<Morph>) -> Option<u16> {
        let number = u16::try_from(self.features.number()?).ok()?;
        if usize::from(number) == all.len() {
            let new = Morph::from_bits(u32::from_le_bytes(self.features.array()?))?;
            return numbers.number(new, all).filter(|other| *other == number);
        }
        (usize::from(number) < all.len()).then_some(number)
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
