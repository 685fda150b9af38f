//! How the speaker of a quotation is recognised.

use super::list::List;
use super::rules::{Phrases, rules};

rules! {
    /// How the speaker of a quotation is recognised in a language.
    SpeechRules {
        /// Forms of verbs of saying, which stand before or after the speaker: `déclaré`.
        verbs: List,
        /// The beginnings of further verbs of saying, to which `verb_endings` are added.
        verb_stems: List,
        /// The endings of their forms: the `ait` of `déclarait`.
        verb_endings: &'static [&'static str],
        /// Verbs of saying of several words, sorted: `met en garde`, `appelle à`.
        saying: Phrases,
        /// Words before something that is only called so: `dit`, `appelée`.
        naming: List,
        /// What stands before a speaker without a verb: `selon`, `d'après`.
        according: Phrases,
        /// How the sentence behind a quotation begins that says whose it is: `C'est ce que`.
        resuming: Phrases,
        /// Prepositions that do so before a name or a pronoun only: `pour`.
        opinion: List,
        /// Words that begin the description of a speaker: the `un` of `un instructeur russe`.
        determiners: List,
        /// Words that join the parts of a description: `de`, `du`.
        of: List,
        /// Articles that may follow `de` there: `la`.
        articles: List,
        /// Prepositions. No subject stands behind one.
        prepositions: List,
        /// Those of the prepositions that may stand between the verb and the speaker: the `à` of
        /// `a dit à la BBC le ministre`.
        addressing: List,
        /// What may stand there besides: `pour sa part`.
        asides: Phrases,
        /// The conjunction of the last two names of a list: `et`.
        and: &'static str,
        /// Forms of the verb that makes a passive of a participle: `est`, `été`.
        passive: List,
        /// Forms of the verb that makes a perfect of a participle: the `a` of `a déclaré`.
        perfect: List,
        /// Pronouns before these forms that make no passive of it: `s'`.
        reflexives: List,
        /// What stands before the one who acts in a passive: `par`.
        agents: List,
        /// Pronouns for one man, as subjects: `il`, `-t-il`.
        he: List,
        /// Pronouns for one woman.
        she: List,
        /// Pronouns for one man behind a preposition, if they are no subjects: `lui`.
        him: List,
        /// Pronouns for several, as subjects: `ils`, `-elles`.
        they: List,
        /// Other pronouns that are subjects: `je`, `on`.
        others: List,
        /// Pronouns that begin a clause about the name before them: `qui`.
        relatives: List,
        /// Words before or in the description of a man: `le`, `M.`.
        masculine: List,
        /// Words before or in the description of a woman: `la`, `Mme`.
        feminine: List,
        /// Words before several: `les`, `plusieurs`.
        several: List,
        /// Nouns of people that are no titles: `femme`, `étudiant`.
        people: List,
        /// Nouns of other things that speak: `gouvernement`, `rapport`.
        bodies: List,
        /// The subject stands before the verb behind a quotation too: `“No,” he said`.
        subject_first: bool,
        /// Guillemets point inwards: `»Ja«`.
        inward_marks: bool,
    }
}

impl SpeechRules {
    /// Whether a normal form is one of a verb of saying.
    pub(crate) fn is_verb(&self, norm: &str) -> bool {
        let mut endings = self.verb_endings.iter();
        let stem = |ending: &&str| {
            let stem = norm.strip_suffix(*ending);
            stem.is_some_and(|stem| self.verb_stems.holds(stem))
        };
        self.verbs.holds(norm) || endings.any(stem)
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::{LANGUAGES, Rules};

    #[test]
    fn phrases_are_sorted() {
        for language in LANGUAGES {
            let Some(rules) = Rules::of(*language).speech else {
                continue;
            };
            let lists = [rules.saying, rules.according, rules.resuming, rules.asides];
            assert!(lists.iter().all(|it| it.is_sorted()), "{language:?}");
            let mut first = lists.iter().copied().flatten().map(|it| it.first());
            let is_word = |word: &str| word.starts_with(char::is_alphabetic);
            assert!(first.all(|it| it.is_some_and(|it| is_word(it))));
        }
    }
}
