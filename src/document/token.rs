//! [`Token`]: a view of one token of a document.

use std::borrow::Cow;
use std::fmt;

use super::layers::Layers;
use super::morph::Morph;
use super::place::by_place;
use super::{DocumentRef, Entity, Pos, Quotation, Sentence, Shape, Stop, TokenKind, ZoneKind};
use crate::language::Language;
use crate::normalize::unaccented;
use crate::span::{Span, clamp};

/// A token of a document: a word, a number, a punctuation mark or another [kind](TokenKind).
///
/// It is a view: an index into the document's layers, and cheap to copy. A method whose layer was
/// not made returns `None` or `false`, as each one states.
///
/// ```
/// # #[cfg(all(feature = "fr", feature = "snowball3"))] {
/// let document = griot::Pipeline::new()?.process("L’armée a reçu des équipements militaires.")?;
/// let token = document.view().token(1).unwrap();
/// assert_eq!((token.text(), token.norm(), token.stem()), ("armée", Some("armée"), Some("armé")));
/// assert_eq!(token.span(), griot::Span::new(4, 10));
/// assert!(token.is_word() && !token.is_stop());
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Token<'a> {
    document: DocumentRef<'a>,
    index: usize,
}

by_place!(Token);

impl fmt::Debug for Token<'_> {
    /// Shows the token, not the whole document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("index", &self.index)
            .field("span", &self.span())
            .field("text", &self.text())
            .field("kind", &self.kind())
            .finish_non_exhaustive()
    }
}

impl<'a> Token<'a> {
    pub(super) fn new(document: DocumentRef<'a>, index: usize) -> Self {
        Self { document, index }
    }

    fn place(self) -> (*const Layers, usize) {
        (std::ptr::from_ref(self.document.layers()), self.index)
    }

    /// The index of the token in the document, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// The byte span of the token.
    pub fn span(self) -> Span {
        self.document.layers().tokens.span(self.index)
    }

    /// The text of the token, as it stands in the document.
    pub fn text(self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// The kind of the token.
    pub fn kind(self) -> TokenKind {
        self.document.layers().tokens.kind(self.index)
    }

    fn row(self) -> Option<usize> {
        self.document.layers().tokens.type_of(self.index)
    }

    /// The normal form: lower case, Unicode NFC, `'` for `’`, without invisible characters; see
    /// [`norm_in`](crate::normalize::norm_in). That of a number has no spaces and marks between its
    /// digits and a point before its decimals, as the language reads it: `12000` for `12 000` and, in
    /// French, for `12.000`; `5.5` for `5,5`. `None` if the layer was not made.
    pub fn norm(self) -> Option<&'a str> {
        self.document.layers().types.norms.get(self.row()?)
    }

    /// The normal form without accents: `etat` for `État`, `coeur` for `cœur`. It is computed at each
    /// call, and borrowed if the normal form has no accents. `None` if the layer of normal forms was not
    /// made. [`Counts::to_unaccented`](crate::terms::Counts::to_unaccented) counts such forms.
    ///
    /// ```
    /// let document = griot::Pipeline::new()?.process("L’État, l’ETAT et l’etat du Niger")?;
    /// let states = document.tokens().filter(|it| it.unaccented().as_deref() == Some("etat"));
    /// # #[cfg(feature = "fr")]
    /// assert_eq!(states.count(), 3);
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn unaccented(self) -> Option<Cow<'a, str>> {
        self.norm().map(unaccented)
    }

    /// The stem. For a token that is not a word it is the normal form. `None` if the layer was not
    /// made.
    pub fn stem(self) -> Option<&'a str> {
        self.document.layers().types.stem(self.row()?)
    }

    /// How dispensable the word is to a search, by its spelling. `None` if the layer was not made.
    pub fn stop(self) -> Option<Stop> {
        self.document.layers().types.stop.get(self.row()?).copied()
    }

    /// How the token is written, a sign for each character: `Xxxxx-dd`. `None` if the layer of normal
    /// forms was not made.
    pub fn shape(self) -> Option<Shape> {
        self.document.layers().types.shape.get(self.row()?).copied()
    }

    /// The lemma, which is the dictionary form. `None` for punctuation and symbols, and if the
    /// layer was not made.
    pub fn lemma(self) -> Option<&'a str> {
        let layers = self.document.layers();
        let id = *layers.tokens.lemma.get(self.index)?;
        layers.lemmas.get(id as usize)
    }

    /// Returns true if the lemma is a guess, because no list and no lexicon has the word. `false`
    /// if the layer was not made.
    pub fn is_lemma_guessed(self) -> bool {
        let guess = &self.document.layers().tokens.guess;
        guess.get(self.index).copied().unwrap_or_default()
    }

    /// The part of speech. `None` if the layer was not made.
    pub fn pos(self) -> Option<Pos> {
        self.document.layers().tokens.pos.get(self.index).copied()
    }

    /// The morphological features: gender, number, person, tense, mood and others. They are empty for
    /// a token that has none. `None` if the layer was not made.
    ///
    /// ```
    /// # #[cfg(feature = "fr-lexicon")] {
    /// use griot::morph::{Gender, Tense};
    ///
    /// let document = griot::Pipeline::new()?.process("Les délégations étaient parties.")?;
    /// let morph = |index| document.view().token(index).unwrap().morph().unwrap();
    /// assert_eq!(morph(1).gender(), Some(Gender::Fem));
    /// assert_eq!(morph(2).tense(), Some(Tense::Imp));
    /// assert_eq!(morph(3).to_string(), "Gender=Fem|Number=Plur|Tense=Past|VerbForm=Part");
    /// # }
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn morph(self) -> Option<Morph> {
        let layers = self.document.layers();
        let number = *layers.tokens.morph.get(self.index)?;
        layers.morphs.get(usize::from(number)).copied()
    }

    /// The language of the stretch of text that holds the token.
    pub fn language(self) -> Language {
        let layers = self.document.layers();
        layers
            .languages
            .at(self.span().start())
            .unwrap_or(layers.language.language)
    }

    /// The language of the whole document.
    pub(super) fn main_language(self) -> Language {
        self.document.layers().language.language
    }

    /// The kind of the zone that holds the token. `None` if the layer was not made.
    pub fn zone(self) -> Option<ZoneKind> {
        self.document.layers().zones.at(self.span().start())
    }

    /// Returns true if the token is a word.
    pub fn is_word(self) -> bool {
        self.kind() == TokenKind::Word
    }

    /// Returns true if the token is a number.
    pub fn is_number(self) -> bool {
        self.kind() == TokenKind::Number
    }

    /// Returns true if the token is a punctuation mark.
    pub fn is_punctuation(self) -> bool {
        self.kind() == TokenKind::Punctuation
    }

    /// Returns true if the token is a symbol.
    pub fn is_symbol(self) -> bool {
        self.kind() == TokenKind::Symbol
    }

    /// Returns true if the token is a web address, an e-mail address, a hashtag or a mention.
    pub fn is_address(self) -> bool {
        use TokenKind::{Email, Hashtag, Mention, Url};
        matches!(self.kind(), Url | Email | Hashtag | Mention)
    }

    /// Returns true if the token is a stop word of either tier. `false` if the layer was not made.
    ///
    /// Where parts of speech were made, a noun is no [function word](Stop::Function), though its
    /// [tier](Self::stop) says so of its spelling: `les avions`, `cet été`, `à l’est`.
    pub fn is_stop(self) -> bool {
        match self.stop() {
            None | Some(Stop::No) => false,
            Some(Stop::Function) => self.pos() != Some(Pos::Noun),
            Some(Stop::Extended) => true,
        }
    }

    /// Returns true if the token begins with an upper-case letter.
    pub fn is_capitalised(self) -> bool {
        self.text().chars().next().is_some_and(char::is_uppercase)
    }

    /// Returns true if the token has upper-case letters and no lower-case ones.
    pub fn is_upper(self) -> bool {
        let text = self.text();
        text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
    }

    /// Returns true if the token has lower-case letters and no upper-case ones.
    pub fn is_lower(self) -> bool {
        let text = self.text();
        text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase)
    }

    /// Returns true if the token is the first of its sentence.
    pub fn is_sentence_start(self) -> bool {
        self.sentence()
            .is_some_and(|sentence| sentence.token_range().start == self.index)
    }

    /// The white space right before the token. May be empty.
    pub fn space_before(self) -> &'a str {
        let gap = self.document.gap(self.index);
        gap.get(gap.trim_end().len()..).unwrap_or_default()
    }

    /// The white space right after the token. May be empty.
    pub fn space_after(self) -> &'a str {
        let gap = self.document.gap(self.index + 1);
        let end = gap.len() - gap.trim_start().len();
        gap.get(..end).unwrap_or_default()
    }

    /// The token before this one.
    pub fn previous(self) -> Option<Self> {
        self.document.token(self.index.checked_sub(1)?)
    }

    /// The token after this one.
    pub fn next(self) -> Option<Self> {
        self.document.token(self.index + 1)
    }

    /// The sentence that holds the token. Each token has one; `None` only if the layer was not made.
    pub fn sentence(self) -> Option<Sentence<'a>> {
        self.document
            .sentence(self.document.layers().sentences.of_token(self.index))
    }

    /// The outermost entity that the token belongs to.
    pub fn entity(self) -> Option<Entity<'a>> {
        let rows = &self.document.layers().entities;
        let nearest = rows
            .partition_point(|row| row.range().start <= self.index)
            .checked_sub(1)?;
        // Entities are disjoint or nested. So each entity that holds the token is `nearest` itself
        // or encloses it.
        let around =
            std::iter::successors(Some(Entity::new(self.document, nearest)), |e| e.parent());
        around
            .filter(|entity| entity.token_range().contains(&self.index))
            .last()
    }

    /// The quotation that the token belongs to.
    pub fn quotation(self) -> Option<Quotation<'a>> {
        let rows = &self.document.layers().quotations;
        let index = rows.partition_point(|row| row.range().end <= self.index);
        let row = rows.get(index)?;
        let inside = row.range().contains(&self.index);
        inside.then(|| Quotation::new(self.document, index))
    }

    /// The number of the token among the distinct tokens of the document. Tokens with the same
    /// text, kind and language have the same number. It has no meaning in another document. `None`
    /// if the layer of normal forms was not made.
    pub fn type_id(self) -> Option<u32> {
        self.row().map(clamp)
    }
}
