//! How well the library's stop words part function words from content words, by treebanks.

use std::fmt::Write as _;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use anyhow::{Context as _, Result};
use griot::normalize::norm_in;
use griot::stop::stop;
use griot::{Language, Stop};

const FUNCTION: [&str; 7] = ["ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "PART"];
const CONTENT: [&str; 5] = ["NOUN", "VERB", "ADJ", "PROPN", "NUM"];

/// A row for each file of `dir` that is called `<language>_<name>.conllu`: the share of function
/// words that are stop words of the first tier and of either, and the same of content words.
pub fn measure(dir: &Path) -> Result<String> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir).with_context(|| dir.display().to_string())? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut table = "set\tfunction 1\tfunction 1+2\tcontent 1\tcontent 1+2\n".to_owned();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some((set, (code, _))) = name
            .strip_suffix(".conllu")
            .and_then(|set| Some((set, set.split_once('_')?)))
        else {
            continue;
        };
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let (function, content) = count(&text, code.parse()?);
        if function.words > 0 {
            let [one, either] = function.shares();
            let [wrong_one, wrong_either] = content.shares();
            writeln!(
                table,
                "{set}\t{one:.1}\t{either:.1}\t{wrong_one:.1}\t{wrong_either:.1}"
            )?;
        }
    }
    Ok(table)
}

#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Tally {
    words: usize,
    function: usize,
    extended: usize,
}

impl Tally {
    fn add(&mut self, tier: Stop) {
        self.words += 1;
        match tier {
            Stop::Function => self.function += 1,
            Stop::Extended => self.extended += 1,
            _ => {}
        }
    }

    /// Percent of the first tier, and of both.
    fn shares(self) -> [f64; 2] {
        let percent = |count: usize| 100.0 * count as f64 / self.words.max(1) as f64;
        [
            percent(self.function),
            percent(self.function + self.extended),
        ]
    }
}

/// Function and content words of a treebank; none of a language without a list. The parts of a
/// contraction such as `du` are left out, for they are no words of the text.
fn count(text: &str, language: Language) -> (Tally, Tally) {
    let (mut function, mut content) = Default::default();
    let mut parts: Option<RangeInclusive<usize>> = None;
    for line in text.lines() {
        let fields: Vec<_> = line.split('\t').collect();
        let [id, form, _, tag, ..] = fields[..] else {
            parts = None;
            continue;
        };
        if let Some((first, last)) = id.split_once('-') {
            parts = first
                .parse()
                .ok()
                .zip(last.parse().ok())
                .map(|(first, last)| first..=last);
        }
        let Ok(number) = id.parse() else { continue };
        let Some(tier) = stop(&norm_in(form, language), language) else {
            continue;
        };
        if parts.as_ref().is_some_and(|parts| parts.contains(&number)) {
            continue;
        }
        if FUNCTION.contains(&tag) {
            Tally::add(&mut function, tier);
        } else if CONTENT.contains(&tag) {
            Tally::add(&mut content, tier);
        }
    }
    (function, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_by_their_tags() {
        let text = "1\tL’\tle\tDET\n2\tarmée\tarmée\tNOUN\n3-4\tdu\t_\t_\n3\tde\tde\tADP\n4\tle\tle\tDET\n\
                    5\tNiger\tNiger\tPROPN\n6\tfait\tfaire\tAUX\n7\t.\t.\tPUNCT\n";
        let (function, content) = count(text, Language::FRENCH);
        assert_eq!(function.shares(), [50.0, 100.0]);
        assert_eq!((content.words, content.shares()), (2, [0.0, 0.0]));
        assert_eq!(count(text, Language::UNDETERMINED).0, Tally::default());
    }
}
