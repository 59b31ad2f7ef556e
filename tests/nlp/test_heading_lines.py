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
