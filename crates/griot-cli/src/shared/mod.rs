//! What the examples of griot's repository also include.

pub mod files;
pub mod lines;
pub mod lists;
pub mod output;
pub mod report;
pub mod terminal;
pub mod width;
