"""Daft and Ray Data, which call `annotate_arrow` as they are: `pip install daft "ray[data]"`. Skipped where absent."""

from typing import Any

import griot
import pytest

pa = pytest.importorskip("pyarrow")

TEXTS = pa.table({"id": [1, 2, 3], "text": ["M. Modi est à Niamey 🎉.", None, "L’armée du général Tiani se tait."]})


@pytest.fixture(scope="module")
def nlp() -> griot.Pipeline:
    return griot.load("fr", layers=["entities"])


@pytest.fixture(scope="module")
def expected(nlp: griot.Pipeline) -> "list[dict[str, Any]]":
    rows: list[dict[str, Any]] = pa.table(nlp.annotate_arrow(TEXTS)).to_pylist()
    assert [len(row["entities"] or []) for row in rows] == [2, 0, 1]
    return rows


def test_daft_has_what_is_found_as_a_struct(nlp: griot.Pipeline, expected: "list[dict[str, Any]]") -> None:
    daft = pytest.importorskip("daft")
    made = pa.table(nlp.annotate_arrow(TEXTS.schema.empty_table())).schema
    fields = pa.struct([made.field(name) for name in ("entities", "error")])

    @daft.func.batch(return_dtype=daft.DataType.from_arrow_type(fields))  # type: ignore[untyped-decorator]
    def annotate(text: Any) -> Any:
        table = pa.table(nlp.annotate_arrow(text.to_arrow()))
        return table.select(["entities", "error"]).to_struct_array()

    df = daft.from_arrow(TEXTS)
    found = df.with_column("griot", annotate(df["text"])).sort("id").to_pydict()
    assert found["text"] == [row["text"] for row in expected]
    assert found["griot"] == [{"entities": row["entities"], "error": row["error"]} for row in expected]


def test_ray_data_maps_tables(nlp: griot.Pipeline, expected: "list[dict[str, Any]]") -> None:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")

    def annotate(table: Any) -> Any:
        return pa.table(nlp.annotate_arrow(table))

    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, _node_ip_address="127.0.0.1")
    try:
        made = ray.data.from_arrow(TEXTS).map_batches(annotate, batch_format="pyarrow")
        assert sorted(made.take_all(), key=lambda row: row["id"]) == expected
    finally:
        ray.shutdown()
