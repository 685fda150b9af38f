//! Tokens with tags of names, in columns: a document is [written](write) and [read](read).

mod read;
mod write;

pub use read::IobReader;
pub use write::Iob;

#[cfg(test)]
mod tests;

/// What stands for the text of a token where a document begins.
const START: &str = "-DOCSTART-";
