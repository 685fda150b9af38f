//! The language of each part of a text.

use super::detect::Detector;
use super::grams::{self, NONE, Script};
use crate::iso639::Language;
use crate::span::{Span, check_length};

/// A part with fewer letters in the usual script is too short to ask its language.
const LETTERS: u32 = 16;

/// Inside a line that changes its language, a run with fewer letters is no sentence of its own.
const SENTENCE: u32 = 24;

/// Splits a text into spans of one language each. Returns each span in bytes with its language.
///
/// The spans cover the whole text in order, and two neighbours differ in language. Every part has
/// the language of the whole text unless it is surely in another one: a sentence, a quotation, or a
/// run of another script. So a text in one language is one span, and names and single words do not
/// change it, unless they are in another script.
///
/// An empty text has no spans. A text of more than `u32::MAX` bytes has none either, for a [`Span`]
/// cannot hold its offsets.
///
/// ```
/// use griot::language::{self, Language};
///
/// let text = "Le ministre a été clair devant la presse : « We will never leave this country to the \
///             terrorists. » Puis il est parti sans répondre aux questions des journalistes.";
/// let spans = language::segments(text);
/// let languages: Vec<_> = spans.iter().map(|(_, language)| *language).collect();
/// assert_eq!(languages, [Language::FRENCH, Language::ENGLISH, Language::FRENCH]);
/// assert!(spans[1].0.get(text).unwrap().starts_with("« We will"));
/// ```
pub fn segments(text: &str) -> Vec<(Span, Language)> {
    Detector::new().segments(text)
}

impl Detector {
    /// Splits a text as [`segments`] does, with the languages of this detector.
    pub fn segments(&self, text: &str) -> Vec<(Span, Language)> {
        let mut spans: Vec<(Span, Language)> = Vec::new();
        if check_length(text.len()).is_err() {
            return spans;
        }
        let main = self.detect(text).language;
        for part in self.parts(text) {
            join(&mut spans, part.span, part.language.unwrap_or(main));
        }
        spans
    }

    /// Splits a text as [`segments`](Self::segments) does, into spans whose edges are sentence
    /// ends. `main` is the language of the whole text.
    ///
    /// A part that is too short to tell has the language of the other parts of its line, or of the
    /// parts on both sides if they agree. Within a line that changes its language, a run that is
    /// shorter than a short sentence makes no span: `кот` or `« New York Times »` must not cut a
    /// French sentence.
    pub(crate) fn sentence_segments(&self, text: &str, main: Language) -> Vec<(Span, Language)> {
        let mut parts = self.parts(text);
        let one_line = |before: &Part, _: &Part| !before.span.of(text).contains('\n');
        for line in parts.chunk_by_mut(one_line) {
            if let Some(only) = agreed(line.iter().filter_map(|part| part.language)) {
                line.iter_mut().for_each(|part| part.language = Some(only));
            }
        }
        // Parts without a language between two parts of one language take that language.
        let mut rest = parts.as_mut_slice();
        let mut before = None;
        while let Some(next) = rest.iter().position(|part| part.language.is_some()) {
            let (unsure, told) = rest.split_at_mut(next);
            let after = told.first().and_then(|part| part.language);
            let between = if before == after { after } else { None };
            unsure.iter_mut().for_each(|part| part.language = between);
            before = after;
            rest = told.get_mut(1..).unwrap_or_default();
        }
        let language = |part: &Part| part.language.unwrap_or(main);
        let mut spans = Vec::new();
        for line in parts.chunk_by(one_line) {
            let whole = agreed(line.iter().map(language)).is_some();
            for run in line.chunk_by(|a, b| language(a) == language(b)) {
                let letters: u32 = run.iter().map(|part| part.letters).sum();
                for part in run {
                    let told = whole || letters >= SENTENCE;
                    let language = if told { language(part) } else { main };
                    join(&mut spans, part.span, language);
                }
            }
        }
        spans
    }

    /// The parts of a text, each with its language if that is sure.
    fn parts(&self, text: &str) -> Vec<Part> {
        let mut parts: Vec<Part> = Parts::of(text).collect();
        let common = usual(&parts);
        for part in &mut parts {
            let foreign = part.script != common && part.script != NONE;
            if foreign || part.letters >= LETTERS {
                let answer = self.detect(part.span.of(text));
                let sure = (foreign || answer.reliable) && !answer.language.is_undetermined();
                part.language = sure.then_some(answer.language);
            }
        }
        parts
    }
}

/// Appends a span. If the last span has the same language, it becomes longer instead.
fn join(spans: &mut Vec<(Span, Language)>, span: Span, language: Language) {
    match spans.last_mut() {
        Some((last, same)) if *same == language => {
            *last = Span::from_usize(last.start(), span.end());
        }
        _ => spans.push((span, language)),
    }
}

/// The language, if there is at least one and all are the same.
fn agreed(mut languages: impl Iterator<Item = Language>) -> Option<Language> {
    let first = languages.next()?;
    languages.all(|other| other == first).then_some(first)
}

/// The script that most letters are in.
fn usual(parts: &[Part]) -> Script {
    let mut letters = [0; grams::SCRIPTS.len()];
    for part in parts {
        if let Some(all) = letters.get_mut(usize::from(part.script)) {
            *all += part.letters;
        }
    }
    let scripts = letters.iter().enumerate().skip(1);
    let most = scripts.max_by_key(|(script, letters)| (**letters, usize::MAX - script));
    most.map_or(NONE, |(script, _)| script as Script)
}

/// A stretch in one script, without a mark inside that separates sentences or quotations.
struct Part {
    span: Span,
    script: Script,
    letters: u32,
    /// The language, if it is sure.
    language: Option<Language>,
}

struct Parts<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }
}

impl Iterator for Parts<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (mut end, mut script, mut letters) = (self.text.len(), NONE, 0);
        let mut closed = false;
        for (at, c) in rest.char_indices() {
            let own = grams::script(c);
            let other = own != NONE && script != NONE && own != script;
            // An opening mark belongs to the part after it. A closing mark and white space belong
            // to the part before.
            let opens = matches!(c, '«' | '“' | '„' | '(' | '[');
            if at > 0 && (other || (closed && own != NONE) || (opens && letters > 0)) {
                end = self.at + at;
                break;
            }
            if own != NONE {
                script = own;
                letters += 1;
            }
            closed |= letters > 0
                && matches!(
                    c,
                    '.' | '!'
                        | '?'
                        | ';'
                        | ':'
                        | '»'
                        | '”'
                        | '"'
                        | ')'
                        | ']'
                        | '\n'
                        | '。'
                        | '،'
                        | '؟'
                        | '।'
                );
        }
        let span = Span::from_usize(self.at, end);
        self.at = end;
        Some(Part {
            span,
            script,
            letters,
            language: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(text: &str) -> Vec<String> {
        let spans = segments(text);
        spans
            .iter()
            .map(|(_, language)| language.to_string())
            .collect()
    }

    #[test]
    fn one_language_is_one_span() {
        assert_eq!(
            codes("Le président est arrivé. Il a parlé. Tous ont écouté."),
            ["fr"]
        );
        assert!(segments("").is_empty());
        assert_eq!(codes("12 000 + 5"), ["und"]);
    }

    #[test]
    fn another_script_is_another_language() {
        let text =
            "Le porte-parole du ministère, وزارة الدفاع الوطني, n’a pas répondu à nos questions.";
        assert_eq!(codes(text), ["fr", "ar", "fr"]);
    }

    #[cfg(feature = "langid")]
    fn sentence_codes(text: &str) -> Vec<String> {
        let detector = Detector::new();
        let main = detector.detect(text).language;
        let spans = detector.sentence_segments(text, main).into_iter();
        spans.map(|(_, language)| language.to_string()).collect()
    }

    #[cfg(feature = "langid")]
    #[test]
    fn sentences_are_cut_only_by_sentences() {
        let french = "Le porte-parole du ministère de la défense n’a pas répondu à nos questions.";
        for (text, expected) in [
            (french.to_owned(), &["fr"][..]),
            (
                french.replace("ministère", "ministère (министерство)"),
                &["fr"],
            ),
            (
                french.replace("ministère", "« Ministry of Defence »"),
                &["fr"],
            ),
            (
                format!("{french}\nМинистерство обороны\n{french}"),
                &["fr", "ru", "fr"],
            ),
            (String::new(), &[]),
            ("12 000 + 5".to_owned(), &["und"]),
        ] {
            assert_eq!(sentence_codes(&text), expected, "{text}");
        }
    }

    thread_local! {
        static DETECTOR: Detector = Detector::new();
    }

    proptest! {
        #[test]
        fn spans_cover_the_text(text in "\\PC{0,80}|[a-zé .«»\nа-яا-ي]{0,200}") {
            let both = DETECTOR.with(|detector| {
                let main = detector.detect(&text).language;
                [detector.segments(&text), detector.sentence_segments(&text, main)]
            });
            for spans in both {
                let mut end = 0;
                for (span, _) in &spans {
                    prop_assert_eq!(span.start(), end);
                    prop_assert!(span.get(&text).is_some());
                    end = span.end();
                }
                prop_assert_eq!(end, text.len());
                prop_assert!(spans.windows(2).all(|pair| pair[0].1 != pair[1].1));
            }
        }
    }
}
