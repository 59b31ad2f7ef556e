"""Likeness of job titles."""

from __future__ import annotations

import pytest

from skillmatch.models import Role
from skillmatch.scoring import Background, FitScorer
from skillmatch.scoring.title import rate_titles
from tests.scoring.conftest import Resume


def rate(wanted: str, titles: list[str | None], scorer: FitScorer, make_resume: Resume) -> float:
    roles = [Role(title=it, first="2020-01", last="2021-01", months=12, start=0, end=1) for it in titles[1:]]
    pool = scorer.prepare([make_resume(title=titles[0], roles=tuple(roles))])
    return float(rate_titles(wanted, pool, scorer.background)[0])


@pytest.mark.parametrize(
    ("wanted", "titles", "least", "most"),
    [
        ("Audit Manager", ["audit manager"], 1.0, 1.0),
        ("Zymurgist", ["Zymurgist"], 1.0, 1.0),
        ("Zymurgist", ["Welder"], 0.0, 0.0),
        ("Tax", [None], 0.0, 0.0),
        ("Tax", ["Chef"], 0.0, 0.1),
        ("Tax", ["Chef", "Payroll"], 0.2, 1.0),
    ],
)
def test_nearest_title_counts(
    wanted: str, titles: list[str | None], least: float, most: float, scorer: FitScorer, make_resume: Resume
) -> None:
    assert least <= rate(wanted, titles, scorer, make_resume) <= most


def test_titles_of_one_field_are_nearer_than_those_of_another(make_resume: Resume, scorer: FitScorer) -> None:
    shipped = FitScorer(taxonomy=scorer.taxonomy, background=Background.default())
    near = rate("Staff Accountant", ["Bookkeeper"], shipped, make_resume)
    far = rate("Staff Accountant", ["Line Cook"], shipped, make_resume)
    assert near > 2 * far
