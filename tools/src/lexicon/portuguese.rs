//! Portuguese: the dictionary of the Projecto Natura, which says what each word is.

use std::path::Path;

use anyhow::Result;
use griot::Language;
use griot::training::lexicon::Category;

use super::{Analyses, Gathered};
use crate::hunspell::{self, Form};
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
