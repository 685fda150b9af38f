//! The closed vocabularies of the data model, each value with the name that it has in JSON.

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

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::named(&name)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&name, &[$($text,)+]))
            }
        }
    };
}

pub(super) use vocabulary;

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
        /// The story itself, and whatever no rule knows.
        Body = "body",
        /// The title.
        Title = "title",
        /// What stands above the title or before its colon: the subject, the place.
        Kicker = "kicker",
        /// The first paragraph, where a title, a dateline or a heading sets it apart.
        Lede = "lede",
        /// A heading inside the story.
        Heading = "heading",
        /// A picture's caption or credit.
        Caption = "caption",
        /// Place, date and agency before the first sentence.
        Dateline = "dateline",
        /// A quotation set apart.
        Quotation = "quotation",
        /// A pointer to another article.
        ReadAlso = "read-also",
        /// An advertisement, or a call to subscribe, share or comment.
        Advert = "advert",
        /// A line that stands in the text already.
        Repeated = "repeated",
        /// A web or e-mail address on a line of its own.
        Address = "address",
        /// Who wrote it.
        Signature = "signature",
        /// Where it was taken from.
        Source = "source",
        /// Data about the article: dates, keywords, rights.
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
        /// None that a rule sees: the model judged it from the words around.
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
