//! [`GriotTokenStream`]: the terms of a text, one by one.

use std::borrow::Cow;
use std::ops::Range;

use griot::normalize::unaccented;
use griot::terms::Form;
use griot::{DocumentRef, Stop, Token as Word, TokenKind};
use tantivy_tokenizer_api::{Token, TokenStream};

use crate::builder::{Compounds, Options};
use crate::compounds::{find_parts, find_words, is_compound};
use crate::forms::{Lemmatizers, form_of_part};

/// The terms of a text, in order. It borrows the memory of its tokenizer.
#[derive(Debug)]
pub struct GriotTokenStream<'a> {
    /// `None` if the pipeline refused the text.
    document: Option<DocumentRef<'a>>,
    options: Options,
    lemmatizers: &'a Lemmatizers,
    buffers: &'a mut Buffers,
    /// The index of the next word of the document.
    next: usize,
    /// The position of the next term.
    position: usize,
}

/// The memory of a tokenizer that its streams use, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    token: Token,
    /// The parts of the last word that are still to come, the last one first.
    parts: Vec<Range<usize>>,
    /// What becomes of the words of each type. griot numbers types in the order of the text.
    roles: Vec<Role>,
    /// The terms of types, one after the other.
    terms: String,
}

impl Buffers {
    /// A text of many words must not hold memory for ever.
    const KEPT: usize = 1 << 16;

    fn clear(&mut self) {
        self.token.reset();
        self.parts.clear();
        self.roles.clear();
        self.roles.shrink_to(Self::KEPT);
        self.terms.clear();
        self.terms.shrink_to(Self::KEPT);
    }
}

/// What becomes of a word, which is the same for all words of its type.
#[derive(Clone, Copy, Debug)]
enum Role {
    /// A mark has no position.
    Mark,
    /// A stop word or a clitic is no term, but may have a position.
    Gap,
    /// A term that stands in `terms`, from the one byte to the other.
    Term(usize, usize),
    /// A term that depends on the part of speech.
    Lemma,
    /// A word whose parts may be terms.
    Compound,
}

impl<'a> GriotTokenStream<'a> {
    pub(crate) fn new(
        document: Option<DocumentRef<'a>>,
        options: Options,
        lemmatizers: &'a Lemmatizers,
        buffers: &'a mut Buffers,
    ) -> Self {
        buffers.clear();
        Self {
            document,
            options,
            lemmatizers,
            buffers,
            next: 0,
            position: 0,
        }
    }

    /// Makes a term of a word, or leaves its parts to come. Returns whether it made one.
    fn word(&mut self, word: Word<'a>) -> bool {
        match self.role(word) {
            Role::Mark => return false,
            Role::Gap => {
                self.skip();
                return false;
            }
            Role::Term(start, end) => {
                let Buffers { token, terms, .. } = &mut *self.buffers;
                token.text.clear();
                token
                    .text
                    .push_str(terms.get(start..end).unwrap_or_default());
            }
            Role::Lemma => self.write(self.form(word)),
            Role::Compound => return self.compound(word),
        }
        self.place(word.span().range(), 0);
        true
    }

    /// What becomes of a word. It is decided for the first word of a type.
    fn role(&mut self, word: Word<'a>) -> Role {
        let id = word.type_id().map_or(usize::MAX, |id| id as usize);
        if let Some(role) = self.buffers.roles.get(id) {
            return *role;
        }
        let role = self.decide(word);
        if id == self.buffers.roles.len() {
            self.buffers.roles.push(role);
        }
        role
    }

    fn decide(&mut self, word: Word<'a>) -> Role {
        use TokenKind::{Email, Emoji, Hashtag, Mention, Number, Url};
        match word.kind() {
            TokenKind::Word if self.is_stop(word.stop()) || self.is_clitic(word.text()) => {
                return Role::Gap;
            }
            TokenKind::Word | Number
                if self.options.compounds != Compounds::Whole
                    && !word.is_stop()
                    && is_compound(word.text()) =>
            {
                return Role::Compound;
            }
            Hashtag | Mention => return Role::Compound,
            TokenKind::Word | Number | Url | Email | Emoji => {}
            _ => return Role::Mark,
        }
        if self.options.form == Form::Lemma {
            return Role::Lemma;
        }
        let form = self.form(word);
        let terms = &mut self.buffers.terms;
        let start = terms.len();
        push_term(form, self.options, terms);
        Role::Term(start, terms.len())
    }

    /// Leaves the parts of a compound to come, or makes a term of the whole. Returns whether it made one.
    fn compound(&mut self, word: Word<'a>) -> bool {
        let tagged = matches!(word.kind(), TokenKind::Hashtag | TokenKind::Mention);
        let mut parts = std::mem::take(&mut self.buffers.parts);
        if tagged {
            find_words(word, &mut parts);
        } else {
            find_parts(word, &mut parts);
        }
        if !self.options.gaps {
            parts.retain(|span| !self.drops_part(word, span));
        }
        let count = parts.len();
        self.buffers.parts = parts;
        if count > 0 && (tagged || self.options.compounds != Compounds::Both) {
            return false;
        }
        self.write(self.form(word));
        self.place(word.span().range(), count);
        true
    }

    /// The form of a word that is its term.
    fn form(&self, word: Word<'a>) -> &'a str {
        let form = match self.options.form {
            Form::Stem => word.stem(),
            // The lemma of a name is the name as it stands, and the norm of that is known.
            Form::Lemma => word.lemma().filter(|lemma| *lemma != word.text()),
            _ => None,
        };
        form.or(word.norm()).unwrap_or_default()
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
        self.write(&form);
        self.place(span, 0);
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

    /// Makes a form the text of the token.
    fn write(&mut self, form: &str) {
        let text = &mut self.buffers.token.text;
        text.clear();
        push_term(form, self.options, text);
    }

    /// Places the token. A whole with parts to come shares its position with the first.
    fn place(&mut self, span: Range<usize>, parts: usize) {
        let token = &mut self.buffers.token;
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
            let found = if let Some(span) = self.buffers.parts.pop() {
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
        &self.buffers.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.buffers.token
    }
}

/// Appends a form as it is searched.
fn push_term(form: &str, options: Options, text: &mut String) {
    let form = match options.accents {
        true => Cow::Borrowed(form),
        false => unaccented(form),
    };
    // Only a lemma is not in lower case.
    if options.form == Form::Lemma && form.contains(char::is_uppercase) {
        text.push_str(&form.to_lowercase());
    } else {
        text.push_str(&form);
    }
}

fn part_of<'a>(word: Word<'a>, span: &Range<usize>) -> &'a str {
    let start = word.span().start();
    word.text()
        .get(span.start - start..span.end - start)
        .unwrap_or_default()
}
