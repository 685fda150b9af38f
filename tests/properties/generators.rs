//! What the properties are tried on: texts, the pipelines that read them, and documents that were changed.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use griot::{Document, Language, Layer, LayerSet, LineBreaks, Pipeline, Span, ZoneKind};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};

/// How many cases every property gets, unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 32;

pub fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").map_or(CASES, |cases| cases.parse().unwrap());
    ProptestConfig {
        cases,
        failure_persistence: Some(Box::new(FAILED)),
        ..ProptestConfig::default()
    }
}

/// Where the cases that failed are kept. Every property runs them first.
const FAILED: FileFailurePersistence =
    FileFailurePersistence::Direct("tests/properties/failed.txt");

/// What tokenisers and readers of names stumble over.
#[rustfmt::skip]
pub const FRAGMENTS: &[&str] = &[
    // Spaces, line breaks, invisible characters, marks.
    " ", " ", " ", " ", "  ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{3000}", "\t", "\n", "\n\n",
    "\n \n", "\r\n", "\r\n\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}",
    "\u{feff}", "\u{200b}", "\u{ad}", "\u{200d}", "\u{2060}", "\0", "\u{1}", "\u{7f}", "\u{9b}",
    "\u{301}", "\u{308}", "\u{300}\u{323}", "\u{20e3}", "\u{fe0f}", "\u{fffd}", "\u{10ffff}",
    "\u{e000}",
    // Emoji.
    "👩\u{200d}👩\u{200d}👧", "👍🏽", "🇫🇷", "🇫", "1\u{fe0f}\u{20e3}", "❤\u{fe0f}", "🏴\u{e0067}\u{e007f}",
    // Punctuation and symbols.
    "'", "’", "«", "»", "« ", " »", "“", "”", "‘", "\"", "(", ")", "[", "]", "{", "}", "-",
    "\u{2010}", "\u{2011}", "–", "—", "--", ".", "..", "...", "…", ",", ";", ":", "!", "?", "?!",
    "/", "\\", "|", "_", "*", "•", "#", "@", "&", "+", "+/-", "−", "%", "‰", "°", "°C", "€", "$",
    "=", "<b>", "¿", "。", "؟", "۔", "।",
    // Digits.
    "0", "7", "12", "12 000", "1\u{202f}234\u{a0}567", "5,5", "3.14", "20h30", "20 h", "8h", "1er",
    "XIXe siècle", "n°33", "N°", "1/10", "25/01/06", "2000-2006", "2024-03-26", "06/12/2023", "-5",
    "+5", "٣٤", "½", "²", "1990", "années 90",
    // Letters and words, elisions, clitics, abbreviations.
    "a", "h", "É", "e\u{301}", "ß", "İ", "ı", "ǆ", "Œuvre", "L’", "l'", "d’", "qu’", "jusqu’",
    "aujourd’hui", "c’est-à-dire", "l’on", "d’accord", "-t-il", "-là", "va-t-en", "donnez-le-moi",
    "EST-CE", "celui-ci", "rendez-vous", "traité(e)", "MISE(S)", "et/ou", "km/h", "AC/APA", "J.",
    "J.-C.", "A.B.C.", "M.", "MM.", "Mme", "etc.", "p.", "cf.", "fin.Le", "titre:texte", "le", "la",
    "de", "du", "des", "et", "en", "à", "il y a trois ans", "The", "and", "мир", "Москва", "نيامي",
    "漢字", "かな", "ไทย", "שלום", "नमस्ते", "한국",
    // Addresses.
    "https://lefaso.net/spip.php?article1(2)", "http://", "www.", "www.ici.ne", "presse@gouv.ne",
    "a@b.c", "@AESinfos", "#Niger", "#1", "niamey.com/x", "lefaso.net",
    // Names, titles, dates, quantities.
    "Niger", "Niamey", "Moscou", "Burkina Faso", "Paris", "Paris Match", "ONU", "CEDEAO",
    "Union européenne", "Tiani", "Jean", "Jean Dupont", "Salifou Modi", "le général Salifou Modi",
    "ministre de la Défense, du Commerce et ", "président de la ", "les ministres X et Y",
    "Conseil National pour la Sauvegarde de la Patrie", "Conseil de ", "groupe Wagner",
    "opération Barkhane", "(CNSP)", "Iliouchine-76", "3 décembre 2023", "mardi", "lundi prochain",
    "hier soir", "fin juillet", "début", "mi-mars", "26 juillet", "3 au 5 mai", "cette année",
    "semaine dernière", "été 2023", "trois millions de dollars", "27 004 FCFA", "10 %", "six mois",
    "une centaine", "depuis 2020", "L’ARMÉE DU NIGER",
];

/// Any text: the fragments run together at random, now and then something wholly arbitrary between them.
pub fn text() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        12 => select(FRAGMENTS).prop_map(str::to_owned),
        2 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
        1 => any::<String>(),
    ];
    let nasty =
        |most| prop::collection::vec(fragment.clone(), 0..most).prop_map(|parts| parts.concat());
    prop_oneof![
        1 => any::<String>(),
        6 => nasty(24),
        2 => nasty(80),
    ]
}

/// What the lines of newspapers and their sites are made of.
#[rustfmt::skip]
const PRESS: &[&str] = &[
    "\n", "\n", "\n\n", "\r\n", " ", " ", " : ", " – ", " | ", ", ", ".", "(", ")", "©", "> ", "2024-11 ",
    "moov portabilité ", "Lire aussi", "LIRE AUSSI :", "Publicité", "Abonnez-vous à notre newsletter",
    "Publié le ", "Mis à jour le ", "date ", "Par ", "Jean Dupont", "Avec AFP", "(AFP)", "(Lomé Actu)",
    "Source : Rfi", "Photo : ", "AC/APA", "J.D.", "Niamey, ", "OUAGADOUGOU", "6 décembre 2023 ",
    "ce jeudi 28 novembre 2024", "12/03/2024 à 10h12", "https://x.com/a", "#Niger", "3 commentaires",
    "Niger : la Russie s’installe", "Un partenariat qui suscite des interrogations",
    "Le matériel militaire livré ", "Le général Tiani a reçu le ministre russe de la Défense à Niamey.",
    "La délégation doit quitter la capitale jeudi, après une visite de trois jours dans le nord du pays.",
    "« Nous irons jusqu’au bout »", "— Abdourahamane Tiani", "\u{feff}",
];

/// A page of lines, with anything between them now and then.
pub fn press() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => select(PRESS).prop_map(str::to_owned),
        1 => select(FRAGMENTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A page of few lines, most of which it has more than once.
pub fn repeating() -> impl Strategy<Value = String> {
    let lines = [
        "Le général Tiani a reçu le ministre russe de la Défense à Niamey.",
        "La délégation doit quitter la capitale jeudi, après une visite de trois jours dans le nord.",
        "Un partenariat qui suscite des interrogations",
        "moov portabilité",
        "il a ensuite rencontré le ministre des Affaires étrangères à la présidence",
        "Niamey, 6 décembre 2023 (Lomé Actu) – Dans un geste rare, il est venu.",
        "Oui.",
        "Source : Rfi",
        "***",
    ];
    let line = (
        select(lines.to_vec()),
        select(vec!["\n", "\n", "\n\n", "\r\n"]),
    );
    prop::collection::vec(line, 0..12).prop_map(|lines| {
        lines
            .into_iter()
            .map(|(line, end)| line.to_owned() + end)
            .collect()
    })
}

/// A text with the pipeline that reads it.
pub fn read() -> impl Strategy<Value = Document> {
    let pipelines = vec![&FRENCH, &SOFT, &ANY];
    let text = prop_oneof![3 => text(), 1 => press()];
    (text, select(pipelines)).prop_map(|(text, pipeline)| process(pipeline, &text))
}

/// A document of French by default rules.
pub fn french() -> impl Strategy<Value = Document> {
    text().prop_map(|text| process(&FRENCH, &text))
}

pub static FRENCH: LazyLock<Pipeline> = LazyLock::new(|| {
    let builder = Pipeline::builder().language(Language::FRENCH);
    builder
        .reference_date("2024-04-10".parse().unwrap())
        .build()
        .unwrap()
});
pub static SOFT: LazyLock<Pipeline> = LazyLock::new(|| {
    let builder = Pipeline::builder().language(Language::FRENCH);
    builder.line_breaks(LineBreaks::Soft).build().unwrap()
});
/// A pipeline with names of the caller and described organisations.
pub static NAMING: LazyLock<Pipeline> = LazyLock::new(|| {
    let names = [
        "le", "la", "Niger", "de", "M.", "2023", "3 mai", "C’", "’", ".",
    ];
    let names = names.map(|name| (name, name));
    let builder = Pipeline::builder().language(Language::FRENCH);
    let builder = builder.gazetteer("THING".parse().unwrap(), names);
    let builder = builder.descriptive_organisations(true);
    builder.never_split(["a . b", "le Niger"]).build().unwrap()
});
/// A pipeline of texts in several languages.
pub static MIXED: LazyLock<Pipeline> = LazyLock::new(|| {
    let languages = ["fr", "en", "de", "es", "it", "nl", "pt", "ar", "ru"];
    let languages = languages.map(|code| code.parse().unwrap());
    let builder = Pipeline::builder().languages(languages);
    builder.mixed_languages(true).build().unwrap()
});
/// Pipelines that cut only zones of these kinds.
pub static KEEPING: LazyLock<Vec<(Vec<ZoneKind>, Pipeline)>> = LazyLock::new(|| {
    let story = [ZoneKind::Body, ZoneKind::Lede, ZoneKind::Title].to_vec();
    let rest = |kept: &[ZoneKind]| {
        ZoneKind::ALL
            .iter()
            .copied()
            .filter(|it| !kept.contains(it))
            .collect()
    };
    let sets = [
        story.clone(),
        rest(&story),
        ZoneKind::ALL.to_vec(),
        Vec::new(),
    ];
    let pipelines = sets.into_iter().zip([
        LineBreaks::Hard,
        LineBreaks::Soft,
        LineBreaks::Soft,
        LineBreaks::Hard,
    ]);
    pipelines
        .map(|(kept, breaks)| {
            let builder = Pipeline::builder().line_breaks(breaks);
            (kept.clone(), builder.only(kept).build().unwrap())
        })
        .collect()
});
pub static ANY: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::new().unwrap());

pub fn process(pipeline: &Pipeline, text: &str) -> Document {
    pipeline
        .process(text)
        .expect("a text of this length has a document")
}

/// Languages with rules, with a stemmer of either edition, with neither, and none at all.
pub static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let codes = "und fr en ar bm ca cs da de el eo es et eu fa fi ga ha he hi hu hy id it ja ko lt nb ne nl nn no pl pt \
                 ro ru sr sv sw ta th tr vi wo yi zh yo";
    codes.split(' ').map(|code| code.parse().unwrap()).collect()
});

pub fn layers() -> impl Strategy<Value = LayerSet> {
    prop::collection::vec(select(Layer::ALL), 0..=Layer::ALL.len())
        .prop_map(|layers| layers.into_iter().collect())
}

/// Some spans, each moved, dropped, joined with the one after it or put in its place.
pub fn edited(mut spans: Vec<Span>, edits: &[(Index, Edit, i64)]) -> Vec<Span> {
    for (at, edit, by) in edits {
        if spans.is_empty() {
            break;
        }
        let index = at.index(spans.len());
        let next = (index + 1) % spans.len();
        let (start, end) = (spans[index].start(), spans[index].end());
        let new = |start: usize, end: usize| Span::new(start as u32, end as u32);
        let moved = |offset: usize| offset.saturating_add_signed(*by as isize);
        match edit {
            Edit::Start => spans[index] = new(moved(start), end),
            Edit::End => spans[index] = new(start, moved(end)),
            Edit::Join => spans[next] = new(start, spans[next].end()),
            Edit::Swap => spans.swap(index, next),
            Edit::Drop => {}
        }
        if let Edit::Join | Edit::Drop = edit {
            spans.remove(index);
        }
    }
    spans
}

#[derive(Clone, Copy, Debug)]
pub enum Edit {
    Start,
    End,
    Join,
    Swap,
    Drop,
}

pub fn edits() -> impl Strategy<Value = Vec<(Index, Edit, i64)>> {
    let edit = select(vec![
        Edit::Start,
        Edit::End,
        Edit::Join,
        Edit::Swap,
        Edit::Drop,
    ]);
    prop::collection::vec((any::<Index>(), edit, -3i64..=3), 0..3)
}

pub fn only(layers: LayerSet, text: &str) -> Document {
    process(&pipeline(layers, None), text)
}

/// The pipeline of some layers and a language. Each is built once, for that takes longer than a case.
pub fn pipeline(layers: LayerSet, language: Option<Language>) -> Pipeline {
    type Pipelines = HashMap<(LayerSet, Option<Language>), Pipeline>;
    static PIPELINES: LazyLock<Mutex<Pipelines>> = LazyLock::new(Mutex::default);
    let mut pipelines = PIPELINES.lock().unwrap_or_else(PoisonError::into_inner);
    let build = || {
        let builder = Pipeline::builder().layers(layers);
        let builder = match language {
            Some(language) => builder.language(language),
            None => builder,
        };
        builder.build().unwrap()
    };
    pipelines
        .entry((layers, language))
        .or_insert_with(build)
        .clone()
}

pub fn rows(spans: &[Span], fields: &Value) -> Value {
    let row = |span: &Span| {
        let mut row = fields.clone();
        row["start"] = json!(span.start());
        row["end"] = json!(span.end());
        row
    };
    spans.iter().map(row).collect()
}

pub fn is_line_break(c: char) -> bool {
    "\n\u{b}\u{c}\r\u{85}\u{2028}\u{2029}".contains(c)
}

/// Zones that a caller gives, sound or not: two places in the text each, in any order.
pub fn given_zones(edges: &[([Index; 2], ZoneKind)], text: &str) -> Vec<(Span, ZoneKind)> {
    let place = |index: &Index| index.index(text.len() + 1) as u32;
    let span = |[start, end]: &[Index; 2]| Span::new(place(start), place(end));
    edges
        .iter()
        .map(|(edges, kind)| (span(edges), *kind))
        .collect()
}
