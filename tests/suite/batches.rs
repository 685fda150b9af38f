//! Many texts by several threads: the documents are those of one thread, in their order.

#![allow(clippy::unwrap_used)]

use std::io;

use griot::{Date, Document, Error, Language, Layer, Pipeline, Span, ZoneKind};
use rayon::{ThreadPool, ThreadPoolBuilder};

const SEEDS: [&str; 5] = [
    include_str!("../../seeds/000_9270dab1808a8422.txt"),
    include_str!("../../seeds/001_1d40934e40241a50.txt"),
    include_str!("../../seeds/002_635db30bd15ff41b.txt"),
    include_str!("../../seeds/003_bd06d1828675441b.txt"),
    include_str!("../../seeds/004_9f1b46e4b18e9d35.txt"),
];

/// Articles, their paragraphs and some nothings, so that their times differ a thousandfold.
fn texts() -> Vec<&'static str> {
    let paragraphs = SEEDS.iter().flat_map(|seed| seed.lines());
    SEEDS.into_iter().chain(paragraphs).collect()
}

fn pool(threads: usize) -> ThreadPool {
    let builder = ThreadPoolBuilder::new().num_threads(threads);
    builder.build().unwrap()
}

fn json(documents: impl Iterator<Item = Result<Document, Error>>) -> String {
    let lines = documents.map(|document| serde_json::to_string(&document.unwrap()).unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn any_number_of_threads_gives_the_documents_of_one() {
    let pipeline = Pipeline::new().unwrap();
    let expected = json(pipeline.process_all(texts()));
    for threads in [1, 2, 3, 8] {
        let found = pool(threads).install(|| json(pipeline.par_process_all(texts())));
        assert!(found == expected, "{threads} threads");
    }
    assert!(
        json(pipeline.par_process_all(texts())) == expected,
        "the global pool"
    );
}

#[test]
fn an_error_stands_in_its_place() {
    let builder = Pipeline::builder().languages([Language::FRENCH, Language::SWAHILI]);
    let pipeline = builder
        .layers([Layer::Lemmas])
        .strict(true)
        .build()
        .unwrap();
    let texts = [
        "Bamako a réagi.",
        "Watu wote wamezaliwa huru.",
        "Moscou se tait.",
    ];
    let texts = texts.into_iter().cycle().take(300);
    for threads in [1, 2] {
        pool(threads).install(|| {
            let documents = pipeline.par_process_all(texts.clone()).enumerate();
            for (index, document) in documents {
                match document {
                    Ok(document) => assert!(index % 3 != 1 && document.tokens().len() == 4),
                    Err(error) => assert!(index % 3 == 1 && error.is_missing_layer()),
                }
            }
        });
    }
}

#[test]
fn texts_without_end_are_annotated_as_they_come() {
    let pipeline = Pipeline::new().unwrap();
    let endless = (0u64..).map(|number| format!("Le texte {number} est lu."));
    let documents = pool(2).install(|| {
        let documents = pipeline.par_process_all(endless).take(200);
        documents.collect::<Result<Vec<_>, _>>()
    });
    for (number, document) in documents.unwrap().iter().enumerate() {
        assert_eq!(document.text(), format!("Le texte {number} est lu."));
    }
}

/// What fails half way is an item among others.
#[test]
fn a_source_that_fails_loses_nothing() {
    let pipeline = Pipeline::new().unwrap();
    let lines = (0..60).map(|line| match line % 20 {
        10 => Err(io::Error::other(format!("line {line}"))),
        _ => Ok("Bamako a réagi."),
    });
    let results = pool(2).install(|| {
        let read = pipeline.par_map(lines, |worker, line| {
            let count = worker
                .annotate(line?)
                .map(|document| document.tokens().len());
            Ok::<_, io::Error>(count.unwrap())
        });
        read.map(|result| result.map_err(|error| error.to_string()))
            .collect::<Vec<_>>()
    });
    let expected = (0..60).map(|line| match line % 20 {
        10 => Err(format!("line {line}")),
        _ => Ok(4),
    });
    assert!(results.into_iter().eq(expected));
}

/// The date and the zones of one item are not those of the next.
#[test]
fn what_an_item_sets_holds_for_it_alone() {
    let pipeline = Pipeline::builder()
        .language(Language::FRENCH)
        .build()
        .unwrap();
    let text = "Niamey\nIl est venu mardi.";
    let days: Vec<_> = (0..200)
        .map(|day| Date::new(2024, 1, 1 + day % 31).filter(|_| day % 2 == 0))
        .collect();
    let results = pool(3).install(|| {
        let items = days.clone().into_iter();
        let results = pipeline.par_map(items, move |worker, day| {
            if day.is_some() {
                worker.set_reference_date(day);
                let zones = [(Span::new(0, 7), ZoneKind::Heading)];
                worker.annotate_zoned(text, &zones).unwrap().to_document()
            } else {
                worker.annotate(text).unwrap().to_document()
            }
        });
        results.collect::<Vec<_>>()
    });
    for (day, document) in days.into_iter().zip(results) {
        let mut worker = pipeline.worker();
        worker.set_reference_date(day);
        let zones = [(Span::new(0, 7), ZoneKind::Heading)];
        let zones: &[_] = if day.is_some() { &zones } else { &[] };
        assert_eq!(
            document,
            worker.annotate_zoned(text, zones).unwrap().to_document()
        );
    }
}

#[test]
fn tasks_of_rayon_can_use_it() {
    let pipeline = Pipeline::new().unwrap();
    let count = || pipeline.par_process_all(texts()).count();
    for threads in [1, 2] {
        pool(threads).install(|| {
            assert_eq!(rayon::join(count, count), (texts().len(), texts().len()));
            let inner = pipeline.clone();
            let outer = pipeline.par_map(0..4, move |_, _| inner.par_process_all(SEEDS).count());
            assert_eq!(outer.sum::<usize>(), 4 * SEEDS.len());
        });
    }
}
