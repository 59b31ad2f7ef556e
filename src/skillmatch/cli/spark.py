"""The part of `skillmatch match` that works on Spark."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from skillmatch.cli.options import existing
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import Failure, Report, SkillProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Where Spark works, and the table of profiles."""

    master: str | None
    profiles: str


def spread_over(engine: str, master: str | None, profiles: str | None, others: object) -> Spread | None:
    """Return where Spark is to work; None where it is not asked for.

    Raises
    ------
    UsageError
        Options are missing, or do not go together; `others` are those that Spark has no answer to.
    """
    if engine != "spark":
        if master is not None or profiles is not None:
            raise UsageError("--master and --profiles go with --engine spark")
        return None
    if profiles is None:
        raise UsageError("--engine spark needs --profiles, the table to keep profiles in")
    if others:
        raise UsageError("--engine spark goes without --pool, --blind, --texts and --direction jobs")
    return Spread(master=master, profiles=profiles)


def rank_on_spark(
    matcher: SkillMatcher,
    jobs: Sequence[SkillProfile | Failure],
    resumes: Path | None,
    spread: Spread,
    top: int | None,
) -> tuple[Report, int]:
    """Bring the table in step with a folder, if one is given, and rank it; also return how many documents it has."""
    from skillmatch.distributed.session import open_session

    if resumes is not None:
        existing(resumes)
    spark = open_session(spread.master)
    try:
        from skillmatch.distributed.spark import SparkMatcher
        from skillmatch.distributed.table import Table

        engine = SparkMatcher(spark, matcher)
        if resumes is not None:
            engine.update(spread.profiles, engine.list_folder(resumes), mirror=True)
        report = engine.report(jobs, spread.profiles, top=top)
        return report, Table(spark, spread.profiles).count()
    finally:
        spark.stop()
