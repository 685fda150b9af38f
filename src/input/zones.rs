//! The zones of a text: which lines are the story, and what the others are.

use crate::document::ZoneKind;
use crate::document::layers::Cover;
use crate::span::clamp;

/// The zones of a text: all of it is the story.
pub(crate) fn zones(text: &str, zones: &mut Cover<ZoneKind>) {
    zones.0.clear();
    if !text.is_empty() {
        zones.0.push((clamp(text.len()), ZoneKind::Body));
    }
}
