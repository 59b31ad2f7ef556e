from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.clauses import clause_at, lower_case, split_clauses

_ABBREVIATED = "e.g eg i.e ie etc vs approx min max incl yr yrs mo mos dr mr mrs ms st no inc ltd"
_OPENING = "e.g. eg i.e. ie as and or with of in to for the a an using including by on like"


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Java is a must. No Perl!", ["Java is a must. ", "No Perl!"]),
        ("Java; Perl", ["Java; ", "Perl"]),
        ("Tools, e.g. Git and Jira.", ["Tools, e.g. Git and Jira."]),
        ("tools (e.g.\nGit)", ["tools (e.g.\nGit)"]),
        ("Git\nJira", ["Git\n", "Jira"]),
        (
            "You have worked for some years in a team with\nJava and Git",
            ["You have worked for some years in a team with\nJava and Git"],
        ),
        (
            "We want somebody who has built large systems and\nwho likes tea",
            ["We want somebody who has built large systems and\nwho likes tea"],
        ),
        ("- Git\n- Jira", ["- Git\n", "- Jira"]),
        ("Tea • Git • Jira", ["Tea ", "• Git ", "• Jira"]),
        (
            "using linux Experience with Java Strong communication",
            ["using linux ", "Experience with Java ", "Strong communication"],
        ),
        ("Ideally Experience with Java", ["Ideally Experience with Java"]),
        ("", []),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in split_clauses(text)] == clauses


@given(st.text(), st.lists(st.integers(0, 50)))
def test_clauses_cover_the_text_without_gaps(text: str, cuts: list[int]) -> None:
    clauses = split_clauses(text, cuts)
    assert "".join(text[start:end] for start, end in clauses) == text
    for start, end in clauses:
        assert clause_at(clauses, start) == clause_at(clauses, end - 1) == (start, end)


@given(st.text())
def test_lower_case_keeps_offsets(text: str) -> None:
    assert len(lower_case(text)) == len(text)


def test_letter_with_a_longer_lower_case_stays() -> None:
    assert lower_case("İA") == "İa"


@pytest.mark.parametrize("word", [*",(/&", *_OPENING.split()])
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title])
def test_word_that_opens_a_list_goes_on_in_the_next_line(word: str, case: Callable[[str], str]) -> None:
    text = f"x {case(word)}\nGit"
    assert [text[start:end] for start, end in split_clauses(text)] == [text]


@pytest.mark.parametrize("word", [*_ABBREVIATED.split(), "x"])
def test_dot_of_an_abbreviation_ends_no_clause(word: str) -> None:
    for text in (f"so {word}. Git is used", f"so {word.upper()}. Git is used", f"{word}. Git is used"):
        assert [text[start:end] for start, end in split_clauses(text)] == [text]


@pytest.mark.parametrize("word", ["Java", "tools", "is", "C++", "2019", "box", "taxi", "known"])
def test_dot_of_another_word_ends_a_clause(word: str) -> None:
    text = f"so {word}. Git is used"
    assert len(split_clauses(text)) == 2
