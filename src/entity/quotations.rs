//! Quotations and their speakers.

use std::ops::Range;

use crate::document::{DocumentRef, Entity, Label, Sentence};
use crate::lang::list::List;
use crate::lang::{Rules, SpeechRules};
use crate::span::Span;

/// A quotation in a document. [`quotations`] makes it.
#[derive(Clone, Debug)]
pub struct Quotation<'a> {
    document: DocumentRef<'a>,
    tokens: Range<usize>,
    speaker: Option<Range<usize>>,
}

impl<'a> Quotation<'a> {
    /// Returns the half-open range of its tokens, without the quotation marks. It is never empty.
    pub fn token_range(&self) -> Range<usize> {
        self.tokens.clone()
    }

    /// Returns its span in bytes, without the quotation marks and the white space beside them.
    pub fn span(&self) -> Span {
        self.document.layers().tokens.span_of(self.tokens.clone())
    }

    /// Returns its text, without the quotation marks.
    pub fn text(&self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// Returns the span in bytes of the words for the speaker, without an article:
    /// `instructeur russe`, `général Abdourahamane Tiani`. Returns `None` if the speaker is not
    /// known.
    pub fn speaker_span(&self) -> Option<Span> {
        let tokens = self.speaker.clone()?;
        Some(self.document.layers().tokens.span_of(tokens))
    }

    /// Returns the words for the speaker, or `None` if the speaker is not known.
    pub fn speaker(&self) -> Option<&'a str> {
        Some(self.speaker_span()?.of(self.document.text()))
    }

    /// Returns the first entity in the words for the speaker, or `None` if there is none.
    pub fn speaker_entity(&self) -> Option<Entity<'a>> {
        let tokens = self.speaker.clone()?;
        let mut tokens = self.document.tokens_at(tokens);
        tokens.find_map(|token| token.entity())
    }
}

/// Returns the quotations of a document, in order.
///
/// A quotation stands between `«` and `»`, `“` and `”`, or two `"`. Only the outermost quotations
/// are returned, and each ends within its paragraph.
///
/// The speaker is found in three places: at the verb after the quotation
/// (`« … », a expliqué un instructeur russe`), after a preposition such as `selon`, and before the
/// verb and colon that introduce the quotation (`Le général Tiani a déclaré : « … »`); in the last
/// case only a name counts. A pronoun is no speaker. English, French, Italian, Portuguese and
/// Spanish have the rules for this; in other languages no speaker is found.
///
/// ```
/// use griot::{Language, Pipeline, entity};
///
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let text = "« Nous sommes ici pour former », a expliqué un instructeur russe à la télévision.";
/// let document = pipeline.process(text)?;
/// let quotation = entity::quotations(document.view()).next().unwrap();
/// assert_eq!(quotation.text(), "Nous sommes ici pour former");
/// # #[cfg(feature = "fr")]
/// assert_eq!(quotation.speaker(), Some("instructeur russe"));
/// # Ok::<(), griot::Error>(())
/// ```
pub fn quotations(document: DocumentRef<'_>) -> impl Iterator<Item = Quotation<'_>> {
    let mut opened: Vec<usize> = Vec::new();
    document.tokens().filter_map(move |token| {
        if token.space_before().contains('\n') {
            opened.clear();
        }
        let last = opened.last().and_then(|at| document.token(*at));
        let closes = match token.text() {
            "«" | "“" => false,
            "»" | "”" => true,
            // One mark for both ends.
            "\"" => last.is_some_and(|last| last.text() == "\""),
            _ => return None,
        };
        if !closes {
            opened.push(token.index());
            return None;
        }
        let start = opened.pop().filter(|_| opened.is_empty())?;
        let tokens = start + 1..token.index();
        let speaker = QuotationReader::speaker(document, start, token.index());
        (!tokens.is_empty()).then_some(Quotation {
            document,
            tokens,
            speaker,
        })
    })
}

/// The most words between a quotation and its verb, such as `a` and `également`.
const BEFORE_VERB: usize = 4;
/// The most words for a speaker, and the greatest distance of the verb before a quotation.
const LONGEST: usize = 12;

#[derive(Clone, Copy)]
struct QuotationReader<'a> {
    document: DocumentRef<'a>,
    rules: &'static SpeechRules,
}

impl<'a> QuotationReader<'a> {
    /// The speaker of what stands between two marks. The words around it decide, and need not be in
    /// the language of the quotation.
    fn speaker(document: DocumentRef<'a>, open: usize, close: usize) -> Option<Range<usize>> {
        let reader = |at: usize| {
            let rules = Rules::of(document.token(at)?.language()).speech?;
            Some(Self { document, rules })
        };
        // The comma behind the mark may count as a part of the quotation, in its language. The word
        // behind the comma tells the language around.
        let comma = document.token(close + 1).is_some_and(|it| it.text() == ",");
        let words = close + 1 + usize::from(comma);
        let after = reader(words).and_then(|reader| reader.after(close + 1));
        let before = || reader(open.checked_sub(1)?)?.before(open);
        after.or_else(before)
    }

    fn is(self, at: usize, list: List) -> bool {
        let norm = self.document.token(at).and_then(|token| token.norm());
        norm.is_some_and(|norm| list.holds(norm))
    }

    /// `, a expliqué un instructeur russe`, `, selon le ministre` at `at`.
    fn after(self, at: usize) -> Option<Range<usize>> {
        let comma = self.document.token(at)?.text() == ",";
        let at = at + usize::from(comma);
        if self.is(at, self.rules.according) {
            return self.phrase(at + 1);
        }
        for verb in at..at + BEFORE_VERB {
            let token = self.document.token(verb)?;
            if self.is(verb, self.rules.verbs) {
                return self.phrase(verb + 1);
            }
            if !token.is_word() || !token.is_stop() {
                return None;
            }
        }
        None
    }

    /// The words for somebody at `at`, with an article or a capital: up to the end of a name, or
    /// before what they cannot hold.
    fn phrase(self, mut at: usize) -> Option<Range<usize>> {
        // `a déclaré mardi le ministre`
        if let Some(day) = self.entity(at).filter(|it| it.label() == Label::DATE) {
            at = day.token_range().end;
        }
        let determiner = self.is(at, self.rules.determiners);
        let mut names = (at..at + LONGEST).filter_map(|at| self.entity(at));
        let named = names.next().is_some_and(|it| self.first(it) == at);
        if !(determiner || named) {
            return None;
        }
        let start = at + usize::from(determiner);
        let mut end = start;
        while end < start + LONGEST {
            if let Some(name) = self.entity(end) {
                let who = !matches!(name.label(), Label::DATE | Label::QUANTITY);
                end = if who { name.token_range().end } else { end };
                break;
            }
            let of = end > start && self.is(end, self.rules.of)
                || end > start + 1
                    && self.is(end, self.rules.articles)
                    && self.is(end - 1, self.rules.of);
            let token = self.document.token(end).filter(|it| it.is_word());
            if !token.is_some_and(|it| of || !it.is_stop()) {
                break;
            }
            end += 1;
        }
        while end > start && self.entity(end - 1).is_none() && self.is_link(end - 1) {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    fn is_link(self, at: usize) -> bool {
        self.is(at, self.rules.of) || self.is(at, self.rules.articles)
    }

    fn entity(self, at: usize) -> Option<Entity<'a>> {
        self.document.token(at)?.entity()
    }

    /// `Le général Tiani a déclaré :` before `open`.
    fn before(self, open: usize) -> Option<Range<usize>> {
        let colon = open.checked_sub(1)?;
        if self.document.token(colon)?.text() != ":" {
            return None;
        }
        let sentence = self.document.token(colon)?.sentence();
        let first = sentence.map_or(0, |sentence: Sentence<'_>| sentence.token_range().start);
        let nearest = colon.saturating_sub(LONGEST).max(first);
        let verb = (nearest..colon)
            .rev()
            .find(|at| self.is(*at, self.rules.verbs))?;
        let nearest = verb.saturating_sub(LONGEST).max(first);
        let names = (nearest..verb).rev().filter_map(|at| self.entity(at));
        let mut names = names.filter(|it| it.label() == Label::PERSON);
        let name = names.next()?;
        Some(self.first(name)..name.token_range().end)
    }

    /// The first token of a name, or of its title before it.
    fn first(self, name: Entity<'a>) -> usize {
        let title = name.title_span();
        let title = title.and_then(|title| self.document.token_at(title.start()));
        let start = name.token_range().start;
        title.map_or(start, |title| title.index().min(start))
    }
}
