//! Marks of several characters.

/// The length of a quotation mark as TeX writes it, plain or escaped for HTML.
pub(super) fn tex_quote(rest: &str) -> Option<usize> {
    let marks = ["``", "''", "’’", "&#39;&#39;"];
    let mark = marks.into_iter().find(|mark| rest.starts_with(mark))?;
    Some(mark.len())
}

/// The length of an emoticon such as `:-)`, `;)` or `:D`, before a space, a mark or the end.
pub(super) fn emoticon(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix([':', ';', '='])?;
    let nose = after.strip_prefix(['-', '\'', 'o']).unwrap_or(after);
    let mouth = nose.strip_prefix(|c| matches!(c, ')' | '('))?;
    let end = mouth.trim_start_matches([')', '(']);
    (!end.starts_with(char::is_alphanumeric)).then_some(rest.len() - end.len())
}

/// The length of a run of two or more: of the same mark, or of question and exclamation marks.
pub(super) fn run(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    let end = match first {
        '!' | '?' => rest.trim_start_matches(['!', '?']),
        '*' | '=' | '~' | '$' | '<' | '>' | '#' => rest.trim_start_matches(first),
        _ => return None,
    };
    let length = rest.len() - end.len();
    (length > 1).then_some(length)
}
