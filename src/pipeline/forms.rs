//! Normal forms, stop words and stems. Each is computed once for each distinct token.

use super::settings::Settings;
use crate::document::layers::{Layers, Tokens, Types};
use crate::document::{Layer, LayerSet, Shape, Stop, TokenKind};
use crate::interner::{Hashed, Interner, LONGEST, Memo, Word};
use crate::lang::Rules;
use crate::language::Language;
use crate::lines::unbroken;
use crate::normalize::{push_norm, push_number};
use crate::span::{Span, clamp};
use crate::stem::{Edition, Stemmer};

/// So many tokens are fetched from memory together.
const TOGETHER: usize = 32;

/// Fills the table of distinct tokens. A worker keeps it from text to text.
#[derive(Debug, Default)]
pub(super) struct Forms {
    interner: Interner,
    known: Memo<Known>,
    stemmer: Option<(Language, Option<Stemmer>)>,
    norm: String,
}

/// The forms of a word: the norm by the letters, and the stem by the norm.
#[derive(Debug)]
struct Known {
    norm: Form,
    stem: Form,
    shape: Shape,
    stop: Stop,
}

/// A form by another one.
#[derive(Debug)]
enum Form {
    /// Its first bytes.
    Prefix(u32),
    Other(Box<str>),
}

impl Form {
    fn new(form: &str, of: &str) -> Self {
        match of.starts_with(form) {
            true => Self::Prefix(clamp(form.len())),
            false => Self::Other(form.into()),
        }
    }

    fn of<'a>(&'a self, of: &'a str) -> &'a str {
        match self {
            Self::Prefix(length) => of.get(..*length as usize).unwrap_or_default(),
            Self::Other(form) => form,
        }
    }
}

impl Forms {
    /// Sets the type of every token, and the forms of every type.
    pub(super) fn fill(&mut self, text: &str, layers: &mut Layers, settings: &Settings) {
        self.interner.begin();
        let wants = layers.present;
        layers.stem_edition = settings.edition.filter(|_| wants.contains(Layer::Stems));
        let Layers {
            languages,
            tokens,
            types,
            ..
        } = layers;
        let Tokens {
            start,
            end,
            kind,
            type_id,
            ..
        } = tokens;
        type_id.reserve(start.len());
        let mut languages = languages.iter();
        let (mut language, mut stretch_end) = (Language::UNDETERMINED, 0);
        let spans = start.iter().zip(&*end);
        let mut tokens = spans
            .map(|(start, end)| Span::new(*start, *end))
            .zip(&*kind);
        let mut hashed = [Hashed::default(); TOGETHER];
        while tokens.len() > 0 {
            let together = tokens.clone().take(TOGETHER);
            self.fetch(text, together.map(|(span, _)| span), &mut hashed);
            for (hashed, (span, kind)) in hashed.into_iter().zip(tokens.by_ref()) {
                while stretch_end <= span.start() {
                    (language, stretch_end) = languages.next().map_or(
                        (Language::UNDETERMINED, usize::MAX),
                        |(stretch, language)| (language, stretch.end()),
                    );
                }
                let surface = text.as_bytes().get(span.range()).unwrap_or_default();
                let id = self.interner.intern(hashed, surface, *kind, language);
                type_id.push(id);
                if let Some(word) = self.interner.words().get(types.shape.len()).copied() {
                    let surface = span.of(text);
                    self.add(surface, word, (*kind, language), settings, wants, types);
                }
            }
        }
    }

    /// Hashes some tokens, and fetches what is known of them.
    fn fetch(
        &self,
        text: &str,
        tokens: impl Iterator<Item = Span>,
        hashed: &mut [Hashed; TOGETHER],
    ) {
        for (hashed, span) in hashed.iter_mut().zip(tokens) {
            *hashed = self.interner.hash(text.as_bytes(), span.range());
        }
        let slots = hashed.map(|hashed| self.interner.likely_slot(hashed));
        self.interner.prefetch(&slots);
        self.known.prefetch(slots.into_iter());
    }

    /// The words of the text, by type.
    pub(super) fn words(&self) -> &[Word] {
        self.interner.words()
    }

    /// Appends the forms of a word to `types`, from memory where they are known.
    fn add(
        &mut self,
        surface: &str,
        word: Word,
        (kind, language): (TokenKind, Language),
        settings: &Settings,
        wants: LayerSet,
        types: &mut Types,
    ) {
        let stems = wants.contains(Layer::Stems);
        let mut put = |norm: &str, stop: Stop, shape: Shape| {
            types.norms.push(norm);
            types.shape.push(shape);
            if wants.contains(Layer::Stops) {
                types.stop.push(stop);
            }
        };
        if let Some(known) = self.known.get(word) {
            let norm = known.norm.of(surface);
            put(norm, known.stop, known.shape);
            match &known.stem {
                _ if !stems => {}
                Form::Prefix(length) => types.stems.push_prefix(*length),
                Form::Other(stem) => types.stems.push(stem, norm),
            }
            return;
        }
        self.norm.clear();
        let mark = Rules::of(language).words.decimal_mark;
        if kind != TokenKind::Number || !push_number(surface, mark, &mut self.norm) {
            push_norm(&unbroken(surface), language, &mut self.norm);
        }
        let norm = self.norm.as_str();
        let is_word = kind == TokenKind::Word;
        let stop = match settings.stop_words(language) {
            _ if !is_word => Stop::No,
            Some(words) => words.get_norm(norm),
            None => Rules::of(language).stops.tier(norm),
        };
        let stemmer = settings
            .edition
            .filter(|_| is_word && stems)
            .and_then(|it| stemmer(&mut self.stemmer, language, it));
        let stem = stemmer.map(|stemmer| stemmer.stem_norm(norm));
        // Some algorithms leave nothing of a word, such as of the Dutch `’s`. A token has a stem.
        let stem = stem.as_deref().filter(|stem| !stem.is_empty());
        let stem = stem.unwrap_or(norm);
        let shape = Shape::of(surface);
        put(norm, stop, shape);
        if stems {
            types.stems.push(stem, norm);
        }
        if surface.len() > LONGEST {
            self.norm = String::new();
        } else if word.is_kept() {
            let known = Known {
                norm: Form::new(norm, surface),
                stem: Form::new(stem, norm),
                shape,
                stop,
            };
            self.known.set(word, known);
        }
    }
}

/// The stemmer of a language. The last one is kept for the next token.
fn stemmer(
    kept: &mut Option<(Language, Option<Stemmer>)>,
    language: Language,
    edition: Edition,
) -> Option<Stemmer> {
    match kept {
        Some((kept, stemmer)) if *kept == language => *stemmer,
        _ => {
            let stemmer = Stemmer::new(language, edition).ok();
            *kept = Some((language, stemmer));
            stemmer
        }
    }
}

#[cfg(test)]
#[cfg(feature = "snowball3")]
mod tests {
    use crate::{Language, Pipeline};

    #[test]
    fn no_stem_is_empty() {
        let dutch = Pipeline::builder().language(Language::DUTCH).build();
        let document = dutch.unwrap().process("Dat is van ’s en 's.").unwrap();
        let stems = document.view().tokens().filter_map(|it| it.stem());
        assert_eq!(
            stems.collect::<Vec<_>>(),
            ["dat", "is", "van", "'s", "en", "'s", "."]
        );
    }
}
