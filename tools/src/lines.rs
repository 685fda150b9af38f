//! The hand-kept files of `data/`: one entry a line, `#` for comments. And tables of strings in Rust.

use anyhow::{Result, bail};

/// The entries of a hand-kept file, which must be sorted and without repeats,
/// so that a change shows as the one line it is.
pub fn sorted<'a>(file: &str, text: &'a str) -> Result<Vec<&'a str>> {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    for (before, after) in lines.iter().zip(lines.iter().skip(1)) {
        if before >= after {
            bail!("{file}: `{after}` must not follow `{before}`");
        }
    }
    Ok(lines)
}

/// The two fields of a line.
pub fn pair<'a>(file: &str, line: &'a str) -> Result<(&'a str, &'a str)> {
    match line.split_once('\t') {
        Some(pair) if !pair.1.contains('\t') => Ok(pair),
        _ => bail!("{file}: `{line}` does not have two fields"),
    }
}

/// The longest line of a table in Rust source.
const WIDTH: usize = 99;

/// The rows of a table of strings in Rust source, filled as a page is.
pub fn table<'a>(items: impl IntoIterator<Item = &'a String>) -> String {
    let (mut rows, mut row) = (String::new(), String::new());
    for item in items {
        let item = format!("{item:?},");
        if 4 + row.chars().count() + 1 + item.chars().count() > WIDTH {
            rows.push_str(&format!("    {row}\n"));
            row.clear();
        }
        if !row.is_empty() {
            row.push(' ');
        }
        row.push_str(&item);
    }
    rows.push_str(&format!("    {row}\n];\n"));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_left_out() {
        assert_eq!(sorted("f", "# b\na\n\nc\n").unwrap(), ["a", "c"]);
    }

    #[test]
    fn disorder_and_repeats_are_refused() {
        assert!(sorted("f", "b\na\n").is_err());
        assert!(sorted("f", "a\na\n").is_err());
    }

    #[test]
    fn two_fields() {
        assert_eq!(pair("f", "a\tb").unwrap(), ("a", "b"));
        assert!(pair("f", "a").is_err());
        assert!(pair("f", "a\tb\tc").is_err());
    }
}
