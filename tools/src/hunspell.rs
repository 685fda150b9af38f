//! The forms of a Hunspell dictionary: every entry under every rule that it names.
//!
//! Only what the dictionaries in use need: flags of one character or two, suffix rules that lead
//! to one more at most, prefix rules. Prefixes with an apostrophe are elisions, which are words of
//! their own to the library.

use std::collections::HashMap;
use std::rc::Rc;

use anyhow::{Context as _, Result};

/// A form, with the form that the dictionary lists it under and its morphological fields.
pub struct Form {
    /// Which entry it is of; the forms of one stand together.
    pub entry: usize,
    pub text: String,
    /// The stem that the entry names, else its head with the prefix.
    pub lemma: String,
    /// The flag of the suffix rule that made it; empty for a head.
    pub flag: String,
    /// The form that a second suffix rule was put on.
    pub through: Option<String>,
    /// The fields of the entry.
    pub own: Rc<[String]>,
    /// The fields of the first suffix rule.
    pub added: Rc<[String]>,
}

struct Rule {
    strip: String,
    append: String,
    condition: Vec<Place>,
    /// The flags of the rules that may follow.
    onward: Vec<String>,
    fields: Rc<[String]>,
}

/// One character of a condition: a set, or all but a set.
struct Place {
    chars: Vec<char>,
    negated: bool,
}

/// What is put before a word, and the flags of what comes of it; without any, those of the word.
struct Prefix {
    strip: String,
    text: String,
    condition: Vec<Place>,
    flags: Option<Vec<String>>,
}

#[derive(Default)]
struct Rules {
    suffixes: HashMap<String, Vec<Rule>>,
    prefixes: HashMap<String, Vec<Prefix>>,
    /// The flag of an entry that is no form itself.
    bare: String,
    /// Flags have two characters.
    long: bool,
}

/// All forms of a dictionary that come of the rules with a wanted flag.
pub fn expand(affixes: &str, words: &str, wanted: impl Fn(&str) -> bool) -> Result<Vec<Form>> {
    let rules = rules(affixes)?;
    let mut forms = Vec::new();
    for (entry, line) in words.lines().skip(1).enumerate() {
        let mut fields = line.split([' ', '\t']).filter(|field| !field.is_empty());
        let Some(head) = fields.next().filter(|head| !head.starts_with('/')) else {
            continue;
        };
        let (word, flags) = head.split_once('/').unwrap_or((head, ""));
        let mut flags = rules.flags(flags);
        flags.retain(|flag| *flag == rules.bare || wanted(flag));
        let own: Rc<[String]> = fields.map(str::to_owned).collect();
        let stem = own.iter().find_map(|field| field.strip_prefix("st:"));
        let lemma = stem.unwrap_or(word).to_owned();
        let mut heads = Vec::new();
        let prefixes = flags.iter().filter_map(|flag| rules.prefixes.get(flag));
        for prefix in prefixes.flatten() {
            let Some(text) = prefix.form(word) else {
                continue;
            };
            heads.push((text.clone(), text, prefix.flags.as_ref().unwrap_or(&flags)));
        }
        heads.push((word.to_owned(), lemma, &flags));
        for (word, lemma, flags) in heads {
            let form = |text: String, flag: &str, through, added: &Rc<[String]>| Form {
                entry,
                text,
                lemma: lemma.clone(),
                flag: flag.to_owned(),
                through,
                own: own.clone(),
                added: added.clone(),
            };
            if !flags.contains(&rules.bare) {
                forms.push(form(word.clone(), "", None, &Rc::from([])));
            }
            for flag in flags {
                for rule in rules.suffixes.get(flag).into_iter().flatten() {
                    let Some(text) = rule.form(&word) else {
                        continue;
                    };
                    let onward = rule.onward.iter().filter(|flag| wanted(flag));
                    let onward = onward.filter_map(|flag| rules.suffixes.get(flag));
                    let further = onward.flatten().filter_map(|rule| rule.form(&text));
                    let further: Vec<_> = further
                        .map(|more| form(more, flag, Some(text.clone()), &rule.fields))
                        .collect();
                    forms.push(form(text, flag, None, &rule.fields));
                    forms.extend(further);
                }
            }
        }
    }
    Ok(forms)
}

fn rules(affixes: &str) -> Result<Rules> {
    let mut rules = Rules::default();
    for line in affixes.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let zero = |text: &str| {
            if text == "0" {
                String::new()
            } else {
                text.to_owned()
            }
        };
        let condition = |text: &str| places(text).with_context(|| line.to_owned());
        match fields.as_slice() {
            ["FLAG", "long"] => rules.long = true,
            ["NEEDAFFIX", flag, ..] => rules.bare = (*flag).to_owned(),
            // The head of a rule has four fields.
            ["SFX", flag, strip, append, place, rest @ ..] => {
                let (append, onward) = append.split_once('/').unwrap_or((append, ""));
                let rule = Rule {
                    strip: zero(strip),
                    append: zero(append),
                    condition: condition(place)?,
                    onward: rules.flags(onward),
                    fields: rest.iter().map(|field| (*field).to_owned()).collect(),
                };
                let of_flag = rules.suffixes.entry((*flag).to_owned());
                of_flag.or_default().push(rule);
            }
            ["PFX", flag, strip, append, place, ..] if !append.contains('\'') => {
                let (text, onward) = append.split_once('/').unwrap_or((append, ""));
                let prefix = Prefix {
                    strip: zero(strip),
                    text: zero(text),
                    condition: condition(place)?,
                    flags: (!onward.is_empty()).then(|| rules.flags(onward)),
                };
                let of_flag = rules.prefixes.entry((*flag).to_owned());
                of_flag.or_default().push(prefix);
            }
            _ => {}
        }
    }
    Ok(rules)
}

impl Rules {
    fn flags(&self, text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let width = if self.long { 2 } else { 1 };
        chars
            .chunks(width)
            .map(|flag| flag.iter().collect())
            .collect()
    }
}

fn places(condition: &str) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    let mut chars = condition.chars();
    while let Some(c) = chars.next() {
        let (set, negated) = match c {
            '.' => (Vec::new(), true),
            '[' => {
                let set: Vec<char> = chars.by_ref().take_while(|c| *c != ']').collect();
                match set.split_first() {
                    Some(('^', rest)) => (rest.to_vec(), true),
                    Some(_) => (set, false),
                    None => anyhow::bail!("an empty set"),
                }
            }
            c => (vec![c], false),
        };
        places.push(Place {
            chars: set,
            negated,
        });
    }
    Ok(places)
}

impl Rule {
    fn form(&self, word: &str) -> Option<String> {
        let stem = word.strip_suffix(&self.strip)?;
        let places = self.condition.iter().rev();
        fit(places, word.chars().rev()).then(|| format!("{stem}{}", self.append))
    }
}

impl Prefix {
    fn form(&self, word: &str) -> Option<String> {
        let rest = word.strip_prefix(&self.strip)?;
        fit(self.condition.iter(), word.chars()).then(|| format!("{}{rest}", self.text))
    }
}

/// Whether the characters are as a condition asks. A lone dot asks for one of any kind.
fn fit<'a>(
    mut places: impl Iterator<Item = &'a Place>,
    mut chars: impl Iterator<Item = char>,
) -> bool {
    places.all(|place| {
        chars
            .next()
            .is_some_and(|c| place.chars.contains(&c) != place.negated)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_grow_by_their_rules() {
        let affixes = "FLAG long\nNEEDAFFIX ()\nSFX S. Y 2\nSFX S. 0 0/L' [^sxz] is:sg\n\
                       SFX S. 0 s/D' [^sxz] is:pl\nSFX a0 Y 1\nSFX a0 cer çant/n' cer po:ppre\n\
                       PFX Um Y 2\nPFX Um 0 kilo/S.() .\nPFX Um 0 l'exa/S.() .\n";
        let words = "4\nmot/S.() po:nom\nlacer/a0() po:v1__t____a\nbis po:adv\nwatt/Um() po:nom\n";
        let forms: Vec<_> = expand(affixes, words, |_| true)
            .unwrap()
            .into_iter()
            .map(|form| format!("{} {} {}", form.text, form.lemma, form.added.join("+")))
            .collect();
        assert_eq!(
            forms,
            [
                "mot mot is:sg",
                "mots mot is:pl",
                "laçant lacer po:ppre",
                "bis bis ",
                "kilowatt kilowatt is:sg",
                "kilowatts kilowatt is:pl"
            ]
        );
    }

    #[test]
    fn rules_lead_to_others_and_prefixes_keep_the_flags() {
        let affixes = "SFX A Y 1\nSFX A r ción/S ar\nSFX S Y 1\nSFX S ón ones ón\n\
                       PFX d Y 1\nPFX d 0 des [^s]\nSFX x Y 1\nSFX x 0 me .\n";
        let forms: Vec<_> = expand(affixes, "1\nanimar/Adx\n", |flag| flag != "x")
            .unwrap()
            .into_iter()
            .map(|form| format!("{} {}", form.text, form.through.unwrap_or(form.lemma)))
            .collect();
        assert_eq!(
            forms,
            [
                "desanimar desanimar",
                "desanimación desanimar",
                "desanimaciones desanimación",
                "animar animar",
                "animación animar",
                "animaciones animación"
            ]
        );
    }
}
