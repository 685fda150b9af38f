//! The rules that every document keeps, whoever made it. Each is checked in linear time.

use std::hint::black_box;

use griot::{Alignment, Document, DocumentRef, Layer, Span, entity, segment};

/// Checks a document, calls every accessor, and writes and reads it in every form.
pub fn check(document: &Document) {
    let view = document.view();
    let json = serde_json::to_string(document).unwrap();
    // Zones that `only` leaves out have no tokens. Inside a string, JSON escapes the quotes.
    check_tokens(view, !json.contains("\"only\":["));
    check_sentences(view);
    check_entities(view);
    check_cover(view.text(), view.zones().map(|(span, _)| span));
    check_cover(view.text(), view.languages().map(|(span, _)| span));
    check_whole(view);
    let again: Document = serde_json::from_str(&json).expect("a document reads back");
    assert_eq!(again, *document);
    assert_eq!(serde_json::to_string(&again).unwrap(), json);
    assert_eq!(view.to_document(), *document);
    check_conllu(view);
}

/// Checks that tokens lie at characters, in order, with white space alone between them.
pub fn check_words(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        let gap = text
            .get(end..span.start())
            .expect("tokens lie at characters, in order");
        assert!(gap.trim().is_empty(), "{gap:?} is in no token");
        check_token(span.get(text).expect("a token lies at characters"));
        end = span.end();
    }
    let gap = &text[end..];
    assert!(gap.trim().is_empty(), "{gap:?} is in no token");
}

/// All that Unicode calls a line break.
const BREAKS: [char; 7] = [
    '\n', '\u{b}', '\u{c}', '\r', '\u{85}', '\u{2028}', '\u{2029}',
];

fn check_token(token: &str) {
    assert!(!token.is_empty() && token.trim() == token, "{token:?}");
    assert!(!token.contains(BREAKS), "{token:?}");
}

/// Checks a token of a document, which a hyphen may cut at the end of a line.
fn check_cut_token(token: &str) {
    assert_eq!(token.trim(), token);
    let blank = |c: char| c.is_whitespace() && !BREAKS.contains(&c);
    let lines = token.replace("\r\n", "\n");
    let mut lines = lines
        .split(['\n', '\r'])
        .map(|line| line.trim_matches(blank))
        .peekable();
    while let Some(line) = lines.next() {
        check_token(line);
        let cut = line.ends_with(['-', '\u{ad}', '\u{2010}', '\u{2011}']);
        assert!(cut || lines.peek().is_none(), "{token:?}");
    }
}

fn check_tokens(view: DocumentRef<'_>, whole: bool) {
    let (text, count) = (view.text(), view.tokens().len());
    let there = |layer| view.present().contains(layer);
    let mut rebuilt = String::new();
    for (index, token) in view.tokens().enumerate() {
        assert_eq!(token.index(), index);
        assert_eq!(token.span().get(text), Some(token.text()));
        check_cut_token(token.text());
        rebuilt += token.space_before();
        rebuilt += token.text();
        if index + 1 == count {
            rebuilt += token.space_after();
        }
        assert_eq!(token.previous().map(|it| it.index()), index.checked_sub(1));
        assert_eq!(token.next().is_some(), index + 1 < count);
        assert_eq!(
            view.token_at(token.span().start()).map(|it| it.index()),
            Some(index)
        );
        let all = [Alignment::Strict, Alignment::Contract, Alignment::Expand];
        for alignment in all {
            assert_eq!(
                view.token_range(token.span(), alignment),
                Some(index..index + 1)
            );
        }
        assert_eq!(token.norm().is_some(), there(Layer::Norms));
        assert_eq!(token.stem().is_some(), there(Layer::Stems));
        assert_eq!(token.stop().is_some(), there(Layer::Stops));
        assert_eq!(token.sentence().is_some(), there(Layer::Sentences));
        assert_eq!(token.zone().is_some(), there(Layer::Zones));
        if let Some(sentence) = token.sentence() {
            assert!(sentence.token_range().contains(&index));
            assert_eq!(
                token.is_sentence_start(),
                sentence.token_range().start == index
            );
        }
        if let Some(entity) = token.entity() {
            assert!(entity.token_range().contains(&index) && entity.parent().is_none());
        }
        black_box((
            token.kind(),
            token.shape(),
            token.lemma(),
            token.pos(),
            token.language(),
        ));
        black_box((
            token.type_id(),
            token.is_lemma_guessed(),
            token.contraction(),
        ));
        black_box((
            token.is_word(),
            token.is_number(),
            token.is_punctuation(),
            token.is_symbol(),
        ));
        black_box((token.is_address(), token.is_stop(), token.is_capitalised()));
        black_box((token.is_upper(), token.is_lower()));
    }
    let rebuilds = rebuilt == text || count == 0 && text.trim().is_empty();
    let expected = whole && view.present().contains(Layer::Tokens);
    assert!(rebuilds || !expected, "tokens and gaps rebuild the text");
}

fn check_sentences(view: DocumentRef<'_>) {
    let mut next = 0;
    for (index, sentence) in view.sentences().enumerate() {
        let range = sentence.token_range();
        assert_eq!((sentence.index(), range.start), (index, next));
        assert!(!range.is_empty() && sentence.tokens().len() == range.len());
        assert_eq!(sentence.span().get(view.text()), Some(sentence.text()));
        let at = view.sentence_at(sentence.span().start());
        assert_eq!(at.map(|it| it.index()), Some(index));
        assert!((0.0..=1.0).contains(&sentence.score()));
        assert_eq!(
            sentence.previous().map(|it| it.index()),
            index.checked_sub(1)
        );
        assert_eq!(
            sentence.next().is_some(),
            index + 1 < view.sentences().len()
        );
        black_box((sentence.end_reason(), sentence.zone(), sentence.language()));
        for entity in sentence.entities() {
            assert_eq!(entity.sentence().map(|it| it.index()), Some(index));
        }
        next = range.end;
    }
    let whole = view.present().contains(Layer::Sentences);
    assert_eq!(next, if whole { view.tokens().len() } else { 0 });
}

fn check_entities(view: DocumentRef<'_>) {
    // The entities that are open here, the outermost first.
    let mut open: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
    let (mut before, mut flat) = ((0, usize::MAX), 0);
    for (index, entity) in view.entities().enumerate() {
        let range = entity.token_range();
        assert_eq!(entity.index(), index);
        assert!(range.start < range.end && range.end <= view.tokens().len());
        assert!(
            index == 0 || before.0 < range.start || before.0 == range.start && before.1 > range.end
        );
        open.retain(|(_, outer)| outer.end > range.start);
        assert!(
            open.iter().all(|(_, outer)| range.end <= outer.end),
            "{range:?} crosses another"
        );
        assert_eq!(
            entity.parent().map(|it| it.index()),
            open.last().map(|(index, _)| *index)
        );
        flat += usize::from(open.is_empty());
        assert!(entity.nested().all(|inner| inner.parent().is_some()));
        assert_eq!(entity.tokens().len(), range.len());
        assert_eq!(entity.span().get(view.text()), Some(entity.text()));
        assert_eq!(
            entity.title_span().and_then(|it| it.get(view.text())),
            entity.title()
        );
        assert!(entity.title().is_none_or(|title| !title.is_empty()));
        assert!((0.0..=1.0).contains(&entity.score()));
        black_box((
            entity.label(),
            entity.id(),
            entity.value(),
            entity.modifier(),
            entity.source(),
        ));
        before = (range.start, range.end);
        open.push((index, range));
    }
    assert_eq!(view.outermost().count(), flat);
    for (one, other) in entity::acronyms(view) {
        assert!(one.index() != other.index());
    }
}

/// Checks that spans follow each other without a gap and cover the text, or that there are none.
fn check_cover(text: &str, spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    let mut any = false;
    for span in spans {
        assert!(
            span.start() == end && !span.is_empty() && span.get(text).is_some(),
            "{span}"
        );
        (end, any) = (span.end(), true);
    }
    assert!(!any || end == text.len());
}

fn check_whole(view: DocumentRef<'_>) {
    let parts = view
        .dateline()
        .map(|it| [it.place(), it.date(), it.agency()]);
    let mut parts = parts.into_iter().flatten().flatten();
    assert!(parts.all(|part| part.get(view.text()).is_some_and(|it| !it.is_empty())));
    assert!((0.0..=1.0).contains(&view.language().confidence));
    assert_eq!(view.present(), view.present().closed());
    assert!(
        view.missing()
            .iter()
            .all(|layer| !view.present().contains(layer))
    );
    black_box((
        view.language_engine(),
        view.stem_edition(),
        view.models().count(),
    ));
    black_box((view.reference_date(), format!("{view:?}").len()));
    // Graphemes are cheap, and every text comes past here.
    let seen: usize = segment::graphemes(view.text()).map(|span| span.len()).sum();
    assert_eq!(seen, view.text().len());
}

/// Checks that CoNLL-U has a row of ten columns for each token. A token may hold a tab if the
/// caller never splits it; its row then has more.
fn check_conllu(view: DocumentRef<'_>) {
    let written = view.conllu().to_string();
    let rows = written
        .split('\n')
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    let rows: Vec<_> = rows.map(|line| line.split('\t').count()).collect();
    assert_eq!(rows.len(), view.tokens().len(), "{written}");
    assert!(rows.iter().all(|it| *it == 10), "{written}");
}
