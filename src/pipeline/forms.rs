//! Normal forms, stop words and stems. Each is computed once for each distinct token.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

use super::settings::Settings;
use crate::document::layers::{Layers, Strings, Types};
use crate::document::{Layer, LayerSet, Shape, Stop, TokenKind};
use crate::lang::Rules;
use crate::language::Language;
use crate::normalize::push_norm;
use crate::span::{Span, clamp};
use crate::stem::{Edition, Stemmer};

/// The properties of a token, besides its text, on which its forms depend.
type Class = (TokenKind, Language);

/// Fills the table of distinct tokens. A worker keeps it from text to text.
#[derive(Debug, Default)]
pub(super) struct Forms {
    hasher: DefaultHashBuilder,
    /// The distinct tokens of the current text, by number.
    seen: HashTable<u32>,
    /// The first occurrence and the class of each distinct token.
    first: Vec<(Span, Class)>,
    /// The forms of tokens of earlier texts.
    cache: Cache,
    stemmer: Option<(Language, Option<Stemmer>)>,
    norm: String,
}

impl Forms {
    /// Sets the type of every token, and the forms of every type.
    pub(super) fn fill(&mut self, text: &str, layers: &mut Layers, settings: &Settings) {
        self.seen.clear();
        self.first.clear();
        let wants = layers.present;
        layers.stem_edition = settings.edition.filter(|_| wants.contains(Layer::Stems));
        let mut languages = layers.languages.iter().peekable();
        for index in 0..layers.tokens.len() {
            let span = layers.tokens.span(index);
            while languages
                .next_if(|(stretch, _)| stretch.end() <= span.start())
                .is_some()
            {}
            let language = languages
                .peek()
                .map_or(Language::UNDETERMINED, |(_, language)| *language);
            let class = (layers.tokens.kind(index), language);
            let surface = span.of(text);
            let hash = self.hasher.hash_one(surface);
            let known = self.seen.find(hash, |id| {
                self.first
                    .get(*id as usize)
                    .is_some_and(|(span, other)| *other == class && span.of(text) == surface)
            });
            let id = match known {
                Some(id) => *id,
                None => {
                    let id = clamp(self.first.len());
                    self.first.push((span, class));
                    let (hasher, first) = (&self.hasher, &self.first);
                    self.seen.insert_unique(hash, id, |id| {
                        let span = first
                            .get(*id as usize)
                            .map_or(Span::default(), |(span, _)| *span);
                        hasher.hash_one(span.of(text))
                    });
                    self.add(surface, hash, class, settings, wants, &mut layers.types);
                    id
                }
            };
            layers.tokens.type_id.push(id);
        }
    }

    /// Appends the forms of one token to `types`. Takes them from the cache if it has them.
    fn add(
        &mut self,
        surface: &str,
        hash: u64,
        class: Class,
        settings: &Settings,
        wants: LayerSet,
        types: &mut Types,
    ) {
        let mut put = |norm: &str, stem: &str, stop: Stop, shape: Shape| {
            types.norms.push(norm);
            types.shape.push(shape);
            if wants.contains(Layer::Stops) {
                types.stop.push(stop);
            }
            if wants.contains(Layer::Stems) {
                types.stems.push(stem);
            }
        };
        if let Some((norm, stem, stop, shape)) = self.cache.find(surface, hash, class) {
            return put(norm, stem, stop, shape);
        }
        let (kind, language) = class;
        self.norm.clear();
        push_norm(surface, language, &mut self.norm);
        let word = kind == TokenKind::Word;
        let stop = match settings.stop_words(language) {
            _ if !word => Stop::No,
            Some(words) => words.get_norm(&self.norm),
            None => Rules::of(language).stops.tier(&self.norm),
        };
        let stemmer = settings
            .edition
            .filter(|_| word && wants.contains(Layer::Stems))
            .and_then(|it| stemmer(&mut self.stemmer, language, it));
        let stem = stemmer.map(|stemmer| stemmer.stem_norm(&self.norm));
        let stem = stem.as_deref().unwrap_or(&self.norm);
        let forms = (self.norm.as_str(), stem, stop, Shape::of(surface));
        put(forms.0, forms.1, forms.2, forms.3);
        if surface.len() <= LONGEST {
            self.cache.insert(&self.hasher, surface, hash, class, forms);
        } else {
            self.norm = String::new();
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

/// The forms of tokens from all texts of a worker. When it is full, it is emptied.
#[derive(Debug, Default)]
struct Cache {
    rows: HashTable<u32>,
    class: Vec<Class>,
    surfaces: Strings,
    forms: Types,
}

/// The norm, the stem, the stop tier and the shape.
type Row<'a> = (&'a str, &'a str, Stop, Shape);

/// The longest token in bytes that is cached. Longer ones rarely occur twice.
const LONGEST: usize = 256;
/// With more rows or more bytes of text than this, the cache is emptied. It takes about 8 MiB.
const MOST_ROWS: usize = 1 << 16;
const MOST_BYTES: usize = 1 << 20;

impl Cache {
    fn find(&self, surface: &str, hash: u64, class: Class) -> Option<Row<'_>> {
        let same = |row: &u32| {
            let row = *row as usize;
            self.class.get(row) == Some(&class) && self.surfaces.get(row) == Some(surface)
        };
        let row = *self.rows.find(hash, same)? as usize;
        let forms = &self.forms;
        Some((
            forms.norms.get(row)?,
            forms.stems.get(row)?,
            *forms.stop.get(row)?,
            *forms.shape.get(row)?,
        ))
    }

    fn insert(
        &mut self,
        hasher: &DefaultHashBuilder,
        surface: &str,
        hash: u64,
        class: Class,
        (norm, stem, stop, shape): Row<'_>,
    ) {
        if self.class.len() >= MOST_ROWS || self.surfaces.bytes() >= MOST_BYTES {
            self.rows.clear();
            self.class.clear();
            self.surfaces.clear();
            self.forms.clear();
        }
        let row = self.class.len();
        self.class.push(class);
        self.surfaces.push(surface);
        self.forms.norms.push(norm);
        self.forms.stems.push(stem);
        self.forms.stop.push(stop);
        self.forms.shape.push(shape);
        let surfaces = &self.surfaces;
        self.rows.insert_unique(hash, clamp(row), |row| {
            hasher.hash_one(surfaces.get(*row as usize).unwrap_or_default())
        });
    }
}
