//! What several languages share. A language's own files hold only what is its own.

pub(crate) mod given_names;
pub(crate) mod organisations;
pub(crate) mod particles;
