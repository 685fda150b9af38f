//! [`Quantity`]: what the value of a quantity says.

use super::vocabulary::vocabulary;

vocabulary! {
    /// What a quantity measures.
    QuantityKind {
        /// A length of time: `six mois`.
        Duration = "duration",
        /// How old someone or something is: `âgé de 33 ans`.
        Age = "age",
        /// An amount of money.
        Money = "money",
        /// A part of a whole: `10 %`.
        Share = "share",
        /// A length, height or distance.
        Distance = "distance",
        /// An area.
        Area = "area",
        /// A volume.
        Volume = "volume",
        /// A mass.
        Mass = "mass",
        /// A speed.
        Speed = "speed",
        /// A temperature.
        Temperature = "temperature",
        /// A power, as of an engine.
        Power = "power",
        /// An energy.
        Energy = "energy",
        /// A voltage.
        Voltage = "voltage",
        /// An amount of data.
        Data = "data",
        /// How many there are: `une centaine`.
        Count = "count",
    }
}

/// The units besides those of money.
const UNITS: &[(&str, QuantityKind)] = &[
    ("GB", QuantityKind::Data),
    ("GW", QuantityKind::Power),
    ("GWh", QuantityKind::Energy),
    ("MB", QuantityKind::Data),
    ("MW", QuantityKind::Power),
    ("MWh", QuantityKind::Energy),
    ("TB", QuantityKind::Data),
    ("TWh", QuantityKind::Energy),
    ("V", QuantityKind::Voltage),
    ("W", QuantityKind::Power),
    ("acre", QuantityKind::Area),
    ("barrel", QuantityKind::Volume),
    ("century", QuantityKind::Duration),
    ("cm", QuantityKind::Distance),
    ("day", QuantityKind::Duration),
    ("decade", QuantityKind::Duration),
    ("foot", QuantityKind::Distance),
    ("g", QuantityKind::Mass),
    ("gallon", QuantityKind::Volume),
    ("ha", QuantityKind::Area),
    ("half-year", QuantityKind::Duration),
    ("hour", QuantityKind::Duration),
    ("inch", QuantityKind::Distance),
    ("kB", QuantityKind::Data),
    ("kW", QuantityKind::Power),
    ("kWh", QuantityKind::Energy),
    ("kg", QuantityKind::Mass),
    ("km", QuantityKind::Distance),
    ("km/h", QuantityKind::Speed),
    ("km2", QuantityKind::Area),
    ("l", QuantityKind::Volume),
    ("m", QuantityKind::Distance),
    ("m/s", QuantityKind::Speed),
    ("m2", QuantityKind::Area),
    ("m3", QuantityKind::Volume),
    ("mg", QuantityKind::Mass),
    ("mile", QuantityKind::Distance),
    ("minute", QuantityKind::Duration),
    ("mm", QuantityKind::Distance),
    ("month", QuantityKind::Duration),
    ("mph", QuantityKind::Speed),
    ("quarter", QuantityKind::Duration),
    ("second", QuantityKind::Duration),
    ("sqmi", QuantityKind::Area),
    ("t", QuantityKind::Mass),
    ("week", QuantityKind::Duration),
    ("weekend", QuantityKind::Duration),
    ("year", QuantityKind::Duration),
    ("%", QuantityKind::Share),
    ("°", QuantityKind::Temperature),
    ("°C", QuantityKind::Temperature),
    ("°F", QuantityKind::Temperature),
    ("‰", QuantityKind::Share),
];

/// Currencies that several countries have under one name, so that no code fits.
const CURRENCIES: &[&str] = &[
    "cent", "dinar", "dirham", "franc", "peso", "pound", "rupee", "shilling",
];

/// The value of a quantity, read from [`Entity::value`](super::Entity::value).
///
/// A value is a kind, an amount and a unit with a space between them: `money 5667000000 XOF`,
/// `duration 6 month`, `distance 3/5 km`, `share 14.5 %`. A count has no unit: `count 100`. The
/// amount is a decimal number, or two with a slash for a range from the lower to the higher one. The
/// unit of money is the code of ISO 4217, or a small word such as `franc` where several countries
/// have currencies of this name; `XOF` stands for either franc CFA.
///
/// ```
/// use griot::{Quantity, QuantityKind};
///
/// let quantity = Quantity::parse("money 27000000 USD").unwrap();
/// assert_eq!(quantity.kind(), QuantityKind::Money);
/// assert_eq!((quantity.low(), quantity.high()), (27_000_000.0, 27_000_000.0));
/// assert_eq!(quantity.unit(), Some("USD"));
/// assert!(Quantity::parse("27 USD").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Quantity<'a> {
    kind: QuantityKind,
    low: f64,
    high: f64,
    unit: Option<&'a str>,
}

impl<'a> Quantity<'a> {
    /// Reads a value. Returns `None` if it does not have the form above.
    pub fn parse(value: &'a str) -> Option<Self> {
        let mut fields = value.split(' ');
        let (kind, amount, unit) = (fields.next()?, fields.next()?, fields.next());
        let kind = QuantityKind::named(kind)?;
        let (low, high) = amount.split_once('/').unwrap_or((amount, amount));
        let (low, high) = (number(low)?, number(high)?);
        let ranged = amount.contains('/');
        let ordered = if ranged { low < high } else { true };
        let fits = match unit {
            Some(unit) => {
                let measures = kind_of(unit)?;
                let age = kind == QuantityKind::Age && measures == QuantityKind::Duration;
                measures == kind || age
            }
            None => kind == QuantityKind::Count,
        };
        (fields.next().is_none() && ordered && fits).then_some(Self {
            kind,
            low,
            high,
            unit,
        })
    }

    /// What it measures.
    pub fn kind(&self) -> QuantityKind {
        self.kind
    }

    /// The amount, or the lower end of a range.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The amount, or the higher end of a range.
    pub fn high(&self) -> f64 {
        self.high
    }

    /// The unit: `km`, `month`, `USD`. `None` for a count.
    pub fn unit(&self) -> Option<&'a str> {
        self.unit
    }
}

/// What a unit measures. `None` if there is no such unit.
pub(crate) fn kind_of(unit: &str) -> Option<QuantityKind> {
    let code = unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    if code || CURRENCIES.binary_search(&unit).is_ok() {
        return Some(QuantityKind::Money);
    }
    let found = UNITS.iter().find(|(other, _)| *other == unit);
    found.map(|(_, kind)| *kind)
}

/// The most digits of an amount.
const LONGEST: usize = 32;

/// A decimal number without superfluous zeros: `12`, `0.5`, `-3.25`.
fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = match digits.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (digits, None),
    };
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = all(whole) && (whole == "0" || !whole.starts_with('0'));
    let short = part.is_none_or(|part| all(part) && !part.ends_with('0'));
    (plain && short && text.len() <= LONGEST).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read() {
        let read = |value| Quantity::parse(value).map(|it| (it.kind(), it.low(), it.high()));
        for (value, kind, low, high) in [
            ("count 100", QuantityKind::Count, 100.0, 100.0),
            ("age 12 year", QuantityKind::Age, 12.0, 12.0),
            ("distance 3/5 km", QuantityKind::Distance, 3.0, 5.0),
            (
                "temperature -3.25 °C",
                QuantityKind::Temperature,
                -3.25,
                -3.25,
            ),
            ("money 0.5 franc", QuantityKind::Money, 0.5, 0.5),
        ] {
            assert_eq!(read(value), Some((kind, low, high)), "{value}");
        }
        for value in [
            "",
            "count",
            "count 100 km",
            "count 0100",
            "count 1.50",
            "count 1e5",
            "count 5/3",
            "count 5/5",
            "money 5",
            "money 5 usd",
            "share 5 km",
            "length 5 km",
            "age 5 km",
            "distance 5  km",
            "distance 5 km ",
            "distance inf km",
        ] {
            assert_eq!(read(value), None, "{value}");
        }
    }

    #[test]
    fn currencies_are_sorted() {
        assert!(CURRENCIES.is_sorted());
    }
}
