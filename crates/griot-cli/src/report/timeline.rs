//! When: a row for each year that the texts name, from January to December.

use std::collections::BTreeMap;

use griot::Label;

use super::article::Article;
use super::escape::{Html, count, grouped, one_line};

/// Widths and heights of the drawing, in its own units.
const LEFT: f64 = 56.0;
const MONTH: f64 = 54.0;
const TOP: f64 = 28.0;
const ROW: f64 = 36.0;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// How many links a date has in the table at most.
const LINKS: usize = 24;

/// All mentions of one day, month, season, year or interval.
struct Dated<'a> {
    texts: Vec<&'a str>,
    mentions: usize,
    /// The articles, and the first mention in each.
    places: Vec<(usize, String)>,
}

/// The part of a year that a value names, in months from its beginning.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Period {
    year: u16,
    start: f64,
    end: f64,
}

impl Period {
    /// Reads the value of a date. An interval is seen in the year of its beginning. `None` for a century
    /// and for a day whose year is not known.
    fn parse(value: &str) -> Option<Self> {
        if let Some((first, last)) = value.split_once('/') {
            let (first, last) = (Self::parse(first)?, Self::parse(last)?);
            let end = if last.year == first.year {
                last.end
            } else {
                12.0
            };
            let end = end.max(first.start);
            return Some(Self { end, ..first });
        }
        let (year, part) = value.split_once('-').unwrap_or((value, ""));
        if year.len() != 4 {
            return None;
        }
        let (month, day) = part.split_once('-').unwrap_or((part, ""));
        let (start, end) = match month {
            "" => (0.0, 12.0),
            "SP" => (2.0, 5.0),
            "SU" => (5.0, 8.0),
            "FA" => (8.0, 11.0),
            "WI" => (11.0, 12.0),
            month => {
                let month = month.parse::<u8>().ok()?.checked_sub(1)?;
                (f64::from(month), f64::from(month) + 1.0)
            }
        };
        let (start, end) = match day.parse::<u8>() {
            Ok(day) => {
                let at = start + (f64::from(day) - 0.5) / 31.0;
                (at, at)
            }
            Err(_) => (start, end),
        };
        let year = year.parse().ok()?;
        Some(Self { year, start, end })
    }

    fn is_day(self) -> bool {
        self.end <= self.start
    }
}

/// Writes the drawing, and the same as a table.
pub fn write(html: &mut Html, articles: &[Article<'_>]) {
    let dates = dates(articles);
    let mut years: BTreeMap<u16, Vec<(Period, &str, &Dated<'_>)>> = BTreeMap::new();
    for (value, dated) in &dates {
        if let Some(period) = Period::parse(value) {
            let year = years.entry(period.year).or_default();
            year.push((period, value, dated));
        }
    }
    if years.is_empty() {
        html.element("p", &[], "No text names a date whose year is known.");
        return;
    }
    let height = TOP + ROW * years.len() as f64;
    let width = LEFT + MONTH * 12.0 + 8.0;
    let attributes = [
        ("class", "scroll"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", "The drawing, which scrolls"),
    ];
    html.open("div", &attributes);
    let view = format!("0 0 {width} {height}");
    let label = format!(
        "Dates of {}; the table below has the same",
        count(years.len(), "year")
    );
    let attributes = [
        ("viewBox", view.as_str()),
        ("role", "group"),
        ("aria-label", label.as_str()),
        ("class", "timeline"),
    ];
    html.open("svg", &attributes);
    for (at, month) in MONTHS.iter().enumerate() {
        let middle = LEFT + MONTH * (at as f64 + 0.5);
        text(html, "month", middle, TOP - 10.0, month);
    }
    for (row, (year, dates)) in years.into_iter().enumerate() {
        let top = TOP + ROW * row as f64;
        text(
            html,
            "year",
            LEFT - 10.0,
            top + ROW / 2.0 + 5.0,
            &year.to_string(),
        );
        for month in 0..12 {
            let left = LEFT + MONTH * f64::from(month);
            rect(
                html,
                "month",
                [left + 1.0, top + 2.0, MONTH - 2.0, ROW - 4.0],
            );
        }
        write_year(html, top, dates);
    }
    html.close();
    html.close();
    write_table(html, &dates);
}

/// Writes the dates of a year, the longest periods first, so that days lie upon them.
fn write_year(html: &mut Html, top: f64, mut dates: Vec<(Period, &str, &Dated<'_>)>) {
    let length = |it: &Period| it.end - it.start;
    dates.sort_by(|(a, ..), (b, ..)| length(b).total_cmp(&length(a)));
    for (period, value, dated) in dates {
        let mentions = count(dated.mentions, "mention");
        let texts: Vec<_> = dated.texts.iter().map(|it| one_line(it)).collect();
        let label = format!("{value}: {}, {mentions}", texts.join(", "));
        let link = dated.places.first().map(|(_, anchor)| format!("#{anchor}"));
        let link = link.unwrap_or_default();
        let attributes = [("href", link.as_str()), ("aria-label", label.as_str())];
        html.open("a", &attributes);
        html.element("title", &[], &label);
        let left = LEFT + MONTH * period.start;
        if period.is_day() {
            // The area grows with the mentions.
            let radius = 3.5 + 1.5 * (dated.mentions as f64).sqrt().min(4.0);
            let (x, y, radius) = (tenths(left), tenths(top + ROW / 2.0), tenths(radius));
            let attributes = [
                ("cx", x.as_str()),
                ("cy", y.as_str()),
                ("r", radius.as_str()),
            ];
            html.element("circle", &attributes, "");
        } else {
            // A month fills its place, and a longer period is a line below the days.
            let width = MONTH * (period.end - period.start) - 4.0;
            let (class, y, height) = match period.end - period.start > 1.0 {
                true => ("long", top + ROW - 8.0, 5.0),
                false => ("short", top + 3.0, ROW - 6.0),
            };
            rect(html, class, [left + 2.0, y, width, height]);
        }
        html.close();
    }
}

fn write_table(html: &mut Html, dates: &BTreeMap<&str, Dated<'_>>) {
    html.open("details", &[]);
    html.element(
        "summary",
        &[],
        &format!("{} as a table", count(dates.len(), "date")),
    );
    html.open("table", &[("class", "dates")]);
    html.open("thead", &[]);
    html.open("tr", &[]);
    for heading in ["Date", "In the texts", "Mentions", "Articles"] {
        html.element("th", &[("scope", "col")], heading);
    }
    html.close();
    html.close();
    html.open("tbody", &[]);
    for (value, dated) in dates {
        html.open("tr", &[]);
        html.element("th", &[("scope", "row")], value);
        let texts: Vec<_> = dated.texts.iter().map(|it| one_line(it)).collect();
        html.element("td", &[("dir", "auto")], &texts.join(", "));
        html.element("td", &[], &grouped(dated.mentions));
        html.open("td", &[]);
        for (article, anchor) in dated.places.iter().take(LINKS) {
            let link = format!("#{anchor}");
            let label = format!("article {article}");
            let attributes = [("href", link.as_str()), ("aria-label", label.as_str())];
            html.element("a", &attributes, &article.to_string());
            html.text(" ");
        }
        html.close();
        html.close();
    }
    html.close();
    html.close();
    html.close();
}

/// The dates with a value, by their values.
fn dates<'a>(articles: &[Article<'a>]) -> BTreeMap<&'a str, Dated<'a>> {
    let mut dates: BTreeMap<&str, Dated<'_>> = BTreeMap::new();
    for article in articles {
        let entities = article.document.outermost();
        for entity in entities.filter(|it| it.label() == Label::DATE) {
            let Some(value) = entity.value() else {
                continue;
            };
            let dated = dates.entry(value).or_insert_with(|| Dated {
                texts: Vec::new(),
                mentions: 0,
                places: Vec::new(),
            });
            dated.mentions += 1;
            if !dated.texts.contains(&entity.text()) && dated.texts.len() < LINKS {
                dated.texts.push(entity.text());
            }
            if dated
                .places
                .last()
                .is_none_or(|(last, _)| *last != article.number)
            {
                dated.places.push((article.number, article.anchor(entity)));
            }
        }
    }
    dates
}

fn text(html: &mut Html, class: &'static str, x: f64, y: f64, text: &str) {
    let (x, y) = (tenths(x), tenths(y));
    html.element("text", &[("class", class), ("x", &x), ("y", &y)], text);
}

fn rect(html: &mut Html, class: &'static str, shape: [f64; 4]) {
    let [x, y, width, height] = shape.map(tenths);
    let attributes = [
        ("class", class),
        ("x", x.as_str()),
        ("y", y.as_str()),
        ("width", width.as_str()),
        ("height", height.as_str()),
        ("rx", "2"),
    ];
    html.element("rect", &attributes, "");
}

fn tenths(number: f64) -> String {
    format!("{number:.1}")
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn values_have_their_place_in_a_year() {
        let at = |value| Period::parse(value).map(|it| (it.year, it.start, it.end));
        assert_eq!(at("2024"), Some((2024, 0.0, 12.0)));
        assert_eq!(at("2024-03"), Some((2024, 2.0, 3.0)));
        assert_eq!(at("2024-SU"), Some((2024, 5.0, 8.0)));
        assert_eq!(at("2023-11/2024-02"), Some((2023, 10.0, 12.0)));
        assert_eq!(at("2024-01/2024-02"), Some((2024, 0.0, 2.0)));
        let day = Period::parse("2024-12-31").unwrap();
        assert!(day.is_day() && day.year == 2024 && day.start > 11.9 && day.start < 12.0);
        for unknown in ["18", "XXXX-03-26", "2024-00", "", "2024-xx"] {
            assert_eq!(at(unknown), None, "{unknown}");
        }
    }
}
