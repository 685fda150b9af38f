//! Reads the lists that the command line names: dates, names, and words.

#![allow(dead_code, reason = "not every program needs all of it")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use griot::{Date, Error, Label};

/// Calls `add` with each line of a file that is not empty. An error names the line.
fn each(path: &Path, mut add: impl FnMut(&str) -> Result<(), String>) -> Result<(), String> {
    let name = path.display();
    let text = fs::read_to_string(path).map_err(|problem| format!("{name}: {problem}"))?;
    let lines = text.lines().enumerate();
    for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
        add(line).map_err(|problem| format!("{name}, line {}: {problem}", number + 1))?;
    }
    Ok(())
}

/// Reads lines of name, tab, date.
pub fn dates(path: &Path) -> Result<HashMap<String, Date>, String> {
    let mut dates = HashMap::new();
    each(path, |line| {
        let (name, date) = line
            .split_once('\t')
            .ok_or("no tab: write name, tab, date")?;
        let date = date.parse().map_err(|problem: Error| problem.to_string())?;
        dates.insert(name.to_owned(), date);
        Ok(())
    })?;
    Ok(dates)
}

/// Reads lines of name, tab, label, tab, id.
pub fn names(path: &Path) -> Result<Vec<(Label, String, String)>, String> {
    let mut names = Vec::new();
    each(path, |line| {
        let fields: Vec<_> = line.split('\t').collect();
        let [name, label, id] = fields[..] else {
            return Err("not three fields: write name, tab, label, tab, id".to_owned());
        };
        let label = label
            .parse()
            .map_err(|problem: Error| problem.to_string())?;
        names.push((label, name.to_owned(), id.to_owned()));
        Ok(())
    })?;
    Ok(names)
}

/// Reads lines.
pub fn lines(path: &Path) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    each(path, |line| {
        lines.push(line.to_owned());
        Ok(())
    })?;
    Ok(lines)
}
