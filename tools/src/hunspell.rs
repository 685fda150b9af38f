//! The forms of a Hunspell dictionary: every entry under every rule that it names.
//!
//! Only what the French dictionary uses: flags of two characters, suffix rules that lead to no
//! further ones, prefix rules without conditions. Prefixes with an apostrophe are elisions, which
//! are words of their own to the library.

use std::collections::HashMap;

use anyhow::{Context as _, Result};

/// A form, with the form that the dictionary lists it under and its morphological fields.
pub struct Form {
    /// Which entry it is of; the forms of one stand together.
    pub entry: usize,
    pub text: String,
    pub lemma: String,
    /// The values of `po:`: those of the rule where it has any, else of the entry.
    pub parts: Vec<String>,
    /// Whether the entry is of a verb.
    pub verb: bool,
    /// Whether the rule says that it is feminine.
    pub feminine: bool,
}

impl Form {
    pub fn is(&self, part: &str) -> bool {
        self.parts.iter().any(|own| own == part)
    }
}

struct Rule {
    strip: String,
    append: String,
    condition: Vec<Place>,
    parts: Vec<String>,
    feminine: bool,
}

/// One character of a condition: a set, or all but a set.
struct Place {
    chars: Vec<char>,
    negated: bool,
}

/// What is put before a word, and the flags of what comes of it.
struct Prefix {
    text: String,
    flags: Vec<String>,
}

#[derive(Default)]
struct Rules {
    suffixes: HashMap<String, Vec<Rule>>,
    prefixes: HashMap<String, Vec<Prefix>>,
    /// The flag of an entry that is no form itself.
    bare: String,
}

/// All forms of a dictionary.
pub fn expand(affixes: &str, words: &str) -> Result<Vec<Form>> {
    let rules = rules(affixes)?;
    let mut forms = Vec::new();
    for (entry, line) in words.lines().skip(1).enumerate() {
        let mut fields = line.split([' ', '\t']).filter(|field| !field.is_empty());
        let Some(head) = fields.next().filter(|head| !head.starts_with('/')) else {
            continue;
        };
        let (word, own) = head.split_once('/').unwrap_or((head, ""));
        let own = flags(own);
        let fields: Vec<&str> = fields.collect();
        let parts = parts(&fields);
        let stem = fields.iter().find_map(|field| field.strip_prefix("st:"));
        let verb = parts
            .iter()
            .any(|part| part.starts_with('v') && part.len() > 8);
        let mut heads = Vec::new();
        for prefix in own
            .iter()
            .filter_map(|flag| rules.prefixes.get(flag))
            .flatten()
        {
            let word = format!("{}{word}", prefix.text);
            heads.push((word.clone(), word, &prefix.flags));
        }
        let lemma = stem.unwrap_or(word).to_owned();
        heads.push((word.to_owned(), lemma, &own));
        for (word, lemma, flags) in heads {
            let form = |text: String, own: &[String], feminine: bool| Form {
                entry,
                text,
                lemma: lemma.clone(),
                parts: own.to_vec(),
                verb,
                feminine,
            };
            if !flags.contains(&rules.bare) {
                forms.push(form(word.clone(), &parts, false));
            }
            let suffixes = flags.iter().filter_map(|flag| rules.suffixes.get(flag));
            for rule in suffixes.flatten() {
                let own = if rule.parts.is_empty() {
                    &parts
                } else {
                    &rule.parts
                };
                let text = rule.form(&word);
                forms.extend(text.map(|text| form(text, own, rule.feminine)));
            }
        }
    }
    Ok(forms)
}

/// The values of `po:`.
fn parts(fields: &[&str]) -> Vec<String> {
    let values = fields.iter().filter_map(|field| field.strip_prefix("po:"));
    values.map(str::to_owned).collect()
}

fn flags(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(2).map(|flag| flag.iter().collect()).collect()
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
        match fields.as_slice() {
            ["NEEDAFFIX", flag, ..] => rules.bare = (*flag).to_owned(),
            // The head of a rule has four fields.
            ["SFX", flag, strip, append, condition, rest @ ..] => {
                let append = append.split('/').next().unwrap_or_default();
                let rule = Rule {
                    strip: zero(strip),
                    append: zero(append),
                    condition: places(condition).with_context(|| line.to_owned())?,
                    parts: parts(rest),
                    feminine: rest.contains(&"is:fem"),
                };
                let of_flag = rules.suffixes.entry((*flag).to_owned());
                of_flag.or_default().push(rule);
            }
            ["PFX", flag, "0", append, ".", ..] => {
                if let Some((text, onward)) = append.split_once('/')
                    && !text.contains('\'')
                {
                    let prefix = Prefix {
                        text: zero(text),
                        flags: flags(onward),
                    };
                    let of_flag = rules.prefixes.entry((*flag).to_owned());
                    of_flag.or_default().push(prefix);
                }
            }
            _ => {}
        }
    }
    Ok(rules)
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
        let mut chars = word.chars().rev();
        for place in self.condition.iter().rev() {
            // A lone dot asks for nothing.
            let c = chars.next()?;
            if place.chars.contains(&c) == place.negated {
                return None;
            }
        }
        Some(format!("{stem}{}", self.append))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_grow_by_their_rules() {
        let affixes = "NEEDAFFIX ()\nSFX S. Y 2\nSFX S. 0 0/L' [^sxz] is:sg\n\
                       SFX S. 0 s/D' [^sxz] is:pl\nSFX a0 Y 1\nSFX a0 cer çant/n' cer po:ppre\n\
                       PFX Um Y 2\nPFX Um 0 kilo/S.() .\nPFX Um 0 l'exa/S.() .\n";
        let words = "4\nmot/S.() po:nom\nlacer/a0() po:v1__t____a\nbis po:adv\nwatt/Um() po:nom\n";
        let forms: Vec<_> = expand(affixes, words)
            .unwrap()
            .into_iter()
            .map(|form| format!("{} {} {}", form.text, form.lemma, form.parts.join("+")))
            .collect();
        assert_eq!(
            forms,
            [
                "mot mot nom",
                "mots mot nom",
                "laçant lacer ppre",
                "bis bis adv",
                "kilowatt kilowatt nom",
                "kilowatts kilowatt nom"
            ]
        );
    }
}
