//! What griot's steps cost: words, language, language to stems, everything.
//!
//! `cargo bench --bench pipeline -- seeds/words` in this folder runs one of them.

use criterion::{Criterion, Throughput};
use griot::language::Detector;
use griot::{DocumentRef, Error, Language, Layer, Pipeline, segment};

struct Input {
    name: &'static str,
    text: String,
    /// What its words are cut as where no detector runs.
    language: Language,
    /// With fewer tokens a step is broken. Some tenth below the count of today, so that a better
    /// rule does not fail here.
    tokens: usize,
    /// The same for the lines that are found to be in that language.
    lines: usize,
    /// The same for the entities, for which English has no rules.
    entities: usize,
}

fn inputs() -> [Input; 3] {
    let seeds = [
        include_str!("../../seeds/000_9270dab1808a8422.txt"),
        include_str!("../../seeds/001_1d40934e40241a50.txt"),
        include_str!("../../seeds/002_635db30bd15ff41b.txt"),
        include_str!("../../seeds/003_bd06d1828675441b.txt"),
        include_str!("../../seeds/004_9f1b46e4b18e9d35.txt"),
    ];
    [
        Input {
            name: "seeds",
            text: seeds.join("\n"),
            language: Language::FRENCH,
            tokens: 1880,
            lines: 43,
            entities: 137,
        },
        Input {
            name: "english",
            text: include_str!("../inputs/english.txt").to_owned(),
            language: Language::ENGLISH,
            tokens: 650,
            lines: 9,
            entities: 0,
        },
        Input {
            name: "mixed",
            text: include_str!("../inputs/mixed.txt").to_owned(),
            language: Language::FRENCH,
            tokens: 560,
            lines: 2,
            entities: 9,
        },
    ]
}

/// Tokens with a stem: all of them, in a language that has stems.
fn stemmed(document: DocumentRef<'_>) -> usize {
    document
        .tokens()
        .filter(|token| token.stem().is_some())
        .count()
}

fn measure(criterion: &mut Criterion, input: &Input) -> Result<(), Error> {
    let Input { text, language, .. } = input;
    let mut group = criterion.benchmark_group(input.name);
    group.throughput(Throughput::Bytes(text.len() as u64));

    let words = || segment::words(text, *language).count();
    assert!(words() >= input.tokens, "{}: words", input.name);
    group.bench_function("words", |bencher| bencher.iter(words));

    // Line by line, because the detector reads only a part of a long text.
    let detector = Detector::new();
    let lines = || {
        let languages = text.lines().map(|line| detector.detect(line).language);
        languages.filter(|found| found == language).count()
    };
    assert!(lines() >= input.lines, "{}: language", input.name);
    group.bench_function("language", |bencher| bencher.iter(lines));

    let stems = Pipeline::builder().layers([Layer::Language, Layer::Sentences, Layer::Stems]);
    let lemmas = Pipeline::builder()
        .language(*language)
        .layers([Layer::Stems, Layer::Lemmas]);
    let everything = Pipeline::builder();
    for (name, builder, entities) in [
        ("stems", stems, 0),
        ("lemmas", lemmas, 0),
        ("everything", everything, input.entities),
    ] {
        let mut worker = builder.build()?.worker();
        let document = worker.annotate(text)?;
        let (tokens, names) = (stemmed(document), document.entities().len());
        assert!(tokens >= input.tokens, "{}: {name}", input.name);
        assert!(names >= entities, "{}: entities", input.name);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                worker
                    .annotate(text)
                    .map(|document| document.tokens().len())
            })
        });
    }
    group.finish();
    Ok(())
}

fn main() -> Result<(), Error> {
    let mut criterion = Criterion::default().configure_from_args();
    for input in inputs() {
        measure(&mut criterion, &input)?;
    }
    criterion.final_summary();
    Ok(())
}
