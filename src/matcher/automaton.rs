//! The automaton of all patterns, and one pass of it over some tokens.
//!
//! A pattern is a row of steps. The pass goes from the last token to the first. For each step it keeps
//! in which numbers of tokens, counted from the present one on, the rest of the pattern can end: one
//! bit for each number. A token changes the bits of a step by those of the next step and nothing else,
//! so every match is found in one pass, and no choice is ever taken back.

use std::collections::HashMap;

use super::condition::Form;
use super::patterns::Pattern;
use super::token_pattern::TokenPattern;
use crate::document::{DocumentRef, Layer, LayerSet, Token};
use crate::error::{Error, Kind};
use crate::lines::is_control;

/// The numbers of tokens in which something can end: the bit of each is set.
pub(super) type Lengths = u128;

/// The most tokens of a match, and the most steps of a pattern.
pub(super) const LONGEST: usize = Lengths::BITS as usize - 1;

/// The most steps of all patterns together.
const MOST_STEPS: usize = 1 << 20;

/// All patterns of a matcher.
#[derive(Clone, Debug, Default)]
pub(super) struct Automaton {
    /// What is asked of tokens, each question once.
    tests: Vec<Test>,
    /// For each form, the tests that only tokens with one spelling of it can pass.
    by_spelling: [HashMap<String, Vec<usize>>; Form::ALL.len()],
    /// The tests that any token may pass.
    of_any: Vec<usize>,
    rows: Vec<Row>,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Test {
    /// Only its conditions and whether they are negated count.
    token: TokenPattern,
    /// The rows that ask this.
    rows: Vec<usize>,
}

/// The steps of one pattern.
#[derive(Clone, Copy, Debug)]
struct Row {
    first: usize,
    end: usize,
    /// All steps from here to the end may be left out.
    optional: usize,
    group: usize,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    test: usize,
    times: Times,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Times {
    Once,
    AtMostOnce,
    Any,
}

/// The matches of one group that begin at one token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Begun {
    pub(super) start: usize,
    pub(super) group: usize,
    pub(super) lengths: Lengths,
}

impl Automaton {
    /// Compiles patterns. Each comes with the number of the group that its matches belong to.
    pub(super) fn new<'p>(
        patterns: impl IntoIterator<Item = (usize, &'p Pattern)>,
    ) -> Result<Self, Error> {
        let mut automaton = Self::default();
        let mut known = HashMap::new();
        for (group, pattern) in patterns {
            automaton.add(group, pattern, &mut known)?;
        }
        Ok(automaton)
    }

    fn add(
        &mut self,
        group: usize,
        pattern: &Pattern,
        known: &mut HashMap<String, usize>,
    ) -> Result<(), Error> {
        let flaw = |token: Option<usize>, problem: String| -> Error {
            let name = pattern.name.chars().take(LONGEST).collect();
            Kind::TokenPattern {
                name,
                token: token.map(|index| index + 1),
                problem,
            }
            .into()
        };
        if pattern.name.is_empty() || pattern.name.contains(is_control) {
            let problem = "the name is empty or holds a control character: give another one";
            return Err(flaw(None, problem.to_owned()));
        }
        let (row, first) = (self.rows.len(), self.steps.len());
        for (index, token) in pattern.tokens.iter().enumerate() {
            if let Some(problem) = token.conditions.iter().find_map(|it| it.flaw()) {
                return Err(flaw(Some(index), problem.to_owned()));
            }
            if token.most.is_some_and(|most| most < token.least) {
                let problem = "no number is in the range of its repetitions: give a larger one";
                return Err(flaw(Some(index), problem.to_owned()));
            }
            let count = token.most.unwrap_or(token.least.saturating_add(1));
            let steps = (self.steps.len() - first).saturating_add(count);
            if steps > LONGEST {
                return Err(flaw(
                    Some(index),
                    format!(
                        "makes {steps} tokens with its repetitions and those before it, and a match \
                         has at most {LONGEST}: lower the numbers, or write `+` or `*`"
                    ),
                ));
            }
            if count == 0 {
                continue;
            }
            let test = self.test(token, row, known);
            let once = (0..token.least).map(|_| Times::Once);
            let more = match token.most {
                Some(most) => vec![Times::AtMostOnce; most - token.least],
                None => vec![Times::Any],
            };
            let steps = once.chain(more).map(|times| Step { test, times });
            self.steps.extend(steps);
        }
        if self.steps.len() == first {
            let problem = "it has no token: give it at least one";
            return Err(flaw(None, problem.to_owned()));
        }
        if self.steps.len() > MOST_STEPS {
            let problem = format!(
                "with it the patterns have more than {MOST_STEPS} tokens: make several matchers"
            );
            return Err(flaw(None, problem));
        }
        let own = self.steps.iter().skip(first);
        let behind = own.rev().take_while(|step| step.times != Times::Once);
        self.rows.push(Row {
            first,
            end: self.steps.len(),
            optional: self.steps.len() - behind.count(),
            group,
        });
        Ok(())
    }

    /// The number of the test for a token pattern in a row.
    fn test(
        &mut self,
        token: &TokenPattern,
        row: usize,
        known: &mut HashMap<String, usize>,
    ) -> usize {
        let key = format!("{}{:?}", token.negated, token.conditions);
        let number = *known.entry(key).or_insert(self.tests.len());
        match self.tests.get_mut(number) {
            Some(test) if test.rows.last() == Some(&row) => {}
            Some(test) => test.rows.push(row),
            None => {
                let required = token.conditions.iter().find_map(|it| it.required());
                match required.filter(|_| !token.negated) {
                    Some((form, spellings)) => {
                        for spelling in spellings {
                            if let Some(table) = self.by_spelling.get_mut(form as usize) {
                                table.entry(spelling.clone()).or_default().push(number);
                            }
                        }
                    }
                    None => self.of_any.push(number),
                }
                self.tests.push(Test {
                    token: token.clone(),
                    rows: vec![row],
                });
            }
        }
        number
    }

    /// The layers that the patterns read.
    pub(super) fn layers(&self) -> LayerSet {
        let conditions = self.tests.iter().flat_map(|test| &test.token.conditions);
        let layers: LayerSet = conditions.map(|it| it.layer()).collect();
        layers.with(Layer::Tokens).closed()
    }
}

/// Passes over the tokens of a document, with the memory that they share.
#[derive(Debug)]
pub(super) struct Pass<'a> {
    automaton: &'a Automaton,
    document: DocumentRef<'a>,
    present: LayerSet,
    /// For each test, the last token that passed it.
    passed: Vec<usize>,
    /// For each row, the token that its steps were last brought to.
    reached: Vec<usize>,
    /// For each step, in how many tokens the row can end from here.
    lengths: Vec<Lengths>,
    /// The rows that the present token changes, and whether the next one has changed them too.
    changed: Vec<(usize, bool)>,
}

/// No token has this number.
const NEVER: usize = usize::MAX;

impl<'a> Pass<'a> {
    pub(super) fn new(automaton: &'a Automaton, document: DocumentRef<'a>) -> Self {
        Self {
            automaton,
            document,
            present: document.present(),
            passed: vec![NEVER; automaton.tests.len()],
            reached: vec![NEVER; automaton.rows.len()],
            lengths: vec![0; automaton.steps.len()],
            changed: Vec::new(),
        }
    }

    /// Finds all matches within a range of tokens: those of each token and group, in order. A range
    /// must not lie before one that was read.
    pub(super) fn read(&mut self, range: std::ops::Range<usize>, found: &mut Vec<Begun>) {
        found.clear();
        for index in range.clone().rev() {
            if let Some(token) = self.document.token(index) {
                self.ask(token);
                self.step(index, found);
            }
        }
        found.sort_unstable();
        found.dedup_by(|next, kept| {
            let same = (next.start, next.group) == (kept.start, kept.group);
            if same {
                kept.lengths |= next.lengths;
            }
            same
        });
    }

    /// Finds the tests that a token passes, and the rows that have them.
    fn ask(&mut self, token: Token<'a>) {
        self.changed.clear();
        let automaton = self.automaton;
        let spelt = Form::ALL.into_iter().zip(&automaton.by_spelling);
        for (form, tests) in spelt.filter(|(_, tests)| !tests.is_empty()) {
            let spelling = form.of(token, self.present);
            if let Some(tests) = spelling.and_then(|it| tests.get(it)) {
                self.try_tests(tests, token);
            }
        }
        self.try_tests(&automaton.of_any, token);
    }

    fn try_tests(&mut self, tests: &[usize], token: Token<'a>) {
        for number in tests {
            let Some(test) = self.automaton.tests.get(*number) else {
                continue;
            };
            let mut conditions = test.token.conditions.iter();
            let all = conditions.all(|condition| condition.holds(token, self.present));
            if all == test.token.negated {
                continue;
            }
            if let Some(passed) = self.passed.get_mut(*number) {
                *passed = token.index();
            }
            for row in &test.rows {
                if let Some(reached) = self.reached.get_mut(*row)
                    && *reached != token.index()
                {
                    self.changed.push((*row, *reached == token.index() + 1));
                    *reached = token.index();
                }
            }
        }
    }

    /// Brings the changed rows to a token. The others are at rest: only what may be left out matches.
    fn step(&mut self, index: usize, found: &mut Vec<Begun>) {
        for (row, follows) in &self.changed {
            let Some(row) = self.automaton.rows.get(*row) else {
                continue;
            };
            let steps = self.automaton.steps.get(row.first..row.end);
            let lengths = self.lengths.get_mut(row.first..row.end);
            let (Some(steps), Some(lengths)) = (steps, lengths) else {
                continue;
            };
            if !follows {
                let optional = row.optional - row.first;
                for (number, lengths) in lengths.iter_mut().enumerate() {
                    *lengths = Lengths::from(number >= optional);
                }
            }
            // Of the next step, from the next token on and from this one on.
            let (mut behind, mut here) = (1, 1);
            for (step, lengths) in steps.iter().zip(lengths).rev() {
                let passed = self.passed.get(step.test) == Some(&index);
                let more = |lengths: Lengths| if passed { lengths << 1 } else { 0 };
                let now = match step.times {
                    Times::Once => more(behind),
                    Times::AtMostOnce => here | more(behind),
                    Times::Any => here | more(*lengths),
                };
                (behind, here, *lengths) = (*lengths, now, now);
            }
            let lengths = here & !1;
            if lengths != 0 {
                found.push(Begun {
                    start: index,
                    group: row.group,
                    lengths,
                });
            }
        }
    }
}
