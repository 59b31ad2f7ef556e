from __future__ import annotations

import pytest

from skillmatch.nlp.addresses import find_addresses
from skillmatch.nlp.sections import find_parts

SKILLS = frozenset(["Java", "SQL", "Machine Learning", "Phoenix"])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("12 Mill Lane, Leeds LS1 4AB", ["12 Mill Lane", "Leeds LS1 4AB"]),
        ("Calle Hidalgo 15 | Puebla", ["Calle Hidalgo 15", "Puebla"]),
        ("Phoenix", ["Phoenix"]),
        ("Data Engineer in Java Point", [" in Java Point"]),
        ("Data Engineer in Phoenix", [" in Phoenix"]),
        ("Specialist in Machine Learning", []),
        ("Java, SQL", []),
        ("Phoenix, Phoenix", ["Phoenix", "Phoenix"]),
        ("Java and SQL for banks, Leeds", []),
        ("10+ years of Java", []),
        ("June 2017 to Present", []),
        ("Tel.: | E-mail", []),
        ("MBA, PMP", []),
    ],
)
def test_places_at_the_head(line: str, found: list[str]) -> None:
    text = f"Jo Doe\n{line}\n\nSkills\nSQL\n"
    places = find_addresses(text, find_parts(text, "resume"), [(0, 6)], SKILLS.__contains__)
    assert [text[start:end] for start, end in places] == found


def test_a_text_without_a_head_has_no_address() -> None:
    text = "Leeds\n\nSkills\nSQL\n"
    assert find_addresses(text, find_parts(text, "resume"), []) == []
