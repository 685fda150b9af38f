"""Spark jobs over many articles, on a cluster of two executors with a core each, on this machine.

    python benches/spark_jobs.py annotate FILE.tsv… [--articles 100000] [--layers entities,stems]
    python benches/spark_jobs.py duplicates FILE.tsv… [--articles 100000]

`annotate` writes what griot finds to Parquet twice: the second time a Python worker and an executor are killed in
the middle. The outputs are compared row by row. `duplicates` finds the articles that repeat another one.

Articles are made of sentences of different texts of the column `text`. One in a thousand is null, one in a thousand
is not UTF-8, and one in twenty is the article before it without its first sentence. Needs PySpark and Java.
"""

import argparse
import csv
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import griot
import pyarrow as pa
import pyarrow.parquet as pq


TASKS = 40


def sentences(paths: "list[str]") -> "list[str]":
    """Return the distinct sentences of the texts, in a fixed random order."""
    csv.field_size_limit(1 << 30)
    found: dict[str, None] = {}
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                found.update(dict.fromkeys(griot.sentences(row["text"], "fr")))
    shuffled = list(found)
    random.Random(1).shuffle(shuffled)
    return shuffled


def repeats(number: int) -> bool:
    """Whether an article repeats the one before it."""
    return number % 20 == 11


def write_articles(path: Path, paths: "list[str]", count: int) -> int:
    """Write Parquet with the columns `id` and `text`; return the bytes of the texts."""
    parts, draw = sentences(paths), random.Random(2)
    size = 0
    path.mkdir()
    step = -(-count // TASKS)
    last: list[str] = []
    for first in range(0, count, step):
        texts: list[bytes | None] = []
        for number in range(first, min(first + step, count)):
            last = last[1:] if repeats(number) else draw.choices(parts, k=draw.randint(5, 15))
            text: "bytes | None" = " ".join(last).encode()
            if number % 1000 == 500:
                text = None
            elif number % 1000 == 700:
                text = b"caf\xe9 " + (text or b"")
            size += len(text or b"")
            texts.append(text)
        ids = pa.array(range(first, first + len(texts)), pa.int32())
        table = pa.table({"id": ids, "text": pa.array(texts, pa.binary())})
        pq.write_table(table, path / f"part-{first:07}.parquet")
    return size


def processes(pattern: str) -> "list[int]":
    """Return the processes whose command matches, the youngest last."""
    found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split() if int(line) != os.getpid()]


def kill_two(spark: Any, parts: int, done: threading.Event) -> "list[str]":
    """Kill a Python worker after a quarter of the tasks and an executor after a half; say what was killed."""
    killed = []
    victims = [
        (parts // 4, "Python worker", "pyspark.daemon"),
        (parts // 2, "executor", "CoarseGrainedExecutorBackend"),
    ]
    tracker = spark.sparkContext.statusTracker()
    while victims and not done.is_set():
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        completed = max((stage.numCompletedTasks for stage in stages if stage), default=0)
        least, name, pattern = victims[0]
        found = processes(pattern)
        if completed >= least and found:
            os.kill(found[-1], signal.SIGKILL)
            killed.append(f"{name} after {completed} of {parts} tasks")
            victims.pop(0)
        time.sleep(0.1)
    return killed


def digest(path: Path) -> "tuple[int, int, str]":
    """Return the rows, those with an error, and a hash of all rows by `id`."""
    table = pq.read_table(path).sort_by("id").combine_chunks()
    errors = len(table) - table.column("error").null_count
    hashed = hashlib.sha256()
    for batch in table.to_batches(max_chunksize=1000):
        hashed.update(repr(batch.to_pylist()).encode())
    return len(table), errors, hashed.hexdigest()


def annotate(spark: Any, given: Path, folder: Path, size: int, layers: "list[str]") -> bool:
    from griot import spark as griot_spark

    # One process, one thread, some of the same rows: what Spark is held against.
    nlp = griot.load("fr", layers=layers)
    batches = [batch for part in sorted(given.iterdir())[:4] for batch in pq.read_table(part).to_batches(1000)]
    sample = sum(batch.column("text").nbytes for batch in batches)
    start = time.process_time()
    for batch in batches:
        nlp.annotate_arrow(batch, text="text")
    print(f"one process by Arrow: {sample / 1e6 / (time.process_time() - start):.2f} MB/s of processor", flush=True)

    df = spark.read.parquet(str(given))
    parts = df.rdd.getNumPartitions()
    job = griot_spark.annotate(df, language="fr", layers=layers)
    # So that the times below are without the start of the workers.
    griot_spark.annotate(df.limit(4), language="fr", layers=layers).collect()
    outputs = []
    for name in ("left alone", "killed"):
        output = folder / name.replace(" ", "-")
        done = threading.Event()
        killed: list[str] = []
        killer = threading.Thread(target=lambda said=killed: said.extend(kill_two(spark, parts, done)))
        if name == "killed":
            killer.start()
        start = time.perf_counter()
        job.write.parquet(str(output))
        took = time.perf_counter() - start
        done.set()
        if name == "killed":
            killer.join()
        rows, errors, hashed = digest(output)
        outputs.append((rows, errors, hashed))
        print(f"{name}: {rows} rows, {errors} of them with an error, {took:.0f} s, {size / 1e6 / took:.2f} MB/s")
        print(f"  {hashed[:16]}  {'; '.join(killed)}", flush=True)
    if len(killed) < 2:
        print("too little was killed: the job ended first")
        return False
    same = outputs[0] == outputs[1]
    print("the outputs are equal" if same else "the outputs differ")
    return same


def duplicates(spark: Any, given: Path, count: int) -> bool:
    from griot import spark as griot_spark

    df = spark.read.parquet(str(given))
    start = time.perf_counter()
    pairs = griot_spark.duplicates(df, "id", language="fr", threshold=0.5)
    found = {(row["id"], row["other"]) for row in pairs.collect()}
    took = time.perf_counter() - start
    # What is null or not UTF-8 repeats nothing.
    read = [number for number in range(count) if number % 1000 not in (500, 700)]
    planted = {(number, number - 1) for number in read if repeats(number)}
    print(f"{len(found)} pairs, {len(found & planted)} of {len(planted)} planted ones, {took:.0f} s")
    return len(found & planted) >= 0.99 * len(planted)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=["annotate", "duplicates"])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--layers", default="entities,stems")
    options = parser.parse_args()

    import pyspark
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
    local = os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", local).config("spark.driver.bindAddress", local)
    # A task for each file.
    builder = builder.config("spark.sql.files.maxPartitionBytes", "64m").config("spark.sql.files.openCostInBytes", "64m")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "articles"
        size = write_articles(given, options.paths, options.articles)
        print(f"{options.articles} articles, {size / 1e6:.1f} MB", flush=True)
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("OFF")
        if options.job == "annotate":
            good = annotate(spark, given, Path(folder), size, options.layers.split(","))
        else:
            good = duplicates(spark, given, options.articles)
        spark.stop()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
