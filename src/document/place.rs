//! What all views share: their place in a document makes them equal and orders them.

/// Compares, orders and hashes a view by its `place`, and prints its `text`.
macro_rules! by_place {
    ($View:ident) => {
        /// Two views are equal if they are the same place of the same document.
        impl PartialEq for $View<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.place() == other.place()
            }
        }

        impl Eq for $View<'_> {}

        impl std::hash::Hash for $View<'_> {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.place().hash(state);
            }
        }

        /// Views of one document are ordered by their place. Between documents the order means
        /// nothing.
        impl Ord for $View<'_> {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.place().cmp(&other.place())
            }
        }

        impl PartialOrd for $View<'_> {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        /// Prints the text, as it stands in the document.
        impl std::fmt::Display for $View<'_> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.text())
            }
        }
    };
}
pub(crate) use by_place;
