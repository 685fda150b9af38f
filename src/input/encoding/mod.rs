//! [`Decoder`]: text from bytes in any encoding.

mod alphabets;
mod codec;
mod euc_tw;
mod guess;
mod ibm;
mod johab;
mod labels;
mod single_byte;
mod utf16;
mod utf32;

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP};

use self::codec::{Codec, Found};
use self::guess::{SAMPLE, guess};
use self::labels::{declared_in_html, of_label};
use self::single_byte::beyond_ascii;
use self::utf16::utf16;
use super::mojibake::repaired;
use crate::error::{Error, Kind};

/// Decodes bytes into text and reports which encoding was used.
///
/// The decoder tries these in order and takes the first that applies: a byte order mark; the
/// declared encoding; UTF-32 and UTF-16 without a mark and ISO-2022-JP, which the first 16 KiB show;
/// UTF-8; a guess by letter frequencies. The guess knows the encodings of the web, and of DOS and old
/// Macs besides, and is windows-1252 for most French texts. The declared encoding and UTF-8 do not
/// apply if more than a quarter of the bytes beyond ASCII are not valid in them. Otherwise each
/// invalid character becomes U+FFFD.
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
    declared: Option<Codec>,
    strict: bool,
    repair: bool,
    by_line: bool,
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
    /// Letter frequencies suggest it, or it is UTF-16, UTF-32 or ISO-2022-JP without a mark.
    Guess,
}

/// A decoded text, and how it was decoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded<'a> {
    text: Cow<'a, str>,
    encoding: &'static str,
    evidence: Evidence,
    /// In hundredths.
    confidence: u8,
    runner_up: Option<&'static str>,
    replaced: usize,
    repaired: usize,
    other_lines: usize,
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

    /// The name of the encoding in the WHATWG Encoding Standard, such as `UTF-8` or `windows-1252`,
    /// or `IBM850`, `IBM852`, `IBM855`, `Johab`, `EUC-TW`, `UTF-32LE` or `UTF-32BE`. ISO-8859-1 is another label of
    /// `windows-1252`.
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// Why this encoding was used.
    pub fn evidence(&self) -> Evidence {
        self.evidence
    }

    /// How sure the encoding is, from 0 to 1. A guess has the share of it that its letters have over
    /// those of the [runner-up](Self::runner_up). Anything else has 1, less the share of replaced
    /// characters among those beyond ASCII.
    pub fn confidence(&self) -> f32 {
        f32::from(self.confidence) / 100.0
    }

    /// The next best encoding of a guess, in which the text would be another.
    pub fn runner_up(&self) -> Option<&'static str> {
        self.runner_up
    }

    /// The number of lines that were decoded otherwise than the rest. 0 without
    /// [`Decoder::by_line`].
    pub fn other_lines(&self) -> usize {
        self.other_lines
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
    /// a label such as `utf-8`, `latin1` or `iso-8859-15`, or what pages write instead, such as
    /// `latin-1` or `cp850`.
    ///
    /// # Errors
    ///
    /// Returns an error if the label is unknown.
    pub fn declared(mut self, label: &str) -> Result<Self, Error> {
        let encoding = of_label(label.as_bytes()).ok_or_else(|| Kind::Encoding {
            label: label.to_owned(),
        })?;
        self.declared = Some(encoding);
        Ok(self)
    }

    /// The same decoder with a declared encoding, if it has none and the label is known.
    #[cfg(feature = "warc")]
    pub(super) fn or_declared(self, label: &str) -> Self {
        match self.declared {
            Some(_) => self,
            None => self.declared(label).unwrap_or(self),
        }
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

    /// Also decodes texts that are UTF-8 with single lines in another encoding, as files that several
    /// programs wrote: a line that is not UTF-8 is decoded by itself.
    ///
    /// ```
    /// use griot::input::Decoder;
    ///
    /// let bytes = b"L\xc3\xa9ger.\nL\xe9ger.\n";
    /// let decoded = Decoder::new().by_line().decode(bytes)?;
    /// assert_eq!((decoded.text(), decoded.other_lines()), ("Léger.\nLéger.\n", 1));
    /// # Ok::<(), griot::Error>(())
    /// ```
    #[must_use]
    pub fn by_line(mut self) -> Self {
        self.by_line = true;
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
    /// a `meta` element or a prolog of XML in the first 4 KiB declares. That declaration counts only if the caller
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
        let (codec, evidence, skip) = match (marked(bytes), self.declared) {
            (Some((codec, length)), _) => (codec, Evidence::Bom, length),
            (None, Some(codec)) => (codec, Evidence::Declared, 0),
            (None, None) => (Codec::UTF_8, Evidence::Utf8, 0),
        };
        let rest = bytes.get(skip..).unwrap_or_default();
        let found = codec.decode_all(rest);
        match found.broken {
            None => Ok(with(found, evidence, 0)),
            Some(offset) => Err(Kind::Malformed {
                encoding: codec.name(),
                offset: skip + offset,
            }
            .into()),
        }
    }

    fn read<'a>(&self, bytes: &'a [u8]) -> Decoded<'a> {
        if let Some((codec, length)) = marked(bytes) {
            let rest = bytes.get(length..).unwrap_or_default();
            return with(codec.decode_all(rest), Evidence::Bom, rest.len());
        }
        if self.declared.is_none()
            && let Some(codec) = unmarked(bytes)
        {
            return with(codec.decode_all(bytes), Evidence::Guess, bytes.len());
        }
        let beyond_ascii = beyond_ascii(bytes);
        let candidates = [
            self.declared.map(|codec| (codec, Evidence::Declared)),
            Some((Codec::UTF_8, Evidence::Utf8)),
        ];
        for (codec, evidence) in candidates.into_iter().flatten() {
            let most = if self.by_line { 0 } else { beyond_ascii / 4 };
            if let Some(found) = codec.decode(bytes, most) {
                return with(found, evidence, beyond_ascii);
            }
        }
        if self.by_line
            && let Some(decoded) = by_line(bytes)
        {
            return decoded;
        }
        let guess = guess(bytes);
        Decoded {
            confidence: hundredths(guess.confidence),
            runner_up: guess.runner_up.map(Codec::name),
            ..with(guess.codec.decode_all(bytes), Evidence::Guess, 0)
        }
    }
}

/// The encoding of a byte order mark, and the length of the mark.
fn marked(bytes: &[u8]) -> Option<(Codec, usize)> {
    let utf32 = utf32::marked(bytes).map(|is_big| (Codec::Utf32 { is_big }, utf32::MARK));
    utf32.or_else(|| {
        let (encoding, length) = Encoding::for_bom(bytes)?;
        Some((Codec::Web(encoding), length))
    })
}

/// An encoding that bytes without a mark show by their zeros or escapes.
fn unmarked(bytes: &[u8]) -> Option<Codec> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if let Some(is_big) = utf32::unmarked(sample) {
        return Some(Codec::Utf32 { is_big });
    }
    if let Some(encoding) = utf16(sample) {
        return Some(Codec::Web(encoding));
    }
    // Two-byte characters begin with an escape; all bytes are ASCII. An escape that no character
    // follows says nothing.
    let begins = |escape: &[u8]| sample.windows(escape.len()).any(|window| window == escape);
    let is_japanese = sample.contains(&0x1b) && (begins(b"\x1b$B") || begins(b"\x1b$@"));
    if !is_japanese || !bytes.is_ascii() {
        return None;
    }
    let codec = Codec::Web(ISO_2022_JP);
    let found = codec.decode(bytes, 0)?;
    (!found.text.is_ascii()).then_some(codec)
}

/// Decodes each line by itself: as UTF-8, or in the encoding that the other lines have together. `None`
/// if most lines beyond ASCII are not UTF-8.
fn by_line(bytes: &[u8]) -> Option<Decoded<'static>> {
    let lines = || bytes.split_inclusive(|byte| *byte == b'\n');
    let is_utf8 = |line: &&[u8]| std::str::from_utf8(line).is_ok();
    let others: Vec<&[u8]> = lines().filter(|line| !is_utf8(line)).collect();
    let utf8 = lines()
        .filter(|line| !line.is_ascii() && is_utf8(line))
        .count();
    if others.len() > utf8 {
        return None;
    }
    let guess = guess(&others.concat());
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    let mut replaced = 0;
    for line in lines() {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => {
                let found = guess.codec.decode_all(line);
                replaced += found.replaced;
                text.push_str(&found.text);
            }
        }
    }
    Some(Decoded {
        text: Cow::Owned(text),
        encoding: Codec::UTF_8.name(),
        evidence: Evidence::Utf8,
        confidence: hundredths(guess.confidence),
        runner_up: guess.runner_up.map(Codec::name),
        replaced,
        repaired: 0,
        other_lines: others.len(),
    })
}

fn hundredths(confidence: f32) -> u8 {
    (confidence * 100.0).round() as u8
}

/// A decoded text with the evidence for its encoding. `beyond_ascii` is the number of bytes that could
/// have been invalid.
fn with(found: Found<'_>, evidence: Evidence, beyond_ascii: usize) -> Decoded<'_> {
    let wrong = found.replaced as f32 / beyond_ascii.max(found.replaced).max(1) as f32;
    Decoded {
        text: found.text,
        encoding: found.codec.name(),
        evidence,
        confidence: hundredths(1.0 - wrong),
        runner_up: None,
        replaced: found.replaced,
        repaired: 0,
        other_lines: 0,
    }
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
    fn encodings_that_no_page_declares() {
        let japanese = "ロシアの国防相はモスクワで会談した。";
        let of_iso = encoding_rs::ISO_2022_JP.encode(japanese).0;
        assert!(of_iso.is_ascii());
        let decoded = read(&of_iso);
        assert_eq!(
            (decoded.text(), decoded.encoding()),
            (japanese, "ISO-2022-JP")
        );
        for plain in [
            "\u{1b}[1mgras\u{1b}[0m",
            "Un \u{1b}$B",
            "\u{1b}$B\u{1b}(BNiamey",
        ] {
            let decoded = read(plain.as_bytes());
            assert_eq!((decoded.text(), decoded.encoding()), (plain, "UTF-8"));
        }
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{TEXT}");
            let big: Vec<u8> = text
                .chars()
                .flat_map(|c| u32::from(c).to_be_bytes())
                .collect();
            let little: Vec<u8> = text
                .chars()
                .flat_map(|c| u32::from(c).to_le_bytes())
                .collect();
            for (bytes, encoding) in [(&big, "UTF-32BE"), (&little, "UTF-32LE")] {
                let decoded = read(bytes);
                assert_eq!((decoded.text(), decoded.encoding()), (TEXT, encoding));
            }
        }
        let dos = b"L'\x82t\x82 \x85 Niamey";
        let declared = Decoder::new()
            .declared("cp850")
            .unwrap()
            .decode(dos)
            .unwrap();
        assert_eq!(
            (declared.text(), declared.encoding()),
            ("L'été à Niamey", "IBM850")
        );
        let page = b"<meta charset=\"latin-1\">\xe9t\xe9";
        let decoded = Decoder::new().decode_html(page).unwrap();
        assert_eq!(decoded.evidence(), Evidence::Declared);
        assert!(decoded.text().ends_with("été"));
    }

    #[test]
    fn a_guess_says_how_sure_it_is() {
        let known = read(TEXT.as_bytes());
        assert_eq!((known.confidence(), known.runner_up()), (1.0, None));
        let bytes = windows_1252();
        let long = read(&bytes);
        assert!(long.confidence() > 0.9 && long.runner_up().is_some());
        let short = read(b"\xbc");
        assert!(
            short.confidence() < long.confidence(),
            "{}",
            short.confidence()
        );
    }

    #[test]
    fn lines_of_several_programs() {
        let mut bytes = format!("{TEXT}\n{TEXT}\n").into_bytes();
        bytes.extend(windows_1252());
        bytes.extend(b"\nfin");
        let decoded = Decoder::new().by_line().decode(&bytes).unwrap();
        assert_eq!(decoded.text(), format!("{TEXT}\n{TEXT}\n{TEXT}\nfin"));
        assert_eq!((decoded.other_lines(), decoded.replaced()), (1, 0));
        assert_eq!(decoded.encoding(), "UTF-8");
        // Without it, they are UTF-8 with broken characters.
        assert!(read(&bytes).replaced() > 0);
        let all = windows_1252();
        let decoded = Decoder::new().by_line().decode(&all).unwrap();
        assert_eq!(
            (decoded.encoding(), decoded.other_lines()),
            ("windows-1252", 0)
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
