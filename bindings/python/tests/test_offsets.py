"""Offsets are those of Python's own slices, on whatever text."""

import unicodedata

import griot
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

NLP = griot.load("fr")

#: What goes wrong elsewhere: emoji, combining marks, line breaks, apostrophes, odd spaces.
PIECES = [
    "L’armée", "l'armée", "aujourd’hui", "M. Modi", "Niamey", "12 000", "12\u202f000 €", "« Oui »,", "a dit",
    "e\u0301te\u0301", "œuf", "👨‍👩‍👧", "🎉", "🇫🇷", "\r\n", "\n\n", " ", "\u00a0", "\t", ".", "!", "\u200b", "\ufeff",
    "\x00", "<b>", "Lire aussi :", "le 3 mai 2023", "@rfi", "https://rfi.fr/é", "漢字", "ß", "İ", "\u0301",
]  # fmt: skip

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)


def is_text(text: str) -> bool:
    return not any(unicodedata.category(c) == "Cs" for c in text)


@settings(max_examples=300, deadline=None)
@given(texts.filter(is_text))
def test_every_view_is_a_slice_of_the_text(text: str) -> None:
    doc, data = NLP(text), text.encode()
    assert doc.text == text
    views = [*doc, *doc.ents, *doc.entities, *doc.sentences, *doc.quotations, *doc.zones, doc[:], doc[1:3]]
    for view in views:
        assert text[view.start_char : view.end_char] == view.text
        assert data[view.start_byte : view.end_byte].decode() == view.text
    for token in doc:
        assert token.idx == token.start_char
        behind = text[token.end_char :]
        assert behind.startswith(token.whitespace_)
        assert token.whitespace_.strip() == ""
    for key in ("tokens", "sentences", "entities"):
        for row in doc.to_dict()[key]:
            assert doc.char_span(row["start"], row["end"]) is not None or key == "entities"
    assert griot.Doc.from_json(doc.to_json()) == doc == griot.Doc.from_bytes(doc.to_bytes())


@settings(max_examples=100, deadline=None)
@given(texts.filter(is_text), st.integers(0, 50), st.integers(0, 50))
def test_a_char_span_lies_in_its_characters(text: str, start: int, length: int) -> None:
    doc, end = NLP(text), start + length
    inside = doc.char_span(start, end, alignment_mode="contract")
    around = doc.char_span(start, end, alignment_mode="expand")
    exact = doc.char_span(start, end)
    if inside is not None:
        assert start <= inside.start_char and inside.end_char <= end
        assert around is not None and around.start_char <= inside.start_char
    if exact is not None:
        assert exact == inside == around
        left, right = text[start : exact.start_char], text[exact.end_char : end]
        assert (left + right).strip() == "" and left + exact.text + right == text[start:end]


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=20), st.characters(categories=["Cs"]), st.text(max_size=5))
def test_lone_surrogates_are_refused(before: str, lone: str, after: str) -> None:
    text = before + lone + after
    first = next(at for at, c in enumerate(text) if unicodedata.category(c) == "Cs")
    message = f"^character {first} of the text is a lone surrogate"
    for call in (NLP, griot.detect, griot.words, griot.sentences, griot.read_html, griot.keywords):
        with pytest.raises(griot.GriotError, match=message):
            call(text)


@pytest.mark.parametrize("length", [1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 200])
@pytest.mark.parametrize("character", ["a", "é", "漢", "𐍈"])
def test_offsets_at_the_edges_of_the_table(length: int, character: str) -> None:
    """The table has a mark for every 64 bytes."""
    text = character * length + " é " + character * length
    words = griot.Pipeline("und", layers=["tokens"])(text)
    for token in words:
        assert text[token.start_char : token.end_char] == token.text
        assert list(words.char_span(token.start_char, token.end_char) or ()) == [token]
    assert words[-1].end_char == len(text) and words.char_span(0, len(text) + 1) is None


def test_the_table_is_built_once() -> None:
    """Reading all offsets of a text of a megabyte takes linear time. Counted from the start each time, the
    characters read would be 10^11."""
    text = "L’été à Niamey est chaud. " * 40_000
    doc = griot.load("fr", layers=["tokens"])(text)
    assert doc[-1].end_char == len(text) - 1
    assert sum(token.idx for token in doc) > 0
