//! Constants of languages with much news that have no rules of their own. Those with rules have theirs
//! in `lang/mod.rs`; a language that gets rules is moved there.

use super::Language;

macro_rules! constants {
    ($($code3:ident $code:ident $NAME:ident $name:literal;)*) => {
        impl Language {
            $(
                #[doc = concat!($name, ".")]
                pub const $NAME: Self =
                    Self::declared(stringify!($code3), stringify!($code));
            )*
        }

        #[cfg(test)]
        const CONSTANTS: &[(Language, &str)] =
            &[$((Language::$NAME, stringify!($code3))),*];
    };
}

constants! {
    afr af AFRIKAANS "Afrikaans";
    sqi sq ALBANIAN "Albanian";
    aze az AZERBAIJANI "Azerbaijani";
    ben bn BENGALI "Bengali";
    bul bg BULGARIAN "Bulgarian";
    mya my BURMESE "Burmese";
    est et ESTONIAN "Estonian";
    kat ka GEORGIAN "Georgian";
    guj gu GUJARATI "Gujarati";
    heb he HEBREW "Hebrew";
    ibo ig IGBO "Igbo";
    ind id INDONESIAN "Indonesian";
    kaz kk KAZAKH "Kazakh";
    kin rw KINYARWANDA "Kinyarwanda";
    kor ko KOREAN "Korean";
    lav lv LATVIAN "Latvian";
    lin ln LINGALA "Lingala";
    lit lt LITHUANIAN "Lithuanian";
    mkd mk MACEDONIAN "Macedonian";
    mlg mg MALAGASY "Malagasy";
    msa ms MALAY "Malay";
    mar mr MARATHI "Marathi";
    nep ne NEPALI "Nepali";
    pan pa PUNJABI "Punjabi";
    srp sr SERBIAN "Serbian";
    sin si SINHALA "Sinhala";
    slk sk SLOVAK "Slovak";
    slv sl SLOVENIAN "Slovenian";
    som so SOMALI "Somali";
    tam ta TAMIL "Tamil";
    tel te TELUGU "Telugu";
    tha th THAI "Thai";
    urd ur URDU "Urdu";
    uzb uz UZBEK "Uzbek";
    vie vi VIETNAMESE "Vietnamese";
    yor yo YORUBA "Yoruba";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_the_languages_of_the_table() {
        for (language, code3) in CONSTANTS {
            assert_eq!(code3.parse::<Language>().unwrap(), *language);
            assert_eq!(language.code().parse::<Language>().unwrap(), *language);
        }
    }
}
