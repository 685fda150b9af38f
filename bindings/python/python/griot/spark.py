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

# So many bytes of text are annotated at a time.
_AT_ONCE = 1 << 18

# The layers of the fields that a token may lack.
_LAYERS = {"norm": "norms", "stem": "stems", "lemma": "lemmas", "pos": "pos", "morph": "morph", "stop": "stops"}


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
    for each token instead, and `document` counts the texts of one partition; a column that Spark is to join
    by is better kept with ``"documents"`` and exploded.

    Tokens have no fields for layers that were not asked for, such as `lemma` where only ``"stems"`` was, because
    Spark would write a null for each token.

    A worker process builds the pipeline once, for all its tasks. It uses one thread, since Spark runs a
    process for each core. It annotates about a quarter of a megabyte at a time, so its memory does not grow with
    Spark's batches.
    """
    import pyarrow as pa
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    nlp = griot.load(language, layers=layers, **settings)
    options: dict[str, Any] = {"text": text, "date": date, "shape": shape, "offsets": offsets}
    unmade = _unmade(layers)
    none = pa.Table.from_batches([], schema=to_arrow_schema(df.schema))
    made = _without(unmade, pa.record_batch(nlp.annotate_arrow(none, **options)))
    work = partial(_annotate, pickle.dumps(nlp), options, unmade)
    return df.mapInArrow(work, from_arrow_schema(made.schema))


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
    pickled: bytes, options: "dict[str, Any]", unmade: "list[str]", batches: "Iterable[pa.RecordBatch]"
) -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa
    import pyarrow.compute as pc

    nlp = _pipeline(pickled)
    document = 0
    for batch in batches:
        rows = max(1, _AT_ONCE * len(batch) // (batch.column(options["text"]).nbytes + 1))
        for first in range(0, len(batch), rows):
            given = batch.slice(first, rows)
            made = _without(unmade, pa.record_batch(nlp.annotate_arrow(given, **options)))
            if options["shape"] == "tokens":
                made = made.set_column(0, "document", pc.add(made.column("document"), document))
            document += len(given)
            yield made


def _unmade(layers: "Sequence[str] | None") -> "list[str]":
    """Return the fields of tokens that no layer fills; none if there are no tokens."""
    if layers is None or not {"tokens", *_LAYERS.values()} & set(layers):
        return []
    return [field for field, layer in _LAYERS.items() if layer not in layers]


def _without(unmade: "list[str]", batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Drop fields of tokens, without a copy. They are columns, or fields of the structs in the column `tokens`."""
    import pyarrow as pa

    names = batch.schema.names
    if not unmade:
        return batch
    if "tokens" not in names:
        return batch.select([name for name in names if name not in unmade])
    lists = batch.column("tokens")
    kept = [field for field in lists.type.value_type if field.name not in unmade]
    structs = pa.StructArray.from_arrays([lists.values.field(field.name) for field in kept], fields=kept)
    buffers = lists.buffers()[:2]
    lists = pa.Array.from_buffers(pa.list_(structs.type), len(lists), buffers, offset=lists.offset, children=[structs])
    return batch.set_column(names.index("tokens"), "tokens", lists)
