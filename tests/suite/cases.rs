//! Cases as data: one file a subject in `tests/cases`, one line a case, one driver here.
//!
//! Every case is tried with both apostrophes, with U+2011 for its hyphens and with raised letters; `#` begins a comment, `⏎` stands for a line
//! break, `⍽` for U+00A0, `⎵` for U+202F and `␛` for U+001B, a control character.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

#[cfg(feature = "langid")]
use unicode_normalization::UnicodeNormalization;

use griot::{Date, DocumentRef, EndReason, Language, LineBreaks, Pipeline, Token, ZoneKind};

/// The cases of a file: the number of the line and its fields.
fn cases(text: &str) -> impl Iterator<Item = (usize, Vec<String>)> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(number, line)| {
        let line = line
            .replace('⏎', "\n")
            .replace('⍽', "\u{a0}")
            .replace('⎵', "\u{202f}")
            .replace('␛', "\u{1b}");
        (number + 1, line.split('\t').map(str::to_owned).collect())
    })
}

/// The same text with the other apostrophe.
fn turned(text: &str) -> String {
    if text.contains('’') {
        text.replace('’', "'")
    } else {
        text.replace('\'', "’")
    }
}

/// The same text with the hyphen at which no line breaks inside its words. Addresses and the marks
/// of cases stay.
fn unbreakable(text: &str) -> String {
    let word = |word: &str| {
        if word.starts_with('{') || word.contains(['@', '/', '#']) || word.parse::<Date>().is_ok() {
            return word.to_owned();
        }
        let mut before = None;
        let mut chars = word.chars().peekable();
        let mut changed = String::new();
        while let Some(c) = chars.next() {
            let joins = before.is_some_and(char::is_alphanumeric);
            let next = chars.peek();
            let hangs = next.is_some_and(|c| c.is_alphabetic() || joins && c.is_numeric());
            changed.push(if c == '-' && hangs { '\u{2011}' } else { c });
            before = Some(c);
        }
        changed
    };
    text.split_inclusive(char::is_whitespace)
        .map(word)
        .collect()
}

/// The same text with raised letters in its abbreviations: `1ᵉʳ`, `Mᵐᵉ`, `XIXᵉ`.
fn raised(text: &str) -> String {
    let word = |word: &str| {
        let titles = ["Mme", "Mlle", "Mgr", "Dr", "Pr"];
        let head = word.trim_start_matches(|c: char| c.is_ascii_digit() || "IVX".contains(c));
        let ordinal = head.len() < word.len() && ["e", "er", "re", "nd"].contains(&head);
        let end = match word {
            _ if titles.contains(&word) => 1,
            _ if ordinal => word.len() - head.len(),
            _ => return word.to_owned(),
        };
        let raise = |c: char| {
            PLAIN
                .iter()
                .position(|plain| *plain == c)
                .map(|at| RAISED[at])
        };
        word[..end]
            .chars()
            .chain(word[end..].chars().filter_map(raise))
            .collect()
    };
    let mut rest = text;
    let mut changed = String::new();
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let (head, tail) = rest.split_at(end.max(first.len_utf8()));
        changed += &word(head);
        rest = tail;
    }
    changed
}

const RAISED: [char; 9] = ['ᵈ', 'ᵉ', 'ᵍ', 'ˡ', 'ᵐ', 'ⁿ', 'ʳ', 'ᵗ', 'ᵛ'];
const PLAIN: [char; 9] = ['d', 'e', 'g', 'l', 'm', 'n', 'r', 't', 'v'];

/// The pipeline of a language. Each is built once, for that takes longer than many cases.
fn pipeline(language: &str) -> Pipeline {
    static PIPELINES: LazyLock<Mutex<HashMap<String, Pipeline>>> = LazyLock::new(Mutex::default);
    let mut pipelines = PIPELINES.lock().unwrap_or_else(PoisonError::into_inner);
    let build = || {
        let language: Language = language.parse().unwrap();
        Pipeline::builder().language(language).build().unwrap()
    };
    pipelines
        .entry(language.to_owned())
        .or_insert_with(build)
        .clone()
}

/// Runs a check on a case and its twins with other apostrophes and hyphens, and gathers what fails.
fn run(
    file: &str,
    text: &str,
    fields: usize,
    mut check: impl FnMut(&[String]) -> Result<(), String>,
) {
    let mut failures = Vec::new();
    let mut count = 0;
    for (number, case) in cases(text) {
        assert_eq!(case.len(), fields, "{file}:{number}: {fields} fields");
        let twins =
            [turned, unbreakable, raised].map(|twin| case.iter().map(|it| twin(it)).collect());
        for case in [&case].into_iter().chain(&twins) {
            count += 1;
            if let Err(problem) = check(case) {
                failures.push(format!("{file}:{number}: {problem}"));
            }
        }
    }
    assert!(count > 20, "{file}: only {count} cases");
    assert!(
        failures.is_empty(),
        "{} of {count} cases failed\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// Forms, ids and values hold `-` and plain letters whatever the text holds.
fn same(got: &str, wanted: &str) -> Result<(), String> {
    let plain = |text: &str| {
        let lowered = |c| {
            RAISED
                .iter()
                .position(|raised| *raised == c)
                .map_or(c, |at| PLAIN[at])
        };
        let plain = text.replace('\u{2011}', "-");
        plain.chars().map(lowered).collect::<String>()
    };
    if got == wanted || plain(got) == plain(wanted) {
        Ok(())
    } else {
        Err(format!("\n     got {got}\n  wanted {wanted}"))
    }
}

fn joined<'a>(tokens: impl Iterator<Item = Token<'a>>) -> String {
    tokens
        .map(|token| token.text())
        .collect::<Vec<_>>()
        .join("|")
}

/// What people type for a language, and the code that it is printed with.
#[test]
fn language_codes() {
    let file = include_str!("../cases/language_codes.tsv");
    run("language_codes.tsv", file, 2, |case| {
        let code = case[0].replace('\u{2011}', "-").parse::<Language>();
        let code = code.map_or("error", Language::code);
        same(code, &case[1])
    });
}

/// What is told of short and odd texts: the codes that may be the answer, and whether it may be reliable.
#[test]
#[cfg(feature = "langid")]
fn short_texts() {
    let detector = griot::language::Detector::new();
    let file = include_str!("../cases/short_texts.tsv");
    run("short_texts.tsv", file, 3, |case| {
        let answer = detector.detect(&case[0]);
        let decomposed: String = case[0].nfd().collect();
        if detector.detect(&decomposed) != answer {
            return Err(format!("{}: another answer for NFD", case[0]));
        }
        let code = answer.language.code();
        let fits = case[1] == "*" || case[1].split('|').any(|allowed| allowed == code);
        let reliable = match case[2].as_str() {
            "any" => true,
            "sure" => answer.reliable,
            _ => !answer.reliable,
        };
        match fits && reliable {
            true => Ok(()),
            false => Err(format!("{}: {answer:?}", case[0])),
        }
    });
}

#[test]
fn words() {
    run("words.tsv", include_str!("../cases/words.tsv"), 3, |case| {
        let document = pipeline(&case[0]).process(case[1].as_str()).unwrap();
        same(&joined(document.view().tokens()), &case[2])
    });
}

/// The scripts that put no space between their words, with a dictionary and without.
#[test]
fn words_without_spaces() {
    run("cjk.tsv", include_str!("../cases/cjk.tsv"), 4, |case| {
        let document = pipeline(&case[0]).process(case[1].as_str()).unwrap();
        let wanted = if cfg!(feature = "cjk") {
            &case[2]
        } else {
            &case[3]
        };
        same(&joined(document.view().tokens()), wanted)
    });
}

#[test]
fn morphological_features() {
    run("morph.tsv", include_str!("../cases/morph.tsv"), 3, |case| {
        check_morph("fr", case)
    });
}

/// The same in the languages that have a feature for it.
#[cfg(all(feature = "en-lemmas", feature = "pt-lemmas"))]
#[test]
fn morphological_features_by_feature() {
    let cases = include_str!("../cases/morph_by_feature.tsv");
    run("morph_by_feature.tsv", cases, 4, |case| {
        check_morph(&case[0], &case[1..])
    });
}

fn check_morph(language: &str, case: &[String]) -> Result<(), String> {
    let document = pipeline(language).process(case[0].as_str()).unwrap();
    let token = document.view().tokens().find(|it| it.text() == case[1]);
    same(&token.unwrap().morph().unwrap().to_string(), &case[2])
        .map_err(|problem| format!("{}: {problem}", case[1]))
}

/// Kinds, normal forms, stop tiers and stems, each for every token of a text.
#[test]
fn forms() {
    run("forms.tsv", include_str!("../cases/forms.tsv"), 4, |case| {
        let document = pipeline(&case[0]).process(case[2].as_str()).unwrap();
        let form = |token: Token<'_>| match case[1].as_str() {
            "kind" => token.kind().to_string(),
            "norm" => token.norm().unwrap_or("-").to_owned(),
            "stop" => token
                .stop()
                .map_or("-".to_owned(), |stop| (stop as u8).to_string()),
            "stem" => token.stem().unwrap_or("-").to_owned(),
            "shape" => token.shape().unwrap_or_default().to_string(),
            other => panic!("no form {other}"),
        };
        let forms: Vec<_> = document.view().tokens().map(form).collect();
        // Forms hold `'` whatever the text holds.
        same(&forms.join("|"), &case[3].replace('’', "'"))
    });
}

/// The part of speech and the lemma of every token but punctuation marks; `?` after a guess.
#[test]
fn lemmas() {
    run_lemmas("lemmas.tsv", include_str!("../cases/lemmas.tsv"));
}

/// The same in the languages that have a feature for it.
#[cfg(all(
    feature = "de-lemmas",
    feature = "en-lemmas",
    feature = "es-lemmas",
    feature = "pt-lemmas"
))]
#[test]
fn lemmas_by_feature() {
    let cases = include_str!("../cases/lemmas_by_feature.tsv");
    run_lemmas("lemmas_by_feature.tsv", cases);
}

fn run_lemmas(name: &str, cases: &str) {
    run(name, cases, 3, |case| {
        let document = pipeline(&case[0]).process(case[1].as_str()).unwrap();
        let tokens = document
            .view()
            .tokens()
            .filter(|token| !token.is_punctuation());
        let got: Vec<_> = tokens
            .map(|token| {
                let guess = if token.is_lemma_guessed() { "?" } else { "" };
                format!(
                    "{}{guess}/{}",
                    token.lemma().unwrap_or("_"),
                    token.pos().unwrap()
                )
            })
            .collect();
        same(&got.join(" "), &case[2].replace('’', "'"))
    });
}

/// Each text is written with ‖ between its sentences.
fn check_sentences(case: &[String]) -> Result<(), String> {
    split_as_written(&pipeline(&case[0]), &case[1])
}

fn split_as_written(pipeline: &Pipeline, text: &str) -> Result<(), String> {
    let parts: Vec<_> = text.split('‖').collect();
    let document = pipeline.process(parts.concat()).unwrap();
    let sentences = document.view().sentences();
    let got: Vec<_> = sentences.map(|sentence| sentence.text()).collect();
    let wanted: Vec<_> = parts.iter().map(|part| part.trim()).collect();
    same(&got.join("‖"), &wanted.join("‖"))
}

#[test]
fn sentences() {
    let cases = include_str!("../cases/sentences.tsv");
    run("sentences.tsv", cases, 2, check_sentences);
}

/// A file for each language, of the kinds of places at which a full stop may mislead.
#[test]
fn sentences_by_language() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/sentences");
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let cases = std::fs::read_to_string(&path).unwrap();
        run(&path.display().to_string(), &cases, 2, check_sentences);
        count += 1;
    }
    assert_eq!(count, 31);
}

/// Users' own abbreviations and what they never split, written with either apostrophe.
#[test]
fn patterns() {
    let mut pipelines = HashMap::new();
    let file = include_str!("../cases/patterns.tsv");
    run("patterns.tsv", file, 5, |case| {
        let language: Language = case[0].parse().unwrap();
        for field in [|field: &str| field.to_owned(), turned] {
            let [abbreviations, whole] = [field(&case[1]), field(&case[2])];
            let build = |(_, abbreviations, whole): &(Language, String, String)| {
                let split = |joined: &str| {
                    let parts = joined.split(';').filter(|part| !part.is_empty());
                    parts.map(str::to_owned).collect::<Vec<_>>()
                };
                Pipeline::builder()
                    .language(language)
                    .abbreviations(language, split(abbreviations))
                    .abbreviations(Language::HAUSA, ["Il.", "Ba."])
                    .never_split(split(whole))
                    .build()
                    .unwrap()
            };
            let pipeline = pipelines
                .entry((language, abbreviations, whole))
                .or_insert_with_key(build);
            let document = pipeline.process(case[3].as_str()).unwrap();
            let sentences = document.view().sentences();
            let sentences: Vec<_> = sentences.map(|it| joined(it.tokens())).collect();
            same(&sentences.join("‖"), &case[4])?;
        }
        Ok(())
    });
}

fn line_breaks(name: &str) -> LineBreaks {
    match name {
        "hard" => LineBreaks::Hard,
        "soft" => LineBreaks::Soft,
        "auto" => LineBreaks::Auto,
        other => panic!("no line breaks {other}"),
    }
}

/// What line breaks mean in wrapped texts and in lists. Each text has ‖ between its sentences.
#[test]
fn wrapped_lines() {
    let file = include_str!("../cases/line_breaks.tsv");
    run("line_breaks.tsv", file, 3, |case| {
        let builder = Pipeline::builder().language(case[0].parse().unwrap());
        let pipeline = builder.line_breaks(line_breaks(&case[1])).build().unwrap();
        split_as_written(&pipeline, &case[2])
    });
}

/// Words that a hyphen cuts at the end of a line are one token on request. Each text has the norms.
#[test]
fn hyphens_at_line_ends() {
    let file = include_str!("../cases/hyphens.tsv");
    run("hyphens.tsv", file, 3, |case| {
        let builder = Pipeline::builder().language(case[0].parse().unwrap());
        let builder = builder.line_breaks(LineBreaks::Soft).join_hyphens(true);
        let document = builder.build().unwrap().process(case[1].as_str()).unwrap();
        let norms: Vec<_> = document.tokens().map(|it| it.norm().unwrap()).collect();
        same(&norms.join("|"), &case[2])?;
        // What was joined can be written and read back.
        let json = serde_json::to_string(&document).unwrap();
        let read: griot::Document = serde_json::from_str(&json).unwrap();
        same(read.text(), &case[1])
    });
}

/// `{kind text}` marks the zones; what no mark holds is body.
#[test]
fn zones() {
    let mut pipelines = HashMap::new();
    run("zones.tsv", include_str!("../cases/zones.tsv"), 3, |case| {
        let breaks = line_breaks(&case[1]);
        let language: Language = case[0].parse().unwrap();
        let build = || {
            let builder = Pipeline::builder().language(language).line_breaks(breaks);
            builder.build().unwrap()
        };
        let pipeline = pipelines
            .entry((case[0].clone(), case[1].clone()))
            .or_insert_with(build);
        let mut plain = String::new();
        for part in case[2].split_inclusive(['{', '}']) {
            let part = part.trim_end_matches(['{', '}']);
            let kind = part.split(' ').next().unwrap();
            let marked = ZoneKind::ALL.iter().any(|it| it.as_str() == kind);
            plain += if marked {
                &part[kind.len() + 1..]
            } else {
                part
            };
        }
        let document = pipeline.process(plain).unwrap();
        let mut got = String::new();
        for (span, kind) in document.view().zones() {
            let zone = &document.text()[span];
            let story = zone.trim();
            let (before, after) = zone.split_once(story).unwrap();
            got += before;
            got += &match kind {
                ZoneKind::Body => story.to_owned(),
                kind => format!("{{{kind} {story}}}"),
            };
            got += after;
        }
        same(&got.replace('\n', "⏎"), &case[2].replace('\n', "⏎"))
    });
}

/// A heading that markup tells ends a sentence, whatever line breaks mean.
#[test]
fn zones_that_are_given_end_sentences() {
    let soft = Pipeline::builder().line_breaks(LineBreaks::Soft);
    let soft = soft.language(Language::FRENCH).build().unwrap();
    let text = "un accord\nle général est arrivé hier à\nNiamey, et il repart demain.";
    let mut worker = soft.worker();
    assert_eq!(worker.annotate(text).unwrap().sentences().len(), 1);
    let given = [(griot::Span::new(0, 9), ZoneKind::Heading)];
    let document = worker.annotate_zoned(text, &given).unwrap();
    let ends = document.sentences().map(|it| (it.text(), it.end_reason()));
    let ends: Vec<_> = ends.collect();
    assert_eq!(ends[0], ("un accord", EndReason::Zone));
    assert_eq!(ends[1], (&text[10..], EndReason::EndOfText));
}

/// The day that a text gives; a caller's wins.
#[test]
fn reference_dates() {
    let pipeline = pipeline("fr");
    let mut worker = pipeline.worker();
    let file = include_str!("../cases/reference_dates.tsv");
    run("reference_dates.tsv", file, 2, |case| {
        worker.set_reference_date(None);
        let found = worker.annotate(&case[0]).unwrap().reference_date();
        let found = found.map_or("-".to_owned(), |date| date.to_string());
        same(&found, &case[1])?;
        worker.set_reference_date("2001-02-03".parse().ok());
        let told = worker.annotate(&case[0]).unwrap().reference_date();
        same(&told.unwrap().to_string(), "2001-02-03")
    });
}

/// The files of one subject, one a language: its code, the name of the file and its text.
macro_rules! by_language {
    ($subject:literal: $($code:literal)*) => {
        [$((
            $code,
            concat!($subject, "_", $code, ".tsv"),
            include_str!(concat!("../cases/", $subject, "_", $code, ".tsv")),
        )),*]
    };
}

/// Whether this build has a tagger of names for a language.
fn has_tagger(language: &str) -> bool {
    let taggers = [
        ("de", cfg!(feature = "de-names")),
        ("en", cfg!(feature = "en-names")),
        ("es", cfg!(feature = "es-names")),
        ("fr", cfg!(feature = "fr")),
        ("it", cfg!(feature = "it-names")),
        ("nl", cfg!(feature = "nl-names")),
        ("pt", cfg!(feature = "pt-names")),
    ];
    taggers.contains(&(language, true))
}

/// `[LABEL text]` marks the entities; a case lists the labels that it is about. No label of a
/// language has fewer than ten cases.
#[test]
fn names() {
    for (language, file, text) in by_language!("names": "de" "en" "es" "fr" "it" "nl" "pt") {
        for label in ["PER", "LOC", "ORG", "MISC", "QUANTITY"] {
            let with = |(_, case): &(usize, Vec<String>)| case[1].contains(&format!("[{label} "));
            assert!(cases(text).filter(with).count() >= 10, "{file}: {label}");
        }
        let pipeline = pipeline(language);
        let has_tagger = has_tagger(language);
        run(file, text, 2, |case| {
            // `PER,LOC tagger`: only with a tagger; `PER,LOC rules`: only without.
            let (labels, only) = case[0].split_once(' ').unwrap_or((&case[0], ""));
            if !only.is_empty() && has_tagger != (only == "tagger") {
                return Ok(());
            }
            let labels: Vec<_> = labels.split(',').collect();
            let document = pipeline.process(unmarked(&case[1])).unwrap();
            same(&marked(document.view(), &labels), &case[1])
        });
    }
}

#[test]
fn dates() {
    for (language, file, text) in by_language!("dates": "de" "en" "es" "fr" "it" "nl" "pt") {
        let pipeline = pipeline(language);
        run(file, text, 3, |case| read_date(&pipeline, case));
    }
}

/// A case: the reference date, the text, and the values of its dates.
fn read_date(pipeline: &Pipeline, case: &[String]) -> Result<(), String> {
    let mut worker = pipeline.worker();
    worker.set_reference_date(case[0].parse::<Date>().ok());
    let text = unmarked(&case[1]);
    let document = worker.annotate(&text).unwrap();
    same(&marked(document, &["DATE"]), &case[1])?;
    same(&values(document, "DATE"), &case[2])
}

/// A case: the language, the text, and the values of its quantities.
#[test]
fn quantities() {
    let file = include_str!("../cases/quantities.tsv");
    run("quantities.tsv", file, 3, |case| {
        let document = pipeline(&case[0]).process(unmarked(&case[1])).unwrap();
        same(&marked(document.view(), &["QUANTITY"]), &case[1])?;
        let quantities = document
            .view()
            .entities()
            .filter(|it| it.quantity().is_some());
        assert_eq!(quantities.count(), case[1].matches("[QUANTITY ").count());
        same(&values(document.view(), "QUANTITY"), &case[2])
    });
}

/// The values of the entities of a label, each with its modifier.
fn values(document: DocumentRef<'_>, label: &str) -> String {
    let entities = document.entities();
    let entities = entities.filter(|entity| entity.label().as_str() == label);
    let values: Vec<_> = entities
        .map(|entity| {
            let value = entity.value().unwrap_or("-");
            let modifier = entity.modifier();
            modifier.map_or(value.to_owned(), |modifier| format!("{value} {modifier}"))
        })
        .collect();
    values.join(", ")
}

/// Mentions of one thing share an id.
#[test]
fn ids() {
    run("ids.tsv", include_str!("../cases/ids.tsv"), 2, |case| {
        let document = pipeline("fr").process(case[0].as_str()).unwrap();
        let ids: Vec<_> = document
            .view()
            .entities()
            .filter_map(|entity| entity.id())
            .collect();
        same(&ids.join(" "), &case[1])
    });
}

#[test]
fn descriptive() {
    let language = Language::FRENCH;
    let builder = Pipeline::builder().language(language);
    let pipeline = builder.descriptive_organisations(true).build().unwrap();
    let file = include_str!("../cases/descriptive.tsv");
    run("descriptive.tsv", file, 1, |case| {
        let text = unmarked(&case[0]);
        let document = pipeline.process(text.as_str()).unwrap();
        same(&marked(document.view(), &["ORG"]), &case[0])
    });
}

#[test]
fn quotations() {
    let file = include_str!("../cases/quotations.tsv");
    run("quotations.tsv", file, 3, |case| {
        let document = pipeline(&case[0])
            .process(case[1].replace("\\n", "\n"))
            .unwrap();
        let quotations = document.view().quotations().map(|quotation| {
            let speaker = quotation.speaker().unwrap_or("-");
            format!("{} = {speaker}", quotation.words())
        });
        same(&quotations.collect::<Vec<_>>().join(" ; "), &case[2])
    });
}

/// The titles of people, and the places whose names clubs have.
#[test]
fn titles() {
    run(
        "titles.tsv",
        include_str!("../cases/titles.tsv"),
        3,
        |case| {
            let document = pipeline(&case[0]).process(case[1].as_str()).unwrap();
            let named = document.view().entities().filter_map(|entity| {
                let about = entity.title().or(entity.place_id())?;
                Some(format!("{} = {about}", entity.text()))
            });
            same(&named.collect::<Vec<_>>().join(" ; "), &case[2])
        },
    );
}

/// A text without its marks.
fn unmarked(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once("[") {
        let label = marked
            .find(' ')
            .filter(|at| marked[..*at].chars().all(|c| c.is_ascii_uppercase()));
        plain.push_str(before);
        match label {
            Some(at) => {
                let (entity, after) = marked[at + 1..].split_once(']').unwrap();
                plain.push_str(entity);
                rest = after;
            }
            None => {
                plain.push('[');
                rest = marked;
            }
        }
    }
    plain + rest
}

/// The text with its entities of some labels marked.
fn marked(document: DocumentRef<'_>, labels: &[&str]) -> String {
    let mut text = document.text().to_owned();
    let entities: Vec<_> = document
        .outermost()
        .filter(|entity| labels.contains(&entity.label().as_str()))
        .collect();
    for entity in entities.into_iter().rev() {
        let marked = format!("[{} {}]", entity.label(), entity.text());
        text.replace_range(entity.span().range(), &marked);
    }
    text
}
