//! The closed vocabularies of the data model, each value with the name that it has in JSON.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An enum whose values are written by name.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        #[non_exhaustive]
        pub enum $name { $($(#[$value_doc])* $value,)+ }

        impl $name {
            /// All values, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value,)+];

            /// The name, as JSON has it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $text,)+ }
            }

            /// The value of that name.
            #[allow(dead_code)]
            pub(crate) fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                Self::named(&name)
                    .ok_or_else(|| D::Error::unknown_variant(&name, &[$($text,)+]))
            }
        }
    };
}

vocabulary! {
    /// One layer of annotation.
    Layer {
        /// Language spans, and the language of the whole.
        Language = "language",
        /// What kind of text stands where.
        Zones = "zones",
        /// Sentences.
        Sentences = "sentences",
        /// Words and what stands between them.
        Tokens = "tokens",
        /// Normal forms.
        Norms = "norms",
        /// Stop words.
        Stops = "stops",
        /// Snowball stems.
        Stems = "stems",
        /// Dictionary forms.
        Lemmas = "lemmas",
        /// Parts of speech.
        Pos = "pos",
        /// Names, dates and quantities.
        Entities = "entities",
    }
}

vocabulary! {
    /// What a token is.
    TokenKind {
        /// A word: letters, perhaps with digits, hyphens or apostrophes among them.
        Word = "word",
        /// A number, a numeric date, a score, a range.
        Number = "number",
        /// A punctuation mark.
        Punctuation = "punctuation",
        /// A symbol.
        Symbol = "symbol",
        /// A web address.
        Url = "url",
        /// An e-mail address.
        Email = "email",
        /// A hashtag with its `#`.
        Hashtag = "hashtag",
        /// A mention with its `@`.
        Mention = "mention",
        /// An emoji, its modifiers included.
        Emoji = "emoji",
        /// What is none of these: controls, lone marks, zero-width characters.
        Other = "other",
    }
}

vocabulary! {
    /// A part of speech of the Universal Dependencies.
    Pos {
        /// Adjective.
        Adj = "ADJ",
        /// Adposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Noun.
        Noun = "NOUN",
        /// Numeral.
        Num = "NUM",
        /// Particle.
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// Symbol.
        Sym = "SYM",
        /// Verb.
        Verb = "VERB",
        /// Anything else.
        X = "X",
    }
}

vocabulary! {
    /// What kind of text a zone holds.
    ZoneKind {
        /// The story itself.
        Body = "body",
        /// The title.
        Title = "title",
        /// The line above the title.
        Kicker = "kicker",
        /// The lead paragraph.
        Lede = "lede",
        /// A heading inside the story.
        Heading = "heading",
        /// A picture's caption.
        Caption = "caption",
        /// Place, date and agency before the first sentence.
        Dateline = "dateline",
        /// A quotation set apart.
        Quotation = "quotation",
        /// A pointer to another article.
        ReadAlso = "read-also",
        /// An advertisement.
        Advert = "advert",
        /// A line that stands in the text already.
        Repeated = "repeated",
        /// An address on a line of its own.
        Address = "address",
        /// Who wrote it.
        Signature = "signature",
        /// Where it was taken from.
        Source = "source",
        /// Data about the article.
        Metadata = "metadata",
    }
}

vocabulary! {
    /// Why a sentence ends where it does.
    EndReason {
        /// A full stop, question mark, exclamation mark or ellipsis.
        Stop = "stop",
        /// A line break.
        LineBreak = "line-break",
        /// The end of a zone.
        Zone = "zone",
        /// The end of a stretch in one language.
        Language = "language",
        /// The end of the text.
        EndOfText = "end-of-text",
    }
}

vocabulary! {
    /// How dispensable a word is to a search.
    Stop {
        /// It carries content.
        No = "no",
        /// A function word: article, pronoun, preposition, conjunction, auxiliary.
        Function = "function",
        /// A word of little content beyond those: adverbs, modal verbs, connectives.
        Extended = "extended",
    }
}

vocabulary! {
    /// What found an entity.
    EntitySource {
        /// A rule.
        Rule = "rule",
        /// The gazetteer.
        Gazetteer = "gazetteer",
        /// A trained tagger.
        Tagger = "tagger",
        /// Another mention of the same entity.
        Link = "link",
        /// The caller.
        User = "user",
    }
}

vocabulary! {
    /// Which part of its period a date names, after TIMEX3.
    Modifier {
        /// The beginning: `début mars`.
        Start = "START",
        /// The middle: `mi-mars`.
        Mid = "MID",
        /// The end: `fin mars`.
        End = "END",
        /// Somewhere about it: `vers 1990`.
        Approx = "APPROX",
    }
}

impl Layer {
    pub(crate) fn names() -> String {
        let names: Vec<_> = Self::ALL.iter().map(|layer| layer.as_str()).collect();
        names.join(", ")
    }

    /// The layers that this one stands on.
    const fn needs(self) -> LayerSet {
        match self {
            Self::Language | Self::Zones | Self::Tokens => LayerSet::NONE,
            Self::Sentences | Self::Norms => LayerSet::NONE.with(Self::Tokens),
            Self::Stops | Self::Stems => LayerSet::NONE.with(Self::Tokens).with(Self::Norms),
            Self::Pos => LayerSet::NONE.with(Self::Tokens).with(Self::Sentences),
            Self::Lemmas | Self::Entities => LayerSet::NONE
                .with(Self::Tokens)
                .with(Self::Norms)
                .with(Self::Sentences),
        }
    }
}

impl std::str::FromStr for Layer {
    type Err = crate::Error;

    fn from_str(name: &str) -> Result<Self, crate::Error> {
        let wrong = || {
            crate::error::Kind::Layer {
                name: name.to_owned(),
            }
            .into()
        };
        Self::named(name).ok_or_else(wrong)
    }
}

/// A set of layers.
///
/// ```
/// use griot::{Layer, LayerSet};
///
/// let set = LayerSet::from([Layer::Entities]);
/// assert!(set.closed().contains(Layer::Sentences), "entities stand on sentences");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct LayerSet(u16);

impl LayerSet {
    /// No layer.
    pub const NONE: Self = Self(0);
    /// Every layer.
    pub const ALL: Self = Self((1 << Layer::ALL.len()) - 1);

    /// The set with `layer` in it.
    #[must_use]
    pub const fn with(self, layer: Layer) -> Self {
        Self(self.0 | 1 << layer as u16)
    }

    /// The set without `layer`.
    #[must_use]
    pub const fn without(self, layer: Layer) -> Self {
        Self(self.0 & !(1 << layer as u16))
    }

    /// Whether `layer` is in it.
    pub const fn contains(self, layer: Layer) -> bool {
        self.0 & 1 << layer as u16 != 0
    }

    /// Whether it is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its layers, in the order of [`Layer::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Layer> {
        Layer::ALL
            .iter()
            .copied()
            .filter(move |layer| self.contains(*layer))
    }

    /// The set with every layer that one of its layers stands on.
    #[must_use]
    pub fn closed(self) -> Self {
        self.iter()
            .fold(self, |set, layer| Self(set.0 | layer.needs().0))
    }
}

impl<const N: usize> From<[Layer; N]> for LayerSet {
    fn from(layers: [Layer; N]) -> Self {
        layers.into_iter().collect()
    }
}

impl FromIterator<Layer> for LayerSet {
    fn from_iter<I: IntoIterator<Item = Layer>>(layers: I) -> Self {
        layers.into_iter().fold(Self::NONE, Self::with)
    }
}

impl std::fmt::Debug for LayerSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for LayerSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for LayerSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Layer>::deserialize(deserializer)?
            .into_iter()
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_is_enough_once() {
        for layer in Layer::ALL {
            let closed = LayerSet::from([*layer]).closed();
            assert!(closed.contains(*layer));
            assert_eq!(closed, closed.closed(), "{layer}");
        }
        assert_eq!(LayerSet::ALL.iter().count(), Layer::ALL.len());
    }

    #[test]
    fn names_come_back() {
        for layer in Layer::ALL {
            assert_eq!(layer.as_str().parse::<Layer>().unwrap(), *layer);
        }
        let message = "stem".parse::<Layer>().unwrap_err().to_string();
        assert!(
            message.contains("\"stem\"") && message.contains("stems, lemmas"),
            "{message}"
        );
    }
}
