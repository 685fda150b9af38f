//! Imports go one way: from room to room of `src/`, and from file to file inside a room.
//!
//! A room is a folder or a file directly below `src/`. The test reads the sources without their
//! comments, strings and tests, and collects every path that leads to another file.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The rooms in their order: each imports only from those before it.
const ROOMS: [&str; 27] = [
    "error",
    "text",
    "span",
    "date",
    "prefetch",
    "lines",
    "iso639",
    "models",
    "language",
    "normalize",
    "stem",
    "document",
    "interner",
    "lang",
    "stop",
    "input",
    "segment",
    "zones",
    "lemma",
    "morph",
    "entity",
    "matcher",
    "terms",
    "duplicates",
    "pipeline",
    "training",
    "guide",
];

/// Files of one room that may import each other, and why. `lang::*` is every file below `lang`.
const CIRCLES: &[(&[&str], &str)] = &[
    (
        &[
            "document",
            "document::token",
            "document::sentence",
            "document::entity",
            "document::quotation",
        ],
        "the views lead to each other: from a token to its sentence, and back to the tokens",
    ),
    (
        &["document::layer", "document::layer_set", "document::layers"],
        "the table of layers names the columns of each, and a document holds a set of layers",
    ),
    (
        &["lang", "lang::*"],
        "the table lists the languages, and each is written in the types of the table",
    ),
    (
        &["pipeline", "pipeline::builder", "pipeline::worker"],
        "a pipeline gives a builder and workers, which make it and hold it",
    ),
];

/// A file of `src/`: what it imports, and what it lets others import.
#[derive(Default)]
struct File {
    /// Paths as they are written, from `crate`, `self`, `super` or a child of the file.
    paths: Vec<Vec<String>>,
    /// Names that `use` brings in, and where they come from.
    names: BTreeMap<String, Vec<String>>,
}

/// All files by their module: `entity::dates`, and an empty string for `lib.rs`.
type Files = BTreeMap<String, File>;

#[test]
fn rooms_import_only_from_rooms_before_them() {
    let files = read();
    let place = |room: &str| ROOMS.iter().position(|name| *name == room);
    let mut wrong = BTreeSet::new();
    for (module, file) in files.iter().filter(|(module, _)| !module.is_empty()) {
        let own = room(module);
        let here = place(own).unwrap_or_else(|| panic!("the room {own} has no place in ROOMS"));
        for path in &file.paths {
            let target = absolute(module, path);
            let first = target.first().map_or("", String::as_str);
            // `crate::Error` is what `lib.rs` takes from a room.
            let taken = files[""].names.get(first).and_then(|path| path.first());
            let other = taken.map_or(first, String::as_str);
            if place(other).is_some_and(|there| there > here) {
                wrong.insert(format!("{module} imports {}", target.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "imports run back: {wrong:#?}");
}

#[test]
fn the_design_states_the_order() {
    let design = include_str!("../DESIGN.md").replace('\n', " ");
    let order = ROOMS.map(|room| format!("`{room}`")).join(", ");
    assert!(design.contains(&order), "DESIGN.md does not say {order}");
}

#[test]
fn files_of_a_room_form_no_circle() {
    let files = read();
    let mut edges = BTreeSet::new();
    for (module, file) in &files {
        for path in &file.paths {
            let target = defined(&files, &absolute(module, path));
            if target != *module && !module.is_empty() && room(&target) == room(module) {
                edges.insert((module.clone(), target));
            }
        }
    }
    for (group, _) in CIRCLES {
        let may = |module: &str| group.iter().any(|member| is_member(module, member));
        let before = edges.len();
        edges.retain(|(from, to)| !(may(from) && may(to)));
        assert!(edges.len() < before, "no import needs {group:?} any more");
    }
    let circular = |(from, to): &&(String, String)| {
        let (mut reached, mut open) = (BTreeSet::new(), vec![to]);
        while let Some(module) = open.pop() {
            if reached.insert(module) {
                open.extend(
                    edges
                        .iter()
                        .filter(|edge| edge.0 == *module)
                        .map(|edge| &edge.1),
                );
            }
        }
        reached.contains(from)
    };
    let circles = edges.iter().filter(circular);
    let circles: Vec<_> = circles
        .map(|(from, to)| format!("{from} imports {to}"))
        .collect();
    assert!(circles.is_empty(), "files import each other: {circles:#?}");
}

#[test]
fn paths_are_read() {
    let source = r##"
        //! use crate::comment;
        use crate::{one::{self, Two as Other}, three::*};
        pub(crate) use child::Four;
        use std::fmt;
        fn f<'a>(it: &'a str) -> char {
            let _ = ("use crate::string;", r#"" crate::raw"#, '"', '\'', b'"');
            super::super::five::g(it); /* crate::block */ child::h()
        }
        #[cfg(test)]
        #[rustfmt::skip]
        mod tests { use crate::test; fn g() {} }
        fn g() { crate::six() }
    "##;
    let file = parse(source, &|name| name == "child");
    let paths: Vec<_> = file.paths.iter().map(|path| path.join("::")).collect();
    let expected = [
        "crate::one",
        "crate::one::Two",
        "crate::three::*",
        "super::super::five::g",
        "child::h",
        "crate::six",
    ];
    assert_eq!(paths, expected);
    let names: Vec<_> = file.names.keys().map(String::as_str).collect();
    assert_eq!(names, ["Four", "Other", "one"]);
}

fn room(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}

/// Whether a member of [`CIRCLES`] means a module.
fn is_member(module: &str, member: &str) -> bool {
    match member.strip_suffix('*') {
        Some(parent) => module.starts_with(parent),
        None => module == member,
    }
}

/// A path from the root, without `crate`.
fn absolute(module: &str, path: &[String]) -> Vec<String> {
    let mut at: Vec<String> = module.split("::").map(str::to_owned).collect();
    at.retain(|part| !part.is_empty());
    for (index, part) in path.iter().enumerate() {
        match part.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => drop(at.pop()),
            _ => {
                at.extend_from_slice(&path[index..]);
                break;
            }
        }
    }
    at
}

/// The file in which stands what a path names; a name that a file takes from another is followed.
fn defined(files: &Files, path: &[String]) -> String {
    let deepest = (0..=path.len()).rev().find_map(|length| {
        let module = path[..length].join("::");
        files.get(&module).map(|file| (module, file, length))
    });
    let Some((module, file, length)) = deepest else {
        return String::new();
    };
    match path.get(length).and_then(|name| file.names.get(name)) {
        Some(taken) => defined(files, &absolute(&module, taken)),
        None => module,
    }
}

fn read() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = BTreeMap::new();
    collect(&root, &[], &mut sources);
    let below = |module: &str, name: &str| match module {
        "" => name.to_owned(),
        _ => format!("{module}::{name}"),
    };
    let parsed = sources.iter().map(|(module, source)| {
        let file = parse(source, &|name| sources.contains_key(&below(module, name)));
        (module.clone(), file)
    });
    parsed.collect()
}

fn collect(folder: &Path, module: &[&str], sources: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let mut name = module.to_vec();
        if !matches!(stem, "mod" | "lib") {
            name.push(stem);
        }
        // Tests may ask any room.
        if matches!(stem, "tests" | "testing") {
            continue;
        }
        if path.is_dir() {
            collect(&path, &name, sources);
        } else if path.extension().is_some_and(|it| it == "rs") {
            sources.insert(name.join("::"), fs::read_to_string(&path).unwrap());
        }
    }
}

/// The paths of a source. `is_child` says whether a name is a module below it.
fn parse(source: &str, is_child: &dyn Fn(&str) -> bool) -> File {
    let tokens = without_tests(&tokens(source));
    let mut file = File::default();
    let mut reexports = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let fresh = at == 0 || !matches!(tokens[at - 1], "::" | ".");
        // `use<'a>` in a type is no import.
        if tokens[at] == "use" && tokens.get(at + 1) != Some(&"<") {
            let public = at > 0 && matches!(tokens[at - 1], "pub" | ")");
            let mut found = Vec::new();
            at = tree(&tokens, at + 1, &[], &mut found);
            for (path, name) in found {
                if !starts(path[0], is_child) {
                    continue;
                }
                let path: Vec<String> = path.into_iter().map(str::to_owned).collect();
                if name != "*" {
                    file.names.insert(name.to_owned(), path.clone());
                }
                if public {
                    reexports.push((path, name));
                } else {
                    file.paths.push(path);
                }
            }
        } else if tokens[at] == "pub" && tokens.get(at + 2) == Some(&"in") {
            // `pub(in crate::room)` says who may see, and imports nothing.
            at = (at..tokens.len()).find(|at| tokens[*at] == ")").unwrap();
        } else if fresh && starts(tokens[at], is_child) && tokens.get(at + 1) == Some(&"::") {
            let mut path = vec![tokens[at].to_owned()];
            while tokens.get(at + 1) == Some(&"::") && tokens.get(at + 2).is_some_and(is_name) {
                path.push(tokens[at + 2].to_owned());
                at += 2;
            }
            file.paths.push(path);
            at += 1;
        } else {
            at += 1;
        }
    }
    // What is only handed on is not imported.
    for (path, name) in reexports {
        if tokens.iter().filter(|token| **token == name).count() > 1 {
            file.paths.push(path);
        }
    }
    file
}

fn starts(name: &str, is_child: &dyn Fn(&str) -> bool) -> bool {
    matches!(name, "crate" | "self" | "super") || is_child(name)
}

fn is_name(token: &&str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Reads a tree of `use` from `at`; returns where it ends. A leaf is a path and the name it gives.
fn tree<'s>(
    tokens: &[&'s str],
    mut at: usize,
    before: &[&'s str],
    found: &mut Vec<(Vec<&'s str>, &'s str)>,
) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens[at] {
            "::" => at += 1,
            "{" => {
                at += 1;
                while tokens[at] != "}" {
                    at = tree(tokens, at, &path, found);
                    at += usize::from(tokens[at] == ",");
                }
                return at + 1;
            }
            "as" => {
                found.push((path, tokens[at + 1]));
                return at + 2;
            }
            "," | "}" | ";" => {
                if path.len() > 1 && path.last() == Some(&"self") {
                    path.pop();
                }
                if let Some(name) = path.last().copied() {
                    found.push((path, name));
                }
                return at;
            }
            part => {
                path.push(part);
                at += 1;
            }
        }
    }
}

/// Without what stands behind `#[cfg(test)]`.
fn without_tests<'s>(tokens: &[&'s str]) -> Vec<&'s str> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        if !tokens[at..].starts_with(&mark) {
            kept.push(tokens[at]);
            at += 1;
            continue;
        }
        let mut depth = 0;
        loop {
            match tokens[at] {
                "{" | "[" | "(" => depth += 1,
                "}" | "]" | ")" => depth -= 1,
                _ => {}
            }
            at += 1;
            if depth == 0 && matches!(tokens[at - 1], "}" | ";") {
                break;
            }
        }
    }
    kept
}

/// Names, `::` and single characters, without white space, comments, strings and characters.
fn tokens(source: &str) -> Vec<&str> {
    let (mut tokens, mut rest) = (Vec::new(), source);
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = literal(rest) {
            length
        } else if c.is_alphanumeric() || c == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let end = end.unwrap_or(rest.len());
            tokens.push(&rest[..end]);
            end
        } else if rest.starts_with("::") {
            tokens.push("::");
            2
        } else {
            let length = c.len_utf8();
            if !c.is_whitespace() {
                tokens.push(&rest[..length]);
            }
            length
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of a string or a character at the beginning, if there is one.
fn literal(rest: &str) -> Option<usize> {
    let prefix = rest.len() - rest.trim_start_matches('b').len();
    let (prefix, raw) = match rest.get(prefix.min(1)..) {
        Some(behind) if behind.starts_with('r') => (prefix.min(1) + 1, true),
        _ => (prefix.min(1), false),
    };
    let body = &rest[prefix..];
    if raw {
        let hashes = body.len() - body.trim_start_matches('#').len();
        body[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", &body[..hashes]);
        let end = body[hashes + 1..].find(&close)? + hashes + 1 + close.len();
        return Some(prefix + end);
    }
    let quote = body.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut chars = body.char_indices().skip(1);
    // `'a` without a second quotation mark is a lifetime.
    if quote == '\'' {
        let (_, first) = chars.clone().next()?;
        let (_, second) = chars.clone().nth(1)?;
        if first != '\\' && second != '\'' {
            return None;
        }
    }
    while let Some((at, c)) = chars.next() {
        if c == '\\' {
            chars.next();
        } else if c == quote {
            return Some(prefix + at + 1);
        }
    }
    None
}
