"""Charts: where bars stand."""

from __future__ import annotations

import pytest

from skillmatch.models import Part, Role
from skillmatch.reports.charts import distribution, timeline, waterfall


def role(first: str, last: str | None, months: int) -> Role:
    return Role(title=None, first=first, last=last, months=months, start=0, end=1)


def test_the_last_bar_of_a_waterfall_ends_at_the_score() -> None:
    parts = [
        Part(name="required", weight=0.6, value=0.5, contribution=30.0),
        Part(name="title", weight=0.4, value=0.25, contribution=10.0),
    ]
    steps = waterfall(parts)
    assert [(step.start, step.earned, step.possible) for step in steps] == [(0.0, 30.0, 60.0), (30.0, 10.0, 40.0)]


@pytest.mark.parametrize(("score", "place"), [(0.0, 0), (9.99, 0), (10.0, 1), (99.9, 9), (100.0, 9)])
def test_each_score_is_in_one_bin(score: float, place: int) -> None:
    assert [found.count for found in distribution([score])] == [int(number == place) for number in range(10)]


def test_bins_are_as_high_as_their_share_of_the_fullest() -> None:
    assert [found.share for found in distribution([5, 5, 15])][:3] == [1.0, 0.5, 0.0]


def test_the_latest_role_comes_first_and_reaches_the_end() -> None:
    spans = timeline([role("2018-01", "2020-01", 24), role("2020-01", None, 24)])
    assert [(span.start, span.width, span.last) for span in spans] == [(50.0, 50.0, "present"), (0.0, 50.0, "2020-01")]


def test_no_roles_make_no_axis() -> None:
    assert timeline([]) == ()


def test_a_role_within_one_month_can_be_seen() -> None:
    assert timeline([role("2020-01", "2020-01", 1)])[0].width > 0
