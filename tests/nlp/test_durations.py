from __future__ import annotations

import pytest

from skillmatch.nlp.durations import find_durations


def test_since_counts_to_the_date_of_the_settings() -> None:
    assert find_durations("since 2017", "2020-07")[0].years == pytest.approx(3.6)


@pytest.mark.parametrize("text", ["200 years of history", "$5 years", "99 years", "v2.5 years", "2019 years"])
def test_impossible_durations_are_refused(text: str) -> None:
    assert find_durations(text) == []


def test_no_word_is_cut_where_the_search_ends() -> None:
    for gap in range(60):
        text = f"lasted 3 years {'x' * gap} for 10 to 14 year olds"
        assert [(it.start, it.years) for it in find_durations(text)] == [(7, 3.0)]
