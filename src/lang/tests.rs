//! What must hold of the rules of every language.

use super::*;
use crate::document::Stop;

#[test]
fn every_rule_can_be_found() {
    for (name, rules) in all() {
        rules::Rule::check(rules, &name);
    }
}

/// The rules of every language, and those of the template.
fn all() -> impl Iterator<Item = (String, &'static Rules)> {
    let languages = LANGUAGES
        .iter()
        .map(|language| (language.to_string(), Rules::of(*language)));
    languages.chain([("template".to_owned(), compiled!(template::RULES))])
}

/// The language of the template is cut as its comments say.
#[test]
fn the_template_does_what_it_says() {
    let cut = |text: &str| {
        let (_, rules) = all().last().unwrap();
        let words = crate::segment::Words::new(text, rules);
        words
            .map(|(span, _)| text[span].to_owned())
            .collect::<Vec<_>>()
    };
    for (text, words) in [
        ("avio-karo", "avio-karo"),
        ("l'avio, l’avio", "l'|avio|,|l’|avio"),
        ("n'avio n'nova", "n'|avio|n'nova"),
        ("l'un kom-lo", "l'un|kom-lo"),
        ("vidi-lo vidi-n-lo", "vidi|-lo|vidi|-n-lo"),
        ("lomo's", "lomo's"),
        ("10:15 12 000 +5 5%", "10:15|12 000|+5|5|%"),
        ("90 km/h US$ 5 n° 3", "90|km/h|US$|5|n°|3"),
        ("Sro. Modi, art. 3, ktp.", "Sro.|Modi|,|art.|3|,|ktp."),
    ] {
        assert_eq!(cut(text).join("|"), words, "{text}");
    }
}

/// The tokenizer looks for elisions only at Latin letters.
#[test]
fn latin_letters_elide() {
    for (language, rules) in all() {
        for word in rules.words.elisions.words() {
            let latin = |c: char| c.is_alphabetic() && c < '\u{370}';
            assert!(word.starts_with(latin), "{language}: {word}");
        }
    }
}

/// The filters compare the lengths of words and entries in bytes.
#[test]
fn capitals_are_as_long_as_their_small_letters() {
    for (language, rules) in all() {
        let words = &rules.words;
        let lists = [
            words.abbreviations,
            words.title_abbreviations,
            words.number_abbreviations,
            words.month_abbreviations,
            words.weekday_abbreviations,
            words.inner_abbreviations,
            words.closing_abbreviations,
            words.clitics,
            words.whole_words,
        ];
        for word in lists.iter().flat_map(|list| list.words()) {
            // These are the small letters of İ, Ⱥ and Ⱦ. Only these Latin capitals are shorter than
            // their small letters.
            assert!(!word.contains(['\u{307}', 'ⱥ', 'ⱦ']), "{language}: {word}");
        }
    }
}

#[test]
fn stop_words_are_in_one_tier() {
    for (language, rules) in all() {
        let stops = &rules.stops;
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

/// Lines are compared with phrases without their accents.
#[test]
fn phrases_are_plain() {
    for (language, rules) in all() {
        let zones = rules.zones;
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
    for (language, rules) in all() {
        let lemmas = rules.lemmas.unwrap_or(&LemmaRules::NONE);
        for endings in [lemmas.ties, lemmas.enclitics, lemmas.verb_pronouns] {
            for (index, ending) in endings.iter().enumerate() {
                let hides = |before: &&str| before != ending && ending.ends_with(before);
                let hidden = endings[..index].iter().find(|before| hides(before));
                assert_eq!(hidden, None, "{language} {ending}");
            }
        }
    }
}
