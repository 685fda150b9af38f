//! The layers that a build can make for a language.

use crate::document::{Layer, LayerSet};
use crate::lang::{Rules, has_tagger};
use crate::language::Language;
use crate::stem::{Edition, Stemmer};

impl Language {
    /// The layers that this build makes for the language, without models, stop words or names of
    /// the caller.
    ///
    /// Every language has words, sentences, zones and normal forms. The languages in this table
    /// have rules of their own for the columns that say `yes`:
    ///
    #[doc = include_str!("languages.md")]
    ///
    /// Other languages have stems if Snowball supports them.
    ///
    /// ```
    /// use griot::{Language, Layer};
    ///
    /// let hausa = Language::HAUSA.layers();
    /// assert!(hausa.contains(Layer::Stops) && !hausa.contains(Layer::Lemmas));
    /// ```
    pub fn layers(self) -> LayerSet {
        let rules = Rules::of(self);
        let has = |layer: &Layer| match layer {
            Layer::Language | Layer::Zones => true,
            Layer::Tokens | Layer::Sentences | Layer::Norms => true,
            Layer::Stops => !rules.stops.is_empty(),
            Layer::Stems => {
                Edition::newest().is_some_and(|edition| Stemmer::new(self, edition).is_ok())
            }
            Layer::Pos | Layer::Lemmas => has_tagger(self),
            Layer::Morph if self == Self::FRENCH => cfg!(feature = "fr-lexicon"),
            Layer::Morph => rules.morph.is_some() && has_tagger(self),
            Layer::Entities => rules.has_entities(),
            Layer::Quotations => rules.has_speech(),
        };
        Layer::ALL.iter().copied().filter(has).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pipeline;
    use crate::lang::LANGUAGES;
    #[cfg(all(feature = "fr", feature = "entities", feature = "snowball3"))]
    use crate::lang::tagger_feature;

    /// The layers that a document names as missing are those that the language lacks.
    #[test]
    fn a_pipeline_makes_them() {
        let others = ["und", "fi", "ro", "yo"].map(|code| code.parse().unwrap());
        for language in LANGUAGES.iter().copied().chain(others) {
            let builder = Pipeline::builder().language(language).layers(LayerSet::ALL);
            let document = builder.build().unwrap().process("2024").unwrap();
            let missing = document.view().missing();
            for layer in Layer::ALL {
                let has = language.layers().contains(*layer);
                assert_eq!(has, !missing.contains(*layer), "{language} {layer}");
            }
        }
    }

    #[cfg(all(feature = "fr", feature = "entities", feature = "snowball3"))]
    fn has_sentence_rules(rules: &Rules) -> bool {
        let rules = &rules.sentences;
        rules.small_starts
            || rules.tight_quotes
            || rules.short_words_abbreviate
            || !rules.closing_marks.is_empty()
            || !rules.quotation_particles.is_empty()
            || !rules.starters.is_empty()
            || !rules.speech_verbs.is_empty()
    }

    /// Checks the table in the documentation. With `BLESS=1` it rewrites the table.
    #[cfg(all(feature = "fr", feature = "entities", feature = "snowball3"))]
    #[test]
    fn the_table_is_true() {
        let mut table =
            "| | language | words | sentences | stop words | stems | lemmas | features | zones | names | dates |\n\
                         |--|--|--|--|--|--|--|--|--|--|--|\n"
                .to_owned();
        for language in LANGUAGES {
            let rules = Rules::of(*language);
            let yes = |has: bool| if has { "yes" } else { "" }.to_owned();
            let lemmas = tagger_feature(*language).map(|feature| format!("feature `{feature}`"));
            let features = match (*language, &rules.morph) {
                (Language::FRENCH, _) => "feature `fr-lexicon`".to_owned(),
                (_, Some(_)) => lemmas.clone().unwrap_or_default(),
                (_, None) => String::new(),
            };
            let cells = [
                format!("`{language}`"),
                language.name().to_owned(),
                yes(rules.words.corrects),
                yes(has_sentence_rules(rules)),
                yes(!rules.stops.is_empty()),
                yes(language.layers().contains(Layer::Stems)),
                lemmas.clone().unwrap_or_default(),
                features,
                yes(!rules.zones.phrases.is_empty()),
                yes(rules.names.is_some()),
                yes(rules.dates.is_some()),
            ];
            table.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pipeline/languages.md");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &table).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(path).unwrap(),
            table,
            "BLESS=1 mends it"
        );
    }
}
