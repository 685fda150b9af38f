//! Armenian.
//!
//! Source of every list: written by hand for this crate.

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Comma,
        hyphens: true,
        slashes: true,
        times: true,
        digit_groups: true,
        emoticons: true,
        tex_quotes: true,
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³"
        ],
        abbreviations: list![
            "ակադ", "անգլ", "արլ", "արմ", "բն", "դոկտ", "դոց", "դր", "զ.թ", "իտալ", "լատ", "հովհ",
            "հս", "հվ", "մ.թ", "մ.թ.ա", "մլն", "մլրդ", "մկ", "մոտ", "պարբ", "պր", "պրոֆ", "ռուս",
            "սբ", "փ", "ք", "ֆր"
        ],
        title_abbreviations: list![
            "ակադ", "գեն", "դոկտ", "դոց", "կապ", "հովհ", "պրոֆ", "ս", "սբ", "տ"
        ],
        number_abbreviations: list!["գլ", "էջ", "ժ", "կետ", "հ", "հատ", "հոդ", "նկ", "տ"],
        inner_abbreviations: list!["ա", "դ", "թ", "թթ", "մ"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        stops_announce: true,
        starters: list![
            "ահա",
            "այդ",
            "այժմ",
            "այլ",
            "այն",
            "այնպես",
            "այնտեղ",
            "այո",
            "այս",
            "այստեղ",
            "այսօր",
            "բայց",
            "բոլոր",
            "դա",
            "դու",
            "եթե",
            "ես",
            "եվ",
            "երբ",
            "ի",
            "ինչ",
            "ինչու",
            "ինքը",
            "իսկ",
            "իր",
            "իրենք",
            "կա",
            "կամ",
            "հետո",
            "մեզ",
            "մենք",
            "մեր",
            "մի",
            "նա",
            "նաեւ",
            "նաև",
            "նրա",
            "նրանք",
            "ոչ",
            "ով",
            "որ",
            "որը",
            "որտեղ",
            "սա",
            "սակայն",
            "ցավոք",
            "քանի",
            "քո",
            "և"
        ],
        closing_marks: list![":"],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
