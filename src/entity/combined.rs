//! The weights of those features that combine a few values of several words. There are so few
//! combinations that all are looked up when a model is loaded.

use super::features::{self, Case, Probe, Setting, Side, Traits};
use super::tagger::{NameTagger, Row};

/// How many cases there are.
const CASES: usize = Case::ALL.len();

/// A row of weights for each combination.
#[derive(Debug, Default)]
pub(super) struct Combined {
    /// By the cases of the word before, of the word and of the word after.
    cases: Box<[Row]>,
    /// By the setting and the case of the word.
    settings: Box<[Row]>,
    /// By the probe of the word before and the case of the word.
    before: Box<[Row]>,
    /// By the probe of the word after and the case of the word.
    after: Box<[Row]>,
}

impl Combined {
    /// Looks up all combinations.
    pub(super) fn new(tagger: &NameTagger) -> Self {
        let pairs = || {
            Case::ALL
                .iter()
                .flat_map(|p1| Case::ALL.map(|it| (*p1, it)))
        };
        let cases = pairs()
            .flat_map(|(p1, it)| Case::ALL.map(|n1| tagger.sum(&features::cases([p1, it, n1]))));
        let settings = Setting::all()
            .flat_map(|setting| Case::ALL.map(|it| tagger.sum(&features::setting(setting, it))));
        let probes = |side| {
            let rows = Probe::all().flat_map(|probe| {
                Case::ALL.map(|it| tagger.sum(&features::probe(side, probe, it)))
            });
            rows.collect()
        };
        Self {
            cases: cases.collect(),
            settings: settings.collect(),
            before: probes(Side::Before),
            after: probes(Side::After),
        }
    }

    /// The rows for a word between two others, to be added.
    #[inline]
    pub(super) fn rows(&self, [p1, it, n1]: [&Traits; 3], setting: Setting) -> [Row; 4] {
        let case = it.look as usize;
        let of = |rows: &[Row], at: usize| rows.get(at * CASES + case).copied();
        let around = p1.look as usize * CASES * CASES + case * CASES + n1.look as usize;
        [
            self.cases.get(around).copied(),
            of(&self.settings, setting.number()),
            of(&self.before, p1.probe.number()),
            of(&self.after, n1.probe.number()),
        ]
        .map(Option::unwrap_or_default)
    }
}
