//! The program `griot`: its commands, and what it says of bad input.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The program, in the folder of the seeds.
fn griot(arguments: &[&str]) -> Command {
    let mut griot = Command::new(env!("CARGO_BIN_EXE_griot"));
    griot
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    griot
}

fn run(command: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = griot(&[&[command], arguments].concat()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A folder of its own for one test.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

const SEED: &str = "seeds/004_9f1b46e4b18e9d35.txt";

#[test]
fn wrong_usage_has_the_status_2() {
    for (arguments, problem) in [
        (&[][..], "requires a subcommand"),
        (&["frob"], "unrecognized subcommand 'frob'"),
        (
            &["annotate", "--lang", "frz", "seeds"],
            "did you mean fr (French)?",
        ),
        (
            &["annotate", "--format", "xml", "seeds"],
            "text, json, conllu, tsv",
        ),
        (
            &["annotate", "--layers", "words", "seeds"],
            "unknown layer \"words\"",
        ),
        (
            &["annotate", "--input", "xml", "seeds"],
            "jsonl, csv, tsv, html, warc",
        ),
        (
            &["annotate", "--rows", "words", "seeds"],
            "entities, tokens, sentences",
        ),
        (
            &["annotate", "--offsets", "words", "seeds"],
            "bytes, chars, utf16",
        ),
        (&["annotate", "--threads", "0", "seeds"], "1..=1024"),
        (
            &["annotate", "--abbreviations", "x", "seeds"],
            "--lang <CODE>",
        ),
        (&["annotate", "--titles", "x", "seeds"], "--lang <CODE>"),
        (&["annotate", "--date=2024-02-30", "seeds"], "YYYY-MM-DD"),
        (
            &["annotate", "--date=2024-02-03", "--dates=x", "seeds"],
            "cannot be used with",
        ),
        (
            &["annotate", "--encoding", "latin-9000", "-"],
            "unknown encoding",
        ),
        (
            &["words", "--fast", "seeds"],
            "unexpected argument '--fast'",
        ),
        (
            &["duplicates", "--threshold", "2", "seeds"],
            "not a number from 0 to 1",
        ),
        (
            &["identify", "--among", "fr,xx"],
            "unknown language code \"xx\"",
        ),
        (&["stem", "--edition", "4"], "write 2 or 3"),
        (&["stem", "--lang", "ha"], "no stems for language ha"),
    ] {
        let output = griot(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = text(&output.stderr);
        let lines: Vec<_> = told.lines().collect();
        assert!(told.contains(problem), "{told}");
        assert!(
            lines.len() == 2 && lines[0].starts_with("griot: "),
            "{told}"
        );
        let named = arguments.first().filter(|name| **name != "frob");
        let usage = named.map_or("griot <COMMAND>".to_owned(), |name| {
            format!("griot {name} ")
        });
        assert!(lines[1].starts_with(&format!("usage: {usage}")), "{told}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn help_lists_what_this_build_can_do() {
    let help = run("annotate", &["--help"], b"").stdout;
    let words: Vec<_> = text(&help).split(|c: char| !c.is_alphabetic()).collect();
    for layer in griot::Layer::ALL {
        assert!(words.contains(&layer.as_str()), "{layer}");
    }
    let help = griot(&["--help"]).output().unwrap();
    let languages = match cfg!(feature = "languages") {
        true => "fr, en, de, es, pt",
        false => "fr",
    };
    let lemmas = format!("Lemmas and parts of speech: {languages}.");
    assert!(help.status.success() && text(&help.stdout).contains(&lemmas));
    let version = griot(&["--version"]).output().unwrap();
    let expected = format!("griot {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(text(&version.stdout), expected);
}

/// Messages are for people, and show what cannot be printed. A pipe gets the text as it is.
#[test]
fn messages_hold_only_what_can_be_printed() {
    let odd = "\u{1b}]0;x\u{7}\u{202e}";
    for command in ["annotate", "words", "read", "keywords"] {
        let output = run(command, &[&format!("a{odd}.txt")], b"");
        assert_eq!(output.status.code(), Some(1));
        let told = text(&output.stderr);
        assert!(
            told.contains(r"a\u001b]0;x\u0007\u202e.txt: No such"),
            "{told}"
        );
    }
    let wrong = griot(&["words", &format!("--{odd}")]).output().unwrap();
    assert!(!text(&wrong.stderr).contains('\u{1b}'));
    let said = format!("Niamey {odd}.");
    assert!(text(&run("read", &["-"], said.as_bytes()).stdout).contains(&said));
}

/// What is wrong is named, the rest is done, and the status is 1.
#[test]
fn every_command_does_the_other_inputs() {
    let latin1 = scratch("bad").join("latin1.txt");
    std::fs::write(&latin1, b"Niger : l\xe9ger").unwrap();
    for command in [
        "annotate",
        "words",
        "sentences",
        "keywords",
        "read",
        "report",
    ] {
        let output = run(
            command,
            &["no-such.txt", latin1.to_str().unwrap(), SEED],
            b"",
        );
        assert_eq!(output.status.code(), Some(1));
        let told = text(&output.stderr);
        assert!(told.contains("no-such.txt: No such file"), "{told}");
        assert!(told.contains("latin1.txt: byte 9 is not UTF-8"), "{told}");
        assert!(text(&output.stdout).contains("Russie"), "{command}");
    }
}

#[test]
fn words_and_sentences_stand_on_lines() {
    for said in [
        "L’été, à\u{a0}Niamey :\nvingt\u{202f}morts.",
        "L'été, à Niamey :\nvingt morts.",
    ] {
        let lines = |command, options: &[&str]| {
            let output = run(
                command,
                &[&["--lang", "fr"], options].concat(),
                said.as_bytes(),
            );
            assert!(output.status.success() && output.stderr.is_empty());
            let text = text(&output.stdout).replace('’', "'");
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(
            lines("words", &[]),
            ["L'", "été", "à", "Niamey", "vingt", "morts"]
        );
        assert_eq!(lines("words", &["--all"])[2..6], [",", "à", "Niamey", ":"]);
        assert_eq!(
            lines("sentences", &["-"]),
            ["L'été, à Niamey :", "vingt morts."]
        );
    }
}

#[test]
fn keywords_set_a_text_apart() {
    let output = run("keywords", &["--count", "3", "--lang=fr", "seeds"], b"");
    let rows: Vec<Vec<_>> = text(&output.stdout)
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 15);
    assert!(
        rows.iter()
            .any(|row| row[0].contains("000_") && row[1] == "Burkina")
    );
    for row in &rows {
        assert!(row[2].parse::<usize>().unwrap() > 0 && row[3].parse::<f64>().unwrap() > 0.0);
    }
}

#[test]
fn duplicates_name_the_earlier_text() {
    let copy = scratch("duplicates").join("copy.txt");
    let seed = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(SEED);
    let shouted = std::fs::read_to_string(seed).unwrap().to_uppercase();
    std::fs::write(&copy, shouted).unwrap();
    let copy = copy.to_str().unwrap();
    let output = run("duplicates", &["--lang=fr", "seeds", copy], b"");
    let rows: Vec<_> = text(&output.stdout).lines().collect();
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(rows[0].starts_with(&format!("{copy}\t{SEED}\t0.")) || rows[0].ends_with("\t1.00"));
    let none = run("duplicates", &["--lang=fr", "seeds"], b"");
    assert!(none.status.success() && none.stdout.is_empty());
}

#[test]
fn read_shows_what_is_known_of_a_text() {
    let page = "tests/data/pages/03-tables.html";
    let output = run("read", &[page], b"");
    let shown = text(&output.stdout);
    let title = "Le vieux phare de Port-Ménard sera restauré";
    let head =
        format!("source: {page}\ntitle: {title}\npublished: 2006-06-12\n\n{title}\n\nÉteint");
    assert!(shown.starts_with(&head), "{shown}");
    let records = "{\"text\": \"Il est à Niamey.\", \"id\": 7}\n{\"text\": \"Moscou parle.\"}\n";
    let output = run(
        "read",
        &["--format=json", "--input=jsonl"],
        records.as_bytes(),
    );
    let expected = "{\"source\":\"-:1\",\"metadata\":{\"id\":7},\"text\":\"Il est à Niamey.\"}\n\
                    {\"source\":\"-:2\",\"text\":\"Moscou parle.\"}\n";
    assert_eq!(text(&output.stdout), expected);
    let latin1 = b"Niger : l\xe9ger";
    let output = run("read", &["--encoding=auto", "-"], latin1);
    assert!(text(&output.stdout).ends_with("\nNiger : léger\n"));
    assert!(text(&output.stderr).contains("griot: -: read as windows-1252"));
}

#[test]
fn lines_are_answered_as_by_the_examples() {
    let stems = run(
        "stem",
        &["--lang", "fr", "--edition", "2"],
        b"militaires\n\n",
    );
    assert_eq!(text(&stems.stdout), "militair\n\n");
    let bad = run("stem", &[], b"l\xe9ger\nmilitaires\n");
    assert_eq!(
        (bad.status.code(), text(&bad.stdout)),
        (Some(1), "\nmilitair\n")
    );
    assert!(text(&bad.stderr).contains("griot: line 1: byte 1 is not UTF-8"));
    let among = run(
        "identify",
        &["--among", "ha,fr"],
        "Le ministre a parlé.\n".as_bytes(),
    );
    assert_eq!(text(&among.stdout).split('\t').next(), Some("fr"));
    let explained = run(
        "identify",
        &["--top", "2", "--explain"],
        b"la grande place\n\n",
    );
    let lines: Vec<Vec<&str>> = text(&explained.stdout)
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    let [first, nothing] = lines.as_slice() else {
        panic!("{lines:?}")
    };
    assert!(first[0] == "fr" && first[3].starts_with("fr "), "{first:?}");
    assert_eq!(first[3].split(", ").count(), 2, "{first:?}");
    assert!(
        first[4].contains('_') && first[4].contains(" +"),
        "{first:?}"
    );
    assert_eq!(nothing[..], ["und", "0.0000", "unsure", "", ""]);
}

/// A reader that needs only the first lines closes the pipe.
#[test]
fn a_closed_pipe_is_no_failure() {
    let lines = "Le général est à Niamey.\n".repeat(20_000);
    for command in [
        &["words"][..],
        &["sentences"],
        &["identify"],
        &["annotate", "--lang=fr", "--view=tokens"],
    ] {
        let mut child = griot(command).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let lines = lines.clone();
        let writer = std::thread::spawn(move || {
            let _ = input.write_all(lines.as_bytes());
        });
        let mut first = String::new();
        output.read_line(&mut first).unwrap();
        drop(output);
        let done = child.wait_with_output().unwrap();
        writer.join().unwrap();
        assert!(!first.is_empty() && done.status.success(), "{command:?}");
        assert!(done.stderr.is_empty(), "{}", text(&done.stderr));
    }
}

/// The report shows names in small letters, ages apart, who says what, and pieces of the text.
#[test]
fn the_report_shows_who_says_what() {
    let said = "M. BIYA, 42 ans, a payé 12 000 euros. « Nous partons demain », a dit Paul Biya à \
                @afrique. « Nous partons », a ajouté M. BIYA.";
    for said in [said.to_owned(), said.replace('’', "'")] {
        let arguments = ["--lang", "fr", "--snippets", "-"];
        let output = run("annotate", &arguments, said.as_bytes());
        let report = text(&output.stdout);
        let lines: Vec<_> = report.lines().map(str::trim_end).collect();
        let shown = [
            "  who           Paul Biya ×3",
            "                … partons demain », a dit Paul Biya à @afrique.",
            "  how old       42 ans = 42 year",
            "  how much      12 000 euros = 12000 EUR",
            "  who says what Paul Biya",
            "                « Nous partons demain »",
        ];
        for line in shown {
            assert!(lines.contains(&line), "{line}\n{report}");
        }
        assert!(report.lines().all(|line| !line.contains("who  @afrique")));
    }
}

const VIEWS: [&[&str]; 4] = [
    &["--view=sentences"],
    &["--view=tokens"],
    &["--view=entities", "--snippets"],
    &["--snippets"],
];

/// The tables say what the layers hold, in aligned columns.
#[test]
fn views_are_tables() {
    let said = "Le général Tiani est à Niamey. L’armée l’a rejoint lundi.";
    for said in [said.to_owned(), said.replace('’', "'")] {
        let view = |rows: &str| {
            let view = ["--lang=fr", "--date=2024-05-16", "--view", rows, "-"];
            text(&run("annotate", &view, said.as_bytes()).stdout).to_owned()
        };
        let entities = view("entities");
        let lines: Vec<_> = entities.lines().collect();
        let [_, head, tiani, niamey, lundi] = lines.as_slice() else {
            panic!("{entities}");
        };
        assert!(head.starts_with("entity  label  value or id"), "{entities}");
        assert!(tiani.starts_with("Tiani   PER    per:tiani"), "{entities}");
        assert!(tiani.contains("général"), "{entities}");
        assert!(
            niamey.starts_with("Niamey  LOC    loc:niamey"),
            "{entities}"
        );
        assert!(lundi.starts_with("lundi   DATE   2024-05-13"), "{entities}");
        // The columns are aligned, behind letters with accents too.
        let score = head.chars().position(|c| c == 's').unwrap();
        let digit = |line: &&str| line.chars().nth(score).is_some_and(|c| c.is_ascii_digit());
        assert!(lines[2..].iter().all(digit), "{entities}");

        let tokens = view("tokens");
        let army = tokens
            .lines()
            .find(|line| line.starts_with("armée"))
            .unwrap();
        let cells: Vec<_> = army.split_whitespace().collect();
        assert_eq!(
            cells,
            ["armée", "armée", "armé", "armée", "NOUN", "Fem", "Sing"]
        );
        assert_eq!(tokens.lines().filter(|line| line.is_empty()).count(), 1);

        let sentences = view("sentences");
        let second = sentences.lines().last().unwrap();
        assert!(
            second.starts_with("2  body") && second.ends_with("rejoint lundi."),
            "{sentences}"
        );
    }
    let both = run("annotate", &["--view=tokens", "--format=json", SEED], b"");
    assert_eq!(both.status.code(), Some(2));
}

/// What people read holds no character that a terminal obeys, and no line is wider than it.
#[test]
fn what_people_read_is_harmless_and_fits() {
    let odd = "\u{1b}[31mM.\u{1b}[0m Modi\u{9b}2J \u{202e}est\u{7} à Niamey\u{feff}.";
    let wide = "巴马科的总统莫迪先生昨天在尼亚美会见了将军并且谈到了安全问题和经济合作以及今后的发展方向和计划。";
    let marks = format!("M. Mo{}di est à Niamey.", "\u{301}".repeat(300));
    let long = format!(
        "M. Modi lit https://example.org/{} à Niamey.",
        "a".repeat(200)
    );
    for said in [odd, wide, &marks, &long, &format!("{odd} {wide} {long}")] {
        for view in VIEWS {
            for language in ["fr", "zh"] {
                let options = [view, &["--lang", language, "-"]].concat();
                let output = run("annotate", &options, said.as_bytes());
                let shown = text(&output.stdout);
                assert!(output.status.success() && !shown.is_empty());
                for line in shown.lines() {
                    let obeyed = |c: char| c.is_control() || matches!(c, '\u{202e}' | '\u{feff}');
                    assert!(!line.contains(obeyed), "{view:?} {line:?}");
                    let width = unicode_width::UnicodeWidthStr::width(line);
                    assert!(width <= 78, "{view:?} {width} {line}");
                }
            }
        }
    }
}

/// After the reports of several texts stands what they are together.
#[test]
fn many_texts_have_a_summary() {
    let folder = scratch("summary");
    for (name, said) in [
        ("a.txt", "Le général Tiani est à Niamey. Niamey se tait."),
        ("b.txt", "M. Modi est à Niamey."),
    ] {
        std::fs::write(folder.join(name), said).unwrap();
    }
    let output = run("annotate", &["--lang=fr", folder.to_str().unwrap()], b"");
    let report = text(&output.stdout);
    let (_, summary) = report.rsplit_once("\n\n").unwrap();
    let lines: Vec<_> = summary.lines().collect();
    assert_eq!(
        lines,
        [
            "2 texts · 3 sentences · 14 words",
            "  languages     French (fr) ×2",
            "  who           Modi ×1 in 1 text, Tiani ×1 in 1 text",
            "  where         Niamey ×3 in 2 texts",
        ]
    );
    let first = folder.join("a.txt");
    let one = run("annotate", &["--lang=fr", first.to_str().unwrap()], b"");
    assert!(!text(&one.stdout).contains("texts"));
}

/// Each record of a file is a document, beside broken ones too.
#[test]
fn annotate_takes_records() {
    let folder = scratch("records");
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let lines = write(
        "a.jsonl",
        "{\"body\": {\"text\": \"Il est à Niamey depuis lundi.\"}, \"day\": \"2024-01-19T08:00:00Z\", \"id\": 7}\n{\"body\"\n\
         {\"body\": {\"text\": \"Moscou parle.\"}, \"day\": \"hier\"}\n",
    );
    let options = [
        "--format=json",
        "--lang=fr",
        "--text-field=body.text",
        "--date-field=day",
    ];
    let output = run("annotate", &[&options[..], &[&lines]].concat(), b"");
    let documents: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(documents.len(), 2);
    assert_eq!(documents[0]["source"], format!("{lines}:1"));
    // A number stays one.
    assert_eq!(documents[0]["metadata"]["id"], 7);
    assert_eq!(documents[0]["entities"][1]["value"], "2024-01-15");
    assert_eq!(documents[1]["text"], "Moscou parle.");
    let problems = text(&output.stderr);
    assert!(problems.contains("a.jsonl: line 2: no JSON"), "{problems}");
    assert!(
        problems.contains("a.jsonl:3: \"hier\" is no date"),
        "{problems}"
    );
    assert_eq!(output.status.code(), Some(1));

    let csv = write("b.csv", "titre;text\nA;\"Niamey ; Moscou\"\n");
    let tsv = write("c.tsv", "text\turl\n\"Moscou\nparle.\"\t/1\n");
    let output = run("annotate", &["--format=json", "--link", &csv, &tsv], b"");
    let texts: Vec<_> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].clone())
        .collect();
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(texts, ["Niamey ; Moscou", "Moscou\nparle."]);
    let output = run("annotate", &["--text-field", "texte", &csv], b"");
    assert!(
        text(&output.stderr).contains("b.csv: line 1: no column \"texte\"; there are titre, text")
    );
}

#[test]
fn annotate_takes_other_encodings() {
    let bytes = b"Le g\xe9n\xe9ral est \xe0 Niamey, l\x92\xe9t\xe9.";
    for (label, told) in [("auto", "read as windows-1252"), ("latin1", "")] {
        let output = run(
            "annotate",
            &["--encoding", label, "--format=json", "-"],
            bytes,
        );
        let value: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(value["text"], "Le général est à Niamey, l’été.");
        assert!(output.status.success() && text(&output.stderr).contains(told));
    }
    let output = run("annotate", &["--encoding", "latin-9000", "-"], bytes);
    assert!(text(&output.stderr).contains("unknown encoding \"latin-9000\""));
}

const RECORD: &str = "{\"text\": \"Il est à Niamey.\"}\n{\"text\": \"Moscou parle.\"}\n";
const TABLE: &str = "id,text\n1,Il est à Niamey.\n2,Moscou parle.\n";
const PAGE: &str = "\n<!DOCTYPE html>\n<html><body><article><h1>Niger</h1><p>Il est à Niamey depuis lundi, \
                    et la capitale attend des renforts.</p></article></body></html>";

/// Standard input says by its first line what it holds, unless an option does.
#[test]
fn standard_input_is_what_it_looks_like() {
    let options = ["--format=json", "--lang=fr"];
    for (input, kind, count) in [
        (RECORD, "jsonl", 2),
        (TABLE, "csv", 2),
        (&TABLE.replace(',', ";"), "csv", 2),
        (&TABLE.replace(',', "\t"), "tsv", 2),
        ("Il est à Niamey.\n{}\n", "text", 1),
        ("Texte, text et image.\n", "text", 1),
        ("{Il est à Niamey}\n", "text", 1),
        ("", "text", 1),
    ] {
        let output = run(
            "annotate",
            &[&options[..], &["-"]].concat(),
            input.as_bytes(),
        );
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert_eq!(text(&output.stdout).lines().count(), count, "{input}");
        let told = format!("griot: -: taken for {kind}; --input says otherwise\n");
        assert_eq!(
            text(&output.stderr),
            if kind == "text" { "" } else { &told }
        );
        let auto = run(
            "annotate",
            &[&options[..], &["--input", "auto", "-"]].concat(),
            input.as_bytes(),
        );
        assert!(auto.stdout == output.stdout && text(&auto.stderr) == told);
        let given = run(
            "annotate",
            &[&options[..], &["--input", kind, "-"]].concat(),
            input.as_bytes(),
        );
        assert!(given.stdout == output.stdout && given.stderr.is_empty());
    }
    let prose = run(
        "annotate",
        &["--format=json", "--input=text", "-"],
        RECORD.as_bytes(),
    );
    let value: Value = serde_json::from_slice(&prose.stdout).unwrap();
    assert_eq!(value["text"], RECORD);
    let page = run("annotate", &["--format=json", "-"], PAGE.as_bytes());
    assert!(page.status.success(), "{}", text(&page.stderr));
    assert!(!text(&page.stdout).contains("<p>"));
}

/// JSON that is no JSON Lines is not read as prose.
#[test]
fn other_json_is_refused() {
    let folder = scratch("json");
    let file = folder.join("a.json");
    for json in [
        "[\n  {\"text\": \"Niamey\"}\n]\n",
        "[{\"text\": \"Niamey\"}]",
        "{\n\"text\": \"Niamey\"}",
    ] {
        std::fs::write(&file, json).unwrap();
        let output = run("annotate", &[file.to_str().unwrap()], b"");
        assert_eq!(output.status.code(), Some(1), "{json}");
        assert!(text(&output.stderr).contains("JSON that is not an object a line"));
        assert!(output.stdout.is_empty());
    }
    std::fs::write(&file, RECORD).unwrap();
    let output = run("annotate", &["--format=json", file.to_str().unwrap()], b"");
    assert_eq!(text(&output.stdout).lines().count(), 2);
}

/// What a folder leaves out is told, and can be asked for.
#[test]
fn a_folder_tells_what_it_leaves_out() {
    let folder = scratch("folder");
    std::fs::create_dir_all(folder.join("inner/most")).unwrap();
    for (file, said) in [
        ("b.txt", "Moscou parle."),
        ("inner/a.txt", "Niamey parle."),
        ("inner/most/c.txt", "Bamako parle."),
        ("inner/d.jsonl", RECORD),
        ("notes.md", "Paris parle."),
    ] {
        std::fs::write(folder.join(file), said).unwrap();
    }
    let path = folder.to_str().unwrap();
    for (options, count, told) in [
        (
            &[][..],
            1,
            "left out 1 file (of another kind; see --input) and 1 folder (see --recursive)",
        ),
        (
            &["--recursive"][..],
            3,
            "left out 2 files (of another kind; see --input)",
        ),
        (&["--recursive", "--input=jsonl"], 2, "left out 4 files"),
        (&["--recursive", "--input=auto"], 5, "left out 1 file"),
    ] {
        let output = run(
            "annotate",
            &[&["--format=json", path], options].concat(),
            b"",
        );
        assert!(output.status.success());
        assert_eq!(text(&output.stdout).lines().count(), count, "{options:?}");
        let message = format!("griot: {path}: {told}");
        assert!(
            text(&output.stderr).contains(&message),
            "{}",
            text(&output.stderr)
        );
    }
    let whole = run(
        "annotate",
        &[folder.join("inner/most").to_str().unwrap()],
        b"",
    );
    assert!(whole.status.success() && whole.stderr.is_empty());
}

/// A table has a row for each thing, and every cell is on its line.
#[test]
fn annotate_writes_tables() {
    let said = "L’été\u{a0}:\nSalifou\\Modi est à Niamey.";
    for (rows, header, count) in [
        ("entities", "source\tstart\tend\ttext\tlabel\tid", None),
        ("tokens", "source\tstart\tend\ttext\tkind\tnorm", None),
        ("sentences", "source\tstart\tend\ttext\tzone", Some(2)),
    ] {
        let options = [
            "--format=tsv",
            "--rows",
            rows,
            "--lang=fr",
            "--offsets=chars",
            "-",
        ];
        let output = run("annotate", &options, said.as_bytes());
        let lines: Vec<_> = text(&output.stdout).lines().collect();
        assert!(lines[0].starts_with(header), "{}", lines[0]);
        assert!(lines.len() > 1 && count.is_none_or(|count| lines.len() == count + 1));
        let chars: Vec<char> = said.chars().collect();
        for line in &lines[1..] {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), lines[0].split('\t').count(), "{line}");
            let range = cells[1].parse().unwrap()..cells[2].parse().unwrap();
            let cut: String = chars[range].iter().collect();
            let escaped = cut.replace('\\', "\\\\").replace('\n', "\\n");
            assert_eq!((cells[0], cells[3]), ("-", escaped.as_str()));
        }
    }
    // The header stands once.
    let output = run("annotate", &["--format=tsv", "seeds"], b"");
    assert_eq!(text(&output.stdout).matches("source\tstart").count(), 1);
}

#[test]
fn annotate_writes_entities_alone_and_other_offsets() {
    let said = "À l’été 2023, le général Tiani était à Niamey.";
    for (unit, start) in [("bytes", 48), ("chars", 39), ("utf16", 39)] {
        let options = [
            "--format=json",
            "--layers=entities",
            "--lang=fr",
            "--offsets",
            unit,
            "-",
        ];
        let output = run("annotate", &options, said.as_bytes());
        let value: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(value.get("tokens").is_none() && value["offsets"] == unit);
        let last = value["entities"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&last["text"], &last["start"]),
            (&"Niamey".into(), &start.into())
        );
    }
}

#[test]
fn threads_change_nothing() {
    let lines: String = (0..50)
        .map(|number| {
            format!("{{\"text\": \"Le général Modi a vu {number} soldats à Niamey.\"}}\n")
        })
        .collect();
    let bad = lines.replacen("{\"text\": \"Le général Modi a vu 7 ", "{", 1);
    let annotate = |threads: &str, more: &[&str]| {
        let options = ["--format=json", "--input=jsonl", "--threads", threads, "-"];
        run("annotate", &[&options[..], more].concat(), bad.as_bytes())
    };
    for more in [&[][..], &["--link"]] {
        let one = annotate("1", more);
        assert_eq!(
            (one.status.code(), text(&one.stdout).lines().count()),
            (Some(1), 49)
        );
        for threads in ["2", "5", "64"] {
            let many = annotate(threads, more);
            assert!(many.stdout == one.stdout && many.stderr == one.stderr);
        }
    }
}

#[test]
fn annotate_takes_names_and_abbreviations() {
    let folder = scratch("lists");
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let names = write(
        "names.tsv",
        "Orano\tORG\torg:orano\n\nmine d'Arlit\tSITE\tsite:1\n",
    );
    let short = write("short.txt", "Cdt.\n");
    let titles = write("titles.txt", "Cdt.\nadjt\n");
    let said = "Le Cdt. Ousmane a vu la mine d’Arlit. Orano attend.";
    let options = [
        "--format=json",
        "--lang=fr",
        "--gazetteer",
        &names,
        "--abbreviations",
        &short,
        "-",
    ];
    let output = run("annotate", &options, said.as_bytes());
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["sentences"].as_array().unwrap().len(), 2);
    let entities = value["entities"].as_array().unwrap();
    for (id, label) in [("org:orano", "ORG"), ("site:1", "SITE")] {
        assert!(
            entities
                .iter()
                .any(|it| it["id"] == id && it["label"] == label),
            "{entities:?}"
        );
    }
    let options = ["--format=json", "--lang=fr", "--titles", &titles, "-"];
    let output = run("annotate", &options, said.as_bytes());
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["sentences"].as_array().unwrap().len(), 2);
    let person = &value["entities"][0];
    assert_eq!(person["text"], "Ousmane");
    assert_eq!(person["title"], serde_json::json!({"start": 3, "end": 7}));
    for (text_of, problem) in [
        ("Orano ORG", "line 1: not three fields"),
        ("Orano\torg\tx", "line 1: label \"org\" is not"),
    ] {
        let names = write("bad.tsv", text_of);
        let output = run("annotate", &["--gazetteer", &names, "seeds"], b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(
            text(&output.stderr).contains(problem),
            "{}",
            text(&output.stderr)
        );
    }
}
