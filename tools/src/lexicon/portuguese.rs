//! Portuguese: the dictionary of the Projecto Natura, which says what each word is.

use std::path::Path;

use anyhow::Result;
use griot::Language;
use griot::normalize::norm;
use griot::training::lexicon::Category;

use super::{Analyses, Gathered};
use crate::hunspell::{self, Form};
use crate::morph::{Order, Readings, Tree};
use crate::sources;

/// Forms by hand: those that the dictionary lacks, or has without their lemma.
const LISTED: &str = include_str!("../../data/forms/pt.tsv");

pub fn analyses(dir: &Path) -> Result<Analyses> {
    let (affixes, words) = sources::read_hunspell(dir, "hunspell-pt-pt", "pt_PT")?;
    // The rules with L put pronouns behind verbs, which the library takes apart.
    let forms = hunspell::expand(&affixes, &words, |flag| flag != "L")?;
    let mut gathered = Gathered::default();
    for entry in forms.chunk_by(|a, b| a.entry == b.entry) {
        for form in entry {
            let own = Fields::of(&form.own);
            let added = Fields::of(&form.added);
            // Diminutives and superlatives are many and rare.
            if added.value("GR").is_some() {
                continue;
            }
            let derived = |other: &&Form| other.lemma == form.lemma && other.added == form.added;
            let derivation = added.value("FSEM");
            let lemma = match (own.lemma(), added.value("CAT"), derivation) {
                (Some(lemma), ..) => lemma.to_owned(),
                // What a word was made of is a word of its own; its first form is the lemma.
                (_, Some(_), _) | (_, _, Some(_)) => {
                    let same = |other: &&Form| {
                        let fields = Fields::of(&other.added);
                        derived(other)
                            || other.lemma == form.lemma
                                && fields.value("FSEM") == derivation
                                && fields.value("CAT") == added.value("CAT")
                    };
                    let first = entry.iter().find(same);
                    first.map_or_else(|| form.text.clone(), |first| first.text.clone())
                }
                _ => form.lemma.clone(),
            };
            let part = added.value("CAT").or(own.value("CAT")).unwrap_or_default();
            let tense = added.value("T").or(own.value("T")).unwrap_or_default();
            for category in categories(part, tense) {
                let lemma = match category {
                    // A participle as an adjective.
                    Category::Adj if part == "v" => masculine(&form.text),
                    _ => lemma.clone(),
                };
                gathered.add(&form.text, *category, 1, &lemma);
            }
        }
    }
    gathered.add_listed(LISTED)?;
    gathered.finish(dir, Language::PORTUGUESE)
}

/// The features that each form may have.
pub fn readings(dir: &Path) -> Result<Readings> {
    let (affixes, words) = sources::read_hunspell(dir, "hunspell-pt-pt", "pt_PT")?;
    let forms = hunspell::expand(&affixes, &words, |flag| flag != "L")?;
    let mut readings = Readings::new();
    for form in &forms {
        let text = norm(&form.text).into_owned();
        if text.is_empty() || text.contains(char::is_whitespace) {
            continue;
        }
        let (own, added) = (Fields::of(&form.own), Fields::of(&form.added));
        let value = |key| added.value(key).or(own.value(key)).unwrap_or_default();
        let trees: &[Tree] = match value("CAT") {
            "v" => &[Tree::Verb],
            "nc" => &[Tree::Noun],
            "adj" | "nord" => &[Tree::Adj],
            "a_nc" => &[Tree::Noun, Tree::Adj],
            _ => continue,
        };
        for tree in trees {
            let all = match tree {
                Tree::Verb => verbal(value("T"), value("P"), value("G"), value("N")),
                _ => vec![features(&[gender(value("G")), number(value("N"))])],
            };
            for morph in all {
                let order = Order::new(&text, morph.parse()?);
                let of_form = readings.entry((*tree, text.clone()));
                of_form.or_default().insert(order);
            }
            // A participle as an adjective.
            if let (Tree::Verb, "ppa") = (tree, value("T")) {
                let morph = features(&[gender(value("G")), number(value("N"))]);
                let order = Order::new(&text, morph.parse()?);
                let of_form = readings.entry((Tree::Adj, text.clone()));
                of_form.or_default().insert(order);
            }
        }
    }
    Ok(readings)
}

fn gender(value: &str) -> &'static str {
    match value {
        "m" => "Gender=Masc",
        "f" => "Gender=Fem",
        _ => "",
    }
}

fn number(value: &str) -> &'static str {
    match value {
        "s" => "Number=Sing",
        "p" => "Number=Plur",
        _ => "",
    }
}

fn features(all: &[&str]) -> String {
    let there: Vec<&str> = all.iter().copied().filter(|it| !it.is_empty()).collect();
    if there.is_empty() {
        "_".to_owned()
    } else {
        there.join("|")
    }
}

/// The readings of a form of a verb, one for each person: `1_3` are two.
fn verbal(tense: &str, persons: &str, in_gender: &str, in_number: &str) -> Vec<String> {
    let (mood, tense, form) = match tense {
        "inf" => return vec!["VerbForm=Inf".to_owned()],
        "g" => return vec!["VerbForm=Ger".to_owned()],
        "ppa" => {
            let agrees = [gender(in_gender), number(in_number), "VerbForm=Part"];
            return vec![features(&agrees)];
        }
        "ip" => ("", "", "VerbForm=Inf"),
        "p" => ("Mood=Ind", "Tense=Pres", "VerbForm=Fin"),
        "pi" => ("Mood=Ind", "Tense=Imp", "VerbForm=Fin"),
        "pp" => ("Mood=Ind", "Tense=Past", "VerbForm=Fin"),
        // The pluperfect has a tense of its own, which `Morph` does not have. In the third person of the
        // plural it is the past.
        "pmp" if (persons, in_number) == ("3", "p") => return Vec::new(),
        "pmp" => ("Mood=Ind", "", "VerbForm=Fin"),
        "f" => ("Mood=Ind", "Tense=Fut", "VerbForm=Fin"),
        "c" => ("Mood=Cnd", "", "VerbForm=Fin"),
        "pc" => ("Mood=Sub", "Tense=Pres", "VerbForm=Fin"),
        "pic" => ("Mood=Sub", "Tense=Imp", "VerbForm=Fin"),
        "fc" => ("Mood=Sub", "Tense=Fut", "VerbForm=Fin"),
        "i" => ("Mood=Imp", "", "VerbForm=Fin"),
        _ => return Vec::new(),
    };
    let persons = persons.split('_').filter_map(|person| match person {
        "1" => Some("Person=1"),
        "2" => Some("Person=2"),
        "3" => Some("Person=3"),
        _ => None,
    });
    let readings = persons.map(|person| features(&[mood, number(in_number), person, tense, form]));
    readings.collect()
}

fn categories(part: &str, tense: &str) -> &'static [Category] {
    use Category::{
        Adj, Adv, Finite, Infinitive, Intj, Noun, Num, PastParticiple, PresentParticiple, Propn,
    };
    match (part, tense) {
        ("v", "inf") => &[Infinitive],
        ("v", "ppa") => &[PastParticiple, Adj],
        ("v", "g") => &[PresentParticiple],
        ("v", _) => &[Finite],
        ("nc", _) => &[Noun],
        ("adj" | "nord", _) => &[Adj],
        ("a_nc", _) => &[Noun, Adj],
        ("np", _) => &[Propn],
        ("adv", _) => &[Adv],
        ("card", _) => &[Num],
        ("in", _) => &[Intj],
        _ => &[],
    }
}

/// `falada`, `falados` are forms of `falado`.
fn masculine(participle: &str) -> String {
    let stem = participle.trim_end_matches('s');
    match stem.strip_suffix('a') {
        Some(stem) => format!("{stem}o"),
        None => stem.to_owned(),
    }
}

/// The fields of an entry or a rule: `[CAT=v,T=inf]`, `[$ir$CAT=v$P=3]`, `+N=p`.
struct Fields<'a>(&'a str);

impl<'a> Fields<'a> {
    fn of(fields: &'a [String]) -> Self {
        let field = fields.first().map_or("", String::as_str);
        Self(field.trim_matches(['[', ']', '+']))
    }

    /// The lemma that an entry names.
    fn lemma(&self) -> Option<&'a str> {
        let (lemma, _) = self.0.strip_prefix('$')?.split_once('$')?;
        Some(lemma)
    }

    /// The last value of a key: what follows a `$` is of the form itself.
    fn value(&self, key: &str) -> Option<&'a str> {
        let fields = self.0.rsplit([',', '$']);
        let mut values = fields.filter_map(|field| field.split_once('='));
        values.find(|(own, _)| *own == key).map(|(_, value)| value)
    }
}
