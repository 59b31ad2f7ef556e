from __future__ import annotations

import pytest

from skillmatch.nlp.durations import find_durations


def test_since_counts_to_the_date_of_the_settings() -> None:
    assert find_durations("since 2017", "2020-07")[0].years == pytest.approx(3.6)


@pytest.mark.parametrize("text", ["200 years of history", "$5 years", "99 years", "v2.5 years", "2019 years"])
def test_impossible_durations_are_refused(text: str) -> None:
    assert find_durations(text) == []
