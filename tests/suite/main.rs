//! The library and its examples from outside. One program, because each one links the whole library.

#[cfg(feature = "rayon")]
mod batches;
mod cases;
mod code_switching;
mod commands;
mod documents;
mod duplicates;
mod golden;
#[cfg(feature = "html")]
mod input;
mod mixed;
#[cfg(feature = "html")]
mod pages;
mod schema;
mod stems;
mod unicode;
