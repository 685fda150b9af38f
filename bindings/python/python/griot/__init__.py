"""Raw text, French press first, into language, sentences, words, lemmas, names, dates and quotations.

>>> nlp = griot.load("fr")
>>> doc = nlp("Le général Tiani a reçu M. Modi à Niamey le 3 décembre 2023.")
>>> [(ent.text, ent.label_) for ent in doc.ents]
[('Tiani', 'PER'), ('Modi', 'PER'), ('Niamey', 'LOC'), ('3 décembre 2023', 'DATE')]
"""

from collections.abc import Sequence
from typing import Any

from griot._griot import (
    Decoded,
    Detection,
    Doc,
    Entity,
    Fingerprint,
    GriotError,
    Page,
    Pipe,
    Pipeline,
    Quotation,
    RecordBatch,
    Sentence,
    Span,
    Token,
    Zone,
    __version__,
    decode,
    detect,
    keywords,
    read_html,
    sentences,
    stem,
    words,
)

__all__ = [
    "Decoded",
    "Detection",
    "Doc",
    "Entity",
    "Fingerprint",
    "GriotError",
    "Page",
    "Pipe",
    "Pipeline",
    "Quotation",
    "RecordBatch",
    "Sentence",
    "Span",
    "Token",
    "Zone",
    "__version__",
    "decode",
    "detect",
    "keywords",
    "load",
    "read_html",
    "sentences",
    "stem",
    "words",
]


def load(language: "str | Sequence[str] | None" = None, **settings: Any) -> Pipeline:
    """Return a pipeline for a language, or for any language. The arguments are those of `Pipeline`.

    >>> griot.load("fr", layers=["norms"])("L’ÉTÉ")[1].norm
    'été'
    """
    return Pipeline(language, **settings)
