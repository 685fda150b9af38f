//! What is known of each distinct token before anything is read: what the tagger makes of it, and
//! what the rules may find where it stands. Kept from text to text.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::features::{Scratch, WordFeatures};
use super::gazetteer::Gazetteer;
use super::scan::Scan;
use super::tagger::{NameTagger, Sums};
use crate::document::TokenKind;
use crate::document::layers::Strings;
use crate::lang::list::List;
use crate::lang::{Calendar, DateRules, Glossary, Known, Mark, Marks, NameRules};
use crate::language::Language;
use crate::span::clamp;

/// What is known of a token.
#[derive(Clone, Debug, Default)]
pub(super) struct Fact {
    marks: Marks,
    flags: Flags,
    /// How many letters the longest name of a well-known organisation has that begins with it; 0 if
    /// none does.
    pub(super) organisation: usize,
    /// The places whose names begin with it, by their first and the one after the last.
    pub(super) places: (u32, u32),
    /// Its numbers in the tables of the calendar, those of `today` for `today's`.
    pub(super) calendar: Calendar,
    /// What the tagger makes of it, if there is one.
    pub(super) sums: Sums,
}

/// What is asked of every token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flags {
    /// Whether there is a capital in it.
    pub(super) capital: bool,
    /// Whether a rule may find a name that begins with it.
    pub(super) begins_name: bool,
    /// Whether it is a title or an office.
    pub(super) title: bool,
    /// Whether a date or a quantity may begin with it.
    pub(super) begins_date: bool,
    /// Whether it is a word of dates and not of the grammar.
    pub(super) dated: bool,
    /// Whether a number in words may begin with it.
    pub(super) counts: bool,
}

/// The facts of a worker. When they are too many, it begins anew.
#[derive(Debug, Default)]
pub(super) struct Facts {
    hasher: DefaultHashBuilder,
    rows: HashTable<u32>,
    surfaces: Strings,
    /// What a fact depends on besides the letters.
    classes: Vec<(TokenKind, Language)>,
    facts: Vec<Fact>,
    /// By number of the distinct token of this text, the number of the fact, its flags and its marks.
    of_type: Vec<u32>,
    flags: Vec<Flags>,
    marks: Vec<Marks>,
    scratch: Scratch,
}

/// More rows, or more bytes of text, and the facts begin anew: some 8 MiB.
const MOST_ROWS: usize = 1 << 15;
const MOST_BYTES: usize = 1 << 19;

/// What the facts are asked of.
pub(super) struct Sources<'a> {
    pub(super) names: Option<&'static NameRules>,
    pub(super) dates: Option<&'static DateRules>,
    pub(super) glossary: &'a Glossary,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) tagger: Option<&'a NameTagger>,
}

impl Facts {
    /// Learns what a text needs, from what there is for the language of each token.
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
        self.marks.clear();
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
            if let Some(fact) = self.facts.get(row as usize) {
                self.flags.push(fact.flags);
                self.marks.push(fact.marks);
            }
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

    /// The fact of a distinct token of the text that was read last.
    pub(super) fn get(&self, type_id: usize) -> Option<&Fact> {
        let row = self.of_type.get(type_id)?;
        self.facts.get(*row as usize)
    }

    /// The marks of the distinct tokens of the text that was read last.
    pub(super) fn marks(&self) -> &[Marks] {
        &self.marks
    }

    /// The flags of a distinct token of the text that was read last.
    pub(super) fn flags(&self, type_id: usize) -> Flags {
        self.flags.get(type_id).copied().unwrap_or_default()
    }
}

impl Sources<'_> {
    fn fact(&self, scan: &Scan<'_>, index: usize, scratch: &mut Scratch) -> Fact {
        let (surface, norm) = (scan.text(index), scan.norm(index));
        let known = self.glossary.find(norm);
        let marks = known.marks;
        let listed = |list: List| marks.listed(list).unwrap_or_default();
        let titles = |rules: &NameRules| {
            listed(rules.titles) || listed(rules.offices) || rules.has_title_ending(norm)
        };
        let title = self.names.is_some_and(titles);
        let begins =
            |rules: &NameRules| scan.is_capitalised(index) || title || listed(rules.small_heads);
        let calendar = self.without_genitive(norm).calendar;
        let begins_date = self.may_begin_date(norm, scan.kind(index));
        let of_calendar = calendar.is_some() && known.calendar.direction.is_none();
        let in_date = begins_date || marks.has(Mark::InDate);
        let flags = Flags {
            capital: surface.contains(char::is_uppercase),
            begins_name: scan.is_word(index) && self.names.is_some_and(begins),
            title,
            begins_date,
            counts: self.counts(norm),
            dated: of_calendar || marks.has(Mark::IsDate) || in_date && !marks.has(Mark::Stop),
        };
        // A name that begins with a small letter is not looked for.
        let names = self.names.filter(|_| scan.is_capitalised(index));
        Fact {
            marks,
            flags,
            calendar,
            organisation: names.map_or(0, |rules| {
                rules.organisations.longest_from(rules.bare(norm))
            }),
            places: names.map_or((0, 0), |_| self.gazetteer.beginning_with(norm)),
            sums: self.tagger.map_or_else(Sums::default, |tagger| {
                tagger.sums(&WordFeatures::new(surface, norm, tagger.classes(), scratch))
            }),
        }
    }

    /// What is known of a word of dates without the ending of a genitive.
    fn without_genitive(&self, norm: &str) -> Known {
        let word = self.dates.map_or(norm, |rules| rules.unowned(norm));
        self.glossary.find(word)
    }

    /// Whether a number in words may begin with a word.
    fn counts(&self, norm: &str) -> bool {
        let first = norm.split('-').next().unwrap_or_default();
        self.glossary.find(first).marks.has(Mark::Number)
    }

    /// Whether a date or a quantity may begin with a token: most cannot.
    fn may_begin_date(&self, norm: &str, kind: TokenKind) -> bool {
        let Some(rules) = self.dates else {
            return false;
        };
        let begins = |word: &str| self.without_genitive(word).marks.has(Mark::BeginsDate);
        // `XIXe`, `mi-mars`, `vingt-trois`
        let rest = norm.trim_start_matches(['i', 'v', 'x']);
        let ordinal = rest.is_empty() || rules.ordinal_endings.contains(&rest);
        let roman = rest.len() < norm.len() && ordinal;
        match kind {
            TokenKind::Number => true,
            TokenKind::Word => {
                begins(norm)
                    || roman
                    || norm.contains(|c: char| c.is_ascii_digit())
                    || norm.contains('-') && norm.split('-').any(begins)
            }
            _ => begins(norm) || norm.starts_with(|c: char| c.is_ascii_digit()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::testing::{Text, both, gazetteer};
    use crate::lang::{Glossaries, Rules};

    /// Reads a text, and gives what is known of its token at `at`.
    fn fact(facts: &mut Facts, language: Language, text: &str, at: usize) -> Fact {
        let (text, gazetteer) = (Text::new(language, text), gazetteer());
        let (scan, glossaries) = (text.scan(), Glossaries::default());
        facts.read(&scan, |language| Sources {
            names: Rules::of(language).names,
            dates: Rules::of(language).dates,
            glossary: glossaries.of(language),
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
        assert!(month.dated && month.begins_date);
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
                .calendar
                .is_some()
        );
        let german = fact(&mut facts, Language::GERMAN, "in March it", 1);
        assert!(!german.calendar.is_some());
        assert_eq!(facts.facts.len(), 6);
        assert!(
            fact(&mut facts, Language::ENGLISH, "in March it", 1)
                .calendar
                .is_some()
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
