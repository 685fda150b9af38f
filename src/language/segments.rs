//! Which part of a text is in which language.

use super::detect::Detector;
use super::grams::{self, NONE, Script};
use crate::iso639::Language;
use crate::span::{Span, check_length};

/// Fewer letters of the same script are not asked for a language of their own.
const LETTERS: u32 = 16;

/// The spans of `text` with one language each. They cover the text in order, and two that follow
/// each other differ.
///
/// The language of the whole is that of every part but those that surely are in another one: a
/// sentence, a quotation, a run of another script. A text in one language is one span. Names and
/// single words are too short to tell, unless their script does.
///
/// An empty text has no spans, nor has one of 4 GiB or more, whose offsets a [`Span`] cannot hold.
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
        let mut spans: Vec<(Span, Language)> = Vec::new();
        if check_length(text.len()).is_err() {
            return spans;
        }
        let main = self.detect(text).language;
        let parts: Vec<Part> = Parts::of(text).collect();
        let common = usual(&parts);
        for part in parts {
            let mut language = main;
            let foreign = part.script != common && part.script != NONE;
            if foreign || part.letters >= LETTERS {
                let answer = self.detect(part.span.of(text));
                if (foreign || answer.reliable) && !answer.language.is_undetermined() {
                    language = answer.language;
                }
            }
            match spans.last_mut() {
                Some((span, same)) if *same == language => {
                    *span = Span::from_usize(span.start(), part.span.end());
                }
                _ => spans.push((part.span, language)),
            }
        }
        spans
    }
}

/// The script of most letters.
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

/// A stretch without a mark that parts sentences or quotations, in one script.
struct Part {
    span: Span,
    script: Script,
    letters: u32,
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
            // What opens belongs to what follows, what closes and white space to what was before.
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
