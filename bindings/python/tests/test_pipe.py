"""`Pipeline.pipe`: order, laziness, back-pressure, errors."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import griot
import pytest

NLP = griot.load("fr", layers=["tokens"])
TASKS = Path("/proc/self/task")


def numbered(count: int) -> Iterator[str]:
    for number in range(count):
        yield "mot " * (number * 7919 % 50) + f"numéro {number}"


@pytest.mark.parametrize("n_threads", [1, 2, 5, None])
@pytest.mark.parametrize("batch_size", [1, 3, 64])
@pytest.mark.parametrize("count", [0, 1, 64, 200])
def test_documents_come_in_order(n_threads: int | None, batch_size: int, count: int) -> None:
    found = [doc.text for doc in NLP.pipe(numbered(count), n_threads=n_threads, batch_size=batch_size)]
    assert found == list(numbered(count))


def test_documents_are_those_of_a_call(nlp: griot.Pipeline) -> None:
    texts = ["Tiani est à Niamey.", "", "L’accord est signé le 3 mai.", "M. Modi se tait."] * 5
    assert list(nlp.pipe(texts, batch_size=2)) == [nlp(text) for text in texts]


def test_contexts_go_with_their_documents() -> None:
    pairs = [(text, {"n": number}) for number, text in enumerate(numbered(150))]
    found = list(NLP.pipe(pairs, as_tuples=True, batch_size=4, n_threads=3))
    assert [(doc.text, context) for doc, context in found] == pairs
    assert found[7][1] is pairs[7][1]


def test_texts_are_taken_when_asked_for() -> None:
    """At most two batches for each thread are ahead of the caller, of an endless source too."""
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield f"numéro {taken}"

    pipe = NLP.pipe(endless(), n_threads=2, batch_size=5)
    assert taken == 0
    for given in range(1, 101):
        next(pipe)
        assert taken <= given + 2 * 2 * 5 + 5


def test_a_bad_text_raises_in_its_turn_and_the_others_follow() -> None:
    texts: list[Any] = ["un", "\ud83d", "deux", b"trois", None, "quatre"]
    pipe, found = NLP.pipe(texts, batch_size=2, n_threads=1), []
    while True:
        try:
            found.append(next(pipe).text)
        except StopIteration:
            break
        except (griot.GriotError, TypeError) as error:
            found.append(type(error).__name__)
    assert found == ["un", "GriotError", "deux", "TypeError", "TypeError", "quatre"]


def test_a_failing_source_raises_behind_its_texts() -> None:
    def failing() -> Iterator[str]:
        yield from ["un", "deux", "trois"]
        raise KeyError("quatre")

    pipe = NLP.pipe(failing(), batch_size=2)
    assert [next(pipe).text for _ in range(3)] == ["un", "deux", "trois"]
    with pytest.raises(KeyError, match="quatre"):
        next(pipe)
    assert list(pipe) == []


def test_an_interrupt_is_raised_at_once_and_nothing_is_lost() -> None:
    def interrupted() -> Iterator[str]:
        yield from ["un", "deux", "trois"]
        raise KeyboardInterrupt

    pipe = NLP.pipe(interrupted(), batch_size=2)
    with pytest.raises(KeyboardInterrupt):
        next(pipe)
    assert [doc.text for doc in pipe] == ["un", "deux", "trois"]


def test_a_strict_pipeline_refuses_one_text_and_goes_on() -> None:
    nlp = griot.Pipeline(["fr", "ha"], layers=["lemmas"], strict=True)
    pipe = nlp.pipe(["Il est à Niamey.", "Ina kwana? Lafiya lau.", "Elle est partie hier."])
    next(pipe)
    with pytest.raises(griot.GriotError, match="for language ha"):
        next(pipe)
    assert next(pipe).text == "Elle est partie hier."


@pytest.mark.parametrize("wrong", [{"n_threads": 0}, {"batch_size": 0}])
def test_nothing_is_no_number_of_threads(wrong: dict[str, int]) -> None:
    with pytest.raises(griot.GriotError, match="at least 1"):
        NLP.pipe([], **wrong)  # type: ignore[call-overload]


@pytest.mark.skipif(not TASKS.exists(), reason="only Linux lists the threads of a process")
def test_a_pipe_that_is_left_ends_its_threads() -> None:
    def name(task: Path) -> str:
        """The name of a thread; nothing where the thread has ended since it was listed."""
        try:
            return (task / "comm").read_text().strip()
        except OSError:
            return ""

    def are(number: int) -> bool:
        """Whether there are soon so many threads of griot."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if [name(task) for task in TASKS.iterdir()].count("griot") == number:
                return True
            time.sleep(0.01)
        return False

    assert are(0)
    pipe = NLP.pipe(numbered(10**9), n_threads=4)
    next(pipe)
    assert are(4)
    del pipe
    assert are(0)


def test_other_threads_run_meanwhile() -> None:
    """A call holds no lock of the interpreter while it works."""
    text = "L’armée du Niger attend à Niamey, selon M. Modi. " * 20_000
    nlp = griot.load("fr")
    steps, done = 0, threading.Event()

    def work() -> None:
        nlp(text)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        steps += 1
        time.sleep(0.001)
    thread.join()
    assert steps > 20
