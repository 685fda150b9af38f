//! The names of authors, without what pages write around them.

use crate::input::html::days::{is_weekday, month};
use crate::input::html::lines::begins_with;
use crate::input::html::phrases::DATELINES;
use crate::input::html::words::plain;
use crate::language::Language;

/// The greatest number of authors.
const AUTHORS: usize = 20;

/// The greatest number of bytes of a line that names authors.
const LONGEST: usize = 300;

/// The greatest number of words of a name.
const WORDS: usize = 6;

/// What stands before the name of an author, in the form of [`plain`]. The longest come first.
const BEFORE: &[&str] = &[
    "propos recueillis par",
    "eingereicht von",
    "ingediend door",
    "submitted by",
    "enviado por",
    "inviato da",
    "soumis par",
    "texte et photos",
    "geschreven door",
    "publicado por",
    "posted by",
    "published by",
    "written by",
    "ecrit par",
    "publie par",
    "redige par",
    "escrito por",
    "scritto da",
    "pubblicato da",
    "auteur :",
    "author :",
    "author:",
    "auteur:",
    "par",
    "by",
    "von",
    "por",
    "door",
    "di",
    "texte :",
];

/// Words between two names.
const AND: &[&str] = &["and", "et", "und", "y", "e", "en", "&"];

/// Words before further names in brackets.
const WITH: &[&str] = &["avec", "com", "con", "met", "mit", "with"];

/// Names of programs and buttons where the name of an author should be.
const NOBODY: &[&str] = &[
    "about",
    "admin",
    "administrateur",
    "administrator",
    "anonymous",
    "author",
    "auteur",
    "by",
    "contact",
    "follow",
    "follow author",
    "guest",
    "log in",
    "login",
    "none",
    "null",
    "par",
    "responses",
    "root",
    "sign in",
    "sign up",
    "super user",
    "undefined",
    "unknown",
    "user",
    "webmaster",
];

/// Words of a title or an office. A part of a byline with one of them is no name.
const ROLES: &[&str] = &[
    "agence",
    "agency",
    "analyst",
    "chief",
    "columnist",
    "contributor",
    "contributors",
    "correspondant",
    "correspondante",
    "correspondent",
    "desk",
    "director",
    "editor",
    "envoye",
    "envoyee",
    "grand",
    "in",
    "journalist",
    "journaliste",
    "ma",
    "md",
    "news",
    "phd",
    "producer",
    "professor",
    "redacteur",
    "redaction",
    "redaktion",
    "reporter",
    "senior",
    "service",
    "special",
    "staff",
    "technologist",
    "with",
    "writer",
];

/// Reads the names of authors from the first line that has some: `Par Fanta Diop et Ali Traoré, à
/// Bamako | 3 mars 2024`.
pub(super) fn names(text: &str) -> Vec<String> {
    let lines = text.split('\n').map(names_of_line);
    lines
        .into_iter()
        .find(|names| !names.is_empty())
        .unwrap_or_default()
}

fn names_of_line(line: &str) -> Vec<String> {
    let line = line.trim();
    let is_code = line.contains(['{', '}', '=', ';', '<', '>'])
        || line.contains("://") && !line.contains('(');
    if line.len() > LONGEST || is_code {
        return Vec::new();
    }
    let line = without_prefix(line);
    // A bracket inside a name stays: `Ali (Baba) Diop`.
    let bracket = line.find(['(', '[']).filter(|_| line.ends_with([')', ']']));
    let (line, inner) = line.split_at(bracket.unwrap_or(line.len()));
    let line = line.split(['|', '·', '•', '—', '\t']).next();
    let line = line.unwrap_or_default().split(" – ").next();
    let line = line.unwrap_or_default().split(" - ").next();
    let is_upper = !line.unwrap_or_default().contains(char::is_lowercase);
    let mut names: Vec<String> = Vec::new();
    for (number, part) in line.unwrap_or_default().split(',').enumerate() {
        for name in joined(part) {
            let name = without_prefix(&name);
            let Some(name) = name_of(name) else {
                continue;
            };
            // Behind a comma, only names are authors, and no agencies: `Fanta Diop, AFP`.
            let more = || is_person(&name) && (is_upper || name.contains(char::is_lowercase));
            if (number == 0 || more()) && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    // `Fanta Diop (avec Ali Traoré et Awa Ba)`.
    let inner = inner.trim_matches(['(', ')', '[', ']']);
    if let Some((_, more)) = inner
        .split_once(' ')
        .filter(|(first, _)| WITH.contains(first))
    {
        let more = joined(more).into_iter().filter_map(|name| name_of(&name));
        names.extend(more.filter(|name| is_person(name)));
    }
    names.truncate(AUTHORS);
    names
}

/// The parts between the words of [`AND`]. These join names, and no parts of one name: a name of
/// one word beside them is a surname that both share.
fn joined(part: &str) -> Vec<String> {
    fn is_and(word: &&str) -> bool {
        AND.contains(&word.to_lowercase().as_str())
    }
    let words: Vec<&str> = part.split_whitespace().skip_while(is_and).collect();
    let parts: Vec<&[&str]> = words.split(is_and).collect();
    let whole = parts.iter().any(|part| part.len() < 2);
    if whole {
        vec![words.join(" ")]
    } else {
        parts.iter().map(|part| part.join(" ")).collect()
    }
}

/// Returns true if a line begins with `Par` or the like.
pub(super) fn has_prefix(line: &str) -> bool {
    without_prefix(line).len() < line.len()
}

/// Cuts words such as `Par` from the start of a line.
fn without_prefix(line: &str) -> &str {
    let own: Vec<String> = line.split_whitespace().take(3).map(plain).collect();
    let begins = |start: &&&str| {
        let mut words = start.split(' ').enumerate();
        words.all(|(number, word)| own.get(number).is_some_and(|own| own == word))
    };
    let Some(start) = BEFORE.iter().find(begins) else {
        return line;
    };
    let mut rest = line.trim_start();
    for _ in start.split(' ') {
        rest = rest
            .split_once(char::is_whitespace)
            .map_or("", |(_, rest)| rest)
            .trim_start();
    }
    rest.trim_start_matches([':', ' '])
}

/// A name without the day or the hour behind it. `None` if no name is left.
fn name_of(text: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    let mut cut = false;
    for word in text.split_whitespace() {
        if word.contains(|c: char| c.is_ascii_digit()) && !words.is_empty() {
            cut = true;
            break;
        }
        if is_weekday(word) && !words.is_empty() {
            break;
        }
        words.push(word);
    }
    // `Nom, le 3 mars`, `Name March 3`, `Jméno před 2 hodinami`.
    while cut
        && let Some(last) = words.last()
        && words.len() > 1
        && (last.starts_with(char::is_lowercase) || month(last, Language::ENGLISH).is_some())
    {
        words.pop();
    }
    let name = words.join(" ");
    let name = name.trim_matches(|c: char| c.is_whitespace() || ":,-*@".contains(c));
    // The point of an initial stays.
    let initial = words.last().is_some_and(|last| last.chars().count() == 2);
    let name = if initial {
        name
    } else {
        name.trim_end_matches('.')
    };
    let folded = plain(name);
    // `9:39AM BST`, but the user `3615fanta`.
    let is_hour = words.len() > 1 && name.starts_with(|c: char| c.is_ascii_digit());
    let is_name = words.len() <= WORDS
        && name.contains(char::is_alphabetic)
        && !is_hour
        && !is_domain(name)
        && !begins_with(&folded, DATELINES)
        && !NOBODY.contains(&folded.as_str());
    is_name.then(|| name.to_owned())
}

/// Returns true for the address of a site: `lelagon.fr`.
fn is_domain(name: &str) -> bool {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    (2..=4).contains(&end.len())
        && end.bytes().all(|byte| byte.is_ascii_lowercase())
        && !name.contains(char::is_whitespace)
}

/// Returns false if many words of a text are small: `Skip to content`. Metadata may say so, but the
/// text of a page does not.
pub(super) fn has_form(name: &str) -> bool {
    const PARTICLES: [&str; 20] = [
        "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
        "el", "et", "la", "le", "van", "von", "y",
    ];
    let words = || {
        name.split_whitespace()
            .filter(|word| !PARTICLES.contains(word))
    };
    let small = words()
        .filter(|word| word.starts_with(char::is_lowercase))
        .count();
    words().count() < 2 || small * 3 < words().count()
}

/// Returns true if a name has the form of a person's: two words or more, with capitals, and no
/// office among them.
pub(super) fn is_person(name: &str) -> bool {
    let words = || name.split_whitespace();
    let has_case = name.contains(char::is_lowercase) || name.contains(char::is_uppercase);
    let capitals = words()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    words().count() >= 2
        && (!has_case || capitals >= 2)
        && !words().any(|word| ROLES.contains(&plain(word).trim_matches('.')))
}

/// Returns true for the name of a newspaper or a station: it begins with an article, or has a word
/// such as `Radio`.
pub(super) fn is_press(name: &str) -> bool {
    const ARTICLES: [&str; 14] = [
        "a", "das", "de", "der", "die", "el", "het", "il", "la", "le", "les", "los", "o", "the",
    ];
    const WORDS: [&str; 42] = [
        "actu",
        "actualites",
        "blatt",
        "blog",
        "breves",
        "chronicle",
        "correio",
        "courrier",
        "daily",
        "depeche",
        "diario",
        "direct",
        "echo",
        "echos",
        "gazette",
        "gazzetta",
        "giornale",
        "hebdo",
        "herald",
        "info",
        "infos",
        "jornal",
        "journal",
        "krant",
        "kurier",
        "mag",
        "magazine",
        "matin",
        "media",
        "news",
        "nieuws",
        "nouvelles",
        "online",
        "post",
        "press",
        "presse",
        "quotidien",
        "radio",
        "times",
        "tribune",
        "tv",
        "zeitung",
    ];
    let name = plain(name);
    let mut words = name.split_whitespace();
    let first = words.clone().next().unwrap_or_default();
    first.starts_with("l'") || ARTICLES.contains(&first) || words.any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_authors() {
        for (line, expected) in [
            ("Fanta Diop", &["Fanta Diop"][..]),
            ("Par Fanta Diop", &["Fanta Diop"]),
            ("PAR FANTA DIOP", &["FANTA DIOP"]),
            (
                "By Fanta Diop and Ali Traoré",
                &["Fanta Diop", "Ali Traoré"],
            ),
            (
                "Von Fanta Diop und Ali Traoré",
                &["Fanta Diop", "Ali Traoré"],
            ),
            (
                "Fanta Diop, Ali Traoré et Awa Ba",
                &["Fanta Diop", "Ali Traoré", "Awa Ba"],
            ),
            ("Jean et Marie Dupont", &["Jean et Marie Dupont"]),
            ("Fanta Diop 2 hours ago", &["Fanta Diop"]),
            ("Aleš Novák před 2 hodinami", &["Aleš Novák"]),
            ("Fanta Diop, Staff Writer", &["Fanta Diop"]),
            ("Propos recueillis par Fanta Diop", &["Fanta Diop"]),
            ("Fanta Diop | Le Lagon", &["Fanta Diop"]),
            ("Fanta Diop (à Bamako)", &["Fanta Diop"]),
            (
                "Fanta Diop (avec Ali Traoré et Awa Ba)",
                &["Fanta Diop", "Ali Traoré", "Awa Ba"],
            ),
            ("Ali de la Tour", &["Ali de la Tour"]),
            ("Ali (Baba) Diop", &["Ali (Baba) Diop"]),
            ("Fanta D.", &["Fanta D."]),
            (
                "Contributors to Wikimedia projects",
                &["Contributors to Wikimedia projects"],
            ),
            ("Last Updated: January 7, 2025", &[]),
            (
                "Fanta Diop, Ali Traoré, and Awa Ba",
                &["Fanta Diop", "Ali Traoré", "Awa Ba"],
            ),
            ("Fanta Diop, USA TODAY", &["Fanta Diop"]),
            ("lelagon.fr", &[]),
            ("9:39AM BST", &[]),
            ("AFP", &["AFP"]),
            ("admin", &[]),
            ("Sign in", &[]),
            ("document.body.className = x; (function(i", &[]),
            ("https://www.facebook.com/lagon", &[]),
            ("Par\nFanta Diop\n3 mars", &["Fanta Diop"]),
            ("", &[]),
            ("2024", &[]),
        ] {
            assert_eq!(names(line), expected, "{line}");
        }
        for (name, has) in [
            ("Fanta Diop", true),
            ("Ali de la Tour", true),
            ("lagon", true),
            ("Skip to content", false),
        ] {
            assert_eq!(has_form(name), has, "{name}");
        }
        #[cfg(feature = "entities")]
        for line in [
            "Fanta Diop March 11, 2015",
            "Fanta Diop Monday",
            "Fanta Diop le 3 mars 2024",
        ] {
            assert_eq!(names(line), ["Fanta Diop"], "{line}");
        }
    }
}
