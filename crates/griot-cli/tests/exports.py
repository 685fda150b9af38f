"""Reads what `griot annotate` writes for other programs, with those programs' own readers.

usage: exports.py FORMAT FILE EXPECTED

EXPECTED is the JSON lines of the same texts, with offsets in characters. Exit status 0: as expected; 3: a
package that reads the format is not installed; anything else: not as expected.
"""

import csv
import json
import re
import sys
import xml.etree.ElementTree
from pathlib import Path


def outermost(document):
    found, end = [], 0
    for entity in document["entities"]:
        if entity["start"] >= end:
            found.append(entity)
            end = entity["end"]
    return found


def spacy(path, expected):
    import spacy

    nlp = spacy.blank("xx")
    lines = Path(path).read_text(encoding="utf-8").split("\n")[:-1]
    assert len(lines) == len(expected)
    for line, document in zip(lines, expected):
        read = spacy.tokens.Doc(nlp.vocab).from_json(json.loads(line), validate=True)
        assert read.text == document["text"]
        # Python takes four control characters for white space.
        own = [token for token in document["tokens"] if not token_text(document, token).isspace()]
        words = [token for token in read if not token.is_space]
        assert [token.idx for token in words] == [token["start"] for token in own]
        assert [token.lemma_ for token in words] == [
            token.get("lemma", token_text(document, token)) for token in own
        ]
        assert [token.pos_ for token in words] == [token["pos"] for token in own]
        assert [str(token.morph) for token in words] == [morph(token) for token in own]
        starts = {token.idx for token in words if token.is_sent_start}
        assert len(starts) == len(document["sentences"]), (len(starts), len(document["sentences"]))
        names = [(it.start_char, it.end_char, it.label_) for it in read.ents]
        assert names == [(it["start"], it["end"], it["label"]) for it in outermost(document)]


def token_text(document, token):
    return document["text"][token["start"] : token["end"]]


def morph(token):
    found = token.get("morph", "")
    return "" if found == "_" else found


def iob(path, expected):
    from spacy.training.converters import conll_ner_to_docs

    text = Path(path).read_text(encoding="utf-8")
    documents = list(conll_ner_to_docs(text, no_print=True))
    assert len(documents) == len(expected), len(documents)
    for read, document in zip(documents, expected):
        assert len(read) == len(document["tokens"])
        places = {token["start"]: index for index, token in enumerate(document["tokens"])}
        names = [(entity.start, entity.label_) for entity in read.ents]
        assert names == [(places[it["start"]], it["label"]) for it in outermost(document)]
        assert sum(token.is_sent_start for token in read) == len(document["sentences"])


def brat(path, expected):
    for text, document in zip(sorted(Path(path).glob("*.txt")), expected):
        with open(text, encoding="utf-8", newline="") as file:
            content = file.read()
        assert content == document["text"]
        names = []
        with open(text.with_suffix(".ann"), encoding="utf-8", newline="") as file:
            for line in file.read().split("\n")[:-1]:
                if not line.startswith("T"):
                    continue
                number, place, quoted = line.split("\t")
                label, places = place.split(" ", 1)
                places = [tuple(map(int, piece.split(" "))) for piece in places.split(";")]
                assert quoted == " ".join(content[start:end] for start, end in places)
                names.append((places[0][0], places[-1][1], label))
        assert names == [(it["start"], it["end"], it["label"]) for it in document["entities"]]


TEI = "{http://www.tei-c.org/ns/1.0}"
ELEMENTS = {
    "PER": "persName",
    "LOC": "placeName",
    "ORG": "orgName",
    "DATE": "date",
    "QUANTITY": "measure",
}


def tei(path, expected):
    roots = [xml.etree.ElementTree.parse(path).getroot()]
    try:
        import lxml.etree

        roots.append(lxml.etree.parse(path).getroot())
    except ImportError:
        pass
    for root in roots:
        assert root.tag == TEI + "teiCorpus"
        documents = root.findall(TEI + "TEI")
        assert len(documents) == len(expected)
        for read, document in zip(documents, expected):
            body = read.find(f"{TEI}text/{TEI}body")
            text = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", document["text"])
            assert "".join(body.itertext()) == f"\n{text}\n"
            assert len(list(body.iter(TEI + "s"))) == len(document["sentences"])
            names = [
                (it.tag.removeprefix(TEI), "".join(it.itertext()), it.get("key"))
                for it in body.iter()
                if it.tag.removeprefix(TEI) not in ("body", "p", "s", "ab")
            ]
            assert names == [
                (ELEMENTS.get(it["label"], "name"), text[it["start"] : it["end"]], it.get("id"))
                for it in document["entities"]
            ]


def table(path, expected):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    names = [
        (document["source"], str(it["start"]), document["text"][it["start"] : it["end"]], it["label"])
        for document in expected
        for it in document["entities"]
    ]
    assert [(it["source"], it["start"], it["text"], it["label"]) for it in rows] == names


def main():
    reader, path, lines = sys.argv[1:]
    readers = {"spacy": spacy, "iob": iob, "brat": brat, "tei": tei, "csv": table}
    with open(lines, encoding="utf-8", newline="") as file:
        expected = [json.loads(line) for line in file.read().split("\n")[:-1]]
    try:
        readers[reader](path, expected)
    except ImportError as problem:
        print(problem, file=sys.stderr)
        sys.exit(3)


main()
