//! [`GriotTokenStream`]: the terms of a text, one by one.

use std::ops::Range;

use griot::normalize::unaccented;
use griot::terms::Form;
use griot::{DocumentRef, Stop, Token as Word, TokenKind};
use tantivy_tokenizer_api::{Token, TokenStream};

use crate::builder::{Compounds, Options};
use crate::compounds::{find_parts, find_words};
use crate::forms::{Lemmatizers, form_of_part};

/// The terms of a text, in order. It borrows the memory of its tokenizer.
#[derive(Debug)]
pub struct GriotTokenStream<'a> {
    /// `None` if the pipeline refused the text.
    document: Option<DocumentRef<'a>>,
    options: Options,
    lemmatizers: &'a Lemmatizers,
    token: &'a mut Token,
    /// The parts of the last word that are still to come, the last one first.
    parts: &'a mut Vec<Range<usize>>,
    /// The index of the next word of the document.
    next: usize,
    /// The position of the next term.
    position: usize,
}

impl<'a> GriotTokenStream<'a> {
    pub(crate) fn new(
        document: Option<DocumentRef<'a>>,
        options: Options,
        lemmatizers: &'a Lemmatizers,
        token: &'a mut Token,
        parts: &'a mut Vec<Range<usize>>,
    ) -> Self {
        Self {
            document,
            options,
            lemmatizers,
            token,
            parts,
            next: 0,
            position: 0,
        }
    }

    /// Makes a term of a word, or leaves its parts to come. Returns whether it made one.
    fn word(&mut self, word: Word<'a>) -> bool {
        use TokenKind::{Email, Emoji, Hashtag, Mention, Number, Url};
        let mut whole = true;
        match word.kind() {
            TokenKind::Word if self.is_stop(word.stop()) || self.is_clitic(word.text()) => {
                self.skip();
                return false;
            }
            TokenKind::Word | Number
                if self.options.compounds != Compounds::Whole && !word.is_stop() =>
            {
                find_parts(word, self.parts);
                whole = self.options.compounds == Compounds::Both;
            }
            Hashtag | Mention => {
                find_words(word, self.parts);
                whole = false;
            }
            TokenKind::Word | Number | Url | Email | Emoji => {}
            _ => return false,
        }
        if !self.options.gaps && !self.parts.is_empty() {
            let mut parts = std::mem::take(self.parts);
            parts.retain(|span| !self.drops_part(word, span));
            *self.parts = parts;
        }
        if !whole && !self.parts.is_empty() {
            return false;
        }
        let form = match self.options.form {
            Form::Stem => word.stem(),
            // The lemma of a name is the name as it stands, and the norm of that is known.
            Form::Lemma => word.lemma().filter(|lemma| *lemma != word.text()),
            _ => None,
        };
        let form = form.unwrap_or_else(|| norm_of(word));
        self.put(form, word.span().range(), self.parts.len());
        true
    }

    /// Makes a term of a part of a word. Returns whether it made one.
    fn part(&mut self, word: Word<'a>, span: Range<usize>) -> bool {
        if self.drops_part(word, &span) {
            self.skip();
            return false;
        }
        let text = part_of(word, &span);
        let edition = self.document.and_then(DocumentRef::stem_edition);
        let facts = (word.language(), edition, word.pos());
        let form = form_of_part(text, facts, self.options.form, self.lemmatizers);
        self.put(&form, span, 0);
        true
    }

    /// Whether a part is no term. One that is a stop word elsewhere is one, as in `porte-avions`.
    fn drops_part(&self, word: Word<'a>, span: &Range<usize>) -> bool {
        self.is_clitic(part_of(word, span))
    }

    /// Whether a word of this tier is no term.
    fn is_stop(&self, tier: Option<Stop>) -> bool {
        tier.is_some_and(|tier| tier != Stop::No && tier <= self.options.stops)
    }

    /// Whether a word is no term because it leans on another.
    fn is_clitic(&self, word: &str) -> bool {
        let leans = || word.starts_with('-') || word.ends_with(['\'', '’']);
        !self.options.clitics && leans()
    }

    fn skip(&mut self) {
        self.position += usize::from(self.options.gaps);
    }

    /// Fills the token. A whole with parts to come shares its position with the first.
    fn put(&mut self, form: &str, span: Range<usize>, parts: usize) {
        let token = &mut *self.token;
        token.text.clear();
        if self.options.accents {
            token.text.push_str(form);
        } else {
            token.text.push_str(&unaccented(form));
        }
        // Only a lemma is not in lower case.
        if self.options.form == Form::Lemma && token.text.contains(char::is_uppercase) {
            token.text = token.text.to_lowercase();
        }
        (token.offset_from, token.offset_to) = (span.start, span.end);
        token.position = self.position;
        token.position_length = parts.max(1);
        self.position += usize::from(parts == 0);
    }
}

impl TokenStream for GriotTokenStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(document) = self.document else {
            return false;
        };
        loop {
            let found = if let Some(span) = self.parts.pop() {
                let word = document.token(self.next - 1);
                word.is_some_and(|word| self.part(word, span))
            } else if let Some(word) = document.token(self.next) {
                self.next += 1;
                self.word(word)
            } else {
                return false;
            };
            if found {
                return true;
            }
        }
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

fn norm_of(word: Word<'_>) -> &str {
    word.norm().unwrap_or_default()
}

fn part_of<'a>(word: Word<'a>, span: &Range<usize>) -> &'a str {
    let start = word.span().start();
    word.text()
        .get(span.start - start..span.end - start)
        .unwrap_or_default()
}
