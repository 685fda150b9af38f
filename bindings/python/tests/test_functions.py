"""What needs no pipeline, and the settings of pipelines."""

import datetime
import pickle
from pathlib import Path

import griot
import pytest


def test_detection() -> None:
    found = griot.detect("Le Niger a reçu un nouveau lot d’équipements militaires.")
    assert (found.code, str(found), found.name, found.reliable) == ("fr", "fr", "French", True)
    assert found == griot.detect("Le Niger a reçu un nouveau lot d’équipements militaires.")
    assert griot.detect("123").code == "und"
    with pytest.raises(griot.GriotError, match='unknown language code "xx"'):
        griot.detect("Bonjour", ["xx"])


def test_segments_and_stems() -> None:
    assert griot.words("L'accord d’hier") == ["L'", "accord", "d’", "hier"]
    assert griot.sentences("M. Modi est là. Il part.", "fr") == ["M. Modi est là.", "Il part."]
    assert [griot.stem("militaires", "fr", edition=it) for it in ("2", "3")] == ["militair", "militair"]
    with pytest.raises(griot.GriotError, match="write 2 or 3"):
        griot.stem("mot", "fr", edition="4")


def test_keywords() -> None:
    text = "L’armée du Niger attend. Les armées alliées attendent l'armée."
    expected = [("armée", 3), ("Niger", 1)]
    assert griot.keywords(text, 2) == griot.keywords(griot.load("fr")(text), 2) == expected
    assert griot.keywords(text, 1, form="lemma", language="fr") == [("armée", 3)]
    assert griot.keywords("") == []


def test_pages() -> None:
    html = (
        '<html lang="fr"><title>Le bac est revenu - Le Lagon</title><nav><a href="/">Accueil</a></nav>'
        '<h1>Le bac est revenu</h1> <time datetime="2024-05-06T12:02">lundi</time>'
        "<p>Le bac de l&rsquo;île a repris mardi ses rotations, après quatre jours de panne.</p></html>"
    )
    page = griot.read_html(html)
    declared = html.replace("<title>", '<meta charset="iso-8859-1"><title>').encode("latin-1")
    assert page == griot.read_html(html.encode()) == griot.read_html(declared)
    assert (page.title, page.language, page.url, page.author) == ("Le bac est revenu", "fr", None, None)
    assert page.published == datetime.date(2024, 5, 6)
    ago = html.replace("<time datetime", "<b").replace("</time>", "</b> <span>il y a 2 jours</span>")
    assert griot.read_html(ago).published is None
    fetched = griot.read_html(ago.encode(), fetched=datetime.date(2024, 5, 8))
    assert fetched.published == griot.read_html(ago, fetched="2024-05-08").published == page.published
    with pytest.raises(ValueError):
        griot.read_html(ago, fetched="mercredi")
    assert page.text == f"{page.title}\n\n{page.body}"
    assert page.zones == [(0, 17, "title")]
    nlp = griot.load("fr")
    doc = nlp(page)
    assert doc == next(nlp.pipe([page])) and doc.zones[0].kind == "title"
    assert {ent.text: ent.value for ent in doc.ents}["mardi"] == "2024-04-30"
    other = nlp(page, date="2024-05-10")
    assert {ent.text: ent.value for ent in other.ents}["mardi"] == "2024-05-07"


def test_decoding() -> None:
    decoded = griot.decode("Le général est à l’école".encode("windows-1252"))
    assert (decoded.text, decoded.encoding) == ("Le général est à l’école", "windows-1252")
    assert decoded.evidence == "guess"
    assert 0.0 < decoded.confidence <= 1.0 and decoded.runner_up not in (None, decoded.encoding)
    utf8 = griot.decode(b"caf\xc3\xa9")
    assert (utf8.evidence, utf8.confidence, utf8.runner_up) == ("utf8", 1.0, None)
    assert griot.decode("cafÃ©".encode(), repair=True).repaired == 1
    with pytest.raises(griot.GriotError, match="unknown encoding"):
        griot.decode(b"", declared="klingon")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"language": "fx"}, 'unknown language code "fx"'),
        ({"language": []}, "the list of languages is empty"),
        ({"layers": ["lemma"]}, 'unknown layer "lemma": the layers are'),
        ({"only": ["bodies"]}, 'unknown zone "bodies": write one of body, title'),
        ({"engine": "cld3"}, 'unknown engine "cld3": write one of model, whatlang'),
        ({"line_breaks": "no"}, "hard, soft, auto"),
        ({"reference_date": "2024-02-30"}, "is no date: write YYYY-MM-DD"),
        ({"stem_edition": "1"}, "write 2 or 3"),
        ({"labels": ["per"]}, 'label "per"'),
        ({"entity_threshold": 1.5}, "threshold 1.5 is not a number from 0 to 1"),
        ({"gazetteer": {"ORG": {"": "x"}}}, "pattern"),
        ({"abbreviations": {"fr": ["Cdt"]}}, "pattern"),
        ({"patterns": {"MISSION": {"operation": [{"LOWR": "opération"}]}}}, "operation.*token 1"),
        ({"titles": {"fx": ["Cdt."]}}, 'unknown language code "fx"'),
        ({"models": [b"no model"]}, "model"),
    ],
)
def test_wrong_settings_are_refused(settings: dict[str, object], message: str) -> None:
    with pytest.raises(griot.GriotError, match=message):
        griot.load(**settings)  # type: ignore[arg-type]
    assert issubclass(griot.GriotError, ValueError)


def test_settings() -> None:
    nlp = griot.Pipeline(
        "fr",
        abbreviations={"fr": ["Cdt."]},
        never_split=["pomme de terre"],
        gazetteer={"SHIP": {"Le Belem": "belem"}},
        reference_date=datetime.date(2024, 4, 10),
        labels=["SHIP", "DATE"],
    )
    doc = nlp("Le Cdt. Ousmane a vu Le Belem mardi à Nantes. Il mange une pomme de terre.")
    assert [(ent.text, ent.label_, ent.value) for ent in doc.ents] == [
        ("Le Belem", "SHIP", None),
        ("mardi", "DATE", "2024-04-09"),
    ]
    assert len(doc.sentences) == 2 and "pomme de terre" in [token.text for token in doc]
    again = pickle.loads(pickle.dumps(nlp))
    assert again(doc.text) == doc and repr(again) == repr(nlp) == 'Pipeline("fr")'
    assert nlp(doc.text, date=datetime.datetime(2024, 5, 16, 12)).ents[1].value == "2024-05-14"
    mixed = griot.Pipeline(["fr", "en"], mixed_languages=True)
    doc = mixed("Le général est arrivé hier à Niamey.\nThe general has left the country today.")
    assert [code for _, _, code in doc.languages] == ["fr", "en"]
    assert [doc[0].lang_, doc[-1].lang_, doc.sentences[-1].lang_] == ["fr", "en", "en"]
    only = griot.load("fr", only=["body"])("Il est là.\nLire aussi : Niger, la suite")
    assert [sent.text for sent in only.sents] == ["Il est là."]


def test_lists_and_patterns_of_a_caller() -> None:
    nlp = griot.Pipeline(
        "fr",
        stop_words={"fr": ["le", "est"]},
        titles={"fr": ["Cdt."]},
        patterns={"MISSION": {"operation": [{"LOWER": "opération"}, {"IS_TITLE": True, "OP": "+"}]}},
    )
    doc = nlp("Le Cdt. Ousmane Koné est à l’opération Barkhane.")
    assert [token.text for token in doc if token.is_stop] == ["Le", "est"]
    found = [(ent.text, ent.label_, ent.title) for ent in doc.ents]
    assert found == [("Ousmane Koné", "PER", "Cdt."), ("opération Barkhane", "MISSION", None)]
    assert doc.ents[1].id == "operation"
    assert pickle.loads(pickle.dumps(nlp))(doc.text) == doc


@pytest.mark.parametrize("text", [b"Niamey", None, 3, ["Niamey"]])
def test_a_text_is_a_string(text: object) -> None:
    with pytest.raises(TypeError, match="a text is a str or a griot.Page"):
        griot.load("fr")(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["fr", "en", "de", "es", "pt"])
def test_the_wheel_has_lemmas(code: str) -> None:
    texts = {"fr": "les chevaux", "en": "the horses", "de": "die Häuser", "es": "las casas", "pt": "as casas"}
    lemmas = {"fr": "cheval", "en": "horse", "de": "Haus", "es": "casa", "pt": "casa"}
    assert griot.load(code)(texts[code])[1].lemma == lemmas[code]


@pytest.mark.parametrize("code", ["en", "de", "es", "it", "nl", "pt"])
def test_names_of_other_languages_come_from_a_model_that_is_given(code: str) -> None:
    """The wheel would be half as large again with these models."""
    path = Path(__file__).parents[3] / f"crates/griot-{code}-names/src/names-{code}.bin"
    doc = griot.Pipeline(code, models=[path.read_bytes()])("Angela Merkel, Paris.")
    assert any(model.startswith(f"names-{code}") for model in doc.models)
    assert not any(model.startswith("names") for model in griot.load(code)("Angela Merkel, Paris.").models)
