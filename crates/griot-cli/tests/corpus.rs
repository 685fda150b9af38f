//! `griot corpus`: what it writes, and that a run survives its end.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use griot::document::DocumentReader;
use serde_json::{Value, json};

/// A folder of its own for one test, where the program runs.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("corpus-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn command(&self, arguments: &str) -> Command {
        let mut griot = Command::new(env!("CARGO_BIN_EXE_griot"));
        griot
            .arg("corpus")
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        griot
    }

    fn run(&self, arguments: &str) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs the program to a good end.
    fn done(&self, arguments: &str) {
        let output = self.run(arguments);
        assert!(output.status.success(), "{}", told(&output));
    }

    /// Runs the program, which must fail with this message.
    fn fails(&self, arguments: &str, status: i32, problem: &str) {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(status), "{}", told(&output));
        assert!(told(&output).contains(problem), "{}", told(&output));
    }

    /// The files of an output and what they hold, besides the lock.
    fn files(&self, output: &str) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.path(output)).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let files = paths.filter(|path| !path.ends_with("lock")).map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        });
        files.collect()
    }

    fn manifest(&self, output: &str) -> Value {
        let manifest = fs::read(self.path(output).join("manifest.json")).unwrap();
        serde_json::from_slice(&manifest).unwrap()
    }

    /// The texts of all parts in lines of JSON.
    fn texts(&self, output: &str) -> Vec<String> {
        let mut files = self.files(output);
        files.retain(|name, _| name.starts_with("part-"));
        let lines = files.into_values().flat_map(|part| lines(&part));
        let texts = lines.map(|line| line["text"].as_str().unwrap().to_owned());
        texts.collect()
    }
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    let lines = std::str::from_utf8(bytes).unwrap().lines();
    lines.map(|it| serde_json::from_str(it).unwrap()).collect()
}

/// The text of this number, in French.
fn text(number: usize) -> String {
    format!("L’été {number}, « l'État » a livré l’œuvre à Niamey. Elle\u{a0}repart demain\u{202f}!")
}

/// Lines of JSON with these texts.
fn records(numbers: std::ops::Range<usize>) -> String {
    let record = |number| format!("{}\n", json!({"id": number, "text": text(number)}));
    numbers.map(record).collect()
}

fn names(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).collect()
}

#[test]
fn every_text_is_in_a_part_in_every_format() {
    let scratch = Scratch::new("formats");
    fs::write(scratch.path("a.jsonl"), records(0..5)).unwrap();
    fs::write(scratch.path("b.csv"), format!("text\n\"{}\"\n", text(5))).unwrap();
    fs::create_dir(scratch.path("c")).unwrap();
    fs::write(scratch.path("c/d.txt"), text(6)).unwrap();
    let all: Vec<_> = (0..7).map(text).collect();

    let same = "a.jsonl b.csv c --layers sentences,tokens --lang fr --part-size 3 --threads 2";
    scratch.done(&format!("{same} --output json"));
    assert_eq!(scratch.texts("json"), all);
    let files = scratch.files("json");
    let parts = [
        "part-000001.jsonl",
        "part-000002.jsonl",
        "part-000003.jsonl",
    ];
    assert_eq!(names(&files), [&["manifest.json"][..], &parts].concat());
    let counts = parts.map(|part| lines(&files[part]).len());
    assert_eq!(counts, [3, 3, 1]);
    let manifest = scratch.manifest("json");
    let bytes: usize = all.iter().map(String::len).sum();
    assert_eq!(manifest["texts"], 7);
    assert_eq!(manifest["bytes"], bytes);
    assert_eq!(
        (&manifest["parts"], &manifest["complete"]),
        (&json!(3), &json!(true))
    );
    // The lines are those of `annotate`.
    let mut annotate = Command::new(env!("CARGO_BIN_EXE_griot"));
    let options = "annotate a.jsonl b.csv c --layers sentences,tokens --lang fr --format json";
    annotate.args(options.split(' ')).current_dir(&scratch.0);
    let expected = annotate.output().unwrap().stdout;
    assert_eq!(parts.map(|part| files[part].clone()).concat(), expected);

    scratch.done(&format!("{same} --output binary --format binary"));
    let files = scratch.files("binary");
    let part = std::io::Cursor::new(&files["part-000002.griot"]);
    let mut reader = DocumentReader::open(part).unwrap();
    assert_eq!(reader.len(), 3);
    assert_eq!(reader.get(2).unwrap().text(), all[5]);
    let origins = lines(&files["part-000002.origins.jsonl"]);
    assert_eq!(
        origins[0],
        json!({"source": "a.jsonl:4", "metadata": {"id": 3}})
    );
    assert_eq!(origins[2]["source"], "b.csv:2");

    scratch.done(&format!("{same} --output conllu --format conllu"));
    let files = scratch.files("conllu");
    let part = std::str::from_utf8(&files["part-000003.conllu"]).unwrap();
    assert!(
        part.starts_with("# newdoc\n# sent_id = 1\n# text = L’été 6,"),
        "{part}"
    );
    let origins = lines(&files["part-000003.origins.jsonl"]);
    assert_eq!(origins, [json!({"source": "c/d.txt"})]);
}

/// Waits until the run has begun a part of at least this number, and a little longer.
fn kill(mut child: Child, output: &Path, part: u64, later: Duration) -> bool {
    let begun = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        let number = name.strip_prefix("part-").and_then(|it| it.get(..6));
        number.is_some_and(|it| it.parse::<u64>().unwrap() >= part)
    };
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        let mut entries = fs::read_dir(output).into_iter().flatten();
        if entries.any(|entry| entry.is_ok_and(begun)) {
            sleep(later);
            child.kill().unwrap();
            break;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "no part {part}");
        sleep(Duration::from_micros(200));
    }
    !child.wait().unwrap().success()
}

/// Kills a run ten times and continues it. The output is that of a run that nobody disturbed.
fn survives(scratch: &Scratch, command: &str) {
    scratch.done(&format!("{command} --output undisturbed"));
    let mut killed = 0;
    for (number, part) in [1, 2, 3, 5, 8, 20, 21, 30, 40, 48].into_iter().enumerate() {
        let child = scratch
            .command(&format!("{command} --output out"))
            .spawn()
            .unwrap();
        let later = Duration::from_micros(700 * number as u64);
        killed += u32::from(kill(child, &scratch.path("out"), part, later));
    }
    assert!(killed >= 5, "only {killed} runs were killed");
    scratch.done(&format!("{command} --output out"));
    let (done, expected) = (scratch.files("out"), scratch.files("undisturbed"));
    assert_eq!(names(&done), names(&expected));
    for (name, bytes) in &expected {
        assert!(done[name] == *bytes, "{name} differs");
    }
}

#[test]
fn a_run_that_is_killed_loses_and_doubles_nothing() {
    #[cfg(not(feature = "parquet"))]
    let formats = ["json", "binary", "conllu"];
    #[cfg(feature = "parquet")]
    let formats = [
        "json",
        "binary",
        "conllu",
        "parquet",
        "parquet --rows tokens",
    ];
    for (number, format) in formats.into_iter().enumerate() {
        let scratch = Scratch::new(&format!("killed-{number}"));
        let bad = "{\"text\": 7}\n";
        let many = [&records(0..150), bad, &records(150..300)].concat();
        fs::write(scratch.path("a.jsonl"), many).unwrap();
        fs::write(scratch.path("b.jsonl"), bad.to_owned() + &records(300..333)).unwrap();
        let same = "a.jsonl b.jsonl --lang fr --part-size 7 --threads 2 --skip-bad";
        survives(&scratch, &format!("{same} --format {format}"));
        if format == "json" {
            assert_eq!(scratch.texts("out"), (0..333).map(text).collect::<Vec<_>>());
        }
    }
}

/// A web archive with a page for each text, requests between them, and pages that are not read.
fn archive(numbers: std::ops::Range<usize>) -> String {
    let record = |kind: &str, number: usize, block: &str| {
        let length = block.len();
        format!(
            "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/{number}\r\n\
             Content-Type: application/http\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n"
        )
    };
    let page = |number: usize| {
        let encoding = if number % 50 == 49 { "br" } else { "identity" };
        let (request, text) = ("GET / HTTP/1.1\r\n\r\n", text(number));
        let response = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\n\r\n\
             <html><article><h1>L’été</h1><p>{text}</p></article></html>"
        );
        record("request", number, request) + &record("response", number, &response)
    };
    numbers.map(page).collect()
}

#[test]
fn a_web_archive_is_read_on_where_the_run_was_killed() {
    let scratch = Scratch::new("killed-warc");
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/warc/pages.warc.gz");
    fs::copy(pages, scratch.path("a.warc.gz")).unwrap();
    // The first archive is cut inside of a record.
    let cut = archive(0..199);
    fs::write(scratch.path("b.warc"), &cut[..cut.len() - 30]).unwrap();
    fs::write(scratch.path("c.warc"), archive(200..330)).unwrap();
    survives(
        &scratch,
        "a.warc.gz b.warc c.warc --lang fr --part-size 7 --threads 2 --skip-bad",
    );
    let manifest = scratch.manifest("out");
    assert_eq!(
        (&manifest["texts"], &manifest["rejects"]),
        (&json!(10 + 195 + 128), &json!(1 + 4 + 2))
    );
    let files = scratch.files("out");
    let first = &lines(&files["part-000002.jsonl"])[4];
    assert_eq!(first["source"], "https://example.org/0");
    assert!(
        first["text"].as_str().unwrap().ends_with(&text(0)),
        "{first}"
    );
    let rejects = lines(&files["rejects.jsonl"]);
    let told = |at: usize| rejects[at]["error"].as_str().unwrap();
    assert!(
        told(0).starts_with("a.warc.gz: byte 3881: https://example.org/br: "),
        "{}",
        told(0)
    );
    assert!(
        told(4).contains("b.warc: byte ") && told(4).contains("the record ends after"),
        "{}",
        told(4)
    );
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_is_read_as_it_was_written() {
    let scratch = Scratch::new("parquet");
    fs::write(scratch.path("a.jsonl"), records(0..9)).unwrap();
    scratch.done("a.jsonl --lang fr --part-size 5 --format parquet --output out");
    scratch.done("out --input parquet --layers tokens --output again");
    assert_eq!(scratch.texts("again"), (0..9).map(text).collect::<Vec<_>>());
    let files = scratch.files("again");
    let line = &lines(&files["part-000001.jsonl"])[6];
    assert_eq!(line["source"], "out/part-000002.parquet:2");
    assert_eq!(line["metadata"]["source"], "a.jsonl:7");
    assert_eq!(line["metadata"]["metadata"], "{\"id\":6}");
    // Lists of records, such as tokens, say nothing of a text.
    let kept = line["metadata"].as_object().unwrap();
    assert!(
        kept.len() > 3 && !kept.values().any(Value::is_array),
        "{kept:?}"
    );

    // Damage is an error of the file, and the file beside it is read.
    let whole = fs::read(scratch.path("out/part-000001.parquet")).unwrap();
    for at in (0..whole.len())
        .step_by(whole.len() / 40)
        .chain([whole.len() - 8])
    {
        let mut damaged = whole.clone();
        damaged[at] ^= 0xff;
        fs::write(scratch.path("out/part-000001.parquet"), damaged).unwrap();
        let _ = fs::remove_dir_all(scratch.path("damaged"));
        scratch.done("out --input parquet --layers tokens --skip-bad --output damaged");
        let texts = scratch.texts("damaged");
        assert!(
            texts.ends_with(&[text(5), text(6), text(7), text(8)]),
            "byte {at}"
        );
    }
    fs::write(scratch.path("b.parquet"), "no Parquet").unwrap();
    scratch.fails("b.parquet --output b", 1, "b.parquet: ");
    scratch.fails(
        "- --input parquet --output c",
        1,
        "Parquet is read from a file",
    );
}

/// A text of words that no other number has.
fn distinct(number: usize) -> String {
    let words = (0..40).map(|word| format!("mot{} ", number * 40 + word));
    words.collect()
}

#[test]
fn texts_that_repeat_an_earlier_one_are_dropped_and_told() {
    let scratch = Scratch::new("duplicates");
    let edited = distinct(1).replace("mot45 ", "mot9000 ").to_uppercase();
    let texts = [
        distinct(0),
        distinct(1),
        edited,
        distinct(2),
        String::new(),
        String::new(),
        distinct(0),
    ];
    let lines_of = |texts: &[String]| -> String {
        let lines = texts
            .iter()
            .map(|text| format!("{}\n", json!({"text": text})));
        lines.collect()
    };
    fs::write(scratch.path("a.jsonl"), lines_of(&texts)).unwrap();
    let command = "a.jsonl --layers tokens --part-size 2";
    scratch.done(&format!("{command} --dedup --output out"));
    // Texts without words are no duplicates.
    let kept = [
        distinct(0),
        distinct(1),
        distinct(2),
        String::new(),
        String::new(),
    ];
    assert_eq!(scratch.texts("out"), kept);
    let dropped = lines(&scratch.files("out")["duplicates.jsonl"]);
    let pairs = dropped
        .iter()
        .map(|it| (&it["source"], &it["duplicate_of"]));
    let expected = [("a.jsonl:3", "a.jsonl:2"), ("a.jsonl:7", "a.jsonl:1")];
    assert!(
        pairs.eq(expected
            .map(|(one, other)| (json!(one), json!(other)))
            .iter()
            .map(|it| (&it.0, &it.1)))
    );
    assert!(dropped[0]["similarity"].as_f64().unwrap() < 1.0);
    assert_eq!(dropped[1]["similarity"], 1.0);
    let manifest = scratch.manifest("out");
    assert_eq!(
        (&manifest["texts"], &manifest["duplicates"]),
        (&json!(5), &json!(2))
    );

    scratch.done(&format!("{command} --dedup=1 --output exact"));
    assert_eq!(scratch.texts("exact").len(), 6);
    // Of two texts, only one is remembered.
    scratch.done(&format!(
        "{command} --dedup --dedup-window 2 --output short"
    ));
    assert_eq!(scratch.texts("short").len(), 6);
    scratch.fails(&format!("{command} --dedup=2 --output x"), 2, "from 0 to 1");
    scratch.fails(
        &format!("{command} --output out"),
        1,
        "--dedup was 0.5 and is not given",
    );
    // What a later run finds, an earlier one may have kept.
    fs::write(
        scratch.path("a.jsonl"),
        lines_of(&[&texts[..], &[distinct(2)]].concat()),
    )
    .unwrap();
    scratch.done(&format!("{command} --dedup --output out"));
    assert_eq!(
        (
            scratch.texts("out").len(),
            &scratch.manifest("out")["duplicates"]
        ),
        (5, &json!(3))
    );
}

#[test]
fn a_killed_run_drops_the_same_texts() {
    let scratch = Scratch::new("killed-duplicates");
    // Some texts come again soon, and some when they are forgotten.
    let number = |at: usize| match at % 5 {
        3 => at.saturating_sub(7),
        4 => at.saturating_sub(80),
        _ => at,
    };
    let line = |at: usize| format!("{}\n", json!({"text": distinct(number(at))}));
    fs::write(
        scratch.path("a.jsonl"),
        (0..340).map(line).collect::<String>(),
    )
    .unwrap();
    let same = "a.jsonl --layers tokens --part-size 7 --threads 2";
    survives(&scratch, &format!("{same} --dedup --dedup-window 30"));
    let manifest = scratch.manifest("out");
    let dropped = manifest["duplicates"].as_u64().unwrap();
    assert!((40..120).contains(&dropped), "{dropped}");
    let files = scratch.files("out");
    assert_eq!(lines(&files["duplicates.jsonl"]).len() as u64, dropped);
    let prints = files
        .keys()
        .filter(|name| name.starts_with("fingerprints-"));
    assert_eq!(prints.count(), 2);
}

#[test]
fn what_is_not_counted_is_removed() {
    let scratch = Scratch::new("stale");
    fs::write(scratch.path("a.jsonl"), records(0..4)).unwrap();
    let command = "a.jsonl --layers tokens --part-size 2 --output out";
    scratch.done(command);
    let expected = scratch.files("out");
    for name in [
        "part-000003.jsonl",
        "part-000003.jsonl.tmp",
        "manifest.json.tmp",
        "rejects.jsonl",
    ] {
        fs::write(scratch.path("out").join(name), "half").unwrap();
    }
    scratch.done(command);
    assert_eq!(scratch.files("out"), expected);
    // A run that was killed before its first manifest.
    fs::create_dir(scratch.path("new")).unwrap();
    fs::write(scratch.path("new/manifest.json.tmp"), "{").unwrap();
    scratch.done(&command.replace("--output out", "--output new"));
    assert_eq!(scratch.files("new"), expected);
}

#[test]
fn a_second_process_is_refused() {
    let scratch = Scratch::new("second");
    fs::write(scratch.path("a.jsonl"), records(0..3)).unwrap();
    let mut first = scratch
        .command("- --input jsonl --output out")
        .spawn()
        .unwrap();
    let mut input = first.stdin.take().unwrap();
    input.write_all(records(0..3).as_bytes()).unwrap();
    while !scratch.path("out/manifest.json").exists() {
        assert!(
            first.try_wait().unwrap().is_none(),
            "the first process ended"
        );
        sleep(Duration::from_millis(5));
    }
    scratch.fails(
        "- --input jsonl --output out",
        1,
        "out: another process writes to this folder",
    );
    drop(input);
    assert!(first.wait().unwrap().success());
    assert_eq!(scratch.texts("out"), (0..3).map(text).collect::<Vec<_>>());
}

#[test]
fn other_settings_and_other_inputs_are_refused() {
    let scratch = Scratch::new("settings");
    for name in ["a", "b"] {
        fs::create_dir_all(scratch.path("in")).unwrap();
        fs::write(scratch.path(&format!("in/{name}.txt")), text(1)).unwrap();
    }
    let command = "in --layers tokens --output out";
    scratch.done(command);
    let before = scratch.files("out");
    for (other, difference) in [
        (
            "in --layers tokens,sentences --output out",
            "--layers was [\"tokens\"] and is [",
        ),
        (
            "in --layers tokens --lang fr --output out",
            "--lang was not given and is \"fr\"",
        ),
        (
            "in --layers tokens --format binary --output out",
            "--format was \"json\" and is \"binary\"",
        ),
        (
            "in --layers tokens --part-size 5 --output out",
            "--part-size was 10000 and is 5",
        ),
        (
            "in --layers tokens --encoding auto --output out",
            "--encoding was not given",
        ),
        (
            "in/a.txt --layers tokens --output out",
            "PATH was [\"in\"] and is [\"in/a.txt\"]",
        ),
    ] {
        scratch.fails(other, 1, difference);
    }
    // How the work is done may change.
    scratch.done(&format!("{command} --threads 3 --skip-bad"));
    assert_eq!(scratch.files("out"), before);
    // A file behind the others is new; one before them moves their numbers.
    fs::write(scratch.path("in/c.txt"), text(2)).unwrap();
    scratch.done(command);
    assert_eq!(scratch.texts("out"), [text(1), text(1), text(2)]);
    fs::write(scratch.path("in/a.txt"), text(1000)).unwrap();
    scratch.fails(command, 1, "the inputs have changed: file 3 was in/c.txt");
    fs::write(scratch.path("in/a.txt"), text(1)).unwrap();
    scratch.done(command);
    fs::write(scratch.path("in/0.txt"), text(0)).unwrap();
    scratch.fails(command, 1, "the inputs have changed");
    // A folder that holds something else, or the inputs.
    scratch.fails("in --output in", 2, "inside of an input folder");
    scratch.fails(
        "in --recursive --output in/out",
        2,
        "inside of an input folder",
    );
    fs::create_dir(scratch.path("other")).unwrap();
    fs::write(scratch.path("other/thesis.txt"), "").unwrap();
    scratch.fails("in --output other", 1, "thesis.txt is of no run of griot");
    fs::write(scratch.path("out/manifest.json"), "{}").unwrap();
    scratch.fails(command, 1, "manifest.json: no manifest of griot");
}

#[test]
fn bad_texts_end_the_run_or_are_set_aside() {
    let scratch = Scratch::new("rejects");
    let bad = "{\"text\": 7}\n";
    let input = [&records(0..5), bad, &records(5..7)].concat();
    fs::write(scratch.path("a.jsonl"), input).unwrap();
    let command = "a.jsonl missing.txt --layers tokens --part-size 2 --output out";
    scratch.fails(command, 1, "a.jsonl: line 6: ");
    assert_eq!(scratch.texts("out"), (0..4).map(text).collect::<Vec<_>>());
    assert_eq!(scratch.manifest("out")["complete"], false);
    assert_eq!(scratch.files("out").len(), 3);

    scratch.done(&format!("{command} --skip-bad"));
    assert_eq!(scratch.texts("out"), (0..7).map(text).collect::<Vec<_>>());
    let rejects = lines(&scratch.files("out")["rejects.jsonl"]);
    let places: Vec<_> = rejects
        .iter()
        .map(|it| (it["file"].as_str(), it["number"].as_u64()))
        .collect();
    assert_eq!(
        places,
        [(Some("a.jsonl"), Some(6)), (Some("missing.txt"), Some(1))]
    );
    assert!(
        rejects[0]["error"].as_str().unwrap().contains("line 6"),
        "{rejects:?}"
    );
    let manifest = scratch.manifest("out");
    assert_eq!(
        (&manifest["texts"], &manifest["rejects"]),
        (&json!(7), &json!(2))
    );
}

#[test]
fn a_record_that_was_mended_is_done() {
    let scratch = Scratch::new("mended");
    let bad = "{\"text\": 7}\n";
    fs::write(scratch.path("a.jsonl"), records(0..3) + bad).unwrap();
    let command = "a.jsonl --layers tokens --part-size 2 --output out";
    scratch.fails(command, 1, "out is whole up to text 2 of a.jsonl");
    fs::write(scratch.path("a.jsonl"), records(0..5)).unwrap();
    scratch.done(command);
    assert_eq!(scratch.texts("out"), (0..5).map(text).collect::<Vec<_>>());
}

/// The limit on the size of a file stands for the end of a disk.
#[cfg(unix)]
#[test]
fn a_full_disk_ends_the_run_in_a_valid_state() {
    let scratch = Scratch::new("full");
    let long = format!("{}\n", json!({"text": "Elle repart demain. ".repeat(5000)}));
    fs::write(scratch.path("a.jsonl"), records(0..4) + &long).unwrap();
    let command = "a.jsonl --layers sentences --part-size 2 --output out";
    let griot = env!("CARGO_BIN_EXE_griot");
    let script = format!("trap '' XFSZ; ulimit -f 100; exec '{griot}' corpus {command}");
    let mut shell = Command::new("sh");
    let output = shell
        .args(["-c", &script])
        .current_dir(&scratch.0)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(
        told(&output).contains("out/part-000003.jsonl.tmp: "),
        "{}",
        told(&output)
    );
    let saved = "out is whole up to text 4 of a.jsonl";
    assert!(told(&output).contains(saved), "{}", told(&output));
    assert_eq!(scratch.manifest("out")["texts"], 4);
    assert_eq!(scratch.files("out").len(), 3);
    scratch.done(command);
    assert_eq!(scratch.texts("out").len(), 5);
}
