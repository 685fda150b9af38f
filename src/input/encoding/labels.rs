//! The encoding that a label or a page names.

use encoding_rs::{Encoding, UTF_8};

use super::codec::Codec;
use super::ibm::PAGES;

/// Labels that no standard has and that pages and programs write, without their marks.
const ALIASES: [(&str, &str); 22] = [
    ("ansi", "windows-1252"),
    ("cp1253", "windows-1253"),
    ("cp866", "ibm866"),
    ("cp932", "shift_jis"),
    ("cp936", "gbk"),
    ("cp949", "euc-kr"),
    ("cp950", "big5"),
    ("iso88591", "iso-8859-1"),
    ("iso885915", "iso-8859-15"),
    ("iso88592", "iso-8859-2"),
    ("iso88595", "iso-8859-5"),
    ("latin", "iso-8859-1"),
    ("latin1", "iso-8859-1"),
    ("latin2", "iso-8859-2"),
    ("latin9", "iso-8859-15"),
    ("maccyrillic", "x-mac-cyrillic"),
    ("macroman", "macintosh"),
    ("ujis", "euc-jp"),
    ("utf", "utf-8"),
    ("utf8mb3", "utf-8"),
    ("utf8mb4", "utf-8"),
    ("win1252", "windows-1252"),
];

/// The encoding of a label: one of the Encoding Standard, or a name that is written otherwise, such as
/// `latin-1` or `cp850`.
pub(super) fn of_label(label: &[u8]) -> Option<Codec> {
    let named = |label: &[u8]| Encoding::for_label(label).map(Codec::Web);
    named(label).or_else(|| {
        let label = std::str::from_utf8(label).ok()?.to_ascii_lowercase();
        let bare: String = label.chars().filter(char::is_ascii_alphanumeric).collect();
        let alias = ALIASES.iter().find(|(alias, _)| *alias == bare);
        if let Some((_, label)) = alias {
            return named(label.as_bytes());
        }
        match bare.as_str() {
            "utf32" | "utf32le" => return Some(Codec::Utf32 { is_big: false }),
            "johab" | "cp1361" => return Some(Codec::Johab),
            "euctw" => return Some(Codec::EucTw),
            "utf32be" => return Some(Codec::Utf32 { is_big: true }),
            _ => {}
        }
        let number = bare.trim_start_matches(|c: char| !c.is_ascii_digit());
        let is_page = bare
            .strip_suffix(number)
            .is_some_and(|name| matches!(name, "ibm" | "cp" | "dos"));
        let page = PAGES
            .iter()
            .find(|page| page.name.strip_prefix("IBM") == Some(number));
        let page = page.filter(|_| is_page).map(Codec::Page);
        // `windows_1251`, `koi8_u`.
        page.or_else(|| named(label.replace('_', "-").as_bytes()))
    })
}

/// The encoding that a page declares in its first 4 KiB: after `charset=` in a `meta` element, or after
/// `encoding=` in the prolog of XML. A page whose bytes spell `utf-16` in ASCII cannot be UTF-16; it is
/// read as UTF-8, as in browsers.
pub(super) fn declared_in_html(bytes: &[u8]) -> Option<Codec> {
    let head = bytes.get(..4096).unwrap_or(bytes).to_ascii_lowercase();
    let start = head.trim_ascii_start();
    let prolog = start
        .starts_with(b"<?xml")
        .then(|| start.split(|byte| *byte == b'>').next());
    let prolog = prolog
        .flatten()
        .and_then(|prolog| value(prolog, b"encoding"));
    let declared = value(&head, b"charset").or(prolog)?;
    Some(match declared {
        Codec::Web(encoding) if !encoding.is_ascii_compatible() => Codec::UTF_8,
        Codec::Utf32 { .. } => Codec::Web(UTF_8),
        codec => codec,
    })
}

/// The encoding after the first `name=` that has a label behind it.
fn value(head: &[u8], name: &[u8]) -> Option<Codec> {
    let mut rest = head;
    loop {
        let at = rest.windows(name.len()).position(|window| window == name)?;
        rest = rest.get(at + name.len()..)?;
        let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") else {
            continue;
        };
        let value = value.trim_ascii_start();
        let value = value
            .strip_prefix(b"\"")
            .or(value.strip_prefix(b"'"))
            .unwrap_or(value);
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"\"';/>?".contains(byte);
        let label = value.split(is_end).next()?;
        if let Some(codec) = of_label(label) {
            return Some(codec);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_pages_and_programs() {
        for (label, name) in [
            ("latin-1", "windows-1252"),
            ("Latin_1", "windows-1252"),
            ("iso8859_15", "ISO-8859-15"),
            ("utf8mb4", "UTF-8"),
            ("cp850", "IBM850"),
            ("IBM855", "IBM855"),
            ("MacRoman", "macintosh"),
            ("windows_1251", "windows-1251"),
            ("UTF-32", "UTF-32LE"),
        ] {
            let codec = of_label(label.as_bytes());
            assert_eq!(codec.map(Codec::name), Some(name), "{label}");
        }
        for label in ["", "latin-9000", "850", "xcp850", "nonsense", "é"] {
            assert_eq!(of_label(label.as_bytes()), None, "{label}");
        }
    }

    #[test]
    fn prologs() {
        for (head, name) in [
            (
                "<?xml version='1.0' encoding='iso-8859-2'?><html>",
                Some("ISO-8859-2"),
            ),
            (
                "\n<?xml version=\"1.0\" encoding=\"windows-1251\"?>",
                Some("windows-1251"),
            ),
            (
                "<?xml encoding='koi8-r'?><meta charset=latin-1>",
                Some("windows-1252"),
            ),
            ("<?xml encoding='utf-16'?>", Some("UTF-8")),
            ("<p>encoding='koi8-r'", None),
        ] {
            let codec = declared_in_html(head.as_bytes());
            assert_eq!(codec.map(Codec::name), name, "{head}");
        }
    }
}
