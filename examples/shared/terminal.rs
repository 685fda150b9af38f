//! What may be printed to a terminal. A text from outside can hold characters that a terminal obeys, or
//! that show text in another order than it has.

#![allow(dead_code, reason = "not every program needs all of it")]

use std::borrow::Cow;

/// Prints a message of a program to standard error, in one line. It may quote a file name or a text.
pub fn tell(program: &str, message: &str) {
    eprintln!("{program}: {}", line(message));
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
