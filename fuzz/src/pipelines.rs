//! Pipelines and their workers, with all that a caller may tell them.

use arbitrary::Arbitrary;
use griot::stop::StopWords;
use griot::{Date, Document, Label, Layer, Span, Stop, Worker, ZoneKind};

use crate::input::{self, Setup, Zone};
use crate::rules::check;

/// Any text in any pipeline.
pub fn annotate(data: &[u8]) {
    let (setup, rest) = input::read::<Setup>(data);
    check(&setup.process(input::text(rest)));
}

#[derive(Arbitrary)]
struct Zoned {
    setup: Setup,
    /// For each span its start, its length and its kind.
    zones: [(u8, u8, Zone); 3],
}

/// Any spans as zones that are known, also ones that overlap or cut characters.
pub fn zoned(data: &[u8]) {
    let (choices, rest) = input::read::<Zoned>(data);
    let text = &*input::text(rest);
    let zones = choices.zones.map(|(start, length, Zone(kind))| {
        let start = u32::from(start);
        (Span::new(start, start + u32::from(length)), kind)
    });
    let annotate = |worker: &mut Worker| worker.annotate_zoned(text, &zones).unwrap().to_document();
    let document = choices.setup.with_worker(annotate);
    check(&document);
    // The first span counts if it lies in the text: no other comes before it. A zone begins with what can
    // be seen, so a zero-width space at its start belongs to the one before.
    let (span, kind) = zones[0];
    if span.get(text).is_some() && document.view().present().contains(Layer::Zones) {
        let mut words = document.view().tokens().filter(|it| it.is_word());
        assert!(words.all(|it| !span.covers(it.span()) || it.zone() == Some(kind)));
    }
}

/// What a caller adds: abbreviations, texts that are never split, names and stop words. Each part
/// of the input but the last is one, its first byte says which. The last part is the text.
pub fn custom(data: &[u8]) {
    let (setup, rest) = input::read::<Setup>(data);
    let mut parts: Vec<_> = input::parts(rest).take(8).map(input::text).collect();
    let text = parts.pop().unwrap_or_default();
    let mut builder = setup.builder();
    let mut whole = Vec::new();
    let mut stops = StopWords::of(setup.language.0);
    for (number, part) in parts.iter().enumerate() {
        let mut chars = part.chars();
        let (kind, spelling) = (chars.next(), chars.as_str());
        builder = match kind {
            Some('a') => builder.abbreviations(setup.language.0, [spelling]),
            Some('p') => builder.gazetteer(Label::PERSON, [(spelling, format!("Q{number}"))]),
            Some('t') => builder.titles(setup.language.0, [spelling]),
            Some('s') => {
                stops = stops.with([spelling], Stop::Extended);
                builder
            }
            _ => {
                whole.push(spelling);
                builder.never_split([spelling])
            }
        };
    }
    let pipeline = match builder.stop_words(stops).build() {
        Ok(pipeline) => pipeline,
        Err(error) => {
            assert!(error.is_pattern() || error.is_name(), "{error}");
            return;
        }
    };
    check(&pipeline.process(&*text).unwrap());
    for spelling in whole {
        let document = pipeline.process(spelling).unwrap();
        check(&document);
        // Empty only if the zone is left out.
        assert!(document.view().tokens().len() <= 1, "{spelling:?} is split");
    }
}

#[derive(Arbitrary)]
struct Day {
    setup: Setup,
    century: u8,
    year: u8,
    month: u8,
    day: u8,
}

/// Any text with a given date. The values of dates can be read.
pub fn dates(data: &[u8]) {
    let (choices, rest) = input::read::<Day>(data);
    let year = u16::from(choices.century % 100) * 100 + u16::from(choices.year % 100);
    let date = Date::new(year, choices.month % 12 + 1, choices.day % 31 + 1);
    let document = choices.setup.with_worker(|worker| {
        worker.set_reference_date(date);
        worker.process(input::text(rest)).unwrap()
    });
    check(&document);
    let view = document.view();
    assert!(date.is_none() || view.reference_date() == date);
    for entity in view.entities().filter(|it| it.label() == Label::DATE) {
        let value = entity.value().unwrap_or("2024");
        let (from, to) = value.split_once('/').unwrap_or((value, value));
        assert!(
            is_day(from) && is_day(to),
            "{:?} has the value {value:?}",
            entity.text()
        );
        assert!(
            from <= to || value.contains('X'),
            "{:?} has the value {value:?}",
            entity.text()
        );
    }
}

/// Whether a text is a day, a month, a year or the first digits of one.
fn is_day(value: &str) -> bool {
    let parts: Vec<_> = value.split('-').collect();
    let digits = parts
        .iter()
        .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    match parts[..] {
        ["XXXX", month] => is_day(&format!("2024-{month}")),
        ["XXXX", month, day] => is_day(&format!("2024-{month}-{day}")),
        [year] => digits && (2..=4).contains(&year.len()),
        [year, month] => {
            digits
                && year.len() == 4
                && format!("{value}-01").parse::<Date>().is_ok()
                && month.len() == 2
        }
        [_, _, _] => value.parse::<Date>().is_ok(),
        _ => false,
    }
}

/// One worker for many texts, in each of its ways, gives what one with empty memory gives.
pub fn worker(data: &[u8]) {
    let (setup, rest) = input::read::<Setup>(data);
    let pipeline = setup.pipeline();
    let mut warm = pipeline.worker();
    for part in input::parts(rest).take(8) {
        let (way, part) = part.split_first().unwrap_or((&0, &[]));
        let text = &*input::text(part);
        let fresh = in_way(&mut warm.clone(), *way, text);
        assert_eq!(in_way(&mut warm, *way, text), fresh);
        check(&fresh);
    }
}

fn in_way(worker: &mut Worker, way: u8, text: &str) -> Document {
    worker.set_reference_date((way & 1 == 0).then(|| "2024-02-29".parse().unwrap()));
    match way >> 1 & 3 {
        0 => worker.process(text).unwrap(),
        1 => worker.annotate(text).unwrap().to_document(),
        _ => {
            let zones = [
                (Span::new(0, 4), ZoneKind::Heading),
                (Span::new(9, 30), ZoneKind::Caption),
            ];
            worker.annotate_zoned(text, &zones).unwrap().to_document()
        }
    }
}

/// Texts together give what each gives alone, also in two threads.
pub fn batch(data: &[u8]) {
    let (setup, rest) = input::read::<Setup>(data);
    let (pipeline, texts) = (setup.pipeline(), input::texts(rest));
    let alone: Vec<_> = texts
        .iter()
        .map(|text| pipeline.process(text.as_str()).unwrap())
        .collect();
    let all = || -> Vec<_> {
        pipeline
            .process_all(texts.clone())
            .map(Result::unwrap)
            .collect()
    };
    assert_eq!(all(), alone);
    if texts.len() > 1 {
        std::thread::scope(|scope| {
            let other = scope.spawn(all);
            assert_eq!(all(), alone);
            assert_eq!(other.join().unwrap(), alone);
        });
    }
    alone.iter().for_each(check);
}
