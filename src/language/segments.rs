//! Which part of a text is in which language.

use super::grams::{self, NONE, Script};
use super::{Detector, Language};
use crate::span::Span;

/// Fewer letters of the same script are not asked for a language of their own.
const LETTERS: usize = 16;

/// The spans of `text` with one language each. They cover the text in order, and two that follow
/// each other differ.
///
/// The language of the whole is that of every part but those that surely are in another one: a
/// sentence, a quotation, a run of another script. A text in one language is one span. Names and
/// single words are too short to tell, unless their script does.
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
    /// As [`segments`], with the languages of this detector.
    pub fn segments(&self, text: &str) -> Vec<(Span, Language)> {
        let main = self.detect(text).language;
        let mut spans: Vec<(Span, Language)> = Vec::new();
        if text.is_empty() || u32::try_from(text.len()).is_err() {
            return spans;
        }
        let common = usual(text);
        for part in Parts::of(text) {
            let own = text.get(part.start..part.end).unwrap_or_default();
            let language = if part.letters < LETTERS && part.script == common {
                main
            } else {
                let answer = self.detect(own);
                let sure = answer.reliable || part.script != common;
                if sure && part.script != NONE {
                    answer.language
                } else {
                    main
                }
            };
            let language = if language.is_undetermined() {
                main
            } else {
                language
            };
            match spans.last_mut() {
                Some((span, same)) if *same == language => {
                    *span = Span::from_usize(span.start(), part.end);
                }
                _ => spans.push((Span::from_usize(part.start, part.end), language)),
            }
        }
        spans
    }
}

/// The script of most letters.
fn usual(text: &str) -> Script {
    let mut letters = [0usize; grams::SCRIPTS.len()];
    for part in Parts::of(text) {
        if let Some(all) = letters.get_mut(usize::from(part.script)) {
            *all += part.letters;
        }
    }
    let scripts = letters.iter().enumerate().skip(1);
    let most = scripts.max_by_key(|(script, letters)| (**letters, usize::MAX - script));
    most.map_or(NONE, |(script, _)| script as Script)
}

/// A stretch without a mark that parts sentences or quotations, in one script.
struct Part {
    start: usize,
    end: usize,
    script: Script,
    letters: usize,
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
        let mut part = Part {
            start: self.at,
            end: self.text.len(),
            script: NONE,
            letters: 0,
        };
        let mut closed = false;
        for (at, c) in rest.char_indices() {
            let script = grams::script(c);
            let other = script != NONE && part.script != NONE && script != part.script;
            // What opens belongs to what follows, what closes and white space to what was before.
            let opens = matches!(c, '«' | '“' | '„' | '(' | '[');
            if at > 0 && (other || (closed && script != NONE) || (opens && part.letters > 0)) {
                part.end = self.at + at;
                break;
            }
            if script != NONE {
                part.script = script;
                part.letters += 1;
            }
            closed |= part.letters > 0
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
        self.at = part.end;
        Some(part)
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

    thread_local! {
        static DETECTOR: Detector = Detector::new();
    }

    proptest! {
        #[test]
        fn spans_cover_the_text(text in "\\PC{0,80}|[a-zé .«»\nа-яا-ي]{0,200}") {
            let spans = DETECTOR.with(|detector| detector.segments(&text));
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
