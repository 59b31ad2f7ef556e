"""Marked texts and quotations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.models import Document, Mention
from skillmatch.reports.highlight import MAX_CHARACTERS, Mark, cut, quote

TEXT = "Skills\nUsed SQL and Python daily\nMore"


def mark(start: int, end: int, kind: str = "met") -> Mark:
    return Mark(start=start, end=end, kind=kind, label=kind)


def mention(text: str, start: int) -> Mention:
    return Mention(
        skill_id="x", text=text, start=start, end=start + len(text), page=1, section="skills", method="exact",
        confidence=1.0,
    )  # fmt: skip


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=6))
def test_pieces_give_back_the_text_whatever_the_marks(text: str, places: list[tuple[int, int]]) -> None:
    assert "".join(piece.text for piece in cut(text, [mark(*place) for place in places])) == text


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        ([mark(0, 3), mark(1, 5)], [(0, 3)]),
        ([mark(0, 2), mark(0, 5)], [(0, 5)]),
        ([mark(2, 4), mark(0, 2)], [(0, 2), (2, 4)]),
        ([mark(3, 3)], []),
    ],
)
def test_of_overlapping_marks_the_first_and_longest_stays(marks: list[Mark], kept: list[tuple[int, int]]) -> None:
    found = [piece.mark for piece in cut("abcdefgh", marks) if piece.mark]
    assert [(one.start, one.end) for one in found] == kept


def test_very_long_texts_are_cut_and_say_so() -> None:
    pieces = list(cut("x" * (MAX_CHARACTERS + 7), []))
    assert pieces[-1].text.endswith("7 more characters")


def test_a_mention_is_quoted_with_the_rest_of_its_line() -> None:
    found = quote(mention("SQL", 12), Document(document_id="a", text=TEXT))
    assert (found.before, found.text, found.after) == ("Used ", "SQL", " and Python daily")
    assert found.place == "skills, page 1"


def test_a_mention_alone_is_quoted_without_the_text() -> None:
    assert quote(mention("SQL", 12), None).before == ""


def test_a_mention_of_another_text_is_not_quoted_from_this_one() -> None:
    assert quote(mention("Java", 12), Document(document_id="a", text=TEXT)).after == ""


def test_long_lines_are_cut_between_words() -> None:
    text = "word " * 50 + "SQL" + " word" * 50
    found = quote(mention("SQL", 250), Document(document_id="a", text=text))
    assert found.before.startswith("…word")
    assert found.after.endswith("word…")
