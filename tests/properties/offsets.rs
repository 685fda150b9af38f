//! Rules 9 and 10: offsets and spans find what stands there.

use griot::{Alignment, Offsets, Span};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::generators::{config, read, text};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_09_offsets_agree_with_counting(text in prop_oneof![text(), "[a-é\u{1f30d}漢]{200,900}"]) {
        let offsets = Offsets::new(&text);
        for byte in 0..=text.len() + 2 {
            let before = text.get(..byte);
            let chars = before.map(|before| before.chars().count());
            let utf16 = before.map(|before| before.encode_utf16().count());
            prop_assert_eq!(offsets.chars(byte), chars);
            prop_assert_eq!(offsets.utf16(byte), utf16);
            if let (Some(chars), Some(utf16)) = (chars, utf16) {
                prop_assert_eq!(offsets.from_chars(chars), Some(byte));
                prop_assert_eq!(offsets.from_utf16(utf16), Some(byte));
            }
        }
        let mut unit = 0;
        for c in text.chars() {
            prop_assert!(c.len_utf16() == 1 || offsets.from_utf16(unit + 1).is_none(), "inside {c:?}");
            unit += c.len_utf16();
        }
        prop_assert_eq!(offsets.from_utf16(unit + 1), None);
        prop_assert_eq!(offsets.from_chars(text.chars().count() + 1), None);
    }

    #[test]
    fn rule_10_spans_find_their_tokens(document in read(), spans in prop::collection::vec((any::<Index>(), 0u32..40), 40)) {
        let view = document.view();
        for byte in 0..=document.text().len() + 1 {
            let token = view.tokens().position(|token| token.span().contains(byte));
            prop_assert_eq!(view.token_at(byte).map(|it| it.index()), token);
            let sentence = view.sentences().position(|sentence| sentence.span().contains(byte));
            prop_assert_eq!(view.sentence_at(byte).map(|it| it.index()), sentence);
        }
        for (start, length) in spans {
            let start = start.index(document.text().len() + 2) as u32;
            let span = Span::new(start, start + length);
            let number = |holds: &dyn Fn(Span) -> bool| -> Vec<_> {
                view.tokens().filter(|token| holds(token.span())).map(|token| token.index()).collect()
            };
            let run = |numbers: &[usize]| Some(*numbers.first()?..*numbers.last()? + 1);
            let touched = number(&|token| token.range().any(|byte| span.range().contains(&byte)));
            let inside = number(&|token| token.range().all(|byte| span.range().contains(&byte)));
            let strict = if touched == inside { run(&inside) } else { None };
            prop_assert_eq!(view.token_range(span, Alignment::Strict), strict, "{}", span);
            prop_assert_eq!(view.token_range(span, Alignment::Contract), run(&inside), "{}", span);
            prop_assert_eq!(view.token_range(span, Alignment::Expand), run(&touched), "{}", span);
        }
    }
}
