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

/// What a terminal would obey, or show in another order.
const ODD: &str = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2028}\r";

/// Other programs get the text as it is. The report and messages are for people, and show what cannot be printed.
#[test]
fn what_a_terminal_would_obey_is_shown() {
    let said = format!("Niamey {ODD} reste calme.");
    for format in ["text", "json", "conllu"] {
        let output = run("annotate", &["--format", format, "-"], said.as_bytes());
        assert!(output.status.success() && output.stderr.is_empty());
        let obeyed = |c: char| c.is_control() && c != '\n';
        assert!(format != "text" || !text(&output.stdout).contains(obeyed));
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
                "morph-fr 1",
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

/// Each record of a file is a document, beside broken ones too. Standard input says by its first line
/// what it holds.
#[test]
fn annotate_takes_records() {
    let records =
        "{\"text\": \"Il est à Niamey.\", \"id\": 7}\n{\"text\"\n{\"text\": \"Moscou parle.\"}\n";
    let file = scratch("records").join("a.jsonl");
    std::fs::write(&file, records).unwrap();
    for source in [file.to_str().unwrap(), "-"] {
        let output = run("annotate", &["--format=json", source], records.as_bytes());
        let documents: Vec<Value> = text(&output.stdout)
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0]["source"], format!("{source}:1"));
        assert_eq!(documents[0]["metadata"]["id"], 7);
        assert_eq!(documents[1]["text"], "Moscou parle.");
        let told = text(&output.stderr);
        assert!(told.contains("line 2: no JSON"), "{told}");
        assert_eq!(told.contains("-: taken for jsonl"), source == "-");
        assert_eq!(output.status.code(), Some(1));
    }
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
            "text, json or conllu",
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
    // Names that a tagger of the caller found keep its scores.
    let documents = |output: &Output| -> Vec<Value> {
        let lines = text(&output.stdout).lines();
        let mut documents: Vec<Value> = lines.map(|it| serde_json::from_str(it).unwrap()).collect();
        for document in &mut documents {
            for entity in document["entities"].as_array_mut().unwrap() {
                entity.as_object_mut().unwrap().remove("score");
            }
        }
        documents
    };
    assert_eq!(documents(&own).len(), 5);
    assert_eq!(documents(&own), documents(&usual));

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
fn stem_prints_a_stem_a_line() {
    let words = "militaires\nl’armée\n\nContinuellement\n".as_bytes();
    assert_eq!(
        text(&run("stem", &[], words).stdout),
        "militair\narmé\n\ncontinuel\n"
    );
    let two = run("stem", &["--edition", "2", "--lang", "fr"], words);
    assert_eq!(text(&two.stdout).lines().next(), Some("militair"));
}
