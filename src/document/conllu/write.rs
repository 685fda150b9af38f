//! [`Conllu`]: a document in CoNLL-U.

use std::fmt::{self, Write};

use super::super::layer;
use super::super::{DocumentRef, Layer, Sentence, Token, TokenKind};
use crate::lines::is_control;

/// A document in CoNLL-U, the exchange format of treebanks. Its `Display` form is the file.
///
/// There is one block for each sentence; a document without sentences is one block. The columns ID,
/// FORM, LEMMA, UPOS, FEATS and MISC are filled, the others are `_`. MISC holds these keys:
///
/// - `SpaceAfter` or `SpacesAfter`, `SpacesBefore` on the first token, and `SpacesInToken` if FORM is
///   not the exact text of the token. If all zones were split into tokens, the text can be rebuilt
///   from them and the forms;
/// - `TokenRange`: start and end in characters, as other tools write it;
/// - `Lang`: the language of the token, if it is not that of the whole document;
/// - `Norm` and `Stem`; `Stem` only for words;
/// - `NER`: the outermost entity in the BIO scheme;
/// - `Quotation`: the quotation in the BIO scheme, with the id of its speaker if that is an
///   entity: `B-per:salifou-modi`.
///
/// No text of the document can end a line or a column. FORM, LEMMA and the text of a sentence have a
/// space instead of a tab or line break, and U+FFFD instead of any other control character; a run of
/// spaces in FORM or LEMMA is one space. MISC has the escapes of UDPipe (`\s` for a space, `\t`,
/// `\n`, `\r`, `\p` for `|`, `\\`), and `\u` with four hex digits for control characters that UDPipe
/// has no escape for. An empty value is written as `_`.
///
/// ```
/// let document = griot::Pipeline::new()?.process("Moscou l’a livré.\nMerci !")?;
/// let conllu = document.view().conllu().to_string();
/// assert!(conllu.starts_with("# newdoc\n# sent_id = 1\n# text = Moscou l’a livré.\n1\tMoscou\t"));
/// assert!(conllu.contains("SpacesAfter=\\n"));
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Conllu<'a> {
    document: DocumentRef<'a>,
}

impl<'a> DocumentRef<'a> {
    /// The document in CoNLL-U. Write it with `to_string`, `format!` or `write!`.
    pub fn conllu(self) -> Conllu<'a> {
        Conllu::new(self)
    }
}

impl<'a> Conllu<'a> {
    fn new(document: DocumentRef<'a>) -> Self {
        Self { document }
    }
}

impl fmt::Display for Conllu<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("# newdoc\n")?;
        let mut characters = Characters::new(self.document.text());
        if self.document.sentences().len() == 0 {
            let span = self.document.text().trim();
            return block(f, 1, span, self.document.tokens(), &mut characters);
        }
        for sentence in self.document.sentences() {
            let text = Sentence::text(sentence);
            block(
                f,
                sentence.index() + 1,
                text,
                sentence.tokens(),
                &mut characters,
            )?;
        }
        Ok(())
    }
}

fn block<'a>(
    f: &mut fmt::Formatter<'_>,
    number: usize,
    text: &str,
    tokens: impl ExactSizeIterator<Item = Token<'a>>,
    characters: &mut Characters<'_>,
) -> fmt::Result {
    if tokens.len() == 0 {
        return Ok(());
    }
    write!(f, "# sent_id = {number}\n# text = ")?;
    text.chars().try_for_each(|c| f.write_char(shown(c)))?;
    f.write_char('\n')?;
    for (index, token) in tokens.enumerate() {
        row(f, index + 1, token, characters)?;
    }
    f.write_str("\n")
}

fn row(
    f: &mut fmt::Formatter<'_>,
    number: usize,
    token: Token<'_>,
    characters: &mut Characters<'_>,
) -> fmt::Result {
    write!(f, "{number}\t")?;
    column(f, token.text())?;
    f.write_char('\t')?;
    column(f, token.lemma().unwrap_or_default())?;
    let pos = token.pos().map_or("_", |pos| pos.as_str());
    let morph = token.morph().unwrap_or_default();
    write!(f, "\t{pos}\t_\t{morph}\t_\t_\t_\t")?;
    if token.index() == 0 && !token.space_before().is_empty() {
        f.write_str("SpacesBefore=")?;
        value(f, token.space_before())?;
    }
    if !is_plain(token.text()) {
        f.write_str("SpacesInToken=")?;
        value(f, token.text())?;
    }
    match token.space_after() {
        " " => {}
        "" => f.write_str("SpaceAfter=No|")?,
        space => {
            f.write_str("SpacesAfter=")?;
            value(f, space)?;
        }
    }
    for layer in Layer::ALL {
        if let layer::Conllu::Misc(key) = layer.info().conllu {
            misc(f, *layer, key, token)?;
        }
    }
    let span = token.span();
    let (start, end) = (characters.up_to(span.start()), characters.up_to(span.end()));
    writeln!(f, "TokenRange={start}:{end}")
}

/// Writes the key of a layer in MISC, if it has a value for the token.
fn misc(f: &mut fmt::Formatter<'_>, layer: Layer, key: &str, token: Token<'_>) -> fmt::Result {
    let language = token.language();
    let text = match layer {
        Layer::Language => (language != token.main_language()).then(|| language.code()),
        Layer::Norms => token.norm(),
        Layer::Stems => token.stem().filter(|_| token.kind() == TokenKind::Word),
        Layer::Entities => {
            let Some(entity) = token.entity() else {
                return Ok(());
            };
            let first = entity.token_range().start == token.index();
            let place = if first { 'B' } else { 'I' };
            return write!(f, "{key}={place}-{}|", entity.label());
        }
        Layer::Quotations => {
            let Some(quotation) = token.quotation() else {
                return Ok(());
            };
            let first = quotation.token_range().start == token.index();
            write!(f, "{key}={}", if first { 'B' } else { 'I' })?;
            return match quotation.speaker_entity().and_then(|entity| entity.id()) {
                Some(id) => {
                    f.write_char('-')?;
                    value(f, id)
                }
                None => f.write_char('|'),
            };
        }
        Layer::Zones
        | Layer::Sentences
        | Layer::Tokens
        | Layer::Stops
        | Layer::Lemmas
        | Layer::Pos
        | Layer::Morph => None,
    };
    let Some(text) = text else { return Ok(()) };
    write!(f, "{key}=")?;
    value(f, text)
}

/// Returns true if a text can be a column as it is. Some readers end a line at control characters that
/// are no line breaks to Unicode, and some end a column at two spaces.
fn is_plain(text: &str) -> bool {
    !text.contains(is_control) && !text.contains("  ")
}

/// What stands for a character outside MISC.
fn shown(c: char) -> char {
    match c {
        c if !is_control(c) => c,
        c if c.is_whitespace() => ' ',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// Writes FORM or LEMMA.
fn column(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let text = text.trim();
    if text.is_empty() {
        return f.write_char('_');
    }
    if is_plain(text) {
        return f.write_str(text);
    }
    let mut before = None;
    for c in text.chars().map(shown) {
        if c != ' ' || before != Some(' ') {
            f.write_char(c)?;
        }
        before = Some(c);
    }
    Ok(())
}

/// Writes a value of MISC, where `|` separates keys and a backslash begins an escape.
fn value(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    if text.is_empty() {
        f.write_char('_')?;
    }
    for c in text.chars() {
        match c {
            ' ' => f.write_str("\\s")?,
            '|' => f.write_str("\\p")?,
            '\\' => f.write_str("\\\\")?,
            '\t' => f.write_str("\\t")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            c if is_control(c) => write!(f, "\\u{:04x}", u32::from(c))?,
            other => f.write_char(other)?,
        }
    }
    f.write_char('|')
}

/// Counts the characters of a text in one pass.
struct Characters<'a> {
    text: &'a str,
    byte: usize,
    count: usize,
}

impl<'a> Characters<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            count: 0,
        }
    }

    /// The number of characters before the offset `byte`. `byte` must not be less than in the last
    /// call.
    fn up_to(&mut self, byte: usize) -> usize {
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        self.count += passed.chars().count();
        self.byte = byte.max(self.byte);
        self.count
    }
}
