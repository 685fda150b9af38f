//! What is known of each type before a text is read: what the tagger makes of it, and what the
//! rules may find there. It is kept from text to text.

use std::ops::Range;

use super::features::WordFeatures;
use super::gazetteer::Gazetteer;
use super::quantities::is_compound;
use super::scan::Scan;
use super::tagger::{NameTagger, Sums};
use super::user_titles::Titles;
use crate::document::TokenKind;
use crate::interner::{Memo, Word};
use crate::lang::list::List;
use crate::lang::{Calendar, DateRules, Glossary, Known, Mark, Marks, NameRules, Sign, TenseRules};
use crate::language::Language;

/// What is known of a type.
#[derive(Clone, Debug, Default)]
pub(super) struct Fact {
    marks: Marks,
    flags: Flags,
    pub(super) known: Longest,
    /// The places whose names begin with it: a half-open range of the gazetteer.
    pub(super) places: (u32, u32),
    /// Its numbers in the tables of the calendar, those of `today` for `today's`.
    pub(super) calendar: Calendar,
    /// What it says of the time that its sentence is about.
    pub(super) sign: Option<Sign>,
    /// The sums of the tagger, if there is one.
    pub(super) sums: Sums,
}

/// The length in characters of the longest well-known names that begin with a type. 0 if there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Longest {
    pub(super) organisation: u16,
    pub(super) event: u16,
    pub(super) place: u16,
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
    /// Whether a number in words may begin with it.
    pub(super) counts: bool,
    /// Whether it is in a table of the calendar.
    pub(super) calendar: bool,
}

/// A flag by which tokens are found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Flag {
    Capital,
    BeginsName,
    Title,
    BeginsDate,
    Dated,
}

impl Flags {
    /// The flags by which tokens are found, in the order of [`Flag`].
    fn sought(&self) -> [bool; SOUGHT] {
        [
            self.capital,
            self.begins_name,
            self.title,
            self.begins_date,
            self.dated,
        ]
    }
}

/// How many flags there are by which tokens are found.
const SOUGHT: usize = 5;

/// The tokens of a block.
const BLOCK: usize = u64::BITS as usize;

/// The facts of a worker.
#[derive(Debug, Default)]
pub(super) struct Facts {
    known: Memo<Fact>,
    /// By number of the distinct token of this text: its word, and what is asked most of its fact.
    words: Vec<Word>,
    flags: Vec<Flags>,
    marks: Vec<Marks>,
    /// By block of tokens of this text: for each flag that is sought, a bit for each token.
    blocks: Vec<[u64; SOUGHT]>,
    letters: String,
}

/// Where facts come from: the rules and models of a language.
pub(super) struct Sources<'a> {
    pub(super) names: Option<&'static NameRules>,
    pub(super) dates: Option<&'static DateRules>,
    pub(super) glossary: &'a Glossary,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) tagger: Option<&'a NameTagger>,
    /// The caller's titles.
    pub(super) titles: Option<&'a Titles>,
}

impl Facts {
    /// Learns the facts that a text needs. `sources` gives the rules and models of a language, and
    /// `words` are the distinct tokens, by number.
    pub(super) fn read<'s>(
        &mut self,
        scan: &Scan<'_>,
        words: &[Word],
        sources: impl Fn(Language) -> Sources<'s>,
    ) {
        self.known.begin();
        self.known.prefetch_all(words);
        self.flags.clear();
        self.marks.clear();
        self.words.clear();
        self.words.extend_from_slice(words);
        for (word, index) in words.iter().zip(scan.first_of_types()) {
            if let Some(fact) = self.known.get(*word) {
                self.flags.push(fact.flags);
                self.marks.push(fact.marks);
            } else {
                let sources = sources(scan.language(index));
                let fact = sources.fact(scan, index, &mut self.letters);
                self.flags.push(fact.flags);
                self.marks.push(fact.marks);
                self.known.set(*word, fact);
            }
        }
        self.blocks.clear();
        let block = |types: &[u32]| {
            let mut block = [0; SOUGHT];
            for (at, id) in types.iter().enumerate() {
                let flags = self.flags.get(*id as usize).copied().unwrap_or_default();
                for (bits, is) in block.iter_mut().zip(flags.sought()) {
                    *bits |= u64::from(is) << at;
                }
            }
            block
        };
        let types = scan.types(scan.tokens());
        self.blocks.extend(types.chunks(BLOCK).map(block));
    }

    /// The first of some tokens whose type has a flag.
    #[inline]
    pub(super) fn first(&self, tokens: Range<usize>, flag: Flag) -> Option<usize> {
        let bits = |block: &[u64; SOUGHT]| block.get(flag as usize).copied();
        let mut start = tokens.start - tokens.start % BLOCK;
        let mut blocks = self.blocks.get(start / BLOCK..)?.iter().filter_map(bits);
        let mut found = blocks.next()? & (u64::MAX << (tokens.start - start));
        while found == 0 {
            start += BLOCK;
            if start >= tokens.end {
                return None;
            }
            found = blocks.next()?;
        }
        let at = start + found.trailing_zeros() as usize;
        (at < tokens.end).then_some(at)
    }

    /// The fact of a type of the text that was read last.
    pub(super) fn get(&self, type_id: usize) -> Option<&Fact> {
        self.known.get(*self.words.get(type_id)?)
    }

    /// The marks of the distinct tokens of the text that was read last.
    pub(super) fn marks(&self) -> &[Marks] {
        &self.marks
    }

    /// The flags of a type of the text that was read last.
    pub(super) fn flags(&self, type_id: usize) -> Flags {
        self.flags.get(type_id).copied().unwrap_or_default()
    }
}

impl Sources<'_> {
    fn fact(&self, scan: &Scan<'_>, index: usize, letters: &mut String) -> Fact {
        let (surface, norm) = (scan.text(index), scan.norm(index));
        let word = self.glossary.find(norm);
        let own = self.titles.is_some_and(|titles| titles.contains(norm));
        let marks = match self.names {
            Some(rules) if own => word.marks.with_user_title(rules.titles),
            _ => word.marks,
        };
        let listed = |list: List| marks.listed(list).unwrap_or_default();
        let titles = |rules: &NameRules| {
            listed(rules.titles) || listed(rules.offices) || rules.has_title_ending(norm)
        };
        let title = self.names.is_some_and(titles);
        let capital = surface.contains(char::is_uppercase);
        // `al-Qaïda`
        let cased = |rules: &NameRules| {
            scan.is_capitalised(index) || capital && listed(rules.organisations)
        };
        let begins = |rules: &NameRules| cased(rules) || title || listed(rules.small_heads);
        let owner = self.owner(norm).unwrap_or(word);
        let compound = self.dates.is_some_and(|rules| is_compound(norm, rules));
        let begins_date = owner.marks.has(Mark::BeginsDate)
            || compound
            || self.form_begins_date(norm, scan.kind(index));
        let of_calendar = owner.calendar.is_some() && word.calendar.direction.is_none();
        let in_date = begins_date || marks.has(Mark::InDate);
        let counts = match norm.split_once('-') {
            Some((first, _)) => self.glossary.find(first).marks.has(Mark::Number),
            None => marks.has(Mark::Number) || compound,
        };
        // No name begins with a small letter but those of heads and some that are known.
        let names = self.names.filter(|rules| cased(rules));
        Fact {
            flags: Flags {
                capital,
                begins_name: scan.is_word(index) && self.names.is_some_and(begins),
                title,
                begins_date,
                counts,
                calendar: owner.calendar.is_some(),
                dated: of_calendar || marks.has(Mark::IsDate) || in_date && !marks.has(Mark::Stop),
            },
            marks,
            calendar: owner.calendar,
            sign: word
                .sign
                .unwrap_or_else(|| self.tense()?.sign_of_ending(norm)),
            known: names.map_or_else(Longest::default, |rules| {
                let longest = |list: List| {
                    let letters = list.longest_from(rules.bare(norm));
                    u16::try_from(letters).unwrap_or(u16::MAX)
                };
                Longest {
                    organisation: longest(rules.organisations),
                    event: longest(rules.events),
                    place: longest(rules.places),
                }
            }),
            places: names.map_or((0, 0), |_| self.gazetteer.beginning_with(norm)),
            sums: self.tagger.map_or_else(Sums::default, |tagger| {
                tagger.sums(&WordFeatures::new(surface, norm, tagger.classes(), letters))
            }),
        }
    }

    fn tense(&self) -> Option<&'static TenseRules> {
        self.dates?.tense
    }

    /// What is known of a word of dates without the ending of a genitive, if it has one.
    fn owner(&self, norm: &str) -> Option<Known> {
        let bare = self.dates?.unowned(norm);
        (bare.len() < norm.len()).then(|| self.glossary.find(bare))
    }

    /// Whether a date or a quantity may begin with a token because of its form, or of a part of it.
    fn form_begins_date(&self, norm: &str, kind: TokenKind) -> bool {
        let Some(rules) = self.dates else {
            return false;
        };
        let digit = |c: char| c.is_ascii_digit();
        // `mi-mars`, `vingt-trois`
        let begins = |part: &str| {
            let known = self.owner(part);
            let known = known.unwrap_or_else(|| self.glossary.find(part));
            known.marks.has(Mark::BeginsDate)
        };
        // `XIXe`
        let roman = || {
            let rest = norm.trim_start_matches(['i', 'v', 'x']);
            let ordinal = rest.is_empty() || rules.ordinal_endings.contains(&rest);
            rest.len() < norm.len() && ordinal
        };
        match kind {
            TokenKind::Number => true,
            TokenKind::Word => {
                norm.contains(digit) || roman() || norm.contains('-') && norm.split('-').any(begins)
            }
            _ => norm.starts_with(digit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::testing::{Text, both, gazetteer, words};
    use crate::interner::Interner;
    use crate::lang::{Glossaries, Rules};

    /// The facts of a worker, and its words.
    #[derive(Default)]
    struct Memory(Interner, Facts);

    /// Bits of blocks find what a look at every token does, at the edges of blocks too.
    #[test]
    fn the_first_token_with_a_flag_is_found_as_by_a_look_at_each() {
        for gap in [0, 1, 5, 62, 63, 64, 65, 130] {
            let text = format!(
                "Zabbo {}March minister {}",
                "so ".repeat(gap),
                "so ".repeat(70)
            );
            let mut memory = Memory::default();
            fact(&mut memory, Language::ENGLISH, &text, 0);
            let Memory(_, facts) = memory;
            let text = Text::new(Language::ENGLISH, &text);
            let scan = text.scan();
            let count = scan.tokens().end;
            let flags = [
                Flag::Capital,
                Flag::BeginsName,
                Flag::Title,
                Flag::BeginsDate,
                Flag::Dated,
            ];
            for (number, flag) in flags.into_iter().enumerate() {
                let has = |at: &usize| facts.flags(scan.type_id(*at)).sought()[number];
                for start in 0..=count + 1 {
                    for end in [start, start + 1, start + 64, count, count + 65] {
                        let naive = (start..end.min(count)).find(has);
                        assert_eq!(facts.first(start..end, flag), naive, "{gap} {start}..{end}");
                    }
                }
            }
        }
    }

    /// Reads a text, and gives what is known of its token at `at`.
    fn fact(
        Memory(interner, facts): &mut Memory,
        language: Language,
        text: &str,
        at: usize,
    ) -> Fact {
        let (text, gazetteer) = (Text::new(language, text), gazetteer());
        let (scan, glossaries) = (text.scan(), Glossaries::default());
        let words = words(&scan, interner);
        facts.read(&scan, &words, |language| Sources {
            names: Rules::of(language).names,
            dates: Rules::of(language).dates,
            glossary: glossaries.of(language),
            gazetteer: &gazetteer,
            tagger: None,
            titles: None,
        });
        let type_id = scan.type_id(at);
        let fact = facts.get(type_id).unwrap().clone();
        let same = format!("{:?}", fact.flags) == format!("{:?}", facts.flags(type_id));
        assert!(same, "the flags are kept twice, and are the same");
        fact
    }

    fn english(text: &str, at: usize) -> Fact {
        fact(&mut Memory::default(), Language::ENGLISH, text, at)
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
            let longest = |text: &str| english(text, 1).known.organisation;
            assert_eq!(longest(&text), longest("so Niger left"));
        }
        let known = english("the European man", 1).known;
        assert!(usize::from(known.organisation) >= "european union".len());
        assert_eq!(english("the Zabbo man", 1).known.organisation, 0);
        let (low, high) = english("in Niamey today", 1).places;
        assert!(low < high);
        let (low, high) = english("in Zabbo today", 1).places;
        assert_eq!(low, high);
    }

    #[test]
    fn facts_are_of_the_words_of_this_text() {
        let mut memory = Memory::default();
        fact(&mut memory, Language::ENGLISH, "so Zabbo left", 1);
        // The order of a text's tokens is its own.
        let first = fact(&mut memory, Language::ENGLISH, "Zabbo left", 0);
        let Memory(_, facts) = memory;
        assert!(first.flags.capital && facts.marks().len() == 2);
        assert!(facts.get(2).is_none() && !facts.flags(2).capital);
    }

    #[test]
    fn another_language_has_facts_of_its_own() {
        let mut facts = Memory::default();
        assert!(
            fact(&mut facts, Language::ENGLISH, "in March it", 1)
                .calendar
                .is_some()
        );
        let german = fact(&mut facts, Language::GERMAN, "in March it", 1);
        assert!(!german.calendar.is_some());
        assert!(
            fact(&mut facts, Language::ENGLISH, "in March it", 1)
                .calendar
                .is_some()
        );
    }
}
