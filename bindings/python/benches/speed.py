"""How fast griot, or a pipeline of spaCy, annotates the column `text` of TSV files.

    python benches/speed.py FILE.tsv… [--spacy fr_core_news_md]

Prints the processor time as well as the time on the clock: the first hardly depends on what else the machine
does. Each text is annotated once.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterable
from typing import Any

import articles


def measure(name: str, size: int, work: "Callable[[], object]") -> None:
    """Run the work once and print its rate."""
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    rates = f"{size / 1e6 / processor:8.3f} MB/s of processor {size / 1e6 / clock:8.3f} MB/s on the clock"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{name:<42}{rates}   {memory:5.0f} MB at most   {result}", flush=True)


def objects(docs: "Iterable[Any]") -> int:
    """Make every token a Python object and read its lemma."""
    return sum(len(token.lemma_) for doc in docs for token in doc)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--spacy", metavar="PIPELINE")
    options = parser.parse_args()
    given = articles.texts(options.paths)
    size = sum(len(text.encode()) for text in given)
    print(f"{len(given)} texts, {size / 1e6:.2f} MB")
    start = time.perf_counter()
    if options.spacy:
        import spacy

        nlp = spacy.load(options.spacy)
        print(f"import and load: {(time.perf_counter() - start) * 1000:.0f} ms")
        measure("spaCy pipe", size, lambda: sum(len(doc) for doc in nlp.pipe(given)))
        return
    import griot

    imported = time.perf_counter()
    pipeline = griot.load("fr")
    done = time.perf_counter()
    print(f"import: {(imported - start) * 1000:.0f} ms, load: {(done - imported) * 1000:.0f} ms")
    same = griot.load("fr", layers=["tokens", "sentences", "norms", "lemmas", "pos", "entities"])
    pipe = pipeline.pipe
    measure("pipe, the layers of spaCy, 1 thread", size, lambda: sum(map(len, same.pipe(given, n_threads=1))))
    measure("pipe, all layers, 1 thread", size, lambda: sum(map(len, pipe(given, n_threads=1))))
    measure("pipe, all layers, all cores", size, lambda: sum(map(len, pipe(given))))
    measure("pipe, every token an object, 1 thread", size, lambda: objects(pipe(given, n_threads=1)))
    try:
        import pyarrow as pa
    except ImportError:
        return
    column = pa.array(given)
    measure("Arrow, all layers, 1 thread", size, lambda: len(pipeline.annotate_arrow(column)))
    measure("Arrow, entities, 1 thread", size, lambda: len(pipeline.annotate_arrow(column, layers=["entities"])))


if __name__ == "__main__":
    main()
