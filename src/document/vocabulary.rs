//! The enums of the data model. Each value has a name, which is the same in JSON and in `Display`.

/// Declares an enum whose values are written by name.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        #[non_exhaustive]
        pub enum $name { $($(#[$value_doc])* $value,)+ }

        impl $name {
            /// All values, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value,)+];

            /// The name, as in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $text,)+ }
            }

            /// The value with this name.
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

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <crate::text::Text<'_> as serde::Deserialize>::deserialize(deserializer)?;
                Self::named(&name)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&name, &[$($text,)+]))
            }
        }
    };
}

pub(super) use vocabulary;

vocabulary! {
    /// The kind of a token.
    TokenKind {
        /// A word: letters, possibly with digits, hyphens or apostrophes between them.
        Word = "word",
        /// A number, including numeric dates, scores and ranges.
        Number = "number",
        /// A punctuation mark.
        Punctuation = "punctuation",
        /// A symbol.
        Symbol = "symbol",
        /// A web address.
        Url = "url",
        /// An e-mail address.
        Email = "email",
        /// A hashtag, with its `#`.
        Hashtag = "hashtag",
        /// A mention, with its `@`.
        Mention = "mention",
        /// An emoji, with its modifiers.
        Emoji = "emoji",
        /// Anything else: control characters, lone combining marks, zero-width characters.
        Other = "other",
    }
}

vocabulary! {
    /// A part of speech of Universal Dependencies (UPOS).
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
    /// How the words around a quotation say whose it is.
    Lead {
        /// A verb of saying, or a name and a colon: `a-t-il dit`, `Le ministre :`.
        Direct = "direct",
        /// A preposition: `selon le ministre`, `d’après lui`, `pour M. Modi`.
        Indirect = "indirect",
    }
}

vocabulary! {
    /// The kind of text that a zone holds.
    ZoneKind {
        /// The story itself, and all text that no rule assigns to another kind.
        Body = "body",
        /// The title.
        Title = "title",
        /// The subject or place above the title or before its colon.
        Kicker = "kicker",
        /// The first paragraph, if a title, a dateline or a heading sets it apart.
        Lede = "lede",
        /// A heading inside the story.
        Heading = "heading",
        /// The caption or credit of a picture.
        Caption = "caption",
        /// The place, date and agency before the first sentence.
        Dateline = "dateline",
        /// A quotation that is set apart from the text.
        Quotation = "quotation",
        /// A link to another article.
        ReadAlso = "read-also",
        /// An advertisement, or a call to subscribe, share or comment.
        Advert = "advert",
        /// A line that repeats an earlier line of the text.
        Repeated = "repeated",
        /// A web or e-mail address on a line of its own.
        Address = "address",
        /// The name of the author.
        Signature = "signature",
        /// The name of the source.
        Source = "source",
        /// Data about the article, such as dates, keywords and rights.
        Metadata = "metadata",
    }
}

vocabulary! {
    /// Why a sentence ends.
    EndReason {
        /// A full stop, question mark, exclamation mark or ellipsis.
        Stop = "stop",
        /// A line break.
        LineBreak = "line-break",
        /// No rule decided. The model judged the end by the words around it.
        Model = "model",
        /// The end of a zone.
        Zone = "zone",
        /// The end of a stretch in one language.
        Language = "language",
        /// The end of the text.
        EndOfText = "end-of-text",
    }
}

vocabulary! {
    /// How dispensable a word is in a search.
    Stop {
        /// The word carries content.
        No = "no",
        /// A function word: an article, pronoun, preposition, conjunction or auxiliary.
        Function = "function",
        /// Another word of little content, such as an adverb, a modal verb or a connective.
        Extended = "extended",
    }
}

vocabulary! {
    /// What found an entity.
    EntitySource {
        /// A rule.
        Rule = "rule",
        /// The gazetteer of places.
        Gazetteer = "gazetteer",
        /// A trained tagger.
        Tagger = "tagger",
        /// The link with another mention of the same entity.
        Link = "link",
        /// A name or a pattern that the caller added to the pipeline.
        User = "user",
    }
}

vocabulary! {
    /// Which part of its period a date means, or that it or a quantity is not exact, with the names
    /// of TIMEX3.
    Modifier {
        /// The beginning: `début mars`.
        Start = "START",
        /// The middle: `mi-mars`.
        Mid = "MID",
        /// The end: `fin mars`.
        End = "END",
        /// Approximately then, or so many: `vers 1990`, `une centaine`.
        Approx = "APPROX",
    }
}
