//! Bytes to text where the encoding is not known to be UTF-8.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8};

use super::mojibake::repaired;
use crate::error::{Error, Kind};

/// Makes text of bytes and says what it assumed.
///
/// The first of these that answers decides: a byte order mark; the declared encoding; UTF-8; a guess
/// by letter frequencies (chardetng, as in Firefox), which is windows-1252 for most French. A declaration
/// or UTF-8 that more than a quarter of the bytes beyond ASCII contradict is not believed; else
/// U+FFFD stands for what is broken.
///
/// ```
/// use griot::input::{Decoder, Evidence};
///
/// let decoded = Decoder::new().decode(b"Le \x9cil de l\x92\xe9t\xe9")?;
/// assert_eq!(decoded.text(), "Le œil de l’été");
/// assert_eq!((decoded.encoding(), decoded.evidence()), ("windows-1252", Evidence::Guess));
///
/// let error = Decoder::new().strict().decode(b"l\xe9ger").unwrap_err();
/// assert!(error.to_string().starts_with("byte 1 is not UTF-8"));
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Decoder {
    declared: Option<&'static Encoding>,
    strict: bool,
    repair: bool,
}

/// Why an encoding was assumed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Evidence {
    /// The bytes begin with its byte order mark.
    Bom,
    /// The caller, or the page itself, declared it.
    Declared,
    /// The bytes are UTF-8, or nearly.
    Utf8,
    /// Letter frequencies speak for it.
    Guess,
}

/// A text made of bytes, and what was assumed of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded<'a> {
    text: Cow<'a, str>,
    encoding: &'static str,
    evidence: Evidence,
    replaced: usize,
    repaired: usize,
}

impl<'a> Decoded<'a> {
    /// The text, without a byte order mark. Offsets count in it, and not in the bytes.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text; borrowed where the bytes were UTF-8.
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// The name of the assumed encoding, as in the WHATWG Encoding Standard: `UTF-8`,
    /// `windows-1252`, of which ISO-8859-1 is another label.
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// Why that one.
    pub fn evidence(&self) -> Evidence {
        self.evidence
    }

    /// How many broken characters U+FFFD stands for.
    pub fn replaced(&self) -> usize {
        self.replaced
    }

    /// How many characters were repaired, if [`Decoder::repair`] was asked for.
    pub fn repaired(&self) -> usize {
        self.repaired
    }
}

impl Decoder {
    /// A decoder that knows nothing of the bytes.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the bytes are said to be, by an HTTP header for example: a label such as `utf-8`,
    /// `latin1`, `iso-8859-15`.
    ///
    /// # Errors
    ///
    /// A label that the Encoding Standard does not have.
    pub fn declared(mut self, label: &str) -> Result<Self, Error> {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| Kind::Encoding {
            label: label.to_owned(),
        })?;
        self.declared = Some(encoding);
        Ok(self)
    }

    /// Nothing is guessed and nothing replaced: bytes that are not what the byte order mark or the
    /// declaration says, or else UTF-8, are an error.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Repairs characters that were decoded wrongly before they came here, `Ã©` for `é`; see
    /// [`mojibake`](super::mojibake). The text then is no more what the bytes say.
    #[must_use]
    pub fn repair(mut self) -> Self {
        self.repair = true;
        self
    }

    /// The text of some bytes.
    ///
    /// # Errors
    ///
    /// None but with [`Decoder::strict`], which names the first byte that is wrong.
    pub fn decode<'a>(&self, bytes: &'a [u8]) -> Result<Decoded<'a>, Error> {
        let mut decoded = if self.strict {
            self.read_strictly(bytes)?
        } else {
            self.read(bytes)
        };
        if self.repair
            && let Some((text, repaired)) = repaired(&decoded.text)
        {
            (decoded.text, decoded.repaired) = (Cow::Owned(text), repaired);
        }
        Ok(decoded)
    }

    /// The text of a web page: as [`Decoder::decode`], with what the page itself declares, in a `meta` of
    /// its first 4 KiB, where nothing else is declared and it is no UTF-8: many a page was brought to UTF-8
    /// and still says what it was before.
    ///
    /// # Errors
    ///
    /// As [`Decoder::decode`].
    pub fn decode_html<'a>(&self, bytes: &'a [u8]) -> Result<Decoded<'a>, Error> {
        let is_utf8 = || !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
        let own = || declared_in_html(bytes).filter(|_| !is_utf8());
        let declared = self.declared.or_else(own);
        Self { declared, ..*self }.decode(bytes)
    }

    fn read_strictly<'a>(&self, bytes: &'a [u8]) -> Result<Decoded<'a>, Error> {
        let (encoding, evidence, skip) = match (Encoding::for_bom(bytes), self.declared) {
            (Some((encoding, length)), _) => (encoding, Evidence::Bom, length),
            (None, Some(encoding)) => (encoding, Evidence::Declared, 0),
            (None, None) => (UTF_8, Evidence::Utf8, 0),
        };
        let rest = bytes.get(skip..).unwrap_or_default();
        let found = decode_all(rest, encoding);
        match found.broken {
            None => Ok(found.with(evidence)),
            Some(offset) => Err(Kind::Malformed {
                encoding: encoding.name(),
                offset: skip + offset,
            }
            .into()),
        }
    }

    fn read<'a>(&self, bytes: &'a [u8]) -> Decoded<'a> {
        if let Some((encoding, length)) = Encoding::for_bom(bytes) {
            return decode_all(bytes.get(length..).unwrap_or_default(), encoding)
                .with(Evidence::Bom);
        }
        let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
        let candidates = [
            self.declared.map(|encoding| (encoding, Evidence::Declared)),
            Some((UTF_8, Evidence::Utf8)),
        ];
        for (encoding, evidence) in candidates.into_iter().flatten() {
            if let Some(found) = decode(bytes, encoding, beyond_ascii / 4) {
                return found.with(evidence);
            }
        }
        decode_all(bytes, guess(bytes)).with(Evidence::Guess)
    }
}

/// Letter frequencies are settled by so many bytes of lines that are not ASCII.
const SAMPLE: usize = 1 << 14;

/// The encoding for which the letters speak. Only the lines that are not ASCII tell anything, and
/// only the first of them are read, so that the time does not grow with the text.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let mut left = SAMPLE;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if !line.is_ascii() {
            let line = line.get(..left).unwrap_or(line);
            detector.feed(line, false);
            left -= line.len();
            if left == 0 {
                break;
            }
        }
    }
    detector.feed(b"", true);
    detector.guess(None, Utf8Detection::Deny)
}

/// What stands after `charset=` in the head of a page. UTF-16 cannot be what a page says of itself
/// in letters of one byte: it means UTF-8, as in browsers.
fn declared_in_html(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes).to_ascii_lowercase();
    let mut rest = head.as_slice();
    loop {
        let name = b"charset";
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
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"\"';/>".contains(byte);
        let label = value.split(is_end).next()?;
        if let Some(encoding) = Encoding::for_label(label) {
            return Some(if encoding.is_ascii_compatible() {
                encoding
            } else {
                UTF_8
            });
        }
    }
}

/// Text in a certain encoding.
struct Found<'a> {
    text: Cow<'a, str>,
    encoding: &'static Encoding,
    replaced: usize,
    /// The first byte that is none of the encoding.
    broken: Option<usize>,
}

impl<'a> Found<'a> {
    fn with(self, evidence: Evidence) -> Decoded<'a> {
        Decoded {
            text: self.text,
            encoding: self.encoding.name(),
            evidence,
            replaced: self.replaced,
            repaired: 0,
        }
    }
}

/// The text of some bytes, whatever is broken in it.
fn decode_all<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Found<'a> {
    decode(bytes, encoding, usize::MAX).unwrap_or(Found {
        text: Cow::Borrowed(""),
        encoding,
        replaced: 0,
        broken: None,
    })
}

/// The text of some bytes, unless more than `most` of their characters are broken.
fn decode<'a>(bytes: &'a [u8], encoding: &'static Encoding, most: usize) -> Option<Found<'a>> {
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return Some(Found {
            text,
            encoding,
            replaced: 0,
            broken: None,
        });
    }
    if encoding == UTF_8 {
        decode_utf8(bytes, most)
    } else {
        decode_other(bytes, encoding, most)
    }
}

/// UTF-8 with broken characters. Broken bytes are cheaper to find one by one here than by a call of the
/// decoder for each.
fn decode_utf8(bytes: &[u8], most: usize) -> Option<Found<'static>> {
    let (mut replaced, mut broken, mut read) = (0, None, 0);
    for chunk in bytes.utf8_chunks() {
        read += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            broken = broken.or(Some(read));
            replaced += 1;
            read += chunk.invalid().len();
        }
        if replaced > most {
            return None;
        }
    }
    Some(Found {
        text: Cow::Owned(String::from_utf8_lossy(bytes).into_owned()),
        encoding: UTF_8,
        replaced,
        broken,
    })
}

/// The decoder writes so many bytes at a time: it touches all the room that it is given, at every
/// broken character anew.
const CHUNK: usize = 1 << 10;

fn decode_other(bytes: &[u8], encoding: &'static Encoding, most: usize) -> Option<Found<'static>> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8 + 16);
    let mut chunk = [0; CHUNK];
    let (mut read, mut replaced, mut broken) = (0, 0, None);
    loop {
        let rest = bytes.get(read..).unwrap_or_default();
        let (result, more, written) =
            decoder.decode_to_utf8_without_replacement(rest, &mut chunk, true);
        read += more;
        let written = chunk.get(..written).unwrap_or_default();
        text.push_str(std::str::from_utf8(written).unwrap_or_default());
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, after) => {
                let bad = usize::from(length) + usize::from(after);
                broken = broken.or(Some(read.saturating_sub(bad)));
                replaced += 1;
                if replaced > most {
                    return None;
                }
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    Some(Found {
        text: Cow::Owned(text),
        encoding,
        replaced,
        broken,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "L’été à Niamey : « Ça va, Zoé ? », dit le général. Où est l’œuvre ? À l’étranger, déjà.";

    fn windows_1252() -> Vec<u8> {
        encoding_rs::WINDOWS_1252.encode(TEXT).0.into_owned()
    }

    fn read(bytes: &[u8]) -> Decoded<'_> {
        Decoder::new().decode(bytes).unwrap()
    }

    #[test]
    fn the_first_evidence_decides() {
        let mut marked = b"\xef\xbb\xbf".to_vec();
        marked.extend(TEXT.as_bytes());
        let utf16: Vec<u8> = std::iter::once(0xfeff)
            .chain(TEXT.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        let latin = windows_1252();
        let declared = |label| Decoder::new().declared(label).unwrap();
        for (decoder, bytes, encoding, evidence) in [
            (Decoder::new(), &marked, "UTF-8", Evidence::Bom),
            (declared("latin1"), &marked, "UTF-8", Evidence::Bom),
            (Decoder::new(), &utf16, "UTF-16LE", Evidence::Bom),
            (
                declared("ISO-8859-1"),
                &latin,
                "windows-1252",
                Evidence::Declared,
            ),
            (declared("utf-8"), &latin, "windows-1252", Evidence::Guess),
            (Decoder::new(), &latin, "windows-1252", Evidence::Guess),
        ] {
            let decoded = decoder.decode(bytes).unwrap();
            assert_eq!(
                (decoded.encoding(), decoded.evidence()),
                (encoding, evidence)
            );
            assert_eq!((decoded.text(), decoded.replaced()), (TEXT, 0));
        }
        assert_eq!(read(TEXT.as_bytes()).evidence(), Evidence::Utf8);
        assert!(matches!(
            read(TEXT.as_bytes()).into_text(),
            Cow::Borrowed(_)
        ));
        assert!(
            Decoder::new()
                .declared("latin-9000")
                .unwrap_err()
                .is_encoding()
        );
    }

    #[test]
    fn a_few_broken_bytes_do_not_make_another_encoding_of_it() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.insert(20, 0xff);
        bytes.extend(b" fin\xc3");
        let decoded = read(&bytes);
        assert_eq!((decoded.encoding(), decoded.replaced()), ("UTF-8", 2));
        assert_eq!(
            decoded.text().replace('\u{fffd}', ""),
            format!("{TEXT} fin")
        );
    }

    #[test]
    fn strict_names_the_byte() {
        let strict = Decoder::new().strict();
        for (decoder, bytes, message) in [
            (strict, &b"abc\xe9"[..], "byte 3 is not UTF-8"),
            (strict, b"\xef\xbb\xbfabc\xe9 d", "byte 6 is not UTF-8"),
            (strict, b"\xff\xfea\0\0\xd8b\0", "byte 4 is not UTF-16LE"),
            (
                strict.declared("euc-jp").unwrap(),
                b"abc\xa4",
                "byte 3 is not EUC-JP",
            ),
        ] {
            let error = decoder.decode(bytes).unwrap_err();
            assert!(
                error.is_encoding() && error.to_string().starts_with(message),
                "{error}"
            );
        }
        assert_eq!(strict.decode(TEXT.as_bytes()).unwrap().text(), TEXT);
    }

    /// Languages that meet in the French-language press, and what their pages were written in.
    #[test]
    fn guesses_by_letters() {
        for (text, encoding) in [
            (
                "Привет из Москвы: министр обороны принял делегацию Нигера",
                encoding_rs::WINDOWS_1251,
            ),
            (
                "Привет из Москвы: министр обороны принял делегацию Нигера",
                encoding_rs::KOI8_R,
            ),
            (
                "استقبل وزير الدفاع الروسي وفدا من النيجر في موسكو",
                encoding_rs::WINDOWS_1256,
            ),
            (
                "ロシアの国防相はモスクワでニジェールの代表団と会談した",
                encoding_rs::SHIFT_JIS,
            ),
            ("Le chef de l'État a été reçu", encoding_rs::WINDOWS_1252),
            ("léger", encoding_rs::WINDOWS_1252),
        ] {
            let bytes = encoding.encode(text).0;
            assert_eq!(read(&bytes).text(), text);
        }
    }

    #[test]
    fn a_page_says_its_encoding() {
        for (head, encoding) in [
            ("<meta charset=windows-1251>", "windows-1251"),
            (
                "<META HTTP-EQUIV='x' CONTENT='text/html; Charset = KOI8-R'>",
                "KOI8-R",
            ),
            (
                "<!-- charset --><meta charset='nonsense'><meta charset=\"iso-8859-2\"/>",
                "ISO-8859-2",
            ),
            ("<meta charset=utf-16>", "UTF-8"),
            ("charset", "UTF-8"),
        ] {
            let decoded = Decoder::new().decode_html(head.as_bytes()).unwrap();
            assert_eq!(decoded.encoding(), encoding, "{head}");
        }
        let page = "<meta charset=gb2312>été";
        let decoded = Decoder::new().decode_html(page.as_bytes()).unwrap();
        assert_eq!(decoded.text(), page);
        let page = b"<meta charset=utf-8>\xc9t\xe9";
        let decoder = Decoder::new().declared("latin1").unwrap();
        assert_eq!(
            decoder.decode_html(page).unwrap().text(),
            "<meta charset=utf-8>Été"
        );
    }

    #[test]
    fn repairs_if_asked() {
        let bytes = "Lâ€™Ã©tÃ© Ã\u{a0} Niamey".as_bytes();
        assert_eq!(
            (read(bytes).text().as_bytes(), read(bytes).repaired()),
            (bytes, 0)
        );
        let decoded = Decoder::new().repair().decode(bytes).unwrap();
        assert_eq!((decoded.text(), decoded.repaired()), ("L’été à Niamey", 4));
    }
}
