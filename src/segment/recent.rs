//! How the last sentences ended: where one heading or item of a list stood without a mark, there are
//! mostly more.

/// How the last four sentences ended, two bits each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RecentEnds(u8);

/// With a mark that ends sentences, or with the line.
const PLAIN: u8 = 0;
/// With a word or a bracket.
const BARE: u8 = 1;
/// With another mark.
const OTHER: u8 = 2;
const COLON: u8 = 3;

impl RecentEnds {
    /// Adds a sentence. `marked` is true if a mark ended it. `last` is its last token.
    pub(super) fn then(self, marked: bool, last: &str) -> Self {
        let end = if marked {
            PLAIN
        } else if last.ends_with(':') {
            COLON
        } else if last.ends_with(|c: char| c.is_alphanumeric() || c == ')') {
            BARE
        } else {
            OTHER
        };
        Self(self.0 << 2 | end)
    }

    /// Adds a sentence that ended with its line.
    pub(super) fn then_line(self) -> Self {
        Self(self.0 << 2 | PLAIN)
    }

    /// How the last sentence ended, as a number.
    pub(super) fn last(self) -> u64 {
        u64::from(self.0 & 3)
    }

    /// How the last two ended, as a number.
    pub(super) fn last_two(self) -> u64 {
        u64::from(self.0 & 15)
    }

    /// How many ended without a mark, and how many with another mark, as one number.
    pub(super) fn counts(self) -> u64 {
        // The lower and the upper bit of each pair.
        let (lower, upper) = (self.0 & 0b0101_0101, self.0 >> 1 & 0b0101_0101);
        u64::from((lower & !upper).count_ones() + 8 * upper.count_ones())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_ends_are_known() {
        let ends = [
            (false, "Contenu"),
            (false, "(EPAR)"),
            (false, "Sexe:"),
            (false, ";"),
            (true, "."),
        ];
        let add = |recent: RecentEnds, (marked, last): &(_, &str)| recent.then(*marked, last);
        let four = ends[..4].iter().fold(RecentEnds::default(), add);
        assert_eq!((four.last(), four.last_two()), (2, 4 * 3 + 2));
        assert_eq!(four.counts(), 2 + 8 * 2);
        let five = ends[4..].iter().fold(four, add);
        assert_eq!((five.last(), five.counts()), (0, 1 + 8 * 2));
        assert_eq!(five.then_line().counts(), 8 * 2);
    }
}
