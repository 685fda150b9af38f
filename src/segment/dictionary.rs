//! Words in scripts without spaces, from icu_segmenter: its dictionary of Chinese and Japanese, and
//! its networks for Thai, Khmer, Lao and Burmese.
//!
//! Only runs of these scripts are given to it. A long run is read in windows, which limits the
//! memory. For Chinese and Japanese the windows change nothing, because the dictionary treats each word
//! by itself. Without the feature `cjk` there are no such runs.

#[cfg(feature = "cjk")]
pub(super) use with::{Dictionary, holds};
#[cfg(not(feature = "cjk"))]
pub(super) use without::{Dictionary, holds};

#[cfg(not(feature = "cjk"))]
mod without {
    use std::marker::PhantomData;

    #[derive(Debug, Default)]
    pub(in crate::segment) struct Dictionary<'a>(PhantomData<&'a str>);

    impl<'a> Dictionary<'a> {
        #[inline(always)]
        pub(in crate::segment) fn word_end(&mut self, _: &'a str, _: usize) -> Option<usize> {
            None
        }
    }

    #[inline(always)]
    pub(in crate::segment) fn holds(_: char) -> bool {
        false
    }
}

#[cfg(feature = "cjk")]
mod with {
    use icu_segmenter::iterators::WordBreakIterator;
    use icu_segmenter::scaffold::Utf8;
    use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

    use crate::segment::chars::has_no_width;

    /// How many bytes of a run are read at once.
    const WINDOW: usize = 4096;
    /// The end of a window is read only as context for what stands before it. No word of the
    /// dictionary is as long.
    const MARGIN: usize = 512;

    /// The words of the runs of a text, asked for in ascending order.
    #[derive(Debug, Default)]
    pub(in crate::segment) struct Dictionary<'a> {
        segmenter: Option<WordSegmenterBorrowed<'static>>,
        run: Option<Run<'a>>,
    }

    /// A run, or a window of a long one.
    #[derive(Debug)]
    struct Run<'a> {
        breaks: WordBreakIterator<'static, 'a, Utf8>,
        start: usize,
        end: usize,
        /// Whether the run continues after `end`.
        goes_on: bool,
        /// Where the next word begins.
        at: usize,
    }

    impl<'a> Dictionary<'a> {
        /// The end of the word at `at`, if it begins with a character of these scripts.
        pub(in crate::segment) fn word_end(&mut self, text: &'a str, at: usize) -> Option<usize> {
            if let Some(end) = self.run.as_mut().and_then(|run| run.next(at)) {
                return Some(with_marks(text, end));
            }
            self.run = None;
            let rest = text.get(at..)?;
            if !rest.starts_with(holds) {
                return None;
            }
            let (length, goes_on) = window(rest);
            let window = rest.get(..length)?;
            // A single character, as most are between digits and Latin letters.
            if window.chars().nth(1).is_none() {
                return Some(with_marks(text, at + length));
            }
            let new = || WordSegmenter::new_auto(Default::default());
            let segmenter = self.segmenter.get_or_insert_with(new);
            let mut run = Run {
                breaks: segmenter.segment_str(window),
                start: at,
                end: at + length,
                goes_on,
                at,
            };
            let end = run.next(at).unwrap_or(at + length);
            self.run = Some(run);
            Some(with_marks(text, end))
        }
    }

    impl Run<'_> {
        /// The end of the word at `at`. `None` if another window must be read.
        fn next(&mut self, at: usize) -> Option<usize> {
            if at != self.at || at >= self.end {
                return None;
            }
            // The first break is the start.
            let mut breaks = self.breaks.by_ref().map(|offset| self.start + offset);
            let end = breaks.find(|end| *end > at)?;
            // A word near the end of a window may be cut. So the next window begins before it, once more
            // than half of this window is used.
            let half = self.start + WINDOW / 2;
            if self.goes_on && end > self.end - MARGIN && at > half {
                return None;
            }
            self.at = end;
            Some(end)
        }
    }

    /// How many bytes at the head of a text are read at once, and whether the run continues after
    /// them.
    fn window(rest: &str) -> (usize, bool) {
        for (at, c) in rest.char_indices() {
            if !holds(c) {
                return (at, false);
            }
            // Do not end between a letter and its marks, unless the marks go on without end.
            if at >= WINDOW && (at >= 2 * WINDOW || !has_no_width(c)) {
                return (at, true);
            }
        }
        (rest.len(), false)
    }

    /// The end of a word, moved behind the marks without width that follow it: WB4 of UAX #29.
    fn with_marks(text: &str, end: usize) -> usize {
        let rest = text.get(end..).unwrap_or_default();
        end + rest.len()
            - rest
                .trim_start_matches(|c| has_no_width(c) && !holds(c))
                .len()
    }

    /// Whether a character is of a script whose words the dictionary knows.
    #[inline]
    pub(in crate::segment) fn holds(c: char) -> bool {
        c >= '\u{e01}' && in_scripts(c)
    }

    /// The scripts as icu_segmenter defines them.
    fn in_scripts(c: char) -> bool {
        matches!(u32::from(c),
            // Thai
            0x0e01..=0x0e3a | 0x0e40..=0x0e4e
            // Lao
            | 0x0e81..=0x0e82 | 0x0e84 | 0x0e86..=0x0e8a | 0x0e8c..=0x0ea3 | 0x0ea5
            | 0x0ea7..=0x0ebd | 0x0ec0..=0x0ec4 | 0x0ec6 | 0x0ec8..=0x0ece | 0x0edc..=0x0edf
            // Burmese
            | 0x1000..=0x103f | 0x1050..=0x108f | 0x109a..=0x109f
            | 0xa9e0..=0xa9ef | 0xa9fa..=0xa9fe | 0xaa60..=0xaa7f
            // Khmer
            | 0x1780..=0x17d3 | 0x17d7 | 0x17dc..=0x17dd
            // Han and Hiragana
            | 0x2e80..=0x2e99 | 0x2e9b..=0x2ef3 | 0x2f00..=0x2fd5
            | 0x3005 | 0x3007 | 0x3021..=0x3029 | 0x3038..=0x303b
            | 0x3041..=0x3096 | 0x309d..=0x309f
            | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfa6d | 0xfa70..=0xfad9
            | 0x16fe2..=0x16fe3 | 0x16ff0..=0x16ff6
            | 0x1b001..=0x1b11f | 0x1b132 | 0x1b150..=0x1b152 | 0x1f200
            | 0x20000..=0x2a6df | 0x2a700..=0x2b81d | 0x2b820..=0x2cead
            | 0x2ceb0..=0x2ebe0 | 0x2ebf0..=0x2ee5d | 0x2f800..=0x2fa1d
            | 0x30000..=0x3134a | 0x31350..=0x33479)
    }

    #[cfg(test)]
    mod tests {
        use proptest::prelude::*;

        use super::*;
        use crate::language::Language;
        use crate::segment::words;

        /// The words of icu_segmenter, cut before each white space.
        fn theirs(text: &str) -> Vec<&str> {
            let breaks: Vec<usize> = WordSegmenter::new_auto(Default::default())
                .segment_str(text)
                .collect();
            let words = breaks.windows(2).map(|pair| &text[pair[0]..pair[1]]);
            words.flat_map(str::split_whitespace).collect()
        }

        fn ours(text: &str) -> Vec<&str> {
            words(text, Language::UNDETERMINED)
                .map(|(span, _)| &text[span])
                .collect()
        }

        #[test]
        fn words_go_from_thread_to_thread() {
            fn goes<T: Send + Sync>(_: T) {}
            goes(words("日本", Language::UNDETERMINED));
        }

        /// Marks are left out: as UAX #29 says, and the crate does not, they go with the character
        /// before them.
        #[test]
        fn the_scripts_are_those_of_the_crate() {
            let many = [
                '\u{3400}'..'\u{4db0}',
                '\u{4e00}'..'\u{9ff0}',
                '\u{ac00}'..'\u{d7a0}',
            ];
            let probes = ('\u{80}'..='\u{1ffff}')
                .filter(|c| !c.is_whitespace() && !many.iter().any(|many| many.contains(c)));
            let mut others = 0;
            for c in probes.chain('\u{33470}'..'\u{33490}') {
                // Two of these are one mark in Amharic.
                if has_no_width(c) && !holds(c) || c == '፡' {
                    continue;
                }
                let beside = format!("中{c}中");
                assert_eq!(ours(&beside), theirs(&beside), "{c:?}");
                let twice = format!("{c}{c}");
                let same = ours(&twice) == theirs(&twice);
                // Tai Le, New Tai Lue, Tai Tham, Tai Viet and Ahom, of which it has no words.
                let other = matches!(u32::from(c),
                    0x1950..=0x1aad | 0xaa80..=0xaadf | 0x11700..=0x11746);
                others += u32::from(!same);
                assert!(
                    same || other,
                    "{c:?} {:?} {:?}",
                    ours(&twice),
                    theirs(&twice)
                );
            }
            assert!(others > 0);
        }

        /// A text of words of all these scripts, without a space.
        fn long(pieces: &[&str], length: usize) -> String {
            pieces
                .iter()
                .cycle()
                .scan(0, |total, piece| {
                    *total += piece.len();
                    (*total < length).then_some(*piece)
                })
                .collect()
        }

        #[test]
        fn windows_change_no_word_of_the_dictionary() {
            let pieces = [
                "これは日本語の文章です",
                "国家",
                "を食べる人々",
                "龟山岛",
                "中",
                "東京都知事",
                "ぁ",
            ];
            for shift in 0..12 {
                let text = "あ".repeat(shift) + &long(&pieces, 3 * WINDOW);
                assert_eq!(ours(&text), theirs(&text));
            }
        }

        #[test]
        fn runs_that_fit_a_window_are_read_whole() {
            let text = long(&["ภาษาไทย", "ประเทศ", "ไป", "น้ำ"], WINDOW);
            assert_eq!(ours(&text), theirs(&text));
        }

        #[test]
        fn runs_without_a_word_end_with_the_window() {
            for piece in ["ก", "ก\u{e48}", "\u{e48}", "က", "〇", "ん"] {
                let text = piece.repeat(5 * WINDOW / piece.len());
                let tokens = ours(&text);
                assert_eq!(tokens.concat(), text);
                assert!(tokens.iter().all(|token| token.len() <= 2 * WINDOW + 8));
            }
        }

        #[rustfmt::skip]
        const PIECES: &[&str] = &[
            "日本", "語", "の", "です", "食べる", "カタカナ", "ー", "人々", "2024", "年", "Tokyo", "12,5", "。",
            "、", "「", "」", "！", "ไทย", "ภาษา", "ๆ", "ລາວ", "ខ្មែរ", "မြန်မာ", " ", "\u{3000}", "\n", "１２",
            "Ａ", "한국", "\u{200b}",
        ];

        proptest! {
            #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

            #[test]
            fn mixed_text_is_cut_as_the_crate_cuts_it(
                pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)
            ) {
                let text = pieces.concat();
                prop_assert_eq!(ours(&text), theirs(&text), "{:?}", text);
            }
        }
    }
}
