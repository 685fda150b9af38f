//! What `griot annotate` writes for other programs, read by other readers: those of `exports.py`.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Marks of every form, in French and with names, dates and quantities among them.
const NASTY: &str = "\u{feff}Le général\tTiani dit « <b>&amp;\"O’Neil\" », 12\u{202f}000 € à Niamey\u{2028}\
                     ou à Paris\u{85}le 3 décembre 2023. 👨‍👩‍👧 T1 B-PER|x, \"\"\r\n\
                     \0\u{1c} \u{1b}[31m \u{fffe}]]> \n\n  e\u{301}té à Dosso ; Fin";

/// A folder for one test, with the five articles and one that was written to break forms.
fn texts(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("texts")).unwrap();
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    for entry in fs::read_dir(seeds).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "txt") {
            let name = path.file_name().unwrap();
            fs::copy(&path, folder.join("texts").join(name)).unwrap();
        }
    }
    fs::write(folder.join("texts/nasty, \"1\".txt"), NASTY).unwrap();
    folder
}

fn annotate(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut griot = Command::new(env!("CARGO_BIN_EXE_griot"));
    let griot = griot.args(["annotate", "--lang", "fr", "--offsets", "chars", "texts"]);
    let output = griot.args(arguments).current_dir(folder).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    output.stdout
}

/// Reads a format with Python. A machine without the packages says so, and the test passes.
fn check(format: &str, path: &str, folder: &Path) {
    let lines = annotate(folder, &["--format", "json"]);
    fs::write(folder.join("expected.jsonl"), lines).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports.py");
    let python = std::env::var_os("PYTHON").unwrap_or("python3".into());
    let mut python = Command::new(python);
    let python = python.arg(script).args([format, path, "expected.jsonl"]);
    match python.current_dir(folder).output() {
        Err(problem) => eprintln!("{format}: not read back, for Python does not run: {problem}"),
        Ok(output) => {
            let told = String::from_utf8_lossy(&output.stderr);
            match output.status.code() {
                Some(0) => {}
                Some(3) => eprintln!("{format}: not read back: {told}"),
                _ => panic!("{format}: {told}"),
            }
        }
    }
}

#[test]
fn formats_on_one_stream_are_read_back() {
    let folder = texts("exports");
    for format in ["spacy", "iob", "tei", "csv"] {
        let written = annotate(&folder, &["--format", format]);
        fs::write(folder.join(format), written).unwrap();
        check(format, format, &folder);
    }
}

#[test]
fn files_of_brat_are_read_back() {
    let folder = texts("brat");
    assert_eq!(
        annotate(&folder, &["--format", "brat", "--folder", "out"]),
        b""
    );
    check("brat", "out", &folder);
    let names = fs::read_dir(folder.join("out")).unwrap();
    let mut names: Vec<_> = names.map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names.len(), 12);
    assert_eq!(names.last().unwrap(), "nasty---1-.txt");
}

#[test]
fn brat_needs_a_folder_and_writes_over_nothing() {
    let folder = texts("brat_twice");
    let mut griot = Command::new(env!("CARGO_BIN_EXE_griot"));
    let output = griot
        .args(["annotate", "--format", "brat", "texts"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--folder <DIR>"));
    let arguments = ["--format", "brat", "--folder", "out"];
    annotate(&folder, &arguments);
    let mut griot = Command::new(env!("CARGO_BIN_EXE_griot"));
    let griot = griot.args(["annotate", "texts"]).args(arguments);
    let output = griot.current_dir(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing is written over"));
    // Two texts of one name have two files.
    fs::create_dir(folder.join("more")).unwrap();
    fs::write(folder.join("more/nasty, \"1\".txt"), "Niamey.").unwrap();
    annotate(&folder, &["--format", "brat", "--folder", "both", "more"]);
    let second = fs::read_to_string(folder.join("both/nasty---1--2.txt")).unwrap();
    assert_eq!(second, "Niamey.");
}
