//! What the examples of griot's repository also include.

pub mod folder;
pub mod lines;
pub mod lists;
pub mod output;
pub mod report;
pub mod terminal;
