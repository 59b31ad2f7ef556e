"""`skillmatch match` and `skillmatch gaps`."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from skillmatch.cli.options import (
    NoStore,
    Out,
    SettingsFile,
    StoreFile,
    Taxonomies,
    Workers,
    build_matcher,
    existing,
    open_cache,
    tell_failures,
    write_out,
)
from skillmatch.cli.pool import open_pool
from skillmatch.cli.progress import Watch
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import Failure, SkillProfile
    from skillmatch.store import Cache


def match(
    job: Annotated[Path, typer.Argument(help="A job description, or a folder of them.")],
    resumes: Annotated[Path | None, typer.Argument(help="A resume, or a folder of them; or give --pool.")] = None,
    format: Annotated[
        Literal["table", "jsonl", "csv", "html"] | None,
        typer.Option("-f", "--format", help="Output format; by default that of the suffix of -o, or a table."),
    ] = None,
    output: Out = None,
    top: Annotated[int | None, typer.Option(min=1, help="Keep the best N resumes of each job.")] = None,
    detail: Annotated[
        Literal["brief", "full"], typer.Option(help="'brief' leaves out requirements and evidence.")
    ] = "full",
    pool: Annotated[Path | None, typer.Option(help="Rank the members of this pool: see `skillmatch pool`.")] = None,
    workers: Workers = None,
    store: StoreFile = None,
    no_store: NoStore = False,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Rank every resume for every job and list what each one lacks.

    A run that was stopped goes on where it was when the same command is given again.

    Example: skillmatch match jobs/ resumes/ -f jsonl -o ranking.jsonl --top 20
    """
    from skillmatch.batch import profile_paths
    from skillmatch.reports import format_of, render

    existing(job)
    if resumes is None and pool is None:
        raise UsageError("Missing argument RESUMES: name a folder of resumes, or a pool with --pool")
    if resumes is not None and pool is not None:
        raise UsageError("give a folder of resumes or a pool, not both")
    chosen = format or (format_of(output) if output else "table")
    matcher = build_matcher(taxonomy, settings)
    with ExitStack() as stack:
        cache = stack.enter_context(open_cache(store, no_store, matcher))
        if pool is not None:
            profiles, total = _members(pool, matcher, stack)
        elif resumes is not None:
            profiles, total = _resumes(resumes, matcher, workers, cache, stack)
        jobs = list(profile_paths(job, matcher, kind="job", workers=workers, cache=cache))
        report = matcher.rank_many(jobs, profiles, top=top)
    write_out(render(report, chosen, detail=detail), output)
    tell_failures(report.failures, total + len(jobs))


def gaps(
    job: Annotated[Path, typer.Argument(help="A job description.")],
    resume: Annotated[Path, typer.Argument(help="A resume.")],
    format: Annotated[Literal["table", "json"], typer.Option("-f", "--format", help="Output format.")] = "table",
    output: Out = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Explain one pair: what is met, near or missing, and what each gap costs.

    Example: skillmatch gaps job.txt resume.pdf
    """
    from skillmatch.batch import profile_paths
    from skillmatch.models import Failure
    from skillmatch.reports.table import match_view, to_text
    from skillmatch.schema import to_json

    matcher = build_matcher(taxonomy, settings)
    [asked] = profile_paths(_one(job), matcher, kind="job", workers=1)
    [offered] = profile_paths(_one(resume), matcher, kind="resume", workers=1)
    failed = [profile for profile in (asked, offered) if isinstance(profile, Failure)]
    if isinstance(asked, Failure) or isinstance(offered, Failure):
        tell_failures(failed, 2)
        return
    found = matcher.match(asked, offered)
    write_out(iter([to_json(found) + "\n" if format == "json" else to_text(match_view(found))]), output)


def _resumes(
    path: Path, matcher: SkillMatcher, workers: int | None, cache: Cache | None, stack: ExitStack
) -> tuple[Iterator[SkillProfile | Failure], int]:
    """Return the profiles of a folder as they are made, and how many there will be."""
    from skillmatch.batch import profile_paths
    from skillmatch.documents import list_documents

    total = sum(1 for _ in list_documents(existing(path)))
    watch = stack.enter_context(Watch("Reading resumes", total))
    return profile_paths(path, matcher, kind="resume", workers=workers, cache=cache, watch=watch.note), total


def _members(path: Path, matcher: SkillMatcher, stack: ExitStack) -> tuple[Iterator[SkillProfile | Failure], int]:
    """Return the profiles of a pool, and how many there are."""
    from skillmatch.store import making_of

    pool = stack.enter_context(open_pool(path))
    pool.check(making_of(matcher.taxonomy, matcher.settings))
    return iter(pool), len(pool)


def _one(path: Path) -> Path:
    if existing(path).is_dir():
        raise typer.BadParameter(f"{path} is a folder: give one document")
    return path
