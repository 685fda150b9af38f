//! [`Decoder`]: text from bytes in any encoding.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8};

use super::mojibake::repaired;
use super::single_byte::{PART, SingleByte, beyond_ascii};
use super::utf16::utf16;
use crate::error::{Error, Kind};

/// Decodes bytes into text and reports which encoding was used.
///
/// The decoder tries these in order and takes the first that applies: a byte order mark; the
/// declared encoding; UTF-16 without a mark, which the first 16 KiB show; UTF-8; a guess by letter
/// frequencies. The guess is that of chardetng, as in
/// Firefox, and is windows-1252 for most French texts. The declared encoding and UTF-8 do not apply
/// if more than a quarter of the bytes beyond ASCII are not valid in them. Otherwise each invalid
/// character becomes U+FFFD.
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

/// Why a [`Decoder`] used an encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Evidence {
    /// The bytes begin with a byte order mark.
    Bom,
    /// The caller or the web page declared it.
    Declared,
    /// The bytes are valid UTF-8, except for at most a quarter of those beyond ASCII.
    Utf8,
    /// Letter frequencies suggest it, or it is UTF-16 without a byte order mark.
    Guess,
}

/// A decoded text, and how it was decoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded<'a> {
    text: Cow<'a, str>,
    encoding: &'static str,
    evidence: Evidence,
    replaced: usize,
    repaired: usize,
}

impl<'a> Decoded<'a> {
    /// The text, without a byte order mark. Offsets count bytes of this text, not of the input.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text. It is borrowed if the input was valid UTF-8 and nothing was repaired.
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// The name of the encoding in the WHATWG Encoding Standard, such as `UTF-8` or `windows-1252`.
    /// ISO-8859-1 is another label of `windows-1252`.
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// Why this encoding was used.
    pub fn evidence(&self) -> Evidence {
        self.evidence
    }

    /// The number of invalid characters that were replaced with U+FFFD.
    pub fn replaced(&self) -> usize {
        self.replaced
    }

    /// The number of characters that were repaired. 0 without [`Decoder::repair`].
    pub fn repaired(&self) -> usize {
        self.repaired
    }
}

impl Decoder {
    /// Creates a decoder without a declared encoding.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the encoding that is declared for the bytes, for example by an HTTP header. `label` is
    /// a label such as `utf-8`, `latin1` or `iso-8859-15`.
    ///
    /// # Errors
    ///
    /// Returns an error if the Encoding Standard does not have the label.
    pub fn declared(mut self, label: &str) -> Result<Self, Error> {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| Kind::Encoding {
            label: label.to_owned(),
        })?;
        self.declared = Some(encoding);
        Ok(self)
    }

    /// Makes the decoder strict: it neither guesses an encoding nor replaces characters. The bytes
    /// must be valid in the encoding of the byte order mark, or else in the declared one, or else
    /// in UTF-8.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Also repairs characters that were decoded wrongly before, such as `Ã©` for `é`; see
    /// [`mojibake`](super::mojibake). The text is then no longer exactly what the bytes say.
    #[must_use]
    pub fn repair(mut self) -> Self {
        self.repair = true;
        self
    }

    /// Decodes bytes.
    ///
    /// # Errors
    ///
    /// Only a [strict](Decoder::strict) decoder returns an error. It names the first invalid byte.
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

    /// Decodes a web page. It does the same as [`Decoder::decode`], and also uses the encoding that
    /// a `meta` element in the first 4 KiB declares. That declaration counts only if the caller
    /// declared nothing and the page is not UTF-8, because many pages were converted to UTF-8 and
    /// still declare their old encoding.
    ///
    /// # Errors
    ///
    /// The same as for [`Decoder::decode`].
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
        if self.declared.is_none()
            && let Some(encoding) = utf16(bytes.get(..SAMPLE).unwrap_or(bytes))
        {
            return decode_all(bytes, encoding).with(Evidence::Guess);
        }
        let beyond_ascii = beyond_ascii(bytes);
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

/// The number of bytes that a guess reads; the one by letter frequencies, of lines that are not ASCII.
const SAMPLE: usize = 1 << 14;

/// Guesses the encoding by letter frequencies. Only lines that are not ASCII are read, and only the
/// first of these, so that the time does not grow with the text.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let (mut rest, mut left) = (bytes, SAMPLE);
    while left > 0 && !rest.is_empty() {
        // A long line is read in parts.
        let part = rest.get(..SAMPLE).unwrap_or(rest);
        let end = part.iter().position(|byte| *byte == b'\n');
        let (line, after) = rest.split_at(end.map_or(part.len(), |end| end + 1));
        if !line.is_ascii() {
            let line = line.get(..left).unwrap_or(line);
            detector.feed(line, false);
            left -= line.len();
        }
        rest = after;
    }
    detector.feed(b"", true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The encoding after `charset=` in the head of a page. A page whose bytes spell `utf-16` in ASCII
/// cannot be UTF-16; it is read as UTF-8, as in browsers.
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

/// Text that was decoded from a known encoding.
struct Found<'a> {
    text: Cow<'a, str>,
    encoding: &'static Encoding,
    replaced: usize,
    /// The offset of the first invalid byte.
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

/// Decodes bytes, however many characters are invalid.
fn decode_all<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Found<'a> {
    decode(bytes, encoding, usize::MAX).unwrap_or(Found {
        text: Cow::Borrowed(""),
        encoding,
        replaced: 0,
        broken: None,
    })
}

/// Decodes bytes. `None` if more than `most` characters are invalid.
fn decode<'a>(bytes: &'a [u8], encoding: &'static Encoding, most: usize) -> Option<Found<'a>> {
    if let Some(table) = SingleByte::of(encoding) {
        return decode_single_bytes(bytes, encoding, &table, most);
    }
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

fn decode_single_bytes<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    table: &SingleByte,
    most: usize,
) -> Option<Found<'a>> {
    let invalid = table.invalid(bytes);
    let replaced = invalid.map_or(0, |(_, count)| count);
    (replaced <= most).then(|| Found {
        text: table.decode(bytes),
        encoding,
        replaced,
        broken: invalid.map(|(first, _)| first),
    })
}

/// Decodes UTF-8 that has invalid characters. To find them here is cheaper than to call the decoder
/// again for each.
fn decode_utf8(bytes: &[u8], most: usize) -> Option<Found<'static>> {
    if cut_characters(bytes) > most {
        return None;
    }
    let mut text = String::with_capacity(bytes.len());
    let (mut replaced, mut broken, mut read) = (0, None, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        read += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            broken = broken.or(Some(read));
            replaced += 1;
            read += chunk.invalid().len();
        }
        if replaced > most {
            return None;
        }
    }
    Some(Found {
        text: Cow::Owned(text),
        encoding: UTF_8,
        replaced,
        broken,
    })
}

/// The number of bytes that begin a character of UTF-8 with no other byte of it behind. All are invalid.
/// They are counted fast, and mostly tell that a text is in an older encoding.
fn cut_characters(bytes: &[u8]) -> usize {
    let next = bytes.get(1..).unwrap_or_default();
    let is_cut = |(byte, next): (&u8, &u8)| u8::from(*byte >= 0xc0) & u8::from(next & 0xc0 != 0x80);
    // A sum of bytes takes many at once, and so many do not reach 256.
    let parts = bytes.chunks(PART).zip(next.chunks(PART));
    let counts = parts.map(|(bytes, next)| bytes.iter().zip(next).map(is_cut).sum::<u8>());
    counts.map(usize::from).sum()
}

/// The number of bytes that the decoder writes at a time. At every invalid character it touches all
/// the space that it is given, so the space is small.
const CHUNK: usize = 1 << 10;

fn decode_other(bytes: &[u8], encoding: &'static Encoding, most: usize) -> Option<Found<'static>> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8 + 16);
    let mut chunk = "\0".repeat(CHUNK);
    let (mut read, mut replaced, mut broken) = (0, 0, None);
    loop {
        let rest = bytes.get(read..).unwrap_or_default();
        let (result, more, written) =
            decoder.decode_to_str_without_replacement(rest, &mut chunk, true);
        read += more;
        text.push_str(chunk.get(..written).unwrap_or_default());
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
        let unmarked = read(utf16.get(2..).unwrap());
        assert_eq!(
            (unmarked.encoding(), unmarked.evidence()),
            ("UTF-16LE", Evidence::Guess)
        );
        assert_eq!((unmarked.text(), unmarked.replaced()), (TEXT, 0));
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

    /// Languages that are common in the French-language press, with the encodings of their old
    /// pages.
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
