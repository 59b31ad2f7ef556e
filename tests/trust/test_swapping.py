from __future__ import annotations

import random

import pytest

from skillmatch.models import Document, Line
from skillmatch.nlp.traces import Trace, TraceKind, find_traces
from skillmatch.trust.identities import Identity, cultures, draw_identity
from skillmatch.trust.swapping import swap_identity

TEXT = """JO DOE
jo.doe@example.org | +44 20 7946 0101
Gender: Male

Profile
Jo led a team of six. He writes Python.
"""


@pytest.fixture
def identity() -> Identity:
    return Identity(
        culture="turkish",
        gender="female",
        given="Elif",
        family="Demir",
        nationality="Turkish",
        town="Izmir",
        street="Gül Sokak 2",
        school="Ege University",
        born="2 May 1990",
        email="elif@example.com",
        phone="(555) 555-0100",
    )


def test_every_trace_has_its_counterpart_and_the_rest_stays(identity: Identity) -> None:
    document = Document(document_id="cv", text=TEXT)
    swapped = swap_identity(document, find_traces(document), identity).text
    assert swapped == (
        "ELIF DEMIR\nelif@example.com | (555) 555-0100\nGender: Female\n\n"
        "Profile\nElif led a team of six. She writes Python.\n"
    )


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("address", "12 Mill Lane", "Gül Sokak 2"),
        ("address", "Leeds", "Izmir"),
        ("address", " in Leeds", " in Izmir"),
        ("name", "jdoe7", "elifdemir"),
    ],
)
def test_like_takes_the_place_of_like(kind: TraceKind, old: str, new: str, identity: Identity) -> None:
    document = Document(document_id="cv", text=old)
    traces = [Trace(kind=kind, start=0, end=len(old))]
    if kind == "name":
        document = Document(document_id="cv", text=f"{old} Jo Doe")
        traces.append(Trace(kind="name", start=len(old) + 1, end=len(document.text)))
        new = f"{new} Elif Demir"
    assert swap_identity(document, traces, identity).text == new


def test_lines_and_pages_move_with_the_text(identity: Identity) -> None:
    text = "Jo Doe\nSkills\nPython"
    lines = (Line(start=0, end=6, page=1), Line(start=7, end=13, page=1, heading=True))
    document = Document(document_id="cv", text=text, lines=lines, pages=(0, 14))
    swapped = swap_identity(document, [Trace(kind="name", start=0, end=6)], identity)
    assert [swapped.text[line.start : line.end] for line in swapped.lines] == ["Elif Demir", "Skills"]
    assert swapped.text[swapped.pages[1] :] == "Python"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("born in 1985", "born on 2 May 1990"), ("34 years old", "36 years old"), ("01.02.1985", "2 May 1990")],
)
def test_dates_of_birth_become_those_of_the_other(text: str, expected: str, identity: Identity) -> None:
    document = Document(document_id="cv", text=text)
    assert swap_identity(document, [Trace(kind="birth", start=0, end=len(text))], identity).text == expected


def test_a_draw_is_repeatable_and_keeps_to_its_culture() -> None:
    for culture in cultures():
        drawn = draw_identity(random.Random(3), culture)
        assert drawn.culture == culture
        assert drawn == draw_identity(random.Random(3), culture)
    assert len(cultures()) >= 10
