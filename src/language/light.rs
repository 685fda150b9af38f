//! The light engine: the only file that knows whatlang.

use std::borrow::Cow;

use super::detection::{Detection, rounded};
use crate::iso639::Language;

/// whatlang, restricted to the allowed languages.
#[derive(Clone, Debug)]
pub(super) struct Light {
    engine: whatlang::Detector,
    /// The allowed languages. whatlang does not ask its own list about a script that it knows in
    /// one language only, such as Thai or Armenian.
    kept: Vec<whatlang::Lang>,
}

impl Light {
    pub(super) fn all() -> Self {
        Self::only(|_, _| true, false)
    }

    /// Makes an engine that answers only with languages that `keep` accepts; it is told which ones the
    /// engine knows. If it is `open`, the others are considered, and a text in one of them has no answer.
    pub(super) fn only(
        keep: impl Fn(Language, &dyn Fn(Language) -> bool) -> bool,
        open: bool,
    ) -> Self {
        let all = whatlang::Lang::all();
        let ours_all: Vec<Language> = all.iter().copied().map(ours).collect();
        let known = |language| ours_all.contains(&language);
        let kept: Vec<_> = all
            .iter()
            .zip(&ours_all)
            .filter(|(_, language)| keep(**language, &known))
            .map(|(lang, _)| *lang)
            .collect();
        let engine = if open || kept.len() == whatlang::Lang::all().len() {
            whatlang::Detector::new()
        } else {
            whatlang::Detector::with_allowlist(kept.clone())
        };
        Self { engine, kept }
    }

    pub(super) fn detect<'t>(&self, windows: impl Iterator<Item = Cow<'t, str>>) -> Detection {
        let info = self.engine.detect(&joined(windows));
        match info.filter(|info| self.kept.contains(&info.lang())) {
            Some(info) => Detection {
                language: ours(info.lang()),
                confidence: rounded(info.confidence() as f32),
                reliable: info.is_reliable(),
            },
            None => Detection::NONE,
        }
    }
}

fn joined<'t>(mut windows: impl Iterator<Item = Cow<'t, str>>) -> Cow<'t, str> {
    let mut all = windows.next().unwrap_or_default();
    for window in windows {
        let all = all.to_mut();
        all.push(' ');
        all.push_str(&window);
    }
    all
}

/// griot's language for one of whatlang. whatlang calls Chinese Mandarin and Persian Iranian
/// Persian; griot uses the macrolanguages `zh` and `fa`.
fn ours(lang: whatlang::Lang) -> Language {
    let code = match lang {
        whatlang::Lang::Cmn => "zho",
        whatlang::Lang::Pes => "fas",
        other => other.code(),
    };
    code.parse().unwrap_or(Language::UNDETERMINED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_engine_has_a_code() {
        for lang in whatlang::Lang::all() {
            assert_ne!(ours(*lang), Language::UNDETERMINED, "{lang:?}");
        }
    }

    #[test]
    fn a_script_of_one_language_is_no_way_around_the_list() {
        let light = Light::only(
            |it, _| [Language::FRENCH, Language::ENGLISH].contains(&it),
            false,
        );
        for text in [
            "ประเทศไทยมีประชากร",
            "Հայաստանի Հանրապետություն",
            "東京都に住んでいる",
        ] {
            assert!(
                Light::all().detect(std::iter::once(text.into())).reliable,
                "{text}"
            );
            assert_eq!(
                light.detect(std::iter::once(text.into())),
                Detection::NONE,
                "{text}"
            );
        }
    }
}
