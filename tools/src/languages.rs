//! `languages.tsv`: every ISO 639-3 language, one a line, sorted by code; `codes.tsv`: the other
//! codes, sorted, each with the code of its line there; and `members.tsv`: the members of
//! macrolanguages, sorted, each with the code of its macrolanguage.
//!
//! Fields: code, two-letter code, other codes, script, English name, own name.
//! The library searches the lines in place, so order and line ends matter.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::Value;

use crate::{lines, sources};

const OWN_NAMES: &str = include_str!("../data/own_names.tsv");

/// `no` stands for Bokmål in practice, so the library maps it to `nob`.
const NORWEGIAN: (&str, &str, &str) = ("nor", "no", "nob");

/// Codes in real use that the retired codes of the locale data lack.
const USUAL: [(&str, &str); 3] = [("fil", "tgl"), ("mo", "ron"), ("mol", "ron")];

/// The standard form of Tagalog has a code of its own; the library knows one language.
const FILIPINO: &str = "fil";

/// Scripts that the locale data gives only under another code.
const SCRIPTS: [(&str, &str); 6] = [
    ("fuc", "Latn"),
    ("hbs", "Latn"),
    ("kmr", "Latn"),
    ("knc", "Latn"),
    ("twi", "Latn"),
    ("ydd", "Hebr"),
];

#[derive(Default)]
struct Language {
    two: String,
    others: BTreeSet<String>,
    script: String,
    english: String,
    own: String,
}

/// The whole table.
pub fn build(dir: &Path) -> Result<String> {
    let mut languages = iso(dir)?;
    languages.remove(FILIPINO);
    add_aliases(dir, &mut languages)?;
    add_scripts(dir, &mut languages)?;
    add_names(dir, &mut languages)?;
    let (macro_code, two, code) = NORWEGIAN;
    if let Some(language) = languages.get_mut(macro_code) {
        language.two.clear();
    }
    if let Some(language) = languages.get_mut(code) {
        language.others.insert(two.to_owned());
    }
    check(&languages)?;
    let mut table = String::new();
    for (code, l) in &languages {
        let others: Vec<&str> = l.others.iter().map(String::as_str).collect();
        let others = others.join(",");
        table.push_str(
            &[code, &l.two, &others, &l.script, &l.english, &l.own]
                .map(String::as_str)
                .join("\t"),
        );
        table.push('\n');
    }
    Ok(table)
}

/// The table of the other codes, from the table of the languages.
pub fn codes(languages: &str) -> String {
    let mut codes = BTreeSet::new();
    for line in languages.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if let [code, two, others, ..] = fields[..] {
            let others = others.split(',').chain([two]);
            let others = others.filter(|other| !other.is_empty());
            codes.extend(others.map(|other| format!("{other}\t{code}\n")));
        }
    }
    codes.into_iter().collect()
}

/// The table of the members of macrolanguages that the table of the languages has.
pub fn members(dir: &Path, languages: &str) -> Result<String> {
    let file = sources::read_one(dir, "iso639-lang", "iso639/data/iso-639_macro.json")?;
    let file: Value = serde_json::from_slice(&file).context("iso-639_macro.json")?;
    let codes: BTreeSet<&str> = languages
        .lines()
        .filter_map(|line| line.split('\t').next())
        .collect();
    let known = |code: &Value| code.as_str().is_some_and(|code| codes.contains(code));
    let members = object(&file, "/individual")?.iter();
    let known = members.filter(|(member, whole)| codes.contains(member.as_str()) && known(whole));
    let lines: BTreeSet<String> = known
        .filter_map(|(member, whole)| Some(format!("{member}\t{}\n", whole.as_str()?)))
        .collect();
    Ok(lines.into_iter().collect())
}

/// Codes and reference names, from the package's one array of flat records.
///
/// It is JavaScript, not JSON, but its layout is regular: one `key: value` a
/// line, strings in single or double quotes.
fn iso(dir: &Path) -> Result<BTreeMap<String, Language>> {
    let text = sources::read_one(dir, "iso-639-3", "package/iso6393.js")?;
    let text = String::from_utf8(text).context("iso6393.js")?;
    let (_, array) = text
        .split_once("export const iso6393 = [")
        .ok_or_else(|| anyhow!("iso6393.js has another layout"))?;
    let mut languages = BTreeMap::new();
    for record in array.split("\n  },") {
        let mut fields = BTreeMap::new();
        for line in record.lines() {
            if let Some((key, value)) = line.trim().split_once(": ") {
                fields.insert(key, unquote(value)?);
            }
        }
        let field = |key: &str| fields.get(key).cloned().unwrap_or_default();
        if field("scope") == "special" || fields.is_empty() {
            continue;
        }
        let code = field("iso6393");
        let name = field("name");
        if code.len() != 3 || name.is_empty() {
            bail!("iso6393.js: a record without code or name: {record}");
        }
        let mut language = Language {
            two: field("iso6391"),
            english: name.trim_end_matches(" (macrolanguage)").to_owned(),
            ..Language::default()
        };
        let bibliographic = field("iso6392B");
        if !bibliographic.is_empty() && bibliographic != code {
            language.others.insert(bibliographic);
        }
        languages.insert(code, language);
    }
    Ok(languages)
}

/// The text of a JavaScript string of the simple kind.
fn unquote(value: &str) -> Result<String> {
    let value = value.trim_end_matches(',');
    let inner = ['\'', '"']
        .iter()
        .find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .ok_or_else(|| anyhow!("iso6393.js: not a string: {value}"))?;
    Ok(inner.replace("\\'", "'").replace("\\\"", "\""))
}

/// Retired and bibliographic codes, each on the language that it now means.
fn add_aliases(dir: &Path, languages: &mut BTreeMap<String, Language>) -> Result<()> {
    let aliases = core(dir, "aliases")?;
    let aliases = object(&aliases, "/supplemental/metadata/alias/languageAlias")?;
    let three = two_to_three(languages);
    let retired = aliases.iter().filter_map(|(old, alias)| {
        let new = alias.get("_replacement")?.as_str()?;
        Some((old.as_str(), three.get(new).map_or(new, String::as_str)))
    });
    for (old, new) in retired.chain(USUAL) {
        // Some codes that the locale data replaces are valid in ISO 639.
        let valid = languages.contains_key(old) || three.contains_key(old);
        if valid || old.contains('-') || !(2..=3).contains(&old.len()) {
            continue;
        }
        if let Some(language) = languages.get_mut(new) {
            language.others.insert(old.to_owned());
        }
    }
    Ok(())
}

/// The script that the locale data takes a language to be written in.
fn add_scripts(dir: &Path, languages: &mut BTreeMap<String, Language>) -> Result<()> {
    let likely = core(dir, "likelySubtags")?;
    let likely = object(&likely, "/supplemental/likelySubtags")?;
    for (code, language) in languages.iter_mut() {
        let tag = likely.get(&language.two).or_else(|| likely.get(code));
        let script = tag
            .and_then(Value::as_str)
            .and_then(|tag| tag.split('-').find(|part| part.len() == 4));
        if let Some(script) = script {
            language.script = script.to_owned();
        }
    }
    for (code, script) in SCRIPTS {
        if let Some(language) = languages.get_mut(code) {
            language.script = script.to_owned();
        }
    }
    Ok(())
}

/// English names where the locale data has a shorter one, and own names.
fn add_names(dir: &Path, languages: &mut BTreeMap<String, Language>) -> Result<()> {
    let files = sources::read(dir, "cldr-localenames-full", |path| {
        path.ends_with("/languages.json")
    })?;
    let names = |locale: &str, code: &str| -> Result<Option<String>> {
        let Some(file) = files.get(&format!("package/main/{locale}/languages.json")) else {
            return Ok(None);
        };
        let file: Value = serde_json::from_slice(file).context(locale.to_owned())?;
        let path = format!("/main/{locale}/localeDisplayNames/languages/{code}");
        Ok(file
            .pointer(&path)
            .and_then(Value::as_str)
            .map(str::to_owned))
    };
    let english = files
        .get("package/main/en/languages.json")
        .ok_or_else(|| anyhow!("cldr-localenames-full has no English names"))?;
    let english: Value = serde_json::from_slice(english)?;
    let english = object(&english, "/main/en/localeDisplayNames/languages")?;
    for (code, language) in languages.iter_mut() {
        for tag in [language.two.as_str(), code] {
            if tag.is_empty() {
                continue;
            }
            if let Some(name) = english.get(tag).and_then(Value::as_str) {
                language.english = name.to_owned();
            }
            if let Some(name) = names(tag, tag)? {
                language.own = name;
            }
        }
    }
    for line in lines::sorted("own_names.tsv", OWN_NAMES)? {
        let (code, name) = lines::pair("own_names.tsv", line)?;
        languages
            .get_mut(code)
            .ok_or_else(|| anyhow!("own_names.tsv: no language {code}"))?
            .own = name.to_owned();
    }
    Ok(())
}

/// What the library relies on.
fn check(languages: &BTreeMap<String, Language>) -> Result<()> {
    let mut codes: BTreeSet<&str> = languages.keys().map(String::as_str).collect();
    for (code, language) in languages {
        let two = Some(language.two.as_str()).filter(|two| !two.is_empty());
        for other in language.others.iter().map(String::as_str).chain(two) {
            if !codes.insert(other) {
                bail!("{code}: the code {other} is another language's too");
            }
        }
        let fields = [&language.script, &language.english, &language.own];
        if language.english.is_empty() || fields.iter().any(|f| f.contains(['\t', '\n'])) {
            bail!("{code}: a name is missing or breaks the line");
        }
    }
    Ok(())
}

fn two_to_three(languages: &BTreeMap<String, Language>) -> BTreeMap<String, String> {
    languages
        .iter()
        .filter(|(_, language)| !language.two.is_empty())
        .map(|(code, language)| (language.two.clone(), code.clone()))
        .collect()
}

fn core(dir: &Path, name: &str) -> Result<Value> {
    let path = format!("package/supplemental/{name}.json");
    let file = sources::read_one(dir, "cldr-core", &path)?;
    serde_json::from_slice(&file).context(path)
}

fn object<'a>(value: &'a Value, path: &str) -> Result<&'a serde_json::Map<String, Value>> {
    value
        .pointer(path)
        .and_then(Value::as_object)
        .ok_or_else(|| anyhow!("the locale data has no {path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(two: &str, others: &[&str]) -> Language {
        Language {
            two: two.to_owned(),
            others: others.iter().map(|&other| other.to_owned()).collect(),
            english: "X".to_owned(),
            ..Language::default()
        }
    }

    #[test]
    fn strings_of_both_kinds() {
        assert_eq!(unquote("'Ge\\'ez',").unwrap(), "Ge'ez");
        assert_eq!(unquote("\"Abu' Arapesh\"").unwrap(), "Abu' Arapesh");
        assert!(unquote("12").is_err());
    }

    #[test]
    fn a_code_means_one_language() {
        let mut languages = BTreeMap::new();
        languages.insert("heb".to_owned(), language("he", &["iw"]));
        check(&languages).unwrap();
        languages.insert("yid".to_owned(), language("yi", &["iw"]));
        assert!(check(&languages).is_err());
    }
}
