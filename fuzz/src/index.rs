//! The tokenizer of tantivy, which cuts the words of one language without a pipeline and remembers them.

use std::cell::RefCell;
use std::collections::HashMap;

use arbitrary::{Arbitrary, Result, Unstructured};
use griot::terms::Form;
use griot::{Layer, Pipeline, Stop};
use griot_tantivy::{Builder, Compounds, GriotTokenizer};
use tantivy_tokenizer_api::{Token, TokenStream, Tokenizer};

use crate::input::{self, Tongue};

/// What becomes of compounds.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Compounding {
    Whole,
    Parts,
    Both,
}

impl<'a> Arbitrary<'a> for Compounding {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        let all = [Self::Parts, Self::Whole, Self::Both];
        input.choose(&all).copied()
    }
}

#[derive(Arbitrary, Clone, Copy, PartialEq, Eq, Hash)]
struct Choices {
    language: Tongue,
    norms: bool,
    compounding: Compounding,
    /// Whether stop words, clitics and accents stay.
    keeps: bool,
    dense: bool,
}

impl Choices {
    fn build(self, builder: Builder) -> GriotTokenizer {
        let form = if self.norms { Form::Norm } else { Form::Stem };
        let compounds = match self.compounding {
            Compounding::Whole => Compounds::Whole,
            Compounding::Parts => Compounds::Parts,
            Compounding::Both => Compounds::Both,
        };
        let builder = builder.form(form).compounds(compounds).gaps(!self.dense);
        let builder = if self.keeps {
            builder.stops(Stop::No).clitics(true).accents(true)
        } else {
            builder
        };
        builder.build().unwrap()
    }
}

/// A tokenizer that cuts words by itself, one with a pipeline, and a pipeline that finds zones.
type Made = (GriotTokenizer, GriotTokenizer, Pipeline);

/// So many are kept, for a pipeline takes longer to build than a text to read.
const KEPT: usize = 32;

thread_local! {
    static WARM: RefCell<HashMap<Choices, Made>> = RefCell::default();
}

/// The terms of texts: those of a pipeline, whatever was met before, and such as an index takes.
pub fn index(data: &[u8]) {
    let (choices, rest) = input::read::<Choices>(data);
    let texts = input::texts(rest);
    WARM.with_borrow_mut(|warm| {
        if warm.len() >= KEPT && !warm.contains_key(&choices) {
            warm.clear();
        }
        let (cut, made, zones) = warm.entry(choices).or_insert_with(|| {
            let language = choices.language.0;
            let pipeline = Pipeline::builder().language(language);
            (
                choices.build(Builder::from(language)),
                choices.build(Builder::new(pipeline.clone())),
                pipeline.layers([Layer::Zones]).build().unwrap(),
            )
        });
        for text in &texts {
            let found = tokens(cut, text);
            check(text, &found, choices.compounding == Compounding::Both);
            // A pipeline cuts each zone by itself: the minus of `Lire aussi :-5` then belongs to the number.
            if are_apart(zones, text) {
                assert_eq!(found, tokens(made, text), "by a pipeline");
            }
            assert_eq!(found, tokens(&mut cut.clone(), text), "by a new one");
        }
    });
}

fn tokens(tokenizer: &mut GriotTokenizer, text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut stream = tokenizer.token_stream(text);
    stream.process(&mut |token| found.push(token.clone()));
    found
}

/// Whether white space stands between the zones of a text.
fn are_apart(zones: &Pipeline, text: &str) -> bool {
    let document = zones.process(text).unwrap();
    let mut starts = document.view().zones().map(|(span, _)| span.start());
    starts.all(|start| {
        text[..start]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
    })
}

/// What an index expects of the terms of a text. Only a whole compound and its first part share a position.
fn check(text: &str, tokens: &[Token], shares: bool) {
    let (mut position, mut start) = (None, 0);
    for token in tokens {
        let bytes = text.get(token.offset_from..token.offset_to);
        assert!(bytes.is_some_and(|bytes| !bytes.is_empty()), "{token:?}");
        assert!(!token.text.is_empty() && token.position_length > 0);
        let next = Some(token.position);
        assert!(next > position || shares && next == position, "{token:?}");
        assert!(token.offset_from >= start, "{token:?} after byte {start}");
        (position, start) = (next, token.offset_from);
    }
}
