//! Writes HTML. Text and values of attributes are escaped here and nowhere else, and every element that
//! was opened is closed. Names of elements and attributes are constants of the program.

use std::borrow::Cow;

/// The names and values of attributes.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

/// A page that is being written.
#[derive(Debug, Default)]
pub struct Html {
    page: String,
    /// The elements that are open, the innermost last.
    open: Vec<&'static str>,
}

impl Html {
    pub fn new() -> Self {
        let page = "<!DOCTYPE html>\n".to_owned();
        let open = Vec::new();
        Self { page, open }
    }

    /// Opens an element.
    pub fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.void(name, attributes);
        self.open.push(name);
    }

    /// Writes an element that has no content, such as `meta`.
    pub fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.page.push('<');
        self.page.push_str(name);
        for (name, value) in attributes {
            self.page.push(' ');
            self.page.push_str(name);
            self.page.push_str("=\"");
            self.text(value);
            self.page.push('"');
        }
        self.page.push('>');
    }

    /// Closes the innermost open element.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.page.push_str("</");
            self.page.push_str(name);
            self.page.push('>');
            if !matches!(name, "a" | "b" | "i" | "mark" | "q" | "span") {
                self.page.push('\n');
            }
        }
    }

    /// Writes text. It may come from anywhere.
    pub fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(is_special) {
            let (plain, tail) = rest.split_at(at);
            self.page.push_str(plain);
            let mut tail = tail.chars();
            match tail.next() {
                Some('&') => self.page.push_str("&amp;"),
                Some('<') => self.page.push_str("&lt;"),
                Some('>') => self.page.push_str("&gt;"),
                Some('"') => self.page.push_str("&quot;"),
                Some('\'') => self.page.push_str("&#39;"),
                _ => self.page.push(char::REPLACEMENT_CHARACTER),
            }
            rest = tail.as_str();
        }
        self.page.push_str(rest);
    }

    /// Writes an element that holds only text.
    pub fn element(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close();
    }

    /// Writes a style sheet or a script of the program, which is not escaped.
    pub fn own(&mut self, name: &'static str, source: &'static str) {
        self.open(name, &[]);
        self.page.push_str(source);
        self.close();
    }

    /// The page, with all elements closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.page
    }
}

/// Whether a character cannot stand in a page as it is. Marks that turn the direction of the text
/// around them could show a name as another one. Control characters are not allowed in HTML.
fn is_special(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let blank = matches!(c, '\n' | '\r' | '\t');
    turns || matches!(c, '&' | '<' | '>' | '"' | '\'') || (c.is_control() && !blank)
}

/// The text in one line. No-break spaces stay, as French typography wants them.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r', '\t']) {
        return Cow::Borrowed(text);
    }
    let words = text.split(['\n', '\r', '\t', ' ']);
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    Cow::Owned(words.join(" "))
}

/// A number and its noun: `1 word`, `2 words`.
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", grouped(number))
}

/// A number with narrow no-break spaces between its thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut html = Html::default();
        let hostile = "</style><script>'\"&\u{202e}\0\u{a0}»";
        html.element("p", &[("title", hostile)], hostile);
        let safe = "&lt;/style&gt;&lt;script&gt;&#39;&quot;&amp;\u{fffd}\u{fffd}\u{a0}»";
        assert_eq!(html.finish(), format!("<p title=\"{safe}\">{safe}</p>\n"));
    }

    #[test]
    fn what_was_opened_is_closed() {
        let mut html = Html::default();
        html.open("p", &[]);
        html.open("b", &[]);
        assert_eq!(html.finish(), "<p><b></b></p>\n");
    }

    #[test]
    fn lines_are_joined_and_no_break_spaces_stay() {
        assert_eq!(one_line("Le\r\n  Niger\u{a0}:"), "Le Niger\u{a0}:");
        assert_eq!(one_line("«\u{202f}a  b"), "«\u{202f}a  b");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(count(1, "word"), "1 word");
        assert_eq!(count(1_234_567, "word"), "1\u{202f}234\u{202f}567 words");
    }
}
