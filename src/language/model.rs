//! The linear model that tells languages: the reader of `language.bin`.
//!
//! A language's score is the sum of what a text's n-grams say for and against it (`votes.rs`).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::detection::{Detection, rounded};
use super::grams::{self, Event, HAN, LONGEST, NONE, SCRIPTS, Script};
use super::relatives::{self, Relative};
use super::votes::{
    BUCKET, CLASSES, Pending, Sum, Sums, Tables, VOICE_BITS, WIDE, voices, weights,
};
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
/// No sum of a text comes near it.
const FAR: Sum = 1 << 60;
/// The bytes of a class in the file: its ISO 639-3 code (3), its script (1), its bias (2), and the
/// share of n-grams that speaks for it in a typical text (1).
const RECORD: usize = 7;

#[derive(Clone, Copy, Debug)]
struct Class {
    language: Language,
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
    /// The sums of a text without n-grams: what each class is ahead or behind by. A class that is not
    /// compared is behind all others by [`FAR`], so that the loops over sums need not ask.
    start: Box<Sums>,
    /// The numbers of the classes without a name, and of those that may not be the answer.
    nameless: Vec<usize>,
    barred: Vec<usize>,
    /// For each script, the number of its first class and its number of classes.
    scripts: [(usize, usize); SCRIPTS.len()],
    /// Whether languages that are not allowed are considered too, so that a text in one of them has
    /// no answer.
    open: bool,
}

/// What was read of a text: the sum of each class, and the letters and n-grams of each script.
struct Scores {
    of: Sums,
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
        let mut start = Box::new([0; CLASSES + WIDE]);
        for [a, b, c, script, low, high, typical] in records.iter().copied() {
            let code = [a, b, c];
            let code = std::str::from_utf8(&code).unwrap_or_default();
            if let Some(own) = scripts.get_mut(usize::from(script)) {
                if own.1 == 0 {
                    own.0 = classes.len();
                }
                own.1 += 1;
            }
            if let Some(sum) = start.get_mut(classes.len()) {
                *sum = Sum::from(i16::from_le_bytes([low, high])) << VOICE_BITS;
            }
            let language = code.parse().unwrap_or(Language::UNDETERMINED);
            classes.push(Class {
                language,
                nameless: language.is_undetermined(),
                typical: f32::from(typical) / 255.0,
                allowed: true,
                relative: None,
            });
        }
        let unnamed = |(at, class): (usize, &Class)| class.nameless.then_some(at);
        let nameless = classes.iter().enumerate().filter_map(unnamed).collect();
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
            start,
            nameless,
            barred: Vec::new(),
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
        for (at, class) in self.classes.iter_mut().enumerate() {
            class.allowed = keep(class.language, &known);
            if !class.allowed {
                self.barred.push(at);
            }
        }
        self.open = open;
        for (at, class) in self.classes.iter().enumerate() {
            let far = self.far(class);
            if let Some(sum) = self.start.get_mut(at) {
                *sum -= far;
            }
        }
        self
    }

    pub(super) fn detect<'t>(
        &self,
        windows: impl Iterator<Item = Cow<'t, str>> + Clone,
    ) -> Detection {
        let mut scores = self.scores();
        let told = self.read_grams(&mut scores, windows.clone());
        // Words that tell relatives apart may yet make an answer surer.
        if let Some((answer, best)) = told
            && best.relative.is_none()
        {
            return answer;
        }
        self.ask_relatives(&mut scores, windows);
        self.answer(&scores).map_or(Detection::NONE, |it| it.0)
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
            .map(|(_, sum)| scaled(weights(sum), heat))
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
            .map(|(at, (_, sum))| (scaled(weights(sum), heat), at))
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
        let mut scores = Scores::of(&[0; CLASSES + WIDE]);
        let mut pending = Pending::NONE;
        pending.push(&[key; LONGEST], 1);
        self.vote(&mut scores, script, &mut pending);
        scores
    }

    /// The scores of a text that is not read yet.
    fn scores(&self) -> Scores {
        Scores::of(&self.start)
    }

    /// How far behind a class starts because it is not compared.
    fn far(&self, class: &Class) -> Sum {
        let compared = class.allowed || self.open;
        if compared { 0 } else { FAR }
    }

    /// The sums of a text.
    fn read<'t>(&self, windows: impl Iterator<Item = Cow<'t, str>> + Clone) -> Scores {
        let mut scores = self.scores();
        self.read_grams(&mut scores, windows.clone());
        self.ask_relatives(&mut scores, windows);
        scores
    }

    /// Where a language is little behind a relative that it is often taken for, the words that tell them
    /// apart are asked besides.
    fn ask_relatives<'t>(&self, scores: &mut Scores, windows: impl Iterator<Item = Cow<'t, str>>) {
        if let Some((at, relative)) = self.relative(scores)
            && let Some(sum) = scores.of.get_mut(at)
        {
            let count: i64 = windows.map(|window| relative.count(&window)).sum();
            *sum += (count.min(relatives::MOST) * (relatives::SAY * STEP) as i64) << VOICE_BITS;
        }
    }

    /// The class whose telling words can change the answer.
    fn relative(&self, scores: &Scores) -> Option<(usize, &'static Relative)> {
        let (script, _) = self.script(scores)?;
        let (best, total, _) = first_two(self.sums(script, scores));
        let best = self.classes.get(self.range(script).start + best)?;
        let (relative, at) = best.relative?;
        let far = self.far(self.classes.get(at)?);
        let own = weights(*scores.of.get(at)? + far);
        let most = relatives::MOST * (relatives::SAY * STEP) as i64;
        (total - own <= most).then_some((at, relative))
    }

    fn vote(&self, scores: &mut Scores, script: Script, pending: &mut Pending) {
        // A script with one class needs no votes.
        if let Some((first, 2..)) = self.scripts.get(usize::from(script)) {
            if let Some(all) = scores.grams.get_mut(usize::from(script)) {
                *all += clamp(pending.count());
            }
            pending.vote(&mut scores.of, *first, self.tables());
        } else {
            *pending = Pending::NONE;
        }
    }

    pub(super) fn tables(&self) -> Tables<'_> {
        Tables::new(self.model.section(1), self.model.section(2))
    }

    /// Adds what the n-grams say. Returns the answer if it was looked at last.
    fn read_grams<'m, 't>(
        &'m self,
        scores: &mut Scores,
        windows: impl Iterator<Item = Cow<'t, str>>,
    ) -> Option<(Detection, &'m Class)> {
        let (mut words, mut doubtful) = (0, false);
        // The n-grams that have not voted yet are of this script.
        let (mut pending, mut of) = (Pending::NONE, NONE);
        let mut told = None;
        for window in windows {
            told = None;
            grams::read(&window, |event| match event {
                Event::Grams(script, keys, count) => {
                    if script != of || pending.is_full() {
                        self.vote(scores, of, &mut pending);
                        of = script;
                    }
                    pending.push(keys, count);
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
                    self.vote(scores, script, &mut pending);
                    if !self.is_certain(scores, script) {
                        return true;
                    }
                    // An article may begin with foreign names. It is looked at once: a text of an
                    // unknown language would look typical sooner or later.
                    told = self.answer(scores).filter(|(answer, _)| answer.reliable);
                    doubtful = told.is_none();
                    doubtful
                }
            });
        }
        self.vote(scores, of, &mut pending);
        told
    }

    /// Whether more text could hardly change the answer.
    fn is_certain(&self, scores: &Scores, script: Script) -> bool {
        let (_, first, second) = first_two(self.sums(script, scores));
        first - second > (AHEAD * STEP) as i64
    }

    /// The classes of a script by their numbers.
    fn range(&self, script: Script) -> Range<usize> {
        let own = self.scripts.get(usize::from(script));
        let (first, count) = own.copied().unwrap_or_default();
        first..first + count
    }

    fn sums<'s>(&self, script: Script, scores: &'s Scores) -> &'s [Sum] {
        scores.of.get(self.range(script)).unwrap_or_default()
    }

    /// The classes of a script that are compared.
    fn rivals(&self, script: Script, scores: &Scores) -> impl Iterator<Item = (&Class, Sum)> {
        let classes = self.classes.get(self.range(script)).unwrap_or_default();
        let all = classes.iter().zip(self.sums(script, scores));
        all.map(|(class, sum)| (class, *sum))
            .filter(|(class, _)| class.allowed || self.open)
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

    /// The answer and its class; `None` if no class may be the answer.
    fn answer<'m>(&'m self, scores: &Scores) -> Option<(Detection, &'m Class)> {
        let (script, letters) = self.script(scores)?;
        let (range, sums) = (self.range(script), self.sums(script, scores));
        let (at, total, _) = first_two(sums);
        let best = self.classes.get(range.start + at)?;
        if !best.answers() {
            return None;
        }
        if sums.len() == 1 {
            let answer = Detection {
                language: best.language,
                confidence: 0.99,
                reliable: letters > 2,
            };
            return Some((answer, best));
        }
        let most = |classes: &[usize]| {
            let own = classes.iter().filter(|at| range.contains(at));
            let sums = own.filter_map(|at| scores.of.get(*at));
            sums.map(|sum| weights(*sum)).max().unwrap_or(i64::MIN)
        };
        let nameless = most(&self.nameless);
        let barred = most(&self.barred).saturating_add(if self.open { 0 } else { weights(FAR) });
        let heat = heat(letters);
        let top = scaled(total, heat);
        // A class that is far behind adds nothing in four decimal places.
        let least = total - (NOTHING * STEP * heat) as i64;
        let near = sums.iter().map(|sum| weights(*sum));
        let near = near.filter(|own| *own > least);
        let sum_of_all: f32 = near.map(|own| (scaled(own, heat) - top).exp()).sum();
        let confidence = rounded((1.0 / sum_of_all).min(0.9999));
        let ahead = total.saturating_sub(nameless) as f32 / STEP;
        let clear = ahead >= CLEAR * letters as f32;
        let fits_best = total >= barred;
        // The typical share is measured on words. Chinese characters come in longer runs.
        let typical =
            script == HAN || best.is_typical(sums.get(at).copied()?, scores.grams_of(script));
        let answer = Detection {
            language: best.language,
            confidence,
            reliable: confidence >= SURE && letters >= 12 && clear && fits_best && typical,
        };
        Some((answer, best))
    }
}

impl Scores {
    fn of(start: &Sums) -> Self {
        Self {
            of: *start,
            letters: [0; SCRIPTS.len()],
            grams: [0; SCRIPTS.len()],
        }
    }

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

    /// Whether enough of a text's n-grams speak for the language. In a text of a related language
    /// that the model does not know, many n-grams say nothing.
    fn is_typical(&self, sum: Sum, grams: u32) -> bool {
        voices(sum) as f32 >= ENOUGH * self.typical * grams as f32
    }
}

/// The number of the greatest sum, the last of equal ones; its weights; and those of the next.
fn first_two(sums: &[Sum]) -> (usize, i64, i64) {
    let (mut best, mut first, mut second) = (0, weights(Sum::MIN), weights(Sum::MIN));
    // Most classes are behind both.
    let mut least = Sum::MIN;
    for (at, sum) in sums.iter().enumerate() {
        if *sum >= least {
            let total = weights(*sum);
            if total >= first {
                (best, first, second) = (at, total, first);
            } else {
                second = total;
            }
            least = second << VOICE_BITS;
        }
    }
    (best, first, second)
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
