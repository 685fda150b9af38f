"""Documents and their views: names, sequences, equality, pickling."""

import copy
import json
import pickle
import weakref

import griot
import pytest


def test_the_document_is_a_sequence_of_tokens(doc: griot.Doc) -> None:
    tokens = list(doc)
    assert len(doc) == len(tokens)
    assert [token.i for token in doc] == list(range(len(doc)))
    assert doc[0] == tokens[0] and doc[-1] == tokens[-1]
    for beyond in (len(doc), -len(doc) - 1):
        with pytest.raises(IndexError):
            doc[beyond]
    with pytest.raises(griot.GriotError, match="no step"):
        doc[0:4:2]
    with pytest.raises(TypeError):
        doc["0"]  # type: ignore[call-overload]


def test_slices_are_those_of_lists(doc: griot.Doc) -> None:
    tokens = list(doc)
    for start in (None, 0, 3, -4, 99):
        for end in (None, 0, 3, 7, -2, 99):
            span = doc[start:end]
            assert list(span) == tokens[start:end]
            assert len(span) == len(tokens[start:end])
            assert list(span[1:-1]) == tokens[start:end][1:-1]
            if len(span):
                assert span[-1] == tokens[start:end][-1]
                assert span.text == doc.text[span.start_char : span.end_char]
            else:
                assert span.text == ""


def test_tokens_have_the_names_of_spacy(nlp: griot.Pipeline) -> None:
    doc = nlp("L’armée a reçu M. Modi à Niamey, sur https://rfi.fr !")
    armee, niamey = doc[1], doc[7]
    assert (armee.text, armee.lemma_, armee.pos_, armee.norm_) == ("armée", "armée", "NOUN", "armée")
    assert (armee.idx, armee.start_char, armee.end_char, armee.start_byte) == (2, 2, 7, 4)
    assert (armee.whitespace_, armee.text_with_ws, doc[0].whitespace_) == (" ", "armée ", "")
    assert (armee.is_alpha, armee.is_stop, doc[0].is_stop) == (True, False, True)
    assert (niamey.ent_type_, niamey.ent_iob_, niamey.ent_id_) == ("LOC", "B", "loc:niamey")
    assert (armee.ent_type_, armee.ent_iob_, armee.ent_id_) == ("", "O", "")
    assert (doc[8].text, doc[8].is_punct, doc[8].lemma_, doc[8].lemma) == (",", True, ",", None)
    assert [it.text for it in doc if it.like_url] == ["https://rfi.fr"]
    assert doc[0].is_sent_start and not armee.is_sent_start and doc[-1].is_sent_end
    assert armee.nbor() == doc[2] and armee.nbor(-1) == doc[0]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    assert armee.doc is doc and armee.sent == doc.sentences[0]
    assert (armee.shape_, doc[5].shape_, len(armee)) == ("xxxx", "Xxxx", 5)


def test_a_layer_that_was_not_made_is_none_or_empty() -> None:
    doc = griot.load("fr", layers=["tokens"])("Niamey attend.")
    token = doc[0]
    assert (token.lemma, token.lemma_, token.pos, token.pos_) == (None, "", None, "")
    assert (token.norm, token.stem, token.stop, token.sent) == (None, None, None, None)
    assert doc.ents == doc.sentences == doc.quotations == ()
    assert doc.layers == ["tokens"]
    hausa = griot.load("ha", layers=["lemmas"])("Ina kwana?")
    assert hausa.missing == ["lemmas", "pos"]


def test_entities(doc: griot.Doc) -> None:
    found = {ent.text: ent for ent in doc.ents}
    assert found["Tiani"].label_ == "PER" and found["Tiani"].title == "général"
    assert found["3 décembre 2023"].value == "2023-12-03"
    assert found["Modi"].id == found["Modi"].ent_id_ == "per:modi"
    for ent in doc.ents:
        assert doc.text[ent.start_char : ent.end_char] == ent.text == str(ent)
        assert doc.text.encode()[ent.start_byte : ent.end_byte].decode() == ent.text
        assert ent[0].entity == ent and doc[ent.start : ent.end].text == ent.text
        assert ent in ent.sent.ents  # type: ignore[union-attr]


def test_sentences_zones_and_quotations(doc: griot.Doc) -> None:
    assert next(doc.sents) == doc.sentences[0]
    assert [sent.index for sent in doc.sents] == list(range(len(doc.sentences)))
    assert "".join(zone.text for zone in doc.zones) == doc.text
    assert [zone.kind for zone in doc.zones] == ["dateline", "body", "read-also"]
    assert doc.dateline == ("Niamey", "3 décembre 2023", "AFP")
    assert str(doc.reference_date) == "2023-12-03"
    quotation = doc.quotations[0]
    assert quotation.words == "L’accord est bon 🎉"
    assert (quotation.speaker, quotation.lead) == ("général Tiani", "direct")
    assert quotation.verb is not None and quotation.verb.text == "dit"
    assert quotation[1].quotation == quotation
    assert quotation.speaker_span is not None and quotation.speaker_span.text == "général Tiani"


def test_equal_views_are_the_same_place(doc: griot.Doc, nlp: griot.Pipeline) -> None:
    again = nlp(doc.text)
    assert again == doc and hash(again) == hash(doc) and again != nlp("Niamey.")
    assert doc != doc.text
    assert doc[1] == doc[1] and doc[1] != doc[2] and doc[1] != again[1]
    assert len({doc[1], doc[1], doc[2]}) == 2
    ent = doc.ents[0]
    assert ent == doc.ents[0] and ent != doc.ents[1] and ent != doc[ent.start : ent.end]
    assert len({*doc.ents, *doc.ents}) == len(doc.ents)
    assert sorted(reversed(doc.ents)) == list(doc.ents)
    assert sorted([doc[2], doc[1]]) == [doc[1], doc[2]] and doc[1] <= doc[1] < doc[2]
    for views in ((doc[0:1], again[0:1]), (doc[0], again[0])):
        with pytest.raises(TypeError, match="have no order"):
            views[0] < views[1]  # type: ignore[operator]


def test_everything_is_pickled(doc: griot.Doc) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(doc, protocol)) == doc
    views: list[griot.Token | griot.Span] = [doc[3], doc[2:5], doc.ents[1], doc.sentences[0], doc.quotations[0], doc.zones[-1]]
    for view in views:
        back = pickle.loads(pickle.dumps(view))
        assert type(back) is type(view) and back.text == view.text
        assert copy.deepcopy(view).text == view.text
    token, other = pickle.loads(pickle.dumps((doc[3], doc[4])))
    assert token.doc is other.doc and token.nbor() == other


def test_views_keep_their_document_alive(nlp: griot.Pipeline) -> None:
    doc = nlp("Tiani est à Niamey.")
    kept, ent = weakref.ref(doc), doc.ents[1]
    del doc
    assert kept() is not None and ent.text == "Niamey"
    del ent
    assert kept() is None


def test_json_comes_back(doc: griot.Doc) -> None:
    assert griot.Doc.from_json(doc.to_json()) == doc
    assert json.loads(doc.to_json()) == doc.to_dict(offsets="bytes")
    form = doc.to_dict(["entities"])
    assert form["offsets"] == "chars" and "tokens" not in form
    assert [doc.text[it["start"] : it["end"]] for it in form["entities"]] == [it["text"] for it in form["entities"]]
    for wrong in ("{}", "[", doc.to_json(offsets="chars"), doc.to_json().replace('"per:modi"', '""')):
        with pytest.raises(griot.GriotError):
            griot.Doc.from_json(wrong)
    with pytest.raises(griot.GriotError, match="chars, bytes, utf16"):
        doc.to_json(offsets="words")  # type: ignore[arg-type]
    assert doc.to_conllu().count("\n# sent_id") == len(doc.sentences) - 1 or "1\tNiamey" in doc.to_conllu()


def test_bytes_come_back(doc: griot.Doc) -> None:
    data = doc.to_bytes()
    assert griot.Doc.from_bytes(data) == doc and len(data) < len(doc.to_json())
    for wrong in (b"", data[:-1], data[:40] + b"\xff" + data[41:]):
        with pytest.raises(griot.GriotError):
            griot.Doc.from_bytes(wrong)


def test_char_span(doc: griot.Doc) -> None:
    for token in doc:
        span = doc.char_span(token.start_char, token.end_char)
        assert span is not None and list(span) == [token]
    start = doc.text.index("général")
    assert doc.char_span(start, start + 3) is None
    wide = doc.char_span(start, start + 3, alignment_mode="expand")
    assert wide is not None and wide.text == "général"
    assert doc.char_span(0, len(doc.text) + 1) is None


def test_what_views_print(doc: griot.Doc) -> None:
    assert repr(doc).startswith("Doc(\"Niamey, 3 décembre 2023 (AFP)")
    assert (repr(doc[0]), str(doc[0])) == ('Token("Niamey")', "Niamey")
    assert (repr(doc[0:2]), repr(doc.zones[0])[:5]) == ('Span("Niamey,")', "Zone(")
    assert repr(doc.ents[0]) == 'Entity("Niamey", LOC)'


def test_names_are_shown_in_html_and_never_run(nlp: griot.Pipeline) -> None:
    nlp = griot.load("fr", gazetteer={"PER": {"<script>alert('x')</script>": '"><b>'}})
    html = nlp("Le <b>gras</b> & <script>alert('x')</script> à Niamey.")._repr_html_()
    assert "<script" not in html and "<b>" not in html and "alert" in html
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in html
    assert "Niamey" in html and "LOC" in html
