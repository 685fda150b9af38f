//! JSON as griot writes it: the keys in one order, with nothing between them. It is written and read without
//! serde where nearly all of it stands, in the rows of tokens.

mod plain;
mod read;
mod write;

pub(super) use read::read;
