"""How near `Pipeline.pipe` and `Pipeline.annotate_arrow` come to Rust, on one thread with all layers.

    cargo build --release --bin batch    # in benches/costs
    python benches/ratios.py FILE.tsv… [--articles 20000] [--rounds 3] [--batch ../../benches/costs/target/release/batch]

The articles are those of `articles.py`. Each way reads all of them once in a process of its own, the ways in turn in
every round, and must find as many tokens. Prints the median of the rounds, in MB for each second of processor.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import articles

ROOT = Path(__file__).parents[3]
WAYS = ["batch", "pipe", "arrow"]


def run(way: str, path: str) -> None:
    """Annotate the texts of JSON Lines; print bytes, tokens and seconds, as the Rust program does."""
    import griot
    import pyarrow as pa

    with open(path, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    column = pa.array(texts)
    tokens = 0
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    nlp = griot.load("fr")
    if way == "pipe":
        for doc in nlp.pipe(texts, n_threads=1):
            tokens += len(doc)
    else:
        for first in range(0, len(column), 64):
            made = pa.record_batch(nlp.annotate_arrow(column.slice(first, 64)))
            tokens += len(made.column("tokens").flatten())
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    size = sum(len(text.encode()) for text in texts)
    print(f"{size} bytes, {tokens} tokens, {seconds:.3f} s of processor, {memory // 1000} MB more")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--batch", default=str(ROOT / "benches/costs/target/release/batch"))
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        run(options.way, options.paths[0])
        return
    rates: dict[str, list[float]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/articles.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            for text in articles.articles(options.paths, options.articles):
                if text is not None and not text.startswith(b"caf\xe9"):
                    print(json.dumps({"text": text.decode()}), file=file)
        for number in range(options.rounds):
            found = set()
            for way in WAYS:
                again = [sys.executable, __file__, "--way", way, path]
                command = [options.batch, path] if way == "batch" else again
                said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
                size, tokens, seconds = (float(part.split()[0]) for part in said.split(", ")[:3])
                found.add((size, tokens))
                rates[way].append(size / 1e6 / seconds)
                print(f"{way:<6} {said}, load {os.getloadavg()[0]:.1f}", flush=True)
            if len(found) != 1:
                sys.exit(f"round {number}: the ways found different things")
    for way in WAYS:
        rate = statistics.median(rates[way])
        ratio = statistics.median(own / batch for own, batch in zip(rates[way], rates["batch"], strict=True))
        print(f"{way:<6} {rate:6.2f} MB/s of processor, {ratio:.2f} of the batch in Rust")


if __name__ == "__main__":
    main()
