//! Acronyms and what they stand for.

use crate::document::{DocumentRef, Entity, Label};

/// The long names of a document that an acronym in brackets follows, or that stand in brackets after
/// it, each with that acronym. Other mentions of both have the same [id](Entity::id).
///
/// An acronym is a word of capitals that begin words of the long name, in their order, as Schwartz
/// and Hearst (2003) match them, but only at the begin of words.
///
/// ```
/// use griot::{Language, Pipeline, entity};
///
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let text = "Le Conseil National pour la Sauvegarde de la Patrie (CNSP) a réagi.";
/// let document = pipeline.process(text)?;
/// let pairs: Vec<_> = entity::acronyms(document.view()).collect();
/// # #[cfg(feature = "fr")]
/// assert_eq!(pairs[0].0.text(), "Conseil National pour la Sauvegarde de la Patrie");
/// # #[cfg(feature = "fr")]
/// assert_eq!(pairs[0].1.text(), "CNSP");
/// # Ok::<(), griot::Error>(())
/// ```
pub fn acronyms(document: DocumentRef<'_>) -> impl Iterator<Item = (Entity<'_>, Entity<'_>)> {
    let named = |entity: &Entity<'_>| {
        !matches!(
            entity.label(),
            Label::PERSON | Label::DATE | Label::QUANTITY
        )
    };
    let mut before: Option<Entity<'_>> = None;
    document.flat().filter(named).filter_map(move |entity| {
        let before = before.replace(entity)?;
        let bracket = before.token_range().end;
        let bracketed = entity.token_range().start == bracket + 1
            && document.token(bracket).is_some_and(|it| it.text() == "(");
        let pairs = [(before, entity), (entity, before)];
        let stands_for = |(long, short): &(Entity<'_>, Entity<'_>)| {
            let words = long.tokens().filter_map(|token| token.norm());
            long.tokens().len() > 1 && short.tokens().len() == 1 && abbreviates(short.text(), words)
        };
        pairs.into_iter().find(|pair| bracketed && stands_for(pair))
    })
}

/// Whether a text is of two capitals or more that begin some of the words, in their order.
pub(super) fn abbreviates<'a>(short: &str, words: impl Iterator<Item = &'a str>) -> bool {
    let initials = initials(words);
    let mut initials = initials.chars();
    let mut letters = short.chars().filter(|c| c.is_alphanumeric());
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let upper = capitals > 1 && !short.contains(char::is_lowercase);
    let mut found = |letter: char| letter.to_lowercase().all(|c| initials.any(|it| it == c));
    upper && letters.all(&mut found)
}

/// The first letters of words and of their parts between hyphens.
pub(super) fn initials<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let parts = words.flat_map(|word| word.split(['-', '\'']));
    parts
        .filter_map(|part| part.chars().find(|c| c.is_alphanumeric()))
        .collect()
}
