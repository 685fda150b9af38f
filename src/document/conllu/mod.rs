//! CoNLL-U, the exchange format of treebanks: a document is [written](write) and [read](read).

mod draft;
mod line;
mod read;
mod write;

pub(super) use draft::Draft;
pub use read::ConlluReader;
pub use write::Conllu;

#[cfg(test)]
mod tests;
