//! The columns of a line of CoNLL-U, and the values of its MISC.

use std::borrow::Cow;

/// What is wrong with a line, with the name of the field.
pub(super) type Problem = String;

/// The line of a word, of a token of several words, or of an empty node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) id: Id,
    pub(super) form: &'a str,
    /// `None` for `_`, as in the columns below.
    pub(super) lemma: Option<&'a str>,
    pub(super) upos: Option<&'a str>,
    pub(super) feats: Option<&'a str>,
    pub(super) misc: Misc<'a>,
}

/// The column ID.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Id {
    Word(u32),
    /// A token that stands for several words: `3-4`.
    Range(u32, u32),
    /// A word that is not in the text: `5.1`.
    Empty,
}

impl<'a> Row<'a> {
    /// The row of a word of which nothing else is known.
    pub(super) fn of(id: u32, form: &'a str) -> Self {
        Self {
            id: Id::Word(id),
            form,
            lemma: None,
            upos: None,
            feats: None,
            misc: Misc::new(""),
        }
    }

    pub(super) fn parse(line: &'a str) -> Result<Self, Problem> {
        let mut columns = [""; 10];
        let mut found = line.split('\t');
        for (number, column) in columns.iter_mut().enumerate() {
            *column = found.next().ok_or_else(|| {
                format!("it has {number} columns, and CoNLL-U has 10 with tabs between")
            })?;
        }
        if found.next().is_some() {
            return Err("it has more than the 10 columns of CoNLL-U".to_owned());
        }
        let [id, form, lemma, upos, _, feats, _, _, _, misc] = columns;
        let given = |column: &'a str| Some(column).filter(|it| !matches!(*it, "_" | ""));
        if form.is_empty() || form.trim() != form {
            return Err("FORM: it is empty, or has white space at an end".to_owned());
        }
        // White space alone is no lemma.
        let lemma = lemma.trim();
        Ok(Self {
            id: Id::parse(id)?,
            form,
            // The lemma of an underscore is one.
            lemma: given(lemma).or((form == "_" && lemma == "_").then_some(lemma)),
            upos: given(upos),
            feats: given(feats),
            misc: Misc::new(given(misc).unwrap_or_default()),
        })
    }
}

impl Id {
    fn parse(id: &str) -> Result<Self, Problem> {
        let wrong = || format!("ID: {id:?} is no number, range or decimal");
        let number = |text: &str| text.parse::<u32>().map_err(|_| wrong());
        if let Some((first, last)) = id.split_once('-') {
            let (first, last) = (number(first)?, number(last)?);
            return if first <= last {
                Ok(Self::Range(first, last))
            } else {
                Err(wrong())
            };
        }
        if let Some((word, place)) = id.split_once('.') {
            number(word).and(number(place))?;
            return Ok(Self::Empty);
        }
        number(id).map(Self::Word)
    }
}

/// The column MISC: keys with values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Misc<'a>(&'a str);

impl<'a> Misc<'a> {
    pub(super) fn new(column: &'a str) -> Self {
        Self(column)
    }

    /// The column as it stands.
    pub(super) fn all(self) -> &'a str {
        self.0
    }

    /// The value of a key, with its escapes.
    pub(super) fn get(self, key: &str) -> Option<&'a str> {
        let pairs = self.0.split('|').filter_map(|pair| pair.split_once('='));
        let mut pairs = pairs.filter(|(it, _)| *it == key);
        pairs.next().map(|(_, value)| value)
    }

    /// The value of a key with the escapes of UDPipe undone, and `\u` with four hex digits.
    pub(super) fn text(self, key: &str) -> Option<Cow<'a, str>> {
        self.get(key).map(unescaped)
    }
}

fn unescaped(value: &str) -> Cow<'_, str> {
    let Some((head, _)) = value.split_once('\\') else {
        return Cow::Borrowed(value);
    };
    let (mut text, mut rest) = (head.to_owned(), value.get(head.len()..).unwrap_or_default());
    while let Some(tail) = rest.strip_prefix('\\') {
        let mut chars = tail.chars();
        let c = match chars.next() {
            Some('s') => Some(' '),
            Some('t') => Some('\t'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('p') => Some('|'),
            Some('\\') => Some('\\'),
            Some('u') => {
                let digits = chars.as_str().get(..4);
                let number = digits.and_then(|it| u32::from_str_radix(it, 16).ok());
                chars = chars.as_str().get(4..).unwrap_or_default().chars();
                number.and_then(char::from_u32)
            }
            _ => None,
        };
        // What is no escape stands for itself.
        rest = match c {
            Some(_) => chars.as_str(),
            None => tail,
        };
        text.push(c.unwrap_or('\\'));
        let end = rest.find('\\').unwrap_or(rest.len());
        let (plain, after) = rest.split_at(end);
        text.push_str(plain);
        rest = after;
    }
    Cow::Owned(text)
}
