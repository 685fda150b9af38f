//! Batches hold what their documents hold.

// A test may panic; clippy knows it only of the functions marked as tests.
#![allow(clippy::unwrap_used)]

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Int32Type, Int64Type};
use arrow_array::{Array, RecordBatch, StructArray};
use griot::document::OffsetUnit;
use griot::{Document, Language, Layer, LayerSet, Offsets, Pipeline};
use griot_arrow::{Documents, FORMAT, Tokens};

const TEXTS: [&str; 4] = [
    "Niamey, 3 décembre 2023 (AFP) – Le général Tiani a reçu M. Modi. « L’accord est bon 🎉 », a dit le général.",
    "",
    "L'été 🌍🌍 à Niamey\r\n\r\nLire aussi : Le Niger",
    "Il attend. Elle aussi.",
];

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16];

fn documents() -> Vec<Document> {
    let pipeline = Pipeline::builder()
        .language(Language::FRENCH)
        .build()
        .unwrap();
    TEXTS.map(|text| pipeline.process(text).unwrap()).into()
}

fn batch(layers: impl Into<LayerSet>, unit: OffsetUnit) -> RecordBatch {
    let mut rows = Documents::new(layers, unit);
    rows.push_null(None);
    for document in documents() {
        rows.push(document.view());
    }
    rows.push_null(Some("byte 3 is not UTF-8"));
    rows.finish().unwrap()
}

/// The structs of one row of a list.
fn list(batch: &RecordBatch, name: &str, row: usize) -> StructArray {
    let column = batch.column_by_name(name).unwrap();
    column.as_list::<i32>().value(row).as_struct().clone()
}

fn texts(rows: &StructArray, name: &str) -> Vec<Option<String>> {
    let column = rows.column_by_name(name).unwrap().as_string::<i32>();
    column.iter().map(|text| text.map(str::to_owned)).collect()
}

fn offsets(rows: &StructArray) -> Vec<(i32, i32)> {
    let column = |name| {
        rows.column_by_name(name)
            .unwrap()
            .as_primitive::<Int32Type>()
            .values()
            .to_vec()
    };
    column("start").into_iter().zip(column("end")).collect()
}

#[test]
fn rows_are_those_of_the_documents() {
    for unit in UNITS {
        let batch = batch(LayerSet::ALL, unit);
        assert_eq!(batch.num_rows(), TEXTS.len() + 2);
        for (number, document) in documents().iter().enumerate() {
            let (row, view) = (number + 1, document.view());
            let converted = Offsets::new(document.text());
            let place = |span: griot::Span| {
                let (start, end) = match unit {
                    OffsetUnit::Chars => converted.char_span(span).unwrap(),
                    OffsetUnit::Utf16 => converted.utf16_span(span).unwrap(),
                    _ => (span.start(), span.end()),
                };
                (i32::try_from(start).unwrap(), i32::try_from(end).unwrap())
            };
            let own = |text: Option<&str>| text.map(str::to_owned);

            let tokens = list(&batch, "tokens", row);
            assert_eq!(
                offsets(&tokens),
                view.tokens().map(|it| place(it.span())).collect::<Vec<_>>()
            );
            assert_eq!(
                texts(&tokens, "lemma"),
                view.tokens().map(|it| own(it.lemma())).collect::<Vec<_>>()
            );
            assert_eq!(
                texts(&tokens, "norm"),
                view.tokens().map(|it| own(it.norm())).collect::<Vec<_>>()
            );
            let entities = list(&batch, "entities", row);
            assert_eq!(
                offsets(&entities),
                view.entities()
                    .map(|it| place(it.span()))
                    .collect::<Vec<_>>()
            );
            assert_eq!(
                texts(&entities, "value"),
                view.entities()
                    .map(|it| own(it.value()))
                    .collect::<Vec<_>>()
            );
            let quotations = list(&batch, "quotations", row);
            assert_eq!(
                offsets(&quotations),
                view.quotations()
                    .map(|it| place(it.span()))
                    .collect::<Vec<_>>()
            );
            let zones = list(&batch, "zones", row);
            assert_eq!(
                offsets(&zones),
                view.zones()
                    .map(|(span, _)| place(span))
                    .collect::<Vec<_>>()
            );
            let sentences = list(&batch, "sentences", row);
            assert_eq!(
                offsets(&sentences),
                view.sentences()
                    .map(|it| place(it.span()))
                    .collect::<Vec<_>>()
            );
            let scores = sentences
                .column_by_name("score")
                .unwrap()
                .as_primitive::<Float32Type>();
            assert!(
                scores
                    .values()
                    .iter()
                    .copied()
                    .eq(view.sentences().map(|it| it.score()))
            );
        }
    }
}

#[test]
fn a_refused_text_keeps_its_row() {
    let batch = batch(LayerSet::ALL, OffsetUnit::Bytes);
    let last = TEXTS.len() + 1;
    let errors = batch.column_by_name("error").unwrap().as_string::<i32>();
    assert_eq!(errors.value(last), "byte 3 is not UTF-8");
    assert_eq!(errors.null_count(), batch.num_rows() - 1);
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        assert!(column.is_null(0), "{field}");
        assert!(column.is_null(last) || field.name() == "error", "{field}");
        assert!(column.is_valid(1) || field.name() == "error", "{field}");
    }
    let dates = batch.column_by_name("reference_date").unwrap();
    assert_eq!(
        dates
            .as_primitive::<arrow_array::types::Date32Type>()
            .value(1),
        19_694
    );
}

/// The columns are a promise. If this test changes, so does [`FORMAT`].
#[test]
fn the_columns_are_those_of_the_documentation() {
    let names = |layers: LayerSet| {
        let schema = Documents::schema(layers, OffsetUnit::Chars);
        schema
            .fields()
            .iter()
            .map(|field| field.name().clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        names(LayerSet::ALL),
        "language reference_date languages zones sentences tokens entities quotations error"
    );
    assert_eq!(names(LayerSet::NONE), "language reference_date error");
    for layer in [
        Layer::Tokens,
        Layer::Norms,
        Layer::Stops,
        Layer::Stems,
        Layer::Lemmas,
        Layer::Pos,
    ] {
        assert_eq!(
            names(LayerSet::from([layer])),
            "language reference_date tokens error"
        );
    }
    let schema = Documents::schema(LayerSet::ALL, OffsetUnit::Chars);
    assert_eq!(schema.metadata()["griot.format"], FORMAT.to_string());
    assert_eq!(schema.metadata()["griot.offsets"], "chars");
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")).unwrap();
    for field in schema.fields() {
        assert!(readme.contains(&format!("| `{}`", field.name())), "{field}");
    }
    let made = batch(LayerSet::ALL, OffsetUnit::Chars);
    assert_eq!(*made.schema(), schema);
}

#[test]
fn tokens_have_a_row_each() {
    let mut rows = Tokens::new(OffsetUnit::Chars).counting_from(10);
    let documents = documents();
    for document in &documents {
        rows.push(document.view());
    }
    rows.push_null(Some("refused"));
    let batch = rows.finish().unwrap();
    assert_eq!(*batch.schema(), Tokens::schema(OffsetUnit::Chars));
    let tokens = documents
        .iter()
        .enumerate()
        .flat_map(|(number, it)| it.tokens().map(move |token| (number, token)));
    let rows = StructArray::from(batch.clone());
    let (numbers, labels) = (
        rows.column_by_name("document").unwrap(),
        texts(&rows, "entity"),
    );
    let numbers = numbers.as_primitive::<Int64Type>();
    let sentences = rows
        .column_by_name("sentence")
        .unwrap()
        .as_primitive::<Int32Type>()
        .clone();
    let mut count = 0;
    for (row, (number, token)) in tokens.enumerate() {
        count += 1;
        assert_eq!(numbers.value(row), 10 + i64::try_from(number).unwrap());
        assert_eq!(
            labels[row].as_deref(),
            token.entity().map(|it| it.label_str())
        );
        assert_eq!(
            usize::try_from(sentences.value(row)).unwrap(),
            token.sentence().unwrap().index()
        );
    }
    assert_eq!(batch.num_rows(), count + 1);
    assert_eq!(numbers.value(count), 14);
    assert_eq!(texts(&rows, "error")[count].as_deref(), Some("refused"));
}
