//! Guesses the encoding of bytes by their letters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, ISO_8859_5, ISO_8859_6, ISO_8859_7, ISO_8859_8, ISO_8859_15,
    KOI8_R, KOI8_U, MACINTOSH, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};

use super::alphabets::{ALPHABETS, Kind, is_common};
use super::codec::Codec;
use super::ibm::PAGES;
use super::{euc_tw, johab};

/// A guess, how sure it is, and the next best encoding.
pub(super) struct Guess {
    pub(super) codec: Codec,
    /// From 0 to 1.
    pub(super) confidence: f32,
    pub(super) runner_up: Option<Codec>,
}

/// The number of bytes that a guess reads, of lines that are not ASCII.
pub(super) const SAMPLE: usize = 1 << 14;

/// The number of bytes whose letters are weighed.
const WEIGHED: usize = 1 << 12;

/// Guesses the encoding. Only lines that are not ASCII are read, and only the first of these, so that
/// the time does not grow with the text.
///
/// chardetng, which Firefox uses, tells encodings of several bytes. Those of one byte are weighed by
/// the letters that they give: the best is the one that makes the bytes letters of one language in
/// places where that language has them. Encodings of DOS and of old Macs are among them, which
/// chardetng does not know.
pub(super) fn guess(bytes: &[u8]) -> Guess {
    let sample = sample(bytes);
    // chardetng does not know these.
    let others = [
        (Codec::Johab, johab::fits as fn(&[u8]) -> bool),
        (Codec::EucTw, euc_tw::fits),
    ];
    if let Some((codec, _)) = others.into_iter().find(|(_, fits)| fits(&sample)) {
        return Guess {
            codec,
            confidence: SURE,
            runner_up: None,
        };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&sample, true);
    let first = detector.guess(None, Utf8Detection::Deny);
    let mut ranked = ranked(sample.get(..WEIGHED).unwrap_or(&sample), first);
    let high = sample
        .iter()
        .take(WEIGHED)
        .filter(|byte| **byte >= 0x80)
        .count();
    let best = ranked.first().map_or(f32::MIN, |(score, _)| *score);
    // The letters of no language would be as likely in so many places.
    if !first.is_single_byte() && (best < PLAIN * high as f32 || is_ideographic(&sample, first)) {
        let runner_up = ranked.first().map(|(_, codec)| *codec);
        let confidence = 1.0 - 0.5 / (1.0 + high as f32 / 8.0);
        return Guess {
            codec: Codec::Web(first),
            confidence,
            runner_up,
        };
    }
    let text = |codec: Codec| codec.decode_all(&sample).text;
    let Some((score, codec)) = (!ranked.is_empty()).then(|| ranked.remove(0)) else {
        return Guess {
            codec: Codec::Web(first),
            confidence: 0.0,
            runner_up: None,
        };
    };
    let chosen = text(codec);
    let next = ranked.into_iter().find(|(_, other)| text(*other) != chosen);
    let ahead = next.map_or(f32::MAX, |(other, _)| score - other);
    Guess {
        codec,
        confidence: 1.0 / (1.0 + (-ahead).exp()),
        runner_up: next.map(|(_, codec)| codec),
    }
}

/// The confidence where every character of a text is one of an encoding, and few would be by chance.
const SURE: f32 = 0.99;

/// The least mean weight of a character in an encoding that fits.
const PLAIN: f32 = -4.6;

/// Returns true if an encoding of several bytes fits without an error and gives the most common
/// characters of its script.
fn is_ideographic(sample: &[u8], encoding: &'static Encoding) -> bool {
    let (text, _, broken) = encoding.decode(sample);
    !broken && is_common(&text)
}

/// The first lines that are not ASCII.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    let mut rest = bytes;
    while sample.len() < SAMPLE && !rest.is_empty() {
        // A long line is read in parts.
        let part = rest.get(..SAMPLE).unwrap_or(rest);
        let end = part.iter().position(|byte| *byte == b'\n');
        let (line, after) = rest.split_at(end.map_or(part.len(), |end| end + 1));
        if !line.is_ascii() {
            sample.extend(line.get(..SAMPLE - sample.len()).unwrap_or(line));
        }
        rest = after;
    }
    sample
}

/// The encodings that are weighed, with how much less common than windows-1252 they are.
fn candidates() -> impl Iterator<Item = (Codec, f32)> {
    const WEB: [(&Encoding, f32); 21] = [
        (WINDOWS_1252, 0.0),
        (WINDOWS_1250, -0.2),
        (WINDOWS_1251, -0.2),
        (WINDOWS_1253, -0.2),
        (WINDOWS_1254, -0.3),
        (WINDOWS_1255, -0.3),
        (WINDOWS_1256, -0.3),
        (WINDOWS_1257, -0.8),
        (WINDOWS_1258, -0.8),
        (WINDOWS_874, -0.3),
        (ISO_8859_2, -0.6),
        (ISO_8859_5, -0.8),
        (ISO_8859_6, -0.8),
        (ISO_8859_7, -0.6),
        (ISO_8859_8, -0.8),
        (ISO_8859_15, -0.6),
        (KOI8_R, -0.6),
        (KOI8_U, -0.7),
        (IBM866, -1.5),
        (MACINTOSH, -2.0),
        (X_MAC_CYRILLIC, -2.0),
    ];
    let web = WEB
        .into_iter()
        .map(|(encoding, prior)| (Codec::Web(encoding), prior));
    web.chain(PAGES.iter().map(|page| (Codec::Page(page), -3.0)))
}

/// How much the guess of chardetng counts.
const TRUST: f32 = 2.0;

/// The encodings of one byte, the best first, with the logarithm of how likely each is.
fn ranked(sample: &[u8], first: &'static Encoding) -> Vec<(f32, Codec)> {
    let mut all: Vec<(Codec, f32)> = candidates().collect();
    if first.is_single_byte() && !all.iter().any(|(codec, _)| *codec == Codec::Web(first)) {
        all.push((Codec::Web(first), -1.0));
    }
    let weigh = |(codec, prior): (Codec, f32)| {
        let trust = if codec == Codec::Web(first) {
            TRUST
        } else {
            0.0
        };
        Some((
            prior + trust + weight(sample, &codec.table()?.characters()),
            codec,
        ))
    };
    let mut ranked: Vec<_> = all.into_iter().filter_map(weigh).collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    ranked
}

/// What a character is worth in a place that no language has it.
const ODD: f32 = -9.0;
/// What a character is worth that no text has.
const BROKEN: f32 = -14.0;

/// The logarithm of how likely a sample is as text in the language that fits best. Only the
/// characters beyond ASCII count.
fn weight(sample: &[u8], characters: &[char; 256]) -> f32 {
    let worth: Vec<[f32; ALPHABETS.len()]> = characters.iter().map(|c| worth(*c)).collect();
    let at = |byte: u8| {
        characters
            .get(usize::from(byte))
            .copied()
            .unwrap_or_default()
    };
    let mut sums = [0.0_f32; ALPHABETS.len()];
    let mut before = ' ';
    for (number, byte) in sample.iter().enumerate() {
        let c = at(*byte);
        if *byte >= 0x80 {
            let after = sample.get(number + 1).map_or(' ', |byte| at(*byte));
            let place = place(before, c, after);
            let worth = worth.get(usize::from(*byte)).into_iter().flatten();
            for ((sum, worth), alphabet) in sums.iter_mut().zip(worth).zip(&ALPHABETS) {
                let ascii = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
                let is_mixed = alphabet.kind == Kind::Own && ascii && c.is_alphabetic();
                *sum += (worth + place).max(BROKEN) + if is_mixed { ODD } else { 0.0 };
            }
        }
        before = c;
    }
    sums.into_iter().fold(f32::MIN, f32::max)
}

/// What a character is worth in each language, wherever it stands.
fn worth(c: char) -> [f32; ALPHABETS.len()] {
    let any = match c {
        '\u{80}'..='\u{9f}' | char::REPLACEMENT_CHARACTER => BROKEN,
        '’' | '‘' | '\u{a0}' | '«' | '»' | '–' | '“' | '”' | '„' | '—' | '…' => {
            -3.0
        }
        '°' | '€' | '•' | '№' | '·' | '§' | '©' | '¿' | '¡' | 'º' | 'ª' | '®' | '™' | '£' => {
            -5.0
        }
        _ if c.is_alphabetic() => ODD,
        _ => -8.0,
    };
    let small = c.to_lowercase().next().unwrap_or(c);
    std::array::from_fn(|number| {
        let Some(alphabet) = ALPHABETS.get(number) else {
            return any;
        };
        let Some(rank) = alphabet.letters.chars().position(|letter| letter == small) else {
            return any;
        };
        let rank = rank as f32;
        match alphabet.kind {
            Kind::Latin => -0.9 - 0.4 * rank,
            Kind::Own => -2.2 - 0.12 * rank,
        }
    })
}

/// What the place of a character adds: capitals stand at the start of a word or among capitals, few
/// letters stand alone, and signs do not stand between letters.
fn place(before: char, c: char, after: char) -> f32 {
    let (follows, precedes) = (before.is_alphabetic(), after.is_alphabetic());
    if c.is_uppercase() {
        return if before.is_lowercase() {
            -8.0
        } else if before.is_uppercase() || !follows {
            -1.5
        } else {
            0.0
        };
    }
    if c.is_alphabetic() {
        return if follows || precedes { 0.0 } else { -2.5 };
    }
    // The marks of Vietnamese and the vowels of Thai are parts of words.
    if matches!(c, '\u{300}'..='\u{36f}' | '\u{e00}'..='\u{e7f}') {
        return 0.0;
    }
    match c {
        '’' if follows => 0.0,
        '’' | '»' | '”' if precedes => -4.0,
        _ if follows && precedes => ODD,
        '«' | '‘' | '„' | '‚' | '¿' | '¡' if follows => -4.0,
        '–' | '—' | '•' | '·' if follows || precedes => -2.5,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts of their languages, and the encodings that old files of the language have.
    const TEXTS: [(&str, &[&str]); 13] = [
        (
            "Le maire a été élu à l’unanimité. « C’est une fête », dit Hélène Lefèvre, la trésorière.",
            &["windows-1252", "macintosh"],
        ),
        (
            "La mairie a reçu la pétition en août. Où ira le marché ? Personne ne le sait à l'école.",
            &["windows-1252", "ISO-8859-15", "macintosh", "IBM850"],
        ),
        (
            "Le chœur répète à sœur Agnès",
            &["windows-1252", "ISO-8859-15", "macintosh"],
        ),
        (
            "Die Fähre fährt wieder, sagte der Bürgermeister. Größere Schäden gibt es nicht, nur müde Möwen.",
            &["windows-1252", "macintosh", "IBM850"],
        ),
        (
            "El niño volvió a la montaña. Mañana habrá más árboles en el jardín, según el señor Núñez.",
            &["windows-1252", "macintosh", "IBM850"],
        ),
        (
            "Министр принял делегацию в среду. Подробности встречи не сообщаются, но стороны довольны.",
            &[
                "windows-1251",
                "KOI8-R",
                "ISO-8859-5",
                "IBM866",
                "IBM855",
                "x-mac-cyrillic",
            ],
        ),
        (
            "Міністр прийняв делегацію в середу. Її зустріли на вокзалі, є надія на добрі новини.",
            &["windows-1251", "KOI8-U"],
        ),
        (
            "Zażółć gęślą jaźń. W środę pociąg spóźnił się o godzinę, więc dzieci poszły pieszo.",
            &["windows-1250", "ISO-8859-2", "IBM852"],
        ),
        (
            "Příští středu přijede vlak později. Děti půjdou pěšky, řekla učitelka, a budou zpívat.",
            &["windows-1250", "ISO-8859-2", "IBM852"],
        ),
        (
            "A vonat késik, az őrök pedig tűzifát hordanak. Hétfőn újra nyílik a könyvtár és a fürdő.",
            &["windows-1250", "IBM852"],
        ),
        (
            "Şoförün dediğine göre köprü yıkıldı. Çocuklar okula yürüyerek gitti, öğretmen de öyle.",
            &["windows-1254"],
        ),
        (
            "Ο δήμαρχος είπε ότι το πλοίο θα φύγει αύριο. Οι επιβάτες περιμένουν στο λιμάνι.",
            &["windows-1253", "ISO-8859-7"],
        ),
        (
            "قال الوزير إن القطار سيصل غدا. ينتظر المسافرون في المحطة منذ الصباح.",
            &["windows-1256", "ISO-8859-6"],
        ),
    ];

    /// The bytes of a text by the table of a codec.
    fn bytes(text: &str, codec: Codec) -> Vec<u8> {
        let characters = codec.table().unwrap().characters();
        let byte = |c: char| characters.iter().position(|own| *own == c);
        let byte = |c| u8::try_from(byte(c).unwrap_or_else(|| panic!("{c:?}"))).unwrap();
        text.chars().map(byte).collect()
    }

    #[test]
    fn old_files_of_thirteen_languages() {
        for (text, names) in TEXTS {
            for name in names {
                let page = PAGES
                    .iter()
                    .find(|page| page.name == *name)
                    .map(Codec::Page);
                let web = || Codec::Web(Encoding::for_label(name.as_bytes()).unwrap());
                let bytes = bytes(text, page.unwrap_or_else(web));
                let guess = guess(&bytes);
                assert_eq!(guess.codec.decode_all(&bytes).text, text, "{name}");
            }
        }
        // Two bytes beyond ASCII.
        let guess = guess(b"Le caf\xe9 est ferm\xe9 le lundi.");
        assert_eq!(guess.codec.name(), "windows-1252");
    }
}
