//! A text as the rules see it: questions about its tokens.

use std::ops::Range;

use hashbrown::HashSet;

use crate::document::layers::Layers;
use crate::document::{Stop, TokenKind};
use crate::lang::list::List;
use crate::lang::{Mark, Marks, NameRules, Rules};
use crate::language::Language;
use crate::lines::is_control;
use crate::models::hashed::spread;
use crate::span::Span;

/// A language and its rules.
type Tongue = (Language, &'static Rules);

/// How a distinct token is written.
#[derive(Clone, Copy, Default)]
struct Case {
    /// Whether it begins with a capital.
    capitalised: bool,
    /// Whether it has two capitals or more and no small letter.
    upper: bool,
    /// Whether its word stands somewhere in the text without a capital.
    small: bool,
}

/// A text with its tokens, sentences and normal forms.
pub(super) struct Scan<'a> {
    text: &'a str,
    layers: &'a Layers,
    /// The language of the whole text, and its rules.
    main: Tongue,
    /// For each type: its language, and the rules of that. Empty if the text is in one language.
    tongues: Vec<Tongue>,
    /// The first token of each type.
    firsts: Vec<u32>,
    /// By number of the distinct token.
    cases: Vec<Case>,
    /// For each type: whether it is a genitive. Empty if none is.
    genitive: Vec<bool>,
    /// By number of the distinct token: the lists that it stands in. Empty before that is known.
    marks: &'a [Marks],
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str, layers: &'a Layers) -> Self {
        let tongue = |language| (language, Rules::of(language));
        let mut scan = Self {
            text,
            layers,
            main: tongue(layers.language.language),
            tongues: Vec::new(),
            firsts: layers.tokens.first_of_types(layers.types.shape.len()),
            cases: Vec::new(),
            genitive: Vec::new(),
            marks: &[],
        };
        // A text of one stretch may be in another language than the one that was found for the whole.
        let main = layers.language.language;
        if layers.languages.0.iter().any(|(_, own)| *own != main) {
            let language = |index| layers.languages.at(scan.span(index).start());
            let tongues = scan.first_of_types().map(language);
            scan.tongues = tongues.map(|it| it.map_or(scan.main, tongue)).collect();
        }
        let shapes = layers.types.shape.iter();
        let cases = shapes.zip(scan.first_of_types()).map(|(shape, index)| {
            let (capitalised, text) = (shape.begins_large(), || scan.text(index));
            debug_assert_eq!(capitalised, text().starts_with(char::is_uppercase));
            debug_assert!(shape.may_be_upper() || !is_upper(text()), "{}", text());
            Case {
                capitalised,
                upper: shape.may_be_upper() && is_upper(text()),
                small: scan.is_word(index) && !capitalised,
            }
        });
        let mut all = Vec::with_capacity(layers.types.shape.len());
        all.extend(cases);
        scan.cases = all;
        scan.add_small_words();
        scan.genitive = scan.genitives();
        scan
    }

    /// The same, where the marks of the distinct tokens are known.
    pub(super) fn marked(self, marks: &'a [Marks]) -> Self {
        Self { marks, ..self }
    }

    /// The language of a token: that of the whole beyond the last.
    pub(super) fn language(&self, index: usize) -> Language {
        self.tongue(self.type_id(index)).0
    }

    /// The rules of a token's language.
    pub(super) fn rules(&self, index: usize) -> &'static Rules {
        self.tongue(self.type_id(index)).1
    }

    fn tongue(&self, type_id: usize) -> Tongue {
        self.tongues.get(type_id).copied().unwrap_or(self.main)
    }

    /// The stretches of the text in one language each, as ranges of tokens.
    pub(super) fn stretches(&self) -> impl Iterator<Item = Range<usize>> {
        let tokens = &self.layers.tokens;
        let ends = self.layers.languages.0.iter().map(|(end, _)| *end as usize);
        let last = std::iter::once(usize::MAX);
        let mut next = 0;
        ends.chain(last).filter_map(move |edge| {
            let end = tokens
                .start
                .partition_point(|start| (*start as usize) < edge);
            let stretch = next..end;
            next = end;
            (!stretch.is_empty()).then_some(stretch)
        })
    }

    /// Tells for each type whether it is a genitive. `Putin's` is one. `Putins` is one if `Putin`
    /// stands elsewhere in the text.
    fn genitives(&self) -> Vec<bool> {
        let rules = |(_, rules): &Tongue| rules.names.filter(|it| !it.genitives.is_empty());
        if rules(&self.main).is_none() && self.tongues.iter().all(|it| rules(it).is_none()) {
            return Vec::new();
        }
        let norms = self.first_of_types().map(|index| self.norm(index));
        let words: HashSet<&str> = norms.collect();
        let owns = |index| {
            let Some(rules) = rules(&self.tongue(self.type_id(index))) else {
                return false;
            };
            let norm = self.norm(index);
            let bare = rules.bare(norm);
            let cut = norm.strip_prefix(bare).unwrap_or_default();
            cut.starts_with('\'') || !cut.is_empty() && words.contains(bare)
        };
        self.first_of_types().map(owns).collect()
    }

    /// Adds the types that have a capital and the same normal form as a word without. They are few:
    /// of the others, only what may be the same as one of them is kept.
    fn add_small_words(&mut self) {
        let norms = &self.layers.types.norms;
        let mut cases = std::mem::take(&mut self.cases);
        let bits = (norms.len() / 4).next_power_of_two();
        let mut sought = vec![0_u64; bits];
        // The last letters tell enough.
        let place = |norm: &str| {
            let last = norm.bytes().rev().take(4);
            let hash = spread(last.fold(norm.len() as u64, |sum, byte| sum << 8 | u64::from(byte)));
            ((hash >> 32) as usize & (bits - 1), 1 << (hash >> 58))
        };
        let norm = |id: usize| norms.get(id).unwrap_or_default();
        let all = || cases.iter().enumerate();
        for (id, _) in all().filter(|(_, it)| !it.small) {
            let (at, bit) = place(norm(id));
            if let Some(bits) = sought.get_mut(at) {
                *bits |= bit;
            }
        }
        let mut words = HashSet::new();
        for (id, _) in all().filter(|(_, it)| it.small) {
            let (at, bit) = place(norm(id));
            if sought.get(at).is_some_and(|bits| bits & bit != 0) {
                words.insert((self.tongue(id).0, norm(id)));
            }
        }
        for (id, case) in cases.iter_mut().enumerate().filter(|(_, it)| !it.small) {
            case.small = words.contains(&(self.tongue(id).0, norm(id)));
        }
        self.cases = cases;
    }

    /// Some tokens without the control characters around them. An empty range if one stands between
    /// them: it stands in no name.
    pub(super) fn without_controls(&self, tokens: Range<usize>) -> Range<usize> {
        let is_plain = |index: &usize| {
            let other = self.layers.tokens.kind(*index) == TokenKind::Other;
            !(other && self.text(*index).contains(is_control))
        };
        let Some(first) = tokens.clone().find(is_plain) else {
            return tokens.start..tokens.start;
        };
        let last = tokens.clone().rfind(is_plain).unwrap_or(first);
        if (first..last).all(|index| is_plain(&index)) {
            first..last + 1
        } else {
            first..first
        }
    }

    /// The first token of each type, in the order of the types.
    pub(super) fn first_of_types(&self) -> impl Iterator<Item = usize> {
        self.firsts.iter().map(|index| *index as usize)
    }

    pub(super) fn sentences(&self) -> impl Iterator<Item = Range<usize>> + use<'a> {
        let sentences = &self.layers.sentences;
        (0..sentences.len()).map(|index| sentences.tokens(index))
    }

    /// The tokens of the sentence that a token is in.
    pub(super) fn sentence_of(&self, index: usize) -> Range<usize> {
        let sentences = &self.layers.sentences;
        sentences.tokens(sentences.of_token(index))
    }

    pub(super) fn span(&self, index: usize) -> Span {
        self.layers.tokens.span(index)
    }

    pub(super) fn span_of(&self, tokens: Range<usize>) -> Span {
        self.layers.tokens.span_of(tokens)
    }

    pub(super) fn text(&self, index: usize) -> &'a str {
        self.span(index).of(self.text)
    }

    pub(super) fn text_of(&self, tokens: Range<usize>) -> &'a str {
        self.span_of(tokens).of(self.text)
    }

    pub(super) fn kind(&self, index: usize) -> TokenKind {
        self.layers.tokens.kind(index)
    }

    /// All tokens.
    pub(super) fn tokens(&self) -> Range<usize> {
        0..self.layers.tokens.len()
    }

    /// The numbers of the types of some tokens.
    pub(super) fn types(&self, tokens: Range<usize>) -> &'a [u32] {
        let types = self.layers.tokens.type_id.get(tokens);
        types.unwrap_or_default()
    }

    /// The number of a token's type. Beyond the last token it is a number that no type has.
    #[inline]
    pub(super) fn type_id(&self, index: usize) -> usize {
        let id = self.layers.tokens.type_id.get(index);
        id.map_or(usize::MAX, |id| *id as usize)
    }

    /// The normal form of a token. Empty beyond the last token.
    pub(super) fn norm(&self, index: usize) -> &'a str {
        let norm = self.layers.types.norms.get(self.type_id(index));
        norm.unwrap_or_default()
    }

    /// Whether a token is an abbreviated title, with a person behind it: `Mme`, `M.`, `Dr`.
    pub(super) fn is_abbreviated_title(&self, at: usize) -> bool {
        let (norm, rules) = (self.norm(at), self.rules(at));
        let bare = norm.trim_end_matches('.');
        let short = bare.len() < 5 && rules.words.title_abbreviations.holds(bare);
        let title = |rules: &NameRules| rules.is_title(norm) || rules.is_title(bare);
        // `DR Congo`
        let acronym = || bare.len() == norm.len() && self.is_upper(at);
        short && !acronym() && rules.names.is_some_and(title)
    }

    /// Whether the token marks a repost: the `RT` of `RT @afp`.
    pub(super) fn passes_on(&self, at: usize) -> bool {
        self.text(at) == "RT" && self.kind(at + 1) == TokenKind::Mention
    }

    /// Whether a token is a name that owns what follows.
    pub(super) fn is_genitive(&self, index: usize) -> bool {
        let genitive = self.genitive.get(self.type_id(index));
        genitive.copied().unwrap_or_default()
    }

    /// The normal form of a token, without the ending of a genitive.
    pub(super) fn bare(&self, index: usize) -> &'a str {
        let norm = self.norm(index);
        let rules = self.rules(index).names;
        let rules = rules.filter(|_| self.is_genitive(index));
        rules.map_or(norm, |rules| rules.bare(norm))
    }

    /// The length in bytes of a possessive ending at the end of a name or a date: of `'s` in
    /// `Russia's`. 0 for well-known names such as `Sainsbury's`.
    pub(super) fn possessive(&self, tokens: Range<usize>) -> u8 {
        let own = |rules: &&NameRules| !rules.organisations.holds(self.text_of(tokens.clone()));
        let last = tokens.end.saturating_sub(1);
        let names = self.rules(last).names;
        let names = names.filter(|rules| !rules.possessives.is_empty());
        let length = names
            .filter(own)
            .map_or(0, |rules| rules.possessive(self.text(last)));
        u8::try_from(length).unwrap_or_default()
    }

    /// The white space before a token.
    pub(super) fn gap(&self, index: usize) -> &'a str {
        let before = index
            .checked_sub(1)
            .map_or(0, |before| self.span(before).end());
        self.text
            .get(before..self.span(index).start())
            .unwrap_or_default()
    }

    /// Whether the normal form stands in a list of its language.
    #[inline]
    pub(super) fn is(&self, index: usize, list: List) -> bool {
        let marks = self.marks.get(self.type_id(index));
        let listed = marks.and_then(|marks| marks.listed(list));
        let listed = listed.unwrap_or_else(|| list.holds(self.norm(index)));
        debug_assert!(
            listed == list.holds(self.norm(index)) || self.has(index, Mark::UserTitle),
            "{}",
            self.text(index)
        );
        listed
    }

    /// Whether the text has a word of a list.
    pub(super) fn has_any(&self, list: List) -> bool {
        self.marks
            .iter()
            .any(|marks| marks.listed(list) == Some(true))
    }

    /// Whether the rules of its language have marked the word so.
    #[inline]
    pub(super) fn has(&self, index: usize, mark: Mark) -> bool {
        let marks = self.marks.get(self.type_id(index));
        marks.is_some_and(|marks| marks.has(mark))
    }

    pub(super) fn is_word(&self, index: usize) -> bool {
        self.kind(index) == TokenKind::Word
    }

    #[inline]
    fn case(&self, index: usize) -> Case {
        let case = self.cases.get(self.type_id(index));
        case.copied().unwrap_or_default()
    }

    #[inline]
    pub(super) fn is_capitalised(&self, index: usize) -> bool {
        self.case(index).capitalised
    }

    /// The first of some tokens that begins with a capital.
    pub(super) fn first_capital(&self, tokens: Range<usize>) -> Option<usize> {
        let mut types = self.types(tokens.clone()).iter();
        let case = |id: u32| self.cases.get(id as usize);
        let at = types.position(|id| case(*id).is_some_and(|case| case.capitalised))?;
        Some(tokens.start + at)
    }

    /// Whether a token has two capitals or more and no small letter.
    pub(super) fn is_upper(&self, index: usize) -> bool {
        self.case(index).upper
    }

    pub(super) fn is_stop(&self, index: usize) -> bool {
        if let Some(marks) = self.marks.get(self.type_id(index)) {
            return marks.has(Mark::Stop);
        }
        self.rules(index).stops.tier(self.norm(index)) != Stop::No
    }

    /// Whether the word of a token stands elsewhere in the text without a capital.
    pub(super) fn is_small_elsewhere(&self, index: usize) -> bool {
        self.case(index).small
    }

    pub(super) fn digits(&self, index: usize) -> Option<u32> {
        let text = self.text(index);
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse().ok())
            .flatten()
    }
}

/// Whether a token has two capitals or more and no small letter.
fn is_upper(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_lowercase())
        && !text.chars().any(char::is_lowercase)
        && text.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
}
