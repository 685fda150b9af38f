//! The linear model that tells languages: the reader of `language.bin`.
//!
//! Each n-gram that the model knows has a slot in a bucket. The slot holds a part of the n-gram's
//! hash and the number of a row. The row has a weight for each language that the n-gram speaks for
//! or against. A language's score is the sum of the weights of a text's n-grams.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::detection::{Detection, rounded};
use super::grams::{self, Event, HAN, SCRIPTS, Script};
use super::relatives::{self, Relative};
use super::votes::{BUCKET, Pending, Sum, Table, VOICE_BITS, WIDE, voices, weights};
use crate::error::Error;
use crate::iso639::Language;
use crate::models::{Format, FromModel, Model};
use crate::span::clamp;

static EMBEDDED: &[u8] = include_bytes!("../models/language.bin");

/// A weight of 1 nat is this number in the file.
pub const STEP: f32 = 12.0;
/// A text is reliably in a language only if this share of the expected n-grams speaks for it.
const ENOUGH: f32 = 0.7;
/// A reliable language must be this far ahead of the nameless ones, in nats for each letter.
const CLEAR: f32 = 0.3;
/// The least confidence of a reliable answer.
const SURE: f32 = 0.96;
/// A language that is so far ahead, in nats, is not overtaken by more text. Reading stops.
const AHEAD: f32 = 17.0;
/// A class that is so far behind, in nats, adds nothing to the sum of all probabilities.
const NOTHING: f32 = 14.0;
/// How many classes a model may have. A class is a language in a script.
const CLASSES: usize = 256;
/// The bytes of a class in the file: its ISO 639-3 code (3), its script (1), its bias (2), and the
/// share of n-grams that speaks for it in a typical text (1).
const RECORD: usize = 7;

#[derive(Clone, Copy, Debug)]
struct Class {
    language: Language,
    bias: i64,
    /// The share of n-grams that speaks for the language in a typical text of it.
    typical: f32,
    allowed: bool,
    /// Whether it stands for languages that the model does not name.
    nameless: bool,
    /// The relative that it is or is taken for, and the number of that one's class.
    relative: Option<(&'static Relative, usize)>,
}

/// A model, restricted to the allowed languages.
#[derive(Clone, Debug)]
pub(super) struct Linear {
    model: Model,
    classes: Vec<Class>,
    /// For each script, the number of its first class and its number of classes.
    scripts: [(usize, usize); SCRIPTS.len()],
    /// Whether languages that are not allowed are considered too, so that a text in one of them has
    /// no answer.
    open: bool,
}

/// What was read of a text: the sum of each class, and the letters and n-grams of each script.
struct Scores {
    /// With room for a whole script from any class on.
    of: [Sum; CLASSES + WIDE],
    letters: [u32; SCRIPTS.len()],
    grams: [u32; SCRIPTS.len()],
}

impl FromModel for Linear {
    const FORMAT: &'static Format = &Format::LANGUAGE;

    fn from_model(model: Model) -> Result<Self, Error> {
        let bad = |problem: &str| Err(model.bad(problem));
        let (records, cut) = model.section(0).as_chunks::<RECORD>();
        if !cut.is_empty() || records.is_empty() || records.len() > CLASSES {
            return bad("its classes are cut off, none or too many");
        }
        if !model.section(1).len().is_multiple_of(BUCKET) {
            return bad("its last bucket is cut off");
        }
        let mut classes: Vec<Class> = Vec::new();
        let mut scripts = [(0, 0); SCRIPTS.len()];
        for [a, b, c, script, low, high, typical] in records.iter().copied() {
            let code = [a, b, c];
            let code = std::str::from_utf8(&code).unwrap_or_default();
            if let Some(own) = scripts.get_mut(usize::from(script)) {
                if own.1 == 0 {
                    own.0 = classes.len();
                }
                own.1 += 1;
            }
            let language = code.parse().unwrap_or(Language::UNDETERMINED);
            classes.push(Class {
                language,
                nameless: language.is_undetermined(),
                bias: i64::from(i16::from_le_bytes([low, high])),
                typical: f32::from(typical) / 255.0,
                allowed: true,
                relative: None,
            });
        }
        for (script, (first, count)) in scripts.iter().enumerate() {
            let range = *first..first + count;
            let own = classes.get_mut(range).unwrap_or_default();
            let codes: Vec<&str> = own.iter().map(|class| class.language.code3()).collect();
            for (class, code) in own.iter_mut().zip(&codes) {
                class.relative = relatives::of(script as Script, code).and_then(|relative| {
                    let at = codes.iter().position(|code| *code == relative.code)?;
                    Some((relative, first + at))
                });
            }
        }
        Ok(Self {
            model,
            classes,
            scripts,
            open: false,
        })
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

impl Linear {
    /// The caller's model, or a copy of the built-in one. The copy shares its weights.
    pub(super) fn new(own: Option<Self>) -> Result<Self, Error> {
        match own {
            Some(own) => Ok(own),
            None => Self::embedded().cloned(),
        }
    }

    /// The built-in model, read once.
    pub(super) fn embedded() -> Result<&'static Self, Error> {
        static MODEL: OnceLock<Linear> = OnceLock::new();
        if let Some(model) = MODEL.get() {
            return Ok(model);
        }
        let model = Self::from_model(Model::read(Cow::Borrowed(EMBEDDED), Self::FORMAT)?)?;
        Ok(MODEL.get_or_init(|| model))
    }

    /// The same model, which answers only with languages that `keep` accepts; it is told which ones the
    /// model knows. If it is `open`, the others are considered, and a text in one of them has no answer.
    pub(super) fn only(
        mut self,
        keep: impl Fn(Language, &dyn Fn(Language) -> bool) -> bool,
        open: bool,
    ) -> Self {
        let all: Vec<Language> = self.classes.iter().map(|class| class.language).collect();
        let known = |language| all.contains(&language);
        for class in &mut self.classes {
            class.allowed = keep(class.language, &known);
        }
        self.open = open;
        self
    }

    pub(super) fn detect<'t>(
        &self,
        windows: impl Iterator<Item = Cow<'t, str>> + Clone,
    ) -> Detection {
        self.answer(&self.read(windows))
    }

    /// The languages that may be the answer with their probabilities, the most probable first.
    pub(super) fn candidates<'t>(
        &self,
        windows: impl Iterator<Item = Cow<'t, str>> + Clone,
    ) -> Vec<(Language, f32)> {
        let scores = self.read(windows);
        let Some((script, letters)) = self.script(&scores) else {
            return Vec::new();
        };
        let heat = heat(letters);
        let rivals = || self.rivals(script, &scores);
        let scaled: Vec<f32> = rivals()
            .map(|(class, sum)| scaled(class.total(sum), heat))
            .collect();
        let top = scaled.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let all: f32 = scaled.iter().map(|it| (it - top).exp()).sum();
        let candidates = rivals()
            .zip(&scaled)
            .filter(|((class, _), _)| class.answers());
        let mut candidates: Vec<(Language, f32)> = candidates
            .map(|((class, _), it)| (class.language, rounded((it - top).exp() / all)))
            .filter(|(_, probability)| *probability > 0.0)
            .collect();
        candidates.sort_by(|one, other| other.1.total_cmp(&one.1));
        candidates
    }

    /// The n-grams that decided between the best two, the strongest first.
    pub(super) fn evidence<'t>(
        &self,
        windows: impl Iterator<Item = Cow<'t, str>> + Clone,
    ) -> Vec<(String, f32)> {
        let scores = self.read(windows.clone());
        let Some((script, letters)) = self.script(&scores) else {
            return Vec::new();
        };
        let heat = heat(letters);
        let of = self.rivals(script, &scores).enumerate();
        let mut best: Vec<(f32, usize)> = of
            .map(|(at, (class, sum))| (scaled(class.total(sum), heat), at))
            .collect();
        best.sort_by(|one, other| other.0.total_cmp(&one.0));
        let &[(_, first), (_, second), ..] = best.as_slice() else {
            return Vec::new();
        };
        let mut said: BTreeMap<String, i64> = BTreeMap::new();
        for window in windows {
            grams::spelled(&window, |own, key, gram| {
                if own == script {
                    let scores = self.score(script, key);
                    let weight = |at| self.rivals(script, &scores).nth(at);
                    let weight = |at| weight(at).map_or(0, |(_, sum)| weights(sum));
                    *said.entry(gram.to_owned()).or_default() += weight(first) - weight(second);
                }
            });
        }
        let mut said: Vec<(String, i64)> = said.into_iter().filter(|(_, sum)| *sum != 0).collect();
        said.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.abs()));
        said.into_iter()
            .map(|(gram, sum)| (gram, sum as f32 / STEP))
            .collect()
    }

    /// What one n-gram says.
    fn score(&self, script: Script, key: u64) -> Scores {
        let mut scores = Scores::EMPTY;
        let first = self.scripts.get(usize::from(script));
        let of = first.and_then(|(first, _)| scores.of.get_mut(*first..));
        if let Some(sums) = of.and_then(|of| of.first_chunk_mut()) {
            let mut pending = Pending::default();
            pending.push(&[key]);
            pending.vote(self.table(), sums);
        }
        scores
    }

    /// The sums of a text. Where a language is little behind a relative that it is often taken for, the
    /// words that tell them apart are asked besides.
    fn read<'t>(&self, windows: impl Iterator<Item = Cow<'t, str>> + Clone) -> Scores {
        let mut scores = self.read_grams(windows.clone());
        if let Some((at, relative)) = self.relative(&scores)
            && let Some(sum) = scores.of.get_mut(at)
        {
            let count: i64 = windows.map(|window| relative.count(&window)).sum();
            *sum += (count.min(relatives::MOST) * (relatives::SAY * STEP) as i64) << VOICE_BITS;
        }
        scores
    }

    /// The class whose telling words can change the answer.
    fn relative(&self, scores: &Scores) -> Option<(usize, &'static Relative)> {
        let (script, _) = self.script(scores)?;
        let (best, total) = self.first_two(script, scores).0?;
        let (relative, at) = best.relative?;
        let own = weights(*scores.of.get(at)?) + self.classes.get(at)?.bias;
        let most = relatives::MOST * (relatives::SAY * STEP) as i64;
        (total - own <= most).then_some((at, relative))
    }

    /// The weights.
    pub(super) fn table(&self) -> Table<'_> {
        Table {
            buckets: self.model.section(1).as_chunks().0,
            rows: self.model.section(2),
        }
    }

    fn read_grams<'t>(&self, windows: impl Iterator<Item = Cow<'t, str>>) -> Scores {
        let (mut scores, table) = (Scores::EMPTY, self.table());
        let (mut words, mut doubtful) = (0, false);
        let mut pending = Pending::default();
        let vote = |scores: &mut Scores, pending: &mut Pending| {
            let script = usize::from(pending.script);
            if let Some((first, 2..)) = self.scripts.get(script)
                && let Some(of) = scores.of.get_mut(*first..)
                && let Some(sums) = of.first_chunk_mut()
            {
                pending.vote(table, sums);
                if let Some(all) = scores.grams.get_mut(script) {
                    *all += clamp(pending.count);
                }
            }
            pending.count = 0;
        };
        for window in windows {
            grams::read(&window, |event| match event {
                Event::Grams(script, keys) => {
                    if pending.is_full() || script != pending.script {
                        vote(&mut scores, &mut pending);
                        pending.script = script;
                    }
                    pending.push(keys);
                    true
                }
                Event::Word(script, letters) => {
                    if let Some(all) = scores.letters.get_mut(usize::from(script)) {
                        *all += letters;
                    }
                    words += 1;
                    if words % 3 != 0 || words < 6 || doubtful {
                        return true;
                    }
                    vote(&mut scores, &mut pending);
                    if !self.is_certain(&scores, script) {
                        return true;
                    }
                    // An article may begin with foreign names. It is looked at once: a text of an
                    // unknown language would look typical sooner or later.
                    doubtful = !self.answer(&scores).reliable;
                    doubtful
                }
            });
        }
        vote(&mut scores, &mut pending);
        scores
    }

    /// Whether more text could hardly change the answer.
    fn is_certain(&self, scores: &Scores, script: Script) -> bool {
        let (first, second) = self.first_two(script, scores);
        let first = first.map_or(i64::MIN, |(_, total)| total);
        first.saturating_sub(second) > (AHEAD * STEP) as i64
    }

    /// The best of the classes that are compared, with its score, and the score of the next best.
    #[inline]
    fn first_two<'a>(
        &'a self,
        script: Script,
        scores: &'a Scores,
    ) -> (Option<(&'a Class, i64)>, i64) {
        let (mut best, mut first, mut second) = (None, i64::MIN, i64::MIN);
        for (class, sum) in self.rivals(script, scores) {
            let total = class.total(sum);
            // Most classes are behind both.
            if total >= first {
                (best, first, second) = (Some(class), total, first);
            } else if total > second {
                second = total;
            }
        }
        (best.map(|class| (class, first)), second)
    }

    fn of_script<'a>(
        &'a self,
        script: Script,
        scores: &'a Scores,
    ) -> impl Iterator<Item = (&'a Class, Sum)> {
        let own = self.scripts.get(usize::from(script));
        let (first, count) = own.copied().unwrap_or_default();
        let classes = self.classes.get(first..first + count).unwrap_or_default();
        let sums = scores.of.get(first..first + count).unwrap_or_default();
        classes.iter().zip(sums).map(|(class, sum)| (class, *sum))
    }

    /// The classes of a script that are compared.
    fn rivals<'a>(
        &'a self,
        script: Script,
        scores: &'a Scores,
    ) -> impl Iterator<Item = (&'a Class, Sum)> {
        let all = self.of_script(script, scores);
        all.filter(|(class, _)| class.allowed || self.open)
    }

    /// The script that most of a text is in, of those with an allowed class, and its letters.
    fn script(&self, scores: &Scores) -> Option<(Script, u32)> {
        // Chinese characters say more than letters.
        let weight =
            |script: usize, letters: u32| letters * if script == usize::from(HAN) { 3 } else { 1 };
        let letters = scores.letters.iter().enumerate();
        let (script, letters) = letters
            .filter(|(script, letters)| {
                **letters > 0 && self.rivals(*script as Script, scores).next().is_some()
            })
            .max_by_key(|(script, letters)| (weight(*script, **letters), usize::MAX - script))?;
        Some((script as Script, *letters))
    }

    fn answer(&self, scores: &Scores) -> Detection {
        let Some((script, letters)) = self.script(scores) else {
            return Detection::NONE;
        };
        let all = || self.of_script(script, scores);
        if all().count() == 1 {
            let only = all().next().filter(|(class, _)| class.answers());
            return only.map_or(Detection::NONE, |(class, _)| Detection {
                language: class.language,
                confidence: 0.99,
                reliable: letters > 2,
            });
        }
        let heat = heat(letters);
        let (mut first, mut total) = (None, i64::MIN);
        let (mut nameless, mut barred) = (i64::MIN, i64::MIN);
        for (class, sum) in all() {
            let own = class.total(sum);
            if own >= total && (class.allowed || self.open) {
                (first, total) = (Some((class, sum)), own);
            }
            if class.nameless {
                nameless = nameless.max(own);
            }
            if !class.allowed {
                barred = barred.max(own);
            }
        }
        let Some((best, sum)) = first else {
            return Detection::NONE;
        };
        let top = scaled(total, heat);
        // A class that is far behind adds nothing in four decimal places.
        let least = total - (NOTHING * STEP * heat) as i64;
        let near = self.rivals(script, scores);
        let near = near.map(|(class, sum)| class.total(sum));
        let near = near.filter(|own| *own > least);
        let sum_of_all: f32 = near.map(|own| (scaled(own, heat) - top).exp()).sum();
        let confidence = rounded((1.0 / sum_of_all).min(0.9999));
        if !best.answers() {
            return Detection::NONE;
        }
        let ahead = (total.saturating_sub(nameless)) as f32 / STEP;
        let clear = ahead >= CLEAR * letters as f32;
        let fits_best = total >= barred;
        // The typical share is measured on words. Chinese characters come in longer runs.
        let typical = script == HAN || best.is_typical(sum, scores.grams_of(script));
        Detection {
            language: best.language,
            confidence,
            reliable: confidence >= SURE && letters >= 12 && clear && fits_best && typical,
        }
    }
}

impl Scores {
    const EMPTY: Self = Self {
        of: [0; CLASSES + WIDE],
        letters: [0; SCRIPTS.len()],
        grams: [0; SCRIPTS.len()],
    };

    fn grams_of(&self, script: Script) -> u32 {
        let grams = self.grams.get(usize::from(script));
        grams.copied().unwrap_or_default()
    }
}

impl Class {
    /// Whether the class may be the answer.
    fn answers(&self) -> bool {
        self.allowed && !self.nameless
    }

    fn total(&self, sum: Sum) -> i64 {
        self.bias + weights(sum)
    }

    /// Whether enough of a text's n-grams speak for the language. In a text of a related language
    /// that the model does not know, many n-grams say nothing.
    fn is_typical(&self, sum: Sum, grams: u32) -> bool {
        voices(sum) as f32 >= ENOUGH * self.typical * grams as f32
    }
}

/// The logarithm of a class's probability, but for a constant.
fn scaled(total: i64, heat: f32) -> f32 {
    total as f32 / STEP / heat
}

/// By how much a sum is divided. The words of a text are not independent, so a sum over many words
/// is too sure.
fn heat(letters: u32) -> f32 {
    1.0 + (letters as f32 / 40.0).min(2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_a_language_with_names_and_a_script() {
        let linear = Linear::embedded().unwrap();
        assert!(linear.classes.len() > 150 && linear.classes.len() <= CLASSES);
        assert!(linear.scripts.iter().all(|(_, count)| *count <= WIDE));
        let mut nameless = Vec::new();
        for class in &linear.classes {
            let language = class.language;
            if !language.is_undetermined()
                && (language.own_name().is_none() || language.script().is_none())
            {
                nameless.push(language);
            }
        }
        assert!(nameless.is_empty(), "{nameless:?}");
    }

    #[test]
    fn relies_on_what_it_knows() {
        let detect = |text: &'static str| {
            Linear::embedded()
                .unwrap()
                .detect(std::iter::once(text.into()))
        };
        for (code, text) in [
            (
                "fr",
                "Le ministre a rencontré les habitants du village et leur a promis de l’eau.",
            ),
            (
                "en",
                "The minister met the people of the village and promised them clean water.",
            ),
            (
                "ar",
                "التقى الوزير سكان القرية ووعدهم بتوفير المياه الصالحة للشرب قبل نهاية السنة",
            ),
            (
                "ja",
                "大臣は村の人々と会い、来年までに水道を整備すると約束した。",
            ),
            ("zh", "部长会见了村民，并承诺在明年之前解决饮用水问题。"),
        ] {
            let answer = detect(text);
            assert_eq!(answer.language.to_string(), code);
            assert!(answer.reliable, "{code} {answer:?}");
        }
        // The first article of human rights in Scots, Niuean and Talysh, which it learnt without a name.
        for text in [
            "Aw human sowels is born free and equal in dignity and richts.",
            "Ko e tau tagata momoui oti kua fanau ai ke he fakatokanoaaga mo e fakatatai oti e tau tonuhia.",
            "Həmmə insonon bəştə ləyoğəti iyən həxonro ozod iyən bərobər movardə bedən.",
        ] {
            assert!(!detect(text).reliable, "{text}");
        }
    }
}
