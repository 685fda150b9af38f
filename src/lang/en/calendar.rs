//! The English calendar. Source: written by hand for this crate.

use crate::lang::Table;

pub(super) const MONTHS: Table = &[
    ("apr.", 4),
    ("april", 4),
    ("aug.", 8),
    ("august", 8),
    ("dec.", 12),
    ("december", 12),
    ("feb.", 2),
    ("february", 2),
    ("jan.", 1),
    ("january", 1),
    ("jul.", 7),
    ("july", 7),
    ("jun.", 6),
    ("june", 6),
    ("mar.", 3),
    ("march", 3),
    ("may", 5),
    ("nov.", 11),
    ("november", 11),
    ("oct.", 10),
    ("october", 10),
    ("sep.", 9),
    ("sept.", 9),
    ("september", 9),
];

/// Monday 0.
pub(super) const WEEKDAYS: Table = &[
    ("friday", 4),
    ("monday", 0),
    ("saturday", 5),
    ("sunday", 6),
    ("thursday", 3),
    ("tuesday", 1),
    ("wednesday", 2),
];
