#!/usr/bin/env python3
"""score_morph.py TREEBANK.conllu ANNOTATED.jsonl

Accuracy of morphological features on a treebank of Universal Dependencies, against `annotate --format json` run on
its raw text (the `# text` lines). A word counts if it is tokenised alike, is no part of a multiword token, is neither
punctuation, symbol, number nor name, and has a lemma that is no guess. It is right if all features that griot knows
are the treebank's.
"""
import collections
import json
import sys

KNOWN = "Case Definite Degree Gender Mood Number Person Poss PronType Reflex Tense VerbForm".split()
LEFT_OUT = ("PUNCT", "SYM", "X", "NUM", "PROPN")


def fold(text):
    return text.replace("\u2019", "'").replace("\u202f", " ").replace("\u00a0", " ")


def features(text):
    pairs = (part.split("=") for part in text.split("|") if "=" in part)
    return {name: value for name, value in pairs if name in KNOWN}


def main(treebank, annotated, show=0):
    document = json.loads(open(annotated, encoding="utf-8").readline())
    text, at = document["text"], [0]
    for character in text:
        at.append(at[-1] + len(character.encode()))
    tokens = {(token["start"], token["end"]): token for token in document["tokens"]}
    flat, place, skip = fold(text), 0, 0
    right, all_of, wrong, each = collections.Counter(), collections.Counter(), collections.Counter(), collections.Counter()
    # Features that the treebank's language never has are not asked for.
    used = set()
    for line in open(treebank, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[3] not in LEFT_OUT:
            used.update(features(columns[5]))
    for line in open(treebank, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) != 10:
            skip = skip if line.strip() else 0
            continue
        if "." in columns[0]:
            continue
        if "-" in columns[0]:
            skip = int(columns[0].split("-")[1])
        elif int(columns[0]) <= skip:
            continue
        form = fold(columns[1])
        start = flat.find(form, place)
        if start < 0 or start - place > 40:
            sys.exit(f"lost at {columns[1]!r}, character {place}")
        place = start + len(form)
        token = tokens.get((at[start], at[place]))
        if "-" in columns[0] or token is None or columns[3] in LEFT_OUT:
            continue
        if token.get("guessed") or "lemma" not in token:
            continue
        gold, found = features(columns[5]), features(token.get("morph", "_"))
        found = {name: value for name, value in found.items() if name in used}
        for name in set(gold) | set(found):
            each[name] += 1
            each[name, "right"] += gold.get(name) == found.get(name)
        for kind in ("all", columns[3]):
            all_of[kind] += 1
            right[kind] += gold == found
        if gold != found:
            wrong[columns[3], token.get("pos"), form.lower(), str(sorted(gold.items())), str(sorted(found.items()))] += 1
    for kind, count in all_of.most_common():
        print(f"{kind}: {100 * right[kind] / count:.2f} of {count}")
    for name in KNOWN:
        if each[name]:
            print(f"{name}: {100 * each[name, 'right'] / each[name]:.2f} of {each[name]}")
    for (kind, *rest), count in wrong.most_common(show):
        print(count, kind, *rest)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0)
