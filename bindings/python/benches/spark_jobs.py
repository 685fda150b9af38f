"""Spark jobs over many articles, on a cluster of two executors with a core each, on this machine.

    python benches/spark_jobs.py annotate FILE.tsv… [--articles 100000] [--layers entities]
    python benches/spark_jobs.py rates FILE.tsv… [--articles 100000] [--layers entities]
    python benches/spark_jobs.py duplicates FILE.tsv… [--articles 100000]

The articles are those of `articles.py`. `annotate` writes what griot finds to Parquet twice: the second time a
Python worker and an executor are killed in the middle. The outputs are compared part by part. `rates` holds Spark
against one process, and passes its output through Python workers that do nothing, which shows Spark's own price.
`duplicates` finds the articles that repeat another one, and compares with what one process finds. Needs PySpark and
Java, and Linux, which tells the processor time of each process.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import articles
import griot
import pyarrow as pa
import pyarrow.parquet as pq

# Articles that share so much are told.
THRESHOLD = 0.5


def family() -> "dict[int, str]":
    """Return the processes that this one has started, and theirs, with what `/proc` says of each."""
    said: dict[int, str] = {}
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            name, rest = (folder / "stat").read_text().rsplit(")", 1)
        except OSError:
            continue
        said[int(folder.name)] = name.split("(", 1)[1] + rest
        children.setdefault(int(rest.split()[1]), []).append(int(folder.name))
    found, todo = {}, [os.getpid()]
    while todo:
        process = todo.pop()
        found[process] = said.get(process, "")
        todo += children.get(process, [])
    return found


class Meter(threading.Thread):
    """Adds up the processor time of the family by name, also of those that have ended: it looks twice a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: dict[tuple[int, str], tuple[str, float]] = {}

    def run(self) -> None:
        while True:
            self.used()
            time.sleep(0.5)

    def used(self) -> "dict[str, float]":
        """Return the seconds that Java and Python have used."""
        for process, said in family().items():
            if said:
                name, *rest = said.split()
                seconds = sum(map(int, rest[11:13])) / os.sysconf("SC_CLK_TCK")
                # A number may be given anew: the time of the start tells them apart.
                self.seen[process, rest[19]] = name, seconds
        used = {"java": 0.0, "python": 0.0}
        for name, seconds in list(self.seen.values()):
            if name in used:
                used[name] += seconds
        return used


METER = Meter()


def largest_worker() -> int:
    """Return the most memory that a Python worker had, in MB."""
    peaks = []
    for process in processes("pyspark.daemon"):
        try:
            status = Path(f"/proc/{process}/status").read_text()
        except OSError:
            continue
        peaks.append(int(status.split("VmHWM:")[1].split()[0]) // 1000)
    return max(peaks, default=0)


def timed(name: str, size: int, work: "Callable[[], object]") -> None:
    """Run a job and print its rate."""
    clock, before = time.perf_counter(), METER.used()
    work()
    clock, after = time.perf_counter() - clock, METER.used()
    java, python = (after[name] - before[name] for name in ("java", "python"))
    rates = f"{size / 1e6 / (java + python):6.2f} MB/s of processor, {size / 1e6 / clock:6.2f} on the clock"
    print(f"{name:<44}{rates}; Java {java:.0f} s, Python {python:.0f} s, load {os.getloadavg()[0]:.1f}", flush=True)


def processes(pattern: str) -> "list[int]":
    """Return the processes of this job whose command matches, the youngest last."""
    found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, text=True, check=False)
    ours = family()
    return [int(line) for line in found.stdout.split() if int(line) in ours and int(line) != os.getpid()]


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


def same(one: Path, other: Path) -> "tuple[bool, list[int], int]":
    """Return whether two outputs are the same part by part, and the ids and the number of errors of the second."""
    parts = [sorted(path.glob("part-*")) for path in (one, other)]
    equal, ids, errors = len(parts[0]) == len(parts[1]), [], 0
    for first, second in zip(*parts):
        made = pq.read_table(second)
        equal = equal and made.equals(pq.read_table(first))
        ids += made.column("id").to_pylist()
        errors += len(made) - made.column("error").null_count
    return equal, ids, errors


def unchanged(batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    yield from batches


def rates(spark: Any, given: Path, folder: Path, size: int, layers: "list[str]") -> bool:
    from griot import spark as griot_spark

    # One process, one thread, some of the same rows: what Spark is held against.
    nlp = griot.load("fr", layers=layers)
    batches = [batch for part in sorted(given.iterdir())[:4] for batch in pq.read_table(part).to_batches(64)]
    sample = sum(batch.column("text").nbytes for batch in batches)
    start = time.process_time()
    for batch in batches:
        nlp.annotate_arrow(batch)
    rate = sample / 1e6 / (time.process_time() - start)
    print(f"{'one process by Arrow':<44}{rate:6.2f} MB/s of processor", flush=True)

    df = spark.read.parquet(str(given))
    through = df.mapInArrow(unchanged, df.schema)
    timed("the texts through Python and back", size, lambda: into_nothing(through))
    memory = largest_worker()
    job = griot_spark.annotate(df, language="fr", layers=layers)
    # So that the times below are without the start: Java compiles what it runs often.
    few = spark.read.parquet(*map(str, sorted(given.iterdir())[:4]))
    griot_spark.annotate(few, language="fr", layers=layers).write.parquet(str(folder / "few"))
    shutil.rmtree(folder / "few")
    timed("annotated, into nothing", size, lambda: into_nothing(job))
    output = str(folder / "output")
    timed("annotated, into Parquet", size, lambda: job.write.parquet(output))
    print(f"a Python worker had {largest_worker()} MB at most, and {memory} MB before griot", flush=True)
    made = spark.read.parquet(output)
    through = made.mapInArrow(unchanged, made.schema)
    timed("the output through Python and back", size, lambda: into_nothing(through))
    timed("the output read and written, without Python", size, lambda: made.write.parquet(str(folder / "copy")))
    return True


def annotate(spark: Any, given: Path, folder: Path, size: int, layers: "list[str]") -> bool:
    from griot import spark as griot_spark

    df = spark.read.parquet(str(given))
    parts = df.rdd.getNumPartitions()
    job = griot_spark.annotate(df, language="fr", layers=layers)
    alone, killed = folder / "alone", folder / "killed"
    timed("annotated, into Parquet", size, lambda: job.write.parquet(str(alone)))
    done = threading.Event()
    said: list[str] = []
    killer = threading.Thread(target=lambda: said.extend(kill_two(spark, parts, done)))
    killer.start()
    timed("annotated, into Parquet, with two kills", size, lambda: job.write.parquet(str(killed)))
    done.set()
    killer.join()
    equal, ids, errors = same(alone, killed)
    complete = sorted(ids) == sorted(row["id"] for row in df.select("id").collect())
    print(f"{len(ids)} rows, {errors} of them with an error; killed: {'; '.join(said) or 'nothing'}")
    print("every row is there" if complete else "rows are lost")
    print("the outputs are equal" if equal else "the outputs differ")
    if len(said) < 2:
        print("too little was killed: the job ended first")
    return equal and complete and len(said) == 2


def into_nothing(df: Any) -> None:
    df.write.format("noop").mode("overwrite").save()


def duplicates(spark: Any, given: Path, size: int, count: int) -> bool:
    from griot import spark as griot_spark

    df = spark.read.parquet(str(given))
    found: dict[tuple[int, int], float] = {}
    pairs = griot_spark.duplicates(df, "id", language="fr", threshold=THRESHOLD)
    timed("duplicates", size, lambda: found.update({(row[0], row[1]): row[2] for row in pairs.collect()}))
    repeated = {id for id, _ in found}
    # What is null or not UTF-8 repeats nothing.
    read = [number for number in range(count) if number % 1000 not in (500, 700)]
    planted = {number for number in read if articles.repeats(number)}
    print(f"{len(found)} pairs; {len(repeated & planted)} of {len(planted)} planted articles are found")
    expected = pairs_of_one_process(given)
    ids = {id for id, _ in expected}
    both, more = expected.keys() & found.keys(), found.keys() - expected.keys()
    print(f"one process finds {len(expected)} pairs; Spark finds {len(both)} of them and {len(more)} others,")
    print(f"and {len(ids & repeated)} of the {len(ids)} articles that repeat an earlier one")
    return ids == repeated and found.keys() <= expected.keys()


def pairs_of_one_process(given: Path) -> "dict[tuple[int, int], float]":
    """Compare every two articles with a band in common."""
    nlp = griot.load("fr", layers=["norms", "stops"])
    prints: dict[int, griot.Fingerprint] = {}
    bands: dict[int, list[int]] = {}
    found = {}
    for part in sorted(given.iterdir()):
        for row in pq.read_table(part).to_pylist():
            try:
                made = nlp((row["text"] or b"").decode()).fingerprint()
            except ValueError:
                continue
            for band in made.bands() if made else []:
                bands.setdefault(band, []).append(row["id"])
            prints[row["id"]] = made
    for members in bands.values():
        for at, id in enumerate(members):
            for other in members[:at]:
                similarity = prints[id].similarity(prints[other])
                if similarity >= THRESHOLD:
                    found[id, other] = similarity
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=["annotate", "rates", "duplicates"])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--layers", default="entities")
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
    METER.start()
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "articles"
        size = articles.write(given, options.paths, options.articles)
        print(f"{options.articles} articles, {size / 1e6:.1f} MB", flush=True)
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("OFF")
        if options.job != "duplicates":
            job = annotate if options.job == "annotate" else rates
            good = job(spark, given, Path(folder), size, options.layers.split(","))
        else:
            good = duplicates(spark, given, size, options.articles)
        spark.stop()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
