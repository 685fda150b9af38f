"""Texts of a Spark DataFrame, annotated by griot in its Python workers.

Needs PySpark 3.5 or newer and pyarrow, on the driver and on the workers.
"""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import griot

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["annotate", "duplicates"]


def annotate(
    df: "DataFrame",
    text: str = "text",
    *,
    language: "str | Sequence[str] | None" = None,
    layers: "Sequence[str] | None" = None,
    date: "str | None" = None,
    shape: str = "documents",
    offsets: str = "chars",
    **settings: Any,
) -> "DataFrame":
    """Return the rows of `df` with columns for the annotation of the column `text`.

    The arguments are those of `Pipeline` and `Pipeline.annotate_arrow`. Every row stays: one whose text is
    null or refused has nulls, and its column `error` says why. With `shape` ``"tokens"`` the result has a row
    for each token instead, and `document` counts the texts of one Arrow batch; a column that Spark is to join
    by is better kept with ``"documents"`` and exploded.

    A worker process builds the pipeline once, for all its tasks. It uses one thread, since Spark runs a
    process for each core.
    """
    import pyarrow as pa
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    nlp = griot.load(language, layers=layers, **settings)
    options: dict[str, Any] = {"text": text, "date": date, "shape": shape, "offsets": offsets}
    none = pa.Table.from_batches([], schema=to_arrow_schema(df.schema))
    schema = pa.table(nlp.annotate_arrow(none, **options)).schema
    work = partial(_annotate, pickle.dumps(nlp), options)
    return df.mapInArrow(work, from_arrow_schema(schema))


def duplicates(
    df: "DataFrame",
    id: str,
    text: str = "text",
    *,
    language: "str | Sequence[str] | None" = None,
    threshold: float = 0.3,
) -> "DataFrame":
    """Return the pairs of rows whose texts repeat each other: `id`, `other` and `similarity`.

    `id` names a column whose values differ from row to row and have an order; `other` is always less. Texts are
    brought together by the bands of their fingerprints, so the work grows with the texts and not with their
    pairs: of the texts with a band in common each is compared with the first and with the one before it.
    Rows whose text is null or refused have no pairs. Nothing is cached: Spark may make a fingerprint anew for
    each of three steps, which is cheaper than to keep it.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    nlp = griot.load(language, layers=["norms", "stops"])
    rows = df.select(sql.col(id).alias("id"), sql.col(text).alias("text"))
    kind = rows.schema["id"].dataType.simpleString()
    work = partial(_fingerprints, pickle.dumps(nlp))
    prints = rows.mapInArrow(work, f"id {kind}, print binary, bands array<bigint>")
    bands = prints.select("id", sql.explode("bands").alias("band"))
    same = Window.partitionBy("band").orderBy("id")
    bands = bands.select("id", sql.first("id").over(same).alias("first"), sql.lag("id").over(same).alias("last"))
    pairs = bands.select("id", sql.explode(sql.array("first", "last")).alias("other")).where("other < id").distinct()
    pairs = pairs.join(prints.select("id", "print"), "id")
    pairs = pairs.join(prints.select(sql.col("id").alias("other"), sql.col("print").alias("other_print")), "other")
    compare = partial(_similar, threshold)
    return pairs.mapInArrow(compare, f"id {kind}, other {kind}, similarity float")


def _fingerprints(pickled: bytes, batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    nlp = _pipeline(pickled)
    for batch in batches:
        prints: list[bytes | None] = []
        bands: list[list[int]] = []
        for text in batch.column("text").to_pylist():
            try:
                text = text.decode() if isinstance(text, bytes) else text
                found = nlp(text).fingerprint() if text is not None else None
            except ValueError:
                found = None
            prints.append(bytes(found) if found else None)
            # Spark's integers have a sign.
            bands.append([band - (band >> 63 << 64) for band in found.bands()] if found else [])
        columns = [batch.column("id"), pa.array(prints, pa.binary()), pa.array(bands, pa.list_(pa.int64()))]
        yield pa.record_batch(columns, names=["id", "print", "bands"])


def _similar(threshold: float, batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    for batch in batches:
        prints = zip(batch.column("print").to_pylist(), batch.column("other_print").to_pylist(), strict=True)
        similarity = [griot.Fingerprint(one).similarity(griot.Fingerprint(other)) for one, other in prints]
        columns = [batch.column("id"), batch.column("other"), pa.array(similarity, pa.float32())]
        found = pa.record_batch(columns, names=["id", "other", "similarity"])
        yield found.filter(pa.array([it >= threshold for it in similarity], pa.bool_()))


@lru_cache(maxsize=4)
def _pipeline(pickled: bytes) -> griot.Pipeline:
    """Build a pipeline, or find that which this process has built."""
    nlp: griot.Pipeline = pickle.loads(pickled)
    return nlp


def _annotate(
    pickled: bytes, options: "dict[str, Any]", batches: "Iterable[pa.RecordBatch]"
) -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    nlp = _pipeline(pickled)
    for batch in batches:
        yield pa.record_batch(nlp.annotate_arrow(batch, **options))
