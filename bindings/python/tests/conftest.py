import griot
import pytest


@pytest.fixture(scope="session")
def nlp() -> griot.Pipeline:
    return griot.load("fr")


@pytest.fixture(scope="session")
def doc(nlp: griot.Pipeline) -> griot.Doc:
    return nlp(
        "Niamey, 3 décembre 2023 (AFP) – Le général Tiani a reçu M. Modi. « L’accord est bon 🎉 », "
        "a dit le général.\r\n\r\nLire aussi : Le Niger et la Russie"
    )
