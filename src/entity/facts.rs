//! What is known of each type before a text is read: what the tagger makes of it, and what the
//! rules may find there. It is kept from text to text.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::features::{Scratch, WordFeatures};
use super::gazetteer::Gazetteer;
use super::scan::Scan;
use super::tagger::{NameTagger, Sums};
use crate::document::TokenKind;
use crate::document::layers::Strings;
use crate::lang::{DateRules, NameRules};
use crate::language::Language;
use crate::span::clamp;

/// What is known of a type.
#[derive(Clone, Debug, Default)]
pub(super) struct Fact {
    flags: Flags,
    /// The length in characters of the longest well-known organisation whose name begins with it. 0
    /// if there is none.
    pub(super) organisation: usize,
    /// The places whose names begin with it: a half-open range of the gazetteer.
    pub(super) places: (u32, u32),
    /// The sums of the tagger, if there is one.
    pub(super) sums: Sums,
}

/// Quick answers, asked of every token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flags {
    /// Whether there is a capital in it.
    pub(super) capital: bool,
    /// Whether the rules may find a name that begins with it.
    pub(super) begins_name: bool,
    /// Whether it is a title or an office.
    pub(super) title: bool,
    /// Whether a date or a quantity may begin with it.
    pub(super) begins_date: bool,
    /// Whether it is a word of dates and not of the grammar.
    pub(super) dated: bool,
    /// Whether it has a number in a table of the calendar.
    pub(super) of_calendar: bool,
    /// Whether a number in words may begin with it.
    pub(super) counts: bool,
}

/// The facts of a worker. They are cleared when there are too many.
#[derive(Debug, Default)]
pub(super) struct Facts {
    hasher: DefaultHashBuilder,
    rows: HashTable<u32>,
    surfaces: Strings,
    /// What a fact depends on besides the spelling.
    classes: Vec<(TokenKind, Language)>,
    facts: Vec<Fact>,
    /// For each type of this text: the number of its fact.
    of_type: Vec<u32>,
    flags: Vec<Flags>,
    scratch: Scratch,
}

/// The facts are cleared when they have more rows or more bytes of text than this: some 8 MiB in
/// all.
const MOST_ROWS: usize = 1 << 15;
const MOST_BYTES: usize = 1 << 19;

/// Where facts come from: the rules and models of a language.
pub(super) struct Sources<'a> {
    pub(super) names: Option<&'static NameRules>,
    pub(super) dates: Option<&'static DateRules>,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) tagger: Option<&'a NameTagger>,
}

impl Facts {
    /// Learns the facts that a text needs. `sources` gives the rules and models of a language.
    pub(super) fn read<'s>(&mut self, scan: &Scan<'_>, sources: impl Fn(Language) -> Sources<'s>) {
        let full = self.facts.len() >= MOST_ROWS || self.surfaces.bytes() >= MOST_BYTES;
        if full {
            self.rows.clear();
            self.surfaces.clear();
            self.classes.clear();
            self.facts.clear();
        }
        self.of_type.clear();
        self.flags.clear();
        for index in scan.first_of_types() {
            let (surface, language) = (scan.text(index), scan.language(index));
            let class = (scan.kind(index), language);
            let hash = self.hasher.hash_one(surface);
            let same = |row: &u32| {
                let row = *row as usize;
                self.classes.get(row) == Some(&class) && self.surfaces.get(row) == Some(surface)
            };
            let row = match self.rows.find(hash, same) {
                Some(row) => *row,
                None => {
                    let fact = sources(language).fact(scan, index, &mut self.scratch);
                    self.insert(hash, surface, class, fact)
                }
            };
            self.of_type.push(row);
            let fact = self.facts.get(row as usize);
            self.flags
                .push(fact.map_or_else(Flags::default, |fact| fact.flags));
        }
    }

    fn insert(
        &mut self,
        hash: u64,
        surface: &str,
        class: (TokenKind, Language),
        fact: Fact,
    ) -> u32 {
        let row = clamp(self.facts.len());
        self.facts.push(fact);
        self.classes.push(class);
        self.surfaces.push(surface);
        let (hasher, surfaces) = (&self.hasher, &self.surfaces);
        self.rows.insert_unique(hash, row, |row| {
            hasher.hash_one(surfaces.get(*row as usize).unwrap_or_default())
        });
        row
    }

    /// The fact of a type of the text that was read last.
    pub(super) fn get(&self, type_id: usize) -> Option<&Fact> {
        let row = self.of_type.get(type_id)?;
        self.facts.get(*row as usize)
    }

    /// The flags of a type of the text that was read last.
    pub(super) fn flags(&self, type_id: usize) -> Flags {
        self.flags.get(type_id).copied().unwrap_or_default()
    }
}

impl Sources<'_> {
    fn fact(&self, scan: &Scan<'_>, index: usize, scratch: &mut Scratch) -> Fact {
        let (surface, norm) = (scan.text(index), scan.norm(index));
        let word = scan.is_word(index);
        let titles = |rules: &NameRules| rules.is_title(norm) || rules.offices.holds(norm);
        let begins = |rules: &NameRules| {
            scan.is_capitalised(index) || titles(rules) || rules.small_heads.holds(norm)
        };
        let begins_date = |rules: &DateRules| may_begin_date(rules, norm, scan.kind(index));
        let tells = |rules: &DateRules| begins_date(rules) || rules.tells(norm);
        let flags = Flags {
            capital: surface.contains(char::is_uppercase),
            begins_name: word && self.names.is_some_and(begins),
            title: self.names.is_some_and(titles),
            begins_date: self.dates.is_some_and(begins_date),
            of_calendar: self.dates.is_some_and(|rules| rules.is_of_calendar(norm)),
            counts: self.dates.is_some_and(|rules| rules.counts(norm)),
            dated: self
                .dates
                .is_some_and(|rules| rules.is_date(norm) || !scan.is_stop(index) && tells(rules)),
        };
        Fact {
            flags,
            organisation: self.names.map_or(0, |rules| {
                rules.organisations.longest_from(rules.bare(norm))
            }),
            places: self.gazetteer.beginning_with(norm),
            sums: self.tagger.map_or_else(Sums::default, |tagger| {
                tagger.sums(&WordFeatures::new(surface, norm, tagger.classes(), scratch))
            }),
        }
    }
}

/// Whether a date or a quantity may begin with a token. Most tokens cannot.
fn may_begin_date(rules: &DateRules, norm: &str, kind: TokenKind) -> bool {
    // `XIXe`, `mi-mars`, `vingt-trois`
    let rest = norm.trim_start_matches(['i', 'v', 'x']);
    let ordinal = rest.is_empty() || rules.ordinal_endings.contains(&rest);
    let roman = rest.len() < norm.len() && ordinal;
    match kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            roman
                || norm.contains(|c: char| c.is_ascii_digit())
                || norm.split('-').any(|part| rules.begins(part))
                || rules.begins(norm)
        }
        _ => rules.begins(norm) || norm.starts_with(|c: char| c.is_ascii_digit()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::testing::{Text, both, gazetteer};
    use crate::lang::Rules;

    /// Reads a text, and gives what is known of its token at `at`.
    fn fact(facts: &mut Facts, language: Language, text: &str, at: usize) -> Fact {
        let (text, gazetteer) = (Text::new(language, text), gazetteer());
        let scan = text.scan();
        facts.read(&scan, |language| Sources {
            names: Rules::of(language).names,
            dates: Rules::of(language).dates,
            gazetteer: &gazetteer,
            tagger: None,
        });
        let type_id = scan.type_id(at);
        let fact = facts.get(type_id).unwrap().clone();
        let same = format!("{:?}", fact.flags) == format!("{:?}", facts.flags(type_id));
        assert!(same, "the flags are kept twice, and are the same");
        fact
    }

    fn english(text: &str, at: usize) -> Fact {
        fact(&mut Facts::default(), Language::ENGLISH, text, at)
    }

    #[test]
    fn flags_say_what_may_begin_at_a_token() {
        let flags = |text: &str, at| english(text, at).flags;
        let name = flags("so Zabbo left", 1);
        assert!(name.capital && name.begins_name && !name.title && !name.begins_date);
        let small = flags("so we left", 2);
        assert!(!small.capital && !small.begins_name && !small.begins_date);
        assert!(flags("the minister left", 1).title && flags("the minister left", 1).begins_name);
        let month = flags("in March it rained", 1);
        assert!(month.of_calendar && month.dated && month.begins_date);
        assert!(flags("two men left", 0).counts);
        // A mark begins no name, and one inside a word is a capital all the same.
        assert!(!flags("so: left", 1).begins_name);
        let inner = flags("an iPhone rang", 1);
        assert!(inner.capital && !inner.begins_name);
    }

    #[test]
    fn a_genitive_knows_what_the_bare_name_does() {
        for text in both("so Niger’s army left") {
            assert_eq!(
                english(&text, 1).organisation,
                english("so Niger left", 1).organisation
            );
        }
        assert!(english("the European man", 1).organisation >= "european union".len());
        assert_eq!(english("the Zabbo man", 1).organisation, 0);
        let (low, high) = english("in Niamey today", 1).places;
        assert!(low < high);
        let (low, high) = english("in Zabbo today", 1).places;
        assert_eq!(low, high);
    }

    #[test]
    fn facts_are_kept_from_text_to_text() {
        let mut facts = Facts::default();
        fact(&mut facts, Language::ENGLISH, "so Zabbo left", 1);
        assert_eq!(facts.facts.len(), 3);
        fact(&mut facts, Language::ENGLISH, "left Zubbu so", 1);
        assert_eq!(facts.facts.len(), 4);
        // The order of a text's tokens is its own.
        let first = fact(&mut facts, Language::ENGLISH, "Zubbu left", 0);
        assert!(first.flags.capital && facts.of_type.len() == 2);
        assert!(facts.get(2).is_none() && !facts.flags(2).capital);
    }

    #[test]
    fn another_language_has_facts_of_its_own() {
        let mut facts = Facts::default();
        assert!(
            fact(&mut facts, Language::ENGLISH, "in March it", 1)
                .flags
                .of_calendar
        );
        let german = fact(&mut facts, Language::GERMAN, "in March it", 1);
        assert!(!german.flags.of_calendar);
        assert_eq!(facts.facts.len(), 6);
        assert!(
            fact(&mut facts, Language::ENGLISH, "in March it", 1)
                .flags
                .of_calendar
        );
    }

    #[test]
    fn too_many_facts_begin_anew_with_the_next_text() {
        let mut facts = Facts::default();
        let words = (0..=MOST_ROWS).map(|number| format!("w{number} "));
        let text = words.collect::<String>() + "Zabbo";
        let last = fact(&mut facts, Language::ENGLISH, &text, MOST_ROWS + 1);
        assert!(last.flags.begins_name);
        assert!(facts.facts.len() > MOST_ROWS);
        let next = fact(&mut facts, Language::ENGLISH, "so Zabbo left", 1);
        assert!(next.flags.begins_name);
        assert_eq!(facts.facts.len(), 3);
    }

    #[test]
    fn one_long_word_fills_the_memory_too() {
        let mut facts = Facts::default();
        let text = "a".repeat(MOST_BYTES) + " Zabbo";
        fact(&mut facts, Language::ENGLISH, &text, 0);
        assert!(facts.surfaces.bytes() >= MOST_BYTES);
        fact(&mut facts, Language::ENGLISH, "so Zabbo", 1);
        assert!(facts.surfaces.bytes() < 16 && facts.facts.len() == 2);
    }
}
