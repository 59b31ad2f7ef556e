"""Personal details: what is found, of which kind, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.personal import iter_details

FOUND = [
    ("Date of birth: 2 May 1990", "birth", "2 May 1990"),
    ("D.O.B.: 02.05.1990", "birth", "02.05.1990"),
    ("Name: Ada | Birthday - 2 May", "birth", "2 May"),
    ("born on 2 May 1990 in Graz", "birth", "born on 2 May 1990"),
    ("a 34-year-old engineer", "birth", "34-year-old"),
    ("Permanent address: 5 Mill Lane, Leeds", "address", "5 Mill Lane, Leeds"),
    ("• Place of birth: Graz", "address", "Graz"),
    ("Sex = F", "gender", "F"),
    ("Ms. Lovelace", "gender", "Ms."),
    ("Pronouns: they/them", "gender", "they/them"),
    ("Ada (she/her)", "gender", "she/her"),
    ("on maternity leave", "gender", "maternity "),
    ("an experienced saleswoman", "gender", "saleswoman"),
    ("Nationality: Austrian", "nationality", "Austrian"),
    ("An Austrian citizen", "nationality", "Austrian"),
    ("a citizen of Austria", "nationality", "Austria"),
    ("Marital status: single", "marital", "single"),
    ("married with two children", "marital", "married with two children"),
    ("Passport No.: P1234567", "detail", "P1234567"),
    ("Blood group: A+", "detail", "A+"),
]


@pytest.mark.parametrize(("text", "kind", "detail"), FOUND)
def test_a_detail_is_found_with_its_kind(text: str, kind: str, detail: str) -> None:
    assert (kind, detail) in [(found, text[start:end]) for found, start, end in iter_details(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Excel and Mrs",
        "HIS and MAN systems",
        "10 years of work on ageing pumps",
        "99 % aged 20 % faster",
        "man-made fibres",
        "a national programme of citizen science",
        "Cut the address space of a location service in half",
        "Sussex, Middlesex",
    ],
)
def test_what_only_looks_like_a_detail_stays(text: str) -> None:
    assert not list(iter_details(text))


@given(st.text())
def test_every_detail_is_a_piece_of_the_text(text: str) -> None:
    assert all(0 <= start <= end <= len(text) for _, start, end in iter_details(text))


@given(st.sampled_from(FOUND), st.text(alphabet="ab \n", max_size=40))
def test_what_comes_before_a_line_changes_nothing_in_it(case: tuple[str, str, str], before: str) -> None:
    text, *_ = case
    alone = [(kind, text[start:end]) for kind, start, end in iter_details(text)]
    whole = f"{before}\n\n{text}"
    assert [(kind, whole[start:end]) for kind, start, end in iter_details(whole)] == alone
