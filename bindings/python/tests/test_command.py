"""`python -m griot annotate`."""

import json
import subprocess
import sys
from pathlib import Path

import griot


def run(*arguments: object, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "griot", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, check=False)


def test_annotate(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("L’été à Niamey.", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes("Le général est à Téra.".encode("windows-1252"))
    found = run("annotate", "--lang", "fr", tmp_path)
    assert found.stdout.decode().splitlines() == [
        f"{tmp_path}/a.txt\t17\t21\tLOC\tTéra",
        f"{tmp_path}/b.txt\t8\t14\tLOC\tNiamey",
    ]
    rows = run("annotate", "--format", "json", "--layers", "norms", "-", given="L’été".encode())
    row = json.loads(rows.stdout)
    assert row.pop("source") == "-" and griot.Doc.from_json(json.dumps(row))[1].norm == "été"
    assert b"1\tL" in run("annotate", "--format", "conllu", "-", given="L’été".encode()).stdout


def test_what_cannot_be_read_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Niamey attend.", encoding="utf-8")
    found = run("annotate", tmp_path / "missing.txt", tmp_path / "a.txt")
    assert found.returncode == 1
    assert b"missing.txt: No such file" in found.stderr and b"Niamey" in found.stdout
    assert run("annotate", "--lang", "xx", "-").returncode == 1
    assert run("annotate").returncode == 2
