"""Profiles to matches, in the Python workers of Spark.

First every partition scores its profiles, from their blocks where the table has them, and sends up its best. Then the
best of all are ranked and explained, job by job, by the very function that ranks on one machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

import pyarrow as pa

from skillmatch.distributed.columns import arrow_type, decode, encode
from skillmatch.errors import MismatchError, UsageError
from skillmatch.models import Match, SkillProfile

if TYPE_CHECKING:
    from skillmatch.distributed.kit import Kit
    from skillmatch.scoring.pool import Pool

Batches = Iterator[pa.RecordBatch]
Best = list[tuple[float, str]]  # score with its sign turned, document id: the best first

STANDING = pa.schema({"job": pa.int32(), "document_id": pa.string(), "score": pa.float64()})
RANKED = pa.schema({"job": pa.int32(), "match": arrow_type(Match)})


def score(kit: Kit, top: int | None, pools: Callable[[Kit, Batches], Iterator[Pool]]) -> Callable[[Batches], Batches]:
    """Return what a task does with a partition: all its profiles for all jobs, and the best of each job.

    `pools` opens what the partition is of: see `blocks`.
    """

    def task(batches: Batches) -> Batches:
        scorer, postings = kit.open().scorer, kit.post()
        best: list[Best] = [[] for _ in postings]
        for pool in pools(kit, batches):
            for number, posting in enumerate(postings):
                found = [(turned, document_id) for turned, document_id, _ in scorer.compare(posting, pool).lead(top)]
                best[number] = list(islice(merge(best[number], found), top))
        for number, standing in enumerate(best):
            yield pa.RecordBatch.from_arrays(
                [
                    pa.array([number] * len(standing), pa.int32()),
                    pa.array([document_id for _, document_id in standing], pa.string()),
                    pa.array([-turned for turned, _ in standing], pa.float64()),
                ],
                schema=STANDING,
            )

    return task


def explain(kit: Kit) -> Callable[[pa.Table], pa.Table]:
    """Return what a task does with the best of one job."""

    def task(table: pa.Table) -> pa.Table:
        number = table["job"][0].as_py()
        profiles: list[SkillProfile] = decode(table["profile"].combine_chunks(), SkillProfile)  # type: ignore[assignment]
        scores = dict(zip(table["document_id"].to_pylist(), table["score"].to_pylist(), strict=True))
        if len(scores) < len(profiles):
            raise UsageError("a document id occurs more than once among the profiles")
        matches = kit.open().scorer.rank(kit.jobs[number], profiles)
        for match in matches:
            if match.score != scores[match.document_id]:
                raise MismatchError(f"{match.document_id}: two scores, {scores[match.document_id]} and {match.score}")
        jobs = pa.array([number] * len(matches), pa.int32())
        return pa.Table.from_arrays([jobs, encode(matches, Match)], schema=RANKED)

    return task
