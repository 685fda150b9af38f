//! Finds quotations and their speakers in a document that has its entities.

mod leads;
mod marks;
mod people;
mod phrases;

use std::cell::Cell;
use std::ops::Range;

use crate::document::layers::{Layers, QuotationRow};
use crate::document::{DocumentRef, Label, Lead, Token, ZoneKind};
use crate::span::clamp;
use leads::Said;
use marks::Pair;
use people::People;
use phrases::{Reader, Speaker, Subject, is_stop};

/// The least number of words between marks in the middle of a sentence that are a quotation though
/// nobody is known to say them. Fewer are a name or a word that is only mentioned.
const UNSAID: usize = 5;

/// The same for what is a sentence of its own.
const WHOLE: usize = 3;

/// How many quotations of a sentence the words behind the last of them may speak of.
const LATER: usize = 3;

/// How far before a quotation the subject of its sentence may stand.
const REACH: usize = 60;

/// Fills the quotations of a text. Its entities must be there.
pub(crate) fn find(text: &str, layers: &mut Layers) {
    let pairs = marks::pairs(text, layers);
    let mut rows = std::mem::take(&mut layers.quotations);
    // Each of many pairs would read the same words before it.
    let mixed = !layers.languages.0.is_empty();
    let plain = if pairs.is_empty() || mixed {
        Vec::new()
    } else {
        vec![Cell::new(None); layers.tokens.len()]
    };
    let mut finder = Finder {
        document: DocumentRef::new(text, layers),
        pairs: &pairs,
        plain: &plain,
        people: None,
        last: None,
        unled: 0..0,
    };
    rows.extend((0..pairs.len()).filter_map(|index| finder.quotation(index)));
    drop(finder);
    layers.quotations = rows;
}

/// Finds the quotations of a document, in order.
struct Finder<'a> {
    document: DocumentRef<'a>,
    pairs: &'a [Pair],
    /// What [`Reader::is_plain`] found out. Empty if it may not be kept.
    plain: &'a [Cell<Option<bool>>],
    /// Some pairs of which the words behind each are known to say nothing, even if it is a part of a sentence.
    unled: Range<usize>,
    /// Read when the first pronoun asks for it.
    people: Option<People<'a>>,
    last: Option<Last>,
}

/// The quotation before.
struct Last {
    /// Where it ends, with the words behind it that say who speaks.
    end: usize,
    speaker: Option<Speaker>,
    /// True if the words before it say who speaks. They hold for the rest of the sentence.
    introduced: bool,
}

impl<'a> Finder<'a> {
    /// The quotation of a pair of marks. `None` if nobody says it.
    fn quotation(&mut self, index: usize) -> Option<QuotationRow> {
        let pair = self.pairs.get(index)?;
        let (open, close) = (pair.open.start, pair.close.end);
        let mut within = self.document.tokens_at(pair.open.end..pair.close.start);
        if !is_story(self.document.token(open)?) || !within.any(|token| token.is_word()) {
            return None;
        }
        // The words around decide, and need not be in the language of the quotation. The comma
        // behind the mark may count as a part of the quotation, in its language.
        let comma = self.document.token(close).filter(|it| it.text() == ",");
        let reader = |at| self.reader(at);
        let behind = reader(close + usize::from(comma.is_some()));
        let ahead = open.checked_sub(1).and_then(reader);
        let reader = behind.or(ahead).or_else(|| reader(open))?;
        let from = self.last.as_ref().map_or(0, |last| last.end);
        let place = reader.place(open, from);
        let part = place == Place::Part;
        let known = part && comma.is_none() && self.unled.contains(&index);
        let behind = behind.filter(|_| !known);
        let after = behind.and_then(|reader| reader.after(close, part));
        let end = after.as_ref().map_or(close, |said| said.end(close));
        let before = || ahead?.before(open, from);
        let (said, introduced) = match after {
            Some(after) => (Some(after), false),
            None => match before() {
                Some(before) => (Some(before), true),
                None => {
                    let inside = || reader.inside(pair.open.end..pair.close.start);
                    (self.later(index).or_else(inside), false)
                }
            },
        };
        let sentence = self.document.token(open)?.sentence();
        let same = |last: &&Last| sentence.is_some_and(|it| last.end > it.token_range().start);
        let introduced = introduced
            || said.is_none()
                && self
                    .last
                    .as_ref()
                    .filter(same)
                    .is_some_and(|it| it.introduced);
        // `les succès s’enchaînent : « … », « … », « … »`
        let told = said.as_ref().is_some_and(|it| match &it.subject {
            Some(Subject::Named(speaker)) => {
                let somebody =
                    speaker.entity.is_some() || reader.is_person_noun(speaker.tokens.start);
                somebody && (it.verb.is_some() || it.lead == Lead::Indirect)
            }
            subject => subject.is_some(),
        });
        if !told && self.is_listed(reader, index) {
            return None;
        }
        // To look for whoever spoke before takes long, and most pairs of marks that no words lead to are
        // no quotations.
        if said.is_none() && !introduced && !reader.is_said(pair, place, false) {
            return None;
        }
        let subject = said.as_ref().and_then(|said| said.subject.clone());
        let speaker = match subject {
            Some(subject) => self.speaker(reader, subject, open),
            // `Paul Biya, « marié et père de deux enfants », est mort`: a description.
            None if part
                && !introduced
                && comma.is_some()
                && open > 0
                && reader.is_comma(open - 1) =>
            {
                None
            }
            None => self.going_on(reader, open, place),
        };
        let led = match &said {
            Some(said) => {
                let pronoun = matches!(said.subject, Some(Subject::Pronoun(..)));
                place == Place::Whole || speaker.is_some() || pronoun
            }
            None => introduced && speaker.is_some(),
        };
        if !reader.is_said(pair, place, led) {
            return None;
        }
        let words = speaker.as_ref().map(|it| it.tokens.clone());
        let entity = speaker.as_ref().and_then(|it| it.entity);
        self.last = Some(Last {
            end,
            speaker,
            introduced,
        });
        Some(QuotationRow {
            tokens: clamp(open)..clamp(close),
            speaker: words.map(|it| clamp(it.start)..clamp(it.end)),
            entity: entity.map(clamp),
            verb: said.as_ref().and_then(|it| it.verb).map(clamp),
            lead: said.map(|it| it.lead),
        })
    }

    /// Whether a pair of marks is one of at least three in a list. Without a verb of saying these are
    /// titles: `ses chansons : « Syracuse », « Je pars » ou encore « Demain »`.
    fn is_listed(&self, reader: Reader<'a>, index: usize) -> bool {
        // `,`, `et`, `, ou encore`
        let joins = |one: &Pair, next: &Pair| {
            let (start, end) = (one.close.end, next.open.start);
            let comma = self
                .document
                .token(start)
                .is_some_and(|it| it.text() == ",");
            let and = start + usize::from(comma);
            let joined = and < end && reader.is_conjunction(and);
            let adverb = joined && and + 2 == end && !reader.is_capitalised(and + 1);
            (comma || joined) && end == and + usize::from(joined) + usize::from(adverb)
        };
        let from = index.saturating_sub(2);
        let near = self.pairs.get(from..self.pairs.len().min(index + 3));
        let near = near.unwrap_or_default();
        let linked = |one: usize| {
            near.get(one..one + 2)
                .is_some_and(|it| matches!(it, [one, next] if joins(one, next)))
        };
        let at = index - from;
        let before = (0..at).rev().take_while(|one| linked(*one)).count();
        let after = (at..at + 2).take_while(|one| linked(*one)).count();
        before + after > 1
    }

    /// What the words behind a later quotation of the same sentence say: `"Oui" et "non", dit-il`,
    /// or the last words of the sentence: `Le bloc est "uni" en Europe, selon Paul Biya`.
    fn later(&mut self, index: usize) -> Option<Said> {
        let close = self.pairs.get(index)?.close.end;
        let sentence = self.document.token(close - 1)?.sentence()?;
        let end = sentence.token_range().end;
        let pairs = self.pairs.get(index + 1..).unwrap_or_default();
        let count = pairs
            .iter()
            .take(LATER)
            .take_while(|pair| pair.open.start < end);
        let later = index + 1..index + 1 + count.count();
        let next = pairs.first().filter(|_| !later.is_empty());
        let next = next.map_or(end, |pair| pair.open.start);
        for index in later {
            if self.unled.contains(&index) {
                continue;
            }
            let behind = self.pairs.get(index)?.close.end;
            let said = self
                .reader(behind)
                .and_then(|reader| reader.after(behind, true));
            if said.is_some() {
                return said;
            }
            let from = if self.unled.end == index {
                self.unled.start
            } else {
                index
            };
            self.unled = from..index + 1;
        }
        let reader = self.reader(close)?;
        (close..next.min(close + REACH)).find_map(|at| reader.last_words(at, end))
    }

    /// The reader for the language of a token.
    fn reader(&self, at: usize) -> Option<Reader<'a>> {
        Reader::at(self.document, self.pairs, self.plain, at)
    }

    /// Who a subject is.
    fn speaker(&mut self, reader: Reader<'a>, subject: Subject, open: usize) -> Option<Speaker> {
        match subject {
            Subject::Named(speaker) => {
                let known = reader.described(&speaker);
                Some(known.unwrap_or_else(|| self.vague(reader, speaker)))
            }
            Subject::Pronoun(gender, at) => {
                let people = self.people.get_or_insert_with(|| People::read(reader));
                let last = self.last.as_ref();
                let last = last.and_then(|last| Some((last.speaker.as_ref()?, last.end)));
                people.meant(reader, gender?, at.min(open), last)
            }
            Subject::Same => self.last.as_ref()?.speaker.clone(),
        }
    }

    /// The one who spoke before, if a description such as `le chercheur` can mean this person.
    fn vague(&mut self, reader: Reader<'a>, speaker: Speaker) -> Speaker {
        let last = self.last.as_ref().and_then(|last| last.speaker.as_ref());
        let last = last.filter(|last| last.entity.is_some() && reader.is_vague(&speaker));
        let people = &mut self.people;
        let agree = |last: &&Speaker| {
            let people = people.get_or_insert_with(|| People::read(reader));
            people.agree(reader, &speaker, last)
        };
        last.filter(agree).cloned().unwrap_or(speaker)
    }

    /// Who speaks in a quotation of which no words say it: whoever spoke before, or whom the sentence
    /// is about, or the one before it.
    fn going_on(&mut self, reader: Reader<'a>, open: usize, place: Place) -> Option<Speaker> {
        let sentence = reader.token(open)?.sentence()?;
        let first = sentence.token_range().start;
        let spoken = self.last.as_ref().map_or(0, |last| last.end);
        let whole = place == Place::Whole;
        let before = if whole { sentence.previous() } else { None };
        let range = before.map_or(first..open, |it| it.token_range());
        if spoken > range.start {
            return self.last.as_ref()?.speaker.clone();
        }
        let range = range.start.max(range.end.saturating_sub(REACH))..range.end;
        // What stands in the middle of a sentence, as in `une maladie qui, si elle est connue`, is no
        // proof that somebody speaks.
        let sure = |subject: &Subject| match subject {
            Subject::Named(speaker) => {
                speaker.entity.is_some() || speaker.tokens.start <= range.start + 1
            }
            Subject::Pronoun(_, at) => {
                let before = at.checked_sub(1).and_then(|before| reader.token(before));
                *at <= range.start + 1 || before.is_some_and(|it| !it.is_word())
            }
            Subject::Same => true,
        };
        // In `La patiente est morte, a-t-elle ajouté.` it is not the patient who speaks.
        let voice = reader.voice(range.clone()).map(|subject| match subject {
            Subject::Pronoun(gender, _) => Subject::Pronoun(gender, range.start),
            other => other,
        });
        let subject = voice.or_else(|| reader.head(range.clone()).filter(sure));
        let speaker = subject.and_then(|subject| self.speaker(reader, subject, open));
        let last = || self.last.as_ref().filter(|_| whole)?.speaker.clone();
        speaker.or_else(last)
    }
}

/// Where a quotation stands in its sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It begins a sentence, or stands behind a colon.
    Whole,
    /// It goes on with what stands before the words that say who speaks: `« Oui », dit-il, « mais … »`.
    Next,
    /// It is a part of a sentence.
    Part,
}

/// Whether a token belongs to the article. Headlines of other articles have quotations too.
fn is_story(token: Token<'_>) -> bool {
    let others = [ZoneKind::ReadAlso, ZoneKind::Advert, ZoneKind::Repeated];
    token.zone().is_none_or(|zone| !others.contains(&zone))
}

impl Reader<'_> {
    /// The place of a mark in its sentence. The last quotation ends at `spoken`.
    fn place(self, open: usize, spoken: usize) -> Place {
        let before = open.checked_sub(1).map_or("", |before| self.text(before));
        let starts = self.token(open).is_some_and(|it| it.is_sentence_start());
        let mut between = self.document.tokens_at(spoken..open);
        if starts || before.ends_with(['.', '!', '?', '…', ':']) {
            Place::Whole
        } else if spoken > 0 && between.all(|token| token.is_punctuation()) {
            Place::Next
        } else {
            Place::Part
        }
    }

    /// Whether somebody says what stands between two marks. It may be a name, or a word that is only
    /// mentioned. `led` is true if words around lead to it.
    fn is_said(self, pair: &Pair, place: Place, led: bool) -> bool {
        let (open, close) = (pair.open.start, pair.close.start);
        let ends = self.text(close - 1).ends_with(['.', '!', '?', '…']);
        let tokens = || self.document.tokens_at(pair.open.end..close);
        let words = tokens().filter(|token| token.is_word()).count();
        // `the "Cybersecurity and Infrastructure Security Agency"`
        let mut plain = tokens().filter(|token| token.is_word() && !is_stop(*token));
        let capital = |token: Token<'_>| token.is_capitalised();
        let title = !led && !ends && plain.next().is_some_and(capital) && plain.all(capital);
        // `dite « utile »`, `dite des « trois frontières »`
        let naming = |at: usize| self.is(at, self.rules.naming);
        let of = |at: usize| self.is(at, self.rules.of);
        let named = open > 0 && (naming(open - 1) || open > 1 && of(open - 1) && naming(open - 2));
        let least = match place {
            _ if led => 1,
            Place::Next => 1,
            Place::Whole if ends => 1,
            Place::Whole => WHOLE,
            Place::Part => UNSAID,
        };
        // `l'« Alliance des États du Sahel »`, `« l'Alliance des États du Sahel »`
        let article = usize::from(self.is(pair.open.end, self.rules.determiners));
        let inside = pair.open.end + article..close;
        let name = self.entity(inside.start).filter(|it| {
            let other = matches!(it.label(), Label::DATE | Label::QUANTITY);
            let whole = pair.open.end..close;
            !other && (it.token_range() == inside || it.token_range() == whole)
        });
        // `(« SonntagsZeitung » du 16 septembre)`
        let source = words == 1
            && open > 0
            && self.text(open - 1) == "("
            && self.token(pair.open.end).is_some_and(capital);
        words >= least && !named && !title && !source && (name.is_none() || place != Place::Part)
    }
}
