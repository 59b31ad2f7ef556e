"""The columns that are read for scores are all that scores are made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from skillmatch import SkillMatcher, profile_paths
from skillmatch.models import SkillProfile
from skillmatch.scoring import FitScorer

pa = pytest.importorskip("pyarrow", reason="needs the extra: skillmatch[spark]")

from skillmatch.distributed.columns import arrow_type, decode, encode, narrow  # noqa: E402
from skillmatch.distributed.ranking import SCORED  # noqa: E402

EXAMPLES = Path(__file__).parents[2] / "examples"


def cut(array: pa.Array, kind: pa.DataType) -> pa.Array:
    """Leave out what a narrower type does not have, as Spark does when it reads a table."""
    if pa.types.is_struct(kind):
        columns = dict(zip([part.name for part in array.type], array.flatten(), strict=True))
        return pa.StructArray.from_arrays([cut(columns[it.name], it.type) for it in kind], fields=list(kind))
    if pa.types.is_list(kind):
        return pa.ListArray.from_arrays(array.offsets, cut(array.values, kind.value_type), type=kind)
    return array


def test_scores_are_made_of_the_columns_that_are_read(matcher: SkillMatcher, jobs: Sequence[SkillProfile]) -> None:
    found = profile_paths(EXAMPLES / "resumes", matcher, kind="resume", workers=0)
    whole = [it for it in found if isinstance(it, SkillProfile)]
    part = decode(cut(encode(whole, SkillProfile), narrow(arrow_type(SkillProfile), SCORED)), SkillProfile)
    assert part != whole
    scorer = FitScorer(taxonomy=matcher.taxonomy, background=matcher.background, settings=matcher.settings.scoring)
    assert (scorer.fit_matrix(jobs, part) == scorer.fit_matrix(jobs, whole)).all()  # type: ignore[arg-type]
