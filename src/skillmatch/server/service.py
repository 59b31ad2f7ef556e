"""The operations of skillmatch for many callers at a time: HTTP and MCP are thin layers above this."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from skillmatch.documents import Source
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Failure, Report
from skillmatch.reports.exchange import Exchange
from skillmatch.reports.views import Reading, Readings
from skillmatch.run import Kind
from skillmatch.server.limits import Limits
from skillmatch.server.problems import Problem, failures_among
from skillmatch.server.tasks import Extract, Rank, Read, profiles_of
from skillmatch.server.workers import Task, Workers
from skillmatch.taxonomy.search import search
from skillmatch.taxonomy.skill import Skill

Result = TypeVar("Result")
Tell = Callable[[bool], None]  # told of each document whether it could be used


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """A report, and the texts that it may quote from."""

    report: Report
    readings: Readings | None = None


class Service:
    """A matcher and its workers.

    Parameters
    ----------
    matcher
        Given to all workers.
    limits
        Times and counts.
    """

    def __init__(self, matcher: SkillMatcher, limits: Limits) -> None:
        self.matcher, self.limits = matcher, limits
        self.workers = Workers(matcher, size=limits.workers)
        self.outcomes: Callable[[str], None] = lambda code: None

    async def do(self, task: Task[Result]) -> Result:
        """Do a task that is about no single document.

        Raises
        ------
        Problem
            It took too long, or failed for a reason of ours.
        """
        result = await self.workers.run(task, timeout_s=self.limits.request_timeout_s)
        if isinstance(result, Failure):
            status = 503 if result.code == "limit" else 500
            raise Problem(status, result.code, result.message, retry_after_s=5 if status == 503 else None)
        return result

    async def extract(
        self, sources: Sequence[Source], kind: Kind, *, exchange: Exchange | Literal["auto"] | None = None
    ) -> list[str | Failure]:
        """Profile documents; each gives its profile as JSON (or in a format of the trade), or its failure."""
        return await self._each([Extract(source=source, kind=kind, exchange=exchange) for source in sources])

    async def read(
        self, sources: Sequence[Source], kind: Kind, *, text: bool = False, tell: Tell | None = None
    ) -> dict[str, Reading | Failure]:
        """Read and profile documents; each gives its profile, and its text if asked for, or its failure."""
        found = await self._each([Read(source=source, kind=kind, text=text) for source in sources], tell)
        return {source.document_id: it for source, it in zip(sources, found, strict=True)}

    async def match(
        self,
        jobs: Sequence[Source],
        resumes: Sequence[Source],
        *,
        top: int | None = None,
        texts: bool = False,
        tell: Tell | None = None,
    ) -> Matched:
        """Rank resumes for jobs.

        Raises
        ------
        Problem
            No job or no resume could be used; the failures are named.
        """
        asked = await self.read(jobs, "job", text=texts, tell=tell)
        offered = await self.read(resumes, "resume", text=texts, tell=tell)
        for readings in (asked, offered):
            failures_among(readings.values())
        report = await self.do(Rank(jobs=profiles_of(asked), resumes=profiles_of(offered), top=top))
        return Matched(report=report, readings=Readings(jobs=_sound(asked), resumes=_sound(offered)))

    async def find_skills(self, query: str, limit: int) -> tuple[tuple[Skill, float], ...]:
        """Find the skills nearest to a query."""
        return await asyncio.to_thread(search, self.matcher.taxonomy, query, limit=limit)

    def get_skill(self, skill_id: str) -> Skill:
        """Return one skill.

        Raises
        ------
        Problem
            There is none of this id.
        """
        if skill_id not in self.matcher.taxonomy:
            raise Problem(404, "no-such-skill", "no skill has this id: GET /v1/skills?q=... finds it by name")
        return self.matcher.taxonomy[skill_id]

    async def _each(self, tasks: Sequence[Task[Result]], tell: Tell | None = None) -> list[Result | Failure]:
        """Do tasks, as many at a time as there are workers, so that a long request leaves room for short ones."""
        places = asyncio.Semaphore(self.workers.size)

        async def one(task: Task[Result]) -> Result | Failure:
            async with places:
                result = await self.workers.run(task, timeout_s=self.matcher.settings.reading.timeout_s)
            self.outcomes(result.code if isinstance(result, Failure) else "ok")
            if tell is not None:
                tell(not isinstance(result, Failure))
            return result

        return await asyncio.gather(*map(one, tasks))


def _sound(readings: Mapping[str, Reading | Failure]) -> dict[str, Reading]:
    return {name: it for name, it in readings.items() if isinstance(it, Reading)}
