"""What a worker can be asked for. Texts of documents are parsed here, and nowhere else in a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from skillmatch.documents import Source
from skillmatch.guard import guarded
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Failure, Report, SkillProfile
from skillmatch.reports import Detail, render_bytes
from skillmatch.reports.exchange import Exchange, write_exchange
from skillmatch.reports.html import render_page
from skillmatch.reports.views import Reading, Readings
from skillmatch.run import Kind, read_source
from skillmatch.schema import to_json
from skillmatch.store import Pool, PoolStats

KEPT_MEMBERS = 2_000  # of the pool that was ranked last: a worker keeps them at hand, some 20 kB each


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Read and profile one document; the text comes along if it is asked for."""

    source: Source
    kind: Kind
    text: bool = False

    @property
    def name(self) -> str:
        """The document."""
        return self.source.document_id

    def run(self, matcher: SkillMatcher) -> Reading | Failure:
        """Read, then profile, each behind the guard."""
        document = read_source(self.source, matcher.settings.reading)
        if isinstance(document, Failure):
            return document
        profile = guarded(self.name, "profile", lambda: matcher.profile(document, self.kind))
        if isinstance(profile, Failure):
            return profile
        return Reading(document=document if self.text else None, profile=profile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Profile one document and write the profile as JSON, or in a format of the trade (``auto``: as fits its kind)."""

    source: Source
    kind: Kind
    exchange: Exchange | Literal["auto"] | None = None

    @property
    def name(self) -> str:
        """The document."""
        return self.source.document_id

    def run(self, matcher: SkillMatcher) -> str | Failure:
        """Return the JSON of a profile, without the words that only relatedness needs."""
        found = Read(source=self.source, kind=self.kind).run(matcher)
        if isinstance(found, Failure):
            return found
        assert found.profile is not None  # noqa: S101
        if self.exchange is not None:
            chosen = None if self.exchange == "auto" else self.exchange
            return write_exchange(found.profile, matcher.taxonomy, chosen)
        return to_json(replace(found.profile, terms=()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """Rank profiles, or the members of a pool, for jobs."""

    jobs: tuple[SkillProfile | Failure, ...]
    resumes: tuple[SkillProfile | Failure, ...] = ()
    pool: Path | None = None
    top: int | None = None

    name = "ranking"

    def run(self, matcher: SkillMatcher) -> Report:
        """Return the report."""
        if self.pool is None:
            return matcher.rank_many(self.jobs, self.resumes, top=self.top)
        members = _members(self.pool, _signature(self.pool))
        if members is not None:
            return matcher.rank_many(self.jobs, members, top=self.top)
        with Pool(self.pool) as pool:
            return matcher.rank_many(self.jobs, pool, top=self.top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Render:
    """Write a report in one of the formats; ``json`` is the report itself."""

    report: Report
    format: str
    detail: Detail = "full"
    readings: Readings | None = None
    candidate: str | None = None

    name = "report"

    def run(self, matcher: SkillMatcher) -> bytes:
        """Return the bytes of the file."""
        if self.format == "json":
            return to_json(self.report).encode("utf-8", "backslashreplace")
        if self.format == "html":
            pieces = render_page(self.report, detail=self.detail, readings=self.readings, candidate=self.candidate)
            return "".join(pieces).encode("utf-8", "backslashreplace")
        return b"".join(render_bytes(self.report, self.format, detail=self.detail))


@dataclass(frozen=True, slots=True, kw_only=True)
class RankAndRender:
    """Rank and write the report in one worker: handing a report over takes longer than writing it."""

    rank: Rank
    format: str
    detail: Detail = "full"

    name = "ranking"

    def run(self, matcher: SkillMatcher) -> bytes:
        """Return the bytes of the file."""
        report = self.rank.run(matcher)
        return Render(report=report, format=self.format, detail=self.detail).run(matcher)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """Add profiles to a pool."""

    pool: Path
    results: tuple[SkillProfile | Failure, ...]

    name = "pool"

    def run(self, matcher: SkillMatcher) -> int:
        """Return the number of members."""
        with Pool(self.pool) as pool:
            pool.add(self.results)
            return len(pool)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Count what a pool holds, and list its members."""

    pool: Path

    name = "pool"

    def run(self, matcher: SkillMatcher) -> tuple[PoolStats, tuple[tuple[str, str | None], ...]]:
        """Return the counts, and each member with the code of its failure."""
        with Pool(self.pool) as pool:
            return pool.stats(), tuple(pool.members())


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase:
    """Erase members of a pool."""

    pool: Path
    document_ids: tuple[str, ...]

    name = "pool"

    def run(self, matcher: SkillMatcher) -> int:
        """Return the number of members that are left."""
        with Pool(self.pool) as pool:
            pool.remove(self.document_ids)
            return len(pool)


@lru_cache(maxsize=1)
def _members(pool: Path, signature: object) -> tuple[SkillProfile | Failure, ...] | None:
    """Load the members of a pool, unless they were loaded last and its files are what they were; None if too many."""
    with Pool(pool) as found:
        return tuple(found) if len(found) <= KEPT_MEMBERS else None


def _signature(pool: Path) -> tuple[tuple[int, int], ...]:
    """Return what changes with the files of a pool; its journal comes and goes, and counts when it is not empty."""
    found = []
    for path in (pool, pool.with_name(f"{pool.name}-wal")):
        try:
            status = path.stat()
        except FileNotFoundError:
            continue
        if status.st_size:
            found.append((status.st_mtime_ns, status.st_size))
    return tuple(found)


def profiles_of(readings: Mapping[str, Reading | Failure]) -> tuple[SkillProfile | Failure, ...]:
    """Return the profile of each reading; failures stay."""
    found = (it if isinstance(it, Failure) else it.profile for it in readings.values())
    return tuple(it for it in found if it is not None)
