//! `rules!` declares the rules of a room: each rule once, with its name, its type and its meaning.

use super::list::List;
use crate::document::{Pos, ZoneKind};

/// Declares a struct of rules. A field has a doc comment, a name and a type, and may have a
/// default; without one it is empty or off.
///
/// The macro makes three things: the struct; `NONE`, in which every rule has its default; and the
/// check of every field, which the tests run. If it says `numbered`, each field of the
/// type `List` has a number, by which the marks of a word refer to it.
macro_rules! rules {
    ($(#[doc = $about:literal])* $name:ident { $($fields:tt)* }) => {
        rules!(@declared $(#[doc = $about])* $name { $($fields)* });
    };
    // The lists get a number each too, by which the marks of words know them.
    ($(#[doc = $about:literal])* numbered $name:ident { $($fields:tt)* }) => {
        rules!(@declared $(#[doc = $about])* #[derive(Clone, Copy)] $name { $($fields)* });
        rules!(@lists $name [] $($fields)*);
    };
    (@lists $name:ident [$($list:ident)*] $(#[$_:meta])* $field:ident: List, $($rest:tt)*) => {
        rules!(@lists $name [$($list)* $field] $($rest)*);
    };
    (@lists $name:ident [$($list:ident)*] $(#[$_:meta])* $field:ident: $type:ty, $($rest:tt)*) => {
        rules!(@lists $name [$($list)*] $($rest)*);
    };
    (@lists $name:ident [$($list:ident)*]) => {
        impl $name {
            /// The rules with numbers for their lists, from one on, and the next number.
            pub(crate) const fn numbered(mut self, mut number: u8) -> (Self, u8) {
                $(
                    self.$list = self.$list.numbered(number);
                    number += 1;
                )*
                (self, number)
            }

            /// The lists that have numbers.
            pub(crate) fn lists(&self) -> impl Iterator<Item = List> {
                [$(self.$list),*].into_iter()
            }
        }
    };
    (
        @declared
        $(#[$about:meta])*
        $name:ident {
            $(
                $(#[doc = $doc:literal])*
                $(#[cfg($cfg:meta)])?
                $field:ident: $type:ty $(= $default:expr)?,
            )*
        }
    ) => {
        $(#[$about])*
        #[derive(Debug)]
        pub(crate) struct $name {
            $(
                $(#[doc = $doc])*
                $(#[cfg($cfg)])?
                pub(crate) $field: $type,
            )*
        }

        impl $name {
            /// Every rule at its default: empty or off, unless the field says otherwise.
            pub(crate) const NONE: Self = Self {
                $(
                    $(#[cfg($cfg)])?
                    $field: rules!(@default $type $(, $default)?),
                )*
            };
        }

        impl $crate::lang::rules::Rule for $name {
            const NONE: Self = Self::NONE;

            #[cfg(test)]
            fn check(&self, name: &str) {
                $(
                    $(#[cfg($cfg)])?
                    $crate::lang::rules::Rule::check(
                        &self.$field,
                        &format!("{name} {}", stringify!($field)),
                    );
                )*
            }
        }
    };
    (@default $type:ty) => { <$type as $crate::lang::rules::Rule>::NONE };
    (@default $type:ty, $default:expr) => { $default };
}
pub(super) use rules;

/// A type that a rule can have. It says the default, and what must hold of a value.
pub(crate) trait Rule {
    const NONE: Self;

    /// Fails with the name of the rule if an entry could never be found.
    #[cfg(test)]
    fn check(&self, name: &str);
}

/// Words, each with a value. Sorted by the word; no word stands twice.
pub(crate) type Table<T = i32> = &'static [(&'static str, T)];

/// Phrases, each as the normal forms of its tokens.
pub(crate) type Phrases = &'static [&'static [&'static str]];

/// Endings of words: the part of speech, the ending, and what replaces it in the lemma. A longer
/// ending stands before a shorter one that it ends with.
pub(crate) type Endings = &'static [(Pos, &'static str, &'static str)];

/// Spellings with their replacements. The first that fits is taken.
pub(crate) type Changes = &'static [[&'static str; 2]];

/// An entry must be in lower case, in NFC, with `'` for the apostrophe, and not too long: so are
/// the texts that it is compared with.
#[cfg(test)]
fn check_word(word: &str, name: &str) {
    assert!(
        word.len() <= super::list::LONGEST,
        "{name}: {word} is too long"
    );
    let plain = word.to_lowercase().replace('’', "'");
    assert_eq!(
        crate::normalize::nfc(&plain),
        *word,
        "{name}: lower case, NFC, '"
    );
}

#[cfg(test)]
fn check_order<T: Ord + std::fmt::Debug>(entries: impl Iterator<Item = T> + Clone, name: &str) {
    for (one, next) in entries.clone().zip(entries.skip(1)) {
        assert!(one < next, "{name}: {next:?} must stand before {one:?}");
    }
}

/// Implements [`Rule`] for a type: its default, and the check of a value. With `@T` before it the
/// type is generic.
macro_rules! rule {
    (@T $type:ty, $none:expr, |$value:ident, $name:ident| $check:expr) => {
        rule!(@impl [T: std::fmt::Debug] $type, $none, |$value, $name| $check);
    };
    (@impl [$($generic:tt)*] $type:ty, $none:expr, |$value:ident, $name:ident| $check:expr) => {
        impl<$($generic)*> Rule for $type {
            const NONE: Self = $none;

            #[cfg(test)]
            fn check(&self, $name: &str) {
                let $value = self;
                $check;
            }
        }
    };
    ($type:ty, $none:expr) => {
        rule!(@impl [] $type, $none, |_value, _name| {});
    };
    ($type:ty, $none:expr, |$value:ident, $name:ident| $check:expr) => {
        rule!(@impl [] $type, $none, |$value, $name| $check);
    };
}
pub(super) use rule;

rule!(bool, false);
rule!(List, List::EMPTY, |list, name| {
    check_order(list.words().iter(), name);
    list.words().iter().for_each(|word| check_word(word, name));
});
rule!(&'static [List], &[], |lists, name| lists
    .iter()
    .for_each(|list| list.check(name)));
rule!(&'static str, "", |word, name| check_word(word, name));
rule!(Option<&'static str>, None, |word, name| word
    .iter()
    .for_each(|word| check_word(word, name)));
rule!(&'static [&'static str], &[], |words, name| words
    .iter()
    .for_each(|word| check_word(word, name)));
rule!(Phrases, &[], |phrases, name| phrases
    .iter()
    .flat_map(|phrase| *phrase)
    .for_each(|word| check_word(word, name)));
rule!(@T Table<T>, &[], |table, name| {
    check_order(table.iter().map(|(word, _)| word), name);
    table.iter().for_each(|(word, _)| check_word(word, name));
});
rule!(@T &'static [(&'static [&'static str], T)], &[], |table, name| {
    check_order(table.iter().map(|(phrase, _)| phrase), name);
    for word in table.iter().flat_map(|(phrase, _)| *phrase) {
        check_word(word, name);
    }
});
rule!(@T &'static [(&'static str, Pos, T)], &[], |table, name| {
    check_order(table.iter().map(|(word, pos, _)| (word, pos)), name);
    table.iter().for_each(|(word, ..)| check_word(word, name));
});
rule!(Endings, &[], |endings, name| {
    for (index, (pos, ending, _)) in endings.iter().enumerate() {
        check_word(ending, name);
        let hidden = endings
            .iter()
            .take(index)
            .any(|(other, before, _)| other == pos && ending != before && ending.ends_with(before));
        assert!(
            !hidden,
            "{name} {pos} {ending}: a shorter ending comes before it"
        );
    }
});
rule!(&'static [super::morph::Listed], &[], |all, name| {
    for super::morph::Listed(_, features, words) in *all {
        let features = features.parse::<crate::document::Morph>();
        assert!(features.is_ok(), "{name}: {features:?}");
        check_order(words.split(' '), name);
        words.split(' ').for_each(|word| check_word(word, name));
    }
});
rule!(Changes, &[], |changes, name| changes
    .iter()
    .flatten()
    .for_each(|word| check_word(word, name)));
rule!(&'static [(char, &'static [char])], &[]);
rule!(
    &'static [(&'static str, ZoneKind, super::Form)],
    &[],
    |phrases, name| {
        // A phrase may stand twice, with different meanings.
        for pair in phrases.windows(2) {
            assert!(pair[0].0 <= pair[1].0, "{name}: {pair:?}");
        }
    }
);

impl<R: Rule> Rule for Option<&'static R> {
    const NONE: Self = None;

    #[cfg(test)]
    fn check(&self, name: &str) {
        if let Some(rules) = self {
            rules.check(name);
        }
    }
}
