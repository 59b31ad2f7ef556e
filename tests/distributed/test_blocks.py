"""Blocks rank as profiles do, and the columns that they are made of are all that scores are made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from skillmatch import SkillMatcher, profile_paths
from skillmatch.errors import DamagedStoreError, MismatchError
from skillmatch.models import Failure, SkillProfile
from skillmatch.scoring import FitScorer

pa = pytest.importorskip("pyarrow", reason="needs the extra: skillmatch[spark]")

from skillmatch.distributed.blocks import SCORED, lay_out, leave_out, pools_of_blocks, pools_of_rows  # noqa: E402
from skillmatch.distributed.columns import arrow_type, decode, encode, narrow  # noqa: E402
from skillmatch.distributed.records import Record  # noqa: E402

EXAMPLES = Path(__file__).parents[2] / "examples"


def cut(array: pa.Array, kind: pa.DataType) -> pa.Array:
    """Leave out what a narrower type does not have, as Spark does when it reads a table."""
    if pa.types.is_struct(kind):
        columns = dict(zip([part.name for part in array.type], array.flatten(), strict=True))
        return pa.StructArray.from_arrays([cut(columns[it.name], it.type) for it in kind], fields=list(kind))
    if pa.types.is_list(kind):
        return pa.ListArray.from_arrays(array.offsets, cut(array.values, kind.value_type), type=kind)
    return array


@pytest.fixture(scope="module")
def resumes(matcher: SkillMatcher) -> Sequence[SkillProfile]:
    found = profile_paths(EXAMPLES / "resumes", matcher, kind="resume", workers=0)
    return [it for it in found if isinstance(it, SkillProfile)]


@pytest.fixture(scope="module")
def kit(matcher: SkillMatcher) -> SimpleNamespace:
    return SimpleNamespace(open=lambda: matcher, making="m")


def batch_of(results: Sequence[SkillProfile | Failure], making: str = "m") -> pa.RecordBatch:
    blank = Record(document_id="", sha256="", kind="resume", making=making)
    rows = [dataclasses.replace(blank, **{"failure" if isinstance(it, Failure) else "profile": it}) for it in results]
    return pa.RecordBatch.from_struct_array(encode(rows, Record))


def test_scores_are_made_of_the_columns_that_are_read(
    matcher: SkillMatcher, jobs: Sequence[SkillProfile], resumes: Sequence[SkillProfile]
) -> None:
    part = decode(cut(encode(resumes, SkillProfile), narrow(arrow_type(SkillProfile), SCORED)), SkillProfile)
    assert part != resumes
    scorer = FitScorer(taxonomy=matcher.taxonomy, background=matcher.background, settings=matcher.settings.scoring)
    assert (scorer.fit_matrix(jobs, part) == scorer.fit_matrix(jobs, resumes)).all()  # type: ignore[arg-type]


def test_blocks_score_as_profiles_do_and_leave_out_what_failed(
    matcher: SkillMatcher, jobs: Sequence[SkillProfile], resumes: Sequence[SkillProfile], kit: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("skillmatch.distributed.blocks.MEMBERS", 3)
    failure = Failure(document_id="x", stage="read", code="corrupt", message="")
    batches = [batch_of(resumes[:2]), batch_of([failure]), batch_of(resumes[2:])]
    blocks = list(lay_out(kit)(iter(batches)))  # type: ignore[arg-type]
    pools = list(pools_of_blocks(kit, iter(blocks)))  # type: ignore[arg-type]
    assert [len(pool) for pool in pools[:-1]] == [3] * (len(resumes) // 3)
    assert [document_id for pool in pools for document_id in pool.document_ids] == [it.document_id for it in resumes]
    whole = matcher.scorer.lay_out(resumes)
    for posting in map(matcher.scorer.post, jobs):
        totals = [matcher.scorer.compare(posting, pool).totals for pool in pools]
        assert (np.concatenate(totals) == matcher.scorer.compare(posting, whole).totals).all()


def test_who_is_left_out_leaves_nothing(
    resumes: Sequence[SkillProfile], kit: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skillmatch.distributed.blocks.MEMBERS", 3)
    gone = [it.document_id for it in resumes[1:6]]
    blocks = lay_out(kit)(iter([batch_of(resumes)]))  # type: ignore[arg-type]
    left = [it.to_pylist() for it in leave_out(gone)(blocks)]
    expected = [
        block.to_pylist()
        for stay in (resumes[:1], resumes[6:9])
        for block in lay_out(kit)(iter([batch_of(stay)]))  # type: ignore[arg-type]
    ]
    assert left[:2] == expected


def test_a_damaged_block_is_refused(resumes: Sequence[SkillProfile], kit: SimpleNamespace) -> None:
    [block] = lay_out(kit)(iter([batch_of(resumes)]))  # type: ignore[arg-type]
    data = bytearray(block["columns"][0].as_py())
    data[len(data) // 2] ^= 1
    with pytest.raises(DamagedStoreError):
        list(pools_of_blocks(kit, iter([pa.RecordBatch.from_pydict({"columns": [bytes(data)]})])))  # type: ignore[arg-type]


def test_rows_that_were_made_otherwise_are_refused(resumes: Sequence[SkillProfile], kit: SimpleNamespace) -> None:
    with pytest.raises(MismatchError, match="update the table"):
        list(pools_of_rows(kit, iter([batch_of(resumes[:1], "other")])))  # type: ignore[arg-type]
