//! What a [`Normalizer`] does to the characters of a stretch, and which characters it leaves alone.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::{Normalizer, characters};

impl Normalizer {
    /// Whether a stretch may begin with the character: its form never combines with what stands
    /// before it.
    pub(super) fn may_begin(&self, c: char) -> bool {
        let begins = if self.compatible {
            characters::begins_nfkc(c)
        } else {
            characters::is_inert(c)
        };
        begins && !self.removes(c) && !(self.invisible && characters::is_joiner(c))
    }

    /// Whether the character is a stretch by itself and equals its own form.
    pub(super) fn keeps(&self, c: char) -> bool {
        if c.is_ascii() {
            return !(self.folds && c.is_ascii_uppercase());
        }
        self.may_begin(c)
            && (!self.compatible || characters::is_nfkc(c))
            && self.replaced(c) == c
            && (!self.folds || characters::fold(c).eq([c]))
            && (!self.unaccents || is_unaccented(c))
    }

    fn removes(&self, c: char) -> bool {
        self.invisible && characters::is_invisible(c)
            || self.arabic && characters::is_arabic_mark(c)
            || self.unaccents && characters::is_accent(c)
    }

    fn replaced(&self, c: char) -> char {
        let c = if self.spaces {
            characters::plain_space(c)
        } else {
            c
        };
        match characters::straight(c) {
            '\'' if self.apostrophes => '\'',
            '"' if self.quotes => '"',
            _ if self.hyphens && characters::is_hyphen(c) => '-',
            _ if self.raised => characters::lowered(c),
            _ => c,
        }
    }

    /// Appends the form of a stretch to `form`.
    pub(super) fn push(&self, stretch: &str, form: &mut String) {
        if self.turkish {
            let undotted: String = stretch.nfc().map(characters::turkish).collect();
            self.push_decomposed(undotted.nfd(), form);
        } else {
            self.push_decomposed(stretch.nfd(), form);
        }
    }

    fn push_decomposed(&self, letters: impl Iterator<Item = char>, form: &mut String) {
        if self.compatible {
            form.extend(self.changed(letters.nfkd()).nfc());
        } else {
            form.extend(self.changed(letters).nfc());
        }
    }

    /// Removes, folds and replaces decomposed characters, as chosen.
    fn changed(self, letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
        let folded = letters
            .filter(move |c| !self.removes(*c))
            .flat_map(move |c| {
                let (same, folded) = if self.folds {
                    (None, Some(characters::fold(c)))
                } else {
                    (Some(c), None)
                };
                same.into_iter().chain(folded.into_iter().flatten())
            });
        let plain = folded.map(move |c| self.replaced(c)).flat_map(move |c| {
            let plain = if self.unaccents {
                characters::plain_letters(c)
            } else {
                ""
            };
            let same = plain.is_empty().then_some(c);
            same.into_iter().chain(plain.chars())
        });
        let mut joins_nothing = true;
        plain.filter(move |c| {
            if !self.invisible {
                return true;
            }
            let stays = !(joins_nothing && characters::is_joiner(*c));
            // Marks go with the letter before them.
            if stays && canonical_combining_class(*c) == 0 {
                joins_nothing = characters::takes_no_joiner(*c);
            }
            stays
        })
    }
}

fn is_unaccented(c: char) -> bool {
    characters::plain_letters(c).is_empty() && ![c].into_iter().nfd().any(characters::is_accent)
}

#[cfg(test)]
mod tests {
    use super::super::normalizer::tests::{naive, normalizers};
    use super::*;

    /// Checks what `keeps` and `may_begin` promise for nearly every character. Not checked are the
    /// ideographs beyond the first plane, private characters and unassigned ones.
    #[test]
    fn a_quick_look_is_right() {
        let all = normalizers();
        for normalizer in [all[0], all[2], all[509], all[1023]] {
            for c in ('\0'..='\u{1ffff}').chain('\u{e0000}'..='\u{e0fff}') {
                let mut buffer = [0; 4];
                let text: &str = c.encode_utf8(&mut buffer);
                let form = naive(normalizer, text);
                if normalizer.keeps(c) {
                    assert_eq!(form, text, "{c:?} {normalizer:?}");
                }
                if normalizer.may_begin(c)
                    && let Some(first) = form.chars().next()
                {
                    assert!(characters::is_inert(first), "{c:?} {normalizer:?}");
                }
            }
        }
    }
}
