"""Reads what `griot corpus --format parquet` writes with pyarrow and polars, and lets griot read what they write.

    python parquet.py GRIOT FOLDER TEXTS...

GRIOT is the program, FOLDER an empty one to write to.
"""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import polars
import pyarrow.parquet

griot, folder, *texts = sys.argv[1:]
folder = Path(folder)


def corpus(name, *arguments):
    """Runs the program, and returns its parts."""
    output = folder / name
    subprocess.run([griot, "corpus", "--output", output, "--lang", "fr", *arguments], check=True)
    return sorted(output.glob("part-*"))


def at(text, row):
    """The text of a row, by its offsets in bytes."""
    return text.encode()[row["start"]:row["end"]].decode()


def lines(parts):
    return [json.loads(line) for part in parts for line in part.read_text().splitlines()]


documents = lines(corpus("json", *texts))
assert len(documents) == len(texts)

parts = corpus("documents", "--format", "parquet", "--part-size", "2", *texts)
assert len(parts) == (len(texts) + 1) // 2, parts
readers = {
    "pyarrow": lambda part: pyarrow.parquet.read_table(part).to_pylist(),
    "polars": lambda part: polars.read_parquet(part).to_dicts(),
}
for name, read in readers.items():
    rows = [row for part in parts for row in read(part)]
    assert len(rows) == len(documents), name
    for row, document in zip(rows, documents):
        text = document["text"]
        assert (row["source"], row["text"]) == (document["source"], text), name
        for layer in ["sentences", "tokens", "entities", "quotations"]:
            assert len(row[layer]) == len(document[layer]), (name, layer)
            for one, other in zip(row[layer], document[layer]):
                assert (one["start"], one["end"]) == (other["start"], other["end"]), (name, layer)
                assert layer == "sentences" or one["text"] == at(text, one), (name, layer)
        lemmas = [token["lemma"] for token in row["tokens"]]
        assert lemmas == [token.get("lemma") for token in document["tokens"]], name
    print(f"{name}: {len(rows)} documents")
metadata = pyarrow.parquet.read_schema(parts[0]).metadata
assert metadata[b"griot.offsets"] == b"bytes" and metadata[b"griot.format"] == b"1", metadata

parts = corpus("tokens", "--format", "parquet", "--rows", "tokens", "--part-size", "2", *texts)
for name, read in readers.items():
    rows = [row for part in parts for row in read(part)]
    expected = [
        (number, document["source"], index, at(document["text"], token))
        for number, document in enumerate(documents)
        for index, token in enumerate(document["tokens"])
    ]
    assert [(row["document"], row["source"], row["token"], row["text"]) for row in rows] == expected, name
    print(f"{name}: {len(rows)} tokens")

# What they write, with a text that is null.
columns = {
    "body": [document["text"] for document in documents] + [None],
    "day": [datetime.date(2024, 1, 19)] * (len(documents) + 1),
    "number": list(range(len(documents) + 1)),
    "tags": [["Niger", "Mali"]] * (len(documents) + 1),
}
polars.DataFrame(columns).write_parquet(folder / "polars.parquet")
for codec in ["snappy", "gzip", "zstd", "none"]:
    pyarrow.parquet.write_table(pyarrow.table(columns), folder / f"{codec}.parquet", compression=codec, row_group_size=2)
for name in ["polars", "snappy", "gzip", "zstd", "none"]:
    file = folder / f"{name}.parquet"
    options = ["--text-field", "body", "--date-field", "day", "--skip-bad", file]
    read = lines(corpus(f"from-{name}", *options))
    assert [document["text"] for document in read] == columns["body"][:-1], name
    for number, document in enumerate(read):
        assert document["metadata"]["number"] == number and document["metadata"]["day"] == "2024-01-19", name
        assert document["metadata"]["tags"] == ["Niger", "Mali"], document["metadata"]
        assert document["source"] == f"{file}:{number + 1}", name
    [reject] = [json.loads(line) for line in (folder / f"from-{name}" / "rejects.jsonl").read_text().splitlines()]
    assert "no text at `body`" in reject["error"], reject
    print(f"{name}: {len(read)} texts read")
