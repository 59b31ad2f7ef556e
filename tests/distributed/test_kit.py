"""What is kept in a worker belongs to one kit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skillmatch import SkillMatcher
from skillmatch.models import SkillProfile

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def test_the_jobs_of_a_kit_are_prepared_once(
    spark: SparkSession, matcher: SkillMatcher, jobs: Sequence[SkillProfile]
) -> None:
    from skillmatch.distributed.kit import Kit

    one, other = Kit(spark, matcher, jobs[:1]), Kit(spark, matcher, jobs[1:])
    first = one.post()
    assert one.post() is first
    assert [it.job.document_id for it in first] == [jobs[0].document_id]
    assert [it.job.document_id for it in other.post()] == [job.document_id for job in jobs[1:]]
    assert [it.job.document_id for it in one.post()] == [jobs[0].document_id]
