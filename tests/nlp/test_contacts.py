from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.contacts import link_places, mask, person_name, private_places
from skillmatch.nlp.sections import find_parts

RESUME = """Ada Lovelace
12 Example Street, Springfield
ada.lovelace@example.org | +44 20 7946 0123 | linkedin.com/in/ada

Summary
Analyst who likes engines.

Experience
Analyst at Acme. Lovelace wrote programs. See https://example.org/engine

Date of Birth: 10 December 1990
Nationality: British

Education
BSc Mathematics
University of Springfield

References
Charles Babbage, charles@example.org
"""


def visible(text: str) -> str:
    return mask(text, private_places(text, find_parts(text, "resume"), link_places(text)))


@pytest.mark.parametrize(
    "word",
    [
        "Ada",
        "Lovelace",
        "Springfield",
        "Street",
        "example",
        "linkedin",
        "7946",
        "December",
        "British",
        "University",
        "Babbage",
        "Charles",
    ],
)
def test_private_words_are_kept_apart(word: str) -> None:
    assert word not in visible(RESUME)


@pytest.mark.parametrize("word", ["Analyst", "engines", "Acme", "programs", "Mathematics"])
def test_other_words_stay(word: str) -> None:
    assert word in visible(RESUME)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to a.b+c@mail.example.org please", ["a.b+c@mail.example.org"]),
        ("call +1 (555) 010-9999 now", ["+1 (555) 010-9999"]),
        ("see https://example.org/java and www.example.org", ["https://example.org/java", "www.example.org"]),
        ("github.com/someone", ["github.com/someone"]),
        ("Java 8, 2015 - 2018, 10 000 users, 3.14", []),
        ("user@ home @ 5", []),
    ],
)
def test_addresses_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in link_places(text)] == found


@given(st.text(alphabet="aJ @.+1(0)-/\n:wwwhttps", max_size=300))
def test_mask_keeps_the_length(text: str) -> None:
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Ada Lovelace\nSpringfield", "Ada Lovelace"),
        ("RESUME\n\nADA BYRON LOVELACE", "ADA BYRON LOVELACE"),
        ("Ada Lovelace, Data Engineer", "Ada Lovelace"),
        ("Ada Lovelace | ada@example.org", "Ada Lovelace"),
        ("Tim Cook\nNurse", "Tim Cook"),
        ("CONSTRUCTION ESTIMATOR\nSummary", None),
        ("Senior Data Engineer", None),
        ("ada@example.org", None),
        ("", None),
    ],
)
def test_name_of_the_person(head: str, name: str | None) -> None:
    text = head + "\n\nSkills\nSQL"
    place = person_name(text, find_parts(text, "resume"))
    assert (text[place[0] : place[1]].strip() if place else None) == name
