//! [`GriotTokenStream`]: the terms of a text, one by one.

use std::borrow::Cow;
use std::ops::Range;

use griot::segment::Words;
use griot::terms::Form;
use griot::{DocumentRef, Span, TokenKind};
use tantivy_tokenizer_api::{Token, TokenStream};

use crate::builder::{Compounds, Options};
use crate::compounds::{Word, find_parts, find_words};
use crate::forms::{Lemmatizers, form_of_part};
use crate::role::{Role, push_term, role_of};
use crate::vocabulary::{EDITION, Vocabulary};

/// The terms of a text, in order. It borrows the memory of its tokenizer.
#[derive(Debug)]
pub struct GriotTokenStream<'a> {
    source: Source<'a>,
    options: Options,
    lemmatizers: &'a Lemmatizers,
    buffers: &'a mut Buffers,
    /// The last word, whose parts may be to come.
    word: Option<Word<'a>>,
    /// The position of the next term.
    position: usize,
}

/// Where the words of a text come from.
#[derive(Debug)]
pub(crate) enum Source<'a> {
    /// They are cut when they are asked for.
    Text(&'a str, Words<'a>, &'a mut Vocabulary),
    /// They stand in a document. The number is that of the next one.
    Document(DocumentRef<'a>, usize),
    /// The pipeline refused the text.
    Nothing,
}

/// The memory of a tokenizer that its streams use, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    token: Token,
    /// The parts of the last word that are still to come, the last one first.
    parts: Vec<Range<usize>>,
    /// What becomes of the words of each type of a document, and where in `terms` its term stands. griot
    /// numbers types in the order of the text.
    roles: Vec<(Role, Range<usize>)>,
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

impl<'a> GriotTokenStream<'a> {
    pub(crate) fn new(
        source: Source<'a>,
        options: Options,
        lemmatizers: &'a Lemmatizers,
        buffers: &'a mut Buffers,
    ) -> Self {
        buffers.clear();
        Self {
            source,
            options,
            lemmatizers,
            buffers,
            word: None,
            position: 0,
        }
    }

    /// Makes a term of a word that was cut, or leaves its parts to come. Returns whether it made one.
    #[inline]
    fn cut(&mut self, (span, kind): (Span, TokenKind)) -> bool {
        let Source::Text(text, _, vocabulary) = &mut self.source else {
            return false;
        };
        let word = span.get(text).unwrap_or_default();
        let role = vocabulary.role(word, kind, &mut self.buffers.token.text);
        if role == Role::Compound {
            let form = vocabulary.form(word, kind);
            let word = Word {
                text: word,
                start: span.start(),
                kind,
                language: vocabulary.language,
                edition: Some(EDITION),
                pos: None,
            };
            return self.compound(word, &form);
        }
        self.take(role, span)
    }

    /// Makes a term of a word of the document, or leaves its parts to come. Returns whether it made one.
    fn made(&mut self, document: DocumentRef<'a>, token: griot::Token<'a>) -> bool {
        match self.role(token) {
            Role::Lemma => self.write(self.form(token)),
            Role::Compound => {
                let word = Word {
                    text: token.text(),
                    start: token.span().start(),
                    kind: token.kind(),
                    language: token.language(),
                    edition: document.stem_edition(),
                    pos: token.pos(),
                };
                return self.compound(word, self.form(token));
            }
            role => return self.take(role, token.span()),
        }
        self.take(Role::Term, token.span())
    }

    /// What becomes of a word of the document. It is decided for the first word of a type. The text of a term
    /// is the text of the token then.
    fn role(&mut self, word: griot::Token<'a>) -> Role {
        let id = word.type_id().map_or(usize::MAX, |id| id as usize);
        if self.buffers.roles.get(id).is_none() {
            let tier = (word.stop(), word.is_stop());
            let role = role_of(word.text(), word.kind(), tier, self.options);
            let form = Some(self.form(word)).filter(|_| role == Role::Term);
            let Buffers { roles, terms, .. } = &mut *self.buffers;
            let start = terms.len();
            push_term(form.unwrap_or_default(), self.options, terms);
            roles.push((role, start..terms.len()));
        }
        let Buffers {
            roles,
            terms,
            token,
            ..
        } = &mut *self.buffers;
        let Some((role, term)) = roles.get(id) else {
            return Role::Mark;
        };
        token.text.clear();
        token
            .text
            .push_str(terms.get(term.clone()).unwrap_or_default());
        *role
    }

    /// The form of a word of the document that is its term.
    fn form(&self, word: griot::Token<'a>) -> &'a str {
        let form = match self.options.form {
            Form::Stem => word.stem(),
            // The lemma of a name is the name as it stands, and the norm of that is known.
            Form::Lemma => word.lemma().filter(|lemma| *lemma != word.text()),
            _ => None,
        };
        form.or(word.norm()).unwrap_or_default()
    }

    /// Makes a term of a word that has no parts, if it is one. Its text is written already.
    fn take(&mut self, role: Role, span: Span) -> bool {
        match role {
            Role::Term => self.place(span.range(), 0),
            Role::Gap => self.skip(),
            _ => {}
        }
        role == Role::Term
    }

    /// Leaves the parts of a compound to come, or makes a term of the whole, which has this form. Returns
    /// whether it made one.
    fn compound(&mut self, word: Word<'a>, form: &str) -> bool {
        let tagged = matches!(word.kind, TokenKind::Hashtag | TokenKind::Mention);
        let mut parts = std::mem::take(&mut self.buffers.parts);
        if tagged {
            find_words(word, &mut parts);
        } else {
            find_parts(word, &mut parts);
        }
        if !self.options.gaps {
            parts.retain(|span| !self.options.drops_clitic(word.part(span)));
        }
        let count = parts.len();
        self.buffers.parts = parts;
        self.word = Some(word);
        if count > 0 && (tagged || self.options.compounds != Compounds::Both) {
            return false;
        }
        self.write(form);
        self.place(word.start..word.start + word.text.len(), count);
        true
    }

    /// Makes a term of a part of the last word. One that is a stop word elsewhere is one, as in
    /// `porte-avions`. Returns whether it made one.
    fn part(&mut self, span: Range<usize>) -> bool {
        let Some(word) = self.word else {
            return false;
        };
        let text = word.part(&span);
        if self.options.drops_clitic(text) {
            self.skip();
            return false;
        }
        let form: Cow<'_, str> = form_of_part(text, word, self.options.form, self.lemmatizers);
        self.write(&form);
        self.place(span, 0);
        true
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
        loop {
            let found = if let Some(span) = self.buffers.parts.pop() {
                self.part(span)
            } else {
                match &mut self.source {
                    Source::Text(_, words, _) => match words.next() {
                        Some(cut) => self.cut(cut),
                        None => return false,
                    },
                    Source::Document(document, next) => match document.token(*next) {
                        Some(token) => {
                            *next += 1;
                            let document = *document;
                            self.made(document, token)
                        }
                        None => return false,
                    },
                    Source::Nothing => return false,
                }
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
