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

__all__ = ["annotate"]


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
