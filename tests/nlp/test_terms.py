"""Words that the background statistics count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.terms import MAX_LENGTH, count_terms, iter_terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("... 2019 -- 42", []),
        ("C++/C#", ["c++", "c#"]),
        ("F#, C and R", ["f#", "c", "and", "r"]),
        (".NET (ASP.NET)", [".net", "asp", "net"]),
        ("issue#5", ["issue"]),
        ("Bucureşti Café Ελλάδα", ["bucureşti", "café", "ελλάδα"]),
        ("cafe\u0301", ["café"]),
        ("ﬁnance", ["finance"]),
        ("master’s degree", ["master", "degree"]),
        ("snake_case front-end", ["snake", "case", "front", "end"]),
        ("EC2 3D 401k", ["ec2", "3d", "401k"]),
        ("x" * (MAX_LENGTH + 1) + " ok", ["ok"]),
    ],
)
def test_words_found(text: str, expected: list[str]) -> None:
    assert list(iter_terms(text)) == expected


@given(st.text())
def test_counts_agree_with_the_words_and_are_sorted(text: str) -> None:
    counts = count_terms(text)
    assert sum(counts.values()) == len(list(iter_terms(text)))
    assert list(counts) == sorted(counts)
