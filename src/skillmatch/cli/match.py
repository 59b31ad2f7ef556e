"""`skillmatch match` and `skillmatch gaps`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from skillmatch.cli.options import (
    Out,
    SettingsFile,
    Taxonomies,
    Workers,
    build_matcher,
    existing,
    tell_failures,
    with_progress,
    write_out,
)


def match(
    job: Annotated[Path, typer.Argument(help="A job description, or a folder of them.")],
    resumes: Annotated[Path, typer.Argument(help="A resume, or a folder of them.")],
    format: Annotated[
        Literal["table", "jsonl", "csv", "html"] | None,
        typer.Option("-f", "--format", help="Output format; by default that of the suffix of -o, or a table."),
    ] = None,
    output: Out = None,
    top: Annotated[int | None, typer.Option(min=1, help="Keep the best N resumes of each job.")] = None,
    detail: Annotated[
        Literal["brief", "full"], typer.Option(help="'brief' leaves out requirements and evidence.")
    ] = "full",
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Rank every resume for every job and list what each one lacks.

    Example: skillmatch match jobs/ resumes/ -f jsonl -o ranking.jsonl --top 20
    """
    from skillmatch.batch import profile_paths
    from skillmatch.documents import list_documents
    from skillmatch.reports import format_of, render

    existing(job), existing(resumes)
    chosen = format or (format_of(output) if output else "table")
    matcher = build_matcher(taxonomy, settings)
    jobs = list(profile_paths(job, matcher, kind="job", workers=workers))
    total = sum(1 for _ in list_documents(resumes))
    profiles = with_progress(profile_paths(resumes, matcher, kind="resume", workers=workers), "Reading resumes", total)
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


def _one(path: Path) -> Path:
    if existing(path).is_dir():
        raise typer.BadParameter(f"{path} is a folder: give one document")
    return path
