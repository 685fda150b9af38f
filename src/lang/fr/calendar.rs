//! The French calendar. Source: written by hand for this crate.

use crate::lang::Table;

pub(super) const MONTHS: Table = &[
    ("aout", 8),
    ("août", 8),
    ("avr.", 4),
    ("avril", 4),
    ("dec.", 12),
    ("decembre", 12),
    ("déc.", 12),
    ("décembre", 12),
    ("fev.", 2),
    ("fevrier", 2),
    ("févr.", 2),
    ("février", 2),
    ("janv.", 1),
    ("janvier", 1),
    ("juil.", 7),
    ("juillet", 7),
    ("juin", 6),
    ("mai", 5),
    ("mars", 3),
    ("nov.", 11),
    ("novembre", 11),
    ("oct.", 10),
    ("octobre", 10),
    ("sept.", 9),
    ("septembre", 9),
];

pub(super) const WEEKDAYS: Table = &[
    ("dimanche", 6),
    ("jeudi", 3),
    ("lundi", 0),
    ("mardi", 1),
    ("mercredi", 2),
    ("samedi", 5),
    ("vendredi", 4),
];
