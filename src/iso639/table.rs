//! The table of ISO 639-3: sorted text files that are searched in place. `tools languages` writes
//! them.

/// A line: code, 639-1 code, other codes, script, English name, own name, with tabs between.
static TABLE: &str = include_str!("languages.tsv");
/// A line: a 639-1 or other code, and the 639-3 code of the language that it means.
static CODES: &str = include_str!("codes.tsv");

/// A line: a language, and the macrolanguage that it is a member of.
static MEMBERS: &str = include_str!("members.tsv");

/// One line of the table.
pub(super) struct Record {
    pub(super) code3: &'static str,
    pub(super) code1: &'static str,
    aliases: &'static str,
    pub(super) script: Option<&'static str>,
    pub(super) name: &'static str,
    pub(super) own_name: Option<&'static str>,
}

impl Record {
    fn parse(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        let filled = |field: &'static str| (!field.is_empty()).then_some(field);
        Some(Self {
            code3: fields.next()?,
            code1: fields.next()?,
            aliases: fields.next()?,
            script: filled(fields.next()?),
            name: fields.next()?,
            own_name: filled(fields.next()?),
        })
    }

    fn codes(&self) -> impl Iterator<Item = &'static str> + use<> {
        let aliases = self.aliases.split(',');
        [self.code3, self.code1]
            .into_iter()
            .chain(aliases)
            .filter(|code| !code.is_empty())
    }
}

pub(super) fn records() -> impl Iterator<Item = Record> {
    TABLE.lines().filter_map(Record::parse)
}

/// Finds a language by its 639-3 code.
pub(super) fn by_code3(code: &[u8]) -> Option<Record> {
    Record::parse(line_of(TABLE, code)?)
}

/// Binary search over the lines of a table, which begin with their sorted keys and a tab.
fn line_of(table: &'static str, key: &[u8]) -> Option<&'static str> {
    let bytes = table.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let head = bytes.get(low..middle)?;
        let start = head
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(low, |at| low + at + 1);
        let line = table.get(start..)?.lines().next()?;
        let (own, _) = line.split_once('\t')?;
        match own.as_bytes().cmp(key) {
            std::cmp::Ordering::Less => low = start + line.len() + 1,
            std::cmp::Ordering::Equal => return Some(line),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// Finds a language by 639-3 code, and else by 639-1 code or alias. `code` must be lower case.
pub(super) fn by_any_code(code: &str) -> Option<Record> {
    by_code3(code.as_bytes()).or_else(|| {
        let (_, code3) = line_of(CODES, code.as_bytes())?.split_once('\t')?;
        by_code3(code3.as_bytes())
    })
}

/// The macrolanguage that a language is a member of, by its 639-3 code.
pub(super) fn macrolanguage(code: &[u8]) -> Option<Record> {
    let (_, code3) = line_of(MEMBERS, code)?.split_once('\t')?;
    by_code3(code3.as_bytes())
}

/// Finds a language by its English name or its own.
pub(super) fn by_name(name: &str) -> Option<Record> {
    let lower = name.trim().to_lowercase();
    // Thousands of names are compared, so none is copied.
    let is_name = |other: &str| other.chars().flat_map(char::to_lowercase).eq(lower.chars());
    records().find(|record| is_name(record.name) || record.own_name.is_some_and(is_name))
}

/// The language that was probably meant by `code`: the one with the nearest code. Only languages with
/// a two-letter code are compared.
pub(super) fn nearest(code: &str) -> Option<Record> {
    let lower = code.to_lowercase();
    let common = records().filter(|record| !record.code1.is_empty());
    let distance = |record: &Record| record.codes().map(|other| edits(&lower, other)).min();
    let (nearest, record) = common
        .filter_map(|record| Some((distance(&record)?, record)))
        .min_by_key(|(distance, _)| *distance)?;
    (nearest == 1 && code.len() > 1).then_some(record)
}

/// The edit distance: 0 if equal, 1 if one substitution, insertion or deletion apart, and else 2.
fn edits(a: &str, b: &str) -> usize {
    if a == b {
        return 0;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let longest = a.len().max(b.len());
    if a.len().abs_diff(b.len()) <= 1 && head + tail + 1 >= longest {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn is_sorted_and_whole() {
        let codes: Vec<_> = TABLE
            .lines()
            .map(|line| Record::parse(line).expect(line).code3)
            .collect();
        assert!(codes.len() > 7000 && codes.is_sorted_by(|a, b| a < b));
        for code in &codes {
            let found = by_code3(code.as_bytes()).expect(code);
            assert_eq!(found.code3, *code);
            let language = Language::of(&found);
            assert_eq!(language.code3().parse::<Language>().unwrap(), language);
        }
        for none in ["", "~~~", "   ", "f", "fr", "fran"] {
            assert!(by_code3(none.as_bytes()).is_none(), "{none}");
        }
    }

    #[test]
    fn every_other_code_is_found() {
        let mut others: Vec<_> = records()
            .flat_map(|record| record.codes().skip(1).map(move |code| (code, record.code3)))
            .collect();
        for (code, code3) in &others {
            assert_eq!(by_any_code(code).expect(code).code3, *code3);
        }
        others.sort_unstable();
        let lines: Vec<_> = CODES
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .collect();
        assert_eq!(lines, others);
    }

    #[test]
    fn every_member_is_found() {
        let lines: Vec<_> = MEMBERS
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .collect();
        assert!(lines.len() > 400 && lines.is_sorted_by(|a, b| a.0 < b.0));
        for (member, whole) in lines {
            assert!(by_code3(member.as_bytes()).is_some(), "{member}");
            assert_eq!(macrolanguage(member.as_bytes()).expect(member).code3, whole);
        }
    }

    #[test]
    fn no_code_means_two_languages() {
        let mut codes: Vec<_> = records().flat_map(|record| record.codes()).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}
