//! Zulu as two near relatives would have it: Northern Ndebele, of which no package has any text,
//! and Swati, of which there is little but the declaration.
//!
//! The rules were read off pages of news and of the state in the three languages. Most words come
//! out as they are written there; what is known by heart only, as the class of a noun, is listed.

/// Words that are others in Northern Ndebele, sorted.
const NDEBELE: [(&str, &str); 73] = [
    ("abangani", "abangane"),
    ("amagama", "amabizo"),
    ("amahora", "amahola"),
    ("amalungu", "amalunga"),
    ("amasonto", "amaviki"),
    ("cha", "hatshi"),
    ("cishe", "phose"),
    ("edlule", "edluleyo"),
    ("eledlule", "eledluleyo"),
    ("emndenini", "emulini"),
    ("esikoleni", "esikolo"),
    ("ezikoleni", "ezikolo"),
    ("ezweni", "elizweni"),
    ("futhi", "njalo"),
    ("hhayi", "hatshi"),
    ("igama", "ibizo"),
    ("ihora", "ihola"),
    ("ilungu", "ilunga"),
    ("imindeni", "imuli"),
    ("impela", "sibili"),
    ("ingane", "umntwana"),
    ("inkinga", "uhlupho"),
    ("isikole", "isikolo"),
    ("isonto", "iviki"),
    ("izikole", "izikolo"),
    ("izingane", "abantwana"),
    ("izinkinga", "inhlupho"),
    ("izwe", "ilizwe"),
    ("izwi", "ilizwi"),
    ("kahle", "kuhle"),
    ("kanjani", "njani"),
    ("kepha", "kodwa"),
    ("kunoma", "kuloba"),
    ("kwezingane", "kwabantwana"),
    ("manje", "khathesi"),
    ("nakuba", "lanxa"),
    ("namanje", "lakhathesi"),
    ("namhlanje", "lamuhla"),
    ("nezingane", "labantwana"),
    ("ngempela", "sibili"),
    ("ngesonto", "ngeviki"),
    ("ngomsombuluko", "ngomvulo"),
    ("ngonyaka", "ngomnyaka"),
    ("ngosuku", "ngelanga"),
    ("njengamanje", "okwakhathesi"),
    ("nokho", "kodwa"),
    ("noma", "loba"),
    ("odlule", "odluleyo"),
    ("okwamanje", "okwakhathesi"),
    ("othisha", "ababalisi"),
    ("ukubheka", "ukukhangela"),
    ("ukusiza", "ukuphathisa"),
    ("uma", "nxa"),
    ("umndeni", "imuli"),
    ("umngani", "umngane"),
    ("umnyango", "ugatsha"),
    ("umsombuluko", "umvulo"),
    ("unyaka", "umnyaka"),
    ("usihlalo", "umgcinisihlalo"),
    ("usizo", "uncedo"),
    ("usuku", "ilanga"),
    ("uthisha", "umbalisi"),
    ("wengane", "womntwana"),
    ("wezingane", "wabantwana"),
    ("wezwe", "welizwe"),
    ("wonyaka", "womnyaka"),
    ("yezingane", "yabantwana"),
    ("yezwe", "yelizwe"),
    ("yingakho", "yikho"),
    ("yize", "lanxa"),
    ("yonyaka", "yomnyaka"),
    ("zezingane", "zabantwana"),
    ("zezwe", "zelizwe"),
];

/// Parts of words that are others in Northern Ndebele.
const NDEBELE_PARTS: [(&str, &str); 18] = [
    ("balulek", "qakathek"),
    ("bhizinisi", "bhizimusi"),
    ("dayis", "thengis"),
    ("fazane", "fazana"),
    ("hulumeni", "hulumende"),
    ("mengameli", "mongameli"),
    ("mnumzane", "mnumzana"),
    ("mshini", "mtshina"),
    ("ngqongqoshe", "phathintambo"),
    ("nhlangano", "nhlanganiso"),
    ("phoyisa", "pholisa"),
    ("sh", "tsh"),
    ("shiyagal", "tshiyangal"),
    ("thathe", "thethe"),
    ("thathw", "thethw"),
    ("tombazane", "tombazana"),
    ("tsh", "tsh"),
    ("yamanje", "yakhathesi"),
];

/// Nouns that begin with `u` and have a `no` that joins nothing.
const NAMES: [&str; 5] = ["unembeza", "unesi", "unobhala", "unogada", "unompempe"];

/// Zulu as Northern Ndebele: `la` for `na` (and, with, have), `tsh` for `sh`, `za` for the future's
/// `zo`, no `izi` before nouns in `n`, and some words.
pub fn in_ndebele(text: &str) -> String {
    respelled(text, &NDEBELE, ndebele_word)
}

fn ndebele_word(word: &str) -> String {
    let word = joined(word).unwrap_or_else(|| word.to_owned());
    let word = future(&word, "za").unwrap_or(word);
    let mut word = plural(&word).unwrap_or(word);
    if let Some(start) = word.strip_suffix("ningi") {
        word = format!("{start}nengi");
    }
    let relative = ["aba", "eli", "esi", "ezi", "obu", "oku", "olu"];
    if word.ends_with("ile") && word.len() > 8 && starts(&word, &relative) {
        word += "yo";
    }
    replaced(&word, &NDEBELE_PARTS)
}

/// `la`, `le`, `lo` for a `na`, `ne`, `no` that joins: `nabantu`, `kunabantu`, `enezinkinga`.
fn joined(word: &str) -> Option<String> {
    let vowel = |rest: &str| rest.starts_with(['a', 'e', 'o']);
    if let Some(rest) = word.strip_prefix('n')
        && vowel(rest)
        && !starts(rest, &["ank", "ans", "ang", "eze"])
    {
        return Some(format!("l{rest}"));
    }
    if NAMES.contains(&word) {
        return None;
    }
    let end = word.match_indices('n').map(|(at, _)| at);
    end.take_while(|at| *at < 9).find_map(|at| {
        let (before, rest) = (word.get(..at)?, word.get(at + 1..)?);
        (agrees(before) && names(before, rest)).then(|| format!("{before}l{rest}"))
    })
}

/// Whether what follows the `n` is a vowel and a noun or, in a short word, a pronoun.
fn names(before: &str, rest: &str) -> bool {
    let pronouns = ["abo", "akho", "alo", "alutho", "aso", "awo", "ayo", "azo"];
    let nouns = [
        "aba", "am", "ebha", "eli", "emb", "emf", "emi", "emp", "enc", "end", "eng", "enh", "enj",
        "enk", "enq", "ens", "ent", "enx", "esi", "ezi", "obu", "oku", "okw", "olu", "olw", "om",
    ];
    let verbs = ["amath", "amel", "amuk", "elis", "embez"];
    pronouns.contains(&rest) && before.len() < 6
        || rest != "oma" && starts(rest, &nouns) && !starts(rest, &verbs)
}

/// Whether what begins a word is no more than what agrees with a noun: `ku`, `eli`, `waye`.
fn agrees(before: &str) -> bool {
    let mut rest = before
        .strip_prefix(['a', 'e', 'i', 'o', 'u'])
        .unwrap_or(before);
    while !rest.is_empty() {
        let heads = ["kw", "ng", "b", "k", "l", "n", "s", "w", "y", "z"];
        let Some(after) = heads.iter().find_map(|head| rest.strip_prefix(head)) else {
            return false;
        };
        let Some(after) = after.strip_prefix(['a', 'e', 'i', 'u']) else {
            return false;
        };
        rest = after;
    }
    !before.is_empty()
}

/// Another future than the one in `zo`: `bazoqala`.
fn future(word: &str, other: &str) -> Option<String> {
    let (before, rest) = word.split_once("zo")?;
    // `kuzo zonke`, `ezolimo`.
    let other_word = rest.starts_with(['a', 'e', 'i', 'o', 'u'])
        || starts(rest, &["mbili", "na", "nke", "zo"])
        || ["e", "be", "kwe", "le", "ne", "nge", "nje", "we", "ye", "ze"].contains(&before);
    (agrees(before) && rest.len() > 2 && !other_word).then(|| format!("{before}{other}{rest}"))
}

/// Nouns in `n` without the `izi` of their plural; adjectives keep it.
fn plural(word: &str) -> Option<String> {
    let befores = ["", "l", "z", "w", "y", "ng", "kw", "k"];
    befores.iter().find_map(|before| {
        let rest = word.strip_prefix(before)?;
        let vowel = rest.get(..1).filter(|vowel| {
            *vowel == "e" || *vowel == "i" && before.is_empty() || *vowel == "u" && *before == "k"
        })?;
        let rest = rest.get(1..)?.strip_prefix("zi")?;
        let nasal = rest
            .strip_prefix('n')
            .is_some_and(|rest| !rest.starts_with(['a', 'e', 'i', 'o', 'u']))
            || starts(rest, &["mali", "mb", "mf", "moto", "mp", "mv"]);
        // `ezindaweni`, but `ezinkulu`.
        let adjective = before.is_empty() && vowel == "e" && !rest.ends_with("ni");
        (nasal && rest.len() > 4 && !adjective).then(|| format!("{before}{vowel}{rest}"))
    })
}

/// Words that are others in Swati, sorted.
const SWATI: [(&str, &str); 58] = [
    ("abaningi", "labanyenti"),
    ("abantwana", "bantfwana"),
    ("abanye", "labanye"),
    ("abasha", "labasha"),
    ("akukho", "kute"),
    ("baningi", "banyenti"),
    ("bathe", "batsite"),
    ("eminingi", "leminyenti"),
    ("eningi", "lenyenti"),
    ("ezinhlanu", "letisihlanu"),
    ("eziningi", "letinyenti"),
    ("ezinye", "letinye"),
    ("ezweni", "eveni"),
    ("igama", "ligama"),
    ("ilanga", "lilanga"),
    ("ilungelo", "lilungelo"),
    ("ilungu", "lilunga"),
    ("imoto", "imoto"),
    ("impela", "mbamba"),
    ("ingane", "umntfwana"),
    ("iningi", "linyenti"),
    ("isonto", "liviki"),
    ("izingane", "bantfwana"),
    ("izulu", "litulu"),
    ("izwe", "live"),
    ("izwi", "livi"),
    ("kahulumeni", "kahulumende"),
    ("kanjani", "njani"),
    ("kungani", "kungani"),
    ("manje", "nyalo"),
    ("namhlanje", "lamuhla"),
    ("nezingane", "nebantfwana"),
    ("ngakho", "ngako"),
    ("ngaphambi", "ngembi"),
    ("ngaphezu", "ngetulu"),
    ("ngoba", "ngobe"),
    ("njengoba", "njengobe"),
    ("noma", "nobe"),
    ("okuningi", "lokunyenti"),
    ("okunye", "lokunye"),
    ("omunye", "lomunye"),
    ("phakathi", "emkhatsini"),
    ("ubaba", "babe"),
    ("uhulumeni", "hulumende"),
    ("umama", "make"),
    ("umengameli", "mengameli"),
    ("umnyango", "litiko"),
    ("ungqongqoshe", "indvuna"),
    ("unyaka", "umnyaka"),
    ("usihlalo", "sihlalo"),
    ("uthe", "utsite"),
    ("wezingane", "webantfwana"),
    ("wezwe", "welive"),
    ("yezingane", "yebantfwana"),
    ("yezwe", "yelive"),
    ("yikho", "ngiko"),
    ("zezingane", "tebantfwana"),
    ("zezwe", "telive"),
];

/// Stems of nouns that take `li` in the singular, sorted.
const FIFTH: [&str; 14] = [
    "bandla", "dolobha", "gciwane", "hhovisi", "khasi", "khaya", "khono", "phiko", "phoyisa",
    "phuzu", "qembu", "qiniso", "thuba", "zinga",
];

/// Stems of nouns that take `lu`, sorted.
const ELEVENTH: [&str; 12] = [
    "cingo",
    "cwaningo",
    "daba",
    "dlame",
    "hambo",
    "hla",
    "hlangothi",
    "hlelo",
    "hlobo",
    "khetho",
    "sizo",
    "suku",
];

/// Parts that are borrowed or names, and keep their sounds.
const LOANS: [&str; 11] = [
    "bhizinisi",
    "dokhument",
    "dokotel",
    "dolobh",
    "mpumalanga",
    "ndeni",
    "ningizimu",
    "nkampani",
    "nkantolo",
    "nkinga",
    "nkontileka",
];

/// Zulu as Swati: its own consonants, `le` before what describes, nouns without their first vowel.
pub fn in_swati(text: &str) -> String {
    respelled(text, &SWATI, swati_word)
}

fn swati_word(word: &str) -> String {
    let word = future(word, "tawu").unwrap_or_else(|| word.to_owned());
    let word = noun(&word).unwrap_or(word);
    let mut word = sounds(&word);
    if word.len() > 6
        && let Some(start) = word.strip_suffix("ayo")
    {
        word = format!("{start}ako");
    }
    for (zulu, swati) in [("lokhu", "loku"), ("lokho", "loko"), ("ningi", "nyenti")] {
        if let Some(start) = word.strip_suffix(zulu) {
            word = format!("{start}{swati}");
        }
    }
    word
}

/// The prefixes of a word, still in Zulu sounds.
fn noun(word: &str) -> Option<String> {
    let links = ["kw", "lw", "ng", "b", "k", "l", "n", "s", "w", "y", "z"];
    for link in links {
        let Some(rest) = word.strip_prefix(link) else {
            continue;
        };
        // `yokuba` is `yekuba`, `namanzi` is `nemanti`, `zabantu` is `tebantfu`.
        if !starts(word, &["lobu", "lolu"])
            && starts(rest, &["oku", "okw", "obu", "olu", "olw", "om"])
        {
            let link = if link == "k" { "kw" } else { link };
            return Some(format!("{link}e{}", rest.get(1..)?));
        }
        if starts(rest, &["ama", "aba"]) && !starts(rest, &["aban", "abak", "abam"])
            || rest.starts_with("abantu")
        {
            return Some(format!("{link}e{}", rest.get(1..)?));
        }
    }
    if let Some(rest) = word.strip_prefix("ama") {
        return Some(format!("ema{rest}"));
    }
    if let Some(rest) = word.strip_prefix("aba") {
        let person = rest.ends_with(['i', 'u']) && !rest.starts_with("nga")
            || starts(rest, &["fana", "ngane"]);
        return Some(if person {
            format!("ba{rest}")
        } else {
            format!("laba{rest}")
        });
    }
    if starts(word, &["isi", "izi", "uku", "ukw", "ubu"]) {
        return word.get(1..).map(str::to_owned);
    }
    let other = word
        .strip_prefix('o')
        .is_some_and(|rest| !starts(rest, &["na", "nke"]));
    if other && word.len() > 3 {
        return Some(format!("l{word}"));
    }
    let place = word.ends_with("ni");
    if starts(word, &["eli", "esi", "ezi", "emi"]) && !place
        || word.ends_with("ayo") && starts(word, &["e", "o", "a"])
    {
        return Some(format!("l{word}"));
    }
    if let Some(rest) = word.strip_prefix('i')
        && FIFTH.contains(&rest)
    {
        return Some(format!("li{rest}"));
    }
    if let Some(rest) = word.strip_prefix('u')
        && (ELEVENTH.contains(&rest) || rest.starts_with("lw"))
    {
        return Some(if rest.starts_with('l') {
            rest.to_owned()
        } else {
            format!("lu{rest}")
        });
    }
    None
}

/// Zulu consonants as Swati has them.
fn sounds(word: &str) -> String {
    let mut spelled = String::new();
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        if let Some(loan) = LOANS.iter().find(|loan| rest.starts_with(**loan)) {
            spelled += loan;
            rest = rest.get(loan.len()..).unwrap_or_default();
            continue;
        }
        let after = |taken: usize| rest.get(taken..).unwrap_or_default();
        let round = |taken: usize| after(taken).starts_with(['o', 'u', 'w']);
        let (taken, letters) = if rest.starts_with("ntsh") {
            (4, "nsh")
        } else if rest.starts_with("tsh") {
            (3, "tj")
        } else if rest.starts_with("th") {
            (2, if round(2) { "tf" } else { "ts" })
        } else if rest.starts_with("nth") {
            (3, if round(3) { "ntf" } else { "nts" })
        } else if rest.starts_with("nt") {
            (2, if round(2) { "ntf" } else { "nts" })
        } else if rest.starts_with("zw") {
            // `-chazwa` is the passive of `-chaza`, but `amazwe` has a stem of its own.
            let passive =
                spelled.len() > 3 && spelled.ends_with(['a', 'e']) && !spelled.ends_with("ma");
            (2, if passive { "tw" } else { "v" })
        } else if rest.starts_with("nk") && !rest.starts_with("nkh") {
            (2, "nkh")
        } else if rest.starts_with("mp") && !rest.starts_with("mph") {
            (2, "mph")
        } else if c == 'd' && round(1) {
            (1, "dv")
        } else if c == 'd' && after(1).starts_with(['a', 'e', 'i']) {
            (1, "dz")
        } else {
            match c {
                'z' => (1, "t"),
                'q' | 'x' => (1, "c"),
                _ => (c.len_utf8(), ""),
            }
        };
        match letters {
            "" => spelled.push(c),
            letters => spelled += letters,
        }
        rest = after(taken);
    }
    spelled
}

/// Every word as `words` or else `rule` have it.
fn respelled(text: &str, words: &[(&str, &str)], rule: fn(&str) -> String) -> String {
    let mut spelled = String::new();
    for part in text
        .to_lowercase()
        .split_inclusive(|c: char| !c.is_alphabetic())
    {
        let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
        let other = words.binary_search_by_key(&word, |(zulu, _)| zulu).ok();
        let other = other.and_then(|at| words.get(at));
        let (_, after) = part.split_at(word.len());
        spelled += &other.map_or_else(|| rule(word), |(_, other)| (*other).to_owned());
        spelled += after;
    }
    spelled
}

/// From the left, the longest part that is another.
fn replaced(word: &str, parts: &[(&str, &str)]) -> String {
    let mut spelled = String::new();
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let part = parts.iter().filter(|(part, _)| rest.starts_with(part));
        let longest = part.max_by_key(|(part, _)| part.len());
        let taken = match longest {
            Some((part, other)) => {
                spelled += other;
                part.len()
            }
            None => {
                spelled.push(c);
                c.len_utf8()
            }
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    spelled
}

fn starts(word: &str, any: &[&str]) -> bool {
    any.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(NDEBELE.is_sorted() && SWATI.is_sorted());
        assert!(FIFTH.is_sorted() && ELEVENTH.is_sorted());
        assert!(NDEBELE_PARTS.is_sorted());
    }

    #[test]
    fn zulu_becomes_ndebele() {
        for (zulu, ndebele) in [
            (
                "Abesilisa nabesifazane futhi basho, uma bethi: «Shumi!»",
                "abesilisa labesifazana njalo batsho, nxa bethi: «tshumi!»",
            ),
            (
                "ukutshela kunabantu abaningi abanamandla",
                "ukutshela kulabantu abanengi abalamandla",
            ),
            (
                "uhulumeni uzoqala ngezinhlangano zezindawo",
                "uhulumende uzaqala ngenhlanganiso zendawo",
            ),
            (
                "kuzo zonke izikhathi ezinkulu",
                "kuzo zonke izikhathi ezinkulu",
            ),
            (
                "ukunakekela unogada, ukungena, nansi, elinganayo, uzimisele",
                "ukunakekela unogada, ukungena, nansi, elinganayo, uzimisele",
            ),
            (
                "okubalulekile kwabesifazane",
                "okuqakathekileyo kwabesifazana",
            ),
        ] {
            assert_eq!(in_ndebele(zulu), ndebele);
        }
    }

    #[test]
    fn zulu_becomes_swati() {
        for (zulu, swati) in [
            (
                "ukuthi abantu baseNingizimu Afrika",
                "kutsi bantfu baseningizimu afrika",
            ),
            (
                "wonke umuntu uthola umsebenzi",
                "wonkhe umuntfu utfola umsebenti",
            ),
            (
                "ngokuthi izinto ezinkulu ziqala emadolobheni",
                "ngekutsi tintfo letinkhulu ticala emadolobheni",
            ),
            (
                "isikhathi samalungelo abantu",
                "sikhatsi semalungelo bantfu",
            ),
            (
                "indoda izofundisa abafundi olandelayo",
                "indvodza itawufundzisa bafundzi lolandzelako",
            ),
            (
                "kodwa udokotela utshela iqembu ngalokhu",
                "kodvwa udokotela utjela licembu ngaloku",
            ),
            (
                "usuku lwezwe nolwazi lwamanzi",
                "lusuku lweve nelwati lwemanti",
            ),
        ] {
            assert_eq!(in_swati(zulu), swati);
        }
    }
}
