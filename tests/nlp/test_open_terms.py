from __future__ import annotations

import pytest
from spacy.language import Language

from skillmatch.nlp.notes import NOTES, UNKNOWN, get_spans


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Python, Foobarix, SQL", ["Foobarix"]),
        ("Tools: Java / Quuxer / Python", ["Quuxer"]),
        ("Requirements:\n- Experience with Zanzibase\n", ["Zanzibase"]),
        ("hydraulics\nPython\nforklift licence", ["hydraulics", "forklift licence"]),
        ("Python, SQL and more", []),
        ("We met Anna, Bert and Carla in Rome.", []),
        ("Python, SQL, 2015", []),
        ("Skills: Python (beginner), Foobarix (expert), SQL (native)", ["Foobarix"]),
    ],
)
def test_unknown_terms(nlp: Language, text: str, terms: list[str]) -> None:
    assert [span.text for span in get_spans(nlp(text), UNKNOWN)] == terms


def test_lines_of_a_bare_list_are_surest(nlp: Language) -> None:
    doc = nlp("hydraulics\nPython\nforklift licence")
    listed = nlp("Python, Foobarix, SQL")
    sure = [entry["confidence"] for entry in doc.spans[UNKNOWN].attrs[NOTES].values()]
    less = [entry["confidence"] for entry in listed.spans[UNKNOWN].attrs[NOTES].values()]
    assert min(sure) > max(less) > 0
