//! Writing: a column for each kind of fact.

use hashbrown::HashMap;

use super::super::layers::{EntityRow, Layers, QuotationRow};
use super::super::{DocumentRef, EndReason, Layer, TokenKind, ZoneKind};
use super::bytes::{put, put_difference};
use super::form::{
    ANOTHER_GAP, COLUMNS, FIRST_TYPE, HAS_TEXT, HEADER, Lemma, MAGIC, NEW, Norm, Stem, VERSION,
    checksum, sum,
};
use crate::language::Language;
use crate::span::{Span, clamp};
use crate::stem::Edition;

/// The columns of a document, by the order of their fields.
#[derive(Default)]
struct Columns<'a> {
    facts: Vec<u8>,
    tokens: Vec<u8>,
    flags: Vec<u8>,
    kinds: Vec<u8>,
    lengths: Vec<u8>,
    norms: Vec<u8>,
    stems: Vec<u8>,
    analyses: Vec<u8>,
    lemmas: Vec<u8>,
    features: Vec<u8>,
    sentences: Vec<u8>,
    entities: Vec<u8>,
    quotations: Vec<u8>,
    strings: Vec<u8>,
    /// The numbers of the strings that may be needed again.
    numbers: HashMap<&'a str, u32>,
}

/// A document as bytes, with its text or without.
pub(super) fn write(document: DocumentRef<'_>, with_text: bool) -> Vec<u8> {
    let mut columns = Columns::default();
    columns.document(document);
    let text = document.text().as_bytes();
    let columns = columns.all();
    let length = columns.iter().map(|column| column.len()).sum::<usize>();
    let mut bytes = Vec::with_capacity(HEADER + length + text.len() + 5 * (COLUMNS + 2));
    bytes.extend(MAGIC);
    bytes.extend([VERSION, if with_text { HAS_TEXT } else { 0 }]);
    bytes.extend([0; 8]);
    for column in &columns {
        put(&mut bytes, clamp(column.len()));
    }
    put(&mut bytes, clamp(text.len()));
    columns.iter().for_each(|column| bytes.extend(column));
    if with_text {
        bytes.extend(text);
    } else {
        bytes.extend(sum(text).to_le_bytes());
    }
    let (header, rest) = bytes.split_at_mut(HEADER);
    let sum = checksum(header, rest).to_le_bytes();
    if let Some(place) = header.last_chunk_mut() {
        *place = sum;
    }
    bytes
}

impl<'a> Columns<'a> {
    /// In the order of the file.
    fn all(self) -> [Vec<u8>; COLUMNS] {
        [
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
            self.strings,
        ]
    }

    fn document(&mut self, document: DocumentRef<'a>) {
        let (text, layers) = (document.text(), document.layers());
        self.facts(layers);
        self.tokens(text, layers);
        self.sentences(layers);
        let mut start = 0;
        for row in &layers.entities {
            self.entity(row, start, layers);
            start = row.tokens.start;
        }
        let mut end = 0;
        for row in &layers.quotations {
            self.quotation(row, end);
            end = row.tokens.end;
        }
    }

    fn facts(&mut self, layers: &'a Layers) {
        // Every field is named, so that the compiler notices a new one.
        let Layers {
            present,
            missing,
            language,
            language_engine,
            stem_edition,
            models,
            reference_date,
            dateline,
            languages,
            zones,
            only,
            tokens,
            sentences,
            types,
            lemmas: _,
            morphs: _,
            entities,
            quotations,
        } = layers;
        let counts = [
            tokens.len(),
            types.norms.len(),
            sentences.len(),
            entities.len(),
            quotations.len(),
        ];
        for count in counts {
            put(&mut self.facts, clamp(count));
        }
        for set in [present, missing] {
            put(&mut self.facts, set.bits().into());
        }
        put(&mut self.facts, only.map_or(0, |only| only.bits() + 1));
        self.language(language.language);
        self.facts.extend(language.confidence.to_le_bytes());
        let edition = match stem_edition {
            None => 0,
            Some(Edition::Snowball2) => 1,
            Some(Edition::Snowball3) => 2,
        };
        let engine = *language_engine as u8;
        self.facts
            .extend([u8::from(language.reliable), engine, edition]);
        match reference_date {
            None => put(&mut self.facts, 0),
            Some(date) => {
                put(&mut self.facts, date.year().into());
                self.facts.extend([date.month(), date.day()]);
            }
        }
        let parts = dateline.map(|it| [it.place(), it.date(), it.agency()]);
        put(&mut self.facts, u32::from(parts.is_some()));
        for part in parts.into_iter().flatten() {
            self.facts.push(u8::from(part.is_some()));
            if let Some(span) = part {
                self.span(span);
            }
        }
        put(&mut self.facts, clamp(models.len()));
        for model in models {
            put(&mut self.facts, clamp(model.len()));
            self.strings.extend(model.as_bytes());
        }
        put(&mut self.facts, clamp(languages.0.len()));
        for (span, language) in languages.iter() {
            put(&mut self.facts, clamp(span.len()));
            self.language(language);
        }
        put(&mut self.facts, clamp(zones.0.len()));
        for (span, kind) in zones.iter() {
            put(&mut self.facts, clamp(span.len()));
            self.facts.push(kind as u8);
        }
        const { assert!(ZoneKind::ALL.len() < 32 && TokenKind::ALL.len() <= 16) }
    }

    fn language(&mut self, language: Language) {
        self.facts.extend(language.long());
    }

    fn span(&mut self, span: Span) {
        put(&mut self.facts, clamp(span.start()));
        put(&mut self.facts, clamp(span.len()));
    }

    fn tokens(&mut self, text: &str, layers: &Layers) {
        let (rows, types) = (&layers.tokens, &layers.types);
        for column in [
            &mut self.tokens,
            &mut self.kinds,
            &mut self.lengths,
            &mut self.stems,
            &mut self.analyses,
            &mut self.lemmas,
            &mut self.strings,
        ] {
            column.reserve(rows.len() + rows.len() / 2);
        }
        self.flags.reserve(rows.len() / 4 + 1);
        let analysed = layers.present.contains(Layer::Pos);
        // The last token of each type.
        let mut last: Vec<usize> = Vec::with_capacity(types.norms.len());
        let mut morphs = 0;
        let (mut end, mut lemmas, mut packed) = (0, 0, 0u8);
        let spans = rows.start.iter().zip(&rows.end).zip(&rows.kind);
        for (index, ((start, stop), kind)) in spans.enumerate() {
            let gap = start.saturating_sub(end);
            end = *stop;
            if gap > 1 {
                put(&mut self.tokens, ANOTHER_GAP);
                put(&mut self.tokens, gap);
            }
            let id = rows.type_of(index);
            let before = id.and_then(|id| last.get_mut(id));
            let before = before.map(|last| std::mem::replace(last, index));
            match (before, id) {
                (Some(_), Some(id)) => put(&mut self.tokens, FIRST_TYPE + clamp(id)),
                _ => {
                    put(&mut self.tokens, NEW);
                    let span = Span::new(*start, *stop);
                    self.kind(span.of(text), *kind, id, layers);
                    last.extend(id.map(|_| index));
                }
            }
            let mut same = false;
            if analysed {
                let analysis = |index| {
                    let (pos, lemma) = (rows.pos.get(index), rows.lemma.get(index));
                    (pos, lemma, rows.guess.get(index), rows.morph.get(index))
                };
                same = before.is_some_and(|before| analysis(before) == analysis(index));
                if !same {
                    self.analysis(index, id, &mut lemmas, layers);
                    if let Some(number) = rows.morph.get(index) {
                        self.features(*number, &mut morphs, layers);
                    }
                }
            }
            packed |= (u8::from(gap == 1) | u8::from(same) << 1) << (index % 4 * 2);
            if index % 4 == 3 {
                self.flags.push(std::mem::take(&mut packed));
            }
        }
        if rows.len() % 4 > 0 {
            self.flags.push(packed);
        }
    }

    /// A type at its first token.
    fn kind(&mut self, surface: &str, kind: TokenKind, id: Option<usize>, layers: &Layers) {
        put(&mut self.lengths, clamp(surface.len()));
        let types = &layers.types;
        let Some((id, norm)) = id.and_then(|id| Some((id, types.norms.get(id)?))) else {
            self.kinds.push(kind as u8);
            return;
        };
        let how = Norm::of(norm, surface);
        let stop = types.stop.get(id).map_or(0, |stop| *stop as u8);
        self.kinds.push(kind as u8 | stop << 4 | (how as u8) << 6);
        if how == Norm::Other {
            put(&mut self.norms, clamp(norm.len()));
            self.strings.extend(norm.as_bytes());
        }
        if let Some(stem) = types.stem(id) {
            match norm.strip_prefix(stem).map(|rest| u8::try_from(rest.len())) {
                Some(Ok(rest @ ..Stem::LONG)) => self.stems.push(rest),
                Some(_) => {
                    self.stems.push(Stem::LONG);
                    put(&mut self.stems, clamp(norm.len() - stem.len()));
                }
                None => {
                    self.stems.push(Stem::OTHER);
                    put(&mut self.stems, clamp(stem.len()));
                    self.strings.extend(stem.as_bytes());
                }
            }
        }
    }

    fn analysis(&mut self, index: usize, id: Option<usize>, lemmas: &mut u32, layers: &Layers) {
        let rows = &layers.tokens;
        let pos = rows.pos.get(index).map_or(0, |pos| *pos as u8);
        let guess = u8::from(rows.guess.get(index) == Some(&true));
        let known = rows.lemma.get(index).copied();
        let known = known.filter(|lemma| *lemma != u32::MAX);
        let how = match known {
            None => Lemma::None,
            Some(known) if known < *lemmas => {
                put(&mut self.lemmas, known);
                Lemma::Known
            }
            Some(new) => {
                *lemmas += 1;
                let lemma = layers.lemmas.get(new as usize).unwrap_or_default();
                let norm = id.and_then(|id| layers.types.norms.get(id));
                let norm = norm.unwrap_or_default();
                if lemma == norm {
                    Lemma::Norm
                } else {
                    let shared = shared(lemma, norm).min(Lemma::MOST_SHARED);
                    let shared = crate::span::boundary(lemma, shared);
                    let rest = lemma.as_bytes().get(shared..).unwrap_or_default();
                    put(&mut self.lemmas, clamp(shared));
                    put(&mut self.lemmas, clamp(rest.len()));
                    self.strings.extend(rest);
                    Lemma::New
                }
            }
        };
        self.analyses.push(pos | guess << 5 | (how as u8) << 6);
    }

    /// The features of a token by their number. `known` is how many came before.
    fn features(&mut self, number: u16, known: &mut u16, layers: &Layers) {
        put(&mut self.features, number.into());
        if number == *known {
            *known += 1;
            let morph = layers.morphs.get(usize::from(number));
            let bits = morph.copied().unwrap_or_default().bits();
            self.features.extend(bits.to_le_bytes());
        }
    }

    fn sentences(&mut self, layers: &Layers) {
        let rows = &layers.sentences;
        for (index, (reason, score)) in rows.reason.iter().zip(&rows.score).enumerate() {
            put(&mut self.sentences, clamp(rows.tokens(index).len()));
            self.sentences.push(*reason as u8);
            if matches!(reason, EndReason::Stop | EndReason::Model) {
                self.sentences.push(*score);
            }
        }
    }

    fn entity(&mut self, row: &'a EntityRow, start: u32, layers: &Layers) {
        let strings = [&row.id, &row.value, &row.place];
        let facts = [
            row.tail > 0,
            row.id.is_some(),
            row.value.is_some(),
            row.place.is_some(),
            row.modifier.is_some(),
            row.score < 1.0,
            row.title.is_some(),
        ];
        let bit = |(bit, fact): (usize, bool)| u8::from(fact) << bit;
        let facts = facts.into_iter().enumerate().map(bit).sum();
        let length = row.tokens.end - row.tokens.start;
        put(&mut self.entities, row.tokens.start - start);
        put(&mut self.entities, length);
        self.entities.extend([facts, row.source as u8]);
        self.string(row.label.as_str());
        for string in strings.into_iter().flatten() {
            self.string(string);
        }
        if row.tail > 0 {
            self.entities.push(row.tail);
        }
        if let Some(modifier) = row.modifier {
            self.entities.push(modifier as u8);
        }
        if row.score < 1.0 {
            self.entities.extend(row.score.to_le_bytes());
        }
        if let Some(title) = row.title {
            let edge = |column: &[u32], edge: usize| {
                clamp(column.partition_point(|it| (*it as usize) < edge))
            };
            let first = edge(&layers.tokens.start, title.start());
            let last = edge(&layers.tokens.end, title.end());
            put_difference(&mut self.entities, first, row.tokens.start);
            put(&mut self.entities, last.saturating_sub(first));
        }
    }

    /// A string that may come again: its number, or 0 and its length at its first time.
    fn string(&mut self, string: &'a str) {
        let next = clamp(self.numbers.len()) + 1;
        let number = *self.numbers.entry(string).or_insert(next);
        if number < next {
            put(&mut self.entities, number);
        } else {
            put(&mut self.entities, 0);
            put(&mut self.entities, clamp(string.len()));
            self.strings.extend(string.as_bytes());
        }
    }

    fn quotation(&mut self, row: &QuotationRow, end: u32) {
        let facts = [
            row.speaker.is_some(),
            row.entity.is_some(),
            row.verb.is_some(),
            row.lead.is_some(),
        ];
        let bit = |(bit, fact): (usize, bool)| u8::from(fact) << bit;
        let column = &mut self.quotations;
        let start = row.tokens.start;
        put(column, start - end);
        put(column, row.tokens.end - start);
        column.push(facts.into_iter().enumerate().map(bit).sum());
        if let Some(speaker) = &row.speaker {
            put_difference(column, speaker.start, start);
            put(column, speaker.end - speaker.start);
        }
        if let Some(entity) = row.entity {
            put(column, entity);
        }
        if let Some(verb) = row.verb {
            put_difference(column, verb, start);
        }
        if let Some(lead) = row.lead {
            column.push(lead as u8);
        }
    }
}

/// How many bytes two strings share at their beginning.
fn shared(left: &str, right: &str) -> usize {
    let pairs = left.bytes().zip(right.bytes());
    pairs.take_while(|(left, right)| left == right).count()
}
