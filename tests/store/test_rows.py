"""Columns give back the rows that they were made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillmatch.store.rows import spread, squeeze


@given(column=st.lists(st.sampled_from([None, True, False, "a", "b", "", 1.5, 2.0]) | st.integers(3, 30), max_size=40))
def test_a_squeezed_column_comes_back(column: list[object]) -> None:
    assert spread(squeeze(column), len(column)) == column


def test_few_values_are_written_once() -> None:
    assert squeeze(["a"] * 5) == {"": ["a"]}
    assert squeeze(["a", "b", "a", "a", "b", "b"]) == {"010011": ["a", "b"]}
    assert squeeze(["a", "b", "c"]) == ["a", "b", "c"]
