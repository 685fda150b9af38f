//! [`Spacy`]: a document in the JSON of spaCy.

use serde::{Serialize, Serializer};

use super::super::serial::Stream;
use super::super::{DocumentRef, Layer, Offsets, Pos, Token};
use crate::span::Span;

/// A document in the form that spaCy's `Doc.to_json` has and `Doc.from_json` reads. Serialize it as
/// JSON.
///
/// Offsets are characters (Unicode code points). `tokens` have `pos`, `lemma` and `morph` if the
/// document has the layer. `ents` are the outermost entities, with
/// the id as `kb_id`, which `from_json` does not read. `sents` are the sentences, if the document has them.
///
/// spaCy rebuilds the text from its tokens with at most one space behind each. All other white space is
/// a token of its own there, `SPACE`, so `sents` begin and end with tokens of griot, and numbers of
/// tokens differ. Where an entity ends inside a token, as in `Niger’s`, there are two.
///
/// ```
/// # #[cfg(all(feature = "entities", feature = "fr"))] {
/// let document = griot::Pipeline::new()?.process("À Niamey\n\nMoscou se tait.")?;
/// let json = serde_json::to_value(document.view().spacy())?;
/// assert_eq!(json["ents"][0]["start"], 2);
/// assert_eq!(json["ents"][0]["label"], "LOC");
/// assert_eq!(json["tokens"][2]["pos"], "SPACE");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Spacy<'a> {
    document: DocumentRef<'a>,
}

impl<'a> DocumentRef<'a> {
    /// The document as spaCy has it. Serialize it with serde as JSON.
    pub fn spacy(self) -> Spacy<'a> {
        Spacy { document: self }
    }
}

#[derive(Serialize)]
struct Doc<'a, E: Serialize, S: Serialize, T: Serialize> {
    text: &'a str,
    ents: E,
    #[serde(skip_serializing_if = "Option::is_none")]
    sents: Option<S>,
    tokens: T,
}

#[derive(Serialize)]
struct Ent<'a> {
    start: usize,
    end: usize,
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kb_id: Option<&'a str>,
}

#[derive(Serialize)]
struct Sent {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    id: usize,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pos: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    morph: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lemma: Option<&'a str>,
}

impl Serialize for Spacy<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (document, offsets) = (self.document, self.document.offsets());
        let place = |span: Span| offsets.char_span(span).unwrap_or_default();
        let ents = || {
            document.outermost().map(|entity| {
                let (start, end) = place(entity.span());
                Ent {
                    start,
                    end,
                    label: entity.label_str(),
                    kb_id: entity.id(),
                }
            })
        };
        let sents = || {
            document.sentences().filter_map(|sentence| {
                let mut tokens = sentence.tokens().filter(|token| !is_blank(token.text()));
                let first = tokens.next()?;
                let last = tokens.next_back().unwrap_or(first);
                let start = offsets.chars(first.span().start())?;
                let end = offsets.chars(last.span().end())?;
                Some(Sent { start, end })
            })
        };
        let tokens = || {
            let pieces = pieces(document);
            pieces
                .enumerate()
                .map(|(id, piece)| piece.row(id, document, &offsets))
        };
        let has_sentences = document.present().contains(Layer::Sentences);
        let doc = Doc {
            text: document.text(),
            ents: Stream(ents),
            sents: has_sentences.then_some(Stream(sents)),
            tokens: Stream(tokens),
        };
        doc.serialize(serializer)
    }
}

/// What spaCy has as a token.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Token(Token<'a>, Span),
    /// What an entity that ends inside a token leaves of it.
    Tail(Span),
    /// White space, or text of a zone that was left out.
    Gap(Span),
}

impl<'a> Piece<'a> {
    fn row(self, id: usize, document: DocumentRef<'a>, offsets: &Offsets<'_>) -> Row<'a> {
        let (Self::Token(_, span) | Self::Tail(span) | Self::Gap(span)) = self;
        let text = span.of(document.text());
        let (start, end) = offsets.char_span(span).unwrap_or_default();
        let blank = if is_blank(text) {
            "SPACE"
        } else {
            Pos::X.as_str()
        };
        let (pos, morph, lemma) = match self {
            Self::Token(token, _) => (
                token.pos().map_or("", |pos| pos.as_str()),
                token.morph().unwrap_or_default(),
                token.lemma().unwrap_or(text),
            ),
            Self::Tail(..) => (Pos::Part.as_str(), Default::default(), text),
            Self::Gap(_) => (blank, Default::default(), text),
        };
        let has = |layer| document.present().contains(layer);
        let morph = has(Layer::Morph).then(|| match morph.is_empty() {
            true => String::new(),
            false => morph.to_string(),
        });
        Row {
            id,
            start,
            end,
            pos: has(Layer::Pos).then_some(pos),
            morph,
            lemma: has(Layer::Lemmas).then_some(lemma),
        }
    }
}

/// The tokens, and all white space but a single space behind one, as spaCy aligns words with a text.
fn pieces(document: DocumentRef<'_>) -> impl Iterator<Item = Piece<'_>> {
    let text = document.text();
    let mut end = 0;
    let tokens = document.tokens().filter(|token| !is_blank(token.text()));
    let tokens = tokens.map(Some).chain([None]);
    tokens.flat_map(move |token| {
        let next = token.map_or(text.len(), |token| token.span().start());
        let mut gap = Span::from_usize(end, next);
        if end > 0 && gap.of(text).starts_with(' ') {
            gap = Span::from_usize(end + 1, next);
        }
        end = token.map_or(next, |token| token.span().end());
        let gap = (!gap.is_empty()).then_some(Piece::Gap(gap));
        let whole = token.map(|token| (token, cut(token)));
        let first = whole.map(|(token, (first, _))| Piece::Token(token, first));
        let tail = whole.and_then(|(_, (_, tail))| tail.map(Piece::Tail));
        [gap, first, tail].into_iter().flatten()
    })
}

/// Whether a text is white space to Python, which counts four control characters.
fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}'))
}

/// Cuts a token where its entity ends inside it.
fn cut(token: Token<'_>) -> (Span, Option<Span>) {
    let span = token.span();
    match token.entity().map(|entity| entity.span().end()) {
        Some(end) if end < span.end() => (
            Span::from_usize(span.start(), end),
            Some(Span::from_usize(end, span.end())),
        ),
        _ => (span, None),
    }
}
