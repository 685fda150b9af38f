//! Web and e-mail addresses, hashtags and mentions. Each function takes the text from where the
//! token may begin, and returns its length in bytes. None reads further beyond the token than a
//! fixed number of bytes.

use super::chars::has_no_width;
use crate::normalize::is_apostrophe;

/// The endings by which a bare `name.ending` is recognised as an address.
static TOP_LEVEL: &[&str] = &[
    "africa", "be", "bf", "bj", "ca", "ch", "ci", "cm", "com", "de", "dz", "edu", "eu", "fr",
    "gouv", "gov", "info", "int", "io", "it", "ma", "ml", "ne", "net", "ng", "org", "ru", "sn",
    "td", "tg", "tn", "tv", "uk",
];

/// The most characters of the local part of an e-mail address.
const LOCAL_PART: usize = 64;

/// The most characters of a host.
const HOST: usize = 255;

/// The endings of files, in capitals.
static EXTENSIONS: &[&str] = &[
    "AVI", "CSV", "DLL", "DOC", "DOCX", "EPUB", "EXE", "GIF", "HTM", "HTML", "ISO", "JPEG", "JPG",
    "JSON", "MOV", "MPEG", "ODT", "PDF", "PHP", "PNG", "PPT", "PPTX", "RAR", "RTF", "SQL", "TIF",
    "TXT", "WAV", "XLS", "XLSX", "XML", "ZIP",
];

/// Whether capitals are the ending of a file, or of an address.
pub(super) fn is_extension(capitals: &str) -> bool {
    EXTENSIONS.binary_search(&capitals).is_ok()
        || TOP_LEVEL.iter().any(|it| it.eq_ignore_ascii_case(capitals))
}

/// The length of `https://…`, `www.…`.
pub(super) fn url(text: &str) -> Option<usize> {
    let head = text.as_bytes().get(..12).unwrap_or(text.as_bytes());
    let starts = |prefix: &str| {
        head.get(..prefix.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    // Most words begin otherwise.
    if !matches!(head.first(), Some(b'h' | b'f' | b'w' | b'H' | b'F' | b'W')) {
        return None;
    }
    let prefix = ["https://", "http://", "ftp://", "www."]
        .into_iter()
        .find(|prefix| starts(prefix))?;
    let length = extent(text);
    (length > prefix.len()).then_some(length)
}

/// The length of an address without a scheme, such as `name.fr/page`. `length` are the bytes of
/// `name.fr`, which has no break.
pub(super) fn bare_url(text: &str, length: usize) -> Option<usize> {
    // A long name is no host, and must not be read again from each of its parts.
    let name = text.get(..length).filter(|name| name.len() <= HOST)?;
    let (host, ending) = name.rsplit_once('.')?;
    if TOP_LEVEL.binary_search(&ending).is_err() || host.len() < 2 {
        return None;
    }
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    if !host.chars().all(sound) {
        return None;
    }
    let path = text.get(length..)?;
    Some(if path.starts_with('/') {
        length + extent(path)
    } else {
        length
    })
}

/// Whether a byte may stand in the local part of an e-mail address. The standard allows more
/// characters, but `?` or `}` before an address ends a word.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const LOCAL: [bool; 256] = {
    let mut local = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        local[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(byte, b'.' | b'&' | b'+' | b'-' | b'=' | b'_' | b'~');
        byte += 1;
    }
    local
};

/// The length of `name@host.ending`. The first `length` bytes are an atom.
pub(super) fn email(text: &str, length: usize) -> Option<usize> {
    let local = |b: &u8| LOCAL.get(usize::from(*b)).copied().unwrap_or_default();
    // Most words: no atom has an `@` inside.
    let goes_on = |b: &u8| *b == b'@' || local(b);
    text.as_bytes().get(length).filter(|b| goes_on(b))?;
    let at = text
        .bytes()
        .take(LOCAL_PART + 1)
        .take_while(|b| local(b))
        .count();
    let host = text.get(at..)?.strip_prefix('@')?;
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let length = host
        .chars()
        .take(HOST)
        .take_while(|c| letters(*c))
        .map(char::len_utf8)
        .sum();
    let host = host.get(..length)?.trim_end_matches(['.', '-']);
    (at > 0 && host.contains('.') && !host.starts_with('.')).then_some(at + 1 + host.len())
}

/// The length of `#Niger` or `@AESinfos`: the sign and the word after it. The word must have a
/// letter.
pub(super) fn tag(text: &str) -> Option<usize> {
    let word = text.strip_prefix(['#', '@'])?;
    let inside = |c: char| c.is_alphanumeric() || c == '_' || !c.is_ascii() && has_no_width(c);
    let length = word.find(|c| !inside(c)).unwrap_or(word.len());
    word.get(..length)?
        .chars()
        .any(char::is_alphabetic)
        .then_some(1 + length)
}

/// The length of an address: up to white space or a mark that no address has, without the final
/// marks of the sentence.
fn extent(text: &str) -> usize {
    let ends = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”')
    };
    let mut address = text
        .get(..text.find(ends).unwrap_or(text.len()))
        .unwrap_or_default();
    let opened = address.contains('(');
    while let Some(last) = address.chars().next_back() {
        let outside = matches!(
            last,
            '.' | ',' | ';' | ':' | '!' | '?' | '…' | ']' | '}' | '*'
        ) || is_apostrophe(last)
            || last == ')' && !opened;
        if !outside {
            break;
        }
        address = address
            .get(..address.len() - last.len_utf8())
            .unwrap_or_default();
    }
    address.len()
}
