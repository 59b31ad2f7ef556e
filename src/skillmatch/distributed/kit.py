"""What workers need: the matcher, shipped once to each, and a check that they are what the driver is.

A worker with other code, libraries or data would give other scores, so it refuses to work.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from skillmatch.errors import MismatchError
from skillmatch.matcher import SkillMatcher
from skillmatch.store.making import code_fingerprint, columns_making_of, making_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark import Broadcast
    from pyspark.sql import SparkSession

    from skillmatch.models import SkillProfile
    from skillmatch.scoring.posting import Posting

SCORING = ("scoring", "settings.py", "matcher.py", "isolation.py", "distributed")
SCORING_LIBRARIES = ("numpy", "scipy", "pyarrow")


class Kit:
    """A matcher and jobs on their way to the workers.

    Parameters
    ----------
    spark
        The session that ships them.
    matcher
        Its taxonomy, settings and background go along; the pipeline is built by each worker that needs it.
    jobs
        Profiles of jobs, for ranking.
    """

    def __init__(self, spark: SparkSession, matcher: SkillMatcher, jobs: Sequence[SkillProfile] = ()) -> None:
        self.making = making_of(matcher.taxonomy, matcher.settings, matcher.provenance.model)
        self.columns_making = f"{columns_making_of(matcher.taxonomy, matcher.background)}-{self.making}"
        self._expected = describe(matcher)
        self._shipped: Broadcast[tuple[SkillMatcher, tuple[SkillProfile, ...]]]
        self._shipped = spark.sparkContext.broadcast((matcher, tuple(jobs)))

    @property
    def jobs(self) -> tuple[SkillProfile, ...]:
        """The jobs."""
        return self._shipped.value[1]

    def post(self) -> list[Posting]:
        """Return the jobs prepared for scoring, in a worker; each process prepares them once, for all of its tasks.

        Raises
        ------
        MismatchError
            This worker is not what the driver is.
        """
        scorer, jobs = self.open().scorer, self.jobs
        if id(jobs) not in _posted:
            _posted.clear()
            _posted[id(jobs)] = jobs, [scorer.post(job) for job in jobs]
        return _posted[id(jobs)][1]

    def open(self) -> SkillMatcher:
        """Return the matcher in a worker; each process has one, whose pipeline is built once.

        Raises
        ------
        MismatchError
            This worker is not what the driver is.
        """
        return _kept.get(self._expected) or _keep(self._expected, self._shipped.value[0])


def describe(matcher: SkillMatcher) -> str:
    """Return in words all that decides a result here, besides the documents."""
    made = matcher.provenance
    return (
        f"skillmatch {made.skillmatch}, code {code_fingerprint()}-{_scoring_fingerprint()}, "
        f"taxonomy {made.taxonomy.fingerprint}, settings {made.settings}, background {made.background}, "
        f"model {made.model}"
    )


_kept: dict[str, SkillMatcher] = {}  # of this worker, which may live for many tasks
_posted: dict[int, tuple[tuple[SkillProfile, ...], list[Posting]]] = {}  # the jobs of one kit, by their identity


def _keep(expected: str, shipped: SkillMatcher) -> SkillMatcher:
    """Check the matcher that came against what is installed here, and keep it for the next task."""
    found = describe(shipped)
    if found != expected:
        raise MismatchError(f"a worker has {found}, the driver {expected}: install the same version on all machines")
    _kept.clear()
    _kept[expected] = shipped
    return shipped


@cache
def _scoring_fingerprint() -> str:
    return code_fingerprint(SCORING, SCORING_LIBRARIES)
