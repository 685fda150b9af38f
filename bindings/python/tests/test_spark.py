"""`griot.spark`, where PySpark and Java are there: `pip install griot[spark]`."""

import csv
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import griot
import pytest

pytest.importorskip("pyspark")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    # The workers take the Python of the tests, where griot is.
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    local = "127.0.0.1"
    builder = SparkSession.builder.master("local[2]").config("spark.driver.host", local)
    builder = builder.config("spark.driver.bindAddress", local).config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "7").getOrCreate()
    yield session
    session.stop()


def test_every_row_comes_back_annotated(spark: Any) -> None:
    import griot.spark

    texts = [f"M. Modi a reçu {number} hommes à Niamey 🎉 mardi." for number in range(40)]
    rows = [(number, text, "2024-05-16") for number, text in enumerate(texts)] + [(40, None, None)]
    df = spark.createDataFrame(rows, "id int, text string, day string").repartition(4)
    made = griot.spark.annotate(df, language="fr", layers=["entities"], date="day")
    assert made.columns == ["id", "text", "day", "language", "reference_date", "entities", "error"]
    found = sorted(made.collect(), key=lambda row: row["id"])
    assert [row["text"] for row in found] == [*texts, None]
    nlp = griot.load("fr", layers=["entities"])
    for row in found[:-1]:
        doc = nlp(row["text"], date=row["day"])
        expected = [(ent.start_char, ent.end_char, ent.label_, ent.value) for ent in doc.entities]
        assert [(it["start"], it["end"], it["label"], it["value"]) for it in row["entities"]] == expected
    assert found[-1]["entities"] is None and found[-1]["error"] is None


def test_a_process_builds_a_pipeline_once() -> None:
    from griot.spark import _pipeline

    one, other = (pickle.dumps(griot.load("fr", layers=[layer])) for layer in ("tokens", "norms"))
    assert _pipeline(one) is _pipeline(bytes(bytearray(one)))
    assert _pipeline(one) is not _pipeline(other)


def test_tokens_and_bad_rows(spark: Any) -> None:
    import griot.spark

    df = spark.createDataFrame([(bytearray(b"caf\xe9"),), (bytearray("L’été".encode()),)], "body binary").coalesce(1)
    made = griot.spark.annotate(df, "body", language="fr", layers=["norms"], shape="tokens").collect()
    assert [row["norm"] for row in made] == [None, "l'", "été"]
    assert made[0]["error"].startswith("byte 3 is not UTF-8")
    with pytest.raises(griot.GriotError, match="no column"):
        griot.spark.annotate(df, "text")


def test_tokens_have_the_fields_of_the_layers_that_were_asked_for(spark: Any) -> None:
    import griot.spark

    texts = ["Les armées 🎉 avancent.", None, "", "L’été revient."]
    df = spark.createDataFrame([(text,) for text in texts], "text string").coalesce(1)
    rows = griot.spark.annotate(df, language="fr", layers=["stems"]).collect()
    docs = [griot.load("fr", layers=["stems"])(text or "") for text in texts]
    expected = [[(token.text, token.idx, token.stem) for token in doc] for doc in docs]
    found = [[(token["text"], token["start"], token["stem"]) for token in row["tokens"] or []] for row in rows]
    assert found == expected
    assert rows[1]["tokens"] is None and rows[2]["tokens"] == []
    assert list(rows[0]["tokens"][0].asDict()) == ["start", "end", "text", "kind", "stem"]
    flat = griot.spark.annotate(df, language="fr", layers=["stems"], shape="tokens")
    assert "stem" in flat.columns and "norm" not in flat.columns
    assert "lemma" in griot.spark.annotate(df, language="fr", shape="tokens").columns


def test_documents_are_counted_through_a_partition(spark: Any) -> None:
    import griot.spark

    texts = [f"Texte {number}." for number in range(20)]
    df = spark.createDataFrame([(text,) for text in texts], "text string").coalesce(1)
    made = griot.spark.annotate(df, language="fr", layers=["norms"], shape="tokens").where("token = 1").collect()
    assert [(row["document"], row["text"]) for row in made] == [(number, str(number)) for number in range(20)]


def test_a_large_batch_is_annotated_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    import griot.spark
    import pyarrow as pa

    nlp = griot.load("fr", layers=["stems"])
    options = {"text": "text", "date": None, "shape": "documents", "offsets": "chars"}
    texts = [None, *(f"Les armées {'avancent ' * number}vers Niamey." for number in range(30)), None]
    batch = pa.record_batch({"id": pa.array(range(32)), "text": pa.array(texts)})
    whole = list(griot.spark._annotate(pickle.dumps(nlp), options, [], [batch]))
    monkeypatch.setattr(griot.spark, "_AT_ONCE", 500)
    pieces = list(griot.spark._annotate(pickle.dumps(nlp), options, [], [batch]))
    assert len(whole) == 1 and len(pieces) > 5
    assert pa.Table.from_batches(pieces).to_pylist() == whole[0].to_pylist()


def test_texts_that_repeat_each_other_find_each_other(spark: Any) -> None:
    import griot.spark

    words = [f"mot{number}" for number in range(400)]
    texts: list[str | None] = [" ".join(words[start : start + 100]) for start in range(0, 400, 100)]
    texts += ["NIAMEY – " + (texts[1] or ""), texts[1], "", None]
    df = spark.createDataFrame(list(enumerate(texts)), "nr int, body string").repartition(3)
    made = griot.spark.duplicates(df, "nr", "body", language="fr", threshold=0.8)
    found = sorted((row["id"], row["other"]) for row in made.collect())
    assert found == [(4, 1), (5, 1), (5, 4)]
    assert all(row["similarity"] >= 0.8 for row in made.collect())


def test_a_job_outlives_its_worker_and_its_executor(tmp_path: Path) -> None:
    root = Path(__file__).parents[1]
    articles = tmp_path / "articles.tsv"
    with articles.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t")
        rows.writerow(["text"])
        rows.writerow([(root / "examples/press.txt").read_text("utf-8")])
    command = [sys.executable, str(root / "benches/spark_jobs.py"), "annotate", str(articles), "--articles", "1500"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1500 rows, 1 of them with an error" in done.stdout
