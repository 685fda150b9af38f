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
