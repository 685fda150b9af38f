//! What may be printed to a terminal. A text from outside can hold characters that a terminal obeys, or
//! that show text in another order than it has.

#![allow(dead_code, reason = "not every program needs all of it")]

use std::borrow::Cow;
use std::process::ExitCode;

/// Prints a message of a program to standard error, in one line. It may quote a file name or a text.
pub fn tell(program: &str, message: &str) {
    eprintln!("{program}: {}", line(message));
}

/// Prints what the user asked for.
pub fn print(text: &str) -> ExitCode {
    print!("{text}");
    ExitCode::SUCCESS
}

/// Prints the version of a program, which is that of the crate.
pub fn version(program: &str) -> ExitCode {
    println!("{program} {} (griot)", env!("CARGO_PKG_VERSION"));
    ExitCode::SUCCESS
}

/// Says in two lines what is wrong with the usage, and how it is meant.
pub fn refuse(program: &str, problem: &str, help: &str) -> ExitCode {
    tell(program, problem);
    let usage = help.lines().next().unwrap_or_default();
    eprintln!("{usage} (--help says more)");
    ExitCode::from(2)
}

/// Whether the user and the terminal want colours.
pub fn has_colours() -> bool {
    let variable = |name| std::env::var(name).unwrap_or_default();
    wants_colours(&variable("NO_COLOR"), &variable("TERM"))
}

/// An empty `NO_COLOR` means nothing; see <https://no-color.org>.
pub fn wants_colours(no_color: &str, term: &str) -> bool {
    no_color.is_empty() && term != "dumb"
}

/// The text in one line, with escapes for all characters that cannot be printed.
pub fn line(text: &str) -> Cow<'_, str> {
    escaped(text, is_printable)
}

/// The same, but line breaks and tabs stay. The escapes are those of JSON, so JSON means the same
/// afterwards.
pub fn lines(text: &str) -> Cow<'_, str> {
    escaped(text, |c| is_printable(c) || matches!(c, '\n' | '\t'))
}

fn escaped(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.chars().all(&stays) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            c if stays(c) => escaped.push(c),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            c => escaped.push_str(&format!("\\u{:04x}", u32::from(c))),
        }
    }
    Cow::Owned(escaped)
}

/// Returns false for control characters, line breaks, marks of direction and the byte order mark.
fn is_printable(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !(c.is_control() || turns || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// What a terminal would obey, or show in another order.
    const ODD: &str = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2028}\r";

    #[test]
    fn only_printable_text_reaches_a_terminal() {
        assert_eq!(line(ODD), r"\u001b]0;x\u0007\u009b2J\u202e\u2028\r");
        assert_eq!(line("a\tb\nc"), r"a\tb\nc");
        assert_eq!(lines("a\tb\nc\r"), "a\tb\nc\\r");
        // French typography, letters of other scripts and emoji can be printed.
        let plain = "«\u{a0}L’été…\u{202f}» d'Œuvre, نيامي, 漢字, e\u{301}, 👩\u{200d}👧";
        assert_eq!(lines(plain), plain);
        // JSON stays JSON, and means the same.
        let value = Value::from(ODD);
        let json = lines(&value.to_string()).into_owned();
        assert!(!json.contains(char::is_control));
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
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
                wants_colours(no_color, term),
                wants,
                "{no_color:?} {term:?}"
            );
        }
    }
}
