"""Columns without a resume are those of the other resumes."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from skillmatch import SkillMatcher, SkillProfile, read_bytes
from skillmatch.scoring import FitScorer
from skillmatch.scoring.dropping import drop_rows

TEXTS = (
    "Engineer\n\nExperience\nData engineer, 2010 - 2014\nBuilt streams with Kafka and Python.\n",
    "Cook\n\nSkills\nGrilling, Kafka, pastry glazing\n",
    "",
    "Engineer\n\nExperience\nDeveloper, 2012 - 2013\nNo Java. Docker since 2012.\nSkills\nKotlin, grilling\n",
    "Cook\n\nSkills\nGrilling, Kafka, pastry glazing\n",
)


@pytest.fixture(scope="module")
def scorer(matcher: SkillMatcher) -> FitScorer:
    return FitScorer(taxonomy=matcher.taxonomy, background=matcher.background)


@pytest.fixture(scope="module")
def profiles(matcher: SkillMatcher) -> list[SkillProfile]:
    documents = [read_bytes(f"Person\n{text}".encode(), document_id=f"{n}.txt") for n, text in enumerate(TEXTS)]
    return [matcher.profile(document, "resume") for document in documents]


@pytest.mark.parametrize("count", range(len(TEXTS)))
def test_what_is_left_is_as_laid_out_anew(scorer: FitScorer, profiles: list[SkillProfile], count: int) -> None:
    arrays = scorer.lay_out(profiles).to_arrays()
    for gone in combinations(range(len(profiles)), count):
        left = drop_rows(arrays, gone)
        expected = scorer.lay_out(it for row, it in enumerate(profiles) if row not in gone).to_arrays()
        assert set(left) == set(expected)
        for name, column in expected.items():
            assert left[name].dtype == column.dtype, name
            np.testing.assert_array_equal(left[name], column, err_msg=name)
