//! The rules of the data model, each held against any text there is.
//!
//! Every rule is one named test, and its oracle is the rule spelled out plainly: quadratic where that is the shortest way to say
//! it. `PROPTEST_CASES=20000 cargo test --release --test properties` looks further.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper of a test fails by panicking, and clippy's own exceptions end at test functions"
)]

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::LazyLock;

use griot::stem::Stemmer;
use griot::{
    Alignment, Document, DocumentRef, Edition, EndReason, Entity, Language, Layer, LayerSet,
    LineBreaks, Offsets, Pipeline, Span, TokenKind, ZoneKind, normalize, segment, stop,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// How many cases every property gets, unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 128;

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").map_or(CASES, |cases| cases.parse().unwrap());
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

// ---- Texts ----------------------------------------------------------------------------------

/// What tokenisers and readers of names stumble over.
#[rustfmt::skip]
const FRAGMENTS: &[&str] = &[
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
fn text() -> impl Strategy<Value = String> {
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
fn press() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => select(PRESS).prop_map(str::to_owned),
        1 => select(FRAGMENTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A page of few lines, most of which it has more than once.
fn repeating() -> impl Strategy<Value = String> {
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
fn read() -> impl Strategy<Value = Document> {
    let pipelines = vec![&FRENCH, &SOFT, &ANY];
    let text = prop_oneof![3 => text(), 1 => press()];
    (text, select(pipelines)).prop_map(|(text, pipeline)| process(pipeline, &text))
}

/// A document of French by default rules.
fn french() -> impl Strategy<Value = Document> {
    text().prop_map(|text| process(&FRENCH, &text))
}

static FRENCH: LazyLock<Pipeline> = LazyLock::new(|| {
    let builder = Pipeline::builder().language(Language::FRENCH);
    builder
        .reference_date("2024-04-10".parse().unwrap())
        .build()
        .unwrap()
});
static SOFT: LazyLock<Pipeline> = LazyLock::new(|| {
    let builder = Pipeline::builder().language(Language::FRENCH);
    builder.line_breaks(LineBreaks::Soft).build().unwrap()
});
/// Pipelines that cut only zones of these kinds.
static KEEPING: LazyLock<Vec<(Vec<ZoneKind>, Pipeline)>> = LazyLock::new(|| {
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
static ANY: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::new().unwrap());

fn process(pipeline: &Pipeline, text: &str) -> Document {
    pipeline
        .process(text)
        .expect("a text of this length has a document")
}

/// Languages with rules, with a stemmer of either edition, with neither, and none at all.
static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let codes = "und fr en ar bm ca cs da de el eo es et eu fa fi ga ha he hi hu hy id it ja ko lt nb ne nl nn no pl pt \
                 ro ru sr sv sw ta th tr vi wo yi zh yo";
    codes.split(' ').map(|code| code.parse().unwrap()).collect()
});

fn is_line_break(c: char) -> bool {
    "\n\u{b}\u{c}\r\u{85}\u{2028}\u{2029}".contains(c)
}

/// How many lines end in a stretch of white space.
fn line_breaks(space: &str) -> usize {
    space
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| is_line_break(*c))
        .count()
}

// ---- Rule 1: tokens -------------------------------------------------------------------------

/// What is wrong with the spans of the tokens of a text.
fn problem(text: &str, spans: &[Span]) -> Option<String> {
    let mut end = 0;
    let blank = |gap: &str| gap.chars().all(char::is_whitespace);
    for span in spans {
        let gap = text.get(end..span.start());
        let Some((gap, token)) = gap.zip(span.get(text)) else {
            return Some(format!("{span} overlaps another or cuts a character"));
        };
        if !blank(gap) {
            return Some(format!("{gap:?} stands in no token"));
        }
        let edges = [token.chars().next(), token.chars().next_back()];
        if edges.iter().any(|c| c.is_none_or(char::is_whitespace)) || token.contains(is_line_break)
        {
            return Some(format!(
                "{token:?} is empty, breaks a line or has white space at an end"
            ));
        }
        end = span.end();
    }
    let gap = &text[end..];
    (!blank(gap)).then(|| format!("{gap:?} stands in no token"))
}

fn check_spans(text: &str, spans: &[Span]) {
    assert_eq!(problem(text, spans), None);
    let mut rebuilt = String::new();
    let mut end = 0;
    for span in spans {
        rebuilt += &text[end..span.end()];
        end = span.end();
    }
    assert_eq!(rebuilt + &text[end..], text);
}

fn check_tokens(document: DocumentRef<'_>) {
    if !document.present().contains(Layer::Tokens) {
        assert_eq!(document.tokens().len(), 0);
        return;
    }
    let spans: Vec<_> = document.tokens().map(|token| token.span()).collect();
    check_spans(document.text(), &spans);
    let mut rebuilt = String::new();
    for (index, token) in document.tokens().enumerate() {
        assert_eq!(token.index(), index);
        assert_eq!(token.text(), &document.text()[token.span()]);
        assert_eq!(token.previous().map(|it| it.index()), index.checked_sub(1));
        assert_eq!(
            token.next().map(|it| it.index()),
            (index + 1 < spans.len()).then_some(index + 1)
        );
        rebuilt += token.space_before();
        rebuilt += token.text();
        if index + 1 == spans.len() {
            rebuilt += token.space_after();
        } else {
            assert_eq!(
                token.next().map(|it| it.space_before()),
                Some(token.space_after())
            );
        }
    }
    assert!(rebuilt == document.text() || spans.is_empty());
}

// ---- Users' patterns -------------------------------------------------------------------------

/// What a user may add: fragments run together, and any text, as far as the builder takes it.
fn patterns() -> impl Strategy<Value = Vec<String>> {
    let pattern = prop_oneof![
        2 => select(FRAGMENTS).prop_map(str::to_owned),
        6 => prop::collection::vec(select(FRAGMENTS), 2..5).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
    ];
    let taken =
        |it: &String| it.trim() == it && !it.contains(is_line_break) && it.chars().count() <= 64;
    let taken = pattern.prop_filter("the builder refuses it", move |it| {
        !it.is_empty() && taken(it)
    });
    prop::collection::vec(taken, 1..12)
}

proptest! {
    #![proptest_config(config())]

    /// A document with them is as sound as any, and only joins what stands in the text without them.
    #[test]
    fn patterns_join_tokens(
        (text, patterns) in (text(), patterns(), any::<Index>()).prop_map(|(text, patterns, at)| {
            // So that some stand in the text.
            let at = (0..=at.index(text.len() + 1)).rev().find(|at| text.is_char_boundary(*at));
            let (before, after) = text.split_at(at.unwrap());
            (format!("{before} {} {after}", patterns.join(" ")), patterns)
        }),
        abbreviates: bool,
    ) {
        let mut builder = Pipeline::builder().language(Language::FRENCH).never_split(&patterns);
        if abbreviates {
            let stopped = patterns.iter().map(|it| format!("{}.", it.chars().take(63).collect::<String>()));
            builder = builder.abbreviations(Language::FRENCH, stopped);
        }
        let document = process(&builder.build().unwrap(), &text);
        check_rules(document.view());
        let json = serde_json::to_string(&document).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Document>(&json).unwrap(), &document);

        let plain = process(&FRENCH, &text);
        let plain: Vec<_> = plain.view().tokens().map(|it| (it.span(), it.kind())).collect();
        for token in document.view().tokens() {
            let span = token.span();
            let inside = |it: &&(Span, TokenKind)| it.0.start() < span.end() && span.start() < it.0.end();
            let inside: Vec<_> = plain.iter().filter(inside).collect();
            let (first, last) = (inside[0], inside[inside.len() - 1]);
            prop_assert_eq!((first.0.start(), last.0.end()), (span.start(), span.end()));
            prop_assert!(inside.len() > 1 || first.1 == token.kind());
            // As it stands, a pattern that begins here is not longer.
            let rest = &text[span.start()..];
            for pattern in patterns.iter().filter(|it| rest.starts_with(it.as_str())) {
                let end = span.start() + pattern.len();
                prop_assert!(end <= span.end() || plain.iter().all(|(it, _)| it.end() != end));
            }
        }
    }
}

// ---- Rule 2: zones and languages ------------------------------------------------------------

/// Whether spans are sorted, not empty, on characters, and cover the text.
fn is_cover(text: &str, spans: &[Span]) -> bool {
    let mut end = 0;
    for span in spans {
        if span.start() != end || span.get(text).is_none_or(str::is_empty) {
            return false;
        }
        end = span.end();
    }
    end == text.len()
}

fn check_cover(text: &str, there: bool, spans: &[Span]) {
    assert!(
        if there {
            is_cover(text, spans)
        } else {
            spans.is_empty()
        },
        "{spans:?}"
    );
}

fn check_covers(document: DocumentRef<'_>) {
    let there = |layer| document.present().contains(layer);
    let zones: Vec<_> = document.zones().collect();
    let languages: Vec<_> = document.languages().collect();
    let spans: Vec<_> = zones.iter().map(|(span, _)| *span).collect();
    check_cover(document.text(), there(Layer::Zones), &spans);
    let spans: Vec<_> = languages.iter().map(|(span, _)| *span).collect();
    check_cover(document.text(), there(Layer::Language), &spans);
    for token in document.tokens() {
        let start = token.span().start();
        let zone = zones.iter().find(|(span, _)| span.contains(start));
        assert_eq!(token.zone(), zone.map(|(_, kind)| *kind));
        let language = languages.iter().find(|(span, _)| span.contains(start));
        let whole = document.language().language;
        assert_eq!(
            token.language(),
            language.map_or(whole, |(_, language)| *language)
        );
    }
}

/// A document in which only some zones were cut: tokens fill these, and stand in no other.
fn check_kept(document: DocumentRef<'_>, kept: &[ZoneKind]) {
    check_covers(document);
    check_sentences(document);
    check_edges(document);
    let mut tokens = document.tokens().peekable();
    for (zone, kind) in document.zones() {
        let mut rest = document.text()[zone].to_owned();
        while let Some(token) = tokens.next_if(|token| zone.contains(token.span().start())) {
            assert!(kept.contains(&kind), "{:?} in a {kind}", token.text());
            let (before, after) = rest.split_once(token.text()).unwrap();
            assert_eq!(before.trim(), "");
            rest = after.to_owned();
        }
        assert!(
            !kept.contains(&kind) || rest.trim().is_empty(),
            "{rest:?} is in no token"
        );
    }
    assert!(tokens.next().is_none());
    for entity in document.entities() {
        let zones: HashSet<_> = entity.tokens().map(|token| token.zone()).collect();
        assert_eq!(zones.len(), 1, "{:?} is in two zones", entity.text());
    }
    let form = serde_json::to_value(document).unwrap();
    let read = from_json(&form).expect("what was written can be read");
    assert_eq!(serde_json::to_value(&read).unwrap(), form);
}

// ---- Rule 3: sentences ----------------------------------------------------------------------

fn check_sentences(document: DocumentRef<'_>) {
    if !document.present().contains(Layer::Sentences) {
        assert_eq!(document.sentences().len(), 0);
        return;
    }
    let mut next = 0;
    for (index, sentence) in document.sentences().enumerate() {
        let range = sentence.token_range();
        assert_eq!((sentence.index(), range.start), (index, next));
        assert!(range.end > range.start, "sentence {index} is empty");
        let (first, last) = (
            document.token(range.start).unwrap(),
            document.token(range.end - 1).unwrap(),
        );
        assert_eq!(
            sentence.span().range(),
            first.span().start()..last.span().end()
        );
        assert_eq!(sentence.text(), &document.text()[sentence.span()]);
        for token in sentence.tokens() {
            assert_eq!(token.sentence().map(|it| it.index()), Some(index));
            assert_eq!(token.is_sentence_start(), token.index() == range.start);
        }
        let inside = document
            .entities()
            .filter(|entity| range.contains(&entity.token_range().start));
        assert!(
            sentence
                .entities()
                .map(|it| it.index())
                .eq(inside.map(|it| it.index()))
        );
        next = range.end;
    }
    assert_eq!(next, document.tokens().len());
}

/// Whether each span goes from the first to the last of some tokens, and all of them take every token once.
fn are_sentences(tokens: &[Span], spans: &[Span]) -> bool {
    let mut rest = tokens;
    for span in spans {
        let Some(last) = rest.iter().position(|token| token.end() == span.end()) else {
            return false;
        };
        if rest[0].start() != span.start() {
            return false;
        }
        rest = &rest[last + 1..];
    }
    rest.is_empty()
}

/// The sentences of a text in one language end at line breaks and where zones meet, and say so.
fn check_line_breaks(document: DocumentRef<'_>, enough: usize) {
    let edges: BTreeSet<_> = document.zones().map(|(span, _)| span.end()).collect();
    for token in document.tokens() {
        let (Some(next), Some(sentence)) = (token.next(), token.sentence()) else {
            continue;
        };
        let ends = sentence.token_range().end == next.index();
        let broken = line_breaks(token.space_after()) >= enough;
        let between = token.span().end()..=next.span().start();
        let edge = edges.range(between).next().is_some();
        assert!(
            ends || !(broken || edge),
            "no sentence ends after {:?}",
            token.span()
        );
        if ends {
            let reason = sentence.end_reason();
            let judged = matches!(reason, EndReason::Stop | EndReason::Model);
            let right = if edge {
                reason == EndReason::Zone
            } else if broken {
                reason == EndReason::LineBreak
            } else {
                judged
            };
            assert!(right, "{reason} after {:?}", token.span());
            assert!(judged || sentence.confidence() == 1.0);
        }
    }
    let last = document.sentences().next_back();
    assert!(last.is_none_or(|last| last.end_reason() == EndReason::EndOfText));
}

// ---- Rule 4: edges --------------------------------------------------------------------------

/// Whether a zone or a language may end at a byte: it cuts no character, no token and no sentence.
fn is_edge(document: DocumentRef<'_>, byte: usize) -> bool {
    let cut = |span: Span| span.start() < byte && byte < span.end();
    document.text().is_char_boundary(byte)
        && !document.tokens().any(|token| cut(token.span()))
        && !document.sentences().any(|sentence| cut(sentence.span()))
}

fn check_edges(document: DocumentRef<'_>) {
    let zones = document.zones().map(|(span, _)| span.end());
    for edge in zones.chain(document.languages().map(|(span, _)| span.end())) {
        assert!(
            is_edge(document, edge),
            "a zone or a language ends at {edge}"
        );
    }
}

/// `field` of a document's JSON as stretches that end at `edges`, which begin at 0 and reach the end of the text.
fn with_cover(
    form: &mut Value,
    field: &str,
    edges: &[usize],
    value: impl Fn(usize) -> (&'static str, Value),
) {
    let rows = edges.windows(2).enumerate().map(|(index, edge)| {
        let (name, value) = value(index);
        json!({ "start": edge[0], "end": edge[1], name: value })
    });
    form[field] = rows.collect();
}

/// Some of the places in a text: of `good` ones, and sometimes any.
fn edges(document: &Document, good: &[Index], any: Option<Index>) -> Vec<usize> {
    let length = document.text().len();
    let fit: Vec<_> = (1..length)
        .filter(|byte| is_edge(document.view(), *byte))
        .collect();
    let mut edges = vec![0, length];
    edges.extend(
        good.iter()
            .filter(|_| !fit.is_empty())
            .map(|index| *index.get(&fit)),
    );
    edges.extend(
        any.filter(|_| length > 1)
            .map(|index| 1 + index.index(length - 1)),
    );
    edges.sort_unstable();
    edges.dedup();
    edges
}

// ---- Rule 5: entities -----------------------------------------------------------------------

/// Whether ranges are sorted by start, longer first, and each two of them disjoint or properly nested.
fn are_nested(ranges: &[Range<usize>]) -> bool {
    let key = |range: &Range<usize>| (range.start, std::cmp::Reverse(range.end));
    let fits = |a: &Range<usize>, b: &Range<usize>| {
        let apart = a.end <= b.start || b.end <= a.start;
        let inside =
            |a: &Range<usize>, b: &Range<usize>| a.start <= b.start && b.end <= a.end && a != b;
        apart || inside(a, b) || inside(b, a)
    };
    let pairs = |(index, a): (usize, &Range<usize>)| ranges[index + 1..].iter().all(|b| fits(a, b));
    ranges.is_sorted_by_key(key) && ranges.iter().enumerate().all(pairs)
}

/// A name ends before the ending of a possessive, too.
fn is_possessive(rest: &str) -> bool {
    matches!(rest, "'" | "’" | "'s" | "’s" | "'S" | "’S")
}

fn check_entities(document: DocumentRef<'_>) {
    let (text, all) = (document.text(), document.entities().collect::<Vec<_>>());
    let ranges: Vec<_> = all.iter().map(|entity| entity.token_range()).collect();
    assert!(are_nested(&ranges), "{ranges:?}");
    let numbers =
        |entities: Vec<&Entity<'_>>| entities.iter().map(|it| it.index()).collect::<Vec<_>>();
    let around = |inner: &Range<usize>| {
        let inner = inner.clone();
        let holds = move |outer: Range<usize>| outer.start <= inner.start && inner.end <= outer.end;
        all.iter().filter(move |other| holds(other.token_range()))
    };
    for (index, (entity, range)) in all.iter().zip(&ranges).enumerate() {
        assert_eq!(entity.index(), index);
        assert!(
            range.start < range.end && range.end <= document.tokens().len(),
            "{range:?}"
        );
        let (first, last) = (
            document.token(range.start).unwrap(),
            document.token(range.end - 1).unwrap(),
        );
        assert_eq!(entity.span().start(), first.span().start());
        let rest = &text[entity.span().end()..last.span().end()];
        assert!(rest.is_empty() || is_possessive(rest), "{rest:?}");
        assert!(entity.span().end() > last.span().start());
        assert_eq!(entity.text(), &text[entity.span()]);
        assert!((0.0..=1.0).contains(&entity.score()), "{}", entity.score());
        assert_eq!(entity.title().is_some(), entity.title_span().is_some());
        if let Some(title) = entity.title_span() {
            assert!(
                title
                    .get(text)
                    .is_some_and(|it| !it.is_empty() && Some(it) == entity.title()),
                "{title}"
            );
        }
        let parent = around(range)
            .filter(|other| other.index() != index)
            .min_by_key(|it| it.token_range().len());
        assert_eq!(
            entity.parent().map(|it| it.index()),
            parent.map(|it| it.index())
        );
        let inside = |other: &&Entity<'_>| {
            let other = other.token_range();
            other != *range && range.start <= other.start && other.end <= range.end
        };
        let nested: Vec<_> = entity.nested().map(|it| it.index()).collect();
        assert_eq!(nested, numbers(all.iter().filter(inside).collect()));
        assert_eq!(
            entity.sentence().map(|it| it.index()),
            first.sentence().map(|it| it.index())
        );
    }
    let outermost = all
        .iter()
        .filter(|entity| around(&entity.token_range()).count() == 1);
    assert_eq!(
        document.flat().map(|it| it.index()).collect::<Vec<_>>(),
        numbers(outermost.collect())
    );
    let flat: Vec<_> = document.flat().map(|entity| entity.span()).collect();
    assert!(
        flat.windows(2).all(|pair| pair[0].end() <= pair[1].start()),
        "{flat:?}"
    );
    for token in document.tokens() {
        let index = token.index();
        let outermost = around(&(index..index + 1)).max_by_key(|entity| entity.token_range().len());
        assert_eq!(
            token.entity().map(|it| it.index()),
            outermost.map(|it| it.index()),
            "token {index}"
        );
    }
}

/// A document's JSON with other entities, the layer put in if it was missing.
fn with_entities(document: &Document, ranges: &[Range<usize>]) -> Value {
    let mut form = serde_json::to_value(document).unwrap();
    let view = document.view();
    let spans = ranges.iter().map(|range| {
        let (first, last) = (
            view.token(range.start).unwrap(),
            view.token(range.end - 1).unwrap(),
        );
        (first.span().start(), last.span().end())
    });
    let row = |(start, end)| json!({ "start": start, "end": end, "label": "MISC", "source": "user", "score": 0.5 });
    form["entities"] = spans.map(row).collect();
    form["meta"]["layers"] = json!(view.present().with(Layer::Entities).closed());
    form["meta"]["missing"] = json!(view.missing().without(Layer::Entities));
    form
}

// ---- All rules of a document ----------------------------------------------------------------

fn check_rules(document: DocumentRef<'_>) {
    check_tokens(document);
    check_covers(document);
    check_sentences(document);
    check_edges(document);
    check_entities(document);
    check_types(document);
    let confidence = document.language().confidence;
    assert!((0.0..=1.0).contains(&confidence), "{confidence}");
    assert_eq!(document.present(), document.present().closed());
    assert!(
        document
            .missing()
            .iter()
            .all(|layer| !document.present().contains(layer))
    );
}

/// Equal tokens have equal forms, and one number.
fn check_types(document: DocumentRef<'_>) {
    let there = |layer| document.present().contains(layer);
    let mut seen = HashMap::new();
    for token in document.tokens() {
        let forms = (
            token.norm(),
            token.stem(),
            token.stop(),
            token.shape(),
            token.type_number(),
        );
        let has = (
            forms.0.is_some(),
            forms.1.is_some(),
            forms.2.is_some(),
            forms.4.is_some(),
        );
        assert_eq!(
            has,
            (
                there(Layer::Norms),
                there(Layer::Stems),
                there(Layer::Stops),
                there(Layer::Norms)
            )
        );
        let key = (token.text(), token.kind(), token.language());
        assert_eq!(*seen.entry(key).or_insert(forms), forms, "{key:?}");
    }
    let numbers: HashSet<_> = seen.values().map(|forms| forms.4).collect();
    assert!(
        !there(Layer::Norms) || numbers.len() == seen.len(),
        "two distinct tokens share a number"
    );
}

fn to_json(document: &Document) -> String {
    serde_json::to_string(document).unwrap()
}

/// A document from JSON; one that is refused is refused with a message.
fn from_json(form: &Value) -> Option<Document> {
    match serde_json::from_value(form.clone()) {
        Ok(document) => Some(document),
        Err(error) => {
            assert!(!error.to_string().trim().is_empty());
            None
        }
    }
}

fn layers() -> impl Strategy<Value = LayerSet> {
    prop::collection::vec(select(Layer::ALL), 0..=Layer::ALL.len())
        .prop_map(|layers| layers.into_iter().collect())
}

/// Some spans, each moved, dropped, joined with the one after it or put in its place.
fn edited(mut spans: Vec<Span>, edits: &[(Index, Edit, i64)]) -> Vec<Span> {
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
enum Edit {
    Start,
    End,
    Join,
    Swap,
    Drop,
}

fn edits() -> impl Strategy<Value = Vec<(Index, Edit, i64)>> {
    let edit = select(vec![
        Edit::Start,
        Edit::End,
        Edit::Join,
        Edit::Swap,
        Edit::Drop,
    ]);
    prop::collection::vec((any::<Index>(), edit, -3i64..=3), 0..3)
}

fn only(layers: LayerSet, text: &str) -> Document {
    process(&Pipeline::builder().layers(layers).build().unwrap(), text)
}

fn rows(spans: &[Span], fields: &Value) -> Value {
    let row = |span: &Span| {
        let mut row = fields.clone();
        row["start"] = json!(span.start());
        row["end"] = json!(span.end());
        row
    };
    spans.iter().map(row).collect()
}

// ---- Tampering ------------------------------------------------------------------------------

/// One change somewhere in a JSON value.
#[derive(Clone, Debug)]
struct Tampering {
    field: Index,
    at: Index,
    how: How,
    by: Index,
    number: Value,
    text: String,
}

#[derive(Clone, Copy, Debug)]
enum How {
    Nudge,
    Number,
    Text,
    Null,
    Remove,
    Double,
    Swap,
    Borrow,
}

fn tampering() -> impl Strategy<Value = Tampering> {
    use How::{Borrow, Double, Nudge, Null, Number, Remove, Swap, Text};
    let how = select(
        &[
            Nudge, Nudge, Nudge, Nudge, Number, Text, Null, Remove, Double, Swap, Borrow,
        ][..],
    );
    let number = prop_oneof![
        (0u32..100).prop_map(|number| json!(number)),
        any::<i64>().prop_map(|number| json!(number)),
        (-2.0f64..2.0).prop_map(|number| json!(number)),
        select(&[u32::MAX as u64, u64::MAX, 1 << 32, 0][..]).prop_map(|number| json!(number)),
    ];
    let name = select(
        &[
            "und",
            "en",
            "body",
            "title",
            "number",
            "word",
            "stop",
            "PER",
            "tokens",
            "snowball2",
            "START",
        ][..],
    );
    let text = prop_oneof![name.prop_map(str::to_owned), any::<String>()];
    (any::<[Index; 3]>(), how, number, text).prop_map(|([field, at, by], how, number, text)| {
        Tampering {
            field,
            at,
            how,
            by,
            number,
            text,
        }
    })
}

/// The paths of all values inside one.
fn paths(value: &Value, here: &str, all: &mut Vec<String>) {
    let mut inner = |key: String, value| {
        let path = format!("{here}/{}", key.replace('~', "~0").replace('/', "~1"));
        paths(value, &path, all);
        all.push(path);
    };
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| inner(index.to_string(), item)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, item)| inner(key.clone(), item)),
        _ => {}
    }
}

fn tamper(form: &mut Value, change: &Tampering) {
    let mut all = Vec::new();
    paths(form, "", &mut all);
    let borrowed = form
        .pointer(&all[change.by.index(all.len())])
        .unwrap()
        .clone();
    if let How::Nudge = change.how {
        all.retain(|path| form.pointer(path).is_some_and(Value::is_number));
    }
    // A field first, then one of its places: else nearly all changes would be to tokens.
    let field = |path: &String| path.replace(|c: char| c.is_ascii_digit(), "");
    let fields: BTreeSet<_> = all.iter().map(field).collect();
    let Some(chosen) = fields.iter().nth(change.field.index(fields.len().max(1))) else {
        return;
    };
    all.retain(|path| field(path) == *chosen);
    let path = &all[change.at.index(all.len())];
    if let How::Remove | How::Double | How::Swap = change.how {
        let (parent, key) = path.rsplit_once('/').unwrap();
        match form.pointer_mut(parent).unwrap() {
            Value::Array(items) => {
                let index: usize = key.parse().unwrap();
                match change.how {
                    How::Remove => drop(items.remove(index)),
                    How::Double => items.insert(index, items[index].clone()),
                    _ => {
                        let other = change.by.index(items.len());
                        items.swap(index, other);
                    }
                }
            }
            Value::Object(fields) => match change.how {
                How::Double => drop(fields.insert(change.text.clone(), borrowed)),
                _ => drop(fields.remove(key)),
            },
            _ => {}
        }
        return;
    }
    let target = form.pointer_mut(path).unwrap();
    *target = match change.how {
        How::Number => change.number.clone(),
        How::Text => json!(change.text),
        How::Null => Value::Null,
        How::Nudge => {
            let by = [-2i32, -1, 1, 2, 3][change.by.index(5)];
            target.as_i64().map_or(json!(f64::from(by)), |number| {
                json!(number.saturating_add(by.into()))
            })
        }
        _ => borrowed,
    };
}

// ---- CoNLL-U --------------------------------------------------------------------------------

fn unescape(value: &str) -> String {
    let mut plain = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        plain.push(match c {
            '\\' => match chars.next().expect("a backslash escapes something") {
                's' => ' ',
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'p' => '|',
                '\\' => '\\',
                other => panic!("\\{other} is no escape"),
            },
            other => other,
        });
    }
    plain
}

/// Reads CoNLL-U as other programs do, and gives the text back.
fn check_conllu(document: DocumentRef<'_>) -> String {
    let conllu = document.conllu().to_string();
    let mut lines = conllu
        .strip_suffix('\n')
        .expect("the last line ends")
        .split('\n');
    assert_eq!(lines.next(), Some("# newdoc"));
    let (mut text, mut tokens) = (String::new(), document.tokens());
    let (mut blocks, mut number) = (0, 0);
    for line in lines {
        if let Some(comment) = line.strip_prefix("# ") {
            assert_eq!(number, 0, "a comment inside a block");
            if let Some(id) = comment.strip_prefix("sent_id = ") {
                blocks += 1;
                assert_eq!(id, blocks.to_string());
            } else {
                assert!(comment.starts_with("text = "), "{comment}");
            }
            continue;
        }
        if line.is_empty() {
            assert!(number > 0, "an empty block");
            let sentence = document
                .sentence(blocks - 1)
                .map_or(document.tokens().len(), |it| it.token_range().len());
            assert_eq!(number, sentence);
            number = 0;
            continue;
        }
        number += 1;
        let columns: Vec<_> = line.split('\t').collect();
        let token = tokens.next().expect("as many rows as tokens");
        assert_eq!(columns.len(), 10, "{line}");
        assert_eq!(
            (columns[0], columns[1]),
            (number.to_string().as_str(), token.text())
        );
        let misc: HashMap<_, _> = columns[9]
            .split('|')
            .map(|pair| pair.split_once('=').expect(pair))
            .collect();
        text += &misc
            .get("SpacesBefore")
            .map_or(String::new(), |space| unescape(space));
        let chars = |byte| document.text()[..byte].chars().count();
        let range = format!(
            "{}:{}",
            chars(token.span().start()),
            chars(token.span().end())
        );
        assert_eq!(misc["TokenRange"], range);
        text += token.text();
        text += &match (misc.get("SpaceAfter"), misc.get("SpacesAfter")) {
            (None, None) => " ".to_owned(),
            (None, Some(space)) => unescape(space),
            (Some(no), None) => {
                assert_eq!(*no, "No");
                String::new()
            }
            (Some(_), Some(_)) => panic!("both SpaceAfter and SpacesAfter: {line}"),
        };
        assert_eq!(
            misc.get("Norm").map(|norm| unescape(norm)).as_deref(),
            token.norm()
        );
        let stem = token.stem().filter(|_| token.is_word());
        assert_eq!(misc.get("Stem").map(|stem| unescape(stem)).as_deref(), stem);
        let entity = token.entity().map(|entity| {
            let begins = entity.token_range().start == token.index();
            format!("{}-{}", if begins { "B" } else { "I" }, entity.label())
        });
        assert_eq!(misc.get("NER").map(|it| (*it).to_owned()), entity);
    }
    assert_eq!(
        (number, tokens.len()),
        (0, 0),
        "the last block ends, and no token is left out"
    );
    text
}

// ---- The rules ------------------------------------------------------------------------------

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_01_tokens_and_white_space_rebuild_the_text(document in read()) {
        check_tokens(document.view());
    }

    #[test]
    fn rule_01_tokens_that_are_read_rebuild_the_text(
        text in prop_oneof![text(), "[ab’. \n\u{85}\u{2028}é]{0,12}"],
        edits in edits(),
    ) {
        let document = only([Layer::Tokens].into(), &text);
        let spans = edited(document.view().tokens().map(|token| token.span()).collect(), &edits);
        let mut form = serde_json::to_value(&document).unwrap();
        form["tokens"] = rows(&spans, &json!({ "kind": "word" }));
        let (read, problem) = (from_json(&form), problem(&text, &spans));
        prop_assert_eq!(read.is_some(), problem.is_none(), "{:?}", problem);
    }

    #[test]
    fn rule_02_zones_and_languages_cover_the_text(document in read()) {
        check_covers(document.view());
    }

    #[test]
    fn rule_02_zones_and_languages_that_are_read_cover_the_text(
        text in text(),
        places in prop::collection::vec(any::<Index>(), 0..4),
        edits in edits(),
        zones in any::<bool>(),
    ) {
        let layer = if zones { Layer::Zones } else { Layer::Language };
        let document = only([layer].into(), &text);
        let spans: Vec<_> = edges(&document, &places, None).windows(2).map(|it| Span::new(it[0] as u32, it[1] as u32)).collect();
        let spans = edited(spans, &edits);
        let mut form = serde_json::to_value(&document).unwrap();
        if zones {
            form["zones"] = rows(&spans, &json!({ "kind": "title" }));
        } else {
            form["languages"] = rows(&spans, &json!({ "code": "sw" }));
        }
        prop_assert_eq!(from_json(&form).is_some(), is_cover(&text, &spans), "{:?}", spans);
    }

    /// From bytes to document: no panic, and every span lies in what was kept.
    #[test]
    fn rule_02_zones_of_any_bytes(
        page in press(),
        bytes in any::<Vec<u8>>(),
        at in any::<Index>(),
    ) {
        let mut page = page.into_bytes();
        let at = at.index(page.len() + 1);
        page.splice(at..at, bytes);
        let text = String::from_utf8_lossy(&page).into_owned();
        for (kept, pipeline) in KEEPING.iter() {
            check_kept(process(pipeline, &text).view(), kept);
        }
    }

    /// A line that stood in the text before, word for word, is no story again. One that is short may
    /// be the end of a wrapped paragraph, if it does not stand apart.
    #[test]
    fn rule_02_repeated_lines_are_a_zone(page in prop_oneof![press(), repeating()]) {
        use ZoneKind::{Body, Heading, Kicker, Lede, Title};
        let page = page.replace("\r\n", "\n");
        let document = process(&FRENCH, &page);
        let (mut seen, mut before) = (HashSet::new(), "");
        for line in page.split(is_line_break) {
            let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
            let line = line.trim_matches(blank);
            let above = std::mem::replace(&mut before, line);
            let own = line.len() >= 40 || above.is_empty() || above == line;
            if !line.contains(char::is_alphanumeric) || seen.insert(line) || !own {
                continue;
            }
            let start = line.as_ptr() as usize - page.as_ptr() as usize;
            let (_, kind) = document.view().zones().find(|(zone, _)| zone.contains(start)).unwrap();
            prop_assert!(![Body, Heading, Kicker, Lede, Title].contains(&kind), "{:?} is {}", line, kind);
        }
    }

    /// Zones that are given stay, and the rules tell what lies between them.
    #[test]
    fn rule_02_zones_that_are_given_stay(
        text in press(),
        good in prop::collection::vec(any::<Index>(), 0..8),
        kind in select(ZoneKind::ALL),
    ) {
        let document = process(&ANY, &text);
        let words = document.view().tokens().filter(|token| token.is_word());
        let words: Vec<_> = words.map(|token| token.span()).collect();
        let mut given: Vec<_> = good.iter().filter(|_| !words.is_empty()).map(|it| words[it.index(words.len())]).collect();
        given.sort();
        given.dedup();
        let given: Vec<_> = given.into_iter().map(|span| (span, kind)).collect();
        let mut worker = ANY.worker();
        let document = worker.annotate_zoned(&text, &given).unwrap();
        check_kept(document, ZoneKind::ALL);
        for (span, kind) in given {
            let (_, found) = document.zones().find(|(zone, _)| zone.contains(span.start())).unwrap();
            prop_assert_eq!(found, kind, "{}", span);
        }
    }

    #[test]
    fn rule_03_every_token_is_in_one_sentence(document in read()) {
        check_sentences(document.view());
    }

    #[test]
    fn rule_03_sentences_that_are_read_take_every_token_once(text in text(), edits in edits()) {
        let document = only([Layer::Sentences].into(), &text);
        let view = document.view();
        let spans = edited(view.sentences().map(|sentence| sentence.span()).collect(), &edits);
        let mut form = serde_json::to_value(&document).unwrap();
        form["sentences"] = rows(&spans, &json!({ "end_reason": "stop" }));
        let tokens: Vec<_> = view.tokens().map(|token| token.span()).collect();
        let read = from_json(&form);
        prop_assert_eq!(read.is_some(), are_sentences(&tokens, &spans), "{:?}", spans);
        if let Some(read) = read {
            check_sentences(read.view());
        }
    }

    #[test]
    fn rule_03_a_line_break_ends_a_sentence(text in text()) {
        for pipeline in [&*FRENCH, &*ANY] {
            check_line_breaks(process(pipeline, &text).view(), 1);
        }
    }

    #[test]
    fn rule_03_of_wrapped_text_an_empty_line_ends_a_sentence(text in text()) {
        check_line_breaks(process(&SOFT, &text).view(), 2);
    }

    #[test]
    fn rule_04_zone_and_language_edges_are_sentence_edges(
        document in read(),
        good in prop::collection::vec(any::<Index>(), 0..4),
        bad in prop::option::weighted(0.4, any::<Index>()),
        zones in any::<bool>(),
    ) {
        check_edges(document.view());
        let mut form = serde_json::to_value(&document).unwrap();
        let edges = edges(&document, &good, bad);
        let language = |index| ("code", json!(LANGUAGES[index % LANGUAGES.len()]));
        if zones {
            with_cover(&mut form, "zones", &edges, |index| ("kind", json!(["title", "body"][index % 2])));
        } else {
            with_cover(&mut form, "languages", &edges, language);
            for sentence in form["sentences"].as_array_mut().unwrap() {
                sentence.as_object_mut().unwrap().remove("language");
            }
        }
        let sound = edges.iter().all(|edge| is_edge(document.view(), *edge));
        let read = from_json(&form);
        prop_assert_eq!(read.is_some(), sound || document.text().is_empty(), "{:?}", edges);
        if let Some(read) = read {
            check_rules(read.view());
            prop_assert_eq!(read.view().zones().count(), if zones { edges.len() - 1 } else { document.view().zones().count() });
            let again: Document = serde_json::from_str(&to_json(&read)).unwrap();
            prop_assert_eq!(again, read);
        }
    }

    #[test]
    fn rule_05_entities_are_disjoint_or_nested(document in read()) {
        check_entities(document.view());
    }

    #[test]
    fn rule_05_entities_that_are_read_are_disjoint_or_nested(
        document in french(),
        pairs in prop::collection::vec((any::<Index>(), 0usize..8), 0..9),
        sorted in prop::bool::weighted(0.9),
    ) {
        let length = document.view().tokens().len();
        let range = |(start, more): &(Index, usize)| {
            let start = start.index(length);
            start..(start + 1 + more).min(length)
        };
        let mut ranges: Vec<_> = pairs.iter().filter(|_| length > 0).map(range).collect();
        if sorted {
            ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
            ranges.dedup();
        }
        let read = from_json(&with_entities(&document, &ranges));
        prop_assert_eq!(read.is_some(), are_nested(&ranges), "{:?}", ranges);
        // Of those that cross, the ones that do not cross an earlier one are left: deep nests are rare otherwise.
        let mut kept = Vec::new();
        for range in ranges {
            kept.push(range);
            if !are_nested(&kept) {
                kept.pop();
            }
        }
        let read = from_json(&with_entities(&document, &kept)).expect("they are sorted and nested");
        prop_assert_eq!(read.view().entities().len(), kept.len());
        check_rules(read.view());
    }

    #[test]
    fn rule_05_an_entity_that_is_read_is_on_token_edges(
        document in french(),
        place in any::<(Index, Index)>(),
        by in (-2i64..=2, -2i64..=2),
        score in prop_oneof![Just(0.0), Just(1.0), -0.5f64..1.5],
        title in prop::option::of((any::<Index>(), -1i64..9)),
    ) {
        let view = document.view();
        let tokens: Vec<_> = view.tokens().map(|token| token.span()).collect();
        if tokens.is_empty() {
            return Ok(());
        }
        let moved = |offset: usize, by: i64| (offset as i64 + by).max(0);
        let (start, end) = (moved(place.0.get(&tokens).start(), by.0), moved(place.1.get(&tokens).end(), by.1));
        let title = title.map(|(start, length)| {
            let start = start.index(document.text().len()) as i64;
            (start, start + length)
        });
        let mut form = with_entities(&document, &[]);
        form["entities"] = json!([{ "start": start, "end": end, "label": "MISC", "source": "user", "score": score }]);
        if let Some((start, end)) = title {
            form["entities"][0]["title"] = json!({ "start": start, "end": end });
        }
        let first = tokens.iter().position(|token| token.start() as i64 == start);
        let ends = |token: &Span| {
            let from = usize::try_from(end).unwrap();
            let rest = document.text().get(from..token.end()).filter(|_| from > token.start());
            token.end() as i64 == end || rest.is_some_and(is_possessive)
        };
        let last = tokens.iter().position(ends);
        let placed = first.zip(last).is_some_and(|(first, last)| first <= last);
        let titled = title.is_none_or(|(start, end)| start < end && document.text().get(start as usize..end as usize).is_some());
        let read = from_json(&form);
        prop_assert_eq!(read.is_some(), placed && titled && (0.0..=1.0).contains(&score));
        if let Some(read) = read {
            check_rules(read.view());
        }
    }

    #[test]
    fn rule_06_a_document_comes_back_from_json(
        text in text(),
        layers in layers(),
        language in prop::option::of(select(&LANGUAGES[..])),
        soft in any::<bool>(),
        old_stems in any::<bool>(),
    ) {
        let mut builder = Pipeline::builder().layers(layers);
        if let Some(language) = language {
            builder = builder.language(language);
        }
        if soft {
            builder = builder.line_breaks(LineBreaks::Soft);
        }
        if old_stems && cfg!(feature = "snowball2") {
            builder = builder.stem_edition(Edition::Snowball2);
        }
        let document = process(&builder.build().unwrap(), &text);
        let view = document.view();
        check_rules(view);
        let all = layers.closed();
        prop_assert!(all.iter().all(|layer| view.present().contains(layer) != view.missing().contains(layer)));
        prop_assert!(view.present().iter().all(|layer| all.contains(layer)));
        let written = to_json(&document);
        let read: Document = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(to_json(&read), written);
    }

    #[test]
    fn rule_07_a_document_that_breaks_a_rule_is_refused(
        document in read(),
        changes in prop::collection::vec(tampering(), 1..4),
    ) {
        let mut form = serde_json::to_value(&document).unwrap();
        for change in &changes {
            tamper(&mut form, change);
            if let Some(read) = from_json(&form) {
                check_rules(read.view());
                if read.view().tokens().len() > 0 {
                    prop_assert_eq!(check_conllu(read.view()), read.text());
                }
                let again: Document = serde_json::from_str(&to_json(&read)).unwrap();
                prop_assert_eq!(again, read);
            }
        }
    }

    #[test]
    fn rule_07_layers_that_are_read_stand_on_one_another(
        layers in prop_oneof![layers(), layers().prop_map(LayerSet::closed)],
        missing in prop_oneof![Just(LayerSet::NONE), layers()],
        stems in any::<bool>(),
    ) {
        let mut form = serde_json::to_value(process(&FRENCH, "")).unwrap();
        let columns = [
            (Layer::Language, "languages"),
            (Layer::Zones, "zones"),
            (Layer::Sentences, "sentences"),
            (Layer::Tokens, "tokens"),
            (Layer::Entities, "entities"),
        ];
        for (layer, field) in columns {
            form[field] = if layers.contains(layer) { json!([]) } else { Value::Null };
        }
        form["meta"]["layers"] = json!(layers);
        form["meta"]["missing"] = json!(missing);
        form["meta"]["stem_edition"] = json!(stems.then_some(Edition::Snowball3));
        let sound = layers == layers.closed()
            && layers.contains(Layer::Stems) == stems
            && missing.iter().all(|layer| !layers.contains(layer));
        prop_assert_eq!(from_json(&form).is_some(), sound);
    }

    #[test]
    fn rule_08_the_text_comes_back_from_conllu(document in read()) {
        let text = check_conllu(document.view());
        // White space alone has no token to hang on.
        let blank = document.text().chars().all(char::is_whitespace);
        prop_assert_eq!(text, if blank { "" } else { document.text() });
    }

    #[test]
    fn rule_08_the_text_comes_back_from_conllu_without_sentences(text in text(), norms in any::<bool>()) {
        let document = only([if norms { Layer::Norms } else { Layer::Tokens }].into(), &text);
        let rebuilt = check_conllu(document.view());
        prop_assert!(rebuilt == text || text.trim().is_empty());
    }

    #[test]
    fn rule_09_offsets_agree_with_counting(text in prop_oneof![text(), "[a-é\u{1f30d}漢]{200,900}"]) {
        let offsets = Offsets::new(&text);
        for byte in 0..=text.len() + 2 {
            let before = text.get(..byte);
            let chars = before.map(|before| before.chars().count());
            let utf16 = before.map(|before| before.encode_utf16().count());
            prop_assert_eq!(offsets.chars(byte), chars);
            prop_assert_eq!(offsets.utf16(byte), utf16);
            if let (Some(chars), Some(utf16)) = (chars, utf16) {
                prop_assert_eq!(offsets.from_chars(chars), Some(byte));
                prop_assert_eq!(offsets.from_utf16(utf16), Some(byte));
            }
        }
        let mut unit = 0;
        for c in text.chars() {
            prop_assert!(c.len_utf16() == 1 || offsets.from_utf16(unit + 1).is_none(), "inside {c:?}");
            unit += c.len_utf16();
        }
        prop_assert_eq!(offsets.from_utf16(unit + 1), None);
        prop_assert_eq!(offsets.from_chars(text.chars().count() + 1), None);
    }

    #[test]
    fn rule_10_spans_find_their_tokens(document in read(), spans in prop::collection::vec((any::<Index>(), 0u32..40), 40)) {
        let view = document.view();
        for byte in 0..=document.text().len() + 1 {
            let token = view.tokens().position(|token| token.span().contains(byte));
            prop_assert_eq!(view.token_at(byte).map(|it| it.index()), token);
            let sentence = view.sentences().position(|sentence| sentence.span().contains(byte));
            prop_assert_eq!(view.sentence_at(byte).map(|it| it.index()), sentence);
        }
        for (start, length) in spans {
            let start = start.index(document.text().len() + 2) as u32;
            let span = Span::new(start, start + length);
            let number = |holds: &dyn Fn(Span) -> bool| -> Vec<_> {
                view.tokens().filter(|token| holds(token.span())).map(|token| token.index()).collect()
            };
            let run = |numbers: &[usize]| Some(*numbers.first()?..*numbers.last()? + 1);
            let touched = number(&|token| token.range().any(|byte| span.range().contains(&byte)));
            let inside = number(&|token| token.range().all(|byte| span.range().contains(&byte)));
            let strict = if touched == inside { run(&inside) } else { None };
            prop_assert_eq!(view.token_range(span, Alignment::Strict), strict, "{}", span);
            prop_assert_eq!(view.token_range(span, Alignment::Contract), run(&inside), "{}", span);
            prop_assert_eq!(view.token_range(span, Alignment::Expand), run(&touched), "{}", span);
        }
    }

    #[test]
    fn rule_11_forms_follow_from_the_word(document in read()) {
        let view = document.view();
        check_types(view);
        for token in view.tokens() {
            let norm = normalize::norm_in(token.text(), token.language());
            prop_assert_eq!(token.norm(), Some(norm.as_ref()));
            let (stop, stem) = (token.stop(), token.stem());
            if token.is_word() {
                prop_assert_eq!(stop, stop::stop(&norm, token.language()));
                let stemmer = view.stem_edition().map(|edition| Stemmer::new(token.language(), edition).unwrap());
                prop_assert_eq!(stem.map(str::to_owned), stemmer.map(|it| it.stem(token.text()).into_owned()));
            } else {
                prop_assert!(!token.is_stop());
                prop_assert!(stem.is_none() || stem == token.norm());
            }
        }
    }

    #[test]
    fn rule_11_equal_tokens_that_are_read_have_equal_forms(
        text in text(),
        place in any::<Index>(),
        field in select(vec![("norm", json!("x")), ("stem", json!("x")), ("stop", json!(2))]),
    ) {
        let document = process(&FRENCH, &format!("{text} Le Niger ! {text}"));
        let tokens: Vec<_> = document.view().tokens().collect();
        let token = place.get(&tokens);
        let key = |token: &griot::Token<'_>| (token.text().to_owned(), token.kind());
        let mut form = serde_json::to_value(&document).unwrap();
        let old = form["tokens"][token.index()][field.0].clone();
        form["tokens"][token.index()][field.0] = field.1.clone();
        let alone = tokens.iter().filter(|other| key(other) == key(token)).count() == 1;
        prop_assert_eq!(from_json(&form).is_some(), alone || old == field.1);
    }

    #[test]
    fn rule_11_a_worker_forgets_the_text_before(texts in prop::collection::vec(text(), 1..5), soft in any::<bool>()) {
        let pipelines = [&*ANY, if soft { &*SOFT } else { &*FRENCH }];
        for pipeline in pipelines {
            let mut worker = pipeline.worker();
            // `process` takes the columns along, `annotate` leaves them for the next text.
            for text in &texts {
                let fresh = process(pipeline, text);
                prop_assert_eq!(&worker.annotate(text).unwrap().to_document(), &fresh);
            }
            for text in &texts {
                let fresh = process(pipeline, text);
                prop_assert_eq!(&worker.process(text.as_str()).unwrap(), &fresh);
                prop_assert_eq!(&worker.annotate(text).unwrap().to_document(), &fresh);
            }
        }
    }

    #[test]
    fn rule_12_every_language_is_cut_by_rule_1(text in text(), language in select(&LANGUAGES[..])) {
        for language in &*LANGUAGES {
            let spans: Vec<_> = segment::words(&text, *language).map(|(span, _)| span).collect();
            check_spans(&text, &spans);
        }
        let pipeline = Pipeline::builder().language(language).build().unwrap();
        check_rules(process(&pipeline, &text).view());
    }

    #[test]
    fn rule_12_no_stemmer_panics(text in text(), letters in "[a-zß-ž'̀-̈α-ωά-ώа-яё-ѣא-תװא-יء-غف-ي٠-٩پ-یऀ-ॿ஀-௿ա-և]{0,20}") {
        for edition in [Edition::Snowball2, Edition::Snowball3] {
            for stemmer in LANGUAGES.iter().filter_map(|language| Stemmer::new(*language, edition).ok()) {
                stemmer.stem(&letters);
                stemmer.stem(&text);
                for word in text.split(' ').take(8) {
                    stemmer.stem(word);
                }
            }
        }
    }

    #[test]
    fn rule_13_words_alone_are_the_token_column(text in text(), language in select(&LANGUAGES[..])) {
        let layers = [Layer::Tokens];
        let given = Pipeline::builder().layers(layers).language(language).build().unwrap();
        for pipeline in [&given, &ANY, &FRENCH] {
            let document = process(pipeline, &text);
            let words: Vec<_> = segment::words(&text, document.view().language().language).collect();
            let tokens: Vec<_> = document.view().tokens().map(|token| (token.span(), token.kind())).collect();
            prop_assert_eq!(words, tokens);
        }
    }
}

/// More distinct words than a worker's cache holds, then the first ones again.
#[test]
fn rule_11_a_full_cache_gives_the_same_forms() {
    let builder = Pipeline::builder().layers([Layer::Norms, Layer::Stems, Layer::Stops]);
    let pipeline = builder.language(Language::FRENCH).build().unwrap();
    let mut text = "Les militaires ".to_owned();
    for number in 0..70_000 {
        write!(text, "mots{number} ").unwrap();
    }
    text += "Les militaires mots0";
    let mut worker = pipeline.worker();
    worker.annotate("Les militaires").unwrap();
    let long = worker.annotate(&text).unwrap().to_document();
    check_types(long.view());
    let short = worker
        .annotate("Les militaires mots69999 mots1")
        .unwrap()
        .to_document();
    assert_eq!(short, process(&pipeline, short.text()));
    for token in long
        .view()
        .tokens()
        .step_by(997)
        .chain(long.view().tokens().rev().take(3))
    {
        let alone = process(&pipeline, token.text());
        let alone = alone.view().token(0).unwrap();
        assert_eq!(
            (token.norm(), token.stem(), token.stop()),
            (alone.norm(), alone.stem(), alone.stop())
        );
    }
}
