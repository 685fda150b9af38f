//! The light engine: the only file that knows whatlang.

use std::borrow::Cow;

use super::detection::{Detection, rounded};
use crate::iso639::Language;

/// whatlang, restricted to the allowed languages.
#[derive(Clone, Debug)]
pub(super) struct Light(whatlang::Detector);

impl Light {
    pub(super) fn all() -> Self {
        Self(whatlang::Detector::new())
    }

    /// Makes an engine that answers only with languages that `keep` accepts.
    pub(super) fn only(keep: impl Fn(Language) -> bool) -> Self {
        let known = whatlang::Lang::all().iter();
        let kept: Vec<_> = known.filter(|lang| keep(ours(**lang))).copied().collect();
        if kept.len() == whatlang::Lang::all().len() {
            return Self::all();
        }
        Self(whatlang::Detector::with_allowlist(kept))
    }

    pub(super) fn detect<'t>(&self, windows: impl Iterator<Item = &'t str>) -> Detection {
        match self.0.detect(&joined(windows)) {
            Some(info) => Detection {
                language: ours(info.lang()),
                confidence: rounded(info.confidence() as f32),
                reliable: info.is_reliable(),
            },
            None => Detection::NONE,
        }
    }
}

fn joined<'t>(mut windows: impl Iterator<Item = &'t str>) -> Cow<'t, str> {
    let mut all = Cow::Borrowed(windows.next().unwrap_or_default());
    for window in windows {
        let all = all.to_mut();
        all.push(' ');
        all.push_str(window);
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
}
