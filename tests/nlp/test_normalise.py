from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.normalise import fold_text, fold_word


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ｐｙｔｈｏｎ", "Python"),
        ("Machinе Lеarning", "Machine Learning"),  # Cyrillic e
        ("Јаvа", "Java"),  # Cyrillic J and a
        ("C＃ and C＋＋", "C# and C++"),
        ("Power\u00a0BI", "Power BI"),
        ("front‑end", "front end"),
        ("scikit-learn", "scikit learn"),
        ("machine_learning", "machine learning"),
        ("2010–2015", "2010-2015"),
        ("5-7 years", "5-7 years"),
        ("a - b", "a - b"),
        ("you’ll", "you'll"),
        ("Москва", "Москва"),
        ("naïve", "naïve"),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold_text(text) == folded


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold_text(text)) == len(text)


@given(st.text())
def test_folding_keeps_line_ends(text: str) -> None:
    assert [i for i, c in enumerate(fold_text(text)) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("databases", "Database"),
        ("technologies", "technology"),
        ("modelling", "modeling"),
        ("visualisation", "visualization"),
        ("behavioural", "behavioral"),
        ("Node.js", "NodeJS"),
        ("naïve", "naive"),
        ("classes", "class"),
        ("APIs", "API"),
        ("apis", "API"),
        ("VMs", "VM"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("C#", "C"), ("Java", "JavaScript"), ("net", ".net"), ("as", "a")]
)
def test_different_names_fold_differently(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)
