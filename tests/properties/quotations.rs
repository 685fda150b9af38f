//! Rules 23 and 24 of the data model: quotations are whole tokens in order, and what is said of a
//! speaker belongs together.

use griot::{DocumentRef, Language, Layer, Lead, Pipeline};
use proptest::prelude::*;

pub fn check_quotations(document: DocumentRef<'_>) {
    let tokens: Vec<_> = document.tokens().map(|token| token.span()).collect();
    let mut end = 0;
    for (index, quotation) in document.quotations().enumerate() {
        assert_eq!(quotation.index(), index);
        let range = quotation.token_range();
        assert!(
            end <= range.start && range.start + 1 < range.end,
            "{range:?}"
        );
        end = range.end;
        let (first, last) = (tokens[range.start], tokens[range.end - 1]);
        assert_eq!(quotation.span().start(), first.start());
        assert_eq!(quotation.span().end(), last.end());
        assert!(quotation.text().contains(quotation.words()));
        let speaker = quotation.speaker_span();
        if let Some(span) = speaker {
            assert!(tokens.iter().any(|token| token.start() == span.start()));
            assert!(tokens.iter().any(|token| token.end() == span.end()));
            assert_eq!(quotation.speaker(), Some(&document.text()[span]));
        }
        if let Some(entity) = quotation.speaker_entity() {
            assert!(speaker.is_some_and(|words| words.covers(entity.span())));
        }
        if let Some(verb) = quotation.verb() {
            assert_eq!(quotation.lead(), Some(Lead::Direct));
            assert!(verb.index() != range.start && verb.index() + 1 != range.end);
        }
    }
    for token in document.tokens() {
        let holds = |it: &griot::Quotation<'_>| it.token_range().contains(&token.index());
        let found = document.quotations().find(holds).map(|it| it.index());
        assert_eq!(token.quotation().map(|it| it.index()), found);
    }
}

/// Marks, and what stands around them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "«",
        "»",
        "\"",
        "“",
        "”",
        "„",
        "‘",
        "’",
        "''",
        " ",
        " ",
        " ",
        "\u{a0}",
        "\n",
        "\n\n",
        ", ",
        ". ",
        " : ",
        "Paul Biya",
        "M. Modi",
        "Mme Abbas",
        "le ministre",
        "la ministre",
        "il",
        "elle",
        "a dit",
        "-t-il",
        "dit-elle",
        "selon",
        "d’après",
        "pour",
        "qui",
        "de",
        "à la presse",
        "La guerre est finie",
        "oui",
        "Lire aussi : ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn quotations_are_whole_tokens_in_order(text in pieces()) {
        let builder = Pipeline::builder().language(Language::FRENCH).layers([Layer::Quotations]);
        let document = builder.build().unwrap().process(text).unwrap();
        check_quotations(document.view());
        let json = serde_json::to_string(&document).unwrap();
        prop_assert_eq!(serde_json::from_str::<griot::Document>(&json).unwrap(), document);
    }
}
