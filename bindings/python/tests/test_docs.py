"""The examples of the docstrings and of the README, and the stubs."""

import doctest
import inspect
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import griot
import pytest

PACKAGE = Path(__file__).parent.parent
NAMES = {"griot": griot, "pickle": pickle}
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def docstrings() -> Iterator[tuple[str, str]]:
    """Yield the docstrings of the package. Doctest itself passes over the properties of native classes."""
    yield "griot", griot.__doc__ or ""
    for name in griot.__all__:
        thing = getattr(griot, name)
        yield name, inspect.getdoc(thing) or ""
        if inspect.isclass(thing) and thing is not griot.GriotError:
            for inner, member in vars(thing).items():
                yield f"{name}.{inner}", inspect.getdoc(member) or ""


EXAMPLES = [(name, text) for name, text in docstrings() if ">>>" in text]


def run(name: str, text: str) -> None:
    test = doctest.DocTestParser().get_doctest(text, dict(NAMES), name, name, 0)
    output: list[str] = []
    result = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=output.append)
    assert result.attempted and not result.failed, "".join(output)


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_a_docstring(name: str, text: str) -> None:
    run(name, text)


def test_everything_public_has_a_docstring() -> None:
    plain = [name for name, text in docstrings() if not text and not name.split(".")[-1].startswith("__")]
    assert plain == []
    assert len(EXAMPLES) > 15


def test_the_readme() -> None:
    run("README.md", (PACKAGE / "README.md").read_text(encoding="utf-8"))


def test_the_example_prints_what_stands_beside_it() -> None:
    script = PACKAGE / "examples" / "press.py"
    printed = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", check=True).stdout
    assert printed == script.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [["mypy", "tests", "examples", "benches", "python"], ["mypy.stubtest", "griot._griot"]],
    ids=["types", "stubs"],
)
def test_the_stubs_are_true(arguments: list[str]) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=PACKAGE, capture_output=True, encoding="utf-8", check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
