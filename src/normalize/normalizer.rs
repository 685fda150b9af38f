//! The normal forms of whole texts.

use std::borrow::Cow;
use std::ops::Range;

use super::characters::{self, is_turkish};
use super::mapped::{Change, Normalized};
use crate::error::Error;
use crate::language::Language;
use crate::span::check_length;

/// A normal form of texts, chosen step by step.
///
/// Start with [`nfc`](Self::nfc) or [`nfkc`](Self::nfkc), add what you need, then call
/// [`normalize`](Self::normalize) or [`map`](Self::map). The result is in NFC or NFKC whatever else
/// was chosen. Normalizing it once more changes nothing.
///
/// ```
/// use griot::normalize::Normalizer;
///
/// let search = Normalizer::nfkc().case_folded().unaccented().with_straight_quotes();
/// assert_eq!(search.normalize("« L’Été indien »"), "\" l'ete indien \"");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Normalizer {
    pub(super) compatible: bool,
    pub(super) folds: bool,
    pub(super) turkish: bool,
    pub(super) unaccents: bool,
    pub(super) apostrophes: bool,
    pub(super) quotes: bool,
    pub(super) hyphens: bool,
    pub(super) raised: bool,
    pub(super) spaces: bool,
    pub(super) invisible: bool,
    pub(super) arabic: bool,
}

impl Normalizer {
    /// Unicode's NFC and nothing else: a letter and its accent are one character where there is
    /// one.
    pub const fn nfc() -> Self {
        Self {
            compatible: false,
            folds: false,
            turkish: false,
            unaccents: false,
            apostrophes: false,
            quotes: false,
            hyphens: false,
            raised: false,
            spaces: false,
            invisible: false,
            arabic: false,
        }
    }

    /// Unicode's NFKC and nothing else: as NFC, and `ﬁ` becomes `fi`, `²` becomes `2`, `…` becomes
    /// `...`.
    pub const fn nfkc() -> Self {
        Self {
            compatible: true,
            ..Self::nfc()
        }
    }

    /// Also removes distinctions of case, by Unicode's full case folding: `ß` and `SS` become `ss`.
    #[must_use]
    pub const fn case_folded(mut self) -> Self {
        self.folds = true;
        self
    }

    /// Also removes distinctions of case, as a language does: in Turkish and Azerbaijani `I`
    /// becomes `ı`, and `İ` becomes `i`. For other languages it is
    /// [`case_folded`](Self::case_folded).
    #[must_use]
    pub fn case_folded_in(self, language: Language) -> Self {
        Self {
            folds: true,
            turkish: is_turkish(language),
            ..self
        }
    }

    /// Also removes accents from Latin, Greek and Cyrillic letters.
    ///
    /// Letters that Unicode does not decompose lose their strokes and are split: `œ`, `æ`, `ß`,
    /// `ø`, `ł`, `ð`, `þ`, `ɓ`, `ɛ` and the like. Marks of other scripts stay, for they are vowels
    /// and more.
    #[must_use]
    pub const fn unaccented(mut self) -> Self {
        self.unaccents = true;
        self
    }

    /// Also replaces quotation marks by `"` and apostrophes by `'`.
    #[must_use]
    pub const fn with_straight_quotes(mut self) -> Self {
        self.quotes = true;
        self.with_straight_apostrophes()
    }

    /// Also replaces apostrophes and single quotation marks by `'`.
    pub(crate) const fn with_straight_apostrophes(mut self) -> Self {
        self.apostrophes = true;
        self
    }

    /// Also replaces U+2010 and U+2011, the hyphen at which no line breaks, by `-`. Dashes stay.
    #[must_use]
    pub const fn with_plain_hyphens(mut self) -> Self {
        self.hyphens = true;
        self
    }

    /// Also replaces the raised letters of abbreviations: `1ᵉʳ` becomes `1er`.
    pub(crate) const fn with_lowered_letters(mut self) -> Self {
        self.raised = true;
        self
    }

    /// Also replaces every space by U+0020, among them the no-break spaces of French. The number of
    /// spaces stays, as do tabs and line breaks.
    #[must_use]
    pub const fn with_plain_spaces(mut self) -> Self {
        self.spaces = true;
        self
    }

    /// Also removes soft hyphens, zero-width spaces, byte order marks, marks of direction and
    /// variation selectors.
    ///
    /// Zero-width joiners and non-joiners are removed after Latin, Greek and Cyrillic letters.
    /// Elsewhere they stay, for they tell words apart or hold an emoji together.
    #[must_use]
    pub const fn without_invisible(mut self) -> Self {
        self.invisible = true;
        self
    }

    /// Also removes the vowel marks of Arabic and the tatweel, the stroke that lengthens a word.
    #[must_use]
    pub const fn without_arabic_marks(mut self) -> Self {
        self.arabic = true;
        self
    }

    /// Returns the text in this form. It is borrowed if it is in this form already.
    pub fn normalize<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.rewrite(text, |_, _| {})
    }

    /// Returns the text in this form, with the conversion of spans between both texts.
    ///
    /// ```
    /// use griot::{Span, normalize::Normalizer};
    ///
    /// let text = "l’e\u{301}te\u{301} 2024";
    /// let plain = Normalizer::nfc().unaccented().with_straight_quotes().map(text)?;
    /// assert_eq!(plain.text(), "l'ete 2024");
    /// assert_eq!(plain.original(Span::new(2, 5)), Some(Span::new(4, 11)));
    /// assert_eq!(plain.normal(Span::new(12, 16)), Some(Span::new(6, 10)));
    /// # Ok::<(), griot::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the text or its form has more than `u32::MAX` bytes.
    pub fn map<'a>(&self, text: &'a str) -> Result<Normalized<'a>, Error> {
        check_length(text.len())?;
        let mut changes = Vec::new();
        let normal = self.rewrite(text, |original, normal| {
            changes.push(Change::new(original, normal));
        });
        check_length(normal.len())?;
        Ok(Normalized::new(text, normal, changes))
    }

    /// Builds the form. Calls `tell` for each stretch whose length or number of characters changed,
    /// with its bytes in the text and in the form.
    fn rewrite<'a>(
        &self,
        text: &'a str,
        mut tell: impl FnMut(Range<usize>, Range<usize>),
    ) -> Cow<'a, str> {
        let (mut normal, mut form) = (String::new(), String::new());
        let (mut at, mut copied) = (0, 0);
        while let Some(stretch) = self.next_stretch(text, at) {
            at = stretch.end;
            let original = text.get(stretch.clone()).unwrap_or_default();
            form.clear();
            self.push(original, &mut form);
            if form == original {
                continue;
            }
            if normal.is_empty() {
                normal.reserve(text.len());
            }
            normal.push_str(text.get(copied..stretch.start).unwrap_or_default());
            let start = normal.len();
            normal.push_str(&form);
            copied = stretch.end;
            // One character that became another of the same length moves nothing.
            if form.len() != original.len() || !is_one(original) || !is_one(&form) {
                tell(stretch, start..normal.len());
            }
        }
        if copied == 0 {
            return Cow::Borrowed(text);
        }
        normal.push_str(text.get(copied..).unwrap_or_default());
        Cow::Owned(normal)
    }

    /// Returns the next stretch from byte `from` on that may change. Its form depends on nothing
    /// around it.
    fn next_stretch(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let first = self.next_doubt(text, from)?;
        let rest = text.get(first..)?;
        let mut chars = rest.char_indices();
        let (_, c) = chars.next()?;
        let length = chars
            .find(|(_, c)| self.may_begin(*c))
            .map_or(rest.len(), |(at, _)| at);
        let before = text.get(from..first)?.chars().next_back();
        let joined = before
            .filter(|_| !self.may_begin(c))
            .map_or(0, char::len_utf8);
        Some(first - joined..first + length)
    }

    /// Returns the offset of the first character from byte `from` on that [`Self::keeps`] denies.
    fn next_doubt(&self, text: &str, from: usize) -> Option<usize> {
        let mut at = from;
        if *self != Self::nfc() {
            let mut chars = text.get(from..)?.char_indices();
            return chars
                .find(|(_, c)| !self.keeps(*c))
                .map(|(at, _)| from + at);
        }
        loop {
            at += characters::next_beyond_latin(text.as_bytes().get(at..)?)?;
            // U+2002 to U+203F: dashes, quotation marks and spaces, which are frequent in French.
            if let [0xe2, 0x80, 0x82..=0xbf, ..] = text.as_bytes().get(at..)? {
                at += 3;
                continue;
            }
            let c = text.get(at..)?.chars().next()?;
            if !characters::is_inert(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }
}

/// Whether a text is exactly one character.
fn is_one(text: &str) -> bool {
    text.chars().nth(1).is_none() && !text.is_empty()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::span::Span;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// All combinations of choices.
    pub(in super::super) fn normalizers() -> Vec<Normalizer> {
        let switches: [fn(Normalizer) -> Normalizer; 8] = [
            Normalizer::case_folded,
            Normalizer::unaccented,
            Normalizer::with_straight_quotes,
            Normalizer::with_plain_spaces,
            Normalizer::without_invisible,
            Normalizer::without_arabic_marks,
            Normalizer::with_plain_hyphens,
            Normalizer::with_lowered_letters,
        ];
        let chosen = |number: usize| {
            let (turkish, number) = (number & 1 == 1, number >> 1);
            let (compatible, number) = (number & 1 == 1, number >> 1);
            let first = if compatible {
                Normalizer::nfkc()
            } else {
                Normalizer::nfc()
            };
            let first = if turkish {
                first.case_folded_in("tr".parse().unwrap())
            } else {
                first
            };
            let switches = switches.iter().enumerate();
            switches.fold(first, |it, (at, switch)| {
                if number >> at & 1 == 1 {
                    switch(it)
                } else {
                    it
                }
            })
        };
        (0..1024).map(chosen).collect()
    }

    /// The form of a text that is not cut into stretches.
    pub(in super::super) fn naive(normalizer: Normalizer, text: &str) -> String {
        let mut form = String::new();
        normalizer.push(text, &mut form);
        form
    }

    pub(in super::super) fn text() -> impl Strategy<Value = String> {
        let nasty = select(
            &[
                "e",
                "E",
                "É",
                "e\u{301}",
                "\u{301}",
                "\u{323}",
                "\u{345}",
                "\u{ad}",
                "\u{200d}",
                "\u{fe0f}",
                "’",
                "‑",
                "ᵉ",
                "ᵒ",
                "«",
                "\u{202f}",
                "ﬁ",
                "²",
                "œ",
                "Æ",
                "ß",
                "ẞ",
                "İ",
                "I",
                "ı",
                "\u{307}",
                "Σ",
                "ς",
                "ΐ",
                "ᾈ",
                "كِ",
                "ـ",
                "آ",
                "ا\u{653}",
                "\u{655}",
                "각",
                "\u{1100}",
                "\u{1161}",
                "\u{11a8}",
                "が",
                "\u{3099}",
                "か",
                "ｶ",
                "\u{ff9e}",
                "Å",
                "K",
                "Ω",
                "\u{1d15e}",
                "ꭰ",
                "Ꭰ",
                "\u{f73}",
                "नि",
                "\u{94d}",
                "👩\u{200d}👧",
                " ",
                "\n",
                "\u{37a}",
                "\u{9be}",
                "\u{9c7}",
                "ŉ",
                "ǰ",
                "\u{e38}",
            ][..],
        );
        let part = prop_oneof![
            6 => nasty.prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
            1 => any::<String>(),
        ];
        prop::collection::vec(part, 0..20).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn stretches_change_nothing(text in text(), normalizer in select(normalizers())) {
            let form = normalizer.normalize(&text);
            prop_assert_eq!(&form, &naive(normalizer, &text));
            prop_assert_eq!(form == text, matches!(form, Cow::Borrowed(_)));
        }

        #[test]
        fn a_form_is_its_own(text in text(), normalizer in select(normalizers())) {
            let form = normalizer.normalize(&text);
            prop_assert_eq!(&normalizer.normalize(&form), &form);
        }

        /// A span that is no piece of the text it is said to be of has no other side.
        #[test]
        fn a_span_that_does_not_fit_is_none(
            text in text(),
            normalizer in select(normalizers()),
            ends in any::<[prop::sample::Index; 2]>(),
            beyond in 0usize..3,
        ) {
            let map = normalizer.map(&text).unwrap();
            let span = |text: &str| {
                let [one, other] = ends.map(|end| end.index(text.len() + 1 + beyond));
                Span::from_usize(one.min(other), one.max(other))
            };
            let (here, there) = (span(&text), span(map.text()));
            prop_assert_eq!(map.normal(here).is_some(), here.get(&text).is_some());
            prop_assert_eq!(map.original(there).is_some(), there.get(map.text()).is_some());
        }

        #[test]
        fn spans_go_both_ways(text in text(), normalizer in select(normalizers()), ends in any::<[prop::sample::Index; 2]>()) {
            let map = normalizer.map(&text).unwrap();
            prop_assert_eq!(map.text(), &normalizer.normalize(&text));
            let span = |text: &str| {
                let edges: Vec<_> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
                let (one, other) = (*ends[0].get(&edges), *ends[1].get(&edges));
                Span::from_usize(one.min(other), one.max(other))
            };
            let there = map.normal(span(&text)).unwrap();
            prop_assert!(there.get(map.text()).is_some());
            if !there.is_empty() {
                // All that is left of a span comes from it.
                let original = map.original(there).unwrap();
                prop_assert_eq!(map.normal(original), Some(there));
            }
            let here = span(map.text());
            let back = map.original(here).unwrap();
            prop_assert!(back.get(&text).is_some());
            prop_assert!(here.is_empty() || map.normal(back).unwrap().covers(here));
            let whole = map.original(Span::from_usize(0, map.text().len())).unwrap();
            prop_assert!(whole.end() <= text.len());
        }
    }

    /// Unicode's own file: a text and its four forms a line.
    #[test]
    fn normalization_test() {
        let mut count = 0;
        for line in include_str!("../../tests/data/NormalizationTest.txt").lines() {
            if line.starts_with('@') {
                continue;
            }
            let forms: Vec<String> = line.split(';').map(characters).collect();
            let [source, nfc, nfd, nfkc, nfkd] = &forms[..] else {
                panic!("{line}: five texts")
            };
            for text in [source, nfc, nfd] {
                assert_eq!(Normalizer::nfc().normalize(text), *nfc, "{line}");
            }
            for text in [nfkc, nfkd] {
                assert_eq!(Normalizer::nfc().normalize(text), *nfkc, "{line}");
            }
            for text in &forms {
                assert_eq!(Normalizer::nfkc().normalize(text), *nfkc, "{line}");
            }
            count += 1;
        }
        assert_eq!(count, 19965);
    }

    fn characters(hex: &str) -> String {
        let code_points = hex
            .split(' ')
            .map(|hex| u32::from_str_radix(hex, 16).unwrap());
        code_points.map(|it| char::from_u32(it).unwrap()).collect()
    }

    #[test]
    fn texts() {
        let search = Normalizer::nfkc()
            .case_folded()
            .unaccented()
            .with_straight_quotes()
            .with_plain_spaces()
            .without_invisible()
            .without_arabic_marks();
        for (normalizer, text, expected) in [
            (Normalizer::nfc(), "E\u{301}\u{327}", "Ȩ\u{301}"),
            (Normalizer::nfc(), "ﬁ ²", "ﬁ ²"),
            (Normalizer::nfkc(), "ﬁ ² …", "fi 2 ..."),
            (
                Normalizer::nfc().with_straight_quotes(),
                "« L’été »",
                "\" L'été \"",
            ),
            (
                Normalizer::nfc().with_plain_spaces(),
                "12\u{202f}000\u{a0}€\n\t!",
                "12 000 €\n\t!",
            ),
            (
                Normalizer::nfc().with_plain_hyphens(),
                "c’est\u{2011}à\u{2010}dire –",
                "c’est-à-dire –",
            ),
            (
                Normalizer::nfc().without_invisible(),
                "co\u{200d}\u{ad}de\u{feff}",
                "code",
            ),
            (
                Normalizer::nfc().without_invisible(),
                "👩\u{200d}👧",
                "👩\u{200d}👧",
            ),
            (Normalizer::nfc().without_invisible(), "e\u{ad}\u{301}", "é"),
            (Normalizer::nfc().case_folded(), "ΟΔΟΣ οδος", "οδοσ οδοσ"),
            (
                Normalizer::nfc().case_folded_in("tr".parse().unwrap()),
                "IĞDIR İzmir I\u{307}",
                "ığdır izmir i",
            ),
            (Normalizer::nfc().unaccented(), "MAÏS maïs", "MAIS mais"),
            (
                Normalizer::nfc().unaccented(),
                "ɓarna Ɗan ƙasa ɲɔgɔn",
                "barna Dan kasa nogon",
            ),
            (Normalizer::nfc().unaccented(), "が नि", "が नि"),
            (
                search,
                "L’ŒUVRE\u{a0}: «\u{202f}Æquo\u{202f}»",
                "l'oeuvre : \" aequo \"",
            ),
        ] {
            assert_eq!(normalizer.normalize(text), expected, "{text}");
        }
        assert_ne!(Normalizer::nfc().case_folded().normalize("maïs"), "mais");
    }

    #[test]
    fn a_map_is_sparse() {
        let text = "« L’ÉTÉ », c’est l’A\u{ad}rmée.".repeat(10);
        let lower = Normalizer::nfc().case_folded().map(&text).unwrap();
        assert_eq!(format!("{lower:?}").matches("Change").count(), 0);
        let plain = Normalizer::nfc().without_invisible().map(&text).unwrap();
        assert_eq!(format!("{plain:?}").matches("Change").count(), 10);
        let armée = plain.text().find("Armée").unwrap();
        let span = plain.original(Span::from_usize(armée, armée + "Armée".len()));
        assert_eq!(span.unwrap().of(&text), "A\u{ad}rmée");
    }
}
