"""Columns in and out, with pyarrow and polars."""

import datetime

import griot
import polars as pl
import pyarrow as pa
import pytest

TEXTS = ["L’été à Niamey 🎉, selon M. Modi.", None, "", "Il est arrivé mardi à Téra."]
ENCODED = [None if text is None else text.encode() for text in TEXTS]


@pytest.fixture(scope="module")
def table() -> pa.Table:
    dates = [None, None, None, datetime.date(2024, 5, 16)]
    return pa.table({"id": [1, 2, 3, 4], "text": TEXTS, "published": dates})


def test_a_row_for_each_text(nlp: griot.Pipeline, table: pa.Table) -> None:
    made = nlp.annotate_arrow(table, date="published")
    assert (len(made), made.num_rows, made.column_names[:3]) == (4, 4, ["id", "text", "published"])
    batch = pa.record_batch(made)
    batch.validate(full=True)
    assert batch.schema.metadata == {b"griot.format": b"1", b"griot.offsets": b"chars"}
    for row in batch.to_pylist():
        text = row["text"]
        if text is None:
            assert set(row) - {"id", "text"} and {row[key] for key in set(row) - {"id", "text"}} == {None}
            continue
        doc = nlp(text, date=row["published"])
        form = doc.to_dict()
        assert [text[it["start"] : it["end"]] for it in row["tokens"]] == [token.text for token in doc]
        assert [(it["start"], it["end"]) for it in row["entities"]] == [
            (it["start"], it["end"]) for it in form["entities"]
        ]
        assert [(it["text"], it["label"], it["value"]) for it in row["entities"]] == [
            (ent.text, ent.label_, ent.value) for ent in doc.entities
        ]
        assert [it["lemma"] for it in row["tokens"]] == [token.lemma for token in doc]
        assert row["language"]["code"] == "fr" and row["reference_date"] == row["published"]
        assert row["error"] is None
    assert batch.column("entities")[3].as_py()[0]["value"] == "2024-05-14"


def test_a_row_for_each_token(nlp: griot.Pipeline, table: pa.Table) -> None:
    docs = [nlp(text) for text in TEXTS if text is not None]
    for n_threads in (1, 2, 3):
        made = nlp.annotate_arrow(table, shape="tokens", n_threads=n_threads)
        rows = pa.record_batch(made).to_pylist()
        assert [row["text"] for row in rows if row["token"] is not None] == [it.text for doc in docs for it in doc]
        assert sorted({row["document"] for row in rows}) == [0, 1, 3]
        assert [row["entity"] or "" for row in rows if row["token"] is not None] == [
            it.ent_type_ for doc in docs for it in doc
        ]


@pytest.mark.parametrize(
    "data",
    [
        pa.array(TEXTS),
        pa.array(TEXTS, pa.large_string()),
        pa.array(TEXTS, pa.string_view()),
        pa.array(ENCODED),
        pa.chunked_array([TEXTS[:1], TEXTS[1:]]),
        pa.chunked_array([], pa.string()),
        pa.record_batch({"text": TEXTS}),
        pl.Series(TEXTS),
        pl.DataFrame({"text": TEXTS}),
    ],
    ids=lambda data: f"{type(data).__module__}.{type(data).__name__}",
)
def test_texts_come_from_anywhere(nlp: griot.Pipeline, data: object) -> None:
    made = pa.record_batch(nlp.annotate_arrow(data, layers=["entities"]))
    assert made.schema.names == ["text", "language", "reference_date", "entities", "error"]
    texts = made.column("text").to_pylist()
    assert texts in ([], TEXTS, ENCODED)
    labels = [row and [it["label"] for it in row] for row in made.column("entities").to_pylist()]
    assert labels in ([], [["LOC", "PER"], None, [], ["DATE", "LOC"]])


def test_polars_takes_the_result(nlp: griot.Pipeline) -> None:
    frame = pl.DataFrame(nlp.annotate_arrow(pl.DataFrame({"text": TEXTS}), layers=["entities"]))
    names = frame.select(pl.col("entities").explode()).unnest("entities").filter(pl.col("label") == "LOC")
    assert names["text"].to_list() == ["Niamey", "Téra"]
    assert frame["entities"].list.len().to_list() == [2, None, 0, 2]
    assert pa.table(frame).num_rows == 4


def test_nothing_is_copied(nlp: griot.Pipeline) -> None:
    texts = pa.array(TEXTS)
    batch = pa.record_batch(nlp.annotate_arrow(texts))
    assert batch.column("text").buffers()[2].address == texts.buffers()[2].address
    made = nlp.annotate_arrow(texts)
    one, two = pa.record_batch(made), pa.record_batch(made)
    addresses = [batch.column("error").buffers()[1].address for batch in (one, two)]
    assert addresses[0] == addresses[1]


def test_bad_rows_stay(nlp: griot.Pipeline) -> None:
    texts = pa.array([b"caf\xe9", "été".encode(), None])
    batch = pa.record_batch(nlp.annotate_arrow(texts, layers=["tokens"]))
    assert batch.column("error").to_pylist() == [
        "byte 3 is not UTF-8: convert the text to UTF-8 first",
        None,
        None,
    ]
    # A string array that lies about its encoding is no danger either.
    lying = pa.StringArray.from_buffers(1, *pa.array([b"caf\xe9"]).buffers()[1:])
    assert pa.record_batch(nlp.annotate_arrow(lying)).column("error")[0].as_py().startswith("byte 3")
    days = pa.table({"text": ["Il est là.", "Elle part."], "day": ["2024-02-30", None]})
    batch = pa.record_batch(nlp.annotate_arrow(days, date="day"))
    errors = batch.column("error").to_pylist()
    assert errors[0].startswith('"2024-02-30" is no date') and errors[1] is None
    strict = griot.Pipeline(["fr", "ha"], layers=["lemmas"], strict=True)
    errors = pa.record_batch(strict.annotate_arrow(pa.array(["Ina kwana? Lafiya lau."]))).column("error")
    assert "for language ha" in errors[0].as_py()


def test_offsets_of_all_units(nlp: griot.Pipeline) -> None:
    text = "🎉 L’été à Niamey"
    for unit, end in (("chars", len(text)), ("bytes", len(text.encode())), ("utf16", len(text) + 1)):
        batch = pa.record_batch(nlp.annotate_arrow(pa.array([text]), offsets=unit))  # type: ignore[arg-type]
        assert batch.column("tokens")[0].as_py()[-1]["end"] == end
        assert batch.schema.metadata[b"griot.offsets"] == unit.encode()


def test_days_of_all_types(nlp: griot.Pipeline) -> None:
    days = [datetime.date(1, 1, 1), datetime.date(1969, 12, 31), datetime.date(2000, 2, 29), datetime.date(9999, 12, 31)]
    for column in (
        pa.array(days, pa.date32()),
        pa.array([day.isoformat() for day in days]),
        pa.array([f"{day.isoformat()}T12:00" for day in days], pa.string_view()),
    ):
        table = pa.table({"text": ["Il est là."] * len(days), "day": column})
        made = pa.record_batch(nlp.annotate_arrow(table, date="day", layers=["tokens"]))
        assert made.column("reference_date").to_pylist() == days
    with pytest.raises(griot.GriotError, match="a day is a date32 or a string, not Int64"):
        nlp.annotate_arrow(pa.table({"text": ["x"], "day": [1]}), date="day")


def test_wrong_tables_are_refused(nlp: griot.Pipeline) -> None:
    with pytest.raises(griot.GriotError, match='no column "text": the columns are body'):
        nlp.annotate_arrow(pa.table({"body": ["x"]}))
    with pytest.raises(griot.GriotError, match='has a column "error" already'):
        nlp.annotate_arrow(pa.table({"text": ["x"], "error": [1]}))
    with pytest.raises(griot.GriotError, match="not Int64: cast the column first"):
        nlp.annotate_arrow(pa.array([1]))
    with pytest.raises(griot.GriotError, match="write one of documents, tokens"):
        nlp.annotate_arrow(pa.array(["x"]), shape="words")  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        nlp.annotate_arrow(["x"])
