//! [`Draft`]: the document that is being read.

use hashbrown::HashMap;

use super::super::check::{check, wants_lemma};
use super::super::layers::{CERTAIN, EntityRow, Layers, settle};
use super::super::morph::MorphNumbers;
use super::super::{
    Document, EndReason, Label, LanguageSource, Layer, Morph, Pos, Shape, TokenKind,
};
use super::line::{Id, Misc, Problem, Row};
use crate::error::Error;
use crate::language::{Detection, Language};
use crate::lines::{is_line_break, unbroken};
use crate::normalize::norm_in;
use crate::span::{Span, check_length, clamp};

/// A document whose lines come one by one.
#[derive(Debug, Default)]
pub(in crate::document) struct Draft {
    text: String,
    layers: Layers,
    lemmas: HashMap<Box<str>, u32>,
    morphs: MorphNumbers,
    /// The norms that the file states and the language does not.
    norms: HashMap<usize, Box<str>>,
    /// The white space before the next token, as far as it is known.
    gap: Gap,
    /// The ID that is due.
    next: u32,
    /// A token of several words that waits for its first one, or for the end of its words.
    several: Option<Several>,
    /// `# text` of the sentence, and how far its tokens have come in it.
    stated: Option<(String, usize)>,
    has_lemmas: bool,
    has_pos: bool,
    has_feats: bool,
    has_entities: bool,
}

/// What a line says of the white space behind its token.
#[derive(Debug, PartialEq, Default)]
enum Gap {
    /// Nothing stands before the text.
    #[default]
    Start,
    /// This.
    Exact(String),
    /// There is some.
    Space,
    /// Nothing is said; `# text` may show it, or the place of the token in characters.
    Unknown(Option<u64>),
}

/// The line of a token of several words.
#[derive(Debug)]
struct Several {
    first: u32,
    last: u32,
    form: String,
    misc: String,
}

impl Draft {
    /// Whether no line of a word has come.
    pub(in crate::document) fn is_empty(&self) -> bool {
        self.layers.tokens.len() == 0
    }

    /// Reads a comment of a sentence.
    pub(super) fn comment(&mut self, key: &str, value: &str) {
        match key {
            "text" => self.stated = Some((value.to_owned(), 0)),
            "newpar" if !self.is_empty() => {
                let breaks = matches!(&self.gap, Gap::Exact(gap) if gap.contains(is_line_break));
                if !breaks {
                    self.gap = Gap::Exact("\n".to_owned());
                }
            }
            _ => {}
        }
    }

    /// Reads the line of a word. Returns false for an empty node, which is skipped.
    pub(super) fn row(&mut self, row: Row<'_>) -> Result<bool, Problem> {
        let due = self.next.max(1);
        let known = |id: u32| match id == due {
            true => Ok(()),
            false => Err(format!("ID: {id} stands where {due} is due")),
        };
        match row.id {
            Id::Empty => return Ok(false),
            Id::Range(first, last) => {
                known(first)?;
                if self.several.is_some() {
                    return Err("ID: the ranges of two tokens overlap".to_owned());
                }
                self.several = Some(Several {
                    first,
                    last,
                    form: row.form.to_owned(),
                    misc: row.misc.all().to_owned(),
                });
            }
            Id::Word(id) => {
                known(id)?;
                self.next = id.saturating_add(1);
                match self.several.take() {
                    None => self.token(row)?,
                    Some(several) => {
                        // The first word speaks for the token.
                        if id == several.first {
                            let (form, misc) = (several.form.as_str(), Misc::new(&several.misc));
                            self.token(Row { form, misc, ..row })?;
                        }
                        self.several = Some(several).filter(|several| id < several.last);
                    }
                }
            }
        }
        Ok(true)
    }

    /// Adds a token.
    fn token(&mut self, row: Row<'_>) -> Result<(), Problem> {
        let (form, misc) = (row.form, row.misc);
        let surface = misc.text("SpacesInToken").unwrap_or(form.into());
        if surface.is_empty() || surface.trim() != surface {
            return Err("MISC: SpacesInToken is empty, or has white space at an end".to_owned());
        }
        if unbroken(&surface).contains(is_line_break) {
            return Err("MISC: SpacesInToken has a line break, which no token has".to_owned());
        }
        let place = misc.get("TokenRange").and_then(|range| {
            let (start, end) = range.split_once(':')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        });
        self.space(form, misc, place.map(|(start, _)| start))?;
        let start = self.text.len();
        self.text.push_str(&surface);
        check_length(self.text.len()).map_err(|problem| problem.to_string())?;
        self.gap = match (misc.text("SpacesAfter"), misc.get("SpaceAfter")) {
            (Some(space), _) if space.trim().is_empty() => Gap::Exact(space.into_owned()),
            (Some(_), _) => return Err("MISC: SpacesAfter is no white space".to_owned()),
            (None, Some("No")) => Gap::Exact(String::new()),
            (None, _) => Gap::Unknown(place.map(|(_, end)| end)),
        };

        let pos = row.upos.map(|upos| Pos::named(upos).ok_or(upos));
        let pos = pos.transpose();
        let pos =
            pos.map_err(|upos| format!("UPOS: {upos:?} is no tag of Universal Dependencies"))?;
        let kind = kind_of(&surface, pos);
        let tokens = &mut self.layers.tokens;
        let index = tokens.len();
        tokens.push(Span::from_usize(start, self.text.len()), kind);
        tokens.pos.push(pos.unwrap_or(Pos::X));
        self.has_pos |= pos.is_some();

        let due = || Some(form).filter(|_| wants_lemma(kind));
        tokens.guess.push(row.lemma.is_none() && due().is_some());
        let lemma = row.lemma.or_else(due);
        tokens.lemma.push(lemma.map_or(u32::MAX, |lemma| {
            self.lemmas.get(lemma).copied().unwrap_or_else(|| {
                let number = clamp(self.lemmas.len());
                self.lemmas.insert(lemma.into(), number);
                self.layers.lemmas.push(lemma);
                number
            })
        }));
        self.has_lemmas |= row.lemma.is_some();

        let morph = features(row.feats.unwrap_or_default())?;
        let number = self.morphs.number(morph, &mut self.layers.morphs);
        let number = number.ok_or("FEATS: the document has more than 65535 distinct features")?;
        tokens.morph.push(number);
        self.has_feats |= row.feats.is_some();

        if let Some(norm) = misc.text("Norm").filter(|norm| !norm.trim().is_empty()) {
            self.norms.insert(index, norm.into());
        }
        match misc.get("NER").or(misc.get("ner")) {
            Some(tag) => self
                .entity(tag, index)
                .map_err(|it| format!("MISC, NER: {it}")),
            None => Ok(()),
        }
    }

    /// Adds a token of which only the tag of its name is known. A space stands before it, and before a
    /// sentence a line break.
    pub(in crate::document) fn tagged(&mut self, form: &str, tag: &str) -> Result<(), Problem> {
        let id = self.next.max(1);
        self.gap = match id {
            _ if self.is_empty() => Gap::Start,
            1 => Gap::Exact("\n".to_owned()),
            _ => Gap::Exact(" ".to_owned()),
        };
        self.row(Row::of(id, form))?;
        self.gap = Gap::Start;
        self.has_entities = true;
        self.entity(tag, self.layers.tokens.len() - 1)
    }

    /// Writes the white space before a token.
    fn space(&mut self, form: &str, misc: Misc<'_>, place: Option<u64>) -> Result<(), Problem> {
        // Where the token stands in `# text`. The first that is not found ends the search.
        let stated = self.stated.take().and_then(|(text, at)| {
            let rest = text.get(at..)?;
            let inner = rest.trim_start();
            let space = rest.len() - inner.len();
            inner.starts_with(form).then_some(())?;
            Some((at == 0, space, (text, at + space + form.len())))
        });
        let gap = match std::mem::replace(&mut self.gap, Gap::Space) {
            Gap::Exact(gap) => gap,
            Gap::Start => match misc.text("SpacesBefore") {
                Some(space) if space.trim().is_empty() => space.into_owned(),
                Some(_) => return Err("MISC: SpacesBefore is no white space".to_owned()),
                None => String::new(),
            },
            Gap::Space => " ".to_owned(),
            Gap::Unknown(end) => match (&stated, end.zip(place)) {
                // The first token of a sentence says nothing of what stands before it.
                (Some((false, 0, _)), _) => String::new(),
                (Some((false, ..)), _) => " ".to_owned(),
                (_, Some((end, start))) if end == start => String::new(),
                _ => " ".to_owned(),
            },
        };
        self.text.push_str(&gap);
        self.stated = stated.map(|(_, _, next)| next);
        Ok(())
    }

    /// Reads the tag of a token in the schemes BIO, BIOES and BILOU.
    fn entity(&mut self, tag: &str, index: usize) -> Result<(), Problem> {
        let Some((place, label)) = tag.split_once('-') else {
            return Ok(());
        };
        let label: Label = label
            .parse()
            .map_err(|problem: Error| problem.to_string())?;
        self.has_entities = true;
        let index = clamp(index);
        let goes_on = |row: &&mut EntityRow| row.tokens.end == index && row.label == label;
        let last = self.layers.entities.last_mut().filter(goes_on);
        match last.filter(|_| matches!(place, "I" | "E" | "L") && self.next > 2) {
            Some(row) => row.tokens.end = index + 1,
            None => {
                let row = EntityRow::given(index..index + 1, label, None);
                self.layers.entities.push(row);
            }
        }
        Ok(())
    }

    /// Ends a sentence.
    pub(in crate::document) fn end_sentence(&mut self) -> Result<(), Problem> {
        (self.stated, self.next) = (None, 1);
        if let Some(several) = self.several.take() {
            let Several { first, last, .. } = several;
            return Err(format!(
                "ID: the words {first} to {last} of a token are not all there"
            ));
        }
        let end = self.layers.tokens.len();
        let sentences = &mut self.layers.sentences;
        if sentences.end.last().map_or(0, |end| *end as usize) < end {
            sentences.push(end, EndReason::Stop, CERTAIN);
        }
        Ok(())
    }

    /// The document. All rules of the data model are checked.
    pub(in crate::document) fn finish(
        mut self,
        language: Option<Language>,
    ) -> Result<Document, Error> {
        match std::mem::take(&mut self.gap) {
            Gap::Exact(gap) => self.text.push_str(&gap),
            Gap::Space | Gap::Unknown(_) => self.text.push(' '),
            Gap::Start => {}
        }
        check_length(self.text.len())?;
        let mut layers = self.layers;
        if let Some(language) = language {
            layers.language = Detection::given(language);
            layers.language_engine = LanguageSource::Given;
        }
        let language = layers.language.language;
        if !self.text.is_empty() {
            layers.languages.0.push((clamp(self.text.len()), language));
        }
        reasons(&self.text, &mut layers);
        norms(&self.text, language, &self.norms, &mut layers);
        let mut present = vec![
            Layer::Language,
            Layer::Sentences,
            Layer::Tokens,
            Layer::Norms,
        ];
        // Lemmas and features need parts of speech, so these are there with them.
        if self.has_pos || self.has_lemmas || self.has_feats {
            present.push(Layer::Pos);
        } else {
            layers.tokens.pos.clear();
        }
        if self.has_lemmas {
            present.push(Layer::Lemmas);
        } else {
            layers.tokens.lemma.clear();
            layers.tokens.guess.clear();
            layers.lemmas = Default::default();
        }
        if self.has_feats {
            present.push(Layer::Morph);
        } else {
            layers.tokens.morph.clear();
            layers.morphs.clear();
        }
        if self.has_entities {
            present.push(Layer::Entities);
        }
        layers.present = present.into_iter().collect();
        // They stand in order and do not overlap.
        let _ = settle(&mut layers.entities);
        check(&self.text, &layers)?;
        Ok(Document::new(self.text, layers))
    }
}

/// States why each sentence ends.
fn reasons(text: &str, layers: &mut Layers) {
    let (tokens, sentences) = (&layers.tokens, &mut layers.sentences);
    let last = sentences.end.len().saturating_sub(1);
    for (index, (end, reason)) in sentences.end.iter().zip(&mut sentences.reason).enumerate() {
        let next = *end as usize;
        let end = tokens.span(next.saturating_sub(1)).end();
        let gap = text.get(end..tokens.span(next).start()).unwrap_or_default();
        if index == last {
            *reason = EndReason::EndOfText;
        } else if gap.contains(is_line_break) {
            *reason = EndReason::LineBreak;
        }
    }
}

/// Makes the normal forms. Equal tokens have the one of the first.
fn norms(text: &str, language: Language, stated: &HashMap<usize, Box<str>>, layers: &mut Layers) {
    let mut seen: HashMap<(&str, TokenKind), u32> = HashMap::new();
    for index in 0..layers.tokens.len() {
        let surface = layers.tokens.span(index).of(text);
        let next = clamp(layers.types.norms.len());
        let id = *seen
            .entry((surface, layers.tokens.kind(index)))
            .or_insert(next);
        if id == next {
            match stated.get(&index) {
                Some(norm) => layers.types.norms.push(norm),
                None => layers
                    .types
                    .norms
                    .push(&norm_in(&unbroken(surface), language)),
            }
            layers.types.shape.push(Shape::of(surface));
        }
        layers.tokens.type_id.push(id);
    }
}

/// What kind of token a form is, as far as its part of speech and its letters tell.
fn kind_of(form: &str, pos: Option<Pos>) -> TokenKind {
    match pos {
        Some(Pos::Punct) => TokenKind::Punctuation,
        Some(Pos::Sym) => TokenKind::Symbol,
        _ if form.contains(char::is_alphabetic) => TokenKind::Word,
        _ if form.contains(char::is_numeric) => TokenKind::Number,
        None => TokenKind::Punctuation,
        Some(_) => TokenKind::Other,
    }
}

/// The features of a word. Those that griot has no place for are left out.
fn features(feats: &str) -> Result<Morph, Problem> {
    let mut morph = Morph::default();
    for part in feats.split('|').filter(|part| !part.is_empty()) {
        let (name, value) = part
            .split_once('=')
            .ok_or_else(|| format!("FEATS: {part:?} is no name and value with = between"))?;
        morph = morph.with(name, value).unwrap_or(morph);
    }
    Ok(morph)
}
