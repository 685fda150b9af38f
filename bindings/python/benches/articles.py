"""Many French articles out of few: paragraphs of different texts, spliced, so that no two articles are the same.

    python benches/articles.py FILE.tsv… OUTPUT [--articles 100000]

reads the column `text` of the files and writes a folder of Parquet with the columns `id` and `text`.

An article has 3 to 12 paragraphs of at most 120 words. One word in fifty has letters that it should not have, so
that new words never end, as in real text. One article in a thousand is null, one in a thousand is not UTF-8, and one
in twenty is the article before it without its first paragraph.
"""

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# A task of Spark for each.
FILES = 40


def texts(paths: "list[str]") -> "list[str]":
    """Return the distinct texts of the files."""
    csv.field_size_limit(1 << 30)
    found: dict[str, None] = {}
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            found.update(dict.fromkeys(row["text"] for row in csv.DictReader(file, delimiter="\t")))
    return list(found)


def paragraphs(texts: "list[str]") -> "list[list[str]]":
    """Return the paragraphs as words, long ones in pieces."""
    lines = [line.split() for text in texts for line in text.splitlines()]
    pieces = [line[at : at + 120] for line in lines for at in range(0, len(line), 120)]
    return [piece for piece in pieces if len(piece) > 5]


def repeats(number: int) -> bool:
    """Whether an article repeats the one before it."""
    return number % 20 == 11


def articles(paths: "list[str]", count: int) -> "Iterator[bytes | None]":
    """Yield articles, the same ones in each run."""
    pieces, draw = paragraphs(texts(paths)), random.Random(7)
    last: list[str] = []
    for number in range(count):
        if repeats(number):
            last = last[1:]
        else:
            last = [misspelt(draw.choice(pieces), draw) for _ in range(draw.randint(3, 12))]
        text = "\n\n".join(last).encode()
        if number % 1000 == 500:
            yield None
        else:
            yield b"caf\xe9 " + text if number % 1000 == 700 else text


def misspelt(words: "list[str]", draw: random.Random) -> str:
    """Return the words as a line, two letters put into one in fifty."""
    words = list(words)
    for _ in range(len(words) // 50 + 1):
        at = draw.randrange(len(words))
        word = words[at]
        if len(word) > 4 and word.isalpha():
            cut = draw.randrange(1, len(word))
            words[at] = word[:cut] + "".join(draw.choices("abcdefghilmnoprstuv", k=2)) + word[cut:]
    return " ".join(words)


def write(folder: Path, paths: "list[str]", count: int) -> int:
    """Write the articles as Parquet; return the bytes of their texts."""
    folder.mkdir()
    step, size = -(-count // FILES), 0
    made = articles(paths, count)
    for first in range(0, count, step):
        ids = range(first, min(first + step, count))
        column = pa.array([next(made) for _ in ids], pa.binary())
        size += sum(len(text.as_py() or b"") for text in column)
        table = pa.table({"id": pa.array(ids, pa.int32()), "text": column})
        pq.write_table(table, folder / f"part-{first:07}.parquet")
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("output", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    size = write(options.output, options.paths, options.articles)
    print(f"{options.articles} articles, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
