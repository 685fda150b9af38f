//! What holds of the rules of every language.

use super::*;
use crate::document::Stop;

#[test]
fn every_rule_can_be_found() {
    for language in LANGUAGES {
        rules::Rule::check(Rules::of(*language), &language.to_string());
    }
}

/// Words beyond Latin are not asked whether they elide.
#[test]
fn latin_letters_elide() {
    for language in LANGUAGES {
        for word in Rules::of(*language).words.elisions.words() {
            let latin = |c: char| c.is_alphabetic() && c < '\u{370}';
            assert!(word.starts_with(latin), "{language}: {word}");
        }
    }
}

#[test]
fn stop_words_are_in_one_tier() {
    for language in LANGUAGES {
        let stops = &Rules::of(*language).stops;
        for word in stops.function.words().iter().chain(stops.extended.words()) {
            assert_eq!(crate::normalize::norm(word), *word, "{language}");
        }
        for word in stops.negations.words() {
            assert_ne!(stops.tier(word), Stop::No, "{language} {word}");
        }
        for word in stops.extended.words() {
            let tier = stops.tier(word);
            assert_eq!(tier, Stop::Extended, "{language} {word}: in both tiers");
        }
    }
}

/// A line is compared with phrases without its accents.
#[test]
fn phrases_are_plain() {
    for language in LANGUAGES {
        let zones = Rules::of(*language).zones;
        let phrases = zones.phrases.iter().map(|(phrase, ..)| phrase);
        let others = zones.caption_asides.iter().chain(zones.caption_links);
        for phrase in phrases.chain(others) {
            let plain = |c: char| c.is_ascii_lowercase() || matches!(c, ' ' | '-' | '\'');
            assert!(phrase.chars().all(plain), "{language}: {phrase}");
        }
    }
}

#[test]
fn longer_endings_come_first() {
    for language in LANGUAGES {
        let lemmas = Rules::of(*language).lemmas.unwrap_or(&LemmaRules::NONE);
        for endings in [lemmas.ties, lemmas.enclitics, lemmas.verb_pronouns] {
            for (index, ending) in endings.iter().enumerate() {
                let hides = |before: &&str| before != ending && ending.ends_with(before);
                let hidden = endings[..index].iter().find(|before| hides(before));
                assert_eq!(hidden, None, "{language} {ending}");
            }
        }
    }
}
