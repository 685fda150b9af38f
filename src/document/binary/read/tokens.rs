//! The rows of tokens, and what tokens of one type share.

use super::super::super::check::wants_lemma;
use super::super::super::layers::{Layers, Strings, Types};
use super::super::super::morph::MorphNumbers;
use super::super::super::types::{Distinct, Type};
use super::super::super::{Layer, LayerSet, Morph, Pos, Stop, TokenKind};
use super::super::bytes::Reader;
use super::super::form::{ANOTHER_GAP, Analysis, FIRST_TYPE, FLAGS, GAP, Lemma, Norm, SAME, Stem};
use super::{Columns, Counts, value};
use crate::language::Language;
use crate::span::clamp;

impl Columns<'_> {
    /// Tokens are read in passes, each over few columns: where they stand and of which types they are, then the
    /// forms of the types, then the analyses of the tokens.
    pub(super) fn tokens(
        &mut self,
        counts: &Counts,
        text: &str,
        layers: &mut Layers,
    ) -> Option<()> {
        let kinds = self.kinds.0;
        let mut again = vec![false; counts.tokens];
        let words = self.places(counts, text, &mut again, layers)?;
        if !layers.present.contains(Layer::Norms) {
            // Without types each token is a first one, and only its kind is known.
            layers.tokens.type_id = Vec::new();
            let bare = kinds.iter().all(|packed| *packed <= 15) && !again.contains(&true);
            return (words.len() == counts.tokens && bare && counts.types == 0).then_some(());
        }
        if words.len() != counts.types {
            return None;
        }
        self.forms(kinds, &words, text, layers.present, &mut layers.types)?;
        if !layers.present.contains(Layer::Pos) {
            return (!again.contains(&true)).then_some(());
        }
        self.all_analyses(&again, &words, layers)
    }

    /// Where tokens stand, their types, and whether they are analysed as the last one of the type. The first tokens
    /// of the types are returned.
    #[inline(never)]
    fn places(
        &mut self,
        counts: &Counts,
        text: &str,
        again: &mut [bool],
        layers: &mut Layers,
    ) -> Option<Vec<Type>> {
        let rows = &mut layers.tokens;
        rows.start = vec![0; counts.tokens];
        rows.end = vec![0; counts.tokens];
        rows.type_id = vec![0; counts.tokens];
        let mut words: Vec<Type> = Vec::with_capacity(counts.types);
        let whole = layers.language.language;
        let mut stretches = layers.languages.iter();
        let (mut language, mut stretch_end) = (whole, 0);
        let (mut codes, mut end) = (self.tokens, 0u32);
        let places = rows.start.iter_mut().zip(&mut rows.end);
        for ((start, row_end), (id, again)) in places.zip(rows.type_id.iter_mut().zip(again)) {
            let mut code = codes.number()?;
            let mut gap = code & GAP;
            if code >> FLAGS == ANOTHER_GAP {
                (gap, code) = another_gap(code, &mut codes)?;
            }
            *start = end.checked_add(gap)?;
            while stretch_end <= *start as usize {
                (language, stretch_end) = stretches
                    .next()
                    .map_or((whole, usize::MAX), |(stretch, language)| {
                        (language, stretch.end())
                    });
            }
            *again = code & SAME != 0;
            let length = match (code >> FLAGS).checked_sub(FIRST_TYPE) {
                Some(known) => {
                    *id = known;
                    let word = words.get(known as usize)?;
                    // Equal to a piece of text, so it stands on characters as that does.
                    if !word.stands_at(*start, text) || word.language != language {
                        return None;
                    }
                    word.length
                }
                None if *again => return None,
                None => {
                    *id = clamp(words.len());
                    let word = self.first(*start, language, text)?;
                    words.push(word);
                    word.length
                }
            };
            end = *start + length;
            *row_end = end;
        }
        self.tokens = codes;
        rows.kind = vec![TokenKind::Other; counts.tokens];
        for (kind, id) in rows.kind.iter_mut().zip(&rows.type_id) {
            *kind = words.get(*id as usize)?.kind;
        }
        Some(words)
    }

    /// The next type, whose first token starts at a byte.
    #[inline(never)]
    fn first(&mut self, start: u32, language: Language, text: &str) -> Option<Type> {
        let kind = value(TokenKind::ALL, self.kinds.byte()? & 15)?;
        let length = self.lengths.number().filter(|length| *length > 0)?;
        let word = Type::new(text, (start, length), kind, language)?;
        word.of(text).map(|_| word)
    }

    /// What the tokens of a type share. `kinds` is a byte for each type.
    #[inline(never)]
    fn forms(
        &mut self,
        kinds: &[u8],
        words: &[Type],
        text: &str,
        present: LayerSet,
        types: &mut Types,
    ) -> Option<()> {
        let mut seen = Distinct::with_capacity(words.len());
        for (id, word) in words.iter().enumerate() {
            let id = clamp(id);
            let first = |id: u32| words.get(id as usize);
            if word.number(text, id, first, &mut seen)? != id {
                return None;
            }
        }
        let surfaces = words.iter().map(|word| word.of(text).unwrap_or_default());
        types.shape = words.iter().map(|word| word.shape(text)).collect();
        let stops = kinds.iter().map(|packed| packed >> 4 & 3);
        if present.contains(Layer::Stops) {
            types.stop.reserve_exact(words.len());
            for stop in stops {
                types.stop.push(value(Stop::ALL, stop)?);
            }
        } else if stops.max() > Some(0) {
            return None;
        }
        let stemmed = present.contains(Layer::Stems);
        types.stems.reserve(if stemmed { words.len() } else { 0 });
        // Most types are short.
        types.norms.reserve(words.len(), 8 * words.len());
        for (surface, packed) in surfaces.zip(kinds) {
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
                    let norm = self.strings.take(self.norms.number()?)?;
                    types.norms.push(norm);
                    norm
                }
            };
            if stemmed {
                self.stem(clamp(norm.len()), types)?;
            }
        }
        Some(())
    }

    /// The stem of the last type, whose normal form has a length.
    fn stem(&mut self, length: u32, types: &mut Types) -> Option<()> {
        let rest = match self.stems.byte()? {
            Stem::OTHER => {
                let stem = self.strings.take(self.stems.number()?)?;
                let norm = types.norms.get(types.norms.len().checked_sub(1)?)?;
                types.stems.push(stem, norm);
                return Some(());
            }
            Stem::LONG => self.stems.number()?,
            rest => rest.into(),
        };
        // Whether it ends at a character is a rule of all documents.
        types.stems.push_prefix(length.checked_sub(rest)?);
        Some(())
    }

    #[inline(never)]
    fn all_analyses(&mut self, again: &[bool], words: &[Type], layers: &mut Layers) -> Option<()> {
        let Layers {
            present,
            tokens: rows,
            types,
            lemmas,
            morphs,
            ..
        } = layers;
        let mut analyses = Analyses {
            present: *present,
            words,
            norms: &types.norms,
            lemmas,
            joined: String::new(),
            seen: Distinct::with_capacity(self.analyses.0.len()),
            morphs,
            numbers: MorphNumbers::default(),
        };
        if present.contains(Layer::Lemmas) {
            // Most types have a lemma of their own.
            analyses.lemmas.reserve(words.len(), 8 * words.len());
        }
        let mut last = vec![Analysis::NONE; words.len()];
        rows.pos = vec![Pos::X; again.len()];
        rows.lemma = vec![u32::MAX; again.len()];
        rows.guess = vec![false; again.len()];
        rows.morph = vec![0; again.len()];
        let parts = rows.pos.iter_mut().zip(&mut rows.lemma);
        let parts = parts.zip(&mut rows.guess).zip(&mut rows.morph);
        for ((id, again), (((pos, lemma), guess), morph)) in
            rows.type_id.iter().zip(again).zip(parts)
        {
            let last = last.get_mut(*id as usize)?;
            if !again {
                *last = analyses.next(*id as usize, self)?;
            }
            (*pos, *lemma, *guess, *morph) = (last.pos, last.lemma, last.guess, last.morph);
        }
        if !present.contains(Layer::Lemmas) {
            (rows.lemma, rows.guess) = Default::default();
        }
        if !present.contains(Layer::Morph) {
            rows.morph = Vec::new();
        }
        Some(())
    }
}

/// Another gap than of 1 byte before a token, and its code.
#[inline(never)]
fn another_gap(code: u32, codes: &mut Reader<'_>) -> Option<(u32, u32)> {
    let alone = code == ANOTHER_GAP << FLAGS;
    let gap = codes.number().filter(|gap| *gap > 1 && alone)?;
    let code = codes.number()?;
    let told = code & GAP == 0 && code >> FLAGS != ANOTHER_GAP;
    told.then_some((gap, code))
}

/// The analyses of a document, as they are read.
struct Analyses<'a> {
    present: LayerSet,
    words: &'a [Type],
    norms: &'a Strings,
    lemmas: &'a mut Strings,
    /// A lemma of two parts.
    joined: String,
    /// The lemmas that were read.
    seen: Distinct,
    morphs: &'a mut Vec<Morph>,
    /// The features that were read.
    numbers: MorphNumbers,
}

impl Analyses<'_> {
    /// The analysis of a token of a type.
    #[inline(never)]
    fn next(&mut self, id: usize, columns: &mut Columns<'_>) -> Option<Analysis> {
        let packed = columns.analyses.byte()?;
        let mut analysis = Analysis {
            pos: value(Pos::ALL, packed & 31)?,
            guess: packed & 1 << 5 != 0,
            ..Analysis::NONE
        };
        if self.present.contains(Layer::Morph) {
            analysis.morph = self.features(columns)?;
        }
        if !self.present.contains(Layer::Lemmas) {
            return (packed < 32).then_some(analysis);
        }
        let next = clamp(self.lemmas.len());
        analysis.lemma = match Lemma::from(packed >> 6) {
            Lemma::None if analysis.guess || wants_lemma(self.words.get(id)?.kind) => return None,
            Lemma::None => u32::MAX,
            Lemma::Known => columns.lemmas.number().filter(|known| *known < next)?,
            how => {
                let norm = self.norms.get(id)?;
                self.add(how, norm, columns)?
            }
        };
        Some(analysis)
    }

    /// The number of a new lemma of a token with a normal form.
    #[inline]
    fn add(&mut self, how: Lemma, norm: &str, columns: &mut Columns<'_>) -> Option<u32> {
        let next = clamp(self.lemmas.len());
        let new = match how {
            Lemma::Norm => norm,
            _ => {
                let shared = columns.lemmas.number()? as usize;
                if shared > Lemma::MOST_SHARED {
                    return None;
                }
                let rest = columns.strings.take(columns.lemmas.number()?)?;
                self.joined.clear();
                self.joined.push_str(norm.get(..shared)?);
                self.joined.push_str(rest);
                &self.joined
            }
        };
        let same = |other: u32| self.lemmas.get(other as usize) == Some(new);
        let number = self.seen.number(new.as_bytes(), next, same)?;
        self.lemmas.push(new);
        (number == next).then_some(next)
    }

    /// The number of the features of a token.
    fn features(&mut self, columns: &mut Columns<'_>) -> Option<u16> {
        let number = u16::try_from(columns.features.number()?).ok()?;
        if usize::from(number) == self.morphs.len() {
            let new = Morph::from_bits(u32::from_le_bytes(columns.features.array()?))?;
            let told = self.numbers.number(new, self.morphs);
            return told.filter(|other| *other == number);
        }
        (usize::from(number) < self.morphs.len()).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_told_once_and_in_one_form() {
        let read = |column: &[u8]| {
            let mut codes = Reader(column);
            let code = codes.number()?;
            another_gap(code, &mut codes)
        };
        assert_eq!(read(&[4, 2, 8]), Some((2, 8)));
        assert_eq!(read(&[4, 3, 2]), Some((3, 2)));
        for wrong in [
            &[4, 1, 8][..],
            &[4, 2, 9],
            &[4, 2, 4],
            &[5, 2, 8],
            &[6, 2, 8],
            &[4, 2],
            &[4],
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
