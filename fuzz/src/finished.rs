//! What reads finished documents: links, quotations, patterns, terms and duplicates.

use arbitrary::Arbitrary;
use griot::duplicates::{Index, fingerprint};
use griot::matcher::{Match, Matcher, Overlap, Patterns};
use griot::terms::{self, Corpus, Counts, Form};
use griot::{Document, entity};

use crate::input::{self, Setup};
use crate::rules::check;

fn documents(data: &[u8]) -> Vec<Document> {
    let (setup, rest) = input::read::<Setup>(data);
    let texts = input::texts(rest).into_iter();
    texts.map(|text| setup.process(text)).collect()
}

/// Ids across documents: nothing but ids changes, and a second time nothing.
pub fn link(data: &[u8]) {
    let before = documents(data);
    let mut linked = before.clone();
    entity::link(&mut linked);
    for (one, other) in before.iter().zip(&linked) {
        check(other);
        let (one, other) = (one.view(), other.view());
        let key = |it: griot::Entity<'_>| (it.token_range(), it.label(), it.id().is_some());
        assert!(one.entities().map(key).eq(other.entities().map(key)));
        assert!(
            one.tokens()
                .map(|it| it.span())
                .eq(other.tokens().map(|it| it.span()))
        );
    }
    let mut again = linked.clone();
    entity::link(&mut again);
    assert_eq!(again, linked);
}

/// Quotations lie in the text, in order, and so do their speakers.
pub fn quotations(data: &[u8]) {
    for document in documents(data) {
        let mut start = 0;
        for quotation in document.view().quotations() {
            let (span, tokens) = (quotation.span(), quotation.token_range());
            assert!(!tokens.is_empty() && span.start() >= start);
            assert_eq!(span.get(document.text()), Some(quotation.text()));
            let speaker = quotation.speaker_span();
            assert_eq!(
                speaker.and_then(|it| it.get(document.text())),
                quotation.speaker()
            );
            assert!(quotation.speaker().is_none_or(|it| !it.is_empty()));
            let entity = quotation.speaker_entity();
            assert!(
                entity.is_none_or(|it| speaker.is_some_and(|speaker| speaker.covers(it.span())))
            );
            start = span.end();
        }
        check(&document);
    }
}

#[derive(Arbitrary)]
struct Matching {
    longest: bool,
    across: bool,
    setup: Setup,
}

/// Patterns of JSON, the first text, over the others: matches stand in order and in sentences, and those
/// that count alone are disjoint and among all.
pub fn matcher(data: &[u8]) {
    let (choices, rest) = input::read::<Matching>(data);
    let mut texts = input::texts(rest).into_iter();
    let json = texts.next().unwrap_or_default();
    let Ok(patterns) = serde_json::from_str::<Patterns>(&json) else {
        return;
    };
    let all = match Matcher::new(patterns) {
        Ok(matcher) => matcher.across_sentences(choices.across),
        Err(error) => return assert!(error.is_pattern()),
    };
    let overlap = [Overlap::First, Overlap::Longest][usize::from(choices.longest)];
    let some = all.clone().overlap(overlap);
    for text in texts {
        let document = choices.setup.process(text);
        let place = |it: &Match<'_>| {
            let range = it.token_range();
            (
                range.start,
                std::cmp::Reverse(range.end),
                it.name().to_owned(),
            )
        };
        // A hostile pattern has very many matches.
        let found: Vec<_> = all.find(document.view()).take(10_000).collect();
        for found in &found {
            let range = found.token_range();
            assert!((1..=127).contains(&range.len()));
            assert_eq!(found.span().get(document.text()), Some(found.text()));
            let sentence = found.sentence().expect("the layer of sentences");
            assert!(choices.across || range.end <= sentence.token_range().end);
        }
        let mut places: Vec<_> = found.iter().map(place).collect();
        assert!(
            places
                .windows(2)
                .all(|pair| (pair[0].0, pair[0].1) <= (pair[1].0, pair[1].1))
        );
        places.sort();
        assert!(places.windows(2).all(|pair| pair[0] != pair[1]));
        let alone: Vec<_> = some.find(document.view()).collect();
        for (index, one) in alone.iter().enumerate() {
            let next = alone[index + 1..].iter().find(|it| it.name() == one.name());
            assert!(next.is_none_or(|it| one.token_range().end <= it.token_range().start));
            let known = places.binary_search(&place(one)).is_ok();
            assert!(known || found.len() == 10_000);
        }
    }
}

#[derive(Arbitrary)]
struct Counting {
    form: u8,
    size: u8,
}

/// Terms, sequences, counts and keywords agree with each other.
pub fn terms(data: &[u8]) {
    let (choices, rest) = input::read::<Counting>(data);
    let form = [Form::Norm, Form::Stem, Form::Lemma][usize::from(choices.form % 3)];
    let size = usize::from(choices.size % 6);
    let documents = documents(rest);
    let mut corpus = Corpus::default();
    let counts: Vec<Counts> = documents
        .iter()
        .map(|it| terms::terms(it.view(), form).collect())
        .collect();
    counts.iter().for_each(|counts| corpus.add(counts));
    assert_eq!(corpus.documents(), documents.len());
    for (document, counts) in documents.iter().zip(&counts) {
        let view = document.view();
        let found: Vec<_> = terms::terms(view, form).collect();
        assert!(
            found
                .windows(2)
                .all(|pair| pair[0].position() < pair[1].position())
        );
        assert!(
            found
                .iter()
                .all(|it| it.token().is_word() && !it.token().is_stop())
        );
        assert_eq!(counts.total(), found.len());
        assert_eq!(
            counts.iter().map(|(_, count)| count).sum::<usize>(),
            found.len()
        );
        assert_eq!(counts.iter().count(), counts.len());
        assert!(counts.most_common(size).len() <= size);
        for gram in terms::ngrams(view, size, form) {
            assert_eq!(gram.tokens().len(), size);
            assert_eq!(gram.span().get(view.text()), Some(gram.text()));
            assert!(gram.term().split(' ').count() >= size);
        }
        let keywords = terms::keywords(view, form, &corpus, size);
        assert!(keywords.len() <= size && keywords.len() <= counts.len());
        assert!(
            keywords
                .windows(2)
                .all(|pair| pair[0].score() >= pair[1].score())
        );
        for keyword in keywords {
            assert!(keyword.score().is_finite() && corpus.frequency(keyword.term()) > 0);
            assert_eq!(keyword.count(), counts.get(keyword.term()));
            assert!(view.text().contains(keyword.text()));
        }
        assert!(
            corpus
                .tf_idf(counts)
                .iter()
                .all(|(_, score)| score.is_finite())
        );
    }
}

/// Similarity is the same from both sides, and a text is found in the index that has it.
pub fn duplicates(data: &[u8]) {
    let (threshold, rest) = input::read::<u8>(data);
    let prints: Vec<_> = documents(rest)
        .iter()
        .map(|it| fingerprint(it.view()))
        .collect();
    let mut index =
        Index::new(f32::from(threshold % 101) / 100.0).expect("a threshold from 0 to 1");
    for (number, print) in prints.iter().enumerate() {
        let near = index.add(print.clone());
        assert!(
            near.iter()
                .all(|it| it.number() < number && (0.0..=1.0).contains(&it.similarity()))
        );
        assert!(
            near.windows(2)
                .all(|pair| pair[0].similarity() >= pair[1].similarity())
        );
        let itself = index
            .near(print)
            .iter()
            .any(|it| it.number() == number && it.similarity() == 1.0);
        assert_eq!(itself, !print.is_empty());
        for other in &prints {
            assert_eq!(print.similarity(other), other.similarity(print));
        }
    }
    assert_eq!(index.len(), prints.len());
}
