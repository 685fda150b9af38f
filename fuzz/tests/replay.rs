//! Runs every target on a stable compiler: on its corpus, on what once failed, and on some hundred
//! random mutations of both.
//!
//! `GRIOT_FUZZ_SEED` repeats a run, and `GRIOT_FUZZ_RUNS` sets the mutations for each target.
//! `GRIOT_FUZZ_ONLY` names the targets that run. `GRIOT_FUZZ_INPUTS` is a folder with more inputs to
//! mutate, one folder for each target, as libFuzzer makes it. An input that fails is kept in `crashes/`
//! and so replayed from then on.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use griot_fuzz::documents::{ACCEPTED, CHANGED};
use griot_fuzz::{TARGETS, Target};

/// Mutations for each target.
const RUNS: u64 = 300;

/// A longer input would take the time of many short ones.
const LONGEST: usize = 4096;

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(kind)
}

/// The files of a folder with their names, in order. None if there is no such folder.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| (path.clone(), fs::read(path).unwrap());
    paths.into_iter().map(read).collect()
}

/// The entries of a dictionary of libFuzzer: `"…"` a line, with `\xNN` for bytes.
fn dictionary(name: &str) -> Vec<Vec<u8>> {
    let path = folder("dictionaries").join(format!("{name}.dict"));
    let text = fs::read_to_string(path).unwrap();
    let entries = text
        .lines()
        .filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    entries.map(unescape).collect()
}

fn unescape(entry: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = entry;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match (c, rest.strip_prefix('x')) {
            ('\\', Some(hex)) => {
                bytes.push(u8::from_str_radix(&hex[..2], 16).unwrap());
                rest = &hex[2..];
            }
            ('\\', None) => {
                bytes.push(rest.as_bytes()[0]);
                rest = &rest[1..];
            }
            _ => bytes.extend(c.to_string().bytes()),
        }
    }
    bytes
}

/// Random numbers: SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below `bound`, or 0.
    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let (one, other) = (self.below(length + 1), self.below(length + 1));
        one.min(other)..one.max(other)
    }

    /// One input out of others, with a few changes.
    fn mutate(&mut self, seeds: &[Vec<u8>], words: &[Vec<u8>]) -> Vec<u8> {
        let mut input = seeds[self.below(seeds.len())].clone();
        for _ in 0..1 + self.below(6) {
            let at = self.below(input.len() + 1);
            match self.below(6) {
                0 if at < input.len() => input[at] = self.next() as u8,
                1 => input.insert(at, self.next() as u8),
                2 => drop(input.drain(self.range(input.len()))),
                3 => drop(input.splice(at..at, words[self.below(words.len())].iter().copied())),
                4 => {
                    let piece = input[self.range(input.len())].to_vec();
                    input.splice(at..at, piece);
                }
                _ => {
                    let other = &seeds[self.below(seeds.len())];
                    let piece = &other[self.range(other.len())];
                    input.splice(at..at, piece.iter().copied());
                }
            }
        }
        input.truncate(LONGEST);
        input
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable)
        .ok()
        .map(|value| value.parse().expect("a number"))
}

/// The targets of this run.
fn chosen() -> impl Iterator<Item = &'static Target> {
    let only = std::env::var("GRIOT_FUZZ_ONLY").unwrap_or_default();
    let is_chosen = move |target: &&Target| {
        only.is_empty() || only.split_whitespace().any(|name| name == target.name)
    };
    TARGETS.iter().filter(is_chosen)
}

fn fails(target: &Target, input: &[u8]) -> bool {
    catch_unwind(AssertUnwindSafe(|| (target.run)(input))).is_err()
}

#[test]
fn no_input_breaks_a_rule() {
    let clock = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap()
            .as_nanos() as u64
    };
    let seed = number("GRIOT_FUZZ_SEED").unwrap_or_else(clock);
    let runs = number("GRIOT_FUZZ_RUNS").unwrap_or(RUNS);
    println!("GRIOT_FUZZ_SEED={seed}");
    let mut failed = Vec::new();
    let more = std::env::var_os("GRIOT_FUZZ_INPUTS").map(PathBuf::from);
    for target in chosen() {
        let mut known = files(&folder("corpus").join(target.name));
        assert!(!known.is_empty(), "{} has no corpus", target.name);
        let crashes = folder("crashes").join(target.name);
        known.extend(files(&crashes));
        failed.extend(
            known
                .iter()
                .filter(|(_, input)| fails(target, input))
                .map(|(path, _)| path.clone()),
        );
        known.extend(more.iter().flat_map(|more| files(&more.join(target.name))));
        let inputs: Vec<_> = known.into_iter().map(|(_, input)| input).collect();
        let words = dictionary(target.dictionary);
        let mut random = Random(seed);
        let start = Instant::now();
        let mut done = 0;
        for run in 0..runs {
            done += 1;
            let input = random.mutate(&inputs, &words);
            if fails(target, &input) {
                let path = crashes.join(format!("replay-{seed}-{run}"));
                fs::create_dir_all(&crashes).unwrap();
                fs::write(&path, input).unwrap();
                failed.push(path);
                break;
            }
        }
        let [changed, accepted] = [&CHANGED, &ACCEPTED].map(|count| count.swap(0, Relaxed));
        let seconds = start.elapsed().as_secs();
        println!(
            "{}: {done} mutations in {seconds} s; {changed} changed documents, {accepted} accepted",
            target.name
        );
    }
    assert!(
        failed.is_empty(),
        "GRIOT_FUZZ_SEED={seed}: these inputs fail: {failed:#?}"
    );
}

#[test]
fn every_target_has_a_binary() {
    let mut names: Vec<_> = TARGETS
        .iter()
        .map(|target| target.name.to_owned())
        .collect();
    let stem =
        |(path, _): &(PathBuf, Vec<u8>)| path.file_stem().unwrap().to_str().unwrap().to_owned();
    names.sort();
    assert_eq!(
        files(&folder("fuzz_targets"))
            .iter()
            .map(stem)
            .collect::<Vec<_>>(),
        names
    );
    let manifest = fs::read_to_string(folder("Cargo.toml")).unwrap();
    for name in names {
        assert!(
            manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")),
            "{name}"
        );
    }
}
