//! The form of the words of a name, and where a run of capitals ends.

use super::{LONGEST_RUN, NameReader};
use crate::lang::Mark;
use crate::lang::list::List;

impl<'a> NameReader<'a> {
    pub(super) fn norm(&self, at: usize) -> &'a str {
        if at < self.end {
            self.scan.norm(at)
        } else {
            ""
        }
    }

    pub(super) fn is(&self, at: usize, list: List) -> bool {
        at < self.end && self.scan.is(at, list)
    }

    /// Whether a token follows the one before it, with one space between them at most.
    pub(super) fn adjoins(&self, at: usize) -> bool {
        at < self.end && matches!(self.scan.gap(at), " " | "\u{a0}" | "\u{202f}" | "")
    }

    /// Whether a token is a word with a capital.
    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        at < self.end && self.scan.is_word(at) && self.scan.is_capitalised(at)
    }

    /// Whether a capital says nothing here, at the head of the sentence or of a quotation.
    pub(super) fn is_weak(&self, at: usize) -> bool {
        at == self.first
            || !self.scan.is_word(at - 1) && {
                let before = self.scan.text(at - 1);
                let mark = matches!(
                    before,
                    "«" | "“" | "\"" | "‘" | ":" | "–" | "—" | "•" | ")" | "…"
                );
                mark || self.scan.norm(at - 1) == "-"
            }
    }

    /// Whether a token has a capital that may belong to a name.
    pub(super) fn is_name_part(&self, at: usize) -> bool {
        if !self.is_capitalised(at) {
            return false;
        }
        let initial = self.scan.text(at).ends_with('.');
        if self.is(at, self.rules.never_names) && !initial {
            return false;
        }
        if self.rules.demonym_capitals && self.is(at, self.rules.demonyms) {
            return false;
        }
        let small = self.scan.is_stop(at) || self.scan.is_small_elsewhere(at);
        // `Ali` is a stop word of Portuguese, and a given name.
        let given = !self.rules.stop_words_before_given_names
            && !self.is_weak(at)
            && self.is_first_name(at);
        // `Marine Le Pen`
        if at > self.first
            && self.scan.is(at, self.rules.portfolio_articles)
            && self.is_first_name(at - 1)
            && self.is_capitalised(at - 1)
            && self.is_capitalised(at + 1)
            && self.adjoins(at + 1)
        {
            return true;
        }
        !(self.is_weak(at) && (small || self.is(at, self.rules.titles)))
            && !(self.scan.is_stop(at) && !self.scan.is_upper(at) && !initial && !given)
    }

    /// The end of the run of capitals from `at` on.
    pub(super) fn run(&self, at: usize) -> usize {
        let last = self.end.min(at + LONGEST_RUN);
        let mut end = at + 1;
        while let Some(next) = self.part_after(end).filter(|next| *next < last) {
            end = next + 1;
        }
        end
    }

    /// The capital that continues a name. The name ends before `end`. The capital stands at `end`,
    /// or behind a hyphen there that is a token by itself.
    pub(super) fn part_after(&self, end: usize) -> Option<usize> {
        if end >= self.end {
            return None;
        }
        self.memory.part(end, || self.find_part_after(end))
    }

    fn find_part_after(&self, end: usize) -> Option<usize> {
        let next = end + usize::from(self.is_tying(end));
        let goes_on =
            self.is_name_part(next) && self.adjoins(next) && !self.scan.is_genitive(end - 1);
        // `U.S. President Donald Trump`
        let titled = self.rules.portfolios_first
            && self.is_title(next)
            && self.is_capitalised(next + 1)
            && self.adjoins(next + 1);
        (goes_on && !titled).then_some(next)
    }

    /// Whether the token is a hyphen that joins the capitals around it.
    pub(super) fn is_tying(&self, at: usize) -> bool {
        at + 1 < self.end
            && !self.scan.rules(at).words.hyphens
            && self.scan.norm(at) == "-"
            && self.scan.gap(at).is_empty()
            && self.scan.gap(at + 1).is_empty()
            && self.is_capitalised(at + 1)
    }

    /// Whether a name that ends here is only the first part of a noun: `EU-Kommissarin`.
    pub(super) fn is_compound(&self, end: usize) -> bool {
        self.rules.noun_capitals && self.is_tying(end)
    }

    pub(super) fn is_first_name(&self, at: usize) -> bool {
        at < self.end && self.scan.has(at, Mark::GivenName)
    }

    /// Whether a token is a given name that may begin a name. A title with the same letters is
    /// none.
    pub(super) fn is_given(&self, at: usize) -> bool {
        self.is_capitalised(at) && self.is_first_name(at)
    }

    pub(super) fn is_title(&self, at: usize) -> bool {
        at < self.end && self.rules.is_title(self.scan.norm(at))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::ask;
    use crate::Language;

    /// Where the run of capitals from `at` on ends.
    fn run(language: Language, text: &str, at: usize) -> usize {
        ask(language, text, |reader| reader.run(at))
    }

    #[test]
    fn a_run_ends_where_a_name_cannot_go_on() {
        let english = Language::ENGLISH;
        assert_eq!(run(english, "He met Ada Mary Lovelace there", 2), 5);
        // A genitive owns what follows.
        assert_eq!(run(english, "He met Ada’s Mary Lovelace there", 2), 3);
        assert_eq!(run(english, "He met Ada's Mary Lovelace there", 2), 3);
        // One space at the most.
        assert_eq!(run(english, "He met Ada\u{a0}Mary  Lovelace there", 2), 4);
        // A title with a name behind it begins another.
        assert_eq!(run(english, "the U.S. President Donald Trump", 1), 2);
        // A demonym is no name in English.
        assert_eq!(run(english, "He met Ada French there", 2), 3);
    }

    #[test]
    fn a_run_is_no_longer_than_is_read_at_once() {
        let names = "Ada ".repeat(40);
        let end = run(Language::ENGLISH, &format!("so {names}"), 1);
        assert!(end <= 1 + super::LONGEST_RUN, "{end}");
    }

    #[test]
    fn a_capital_is_weak_where_all_words_have_one() {
        let weak = |text: &str, at: usize| ask(Language::ENGLISH, text, |it| it.is_weak(at));
        assert!(weak("Ada came", 0));
        assert!(weak("he said: Ada came", 3));
        assert!(weak("he said “Ada came”", 3));
        assert!(!weak("he met Ada", 2));
        assert!(!weak("he met, Ada came", 3));
    }

    #[test]
    fn a_hyphen_ties_only_capitals_without_spaces() {
        let ties = |text: &str| ask(Language::GERMAN, text, |it| it.is_tying(3));
        assert!(ties("in der EU-Kommission"));
        assert!(!ties("in der EU - Kommission"));
        assert!(!ties("in der EU-weit"));
        assert!(!ties("in der EU-"));
    }

    #[test]
    fn nothing_is_asked_beyond_the_sentence() {
        ask(Language::ENGLISH, "He met Ada", |reader| {
            for at in 3..6 {
                assert_eq!(reader.norm(at), "");
                assert!(!reader.adjoins(at) && !reader.is_capitalised(at));
                assert!(!reader.is_name_part(at) && !reader.is_title(at) && !reader.is_given(at));
            }
        });
    }
}
