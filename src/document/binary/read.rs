//! Reading: columns are built from those of the file, and every rule of the data model is checked.

mod rows;

use std::cmp::Reverse;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::super::check::{broken, check, wants_lemma};
use super::super::layers::{Cover, EntityRow, LanguageSource, Layers, settle};
use super::super::morph::MorphNumbers;
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

/// A type, as far as it is needed to read its tokens.
struct Type {
    span: Span,
    kind: TokenKind,
    language: Language,
    analysis: Analysis,
}

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

    fn tokens(
        &mut self,
        counts: &Counts,
        text: &str,
        languages: &Cover<Language>,
        layers: &mut Layers,
    ) -> Option<()> {
        let typed = layers.present.contains(Layer::Norms);
        let analysed = layers.present.contains(Layer::Pos);
        let lemmatised = layers.present.contains(Layer::Lemmas);
        let featured = layers.present.contains(Layer::Morph);
        self.reserve(counts, layers);
        let mut types: Vec<Type> = Vec::with_capacity(counts.types);
        let mut seen = Distinct::with_capacity(counts.types);
        let mut lemmas = Distinct::default();
        let mut morphs = MorphNumbers::default();
        let whole = layers.language.language;
        let mut stretches = languages.iter();
        let (mut language, mut stretch_end) = (whole, 0);
        let (mut end, mut flags) = (0u32, 0);
        for index in 0..counts.tokens {
            flags = if index % 4 == 0 {
                self.flags.byte()?
            } else {
                flags >> 2
            };
            let mut code = self.tokens.number()?;
            let mut gap = u32::from(flags & 1);
            if code == ANOTHER_GAP {
                gap = self
                    .tokens
                    .number()
                    .filter(|other| *other > 1 && gap == 0)?;
                code = self.tokens.number()?;
            }
            let start = end.checked_add(gap)?;
            while stretch_end <= start as usize {
                (language, stretch_end) = stretches
                    .next()
                    .map_or((whole, usize::MAX), |(stretch, language)| {
                        (language, stretch.end())
                    });
            }
            let again = flags & 2 != 0;
            let (kind, id) = if code == NEW {
                let length = self.lengths.number()?;
                end = start.checked_add(length)?;
                let span = Span::new(start, end);
                let surface = span.get(text)?;
                let packed = self.kinds.byte()?;
                let kind = value(TokenKind::ALL, packed & 15)?;
                let id = types.len();
                if typed {
                    let fresh = seen.add(surface.as_bytes(), clamp(id), |other| {
                        types.get(other as usize).is_some_and(|other| {
                            other.kind == kind
                                && other.language == language
                                && other.span.of(text) == surface
                        })
                    });
                    if !fresh {
                        return None;
                    }
                    types.push(Type {
                        span,
                        kind,
                        language,
                        analysis: Analysis::NONE,
                    });
                    self.forms(surface, packed, layers)?;
                } else if packed > 15 {
                    return None;
                }
                if again {
                    return None;
                }
                (kind, id)
            } else {
                let id = code.checked_sub(FIRST_TYPE)? as usize;
                let known = types.get(id)?;
                end = start.checked_add(clamp(known.span.len()))?;
                // Equal to a piece of text, so it stands on characters as that does.
                let bytes = text.as_bytes();
                let same = bytes.get(start as usize..end as usize) == bytes.get(known.span.range());
                if !same || known.language != language {
                    return None;
                }
                (known.kind, id)
            };
            let rows = &mut layers.tokens;
            rows.start.push(start);
            rows.end.push(end);
            rows.kind.push(kind);
            if typed {
                rows.type_id.push(clamp(id));
            }
            if !analysed {
                if again {
                    return None;
                }
                continue;
            }
            let known = types.get_mut(id)?;
            if !again {
                known.analysis = self.analysis(id, kind, &mut lemmas, layers)?;
                if featured {
                    known.analysis.morph = self.features(&mut morphs, &mut layers.morphs)?;
                }
            }
            let rows = &mut layers.tokens;
            let Analysis {
                pos,
                lemma,
                guess,
                morph,
            } = known.analysis;
            rows.pos.push(pos);
            if featured {
                rows.morph.push(morph);
            }
            if lemmatised {
                rows.lemma.push(lemma);
                rows.guess.push(guess);
            }
        }
        if types.len() != counts.types {
            return None;
        }
        (flags >> 2 == 0 || counts.tokens.is_multiple_of(4)).then_some(())
    }

    fn reserve(&self, counts: &Counts, layers: &mut Layers) {
        let Layers {
            present,
            tokens: rows,
            types,
            lemmas,
            ..
        } = layers;
        let there = |layer, count| if present.contains(layer) { count } else { 0 };
        rows.start.reserve_exact(counts.tokens);
        rows.end.reserve_exact(counts.tokens);
        rows.kind.reserve_exact(counts.tokens);
        rows.type_id
            .reserve_exact(there(Layer::Norms, counts.tokens));
        rows.pos.reserve_exact(there(Layer::Pos, counts.tokens));
        rows.lemma
            .reserve_exact(there(Layer::Lemmas, counts.tokens));
        rows.guess
            .reserve_exact(there(Layer::Lemmas, counts.tokens));
        rows.morph.reserve_exact(there(Layer::Morph, counts.tokens));
        types.shape.reserve_exact(there(Layer::Norms, counts.types));
        types.stop.reserve_exact(there(Layer::Stops, counts.types));
        types.stems.reserve(there(Layer::Stems, counts.types));
        // Most types are short, and have a lemma of their own.
        types
            .norms
            .reserve(there(Layer::Norms, counts.types), 8 * counts.types);
        let count = there(Layer::Lemmas, counts.types);
        lemmas.reserve(count, 8 * count);
    }

    /// The forms of a type, which are `packed` in one byte with its kind.
    fn forms(&mut self, surface: &str, packed: u8, layers: &mut Layers) -> Option<()> {
        let (present, types) = (layers.present, &mut layers.types);
        types.shape.push(Shape::of(surface));
        let stop = packed >> 4 & 3;
        if present.contains(Layer::Stops) {
            types.stop.push(value(Stop::ALL, stop)?);
        } else if stop > 0 {
            return None;
        }
        match Norm::from(packed >> 6)? {
            Norm::Surface => types.norms.push(surface),
            Norm::Lower => types.norms.push_lower(surface),
            Norm::Other => types.norms.push(self.strings.take(self.norms.number()?)?),
        }
        if !present.contains(Layer::Stems) {
            return Some(());
        }
        let norm = types.norms.get(types.norms.len().checked_sub(1)?)?;
        match self.stems.byte()? {
            Stem::OTHER => {
                let stem = self.strings.take(self.stems.number()?)?;
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
        lemmas: &mut Distinct,
        layers: &mut Layers,
    ) -> Option<Analysis> {
        let packed = self.analyses.byte()?;
        let how = Lemma::from(packed >> 6);
        let guess = packed & 1 << 5 != 0;
        let pos = value(Pos::ALL, packed & 31)?;
        if !layers.present.contains(Layer::Lemmas) {
            return (packed < 32).then_some(Analysis {
                pos,
                ..Analysis::NONE
            });
        }
        let next = clamp(layers.lemmas.len());
        let norm = || layers.types.norms.get(id);
        let lemma = match how {
            Lemma::None if guess || wants_lemma(kind) => return None,
            Lemma::None => u32::MAX,
            Lemma::Known => self.lemmas.number().filter(|known| *known < next)?,
            Lemma::Norm => {
                layers.lemmas.push(norm()?);
                next
            }
            Lemma::New => {
                let shared = self.lemmas.number()? as usize;
                if shared > Lemma::MOST_SHARED {
                    return None;
                }
                let rest = self.strings.take(self.lemmas.number()?)?;
                layers.lemmas.push_joined(norm()?.get(..shared)?, rest);
                next
            }
        };
        if lemma == next {
            let list = &layers.lemmas;
            let new = list.get(next as usize)?;
            let same = |other: u32| list.get(other as usize) == Some(new);
            if !lemmas.add(new.as_bytes(), next, same) {
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

/// The numbers of strings that are all different.
#[derive(Default)]
struct Distinct {
    table: HashTable<(u64, u32)>,
    hasher: DefaultHashBuilder,
}

impl Distinct {
    fn with_capacity(capacity: usize) -> Self {
        Self {
            table: HashTable::with_capacity(capacity),
            hasher: DefaultHashBuilder::default(),
        }
    }

    /// Adds the number of a string. False if `same` says of one before that it is the same.
    fn add(&mut self, string: &[u8], number: u32, same: impl Fn(u32) -> bool) -> bool {
        let hash = self.hasher.hash_one(string);
        let found = |(other, number): &(u64, u32)| *other == hash && same(*number);
        if self.table.find(hash, found).is_some() {
            return false;
        }
        self.table
            .insert_unique(hash, (hash, number), |(hash, _)| *hash);
        true
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
