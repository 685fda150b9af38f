//! The letters beyond ASCII of languages, the most frequent first. Source: written by hand for this
//! crate, after the letter frequencies that are common knowledge of each language.

/// The letters of a language, and how fast their frequency falls.
pub(super) struct Alphabet {
    pub(super) letters: &'static str,
    pub(super) kind: Kind,
}

/// How an alphabet stands to ASCII letters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The letters stand among those of ASCII.
    Latin,
    /// Words have these letters alone.
    Own,
}

const fn latin(letters: &'static str) -> Alphabet {
    Alphabet {
        letters,
        kind: Kind::Latin,
    }
}

const fn own(letters: &'static str) -> Alphabet {
    Alphabet {
        letters,
        kind: Kind::Own,
    }
}

pub(super) static ALPHABETS: [Alphabet; 24] = [
    // French, German, Spanish, Portuguese, Italian, Dutch, the Nordic languages, Icelandic.
    latin("éàèêçôîûâùïœëæüÿ"),
    latin("üäöß"),
    latin("óíáéñúü"),
    latin("ãçáéíóêõúâàô"),
    latin("èàòùéì"),
    latin("ëéïöüè"),
    latin("äöåæøé"),
    latin("áíðþöéúóýæ"),
    // Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Turkish, Lithuanian, Latvian.
    latin("łąęóżśćńź"),
    latin("íáéěřšžýčůúťďňó"),
    latin("áíéýčžšľúťóôňďäŕĺ"),
    latin("áéöóőíüúű"),
    latin("ăîşţâșț"),
    latin("čšžćđ"),
    latin("ışğüöçâî"),
    latin("ėšųžįąčęū"),
    latin("āīēšūņļžķģč"),
    // Vietnamese, with its marks.
    latin("đư\u{301}\u{300}êôơ\u{323}áàâ\u{309}ăéí\u{303}óúèùòýìãõ"),
    // Russian, Ukrainian, Greek, Hebrew, Arabic, Thai.
    own("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    own("оаинвітесрлкуздпямьгчбхцйжюїєшщфґ"),
    own("αοιετσνηυρπκμλωςόίδάγέήχύθώφβξζψϊΐϋΰ"),
    own("יוהלאמרשתבנםחדקפעגטזסצןכךףץ"),
    own("اليمنتروبةعدسفهكقأحجىشصطخضذزثئءغؤظإآ"),
    own("านรอกเง่้มยลวดทสตะิัีปบคหแจพชข์ุใไูโผ็ซธณฐฟถศษภฆำึืๆฯ"),
];

/// Returns true if one in five characters beyond ASCII is among the most common ones of Chinese, Japanese
/// or Korean.
pub(super) fn is_common(text: &str) -> bool {
    let beyond = text.chars().filter(|c| !c.is_ascii());
    let (mut all, mut common) = (0, 0);
    for c in beyond {
        all += 1;
        // Kana, Hangul, marks of Chinese, and the ideographs of the most common words.
        let is_common = matches!(c, '\u{3000}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ff65}')
            || "的一是不了在人有我他这中大来上国個们和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里這來國們說時會對於過發後為沒".contains(c);
        common += usize::from(is_common);
    }
    common * 5 >= all
}
