from __future__ import annotations

import pytest
from spacy.language import Language

from skillmatch.nlp.notes import NOTES, SKILLS, get_spans
from skillmatch.nlp.pipeline import build_pipeline
from skillmatch.settings import ExtractionSettings
from skillmatch.taxonomy import Taxonomy


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pyhton, Java", ("Pyhton", "python")),
        ("SQL and Kuberntes", ("Kuberntes", "kubernetes")),
        ("Java, PostgrSQL", ("PostgrSQL", "postgresql")),
        ("Java and javascritp", ("javascritp", "javascript")),
        ("Java, Microsfot SQL Server", ("Microsfot SQL Server", "sql-server")),
    ],
)
def test_slip_is_mended(find, text: str, found: tuple[str, str]) -> None:
    assert found in find(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jave and SQL",  # under five letters
        "Azura Jones speaks",  # no skill beside it
        "Java and reactor design",
        "Java and pythons at the zoo",
        "Sprint Boots, Java",
    ],
)
def test_other_words_are_left(nlp: Language, text: str) -> None:
    assert [span.text for span in get_spans(nlp(text), SKILLS) if span.label_ == "fuzzy"] == []


def test_confidence_is_below_exact(nlp: Language) -> None:
    doc = nlp("Pyhton, Java")
    confidence = {key.split(":")[2]: entry["confidence"] for key, entry in doc.spans[SKILLS].attrs[NOTES].items()}
    assert confidence["python"] < 0.9 < confidence["java"]


def test_fuzzy_reading_can_be_turned_off() -> None:
    from tests.nlp.conftest import SKILLS_OF_TEST

    nlp = build_pipeline(Taxonomy(SKILLS_OF_TEST), ExtractionSettings(fuzzy=False))
    doc = nlp("Pyhton, Java")
    assert [span.id_ for span in doc.spans[SKILLS]] == ["java"]
