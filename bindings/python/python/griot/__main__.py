"""The command `python -m griot annotate`."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import griot


def inputs(paths: "list[str]") -> Iterator[Path]:
    """Yield the files that the paths name: of a folder, its `.txt` files by name."""
    for path in map(Path, paths):
        yield from sorted(path.glob("*.txt")) if path.is_dir() else [path]


def read(path: Path) -> "tuple[str, str]":
    """Return the text of a file, or of standard input for `-`, and its name."""
    data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    return griot.decode(data).text, str(path)


def readable(paths: "list[str]", failed: "list[str]") -> Iterator["tuple[str, str]"]:
    """Yield the texts that can be read. Name the others on standard error."""
    for path in inputs(paths):
        try:
            yield read(path)
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)
            failed.append(str(path))


def lines(doc: griot.Doc, source: str, form: str) -> Iterable[str]:
    """Yield the lines that show a document."""
    if form == "json":
        yield json.dumps({"source": source, **doc.to_dict(offsets="bytes")}, ensure_ascii=False)
    elif form == "conllu":
        yield doc.to_conllu().rstrip("\n") + "\n"
    else:
        for ent in doc.ents:
            text = " ".join(ent.text.split())
            yield f"{source}\t{ent.start_char}\t{ent.end_char}\t{ent.label_}\t{text}"


def annotate(options: argparse.Namespace) -> int:
    """Annotate the inputs and print their documents. Return 1 if one could not be read."""
    layers = options.layers.split(",") if options.layers else None
    nlp = griot.load(options.lang, layers=layers, reference_date=options.date)
    failed: list[str] = []
    for doc, source in nlp.pipe(readable(options.paths, failed), as_tuples=True):
        for line in lines(doc, source, options.format):
            print(line)
    return 1 if failed else 0


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m griot")
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("annotate", help="annotate files and print what was found")
    command.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder of .txt files, or -")
    command.add_argument("--lang", metavar="CODE", help="the language; detected by default")
    command.add_argument("--format", choices=["entities", "json", "conllu"], default="entities")
    command.add_argument("--layers", metavar="A,B,…", help="the layers to make; all by default")
    command.add_argument("--date", metavar="YYYY-MM-DD", help="the day that relative dates count from")
    command.set_defaults(run=annotate)
    options = parser.parse_args()
    try:
        status: int = options.run(options)
    except griot.GriotError as error:
        print(error, file=sys.stderr)
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
