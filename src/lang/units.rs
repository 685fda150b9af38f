//! Units that all languages write alike.

use super::rules::Table;

/// Signs of money that may stand before a number, with the codes of ISO 4217.
pub(crate) const MONEY_SIGNS: Table<&str> = &[
    ("$", "USD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("can$", "CAD"),
    ("hk$", "HKD"),
    ("nz$", "NZD"),
    ("r$", "BRL"),
    ("s$", "SGD"),
    ("us$", "USD"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₦", "NGN"),
    ("€", "EUR"),
    ("₹", "INR"),
    ("₽", "RUB"),
];

/// Signs and abbreviations of units, with the names that values give them.
pub(crate) const UNITS: Table<&str> = &[
    ("%", "%"),
    ("chf", "CHF"),
    ("cm", "cm"),
    ("eur", "EUR"),
    ("fcfa", "XOF"),
    ("gb", "GB"),
    ("gbp", "GBP"),
    ("gw", "GW"),
    ("gwh", "GWh"),
    ("kg", "kg"),
    ("km", "km"),
    ("km/h", "km/h"),
    ("km2", "km2"),
    ("km²", "km2"),
    ("kw", "kW"),
    ("kwh", "kWh"),
    ("m2", "m2"),
    ("m3", "m3"),
    ("mb", "MB"),
    ("mg", "mg"),
    ("mm", "mm"),
    ("mph", "mph"),
    ("mw", "MW"),
    ("mwh", "MWh"),
    ("m²", "m2"),
    ("m³", "m3"),
    ("tb", "TB"),
    ("twh", "TWh"),
    ("usd", "USD"),
    ("xaf", "XAF"),
    ("xof", "XOF"),
    ("°c", "°C"),
    ("°f", "°F"),
    ("‰", "‰"),
];

/// Units of one letter, as they are written behind a number in digits.
pub(crate) const LETTERS: Table<&str> =
    &[("V", "V"), ("W", "W"), ("g", "g"), ("m", "m"), ("t", "t")];

/// The names in values of the units of time, by their length in days.
pub(crate) fn period(days: u16) -> Option<&'static str> {
    Some(match days {
        1 => "day",
        2 => "weekend",
        7 => "week",
        30 => "month",
        90 => "quarter",
        180 => "half-year",
        365 => "year",
        3650 => "decade",
        36_500 => "century",
        _ => return None,
    })
}

/// What belongs to a word in a table.
pub(crate) fn named<T: Copy>(table: Table<T>, norm: &str) -> Option<T> {
    let index = table.binary_search_by(|(word, _)| (*word).cmp(norm)).ok()?;
    table.get(index).map(|(_, value)| *value)
}

/// The longest entries in bytes. Most words are longer, so they need no lookup.
const LONGEST_UNIT: usize = longest(UNITS);
const LONGEST_SIGN: usize = longest(MONEY_SIGNS);

// Run by the compiler, where a wrong index is an error of the build.
#[allow(clippy::indexing_slicing)]
const fn longest(table: Table<&str>) -> usize {
    let (mut longest, mut at) = (0, 0);
    while at < table.len() {
        if table[at].0.len() > longest {
            longest = table[at].0.len();
        }
        at += 1;
    }
    longest
}

/// The unit that a sign or an abbreviation stands for in every language.
pub(crate) fn common(norm: &str) -> Option<&'static str> {
    let unit = || (norm.len() <= LONGEST_UNIT).then(|| named(UNITS, norm))?;
    sign(norm).or_else(unit)
}

/// The currency of a sign of money that may stand before a number.
pub(crate) fn sign(norm: &str) -> Option<&'static str> {
    let letter = norm
        .as_bytes()
        .last()
        .is_some_and(u8::is_ascii_alphanumeric);
    (norm.len() <= LONGEST_SIGN && !letter).then(|| named(MONEY_SIGNS, norm))?
}
