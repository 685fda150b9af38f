//! The table of ISO 639-3: a sorted text file that is searched in place.
//!
//! Each line has these fields, separated by tabs: 639-3 code, 639-1 code, other codes, script,
//! English name, own name. `tools languages` writes the file.

static TABLE: &str = include_str!("languages.tsv");

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

fn records() -> impl Iterator<Item = Record> {
    TABLE.lines().filter_map(Record::parse)
}

/// Finds a language by binary search over the lines, which are sorted by 639-3 code.
pub(super) fn by_code3(code: &[u8; 3]) -> Option<Record> {
    let bytes = TABLE.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let head = bytes.get(..middle)?;
        let start = head
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let line = TABLE.get(start..)?.lines().next()?;
        match line.as_bytes().get(..3)?.cmp(code) {
            std::cmp::Ordering::Less => low = start + line.len() + 1,
            std::cmp::Ordering::Equal => return Record::parse(line),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// Finds a language by 639-3 code, and else by 639-1 code or alias. `code` must be lower case.
pub(super) fn by_any_code(code: &str) -> Option<Record> {
    if let Ok(code3) = code.as_bytes().try_into()
        && let Some(record) = by_code3(code3)
    {
        return Some(record);
    }
    records().find(|record| record.codes().any(|other| other == code))
}

/// The language that was probably meant by `code`: the one with this name, or the one with the
/// nearest code. Only languages with a two-letter code are compared by code.
pub(super) fn nearest(code: &str) -> Option<Record> {
    let lower = code.to_lowercase();
    let named = |record: &Record| {
        record.name.to_lowercase() == lower
            || record
                .own_name
                .is_some_and(|own| own.to_lowercase() == lower)
    };
    if let Some(record) = records().find(named) {
        return Some(record);
    }
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
            let found = by_code3(code.as_bytes().try_into().unwrap()).expect(code);
            assert_eq!(found.code3, *code);
            let language = Language::of(&found);
            assert_eq!(language.code3().parse::<Language>().unwrap(), language);
        }
        assert!(by_code3(b"~~~").is_none() && by_code3(b"   ").is_none());
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
