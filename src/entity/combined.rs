//! The weights of those features that combine a few values of several words. There are so few
//! combinations that all are looked up when a model is loaded.

use super::features::{self, Case, Probe, Setting, Side, Traits};

/// Adds a row to sums.
#[inline]
pub(super) fn add<const TAGS: usize>(sums: &mut [i16; TAGS], row: &[i16; TAGS]) {
    for (sum, weight) in sums.iter_mut().zip(row) {
        *sum += weight;
    }
}

/// A row of weights for each combination.
#[derive(Debug, Default)]
pub(super) struct Combined<const TAGS: usize> {
    /// By the cases of the word before, of the word and of the word after.
    cases: Box<[[i16; TAGS]]>,
    /// By the setting and the case of the word.
    settings: Box<[[i16; TAGS]]>,
    /// By the probe of the word before and the case of the word.
    before: Box<[[i16; TAGS]]>,
    /// By the probe of the word after and the case of the word.
    after: Box<[[i16; TAGS]]>,
}

impl<const TAGS: usize> Combined<TAGS> {
    /// Looks up all combinations. `weights` gives those of a feature.
    pub(super) fn new(weights: impl Fn(u32) -> [i16; TAGS]) -> Self {
        let sum = |features: &[u32]| {
            let mut sums = [0; TAGS];
            for feature in features {
                add(&mut sums, &weights(*feature));
            }
            sums
        };
        let pairs = || {
            Case::ALL
                .iter()
                .flat_map(|p1| Case::ALL.map(|it| (*p1, it)))
        };
        let cases =
            pairs().flat_map(|(p1, it)| Case::ALL.map(|n1| sum(&features::cases([p1, it, n1]))));
        let settings = Setting::all()
            .flat_map(|setting| Case::ALL.map(|it| sum(&features::setting(setting, it))));
        let probes = |side| {
            let rows = Probe::all()
                .flat_map(|probe| Case::ALL.map(|it| sum(&features::probe(side, probe, it))));
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
    pub(super) fn rows(&self, [p1, it, n1]: [&Traits; 3], setting: Setting) -> [[i16; TAGS]; 4] {
        let case = it.case as usize;
        let of = |rows: &[[i16; TAGS]], at: usize| rows.get(at * Case::COUNT + case).copied();
        let around = (p1.case as usize * Case::COUNT + case) * Case::COUNT + n1.case as usize;
        [
            self.cases.get(around).copied(),
            of(&self.settings, setting.number()),
            of(&self.before, p1.probe.number()),
            of(&self.after, n1.probe.number()),
        ]
        .map(|row| row.unwrap_or([0; TAGS]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_those_of_the_features() {
        // Each feature has a weight of its own.
        let weights = |feature: u32| [(feature % 4093) as i16; 1];
        let sum = |features: &[u32]| features.iter().map(|it| weights(*it)[0]).sum::<i16>();
        let combined = Combined::new(weights);
        let word = |case: Case, probe: Probe| {
            let mut traits = Traits::default();
            (traits.case, traits.probe) = (case, probe);
            traits
        };
        let probes: Vec<Probe> = Probe::all().collect();
        for (at, p1) in Case::ALL.into_iter().enumerate() {
            for (of, it) in Case::ALL.into_iter().enumerate() {
                for (to, n1) in Case::ALL.into_iter().enumerate() {
                    for (setting, own) in Setting::all().zip(0..) {
                        let number = at * 81 + of * 9 + to + own * 31;
                        let before = probes[number % Probe::COUNT];
                        let after = probes[number * 7 % Probe::COUNT];
                        let words = [word(p1, before), word(it, before), word(n1, after)];
                        let rows = combined.rows(words.each_ref(), setting);
                        let naive = [
                            sum(&features::cases([p1, it, n1])),
                            sum(&features::setting(setting, it)),
                            sum(&features::probe(Side::Before, before, it)),
                            sum(&features::probe(Side::After, after, it)),
                        ];
                        assert_eq!(
                            rows.as_flattened(),
                            naive,
                            "{p1:?} {it:?} {n1:?} {setting:?}"
                        );
                    }
                }
            }
        }
    }
}
