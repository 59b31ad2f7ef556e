from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.heading_lines import find_headings


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Skills\nSQL", ["Skills"]),
        ("SQL\ndatabase\nJava", []),
        ("SQL\nDatabase:\nJava", ["Database:"]),
        ("day to day needs.\nmore text", []),
        ("Must have: SQL. Nice to have: R", ["Must have:", "Nice to have:"]),
        ("Experience with the following tools: SQL", []),
        ("REQUIREMENTS 3+ years of Java", ["REQUIREMENTS"]),
        ("Who we are looking for You know SQL", ["Who we are looking for"]),
        ("What we offer • Tea • Fruit", ["What we offer"]),
        ("2. Work experience", ["2. Work experience"]),
        ("We sell tents.\n\nWhat we ask for\n- SQL\n", ["What we ask for"]),
        ("We sell tents.\n\nYou bring along\n» SQL\n", ["You bring along"]),
        ("We sell tents.\n\nApplicants should have\n1. SQL\n", ["Applicants should have"]),
        ("We sell tents.\n\nExtras that make us smile:\nSQL\n", ["Extras that make us smile:"]),
        (
            "Deine Aufgaben\n- SQL\n\nDein Profil\n- Java\n\nWir bieten\n- Tee",
            ["Deine Aufgaben", "Dein Profil", "Wir bieten"],
        ),
        ("We sell tents.\nWe ask for much\n- SQL\n", []),
        ("Skills\n\nExperience with databases:\n- SQL\n", ["Skills"]),
        ("", []),
    ],
)
def test_headings_and_where_they_stand(text: str, headings: list[str]) -> None:
    assert [text[heading.start : heading.end].strip() for heading in find_headings(text)] == headings


def test_plain_word_is_a_heading_where_it_stands_out_on_the_page() -> None:
    text = "Java\nDatabase\nSQL"
    assert find_headings(text) == []
    assert [heading.start for heading in find_headings(text, {5})] == [5]


@given(st.text())
def test_headings_are_in_order_and_apart(text: str) -> None:
    headings = find_headings(text)
    ends = [0, *(heading.end for heading in headings)]
    assert all(heading.start >= end for heading, end in zip(headings, ends, strict=False))


@pytest.mark.parametrize("bullet", ["- ", "* ", "• "])
def test_the_first_entry_below_an_empty_line_is_no_heading(bullet: str) -> None:
    entries = "\n".join(bullet + name for name in ("GraphQL", "Design systems", "Figma"))
    headings = find_headings(f"## Preferred\n\n{entries}\n\n## Benefits\n\nTea")
    assert [heading.kind for heading in headings] == ["preferred", "benefits"]
