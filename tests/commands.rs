//! The examples as programs: their contracts, and what they say of bad input.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use griot::Document;
use serde_json::Value;

#[path = "../examples/shared/terminal.rs"]
mod terminal;

/// Where an example was built.
fn built(example: &str) -> PathBuf {
    // Tests and examples lie side by side: `target/debug/deps`, `target/debug/examples`.
    let test = std::env::current_exe().unwrap();
    let built = test
        .ancestors()
        .nth(2)
        .unwrap()
        .join("examples")
        .join(example);
    assert!(
        built.exists() || cfg!(windows),
        "examples are built by `cargo test` without a target"
    );
    built
}

fn run(example: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(built(example))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
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

#[test]
fn annotate_is_for_people() {
    let output = run("annotate", &["seeds"], b"");
    let report = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(report.matches("French (fr)").count(), 5);
    assert!(report.contains("who") && report.contains("Salifou Modi") && !report.contains('\x1b'));
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

/// What a terminal would obey, or show in another order.
const ODD: &str = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2028}\r";

/// A pipe gets the text as it is. Messages are for people, and show what cannot be printed.
#[test]
fn what_a_terminal_would_obey_is_shown() {
    let said = format!("Niamey {ODD} reste calme.");
    for format in ["text", "json", "conllu"] {
        let output = run("annotate", &["--format", format, "-"], said.as_bytes());
        assert!(output.status.success() && output.stderr.is_empty());
        assert!(format != "text" || text(&output.stdout).contains("\u{1b}]0;x\u{7}"));
    }
    let file = format!("a{ODD}.txt");
    for example in ["annotate", "identify", "stem"] {
        let output = run(example, &[&file], b"");
        let message = text(&output.stderr);
        assert!(!output.status.success());
        assert!(
            message.contains(r"a\u001b]0;x\u0007\u009b2J\u202e\u2028\r.txt"),
            "{message}"
        );
        assert!(
            !message.contains(|c: char| c.is_control() && c != '\n'),
            "{message}"
        );
    }
}

#[test]
fn only_printable_text_reaches_a_terminal() {
    assert_eq!(
        terminal::line(ODD),
        r"\u001b]0;x\u0007\u009b2J\u202e\u2028\r"
    );
    assert_eq!(terminal::line("a\tb\nc"), r"a\tb\nc");
    assert_eq!(terminal::lines("a\tb\nc\r"), "a\tb\nc\\r");
    // French typography, letters of other scripts and emoji can be printed.
    let plain = "«\u{a0}L’été…\u{202f}» d'Œuvre, نيامي, 漢字, e\u{301}, 👩\u{200d}👧";
    assert_eq!(terminal::lines(plain), plain);
    // JSON stays JSON, and means the same.
    let value = Value::from(ODD);
    let json = terminal::lines(&value.to_string()).into_owned();
    assert!(!json.contains(char::is_control));
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
}

#[test]
fn annotate_writes_documents_that_read_back() {
    let output = run(
        "annotate",
        &["--format", "json", "--dates", "seeds/dates.tsv", "seeds"],
        b"",
    );
    let lines: Vec<_> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), 5);
    for line in lines {
        let value: Value = serde_json::from_str(line).unwrap();
        for key in [
            "griot",
            "source",
            "text",
            "language",
            "zones",
            "sentences",
            "tokens",
            "entities",
            "meta",
        ] {
            assert!(!value[key].is_null(), "{key}");
        }
        assert_eq!(value["language"]["code"], "fr");
        assert_eq!(value["meta"]["stem_edition"], "snowball3");
        assert_eq!(
            value["meta"]["models"],
            serde_json::json!([
                "sentences-fr 1",
                "tags-fr 1",
                "lexicon-fr 1",
                "gazetteer 1",
                "names-fr 1"
            ])
        );
        assert_eq!(value["meta"]["missing"], serde_json::json!([]));
        let document: Document = serde_json::from_str(line).unwrap();
        // `source` comes first, and the document as it writes itself.
        let again = serde_json::to_string(&document).unwrap();
        assert!(line.ends_with(&again[1..]));
    }
}

#[test]
fn annotate_writes_only_the_layers_asked_for() {
    let output = run(
        "annotate",
        &[
            "--lang=fr",
            "--format=json",
            "--layers=tokens,sentences",
            "-",
        ],
        b"Moscou parle.",
    );
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["source"], "-");
    assert_eq!(
        value["tokens"][0],
        serde_json::json!({"start": 0, "end": 6, "kind": "word"})
    );
    let sentence = serde_json::json!({
        "start": 0, "end": 13, "text": "Moscou parle.", "end_reason": "end-of-text"
    });
    assert_eq!(value["sentences"], serde_json::json!([sentence]));
    assert!(value["entities"].is_null() && value["zones"].is_null());
}

#[test]
fn annotate_writes_conllu() {
    let output = run(
        "annotate",
        &["--format", "conllu", "-"],
        "L’été à Niamey.\n".as_bytes(),
    );
    let conllu = text(&output.stdout);
    assert!(
        conllu.contains("# text = L’été à Niamey.\n1\tL’\tle\tDET\t"),
        "{conllu}"
    );
    assert!(
        conllu.contains("SpaceAfter=No")
            && conllu.contains("NER=B-LOC")
            && conllu.contains("TokenRange=8:14")
    );
}

#[test]
fn annotate_links_across_documents() {
    let folder = scratch("link");
    std::fs::write(
        folder.join("a.txt"),
        "Le général Salifou Modi est à Moscou.",
    )
    .unwrap();
    std::fs::write(folder.join("b.txt"), "Le général Modi est à Niamey.").unwrap();
    let output = run(
        "annotate",
        &[
            "--lang",
            "fr",
            "--link",
            "--format",
            "json",
            folder.to_str().unwrap(),
        ],
        b"",
    );
    let ids: Vec<_> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["entities"][0]["id"].clone())
        .collect();
    assert_eq!(ids, ["per:salifou-modi", "per:salifou-modi"]);
}

/// What is wrong is named, the rest is done, and the status is 1.
#[test]
fn annotate_does_the_other_inputs() {
    let folder = scratch("bad");
    let latin1 = folder.join("latin1.txt");
    std::fs::write(&latin1, b"Niger : l\xe9ger").unwrap();
    let empty = scratch("empty");
    let seed = "seeds/003_bd06d1828675441b.txt";
    for (bad, problem) in [
        ("no-such-file.txt", "no-such-file.txt: No such file"),
        (latin1.to_str().unwrap(), "latin1.txt: byte 9 is not UTF-8"),
        (empty.to_str().unwrap(), "no .txt file in this folder"),
    ] {
        let output = run("annotate", &[bad, seed], b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(
            text(&output.stderr).contains(problem),
            "{}",
            text(&output.stderr)
        );
        assert!(text(&output.stdout).contains("Burkina Faso"));
    }
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

#[cfg(feature = "encoding")]
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

/// A page's article, with its day to read dates against.
#[cfg(feature = "html")]
#[test]
fn annotate_takes_pages() {
    let page = "tests/data/pages/03-tables.html";
    let output = run("annotate", &["--format=json", page], b"");
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    assert_eq!(
        value["metadata"]["title"],
        "Le vieux phare de Port-Ménard sera restauré"
    );
    assert_eq!(value["metadata"]["published"], "2006-06-12");
    let text = value["text"].as_str().unwrap();
    assert!(text.starts_with("Le vieux phare de Port-Ménard sera restauré\n\nÉteint depuis 1987"));
    let entities = value["entities"].as_array().unwrap();
    assert!(
        entities
            .iter()
            .any(|entity| entity["value"] == "2006-06-09"),
        "{entities:?}"
    );
}

#[test]
fn an_empty_file_is_an_empty_document() {
    let output = run("annotate", &["--format", "json", "-"], b"");
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(output.status.success());
    assert_eq!(
        (&value["text"], &value["tokens"]),
        (&serde_json::json!(""), &serde_json::json!([]))
    );
    assert_eq!(value["language"]["code"], "und");
    assert!(run("annotate", &["-"], b"").status.success());
    assert!(
        run("annotate", &["--format", "conllu", "-"], b"")
            .status
            .success()
    );
}

#[test]
fn annotate_helps_with_the_names_of_all_layers() {
    let help = run("annotate", &["--help"], b"").stdout;
    let words: Vec<_> = text(&help).split(|c: char| !c.is_alphabetic()).collect();
    for layer in griot::Layer::ALL {
        assert!(words.contains(&layer.as_str()), "{layer}");
    }
    assert_eq!(words.contains(&"encoding"), cfg!(feature = "encoding"));
}

#[test]
fn wrong_usage_has_the_status_2() {
    for (example, arguments, problem) in [
        ("annotate", &[][..], "no input"),
        (
            "annotate",
            &["--lang", "frz", "seeds"],
            "did you mean fr (French)?",
        ),
        (
            "annotate",
            &["--format", "xml", "seeds"],
            "text, json, conllu or tsv",
        ),
        (
            "annotate",
            &["--layers", "words", "seeds"],
            "unknown layer \"words\"",
        ),
        ("annotate", &["--date", "2024-02-30", "seeds"], "YYYY-MM-DD"),
        ("annotate", &["--fast", "seeds"], "unknown option --fast"),
        ("annotate", &["--date"], "needs a value"),
        ("annotate", &["--link=yes", "seeds"], "takes no value"),
        (
            "annotate",
            &["--input", "xml", "seeds"],
            "jsonl, csv, tsv, html or auto",
        ),
        (
            "annotate",
            &["--rows", "words", "seeds"],
            "entities, tokens or sentences",
        ),
        (
            "annotate",
            &["--offsets", "words", "seeds"],
            "bytes, chars or utf16",
        ),
        ("annotate", &["--threads", "0", "seeds"], "write 1 to 1024"),
        (
            "annotate",
            &["--abbreviations", "x", "seeds"],
            "needs --lang",
        ),
        (
            "identify",
            &["--among", "fr,xx"],
            "unknown language code \"xx\"",
        ),
        ("identify", &["--fast"], "not understood"),
        ("stem", &["--edition", "4"], "write 2 or 3"),
        ("stem", &["--lang", "ha"], "no stems for language ha"),
    ] {
        let output = run(example, arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{example} {arguments:?}");
        assert!(
            text(&output.stderr).contains(problem),
            "{}",
            text(&output.stderr)
        );
        let lines: Vec<_> = text(&output.stderr).lines().collect();
        assert!(lines.len() == 2 && lines[1].starts_with(&format!("usage: {example} ")));
    }
}

#[test]
fn a_file_of_dates_names_its_bad_line() {
    let file = scratch("dates").join("dates.tsv");
    std::fs::write(&file, "a.txt\t2024-01-01\nb.txt\t2024-13-01\n").unwrap();
    let output = run(
        "annotate",
        &["--dates", file.to_str().unwrap(), "seeds"],
        b"",
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("dates.tsv, line 2: \"2024-13-01\" is no date"));
}

#[test]
fn annotate_takes_other_models() {
    let folder = scratch("models");
    let models = folder.to_str().unwrap();
    let gazetteer = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/models/gazetteer.bin");
    std::fs::copy(gazetteer, folder.join("gazetteer.bin")).unwrap();
    assert!(
        run("annotate", &["--models", models, "seeds"], b"")
            .status
            .success()
    );
    std::fs::write(folder.join("gazetteer.bin"), b"griotmdlgazt").unwrap();
    let output = run("annotate", &["--models", models, "seeds"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("model gazetteer: too short for a header"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn annotate_takes_models_of_every_kind() {
    let folder = scratch("all-models");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = std::fs::read_dir(root.join("crates")).unwrap();
    let crates = crates.map(|entry| entry.unwrap().path().join("src"));
    let mut count = 0;
    for (number, from) in crates.chain([root.join("src/models")]).enumerate() {
        for entry in std::fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "bin") {
                // All lexica have one name.
                let name = path.file_name().unwrap().to_str().unwrap();
                std::fs::copy(&path, folder.join(format!("{number}-{name}"))).unwrap();
                count += 1;
            }
        }
    }
    assert!(count >= 15, "{count}");
    let models = folder.to_str().unwrap();
    let format = "--format=json";
    let usual = run("annotate", &[format, "seeds"], b"");
    let own = run("annotate", &["--models", models, format, "seeds"], b"");
    assert!(own.status.success(), "{}", text(&own.stderr));
    assert!(!own.stdout.is_empty() && own.stdout == usual.stdout);

    let spanish = "Los presidentes dijeron la verdad.".as_bytes();
    let options = ["--models", models, "--lang=es", format, "-"];
    let output = run("annotate", &options, spanish);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let used = &value["meta"]["models"];
    assert_eq!(
        (&used[0], &used[1]),
        (&"tags-es 1".into(), &"lexicon-es 1".into())
    );
    assert_eq!(value["tokens"][2]["lemma"], "decir");
}

#[test]
fn identify_prints_a_line_for_each() {
    let lines = "Le Niger a reçu un nouveau lot d’équipements militaires.\n12 000\n\n\u{fffd}\n";
    let output = run("identify", &[], lines.as_bytes());
    let answers: Vec<_> = text(&output.stdout).lines().collect();
    assert_eq!(answers.len(), 4);
    assert!(
        answers[0].starts_with("fr\t") && answers[0].ends_with("\treliable"),
        "{answers:?}"
    );
    assert_eq!(answers[1..], ["und\t0.0000\tunsure"; 3]);
    let among = run("identify", &["--among", "ha"], lines.as_bytes());
    assert!(
        text(&among.stdout)
            .lines()
            .all(|line| line == "ha\t1.0000\treliable")
    );
    let short = run("identify", &[], "C’est la vie\n".as_bytes());
    let answer = text(&short.stdout);
    assert!(
        answer.starts_with("fr\t0.9") && answer.ends_with("\tunsure\n"),
        "{answer}"
    );
}

/// A line that is not UTF-8 is named, and the other lines are answered.
#[test]
fn lines_that_are_no_utf8_are_named() {
    let words = b"militaires\nl\xe9ger\nmilitaires";
    for (example, answers) in [
        ("stem", ["militair", "", "militair"]),
        ("identify", ["fr", "und", "fr"]),
    ] {
        let output = run(example, &[], words);
        assert_eq!(output.status.code(), Some(1), "{example}");
        let message = format!("{example}: line 2: byte 1 is not UTF-8");
        assert!(
            text(&output.stderr).contains(&message),
            "{}",
            text(&output.stderr)
        );
        let lines = text(&output.stdout).lines();
        assert!(
            lines
                .map(|line| line.split('\t').next().unwrap())
                .eq(answers),
            "{example}"
        );
    }
}

/// Whoever writes a line may wait for its answer before the next one.
#[test]
fn lines_are_answered_at_once() {
    for (example, line) in [
        ("stem", "militaires"),
        ("identify", "Le ministre a parlé à la presse."),
    ] {
        let mut child = Command::new(built(example))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (send, answers) = channel();
        let reader = thread::spawn(move || {
            let lines = output.lines().map(Result::unwrap);
            lines.for_each(|line| send.send(line).unwrap());
        });
        for _ in 0..3 {
            writeln!(input, "{line}").unwrap();
            let answer = answers.recv_timeout(Duration::from_secs(60)).unwrap();
            let begin = if example == "stem" {
                "militair"
            } else {
                "fr\t"
            };
            assert!(answer.starts_with(begin), "{answer}");
        }
        drop(input);
        reader.join().unwrap();
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn every_program_tells_its_version() {
    for example in ["annotate", "identify", "stem"] {
        let output = run(example, &["--version"], b"");
        let version = format!("{example} {} (griot)\n", env!("CARGO_PKG_VERSION"));
        assert!(output.status.success() && text(&output.stdout) == version);
    }
}

#[test]
fn colours_are_for_who_wants_them() {
    for (no_color, term, wants) in [
        ("", "xterm", true),
        ("", "", true),
        ("1", "xterm", false),
        ("", "dumb", false),
    ] {
        assert_eq!(
            terminal::wants_colours(no_color, term),
            wants,
            "{no_color:?} {term:?}"
        );
    }
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
        let told = format!("annotate: -: taken for {kind}; --input says otherwise\n");
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
    assert_eq!(
        page.status.success(),
        cfg!(feature = "html"),
        "{}",
        text(&page.stderr)
    );
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
        assert!(text(&output.stderr).contains("a.json: JSON that is not an object a line"));
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
        let message = format!("annotate: {path}: {told}");
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

/// The title of the report does not change with the layers that are asked for.
#[test]
fn the_title_is_the_same_for_all_layers() {
    let title = |options: &[&str]| {
        let seed = "seeds/001_1d40934e40241a50.txt";
        let output = run("annotate", &[options, &[seed]].concat(), b"");
        text(&output.stdout).lines().next().unwrap().to_owned()
    };
    assert_eq!(title(&["--layers=tokens"]), title(&[]));
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

#[test]
fn stem_prints_a_stem_a_line() {
    let words = "militaires\nl’armée\n\nContinuellement\n".as_bytes();
    assert_eq!(
        text(&run("stem", &[], words).stdout),
        "militair\narmé\n\ncontinuel\n"
    );
    let two = run("stem", &["--edition", "2", "--lang", "fr"], words);
    assert_eq!(text(&two.stdout).lines().next(), Some("militair"));
}
